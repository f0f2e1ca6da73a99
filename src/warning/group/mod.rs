//! What a source phrase without a name tells about who speaks: particular people, an unidentified group, or neither.

mod crowd;
mod deeds;
mod judgement;
mod member;
mod officials;
mod particular;
mod phrase;
mod setting;

use std::ops::Range;

use crate::lexicon::{Classes, VerbClass};
use crate::mention::{Head, Phrase, Scan, Tag, is_staff};
use crate::text::Words;

use super::view::{Claim, View};

pub(super) use judgement::{TELLING, WITHOUT_CONTENT};

/// Who stands behind a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// Particular people whom the article does not name; `bare` where it does not describe them either.
    Back { bare: bool },
    /// Nobody in particular.
    Vague,
}

impl View<'_> {
    /// Who stands behind a claim, with the words that say so; none where the source is identified.
    pub(super) fn kept(&self, claim: &Claim) -> Option<(Kept, Range<usize>)> {
        claim.kept.get_or_init(|| self.judge(claim)).clone()
    }

    fn judge(&self, claim: &Claim) -> Option<(Kept, Range<usize>)> {
        let scan = &self.scans[claim.paragraph];
        let phrase = whole(scan, &claim.source.phrase);
        let source = Sourced { view: self, scan, claim, phrase: &phrase };
        let first = source.phrase.core.start;
        let supposed = |w: &str| {
            const { Words::new("how too so if when whenever until unless") }.contains(w) || w == "as" && !claim.proven
                // "older than people assume".
                || w == "than" && claim.cue.act.class() == VerbClass::Belief
        };
        let asks = first > 0 && supposed(scan.p.lower(first - 1));
        if asks || scan.p.quotation_at(first).is_some() || source.is_hypothetical() || source.is_spoken_to() {
            return None;
        }
        // "users will demand it" tells what may come, "the man who police said fled" what somebody else says.
        if source.is_yet_to_come()
            || source.is_noun_apart()
            || source.is_told_of()
            || source.is_one_of_many()
            || source.is_asker()
            || source.is_done_to()
        {
            return None;
        }
        // What the place alone shows may still be somebody's own words.
        let apart = source.is_joined_clause();
        if claim.proven && claim.attribution.is_none() && self.has_named_voice(claim.paragraph, first, apart) {
            return None;
        }
        if source.is_asked()
            || source.is_watched()
            || source.is_one()
            || source.is_in_passing()
            || source.is_somebody_named_next()
            || source.is_companion()
        {
            return None;
        }
        let kept = source.kept()?;
        let told = match kept {
            Kept::Back { .. } => {
                source.is_in_anothers_words()
                    || source.is_named_right_behind()
                    || source.is_in_a_story()
                    || source.is_crowd() && source.is_joined_by_a_member()
            }
            Kept::Vague => source.is_joined_by_a_member(),
        };
        (!told).then(|| (kept, source.trigger()))
    }
}

impl View<'_> {
    /// Whether the source is officials of whom the article does not tell whose they are.
    pub(super) fn is_office(&self, claim: &Claim) -> bool {
        let scan = &self.scans[claim.paragraph];
        Sourced { view: self, scan, claim, phrase: &claim.source.phrase }.is_of_no_body()
    }
}

/// "industry and government sources": where the first word only describes the people behind the second, both belong to the base phrase.
fn whole(scan: &Scan<'_>, phrase: &Phrase) -> Phrase {
    let (first, and) = (phrase.core.start, phrase.core.end);
    let describes = phrase.core.len() == 1
        && matches!(scan.tags[first], Tag::Adjective | Tag::Noun)
        && !scan.classes(first).has_any(Classes::GROUP | Classes::ROLE | Classes::PLURAL);
    let people = (and + 1..phrase.tokens.end).take_while(|&i| scan.tags[i].is_nominal()).last();
    match people.filter(|&i| scan.tags[and] == Tag::Coordinator && scan.classes(i).has_any(Classes::GROUP)) {
        Some(head) if describes => Phrase { tokens: phrase.tokens.clone(), core: first..head + 1 },
        _ => phrase.clone(),
    }
}

/// A source phrase in its place.
struct Sourced<'a> {
    view: &'a View<'a>,
    scan: &'a Scan<'a>,
    claim: &'a Claim,
    phrase: &'a Phrase,
}

impl Sourced<'_> {
    fn kept(&self) -> Option<Kept> {
        match &self.claim.source.head {
            Head::Description(_) => {}
            // "some Vellians": people of a land, whoever they are.
            Head::Name(n) if self.is_of_a_land(*n) && self.is_plural() => return self.vague(),
            Head::Name(n) => {
                return self.metonym(*n).or_else(|| self.is_one_of_a_party(*n).then_some(Kept::Back { bare: false }));
            }
            // "Vellish advocates": a land or a street is no body that they could speak for.
            Head::Voice(n) if !self.is_body(*n) => return self.vague(),
            Head::Voice(_) | Head::Pronoun(_) => return self.indefinite_pronoun(),
        }
        if self.is_named() || is_staff(self.head()) && self.is_resolved() {
            return None;
        }
        if let Some(part) = self.claim.part {
            return self.is_part_of_unnamed().then_some(part);
        }
        self.anonymous().or_else(|| self.vague())
    }

    /// The base phrase with what describes it: "others in the industry", "people familiar with the matter".
    fn trigger(&self) -> Range<usize> {
        let core = self.core();
        if let Head::Name(n) = self.claim.source.head {
            let name = &self.scan.names[n].tokens;
            return name.start - usize::from(name.start > 0 && self.scan.p.is(name.start - 1, "one"))..name.end;
        }
        if let Some(knowledge) = self.knowledge() {
            // "close to the | singer", "close to | Ada Quill", "familiar with | Quill’s plans".
            let mut noun = self.scan.tags[knowledge.end - 1] == Tag::Determiner;
            let joins = |i: &usize| {
                let tag = self.scan.tags[*i];
                noun |= tag == Tag::Possessive;
                tag == Tag::Name || noun && matches!(tag, Tag::Adjective | Tag::Noun | Tag::Possessive)
            };
            let end = self.claim.cue.tokens.start.max(knowledge.end);
            let end = if end == knowledge.end { self.scan.tags.len() } else { end };
            let rest = (knowledge.end..end).take_while(joins).count();
            return core.start..knowledge.end + rest;
        }
        let end = self.phrase.tokens.end;
        if core.len() == 1 && self.is_unsigned_post() {
            return core.start..end;
        }
        let plain = core.end < end
            && end - core.end <= 8
            && matches!(self.scan.tags[core.end], Tag::Preposition | Tag::Coordinator)
            && (core.end..end).all(|i| {
                self.scan.tags[i].is_nominal() || matches!(self.scan.tags[i], Tag::Preposition | Tag::Coordinator)
            });
        if plain { core.start..end } else { core }
    }
}
