//! Clauses around their cues, "The quay leaks, Quill said, but holds": the tagger sees one part of them and misses the other.

use std::ops::Range;

use crate::lexicon::Constructions;
use crate::mention::{Scan, Tag};
use crate::text::Words;

use super::super::Statement;
use super::super::cue::{Act, Cue};
use super::super::frame::frame_at;
use super::ends::SUBJECT;

impl Scan<'_> {
    /// Gives a clause around its cue, of which the tagger saw one part, the other one too.
    pub(super) fn complete(&self, statement: &mut Statement, frames: &[Range<usize>]) {
        let (Some(cue), Some(group)) = (&statement.cue, statement.group()) else { return };
        let ([only], frame) = (statement.content.as_slice(), &frames[frame_at(frames, cue.tokens.start)]) else {
            return;
        };
        if only.end <= group.start && self.p.is(only.start, "that") && self.is_comma(group.start - 1) {
            // "Quill told the board that it leaks, two divers said": they say all of it.
            statement.content[0].start = self.trim(frame.start..only.end).start.min(only.start);
        } else if only.end <= group.start && cue.act == Act::Source && self.is_cut_off(only, frame) {
            // "Quill, known for | rowing home, is ill, according to the Courier".
            statement.content[0].start = self.trim(frame.start..only.end).start;
        } else if only.end <= group.start {
            // "The quay leaks, Quill told the board, but holds".
            let told = cue.act.takes(Constructions::PERSON) && group.end < frame.end;
            let end = if told { self.core_end(&(group.end..frame.end)) } else { group.end };
            let end = self.behind_asides(end, frame.end);
            let rest = self.rest_behind(only, &(group.start..end), frame);
            // "The quay leaks, according to Vale, and divers know it": the article may say so itself.
            let rest = rest.filter(|rest| cue.act != Act::Source || !self.tags[rest.start].is_nominal());
            statement.content.extend(rest);
        } else if let Some(end) = self.end_behind_aside(only, cue, &group, frame) {
            statement.content[0] = self.trim(only.start..end);
        } else if let Some(clause) = self.clause_of_rest(only, &group, frame) {
            statement.content.insert(0, clause);
        } else if let Some(subject) = self.subject_before(only, &group, frame) {
            statement.content.insert(0, subject);
        } else if let Some(relative) = self.gap_before(group.start, only.start).filter(|_| only.start == group.end) {
            statement.content.insert(0, relative..relative + 1);
        }
    }

    /// Whether a content begins with what a preposition before it governs.
    fn is_cut_off(&self, only: &Range<usize>, frame: &Range<usize>) -> bool {
        let governed = only.start > frame.start + 1 && self.tags[only.start - 1] == Tag::Preposition;
        governed && self.tags[only.start] == Tag::Gerund && self.is_unquoted(frame.start..only.end)
    }

    /// "she said | from a hospital bed", "she said | (in May)".
    fn behind_asides(&self, mut end: usize, ceiling: usize) -> usize {
        while end + 1 < ceiling && self.tags[end] == Tag::Preposition && self.tags[end + 1].is_nominal() {
            end = self.core_end(&(end + 1..ceiling));
        }
        let bracket = (end..ceiling).find(|&i| self.p.is(end, "(") && self.p.is(i, ")"));
        bracket.map_or(end, |i| i + 1)
    }

    /// What a clause begun before cue and source has behind them.
    fn rest_behind(&self, only: &Range<usize>, group: &Range<usize>, frame: &Range<usize>) -> Option<Range<usize>> {
        let last = group.end;
        // "The driver, who police said had been rowing, was held": the clause that hangs on him.
        let hangs = (only.end..group.start).any(|i| self.tags[i] == Tag::Relative)
            && self.tags.get(last).is_some_and(|tag| matches!(tag, Tag::Auxiliary | Tag::Verb));
        if hangs {
            let main = |&i: &usize| self.is_comma(i) && self.is_main_verb(i + 1, frame.end);
            return Some(self.trim(last..(last..frame.end).find(main).unwrap_or(frame.end)));
        }
        // "The quay has not, she said, been closed".
        let cleft =
            self.p.is(only.start, "what") && matches!(self.tags.get(last + 1), Some(Tag::Auxiliary | Tag::Verb));
        // "The quay, she said (in May), was closed".
        let waits = !self.has_verb(only)
            && self.is_comma(group.start - 1)
            && matches!(self.tags.get(last + 1), Some(Tag::Auxiliary | Tag::Verb))
            && !group.clone().any(|i| self.p.is(i, "by"));
        let breaks_off = cleft
            || waits
            || matches!(self.tags[only.end - 1], Tag::Auxiliary | Tag::Negation) && !self.is_date(only.end - 1);
        let goes_on = breaks_off && self.is_comma(last) && last < frame.end && self.is_unquoted(last..frame.end);
        let joined = only.start == self.trim(frame.start..only.end).start && self.is_comma(group.start - 1);
        let goes_on = goes_on
            || joined
                && self.is_comma(last)
                && self.is_joined_clause(only, &(last + 1..self.trim(last..frame.end).end));
        goes_on.then(|| self.trim(last + 1..frame.end))
    }

    /// "The quay leaks, Quill said, and divers know it", "… said, but stands": more of a clause before its cue, where nobody else
    /// has a say.
    fn is_joined_clause(&self, before: &Range<usize>, rest: &Range<usize>) -> bool {
        let opens = rest.clone().find(|&i| !self.tags[i].helps() && self.tags[i] != Tag::Coordinator);
        let (Some(opens), true) = (opens, self.tags.get(rest.start) == Some(&Tag::Coordinator)) else { return false };
        // "but were told to wait".
        let says = |i: usize| self.tags[i] == Tag::Verb && self.is_utterance_verb(i) && !self.is_copula(i - 1);
        let plain = |i: usize| self.p.quotation_at(i).is_none() && self.tags[i] != Tag::Mark && !says(i);
        let verb = rest.clone().find(|&i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary));
        // "It was fine, she said, and left the room": what "it" stands for leaves nothing.
        let shared =
            self.tags[opens] != Tag::Verb || !self.p.is_one(before.start, &const { Words::new("it that this there") });
        verb.is_some_and(|verb| verb < rest.start + SUBJECT)
            && shared
            && self.has_verb(before)
            && rest.clone().all(plain)
    }

    /// "claims that the pump, which came in May, leaks", "said the pump, known as Old Tom, leaks": the end of a clause of which only the
    /// subject was seen.
    fn end_behind_aside(
        &self,
        only: &Range<usize>,
        cue: &Cue,
        group: &Range<usize>,
        frame: &Range<usize>,
    ) -> Option<usize> {
        if only.start < group.end || !self.is_comma(only.end) || self.has_verb(only) {
            return None;
        }
        let finite = |i: usize| matches!(self.tags.get(i), Some(Tag::Auxiliary | Tag::Verb));
        let relative = self.p.is(only.start, "that") && self.tags.get(only.end + 1) == Some(&Tag::Relative);
        // The verb that the subject waits for stands behind the next comma.
        let comma = (only.end + 1..frame.end).find(|&i| self.is_comma(i));
        let said = self.tags[cue.tokens.start] != Tag::Gerund || self.is_comma(cue.tokens.start.wrapping_sub(1));
        let clause = said && cue.act.class().is_utterance() && cue.act.takes(Constructions::CLAUSE);
        let waits = || clause && comma.is_some_and(|i| finite(i + 1)) && self.is_unquoted(only.end..frame.end);
        let but = |&i: &usize| self.is_comma(i) && self.tags.get(i + 1) == Some(&Tag::Coordinator);
        (relative || waits()).then(|| (only.end + 1..frame.end).find(but).unwrap_or(frame.end))
    }

    /// "Most of them leak, she said, compared with two in May": the clause before the source of a rest without a verb.
    fn clause_of_rest(&self, only: &Range<usize>, group: &Range<usize>, frame: &Range<usize>) -> Option<Range<usize>> {
        let rest = only.start >= group.end && matches!(self.p.lower(only.start), "compared" | "up" | "down");
        rest.then(|| self.clause_to(group.start, frame)).flatten()
    }

    /// "The quay, Quill told the court, had been closed": the subject before the source of a verb behind the cue.
    fn subject_before(&self, only: &Range<usize>, group: &Range<usize>, frame: &Range<usize>) -> Option<Range<usize>> {
        let verb = only.start >= group.end
            && self.is_comma(only.start - 1)
            && matches!(self.tags[only.start], Tag::Auxiliary | Tag::Negation | Tag::Verb);
        let subject = || self.clause_to(group.start, frame).filter(|subject| !self.has_verb(subject));
        verb.then(subject).flatten()
    }

    /// The words of a sentence before cue and source, where a comma parts them and nothing is quoted.
    pub(super) fn clause_to(&self, group: usize, frame: &Range<usize>) -> Option<Range<usize>> {
        let parted = group > frame.start + 1 && self.is_comma(group - 1) && self.is_unquoted(frame.start..group);
        parted.then(|| self.trim(frame.start..group)).filter(|clause| !clause.is_empty())
    }
}
