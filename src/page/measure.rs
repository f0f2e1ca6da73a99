//! From the live page to a [`Scene`](crate::layout::Scene): where lines of text stand, and what else must stay free.

use js_sys::Set;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DomRect, DomRectList, Element, Node, Window};

use super::dom;
use super::marks::range;
use super::snapshot::Snapshot;
use crate::layout::{Rect, column_of, lines};
use crate::text::Utf16Span;

/// Above this many paragraphs only those near a badge are measured.
const ALL_BLOCKS: usize = 600;
/// At most this many elements are looked at for pictures and other text beside the article; a page with more of them
/// between the article's first and last line has no free margin anyway.
const MOST_ELEMENTS: usize = 6000;

/// The article's geometry, in document coordinates.
pub(super) struct Geometry {
    pub(super) width: f64,
    pub(super) column: Rect,
    pub(super) blocks: Vec<Vec<Rect>>,
    pub(super) obstacles: Vec<Rect>,
    /// Where the article can be seen: the document, or the window of an inner scroller.
    pub(super) bounds: Rect,
    scroll: (f64, f64),
}

impl Geometry {
    /// Measures the article; `wanted` are the blocks that carry badges.
    pub(super) fn take(snapshot: &Snapshot, wanted: &[usize]) -> Result<Self, JsValue> {
        let (window, document) = (dom::window()?, dom::document()?);
        let scroll = (window.page_x_offset()?, window.page_y_offset()?);
        let width = f64::from(dom::root(&document)?.client_width());
        let count = snapshot.text.blocks().len();
        let mut near = vec![count <= ALL_BLOCKS; count];
        for at in wanted.iter().flat_map(|w| w.saturating_sub(2)..w + 3) {
            if let Some(near) = near.get_mut(at) {
                *near = true;
            }
        }
        let mut blocks = vec![Vec::new(); count];
        let mut boxes = Vec::new();
        for (i, span) in snapshot.text.blocks().iter().enumerate().filter(|(i, _)| near[*i]) {
            blocks[i] = lines(&rects(snapshot, *span, scroll)?);
            if let Some(owner) = snapshot.owners.get(i).filter(|_| boxes.len() < ALL_BLOCKS) {
                boxes.push((content_box(&window, owner, scroll), span.len() as usize));
            }
        }
        let height = f64::from(dom::root(&document)?.scroll_height());
        let whole = Rect { left: 0.0, top: 0.0, right: width, bottom: height };
        let bounds = inner_window(&window, snapshot, scroll).unwrap_or(whole);
        let mut geometry = Self { width, column: column_of(&boxes), blocks, obstacles: Vec::new(), bounds, scroll };
        geometry.obstacles = geometry.find_obstacles(&window, &document, snapshot);
        geometry.wall_off();
        Ok(geometry)
    }

    /// Upper edge of the line in which a span begins.
    pub(super) fn anchor(&self, snapshot: &Snapshot, span: Utf16Span, block: usize) -> Option<f64> {
        let first = rects(snapshot, span, self.scroll).ok()?.into_iter().find(|r| r.bottom > r.top)?;
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

    fn find_obstacles(&self, window: &Window, document: &Document, snapshot: &Snapshot) -> Vec<Rect> {
        let (top, bottom) = self.extent();
        let own = Set::new(&JsValue::UNDEFINED);
        snapshot.owners.iter().for_each(|owner| {
            own.add(owner);
        });
        let mut found = Vec::new();
        let mut stack: Vec<Element> = document.body().map(Into::into).into_iter().collect();
        let mut looked = 0;
        while let Some(element) = stack.pop() {
            looked += 1;
            if looked > MOST_ELEMENTS {
                break;
            }
            let rect = to_rect(&element.get_bounding_client_rect(), self.scroll);
            let empty = rect.right <= rect.left || rect.bottom <= rect.top;
            if !empty && (rect.bottom < top || rect.top > bottom) {
                continue;
            }
            let name = element.local_name();
            let replaced = matches!(
                name.as_str(),
                "img"
                    | "picture"
                    | "video"
                    | "iframe"
                    | "canvas"
                    | "svg"
                    | "object"
                    | "embed"
                    | "input"
                    | "button"
                    | "select"
                    | "textarea"
                    | "hr"
                    | "audio"
            );
            if own.has(&element)
                && is_plain(&name)
                && element.query_selector("img,iframe,video,figure").is_ok_and(|e| e.is_none())
            {
                continue;
            }
            let sticky = match dom::computed(window, &element, "position").as_str() {
                // Fixed elements move over the text anyway.
                "fixed" => continue,
                // A sticky element visits all of its parent's height.
                "sticky" => dom::parent(&element).map(|p| to_rect(&p.get_bounding_client_rect(), self.scroll)),
                _ => None,
            };
            if replaced && !empty {
                found.push(rect);
                continue;
            }
            if let Some(parent) = sticky.filter(|_| !empty) {
                found.push(Rect { top: parent.top, bottom: parent.bottom, ..rect });
                continue;
            }
            for node in dom::flat_children(&element) {
                match node.node_type() {
                    Node::ELEMENT_NODE => stack.push(node.unchecked_into()),
                    Node::TEXT_NODE if !empty && !own.has(&element) => {
                        found.extend(text_rects(document, &node, self.scroll));
                    }
                    _ => {}
                }
            }
        }
        found
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

/// Elements whose whole text is in the article when they are in it.
fn is_plain(name: &str) -> bool {
    matches!(name, "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "pre" | "dt")
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
    let mut numbers = inner.split([',', ' ', '/']).filter(|n| !n.is_empty()).map(str::parse::<f64>);
    let (r, g, b) = (numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?);
    let alpha = numbers.next().and_then(Result::ok).unwrap_or(1.0);
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

fn content_box(window: &Window, element: &Element, scroll: (f64, f64)) -> Rect {
    let outer = to_rect(&element.get_bounding_client_rect(), scroll);
    let padding = |side| dom::computed(window, element, side).trim_end_matches("px").parse().unwrap_or(0.0);
    Rect { left: outer.left + padding("padding-left"), right: outer.right - padding("padding-right"), ..outer }
}
