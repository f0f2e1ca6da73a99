//! What the reader does: opens a card, closes it, goes where it points.

use web_sys::{Element, FocusOptions, HtmlElement, ScrollBehavior};

use super::App;
use super::sight::Sight;
use crate::page::card::Place;
use crate::page::notes::NoteKind;
use crate::page::overlay::Overlay;
use crate::text::Utf16Span;

impl App {
    pub(in crate::page) fn clicked(&self, target: &Element, by_keyboard: bool) {
        let closest = |selector: &str| target.closest(selector).ok().flatten();
        if self.panel_clicked(target, by_keyboard) {
            return;
        }
        let hovering = self.intent.was_hovering();
        self.intent.pin(&self.window);
        if let Some(badge) = closest(".n") {
            let Some(index) = number(&badge, "data-note") else { return };
            let open = self.overlay.borrow().as_ref().and_then(Overlay::open_note);
            match (open == Some(index), by_keyboard) {
                (false, _) => self.open_card(index),
                (true, true) => {
                    let into = self.overlay.borrow().as_ref().and_then(Overlay::card_focus);
                    self.focus(into);
                }
                // What hovering opened stays when it is clicked.
                (true, false) if hovering => {}
                (true, false) => self.close_card(),
            }
        } else if closest(".close").is_some() {
            self.escape();
        } else if closest("[data-panel]").is_some() {
            self.panel_from_card();
        } else if let Some(button) = closest("[data-doubt]") {
            self.choose(&button);
        } else if let Some(place) = closest("[data-jump]").and_then(|jump| jump.get_attribute("data-jump"))
            && let Some(place) = Place::read(&place)
        {
            self.jump(place);
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
        self.intent.pin(&self.window);
        let Some(view) = self.view.borrow().clone() else { return };
        let Ok(card) = self.facts(&view).and_then(|facts| facts.card(index)) else { return };
        self.ringed.set(None);
        if let Some(overlay) = self.overlay.borrow_mut().as_mut() {
            overlay.hush();
            // A card that cannot be placed is closed again.
            if overlay.open(index, card).is_err() {
                overlay.close();
            }
        }
    }

    /// Closes the card, if there is one.
    pub(in crate::page) fn close_card(&self) {
        self.ringed.set(None);
        self.intent.pin(&self.window);
        if let Some(overlay) = self.overlay.borrow_mut().as_mut() {
            overlay.close();
        }
    }

    /// Closes the card and gives the focus back to its badge, or closes the panel; whether there was one to close.
    pub(in crate::page) fn escape(&self) -> bool {
        self.ringed.set(None);
        self.intent.pin(&self.window);
        let had_focus = self.overlay.borrow().as_ref().is_some_and(Overlay::has_focus);
        let (badge, told) = {
            let mut overlay = self.overlay.borrow_mut();
            let Some(overlay) = overlay.as_mut() else { return false };
            (overlay.close(), overlay.hush())
        };
        let closed = badge.is_some() || told;
        self.focus(badge.filter(|_| had_focus));
        closed || self.escape_panel()
    }

    /// Shows a place of the article, and opens the card of the badge that stands there.
    pub(super) fn jump(&self, place: Place) {
        let Some(view) = self.view.borrow().clone() else { return };
        let report = &view.report;
        let index = view.notes.iter().position(|note| match (&note.kind, place) {
            (NoteKind::Speaker { statements, .. }, Place::Statement(id)) => statements.contains(&id),
            (NoteKind::Warning(own), Place::Warning(id)) => *own == id,
            _ => false,
        });
        let (span, index) = match place {
            Place::Words(span) => (Some(span), None),
            Place::Note(index) => (view.notes.get(index).map(|n| Utf16Span::new(n.at, n.at + 1)), Some(index)),
            Place::Statement(id) => {
                (report.attributions.get(id as usize).and_then(|a| a.content.first()).copied(), index)
            }
            Place::Warning(id) => (report.warnings.get(id as usize).and_then(|w| w.trigger.first()).copied(), index),
        };
        if let Some(sight) = span.and_then(|span| Sight::of(&view, span)) {
            let height = self.window.inner_height().ok().and_then(|h| h.as_f64()).unwrap_or_default();
            // What is in sight already stays where it is.
            if !(80.0..height * 0.6).contains(&sight.top()) {
                // As the page itself moves, which is mostly at once: the card finds its place by where the badge is then.
                let _ = self.scroll_to(&sight, ScrollBehavior::Auto);
            }
        }
        if let Some(index) = index {
            let badge = self.overlay.borrow().as_ref().and_then(|overlay| overlay.badge(index));
            self.open_card(index);
            self.focus(badge);
        }
        self.ringed.set(span.filter(|_| !matches!(place, Place::Note(_))));
        self.place_soon();
    }

    pub(super) fn focus(&self, element: Option<HtmlElement>) {
        let Some(element) = element else { return };
        self.quiet_focus.set(true);
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus_with_options(&options);
        self.quiet_focus.set(false);
    }
}

pub(super) fn number(element: &Element, attribute: &str) -> Option<usize> {
    element.get_attribute(attribute)?.parse().ok()
}
