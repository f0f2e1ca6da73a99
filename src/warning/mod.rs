//! Warnings: what nobody stands behind.

use crate::attribution::{Linked, Placed};
use crate::lexicon::Lexicon;
use crate::report::Warning;

/// The warnings of an article, in the order of the text.
pub fn find(paragraphs: &[Placed<'_>], linked: &Linked, lexicon: &Lexicon) -> Vec<Warning> {
    let _ = (paragraphs, linked, lexicon);
    Vec::new()
}
