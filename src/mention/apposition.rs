//! Roles behind a name: in an apposition, or said of its bearer.

use std::ops::Range;

use crate::lexicon::Classes;
use crate::text::{ByteSpan, Words};

use super::category::Category;
use super::role::LONGEST;
use super::tag::Tag;
use super::{Name, NameIndex, Scan};

/// Gerunds that belong to a role: "managing director".
const OFFICES: Words = Words::new("acting commanding founding governing leading managing presiding sitting visiting");

impl Scan<'_> {
    /// "Ada Quill, a harbour engineer,", "Ada Quill, who is chief engineer at …".
    pub(super) fn role_behind(&self, name: NameIndex) -> Option<ByteSpan> {
        let n = &self.names[name];
        let mut start = self.apposition_start(n)?;
        let mut told = false;
        if self.p.is(start, "who") {
            start = self.told_role(start + 1)?;
            told = true;
        }
        let bygone = |i: usize| matches!(self.p.lower(i), "once" | "formerly" | "until");
        while matches!(self.tags.get(start), Some(Tag::Adverb)) && !bygone(start) {
            start += 1;
        }
        // ", according to two people": no apposition; "one of the board’s lawyers", "managing director" are.
        let begins = match self.tags.get(start) {
            Some(Tag::Gerund) => self.p.is_one(start, &OFFICES) && self.is_role_word(start + 1),
            Some(Tag::Pronoun) => self.p.is(start, "one") && self.p.is(start + 1, "of"),
            Some(Tag::Preposition | Tag::Subordinator | Tag::Coordinator) => bygone(start),
            _ => true,
        };
        if !begins {
            return None;
        }
        // "Ada Quill, the spokeswoman, said that the mayor": the sentence goes on.
        let verb = matches!(self.tags.get(start), Some(Tag::Verb | Tag::Auxiliary)) && self.p.lower(start + 1) != "by";
        if verb && !told {
            return None;
        }
        let end = self.apposition_end(start)?;
        // "At the board, officials stressed that": the sentence's own subject and verb.
        let goes_on = |i: usize| self.tags[i] == Tag::Verb && self.p.is(i + 1, "that");
        // "will sell Quill Marine, the source added.".
        let tag = end - start > 1 && self.says(end - 1) && !self.is_role_word(end - 1);
        if tag || (start + 1..end).any(goes_on) {
            return None;
        }
        // "“It leaks,” the harbour board, the town's executive said in May": behind its words stands whoever speaks.
        let article = n.prefix.saturating_sub(1);
        let first = if self.p.is(article, "the") { article } else { n.prefix };
        let spoke = first.checked_sub(1).is_some_and(|i| self.p.quotation_at(i).is_some());
        // "will not bid for Quill Marine, people on the board said", "by the board, 55 of them died": so does the verb behind a body.
        let subject = |i: usize| {
            matches!(self.tags.get(i), Some(Tag::Verb | Tag::Auxiliary))
                && (!matches!(self.tags.get(i + 1), Some(Tag::Preposition | Tag::To)) || self.p.is(i, "said") && !spoke)
                && self.p.lower(i + 1) != "-"
        };
        // What opens a sentence may be a person's name, whose apposition lacks its second comma.
        let opens = self.p.begins_sentence(n.prefix) || n.prefix > 0 && self.p.quotation_at(n.prefix - 1).is_some();
        let person = n.category == Category::Person || n.category == Category::Unknown && n.tokens.len() > 1 && opens;
        if !person && (start + 1..=end).any(subject) {
            return None;
        }
        // "After talks with Ada Quill, the minister said": whoever speaks is not whom they met.
        // "Writing in the journal Deep Quill, the team said": nor what they wrote in.
        let noun = |&i: &usize| matches!(self.tags[i], Tag::Noun | Tag::Adjective | Tag::Determiner);
        let before = (0..n.prefix).rev().find(|i| !noun(i)).map(|i| self.tags[i]);
        let governed = matches!(before, Some(Tag::Preposition | Tag::Gerund)) && !told || self.tells_who(n);
        let says = |i: usize| i < self.tags.len() && self.says(i) && self.tags.get(i + 1) != Some(&Tag::Preposition);
        if governed && says(end) {
            return None;
        }
        // "At the home of Ada Quill, managers showed off": nor are several what one is.
        let bare = !matches!(self.tags[start], Tag::Determiner | Tag::PossessivePronoun);
        let head = self.core_end(&(start..end)).checked_sub(1).filter(|&i| i >= start);
        let several = head.is_some_and(|i| self.classes(i).has_any(Classes::PLURAL) && self.is_role_word(i));
        if n.category == Category::Person && bare && several {
            return None;
        }
        // "the boats committee, the Vellmark Republican said": a body is of no party.
        if n.category != Category::Person && matches!(self.p.lower(end - 1), "democrat" | "republican") {
            return None;
        }
        let role =
            (start..end).take_while(|&i| !matches!(self.tags[i], Tag::Relative)).take(9).any(|i| self.is_role_word(i));
        // "Quill, reached by phone,": how it was said.
        let asked = self.p.is_one(start, &const { Words::new("asked contacted questioned quoted reached") });
        let participle = n.category != Category::Person
            && !asked
            && self.classes(start).has_any(Classes::VERB)
            && self.p.is(start + 1, "by");
        let described = n.category != Category::Person
            && self.tags[start] == Tag::Determiner
            && self
                .core_end(&(start..end))
                .checked_sub(1)
                .is_some_and(|i| self.classes(i).has_any(Classes::ORG_HEAD | Classes::ROLE) || self.is_body_noun(i));
        let part = n.category != Category::Person && self.p.is(start, "part") && self.p.is(start + 1, "of");
        let list = self.p.is(end, "and") || (!told && (start..end).any(|i| self.tags[i] == Tag::Auxiliary));
        let other = self.names_another(n, start..end);
        // "the author of “The Quay”", "the author of the long “Quay” books": what it is of stands apart.
        let title = self.tags.get(end) == Some(&Tag::Quote);
        let of = (start..end).rev().find(|&i| !(title && matches!(self.tags[i], Tag::Determiner | Tag::Adjective)))?;
        // "the author of “Saltmarsh”, said".
        let work = self.p.quotation_at(end).and_then(|q| self.p.quotations.get(q)).filter(|q| title && q.closed);
        let work = work.map(|q| self.p.token_at(q.outer.end)).filter(|&close| {
            self.tags[end - 1] == Tag::Preposition
                && matches!(self.tags.get(close), Some(Tag::Comma | Tag::Mark) | None)
        });
        let closing = (start..=of).rev().find(|&i| self.tags[i] != Tag::Preposition)?;
        ((role || participle || described || part) && !list && !other && end - start <= LONGEST)
            .then(|| self.p.span(&(start..work.unwrap_or(closing + 1))))
    }

    /// Whether a piece behind a name's comma is about somebody else, whose name stands in it.
    fn names_another(&self, n: &Name, piece: Range<usize>) -> bool {
        let (start, end) = (piece.start, piece.end);
        let bare = !matches!(self.tags[start], Tag::Determiner | Tag::PossessivePronoun);
        // "Ada Quill left with their baby boy, Ben Quill,": another person's name ends no role but behind a preposition.
        // "President Quill, harbour chief Ada Vale and others signed": nor does it stand in one without an article.
        let other = self.names.iter().any(|m| {
            m.category == Category::Person
                && (m.tokens.end == end || bare && m.tokens.end < end && self.p.is(m.tokens.end, "and"))
                && m.prefix >= start
                && !self.is_head_of_body(n, start, m)
                && !matches!(self.tags[m.prefix - 1], Tag::Preposition | Tag::Possessive)
                && !self.is_in_complement(start, m)
        });
        // "Ada Quill, singer Tom Vale, and Eva Marsh": the next of a list.
        other
            || bare
                && self.p.is(end, ",")
                && self.p.is(end + 1, "and")
                && self.names.iter().any(|m| {
                    m.tokens.end == end
                        && m.tokens.start > start
                        && (start..m.prefix).all(|i| self.tags[i].is_nominal())
                })
    }

    /// Where an apposition to a name begins: behind its comma, an age and a degree.
    pub(super) fn apposition_start(&self, n: &Name) -> Option<usize> {
        let mut start = n.tokens.end;
        if self.p.is(start, "(") {
            // "Ada Quill (D-Vell)": the bracket is an affiliation of its own; an apposition may follow it.
            start = (start..self.tags.len().min(start + 8)).find(|&i| self.p.is(i, ")"))? + 1;
        }
        if self.tags.get(start) != Some(&Tag::Comma)
            || self.p.quotation_at(start) != self.p.quotation_at(n.tokens.start)
        {
            return None;
        }
        start += 1;
        // ", 43, a harbour engineer,", ", M.D., a surgeon".
        let aside = |i: usize| self.tags[i] == Tag::Number || self.classes(i).has_any(Classes::NAME_SUFFIX);
        while self.tags.get(start + 1) == Some(&Tag::Comma) && aside(start) {
            start += 2;
        }
        Some(start)
    }

    /// "Ada Quill, President Vellcom Norland, says": an office and the body that it is held in.
    fn is_head_of_body(&self, n: &Name, start: usize, m: &Name) -> bool {
        let whole = m.prefix == start && m.prefix < m.tokens.start && n.tokens.len() > 1 && m.tokens.len() > 1;
        let says = |i: usize| i < self.tags.len() && self.says(i);
        whole && self.p.is(m.tokens.end, ",") && says(m.tokens.end + 1) && !self.is_given_name(m.tokens.start)
    }

    /// "president of the builders Quill Vale", "spokesperson for the United Harbours Secretary-General Vale": whether a name stands in the
    /// complement of the role that begins at `start`.
    fn is_in_complement(&self, start: usize, m: &Name) -> bool {
        let tie = (start + 1..m.prefix).rev().find(|&i| self.tags[i] == Tag::Preposition);
        tie.is_some_and(|i| {
            (i + 1..m.prefix).all(|k| self.tags[k].is_nominal()) && (start..i).any(|k| self.is_role_word(k))
        })
    }

    /// "Quill is a harbour engineer at …": the sentence says it of its subject.
    pub(super) fn role_told(&self, name: NameIndex) -> Option<ByteSpan> {
        let n = &self.names[name];
        if n.category == Category::Place || self.p.quotation_at(n.tokens.start).is_some() {
            return None;
        }
        let start = self.told_role(n.tokens.end)?;
        let core = start..self.core_end(&(start..self.tags.len()));
        let says = core
            .end
            .checked_sub(1)
            .is_some_and(|i| if n.category == Category::Person { self.is_role_word(i) } else { self.is_body_noun(i) });
        let end = self.apposition_end(start)?;
        (says && end - start <= LONGEST).then(|| self.p.span(&(start..end)))
    }

    /// Behind "is", "was", "serves as", "was then serving as": where a role could begin.
    fn told_role(&self, verb: usize) -> Option<usize> {
        let mut i = verb;
        while matches!(self.tags.get(i), Some(Tag::Adverb)) {
            i += 1;
        }
        let been = self.p.is(i, "has") && self.p.is(i + 1, "been");
        let is = been || self.p.is_one(i, &const { Words::new("is was became serves served works worked") });
        i += usize::from(is) + usize::from(been);
        while matches!(self.tags.get(i), Some(Tag::Adverb)) || self.p.is(i, "then") {
            i += 1;
        }
        if matches!(self.p.lower(i), "serving" | "working") {
            i += 1;
        }
        let serves = i > verb + 1 || self.p.is_one(verb, &const { Words::new("serves served works worked") });
        if self.p.is(i, "as") && serves {
            i += 1;
        } else if self.p.is_one(verb, &const { Words::new("serves served works worked") }) {
            return None;
        }
        (is && self.tags.get(i).is_some_and(|t| t.is_nominal() && *t != Tag::Possessive)).then_some(i)
    }

    /// "addressed the ceremony": whether a verb that could be a participle takes what a finite one does.
    pub(super) fn has_object(&self, verb: usize) -> bool {
        matches!(self.tags.get(verb + 1), Some(Tag::Determiner | Tag::PossessivePronoun | Tag::Pronoun))
    }

    /// "the harbour official Governor Vale chose", "the man they call a friend": where a clause without a pronoun begins behind a role.
    fn begins_contact_clause(&self, start: usize, i: usize) -> bool {
        let led = matches!(self.tags[start], Tag::Determiner | Tag::PossessivePronoun) && i > start + 1;
        let behind = if self.tags[i] == Tag::Pronoun {
            Some(i + 1)
        } else {
            self.names.iter().find(|m| m.prefix == i).map(|m| m.tokens.end)
        };
        // "a hotelier Vale tapped as his envoy" tells more with its clause.
        let short = |i: usize| !self.p.lower(i).ends_with("ed") || self.has_object(i);
        let verb = |i: usize| matches!(self.tags.get(i), Some(Tag::Verb | Tag::Auxiliary)) && !self.says(i) && short(i);
        led && self.tags[i - 1] == Tag::Noun && self.is_role_word(i - 1) && behind.is_some_and(verb)
    }

    /// Where an apposition that begins at `start` ends. Short roles take their organisation along: "Director, Quill Marine".
    pub(super) fn apposition_end(&self, start: usize) -> Option<usize> {
        let border = |from: usize| {
            (from..self.tags.len()).find(|&i| {
                matches!(self.tags[i], Tag::Comma | Tag::Quote | Tag::Relative)
                    || (self.tags[i] == Tag::Mark && !self.p.is_one(i, &const { Words::new("( ) / - .") }))
                    // "VELLPORT, Norlandia (Agency) -- The mayor".
                    || self.p.is(i, "-") && self.p.is(i + 1, "-")
                    || self.p.is_one(i, &const { Words::new(". where when after before because while") })
                    || i > start && self.begins_contact_clause(start, i)
                    || (self.tags[i] == Tag::Verb
                        && i > start
                        // "harbour affairs chair for the council".
                        && !(self.is_role_word(i) && self.tags.get(i + 1) == Some(&Tag::Preposition))
                        && self.p.lower(i + 1) != "by"
                        && (!self.p.lower(i).ends_with("ed") || self.has_object(i))
                        // "the counselling and research department".
                        && !(self.tags[i - 1] == Tag::Coordinator && self.tags.get(i + 1) == Some(&Tag::Noun)))
            })
        };
        let end = border(start).unwrap_or(self.tags.len());
        if end <= start {
            return None;
        }
        // "the mayor of Port Vell, Ohio,".
        let seat = self.tags[end - 1] == Tag::Name && (start..end).any(|i| matches!(self.p.lower(i), "of" | "in"));
        let state = self.names.iter().find(|n| n.prefix == end + 1 && n.category == Category::Place);
        if let Some(state) = state.filter(|n| seat && self.p.is(end, ",") && self.p.is(n.tokens.end, ",")) {
            return Some(state.tokens.end);
        }
        let bare = end - start <= 2 && !matches!(self.tags[start], Tag::Determiner | Tag::PossessivePronoun);
        let organisation = self.names.iter().find(|n| n.prefix == end + 1 && n.category != Category::Person);
        if bare
            && self.tags.get(end) == Some(&Tag::Comma)
            && self.is_role_word(end - 1)
            && let Some(n) = organisation
        {
            let after = self.p.lower(n.tokens.end);
            if matches!(after, "" | "." | "," | ";") {
                return Some(n.tokens.end);
            }
        }
        Some(end)
    }
}
