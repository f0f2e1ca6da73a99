//! The panel's life in the article's: opened, filled anew, clicked in, closed.

mod going;
mod taking;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::gestures::number;
use super::{App, View};
use crate::page::dom;
use crate::page::notes::NoteKind;
use crate::page::overlay::Overlay;
use crate::page::panel::{Content, Panel};
use crate::page::publisher::{Policies, policies};
use crate::report::Report;
use crate::text::OffsetMap;

impl App {
    /// Opens the panel, or closes it; whether it is open then.
    pub(in crate::page) fn toggle_panel(&self) -> bool {
        if self.panel.borrow().is_some() {
            self.close_panel(true);
            return false;
        }
        self.open_panel().unwrap_or(false)
    }

    /// From a card's link; where the panel is open it gets the focus.
    pub(super) fn panel_from_card(&self) {
        let open = self.panel.borrow().as_ref().map(|panel| panel.element.clone());
        if open.is_none() {
            // It stays closed where it cannot be made.
            let _ = self.open_panel();
            return;
        }
        self.close_card();
        self.focus(open);
    }

    fn open_panel(&self) -> Result<bool, JsValue> {
        let Some(view) = self.view.borrow().clone() else { return Ok(false) };
        // From inside of a card the way back is to its badge: the card goes.
        let inside = self.overlay.borrow().as_ref().is_some_and(Overlay::card_has_focus);
        let badge = self.overlay.borrow_mut().as_mut().and_then(Overlay::close);
        self.close_card();
        let back = match badge.filter(|_| inside) {
            Some(badge) => Some(badge),
            None => self.focused_now()?,
        };
        let panel = with_content(self, &view, |content| Panel::new(content, back))?;
        let element = panel.element.clone();
        let shown = self.overlay.borrow().as_ref().map(|overlay| overlay.hold(&element)).transpose()?.is_some();
        if shown {
            self.panel.replace(Some(panel));
            self.focus(Some(element));
        }
        Ok(shown)
    }

    /// Whatever has the focus in the page or in the overlay.
    fn focused_now(&self) -> Result<Option<HtmlElement>, JsValue> {
        let inside = self.overlay.borrow().as_ref().and_then(|overlay| overlay.shadow.active_element());
        let active = inside.or(dom::document()?.active_element()).filter(|e| e.local_name() != "body");
        Ok(active.map(JsCast::unchecked_into))
    }

    /// Closes the panel; with `back`, the focus returns to where it was before.
    pub(super) fn close_panel(&self, back: bool) {
        let had_focus = self.panel_has_focus();
        let Some(panel) = self.panel.take() else { return };
        if let Some(overlay) = self.overlay.borrow().as_ref() {
            overlay.release(&panel.element);
        }
        if panel.only.is_some() {
            self.dim(None);
        }
        if back && had_focus {
            self.focus(panel.back);
        }
    }

    /// Takes the panel away with everything else.
    pub(super) fn drop_panel(&self) {
        self.panel.take();
    }

    fn panel_has_focus(&self) -> bool {
        let active = self.overlay.borrow().as_ref().and_then(|overlay| overlay.shadow.active_element());
        let panel = self.panel.borrow();
        active.zip(panel.as_ref()).is_some_and(|(active, panel)| panel.element.contains(Some(&active)))
    }

    /// Escape: closes the panel that has the focus, or that nothing else has the focus beside; whether it did.
    pub(super) fn escape_panel(&self) -> bool {
        let elsewhere = !self.panel_has_focus() && self.focused_now().is_ok_and(|active| active.is_some());
        let open = self.panel.borrow().is_some() && !elsewhere;
        if open {
            self.close_panel(true);
        }
        open
    }

    /// After another reading: the panel shows what is there now.
    pub(super) fn renew_panel(&self) -> Result<(), JsValue> {
        let Some(view) = self.view.borrow().clone() else { return Ok(()) };
        let Some(mut panel) = self.panel.take() else { return Ok(()) };
        let focused = self.overlay.borrow().as_ref().and_then(|overlay| overlay.shadow.active_element());
        let focused = focused.filter(|active| panel.element.contains(Some(active)));
        let renewed = with_content(self, &view, |content| {
            if *content.report == panel.report && content.changes == panel.changes {
                Ok(())
            } else {
                panel.refill(content, focused)
            }
        });
        let only = panel.only;
        self.panel.replace(Some(panel));
        if only.is_some() {
            self.dim(only);
        }
        renewed
    }

    /// A click in the overlay; whether it was the panel's.
    pub(super) fn panel_clicked(&self, target: &Element, by_keyboard: bool) -> bool {
        let closest = |selector: &str| target.closest(selector).ok().flatten();
        if closest(".panel").is_none() {
            return false;
        }
        self.close_card();
        if closest(".panel-close").is_some() {
            self.close_panel(true);
        } else if let Some(voice) = closest(".voice").and_then(|e| number(&e, "data-speaker")) {
            let voice = voice as u32;
            let now = self.panel.borrow().as_ref().and_then(|panel| panel.only);
            self.choose_speaker(Some(voice).filter(|_| now != Some(voice)));
        } else if closest(".everyone").is_some() {
            // The button goes: the focus stays at the speaker who was chosen.
            let chosen = self
                .panel
                .borrow()
                .as_ref()
                .and_then(|p| p.element.query_selector(".voice[aria-pressed=true]").ok().flatten());
            self.choose_speaker(None);
            self.focus(chosen.map(JsCast::unchecked_into));
        } else if let Some(place) = closest(".place") {
            // A place that has left the page meanwhile leads nowhere.
            let _ = self.go_to(&place, by_keyboard);
        } else if let Some(button) = closest("[data-doubt]") {
            self.choose(&button);
        } else if let Some(button) = closest("button[data-key]") {
            self.take_along(&button);
        }
        true
    }

    /// Shows one speaker alone, or everyone.
    fn choose_speaker(&self, only: Option<u32>) {
        if let Some(panel) = self.panel.borrow_mut().as_mut() {
            panel.only = only;
            // Attributes of our own elements with plain values: it cannot fail.
            let _ = panel.show_only();
        }
        self.dim(only);
    }

    /// Dims in the page what is not this speaker's.
    fn dim(&self, only: Option<u32>) {
        let Some(view) = self.view.borrow().clone() else { return };
        let said = |id: u32| view.report.speaker_of(id).map(|speaker| speaker.id) == only;
        let keep = |statement: Option<u32>| only.is_none() || statement.is_some_and(said);
        // A browser without highlights has no marks to dim.
        let _ = self.marks.borrow_mut().dim(&keep);
        let shown = |kind: &NoteKind| match kind {
            NoteKind::Speaker { statements, .. } => statements.iter().any(|id| keep(Some(*id))),
            NoteKind::Rebuttal { by, .. } => keep(Some(*by)),
            NoteKind::Warning(id) => keep(view.report.warnings.get(*id as usize).and_then(|w| w.attribution)),
        };
        if let Some(overlay) = self.overlay.borrow().as_ref() {
            for (index, note) in view.notes.iter().enumerate() {
                if let Some(badge) = overlay.badge(index) {
                    let _ = badge.toggle_attribute_with_force("data-dim", !shown(&note.kind));
                }
            }
        }
    }
}

/// Hands the panel's content to `use_it`.
fn with_content<T>(
    app: &App,
    view: &View,
    use_it: impl FnOnce(&Content<'_>) -> Result<T, JsValue>,
) -> Result<T, JsValue> {
    let report = in_bytes(view);
    let document = dom::document()?;
    let policies = if app.root.is_some() { Policies::default() } else { policies_of(&document)? };
    let (text, changes) = (view.snapshot.text.text(), app.corrections.borrow().len());
    use_it(&Content { document, host: &app.host, text, report: &report, slots: &view.slots, policies, changes })
}

fn policies_of(document: &web_sys::Document) -> Result<Policies, JsValue> {
    let scripts = document.query_selector_all("script[type=\"application/ld+json\" i]")?;
    let texts: Vec<String> =
        (0..scripts.length()).filter_map(|i| scripts.item(i)).filter_map(|script| script.text_content()).collect();
    Ok(policies(texts.iter().map(String::as_str)))
}

/// The report in the engine's own unit.
fn in_bytes(view: &View) -> Report {
    let map = OffsetMap::new(view.snapshot.text.text());
    view.report.clone().map_spans(|span| map.from_utf16(span))
}
