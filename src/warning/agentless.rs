//! `agentless`: hearsay, a claim whose reporting names nobody.
//!
//! Quiet where a by-phrase or "according to" names the source in the clause, where somebody says it, with a name or without one, for whom another warning stands, and
//! for a charge that a court, a prosecutor or the police stand behind.

use std::ops::Range;

use crate::lexicon::{Classes, PhraseClass, VerbClass};
use crate::mention::{Scan, Tag};
use crate::report::{Severity, WarningKind};

use super::view::View;
use super::{Definition, Finding, Standard};

/// What stands fixed.
pub(super) const DEFINITION: Definition = Definition {
    kind: WarningKind::Agentless,
    severity: Severity::Note,
    standard: Standard {
        name: "Wikipedia: Words to watch",
        address: "https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch",
    },
    message: "warningAgentless",
};

/// Participles that, behind a form of "be", lay a claim to nobody; with what must follow.
const PASSIVES: &[(&str, &[&str])] = &[
    ("said", &["to"]),
    ("believed", &["to"]),
    ("thought", &["to"]),
    ("understood", &["to"]),
    ("expected", &["to"]),
    ("reported", &["to"]),
    ("rumored", &["to"]),
    ("rumoured", &["to"]),
    ("claimed", &["to"]),
    ("reputed", &["to"]),
    ("feared", &["to"]),
    ("presumed", &["to"]),
    ("alleged", &["to"]),
    ("suspected", &["of", "to"]),
    ("accused", &["of"]),
    ("seen", &["as"]),
    ("viewed", &["as"]),
    ("regarded", &["as"]),
    ("perceived", &["as"]),
    ("portrayed", &["as"]),
    ("touted", &["as"]),
    ("billed", &["as"]),
    ("hailed", &["as"]),
    ("described", &["as"]),
    ("criticised", &["for", "as"]),
    ("criticized", &["for", "as"]),
];

/// Of these, the ones that do without a form of "be": "a model touted as a rival".
const BARE_PASSIVES: &[&str] = &["touted", "billed", "hailed", "rumored", "rumoured"];

/// Words that report by themselves.
const ADVERBS: &[&str] = &["reportedly", "supposedly", "purportedly", "allegedly"];

/// Openings with an empty subject: "it is said that".
const EMPTY: &[&str] = &[
    "said",
    "believed",
    "thought",
    "understood",
    "reported",
    "rumored",
    "rumoured",
    "claimed",
    "alleged",
    "feared",
    "suggested",
    "argued",
    "assumed",
];

/// What is on a calendar rather than in somebody's mouth.
const SCHEDULE: &[&str] = &[
    "begin", "start", "resume", "last", "continue", "arrive", "attend", "testify", "appear", "speak", "meet", "vote",
    "return", "give", "hold", "visit", "travel", "land", "finish", "end", "reopen", "answer", "report", "deliver",
];

/// What a forecast speaks of.
const WEATHER: &[&str] = &[
    "hurricane",
    "storm",
    "storms",
    "typhoon",
    "cyclone",
    "rain",
    "rains",
    "rainfall",
    "snow",
    "snowfall",
    "winds",
    "wind",
    "temperatures",
    "showers",
    "thunderstorms",
    "fog",
    "frost",
    "heatwave",
    "depression",
];

/// Words of the law: the charge has somebody behind it.
const LAW: &[&str] = &[
    "prosecutor",
    "prosecutors",
    "prosecution",
    "prosecutor-general",
    "court",
    "indictment",
    "indicted",
    "charge",
    "charges",
    "charged",
    "lawsuit",
    "complaint",
    "police",
    "sheriff",
    "trial",
    "jury",
    "judge",
    "convicted",
    "arrested",
    "affidavit",
    "warrant",
    "detectives",
    "sentenced",
    "pleaded",
    "extradition",
    "suing",
    "sued",
];

pub(super) fn find(view: &View<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (paragraph, scan) in view.scans.iter().enumerate() {
        let mut i = 0;
        while i < scan.tags.len() {
            let Some(trigger) = trigger(scan, i).filter(|_| !view.is_quoted(paragraph, i)) else {
                i += 1;
                continue;
            };
            i = trigger.end;
            if let Some(severity) = weigh(view, paragraph, &trigger) {
                out.push(Finding { paragraph, trigger, severity, confidence: 84, attribution: None });
            }
        }
    }
    out
}

/// The hearsay that begins at token `i`.
fn trigger(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    adverb(scan, i).or_else(|| empty_subject(scan, i)).or_else(|| passive(scan, i)).or_else(|| seeming(scan, i))
}

fn adverb(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    ADVERBS.contains(&scan.p.lower(i)).then_some(i..i + 1)
}

/// "it is said", "rumour has it", "by some accounts".
fn empty_subject(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    let ahead = scan.lower_from(i, 7);
    let (class, len) = scan.lexicon.phrases_at(&ahead).find(|(c, n)| c.is_evidential() && *n > 1)?;
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
    let be = scan.lexicon.word(scan.p.lower(i)).has_any(Classes::BE);
    let mut at = i;
    if be {
        at += 1;
        while matches!(scan.tags.get(at), Some(Tag::Adverb | Tag::Auxiliary)) {
            at += 1;
        }
    }
    let word = scan.p.lower(at);
    if !be && !BARE_PASSIVES.contains(&word) {
        return None;
    }
    let (_, follows) = PASSIVES.iter().find(|(p, _)| *p == word)?;
    let next = scan.p.lower(at + 1);
    if !follows.contains(&next) {
        return None;
    }
    // "is believed to" begins where its verb phrase does, but what happened in the past ("was expected to") is history.
    let past = matches!(scan.p.lower(i), "was" | "were");
    if past && matches!(word, "expected" | "hailed" | "described" | "criticised" | "criticized" | "feared") {
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
    let planned = word == "expected" && SCHEDULE.contains(&scan.p.lower(at + 2));
    (!planned).then_some(i..at + 2)
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

/// How much it weighs; none where somebody stands behind it.
fn weigh(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> Option<Severity> {
    let scan = &view.scans[paragraph];
    let told = view.is_told_by_another(paragraph, trigger.start, None);
    if told || view.has_named_voice(paragraph, trigger.start, false) || has_agent(view, paragraph, trigger) {
        return None;
    }
    if goes_on(view, paragraph, trigger) || is_signed(view, paragraph, trigger) || is_weather(view, paragraph, trigger)
    {
        return None;
    }
    let legal = trigger.clone().any(|i| matches!(scan.p.lower(i), "alleged" | "allegedly" | "accused" | "suspected"));
    if !legal {
        return Some(DEFINITION.severity);
    }
    let sentence = view.sentence(paragraph, trigger.start);
    let before = scan.p.sentence_at(trigger.start).checked_sub(1).and_then(|s| scan.p.sentences.get(s));
    let from = before.map_or(sentence.start, |s| s.start);
    let to = scan.p.sentences.get(scan.p.sentence_at(trigger.start) + 1).map_or(sentence.end, |s| s.end);
    let at_law = view.has_word(paragraph, &(from..to), LAW)
        || paragraph.checked_sub(1).is_some_and(|p| view.has_word(p, &(0..view.scans[p].tags.len()), LAW));
    (!at_law).then_some(Severity::Information)
}

/// "…, the harbour office said": whoever closes the sentence says it.
fn is_signed(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> bool {
    let scan = &view.scans[paragraph];
    let sentence = view.sentence(paragraph, trigger.start);
    view.claims_in(paragraph).iter().any(|c| {
        let (cue, source) = (&c.cue.tokens, &c.source.phrase.tokens);
        let first = cue.start.min(source.start);
        first > trigger.end
            && sentence.contains(&cue.start)
            && scan.tags[first - 1] == Tag::Comma
            && matches!(c.cue.act.class(), VerbClass::Speech)
            // Nothing but a day or a place may follow.
            && sentence.end.saturating_sub(cue.end.max(source.end)) <= 6
    })
}

/// "The storm is expected to weaken": a forecast, and everybody knows whose.
fn is_weather(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> bool {
    let scan = &view.scans[paragraph];
    let sentence = view.sentence(paragraph, trigger.start);
    trigger.clone().any(|i| scan.p.lower(i) == "expected")
        && view.has_word(paragraph, &(sentence.start..trigger.start), WEATHER)
}

/// "Quill said the price was fair, adding that the sale is expected to close": one who is named says this too.
fn goes_on(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> bool {
    let scan = &view.scans[paragraph];
    let sentence = view.sentence(paragraph, trigger.start);
    let adds = |i: usize| matches!(scan.p.lower(i), "adding" | "saying" | "noting" | "explaining" | "stressing");
    let told = (sentence.start..trigger.start).find(|&i| adds(i));
    told.is_some_and(|i| scan.names.iter().any(|n| sentence.contains(&n.tokens.start) && n.tokens.end <= i))
}

/// Whether the clause names who says it: "by analysts at Quill Bank", "according to Vale", "Quill reported".
fn has_agent(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> bool {
    let scan = &view.scans[paragraph];
    let sentence = view.sentence(paragraph, trigger.start);
    // An agent stands behind its participle, before the next clause.
    let end = (trigger.end..sentence.end)
        .find(|&i| {
            matches!(scan.tags[i], Tag::Comma | Tag::Mark | Tag::Relative)
                || matches!(scan.p.lower(i), "but" | "while" | "although" | "after" | "as" | "because" | "when")
        })
        .unwrap_or(sentence.end);
    // "reportedly dug by convicts": behind an adverb the by-phrase tells who did it, not who says so.
    let adverb = ADVERBS.contains(&scan.p.lower(trigger.start));
    let by = !adverb
        && (trigger.end..end).any(|i| {
            scan.p.lower(i) == "by"
                && (scan.tags.get(i + 1) == Some(&Tag::Name)
                    || (i + 1..end).take_while(|&k| scan.tags[k].is_nominal()).last().is_some_and(|noun| {
                        scan.lexicon
                            .word(scan.p.lower(noun))
                            .has_any(Classes::GROUP | Classes::ROLE | Classes::RELATION | Classes::ORG_HEAD)
                            || matches!(scan.p.lower(noun), "woman" | "man" | "people" | "women" | "men")
                    }))
        });
    // "according to reports from the Courier".
    let relayed = scan.p.lower(trigger.start) == "according"
        && matches!(scan.p.lower(trigger.end), "from" | "by" | "in" | "on")
        && (trigger.end + 1..end.min(trigger.end + 5)).any(|i| scan.tags[i] == Tag::Name);
    let inside = scan.p.lower(trigger.start) != "according";
    let according = inside
        && sentence
            .clone()
            .any(|i| matches!(scan.p.lower(i), "according" | "per") && matches!(scan.tags.get(i + 1..), Some([_, ..])));
    by || relayed || according
}

#[cfg(test)]
pub(super) const MANUAL: super::testing::Manual = super::testing::Manual {
    flags: "hearsay: a claim whose reporting names nobody.",
    triggers: &[
        "“reportedly”",
        "“allegedly”",
        "“is said to”",
        "“is believed to”",
        "“touted as”",
        "“widely regarded as”",
    ],
    severity: "Information for a charge in the law’s sense (“allegedly”).",
    quiet: &[
        "a by-phrase or “according to” names the source in the clause",
        "somebody with a name says it",
        "a court, a prosecutor or the police stand next to a charge",
        "a timetable or a forecast of the weather is told (“is expected to arrive on Monday”)",
    ],
    warns: &[
        "The ferry [[reportedly]] failed two inspections.",
        "The well was [[reportedly]] dug by convicts.",
        "The old pumps [[are believed to]] have come from a scrapyard.",
        "Vale [[is widely regarded as]] the next harbour master.",
        "The firm presented the Gull, [[touted as]] the fastest ferry of its class.",
        "The papers [[appear to have been]] altered after the storm.",
        "[[It is said that]] the bridge was built in a year.",
        "The company [[is expected to]] close two of its docks.",
        "In 2003, managers there [[were accused of]] hiding the true number of leaks.",
    ],
    silent: &[
        "The ferry reportedly failed two inspections, according to the Vellmouth Courier.",
        "Vale is regarded as the next harbour master by members of the council.",
        "“It is said that the bridge was built in a year,” Ada Quill said.",
        "Ada Quill said the company is expected to close two docks.",
        "He allegedly took the money, prosecutors said.",
        "Vale was accused of fraud. A court will hear the case in May.",
        "Tom Vale appears to have a cold.",
        "More rain was expected on Wednesday.",
        "The ferry is expected to arrive on Monday.",
        "Quill Marine said the price was fair, adding that the sale is expected to close in May.",
        "The gate is expected to stay shut, the harbour office said on Monday.",
        "The sale is expected to close in May, Quill Marine and Orrin Lines said in a joint statement.",
        "The storm is expected to weaken as it moves east.",
        "Two engineers said that the gate is expected to stay shut.",
        "The mayor will go in May, according to media reports from the Vellmouth Courier and Quill Radio.",
    ],
};
