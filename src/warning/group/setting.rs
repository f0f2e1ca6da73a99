//! What stands around a phrase: a question, a heading, somebody who looks on, a clause of its own.

use crate::lexicon::{Classes, VerbClass};
use crate::mention::{Category, Tag};
use crate::text::Words;

use super::Sourced;

/// With these a heading begins that promises what follows: "What residents say", "Why experts worry".
const PROMISES: Words = Words::new("what why how who when where which");

/// A line of more words than this is no heading.
const HEADING: usize = 12;

/// Verbs behind which somebody is seen or made to do something: "you may see some people complain".
const LOOKS_ON: Words = Words::new("see watch let make help have expect want get ask find");

impl Sourced<'_> {
    /// "Do experts think it safe?", "What residents say": a question and a heading say nothing yet.
    pub(super) fn is_asked(&self) -> bool {
        let p = self.scan.p;
        let sentence = self.view.sentence(self.claim.paragraph, self.phrase.core.start);
        let Some(last) = sentence.clone().rev().find(|&i| p.quotation_at(i).is_none()) else { return false };
        let mark = sentence.clone().rev().take(2).any(|i| p.word(i) == "?") && last + 2 >= sentence.end;
        let first = p.lower(sentence.start);
        let asks =
            PROMISES.contains(first) || self.scan.lexicon.word(first).has_any(Classes::AUXILIARY | Classes::MODAL);
        // "Who pays for it, critics ask?" asks with somebody's words.
        let set_off = self.phrase.core.start.checked_sub(1).is_some_and(|i| self.scan.tags[i] == Tag::Comma);
        if mark && asks && !set_off {
            return true;
        }
        let whole = sentence.start == 0 && sentence.end == self.scan.tags.len();
        let ends = self.scan.tags[sentence.end - 1] == Tag::Mark;
        whole && !ends && sentence.len() <= HEADING && PROMISES.contains(first)
    }

    /// "You may see some people complain": what a reader may come across has not been said.
    pub(super) fn is_watched(&self) -> bool {
        let Some(lead) = self.phrase.core.start.checked_sub(1) else { return false };
        let p = self.scan.p;
        let verb = p.is_one(lead, &LOOKS_ON);
        let open = lead
            .checked_sub(1)
            .is_some_and(|i| self.scan.classes(i).has_any(Classes::MODAL) || self.scan.tags[i] == Tag::To);
        verb && open && self.phrase.core.end <= self.claim.cue.tokens.start
    }

    /// "voters dealt it a blow by rejecting the treaty", "they launched petitions calling on him": behind another verb an -ing
    /// form tells of what was done.
    pub(super) fn is_in_passing(&self) -> bool {
        let (end, cue) = (self.core().end, self.claim.cue.tokens.start);
        // "interest from firms betting that": behind a preposition it only describes them.
        let first = self.phrase.core.start.checked_sub(1);
        let described = first.is_some_and(|i| self.scan.tags[i] == Tag::Preposition)
            && self.claim.cue.act.class() == VerbClass::Belief
            && cue == end
            && self.scan.p.lower(cue).ends_with("ing");
        if described {
            return true;
        }
        if end >= cue || !self.scan.p.lower(cue).ends_with("ing") || self.claim.proven {
            return false;
        }
        let led = self.scan.p.is_one(cue - 1, &const { Words::new("by while after before without") });
        let noun = matches!(self.scan.tags[cue - 1], Tag::Noun | Tag::Name) && cue > end;
        (led || noun) && (end..cue - 1).any(|i| matches!(self.scan.tags[i], Tag::Verb | Tag::Auxiliary))
    }

    /// "For someone who conceded it, Quill had a good night": who it is follows.
    pub(super) fn is_somebody_named_next(&self) -> bool {
        let lead = self.phrase.core.start.checked_sub(1);
        matches!(self.head(), "someone" | "somebody") && lead.is_some_and(|i| self.scan.p.is(i, "for"))
    }

    /// "Travelers, one of the largest insurers": what is one is no group.
    pub(super) fn is_one(&self) -> bool {
        let end = self.core().end;
        let p = self.scan.p;
        self.scan.tags.get(end) == Some(&Tag::Comma) && p.is(end + 1, "one") && p.is(end + 2, "of")
    }

    /// "a breakfast with reporters and acknowledged": behind a preposition the phrase is no subject of what "and" joins.
    pub(super) fn is_companion(&self) -> bool {
        let (first, cue) = (self.phrase.core.start, self.claim.cue.tokens.start);
        let beside = first.checked_sub(1).is_some_and(|i| {
            self.scan.p.is_one(i, &const { Words::new("with at for to against before alongside in") })
        });
        beside && cue > first && self.scan.tags[cue - 1] == Tag::Coordinator
    }

    /// "Quill endorsed it and two landlords spoke against it": the clause behind "and" is not what Quill thinks.
    pub(super) fn is_joined_clause(&self) -> bool {
        let first = self.phrase.core.start;
        let joins = |i: usize| self.scan.tags[i] == Tag::Coordinator || self.scan.p.is(i, "while");
        first.checked_sub(1).is_some_and(joins)
            && self.phrase.tokens.end <= self.claim.cue.tokens.start
            && matches!(self.claim.cue.act.class(), VerbClass::Speech | VerbClass::Manner | VerbClass::Denial)
    }

    /// "Players said they were glad, with captain Ada Quill calling it perfect": one of them is named in the sentence.
    pub(super) fn is_led_by_a_name(&self) -> bool {
        let sentence = self.view.sentence(self.claim.paragraph, self.phrase.core.start);
        let from = self.claim.cue.tokens.end.max(self.phrase.core.end);
        (from..sentence.end).any(|i| {
            let behind_comma = i > 0 && self.scan.tags[i - 1] == Tag::Comma;
            let person = self
                .scan
                .names
                .iter()
                .find(|n| n.tokens.start > i && n.tokens.start <= i + 5 && n.category == Category::Person);
            behind_comma
                && self.scan.p.is(i, "with")
                && person.is_some_and(|n| {
                    (n.tokens.end..n.tokens.end + 2).any(|k| self.scan.tags.get(k) == Some(&Tag::Gerund))
                })
        })
    }
}
