//! Text: spans with their unit in the type, offsets, tokens, sentences, quotation marks.
//!
//! [`Paragraph::new`] takes one paragraph apart; everything behind it works on tokens and never on characters.

mod abbreviation;
mod language;
mod offsets;
mod paragraph;
mod quote;
mod sentence;
mod span;
mod token;
mod words;

pub use language::language;
pub use offsets::OffsetMap;
pub use paragraph::Paragraph;
pub use quote::Quotation;
pub use span::{Byte, ByteSpan, Char, CharSpan, Span, Utf16, Utf16Span};
pub use token::{Case, Token, TokenKind};
pub use words::Words;
