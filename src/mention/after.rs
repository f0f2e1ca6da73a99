//! The noun phrase right of a cue: "said the mayor", "according to …".

use super::DATE;
use super::Scan;
use super::phrase::{Phrase, REACH};
use super::tag::Tag;
use crate::lexicon::Classes;
use crate::text::Words;

impl Scan<'_> {
    /// The noun phrase that begins at `start` and ends at `ceiling` at the latest, with its appositions.
    pub fn phrase_after(&self, start: usize, ceiling: usize) -> Option<Phrase> {
        let ceiling = ceiling.min(start + REACH).min(self.tags.len());
        if start >= ceiling
            || !(self.tags[start].is_nominal() || self.tags[start] == Tag::Pronoun)
            || self.tags[start] == Tag::Possessive
        {
            return None;
        }
        let core = start..self.core_end(&(start..ceiling));
        let mut end = core.end;
        if self.tags[start] != Tag::Pronoun || self.is_indefinite(start) {
            while end < ceiling {
                end = match self.extend(end, ceiling) {
                    Some(next) => next,
                    None => break,
                };
            }
        }
        Some(Phrase { tokens: start..end, core })
    }

    /// One more complement or apposition behind a phrase that ends at `end`.
    fn extend(&self, end: usize, ceiling: usize) -> Option<usize> {
        let nominal_run = |from: usize| {
            let mut i = from;
            while i < ceiling && (self.tags[i].is_nominal() || self.tags[i] == Tag::Gerund && i == from) {
                i += 1;
            }
            (i > from).then_some(i)
        };
        match self.tags[end] {
            Tag::Preposition if self.p.lower(end) != "of" && self.is_adverbial(end + 1) => None,
            // "one of them, Ada Quill".
            Tag::Preposition if self.p.is(end, "of") && self.p.is(end + 1, "them") => Some(end + 2),
            Tag::Preposition | Tag::Coordinator => {
                nominal_run(end + 1).filter(|_| !self.classes(end).has_any(Classes::SUBORDINATOR))
            }
            Tag::Relative => self.relative_end(end, ceiling),
            Tag::Adjective | Tag::Participle | Tag::Noun => nominal_run(end),
            Tag::Verb if self.p.lower(end).ends_with("ed") => {
                (end + 1 < ceiling && self.tags[end + 1] == Tag::Preposition).then_some(end + 1)
            }
            Tag::Gerund => Some(end + 1),
            Tag::Comma => {
                let next = end + 1;
                let apposition = next < ceiling
                    && (matches!(
                        self.tags[next],
                        Tag::Determiner
                            | Tag::PossessivePronoun
                            | Tag::Noun
                            | Tag::Adjective
                            | Tag::Name
                            | Tag::Number
                            | Tag::Relative
                    ) || (self.tags[next] == Tag::Preposition && self.p.is(next, "of")));
                if !apposition {
                    return None;
                }
                if self.tags[next] == Tag::Relative {
                    return self.relative_end(next, ceiling);
                }
                let run = nominal_run(next).unwrap_or(next + 1);
                // "According to the board, the course of the fever is mild": a subject, and no apposition.
                let mut subject = run;
                while subject < ceiling && self.tags[subject] == Tag::Preposition {
                    subject = nominal_run(subject + 1).unwrap_or(ceiling);
                }
                let verb = match self.tags.get(subject) {
                    Some(Tag::Auxiliary) => true,
                    Some(Tag::Verb) => !self.is_reduced_relative(subject),
                    _ => false,
                };
                (!verb || subject >= ceiling).then_some(run)
            }
            Tag::Mark if self.p.is(end, "(") => {
                let close = (end..ceiling.min(end + 16)).find(|&i| self.p.is(i, ")"));
                Some(close.map_or(end, |i| i) + 1)
            }
            Tag::Mark if self.p.is_one(end, &const { Words::new(") - / [ ]") }) => Some(end + 1),
            _ => None,
        }
    }

    /// "a group led by divers": whether a verb is a participle that tells of the noun before it.
    fn is_reduced_relative(&self, verb: usize) -> bool {
        let participle = self.p.lower(verb).ends_with("ed")
            || self.p.is_one(verb, &const { Words::new("built held kept known led made run") });
        participle && matches!(self.tags.get(verb + 1), Some(Tag::Preposition)) || self.p.is(verb + 1, "up")
    }

    /// "on Monday", "in a statement": says when or through what, not who.
    fn is_adverbial(&self, i: usize) -> bool {
        let noun = (i..self.tags.len()).take_while(|&k| self.tags[k].is_nominal()).last().unwrap_or(i);
        let classes = self.classes(i);
        classes.has_any(DATE) || self.classes(noun).has_any(Classes::MEDIA_NOUN) || self.classes(noun).has_any(DATE)
    }

    fn relative_end(&self, relative: usize, ceiling: usize) -> Option<usize> {
        (relative + 1..ceiling).find(|&i| matches!(self.tags[i], Tag::Comma | Tag::Quote | Tag::Mark)).or(Some(ceiling))
    }
}
