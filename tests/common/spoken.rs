//! Who says what in a text.

use hearsay::report::{Report, Speaker};
use hearsay::{Article, Options, analyze};

/// The report on a text.
pub(crate) fn report(text: &str) -> Report {
    analyze(&Article::new(text), &Options::default())
}

/// The speaker of the statement that holds `words`.
#[track_caller]
pub(crate) fn speaker<'r>(report: &'r Report, text: &str, words: &str) -> Option<&'r Speaker> {
    let at = text.find(words).unwrap_or_else(|| panic!("{words:?} is not in the text")) as u32;
    let found = report.attributions.iter().find(|a| a.content.iter().any(|c| c.start <= at && at < c.end));
    let found = found.unwrap_or_else(|| panic!("nobody says {words:?}: {:#?}", report.attributions));
    found.speaker.and_then(|id| report.speakers.get(id as usize))
}

/// Checks who says the words.
#[track_caller]
pub(crate) fn says(text: &str, expected: &[(&str, &str)]) {
    let report = report(text);
    for (words, name) in expected {
        let found = speaker(&report, text, words).map(|s| s.name.as_str());
        assert_eq!(found, Some(*name), "{words:?}");
    }
}
