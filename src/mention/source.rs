//! Who a source phrase refers to, as far as the phrase itself tells.

use std::ops::Range;

use crate::lexicon::{Classes, Listed};
use crate::text::{TokenKind, Words};

use super::category::Category;
use super::officials::is_spokesperson;
use super::phrase::Phrase;
use super::role::ANOTHERS;
use super::tag::Tag;
use super::{NameIndex, Scan};

/// A source phrase with its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The phrase.
    pub phrase: Phrase,
    /// Who it refers to.
    pub head: Head,
}

/// Who a phrase refers to, before anything outside its paragraph is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Head {
    /// The bearer of a name.
    Name(NameIndex),
    /// Someone who speaks for the organisation of that name: "a Quill Marine spokesperson", "data from Quill Marine".
    Voice(NameIndex),
    /// A personal pronoun: its token.
    Pronoun(usize),
    /// A description without a name: its base phrase.
    Description(Range<usize>),
}

impl Scan<'_> {
    /// Reads the head of a phrase.
    pub fn source(&self, mut phrase: Phrase) -> Source {
        // "according to the Harbour Ministry Thursday".
        let core = &mut phrase.core;
        while core.len() > 1 && self.classes(core.end - 1).has_any(Classes::WEEKDAY) {
            core.end -= 1;
        }
        // "two people familiar with the plan".
        let core = &mut phrase.core;
        let tied = self.tags.get(core.end) == Some(&Tag::Preposition);
        if tied && core.len() > 1 && self.tags[core.end - 1] == Tag::Adjective && self.tags[core.end - 2] == Tag::Noun {
            core.end -= 1;
        }
        // "One of them": somebody, whoever they are.
        let core = &mut phrase.core;
        if core.start > 1
            && self.p.is(core.start - 1, "of")
            && self.p.is_one(core.start - 2, &const { Words::new("another one") })
        {
            let them = self.p.is(core.start, "them") && core.len() == 1;
            *core = if them { core.start - 2..core.start - 1 } else { core.clone() };
            phrase.tokens.start = phrase.tokens.start.min(core.start);
        }
        let head = self.head(&phrase);
        Source { phrase, head }
    }

    fn head(&self, phrase: &Phrase) -> Head {
        let core = &phrase.core;
        // "He and others said": one of them is known.
        let joined = self.tags.get(core.start + 1) == Some(&Tag::Coordinator);
        if (core.len() == 1 || joined && core.end > core.start + 1)
            && matches!(self.tags[core.start], Tag::Pronoun | Tag::PossessivePronoun)
            && self.lexicon.pronoun(self.p.lower(core.start).split('\'').next().unwrap_or_default()).is_some()
        {
            return Head::Pronoun(core.start);
        }
        if let Some(name) = self.name_ending_at(core.end).filter(|n| self.names[*n].tokens.end > core.start) {
            return Head::Name(name);
        }
        if let Some(name) = self.named_first(core) {
            return Head::Name(name);
        }
        if let Some(name) = self.explained(core) {
            return Head::Name(name);
        }
        // "the ambassador to New Vell Ada Quill": the name stands behind the role's own complement.
        let first = phrase.tokens.clone().find(|&i| self.tags[i] == Tag::Comma && i >= core.end);
        let pieces = [Some(phrase.tokens.end), first];
        if let Some(name) = pieces.into_iter().flatten().find_map(|end| self.trailing_name(core, end)) {
            return Head::Name(name);
        }
        // "one Rohingya, Ada Quill": a description whose apposition is a name.
        if let Some(name) = self.apposed_name(phrase) {
            return Head::Name(name);
        }
        self.voice(phrase).map_or_else(|| Head::Description(core.clone()), Head::Voice)
    }

    /// "the minister of education Ada Quill", "academic and engineer Ada Quill": a role with all that belongs to it, and then
    /// the name. "the wife of senator Ada Quill" is somebody else.
    fn trailing_name(&self, core: &Range<usize>, end: usize) -> Option<NameIndex> {
        let n = self.name_ending_at(end)?;
        let name = &self.names[n];
        // "a worker named Ada Quill".
        let introduced = name.prefix > core.start && matches!(self.p.lower(name.prefix - 1), "named" | "called");
        // "a seller, who goes by Ada", "a diver, who asked to be identified only as Tom".
        // "Ada Quill, a singer known as Big Ada": she has a name.
        let named = core.start > 1 && self.tags[core.start - 1] == Tag::Comma && self.tags[core.start - 2] == Tag::Name;
        let given = |clause: Range<usize>| !clause.is_empty() && !named && self.is_given_behind(clause);
        let introduced = introduced || given(core.end..name.prefix);
        if introduced && name.category != Category::Place {
            return Some(n);
        }
        // "Bank of Vellmark Governor Ada Quill", "Vellmark’s Secretary of State Ada Quill": nothing but what she is.
        // "Commerce and Planning Minister Ada Quill".
        let matters = |i: usize| self.p.is(i, "and") && i + 1 == name.prefix && self.tags[i - 1] == Tag::Name;
        let led = name.prefix <= core.start
            || (core.start..name.prefix).all(|i| self.tags[i].is_nominal() || i > core.start && matters(i));
        if name.category == Category::Person && name.tokens.len() > 1 && name.prefix < name.tokens.start && led {
            return Some(n);
        }
        // "Undersecretary for the Harbour Mr. Quill": the capitalised words before the name are the role's own complement.
        let complement = name.prefix > 0 && self.tags[name.prefix - 1] == Tag::Preposition;
        let first = if complement { name.tokens.start } else { name.prefix };
        let before = first.checked_sub(1).filter(|&i| i >= core.start)?;
        let role =
            |i: usize| self.classes(i).has_any(Classes::PERSON_NOUN.with(Classes::TITLE)) && !self.is_courtesy(i);
        // "president of the Bar Association of Vellmark Ada Quill": each complement is one of the role, or of what stands in it.
        let tie = |&i: &usize| self.tags[i] == Tag::Preposition;
        let own = match (core.start + 1..=before).find(tie) {
            // The noun before the name ends the role's complement; a role there would be the bearer's own.
            Some(first) => (first..=before).filter(tie).any(|preposition| {
                let head = preposition - 1;
                let word = self.p.lower(head);
                let anothers = self.lexicon.word(word).has_any(Classes::RELATION)
                    || is_spokesperson(word)
                    || ANOTHERS.contains(word);
                let own = |i: usize| role(i) && self.tags[i] != Tag::Name;
                // "Critics of Mr. Vale", "advisers to Mr. Vale": others, and many.
                let anothers = anothers || (preposition + 1..name.tokens.start).all(|i| self.is_courtesy(i));
                // "spokesman of the harbour agency Ada Quill", "lawyer for the divers Ada Quill": an agency is nobody's role, nor are many.
                let many = self.is_many(before) && self.p.is(before - 1, "the");
                let anothers = anothers && !self.is_body_noun(before) && !many;
                role(head) && !anothers && preposition < before && (many || !(preposition + 1..=before).any(own))
            }),
            // "real estate mogul and television star Ada Quill".
            None => {
                role(before)
                    || self.is_role_word(before)
                    || name.tokens.len() > 1 && self.tags[before] == Tag::Noun && !complement
            }
        };
        // "chair, founder and president Ada Quill": a list of roles.
        let roles = || {
            (core.start..=before).all(|i| {
                role(i) || matches!(self.tags[i], Tag::Comma | Tag::Coordinator | Tag::Adjective | Tag::Determiner)
            })
        };
        (name.category == Category::Person
            && name.tokens.start > core.end
            && own
            && ((core.end..name.tokens.start).all(|i| self.tags[i] != Tag::Comma) || roles())
            && matches!(self.tags[before], Tag::Noun | Tag::Name | Tag::Adjective | Tag::Gerund))
        .then_some(n)
    }

    /// "Professor Ada Quill deputy director of the board": the comma behind the name was forgotten.
    fn named_first(&self, core: &Range<usize>) -> Option<NameIndex> {
        let n = self.names.iter().position(|n| n.prefix == core.start && n.tokens.end < core.end)?;
        let (name, head) = (&self.names[n], core.end - 1);
        let anothers = is_spokesperson(self.p.lower(head)) || self.p.is_one(head, &ANOTHERS);
        let office = self.is_role_word(head) && !self.classes(head).has_any(Classes::PLURAL) && !anothers;
        let tied = matches!(self.p.lower(core.end), "of" | "at" | "for");
        let apart = (name.tokens.end..core.end).all(|i| self.tags[i] != Tag::Possessive);
        (name.category == Category::Person && name.tokens.len() > 1 && office && tied && apart).then_some(n)
    }

    /// "Vellish news agency", "the Port Courier newspaper": the noun behind a body's name says what it is.
    fn explained(&self, core: &Range<usize>) -> Option<NameIndex> {
        let n = self.names.iter().position(|n| n.tokens.start >= core.start && n.tokens.end < core.end)?;
        let name = &self.names[n];
        let plain = (core.start..name.prefix).all(|i| matches!(self.p.lower(i), "the" | "news" | "state-run"));
        let noun = core.end - 1;
        let kind = self.p.is_one(noun, &EXPLAINED) && self.tags[noun] == Tag::Noun;
        let news = noun == name.tokens.end || noun == name.tokens.end + 1 && self.p.is(name.tokens.end, "news");
        let body = matches!(name.category, Category::Organization | Category::Unknown);
        (plain && kind && news && body).then_some(n)
    }

    fn name_ending_at(&self, end: usize) -> Option<NameIndex> {
        // "Quill’s", the firm: a phrase ends before the ending.
        let whole = |n: &super::Name| n.tokens.end == end + 1 && self.tags[end] == Tag::Possessive;
        self.names.iter().position(|n| n.tokens.end == end || whole(n))
    }

    /// A piece between commas that is one name and nothing else.
    fn apposed_name(&self, phrase: &Phrase) -> Option<NameIndex> {
        let all = phrase.tokens.clone();
        let mut start = all.clone().find(|&i| self.tags[i] == Tag::Comma)? + 1;
        // "Doctors at the main hospital, Quill Memorial": where they are.
        let (head, noun) = (phrase.core.end - 1, start.saturating_sub(2));
        let people = self.classes(head).has(Classes::GROUP) && self.p.lower(head).ends_with('s');
        // "According to eyewitnesses, the killer, Ada Quill, fled": one is not what several are.
        let many = people && !self.p.lower(head).ends_with("ss");
        let body = noun > head && self.tags[noun] == Tag::Noun && (people || is_spokesperson(self.p.lower(head)));
        while start < all.end {
            let end = (start..all.end).find(|&i| self.tags[i] == Tag::Comma).unwrap_or(all.end);
            // "former harbour adviser Ada Quill" is an apposition as well as the bare name.
            let whole = self.names.iter().position(|n| {
                // "the biography, “The Life of Ada Quill,”": whom a title names says nothing.
                let titled = self.p.quotation_at(n.tokens.start) != self.p.quotation_at(phrase.core.start);
                let leads = n.prefix == start || n.tokens.start == start;
                let described = n.category == Category::Person && (start..n.prefix).all(|i| self.tags[i].is_nominal());
                // "The chair, Ada Quill of Quill Marine,".
                let of = self.p.is_one(n.tokens.end, &const { Words::new("at from of") })
                    && matches!(n.category, Category::Person | Category::Unknown)
                    && self.is_role_word(phrase.core.end - 1)
                    && (n.tokens.end + 1..end).all(|i| self.tags[i].is_nominal() || self.p.is(i, "of"));
                // "the author of Sea Thyself, Dear": the end of a title.
                let work = n.tokens.len() == 1
                    && n.category == Category::Unknown
                    && self.p.is(phrase.core.end, "of")
                    && self.tags[start.max(2) - 2] == Tag::Name;
                (n.tokens.end == end || of)
                    && !work
                    && n.tokens.start >= start
                    && (leads || described)
                    && n.category != Category::Place
                    && if n.category == Category::Person { !many } else { !body }
                    && !titled
            });
            if whole.is_some() {
                return whole;
            }
            start = end + 1;
        }
        None
    }

    /// The organisation for which the phrase's head noun speaks.
    fn voice(&self, phrase: &Phrase) -> Option<NameIndex> {
        let core = &phrase.core;
        let noun = self.p.lower(core.end - 1);
        let classes = self.lexicon.word(noun);
        let spokesperson =
            is_spokesperson(noun) || matches!(noun, "representative" | "representatives" | "press secretary");
        let document = classes.has_any(Classes::DOCUMENT_NOUN)
            || classes.has_any(Classes::REPORTING_NOUN)
            || COUNTS.contains(noun);
        let body = classes.has_any(Classes::OFFICIAL) && noun.ends_with('s') && !self.has_number(core);
        if !(spokesperson || document || body) {
            return None;
        }
        let speaks = |n: &super::Name| match n.category {
            Category::Organization | Category::Unknown | Category::AiModel => !self.leads_body(n, phrase.tokens.end),
            Category::Place | Category::Person => false,
        };
        // Before the noun ("a Quill Marine spokesperson", "Quill Marine’s report"), else behind "for", "at", "of", "from", "by".
        let inside =
            self.names.iter().rposition(|n| n.tokens.start >= core.start && n.tokens.end < core.end && speaks(n));
        inside.or_else(|| {
            let preposition = phrase
                .tokens
                .clone()
                .find(|&i| i >= core.end && self.p.is_one(i, &const { Words::new("for at of from by with") }))?;
            // "records obtained by the Courier", "documents filed with the court": whoever has them did not write them.
            let participle = preposition > core.end || core.len() > 1 && self.tags[preposition - 1] == Tag::Participle;
            if participle && !(self.p.is_one(preposition - 1, &ISSUED) && self.p.is(preposition, "by")) {
                return None;
            }
            let start = preposition + 1;
            self.names.iter().position(|n| {
                n.tokens.start >= start
                    && n.tokens.start <= start + 4
                    && n.tokens.end <= phrase.tokens.end + 1
                    // "a spokesman for the holding company, Quill Marine".
                    && (start..n.prefix).all(|i| self.tags[i].is_nominal() || i + 1 == n.prefix && i > start && self.tags[i] == Tag::Comma)
                    && speaks(n)
            })
        })
    }

    /// "a spokeswoman for Thornley police", "the Commons harbour committee": the name only says whose body the words behind it mean.
    fn leads_body(&self, n: &super::Name, end: usize) -> bool {
        let noun = |&i: &usize| matches!(self.tags[i], Tag::Noun | Tag::Adjective);
        let last = (n.tokens.end..end.min(self.tags.len())).take_while(noun).last();
        last.is_some_and(|i| {
            let word = self.p.lower(i);
            let police = self.is_body_noun(i) || matches!(word, "police" | "service");
            // "a United Nations panel" is a part of them, as "the Commons committee" is not.
            let known = n.category == Category::Organization && word != "committee";
            police && !known && !EXPLAINED.contains(word)
        })
    }

    fn has_number(&self, core: &Range<usize>) -> bool {
        core.clone().any(|i| {
            self.p.tokens[i].kind == TokenKind::Number
                || self.classes(i).has_any(Classes::NUMBER)
                || self.p.is_one(i, &const { Words::new("senior former some several a an one other many") })
        })
    }
}

/// What somebody measured or reckoned.
const COUNTS: Words = Words::new("count data figures forecasts numbers projections research statistics tally");

/// How a document comes from whoever speaks in it.
static ISSUED: Listed = Listed::new("source-issued");

/// Nouns that say of a name before them what it names.
const EXPLAINED: Words =
    Words::new("agency airline broadcaster channel company daily magazine network newspaper tabloid");
