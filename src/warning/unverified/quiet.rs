//! Where the words are somebody's own, or speak of no claim.

use std::ops::Range;

use crate::attribution::Act;
use crate::lexicon::{Classes, VerbClass};
use crate::mention::{Scan, Tag};
use crate::text::Words;
use crate::warning::view::View;

use super::CLAIMS;

/// Whether the article does not itself call a claim unproven there.
pub(super) fn is_quiet(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> bool {
    let scan = &view.scans[paragraph];
    is_finding(scan, trigger)
        || is_somebodys_denial(scan, trigger)
        || is_spoken(view, paragraph, trigger)
        || !has_claim(view, paragraph, trigger)
}

/// "Two officials said she was ready, and disputed suggestions that": somebody disputes them, not the article.
fn is_somebodys_denial(scan: &Scan<'_>, trigger: &Range<usize>) -> bool {
    let before = trigger.start.checked_sub(1);
    let joined = before.is_some_and(|i| {
        matches!(scan.tags[i], Tag::Coordinator | Tag::Pronoun | Tag::Name)
            || matches!(scan.p.lower(i), "also" | "has" | "have")
    });
    scan.p.is(trigger.start, "disputed") && joined
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
        && !is_own_check(scan, trigger)
}

/// "verified the place but could not independently confirm when": the outlet tells what it checked itself.
fn is_own_check(scan: &Scan<'_>, trigger: &Range<usize>) -> bool {
    let mut before = scan.p.sentence_around(trigger.start).start..trigger.start;
    let checks = const { Words::new("verified confirmed seen reviewed obtained geolocated") };
    before.clone().last().is_some_and(|i| scan.p.is(i, "but")) && before.any(|i| scan.p.is_one(i, &checks))
}

/// "Police said there was no evidence that", "prosecutors stressed that no evidence had come up": whoever says it, the
/// article does not.
fn is_reported_so(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> bool {
    let told = view.is_told_by_another(paragraph, trigger.start, None);
    let plain = |lemma: &str| {
        const { Words::new("say tell add stress emphasise emphasize note warn explain argue insist") }.contains(lemma)
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
    let of = scan.p.is(trigger.end - 1, "of") || scan.p.is(trigger.end, "of");
    let first = scan.p.lower(trigger.start);
    let found = (trigger.start.saturating_sub(18)..trigger.start)
        .any(|i| scan.p.is_one(i, &const { Words::new("found finds find showed") }));
    of && (first == "without" || first == "no" && found) || is_found(scan, trigger)
}

/// "Police found no evidence that", "the inquiry found no proof": whoever looked for it answers for that.
fn is_found(scan: &Scan<'_>, trigger: &Range<usize>) -> bool {
    let verb = trigger.start - usize::from(scan.p.is(trigger.start, "no") && trigger.start > 0);
    let people = Classes::GROUP.with(Classes::OFFICIAL).with(Classes::ORGANIZATION_NOUN).with(Classes::DOCUMENT_NOUN);
    matches!(scan.p.lower(verb), "found" | "finds")
        && (verb.saturating_sub(4)..verb).any(|i| scan.classes(i).has_any(people))
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
        scan.p.is_one(i, &const { Words::new("though although but despite") })
            && i > 0
            && scan.tags[i - 1] == Tag::Comma
    }) || scan.p.is(trigger.start, "despite")
        || is_remark(scan, &(sentence.start..trigger.start))
}

/// ", a claim for which she has offered no evidence": set off behind what somebody says, the writer speaks.
fn is_remark(scan: &Scan<'_>, before: &Range<usize>) -> bool {
    (before.end.saturating_sub(12).max(before.start + 1)..before.end).any(|i| {
        matches!(scan.p.lower(i), "a" | "an")
            && matches!(scan.tags[i - 1], Tag::Comma | Tag::Quote)
            && scan.p.quotation_at(i).is_none()
            && scan.p.is_one(i + 1, &CLAIMS)
    })
}

/// "Without proof", "without evidence" need a claim beside them: somebody who says something, or a noun for it.
fn has_claim(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> bool {
    let sentence = view.sentence(paragraph, trigger.start);
    view.scans[paragraph].p.lower(trigger.start) != "without"
        || sentence.clone().any(|i| CLAIMS.contains(view.scans[paragraph].p.lower(i)))
        || view.claims_in(paragraph).iter().any(|c| sentence.contains(&c.cue.tokens.start))
}
