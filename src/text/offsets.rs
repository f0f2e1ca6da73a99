//! From bytes to code points and UTF-16 units, and back.

use super::span::{ByteSpan, CharSpan, Utf16Span};

/// One checkpoint a stride keeps a lookup to a short count and the table to a few per cent of the text.
const STRIDE: usize = 256;

/// The running counts at one place of the text.
#[derive(Debug, Clone, Copy, Default)]
struct Checkpoint {
    byte: u32,
    chars: u32,
    utf16: u32,
}

/// Translates offsets of one text between its three units.
///
/// Built once a text in one pass; every lookup costs a binary search and a count over at most [`STRIDE`] bytes.
///
/// ```
/// use hearsay::text::{ByteSpan, CharSpan, OffsetMap, Utf16Span};
/// let text = "“𝒂” é";
/// let map = OffsetMap::new(text);
/// assert_eq!(map.to_chars(ByteSpan::new(3, 7)), CharSpan::new(1, 2));
/// assert_eq!(map.to_utf16(ByteSpan::new(3, 7)), Utf16Span::new(1, 3));
/// assert_eq!(map.from_utf16(Utf16Span::new(1, 3)), ByteSpan::new(3, 7));
/// ```
#[derive(Debug)]
pub struct OffsetMap<'t> {
    text: &'t str,
    checkpoints: Vec<Checkpoint>,
}

impl<'t> OffsetMap<'t> {
    /// The map of `text`.
    pub fn new(text: &'t str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut here = Checkpoint::default();
        let mut due = 0;
        for c in text.chars() {
            if here.byte >= due {
                checkpoints.push(here);
                due = here.byte + STRIDE as u32;
            }
            here = here.after(c);
        }
        Self { text, checkpoints }
    }

    /// Where a byte span lies in code points.
    pub fn to_chars(&self, span: ByteSpan) -> CharSpan {
        CharSpan::new(self.at_byte(span.start).chars, self.at_byte(span.end).chars)
    }

    /// Where a byte span lies in UTF-16 units.
    pub fn to_utf16(&self, span: ByteSpan) -> Utf16Span {
        Utf16Span::new(self.at_byte(span.start).utf16, self.at_byte(span.end).utf16)
    }

    /// Where a code point span lies in bytes.
    pub fn from_chars(&self, span: CharSpan) -> ByteSpan {
        let byte = |offset| self.find(|c| c.chars <= offset, |c| c.chars >= offset).byte;
        ByteSpan::new(byte(span.start), byte(span.end))
    }

    /// Where a UTF-16 span lies in bytes. A border inside a surrogate pair moves behind it.
    pub fn from_utf16(&self, span: Utf16Span) -> ByteSpan {
        let byte = |offset| self.find(|c| c.utf16 <= offset, |c| c.utf16 >= offset).byte;
        ByteSpan::new(byte(span.start), byte(span.end))
    }

    /// [`OffsetMap::from_utf16`] of each piece of some words.
    pub fn all_from_utf16(&self, spans: &[Utf16Span]) -> Vec<ByteSpan> {
        spans.iter().map(|span| self.from_utf16(*span)).collect()
    }

    fn at_byte(&self, byte: u32) -> Checkpoint {
        self.find(|c| c.byte <= byte, |c| c.byte >= byte)
    }

    /// The first place where `reached` holds, counted from the last checkpoint where `before` does; else the text's end.
    fn find(&self, before: impl Fn(&Checkpoint) -> bool, reached: impl Fn(&Checkpoint) -> bool) -> Checkpoint {
        let index = self.checkpoints.partition_point(before).saturating_sub(1);
        let mut here = self.checkpoints.get(index).copied().unwrap_or_default();
        for c in self.text[here.byte as usize..].chars() {
            if reached(&here) {
                break;
            }
            here = here.after(c);
        }
        here
    }
}

impl Checkpoint {
    fn after(self, c: char) -> Self {
        Self { byte: self.byte + c.len_utf8() as u32, chars: self.chars + 1, utf16: self.utf16 + c.len_utf16() as u32 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_span_survives_the_round_trip(text in "(\\PC|\n){0,900}", a in 0usize..4000, b in 0usize..4000) {
            let borders: Vec<u32> = text.char_indices().map(|(i, _)| i as u32).chain([text.len() as u32]).collect();
            let (a, b) = (borders[a % borders.len()], borders[b % borders.len()]);
            let span = ByteSpan::new(a.min(b), a.max(b));
            let map = OffsetMap::new(&text);
            prop_assert_eq!(map.from_chars(map.to_chars(span)), span);
            prop_assert_eq!(map.from_utf16(map.to_utf16(span)), span);
            prop_assert_eq!(map.to_chars(span).len() as usize, span.of(&text).chars().count());
            prop_assert_eq!(map.to_utf16(span).len() as usize, span.of(&text).encode_utf16().count());
        }
    }

    #[test]
    fn offsets_beyond_the_text_fall_on_its_end() {
        let map = OffsetMap::new("añb");
        assert_eq!(map.from_utf16(Utf16Span::new(1, 99)), ByteSpan::new(1, 4));
        assert_eq!(OffsetMap::new("").from_chars(CharSpan::new(3, 9)), ByteSpan::new(0, 0));
    }
}
