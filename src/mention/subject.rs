//! The subject of a verb: the noun phrase left of it, with what stands between the two.

use std::ops::Range;

use super::category::Category;
use super::phrase::{Phrase, REACH};
use super::tag::Tag;
use super::{Name, Scan};
use crate::lexicon::Classes;
use crate::text::{Case, Words};

impl Scan<'_> {
    /// The subject of the verb at `verb`, looked for between `floor` and it.
    pub fn subject(&self, verb: usize, floor: usize) -> Option<Phrase> {
        let floor = floor.max(verb.saturating_sub(REACH));
        let end = self.skip_auxiliaries(verb, floor);
        if end <= floor {
            return None;
        }
        // "Ada Quill (D-Vell) said".
        if let Some(open) = self.bracket_before(end, floor) {
            let mut phrase = self.nominal_before(open, floor)?;
            phrase.tokens.end = end;
            return Some(phrase);
        }
        if self.tags[end - 1] == Tag::Comma {
            self.subject_before_insertion(end - 1, floor)
        } else {
            let phrase = self.nominal_before(end, floor).map(|phrase| self.with_name_before(phrase, verb))?;
            match self.behind_object(&phrase.tokens) {
                Some(start) => self.nominal_before(end, start),
                None => Some(phrase),
            }
        }
    }

    /// "a claim | his office denied", "a goal | Quill called superb": where the subject begins behind a noun of whose clause it is.
    pub fn behind_object(&self, tokens: &Range<usize>) -> Option<usize> {
        let article = matches!(self.p.lower(tokens.start), "a" | "an" | "something");
        let noun = (tokens.start..tokens.end).find(|&i| self.tags[i] == Tag::Noun || self.p.is(i, "something"))?;
        let says =
            Classes::PERSON_NOUN | Classes::ROLE | Classes::TITLE | Classes::ORGANIZATION_NOUN | Classes::MEDIA_NOUN;
        let figure = matches!(self.p.lower(noun), "account" | "figure" | "story");
        let thing = article && self.p.tokens[noun].case == Case::Lower && (figure || !self.classes(noun).has_any(says));
        let next = noun + 1 + usize::from(matches!(self.p.lower(noun + 1), "that" | "which"));
        let opens =
            matches!(self.tags.get(next), Some(Tag::Determiner | Tag::PossessivePronoun | Tag::Pronoun | Tag::Name));
        let people = self.tags.get(next) == Some(&Tag::Noun)
            && self.classes(next).has(Classes::GROUP)
            && self.p.lower(next).ends_with('s');
        // "…, a claim that engineer Quill denied".
        let parted = next > noun + 1 || tokens.start > 0 && self.tags[tokens.start - 1] == Tag::Comma;
        let role = |n: &Name| {
            n.tokens.end == tokens.end
                && n.category == Category::Person
                && next <= n.prefix
                && (next..n.prefix).all(|i| matches!(self.tags[i], Tag::Noun | Tag::Adjective))
        };
        let people = people || parted && self.names.iter().any(role);
        (thing && (opens || people) && next < tokens.end).then_some(next)
    }

    /// "“It leaks,” Ada Quill, a Vellport engineer said", "Ada Quill, an aide to the mayor said it leaks": without a comma behind the
    /// apposition, the name before it is the subject.
    fn with_name_before(&self, phrase: Phrase, verb: usize) -> Phrase {
        let border =
            |&i: &usize| matches!(self.tags[i], Tag::Comma | Tag::Mark | Tag::Quote | Tag::Verb | Tag::Relative);
        let before = phrase.tokens.start.saturating_sub(REACH)..phrase.tokens.start;
        let Some(comma) = before.rev().find(border).filter(|&i| self.tags[i] == Tag::Comma) else {
            return phrase;
        };
        let Some(name) = self.names.iter().find(|n| n.tokens.end == comma && n.category != Category::Place) else {
            return phrase;
        };
        let quoted = name.prefix.checked_sub(1).is_some_and(|i| self.p.quotation_at(i).is_some());
        // "But Ada Quill, …", "In March, Ada Quill, …": before the subject stands no verb.
        let start = self.p.sentences[self.p.sentence_at(name.prefix)].start;
        let verb_before = |i: usize| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary | Tag::Quote | Tag::Mark);
        let before = (name.prefix > start).then(|| self.tags[name.prefix - 1]);
        let opens = name.category == Category::Person
            && matches!(before, None | Some(Tag::Comma | Tag::Coordinator))
            && !(start..name.prefix).any(verb_before);
        let parts = |&i: &usize| {
            matches!(self.tags[i], Tag::Comma | Tag::Mark | Tag::Quote | Tag::Subordinator | Tag::Verb | Tag::Auxiliary)
        };
        // "Ada Quill, a friend said, has left": the friend says it of her.
        let next = (verb + 1..self.tags.len().min(verb + REACH)).find(parts);
        let goes_on = next.is_none_or(|i| self.tags[i] != Tag::Comma || self.p.quotation_at(i + 1).is_some());
        // "In May, Ada Quill, Vale said": another name is no apposition, nor is a pronoun.
        let named = self.names.iter().any(|n| n.tokens.end == phrase.core.end && n.prefix == comma + 1);
        let named = named || self.tags[comma + 1] == Tag::Pronoun;
        let described = matches!(self.p.lower(comma + 1), "a" | "an") || comma + 1 == phrase.tokens.start && !named;
        if described && !self.tells_who(name) && (quoted || opens && goes_on && name.tokens.len() > 1) {
            return Phrase { tokens: name.prefix..phrase.tokens.end, core: name.tokens.clone() };
        }
        phrase
    }

    /// "In a letter to the governor, Tom Vale, Ada Quill said": whether a name between commas tells who a noun is with which the sentence
    /// does not begin; the subject stands behind it.
    pub(crate) fn tells_who(&self, name: &Name) -> bool {
        let Some(comma) = name.prefix.checked_sub(2).map(|i| i + 1).filter(|&i| self.tags[i] == Tag::Comma) else {
            return false;
        };
        let start = self.p.sentences[self.p.sentence_at(comma)].start;
        let before = (start..comma).rev().find(|&i| !self.tags[i].is_nominal());
        let opens = matches!(self.tags[start], Tag::Preposition | Tag::Gerund | Tag::Verb);
        let lower = self.p.tokens[comma - 1].case == Case::Lower;
        opens && lower && self.is_role_word(comma - 1) && before.is_some_and(|i| self.tags[i] == Tag::Preposition)
    }

    /// Walks left over what may stand between a subject and its verb.
    fn skip_auxiliaries(&self, verb: usize, floor: usize) -> usize {
        let mut i = verb;
        if i > floor && self.p.is_one(i - 1, &const { Words::new("kept keeps began begins started") }) {
            i -= 1;
        }
        if i > floor + 1 && self.p.is(i - 1, "longer") && self.p.is(i - 2, "no") {
            i -= 2;
        }
        while i > floor && self.tags[i - 1].helps() {
            i -= 1;
        }
        i
    }

    /// "Ada Quill, a harbour engineer, " `said`: the subject stands before one or more insertions.
    fn subject_before_insertion(&self, comma: usize, floor: usize) -> Option<Phrase> {
        let mut best = None;
        let mut end = comma;
        loop {
            let end_of_words = self.bracket_before(end, floor).unwrap_or(end);
            let start = self.piece_start(end_of_words, floor);
            let phrase = self.nominal_before(end_of_words, start);
            let relative = self.tags.get(start).is_some_and(|t| *t == Tag::Relative);
            let adverbial = matches!(self.tags.get(start), Some(Tag::Preposition | Tag::Gerund | Tag::Participle))
                || self.tells_seat(start, floor)
                || start > floor && self.is_inserted_participle(start, end_of_words);
            let whole = phrase.as_ref().is_some_and(|p| p.tokens.start == self.skip_openers(start, end));
            // "He left when Ada Quill, his lawyer, said": the clause begins behind its conjunction.
            let clause = phrase
                .as_ref()
                .and_then(|p| p.tokens.start.checked_sub(1))
                .filter(|&i| self.tags[i] == Tag::Subordinator && i > start);
            if !whole && !relative && !adverbial && self.has_finite_verb(start, end) {
                let named = phrase.filter(|p| clause.is_some() && self.tags[p.core.end - 1] == Tag::Name);
                best = named.or(best);
                // "They left in haste, who had come, said": a clause of its own ends the search, but its last phrase is the subject of nothing.
                break;
            }
            if whole && !relative && !adverbial {
                best = phrase;
            }
            if start <= floor || self.tags[start - 1] != Tag::Comma {
                // The first piece may begin with a conjunction: "after some users, …".
                if best.is_none() && !relative {
                    best = self.nominal_before(end, start).filter(|_| !adverbial);
                }
                break;
            }
            end = start - 1;
        }
        let mut found = best?;
        found.tokens.end = comma;
        Some(found)
    }

    /// "Quill Marine, based in Vellport, Norland, said": a participle behind the name's comma tells where it is, and the land behind the
    /// next comma is no subject; nor is there one in "A diver, known only as Ada, said".
    fn tells_seat(&self, start: usize, floor: usize) -> bool {
        let seat = const {
            Words::new("based founded headquartered identified incorporated known listed located registered situated")
        };
        let named = start > floor + 1 && matches!(self.tags[start - 2], Tag::Name | Tag::Noun | Tag::Mark);
        named
            && seat.contains(self.p.lower(start))
            && matches!(self.tags.get(start + 1), Some(Tag::Preposition | Tag::Adverb))
    }

    /// "The club, backed by the town, said", "cheats, tax evasion and theft, said": a piece whose first word only looks like a finite verb, and
    /// is a participle with what belongs to it, or part of a noun.
    fn is_inserted_participle(&self, start: usize, end: usize) -> bool {
        let (classes, next) = (self.classes(start), self.tags.get(start + 1));
        let participle = classes.has(Classes::VERB_PARTICIPLE) || self.p.lower(start).ends_with("ed");
        let tied = matches!(next, Some(Tag::Preposition | Tag::To)) || start + 2 == end && next == Some(&Tag::Adverb);
        let tied = tied || next == Some(&Tag::Name) && self.p.is_one(start, &const { Words::new("named called") });
        let compound = classes.has(Classes::VERB_BASE.with(Classes::NOUN)) && next == Some(&Tag::Noun);
        let compound = compound && (start..end).any(|i| self.tags[i] == Tag::Coordinator);
        let alone = || !(start + 1..end).any(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary));
        self.tags[start] == Tag::Verb
            && self.tags[start - 1] == Tag::Comma
            && (participle && tied || compound)
            && alone()
    }

    /// Where the comma-separated piece begins that ends at `end`. What stands in brackets is a part of it: "who lives 7 km (4 miles)
    /// away".
    fn piece_start(&self, end: usize, floor: usize) -> usize {
        let mut start = end;
        while start > floor {
            start = match self.bracket_before(start, floor) {
                Some(open) => open,
                None if self.is_piece_border(start - 1) => return start,
                None => start - 1,
            };
        }
        floor
    }

    /// Where a comma-separated piece ends on the left.
    fn is_piece_border(&self, i: usize) -> bool {
        matches!(self.tags[i], Tag::Comma | Tag::Quote | Tag::Mark) && !self.is_abbreviation_dot(i)
            || self.p.quotation_at(i).is_some()
    }

    /// The full stop of "R-Ky.," ends no sentence.
    fn is_abbreviation_dot(&self, i: usize) -> bool {
        self.p.is(i, ".") && i + 1 < self.tags.len() && self.p.sentence_at(i + 1) == self.p.sentence_at(i)
    }

    /// Where the bracket opens that closes right before `end`.
    pub(super) fn bracket_before(&self, end: usize, floor: usize) -> Option<usize> {
        let closes = end > floor && self.p.is(end - 1, ")");
        let open = closes.then(|| (floor..end).rev().take(16).find(|&i| self.p.is(i, "("))).flatten()?;
        (open > floor && self.p.quotation_at(open).is_none()).then_some(open)
    }

    fn skip_openers(&self, start: usize, end: usize) -> usize {
        (start..end)
            .find(|&i| !matches!(self.tags[i], Tag::Coordinator | Tag::Adverb | Tag::Subordinator))
            .unwrap_or(end)
    }
}
