//! "said the quay was safe and thanked the crew": what a speaker does next is no part of what he said.

use std::ops::Range;

use crate::lexicon::{Classes, Forms, Listed};
use crate::mention::{Scan, Source, Tag};
use crate::text::Words;

use super::super::Statement;
use super::super::cue::Cue;

/// What people do in words, before others.
static SPOKEN: Listed = Listed::new("deed-spoken");

/// What somebody does not go into: "but did not say when".
static TELLS: Listed = Listed::new("deed-tells");

/// What a speaker does behind what he said.
pub(super) struct Deed {
    pub(super) verb: usize,
    pub(super) speaker: Source,
    /// Where it ends.
    pub(super) end: usize,
    pub(super) frame: usize,
}

/// Lays what is said by the verbs of deeds to their speakers: the rules may take the nearest noun for the subject.
pub(super) fn lay_to_speakers<'s>(deeds: &[Deed], statements: impl Iterator<Item = &'s mut Statement>) {
    for statement in statements {
        if let Some(deed) = deeds.iter().find(|deed| statement.is_cued(deed.verb)) {
            statement.source = Some(deed.speaker.clone());
        }
    }
}

impl Scan<'_> {
    /// Adds the statements that deeds are, where neither tagger nor rules have them: "and accused the board of fraud".
    pub(super) fn tell_deeds(&self, deeds: Vec<Deed>, known: &[Cue], out: &mut Vec<Statement>) {
        for Deed { verb, speaker, end, frame } in deeds {
            let cue = known.iter().find(|cue| cue.tokens.start == verb && cue.act.class().is_utterance());
            let Some(cue) = cue.filter(|_| !out.iter().any(|s| s.is_cued(verb))) else { continue };
            let content = vec![self.trim(cue.tokens.end..end.max(cue.tokens.end))];
            if content[0].is_empty() {
                continue;
            }
            let quotations = self.quotations_in(&content);
            let kind = self.kind(&content, &quotations);
            out.push(Statement {
                kind,
                content,
                quotations,
                cue: Some(cue.clone()),
                source: Some(speaker),
                medium: None,
                frame,
            });
        }
    }

    /// The verb of what the speaker, and not what is spoken of, does behind a comma or coordinator at `joint`.
    pub(super) fn deed_of_speaker(&self, joint: usize, piece: &Range<usize>) -> Option<usize> {
        let verb = (joint + 1..piece.end).find(|&i| self.tags[i] != Tag::Adverb)?;
        let deed = match self.p.lower(joint) {
            "," => self.tags[verb] == Tag::Gerund && self.p.is(verb + 1, "that") && self.is_utterance_verb(verb),
            "and" | "but" | "then" => self.is_deed_of_speaker(joint, verb, piece),
            _ => false,
        };
        deed.then_some(verb)
    }

    fn is_deed_of_speaker(&self, joint: usize, verb: usize, piece: &Range<usize>) -> bool {
        let first = piece.start + usize::from(self.p.is(piece.start, "that"));
        let finite = |i: &usize| matches!(self.tags[*i], Tag::Verb | Tag::Auxiliary);
        let Some(finite) = (first..joint).find(finite) else {
            // "replied in the affirmative and handed over a file".
            let follows = |i: usize| matches!(self.tags[i], Tag::Preposition | Tag::Adverb) || self.opens_object(i);
            return verb + 1 < piece.end && self.is_past(verb) && follows(verb + 1) && !self.has_clause(first..joint);
        };
        if verb + 1 < piece.end && self.is_of_speaker(finite, joint, verb) {
            return true;
        }
        if self.p.is(joint, "but") && self.tells_nothing(verb, piece.end) {
            return true;
        }
        // "need to be checked and verified".
        let passive = self.is_second_participle(verb);
        if self.tags[verb] != Tag::Verb || passive || verb + 1 == piece.end {
            return false;
        }
        let (word, next) = (self.p.lower(verb), verb + 1);
        let object = self.tags[next].is_nominal() || self.tags[next] == Tag::Pronoun;
        let clause = self.p.is_one(next, &const { Words::new("that whether against of for on how") });
        let says = self.lexicon.reporting_verb(word).filter(|verb| verb.forms.has(Forms::PAST));
        let known = SPOKEN.contains(word) && (word != "called" || matches!(self.p.lower(next), "for" | "on"));
        // "said the drones had flown low and called it a disgrace": drones call nothing anything.
        let surely = self.reports(verb) || word == "called";
        if surely && (object || clause) && self.is_mute(&(first..finite)) {
            return true;
        }
        let pronoun = self.tags[first] == Tag::Pronoun;
        let person = pronoun
            || self.tags[first] == Tag::Name
            || self.classes(self.core_end(&(first..joint)).max(first + 1) - 1).has_any(Classes::PERSON_NOUN);
        // "said Vale was out and hung up".
        let leaves = self.p.is(verb, "hung") && self.p.is(next, "up");
        // "said he was sorry and urged them to wait": what somebody is, not what he did then.
        let state = pronoun
            && self.p.is_one(finite, &const { Words::new("was were is are felt") })
            && self.tags[finite + 1] != Tag::Gerund;
        // "said the town is broke and blamed the board": what is now the case did nothing then.
        let past = |i: usize| {
            self.classes(i).has_any(Classes::VERB_PAST | Classes::VERB_PARTICIPLE)
                || self.p.lower(i).ends_with("ed")
                || self.p.is_one(i, &const { Words::new("was were had has have did would could should might") })
        };
        let reports =
            object && says.is_some() && !const { Words::new("alleged expected preferred proposed") }.contains(word);
        let known = known || self.p.is(verb, "paid") && self.p.is(next, "tribute");
        leaves || known && (!person || state) || (known || reports) && !past(finite) && past(verb)
    }

    /// Whether a clause of its own may begin in a range.
    fn has_clause(&self, mut range: Range<usize>) -> bool {
        range.any(|i| matches!(self.tags[i], Tag::Relative | Tag::Subordinator | Tag::Gerund) || self.asks(i))
    }

    fn opens_object(&self, i: usize) -> bool {
        matches!(self.tags[i], Tag::Determiner | Tag::PossessivePronoun | Tag::Pronoun | Tag::Name | Tag::To)
    }

    /// Whether a verb is a past and no present.
    fn is_past(&self, i: usize) -> bool {
        let past = self.classes(i).has_any(Classes::VERB_PAST) || self.p.lower(i).ends_with("ed");
        past && matches!(self.tags[i], Tag::Verb | Tag::Participle) && !self.classes(i).has_any(Classes::VERB_BASE)
    }

    /// Whether a verb does not go with the finite one of what is said: "the pump was broken and have sent divers", "it would close and left
    /// the room".
    fn is_of_speaker(&self, finite: usize, joint: usize, verb: usize) -> bool {
        let last =
            (finite..joint).rev().find(|&i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary)).unwrap_or(finite);
        let singular = const { Words::new("has is was") };
        let plural = self.p.is_one(verb, &const { Words::new("are have were") });
        let classes = self.classes(last);
        let modal = (self.classes(finite).has_any(Classes::MODAL) && last == finite + 1
            || self.tags[finite - 1] == Tag::To && last == finite)
            && classes.has_any(Classes::VERB_BASE)
            && !classes.has_any(Classes::AUXILIARY)
            && !self.has_clause(last..joint);
        let next = self.tags[verb + 1];
        let past = self.is_past(verb) && (self.opens_object(verb + 1) || self.reports(verb));
        let perfect = self.p.is(verb, "have") && matches!(next, Tag::Verb | Tag::Participle);
        modal && (past || perfect) || plural && last <= finite + 1 && self.p.is_one(finite, &singular)
    }

    /// Whether a subject is a thing, which says nothing: neither somebody, nor a body, nor what is written.
    fn is_mute(&self, subject: &Range<usize>) -> bool {
        let speaks = Classes::PERSON_NOUN
            | Classes::GROUP
            | Classes::OFFICIAL
            | Classes::ORGANIZATION_NOUN
            | Classes::MEDIA_NOUN
            | Classes::DOCUMENT_NOUN
            | Classes::REPORTING_NOUN;
        let core = subject.start..self.core_end(subject);
        !core.is_empty()
            && core.clone().all(|i| self.tags[i].is_nominal() && self.tags[i] != Tag::Name)
            && !self.classes(core.end - 1).has_any(speaks)
    }

    /// "but gave no details", "but did not say when".
    fn tells_nothing(&self, verb: usize, end: usize) -> bool {
        let gives = matches!(self.p.lower(verb), "gave" | "offered" | "provided") && self.p.is(verb + 1, "no");
        let not = (verb + 1..end.min(verb + 3)).find(|&i| self.tags[i] == Tag::Negation || self.p.is(i, "not"));
        let keeps = self.tags[verb] == Tag::Auxiliary
            && !self.p.is_one(verb, &const { Words::new("is are was were has have had can could") })
            && not.is_some_and(|not| self.p.is_one(not + 1, &TELLS));
        gives || keeps || self.p.is(verb, "stopped") && self.p.is(verb + 1, "short")
    }
}
