//! Where what is said ends and the article goes on: the tagger sees neither marks nor clauses, and runs on over their ends.

use std::ops::Range;

use crate::mention::{Scan, Tag};
use crate::text::Words;

use super::super::Statement;
use super::super::frame::frame_at;

/// Words for what somebody said before: what the article tells of it is the article's.
const CLAIMS: Words =
    Words::new("accusation allegation assertion charge claim contention insinuation suggestion characterization");

/// Other words for what somebody said, of which he may go on to tell himself: "a figure that includes the crew".
const TOLD: Words = Words::new("account decision estimate explanation figure number something story version view");

/// What is not offered with a claim: "without offering evidence".
const OFFERED: Words = Words::new("citing elaborating giving offering presenting providing showing");

/// What a speaker does behind what he said: "said it was over and thanked the crew".
const DEEDS: Words = Words::new(
    "apologised apologized appealed called condemned expressed invited offered pledged praised promised reiterated repeated stressed thanked \
     urged vowed",
);

/// So many words at most stand between a relative pronoun and the verb of its clause.
const SUBJECT: usize = 8;

impl Scan<'_> {
    /// Cuts the contents behind their cues where the article goes on.
    pub(super) fn end_with_words(&self, statements: &mut Vec<Statement>, frames: &[Range<usize>]) {
        for statement in statements.iter_mut() {
            let Some(cue) = statement.cue.as_ref().map(|cue| cue.tokens.clone()) else { continue };
            let mut changed = false;
            for piece in statement.content.iter_mut().filter(|piece| piece.start >= cue.end) {
                let end = self.end_of_words(piece, &cue, frames);
                changed |= end < piece.end;
                piece.end = end;
            }
            if statement.quotations.is_empty() {
                self.complete(statement, frames);
            }
            statement.content.retain(|piece| !piece.is_empty());
            if changed {
                statement.quotations.retain(|&q| statement.content.iter().any(|c| self.covers(c, q)));
                statement.kind = self.kind(&statement.content, &statement.quotations);
            }
        }
        statements.retain(|s| !s.content.is_empty());
    }

    /// Gives a clause around its cue, of which the tagger saw one part, the other one too.
    fn complete(&self, statement: &mut Statement, frames: &[Range<usize>]) {
        let (Some(cue), Some(source)) = (&statement.cue, &statement.source) else { return };
        let ([only], frame) = (statement.content.as_slice(), &frames[frame_at(frames, cue.tokens.start)]) else {
            return;
        };
        let tokens = &source.phrase.tokens;
        let group = tokens.start.min(cue.tokens.start)..tokens.end.max(cue.tokens.end);
        if only.end <= group.start {
            let rest = self.rest_behind(only, &group, frame);
            statement.content.extend(rest);
        } else if let Some(end) = self.end_behind_relative(only, &group, frame) {
            statement.content[0] = self.trim(only.start..end);
        } else if let Some(subject) = self.subject_before(only, &group, frame) {
            statement.content.insert(0, subject);
        }
    }

    fn is_comma(&self, i: usize) -> bool {
        self.tags.get(i) == Some(&Tag::Comma)
    }

    fn is_unquoted(&self, mut range: Range<usize>) -> bool {
        range.all(|i| self.p.quotation_at(i).is_none())
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
        let breaks_off = matches!(self.tags[only.end - 1], Tag::Auxiliary | Tag::Negation);
        let goes_on = breaks_off && self.is_comma(last) && last < frame.end && self.is_unquoted(last..frame.end);
        goes_on.then(|| self.trim(last + 1..frame.end))
    }

    /// "claims that the pump, which came in May, leaks": the end of a clause of which only the subject was seen.
    fn end_behind_relative(&self, only: &Range<usize>, group: &Range<usize>, frame: &Range<usize>) -> Option<usize> {
        let subject = only.start >= group.end && self.p.lower(only.start) == "that" && !self.has_verb(only);
        let relative = self.is_comma(only.end) && self.tags.get(only.end + 1) == Some(&Tag::Relative);
        let but = |&i: &usize| self.is_comma(i) && self.tags.get(i + 1) == Some(&Tag::Coordinator);
        (subject && relative).then(|| (only.end + 1..frame.end).find(but).unwrap_or(frame.end))
    }

    /// "The quay, Quill told the court, had been closed": the subject before the source of a verb behind the cue.
    fn subject_before(&self, only: &Range<usize>, group: &Range<usize>, frame: &Range<usize>) -> Option<Range<usize>> {
        let first = group.start;
        let verb = only.start >= group.end
            && matches!(self.tags[only.start], Tag::Auxiliary | Tag::Negation | Tag::Verb)
            && self.is_comma(only.start - 1);
        let subject = first > frame.start + 1
            && self.is_comma(first - 1)
            && self.is_unquoted(frame.start..first)
            && !self.has_verb(&(frame.start..first));
        (verb && subject).then(|| self.trim(frame.start..first))
    }

    /// Leaves out of contents around their cues what the article says between and behind.
    pub(super) fn leave_out_asides(&self, statements: &mut [Statement]) {
        for statement in statements {
            let Some(cue) = statement.cue.as_ref().map(|cue| cue.tokens.clone()) else { continue };
            // "That matters, says Quill, because it leaks": who says it is no part of it.
            let comma = |i: usize| self.tags.get(i) == Some(&Tag::Comma);
            let source = statement.source.as_ref().map(|source| source.phrase.tokens.clone());
            if let Some(source) = source.filter(|s| cue.start > 0 && comma(cue.start - 1) && s.start == cue.end) {
                let over =
                    |piece: &&mut Range<usize>| (cue.end..source.end).contains(&piece.start) && source.end < piece.end;
                for piece in statement.content.iter_mut().filter(over) {
                    piece.start = self.trim(source.end..piece.end).start;
                }
            }
            // "The quay will close, the board said, in a move that angered divers".
            if statement.content.first().is_some_and(|piece| piece.end <= cue.start) {
                statement.content.retain(|piece| piece.start < cue.end || !self.tells_of_move(piece));
            }
            statement.content.retain(|piece| !piece.is_empty());
        }
    }

    /// "in a move that angered divers".
    fn tells_of_move(&self, piece: &Range<usize>) -> bool {
        let near = piece.start..piece.end.min(piece.start + SUBJECT);
        self.p.lower(piece.start) == "in"
            && self.p.quotation_at(piece.start).is_none()
            && near.into_iter().any(|i| matches!(self.p.lower(i), "that" | "which" | "what"))
    }

    /// Where the words of one piece end.
    fn end_of_words(&self, piece: &Range<usize>, cue: &Range<usize>, frames: &[Range<usize>]) -> usize {
        // "He said: “It leaks.” The trial goes on": another sentence. "U.S." before a name can look like the end of one.
        let border = frames[frame_at(frames, piece.start)].end;
        let frame = if border < piece.end && self.is_behind_quotation(border) { border } else { piece.end };
        let relative = self.is_relative_clause(cue, frames);
        let goes_on = |&i: &usize| {
            self.p.quotation_at(i).is_none()
                && match self.tags[i] {
                    Tag::Comma => relative && self.is_main_verb(i + 1, frame),
                    Tag::Coordinator => self.is_deed_of_speaker(i, piece),
                    _ => match self.p.lower(i) {
                        "a" | "an" | "something" => self.tells_of_claim(i),
                        "without" => OFFERED.contains(self.p.lower(i + 1)),
                        "while" | "whereas" => self.has_verb(&(piece.start..i)) && self.is_reported(i + 1, frame),
                        _ => false,
                    },
                }
        };
        let end = (piece.start + 1..frame).find(goes_on).unwrap_or(frame);
        if end < piece.end { self.trim(piece.start..end).end.max(piece.start) } else { end }
    }

    /// Whether a quotation has ended right before a token.
    fn is_behind_quotation(&self, i: usize) -> bool {
        let mut marks = self.p.quotations.iter().filter(|q| q.opened && q.tokens.1 <= i);
        marks
            .next_back()
            .is_some_and(|q| self.tags[q.tokens.1..i].iter().all(|tag| matches!(tag, Tag::Quote | Tag::Mark)))
    }

    /// "while the mayor insisted that it held": another's report.
    fn is_reported(&self, start: usize, end: usize) -> bool {
        let subject = |i: usize| {
            self.tags[i].is_nominal() || matches!(self.tags[i], Tag::Pronoun | Tag::Auxiliary | Tag::Negation)
        };
        let verb = (start..end.min(start + SUBJECT)).find(|&i| !subject(i)).filter(|&i| i > start);
        let says = verb.and_then(|i| self.lexicon.reporting_verb(self.p.lower(i)));
        says.is_some_and(|says| says.class.is_utterance()) && verb.is_some_and(|i| self.tags[i] == Tag::Verb)
    }

    /// "…, a claim that she denies".
    fn tells_of_claim(&self, article: usize) -> bool {
        let parted = matches!(self.tags[article - 1], Tag::Comma | Tag::Quote);
        let first = article + usize::from(self.p.lower(article) != "something");
        let noun = (first..first + 3).find(|&i| self.tags.get(i).is_none_or(|tag| *tag != Tag::Adjective));
        let reported = |i: usize| {
            let start = i + 1 + usize::from(matches!(self.p.lower(i + 1), "that" | "which"));
            self.is_reported(start, self.tags.len())
        };
        parted && noun.is_some_and(|i| {
            CLAIMS.contains(self.p.lower(i)) || TOLD.contains(self.p.lower(i)) && reported(i)
        })
    }

    /// "Quill said it leaks, a claim that Vale denies": he denies what she said. What is not denied, nobody says.
    pub(super) fn settle_claims(&self, statements: &mut Vec<Statement>) {
        let claim = |s: &Statement| {
            let before = s.source.as_ref()?.phrase.tokens.start.checked_sub(1)?;
            let noun = before - usize::from(before > 0 && matches!(self.p.lower(before), "that" | "which"));
            let word = self.p.lower(noun);
            let comma = (noun.saturating_sub(3)..noun + 1).rev().find(|&i| matches!(self.tags[i], Tag::Comma | Tag::Mark))?;
            (CLAIMS.contains(word) || TOLD.contains(word)).then_some(comma)
        };
        let claims: Vec<Option<usize>> = statements.iter().map(claim).collect();
        for (at, comma) in claims.iter().enumerate().filter_map(|(at, comma)| Some((at, (*comma)?))) {
            let ends = |c: &Range<usize>| (comma.saturating_sub(2)..=comma).contains(&c.end);
            let told = statements.iter().position(|s| s.cue.is_some() && s.content.last().is_some_and(ends));
            let Some(told) = told.filter(|&told| told != at).map(|told| statements[told].clone()) else { continue };
            let cue = statements[at].cue.as_ref().map_or(0, |cue| cue.tokens.start);
            let said = cue == 0 || !(comma..cue).any(|i| self.tags[i] == Tag::Negation);
            let statement = &mut statements[at];
            statement.content = if said { told.content } else { Vec::new() };
            statement.quotations = told.quotations;
            statement.kind = told.kind;
        }
        statements.retain(|s| !s.content.is_empty());
    }

    /// "Quill, who said that it leaks, resigned": whether a cue stands in a clause that parts a subject from its verb.
    fn is_relative_clause(&self, cue: &Range<usize>, frames: &[Range<usize>]) -> bool {
        let start = frames[frame_at(frames, cue.start)].start;
        let floor = start.max(cue.start.saturating_sub(SUBJECT));
        let subject = |i: &usize| self.tags[*i].is_nominal() || self.tags[*i].helps();
        let Some(opener) = (floor..cue.start).rev().find(|i| !subject(i)) else { return false };
        let relative = matches!(self.p.lower(opener), "who" | "which" | "whom");
        // "Quill, a diver who said", "members, many of whom said".
        let apposition = |i: &usize| self.tags[*i].is_nominal() || self.p.lower(*i) == "of";
        let comma = (start..opener).rev().find(|i| !apposition(i)).is_some_and(|i| self.tags[i] == Tag::Comma);
        relative && comma && !self.has_verb(&(start..opener))
    }

    /// Whether the verb that the subject waits for stands here, and no other before the sentence ends.
    fn is_main_verb(&self, i: usize, end: usize) -> bool {
        let verb = |i: usize| matches!(self.tags.get(i), Some(Tag::Verb | Tag::Auxiliary));
        verb(i) && !(i..end).any(|i| self.tags[i] == Tag::Comma && verb(i + 1))
    }

    /// "said the quay was safe and thanked the crew": the quay thanks nobody.
    fn is_deed_of_speaker(&self, joint: usize, piece: &Range<usize>) -> bool {
        let verb = (joint + 1..piece.end).find(|&i| self.tags[i] != Tag::Adverb);
        let deed = verb.is_some_and(|i| {
            DEEDS.contains(self.p.lower(i)) && (self.p.lower(i) != "called" || self.p.lower(i + 1) == "for")
        });
        let first = piece.start + usize::from(self.p.lower(piece.start) == "that");
        let thing = !matches!(self.tags[first], Tag::Pronoun | Tag::Name);
        deed && thing && self.has_verb(&(piece.start..joint))
    }
}
