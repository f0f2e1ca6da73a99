//! Whether a claim is something that was said, thought or judged, rather than done.

use crate::attribution::Act;
use crate::lexicon::{Classes, Listed, VerbClass};
use crate::mention::Tag;
use crate::text::Words;

use super::Sourced;

/// Verbs that say something of a matter even where what is said is no clause of its own: "complained of delays".
pub(in crate::warning) static WITHOUT_CONTENT: Listed = Listed::new("judgement-without-content");

/// From this share of their occurrences on, verbs are taken to say something without any other sign of it.
pub(in crate::warning) const TELLING: u8 = 25;

/// What a question begins with.
const ASKS: Words = Words::new("why how if whether when where what who");

/// What a vote does.
const BALLOT: Words = Words::new("rejected rejecting approved backed chose concurred picked supported elected");

impl Sourced<'_> {
    /// Whether the words were said; what a particular person thought or wanted is narration.
    pub(super) fn is_utterance(&self) -> bool {
        if self.is_of_matter() || self.is_refusal() || self.is_heard_in_court() {
            return false;
        }
        match self.claim.cue.act {
            // Evidence indicates, and so does somebody who knows.
            Act::Verb { lemma: "indicate" | "reveal" | "disclose", .. } => self.is_stated(),
            Act::Verb { class, share, .. } => {
                class.is_utterance() && (self.claim.proven || self.is_stated() || share.is_none_or(|s| s >= TELLING))
            }
            Act::Source | Act::Content => true,
        }
    }

    /// Whether the attribution layer took the claim for something that was said, or thought with a verb of thinking. What
    /// somebody does, wants or feels ("march against", "are careful about") is no judgement yet.
    pub(super) fn is_stated(&self) -> bool {
        let attribution = self.claim.attribution.and_then(|id| self.view.linked.attributions.get(id as usize));
        attribution.is_some_and(|a| match self.claim.cue.act {
            Act::Verb { class: VerbClass::Belief | VerbClass::Perception, lemma, .. } => !lemma.is_empty(),
            Act::Verb { lemma, .. } => a.kind.is_speech() && !lemma.is_empty(),
            Act::Source | Act::Content => a.kind.is_speech(),
        })
    }

    /// Whether the claim is a statement, belief or judgement, rather than something that happened to the group.
    pub(super) fn is_judgement(&self) -> bool {
        let stated = self.is_stated();
        if self.is_of_matter()
            || self.is_deed()
            || self.is_shown()
            || self.is_wish_in_passing()
            || self.is_common_knowledge()
            || self.is_within_a_claim()
        {
            return false;
        }
        if self.claim.proven || self.points_out() {
            return true;
        }
        match self.claim.cue.act {
            Act::Source => matches!(self.scan.p.lower(self.claim.cue.tokens.start), "according" | "per" | "in"),
            Act::Content => true,
            Act::Verb { class, lemma, .. } => match class {
                VerbClass::Speech
                | VerbClass::Manner
                | VerbClass::Assertion
                | VerbClass::Denial
                | VerbClass::Request
                | VerbClass::Naming => {
                    // "asked why the fee was low": a question claims nothing.
                    let asks = lemma == "ask" && self.scan.p.is_one(self.claim.cue.tokens.end, &ASKS);
                    !asks && (stated || WITHOUT_CONTENT.contains(lemma) || self.has_clause())
                }
                // "Analysts expect cuts", "many see another motive": a judgement in the present.
                VerbClass::Belief | VerbClass::Perception | VerbClass::Intention
                    if self.scan.p.is_one(
                        self.claim.cue.tokens.start,
                        &const { Words::new("expect see fear doubt anticipate") },
                    ) =>
                {
                    let next = self.scan.tags.get(self.claim.cue.tokens.end);
                    self.has_clause() || next.is_some_and(|t| t.is_nominal() || *t == Tag::Adverb)
                }
                VerbClass::Belief => self.has_clause() || stated && self.is_behind(),
                VerbClass::Perception => stated,
                VerbClass::Intention | VerbClass::Stance | VerbClass::Show => false,
            },
        }
    }

    /// Whether the verb says what was done: a vote, a call for help; or what was done to the people: "men accused of murder".
    fn is_deed(&self) -> bool {
        let (word, next) =
            (self.scan.p.lower(self.claim.cue.tokens.start), self.scan.p.lower(self.claim.cue.tokens.end));
        if matches!(word, "call" | "calls" | "called" | "calling") && matches!(next, "a" | "an" | "another") {
            return self.view.has_word(
                self.claim.paragraph,
                &(self.claim.cue.tokens.end..self.claim.cue.tokens.end + 5),
                const { Words::new("meeting election strike vote halt ambulance conference cab taxi") },
            );
        }
        let vote = self.view.sentence(self.claim.paragraph, self.claim.cue.tokens.start);
        let last = self.scan.p.lower(self.claim.cue.tokens.end - 1);
        let ballot =
            matches!(self.head(), "voters" | "shareholders" | "stockholders" | "delegates") && BALLOT.contains(last);
        // "voters who have seen prices rise", "investors, having seen it fall, sell": what they lived through.
        let lived = last == "seen"
            && matches!(word, "have" | "has" | "had" | "having")
            && !self.view.has_word(
                self.claim.paragraph,
                &(self.claim.cue.tokens.end..vote.end),
                const { Words::new("as") },
            );
        // "have shifted from emphasizing growth".
        let left = self.claim.cue.tokens.len() > 1
            && last.ends_with("ing")
            && self.scan.p.is(self.claim.cue.tokens.end - 2, "from");
        // "are trying to assess which boats are best": they have not judged yet.
        let tries = self.view.has_word(
            self.claim.paragraph,
            &self.claim.cue.tokens,
            const { Words::new("try tries tried trying") },
        );
        // "More than 13 million people cast a vote for her".
        if ballot || lived || left || tries || word == "cast" {
            return true;
        }
        if word == "rejected"
            && self.view.has_word(self.claim.paragraph, &vote, const { Words::new("vote ballot voted chose") })
            || matches!(next, "each" | "themselves" | "itself")
        {
            return true;
        }
        let voted = self.claim.cue.tokens.len() == 1
            && const { Words::new("approved chose choose elected considered informed agreed") }.contains(word)
            && !matches!(next, "that" | "with")
            && !self.is_behind();
        let after = self.scan.p.lower(self.claim.cue.tokens.end + 1);
        let called = word == "called" && (next == "to" || matches!(after, "police" | "ambulance" | "firefighters"));
        voted || called
    }

    /// Whether the cue closes its sentence, so that the content stands before it.
    fn is_behind(&self) -> bool {
        let after = self.claim.cue.tokens.end.max(self.phrase.tokens.end);
        self.scan.tags.get(after).is_none_or(|t| matches!(t, Tag::Mark | Tag::Comma | Tag::Quote))
    }

    /// Whether a clause follows the cue: "believe the bill is", "say that".
    fn has_clause(&self) -> bool {
        let (start, sentence) =
            (self.claim.cue.tokens.end, self.view.sentence(self.claim.paragraph, self.claim.cue.tokens.start));
        let finite = |i: usize| matches!(self.scan.tags[i], Tag::Verb | Tag::Auxiliary);
        let subject = self.scan.tags.get(start).is_some_and(|t| t.is_nominal() || *t == Tag::Pronoun);
        // Words that no list has ("look to", "pay attention to") are followed by what is looked at.
        let telling = matches!(self.claim.cue.act, Act::Verb { class, lemma, share, .. }
            if class == VerbClass::Belief || !lemma.is_empty() && share.is_none_or(|s| s >= TELLING));
        let next = self.scan.p.lower(start);
        // "reported being logged off", "recalled hearing".
        let deed = next.ends_with("ing")
            && matches!(self.claim.cue.act, Act::Verb { lemma: "report" | "recall" | "deny" | "admit", .. });
        deed || next == "that"
            || telling && subject && (start..sentence.end).take_while(|&i| self.scan.tags[i] != Tag::Comma).any(finite)
    }

    /// "there are groups who say": nobody in particular has said anything.
    pub(super) fn is_hypothetical(&self) -> bool {
        let first = self.phrase.core.start;
        first > 1 && self.scan.p.is(first - 2, "there") && self.scan.classes(first - 1).has_any(Classes::BE)
    }

    /// "told her followers": the phrase hears, and its own verb is part of what it hears.
    pub(super) fn is_spoken_to(&self) -> bool {
        let before = self.phrase.core.start.checked_sub(1).map(|i| self.scan.p.lower(i));
        let verb = before.and_then(|word| self.scan.lexicon.reporting_verb(word));
        verb.is_some_and(|v| const { Words::new("tell inform remind assure warn ask urge") }.contains(v.lemma))
            && self.claim.cue.act != Act::Source
    }
}
