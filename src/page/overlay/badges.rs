//! The badges: made, measured, put where `layout` says.

use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};

use super::Overlay;
use crate::layout::{self, Rect, Scene, Size, Spot};
use crate::page::card::{Facts, Key};
use crate::page::dom::{self, dress, make};
use crate::page::measure::{Anchor, Geometry};
use crate::page::notes::{Note, NoteKind, letters, sign_of};
use crate::report::Severity;

pub(super) struct Badge {
    pub(super) button: HtmlElement,
    /// What it shows; a badge that shows the same is kept.
    key: Key,
    full: Size,
    short: Size,
    disc: Size,
    /// The width that `full` was measured for.
    measured: Option<f64>,
    /// Where it stands, in document coordinates.
    top: f64,
}

impl Overlay {
    /// Shows a report's badges, at most so many new ones at a time; whether all are there. A badge that says the same of
    /// the same words keeps its element, and with it focus and card, wherever it stands now.
    pub(in crate::page) fn update(&mut self, facts: &Facts, most: usize) -> Result<bool, JsValue> {
        let keys: Vec<Key> = facts.notes.iter().map(|note| facts.key_of(note)).collect();
        let same = self.badges.iter().zip(&keys).take_while(|(badge, key)| badge.key == **key).count();
        self.spare.extend(self.badges.drain(same..));
        for (index, (note, key)) in facts.notes.iter().zip(keys).enumerate().skip(same).take(most) {
            let known = self.spare.iter().position(|badge| badge.key == key);
            let badge = match known.map(|at| self.spare.remove(at)) {
                Some(badge) => badge,
                None => Badge {
                    button: self.button(facts, note)?,
                    key,
                    full: Size::default(),
                    short: Size::default(),
                    disc: Size::default(),
                    measured: None,
                    top: 0.0,
                },
            };
            badge.button.set_attribute("data-note", &index.to_string())?;
            self.insert(&badge.button)?;
            self.badges.push(badge);
        }
        if self.badges.len() < facts.notes.len() {
            self.measure(self.note)?;
            return Ok(false);
        }
        for badge in std::mem::take(&mut self.spare) {
            if badge.button.get_attribute("aria-expanded").as_deref() == Some("true") {
                self.close();
            }
            badge.button.remove();
        }
        Ok(true)
    }

    /// Puts a badge behind the last one, and leaves it alone where it stands there already: what is moved loses the focus.
    fn insert(&self, button: &HtmlElement) -> Result<(), JsValue> {
        let spare = |element: &Element| self.spare.iter().any(|badge| badge.button.is_same_node(Some(element)));
        let mut before = button.previous_element_sibling().filter(|_| button.is_connected());
        while let Some(other) = before.as_ref().filter(|e| !e.matches(".n").unwrap_or(false) || spare(e)) {
            before = other.previous_element_sibling();
        }
        let Some(last) = self.badges.last() else {
            let first = before.is_none() && button.is_connected();
            return if first { Ok(()) } else { self.frame.prepend_with_node_1(button) };
        };
        if before.is_some_and(|before| before.is_same_node(Some(&last.button))) {
            return Ok(());
        }
        // A card stands behind its badge.
        let card = last.button.next_element_sibling().filter(|e| e.matches(".card").unwrap_or(false));
        card.unwrap_or_else(|| last.button.clone().into()).after_with_node_1(button)
    }

    fn button(&self, facts: &Facts, note: &Note) -> Result<HtmlElement, JsValue> {
        let (label, title, small) = facts.label(note);
        let (class, sign) = match &note.kind {
            NoteKind::Speaker { speaker: Some(id), .. } => {
                let named = facts.report.speakers.get(*id as usize).is_none_or(|s| s.named);
                ("n speaker", letters(&title, named))
            }
            NoteKind::Speaker { speaker: None, .. } => ("n unclear", "?".into()),
            NoteKind::Rebuttal { .. } => ("n rebuttal", "↩".into()),
            NoteKind::Warning(id) => {
                let severity = facts.report.warnings.get(*id as usize).map_or(Severity::Note, |w| w.severity);
                let class = if severity == Severity::Caution { "n warning caution" } else { "n warning" };
                (class, sign_of(severity).into())
            }
        };
        let button = make(&self.document, "button", class, "")?;
        button.set_attribute("type", "button")?;
        button.set_attribute("aria-label", &label)?;
        button.set_attribute("aria-haspopup", "dialog")?;
        button.set_attribute("aria-expanded", "false")?;
        // Out of sight until it has its place, and in the form that is measured first.
        button.set_attribute("data-due", "")?;
        button.set_attribute("data-form", form_name(layout::Form::Short))?;
        dress(&button, facts.look(note))?;
        for (name, shown) in [("i", sign), ("b", title), ("span", small)] {
            if !shown.is_empty() {
                let part = make(&self.document, name, "", "")?;
                part.set_attribute("data-text", &shown)?;
                part.set_attribute("aria-hidden", "true")?;
                button.append_child(&part)?;
            }
        }
        Ok(button)
    }

    /// Finds every badge its place: sizes are measured where they are not known, then `layout` decides.
    pub(in crate::page) fn place(&mut self, geometry: Geometry, anchors: &[Option<Anchor>]) -> Result<(), JsValue> {
        let note = layout::note_width(geometry.width, &geometry.column).floor();
        let (x0, y0) = self.origin()?;
        self.measure(note)?;
        let badges = self.badges.iter().zip(anchors).map(|(badge, anchor)| layout::Badge {
            // Without an anchor there is no such block, and the badge is hidden.
            block: anchor.as_ref().map_or(usize::MAX, |a| a.block),
            anchor: anchor.as_ref().map_or(0.0, |a| a.top),
            full: badge.full,
            short: badge.short,
            disc: badge.disc,
        });
        let scene = Scene {
            width: geometry.width,
            column: geometry.column,
            badges: badges.collect(),
            blocks: geometry.blocks,
            obstacles: geometry.obstacles,
        };
        let bounds = geometry.bounds;
        for ((badge, spot), wanted) in self.badges.iter_mut().zip(layout::place(&scene)).zip(&scene.badges) {
            let (form, x, y) = match spot {
                Spot::At(form, x, y) => (form_name(form), x, y),
                // The card of a hidden badge opens beside its line.
                Spot::Hidden => ("hidden", scene.column.left, wanted.anchor.min(bounds.bottom - 2.0).max(bounds.top)),
            };
            badge.button.set_attribute("data-form", form)?;
            dom::set_pixels(&badge.button, "left", x - x0)?;
            dom::set_pixels(&badge.button, "top", y - y0)?;
            badge.button.remove_attribute("data-lost")?;
            badge.button.remove_attribute("data-due")?;
            badge.top = y;
        }
        self.place_card()
    }

    /// Moves badges so far down, each with its paragraph; one without a way, or outside of the bounds, is not shown until it
    /// is placed again. It keeps the focus.
    pub(in crate::page) fn follow(&mut self, ways: &[(usize, Option<f64>)], bounds: Rect) -> Result<(), JsValue> {
        let (_, y0) = self.origin()?;
        for (index, down) in ways {
            let Some(badge) = self.badges.get_mut(*index) else { continue };
            badge.top += down.unwrap_or_default();
            let lost = down.is_none() || badge.top < bounds.top || badge.top + badge.disc.height > bounds.bottom;
            badge.button.toggle_attribute_with_force("data-lost", lost)?;
            dom::set_pixels(&badge.button, "top", badge.top - y0)?;
        }
        self.place_card()
    }

    /// Measures badges in their forms where that is not done for notes of this width. New ones are in their short form, which the
    /// layout that the page was measured by has seen to already; so each form costs one layout of the overlay, not one a badge.
    fn measure(&mut self, note: f64) -> Result<(), JsValue> {
        self.note = note;
        for badge in self.badges.iter_mut().filter(|badge| badge.measured.is_none()) {
            badge.short = size_of(&badge.button);
            // Its disc is the same in both forms.
            badge.disc = badge.button.first_element_child().map_or(badge.short, |disc| size_of(&disc));
        }
        dom::set_pixels(&self.frame, "--note", note)?;
        let mut due: Vec<_> = self.badges.iter_mut().filter(|badge| badge.measured != Some(note)).collect();
        let full = form_name(layout::Form::Full);
        let before = due.iter().map(|badge| badge.button.get_attribute("data-form")).collect::<Vec<_>>();
        for badge in &due {
            badge.button.set_attribute("data-form", full)?;
        }
        for badge in &mut due {
            badge.full = size_of(&badge.button);
        }
        // What has its place shows what it showed.
        for (badge, form) in due.into_iter().zip(before) {
            if let Some(form) = form.filter(|_| badge.measured.is_some()) {
                badge.button.set_attribute("data-form", &form)?;
            }
            badge.measured = Some(note);
        }
        Ok(())
    }

    /// Where the host's own corner lies in the document: not at 0, 0 where the page positions its root element.
    fn origin(&self) -> Result<(f64, f64), JsValue> {
        let (window, rect) = (dom::window()?, self.host.get_bounding_client_rect());
        Ok((rect.left() + window.page_x_offset()?, rect.top() + window.page_y_offset()?))
    }

    /// The badge of this number.
    pub(in crate::page) fn badge(&self, index: usize) -> Option<HtmlElement> {
        self.badges.get(index).map(|badge| badge.button.clone())
    }
}

fn size_of(element: &Element) -> Size {
    let rect = element.get_bounding_client_rect();
    Size { width: rect.width().ceil(), height: rect.height().ceil() }
}

const fn form_name(form: layout::Form) -> &'static str {
    match form {
        layout::Form::Full => "full",
        layout::Form::Short => "short",
        layout::Form::Disc => "disc",
        layout::Form::Dot => "dot",
    }
}
