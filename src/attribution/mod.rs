//! Attribution: source, cue and content, and who speaks.
//!
//! [`Reading::all`] finds the statements of each paragraph from its own words; [`link()`] joins them over the article.

mod ahead;
mod behind;
mod cue;
mod extent;
mod frame;
mod group;
mod hints;
mod link;
mod statement;
mod tagged;
mod thought;
mod unclaimed;

use crate::lexicon::Lexicon;
use crate::mention::Mentions;
use crate::tagger::{Input, Model};

pub use cue::{Act, Cue};
pub use hints::tagger_input;
pub use link::{Linked, Origin, Placed, link};
pub use statement::Statement;

/// What one paragraph tells by itself.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Whom it mentions.
    pub mentions: Mentions,
    /// Who says what in it, in the order of the content.
    pub statements: Vec<Statement>,
}

impl Reading {
    /// Reads some paragraphs, each by itself: together, which costs less than one after the other.
    pub fn all(texts: &[&str], lexicon: &Lexicon) -> Vec<Self> {
        let by_rules: Vec<Self> = texts.iter().map(|text| Self::by_rules(text, lexicon)).collect();
        let inputs: Vec<Input> =
            by_rules.iter().map(|reading| tagger_input(&reading.mentions, &reading.statements, lexicon)).collect();
        let states = Model::english().run(&inputs);
        let joined = by_rules.into_iter().zip(states).map(|(Self { mentions, statements }, states)| {
            let statements = mentions.scan(lexicon).joined(statements, &states);
            Self { mentions, statements }
        });
        joined.collect()
    }

    /// Reads one paragraph by the rules alone: what the tagger is then told, and trained on.
    pub fn by_rules(text: &str, lexicon: &Lexicon) -> Self {
        let mentions = Mentions::new(text, lexicon);
        let statements = mentions.scan(lexicon).statements();
        Self { mentions, statements }
    }
}
