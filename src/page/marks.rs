//! The marks under the words, through the CSS Custom Highlight API: no node of the page is touched.

use std::collections::BTreeMap;

use js_sys::{Array, Function, Map, Reflect, Set};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Range;

use super::assemble::Point;
use super::dom;
use super::notes::{highlight, named_speaker};
use super::settings::Settings;
use super::snapshot::Snapshot;
use crate::report::Report;
use crate::text::Utf16Span;

/// One range and the words it was made for.
struct Mark {
    range: Range,
    words: String,
    highlight: Set,
}

/// Everything of ours in the highlight registry.
#[derive(Default)]
pub(super) struct Marks {
    registry: Option<Map>,
    highlights: BTreeMap<String, Set>,
    all: Vec<Mark>,
}

impl Marks {
    /// Marks what a report says.
    pub(super) fn set(
        snapshot: &Snapshot,
        report: &Report<Utf16Span>,
        slots: &[Option<usize>],
        settings: Settings,
    ) -> Result<Self, JsValue> {
        let mut marks = Self { registry: registry(), ..Self::default() };
        let statements = report.attributions.iter().filter(|a| a.kind.is_speech() && settings.marks_statements());
        for attribution in statements {
            let slot = named_speaker(attribution).and_then(|s| slots.get(s as usize).copied().flatten());
            for span in &attribution.content {
                marks.add(&highlight(attribution.kind, slot), snapshot, *span)?;
            }
        }
        if settings.marks_warnings() {
            for span in report.warnings.iter().flat_map(|w| &w.trigger) {
                marks.add("hearsay-warning", snapshot, *span)?;
            }
        }
        marks.register();
        Ok(marks)
    }

    /// Puts back what the page has cleared away.
    pub(super) fn keep(&self) {
        let Some(registry) = &self.registry else { return };
        if self.highlights.iter().any(|(name, set)| !js_sys::Object::is(&registry.get(&JsValue::from_str(name)), set)) {
            self.register();
        }
    }

    /// Takes the marks away under which the text has changed: a mark never slides to other words.
    /// Whether there were any.
    pub(super) fn drop_changed(&mut self) -> bool {
        let before = self.all.len();
        self.all.retain(|mark| {
            let same = mark.range.to_string() == mark.words;
            if !same {
                mark.highlight.delete(&mark.range);
            }
            same
        });
        self.all.len() < before
    }

    /// Removes everything.
    pub(super) fn clear(&mut self) {
        if let Some(registry) = &self.registry {
            for name in self.highlights.keys() {
                registry.delete(&JsValue::from_str(name));
            }
        }
        *self = Self::default();
    }

    fn add(&mut self, name: &str, snapshot: &Snapshot, span: Utf16Span) -> Result<(), JsValue> {
        for (from, to) in snapshot.text.locate(span) {
            let Some(range) = range(snapshot, from, to)? else { continue };
            let set = if let Some(set) = self.highlights.get(name) {
                set.clone()
            } else {
                let Some(set) = new_highlight(name)? else { return Ok(()) };
                self.highlights.insert(name.to_owned(), set.clone());
                set
            };
            set.add(&range);
            self.all.push(Mark { words: range.to_string().into(), range, highlight: set });
        }
        Ok(())
    }

    fn register(&self) {
        let Some(registry) = &self.registry else { return };
        for (name, set) in &self.highlights {
            registry.set(&JsValue::from_str(name), set);
        }
    }
}

/// The live range between two places of a snapshot; none where a node is missing or shorter than it was.
pub(super) fn range(snapshot: &Snapshot, from: Point, to: Point) -> Result<Option<Range>, JsValue> {
    let node = |point: Point| snapshot.nodes.get(point.node as usize).filter(|node| node.length() >= point.offset);
    let (Some(start), Some(end)) = (node(from), node(to)) else { return Ok(None) };
    let range = dom::document()?.create_range()?;
    range.set_start(start, from.offset)?;
    range.set_end(end, to.offset)?;
    Ok(Some(range))
}

/// `CSS.highlights`; a browser without it shows badges alone.
fn registry() -> Option<Map> {
    let css = Reflect::get(&js_sys::global(), &JsValue::from_str("CSS")).ok()?;
    let registry = Reflect::get(&css, &JsValue::from_str("highlights")).ok()?;
    // It has the methods of a Map and is none.
    registry.is_object().then(|| registry.unchecked_into())
}

fn new_highlight(name: &str) -> Result<Option<Set>, JsValue> {
    let class = Reflect::get(&js_sys::global(), &JsValue::from_str("Highlight"))?;
    let Some(class) = class.dyn_ref::<Function>() else { return Ok(None) };
    let made = Reflect::construct(class, &Array::new())?;
    // Where a warning's words lie inside reported speech, its wave is drawn last.
    let priority = if name == "hearsay-warning" { 2 } else { 1 };
    Reflect::set(&made, &JsValue::from_str("priority"), &JsValue::from(priority))?;
    Ok(Some(made.unchecked_into()))
}
