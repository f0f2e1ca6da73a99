//! The marks under the words, through the CSS Custom Highlight API: no node of the page is touched.

use js_sys::{Array, Function, Map, Reflect, Set};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Range;

use super::assemble::Point;
use super::dom;
use super::notes::highlight;
use super::settings::Settings;
use super::snapshot::Snapshot;
use crate::report::{AttributionKind, Report};
use crate::summary::statements;
use crate::text::Utf16Span;

/// One range and the words it was made for.
struct Mark {
    range: Range,
    words: String,
    highlight: Set,
    /// The highlight's name while nothing is dimmed.
    name: String,
    /// The statement that it marks, or that its warning is about.
    statement: Option<u32>,
}

/// The words that a jump leads to.
const FLASH: &str = "hearsay-flash";

/// Everything of ours in the highlight registry.
#[derive(Default)]
pub(super) struct Marks {
    registry: Option<Map>,
    highlights: Vec<(String, Set)>,
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
        let statements = statements(report).filter(|_| settings.marks_statements());
        for attribution in statements {
            let slot = attribution.sure_speaker().and_then(|s| slots.get(s as usize).copied().flatten());
            for span in &attribution.content {
                marks.add(&highlight(attribution.kind, slot), snapshot, *span, Some(attribution.id))?;
            }
        }
        if settings.marks_warnings() {
            for warning in &report.warnings {
                for span in &warning.trigger {
                    marks.add("hearsay-warning", snapshot, *span, warning.attribution)?;
                }
            }
        }
        marks.register();
        Ok(marks)
    }

    /// Marks words that are quoted, of which it is not known yet whose they are.
    pub(super) fn set_ahead(&mut self, snapshot: &Snapshot, quoted: &[Utf16Span]) -> Result<(), JsValue> {
        self.registry = registry();
        for span in quoted {
            self.add(&highlight(AttributionKind::Direct, None), snapshot, *span, None)?;
        }
        self.register();
        Ok(())
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
            for (name, _) in &self.highlights {
                registry.delete(&JsValue::from_str(name));
            }
        }
        *self = Self::default();
    }

    /// Dims the marks of all statements but those to `keep`: their ranges move to the dimmed highlight of their kind.
    pub(super) fn dim(&mut self, keep: &dyn Fn(Option<u32>) -> bool) -> Result<(), JsValue> {
        let mut all = std::mem::take(&mut self.all);
        for mark in &mut all {
            let kind: String = mark.name.split('-').take(2).collect::<Vec<_>>().join("-");
            let name = if keep(mark.statement) { mark.name.clone() } else { format!("{kind}-dim") };
            if let Some(set) = self.highlight(&name)? {
                mark.highlight.delete(&mark.range);
                set.add(&mark.range);
                mark.highlight = set;
            }
        }
        self.all = all;
        self.register();
        Ok(())
    }

    /// Lights words, and none beside them.
    pub(super) fn flash(&mut self, snapshot: &Snapshot, spans: &[Utf16Span]) -> Result<(), JsValue> {
        self.unflash();
        let Some(set) = self.highlight(FLASH)? else { return Ok(()) };
        for (from, to) in spans.iter().flat_map(|span| snapshot.text.locate(*span)) {
            if let Some(range) = range(snapshot, from, to)? {
                set.add(&range);
            }
        }
        self.register();
        Ok(())
    }

    /// Lights nothing.
    pub(super) fn unflash(&mut self) {
        let before = self.highlights.len();
        self.highlights.retain(|(name, _)| name != FLASH);
        if self.highlights.len() < before
            && let Some(registry) = &self.registry
        {
            registry.delete(&JsValue::from_str(FLASH));
        }
    }

    /// The highlight of this name, made where there is none.
    fn highlight(&mut self, name: &str) -> Result<Option<Set>, JsValue> {
        if let Some((_, set)) = self.highlights.iter().find(|(known, _)| known == name) {
            return Ok(Some(set.clone()));
        }
        let made = new_highlight(name)?;
        self.highlights.extend(made.iter().map(|set| (name.to_owned(), set.clone())));
        Ok(made)
    }

    fn add(&mut self, name: &str, snapshot: &Snapshot, span: Utf16Span, of: Option<u32>) -> Result<(), JsValue> {
        for (from, to) in snapshot.text.locate(span) {
            let Some(range) = range(snapshot, from, to)? else { continue };
            let Some(highlight) = self.highlight(name)? else { return Ok(()) };
            highlight.add(&range);
            let words = range.to_string().into();
            self.all.push(Mark { words, range, highlight, name: name.to_owned(), statement: of });
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
