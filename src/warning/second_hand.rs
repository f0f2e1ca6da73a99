//! `second-hand`: someone reports what someone else is said to have said; an outlet relays another's unnamed source.
//!
//! Quiet where the article states a confirmation of its own.

use std::ops::Range;

use crate::attribution::Act;
use crate::lexicon::{Classes, PhraseClass, VerbClass};
use crate::mention::{Category, Head, Scan, Tag};
use crate::report::{Severity, WarningKind};

use super::view::View;
use super::{Definition, Finding, Standard, judged};
use crate::text::Words;

/// What stands fixed.
pub(super) const DEFINITION: Definition = Definition {
    kind: WarningKind::SecondHand,
    severity: Severity::Note,
    standard: Standard {
        name: "BBC Editorial Guidelines: Accuracy",
        address: "https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy",
    },
    message: "warningSecondHand",
};

/// Between who tells and whom they tell stand no more tokens than this, or another clause lies between.
const LONGEST_TELLING: usize = 8;

/// The words of a second hand.
pub(super) fn spot(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    relayed(scan, i).or_else(|| was_told(scan, i)).or_else(|| saw(scan, i))
}

pub(super) fn find(view: &View<'_>) -> Vec<Finding> {
    let mut out =
        judged(view, DEFINITION.kind, &|paragraph, trigger| match view.scans[paragraph].p.lower(trigger.start) {
            "citing" | "cited" | "quoted" | "quoting" => Some((Severity::Caution, 80)),
            _ if !is_reported(view, paragraph, trigger.start) => None,
            "been" => Some((DEFINITION.severity, 74)),
            _ => Some((DEFINITION.severity, 70)),
        });
    out.extend(told(view));
    out.retain(|f| !is_confirmed(view, f));
    out
}

/// "the Courier reported, citing people familiar with the matter".
fn relayed(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    let sentence = scan.p.sentence_around(i);
    // "quoted sources as saying": without what they said, it tells whom somebody spoke of.
    let said = |k: usize| scan.p.is(k, "as") && scan.p.is(k + 1, "saying");
    let quoted = matches!(scan.p.lower(i), "quoted" | "cited") && (i + 1..sentence.end.min(i + 9)).any(said);
    if !matches!(scan.p.lower(i), "citing" | "quoting") && !quoted {
        return None;
    }
    let outlet = scan.names.iter().any(|n| sentence.contains(&n.tokens.start) && n.category != Category::Place)
        || (sentence.start..i).any(|k| scan.p.is_one(k, &const { Words::new("newspaper paper media tv broadcaster") }));
    let end = sentence.end.min(i + 6);
    let anonymous = (i + 1..end).take_while(|&k| scan.tags[k] != Tag::Comma).any(|k| {
        scan.phrases_at(k).any(|(class, _)| class.is_anonymity())
            || scan.p.is_one(k, &const { Words::new("source sources officials people") })
                && !scan.names.iter().any(|n| n.tokens.start > i && n.tokens.end <= k)
    }) || cites_people(scan, i, end);
    (outlet && anonymous).then_some(i..i + 1)
}

/// "citing unnamed bankers", "citing a crew member": nothing but people, of whom the article does not tell who they are.
fn cites_people(scan: &Scan<'_>, i: usize, end: usize) -> bool {
    let plain = |k: &usize| {
        let (tag, word) = (scan.tags[*k], scan.p.lower(*k));
        tag.is_nominal() && tag != Tag::Possessive && word != "the" || word.starts_with("un")
    };
    let Some(head) = (i + 1..end).take_while(plain).last() else { return false };
    let people =
        scan.classes(head).has_any(Classes::ANONYMOUS.with(Classes::ROLE)) && !scan.p.lower(head).starts_with("figure");
    people && !matches!(scan.tags.get(head + 1), Some(Tag::Name | Tag::Possessive))
}

/// "she said she had been told by a colleague that".
fn was_told(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    let told = i > 0 && scan.p.is(i - 1, "been") && scan.p.is(i, "told") && scan.p.is(i + 1, "by");
    // "she had heard from a nurse that".
    let heard = i > 0 && scan.p.is(i - 1, "had") && scan.p.is(i, "heard") && scan.p.is(i + 1, "from");
    if !(told || heard && matches!(scan.p.lower(i + 2), "a" | "an" | "another")) {
        return None;
    }
    let phrase = scan.phrase_after(i + 2, scan.p.sentence_around(i).end)?;
    let unnamed = matches!(scan.source(phrase.clone()).head, Head::Description(_));
    (unnamed && (told || scan.p.is_one(phrase.core.end, &const { Words::new("that who") })))
        .then_some(i - 1..phrase.core.end)
}

/// "told us that her neighbour had seen": somebody else was there.
fn saw(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    let had = matches!(scan.p.lower(i), "had" | "has") && matches!(scan.p.lower(i + 1), "seen" | "heard" | "witnessed");
    if !had || i < 2 {
        return None;
    }
    let someone = scan.classes(i - 1).has_any(Classes::RELATION | Classes::ANONYMOUS);
    let whose = scan.tags[i - 2] == Tag::PossessivePronoun;
    (someone && whose).then_some(i - 2..i + 2)
}

/// "he said his brother told him": a statement whose content is somebody else's telling.
fn told(view: &View<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for claim in &view.claims {
        let Act::Verb { lemma: "tell", class: VerbClass::Speech, .. } = claim.cue.act else { continue };
        let scan = &view.scans[claim.paragraph];
        if scan.p.lower(claim.cue.tokens.start) != "told" {
            continue;
        }
        let addressee = scan.p.lower(claim.cue.tokens.end);
        let hearer =
            scan.lexicon.word(addressee).has_any(Classes::PERSONAL) && matches!(addressee, "him" | "her" | "them");
        // "said doctors told the family that": whose family it is, the outer speaker knows.
        let family = addressee == "the" && scan.p.is(claim.cue.tokens.end + 1, "family");
        let hearer = hearer || family;
        let phrase = &claim.source.phrase;
        let unnamed = matches!(claim.source.head, Head::Description(_));
        let outer = view.claims_in(claim.paragraph).iter().any(|c| {
            c.attribution.is_some()
                && c.cue.tokens.end <= phrase.core.start
                && view.sentence(c.paragraph, c.cue.tokens.start) == view.sentence(c.paragraph, phrase.core.start)
                && matches!(c.cue.act.class(), VerbClass::Speech | VerbClass::Assertion)
        });
        // "no matter how many times people told him" tells of no telling.
        let asks = phrase
            .core
            .start
            .checked_sub(1)
            .is_some_and(|i| scan.p.is_one(i, &const { Words::new("how when if what") }));
        let short = claim.cue.tokens.end.checked_sub(phrase.core.start).is_some_and(|words| words <= LONGEST_TELLING);
        // "her boss told her to lie": a command, which she heard herself.
        let after = claim.cue.tokens.end + 1 + usize::from(family);
        let command = scan.tags.get(after) == Some(&Tag::To) || matches!(scan.p.lower(after), "to" | "not");
        if hearer
            && !command
            && unnamed
            && outer
            && short
            && !asks
            && !view.is_quoted(claim.paragraph, phrase.core.start)
        {
            out.push(Finding {
                paragraph: claim.paragraph,
                trigger: phrase.core.start..claim.cue.tokens.end + 1 + usize::from(family),
                severity: DEFINITION.severity,
                confidence: 72,
                attribution: claim.attribution,
            });
        }
    }
    out
}

/// Whether somebody’s statement leads up to token `i` of the same sentence.
fn is_reported(view: &View<'_>, paragraph: usize, i: usize) -> bool {
    let sentence = view.sentence(paragraph, i);
    view.claims_in(paragraph).iter().any(|c| {
        sentence.contains(&c.cue.tokens.start)
            && c.cue.tokens.end <= i
            && matches!(c.cue.act.class(), VerbClass::Speech | VerbClass::Assertion)
    })
}

/// "The Courier has confirmed it": the article's own check, in the sentence or the next.
fn is_confirmed(view: &View<'_>, finding: &Finding) -> bool {
    let here = (finding.paragraph, view.sentence(finding.paragraph, finding.trigger.start));
    let next = view.next_sentence(finding.paragraph, finding.trigger.start);
    [Some(here), next].into_iter().flatten().any(|(paragraph, sentence)| {
        let scan = &view.scans[paragraph];
        sentence.clone().any(|i| {
            matches!(scan.p.lower(i), "confirmed" | "verified")
                && !scan.tags[..i].iter().rev().take(3).any(|t| *t == Tag::Negation)
                && !scan.p.is(sentence.start, "neither")
                && scan.longest(i.saturating_sub(2), PhraseClass::Unproven).is_none()
        })
    })
}

#[cfg(test)]
pub(super) const MANUAL: super::testing::Manual = super::testing::Manual {
    flags: "a statement that went through another hand: someone reports what someone else is said to have said, \
            or an outlet relays another’s unnamed source.",
    triggers: &["“he said his brother told him”", "“the paper reported, citing people familiar with the matter”"],
    severity: "Caution for a relayed anonymous source.",
    quiet: &[
        "the article states a confirmation of its own",
        "the witness speaks of what he saw or heard himself",
        "a document that others can read is cited",
    ],
    warns: &[
        "The Vellmouth Courier [[quoted]] two unnamed officials as saying that the bridge would be sold.",
        "The Vellmouth Courier reported the sale, [[citing]] people familiar with the matter.",
        "Quill Radio said the mayor would resign, [[citing]] two unnamed officials.",
        "Tom Vale said that [[his brother told him]] the pumps had been cut.",
        "Ada Quill said [[a neighbour told her]] that the ferry had sunk.",
        "The Harbour Post first reported the talks, [[citing]] sources.",
        "Tom Vale said he had [[been told by a colleague]] that the vote was lost.",
        "Ada Quill told us that [[her neighbour had seen]] the gate open.",
        "The deal is close, the Vellmouth Courier reported, [[citing]] a person briefed on the talks.",
        "The Vellmouth Courier reported the split, [[citing]] unnamed bankers.",
        "The Vellmouth Courier reported the leak, [[citing]] a crew member.",
        "Ada Quill said [[doctors told the family]] that the wound was small.",
        "The Vellmouth Courier [[cited]] unnamed clerks as saying that the lock leaks.",
        "The newspaper [[quoted]] a source as saying that the lock leaks.",
        "Quill Radio, [[citing]] an unnamed official, said the gate was open. Neither claim could be verified.",
        "Tom Vale said he [[had heard from a nurse]] that the ward was full.",
    ],
    silent: &[
        "The Vellmouth Courier reported the sale, citing a filing by Quill Marine.",
        "“My brother told me the pumps had been cut,” Tom Vale said.",
        "Her doctor told her that she would recover.",
        "Tom Vale said he often thinks of what his parents told him.",
        "Quill Radio, citing two unnamed officials, said the mayor would resign. The Courier has confirmed \
            it.",
        "The court dismissed the case, citing a lack of evidence.",
        "Ada Quill told Tom Vale that the pumps had been cut.",
        "The company closed the dock, citing safety.",
        "Tom Vale said he had been told by Ada Quill that the vote was lost.",
        "He had seen the gate open himself, Tom Vale said.",
        "Ada Quill said her boss told her to lie.",
        "The Vellmouth Courier reported the split, citing fears among factory owners.",
        "The Vellmouth Courier quoted chairman Tom Vale as saying that the split was near.",
        "According to the board, Vale told his mother of the plan.",
        "The board cited Ada Quill as saying that the lock leaks.",
        "Tom Vale said he had heard from a friend in May.",
    ],
};
