//! Who says what in a text, and whether by name.

use hearsay::report::{Attribution, Report, Speaker};
use hearsay::{Article, Options, analyze};

/// The report on a text.
pub(crate) fn report(text: &str) -> Report {
    analyze(&Article::new(text), &Options::default())
}

/// The shortest statement that holds `words`: of a report within a report the inner one.
#[track_caller]
pub(crate) fn statement<'r>(report: &'r Report, text: &str, words: &str) -> &'r Attribution {
    let at = text.find(words).unwrap_or_else(|| panic!("{words:?} is not in the text")) as u32;
    let holds = |a: &&Attribution| a.content.iter().any(|c| c.start <= at && at < c.end);
    let length = |a: &&Attribution| a.content.iter().map(|c| c.end - c.start).sum::<u32>();
    report
        .attributions
        .iter()
        .filter(holds)
        .min_by_key(length)
        .unwrap_or_else(|| panic!("nobody says {words:?}: {report:#?}"))
}

pub(crate) fn speaker<'r>(report: &'r Report, text: &str, words: &str) -> Option<&'r Speaker> {
    statement(report, text, words).speaker.and_then(|id| report.speakers.get(id as usize))
}

/// Checks who says the words, by name.
#[track_caller]
pub(crate) fn named(text: &str, expected: &[(&str, &str)]) {
    let report = report(text);
    for (words, name) in expected {
        let found = speaker(&report, text, words).map(|s| (s.name.as_str(), s.named));
        assert_eq!(found, Some((*name, true)), "{words:?}");
    }
}

/// Checks that whoever says the words has no name.
#[track_caller]
pub(crate) fn unnamed(text: &str, words: &str) {
    let report = report(text);
    let found = speaker(&report, text, words);
    assert!(found.is_none_or(|s| !s.named), "{words:?}: {found:?}");
}
