//! Attribution: source, cue and content, and who speaks.
//!
//! [`Reading::new`] finds the statements of one paragraph from its own words; [`link()`] joins them over the article.

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
use crate::tagger::Model;

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
    /// Reads one paragraph.
    pub fn new(text: &str, lexicon: &Lexicon) -> Self {
        let mentions = Mentions::new(text, lexicon);
        let rules = mentions.scan(lexicon).statements();
        let states = Model::english().run(&tagger_input(&mentions, &rules, lexicon));
        let statements = mentions.scan(lexicon).joined(rules, &states);
        Self { mentions, statements }
    }

    /// Reads one paragraph by the rules alone: what the tagger is then told, and trained on.
    pub fn by_rules(text: &str, lexicon: &Lexicon) -> Self {
        let mentions = Mentions::new(text, lexicon);
        let statements = mentions.scan(lexicon).statements();
        Self { mentions, statements }
    }
}
