//! From the live page to a [`Scene`](crate::layout::Scene): where lines of text stand, and what else must stay free.

use wasm_bindgen::JsValue;
use web_sys::{Document, DomRect, DomRectList, Element, Node, Window};

use super::dom;
use super::marks::range;
use super::snapshot::Snapshot;
use crate::layout::Rect;
use crate::text::Utf16Span;

mod obstacles;
mod steps;

pub(super) use steps::{Anchor, Measured, Measuring};

/// The article's geometry, in document coordinates.
pub(super) struct Geometry {
    pub(super) width: f64,
    pub(super) column: Rect,
    pub(super) blocks: Vec<Vec<Rect>>,
    pub(super) obstacles: Vec<Rect>,
    /// Where the article can be seen: the document, or the window of an inner scroller.
    pub(super) bounds: Rect,
}

impl Geometry {
    /// Upper edge of the line in which a span begins.
    fn anchor(&self, snapshot: &Snapshot, span: Utf16Span, block: usize, scroll: (f64, f64)) -> Option<f64> {
        let first = rects(snapshot, span, scroll).ok()?.into_iter().find(|r| r.bottom > r.top)?;
        let middle = f64::midpoint(first.top, first.bottom);
        let line = self.blocks.get(block)?.iter().find(|line| {
            line.top <= middle && middle <= line.bottom && line.left <= first.right && first.left <= line.right
        });
        Some(line.map_or(first.top, |line| line.top))
    }

    /// Nothing is placed beyond the bounds: it would show where the article does not, or make the document longer.
    fn wall_off(&mut self) {
        let (top, bottom) = self.extent();
        let wall = |top, bottom| Rect { left: 0.0, top, right: self.width, bottom };
        let walls =
            [wall(top.min(self.bounds.top), self.bounds.top), wall(self.bounds.bottom, bottom.max(self.bounds.bottom))];
        self.obstacles.extend(walls);
    }

    /// Highest and lowest place that a badge may want.
    fn extent(&self) -> (f64, f64) {
        let top = self.blocks.iter().flatten().fold(f64::MAX, |top, line| top.min(line.top));
        let bottom = self.blocks.iter().flatten().fold(f64::MIN, |bottom, line| bottom.max(line.bottom));
        // A note slides down a little from the last line.
        (top - 40.0, bottom + 260.0)
    }
}

/// The part of the document through which an inner scroller shows the article; none where the document itself scrolls.
fn inner_window(window: &Window, snapshot: &Snapshot, scroll: (f64, f64)) -> Option<Rect> {
    let mut at = dom::parent(snapshot.owners.first()?);
    while let Some(element) = at.filter(|e| !matches!(e.local_name().as_str(), "body" | "html")) {
        if element.scroll_height() > element.client_height() + 1
            && matches!(dom::computed(window, &element, "overflow-y").as_str(), "auto" | "scroll" | "hidden" | "clip")
        {
            return Some(to_rect(&element.get_bounding_client_rect(), scroll));
        }
        at = dom::parent(&element);
    }
    None
}

/// The highest stacking level among the elements around the article: badges lie on that level, so that the article's own
/// wrappers do not cover them and the page's header does.
pub(super) fn stacking_level(snapshot: &Snapshot) -> Option<i32> {
    let window = dom::window().ok()?;
    let mut level = 0;
    let mut at = snapshot.owners.first().cloned();
    while let Some(element) = at {
        if let Ok(own) = dom::computed(&window, &element, "z-index").parse::<i32>() {
            // Beyond a hundred a page means "above everything": an application's frame, not an article's wrapper.
            level = level.max(own.min(100));
        }
        at = dom::parent(&element);
    }
    Some(level)
}

/// Whether the page is dark where the article stands.
pub(super) fn is_dark(snapshot: &Snapshot) -> bool {
    let (Ok(window), Some(owner)) = (dom::window(), snapshot.owners.first()) else { return false };
    let mut at = Some(owner.clone());
    while let Some(element) = at {
        if let Some((luminance, alpha)) = luminance(&dom::computed(&window, &element, "background-color"))
            && alpha > 0.5
        {
            return luminance < 0.4;
        }
        at = dom::parent(&element);
    }
    // Nothing painted: the canvas, or a picture. Light text then means dark ground.
    luminance(&dom::computed(&window, owner, "color")).is_some_and(|(luminance, _)| luminance > 0.5)
}

/// Perceived lightness, and opacity, of `rgb(…)` or `rgba(…)`.
fn luminance(color: &str) -> Option<(f64, f64)> {
    let inner = color.strip_prefix("rgb")?.trim_start_matches('a').strip_prefix('(')?.strip_suffix(')')?;
    let mut numbers = inner.split([',', ' ', '/']).filter(|n| !n.is_empty()).map(js_sys::parse_float);
    let (r, g, b) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let alpha = numbers.next().filter(|alpha| !alpha.is_nan()).unwrap_or(1.0);
    Some(((0.299 * r + 0.587 * g + 0.114 * b) / 255.0, alpha))
}

/// The rectangles of a span's text.
pub(super) fn rects(snapshot: &Snapshot, span: Utf16Span, scroll: (f64, f64)) -> Result<Vec<Rect>, JsValue> {
    let mut all = Vec::new();
    for (from, to) in snapshot.text.locate(span) {
        if let Some(list) = range(snapshot, from, to)?.and_then(|range| range.get_client_rects()) {
            collect(&list, scroll, &mut all);
        }
    }
    Ok(all)
}

fn text_rects(document: &Document, node: &Node, scroll: (f64, f64)) -> Vec<Rect> {
    let mut all = Vec::new();
    if node.text_content().is_none_or(|text| text.trim().is_empty()) {
        return all;
    }
    if let Ok(range) = document.create_range()
        && range.select_node_contents(node).is_ok()
        && let Some(list) = range.get_client_rects()
    {
        collect(&list, scroll, &mut all);
    }
    all
}

fn collect(list: &DomRectList, scroll: (f64, f64), all: &mut Vec<Rect>) {
    all.extend((0..list.length()).filter_map(|i| list.item(i)).map(|rect| to_rect(&rect, scroll)));
}

fn to_rect(rect: &DomRect, (x, y): (f64, f64)) -> Rect {
    Rect { left: rect.left() + x, top: rect.top() + y, right: rect.right() + x, bottom: rect.bottom() + y }
}

/// Where an element is, in document coordinates.
pub(super) fn box_of(element: &Element, scroll: (f64, f64)) -> Rect {
    to_rect(&element.get_bounding_client_rect(), scroll)
}

fn content_box(window: &Window, element: &Element, scroll: (f64, f64)) -> Rect {
    let outer = to_rect(&element.get_bounding_client_rect(), scroll);
    let padding = |side| dom::pixels(window, element, side).unwrap_or(0.0);
    Rect { left: outer.left + padding("padding-left"), right: outer.right - padding("padding-right"), ..outer }
}
