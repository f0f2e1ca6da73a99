//! The open card, one at a time, under its badge or as a sheet; the notice after a change; the ring around words that a card
//! points at.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, NodeList};

use super::Overlay;
use crate::layout::{NARROW, Rect, Size};
use crate::page::card::Facts;
use crate::page::dom::{self, make};

/// What a sheet leaves free: its own distance from the edge of the screen, and the rest of the line of its badge.
const SHEET_CLEAR: f64 = 12.0 + 14.0;

/// The card that is open, and the badge that it belongs to.
pub(super) struct Open {
    button: HtmlElement,
    element: HtmlElement,
}

/// Gives what a card points at the numbers that it has in a newer one; whether all of it is there, too.
fn renumber(card: &HtmlElement, newer: &HtmlElement) -> Result<bool, JsValue> {
    for name in ["data-doubt", "data-jump"] {
        let selector = format!("[{name}]");
        let (own, new) = (card.query_selector_all(&selector)?, newer.query_selector_all(&selector)?);
        let elements = |list: &NodeList| (0..list.length()).filter_map(|at| list.item(at)).collect::<Vec<_>>();
        let mut new = elements(&new).into_iter();
        for own in elements(&own) {
            // In the same order; there may be more of them, as a name that came with new paragraphs.
            let Some(same) = new.find(|new| new.text_content() == own.text_content()) else { return Ok(false) };
            let (own, same): (Element, Element) = (own.unchecked_into(), same.unchecked_into());
            own.set_attribute(name, &same.get_attribute(name).unwrap_or_default())?;
        }
    }
    Ok(true)
}

impl Overlay {
    /// Which badge's card is open.
    pub(in crate::page) fn open_note(&self) -> Option<usize> {
        self.card.as_ref()?.button.get_attribute("data-note")?.parse().ok()
    }

    /// Opens the card of a badge, and closes any other.
    pub(in crate::page) fn open(&mut self, index: usize, card: HtmlElement) -> Result<(), JsValue> {
        self.close();
        let Some(button) = self.badge(index) else { return Ok(()) };
        button.set_attribute("aria-expanded", "true")?;
        // Right behind its badge, so that tabbing goes into it.
        button.after_with_node_1(&card)?;
        self.card = Some(Open { button, element: card });
        self.place_card()
    }

    /// Closes the open card; the badge that it belonged to.
    pub(in crate::page) fn close(&mut self) -> Option<HtmlElement> {
        let Open { button, element } = self.card.take()?;
        element.remove();
        self.rings.drain(..).for_each(|ring| ring.remove());
        // The attribute is one of ours and the value is plain: it cannot fail.
        let _ = button.set_attribute("aria-expanded", "false");
        Some(button)
    }

    /// Fills the open card again: what it points at has other numbers since the page was last read.
    pub(in crate::page) fn renew(&mut self, facts: &Facts) -> Result<(), JsValue> {
        let Some(index) = self.open_note() else { return Ok(()) };
        let had_focus = self.card_has_focus();
        let card = facts.card(index)?;
        let Some(open) = self.card.as_mut() else { return Ok(()) };
        // Somebody is about to choose: the list does not close under their finger, as long as what it offers is still there.
        let choosing = open.element.query_selector(".choices:not([hidden])")?.is_some();
        let kept = choosing || had_focus && card.text_content() == open.element.text_content();
        if kept && renumber(&open.element, &card)? {
            return Ok(());
        }
        let scrolled = open.element.scroll_top();
        open.element.replace_with_with_node_1(&card)?;
        open.element = card;
        open.element.set_scroll_top(scrolled);
        if had_focus {
            open.button.focus()?;
        }
        self.place_card()
    }

    /// The first thing in the open card that takes the focus.
    pub(in crate::page) fn card_focus(&self) -> Option<HtmlElement> {
        let first = self.card.as_ref()?.element.query_selector("a, button:not([disabled])");
        first.ok().flatten().map(JsCast::unchecked_into)
    }

    /// Whether the focus lies in the open card.
    pub(in crate::page) fn card_has_focus(&self) -> bool {
        let active = self.shadow.active_element();
        self.card.as_ref().is_some_and(|open| active.is_some_and(|active| open.element.contains(Some(&active))))
    }

    /// Shows a notice in place of any other; its first button.
    pub(in crate::page) fn tell(&mut self, notice: HtmlElement) -> Option<HtmlElement> {
        self.hush();
        self.frame.append_child(&notice).ok()?;
        let first = notice.query_selector("button").ok().flatten().map(JsCast::unchecked_into);
        self.notice = Some(notice);
        first
    }

    /// Takes the notice away; whether there was one.
    pub(in crate::page) fn hush(&mut self) -> bool {
        self.notice.take().is_some_and(|notice| {
            notice.remove();
            true
        })
    }

    /// Draws a ring around these rectangles of the window, and none anywhere else.
    pub(in crate::page) fn ring(&mut self, rects: &[Rect]) -> Result<(), JsValue> {
        self.rings.drain(..).for_each(|ring| ring.remove());
        if rects.is_empty() {
            return Ok(());
        }
        let corner = self.host.get_bounding_client_rect();
        for rect in rects {
            let ring = make(&self.document, "div", "ring", "")?;
            let places = [
                ("left", rect.left - corner.left() - 3.0),
                ("top", rect.top - corner.top() - 2.0),
                ("width", rect.right - rect.left + 6.0),
                ("height", rect.bottom - rect.top + 4.0),
            ];
            for (side, value) in places {
                dom::set_pixels(&ring, side, value)?;
            }
            self.frame.append_child(&ring)?;
            self.rings.push(ring);
        }
        Ok(())
    }

    /// At the bottom of the screen, or at its top: where it leaves the line of its badge in sight, and no higher than that.
    /// It stays where it was opened.
    fn lay_sheet(card: &HtmlElement, button: &HtmlElement, height: f64) -> Result<(), JsValue> {
        if card.class_name().contains("sheet") {
            return Ok(());
        }
        card.set_class_name("card sheet");
        let (at, needed) = (button.get_bounding_client_rect(), card.get_bounding_client_rect().height());
        // What is out of sight is about to come to the middle: a jump leads there.
        let out = at.bottom() < 0.0 || at.top() > height;
        let (top, bottom) = if out { (height / 2.0, height / 2.0) } else { (at.top(), at.bottom()) };
        let (below, above) = (height - bottom - SHEET_CLEAR, top - SHEET_CLEAR);
        if needed > below && above > below {
            card.set_class_name("card sheet high");
        }
        let room = if needed > below { below.max(above) } else { below };
        if needed > room {
            dom::set_pixels(card, "max-height", room)?;
        }
        Ok(())
    }

    /// Under its badge, above it where there is no room below; a sheet at the bottom of a narrow screen.
    pub(super) fn place_card(&self) -> Result<(), JsValue> {
        let Some(Open { button, element: card }) = &self.card else { return Ok(()) };
        let root: Element = dom::root(&self.document)?.into();
        let (width, height) = (f64::from(root.client_width()), f64::from(root.client_height()));
        if width <= NARROW {
            card.style().remove_property("left")?;
            card.style().remove_property("top")?;
            return Self::lay_sheet(card, button, height);
        }
        card.set_class_name("card");
        card.style().remove_property("max-height")?;
        let (at, own, corner) =
            (button.get_bounding_client_rect(), card.get_bounding_client_rect(), self.host.get_bounding_client_rect());
        let size = Size { width: own.width(), height: own.height() };
        let x = at.left().min(width - size.width - 12.0).max(12.0);
        let below = at.bottom() + 6.0;
        let above = at.top() - 6.0 - size.height;
        let fits = |y: f64| y >= 8.0 && y + size.height <= height - 8.0;
        let y = match (fits(below), fits(above)) {
            (false, true) => above,
            // Neither side has room for it while its badge is in sight: over the badge's side, as far as needed.
            (false, false) if at.bottom() > 0.0 && at.top() < height => below.min(height - size.height - 8.0).max(8.0),
            _ => below,
        };
        let rect = Rect::at(x, y, size);
        dom::set_pixels(card, "left", rect.left - corner.left())?;
        dom::set_pixels(card, "top", rect.top - corner.top())
    }
}
