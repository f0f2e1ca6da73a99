//! The one element that is ours: a host with a closed shadow root, badges in document coordinates, one card at a time.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Document, Element, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

use super::card::Facts;
use super::dom::{self, make};
use super::measure::Geometry;
use super::notes::{Note, NoteKind, initials};
use super::words::Host;
use crate::layout::{self, NARROW, Rect, Scene, Size, Spot};
use crate::report::Severity;

/// The element's name: with a hyphen, so that no browser ever gives it a meaning.
pub(super) const HOST: &str = "hearsay-overlay";

pub(super) struct Overlay {
    document: Document,
    pub(super) host: HtmlElement,
    pub(super) shadow: ShadowRoot,
    frame: HtmlElement,
    badges: Vec<Badge>,
    card: Option<(usize, HtmlElement)>,
    /// The width of notes that badges were last measured for.
    note: f64,
}

struct Badge {
    button: HtmlElement,
    /// What it shows; a badge that shows the same is kept.
    key: String,
    full: Size,
    short: Size,
    /// The width that `full` was measured for.
    measured: Option<f64>,
}

/// A badge's place in the article.
pub(super) struct Anchor {
    pub(super) block: usize,
    pub(super) top: f64,
}

const DISC: Size = Size { width: 18.0, height: 18.0 };

impl Overlay {
    /// Makes the host; it is not in the page until [`Overlay::attach`].
    pub(super) fn new(host: &Host) -> Result<Self, JsValue> {
        let document = dom::document()?;
        let element = make(&document, HOST, "", "")?;
        let shadow = element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Closed))?;
        let sheet = CssStyleSheet::new()?;
        sheet.replace_sync(include_str!("overlay.css"))?;
        Reflect::set(&shadow, &JsValue::from_str("adoptedStyleSheets"), &Array::of1(&sheet))?;
        let frame = make(&document, "div", "frame", "")?;
        frame.set_attribute("role", "region")?;
        frame.set_attribute("aria-label", &host.say("overlayLabel", &[]))?;
        shadow.append_child(&frame)?;
        Ok(Self { document, host: element, shadow, frame, badges: Vec::new(), card: None, note: layout::NOTE })
    }

    /// Puts the host at the document's end, where it is not yet.
    pub(super) fn attach(&self) -> Result<(), JsValue> {
        if !self.host.is_connected() {
            dom::root(&self.document)?.append_child(&self.host)?;
        }
        Ok(())
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

    /// Shows these badges, at most so many new ones at a time; whether all are there. Those at the beginning that stay as
    /// they were keep their element, and with it focus and card.
    pub(super) fn update(&mut self, facts: &Facts, notes: &[Note], most: usize) -> Result<bool, JsValue> {
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
    pub(super) fn place(&mut self, geometry: Geometry, anchors: &[Option<Anchor>]) -> Result<(), JsValue> {
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

    /// Which badge's card is open.
    pub(super) fn open_note(&self) -> Option<usize> {
        self.card.as_ref().map(|(index, _)| *index)
    }

    /// Opens the card of a badge, and closes any other.
    pub(super) fn open(&mut self, index: usize, card: HtmlElement) -> Result<(), JsValue> {
        self.close();
        let Some(badge) = self.badges.get(index) else { return Ok(()) };
        badge.button.set_attribute("aria-expanded", "true")?;
        // Right behind its badge, so that tabbing goes into it.
        badge.button.after_with_node_1(&card)?;
        self.card = Some((index, card));
        self.place_card()
    }

    /// Closes the open card; the badge that it belonged to.
    pub(super) fn close(&mut self) -> Option<HtmlElement> {
        let (index, card) = self.card.take()?;
        card.remove();
        let button = self.badges.get(index)?.button.clone();
        // The attribute is one of ours and the value is plain: it cannot fail.
        let _ = button.set_attribute("aria-expanded", "false");
        Some(button)
    }

    /// The first thing in the open card that takes the focus.
    pub(super) fn card_focus(&self) -> Option<HtmlElement> {
        let (_, card) = self.card.as_ref()?;
        card.query_selector("a, button").ok().flatten().map(JsCast::unchecked_into)
    }

    /// The badge of this number.
    pub(super) fn badge(&self, index: usize) -> Option<HtmlElement> {
        self.badges.get(index).map(|badge| badge.button.clone())
    }

    /// Whether the focus lies in the overlay.
    pub(super) fn has_focus(&self) -> bool {
        self.shadow.active_element().is_some()
    }

    /// Under its badge, above it where there is no room below; a sheet at the bottom of a narrow screen.
    fn place_card(&self) -> Result<(), JsValue> {
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

impl Drop for Overlay {
    fn drop(&mut self) {
        self.host.remove();
    }
}

const fn form_name(form: layout::Form) -> &'static str {
    match form {
        layout::Form::Full => "full",
        layout::Form::Short => "short",
        layout::Form::Disc => "disc",
    }
}
