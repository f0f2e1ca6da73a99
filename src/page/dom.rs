//! Short words for what the other files do with the DOM all the time.

use js_sys::{Error, Number};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::convert::FromWasmAbi;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    AddEventListenerOptions, Document, Element, EventTarget, HtmlElement, HtmlSlotElement, Node, ShadowRoot, Window,
};

use super::palette::Look;

/// The window, or an error that says so.
pub(super) fn window() -> Result<Window, JsValue> {
    web_sys::window().ok_or_else(|| JsValue::from_str("there is no window"))
}

/// What an error says, whatever was thrown.
pub(super) fn message(error: &JsValue) -> String {
    error.dyn_ref::<Error>().map_or_else(|| error.as_string().unwrap_or_default(), |error| error.to_string().into())
}

/// The document, or an error that says so.
pub(super) fn document() -> Result<Document, JsValue> {
    window()?.document().ok_or_else(|| JsValue::from_str("there is no document"))
}

/// The document's root element.
pub(super) fn root(document: &Document) -> Result<HtmlElement, JsValue> {
    document.document_element().map(JsCast::unchecked_into).ok_or_else(|| JsValue::from_str("the document is empty"))
}

/// A new element with a class and text.
pub(super) fn make(document: &Document, name: &str, class: &str, text: &str) -> Result<HtmlElement, JsValue> {
    let element: HtmlElement = document.create_element(name)?.unchecked_into();
    if !class.is_empty() {
        element.set_class_name(class);
    }
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    Ok(element)
}

/// Gives an element the colour and shape of a speaker, or no colour.
pub(super) fn dress(element: &HtmlElement, look: Option<Look>) -> Result<(), JsValue> {
    let style = element.style();
    let Some(Look { colour, shape }) = look else { return style.set_property("--c", "0") };
    for (name, value) in [("--l", colour.lightness), ("--c", colour.chroma), ("--h", f64::from(colour.hue))] {
        style.set_property(name, &String::from(Number::from(value).to_string_with_radix(10)?))?;
    }
    element.set_attribute("data-shape", shape.name())
}

/// Sets a length in CSS pixels, to a tenth. The browser writes and reads fractions here and below: what Rust has for it comes
/// with tables of fifteen kilobytes.
pub(super) fn set_pixels(element: &HtmlElement, property: &str, value: f64) -> Result<(), JsValue> {
    element.style().set_property(property, &format!("{}px", String::from(Number::from(value).to_fixed(1)?)))
}

/// A computed length in CSS pixels; none where it is a word or a percentage.
pub(super) fn pixels(window: &Window, element: &Element, property: &str) -> Option<f64> {
    let value = computed(window, element, property);
    Some(js_sys::parse_float(value.strip_suffix("px")?)).filter(|length| !length.is_nan())
}

/// The element around another, out of its shadow tree where it stands at the top of one.
pub(super) fn parent(element: &Element) -> Option<Element> {
    element.parent_element().or_else(|| Some(element.parent_node()?.dyn_into::<ShadowRoot>().ok()?.host()))
}

/// What an element shows inside of it: its open shadow tree where it has one, what a slot is given, or its children.
pub(super) fn flat_children(element: &Element) -> Vec<Node> {
    if let Some(slot) = element.dyn_ref::<HtmlSlotElement>() {
        let given = slot.assigned_nodes();
        if given.length() > 0 {
            return given.iter().map(JsCast::unchecked_into).collect();
        }
    }
    let own: Node = element.shadow_root().map_or_else(|| element.clone().into(), Into::into);
    std::iter::successors(own.first_child(), Node::next_sibling).collect()
}

/// One computed value of an element.
pub(super) fn computed(window: &Window, element: &Element, property: &str) -> String {
    let style = window.get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value(property).ok()).unwrap_or_default()
}

/// Milliseconds since the page began.
pub(super) fn now(window: &Window) -> f64 {
    window.performance().map_or(0.0, |performance| performance.now())
}

/// A listener that ends with its owner.
pub(super) struct Listener {
    target: EventTarget,
    name: &'static str,
    capture: bool,
    closure: JsValue,
    /// Keeps the Rust side of `closure` alive.
    _owner: Box<dyn std::any::Any>,
}

impl Listener {
    /// Calls `handler` for each event. Passive, so that it never holds up scrolling, unless `active`.
    pub(super) fn new<E: FromWasmAbi + 'static>(
        target: &EventTarget,
        name: &'static str,
        capture: bool,
        active: bool,
        handler: impl FnMut(E) + 'static,
    ) -> Result<Self, JsValue> {
        let owner = Closure::<dyn FnMut(E)>::new(handler);
        let closure = owner.as_ref().clone();
        let options = AddEventListenerOptions::new();
        options.set_capture(capture);
        options.set_passive(!active);
        target.add_event_listener_with_callback_and_add_event_listener_options(
            name,
            closure.unchecked_ref(),
            &options,
        )?;
        Ok(Self { target: target.clone(), name, capture, closure, _owner: Box::new(owner) })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.closure.unchecked_ref();
        // An error can only mean that the target is gone, and the listener with it.
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.name, function, self.capture);
    }
}
