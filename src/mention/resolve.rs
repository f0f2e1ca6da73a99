//! Resolving what stands for a name: pronouns and descriptions.
//!
//! A walk over the article in reading order. What was named or spoke lately is likelier than what was named long ago;
//! gender, number and kind must agree where the article tells them. Thin evidence gives low confidence, and several
//! candidates.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::lexicon::{Classes, Gender, Lexicon, PhraseClass};
use crate::report::{Confidence, SourceKind};
use crate::text::Words;

use super::Mentions;
use super::category::Category;
use super::chain::{Chains, EntityId, NameAt};
use super::description::LETTERS;
use super::interview::Interview;
use super::officials::is_staff;
use super::source::{Head, Source};
use super::tag::Tag;

/// Who a source refers to, seen from the whole article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolution {
    /// The referent; none where several are as likely.
    pub who: Option<Referent>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Other named referents, likeliest first.
    pub candidates: Vec<EntityId>,
    /// Whether something other than the name stood there.
    pub indirect: bool,
}

impl Resolution {
    /// It refers to `who`, sure to so many per cent.
    pub(crate) fn of(who: Referent, percent: u8, indirect: bool) -> Self {
        Self { who: Some(who), confidence: Confidence::percent(percent), candidates: Vec::new(), indirect }
    }

    /// It refers to nobody who could be told.
    pub(crate) fn nobody() -> Self {
        Self { who: None, confidence: Confidence::percent(0), candidates: Vec::new(), indirect: true }
    }
}

/// A named entity, or an unnamed source.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Referent {
    /// Index in [`Chains::entities`].
    Named(EntityId),
    /// Index in [`Discourse::unnamed`].
    Unnamed(usize),
}

/// A source without a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unnamed {
    /// The article's description.
    pub name: String,
    /// Singular of its head noun.
    pub(super) head: String,
    /// Whether the description is as good as a name: see [`local`](super::local).
    pub proper: bool,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Where it was described: paragraph and tokens.
    pub mentions: Vec<(usize, Range<usize>)>,
}

/// What has been read so far.
#[derive(Debug)]
pub struct Discourse<'a> {
    pub(super) readings: &'a [&'a Mentions],
    pub(super) chains: &'a Chains,
    pub(super) lexicon: &'a Lexicon,
    /// What pronouns told.
    genders: Vec<(EntityId, Gender)>,
    /// Sources without a name, in the order of their first description.
    pub unnamed: Vec<Unnamed>,
    /// How many of them, the first ones, are as good as named.
    pub(super) local_bodies: usize,
    /// Where one of these ends, by paragraph and token: where it begins, and which it is.
    pub(super) local_ends: FxHashMap<(usize, usize), (usize, usize)>,
    /// Who spoke, in order: paragraph, token, who.
    pub(super) spoke: Vec<(usize, usize, Referent)>,
    /// Who answers, where the article is an interview.
    pub(super) interview: Option<Interview>,
    /// Whose turn a paragraph is.
    pub(super) turn: Option<(usize, Referent)>,
    /// Whose letter "the letter" is.
    pub(super) documents: FxHashMap<String, Referent>,
    /// The last of `unnamed` with a name (in lower case), and with a head.
    pub(super) unnamed_by_name: FxHashMap<String, usize>,
    pub(super) unnamed_by_head: FxHashMap<String, usize>,
}

/// How many names back anything can reach. More stand in no three paragraphs, and in few articles; it bounds the work
/// where a text without end has no paragraphs.
pub(super) const NAME_REACH: usize = 200;

impl<'a> Discourse<'a> {
    /// The state before the first word.
    pub fn new(readings: &'a [&'a Mentions], chains: &'a Chains, lexicon: &'a Lexicon) -> Self {
        let mut new = Self {
            readings,
            chains,
            lexicon,
            genders: Vec::new(),
            unnamed: Vec::new(),
            local_bodies: 0,
            local_ends: FxHashMap::default(),
            spoke: Vec::new(),
            interview: Interview::find(readings, chains),
            turn: None,
            documents: FxHashMap::default(),
            unnamed_by_name: FxHashMap::default(),
            unnamed_by_head: FxHashMap::default(),
        };
        new.find_locals();
        new
    }

    /// The word lists.
    pub const fn lexicon(&self) -> &'a Lexicon {
        self.lexicon
    }

    /// Notes who spoke at a place; later pronouns look here first.
    pub fn note(&mut self, paragraph: usize, token: usize, who: Referent) {
        self.spoke.push((paragraph, token, who));
    }

    /// Notes through what somebody spoke, in the article's words: later "the letter" is theirs.
    pub fn note_medium(&mut self, words: &str, who: &Referent) {
        let last = words.rsplit(' ').next().unwrap_or_default().to_lowercase();
        if LETTERS.contains(last.as_str()) {
            self.documents.insert(last, who.clone());
        }
    }

    /// Who was clearly meant by "he" or "she", of the people whose gender nothing else tells.
    pub fn genders(&self) -> Vec<(EntityId, Gender)> {
        self.genders.iter().copied().filter(|&(id, _)| self.chains.lacks_gender(id)).collect()
    }

    /// Who a source refers to.
    pub fn resolve(&mut self, paragraph: usize, source: &Source) -> Resolution {
        let resolution = self.referent(paragraph, source);
        // "QUILL: I think …": "I" is whoever the paragraph's label names.
        let label = &source.phrase.tokens;
        if let Some(who) = resolution.who.as_ref().filter(|_| label.start < 2)
            && self.readings[paragraph].paragraph.is(label.end, ":")
        {
            self.turn = Some((paragraph, who.clone()));
        }
        resolution
    }

    fn referent(&mut self, paragraph: usize, source: &Source) -> Resolution {
        match &source.head {
            Head::Name(name) if self.is_trade(paragraph, *name) => {
                self.description(paragraph, &source.phrase.core, &source.phrase.tokens)
            }
            Head::Name(name) => match self.joint(paragraph, *name, &source.phrase.tokens) {
                Some(both) => Resolution::of(Referent::Unnamed(both), 97, false),
                None => self.named(paragraph, *name, 97, false),
            },
            Head::Voice(name) if self.can_have_a_voice(paragraph, *name, source) => {
                self.named(paragraph, *name, 82, true)
            }
            Head::Voice(_) => self.description(paragraph, &source.phrase.core, &source.phrase.tokens),
            Head::Pronoun(token) => {
                let resolution = self.pronoun(paragraph, *token);
                let told = self
                    .lexicon
                    .pronoun(self.readings[paragraph].paragraph.lower(*token))
                    .map_or(Gender::Unknown, |p| p.gender);
                if let (Some(Referent::Named(id)), Gender::Male | Gender::Female) = (&resolution.who, told)
                    && resolution.confidence >= Confidence::percent(80)
                {
                    self.genders.push((*id, told));
                }
                resolution
            }
            Head::Description(core) => self.description(paragraph, core, &source.phrase.tokens),
        }
    }

    /// Officials speak for a body: "Quill officials" are those of somebody, and "Vatican officials" not those of Vatican Radio.
    fn can_have_a_voice(&self, paragraph: usize, name: usize, source: &Source) -> bool {
        let p = &self.readings[paragraph].paragraph;
        let head = p.lower(source.phrase.core.end.saturating_sub(1));
        let entity = &self.chains.entities[self.chains.entity_of((paragraph, name))];
        let outlet = || {
            let last = entity.name.rsplit(' ').next().unwrap_or_default().to_lowercase();
            const { Words::new("gazette herald news post radio times tv") }.contains(&last)
        };
        // "South Korean lawmakers": of what they are is no name.
        let last = self.readings[paragraph].names[name].tokens.end - 1;
        let demonym = self.lexicon.word(p.lower(last)).has_any(Classes::DEMONYM);
        // "his Chirper page" is his, and not Chirper's.
        let first = self.readings[paragraph].names[name].tokens.start;
        let platform = self.lexicon.word(p.lower(first)).has_any(Classes::PLATFORM);
        let own = |i: usize| matches!(self.readings[paragraph].tags[i], Tag::PossessivePronoun | Tag::Possessive);
        let page = platform && (source.phrase.core.start..first).any(own);
        // "Sorvellian officials": a name that stands nowhere but before a noun, or where places do, is a land's or a town's.
        let place = |&(paragraph, name): &NameAt| {
            let (reading, n) = (self.readings[paragraph], &self.readings[paragraph].names[name]);
            let within = n
                .prefix
                .checked_sub(1)
                .is_some_and(|i| reading.paragraph.is_one(i, &const { Words::new("in near outside") }));
            n.tokens.len() == 1 && n.category == Category::Unknown && (n.modifier || within)
        };
        let land = self.lexicon.word(head).has(Classes::OFFICIAL) && entity.mentions.iter().all(place);
        !demonym && !page && !land && (!is_staff(head) || entity.category != Category::Person && !outlet())
    }

    /// "Wall Street": a place that stands for all who work there names nobody.
    fn is_trade(&self, paragraph: usize, name: usize) -> bool {
        let reading = self.readings[paragraph];
        let words: Vec<&str> = reading.names[name].tokens.clone().map(|i| reading.paragraph.lower(i)).collect();
        self.lexicon.longest(&words, PhraseClass::Group) == Some(words.len())
    }

    fn named(&self, paragraph: usize, name: usize, percent: u8, indirect: bool) -> Resolution {
        let id = self.chains.entity_of((paragraph, name));
        Resolution::of(Referent::Named(id), percent, indirect)
    }

    /// The names of paragraph `p` that stand before a place, the nearest of them.
    pub(super) fn names_before(&self, p: usize, (paragraph, token): (usize, usize)) -> Range<usize> {
        let names = &self.readings[p].names;
        let end = if p < paragraph { names.len() } else { names.partition_point(|n| n.tokens.start < token) };
        end.saturating_sub(NAME_REACH)..end
    }

    /// Whether nothing but the shape of a name tells that somebody bears it.
    pub fn is_unsure(&self, id: EntityId) -> bool {
        self.chains.entities[id].unsure
    }

    /// The last named person before a place, outside quotation marks, in the same paragraph or the one before.
    pub fn last_person(&self, paragraph: usize, token: usize) -> Option<EntityId> {
        let in_paragraph = |p: usize| {
            let reading = self.readings[p];
            self.names_before(p, (paragraph, token))
                .rev()
                .filter(|&n| reading.paragraph.quotation_at(reading.names[n].tokens.start).is_none())
                .map(|n| self.chains.entity_of((p, n)))
                .find(|&id| self.chains.entities[id].category == Category::Person)
        };
        in_paragraph(paragraph).or_else(|| paragraph.checked_sub(1).and_then(in_paragraph))
    }
}
