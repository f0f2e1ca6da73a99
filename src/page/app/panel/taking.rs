//! What the reader takes along of the panel: saved, copied, printed.

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::super::App;
use super::in_bytes;
use crate::export::{Document, Target, export};
use crate::page::dom;
use crate::page::panel::take;
use crate::page::panel::whole::Whole;
use crate::text::OffsetMap;

impl App {
    /// Save, copy or print.
    pub(super) fn take_along(&self, button: &Element) {
        let format = |name| button.get_attribute(name).and_then(|name| take::format(&name));
        let title = self.view.borrow().as_ref().and_then(|view| view.snapshot.title.clone());
        if let Some(format) = format("data-save") {
            let title = title.unwrap_or_else(|| dom::document().map(|d| d.title()).unwrap_or_default());
            let _ = self.exported(format).and_then(|text| take::save(&text, format, &title));
        } else if let Some(format) = format("data-copy") {
            let me = self.me.clone();
            let tell = move |copied: bool| {
                if let Some(app) = me.upgrade() {
                    app.say_in_panel(if copied { "panelCopied" } else { "panelNotCopied" });
                }
            };
            let Some(panel) = self.panel.borrow().as_ref().map(|panel| panel.element.clone()) else { return };
            if self.exported(format).and_then(|text| take::copy(&text, &panel, tell)).is_err() {
                self.say_in_panel("panelNotCopied");
            }
        } else {
            // The article first, the panel behind it: overlay.css has the rules for paper.
            let _ = self.window.print();
        }
    }

    fn say_in_panel(&self, key: &str) {
        let panel = self.panel.borrow();
        let line = panel.as_ref().and_then(|panel| panel.element.query_selector(".done").ok().flatten());
        if let Some(line) = line {
            line.set_text_content(Some(&self.host.say(key, &[])));
        }
    }

    /// The report on this page in a format, its places counted in the page's own text.
    fn exported(&self, format: crate::export::Format) -> Result<String, JsValue> {
        let Some(view) = self.view.borrow().clone() else { return Ok(String::new()) };
        let (text, report) = (view.snapshot.text.text(), in_bytes(&view));
        let whole = Whole::take(&view.snapshot)?;
        let (article, page) = (OffsetMap::new(text), OffsetMap::new(&whole.text));
        let address = self.window.location().href()?;
        let title =
            view.snapshot.title.clone().unwrap_or_else(|| dom::document().map(|d| d.title()).unwrap_or_default());
        let document = Document {
            report: &report,
            text,
            title: Some(title.as_str()).filter(|title| !title.is_empty()),
            source: address.split('#').next().unwrap_or_default(),
            target: Target { text: &whole.text, locate: &|span| whole.locate(&view.snapshot, &article, &page, span) },
            words: &self.host,
        };
        Ok(export(&document, format))
    }
}
