//! "Not right?": the reader's own corrections, remembered for this page, each with a way back.

use web_sys::Element;

use super::App;
use crate::page::card::Choice;
use crate::page::corrections::{Change, Marked};
use crate::page::overlay::Overlay;

impl App {
    /// Does what was chosen in a card or in the notice after a change.
    pub(super) fn choose(&self, button: &Element) {
        let doubt = button.get_attribute("data-doubt").unwrap_or_default();
        match Choice::read(&doubt, button.get_attribute("data-name")) {
            Some(Choice::Ask) => unfold(button),
            Some(Choice::Change(what, change)) => self.correct(what, change),
            Some(Choice::Undo) => self.undo(),
            Some(Choice::UndoAll) => self.undo_all(),
            None => {}
        }
        // The choices may reach beyond where the card ended.
        self.place_soon();
    }

    /// The host remembers something else of this page: it came late, or the page is another one now.
    pub(in crate::page) fn reconsider(&self) {
        // A failure has been told by then.
        let _ = self.refresh();
    }

    fn correct(&self, what: Marked, change: Change) {
        let Some(view) = self.view.borrow().clone() else { return };
        let text = match &change {
            Change::Hidden => self.host.say("cardHidden", &[]),
            Change::Said(name) => self.host.say("cardRenamed", &[name]),
        };
        self.taken_back.take();
        self.corrections.borrow_mut().add(&view.report, view.snapshot.text.text(), what, change);
        self.settle();
        self.offer_undo(&text);
    }

    /// Says what was done, with the way back, which gets the focus.
    fn offer_undo(&self, text: &str) {
        let Some(view) = self.view.borrow().clone() else { return };
        let notice = self.facts(&view).and_then(|facts| facts.toast(text));
        let undo = match (self.overlay.borrow_mut().as_mut(), notice) {
            (Some(overlay), Ok(notice)) => overlay.tell(notice),
            _ => None,
        };
        self.focus(undo);
    }

    /// Takes all back, which can be taken back itself.
    fn undo_all(&self) {
        let all = self.corrections.take();
        self.settle();
        self.taken_back.replace(Some(all));
        self.offer_undo(&self.host.say("cardTakenBack", &[]));
    }

    /// Takes the last change back, or that all were.
    fn undo(&self) {
        match self.taken_back.take() {
            Some(all) => drop(self.corrections.replace(all)),
            None => self.corrections.borrow_mut().undo(),
        }
        self.settle();
        if let Some(overlay) = self.overlay.borrow_mut().as_mut() {
            overlay.hush();
        }
        let badge = self.left_at.get().and_then(|at| {
            let view = self.view.borrow().clone()?;
            let index = view.notes.iter().position(|note| note.at >= at)?;
            self.overlay.borrow().as_ref().and_then(|overlay| overlay.badge(index))
        });
        self.focus(badge);
    }

    /// Lets the host remember, and shows the page as it is now.
    fn settle(&self) {
        let open = self.overlay.borrow().as_ref().and_then(Overlay::open_note);
        if let (Some(index), Some(view)) = (open, self.view.borrow().clone()) {
            self.left_at.set(view.notes.get(index).map(|note| note.at));
        }
        self.close_card();
        let text = self.corrections.borrow().write();
        self.host.remember(&text);
        // A failure has been told by then.
        let _ = self.refresh();
    }
}

/// Shows what can be done, or hides it again.
fn unfold(button: &Element) {
    let Some(choices) = button.next_element_sibling() else { return };
    let open = choices.has_attribute("hidden");
    // The attributes are ours and plain: they cannot fail.
    let _ = choices.toggle_attribute_with_force("hidden", !open);
    let _ = button.set_attribute("aria-expanded", if open { "true" } else { "false" });
}
