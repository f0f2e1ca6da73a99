//! The text of the whole page as others read it, and the way into it from the article's: what an annotation's place counts in.
//!
//! It is the text content of `<body>`, as the annotators in use take it: every text node, shown or not, white space as it is.

use js_sys::Map;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Node, Text};

use crate::page::snapshot::Snapshot;
use crate::text::{ByteSpan, OffsetMap, Utf16Span};

/// `NodeFilter.SHOW_TEXT` and `SHOW_CDATA_SECTION`.
const TEXT_NODES: u32 = 4 | 8;

/// The page's text, and where each of the snapshot's nodes begins in it.
pub(in crate::page) struct Whole {
    pub(in crate::page) text: String,
    /// In UTF-16 units; none for a node in a shadow tree, or one that has left the page.
    starts: Vec<Option<u32>>,
}

impl Whole {
    pub(in crate::page) fn take(snapshot: &Snapshot) -> Result<Self, JsValue> {
        let document = crate::page::dom::document()?;
        let places = Map::new();
        let (mut text, mut units) = (String::new(), 0_u32);
        if let Some(body) = document.body() {
            let walker = document.create_tree_walker_with_what_to_show(&body, TEXT_NODES)?;
            while let Some(node) = walker.next_node()? {
                places.set(&node, &JsValue::from(units));
                let node: &Text = Node::unchecked_ref(&node);
                text.push_str(&node.data());
                units += node.length();
            }
        }
        #[expect(clippy::cast_sign_loss, reason = "a count that was put in just above")]
        let start = |node: &Text| places.get(node).as_f64().map(|units| units as u32);
        Ok(Self { text, starts: snapshot.nodes.iter().map(start).collect() })
    }

    /// Where a span of the article stands in the page's text.
    pub(in crate::page) fn locate(
        &self,
        snapshot: &Snapshot,
        article: &OffsetMap<'_>,
        map: &OffsetMap<'_>,
        span: ByteSpan,
    ) -> Vec<ByteSpan> {
        let start = |node: u32| self.starts.get(node as usize).copied().flatten();
        let pieces = snapshot.text.locate(article.to_utf16(span)).into_iter();
        let piece = |(from, to): (crate::page::assemble::Point, crate::page::assemble::Point)| {
            let units = Utf16Span::new(start(from.node)? + from.offset, start(to.node)? + to.offset);
            Some(map.from_utf16(units))
        };
        pieces.filter_map(piece).collect()
    }
}
