//! Measuring in steps: a long page gets its turn between them. What was measured in an earlier step holds as long as
//! nothing moved; whoever takes the steps begins anew where something did.

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::obstacles::Search;
use super::{Geometry, content_box, inner_window, rects};
use crate::layout::{Rect, column_of, lines};
use crate::page::dom;
use crate::page::notes::Note;
use crate::page::snapshot::Snapshot;
use crate::text::Utf16Span;

/// Above this many paragraphs only those near a badge are measured.
const ALL_BLOCKS: usize = 600;

/// A badge's place in the article.
pub(in crate::page) struct Anchor {
    pub(in crate::page) block: usize,
    pub(in crate::page) top: f64,
}

/// All that a placing needs to know.
pub(in crate::page) struct Measured {
    pub(in crate::page) geometry: Geometry,
    /// One a note, in their order; none where its words cannot be seen.
    pub(in crate::page) anchors: Vec<Option<Anchor>>,
}

/// The work, as far as it got.
pub(in crate::page) struct Measuring {
    /// The blocks that are measured.
    near: Vec<bool>,
    blocks: Vec<Vec<Rect>>,
    /// Content boxes of the blocks' elements and the length of their text.
    boxes: Vec<(Rect, usize)>,
    next: usize,
    search: Option<Search>,
    geometry: Option<Geometry>,
    /// The block of each note, and where in the text it stands.
    wanted: Vec<(Option<usize>, u32)>,
    anchors: Vec<Option<Anchor>>,
}

impl Measuring {
    pub(in crate::page) fn new(snapshot: &Snapshot, notes: &[Note]) -> Self {
        let wanted: Vec<_> = notes.iter().map(|note| (snapshot.text.block_at(note.at), note.at)).collect();
        let count = snapshot.text.blocks().len();
        let mut near = vec![count <= ALL_BLOCKS; count];
        for at in wanted.iter().filter_map(|(block, _)| *block).flat_map(|w| w.saturating_sub(2)..w + 3) {
            if let Some(near) = near.get_mut(at) {
                *near = true;
            }
        }
        Self {
            near,
            blocks: vec![Vec::new(); count],
            boxes: Vec::new(),
            next: 0,
            search: None,
            geometry: None,
            wanted,
            anchors: Vec::new(),
        }
    }

    /// Goes on until `end`, in milliseconds of the page; everything, once it is measured.
    pub(in crate::page) fn go_on(&mut self, snapshot: &Snapshot, end: f64) -> Result<Option<Measured>, JsValue> {
        let (window, document) = (dom::window()?, dom::document()?);
        // Scrolling between two steps moves nothing in the document.
        let scroll = (window.page_x_offset()?, window.page_y_offset()?);
        while let Some(span) = snapshot.text.blocks().get(self.next) {
            self.block(snapshot, *span, scroll)?;
            self.next += 1;
            if dom::now(&window) > end {
                return Ok(None);
            }
        }
        if self.geometry.is_none() {
            let root = dom::root(&document)?;
            let (width, height) = (f64::from(root.client_width()), f64::from(root.scroll_height()));
            let whole = Rect { left: 0.0, top: 0.0, right: width, bottom: height };
            let bounds = inner_window(&window, snapshot, scroll).unwrap_or(whole);
            let (blocks, column) = (std::mem::take(&mut self.blocks), column_of(&self.boxes));
            self.geometry = Some(Geometry { width, column, blocks, obstacles: Vec::new(), bounds });
        }
        let Some(geometry) = &mut self.geometry else { return Ok(None) };
        let search = self.search.get_or_insert_with(|| Search::new(&document, snapshot, geometry.extent()));
        if !search.go_on(geometry, scroll, end)? {
            return Ok(None);
        }
        for (block, at) in &self.wanted[self.anchors.len()..] {
            let place = |block| geometry.anchor(snapshot, Utf16Span::new(*at, at + 1), block, scroll);
            let anchor = block.and_then(|block| Some(Anchor { block, top: place(block)? }));
            self.anchors.push(anchor);
            if dom::now(&window) > end && self.anchors.len() < self.wanted.len() {
                return Ok(None);
            }
        }
        geometry.obstacles = std::mem::take(&mut search.found);
        geometry.wall_off();
        let anchors = std::mem::take(&mut self.anchors);
        Ok(self.geometry.take().map(|geometry| Measured { geometry, anchors }))
    }

    fn block(&mut self, snapshot: &Snapshot, span: Utf16Span, scroll: (f64, f64)) -> Result<(), JsValue> {
        let at = self.next;
        if !self.near.get(at).is_some_and(|near| *near) {
            return Ok(());
        }
        if let Some(block) = self.blocks.get_mut(at) {
            *block = lines(&rects(snapshot, span, scroll)?);
        }
        let owner: Option<&Element> = snapshot.owners.get(at).filter(|_| self.boxes.len() < ALL_BLOCKS);
        if let Some(owner) = owner {
            self.boxes.push((content_box(&dom::window()?, owner, scroll), span.len() as usize));
        }
        Ok(())
    }
}
