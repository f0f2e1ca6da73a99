//! Why a source has no name: whether the article gives no reason, the terms alone, or a reason of its own.

use std::ops::Range;

use crate::lexicon::{Classes, PhraseClass};
use crate::mention::{Scan, Tag};
use crate::report::Anonymity;
use crate::text::Words;

use super::Finding;
use super::view::View;

/// With these begins a sentence that speaks of sources that were heard before: "The people asked not to be named because".
const BACK: Words = Words::new("the they both all these neither none like");

/// What the article says of the reason: beside the statement, in the next sentence, or where it speaks of its sources
/// once for all.
pub(super) fn of(view: &View<'_>, finding: &Finding) -> Anonymity {
    let at = finding.trigger.start;
    let here = (finding.paragraph, view.sentence(finding.paragraph, at));
    // "Three guards, who feared for their jobs, described it. One said": the reason is that of all three.
    let one = matches!(view.scans[finding.paragraph].p.lower(at), "one" | "another");
    let before =
        here.1.start.checked_sub(1).filter(|_| one).map(|i| (finding.paragraph, view.sentence(finding.paragraph, i)));
    // "Another lawmaker, who was not authorised": the reason is that of somebody else.
    let another = const { Words::new("another other others a an one two three some several") };
    let next = view.next_sentence(finding.paragraph, at);
    let next = next.filter(|(paragraph, sentence)| !another.contains(view.scans[*paragraph].p.lower(sentence.start)));
    let beside = [Some(here), next];
    let near = beside
        .into_iter()
        .chain([before])
        .flatten()
        .map(|(paragraph, sentence)| grade(&view.scans[paragraph], &sentence))
        .max();
    near.unwrap_or(Anonymity::Unexplained).max(once_for_all(view, finding))
}

/// "The sources asked not to be identified because the matter is private": of the same word for people, anywhere.
fn once_for_all(view: &View<'_>, finding: &Finding) -> Anonymity {
    let own = people(&view.scans[finding.paragraph], &finding.trigger);
    let given = view.reasons().filter(|(paragraph, reason)| {
        let p = view.scans[*paragraph].p;
        reason.of_others || reason.sentence.clone().any(|i| own.contains(&p.lower(i)))
    });
    given.map(|(_, reason)| reason.grade).max().unwrap_or(Anonymity::Unexplained)
}

/// A sentence that says why sources that were heard elsewhere have no name.
#[derive(Debug, Clone)]
pub(super) struct Reason {
    sentence: Range<usize>,
    grade: Anonymity,
    /// "like others": of all of them, whatever they were called.
    of_others: bool,
}

/// All such sentences of a paragraph.
pub(super) fn reasons(scan: &Scan<'_>) -> Vec<Reason> {
    let reason = |sentence: &Range<usize>| {
        let of_others = sentence.clone().any(|i| scan.p.is(i, "like") && scan.p.is(i + 1, "others"));
        let speaks_back = of_others || scan.p.is_one(sentence.start, &BACK);
        let grade = if speaks_back { grade(scan, sentence) } else { Anonymity::Unexplained };
        (grade > Anonymity::Unexplained).then(|| Reason { sentence: sentence.clone(), grade, of_others })
    };
    scan.p.sentences.iter().filter_map(reason).collect()
}

/// The nouns of a phrase that mean people.
fn people<'a>(scan: &'a Scan<'_>, trigger: &Range<usize>) -> Vec<&'a str> {
    let person = |w: &&str| scan.lexicon.word(w).has_any(Classes::ANONYMOUS | Classes::GROUP | Classes::ROLE);
    trigger.clone().filter(|&i| scan.tags[i] != Tag::Name).map(|i| scan.p.lower(i)).filter(person).collect()
}

/// What one sentence says of it.
fn grade(scan: &Scan<'_>, sentence: &Range<usize>) -> Anonymity {
    let at = |i: usize| {
        if scan.longest(i, PhraseClass::AnonymityReason).is_some() {
            return Anonymity::Specific;
        }
        // "asked not to be named because …": the terms with a reason of their own.
        let Some(terms) = scan.longest(i, PhraseClass::AnonymityTerms) else {
            return Anonymity::Unexplained;
        };
        let because = (i + terms..sentence.end.min(i + terms + 6))
            .any(|k| scan.p.is_one(k, &const { Words::new("because since citing fear fearing due to") }));
        if because { Anonymity::Specific } else { Anonymity::Formula }
    };
    sentence.clone().map(at).max().unwrap_or(Anonymity::Unexplained)
}

#[cfg(test)]
mod tests {
    use crate::report::Anonymity::{self, Formula, Specific, Unexplained};
    use crate::warning::testing::read;

    #[track_caller]
    fn check(text: &str, expected: Anonymity) {
        let (_, report) = read(text);
        let warning = report.warnings.first().unwrap_or_else(|| panic!("no warning: {:#?}", report.attributions));
        assert_eq!(warning.anonymity, Some(expected), "{text}");
    }

    #[test]
    fn reasons_are_graded() {
        check("The lock will be sold, a senior official said.", Unexplained);
        check("The lock will be sold, said a senior official, speaking on condition of anonymity.", Formula);
        check("A senior official, who asked not to be named, said the lock will be sold.", Formula);
        check(
            "A teacher, who did not want her name in print for fear of victimisation, said the lock leaks.",
            Specific,
        );
        check("The lock will be sold, said a source who was not authorised to speak publicly.", Specific);
        check(
            "Two people said the lock will be sold. They asked not to be named because the talks are private.",
            Specific,
        );
    }

    #[test]
    fn the_reason_of_another_source_is_his() {
        check(
            "“He lost,” said a senior official. Another lawmaker, who spoke on condition of anonymity to avoid harassment, \
             called it theatre.",
            Unexplained,
        );
    }

    #[test]
    fn the_reason_of_a_group_is_that_of_each() {
        let text = "Three keepers, who spoke on condition of anonymity because they feared reprisals, described chaos. One said the gate was open.";
        let (_, report) = read(text);
        assert!(report.warnings.len() == 2 && report.warnings.iter().all(|w| w.anonymity == Some(Specific)));
    }

    #[test]
    fn a_reason_may_be_given_once_for_all() {
        check(
            "The lock will be sold, two people familiar with the matter said.\nThe buyer is a bank.\nIt has a branch in \
             Vellmouth.\nThe people asked not to be identified because the talks are private.",
            Specific,
        );
        check(
            "The lock will be sold, a senior official said.\nThe buyer is a bank.\nIt has a branch in Vellmouth.\nA lawyer \
             asked not to be identified because the talks are private.",
            Unexplained,
        );
    }
}
