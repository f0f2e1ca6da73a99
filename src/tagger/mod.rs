//! The room of the trained tagger: which tokens of a paragraph are cue, source and content.
//!
//! No model is here yet, and the statements are found by rules alone. What stands is the interface that both sides agree
//! on: a [`Tagger`] labels the tokens of one paragraph, knows nothing outside it, and gives the same labels in every
//! build. [`Untrained`] is the one without a model.

#[cfg(test)]
mod fixture;
mod input;
mod kernel;
mod lanes;
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

use crate::text::Paragraph;

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

/// The labels of one paragraph: for each role one a token. The roles are labelled apart, since a content can hold the
/// cue and the source of another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labels {
    /// Cues.
    pub cue: Vec<Label>,
    /// Sources.
    pub source: Vec<Label>,
    /// Contents.
    pub content: Vec<Label>,
}

impl Labels {
    /// The segments of one role as ranges of tokens, in order. An inside label that nothing began begins a segment.
    ///
    /// ```
    /// use hearsay::tagger::{Label::{Begin, Inside, Outside}, Labels, Role};
    /// let labels = Labels { cue: vec![Begin, Outside, Begin, Inside, Begin], ..Labels::default() };
    /// assert_eq!(labels.segments(Role::Cue), [0..1, 2..4, 4..5]);
    /// assert!(labels.segments(Role::Source).is_empty());
    /// ```
    pub fn segments(&self, role: Role) -> Vec<Range<usize>> {
        let labels = match role {
            Role::Cue => &self.cue,
            Role::Source => &self.source,
            Role::Content => &self.content,
        };
        ranges(labels)
    }
}

/// The segments that labels make.
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

/// Labels the tokens of paragraphs.
pub trait Tagger {
    /// The labels of a paragraph; none where there is no model.
    fn labels(&self, paragraph: &Paragraph) -> Option<Labels>;
}

/// The tagger without a model.
#[derive(Debug, Clone, Copy, Default)]
pub struct Untrained;

impl Tagger for Untrained {
    fn labels(&self, _paragraph: &Paragraph) -> Option<Labels> {
        None
    }
}
