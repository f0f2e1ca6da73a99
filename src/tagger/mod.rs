//! The room of the trained tagger: which tokens of a paragraph are cue, source and content.
//!
//! The way through it: an [`Input`] describes the tokens of one paragraph; [`Model::run`] makes [`States`] of some of them, the
//! network's activations and scores, in integer arithmetic, so that every build gives the same; [`States::segments`] and
//! [`States::links`] read off what the words are and what belongs together. Nothing outside the paragraph is known here.

#[cfg(test)]
mod fixture;
mod input;
mod link;
mod model;
mod network;
#[cfg(test)]
mod tests;
mod viterbi;

use std::ops::Range;

pub use input::{FEATURES, Hint, Input, LAYOUT};
pub use link::{Link, Scores};
pub use model::{Model, ModelError};
pub use network::States;
pub use viterbi::Segment;

/// What a token can be part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// The words that make it an attribution.
    Cue,
    /// The words that name who speaks.
    Source,
    /// What is said.
    Content,
}

/// Where a token stands in a segment of one role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Label {
    /// In none.
    #[default]
    Outside,
    /// At its beginning.
    Begin,
    /// Further inside.
    Inside,
}

/// The segments that labels make, as ranges of tokens, in order. An inside label that nothing began begins a segment.
fn ranges(labels: &[Label]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (i, label) in labels.iter().enumerate() {
        match (label, out.last_mut()) {
            (Label::Outside, _) => {}
            (Label::Inside, Some(last)) if last.end == i => last.end = i + 1,
            (Label::Begin | Label::Inside, _) => out.push(i..i + 1),
        }
    }
    out
}

#[cfg(test)]
#[test]
fn segments_begin_anew_or_go_on() {
    use Label::{Begin, Inside, Outside};
    assert_eq!(ranges(&[Begin, Outside, Begin, Inside, Begin, Outside, Inside]), [0..1, 2..4, 4..5, 6..7]);
}
