//! Text: spans with their unit in the type, offsets, tokens, sentences, quotation marks.

mod offsets;
mod span;

pub use offsets::OffsetMap;
pub use span::{Byte, ByteSpan, Char, CharSpan, Span, Utf16, Utf16Span};
