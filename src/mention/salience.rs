//! How present a name is for a reader: near beats far, the subject of a sentence beats its object.

use std::ops::Range;

use crate::lexicon::Classes;
use crate::text::Words;

use super::pronoun::ASKS;
use super::resolve::Discourse;
use super::tag::Tag;

/// How far into its sentence a subject can begin, in tokens.
const SUBJECT_REACH: usize = 100;

/// What a sentence between the name and the pronoun costs.
pub(super) const SENTENCE: i32 = 5;

/// What the subject of a sentence is worth over its other names.
pub(super) const SUBJECT: i32 = 15;

impl Discourse<'_> {
    /// How present a name is for a reader who has come to `here`.
    pub(super) fn salience(
        &self,
        place: (usize, usize),
        tokens: &Range<usize>,
        here: (usize, usize),
        subject: bool,
    ) -> i32 {
        let possessive = self.readings[place.0].paragraph.is(tokens.end, "'s");
        let near = match (place.0 == here.0, subject) {
            (true, true) => 14,
            (true, false) => 3,
            (false, _) => 0,
        };
        (if subject { SUBJECT } else { 0 }) + near
            - (if possessive { 4 } else { 0 })
            - SENTENCE * self.distance(place, here).min(9)
    }

    /// Whether a name is the subject of its sentence: it stands before the first verb and has nothing; or it speaks, behind
    /// what it says ("…, Ada Quill, a diver, said").
    pub(super) fn is_subject(&self, p: usize, tokens: &Range<usize>) -> bool {
        let reading = self.readings[p];
        let sentence = reading.paragraph.sentence_at(tokens.start);
        let start = reading.paragraph.sentences.get(sentence).map_or(0, |s| s.start);
        // "As the meeting ended, Ada Quill was asked", "Asked about it, Ada Quill laughed": a clause before it has a verb of its own.
        let prefix = reading.names.iter().find(|n| n.tokens == *tokens).map_or(tokens.start, |n| n.prefix);
        let opens =
            reading.known.classes(start).has_any(Classes::SUBORDINATOR) || reading.paragraph.is_one(start, &ASKS);
        let clause = opens && reading.tags[prefix.max(1) - 1] == Tag::Comma;
        let leads = tokens.start - start < SUBJECT_REACH
            && !(if clause { prefix } else { start }..tokens.start)
                .any(|i| matches!(reading.tags[i], Tag::Verb | Tag::Auxiliary))
            && reading.paragraph.lower(tokens.end) != "'s";
        // "I met Ada Quill for lunch": whom the writer tells of.
        let met = reading.paragraph.is_one(start, &const { Words::new("i we") }) && tokens.start < start + 5;
        // "It is the first time Ada Quill has spoken".
        let it = reading.paragraph.is(start, "it")
            && matches!(reading.paragraph.lower(start + 1), "is" | "was" | "comes" | "came");
        let after = matches!(reading.tags[prefix.max(1) - 1], Tag::Subordinator)
            || reading.paragraph.is(prefix.max(1) - 1, "time");
        let told = it && after && matches!(reading.tags.get(tokens.end), Some(Tag::Verb | Tag::Auxiliary));
        leads || met || told || self.is_speaking(p, tokens)
    }

    fn is_speaking(&self, p: usize, tokens: &Range<usize>) -> bool {
        let reading = self.readings[p];
        let prefix = reading.names.iter().find(|n| n.tokens == *tokens).map_or(tokens.start, |n| n.prefix);
        let behind = prefix > 0 && matches!(reading.tags[prefix - 1], Tag::Comma | Tag::Quote);
        let verb = if reading.tags.get(tokens.end) == Some(&Tag::Comma) {
            (tokens.end + 1..reading.tags.len().min(tokens.end + 14))
                .find(|&i| reading.tags[i] == Tag::Comma)
                .map_or(tokens.end, |i| i + 1)
        } else {
            tokens.end
        };
        behind
            && reading.tags.get(verb) == Some(&Tag::Verb)
            && self.lexicon.reporting_verb(reading.paragraph.lower(verb)).is_some()
    }

    /// How many sentences of the article's own lie between two places.
    pub(super) fn distance(&self, from: (usize, usize), to: (usize, usize)) -> i32 {
        let own = |p: usize, range: Range<usize>| -> i32 {
            let paragraph = &self.readings[p].paragraph;
            let inside =
                |i: usize| i > 0 && paragraph.quotation_at(i).is_some_and(|q| paragraph.quotation_at(i - 1) == Some(q));
            paragraph.sentences.iter().filter(|s| range.contains(&s.start) && !inside(s.start)).count() as i32
        };
        if from.0 == to.0 {
            return own(to.0, from.1 + 1..to.1 + 1);
        }
        // A long paragraph between is not further than a short one: readers count turns, not full stops.
        let between: i32 = (from.0 + 1..to.0).map(|p| own(p, 0..usize::MAX).min(3)).sum();
        own(from.0, from.1 + 1..usize::MAX) + between + own(to.0, 0..to.1 + 1).min(3)
    }
}
