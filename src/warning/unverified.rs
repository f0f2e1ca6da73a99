//! `unverified`: the article itself calls a claim unproven, disputed or false.
//!
//! Quiet inside a quotation, and where somebody with a name says so: then it is the speaker's word.

use std::ops::Range;

use crate::attribution::Act;
use crate::lexicon::{Classes, PhraseClass, VerbClass};
use crate::mention::{Scan, Tag};
use crate::report::{Severity, WarningKind};

use super::view::View;
use super::{Definition, Finding, Standard};

/// What stands fixed.
pub(super) const DEFINITION: Definition = Definition {
    kind: WarningKind::Unverified,
    severity: Severity::Information,
    standard: Standard {
        name: "BBC Editorial Guidelines: Accuracy",
        address: "https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy",
    },
    message: "warningUnverified",
};

/// Nouns for what is claimed.
pub(super) const CLAIMS: &[&str] = &[
    "claim",
    "claims",
    "allegation",
    "allegations",
    "accusation",
    "accusations",
    "rumour",
    "rumours",
    "rumor",
    "rumors",
    "report",
    "reports",
    "assertion",
    "assertions",
    "theory",
    "theories",
    "suggestion",
    "suggestions",
    "charge",
    "charges",
    "story",
    "stories",
    "statement",
    "statements",
    "narrative",
    "narratives",
    "notion",
    "speculation",
    "footage",
    "video",
    "videos",
    "figures",
    "insinuations",
    "insinuation",
];

/// What can be unverified besides.
const RECORDS: &[&str] = &[
    "recording",
    "recordings",
    "image",
    "images",
    "photo",
    "photos",
    "photograph",
    "photographs",
    "post",
    "posts",
    "letter",
    "document",
    "documents",
    "clip",
    "clips",
    "account",
    "accounts",
    "message",
    "messages",
    "information",
    "list",
];

/// Adjectives that say it by themselves wherever a claim is near.
const PLAIN: &[&str] = &[
    "unsubstantiated",
    "unverified",
    "unproven",
    "unproved",
    "baseless",
    "unfounded",
    "debunked",
    "groundless",
    "unconfirmed",
    "uncorroborated",
    "discredited",
    "disproven",
    "disproved",
    "false",
    "disputed",
    "untrue",
    "bogus",
];

/// Phrases on the list that say something else, or that a judgement of taste uses.
const OTHER: &[&str] =
    &["wrongly", "wrongfully", "inaccurately", "incorrectly", "without elaborating", "no basis for", "little evidence"];

pub(super) fn find(view: &View<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (paragraph, scan) in view.scans.iter().enumerate() {
        let mut i = 0;
        while i < scan.tags.len() {
            let Some(trigger) = trigger(scan, i) else {
                i += 1;
                continue;
            };
            i = trigger.end;
            let quoted = view.is_quoted(paragraph, trigger.start);
            if quoted
                || is_finding(scan, &trigger)
                || is_somebodys_denial(scan, &trigger)
                || is_spoken(view, paragraph, &trigger)
                || !has_claim(view, paragraph, &trigger)
            {
                continue;
            }
            out.push(Finding { paragraph, trigger, severity: DEFINITION.severity, confidence: 82, attribution: None });
        }
    }
    out
}

/// "Two officials said she was ready, and disputed suggestions that": somebody disputes them, not the article.
fn is_somebodys_denial(scan: &Scan<'_>, trigger: &Range<usize>) -> bool {
    let before = trigger.start.checked_sub(1);
    let joined = before.is_some_and(|i| {
        matches!(scan.tags[i], Tag::Coordinator | Tag::Pronoun | Tag::Name)
            || matches!(scan.p.lower(i), "also" | "has" | "have")
    });
    scan.p.lower(trigger.start) == "disputed" && joined
}

/// Whether a named voice says so, unless the words only qualify the statement from outside ("said without evidence").
fn is_spoken(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> bool {
    let scan = &view.scans[paragraph];
    let first = scan.p.lower(trigger.start);
    // "Quill said there was no evidence that": the clause behind the cue is hers from its first word on.
    let said = first == "there"
        && view
            .claims_in(paragraph)
            .iter()
            .any(|c| c.cue.tokens.end <= trigger.start && trigger.start - c.cue.tokens.end <= 1 && !c.is_description());
    first != "without"
        && first != "falsely"
        && (said
            || is_reported_so(view, paragraph, trigger)
            || is_named_so(view, paragraph, trigger)
            || view.has_named_voice(paragraph, trigger.start, false))
        && !opens_concession(view, paragraph, trigger)
}

/// "Police said there was no evidence that", "prosecutors stressed that no evidence had come up": whoever says it, the
/// article does not.
fn is_reported_so(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> bool {
    let told = view.is_told_by_another(paragraph, trigger.start, None);
    let plain = |lemma: &str| {
        matches!(
            lemma,
            "say"
                | "tell"
                | "add"
                | "stress"
                | "emphasise"
                | "emphasize"
                | "note"
                | "warn"
                | "explain"
                | "argue"
                | "insist"
        )
    };
    let sentence = view.sentence(paragraph, trigger.start);
    told && view.claims_in(paragraph).iter().any(|c| {
        sentence.contains(&c.cue.tokens.start)
            && c.cue.tokens.end <= trigger.start
            && matches!(c.cue.act, Act::Verb { lemma, .. } if plain(lemma))
    })
}

/// "The study found no evidence of damp", "nobody is charged without evidence of intent": nothing was claimed before.
fn is_finding(scan: &Scan<'_>, trigger: &Range<usize>) -> bool {
    let of = scan.p.lower(trigger.end - 1) == "of" || scan.p.lower(trigger.end) == "of";
    let first = scan.p.lower(trigger.start);
    let found = (trigger.start.saturating_sub(18)..trigger.start)
        .any(|i| matches!(scan.p.lower(i), "found" | "finds" | "find" | "showed"));
    of && (first == "without" || first == "no" && found)
}

/// "Quill calls this a false claim".
fn is_named_so(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> bool {
    view.claims_in(paragraph).iter().any(|c| {
        let near = c.cue.tokens.end <= trigger.start && trigger.start - c.cue.tokens.end <= 4;
        near && c.cue.act.class() == VerbClass::Naming && !c.is_description()
    })
}

/// ", though there is no evidence": the writer's own remark on somebody's statement.
fn opens_concession(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> bool {
    let scan = &view.scans[paragraph];
    let sentence = view.sentence(paragraph, trigger.start);
    let from = trigger.start.saturating_sub(4).max(sentence.start);
    (from..trigger.start).any(|i| {
        matches!(scan.p.lower(i), "though" | "although" | "but" | "despite") && i > 0 && scan.tags[i - 1] == Tag::Comma
    }) || scan.p.lower(trigger.start) == "despite"
}

/// "Without proof", "without evidence" need a claim beside them: somebody who says something, or a noun for it.
fn has_claim(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> bool {
    let sentence = view.sentence(paragraph, trigger.start);
    view.scans[paragraph].p.lower(trigger.start) != "without"
        || view.has_word(paragraph, &sentence, CLAIMS)
        || view.claims_in(paragraph).iter().any(|c| sentence.contains(&c.cue.tokens.start))
}

/// The words at token `i` that call a claim unproven.
fn trigger(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    let word = scan.p.lower(i);
    if PLAIN.contains(&word) {
        return adjective(scan, i);
    }
    if word == "falsely" {
        let verb = scan.lexicon.reporting_verb(scan.p.lower(i + 1)).is_some();
        return (verb && scan.p.lower(i + 1) != "accused").then_some(i..i + 2);
    }
    let absence = absence(scan, i);
    if absence.is_some() {
        return absence;
    }
    let ahead = scan.lower_from(i, 8);
    let (_, len) = scan.lexicon.phrases_at(&ahead).find(|(c, n)| *c == PhraseClass::Unproven && *n > 1)?;
    let phrase = ahead[..len].join(" ");
    if OTHER.contains(&phrase.as_str()) {
        return None;
    }
    // "unable to confirm", "could not verify": only where it is about independent checking, or names what was checked.
    let checking = ["verify", "verified", "corroborate", "corroborated", "substantiated", "proven"];
    let says_so =
        phrase.contains("evidence") || phrase.contains("proof") || checking.iter().any(|w| phrase.contains(w));
    says_so.then_some(i..i + len)
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
            let record = matches!(scan.p.lower(i), "unverified" | "unconfirmed") && RECORDS.contains(&noun);
            CLAIMS.contains(&noun) || noun == "conspiracy" || record
        });
    if let Some(noun) = noun {
        let theory = usize::from(scan.p.lower(noun) == "conspiracy" && CLAIMS.contains(&scan.p.lower(noun + 1)));
        return Some(i..noun + 1 + theory);
    }
    // "the claims have been debunked": the subject right before the verb phrase.
    let mut at = i;
    while at > 0 && matches!(scan.tags[at - 1], Tag::Auxiliary | Tag::Adverb) {
        at -= 1;
    }
    let subject = at < i && at > 0 && CLAIMS.contains(&scan.p.lower(at - 1));
    let negated = (at..i).any(|k| scan.tags[k] == Tag::Negation);
    (subject && !negated).then_some(at..i + 1)
}

/// "there is no evidence", "no indication".
fn absence(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    if scan.p.lower(i) != "there" {
        return None;
    }
    let be = scan.lexicon.word(scan.p.lower(i + 1)).has_any(Classes::BE);
    let no = be && scan.p.lower(i + 2) == "no";
    let noun = (i + 3..i + 6)
        .take_while(|&k| scan.tags.get(k).is_some_and(|t| t.is_nominal()))
        .find(|&k| matches!(scan.p.lower(k), "evidence" | "indication" | "proof" | "sign"))?;
    let claim = matches!(scan.p.lower(noun + 1), "that" | "to" | "he" | "she" | "they" | "for")
        || matches!(scan.tags.get(noun + 1), Some(Tag::Pronoun | Tag::Name | Tag::Determiner | Tag::Relative));
    (no && claim).then_some(i..noun + 1)
}

#[cfg(test)]
pub(super) const MANUAL: super::testing::Manual = super::testing::Manual {
    flags: "a claim that the article itself calls unproven, disputed or false.",
    triggers: &[
        "“unsubstantiated claims”",
        "“without evidence”",
        "“baseless”",
        "“could not independently verify”",
        "“debunked”",
    ],
    severity: "Always the same; the card links to whoever answers the claim.",
    quiet: &[
        "inside a quotation, or where somebody with a name says so: then it is the speaker’s word",
        "nothing was claimed (“the alarm was false”)",
    ],
    warns: &[
        "Posts spread [[unsubstantiated claims]] that the ferry had sunk.",
        "He repeated the [[debunked theory]] that the bridge was sold.",
        "Vale attacked the engineers, though [[there is no indication]] that they knew.",
        "The Courier [[could not independently verify]] the footage.",
        "Vale said, [[without evidence]], that the pumps had been cut.",
        "She [[falsely claimed]] that the harbour was closed.",
        "[[Unverified reports]] of a second leak spread through the town.",
        "The [[baseless accusation]] was shared a thousand times.",
    ],
    silent: &[
        "“These are baseless claims,” Ada Quill said.",
        "Ada Quill said there was no evidence that the pumps had failed.",
        "The alarm was false.",
        "The paper found swifter trains, but no evidence of fewer accidents.",
        "Nobody is charged there without evidence of intent.",
        "Police said there was no evidence that the gate had been forced.",
        "Ada Quill called this a false claim.",
        "The disputed border runs along the river.",
        "Two clerks said she was ready to go, and disputed suggestions that she was forced out.",
        "Without proof of age nobody gets in.",
        "He gave a false name at the desk.",
        "The crew had to verify the pressure twice.",
        "Nobody could find evidence of damp in the house.",
    ],
};
