//! The one element that is ours: a host with a closed shadow root. In it lie the badges, in document coordinates, and one
//! card at a time.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Document, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

use super::dom::{self, make};
use super::sheet::SHEET;
use super::words::Host;
use crate::layout;

mod badges;
mod card;

/// The element's name: with a hyphen, so that no browser ever gives it a meaning.
pub(super) const HOST: &str = "hearsay-overlay";

/// Where a shadow root's style sheets stand.
const SHEETS: &str = "adoptedStyleSheets";

pub(super) struct Overlay {
    document: Document,
    pub(super) host: HtmlElement,
    pub(super) shadow: ShadowRoot,
    frame: HtmlElement,
    badges: Vec<badges::Badge>,
    /// Badges of the last reading that have not found their place in this one.
    spare: Vec<badges::Badge>,
    card: Option<card::Open>,
    notice: Option<HtmlElement>,
    rings: Vec<HtmlElement>,
    /// The width of notes that badges were last measured for.
    note: f64,
}

impl Overlay {
    /// Makes the host; it is not in the page until [`Overlay::attach`].
    pub(super) fn new(host: &Host) -> Result<Self, JsValue> {
        let document = dom::document()?;
        let element = make(&document, HOST, "", "")?;
        let shadow = element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Closed))?;
        let sheet = CssStyleSheet::new()?;
        sheet.replace_sync(SHEET)?;
        Reflect::set(&shadow, &JsValue::from_str(SHEETS), &Array::of1(&sheet))?;
        let frame = make(&document, "div", "frame", "")?;
        frame.set_attribute("role", "region")?;
        frame.set_attribute("aria-label", &host.say("overlayLabel", &[]))?;
        shadow.append_child(&frame)?;
        Ok(Self {
            document,
            host: element,
            shadow,
            frame,
            badges: Vec::new(),
            spare: Vec::new(),
            card: None,
            notice: None,
            rings: Vec::new(),
            note: layout::NOTE,
        })
    }

    /// Whether the host stands where it belongs. Being in some document says nothing: a page can move it into a frame, and
    /// take the frame away.
    pub(super) fn stands(&self) -> bool {
        let root = self.document.document_element();
        root.is_some_and(|root| self.host.parent_element().is_some_and(|parent| parent.is_same_node(Some(&root))))
    }

    /// Puts the host at the document's end, where it is not yet.
    pub(super) fn attach(&self) -> Result<(), JsValue> {
        if self.stands() {
            return Ok(());
        }
        dom::root(&self.document)?.append_child(&self.host)?;
        Ok(())
    }

    /// Whether the host has never been in another document, such as a frame's. From there it would come back without its sheets,
    /// and, when the frame is gone, without its listeners.
    pub(super) fn is_whole(&self) -> bool {
        let sheets = Reflect::get(&self.shadow, &JsValue::from_str(SHEETS));
        sheets.is_ok_and(|sheets| sheets.unchecked_ref::<Array>().length() > 0)
    }

    /// Says in the page how far we are.
    pub(super) fn set_state(&self, state: &str) -> Result<(), JsValue> {
        self.host.set_attribute("data-state", state)
    }

    /// Follows the page's own light or dark.
    pub(super) fn set_theme(&self, dark: bool, level: Option<i32>) -> Result<(), JsValue> {
        self.frame.set_attribute("data-theme", if dark { "dark" } else { "light" })?;
        let level = level.unwrap_or(0).to_string();
        for badge in &self.badges {
            badge.button.style().set_property("z-index", &level)?;
        }
        Ok(())
    }

    /// Takes in an element beside the badges: the panel.
    pub(super) fn hold(&self, element: &HtmlElement) -> Result<(), JsValue> {
        self.frame.append_child(element)?;
        // The sheet for paper asks for it.
        self.host.set_attribute("data-panel", "")
    }

    /// Lets go of what [`Overlay::hold`] took in.
    pub(super) fn release(&self, element: &HtmlElement) {
        element.remove();
        // The attribute is ours: it cannot fail.
        let _ = self.host.remove_attribute("data-panel");
    }

    /// Whether the focus lies in the overlay.
    pub(super) fn has_focus(&self) -> bool {
        self.shadow.active_element().is_some()
    }
}

impl Drop for Overlay {
    fn drop(&mut self) {
        self.host.remove();
    }
}
