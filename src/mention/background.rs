//! What tells of a person where no words say who they are: a deed, or whom they work for.

use std::ops::Range;

use crate::lexicon::{Classes, Listed};
use crate::text::{ByteSpan, Words};

use super::category::Category;
use super::role::LONGEST;
use super::tag::Tag;
use super::{Name, NameIndex, Scan};

/// What people do that tells who they are.
static CALLINGS: Listed = Listed::new("background-callings");

/// What a lawyer does for a side.
const SIDES: Words = Words::new("defending mitigating prosecuting");

impl Scan<'_> {
    /// "Ada Quill, prosecuting,", "Mitigating, Ada Quill said": for which side a lawyer speaks.
    pub(super) fn side(&self, name: NameIndex) -> Option<ByteSpan> {
        let n = &self.names[name];
        let parted = |i: usize| self.tags.get(i) == Some(&Tag::Comma) && self.p.quotation_at(i).is_none();
        let at = |i: usize| self.p.is_one(i, &SIDES);
        let before = n.prefix.checked_sub(2).filter(|&i| at(i) && parted(i + 1) && self.p.begins_sentence(i));
        let behind = n.tokens.end + 1;
        let closed = |i: usize| matches!(self.tags.get(i), Some(Tag::Comma | Tag::Mark | Tag::Verb) | None);
        // "Ada Quill, for the defence,".
        let party = &const { Words::new("crown defence defense prosecution") };
        let whole = self.p.is(behind, "for") && self.p.is(behind + 1, "the") && self.p.is_one(behind + 2, party);
        let end = behind + if whole { 3 } else { 1 };
        let after = || (parted(behind - 1) && (whole || at(behind)) && closed(end)).then_some(behind..end);
        before.map(|i| i..i + 1).or_else(after).map(|side| self.p.span(&side))
    }

    /// "Ada Quill, who leads the harbour board,", "who has run the yard since 1999": the clause without its pronoun.
    pub(super) fn deed(&self, name: NameIndex) -> Option<ByteSpan> {
        let n = &self.names[name];
        // "Ada Quill who runs the hotel".
        let comma = self.p.lower(n.tokens.end) != "who";
        let who = if comma { self.apposition_start(n)? } else { n.tokens.end };
        // "Ada Quill, representing the divers,".
        let gerund = comma && self.p.is(who, "representing");
        if !(gerund || self.p.is(who, "who")) || n.category == Category::Organization {
            return None;
        }
        let mut verb = who + usize::from(!gerund);
        // "who also managed the yard": what else they did.
        if self.p.is(verb, "also") {
            return None;
        }
        while matches!(self.tags.get(verb), Some(Tag::Adverb)) || self.p.is(verb, "has") {
            verb += 1;
        }
        // "who sat on the board and now teaches law".
        let now = (verb..self.apposition_end(verb)?).find(|&i| self.p.is(i, "now") && self.p.is(i - 1, "and"));
        verb = now.map_or(verb, |i| i + 1);
        let works = self.p.is_one(verb, &const { Words::new("works worked teaches taught") })
            && matches!(self.p.lower(verb + 1), "at" | "for" | "with");
        let object =
            (gerund || self.p.is_one(verb, &CALLINGS)) && self.tags.get(verb + 1).is_some_and(|t| t.is_nominal());
        if !(works || object) {
            return None;
        }
        // "owns a boat and lives nearby": what else they do is another matter.
        let goes_on = |i: &usize| {
            let next = self.tags.get(i + 1);
            self.tags[*i] == Tag::Coordinator && matches!(next, Some(Tag::Verb | Tag::Auxiliary | Tag::Adverb))
        };
        let end = self.apposition_end(verb + 1)?;
        let end = (verb + 1..end).find(goes_on).unwrap_or(end);
        let clause = (verb + 1..end).any(|i| matches!(self.tags[i], Tag::Auxiliary | Tag::Subordinator));
        (!clause && end - verb <= LONGEST && end > verb + 1).then(|| self.p.span(&(verb..end)))
    }

    /// "Ada Quill of the Port Vell Courier", "Quill Radio’s Ada Vale", "Ada Quill of the county’s rescue service".
    pub(super) fn affiliation(&self, name: NameIndex) -> Option<ByteSpan> {
        let n = &self.names[name];
        if n.category != Category::Person {
            return None;
        }
        let before = (n.prefix > 0 && self.tags[n.prefix - 1] == Tag::Possessive)
            .then(|| self.names.iter().find(|m| m.tokens.end + 1 == n.prefix));
        // "As Ada Quill reports for the Port Vell Courier".
        let reports = self.says(n.tokens.end.min(self.tags.len() - 1)) && self.p.is(n.tokens.end + 1, "for");
        let reports = reports.then(|| self.body_named(n.tokens.end + 2, works_for));
        let named = [before, reports].into_iter().flatten().flatten().find(|m| works_for(m));
        named.map(|m| self.p.span(&m.tokens)).or_else(|| self.affiliation_behind(n))
    }

    /// "of the Courier", "from Quill Radio", "with the Vell Institute", with or without a comma before it.
    fn affiliation_behind(&self, n: &Name) -> Option<ByteSpan> {
        let apart = self.tags.get(n.tokens.end) == Some(&Tag::Comma);
        let preposition = n.tokens.end + usize::from(apart);
        if let Some(tokens) = self.kind_and_body(preposition) {
            return Some(self.p.span(&tokens));
        }
        let certain = |m: &Name| m.category == Category::Organization;
        let named =
            match self.p.lower(preposition) {
                "of" => self.body_named(preposition + 1, works_for),
                // "Ada Quill from Vellburg": a town that no list knows.
                "from" if apart && self.p.is(preposition + 1, "the") => self.body_named(preposition + 1, works_for),
                "from" | "with" => self.body_named(preposition + 1, certain),
                "at" => self.body_named(preposition + 1, |m| {
                    self.p.lower(m.tokens.end - 1).ends_with("bank") || m.tokens.clone().any(|i| {
                        self.p.is_one(i, &const {
                        Words::new(
                            "academy asset associates capital center centre clinic college economics hospital institute insurance investments laboratory management markets \
                             partners research school securities university",
                        )
                    })
                    })
                }),
                _ => return None,
            };
        let described = || {
            let start = preposition + 1;
            (start < self.tags.len()).then(|| start..self.core_end(&(start..self.tags.len()))).filter(|core| {
                let last = core.end.saturating_sub(1);
                let article = matches!(self.tags[start], Tag::Determiner | Tag::PossessivePronoun | Tag::Name);
                let body = self.classes(last).has_any(Classes::ORG_HEAD) || self.is_body_noun(last);
                core.len() > 2
                    && self.p.lower(preposition) != "at"
                    && article
                    && body
                    && !self.p.is_one(start, &const { Words::new("a an his her") })
            })
        };
        named.map(|m| m.tokens.clone()).or_else(described).map(|tokens| self.p.span(&tokens))
    }

    /// "with the charity Open Nets", "of charity Quill": the noun for a body and its name.
    fn kind_and_body(&self, preposition: usize) -> Option<Range<usize>> {
        let start = preposition + 1;
        let noun = start + usize::from(self.p.is(start, "the"));
        // "of law firm Quill Vale".
        let noun = noun + usize::from(noun + 1 < self.tags.len() && self.is_body_noun(noun + 1));
        // "of brokers Quill & Vale".
        let trade = self.p.is(preposition, "of") && self.classes(noun).has(Classes::PLURAL);
        let kind = self.p.is_one(preposition, &const { Words::new("at from of with") })
            && noun < self.tags.len()
            && (self.is_body_noun(noun) || trade && self.is_role_word(noun));
        let m = self.names.iter().find(|m| {
            kind && m.prefix == noun + 1 && m.category != Category::Place && !self.is_given_name(m.tokens.start)
        })?;
        Some(start..m.tokens.end)
    }

    /// The body whose name begins at `start`, or behind an article there.
    fn body_named(&self, start: usize, fits: impl Fn(&Name) -> bool) -> Option<&Name> {
        let start = start + usize::from(self.p.is(start, "the"));
        self.names.iter().find(|m| m.prefix == start && fits(m))
    }
}

fn works_for(m: &Name) -> bool {
    m.category != Category::Person && m.category != Category::Place
}
