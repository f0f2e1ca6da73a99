//! Examples: text in which the expected words stand in `[[…]]`.

use crate::attribution::{Placed, Reading, link};
use crate::lexicon::Lexicon;
use crate::report::{Report, Warning, WarningKind};

/// The text without its marks, and the report on it.
pub(super) fn read(marked: &str) -> (String, Report) {
    let text = marked.replace("[[", "").replace("]]", "");
    let lexicon = Lexicon::english();
    let mut start = 0;
    let readings: Vec<(u32, Reading)> = text
        .split('\n')
        .map(|paragraph| {
            let at = start;
            start += paragraph.len() as u32 + 1;
            (at, Reading::new(paragraph, lexicon))
        })
        .collect();
    let placed: Vec<Placed<'_>> = readings.iter().map(|(start, reading)| Placed { start: *start, reading }).collect();
    let linked = link(&placed, lexicon);
    let warnings = super::find(&placed, &linked, lexicon);
    let (speakers, attributions) = (linked.speakers, linked.attributions);
    (text, Report { language: "en".into(), speakers, attributions, warnings })
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
