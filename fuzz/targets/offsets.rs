//! Spans survive the way through every unit, and offsets that lie nowhere in the text fall on its borders.
#![no_main]

use arbitrary::Arbitrary;
use hearsay::text::{ByteSpan, CharSpan, OffsetMap, Utf16Span};
use libfuzzer_sys::fuzz_target;

#[derive(Debug, Arbitrary)]
struct Input<'t> {
    /// Places among the borders of characters.
    borders: Vec<(u16, u16)>,
    /// Offsets as a page may hand them over: of another text, in the middle of a pair, beyond the end.
    wild: Vec<(u32, u32)>,
    text: &'t str,
}

fuzz_target!(|input: Input| {
    let text = input.text;
    let map = OffsetMap::new(text);
    let borders: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
    for (a, b) in input.borders {
        let border = |n: u16| borders[usize::from(n) % borders.len()];
        let span = ByteSpan::new(border(a).min(border(b)), border(a).max(border(b)));
        assert_eq!(map.from_chars(map.to_chars(span)), span);
        assert_eq!(map.from_utf16(map.to_utf16(span)), span);
        assert_eq!(map.to_chars(span).len() as usize, span.of(text).chars().count());
        assert_eq!(map.to_utf16(span).len() as usize, span.of(text).encode_utf16().count());
    }
    for (a, b) in input.wild {
        for span in [map.from_utf16(Utf16Span::new(a, b)), map.from_chars(CharSpan::new(a, b))] {
            assert!(text.get(span.range()).is_some(), "{span:?} does not lie on borders of {text:?}");
        }
    }
});
