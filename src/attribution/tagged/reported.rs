//! Reported words against what somebody thinks, wants or talks about, and against silence.

use std::ops::Range;

use crate::lexicon::{PhraseClass, VerbClass};
use crate::mention::{Scan, Tag};

use super::super::Statement;
use super::super::cue::{Act, Cue};

/// Below this share a verb with nothing but a noun behind it reports no words: "raised the matter".
const REPORTS: u8 = 75;

/// Whoever is asked "about" something is told in so many words at most.
const ADDRESSED: usize = 6;

impl Scan<'_> {
    /// "On Sunday's edition of “Quay Talk,” Vale said": where it was said, told by a title.
    pub(super) fn is_setting(&self, statement: &Statement) -> bool {
        let [content] = statement.content.as_slice() else { return false };
        self.tags[content.start] == Tag::Preposition
            && statement.cue.as_ref().is_some_and(|cue| content.end <= cue.tokens.start)
            && !content.clone().any(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary | Tag::Gerund))
    }

    /// "said nothing", "would say nothing more".
    pub(super) fn is_silence(&self, statement: &Statement) -> bool {
        let mut words = statement.content.iter().flat_map(Clone::clone);
        let clause = |i: usize| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary);
        statement.quotations.is_empty()
            && words.next().is_some_and(|i| self.p.lower(i) == "nothing")
            && !words.any(clause)
    }

    /// Whether a statement tells what somebody thinks, wants or feels, or what was talked of, rather than what was said.
    pub(super) fn is_attitude(&self, statement: &Statement) -> bool {
        let Some(cue) = &statement.cue else { return false };
        let Act::Verb { lemma, class, share, .. } = cue.act else { return false };
        // "declined to comment": nothing was said.
        let ahead = self.lower_from(cue.tokens.start, 6);
        if self.lexicon.phrases_at(&ahead).any(|(class, _)| class == PhraseClass::NoComment) {
            return true;
        }
        let clause = || {
            let mut tokens = statement.content.iter().flat_map(Clone::clone);
            let that = |c: &Range<usize>| {
                self.p.lower(c.start) == "that" || c.start > 0 && self.p.lower(c.start - 1) == "that"
            };
            statement.content.iter().any(that)
                || tokens.any(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary | Tag::To | Tag::Gerund))
        };
        if self.is_topic(statement, cue) {
            return true;
        }
        match class {
            VerbClass::Belief | VerbClass::Intention | VerbClass::Stance => true,
            VerbClass::Denial | VerbClass::Naming | VerbClass::Request => lemma.is_empty(),
            _ => lemma.is_empty() || share.unwrap_or(0) < REPORTS && !clause(),
        }
    }

    /// "raised questions about the delay", "asked Quill about the quay": what was talked of, and not what was said of it.
    pub(super) fn is_topic(&self, statement: &Statement, cue: &Cue) -> bool {
        let Some(content) = statement.content.iter().find(|c| c.start >= cue.tokens.end) else { return false };
        let asks = |i: usize| {
            matches!(self.p.lower(i), "what" | "how" | "why" | "whether" | "where" | "who" | "when" | "which" | "if")
        };
        let about = |i: &usize| self.p.lower(*i) == "about";
        let told = (cue.tokens.start..content.start).rfind(about).is_some_and(|i| i + 1 == content.start);
        let asked = (content.start..content.end.min(content.start + ADDRESSED))
            .take_while(|&i| self.tags[i].is_nominal() || matches!(self.tags[i], Tag::Pronoun) || about(&i))
            .find(about);
        let start = if told { Some(content.start) } else { asked.map(|i| i + 1) };
        start.is_some_and(|start| start < content.end && !asks(start))
    }
}
