//! Mentions: names, titles, roles, pronouns and descriptions in one paragraph, and the chains that join them over the
//! article into speakers.

mod after;
mod apposition;
mod background;
mod body;
mod capital;
mod category;
mod chain;
mod compound;
mod cut;
mod described;
mod description;
mod entity;
mod epithet;
mod front;
mod interview;
mod joint;
mod known;
mod local;
mod lookup;
mod mentions;
mod name;
mod noun;
mod officials;
mod opening;
mod phrase;
mod pronoun;
mod recent;
mod resolve;
mod role;
mod salience;
mod same;
mod settle;
mod source;
mod subject;
mod tag;
mod unnamed;
mod wording;

use crate::lexicon::{Classes, Lexicon};
use crate::text::Paragraph;

pub use category::Category;
pub use chain::{Chains, EntityId, NameAt};
pub use entity::Entity;
pub(crate) use interview::asks_and_answers;
pub use known::Known;
pub use mentions::Mentions;
pub use name::{Name, names};
pub use officials::{has_officials, is_spokesperson, is_staff, speaks_for_a_body};
pub use phrase::Phrase;
pub use resolve::{Discourse, Referent, Resolution, Unnamed};
pub use source::{Head, Source};
pub use tag::{Tag, tags};

/// Words of the closed classes: their capital at the beginning of a sentence names nobody.
const CLOSED: Classes = Classes::DETERMINER
    .with(Classes::PRONOUN)
    .with(Classes::PREPOSITION)
    .with(Classes::CONJUNCTION)
    .with(Classes::SUBORDINATOR)
    .with(Classes::AUXILIARY)
    .with(Classes::MODAL)
    .with(Classes::NEGATION)
    .with(Classes::WH);

/// Words that are no names where a capital is due anyway.
const COMMON: Classes = Classes::VERB
    .with(Classes::ADJECTIVE)
    .with(Classes::NOUN)
    .with(Classes::ROLE)
    .with(Classes::RELATION)
    .with(Classes::GROUP)
    .with(Classes::DOCUMENT_NOUN)
    .with(Classes::MEDIA_NOUN)
    .with(Classes::REPORTING_NOUN)
    .with(Classes::ADVERB)
    .with(Classes::NUMBER);

/// Words that make an organisation of a name.
const ORGANIZATION: Classes = Classes::ORG_HEAD.with(Classes::ORG_SUFFIX).with(Classes::ORG_NAME).with(Classes::OUTLET);

/// Days and months.
const DATE: Classes = Classes::WEEKDAY.with(Classes::MONTH);

/// The longest dateline, in tokens: "PORT VELL, May 2 (Vell News) -- ".
pub(crate) const DATELINE: usize = 16;

/// Index of a name in its paragraph.
pub type NameIndex = usize;

/// A paragraph with everything that its own words tell: what the finders of phrases, sources and statements look at.
#[derive(Debug, Clone, Copy)]
pub struct Scan<'a> {
    /// The paragraph.
    pub p: &'a Paragraph,
    /// A coarse part of speech for each of its tokens.
    pub tags: &'a [Tag],
    /// Its names.
    pub names: &'a [Name],
    /// What the word lists know of it.
    pub known: &'a Known,
    /// The word lists.
    pub lexicon: &'a Lexicon,
}
