//! The words of hearsay: an adverb, an empty subject, a passive, a seeming.

use std::ops::Range;

use crate::lexicon::{Classes, PhraseClass};
use crate::mention::{Scan, Tag};
use crate::text::Words;

use super::rumour::rumour;

/// Participles that, behind a form of "be", lay a claim to nobody where "to" follows: "is said to".
const TO: Words = Words::new(
    "said believed thought understood expected reported rumored rumoured claimed reputed feared presumed alleged suspected",
);

/// The same for "as": "is seen as".
const AS: Words =
    Words::new("seen viewed regarded perceived portrayed touted billed hailed described criticised criticized");

/// And for "of" and "for": "is accused of", "is criticised for".
const OF: &[&str] = &["suspected", "accused"];
const FOR: &[&str] = &["criticised", "criticized"];

/// Of these, the ones that do without a form of "be": "a model touted as a rival".
const BARE: Words = Words::new("touted billed hailed rumored rumoured");

/// Of what is done there, a day makes a timetable: "is expected to rule on Friday", not "is expected to resign on Friday".
const ON_A_DAY: Words = Words::new(
    "address consider debate decide discuss face have hear join leave make publish release rule sign undergo",
);

/// Words that report by themselves.
pub(super) const ADVERBS: &[&str] = &["reportedly", "supposedly", "purportedly", "allegedly"];

/// Openings with an empty subject: "it is said that".
const EMPTY: Words = Words::new(
    "said believed thought understood reported rumored rumoured claimed alleged feared suggested argued assumed",
);

/// What is on a calendar rather than in somebody's mouth.
const SCHEDULE: Words = Words::new(
    "answer appear arrive attend begin compete continue deliver end finish give hold host land last meet open \
     participate perform play race reopen report resume return speak start testify trade travel visit vote",
);

/// The hearsay that begins at token `i`.
pub(in crate::warning) fn spot(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    adverb(scan, i)
        .or_else(|| empty_subject(scan, i))
        .or_else(|| rumour(scan, i))
        .or_else(|| passive(scan, i))
        .or_else(|| seeming(scan, i))
}

fn adverb(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    ADVERBS.contains(&scan.p.lower(i)).then_some(i..i + 1)
}

/// "it is said", "rumour has it", "by some accounts".
fn empty_subject(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    let (class, len) = scan.phrases_at(i).find(|(c, n)| c.is_evidential() && *n > 1)?;
    let ahead = scan.lower_from(i, len.max(3));
    let set = match ahead.first() {
        Some(&"it") => ahead[..len].iter().any(|w| EMPTY.contains(w)),
        Some(&("rumour" | "rumor" | "rumours" | "rumors" | "word" | "legend")) => true,
        Some(&"by") => ahead.get(len - 1) == Some(&"accounts"),
        Some(&"according") => ahead.get(2) != Some(&"some"),
        Some(&"widely") => class == PhraseClass::EvidentialBelief && ahead[..len].last() != Some(&"acclaimed"),
        _ => false,
    };
    set.then_some(i..i + len)
}

/// "is widely believed to", "has been seen as", "touted as".
fn passive(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    let be = scan.classes(i).has_any(Classes::BE);
    let mut at = i;
    if be {
        at += 1;
        while matches!(scan.tags.get(at), Some(Tag::Adverb | Tag::Auxiliary)) {
            at += 1;
        }
    }
    let word = scan.p.lower(at);
    // "a fee of £40m understood to have been agreed".
    let understood = word == "understood" && scan.classes(at + 2).has_any(Classes::BE | Classes::HAVE);
    if !be && !BARE.contains(word) && !understood {
        return None;
    }
    let reports = match scan.p.lower(at + 1) {
        "to" => TO.contains(word),
        "as" => AS.contains(word),
        "of" => OF.contains(&word),
        "for" => FOR.contains(&word),
        // "is considered one of the best": somebody considers it so; what a law considers it to be is another matter.
        "one" | "the" => be && word == "considered" && is_superlative(scan, at + 1),
        _ => false,
    };
    if !reports {
        return None;
    }
    // "is believed to" begins where its verb phrase does, but what happened in the past ("was expected to") is history.
    let past = matches!(scan.p.lower(i), "was" | "were");
    if past && const { Words::new("expected hailed described criticised criticized feared") }.contains(word) {
        return None;
    }
    // "I am expected to" is the speaker; "to be seen as" and "had not been accused of" report nothing.
    let mut before = i;
    while before > 0 && matches!(scan.tags[before - 1], Tag::Auxiliary | Tag::Adverb) && scan.tags[before] != Tag::To {
        before -= 1;
    }
    let infinitive = scan.p.lower(i) == "be" || before > 0 && scan.p.lower(before - 1) == "to";
    let negated =
        (before.saturating_sub(1)..at).any(|k| scan.tags[k] == Tag::Negation || scan.p.lower(k).ends_with("n't"));
    if infinitive || negated || matches!(scan.p.lower(i), "am" | "'m") {
        return None;
    }
    // "is expected to arrive on Monday": a timetable.
    let planned = word == "expected"
        && (SCHEDULE.contains(scan.p.lower(at + 2))
            || ON_A_DAY.contains(scan.p.lower(at + 2)) && is_on_a_day(scan, at + 3));
    (!planned).then_some(i..at + 1 + usize::from(word != "considered"))
}

/// "one of the best", "the favourite", "the strongest".
fn is_superlative(scan: &Scan<'_>, i: usize) -> bool {
    let (next, after) = (scan.p.lower(i + 1), scan.p.lower(i + 2));
    let best =
        |w: &str| const { Words::new("best most greatest favourite favorite frontrunner front-runner") }.contains(w);
    if scan.p.lower(i) == "one" {
        let of = scan.p.lower(i + 3);
        next == "of" && after == "the" && (best(of) || of.ends_with("est"))
    } else {
        best(next)
    }
}

/// Whether the rest of the clause tells a day.
fn is_on_a_day(scan: &Scan<'_>, from: usize) -> bool {
    let end = scan.p.sentence_around(from).end.min(from + 14);
    (from..end).any(|i| scan.classes(i).has_any(Classes::WEEKDAY | Classes::MONTH) || scan.p.lower(i) == "tomorrow")
}

/// "appear to be subject to", "appears to have been altered": what somebody must have found out.
fn seeming(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    if !matches!(scan.p.lower(i), "appear" | "appears") || scan.p.lower(i + 1) != "to" {
        return None;
    }
    let subject = i > 0 && scan.p.lower(i - 1) != "it";
    let (two, three) = (scan.p.lower(i + 2), scan.p.lower(i + 3));
    let end = match (two, three) {
        ("be", "subject") if scan.p.lower(i + 4) == "to" => i + 5,
        ("have", "been") => i + 4,
        _ => return None,
    };
    subject.then_some(i..end)
}
