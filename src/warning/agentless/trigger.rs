//! The words of hearsay: an adverb, an empty subject, a passive, a seeming.

use std::ops::Range;

use crate::lexicon::{Classes, Listed, PhraseClass};
use crate::mention::{Scan, Tag};
use crate::text::Words;

use super::rumour::{is_rumour, spread};

/// Participles that, behind a form of "be", lay a claim to nobody where "to" follows: "is said to".
static TO: Listed = Listed::new("trigger-to");

/// The same for "as": "is seen as".
static AS: Listed = Listed::new("trigger-as");

/// And for "of" and "for": "is accused of", "is criticised for".
const OF: &[&str] = &["suspected", "accused"];
const FOR: &[&str] = &["criticised", "criticized"];

/// Of these, the ones that do without a form of "be": "a model touted as a rival".
const BARE: Words = Words::new("touted billed hailed rumored rumoured");

/// Words that report by themselves.
const ADVERBS: &[&str] = &["reportedly", "supposedly", "purportedly", "allegedly"];

/// Openings with an empty subject: "it is said that".
static EMPTY: Listed = Listed::new("trigger-empty");

/// What is on a calendar rather than in somebody's mouth.
static SCHEDULE: Listed = Listed::new("trigger-schedule");

/// The hearsay that begins at token `i`.
pub(in crate::warning) fn spot(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    adverb(scan, i)
        .or_else(|| empty_subject(scan, i))
        .or_else(|| passive(scan, i))
        .or_else(|| seeming(scan, i))
        .or_else(|| outlet_knows(scan, i))
        .or_else(|| spread(scan, i))
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
        Some(&("rumour" | "rumor" | "word" | "legend")) if ahead.get(1) == Some(&"has") => true,
        // "so the story goes".
        _ if ahead[..len].last() == Some(&"goes") => true,
        _ if is_rumour(scan, &(i..i + len)) => true,
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
    if !be && !BARE.contains(word) && !is_told_of_a_thing(scan, at) {
        return None;
    }
    let reports = match scan.p.lower(at + 1) {
        "to" => TO.contains(word),
        "as" => AS.contains(word),
        "of" => OF.contains(&word),
        "for" => FOR.contains(&word),
        // "is considered one of the best": by whom?
        "one" => be && word == "considered" && scan.p.is(at + 2, "of") && scan.p.is(at + 3, "the"),
        _ => false,
    };
    if !reports {
        return None;
    }
    // "is believed to" begins where its verb phrase does, but what happened in the past ("was expected to") is history.
    let past = matches!(scan.p.lower(i), "was" | "were");
    if past && const { Words::new("expected hailed described criticised criticized feared considered") }.contains(word)
    {
        return None;
    }
    // "I am expected to" is the speaker; "to be seen as" and "had not been accused of" report nothing.
    let mut before = i;
    while before > 0 && matches!(scan.tags[before - 1], Tag::Auxiliary | Tag::Adverb) && scan.tags[before] != Tag::To {
        before -= 1;
    }
    let infinitive = scan.p.is(i, "be") || before > 0 && scan.p.is(before - 1, "to");
    let negated =
        (before.saturating_sub(1)..at).any(|k| scan.tags[k] == Tag::Negation || scan.p.lower(k).ends_with("n't"));
    if infinitive || negated || matches!(scan.p.lower(i), "am" | "'m") {
        return None;
    }
    // "is expected to arrive", "is expected to sell pumps in May": a timetable.
    let day = |k: usize| {
        scan.classes(k).has_any(Classes::WEEKDAY.with(Classes::MONTH))
            || matches!(scan.p.lower(k), "today" | "tomorrow")
    };
    let planned = word == "expected"
        && (scan.p.is_one(at + 2, &SCHEDULE)
            || (at + 3..scan.p.sentence_around(i).end).take_while(|&k| scan.tags[k] != Tag::Comma).any(day)
            || scan.p.is(at + 2, "be")
                && scan.p.is_one(
                    at + 3,
                    &const {
                        Words::new(
                            "announced completed discharged fine finished held ok okay published released sentenced",
                        )
                    },
                )
            || scan.p.is_one(at + 4, &const { Words::new("decision hearing medical statement") }));
    (!planned).then_some(i..at + 1 + usize::from(word != "considered"))
}

/// "a fee believed to be £40m", "a lock, long thought to be safe,": behind a thing the participle does without "be".
fn is_told_of_a_thing(scan: &Scan<'_>, i: usize) -> bool {
    let long = i > 0 && scan.p.is(i - 1, "long");
    let word = scan.p.lower(i);
    let Some(before) = i.checked_sub(1 + usize::from(long)) else { return false };
    if long
        && scan.tags[before] == Tag::Comma
        && matches!(word, "thought" | "believed" | "seen" | "regarded" | "viewed")
    {
        return true;
    }
    // "Her doctor said to be patient", "what residents thought to be fireworks": somebody says or thinks so.
    let people = Classes::GROUP | Classes::ROLE | Classes::RELATION | Classes::ANONYMOUS | Classes::PERSONAL;
    // "Those thought to be", "the second of them believed to be".
    let some = scan.p.is(before, "those") || scan.p.is(before, "them") && before > 0 && scan.p.is(before - 1, "of");
    let thing = some || matches!(scan.tags[before], Tag::Noun | Tag::Comma) && !scan.classes(before).has_any(people);
    thing
        && const { Words::new("believed thought understood said rumoured rumored reported") }.contains(word)
        && scan.classes(i + 2).has_any(Classes::BE | Classes::HAVE)
}

/// "The Courier understands that": an outlet that knows it, and does not say from whom.
fn outlet_knows(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    let outlet = i > 0 && scan.tags[i - 1] == Tag::Name && scan.classes(i - 1).has_any(Classes::OUTLET);
    let len = match scan.lower_from(i, 3).as_slice() {
        ["understands", ..] => 1,
        ["has", "been", "told"] => 3,
        ["has", "learned" | "learnt", ..] => 2,
        _ => return None,
    };
    (outlet && matches!(scan.tags.get(i + len), Some(Tag::Subordinator | Tag::Relative | Tag::Determiner | Tag::Name)))
        .then_some(i..i + len)
}

/// "appear to be subject to", "appears to have been altered": what somebody must have found out.
fn seeming(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    if !matches!(scan.p.lower(i), "appear" | "appears") || scan.p.lower(i + 1) != "to" {
        return None;
    }
    let subject = i > 0 && scan.p.lower(i - 1) != "it";
    let (two, three) = (scan.p.lower(i + 2), scan.p.lower(i + 3));
    let end = match (two, three) {
        ("be", "subject") if scan.p.is(i + 4, "to") => i + 5,
        ("have", "been") => i + 4,
        _ => return None,
    };
    subject.then_some(i..end)
}
