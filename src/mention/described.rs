//! Whom a sentence only describes, and the next one takes up: "A neighbour heard the crash. “It was loud,” she said."

use std::ops::Range;

use crate::lexicon::{Classes, Gender, Number, Pronoun};
use crate::text::{TokenKind, Words};

use super::description::LETTERS;
use super::epithet::EPITHETS;
use super::phrase::Phrase;
use super::recent::Recent;
use super::resolve::Discourse;
use super::source::Head;
use super::tag::Tag;

/// A description that opens the sentence before a pronoun.
pub(super) struct Described {
    /// Its paragraph.
    pub paragraph: usize,
    /// Its words.
    pub phrase: Phrase,
    /// How well it fits the pronoun.
    pub fit: i32,
    /// Whether it brings in somebody new: "a neighbour", "critics", and not "the senator".
    pub new: bool,
    /// Whether somebody says something in that sentence.
    pub spoke: bool,
}

impl Discourse<'_> {
    /// The subject of a pronoun's own sentence, or of the article's last own one before it, where it is nobody's name and agrees with the
    /// pronoun, one of the third person.
    pub(super) fn described_before(&self, (paragraph, token): (usize, usize), pronoun: Pronoun) -> Option<Described> {
        let here = &self.readings[paragraph].paragraph;
        // "The mother of two stunned fans when she said so".
        let joined =
            token > 0 && here.is_one(token - 1, &const { Words::new("after and because before but when while") });
        let own = here.sentences.get(here.sentence_at(token)).filter(|_| joined);
        let own = own.and_then(|own| self.described_in((paragraph, own.clone()), token, pronoun));
        own.filter(|own| !own.spoke).or_else(|| {
            let (p, mut sentence) = self.sentence_before(paragraph, token)?;
            // "A man came up. Then he left. “Thank you,” he said."
            let (before, tags) = (&self.readings[p].paragraph, &self.readings[p].tags);
            while let Some(start) = before.sentences.get(sentence).map(|s| s.start) {
                let first = start + usize::from(tags[start] == Tag::Adverb);
                let again = self.lexicon.pronoun(before.lower(first)).is_some_and(|p| p.gender == pronoun.gender);
                match self.sentence_before(p, start).filter(|&(back, _)| again && back == p) {
                    Some((_, back)) => sentence = back,
                    None => break,
                }
            }
            let sentence = before.sentences.get(sentence)?.clone();
            let reads = here.is_one(token + 1, &const { Words::new("read reads") })
                || here.is_one(token + 1, &const { Words::new("said says stated states") }) && here.is(token + 2, ":");
            if let Some(seen) = self.document_in((p, sentence.clone()), pronoun, reads) {
                return Some(seen);
            }
            // "Fans noticed when the mum of two left."
            let clause = |i: &usize| before.is_one(*i, &const { Words::new("after because when while") });
            let clause = sentence.clone().find(clause).map_or(sentence.end, |i| i + 1)..sentence.end;
            let whole = self.described_in((p, sentence), usize::MAX, pronoun);
            let one = pronoun.number != Number::Plural && pronoun.gender != Gender::Neuter;
            whole.or_else(|| self.described_in((p, clause), usize::MAX, pronoun).filter(|_| one))
        })
    }

    /// "The Courier has seen a memo. It says …", "Quill left a note. It read: …": the document that somebody has, or that is read.
    fn document_in(&self, (p, sentence): (usize, Range<usize>), pronoun: Pronoun, reads: bool) -> Option<Described> {
        let scan = self.readings[p].scan(self.lexicon);
        let seen = |i: &usize| scan.p.is_one(*i, &const { Words::new("obtained reviewed seen viewed") });
        let article = |i: &usize| scan.p.is_one(*i, &const { Words::new("a an") });
        let document = |i: usize| {
            let phrase = scan.phrase_after(i, sentence.end)?;
            scan.classes(phrase.core.end - 1).has_any(Classes::DOCUMENT_NOUN).then_some((i, phrase))
        };
        let held = sentence.clone().find(seen).and_then(|i| document(i + 1));
        let read = || sentence.clone().filter(|i| reads && article(i)).find_map(document);
        let (start, phrase) = held.or_else(read)?;
        let new = article(&start);
        let fits = new && pronoun.gender == Gender::Neuter && pronoun.number != Number::Plural;
        fits.then_some(Described { paragraph: p, phrase, fit: 20, new, spoke: false })
    }

    /// The subject of a sentence or clause, where it stands before a token.
    fn described_in(&self, (p, sentence): (usize, Range<usize>), token: usize, pronoun: Pronoun) -> Option<Described> {
        let scan = self.readings[p].scan(self.lexicon);
        // Who has spoken there is weighed as a speaker.
        let mut spoke = self.spoke.iter().rev().take_while(|(paragraph, ..)| *paragraph >= p);
        let spoke = spoke.any(|(paragraph, token, _)| *paragraph == p && sentence.contains(token));
        let opens = |&i: &usize| !matches!(scan.tags[i], Tag::Coordinator | Tag::Adverb);
        // "There was a man at the gate".
        let there = scan.p.is(sentence.start, "there")
            && matches!(scan.tags.get(sentence.start + 1), Some(Tag::Verb | Tag::Auxiliary));
        let start = (sentence.start + if there { 2 } else { 0 }..sentence.end).find(opens)?;
        let mut phrase = scan.phrase_after(start, sentence.end)?;
        // "current and former officials".
        let last = phrase.core.end - 1;
        if scan.tags[last] == Tag::Adjective && scan.tags.get(last + 1) == Some(&Tag::Coordinator) {
            phrase.core.end =
                (last + 2..phrase.tokens.end).find(|&i| !scan.tags[i].is_nominal()).unwrap_or(phrase.tokens.end);
        }
        if phrase.tokens.end >= token {
            return None;
        }
        let verb = phrase.tokens.clone().find(|&i| i >= phrase.core.end && scan.tags[i] == Tag::Verb);
        phrase.tokens.end = verb.unwrap_or(phrase.tokens.end);
        // "The striker himself was glad".
        let himself = usize::from(scan.p.is_one(phrase.tokens.end, &const { Words::new("herself himself") }));
        // "A petition, started by divers, has many names".
        let aside = || (phrase.tokens.end + 1..sentence.end).find(|&i| scan.tags[i] == Tag::Comma).map(|i| i + 1);
        let apart = if scan.tags.get(phrase.tokens.end) == Some(&Tag::Comma) { aside() } else { None };
        let next = scan.tags.get(apart.unwrap_or(phrase.tokens.end + himself));
        let follows = there || matches!(next, Some(Tag::Verb | Tag::Auxiliary | Tag::Adverb));
        let described = matches!(scan.source(phrase.clone()).head, Head::Description(_));
        // "Strand shrugged": a surname that is an everyday word.
        if follows && described && self.surname(p, &phrase.core, &Recent::new(self, (p, start))).is_some() {
            let fit =
                if pronoun.gender == Gender::Neuter || pronoun.number == Number::Plural { return None } else { 5 };
            return Some(Described { paragraph: p, phrase, fit, new: true, spoke });
        }
        let fit = self.described_agreement(scan.p.lower(phrase.core.end - 1), pronoun)?;
        let new = match scan.tags[phrase.core.start] {
            Tag::Determiner => !scan.p.is_one(start, &const { Words::new("the this that these those both") }),
            tag => tag != Tag::PossessivePronoun,
        };
        let new = new || scan.classes(phrase.core.end - 1).has_any(Classes::DOCUMENT_NOUN);
        (follows && described).then_some(Described { paragraph: p, phrase, fit, new, spoke })
    }

    /// The last sentence before a place that is the article’s own: in its paragraph, or at the end of the one before.
    pub(super) fn sentence_before(&self, paragraph: usize, token: usize) -> Option<(usize, usize)> {
        let own = |p: usize, s: usize| {
            let here = &self.readings[p].paragraph;
            let start = here.sentences[s].start;
            here.tokens.get(start).is_some_and(|t| t.kind != TokenKind::Quote) && here.quotation_at(start).is_none()
        };
        let here = &self.readings[paragraph].paragraph;
        let inside = (0..here.sentence_at(token)).rev().find(|&s| own(paragraph, s));
        let before = || {
            let p = paragraph.checked_sub(1)?;
            let last = self.readings[p].paragraph.sentences.len().checked_sub(1)?;
            own(p, last).then_some((p, last))
        };
        inside.map(|s| (paragraph, s)).or_else(before)
    }

    fn described_agreement(&self, noun: &str, pronoun: Pronoun) -> Option<i32> {
        // "The mum-of-two", "The 31-year-old".
        let noun = noun.split("-of-").next().unwrap_or(noun);
        let head = self.lexicon.singular(noun).unwrap_or(noun);
        let classes = self.lexicon.word(head);
        let plural = noun != head || noun.ends_with('s') || self.lexicon.word(noun).has_any(Classes::PLURAL);
        let people = Classes::PERSON_NOUN | Classes::GROUP | Classes::MASCULINE | Classes::FEMININE;
        let speaks = Classes::ORGANIZATION_NOUN | Classes::DOCUMENT_NOUN;
        let person = classes.has_any(people) || noun.ends_with("-year-old") || EPITHETS.contains(head);
        if pronoun.number == Number::Plural {
            let papers =
                LETTERS.contains(head) || matches!(head, "account" | "document" | "file" | "record" | "report");
            return (plural && (person || papers)).then_some(6);
        }
        if plural {
            return None;
        }
        if pronoun.gender == Gender::Neuter {
            return (!person && classes.has_any(speaks)).then_some(3);
        }
        let told = Gender::of_classes(classes);
        (person && told.agrees(pronoun.gender)).then_some(if told == pronoun.gender { 5 } else { 2 })
    }
}
