//! What belongs to a cue behind it: the person addressed, time, place, medium.

use std::ops::Range;

use crate::lexicon::{Classes, Constructions};
use crate::mention::{Scan, Tag};
use crate::text::{ByteSpan, Words};

use super::cue::{Act, Cue};

/// When, where or to whom something is said.
const OCCASIONS: Words =
    Words::new("week month year morning evening afternoon night time reporters phone email condition hearing court");

impl Scan<'_> {
    /// Where the cue’s own words end: the person addressed ("told reporters"), time and medium ("in a statement on Monday").
    pub(super) fn group_end(&self, start: usize, cue: &Cue, range: &Range<usize>) -> usize {
        let ceiling = self.clause_ceiling(start, range.end);
        let mut end = start;
        let addressed = cue.act.takes(Constructions::PERSON) && end == cue.tokens.end;
        if addressed {
            end = self.addressee_end(end, ceiling, cue);
        }
        loop {
            let next = match self.tags.get(end).filter(|_| end < ceiling) {
                // "said this week that": not "said last week's vote".
                Some(_)
                    if end + 1 < ceiling
                        && self.p.is_one(end, &const { Words::new("last this") })
                        && self.is_time_word(end + 1)
                        && !matches!(self.tags.get(end + 2), Some(Tag::Possessive | Tag::Verb | Tag::Auxiliary)) =>
                {
                    end + 2
                }
                Some(Tag::Adverb) => end + 1,
                Some(Tag::Preposition) => self.adverbial_end(end, ceiling),
                _ if self.is_date(end) && end < ceiling => {
                    end + 1 + usize::from(self.tags.get(end + 1) == Some(&Tag::Number))
                }
                _ => end,
            };
            if next == end {
                return end;
            }
            end = next;
        }
    }

    pub(super) fn is_date(&self, i: usize) -> bool {
        let classes = self.classes(i);
        classes.has_any(Classes::WEEKDAY | Classes::MONTH)
            || self.p.is_one(i, &const { Words::new("yesterday today earlier tonight last") })
    }

    /// The end of "reporters" in "told reporters that".
    pub(super) fn addressee_end(&self, start: usize, ceiling: usize, cue: &Cue) -> usize {
        if start >= ceiling || matches!(self.tags[start], Tag::Subordinator | Tag::Comma) {
            return start;
        }
        if self.tags[start] == Tag::Pronoun {
            return start + 1;
        }
        let Act::Verb { lemma, .. } = cue.act else { return start };
        let Some(phrase) = self.phrase_after(start, ceiling) else { return start };
        // A complement clause must follow, else the noun phrase may be the clause's own subject ("warned ships could sink").
        let core = self.addressee_core(&phrase.core);
        let next = self.tags.get(core).copied();
        let follows = core >= ceiling
            || matches!(
                next,
                Some(
                    Tag::Subordinator
                        | Tag::Comma
                        | Tag::To
                        | Tag::Pronoun
                        | Tag::Determiner
                        | Tag::PossessivePronoun
                        | Tag::Preposition
                        | Tag::Relative
                )
            )
            || self.p.quotation_at(core).is_some()
            || (lemma == "tell" && !matches!(next, Some(Tag::Verb | Tag::Auxiliary)));
        if follows { core } else { start }
    }

    /// "told lawmakers the harbour": the first noun ends the addressee where a new phrase begins behind it.
    pub(super) fn addressee_core(&self, core: &Range<usize>) -> usize {
        let name = self.names.iter().find(|n| n.prefix == core.start || n.tokens.start == core.start);
        if let Some(name) = name
            && name.tokens.end < core.end
            && self.tags[name.tokens.end] != Tag::Possessive
        {
            return name.tokens.end;
        }
        let second = (core.start + 1..core.end).find(|&i| {
            matches!(self.tags[i], Tag::Determiner | Tag::PossessivePronoun)
                && matches!(self.tags[i - 1], Tag::Noun | Tag::Name)
        });
        second.unwrap_or(core.end)
    }

    /// The end of "in a statement", "on Monday", "during an interview with Quill Radio"; `start` where it is none of these.
    pub(super) fn adverbial_end(&self, start: usize, ceiling: usize) -> usize {
        let mut end = start + 1;
        while end < ceiling && self.tags[end].is_nominal() {
            end += 1;
            // "on Saturday the launch": a new phrase begins behind the date.
            if self.is_date(end - 1)
                && self.tags.get(end) != Some(&Tag::Number)
                && !self.is_date(end)
                && !self.p.is_one(end, &const { Words::new("morning evening afternoon night") })
            {
                break;
            }
        }
        let says_when_or_where = (start + 1..end).any(|i| {
            let classes = self.classes(i);
            classes.has_any(
                Classes::WEEKDAY | Classes::MONTH | Classes::MEDIA_NOUN | Classes::DOCUMENT_NOUN | Classes::PLATFORM,
            ) || self.p.is_one(i, &OCCASIONS)
                || (self.tags[i] == Tag::Number && i == start + 1)
        });
        if !says_when_or_where {
            return start;
        }
        // "in an interview with Quill Radio", "in a post on X".
        while end + 1 < ceiling
            && self.p.is_one(end, &const { Words::new("with on to of from by at for") })
            && self.tags[end] == Tag::Preposition
            && self.tags[end + 1].is_nominal()
        {
            end += 1;
            while end < ceiling && self.tags[end].is_nominal() {
                end += 1;
            }
        }
        end
    }

    /// The medium among the tokens behind a cue: "a Threads post", "X", "Reuters" for "told Reuters".
    pub(super) fn medium(&self, start: usize, end: usize, cue: &Cue) -> Option<ByteSpan> {
        let mut i = start;
        while i < end {
            if self.tags[i] == Tag::Preposition {
                let stop = (i + 1..end).find(|&k| !self.tags[k].is_nominal()).unwrap_or(end);
                // "wrote on Skein": whatever a post stands on.
                let posted = self.p.is(i, "on")
                    && i == start
                    && stop == i + 2
                    && self.tags[i + 1] == Tag::Name
                    && !self.is_date(i + 1)
                    && matches!(cue.act, Act::Verb { lemma: "write" | "post" | "tweet" | "reply" | "share", .. });
                let medium = posted
                    || (i + 1..stop).any(|k| {
                        let classes = self.classes(k);
                        classes.has_any(Classes::MEDIA_NOUN)
                            || (classes.has_any(Classes::PLATFORM) && self.tags[k] == Tag::Name)
                    });
                if medium {
                    return Some(self.p.span(&(i + 1..stop)));
                }
            }
            i += 1;
        }
        let Act::Verb { lemma: "tell", .. } = cue.act else { return None };
        let outlet = self.names.iter().find(|n| n.tokens.start >= start && n.tokens.end <= end)?;
        let classes = outlet.tokens.clone().map(|k| self.classes(k));
        classes.into_iter().any(|c| c.has_any(Classes::OUTLET)).then(|| self.p.span(&outlet.tokens))
    }

    /// "In a Tumblr post, she described".
    pub(super) fn medium_before(&self, source: usize, floor: usize) -> Option<ByteSpan> {
        let i = (floor..source).rev().take(10).find(|&i| {
            self.tags[i] == Tag::Preposition && self.p.is_one(i, &const { Words::new("in on during via") })
        })?;
        let stop = (i + 1..source).find(|&k| !self.tags[k].is_nominal()).unwrap_or(source);
        let medium = (i + 1..stop).any(|k| self.classes(k).has_any(Classes::MEDIA_NOUN));
        medium.then(|| self.p.span(&(i + 1..stop)))
    }
}
