//! Examples: text in which the expected words stand in `[[…]]`.

use crate::report::{Report, Warning, WarningKind};
use crate::{Article, Options, analyze};

/// The text without its marks, and the report on it.
pub(super) fn read(marked: &str) -> (String, Report) {
    let text = marked.replace("[[", "").replace("]]", "");
    let report = analyze(&Article::new(&text), &Options::default());
    (text, report)
}

/// The warnings of a kind.
pub(super) fn of(report: &Report, kind: WarningKind) -> Vec<&Warning> {
    report.warnings.iter().filter(|w| w.kind == kind).collect()
}

/// Checks that exactly the marked words are noticed, with this kind.
#[track_caller]
pub(super) fn check(kind: WarningKind, marked: &str) {
    let expected: Vec<&str> = marked.split("[[").skip(1).filter_map(|rest| rest.split("]]").next()).collect();
    let (text, report) = read(marked);
    let found: Vec<&str> = of(&report, kind).iter().map(|w| w.trigger[0].of(&text)).collect();
    assert_eq!(found, expected, "{text}\n{:#?}", report.attributions);
}
