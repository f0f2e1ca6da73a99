//! What the rules tell the tagger about a paragraph.

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::mention::{Category, Mentions};
use crate::report::AttributionKind;
use crate::tagger::{Hint, Input};

use super::Statement;

/// The paragraph as the tagger sees it: its tokens, with the names and the statements that the rules found.
pub fn tagger_input(mentions: &Mentions, statements: &[Statement], lexicon: &Lexicon) -> Input {
    let mut hints: Vec<(Hint, Range<usize>)> = Vec::new();
    for name in &mentions.names {
        let hint = match name.category {
            Category::Person => Hint::Person,
            Category::Organization => Hint::Organization,
            Category::Place => Hint::Place,
            Category::AiModel => Hint::AiModel,
            Category::Unknown => Hint::Name,
        };
        hints.push((hint, name.tokens.clone()));
    }
    hints.extend(mentions.scan(lexicon).cues().into_iter().map(|cue| (Hint::Candidate, cue.tokens)));
    for statement in statements {
        let content = match statement.kind {
            AttributionKind::Direct => Hint::Direct,
            AttributionKind::Mixed => Hint::Mixed,
            AttributionKind::Indirect | AttributionKind::Attitude => Hint::Indirect,
        };
        hints.extend(statement.content.iter().map(|range| (content, range.clone())));
        hints.extend(statement.cue.iter().map(|cue| (Hint::Cue, cue.tokens.clone())));
        hints.extend(statement.source.iter().map(|source| (Hint::Source, source.phrase.tokens.clone())));
    }
    Input::new(&mentions.paragraph, |i| mentions.tags[i] as u8, &hints, lexicon)
}
