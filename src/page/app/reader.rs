//! What the reader does: opens a card, closes it, goes where it points.

use web_sys::{Element, FocusOptions, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::App;
use crate::page::marks;
use crate::page::notes::NoteKind;
use crate::page::overlay::Overlay;

impl App {
    pub(in crate::page) fn clicked(&self, target: &Element, by_keyboard: bool) {
        let closest = |selector: &str| target.closest(selector).ok().flatten();
        if let Some(badge) = closest(".n") {
            let Some(index) = number(&badge, "data-note") else { return };
            let open = self.overlay.borrow().as_ref().and_then(Overlay::open_note);
            match (open == Some(index), by_keyboard) {
                (false, _) => self.open_card(index),
                (true, true) => {
                    let into = self.overlay.borrow().as_ref().and_then(Overlay::card_focus);
                    self.focus(into);
                }
                (true, false) => self.close_card(),
            }
        } else if closest(".close").is_some() {
            self.escape();
        } else if let Some(attribution) = closest(".jump").and_then(|jump| number(&jump, "data-jump")) {
            self.jump(attribution as u32);
        }
    }

    pub(in crate::page) fn focused(&self, target: &Element) {
        let badge = target.closest(".n:focus-visible").ok().flatten();
        if let Some(index) = badge.and_then(|badge| number(&badge, "data-note")).filter(|_| !self.quiet_focus.get()) {
            let open = self.overlay.borrow().as_ref().and_then(Overlay::open_note);
            if open != Some(index) {
                self.open_card(index);
            }
        }
    }

    pub(super) fn open_card(&self, index: usize) {
        let Some(view) = self.view.borrow().clone() else { return };
        let Some(note) = view.notes.get(index) else { return };
        let Ok(card) = self.facts(&view).and_then(|facts| facts.card(note)) else { return };
        if let Some(overlay) = self.overlay.borrow_mut().as_mut() {
            // A card that cannot be placed is closed again.
            if overlay.open(index, card).is_err() {
                overlay.close();
            }
        }
    }

    /// Closes the card; whether there was one.
    pub(in crate::page) fn close_card(&self) {
        if let Some(overlay) = self.overlay.borrow_mut().as_mut() {
            overlay.close();
        }
    }

    /// Closes the card and gives the focus back to its badge; whether there was a card.
    pub(in crate::page) fn escape(&self) -> bool {
        let had_focus = self.overlay.borrow().as_ref().is_some_and(Overlay::has_focus);
        let badge = self.overlay.borrow_mut().as_mut().and_then(Overlay::close);
        let closed = badge.is_some();
        self.focus(badge.filter(|_| had_focus));
        closed
    }

    /// Shows where a statement stands and opens its card.
    fn jump(&self, attribution: u32) {
        let Some(view) = self.view.borrow().clone() else { return };
        let Some(statement) = view.report.attributions.get(attribution as usize) else { return };
        let place = statement.content.first().and_then(|span| view.snapshot.text.locate(*span).into_iter().next());
        if let Some(Ok(Some(range))) = place.map(|(from, to)| marks::range(&view.snapshot, from, to))
            && let Some(element) = range.start_container().ok().and_then(|node| node.parent_element())
        {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Center);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
        let index = view.notes.iter().position(
            |note| matches!(&note.kind, NoteKind::Speaker { statements, .. } if statements.contains(&attribution)),
        );
        let Some(index) = index else { return };
        let badge = self.overlay.borrow().as_ref().and_then(|overlay| overlay.badge(index));
        self.open_card(index);
        self.focus(badge);
    }

    pub(super) fn focus(&self, element: Option<web_sys::HtmlElement>) {
        let Some(element) = element else { return };
        self.quiet_focus.set(true);
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus_with_options(&options);
        self.quiet_focus.set(false);
    }
}

fn number(element: &Element, attribute: &str) -> Option<usize> {
    element.get_attribute(attribute)?.parse().ok()
}
