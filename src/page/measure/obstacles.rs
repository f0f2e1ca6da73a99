//! What stands beside the article and must stay free: pictures, controls, text of other columns.

use js_sys::Set;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Node, Window};

use super::{Geometry, text_rects, to_rect};
use crate::layout::Rect;
use crate::page::dom;
use crate::page::snapshot::Snapshot;
use crate::text::Words;

/// At most this many elements are looked at; a page with more of them between the article's first and last line has no
/// free margin anyway.
const MOST_ELEMENTS: usize = 6000;
/// After so many elements the clock is looked at.
const BETWEEN: usize = 16;

/// Elements that are drawn as a whole.
const REPLACED: Words =
    Words::new("img picture video iframe canvas svg object embed input button select textarea hr audio");

/// A walk through the document that can be broken off and gone on with.
pub(super) struct Search {
    stack: Vec<Element>,
    looked: usize,
    /// The elements that hold the article's own text.
    own: Set,
    /// The height of the document that counts.
    top: f64,
    bottom: f64,
    pub(super) found: Vec<Rect>,
}

impl Search {
    pub(super) fn new(document: &Document, snapshot: &Snapshot, (top, bottom): (f64, f64)) -> Self {
        let own = Set::new(&JsValue::UNDEFINED);
        snapshot.owners.iter().for_each(|owner| {
            own.add(owner);
        });
        let stack = document.body().map(Into::into).into_iter().collect();
        Self { stack, looked: 0, own, top, bottom, found: Vec::new() }
    }

    /// Goes on until `end`; whether everything was looked at.
    pub(super) fn go_on(&mut self, article: &Geometry, scroll: (f64, f64), end: f64) -> Result<bool, JsValue> {
        let (window, document) = (dom::window()?, dom::document()?);
        while let Some(element) = self.stack.pop().filter(|_| self.looked <= MOST_ELEMENTS) {
            self.looked += 1;
            self.look_at(&element, article, (&window, &document), scroll);
            if self.looked.is_multiple_of(BETWEEN) && dom::now(&window) > end {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn look_at(
        &mut self,
        element: &Element,
        article: &Geometry,
        (window, document): (&Window, &Document),
        scroll: (f64, f64),
    ) {
        let rect = to_rect(&element.get_bounding_client_rect(), scroll);
        let empty = rect.right <= rect.left || rect.bottom <= rect.top;
        // What a box holds may reach out of it: a body as high as the window holds pages of text.
        let body = self.looked == 1;
        let outside = !empty && (rect.bottom < self.top || rect.top > self.bottom);
        if outside && !body && element.scroll_height() <= element.client_height() + 1 {
            return;
        }
        let (name, own) = (element.local_name(), self.own.has(element));
        if own && is_plain(&name) && element.query_selector("img,iframe,video,figure").is_ok_and(|e| e.is_none()) {
            return;
        }
        let sticky = match dom::computed(window, element, "position").as_str() {
            // Fixed elements move over the text anyway.
            "fixed" => return,
            // One that sticks over the article's lines now, a header, moves over them as a fixed one does.
            "sticky" if !empty && article.blocks.iter().flatten().any(|line| line.overlaps(&rect)) => return,
            // Beside the column a sticky element visits all of its parent's height; above it, it stands where it is.
            "sticky" if article.column.left < rect.right && rect.left < article.column.right => None,
            "sticky" => dom::parent(element).map(|p| to_rect(&p.get_bounding_client_rect(), scroll)),
            _ => None,
        };
        if !empty && REPLACED.contains(&name) {
            self.found.push(rect);
            return;
        }
        if let Some(parent) = sticky.filter(|_| !empty) {
            self.found.push(Rect { top: parent.top, bottom: parent.bottom, ..rect });
            return;
        }
        for node in dom::flat_children(element) {
            match node.node_type() {
                Node::ELEMENT_NODE => self.stack.push(node.unchecked_into()),
                Node::TEXT_NODE if !empty && !own => self.found.extend(text_rects(document, &node, scroll)),
                _ => {}
            }
        }
    }
}

/// Elements whose whole text is in the article when they are in it.
fn is_plain(name: &str) -> bool {
    matches!(name, "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "pre" | "dt")
}
