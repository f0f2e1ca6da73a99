//! The words that call a claim unproven, disputed or false.

use std::ops::Range;

use crate::lexicon::{Classes, Listed, PhraseClass};
use crate::mention::{Scan, Tag};
use crate::text::Words;

/// Nouns for what is claimed.
pub(in crate::warning) static CLAIMS: Listed = Listed::new("trigger-claims");

/// What can be unverified besides.
static RECORDS: Listed = Listed::new("trigger-records");

/// Adjectives that say it by themselves wherever a claim is near.
static PLAIN: Listed = Listed::new("trigger-plain");

/// The words at token `i` that call a claim unproven.
pub(in crate::warning) fn spot(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    let word = scan.p.lower(i);
    if PLAIN.contains(word) {
        return adjective(scan, i);
    }
    if word == "falsely" {
        let verb = scan.lexicon.reporting_verb(scan.p.lower(i + 1)).is_some();
        return (verb && scan.p.lower(i + 1) != "accused").then_some(i..i + 2);
    }
    let absence =
        neither(scan, i).or_else(|| absence(scan, i)).or_else(|| untrue(scan, i)).or_else(|| outlet_cannot(scan, i));
    if absence.is_some() {
        return absence;
    }
    let (_, len) = scan.phrases_at(i).find(|(c, n)| *c == PhraseClass::Unproven && *n > 1)?;
    Some(i..i + len)
}

/// "baseless claims", "the claims are unfounded".
fn adjective(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    let noun = (i + 1..i + 4)
        .take_while(|&k| {
            let joins = |t: &Tag| matches!(t, Tag::Adjective | Tag::Noun | Tag::Participle | Tag::Coordinator);
            k == i + 1 || scan.tags.get(k - 1).is_some_and(joins)
        })
        .find(|&k| {
            let noun = scan.p.lower(k);
            let record = matches!(scan.p.lower(i), "unverified" | "unconfirmed") && RECORDS.contains(noun);
            CLAIMS.contains(noun) || noun == "conspiracy" || record
        });
    if let Some(noun) = noun {
        let theory = usize::from(scan.p.is(noun, "conspiracy") && scan.p.is_one(noun + 1, &CLAIMS));
        return Some(i..noun + 1 + theory);
    }
    // "the claims have been debunked": the subject right before the verb phrase.
    let mut at = i;
    while at > 0 && matches!(scan.tags[at - 1], Tag::Auxiliary | Tag::Adverb) {
        at -= 1;
    }
    let direct = at > 0 && scan.p.is_one(at - 1, &CLAIMS);
    // "a claim that has been debunked".
    let relative = at > 1 && matches!(scan.p.lower(at - 1), "that" | "which") && scan.p.is_one(at - 2, &CLAIMS);
    // "This is false."
    let this = at > 0 && matches!(scan.p.lower(at - 1), "this" | "they") && scan.p.begins_sentence(at - 1);
    let plainly = this
        && at + 1 == i
        && matches!(scan.p.lower(i), "false" | "untrue" | "baseless" | "unfounded")
        && scan.tags.get(i + 1) == Some(&Tag::Mark);
    let subject = at < i && (plainly || direct || relative || is_verdict(scan, at));
    let negated = (at..i).any(|k| scan.tags[k] == Tag::Negation);
    (subject && !negated).then_some(at..i + 1)
}

/// "Claims that the dam had burst are baseless": the verb at token `at` is the second one behind "that", and agrees.
pub(in crate::warning) fn is_verdict(scan: &Scan<'_>, at: usize) -> bool {
    let start = scan.p.sentence_around(at).start;
    let that = |&k: &usize| scan.p.is_one(k, &CLAIMS) && scan.p.is(k + 1, "that");
    (start..start + 3).find(that).is_some_and(|noun| {
        let verb = scan.p.lower(at);
        let agrees = if verb.len() > 4 {
            // "circulated" agrees with all.
            true
        } else if scan.p.lower(noun).ends_with('s') {
            matches!(verb, "are" | "were" | "have")
        } else {
            matches!(verb, "is" | "was" | "has")
        };
        let mut between = scan.tags.get(noun + 2..at).unwrap_or_default().iter();
        agrees
            && between.clone().any(|t| matches!(t, Tag::Verb | Tag::Auxiliary))
            && between.all(|t| !matches!(t, Tag::Relative | Tag::Subordinator))
    })
}

/// "But this isn’t true.", "It is not true that the dam broke."
fn untrue(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    let be = scan.classes(i).has_any(Classes::BE);
    let not = usize::from(scan.p.is(i + 1, "not"));
    let negated = not == 1 || scan.p.lower(i).ends_with("n't");
    let subject = i > 0 && matches!(scan.p.lower(i - 1), "this" | "that" | "it") && scan.tags[i - 1] != Tag::Relative;
    let it = i > 0 && scan.p.is(i - 1, "it");
    let end = i + 2 + not;
    let follows = if it { scan.p.is(end, "that") } else { scan.tags.get(end) == Some(&Tag::Mark) };
    let opens = subject && (scan.p.begins_sentence(i - 1) || i > 1 && scan.tags[i - 2] == Tag::Coordinator);
    (be && negated && opens && follows && scan.p.is(end - 1, "true")).then_some(i..end)
}

/// "The Courier could not confirm the claim": its own check.
fn outlet_cannot(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    let outlet = i > 0 && scan.tags[i - 1] == Tag::Name && scan.classes(i - 1).has_any(Classes::OUTLET);
    let len = if scan.p.is(i + 2, "immediately") { 4 } else { 3 };
    let could = matches!(scan.p.lower(i), "could" | "can") && scan.p.is(i + 1, "not");
    (outlet && could && scan.p.is(i + len - 1, "confirm")).then_some(i..i + len)
}

/// "Neither claim could be independently verified", "None of the claims has been proven".
fn neither(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    let none = const { Words::new("neither none nothing") };
    let claim = |k: usize| scan.p.is_one(k, &CLAIMS);
    let has = |k: usize| matches!(scan.p.lower(k), "has" | "have") && scan.p.is(k + 1, "been") && claim(k - 1);
    let could = (i + 1..i + 5).find(|&k| scan.p.is(k, "could") && scan.p.is(k + 1, "be") || has(k))?;
    let end = could + 3 + usize::from(scan.tags.get(could + 2) == Some(&Tag::Adverb));
    let verdict =
        scan.p.is_one(end - 1, &const { Words::new("verified confirmed corroborated proved proven substantiated") });
    (none.contains(scan.p.lower(i)) && verdict).then_some(i..end)
}

/// "there is no evidence", "no indication".
fn absence(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    if scan.p.lower(i) != "there" {
        return None;
    }
    let be = scan.classes(i + 1).has_any(Classes::BE);
    let no = be && scan.p.is(i + 2, "no");
    let noun = (i + 3..i + 6)
        .take_while(|&k| scan.tags.get(k).is_some_and(|t| t.is_nominal()))
        .find(|&k| scan.p.is_one(k, &const { Words::new("evidence indication proof sign") }))?;
    let claim = scan.p.is_one(noun + 1, &const { Words::new("that to he she they for") })
        || matches!(scan.tags.get(noun + 1), Some(Tag::Pronoun | Tag::Name | Tag::Determiner | Tag::Relative));
    (no && claim).then_some(i..noun + 1)
}
