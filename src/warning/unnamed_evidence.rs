//! `unnamed-evidence`: evidence that cannot be looked up.
//!
//! Quiet where the study, outlet, document or its makers are given in the sentence or the next one.

use std::ops::Range;

use crate::lexicon::{Classes, Listed, VerbClass};
use crate::mention::{Category, Scan, Tag};
use crate::report::{Severity, WarningKind};
use crate::text::Words;

use super::view::View;
use super::{Definition, Finding, Standard, judged};

/// What stands fixed.
pub(super) const DEFINITION: Definition = Definition {
    kind: WarningKind::UnnamedEvidence,
    severity: Severity::Note,
    standard: Standard {
        name: "The Trust Project: Trust Indicators",
        address: "https://thetrustproject.org/trust-indicators/",
    },
    message: "warningUnnamedEvidence",
};

/// Evidence that is one of many, so that nobody can tell which.
const EVIDENCE: Words = Words::new("studies research evidence surveys polls polling statistics estimates");

/// News at one remove.
const NEWS: &[&str] = &["media", "reports", "newspapers", "outlets", "press"];

/// One of them, given: "a 2014 study by …".
const STUDY: Words = Words::new("study studies paper trial survey journal poll review analysis");

/// What may stand before it without telling which it is.
static EPITHETS: Listed = Listed::new("unnamed-evidence-epithets");

/// How much there is of it: "a number of studies", "a growing body of research".
const AMOUNTS: Words = Words::new("body dozens hundreds number plenty scores series spate string variety wealth");

/// What evidence does.
const VERBS: Words =
    Words::new("suggest indicate prove support link claim find conclude confirm say report allege describe");

/// Evidence with its verb; its noun is token `i`.
pub(super) fn spot(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    trigger(scan, i).or_else(|| seen_by(scan, i))
}

pub(super) fn find(view: &View<'_>) -> Vec<Finding> {
    judged(view, DEFINITION.kind, &|paragraph, trigger| {
        // "documents seen by": nothing that stands beside them would give them.
        let seen = view.scans[paragraph].p.is(trigger.end - 1, "by");
        let quiet =
            !seen && is_given(view, paragraph, trigger) || view.has_named_voice(paragraph, trigger.start, false);
        (!quiet).then_some((DEFINITION.severity, 80))
    })
}

/// "recent studies suggest", "local media reported": a bare plural with its verb, whose noun is token `i`.
fn trigger(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    let noun = scan.p.lower(i);
    let evidence = EVIDENCE.contains(noun);
    if !(evidence || NEWS.contains(&noun)) || scan.tags[i] == Tag::Name && i > 0 && !starts(scan, i) {
        return None;
    }
    let mut start = i;
    while start > 0 && (scan.p.is_one(start - 1, &EPITHETS) || is_of_a_land(scan, start - 1)) {
        start -= 1;
    }
    // "according to local media".
    if start > 1 && scan.p.is(start - 1, "to") && scan.p.is(start - 2, "according") {
        let alone = !matches!(scan.tags.get(i + 1), Some(Tag::Noun | Tag::Name | Tag::Preposition | Tag::Participle));
        return alone.then_some(start..i + 1);
    }
    start = quantified(scan, start);
    // "The ferry sank, say reports.".
    let inverted = start == i && start > 1 && scan.p.is_one(i - 1, &const { Words::new("say said suggest") });
    if inverted
        && scan.tags[i - 2] == Tag::Comma
        && !scan.tags.get(i + 1).is_some_and(|tag| tag.is_nominal() || *tag == Tag::Preposition)
    {
        return Some(i - 1..i + 1);
    }
    // "the studies", "its research", "crime statistics", "Quill’s reports": which ones is told before.
    if start > 0 && !starts(scan, start) && (scan.tags[start - 1].is_nominal() || scan.tags[start - 1] == Tag::Name) {
        return None;
    }
    // "in studies", "of research": no subject.
    if start > 0 && scan.tags[start - 1] == Tag::Preposition {
        let number = start > 2 && scan.p.is(start - 1, "of") && scan.p.is_one(start - 2, &AMOUNTS);
        if !number && scan.p.lower(start - 1) != "as" {
            return None;
        }
    }
    let mut verb = i + 1;
    // "Reports in the week suggested", "studies in mice show": what tells where, and names nobody.
    if matches!(scan.p.lower(verb), "in" | "on" | "of") {
        // The verb may look like a noun.
        let says = |k: usize| k > i + 2 && scan.lexicon.reporting_verb(scan.p.lower(k)).is_some();
        let noun = |k: &usize| scan.tags[*k].is_nominal() && scan.tags[*k] != Tag::Name && !says(*k);
        verb += 1 + (verb + 1..scan.tags.len().min(i + 6)).take_while(noun).count();
    }
    while scan.tags.get(verb).is_some_and(|tag| tag.helps()) {
        verb += 1;
    }
    // "Studies have linked noise to illness".
    if evidence && matches!(scan.p.lower(verb), "link" | "linked") && !scan.classes(verb - 1).has_any(Classes::BE) {
        return Some(start..verb + 1);
    }
    // "Estimates put the cost at", "estimates range from".
    if noun == "estimates" && matches!(scan.p.lower(verb), "put" | "range" | "vary") {
        return Some(start..verb + 1);
    }
    let form = scan.lexicon.reporting_verb(scan.p.lower(verb))?;
    // "research is reported": done to, not done by. "Social media will show who you are": not yet.
    let passive = (i + 1..verb).any(|k| scan.classes(k).has_any(Classes::BE) || scan.p.is(k, "will"));
    // "social media proved itself a force": what it is, not what it says.
    let of_itself = matches!(scan.p.lower(verb + 1), "itself" | "themselves");
    let shows = form.class == VerbClass::Show || VERBS.contains(form.lemma);
    (shows && !passive && !of_itself && scan.tags[verb] != Tag::Gerund).then_some(start..verb + 1)
}

/// "some harbour safety studies": where the words of a phrase begin that an open quantifier leads.
fn quantified(scan: &Scan<'_>, start: usize) -> usize {
    let plain = |&i: &usize| matches!(scan.tags[i], Tag::Noun | Tag::Adjective);
    let first = (0..start).rev().take(3).take_while(plain).last().unwrap_or(start);
    let open = first > 0 && scan.p.is_one(first - 1, &const { Words::new("some many several numerous various") });
    if open { first - 1 } else { start }
}

/// "documents seen by the Courier": nobody else can see them.
fn seen_by(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    const SEEN: Words = Words::new("seen obtained reviewed viewed");
    let noun = scan.p.lower(i);
    let papers =
        const { Words::new("documents emails messages files records memos letters notes reports") }.contains(noun);
    let paper = const { Words::new("document email memo letter report review draft copy audit dossier paper") };
    let paper = paper.contains(noun);
    if !(paper || papers) {
        return None;
    }
    let first = (0..i).rev().take_while(|&k| scan.tags[k].is_nominal()).last().unwrap_or(i);
    // "The Courier has seen a letter".
    let has = first > 2 && scan.p.is_one(first - 1, &SEEN) && matches!(scan.p.lower(first - 2), "has" | "have");
    if has && scan.classes(first - 3).has_any(Classes::OUTLET) && !matches!(scan.p.lower(i + 1), "from" | "by") {
        return Some(first - 2..i + 1);
    }
    let before = i.saturating_sub(1);
    // "an internal review seen by the Courier": one of which nothing tells whose it is.
    let paper = paper && {
        let outlet = i + 3 + usize::from(scan.p.is(i + 3, "the"));
        let by = matches!(scan.tags.get(outlet), Some(Tag::Name)) || scan.p.is(outlet, "us");
        // "said in a letter seen by the Courier": it is the speaker's.
        let within = first > 0 && scan.p.is(first - 1, "in");
        by && i > 0 && !within && !scan.p.is_one(before, &const { Words::new("the this that") })
    };
    let seen = scan.p.is_one(i + 1, &SEEN) && scan.p.is(i + 2, "by");
    // What a court or the police keep can be found.
    let kept = matches!(scan.tags[before], Tag::Name | Tag::PossessivePronoun | Tag::Possessive)
        || scan.p.is_one(before, &const { Words::new("court police public government") });
    let internal = matches!(scan.p.lower(before), "internal" | "confidential" | "leaked");
    ((papers || paper) && seen && !kept).then_some(i - usize::from(internal)..i + 3)
}

/// "Vellish media", "U.S. media".
fn is_of_a_land(scan: &Scan<'_>, i: usize) -> bool {
    scan.classes(i).has_any(Classes::DEMONYM | Classes::PLACE)
}

fn starts(scan: &Scan<'_>, i: usize) -> bool {
    scan.p.begins_sentence(i)
}

/// Whether the sentence or the next one gives a study, an outlet or a body that stands behind it.
fn is_given(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> bool {
    let here = (paragraph, view.sentence(paragraph, trigger.start));
    let next = view.next_sentence(paragraph, trigger.start);
    if trigger.clone().any(|i| NEWS.contains(&view.scans[paragraph].p.lower(i))) {
        let scan = &view.scans[paragraph];
        return here.1.clone().any(|i| {
            // Brackets at the beginning of an article hold whose the article is.
            let before = (0..i).rev().find(|&k| scan.tags[k] != Tag::Name);
            let dateline = before.is_some_and(|k| scan.p.is(k, "("));
            scan.tags[i] == Tag::Name && scan.classes(i).has_any(Classes::OUTLET) && !dateline
        });
    }
    let gives = |(paragraph, sentence): &(usize, Range<usize>), own: bool| {
        let scan = &view.scans[*paragraph];
        let body = scan.names.iter().any(|n| {
            sentence.contains(&n.tokens.start)
                && n.category != Category::Place
                && source_position(scan, n.tokens.start, sentence)
        });
        // "One, published in May, …" is one of them.
        let one = matches!(scan.p.lower(sentence.start), "one" | "another");
        let study = one || view.has_word(*paragraph, sentence, STUDY);
        let published =
            view.has_word(*paragraph, sentence, const { Words::new("published journal authors co-author") });
        (own || study) && (body || published)
    };
    gives(&here, true) || next.as_ref().is_some_and(|s| gives(s, false))
}

/// "by", "from", "in", "at" or "according to" before a name make it a source.
fn source_position(scan: &Scan<'_>, name: usize, sentence: &Range<usize>) -> bool {
    (name.saturating_sub(3).max(sentence.start)..name)
        .any(|i| scan.p.is_one(i, &const { Words::new("by from in at to including") }))
}

#[cfg(test)]
pub(super) const MANUAL: super::testing::Manual = super::testing::Manual {
    flags: "evidence that cannot be looked up.",
    triggers: &["“studies show”", "“research suggests”", "“local media reported”", "“documents seen by”"],
    severity: "Always the same.",
    quiet: &[
        "the study, the outlet, the document or whoever made it is given in that sentence or the next",
        "somebody with a name cites it",
    ],
    warns: &[
        "PORT VELL (Quill News) — A storm shook the quay, officials and [[local media said]].",
        "The town cares more for its quay, as [[recent polls have suggested]].",
        "A number of [[recent studies show]] that noise keeps gulls away.",
        "[[Some harbour safety studies have concluded]] that size matters.",
        "[[Recent studies suggest]] that ferries are safer than buses.",
        "[[Research shows]] that noise keeps gulls away.",
        "[[Local media reported]] that the bridge was closed.",
        "While [[studies have not always supported]] the method, it worked here.",
        "[[Some estimates put]] the cost at four million.",
        "[[Internal documents seen by]] the Courier describe the leak.",
        "[[Surveys have found]] that few travellers mind the price.",
        "[[Early reports say]] that the crew left the ship.",
        "The quay burned, according to [[local media]].",
        "The quay was closed, [[U.S. media reported]].",
        "[[Reports in the week suggested]] that the yard had been sold.",
        "[[Studies in mice show]] that noise harms the ear.",
        "An [[internal review seen by]] the Courier warned of a leak.",
        "Staff [[records obtained by]] the Courier show nine complaints.",
        "[[Studies have linked]] noise to illness.",
        "The Vellmouth Courier [[has seen a letter]] in which the mayor threatens to go.",
    ],
    silent: &[
        "A study by Quill University suggests that ferries are safer.",
        "Studies published by Quill University suggest that ferries are safer.",
        "“Research shows that it works,” Ada Quill said.",
        "Her research shows that noise keeps gulls away.",
        "She reports to the council.",
        "Recent studies suggest that ferries are safe. One, published by Quill University in May, counted \
            every trip.",
        "The media were kept out of the hall.",
        "Social media proved itself a help in the search.",
        "Ada Quill said that studies show the opposite.",
        "Official figures from the harbour board show a rise.",
        "The quay leaks, according to reports by Quill University.",
        "According to police reports, the quay leaks.",
        "Studies in Vellmouth show that ferries are safe.",
        "Reports on the lock are kept in the tower.",
        "Quill Marine wrote in a letter seen by the Courier that the lock leaks.",
        "Court records seen by the Courier show nine complaints.",
        "The Vellmouth Courier has seen a letter from Tom Vale.",
    ],
};
