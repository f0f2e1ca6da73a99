//! The subject of a cue where the tagger took somebody for it who acts in what is told of the subject.

use std::ops::Range;

use crate::lexicon::Classes;
use crate::mention::{Phrase, Scan, Source, Tag};

use super::super::frame::frame_at;
use super::ends::INSERTION;

/// How far before "citing" the verb stands: "reported on Monday, citing".
const VERB: usize = 5;

impl Scan<'_> {
    /// "reported, citing two divers, that it leaks": the verb that has the clause, where the tagger took what is inserted for the cue.
    pub(super) fn citing_verb(&self, cue: &Range<usize>) -> Option<Range<usize>> {
        let comma = cue.start.checked_sub(1).filter(|&i| self.tags[i] == Tag::Comma)?;
        let cites = matches!(self.p.lower(cue.start), "citing" | "quoting");
        let clause = (cue.end..self.tags.len().min(cue.end + INSERTION))
            .any(|i| self.tags[i - 1] == Tag::Comma && self.p.is(i, "that"));
        let verb = (comma.saturating_sub(VERB)..comma).rev().find(|&i| self.tags[i] == Tag::Verb)?;
        (cites && clause && self.is_utterance_verb(verb)).then_some(verb..verb + 1)
    }

    /// "The board, citing two divers, said so", "Quill, whom the board accuses, called for a vote": the subject of the cue, in place of
    /// whoever is cited, or does something, in what is inserted between the two.
    pub(super) fn not_cited(&self, source: Source, cue: &Range<usize>, frames: &[Range<usize>]) -> Option<Source> {
        let tokens = &source.phrase.tokens;
        let Some(before) = tokens.start.checked_sub(1).filter(|_| tokens.end <= cue.start) else { return Some(source) };
        let cited = matches!(self.p.lower(before), "citing" | "quoting");
        let verb = |i: usize| self.tags[i] == Tag::Verb || self.p.is(before, "where");
        let told = self.tags[before] == Tag::Relative && (tokens.end..cue.start).any(verb);
        // "The row grew at a talk by Ada Quill, who later told them".
        if self.p.is(tokens.end + 1, "who") && (tokens.end + 2..cue.start).all(|i| self.tags[i].helps()) {
            return Some(source);
        }
        let parted = (tokens.start..cue.start).any(|i| self.tags[i] == Tag::Comma);
        let frame = &frames[frame_at(frames, cue.start)];
        let verb = (cue.start..cue.end).find(|&i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary));
        let subject = || self.subject_of(verb?, frame.start).filter(|own| own.phrase.tokens.start < before);
        if parted && (cited || told) {
            return subject().or(Some(source));
        }
        let opening = self.opening_subject(before, frame).filter(|own| own.tokens.start < before);
        match opening {
            Some(own) => Some(self.source(Phrase { tokens: own.tokens.start..cue.start, core: own.core })),
            None => Some(source),
        }
    }

    /// "A nurse struck off by a regulator", "a woman who was attacked by a stranger": the subject with which a sentence opens, where
    /// nothing but what is told of it stands before the preposition at `before`.
    fn opening_subject(&self, before: usize, frame: &Range<usize>) -> Option<Phrase> {
        // "gave her name only as Quill".
        let gives_name = (before.saturating_sub(3)..before).any(|i| matches!(self.p.lower(i), "name" | "only"));
        if !matches!(self.p.lower(before), "as" | "by") || gives_name {
            return None;
        }
        let start = (frame.start..before).find(|&i| !matches!(self.tags[i], Tag::Coordinator | Tag::Adverb))?;
        let mut opening = self.phrase_after(start, before)?;
        // "Emails obtained by the Courier".
        let obtained = opening.core.end == before && opening.core.len() > 1 && self.tags[before - 1] == Tag::Participle;
        opening.core.end -= usize::from(obtained);
        let noun = self.p.lower(opening.core.end - 1);
        let document = self
            .lexicon
            .word(self.lexicon.singular(noun).unwrap_or(noun))
            .has_any(Classes::DOCUMENT_NOUN | Classes::MEDIA_NOUN);
        let opening = Some(opening).filter(|opening| document || self.can_speak(opening))?;
        let (first, verb) = (opening.core.end, |i: usize| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary));
        let chains = (first..before).filter(|&i| verb(i) && !verb(i - 1)).count();
        let told = match self.tags[first] {
            Tag::Relative => matches!(self.p.lower(first), "who" | "that"),
            Tag::Verb | Tag::Participle => self.p.is(before, "by") && !self.classes(first).has_any(Classes::AUXILIARY),
            _ => false,
        };
        let plain =
            (first..before).all(|i| !matches!(self.tags[i], Tag::Comma | Tag::Mark | Tag::Quote | Tag::Coordinator));
        (told && chains < 2 && plain).then_some(opening)
    }
}
