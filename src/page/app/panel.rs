//! The panel's life in the article's: opened, filled anew, gone from place to place in, closed.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, ScrollBehavior};

use super::gestures::number;
use super::sight::Sight;
use super::{App, View};
use crate::export::{Document, Target, export};
use crate::layout::NARROW;
use crate::page::dom;
use crate::page::notes::NoteKind;
use crate::page::overlay::Overlay;
use crate::page::panel::whole::Whole;
use crate::page::panel::{Content, Panel, take};
use crate::page::publisher::{Policies, policies};
use crate::report::Report;
use crate::text::{OffsetMap, Utf16Span};

/// How long the words stay lit that a jump leads to, in milliseconds.
const FLASH: i32 = 1600;

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

    /// Brings a place of the article into view, lights its words for a moment, and gives its badge the focus. The panel
    /// stays for the mouse; it makes room where it would cover what has the focus, and on a narrow screen.
    fn go_to(&self, place: &Element, by_keyboard: bool) -> Result<(), JsValue> {
        let Some(view) = self.view.borrow().clone() else { return Ok(()) };
        let (statement, warning) = (number(place, "data-statement"), number(place, "data-warning"));
        let said = statement.and_then(|id| view.report.attributions.get(id)).map(|a| &a.content);
        let Some(spans) = said.or_else(|| warning.and_then(|id| view.report.warnings.get(id)).map(|w| &w.trigger))
        else {
            return Ok(());
        };
        if let Some(sight) = spans.first().and_then(|span| Sight::of(&view, *span)) {
            self.scroll_to(&sight, ScrollBehavior::Smooth)?;
        }
        self.flash(&view, spans)?;
        let its = |kind: &NoteKind| match kind {
            NoteKind::Speaker { statements, .. } => statement.is_some_and(|id| statements.contains(&(id as u32))),
            NoteKind::Warning(id) => warning == Some(*id as usize),
            NoteKind::Rebuttal { .. } => false,
        };
        let index = view.notes.iter().position(|note| its(&note.kind));
        let badge = index.and_then(|index| self.overlay.borrow().as_ref()?.badge(index));
        let panel = self.panel.borrow().as_ref().map(|panel| panel.element.get_bounding_client_rect());
        let narrow = self.window.inner_width()?.as_f64().is_some_and(|width| width <= NARROW);
        let covered = badge.as_ref().zip(panel).is_some_and(|(badge, panel)| {
            let badge = badge.get_bounding_client_rect();
            badge.right() > panel.left() && badge.left() < panel.right()
        });
        if narrow || (covered && by_keyboard) {
            self.close_panel(false);
        }
        if narrow || by_keyboard {
            self.focus(badge);
        }
        Ok(())
    }

    /// Lights words for a moment: a still background, which moves for nobody.
    fn flash(&self, view: &View, spans: &[Utf16Span]) -> Result<(), JsValue> {
        self.marks.borrow_mut().flash(&view.snapshot, spans)?;
        let me = self.me.clone();
        let out = Closure::once_into_js(move || {
            if let Some(app) = me.upgrade() {
                app.marks.borrow_mut().unflash();
            }
        });
        if let Some(timer) = self.flashing.take() {
            self.window.clear_timeout_with_handle(timer);
        }
        let timer = self.window.set_timeout_with_callback_and_timeout_and_arguments_0(out.unchecked_ref(), FLASH)?;
        self.flashing.set(Some(timer));
        Ok(())
    }

    /// Save, copy or print.
    fn take_along(&self, button: &Element) {
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
