//! What somebody says of their own thoughts outside quotation marks: "I think the harbour will hold", "do you know why?".
//!
//! Interviews, columns and transcripts are full of it. The tagger learnt from news prose, where such words stand in quotation
//! marks and are left to their speaker, so it seldom sees them.

use std::ops::Range;

use crate::lexicon::{Constructions, Forms, VerbClass};
use crate::mention::{Phrase, Scan, Tag};
use crate::report::AttributionKind;
use crate::text::{Case, Paragraph, Words};

use super::Statement;
use super::cue::{Act, Cue};
use super::frame::{frame_at, frames};

/// Words that open a question, reported or not. "Which" does too, but opens more often a relative clause.
pub(super) const QUESTIONS: Words = Words::new("what how why where who when");

/// A clause has a verb among its first so many words.
const CLAUSE: usize = 8;

/// Whether the words are "I", "we" or "you".
pub(super) fn is_speaker_or_hearer(p: &Paragraph, tokens: &Range<usize>) -> bool {
    tokens.len() == 1 && matches!(p.lower(tokens.start), "i" | "we" | "you")
}

impl Scan<'_> {
    /// The thoughts of "I", "we" and "you" that no statement tells already.
    pub(super) fn thoughts(&self, told: &[Statement]) -> Vec<Statement> {
        let frames = frames(self.p);
        let pronoun = |&i: &usize| is_speaker_or_hearer(self.p, &(i..i + 1)) && self.p.quotation_at(i).is_none();
        let found = (0..self.tags.len()).filter(pronoun).filter_map(|i| self.thought(i, &frames));
        let told = |own: &Cue| {
            let same = |cue: &Cue| cue.tokens.start < own.tokens.end && own.tokens.start < cue.tokens.end;
            told.iter().any(|s| s.cue.as_ref().is_some_and(same))
        };
        found.filter(|s| s.cue.as_ref().is_some_and(|cue| !told(cue))).collect()
    }

    /// "I wanted to work with her", "we called it a day": what the speaker tells of themselves reports no words and no thought, as
    /// long as no clause follows.
    pub(super) fn is_own_deed(&self, statement: &Statement) -> bool {
        let reported = matches!(statement.kind, AttributionKind::Indirect | AttributionKind::Attitude);
        let asked = matches!(&statement.cue, Some(Cue { act: Act::Verb { lemma: "ask", .. }, .. }));
        self.is_own(statement) && (reported && !statement.content.iter().any(|c| self.is_clause(c)) || asked)
    }

    /// "They wanted to row home", "it worries people": in a paragraph told by somebody who says "I", wishes and doings of others are
    /// that somebody's own story as well.
    pub(super) fn is_story(&self, statement: &Statement) -> bool {
        let told = statement.cue.as_ref().is_some_and(|cue| cue.act == Act::Source);
        let clause = statement.content.iter().any(|c| self.is_clause(c));
        statement.kind == AttributionKind::Attitude && !told && (statement.source.is_none() || !clause)
    }

    /// Whether somebody who says "I", "we" or "you" outside of quotation marks tells the paragraph, as in an interview or a column.
    pub(super) fn is_own_voice(&self) -> bool {
        let own = |i: usize| match self.p.lower(i) {
            "i" | "we" | "you" | "my" | "our" | "your" | "me" => self.p.quotation_at(i).is_none(),
            // "US".
            "us" => self.p.tokens[i].case == Case::Lower && self.p.quotation_at(i).is_none(),
            _ => false,
        };
        (0..self.tags.len()).any(own)
    }

    /// Whether "I", "we" or "you" is the source: nobody else reports these words, so they are thoughts to the reader.
    pub(super) fn is_own(&self, statement: &Statement) -> bool {
        let would = |tokens: &Range<usize>| matches!(self.p.lower(tokens.start), "i'd" | "i’d" | "i've" | "i’ve");
        let own = |tokens: &Range<usize>| is_speaker_or_hearer(self.p, tokens) || would(tokens);
        statement.source.as_ref().is_some_and(|s| own(&s.phrase.core))
    }

    /// Whether words have a finite verb soon, or are a question ("how to row").
    fn is_clause(&self, words: &Range<usize>) -> bool {
        let infinitive = |i: usize| self.tags.get(i) == Some(&Tag::To);
        if infinitive(words.start + 1) && self.asks(words.start) {
            return true;
        }
        !infinitive(words.start)
            && (words.start + 1..words.end.min(words.start + CLAUSE))
                .take_while(|&i| !matches!(self.tags[i], Tag::Comma | Tag::Mark | Tag::To))
                .any(|i| {
                    let short =
                        self.tags[i] == Tag::Possessive && matches!(self.p.lower(i - 1), "that" | "there" | "here");
                    short || matches!(self.tags[i], Tag::Verb | Tag::Auxiliary)
                })
    }

    /// Whether a word opens a reported question, as far as that can be told from it alone.
    pub(super) fn opens_question(&self, i: usize) -> bool {
        self.p.is_one(i, &QUESTIONS) || matches!(self.p.lower(i), "whether" | "if")
    }

    /// The same in a place where no relative clause can stand.
    pub(super) fn asks(&self, i: usize) -> bool {
        self.opens_question(i) || self.p.is(i, "which")
    }

    fn thought(&self, pronoun: usize, frames: &[Range<usize>]) -> Option<Statement> {
        let frame = frame_at(frames, pronoun);
        let end = frames.get(frame)?.end;
        let helps = |i: &usize| self.tags[*i].helps();
        let at = (pronoun + 1..end).find(|i| !helps(i))?;
        let verb = self.lexicon.reporting_verb(self.p.lower(at))?;
        let thinks = matches!(verb.class, VerbClass::Belief | VerbClass::Perception)
            || const { Words::new("say find show wonder hope suggest argue guess") }.contains(verb.lemma);
        if !thinks || verb.forms.has(Forms::GERUND) || self.p.quotation_at(at).is_some() {
            return None;
        }
        let content = self.thought_content(at + 1..end, verb.takes)?;
        Some(Statement {
            kind: AttributionKind::Attitude,
            content: vec![content],
            quotations: Vec::new(),
            cue: Some(Cue { tokens: at..at + 1, act: Act::of(verb, false) }),
            source: Some(self.source(Phrase { tokens: pronoun..pronoun + 1, core: pronoun..pronoun + 1 })),
            medium: None,
            frame,
        })
    }

    /// The clause behind the verb, where there is one.
    fn thought_content(&self, rest: Range<usize>, takes: Constructions) -> Option<Range<usize>> {
        let start = rest.start;
        let first = *self.tags.get(start).filter(|_| !rest.is_empty())?;
        let begins =
            first.is_nominal() || matches!(first, Tag::Pronoun | Tag::Subordinator | Tag::Relative | Tag::Adverb);
        let fits = self.asks(start) && takes.has(Constructions::QUESTION)
            || takes.has(Constructions::CLAUSE) && begins && self.is_clause(&rest);
        if !fits {
            return None;
        }
        // Up to what a new clause, a reason or a mark cuts off.
        let new = |i: usize| {
            let next = |k: usize| self.tags.get(i + k).copied();
            match self.tags[i] {
                Tag::Comma if next(1) == Some(Tag::Pronoun) => matches!(next(2), Some(Tag::Verb | Tag::Auxiliary)),
                Tag::Comma => matches!(next(1), Some(Tag::Coordinator | Tag::Relative | Tag::Subordinator)),
                Tag::Mark => self.p.is_one(i, &const { Words::new("; — – ? . ! : (") }),
                Tag::Coordinator => {
                    next(1) == Some(Tag::Pronoun) && matches!(next(2), Some(Tag::Verb | Tag::Auxiliary))
                }
                _ => self.p.is(i, "because"),
            }
        };
        let end = (start + 1..rest.end).find(|&i| new(i)).unwrap_or(rest.end);
        let content = self.trim(start..end);
        (content.len() > 1).then_some(content)
    }
}
