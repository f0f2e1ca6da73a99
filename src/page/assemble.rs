//! From text nodes to the article's text, and from a place in that text back to the node and the offset in it.
//!
//! Whitespace collapses as it does on the screen; soft hyphens, zero-width spaces and marks of direction, which stand inside
//! words and show nothing, are left out. Everything that is kept is mapped one unit to one unit, so a mark covers exactly its words.

use crate::text::Utf16Span;

/// A place in the DOM: which of the caller's text nodes, and the UTF-16 offset in its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The caller's number for the text node.
    pub node: u32,
    /// Offset in UTF-16 units.
    pub offset: u32,
}

/// Units of the text that stand side by side in one text node.
#[derive(Debug, Clone, Copy)]
struct Run {
    /// Where it begins in the text.
    at: u32,
    len: u32,
    from: Point,
    /// Something with text of its own was left out before this run (a footnote mark, a hidden element): no mark may
    /// reach over it.
    after_gap: bool,
}

/// One block's text under construction, and the text of a whole article when blocks are put together.
#[derive(Debug, Clone, Default)]
pub struct Assembled {
    text: String,
    /// Length of `text` in UTF-16 units.
    len: u32,
    runs: Vec<Run>,
    /// Where each block lies.
    blocks: Vec<Utf16Span>,
    /// A space that stands before the next visible character, if one comes.
    space: Option<Point>,
    gap: bool,
}

impl Assembled {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one text node's data.
    pub fn push(&mut self, node: u32, data: &str) {
        let mut offset = 0;
        for c in data.chars() {
            let here = Point { node, offset };
            offset += c.len_utf16() as u32;
            match c {
                ' ' | '\t' | '\n' | '\r' | '\x0c' => {
                    self.space.get_or_insert(here);
                }
                '\u{ad}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}'
                | '\u{feff}' => {}
                _ => {
                    if let Some(space) = self.space.take() {
                        // At a block's beginning a space shows nothing.
                        if !self.text.is_empty() && !self.text.ends_with('\n') {
                            self.keep(' ', space);
                        }
                    }
                    self.keep(c, here);
                }
            }
        }
    }

    /// A line break inside a block: on the screen a new line, in the text a space.
    pub fn push_space(&mut self, node: u32) {
        self.space.get_or_insert(Point { node, offset: 0 });
    }

    /// Something with text of its own is left out here.
    pub fn push_gap(&mut self) {
        self.gap = true;
    }

    /// Whether nothing visible has been added.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where each appended block lies, in UTF-16 units.
    pub fn blocks(&self) -> &[Utf16Span] {
        &self.blocks
    }

    /// Puts a finished block behind what is here, separated by `\n`.
    pub fn append(&mut self, block: &Self) {
        if block.text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
            self.len += 1;
        }
        let at = self.len;
        self.text.push_str(&block.text);
        self.len += block.len;
        self.runs.extend(block.runs.iter().map(|run| Run { at: run.at + at, ..*run }));
        self.blocks.push(Utf16Span::new(at, self.len));
    }

    /// Which block an offset lies in; the next one where it lies between two.
    pub fn block_at(&self, offset: u32) -> Option<usize> {
        let index = self.blocks.partition_point(|block| block.end <= offset);
        (index < self.blocks.len()).then_some(index)
    }

    /// The pieces of the DOM that a span covers: one a block, more where something inside was left out. Empty for an
    /// empty span or one outside of the text.
    pub fn locate(&self, span: Utf16Span) -> Vec<(Point, Point)> {
        let mut pieces: Vec<(Point, Point)> = Vec::new();
        let first = self.runs.partition_point(|run| run.at + run.len <= span.start);
        let mut block = None;
        for run in self.runs[first..].iter().take_while(|run| run.at < span.end) {
            let from = span.start.max(run.at) - run.at;
            let to = span.end.min(run.at + run.len) - run.at;
            let start = Point { offset: run.from.offset + from, ..run.from };
            let end = Point { offset: run.from.offset + to, ..run.from };
            let own = self.block_at(run.at);
            match pieces.last_mut() {
                Some(last) if own == block && !run.after_gap => last.1 = end,
                _ => pieces.push((start, end)),
            }
            block = own;
        }
        pieces
    }

    fn keep(&mut self, c: char, from: Point) {
        let units = c.len_utf16() as u32;
        let gap = std::mem::take(&mut self.gap);
        match self.runs.last_mut() {
            Some(run) if !gap && run.from.node == from.node && run.from.offset + run.len == from.offset => {
                run.len += units;
            }
            _ => self.runs.push(Run { at: self.len, len: units, from, after_gap: gap }),
        }
        self.text.push(c);
        self.len += units;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{ByteSpan, OffsetMap};
    use proptest::prelude::*;

    fn block(nodes: &[(u32, &str)]) -> Assembled {
        let mut block = Assembled::new();
        for (node, data) in nodes {
            block.push(*node, data);
        }
        block
    }

    fn article(blocks: &[Assembled]) -> Assembled {
        let mut whole = Assembled::new();
        for block in blocks {
            whole.append(block);
        }
        whole
    }

    /// The nodes' own words for the words `needle` of the text.
    #[track_caller]
    fn found(whole: &Assembled, needle: &str, nodes: &[&str]) -> Vec<String> {
        let at = whole.text().find(needle).expect("the needle stands in the text") as u32;
        let span = OffsetMap::new(whole.text()).to_utf16(ByteSpan::new(at, at + needle.len() as u32));
        let units = |p: Point| {
            let data: Vec<u16> = nodes[p.node as usize].encode_utf16().collect();
            (data, p.offset as usize)
        };
        whole
            .locate(span)
            .into_iter()
            .map(|(a, b)| {
                let (data, from) = units(a);
                if a.node == b.node {
                    return String::from_utf16_lossy(&data[from..b.offset as usize]);
                }
                let between: String = (a.node + 1..b.node).map(|n| nodes[n as usize]).collect();
                let (end, to) = units(b);
                String::from_utf16_lossy(&data[from..]) + &between + &String::from_utf16_lossy(&end[..to])
            })
            .collect()
    }

    #[test]
    fn whitespace_collapses_over_inline_elements() {
        let nodes = ["\n  Ada \n", " Quill", " said ", "\n no.  "];
        let whole = article(&[block(&[(0, nodes[0]), (1, nodes[1]), (2, nodes[2]), (3, nodes[3])])]);
        assert_eq!(whole.text(), "Ada Quill said no.");
        assert_eq!(found(&whole, "Quill", &nodes), ["Quill"]);
        assert_eq!(found(&whole, "said no", &nodes), ["said \n no"]);
    }

    #[test]
    fn offsets_count_utf16_units() {
        let nodes = ["😀 “é𝒂” said"];
        let whole = article(&[block(&[(0, nodes[0])])]);
        assert_eq!(found(&whole, "é𝒂", &nodes), ["é𝒂"]);
        assert_eq!(whole.locate(Utf16Span::new(4, 7)), [(Point { node: 0, offset: 4 }, Point { node: 0, offset: 7 })]);
    }

    #[test]
    fn a_span_over_two_blocks_gives_two_pieces() {
        let nodes = ["one two", "three four"];
        let whole = article(&[block(&[(0, nodes[0])]), Assembled::new(), block(&[(1, nodes[1])])]);
        assert_eq!(whole.text(), "one two\nthree four");
        assert_eq!(found(&whole, "two\nthree", &nodes), ["two", "three"]);
        assert_eq!((whole.block_at(7), whole.block_at(8), whole.block_at(99)), (Some(1), Some(1), None));
    }

    #[test]
    fn what_is_left_out_parts_a_span() {
        let nodes = ["the harbour", "is safe"];
        let mut b = Assembled::new();
        b.push(0, nodes[0]);
        b.push_gap();
        b.push_space(1);
        b.push(1, nodes[1]);
        assert_eq!(b.text(), "the harbour is safe");
        assert_eq!(found(&article(&[b]), "harbour is", &nodes), ["harbour", "is"]);
    }

    #[test]
    fn soft_hyphens_are_left_out_and_words_stay_whole() {
        let nodes = ["har\u{ad}bour\u{200b}master"];
        let whole = article(&[block(&[(0, nodes[0])])]);
        assert_eq!(whole.text(), "harbourmaster");
        assert_eq!(found(&whole, "bourm", &nodes), ["bour\u{200b}m"]);
    }

    proptest! {
        #[test]
        fn every_character_comes_from_where_it_says(data in prop::collection::vec("(\\PC|[ \n]){0,30}", 1..6)) {
            let nodes: Vec<&str> = data.iter().map(String::as_str).collect();
            let blocks: Vec<Assembled> = nodes.iter().enumerate().map(|(i, d)| block(&[(i as u32, d)])).collect();
            let whole = article(&blocks);
            let mut at = 0;
            for c in whole.text().chars() {
                let units = c.len_utf16() as u32;
                let pieces = whole.locate(Utf16Span::new(at, at + units));
                at += units;
                if c == '\n' { continue; }
                let (from, to) = pieces[0];
                let source: Vec<u16> = nodes[from.node as usize].encode_utf16().collect();
                let seen = String::from_utf16_lossy(&source[from.offset as usize..to.offset as usize]);
                prop_assert!(seen == c.to_string() || (c == ' ' && seen.trim().is_empty()));
            }
        }
    }
}
