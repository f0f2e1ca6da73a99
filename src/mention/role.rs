//! The role or affiliation beside a name, as the article words it.

use crate::lexicon::Classes;
use crate::text::ByteSpan;

use super::name::Category;
use super::tag::Tag;
use super::{NameIndex, Scan};

/// The longest role that is worth a badge, in tokens.
const LONGEST: usize = 22;

impl Scan<'_> {
    /// The words beside a name that say who its bearer is: before it ("Quill Marine’s chief engineer Ada Quill") or in
    /// an apposition behind it ("Ada Quill, a harbour engineer,").
    pub fn role(&self, name: NameIndex) -> Option<ByteSpan> {
        self.role_behind(name)
            .or_else(|| self.role_before(name))
            .or_else(|| self.role_in_front(name))
            .or_else(|| self.affiliation(name))
    }

    fn role_before(&self, name: NameIndex) -> Option<ByteSpan> {
        let n = &self.names[name];
        // "his physician Dr. Ada Quill": a courtesy is no part of the role.
        let courtesy = (n.prefix..n.tokens.start).rev().take_while(|&i| self.is_courtesy(i)).last();
        let end = courtesy.unwrap_or(n.tokens.start);
        let mut start = n.prefix.min(end);
        while start > 0 && end - start < LONGEST {
            let i = start - 1;
            let joins = self.tags[i].is_nominal()
                || (self.tags[i] == Tag::Noun)
                || (matches!(self.p.lower(i), "of" | "for" | "and")
                    && i > 0
                    && self.tags[i - 1].is_nominal()
                    && self.tags[start] != Tag::Determiner
                    && start != end);
            if !joins || self.p.quotation_at(i) != self.p.quotation_at(n.tokens.start) {
                break;
            }
            start = i;
            if matches!(self.tags[i], Tag::Determiner | Tag::PossessivePronoun) {
                break;
            }
        }
        while start < end && matches!(self.tags[start], Tag::Possessive | Tag::Preposition | Tag::Coordinator) {
            start += 1;
        }
        // "last week harbour official Ada Quill": when, not who.
        while start < end
            && (self.lexicon.word(self.p.lower(start)).has_any(Classes::WEEKDAY | Classes::MONTH)
                || matches!(self.p.lower(start), "week" | "month" | "year" | "yesterday" | "today"))
        {
            start += 1;
        }
        let last = end.checked_sub(1).filter(|&i| i >= start)?;
        // "Ada Quill, a wealthy hotelier Vale hired": the noun belongs to the name before the comma.
        let indefinite = matches!(self.p.lower(start), "a" | "an") && start > 0 && self.tags[start - 1] == Tag::Comma;
        if indefinite && matches!(self.tags.get(n.tokens.end), Some(Tag::Verb)) {
            return None;
        }
        // The word right before the name must say what its bearer is: "the 14th-ranked Quill" has no role.
        let says = self.is_role_word(last)
            || (start..end).any(|i| self.is_role_word(i)) && start >= n.prefix
            || n.category != Category::Person && self.tags[last] == Tag::Noun && start + 1 < end;
        let title_only = end - start == 1 && self.is_courtesy(start);
        (says && !title_only).then(|| self.p.span(&(start..end)))
    }

    /// "Quill’s attorney, Ada Vale, said", "The group that owns the quay, Quill Marine,": the name is the apposition.
    fn role_in_front(&self, name: NameIndex) -> Option<ByteSpan> {
        let n = &self.names[name];
        let comma =
            n.prefix.checked_sub(1).filter(|&i| self.tags[i] == Tag::Comma && self.p.quotation_at(i).is_none())?;
        let closed = matches!(self.tags.get(n.tokens.end), Some(Tag::Comma) | None);
        let floor = (0..comma)
            .rev()
            .find(|&i| matches!(self.tags[i], Tag::Comma | Tag::Mark | Tag::Quote))
            .map_or(0, |i| i + 1);
        let opens = matches!(self.tags.get(floor), Some(Tag::Determiner | Tag::PossessivePronoun | Tag::Name));
        let core = floor..self.core_end(&(floor..comma));
        let last = core.end.checked_sub(1)?;
        let body = self.lexicon.word(self.p.lower(last)).has_any(Classes::ORG_HEAD)
            || matches!(self.p.lower(last), "company" | "firm" | "group" | "maker");
        let person = n.category == Category::Person && self.is_role_word(last) && (core.len() > 1);
        let fits = person || (n.category != Category::Person && body);
        (closed && opens && fits && comma - floor <= LONGEST && core.end <= comma).then(|| self.p.span(&(floor..comma)))
    }

    /// "Ada Quill of the Port Vell Courier", "Quill Radio’s Ada Vale": whom a person works for.
    fn affiliation(&self, name: NameIndex) -> Option<ByteSpan> {
        let n = &self.names[name];
        if n.category != Category::Person {
            return None;
        }
        let works_for = |m: &&super::Name| m.category != Category::Person && m.category != Category::Place;
        let behind = (self.p.lower(n.tokens.end) == "of").then(|| {
            let start = n.tokens.end + 1 + usize::from(self.p.lower(n.tokens.end + 1) == "the");
            self.names.iter().find(|m| m.prefix == start)
        });
        let before = (n.prefix > 0 && self.tags[n.prefix - 1] == Tag::Possessive)
            .then(|| self.names.iter().find(|m| m.tokens.end + 1 == n.prefix));
        let organisation = behind.flatten().filter(works_for).or_else(|| before.flatten().filter(works_for))?;
        Some(self.p.span(&organisation.tokens))
    }

    /// "Mr", "Dr": says nothing of a role.
    fn is_courtesy(&self, i: usize) -> bool {
        matches!(
            self.p.lower(i).trim_end_matches('.'),
            "mr" | "mrs" | "ms" | "miss" | "dr" | "mx" | "sir" | "dame" | "lord" | "lady"
        )
    }

    fn is_role_word(&self, i: usize) -> bool {
        let word = self.p.lower(i);
        let classes = self.lexicon.word(word);
        classes.has_any(Classes::ROLE)
            || classes.has_any(Classes::RELATION)
            || (classes.has_any(Classes::TITLE) && !self.is_courtesy(i))
            || (word.len() > 5
                && (word.ends_with("ist")
                    || word.ends_with("ologist")
                    || word.ends_with("woman")
                    || word.ends_with("man"))
                && self.tags[i] == Tag::Noun)
    }

    fn role_behind(&self, name: NameIndex) -> Option<ByteSpan> {
        let n = &self.names[name];
        let mut start = n.tokens.end;
        if self.p.lower(start) == "(" {
            // "Ada Quill (D-Vell)": the bracket is an affiliation of its own; an apposition may follow it.
            start = (start..self.tags.len().min(start + 8)).find(|&i| self.p.lower(i) == ")")? + 1;
        }
        if self.tags.get(start) != Some(&Tag::Comma)
            || self.p.quotation_at(start) != self.p.quotation_at(n.tokens.start)
        {
            return None;
        }
        start += 1;
        // ", 43, a harbour engineer,"
        if self.tags.get(start) == Some(&Tag::Number) && self.tags.get(start + 1) == Some(&Tag::Comma) {
            start += 2;
        }
        if matches!(self.p.lower(start), "who") && matches!(self.p.lower(start + 1), "is" | "was") {
            start += 2;
            while matches!(self.tags.get(start), Some(Tag::Adverb)) {
                start += 1;
            }
            if !matches!(self.tags.get(start), Some(Tag::Determiner | Tag::PossessivePronoun | Tag::Name)) {
                return None;
            }
        }
        let end = self.apposition_end(start)?;
        let role =
            (start..end).take_while(|&i| !matches!(self.tags[i], Tag::Relative)).take(9).any(|i| self.is_role_word(i));
        let participle = n.category != Category::Person
            && self.lexicon.word(self.p.lower(start)).has_any(Classes::VERB)
            && self.p.lower(start + 1) == "by";
        let described = n.category != Category::Person
            && self.tags[start] == Tag::Determiner
            && self.core_end(&(start..end)).checked_sub(1).is_some_and(|i| {
                self.lexicon.word(self.p.lower(i)).has_any(Classes::ORG_HEAD | Classes::ROLE)
                    || matches!(self.p.lower(i), "company" | "firm" | "group" | "maker" | "giant" | "provider")
            });
        let list = self.p.lower(end) == "and" || (start..end).any(|i| self.tags[i] == Tag::Auxiliary);
        ((role || participle || described) && !list && end - start <= LONGEST).then(|| self.p.span(&(start..end)))
    }

    /// Where an apposition that begins at `start` ends. Short roles take their organisation along: "Director, Quill Marine".
    fn apposition_end(&self, start: usize) -> Option<usize> {
        let border = |from: usize| {
            (from..self.tags.len()).find(|&i| {
                matches!(self.tags[i], Tag::Comma | Tag::Quote | Tag::Relative)
                    || (self.tags[i] == Tag::Mark && !matches!(self.p.lower(i), "(" | ")" | "/" | "-" | "."))
                    || self.p.lower(i) == "."
                    || (self.tags[i] == Tag::Verb
                        && i > start
                        && self.p.lower(i + 1) != "by"
                        && !self.p.lower(i).ends_with("ed"))
            })
        };
        let end = border(start).unwrap_or(self.tags.len());
        if end <= start {
            return None;
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
