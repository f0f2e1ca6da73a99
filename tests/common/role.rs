//! What the article calls a speaker.

use super::spoken::{report, speaker};

/// Checks what the article calls the speaker of some words.
#[track_caller]
pub(crate) fn role(text: &str, words: &str, expected: &str) {
    let report = report(text);
    let found = speaker(&report, text, words).and_then(|s| s.role.as_deref());
    assert_eq!(found, Some(expected), "{words:?}");
}
