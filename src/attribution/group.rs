//! Groups: a cue with its source and the words that belong to it.

use std::ops::Range;

use crate::lexicon::{Classes, Frames, VerbClass};
use crate::mention::{Phrase, Scan, Source, Tag};
use crate::text::{ByteSpan, Words};

use super::cue::{Act, Cue};
use super::frame::frame_at;

/// A cue with what stands around it.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) cue: Cue,
    pub(super) source: Option<Source>,
    /// From the source, or the cue where it stands first, to what belongs to the cue behind it.
    pub(super) tokens: Range<usize>,
    pub(super) frame: usize,
    pub(super) medium: Option<ByteSpan>,
    /// Whether the source was taken over from the cue before ("and added").
    pub(super) elliptic: bool,
    /// Whether the source stands behind the verb ("said Quill").
    pub(super) inverted: bool,
}

impl Scan<'_> {
    pub(super) fn groups(&self, frames: &[Range<usize>]) -> Vec<Group> {
        let mut out: Vec<Group> = Vec::new();
        for cue in self.cues() {
            let frame = frame_at(frames, cue.tokens.start);
            let Some(range) = frames.get(frame).cloned() else { continue };
            let before = out.last().filter(|g| g.frame == frame);
            if before.is_some_and(|g| g.tokens.end > cue.tokens.start && g.inverted) {
                continue;
            }
            if let Some(group) = self.group(cue, frame, &range, before) {
                out.push(group);
            }
        }
        out
    }

    pub(super) fn group(&self, cue: Cue, frame: usize, range: &Range<usize>, before: Option<&Group>) -> Option<Group> {
        let verb = cue.tokens.start;
        // Nothing left of the last quotation or of the last cue's own words can be this cue's subject.
        let floor =
            (range.start..verb).rev().find(|&i| self.p.quotation_at(i).is_some()).map_or(range.start, |i| i + 1);
        let act = cue.act;
        match act {
            Act::Source => {
                let phrase = self.phrase_after(cue.tokens.end, self.source_ceiling(cue.tokens.end, range.end))?;
                let source = self.source(phrase);
                let tokens = verb..source.phrase.tokens.end;
                Some(Group { cue, source: Some(source), tokens, frame, medium: None, elliptic: false, inverted: true })
            }
            Act::Content => {
                let source = self
                    .subject(verb, floor)
                    .map(|p| self.source(p))
                    .or_else(|| before.and_then(|g| g.source.clone()))?;
                let tokens = verb..cue.tokens.end;
                Some(Group { cue, source: Some(source), tokens, frame, medium: None, elliptic: true, inverted: false })
            }
            Act::Verb { gerund, .. } => {
                if let Some(source) = self.inverted_source(&cue, range) {
                    let end = self.group_end(source.phrase.tokens.end, &cue, range);
                    let medium = self.medium(source.phrase.tokens.end, end, &cue);
                    return Some(Group {
                        tokens: verb..end,
                        cue,
                        source: Some(source),
                        frame,
                        medium,
                        elliptic: false,
                        inverted: true,
                    });
                }
                let own = if gerund { None } else { self.subject_of(verb, floor) };
                let elliptic = own.is_none();
                let source = own.or_else(|| self.shared_source(verb, gerund, range, before))?;
                if act.class() == VerbClass::Naming && self.bears_name(&source, &cue.tokens) {
                    return None;
                }
                let start = if elliptic { verb } else { source.phrase.tokens.start };
                // "in what the yard calls “the slow lane”": a name for a thing, no statement.
                if act.class() == VerbClass::Naming
                    && (start.saturating_sub(1).max(range.start)..verb).any(|i| self.p.lower(i) == "what")
                {
                    return None;
                }
                let end = self.group_end(cue.tokens.end, &cue, range);
                let medium = self.medium(cue.tokens.end, end, &cue).or_else(|| self.medium_before(start, range.start));
                Some(Group { tokens: start..end, cue, source: Some(source), frame, medium, elliptic, inverted: false })
            }
        }
    }

    /// The subject of a finite verb: beside it, or the noun that a relative clause hangs on.
    pub(super) fn subject_of(&self, verb: usize, floor: usize) -> Option<Source> {
        let mut first = verb;
        while first > floor && self.tags[first - 1].helps() {
            first -= 1;
        }
        if first > floor && self.tags[first - 1] == Tag::To {
            // "was one of many to deny": the subject of the verb that governs the infinitive.
            let governor = (floor..first - 1).rev().find(|&i| matches!(self.tags[i], Tag::Auxiliary | Tag::Verb))?;
            return self.subject(governor, floor).map(|p| self.source(p));
        }
        if first > floor && self.tags[first - 1] == Tag::Relative {
            let relative = first - 1;
            return self.subject(relative, floor).map(|p| self.source(p));
        }
        self.subject(verb, floor).map(|p| self.source(p))
    }

    /// "…, and added", "…, saying": the source of the cue before, else the subject of the frame's first verb.
    pub(super) fn shared_source(
        &self,
        verb: usize,
        gerund: bool,
        range: &Range<usize>,
        before: Option<&Group>,
    ) -> Option<Source> {
        let mut left = verb;
        while left > range.start && self.tags[left - 1].helps() {
            left -= 1;
        }
        let joined = left > range.start
            && (matches!(self.tags[left - 1], Tag::Coordinator | Tag::Comma | Tag::Quote)
                || gerund
                || self.tags[left - 1] == Tag::Preposition
                || self.p.quotation_at(left - 1).is_some());
        if !joined {
            return None;
        }
        if let Some(group) = before.filter(|g| g.source.is_some() && g.cue.tokens.start < verb) {
            return group.source.clone();
        }
        let first = (range.start..left)
            .find(|&i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary) && self.p.quotation_at(i).is_none())?;
        self.subject(first, range.start).map(|p| self.source(p))
    }

    /// "said Ada Quill": only behind content, and only where a noun phrase follows that ends the clause.
    pub(super) fn inverted_source(&self, cue: &Cue, range: &Range<usize>) -> Option<Source> {
        let Act::Verb { frames, gerund: false, lemma, class, .. } = cue.act else { return None };
        if lemma == "tell"
            || matches!(class, VerbClass::Naming | VerbClass::Denial | VerbClass::Intention | VerbClass::Stance)
        {
            return None;
        }
        let (first, end) = (cue.tokens.start, cue.tokens.end);
        if !frames.has_any(Frames::QUOTATION.with(Frames::CLAUSE)) || end >= range.end {
            return None;
        }
        if self.begins(first, range) {
            let phrase = self.phrase_after(end, self.clause_ceiling(end, range.end))?;
            let colon = self.p.lower(phrase.tokens.end) == ":" && self.p.quotation_at(phrase.tokens.end + 1).is_some();
            return (colon && self.can_speak(&phrase)).then(|| self.source(phrase));
        }
        if first <= range.start {
            return None;
        }
        let left = self.tags[first - 1];
        let after_content = matches!(left, Tag::Comma | Tag::Quote)
            || const { Words::new("– — - -- ? !") }.contains(self.p.lower(first - 1));
        if !after_content || self.p.quotation_at(end).is_some() {
            return None;
        }
        let phrase = self.phrase_after(end, self.clause_ceiling(end, range.end))?;
        let stop = phrase.tokens.end;
        // "…, said another witness to the spill.": nothing more is said, so whoever it is speaks.
        let speaks = self.can_speak(&phrase);
        let last = speaks
            && const { Words::new("say report write explain add note") }.contains(lemma)
            && !self.has_verb(&(stop..range.end));
        // "the mayor, who had left, said the harbour was safe": content behind, so the noun phrase is its subject.
        let quoted =
            self.p.quotation_at(first - 1).is_some() || (first > 1 && self.p.quotation_at(first - 2).is_some());
        if !(quoted || last) && self.subject(first, range.start).is_some_and(|p| p.tokens.end + 1 == first) {
            return None;
        }
        let closes = stop >= range.end
            || matches!(
                self.tags[stop],
                Tag::Comma
                    | Tag::Quote
                    | Tag::Mark
                    | Tag::Preposition
                    | Tag::Adverb
                    | Tag::Gerund
                    | Tag::Subordinator
                    | Tag::Coordinator
                    | Tag::Relative
                    | Tag::Noun
            );
        let clause_follows = (stop..self.clause_ceiling(stop, range.end))
            .next()
            .is_some_and(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary | Tag::Negation));
        (closes && !clause_follows && (quoted || speaks)).then(|| self.source(phrase))
    }

    /// Whether a sentence begins with the token at `i`.
    pub(super) fn begins(&self, i: usize, range: &Range<usize>) -> bool {
        (range.start..i).all(|k| matches!(self.tags[k], Tag::Coordinator | Tag::Mark | Tag::Adverb))
    }

    /// Whether a phrase behind a verb is somebody rather than the verb's object: a name, or a noun for people or documents.
    pub(super) fn can_speak(&self, phrase: &Phrase) -> bool {
        let classes = self.classes(phrase.core.end - 1);
        self.names.iter().any(|n| n.tokens.end == phrase.core.end)
            || classes.has_any(Classes::PERSON_NOUN | Classes::GROUP | Classes::OFFICIAL | Classes::DOCUMENT_NOUN)
    }

    /// Where a source behind "according to" ends at the latest.
    pub(super) fn source_ceiling(&self, start: usize, end: usize) -> usize {
        (start..end)
            .find(|&i| {
                matches!(self.tags[i], Tag::Quote)
                    || const { Words::new("; — – . ? !") }.contains(self.p.lower(i))
                    || self.p.quotation_at(i).is_some()
            })
            .unwrap_or(end)
    }

    pub(super) fn clause_ceiling(&self, start: usize, end: usize) -> usize {
        (start..end)
            .find(|&i| {
                self.tags[i] == Tag::Quote
                    || self.p.quotation_at(i).is_some()
                    || matches!(self.p.lower(i), ";" | "." | "?" | "!" | ":")
            })
            .unwrap_or(end)
    }
}
