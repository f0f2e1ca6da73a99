//! The badges: made, measured, put where `layout` says.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::Overlay;
use crate::layout::{self, Scene, Size, Spot};
use crate::page::card::Facts;
use crate::page::dom::{self, make};
use crate::page::measure::Geometry;
use crate::page::notes::{Note, NoteKind, initials};
use crate::report::Severity;

pub(super) struct Badge {
    pub(super) button: HtmlElement,
    /// What it shows; a badge that shows the same is kept.
    key: String,
    full: Size,
    short: Size,
    /// The width that `full` was measured for.
    measured: Option<f64>,
}

/// A badge's place in the article.
pub(in crate::page) struct Anchor {
    pub(in crate::page) block: usize,
    pub(in crate::page) top: f64,
}

const DISC: Size = Size { width: 18.0, height: 18.0 };

impl Overlay {
    /// Shows these badges, at most so many new ones at a time; whether all are there. Those at the beginning that stay as
    /// they were keep their element, and with it focus and card.
    pub(in crate::page) fn update(&mut self, facts: &Facts, notes: &[Note], most: usize) -> Result<bool, JsValue> {
        let keys: Vec<String> = notes.iter().map(|note| format!("{:?}{:?}", facts.label(note), note.kind)).collect();
        let same = self.badges.iter().zip(&keys).take_while(|(badge, key)| badge.key == **key).count();
        if self.card.as_ref().is_some_and(|(index, _)| *index >= same) {
            self.close();
        }
        for badge in self.badges.drain(same..) {
            badge.button.remove();
        }
        for (index, (note, key)) in notes.iter().zip(keys).enumerate().skip(same).take(most) {
            let button = self.button(facts, note, index)?;
            self.frame.append_child(&button)?;
            self.badges.push(Badge { button, key, full: Size::default(), short: Size::default(), measured: None });
        }
        if self.badges.len() < notes.len() {
            self.measure(self.note)?;
        }
        Ok(self.badges.len() == notes.len())
    }

    fn button(&self, facts: &Facts, note: &Note, index: usize) -> Result<HtmlElement, JsValue> {
        let (label, title, small) = facts.label(note);
        let (class, sign) = match &note.kind {
            NoteKind::Speaker { speaker: Some(id), .. } => {
                let named = facts.report.speakers.get(*id as usize).is_none_or(|s| s.named);
                // "some users including the Harbour Guild" are not HG.
                let first = title.split_whitespace().next().unwrap_or_default();
                ("n speaker", initials(if named { &title } else { first }))
            }
            NoteKind::Speaker { speaker: None, .. } => ("n unclear", "?".into()),
            NoteKind::Rebuttal { .. } => ("n rebuttal", "↩".into()),
            NoteKind::Warning(id) => match facts.report.warnings.get(*id as usize).map(|w| w.severity) {
                Some(Severity::Caution) => ("n warning caution", "!".into()),
                Some(Severity::Information) => ("n warning", "i".into()),
                _ => ("n warning", "?".into()),
            },
        };
        let button = make(&self.document, "button", class, "")?;
        button.set_attribute("type", "button")?;
        button.set_attribute("aria-label", &label)?;
        button.set_attribute("aria-haspopup", "dialog")?;
        button.set_attribute("aria-expanded", "false")?;
        button.set_attribute("data-note", &index.to_string())?;
        if let Some(hue) = facts.hue(note) {
            button.style().set_property("--h", &hue.to_string())?;
        }
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
        self.measure(note)?;
        let badges = self.badges.iter().zip(anchors).map(|(badge, anchor)| layout::Badge {
            // Without an anchor there is no such block, and the badge is hidden.
            block: anchor.as_ref().map_or(usize::MAX, |a| a.block),
            anchor: anchor.as_ref().map_or(0.0, |a| a.top),
            full: badge.full,
            short: badge.short,
            disc: DISC,
        });
        let scene = Scene {
            width: geometry.width,
            column: geometry.column,
            badges: badges.collect(),
            blocks: geometry.blocks,
            obstacles: geometry.obstacles,
        };
        let bounds = geometry.bounds;
        let (x0, y0) = self.origin()?;
        for ((badge, spot), wanted) in self.badges.iter().zip(layout::place(&scene)).zip(&scene.badges) {
            let (form, x, y) = match spot {
                Spot::At(form, x, y) => (form_name(form), x, y),
                // The card of a hidden badge opens beside its line.
                Spot::Hidden => ("hidden", scene.column.left, wanted.anchor.min(bounds.bottom - 2.0).max(bounds.top)),
            };
            badge.button.set_attribute("data-form", form)?;
            badge.button.style().set_property("left", &format!("{:.1}px", x - x0))?;
            badge.button.style().set_property("top", &format!("{:.1}px", y - y0))?;
        }
        self.place_card()
    }

    fn measure(&mut self, note: f64) -> Result<(), JsValue> {
        self.note = note;
        let due = |badge: &&mut Badge| badge.measured != Some(note);
        self.frame.style().set_property("--note", &format!("{note}px"))?;
        // All of one form first, then one reading: two layouts of the overlay, not one a badge.
        for form in [layout::Form::Full, layout::Form::Short] {
            for badge in self.badges.iter_mut().filter(due) {
                badge.button.set_attribute("data-form", form_name(form))?;
            }
            for badge in self.badges.iter_mut().filter(due) {
                let rect = badge.button.get_bounding_client_rect();
                let size = Size { width: rect.width().ceil(), height: rect.height().ceil() };
                *(if form == layout::Form::Full { &mut badge.full } else { &mut badge.short }) = size;
            }
        }
        self.badges.iter_mut().for_each(|badge| badge.measured = Some(note));
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

const fn form_name(form: layout::Form) -> &'static str {
    match form {
        layout::Form::Full => "full",
        layout::Form::Short => "short",
        layout::Form::Disc => "disc",
    }
}
