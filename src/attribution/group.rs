//! Groups: a cue with its source and the words that belong to it.

mod source;

use std::ops::Range;

use crate::lexicon::{Classes, VerbClass};
use crate::mention::{Phrase, Scan, Source, Tag};
use crate::text::{ByteSpan, Words};

use super::cue::{Act, Cue};
use super::frame::frame_at;
use source::Own;

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
        let own = self.source_of(&cue, range);
        let act = cue.act;
        match act {
            Act::Source => {
                let source = own?.source;
                let tokens = verb..source.phrase.tokens.end;
                Some(Group { cue, source: Some(source), tokens, frame, medium: None, elliptic: false, inverted: true })
            }
            Act::Content => {
                let source = own.map(|own| own.source).or_else(|| before.and_then(|g| g.source.clone()))?;
                let tokens = verb..cue.tokens.end;
                Some(Group { cue, source: Some(source), tokens, frame, medium: None, elliptic: true, inverted: false })
            }
            Act::Verb { gerund, .. } => {
                if let Some(Own { source, inverted: true }) = own {
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
                let elliptic = own.is_none();
                let source = own.map(|own| own.source).or_else(|| self.shared_source(verb, gerund, range, before))?;
                if act.class() == VerbClass::Naming && self.bears_name(&source, &cue.tokens) {
                    return None;
                }
                let start = if elliptic { verb } else { source.phrase.tokens.start };
                // "in what the yard calls “the slow lane”": a name for a thing, no statement.
                if act.class() == VerbClass::Naming
                    && (start.saturating_sub(1).max(range.start)..verb).any(|i| self.p.is(i, "what"))
                {
                    return None;
                }
                let end = self.group_end(cue.tokens.end, &cue, range);
                let medium = self.medium(cue.tokens.end, end, &cue).or_else(|| self.medium_before(start, range.start));
                Some(Group { tokens: start..end, cue, source: Some(source), frame, medium, elliptic, inverted: false })
            }
        }
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

    /// The same, or a noun for a body: "the board".
    pub(super) fn can_act(&self, phrase: &Phrase) -> bool {
        self.can_speak(phrase) || self.is_body_noun(phrase.core.end - 1)
    }

    /// Where a source behind "according to" ends at the latest.
    pub(super) fn source_ceiling(&self, start: usize, end: usize) -> usize {
        (start..end)
            .find(|&i| {
                matches!(self.tags[i], Tag::Quote)
                    || self.p.is_one(i, &const { Words::new("; — – . ? !") })
                    || self.p.quotation_at(i).is_some()
            })
            .unwrap_or(end)
    }

    pub(super) fn clause_ceiling(&self, start: usize, end: usize) -> usize {
        (start..end)
            .find(|&i| {
                self.tags[i] == Tag::Quote
                    || self.p.quotation_at(i).is_some()
                    || self.p.is_one(i, &const { Words::new("; . ? ! :") })
            })
            .unwrap_or(end)
    }
}
