//! What leaves the panel at the reader's wish: a file, or the clipboard.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use crate::export::Format;
use crate::page::dom::{self, make};

/// The format of a button.
pub(in crate::page) fn format(name: &str) -> Option<Format> {
    [Format::Markdown, Format::Csv, Format::Annotations].into_iter().find(|format| format.extension() == name)
}

/// Has the browser save a text as a file. The link never enters the page, so no listener of the page's hears the click.
pub(in crate::page) fn save(text: &str, format: Format, name: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(format.media_type());
    // Spreadsheets take a file for UTF-8 by its mark alone.
    let mark = if format == Format::Csv { "\u{feff}" } else { "" };
    let parts = Array::of2(&JsValue::from_str(mark), &JsValue::from_str(text));
    let address = Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &options)?)?;
    let link = make(&dom::document()?, "a", "", "")?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", &format!("{}.{}", file_name(name), format.extension()))?;
    link.click();
    let window = dom::window()?;
    let revoke = Closure::once_into_js(move || {
        // It can only be gone already.
        let _ = Url::revoke_object_url(&address);
    });
    // The download begins after this turn.
    window.set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), 10_000)?;
    Ok(())
}

/// Letters and numbers of the headline, with hyphens between; no name that a system would refuse.
fn file_name(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.collect::<Vec<_>>().join("-").chars().take(60).collect();
    if name.is_empty() { "hearsay".into() } else { format!("hearsay-{}", name.trim_end_matches('-')) }
}

/// Puts a text on the clipboard; `done` hears whether that was allowed. Pages without a secure origin have no clipboard:
/// there a field of ours is copied from.
pub(in crate::page) fn copy(
    text: &str,
    panel: &HtmlElement,
    done: impl FnOnce(bool) + Clone + 'static,
) -> Result<(), JsValue> {
    let navigator = Reflect::get(dom::window()?.as_ref(), &JsValue::from_str("navigator"))?;
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard"))?;
    let write = clipboard.is_object().then(|| Reflect::get(&clipboard, &JsValue::from_str("writeText"))).transpose()?;
    if let Some(write) = write.and_then(|write| write.dyn_into::<Function>().ok()) {
        let promise: Promise = write.call1(&clipboard, &JsValue::from_str(text))?.unchecked_into();
        let failed = done.clone();
        let yes = Closure::once_into_js(move |_: JsValue| done(true));
        let no = Closure::once_into_js(move |_: JsValue| failed(false));
        let then: Function = Reflect::get(&promise, &JsValue::from_str("then"))?.unchecked_into();
        then.call2(&promise, &yes, &no)?;
        return Ok(());
    }
    let document = dom::document()?;
    let field = make(&document, "textarea", "copied", "")?;
    Reflect::set(&field, &JsValue::from_str("value"), &JsValue::from_str(text))?;
    panel.append_child(&field)?;
    let had = panel.get_root_node().unchecked_into::<web_sys::ShadowRoot>().active_element();
    let select: Function = Reflect::get(&field, &JsValue::from_str("select"))?.unchecked_into();
    select.call0(&field)?;
    let command: Function = Reflect::get(&document, &JsValue::from_str("execCommand"))?.unchecked_into();
    let copied = command.call1(&document, &JsValue::from_str("copy")).is_ok_and(|said| said.is_truthy());
    field.remove();
    if let Some(had) = had {
        had.unchecked_into::<HtmlElement>().focus()?;
    }
    done(copied);
    Ok(())
}
