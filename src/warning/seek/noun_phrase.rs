//! Phrases for people without a name.

use std::ops::Range;

use crate::lexicon::{Classes, Forms, PhraseClass};
use crate::mention::{Scan, Tag};
use crate::text::Words;
use crate::warning::group::Kept;
use crate::warning::words::PRONOUNS;

use super::Part;

/// A phrase for people.
#[derive(Debug, Clone)]
pub(in crate::warning) struct People {
    /// From its determiner to its head; with "of" and what follows where it is a part of a group.
    pub(super) core: Range<usize>,
    /// Where what describes it ends: "who live near the dock", "on both sides".
    pub(super) end: usize,
    /// What a part of a group is.
    pub(super) part: Part,
}

/// Amounts that leave it open only with what they are of, or with a verb of saying: "hundreds protest" tells how many did.
const AMOUNTS: Words = Words::new("plenty dozens hundreds thousands");

/// Numbers that make a part of a group particular people.
const COUNTED: Words = Words::new("one two three four five six seven eight nine ten another both");

/// Heads that need what describes them: "those who live on the quay", "someone close to the talks".
const BARE: &[&str] = &["those", "someone", "somebody"];

impl People {
    /// The phrase that begins with token `i`.
    pub(super) fn at(scan: &Scan<'_>, i: usize) -> Option<Self> {
        let opener = |k: usize| scan.p.is_one(k, &const { Words::new("what which that whose") });
        if i > 0 && scan.tags[i - 1].is_nominal() && scan.tags[i - 1] != Tag::Participle && !opener(i - 1) || opener(i)
        {
            return None;
        }
        // "four in 10 voters" are counted.
        let share = i > 1 && scan.p.is(i - 1, "in") && scan.p.lower(i).bytes().all(|b| b.is_ascii_digit());
        if share || i > 1 && scan.p.is(i - 1, "in") && scan.p.lower(i - 2).parse::<u32>().is_ok() {
            return None;
        }
        let mut people = Self::part_of(scan, i).or_else(|| Self::pronoun(scan, i)).or_else(|| Self::plain(scan, i))?;
        // "union members and leaders".
        if scan.tags.get(people.core.end) == Some(&Tag::Coordinator)
            && people.part.is_none()
            && let Some(other) = Self::plain(scan, people.core.end + 1)
        {
            people.end = other.end;
        }
        people.end = described(scan, people.end);
        Some(people)
    }

    /// Whether only a clause describes them: "those who live on the quay".
    pub(super) fn is_those(&self) -> bool {
        self.part == Some(Kept::Vague) && self.core.len() == 1
    }

    /// "several of them", "one of the workers".
    fn part_of(scan: &Scan<'_>, i: usize) -> Option<Self> {
        let first = scan.p.lower(i);
        let part = if is_open(first) {
            Kept::Vague
        } else if COUNTED.contains(first) {
            Kept::Back { bare: false }
        } else {
            return None;
        };
        if scan.p.lower(i + 1) != "of" {
            return None;
        }
        let whole = i + 2;
        let counted = usize::from(scan.p.is_one(whole, &COUNTED));
        let end =
            if matches!(scan.p.lower(whole), "them" | "these" | "those") && !scan.tags.get(whole + 1)?.is_nominal() {
                whole + 1
            } else {
                let people = Self::plain(scan, whole + counted).or_else(|| Self::plain(scan, whole))?;
                // "one of Quill Marine’s engineers": a body that is named stands behind them.
                if (whole..people.core.end).any(|k| scan.tags[k] == Tag::Name) {
                    return None;
                }
                people.core.end
            };
        Some(Self { core: i..end, end, part: Some(part) })
    }

    /// "many", "others", "those".
    fn pronoun(scan: &Scan<'_>, i: usize) -> Option<Self> {
        let word = scan.p.lower(i);
        let next = scan.tags.get(i + 1)?;
        let speaks = scan.lexicon.reporting_verb(scan.p.lower(i + 1)).is_some_and(|v| !v.is_noun_like(scan, i + 1));
        let alone = !next.is_nominal() || speaks;
        // "those who live on the quay", "someone close to the talks": what describes them follows.
        let follows = matches!(next, Tag::Relative | Tag::Adjective | Tag::Preposition | Tag::Gerund | Tag::Participle);
        if BARE.contains(&word) {
            let part = if word == "those" { Kept::Vague } else { Kept::Back { bare: false } };
            return follows.then(|| Self { core: i..i + 1, end: i + 1, part: Some(part) });
        }
        // "“It is a mess,” said one."
        let said = |k: usize| {
            scan.lexicon
                .reporting_verb(scan.p.lower(k))
                .is_some_and(|v| v.class.is_utterance() && v.lemma != "read" && v.forms.has(Forms::PAST))
                || scan.p.is(k, "says")
        };
        let told = i > 1 && scan.p.quotation_at(i - 2).is_some() && said(i - 1);
        if word == "one" && told && matches!(next, Tag::Mark | Tag::Comma) {
            return Some(Self { core: i..i + 1, end: i + 1, part: Some(Kept::Back { bare: false }) });
        }
        // "most recently": no pronoun.
        if word == "most" && *next == Tag::Adverb {
            return None;
        }
        let known = is_open(word) || word == "another";
        (known && alone && scan.p.lower(i + 1) != "of").then(|| Self { core: i..i + 1, end: i + 1, part: None })
    }

    /// "other experts", "a source", "company executives".
    fn plain(scan: &Scan<'_>, i: usize) -> Option<Self> {
        let person = |k: usize| {
            let class = scan.classes(k);
            class.has_any(Classes::GROUP | Classes::ROLE | Classes::ANONYMOUS)
                || class.has_any(Classes::RELATION) && scan.tags[k] == Tag::Noun
        };
        let first = scan.p.lower(i);
        // A capital at the beginning of a sentence, and a number, may carry any tag.
        let counts = || COUNTED.contains(first) || is_open(first);
        let opens = |k: usize| k == i && (counts() || Self::opens_sentence(scan, k) && person(k));
        let mut end = i;
        // "an inside source", "one police officer": behind "one" a noun may look like a verb.
        let within = |k: usize| {
            let word = scan.p.lower(k);
            let base =
                scan.tags[k] == Tag::Verb && !word.ends_with("ed") && scan.lexicon.irregular_base(word).is_none();
            k == i + 1
                && matches!(first, "a" | "an" | "one" | "another")
                && (matches!(word, "inside" | "outside") || base && (person(k) || person(k + 1)))
        };
        let part = |k: usize| scan.tags.get(k).is_some_and(|t| t.is_nominal() || opens(k) || within(k));
        while part(end) && scan.p.quotation_at(end).is_none() {
            // The next phrase begins: "residents the council".
            let opens = matches!(scan.tags[end], Tag::Determiner | Tag::PossessivePronoun);
            if end > i && opens && scan.p.lower(end) != "other" {
                break;
            }
            // "associates say": the verb may look like a noun.
            let speaks = scan.lexicon.reporting_verb(scan.p.lower(end)).is_some_and(|v| !v.is_noun_like(scan, end));
            if end > i && speaks && person(end - 1) {
                break;
            }
            // "groups representing small towns": what describes them begins.
            let describes = end > i && person(end - 1) && scan.p.lower(end).ends_with("ing");
            let knows = end > i && person(end - 1) && knowledge(scan, end).is_some();
            if describes || knows || scan.tags[end] == Tag::Possessive {
                break;
            }
            end += 1;
        }
        // Behind the head may stand an adjective or participle that describes it: "people familiar with".
        while end > i && !person(end - 1) && matches!(scan.tags[end - 1], Tag::Adjective | Tag::Participle) {
            end -= 1;
        }
        // "other Black residents": origin and colour name nobody.
        let origin = |k: usize| {
            scan.classes(k).has_any(Classes::DEMONYM)
                || scan.p.is_one(k, &const { Words::new("black white latino hispanic indigenous native") })
        };
        let capital = |k: usize| scan.tags[k] == Tag::Name && !Self::opens_sentence(scan, k) && !origin(k);
        let pronoun = || {
            let last = scan.p.lower(end.saturating_sub(1));
            is_open(last) || COUNTED.contains(last)
        };
        (end > i && person(end - 1) && !pronoun() && !(i..end).any(capital)).then_some(Self {
            core: i..end,
            end,
            part: None,
        })
    }

    fn opens_sentence(scan: &Scan<'_>, k: usize) -> bool {
        scan.p.begins_sentence(k)
    }
}

/// Whether a word leaves open who is meant.
fn is_open(word: &str) -> bool {
    PRONOUNS.contains(word) || AMOUNTS.contains(word)
}

/// Where "familiar with her thinking", "close to him", "briefed on the talks" ends that begins with token `i`.
fn knowledge(scan: &Scan<'_>, i: usize) -> Option<usize> {
    let len = scan.longest(i, PhraseClass::AnonymityKnowledge)?;
    let mut end = i + len;
    let speaks = |k: usize| {
        scan.lexicon.reporting_verb(scan.p.lower(k)).is_some_and(|v| !v.is_noun_like(scan, k))
            && scan.tags[k] != Tag::Name
    };
    let goes_on =
        |k: usize| scan.tags.get(k).is_some_and(|t| t.is_nominal() || *t == Tag::Pronoun || *t == Tag::Gerund);
    while goes_on(end) && !speaks(end) {
        end += 1;
    }
    Some(end)
}

/// Where the prepositional phrases behind a phrase end: "of the harbour", "on both sides".
fn described(scan: &Scan<'_>, mut end: usize) -> usize {
    if let Some(known) = knowledge(scan, end) {
        return known;
    }
    while scan.tags.get(end) == Some(&Tag::Preposition) && !scan.p.is_one(end, &const { Words::new("by as for about") })
    {
        let mut noun = end + 1;
        let joins = |k: usize| k > end + 1 && scan.tags[k] == Tag::Coordinator;
        while scan.tags.get(noun).is_some_and(|t| t.is_nominal() || joins(noun)) && scan.p.quotation_at(noun).is_none()
        {
            noun += 1;
        }
        // Not where the last word may be the verb: "people in the industry see".
        let verb = noun > end + 2
            && scan.lexicon.reporting_verb(scan.p.lower(noun - 1)).is_some_and(|v| !v.is_noun_like(scan, noun - 1));
        if noun == end + 1 || verb {
            break;
        }
        end = noun;
    }
    end
}

/// Whether a word in its place is rather a noun.
trait NounLike {
    fn is_noun_like(&self, scan: &Scan<'_>, i: usize) -> bool;
}

impl NounLike for crate::lexicon::ReportingVerb {
    fn is_noun_like(&self, scan: &Scan<'_>, i: usize) -> bool {
        // "industry claims", "member states": third persons agree with no plural.
        if matches!(self.lemma, "say" | "maintain" | "insist" | "argue" | "believe") {
            return false;
        }
        // "a press release": a base form agrees with several alone.
        let base = self.forms == crate::lexicon::Forms::BASE && i > 0 && {
            let before = scan.p.lower(i - 1);
            !(before.ends_with('s') || scan.lexicon.word(before).has_any(Classes::PLURAL | Classes::QUANTIFIER))
        };
        base || scan.p.lower(i).ends_with('s') || scan.p.lower(i).ends_with("ing") || scan.tags[i] == Tag::Participle
    }
}
