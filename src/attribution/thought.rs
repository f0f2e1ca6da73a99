//! What somebody says of their own thoughts outside quotation marks: "I think the harbour will hold", "do you know why?".
//!
//! Interviews, columns and transcripts are full of it. The tagger learnt from news prose, where such words stand in quotation
//! marks and are left to their speaker, so it seldom sees them.

use std::ops::Range;

use crate::lexicon::{Classes, Constructions, Forms, ReportingVerb, VerbClass};
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

/// "I mean the quay leaks", "I'm sure it leaks", of which the list of verbs says nothing or not this.
const HOLD: ReportingVerb = ReportingVerb {
    lemma: "",
    class: VerbClass::Belief,
    takes: Constructions::CLAUSE,
    forms: Forms::BASE,
    share: None,
};

/// Whether the words are "I", "we" or "you", or a contraction of one: "I'm".
pub(super) fn is_speaker_or_hearer(p: &Paragraph, tokens: &Range<usize>) -> bool {
    let word = p.lower(tokens.start).split(['\'', '’']).next();
    tokens.len() == 1 && matches!(word, Some("i" | "we" | "you"))
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

    /// Ends what "I", "we" and "you" think where their next thought begins: "I don't see why, I mean it leaks".
    pub(super) fn end_thoughts(&self, out: &mut [Statement]) {
        for statement in out.iter_mut().filter(|s| s.kind == AttributionKind::Attitude && self.is_own(s)) {
            let [only] = statement.content.as_mut_slice() else { continue };
            if statement.cue.as_ref().is_some_and(|cue| cue.tokens.end <= only.start) {
                *only = self.trim(only.start..self.thought_end(only));
            }
        }
    }

    /// "I wanted to work with her", "we called it a day": what the speaker tells of themselves reports no words and no thought, as
    /// long as no clause follows.
    pub(super) fn is_own_deed(&self, statement: &Statement) -> bool {
        let act = statement.cue.as_ref().map(|cue| cue.act);
        // "I remember “Nets and Ropes”", "I don't know the “experts”".
        let reported = matches!(statement.kind, AttributionKind::Indirect | AttributionKind::Attitude)
            || act.is_some_and(|act| !act.class().is_utterance());
        let takes = |act: Act| act.takes(Constructions::CLAUSE) || act.takes(Constructions::QUESTION);
        let clause = act.is_none_or(takes) && statement.content.iter().any(|c| self.is_clause(c));
        let asked = matches!(&statement.cue, Some(Cue { act: Act::Verb { lemma: "ask", .. }, .. }));
        self.is_own(statement) && (reported && !clause || asked)
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
        statement.source.as_ref().is_some_and(|s| is_speaker_or_hearer(self.p, &s.phrase.core))
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
        let Range { start, end } = frames.get(frame)?.clone();
        let at = (pronoun + 1..end).find(|&i| !self.tags[i].helps())?;
        let verb = self.thinks(at)?;
        if verb.forms.has(Forms::GERUND) || self.p.quotation_at(at).is_some() {
            return None;
        }
        // "It leaks, I think."
        let last = self.tags.get(at + 1).is_none_or(|tag| *tag == Tag::Mark)
            && self.p.is_one(at, &const { Words::new("believe guess suppose suspect think") });
        let content = match last.then(|| self.trim(start..pronoun)) {
            Some(before) if self.is_clause(&before) => before,
            _ => self.thought_content(at + 1..end, verb)?,
        };
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

    /// What the word thinks, if it does.
    fn thinks(&self, at: usize) -> Option<ReportingVerb> {
        if self.p.is(at, "mean") || self.classes(at).has_any(Classes::ATTITUDE) {
            return Some(HOLD);
        }
        let verb = self.lexicon.reporting_verb(self.p.lower(at))?;
        let thinks = matches!(verb.class, VerbClass::Belief | VerbClass::Perception)
            || const { Words::new("say find show wonder hope suggest argue guess") }.contains(verb.lemma);
        thinks.then_some(verb)
    }

    /// The clause behind the verb, where there is one.
    fn thought_content(&self, rest: Range<usize>, verb: ReportingVerb) -> Option<Range<usize>> {
        let takes = verb.takes;
        let start = rest.start;
        let first = *self.tags.get(start).filter(|_| !rest.is_empty())?;
        let begins =
            first.is_nominal() || matches!(first, Tag::Pronoun | Tag::Subordinator | Tag::Relative | Tag::Adverb);
        // "I think to wait is wrong", "I remember mending it".
        let infinitive = first == Tag::To && verb.lemma == "think" && self.is_clause(&(start + 1..rest.end));
        let gerund = verb.lemma == "remember" && self.p.lower(start).ends_with("ing");
        let clause = takes.has(Constructions::CLAUSE)
            && (begins && self.is_clause(&rest)
                || self.p.is(start, "that") && first == Tag::Subordinator
                || infinitive);
        if !(clause || gerund || self.asks(start) && takes.has(Constructions::QUESTION)) {
            return None;
        }
        let content = self.trim(start..self.thought_end(&rest));
        (content.len() > 1).then_some(content)
    }

    /// Where a thought ends: a new clause, a reason or a mark cuts it off.
    fn thought_end(&self, rest: &Range<usize>) -> usize {
        let new = |i: usize| {
            let next = |k: usize| self.tags.get(i + k).copied();
            let verb = |k: usize| matches!(next(k), Some(Tag::Verb | Tag::Auxiliary)) || self.p.is(i + k, "mean");
            let begins = |k: usize| next(k) == Some(Tag::Pronoun) && verb(k + 1);
            match self.tags[i] {
                // "that in time, we will", "the plan was, as you know, to wait".
                Tag::Comma
                    if !self.is_clause(&(rest.start..i))
                        || self.p.is_one(i - 1, &const { Words::new("is are was were") }) =>
                {
                    false
                }
                Tag::Comma => match next(1) {
                    Some(Tag::Coordinator) => self.is_clause(&(i + 1..rest.end)),
                    Some(Tag::Relative | Tag::Subordinator) => true,
                    _ => begins(1) || self.p.is(i + 1, "so"),
                },
                Tag::Mark => {
                    self.p.is_one(i, &const { Words::new("; — – - ? . ! : (") })
                        && (self.p.tokens[i].spaced || !self.p.is(i, "-"))
                }
                Tag::Coordinator => begins(1),
                _ => self.p.is(i, "because"),
            }
        };
        (rest.start + 1..rest.end).find(|&i| new(i)).unwrap_or(rest.end)
    }
}
