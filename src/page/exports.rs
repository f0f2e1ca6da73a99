//! What JavaScript may call.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use web_sys::Element;

use super::app::App;
use super::settings::Settings;
use super::snapshot::Snapshot;
use super::status::{State, Status};
use crate::text::OffsetMap;
use crate::{Article, Options, Report, analyze, json};

thread_local! {
    /// One article a page. Taken out of the cell before anything is called on it: the host may call back.
    static APP: RefCell<Option<Rc<App>>> = const { RefCell::new(None) };
}

fn read(settings: &JsValue) -> Settings {
    Settings::read(&json::taken(settings, 0))
}

fn current() -> Option<Rc<App>> {
    APP.with_borrow(Clone::clone)
}

/// Takes the file of English, once, before everything else: see [`crate::furnish`].
///
/// # Errors
/// When the file is damaged; the engine is of no use then.
#[wasm_bindgen]
pub fn furnish(file: Vec<u8>) -> Result<(), JsError> {
    crate::furnish(file).map_err(|error| JsError::new(&error))
}

/// Makes ready a part of what the first article would wait for, after [`furnish`]; whether another is left.
#[wasm_bindgen]
pub fn prepare() -> bool {
    crate::prepare()
}

/// Begins to annotate: `root`'s text, or the article that the document holds. A second call changes nothing.
///
/// `host` has `message(key, args)`, `status(object)`, `recall()` and `remember(text)`; `settings` is what `extension/settings.js` describes; each
/// member may be missing.
///
/// # Errors
/// Where the page lacks something that cannot be done without; nothing of ours is left in it then.
#[wasm_bindgen]
pub fn start(host: JsValue, settings: &JsValue, root: Option<Element>) -> Result<(), JsValue> {
    if current().is_some() {
        return Ok(());
    }
    let app = App::new(host, read(settings), root)?;
    APP.set(Some(app.clone()));
    app.begin()
}

/// Takes over changed settings at once.
///
/// # Errors
/// As for [`start`].
#[wasm_bindgen]
pub fn configure(settings: &JsValue) -> Result<(), JsValue> {
    current().map_or(Ok(()), |app| app.configure(read(settings)))
}

/// Asks the host again what it remembers of this page: it came late, or the address is another one now.
#[wasm_bindgen]
pub fn reconsider() {
    if let Some(app) = current() {
        app.reconsider();
    }
}

/// Removes everything: the host element, the highlights, the observers. The page is as it was.
#[wasm_bindgen]
pub fn stop() {
    if let Some(app) = APP.take() {
        app.end();
    }
}

/// Goes to the next statement, or to the one before, and opens its card; whether there is one.
#[wasm_bindgen]
pub fn step(forward: bool) -> bool {
    current().is_some_and(|app| app.walk(forward))
}

/// Opens the panel, or closes it where it is open; whether it is open then. Without an article there is none.
#[wasm_bindgen]
pub fn panel() -> bool {
    current().is_some_and(|app| app.toggle_panel())
}

/// Where things stand, as an object; the same that the host's `status` gets.
///
/// # Errors
/// Never in practice: the object is plain.
#[wasm_bindgen]
pub fn status() -> Result<JsValue, JsValue> {
    current().map_or_else(|| Status::of(State::Off).to_js(), |app| app.status().to_js())
}

/// The text that [`start`] would read, its blocks separated by line breaks: for tests, and for reports of an article
/// that was not found.
///
/// # Errors
/// Where there is no document.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "wasm-bindgen hands objects over by value")]
pub fn article_text(root: Option<Element>) -> Result<String, JsValue> {
    Ok(Snapshot::take(root.as_ref())?.text.text().to_owned())
}

/// The report on an article, as `hearsay annotate` writes it, without an `id`: JSON, spans in Unicode code points.
#[wasm_bindgen]
pub fn annotate(text: String, title: Option<String>, language: Option<String>) -> String {
    let article = Article { title, language, text };
    written(&article, analyze(&article, &Options::default()))
}

/// As [`annotate`], for whoever shows what it says: a list of that report, and of an object like that of [`status`].
///
/// # Errors
/// Never in practice: the object is plain.
#[wasm_bindgen]
pub fn annotate_and_list(text: String) -> Result<JsValue, JsValue> {
    let article = Article::new(text);
    let report = analyze(&article, &Options::default());
    let status = Status::of_article(&article, &report).to_js()?;
    Ok(Array::of2(&JsValue::from_str(&written(&article, report)), &status).into())
}

fn written(article: &Article, report: Report) -> String {
    let map = OffsetMap::new(&article.text);
    json::write(&report.map_spans(|span| map.to_chars(span)))
}
