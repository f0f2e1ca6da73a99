//! Cues: the words that make a clause an attribution.

use std::ops::Range;

use crate::lexicon::{Classes, Constructions, Forms, PhraseClass, ReportingVerb, VerbClass};
use crate::mention::{Scan, Tag};
use crate::text::Words;

/// One cue where it stands, outside quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// Its tokens, particles included ("pointed out").
    pub tokens: Range<usize>,
    /// What it does.
    pub act: Act,
}

/// What a cue does, and where it wants its source and content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// A verb with a subject.
    Verb {
        /// Its dictionary form.
        lemma: &'static str,
        /// What kind of speech or thought it reports.
        class: VerbClass,
        /// What it takes.
        takes: Constructions,
        /// In how many of a hundred places the verb attributes something, where that is known.
        share: Option<u8>,
        /// Whether it stands in its -ing form, so that its subject stands in another clause.
        gerund: bool,
    },
    /// "according to": the source follows.
    Source,
    /// "as saying": the content follows, the source stands before.
    Content,
}

impl Act {
    /// What a reporting verb does.
    pub(super) const fn of(verb: ReportingVerb, gerund: bool) -> Self {
        Self::Verb { lemma: verb.lemma, class: verb.class, takes: verb.takes, share: verb.share, gerund }
    }

    /// What kind of speech or thought it reports; a fixed phrase reports plain speech.
    pub const fn class(self) -> VerbClass {
        match self {
            Self::Verb { class, .. } => class,
            Self::Source | Self::Content => VerbClass::Speech,
        }
    }

    /// Whether the cue takes all the constructions of `wanted`.
    pub const fn takes(self, wanted: Constructions) -> bool {
        match self {
            Self::Verb { takes, .. } => takes.has(wanted),
            Self::Source | Self::Content => true,
        }
    }
}

/// What goes on without a word.
const PASSING: Words = Words::new("day days game months night season story time trial war week weeks years");

/// Of a hundred places of a verb that mostly reports words so many report; with nothing but a noun behind it one below this share reports
/// none: "raised the matter".
pub(super) const REPORTS: u8 = 75;

/// "put the losses at £4m", which no list has: most of what is put is no number.
const PUT: ReportingVerb = ReportingVerb {
    lemma: "put",
    class: VerbClass::Assertion,
    takes: Constructions::NOUN,
    forms: Forms::PAST,
    share: Some(REPORTS),
};

impl Scan<'_> {
    /// The cues of a paragraph, in order.
    pub fn cues(&self) -> Vec<Cue> {
        let mut out: Vec<Cue> = Vec::new();
        let mut i = 0;
        while i < self.tags.len() {
            let found =
                if self.p.quotation_at(i).is_some() { None } else { self.phrase_cue(i).or_else(|| self.verb_cue(i)) };
            i = match found {
                Some(cue) => {
                    let end = cue.tokens.end;
                    out.push(cue);
                    end
                }
                None => i + 1,
            };
        }
        out
    }

    fn phrase_cue(&self, i: usize) -> Option<Cue> {
        let (act, len) = self.phrases_at(i).find_map(|(class, len)| match class {
            PhraseClass::Source => Some((Act::Source, len)),
            PhraseClass::Content => Some((Act::Content, len)),
            _ => None,
        })?;
        // "14 per cent" has no source; ", per two people who saw it" has.
        let apart = i == 0 || self.p.begins_sentence(i) || matches!(self.tags[i - 1], Tag::Comma | Tag::Quote);
        let people = |k: usize| self.classes(k).has_any(Classes::ANONYMOUS);
        let measure = self.p.is(i, "per")
            && !(apart
                && (matches!(self.tags.get(i + 1), Some(Tag::Name | Tag::Determiner))
                    || people(i + 1)
                    || people(i + 2) && self.p.lower(i + 1) > "a"));
        let name = self.tags[i] == Tag::Name;
        (!measure && !name).then_some(Cue { tokens: i..i + len, act })
    }

    fn verb_cue(&self, i: usize) -> Option<Cue> {
        if !matches!(self.tags[i], Tag::Verb | Tag::Gerund) {
            return None;
        }
        let ahead = self.lower_from(i, 5);
        // "reported on Sunday that", "wrote on X": the particle belongs to the date or the platform.
        let phrase = self.lexicon.reporting_phrase(&ahead).filter(|&(_, n)| {
            let next = self.classes(i + n);
            let platform = next.has_any(Classes::PLATFORM) && self.tags.get(i + n) == Some(&Tag::Name);
            !platform && !next.has_any(Classes::WEEKDAY | Classes::MONTH)
        });
        // "at one point", "as time went on": a noun, and what nobody does.
        let counted = i > 1 && self.p.is(i - 1, "one") && self.tags[i - 2] == Tag::Preposition;
        let passes = phrase.is_some_and(|(verb, _)| verb.lemma == "go on") && i > 0 && self.p.is_one(i - 1, &PASSING);
        // "one post read", "a comment said": the noun.
        let speaks = i > 0
            && self.p.is_one(i + 1, &const { Words::new("said says read reads") })
            && matches!(self.tags[i - 1], Tag::Determiner | Tag::Number | Tag::Adjective | Tag::Noun | Tag::Pronoun);
        if counted || passes || speaks {
            return None;
        }
        let phrase = if self.puts_at(i) { Some((PUT, 1)) } else { phrase };
        let (verb, len) = phrase.or_else(|| Some((self.lexicon.reporting_verb(self.p.lower(i))?, 1)))?;
        // "was told": the subject hears; only a perfect or an active form speaks.
        let auxiliaries = (0..i).rev().take_while(|&k| self.tags[k].helps());
        let (mut passive, mut negated, mut modal, mut first) = (false, false, false, i);
        for k in auxiliaries {
            passive |= first == i && self.is_be(k) && !verb.forms.has(Forms::GERUND);
            negated |= self.tags[k] == Tag::Negation || self.p.lower(k).ends_with("n't");
            modal |= self.p.is_one(k, &const { Words::new("could should must might can may") });
            if self.tags[k] == Tag::Auxiliary {
                first = k;
            }
        }
        // "need to be measured and verified".
        let passive = passive || self.is_second_participle(i);
        if passive || (negated && verb.class == VerbClass::Speech) || (modal && verb.class == VerbClass::Speech) {
            return None;
        }
        if i > 0 && self.tags[i - 1] == Tag::To && !self.is_done(i - 1) {
            return None;
        }
        if verb.forms.has_any(Forms::PARTICIPLE) && self.is_reduced(i) {
            return None;
        }
        // "kept repeating": the verb before it is the finite one.
        let kept = i > 0 && self.p.is_one(i - 1, &const { Words::new("kept keeps began begins started") });
        let gerund =
            self.tags[i] == Tag::Gerund && !(i > 0 && (self.tags[i - 1] == Tag::Auxiliary || kept) || first < i);
        Some(Cue { tokens: i..i + len, act: Act::of(verb, gerund) })
    }

    /// "put the losses at £4m", "estimated the cost at £4m": a number for something counted, and not "put the boat in at 5 p.m.".
    fn puts_at(&self, verb: usize) -> bool {
        if !self.p.is_one(verb, &const { Words::new("estimate estimated estimates put puts putting") }) {
            return false;
        }
        let object = |i: &usize| self.tags[*i].is_nominal() || self.p.is_one(*i, &const { Words::new("of for") });
        let at = (verb + 1..self.tags.len()).find(|i| !object(i)).filter(|&i| i > verb + 1 && self.p.is(i, "at"));
        let number = |at: usize| (at + 1..self.tags.len().min(at + 5)).find(|&i| self.tags[i] == Tag::Number);
        let hour = |i: usize| self.p.is_one(i + 1, &const { Words::new("a.m. p.m. am pm o'clock :") });
        at.and_then(number).is_some_and(|i| !hour(i))
    }

    /// "said in a statement emailed to": a participle behind a complement of another verb has no subject of its own.
    fn is_reduced(&self, i: usize) -> bool {
        let noun = |k: &usize| self.tags[*k].is_nominal();
        let start = (0..i).rev().take_while(noun).last();
        let preposition = start.and_then(|s| s.checked_sub(1)).filter(|&k| self.tags[k] == Tag::Preposition);
        preposition
            .and_then(|k| k.checked_sub(1))
            .is_some_and(|k| self.tags[k] == Tag::Verb && self.lexicon.reporting_verb(self.p.lower(k)).is_some())
    }

    /// Whether a word is a verb of saying, whatever its form.
    pub(in crate::attribution) fn is_utterance_verb(&self, i: usize) -> bool {
        self.lexicon.reporting_verb(self.p.lower(i)).is_some_and(|verb| verb.class.is_utterance())
    }

    /// Whether a verb mostly reports words.
    pub(in crate::attribution) fn reports(&self, i: usize) -> bool {
        let verb = self.lexicon.reporting_verb(self.p.lower(i)).filter(|_| self.tags[i] == Tag::Verb);
        verb.is_some_and(|verb| verb.share.is_some_and(|share| share >= REPORTS) && verb.class.is_utterance())
    }

    /// The second of two participles behind a form of "be".
    pub(super) fn is_second_participle(&self, i: usize) -> bool {
        i > 2
            && self.p.lower(i).ends_with("ed")
            && self.tags[i - 1] == Tag::Coordinator
            && self.p.lower(i - 2).ends_with("ed")
            && (0..i - 2)
                .rev()
                .find(|&k| !matches!(self.tags[k], Tag::Adverb | Tag::Negation))
                .is_some_and(|k| self.is_be(k))
    }

    fn is_be(&self, i: usize) -> bool {
        self.p.is_one(i, &const { Words::new("is are was were be been being 's 're isn't wasn't weren't got gets") })
    }

    /// "was one of many to deny", "continued to insist", "went on to say": the infinitive is a deed, not a wish.
    fn is_done(&self, to: usize) -> bool {
        let before = (to.saturating_sub(4)..to).rev();
        before.clone().any(|k| {
            self.p.is_one(k, &const { Words::new("one first last latest") })
                && self.tags[k] != Tag::Name
                && self.p.lower(k + 1) != "week"
        }) || to > 0
            && self.p.is_one(to - 1, &const { Words::new("on continued continues continue took quick managed came") })
    }

    /// The lower-case forms of up to `count` tokens from `i` on.
    pub(crate) fn lower_from(&self, i: usize, count: usize) -> Vec<&str> {
        (i..(i + count).min(self.tags.len())).map(|k| self.p.lower(k)).collect()
    }
}
