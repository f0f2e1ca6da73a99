//! Noun phrases to the left; `after` has those to the right, `subject` finds the one that a verb has.
//!
//! No parser: a phrase is what stands between the cue and the nearest border of a clause, with appositions between
//! commas, relative clauses and trailing complements taken in.

use std::ops::Range;

use super::DATE;
use crate::lexicon::Classes;
use crate::text::{Case, TokenKind, Words};

use super::Scan;
use super::category::Category;
use super::tag::Tag;

/// A phrase that could be a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// All of it, appositions and relative clauses included.
    pub tokens: Range<usize>,
    /// Its base: determiner to head noun, without complements.
    pub core: Range<usize>,
}

/// How far a phrase may reach from its cue. Longer subjects exist, but beyond this a wrong one is likelier.
pub(super) const REACH: usize = 48;

/// What "last" and "this" make a time of.
const TIMES: Words = Words::new("afternoon autumn evening fall month morning night spring summer week winter year");

impl Scan<'_> {
    /// Whether a verb of the clause itself stands between two tokens, and none of a relative clause in it.
    pub(super) fn has_finite_verb(&self, start: usize, end: usize) -> bool {
        let mut relative = false;
        for i in start..end {
            match self.tags[i] {
                Tag::Relative => relative = true,
                Tag::Verb | Tag::Auxiliary if relative => relative = false,
                Tag::Verb | Tag::Auxiliary => return true,
                _ => {}
            }
        }
        false
    }

    /// The noun phrase that ends right before `end`.
    pub(super) fn nominal_before(&self, end: usize, floor: usize) -> Option<Phrase> {
        let end = self.time_before(end, floor);
        let mut start = end;
        let mut coordinated = false;
        while start > floor {
            let i = start - 1;
            if self.p.quotation_at(i).is_some() && self.p.quotation_at(end - 1) != self.p.quotation_at(i) {
                break;
            }
            start = match self.tags[i] {
                // "Sources close to him say", "People who know her say": what is no subject's form ends a phrase.
                Tag::Pronoun | Tag::PossessivePronoun if start == end && self.is_object(i, floor) => i,
                Tag::Determiner if i + 1 < end && self.is_bare_determiner(i) => return self.phrase(i..end),
                tag if tag.is_nominal() || tag == Tag::Gerund => i,
                Tag::Adverb if i + 1 < end && start < end => i,
                Tag::Preposition if start < end && !self.classes(i).has_any(Classes::SUBORDINATOR) => i,
                Tag::Pronoun if start == end => {
                    start = i;
                    break;
                }
                Tag::Pronoun if self.is_indefinite(i) => i,
                Tag::Coordinator if start < end && self.p.lower(i) != "but" && !self.clause_before(i, floor) => {
                    coordinated = true;
                    i
                }
                Tag::Comma if coordinated && self.is_list_item(i, floor) => i,
                Tag::Verb | Tag::Auxiliary | Tag::To | Tag::Negation => match self.relative_before(i, floor, end) {
                    Some(head_end) => head_end,
                    None => break,
                },
                _ => break,
            };
        }
        self.phrase(start..end)
    }

    /// "The “History” page of the site": whether the quotation that ends here is a part of the noun phrase behind it.
    pub(crate) fn is_attribute(&self, end: usize) -> bool {
        let Some(q) = self.p.quotation_at(end) else { return false };
        let quotation = &self.p.quotations[q];
        let Some(determiner) = self.p.token_at(quotation.outer.start).checked_sub(1) else { return false };
        let opens = matches!(self.tags[determiner], Tag::Determiner | Tag::PossessivePronoun | Tag::Possessive);
        let noun = self.tags.get(end + 1) == Some(&Tag::Noun) && self.p.tokens[end + 1].case == Case::Lower;
        let plain = quotation.tokens.1.checked_sub(1).is_some_and(|i| self.p.tokens[i].kind == TokenKind::Word);
        opens && noun && plain
    }

    /// "the police, who deny it": what a relative pronoun at `relative` stands for, where that is right before it.
    pub(crate) fn antecedent(&self, relative: usize, floor: usize) -> Option<Phrase> {
        let parted = relative > floor
            && (self.tags[relative - 1] == Tag::Comma
                || self.p.is_one(relative - 1, &const { Words::new("— – -- -") }));
        let end = relative - usize::from(parted);
        // "Quill Marine (QUIL.N), which": the ticker belongs to the name.
        let end = self.bracket_before(end, floor).unwrap_or(end);
        if let Some(name) = self.names.iter().find(|n| n.tokens.end == end && n.category != Category::Place) {
            return Some(Phrase { tokens: name.prefix..end, core: name.tokens.clone() });
        }
        let mut start = end;
        while start > floor && self.p.quotation_at(start - 1).is_none() {
            start = match self.tags[start - 1] {
                tag if tag.is_nominal() => start - 1,
                Tag::Preposition if start < end && matches!(self.p.lower(start - 1), "of" | "for") => start - 1,
                _ => break,
            };
            if self.tags[start] == Tag::Determiner && !(start > floor && self.tags[start - 1] == Tag::Preposition) {
                break;
            }
        }
        // "her testimony in the trial of a man, who": papers are no "who".
        let thing = Classes::DOCUMENT_NOUN.with(Classes::REPORTING_NOUN).with(Classes::MEDIA_NOUN);
        let somebody =
            |phrase: &Phrase| self.p.lower(relative) != "who" || !self.classes(phrase.core.end - 1).has_any(thing);
        self.phrase(start..end).filter(|phrase| phrase.tokens.end == end && somebody(phrase))
    }

    /// "some", "many" at the left border need nothing before them.
    fn is_bare_determiner(&self, i: usize) -> bool {
        // A determiner begins its phrase unless a preposition or a coordination ties the phrase to one before it.
        i > 0
            && !matches!(
                self.tags[i - 1],
                Tag::Preposition
                    | Tag::Coordinator
                    | Tag::Comma
                    | Tag::Gerund
                    | Tag::Determiner
                    | Tag::Verb
                    | Tag::Participle
                    | Tag::Relative
                    | Tag::Auxiliary
            )
            && !self.tags[i - 1].is_nominal()
            && self.tags[i - 1] != Tag::Adverb
    }

    /// Whether a pronoun is governed by what stands before it: "close to him", "friends of hers", "who know her".
    fn is_object(&self, i: usize, floor: usize) -> bool {
        let form = self.p.is_one(i, &const { Words::new("her hers him his me mine theirs them us") });
        // "Some of them" are whoever they are.
        let part = i > floor && self.p.is(i - 1, "of") && self.p.is(i, "them");
        form && i > floor && !part && matches!(self.tags[i - 1], Tag::Preposition | Tag::Verb | Tag::To)
    }

    pub(super) fn is_indefinite(&self, i: usize) -> bool {
        let classes = self.classes(i);
        classes.has_any(Classes::QUANTIFIER)
            || classes.has_any(Classes::GROUP)
            || self.p.is_one(i, &const { Words::new("others those another everyone one none") })
    }

    /// Whether a clause with its own verb stands left of a conjunction, so that it joins clauses and not nouns.
    fn clause_before(&self, conjunction: usize, floor: usize) -> bool {
        let start = (floor..conjunction)
            .rev()
            .find(|&i| matches!(self.tags[i], Tag::Comma | Tag::Mark | Tag::Quote | Tag::Subordinator))
            .map_or(floor, |i| i + 1);
        start == conjunction || self.has_finite_verb(start, conjunction)
    }

    /// Whether only nouns stand between the comma at `i` and the border before it.
    fn is_list_item(&self, i: usize, floor: usize) -> bool {
        let start = (floor..i)
            .rev()
            .find(|&k| matches!(self.tags[k], Tag::Comma | Tag::Mark | Tag::Quote | Tag::Subordinator))
            .map_or(floor, |k| k + 1);
        start < i && (start..i).all(|k| self.tags[k].is_nominal())
    }

    /// For a verb at `i` left of a cue: where the relative clause around it begins, if it stands in one whose head is a noun.
    fn relative_before(&self, i: usize, floor: usize, end: usize) -> Option<usize> {
        if i + 1 >= end && self.tags[i] != Tag::Verb {
            return None;
        }
        // A reduced relative clause: "a group based in Port Vell", "a library developed by …".
        let reduced = self.tags[i] == Tag::Verb
            && self.p.lower(i).ends_with("ed")
            && (self.tags.get(i + 1) == Some(&Tag::Preposition) || (i..end).any(|k| self.p.is(k, "times")))
            && i > floor
            && self.tags[i - 1].is_nominal();
        // "a report seen by the Courier", "a paper published last year by the Institute".
        let agent = i + 1 + 2 * usize::from(self.p.is_one(i + 2, &TIMES));
        let seen = self.tags[i] == Tag::Verb && self.p.is(agent, "by") && i > floor && self.tags[i - 1] == Tag::Noun;
        if (reduced || seen) && !self.has_relative(i, floor) {
            return Some(i);
        }
        let mut k = i;
        while k >= floor {
            match self.tags[k] {
                Tag::Relative if k > floor && (self.tags[k - 1].is_nominal() || self.tags[k - 1] == Tag::Pronoun) => {
                    return Some(k);
                }
                Tag::Relative | Tag::Comma | Tag::Mark | Tag::Quote => return None,
                _ if k == 0 => return None,
                _ => k -= 1,
            }
        }
        None
    }

    fn has_relative(&self, i: usize, floor: usize) -> bool {
        (floor..i)
            .rev()
            .take_while(|&k| !matches!(self.tags[k], Tag::Comma | Tag::Mark | Tag::Quote))
            .any(|k| self.tags[k] == Tag::Relative)
    }

    /// Trims a raw range into a phrase: drops what stands in front of the noun phrase, finds its base.
    fn phrase(&self, raw: Range<usize>) -> Option<Phrase> {
        let mut start = raw.start;
        loop {
            while start < raw.end
                && matches!(
                    self.tags[start],
                    Tag::Coordinator
                        | Tag::Adverb
                        | Tag::Subordinator
                        | Tag::To
                        | Tag::Comma
                        | Tag::Possessive
                        | Tag::Auxiliary
                )
            {
                start += 1;
            }
            if start < raw.end && matches!(self.tags[start], Tag::Preposition) {
                start = self.skip_complement(start, raw.end)?;
                continue;
            }
            // "On May 7, 2015 the board said": a year, and then the phrase.
            if start + 2 < raw.end && self.tags[start] == Tag::Number && self.tags[start + 1] == Tag::Determiner {
                start += 1;
                continue;
            }
            break;
        }
        // "Monday the company", "last week officials".
        while start < raw.end
            && self.classes(start).has_any(DATE)
            && !self.names.iter().any(|n| n.tokens.contains(&start))
        {
            start += 1;
            while start < raw.end && self.tags[start] == Tag::Number {
                start += 1;
            }
        }
        // "Last night a diver": the adverb is left out already.
        let noun = start + usize::from(self.p.is(start, "this"));
        let next = self.tags.get(noun + 1);
        let led = matches!(next, Some(Tag::Determiner | Tag::PossessivePronoun)) && noun + 1 < raw.end;
        if self.p.is_one(noun, &TIMES) && led {
            start = noun + 1;
        }
        if start >= raw.end || !(self.tags[start].is_nominal() || self.tags[start] == Tag::Pronoun) {
            return None;
        }
        let tokens = start..raw.end;
        let core = start..self.core_end(&tokens);
        let headed = core.clone().any(|i| {
            matches!(
                self.tags[i],
                Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Adjective | Tag::Number | Tag::Determiner | Tag::Participle
            )
        });
        headed.then_some(Phrase { tokens, core })
    }

    /// "Ada Quill | last night", "the board | earlier this year": a subject ends where it is told when.
    fn time_before(&self, end: usize, floor: usize) -> usize {
        let when = end >= floor + 3
            && self.p.is_one(end - 1, &TIMES)
            && self.p.is_one(end - 2, &const { Words::new("last this") });
        let adverb = when && self.p.is_one(end - 3, &const { Words::new("earlier late later") });
        let behind = end - 2 * usize::from(when) - usize::from(adverb);
        if behind > floor && self.tags[behind - 1].is_nominal() { behind } else { end }
    }

    /// The end of the first base noun phrase in a range.
    pub(crate) fn core_end(&self, tokens: &Range<usize>) -> usize {
        if self.tags[tokens.start] == Tag::Pronoun && !self.is_indefinite(tokens.start) {
            return tokens.start + 1;
        }
        let mut end = tokens.start;
        while end < tokens.end {
            let inside_name = self.names.iter().any(|n| n.tokens.start < end && n.tokens.contains(&end));
            // "9/11 widow Ada Quill".
            let slash = self.p.is(end, "/")
                && end > tokens.start
                && self.tags[end - 1] == Tag::Number
                && self.tags.get(end + 1) == Some(&Tag::Number);
            let joins = inside_name
                || slash
                || self.tags[end].is_nominal()
                || (self.tags[end] == Tag::Pronoun && self.is_indefinite(end))
                || (self.tags[end] == Tag::Adverb && end + 1 < tokens.end && self.tags[end + 1].is_nominal());
            // "these allegations | this weekend": a determiner behind a noun begins the next phrase.
            let next_phrase = end > tokens.start
                && matches!(self.tags[end], Tag::Determiner | Tag::PossessivePronoun)
                && matches!(self.tags[end - 1], Tag::Noun | Tag::Name);
            // "Sources | close to him".
            let close = end > tokens.start && self.p.is(end, "close") && self.p.is(end + 1, "to");
            if !joins || next_phrase || close {
                break;
            }
            end += 1;
        }
        end.max(tokens.start + 1).min(tokens.end)
    }

    /// "In a statement " `Mayer`: where the noun phrase behind a leading complement begins; none where nothing follows it.
    fn skip_complement(&self, preposition: usize, end: usize) -> Option<usize> {
        let mut i = preposition + 1;
        while i < end && self.tags[i] == Tag::Preposition {
            i += 1;
        }
        let mut seen = false;
        while i < end {
            let date = self.classes(i).has_any(DATE);
            if let Some(name) =
                self.names.iter().find(|n| n.tokens.start == i || (n.prefix == i && n.prefix < n.tokens.start))
            {
                if seen {
                    return Some(i);
                }
                i = name.tokens.end;
                if self.tags.get(i) == Some(&Tag::Possessive) {
                    i += 1;
                    continue;
                }
                seen = true;
                continue;
            }
            match self.tags[i] {
                Tag::Determiner | Tag::PossessivePronoun | Tag::Pronoun if seen => return Some(i),
                Tag::Preposition | Tag::Comma | Tag::Coordinator => {
                    seen = false;
                    if self.tags[i] == Tag::Comma {
                        return (i + 1 < end).then_some(i + 1);
                    }
                }
                Tag::Noun | Tag::Number => seen = true,
                tag if tag.is_nominal() || date || tag == Tag::Gerund || tag == Tag::Adverb => {}
                _ => return Some(i).filter(|&i| i < end),
            }
            seen |= date;
            i += 1;
        }
        None
    }
}
