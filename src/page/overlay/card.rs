//! The open card: one at a time, under its badge or as a sheet.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::Overlay;
use crate::layout::{NARROW, Rect, Size};
use crate::page::dom;

impl Overlay {
    /// Which badge's card is open.
    pub(in crate::page) fn open_note(&self) -> Option<usize> {
        self.card.as_ref().map(|(index, _)| *index)
    }

    /// Opens the card of a badge, and closes any other.
    pub(in crate::page) fn open(&mut self, index: usize, card: HtmlElement) -> Result<(), JsValue> {
        self.close();
        let Some(badge) = self.badges.get(index) else { return Ok(()) };
        badge.button.set_attribute("aria-expanded", "true")?;
        // Right behind its badge, so that tabbing goes into it.
        badge.button.after_with_node_1(&card)?;
        self.card = Some((index, card));
        self.place_card()
    }

    /// Closes the open card; the badge that it belonged to.
    pub(in crate::page) fn close(&mut self) -> Option<HtmlElement> {
        let (index, card) = self.card.take()?;
        card.remove();
        let button = self.badges.get(index)?.button.clone();
        // The attribute is one of ours and the value is plain: it cannot fail.
        let _ = button.set_attribute("aria-expanded", "false");
        Some(button)
    }

    /// The first thing in the open card that takes the focus.
    pub(in crate::page) fn card_focus(&self) -> Option<HtmlElement> {
        let (_, card) = self.card.as_ref()?;
        card.query_selector("a, button").ok().flatten().map(JsCast::unchecked_into)
    }

    /// Under its badge, above it where there is no room below; a sheet at the bottom of a narrow screen.
    pub(super) fn place_card(&self) -> Result<(), JsValue> {
        let Some((index, card)) = &self.card else { return Ok(()) };
        let Some(badge) = self.badges.get(*index) else { return Ok(()) };
        let root: Element = dom::root(&self.document)?.into();
        let (width, height) = (f64::from(root.client_width()), f64::from(root.client_height()));
        if width <= NARROW {
            card.set_class_name("card sheet");
            card.style().remove_property("left")?;
            card.style().remove_property("top")?;
            return Ok(());
        }
        card.set_class_name("card");
        let (at, own, corner) = (
            badge.button.get_bounding_client_rect(),
            card.get_bounding_client_rect(),
            self.host.get_bounding_client_rect(),
        );
        let size = Size { width: own.width(), height: own.height() };
        let x = at.left().min(width - size.width - 12.0).max(12.0);
        let below = at.bottom() + 6.0;
        let above = at.top() - 6.0 - size.height;
        let y = if below + size.height > height && above >= 0.0 { above } else { below };
        let rect = Rect::at(x, y, size);
        card.style().set_property("left", &format!("{:.1}px", rect.left - corner.left()))?;
        card.style().set_property("top", &format!("{:.1}px", rect.top - corner.top()))
    }
}
