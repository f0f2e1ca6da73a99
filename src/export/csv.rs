//! A table after RFC 4180: one row a statement, one a warning. Names of columns and kinds are those of the report
//! (`docs/report.md`), in every language of the interface, so that programs can rely on them.

use std::borrow::Cow;

use super::Document;
use super::selector::Selectors;
use crate::report::{Attribution, Confidence, Warning, name_of};
use crate::summary::statements;

const COLUMNS: [&str; 16] = [
    "record",
    "id",
    "kind",
    "speaker",
    "role",
    "source",
    "named",
    "words",
    "cue",
    "medium",
    "sentence",
    "severity",
    "confidence",
    "start",
    "end",
    "answered_by",
];

/// All rows. Offsets count code points of the target's text.
pub(super) fn csv(document: &Document<'_>) -> String {
    let selectors = Selectors::new(document.text, document.target);
    let statements = statements(document.report).map(|a| statement(document, &selectors, a));
    let warnings = document.report.warnings.iter().map(|w| warning(document, &selectors, w));
    let head = COLUMNS.map(str::to_owned);
    std::iter::once(head).chain(statements).chain(warnings).map(|row| line(&row)).collect()
}

/// A row as RFC 4180 writes it. By hand, because the `csv` crate asks of every field whether it is a number, and so brings what
/// reads numbers along, 14 KB of every engine; in the tests it reads what is written here.
fn line(row: &[String]) -> String {
    let fields: Vec<Cow<'_, str>> = row.iter().map(|field| quoted(guard(field))).collect();
    fields.join(",") + "\r\n"
}

fn quoted(field: Cow<'_, str>) -> Cow<'_, str> {
    if field.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", field.replace('"', "\"\"")).into() } else { field }
}

fn statement(document: &Document<'_>, selectors: &Selectors<'_>, a: &Attribution) -> [String; 16] {
    let speaker = document.report.speaker_of(a.id);
    let (start, end) = extent(selectors.extent(&a.content));
    [
        "statement".into(),
        a.id.to_string(),
        name_of(a.kind),
        speaker.map(|s| s.name.clone()).unwrap_or_default(),
        speaker.and_then(|s| s.role.clone()).unwrap_or_default(),
        speaker.map(|s| name_of(s.kind)).unwrap_or_default(),
        speaker.map(|s| s.named.to_string()).unwrap_or_default(),
        document.words_of(&a.content),
        document.words_of(&a.cue),
        a.medium.clone().unwrap_or_default(),
        String::new(),
        String::new(),
        confidence(a.confidence),
        start,
        end,
        String::new(),
    ]
}

fn warning(document: &Document<'_>, selectors: &Selectors<'_>, w: &Warning) -> [String; 16] {
    let (start, end) = extent(selectors.extent(&w.trigger));
    let answers: Vec<String> = w.rebuttals.iter().map(|r| r.attribution.to_string()).collect();
    let mut row = [const { String::new() }; 16];
    row[0] = "warning".into();
    row[1] = w.id.to_string();
    row[2] = name_of(w.kind);
    row[7] = document.words_of(&w.trigger);
    row[10] = document.words_of(&[w.sentence]);
    row[11] = name_of(w.severity);
    row[12] = confidence(w.confidence);
    row[13] = start;
    row[14] = end;
    row[15] = answers.join(" ");
    row
}

fn extent(place: Option<(u32, u32)>) -> (String, String) {
    place.map_or_else(Default::default, |(start, end)| (start.to_string(), end.to_string()))
}

fn confidence(value: Confidence) -> String {
    let percent = value.as_percent();
    format!("{}.{:02}", percent / 100, percent % 100)
}

/// What a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises (CSV injection): the words
/// come from whatever page was open.
fn guard(field: &str) -> Cow<'_, str> {
    match field.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => format!("'{field}").into(),
        _ => field.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::testing::{Keys, TEXT, report};
    use proptest::prelude::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let report = report(text);
        let written = csv(&Document::alone(text, &report, "a.txt", &Keys));
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(written.as_bytes());
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn a_row_a_statement_and_a_row_a_warning() {
        let rows = rows(TEXT);
        assert_eq!(rows[0], COLUMNS);
        assert_eq!(
            rows[1][..9],
            [
                "statement",
                "0",
                "direct",
                "Ada Quill",
                "the mayor of Port Vell",
                "person",
                "true",
                "The boats 😀 are safe,",
                "said"
            ]
        );
        assert_eq!(rows[1][13..15], ["1", "22"]);
        let warning = rows.iter().find(|row| row[0] == "warning").expect("a warning");
        assert!(rows.iter().any(|row| row[0] == "statement" && row[1] == warning[15]), "{warning:?}");
    }

    #[test]
    fn lines_end_as_the_rfc_wants_and_quotes_are_doubled() {
        let text = "\"It holds, \"\"he\"\" says,\" said Ada Quill.";
        let report = report(text);
        let written = csv(&Document::alone(text, &report, "a.txt", &Keys));
        assert!(written.ends_with("\r\n") && written.lines().count() > 1, "{written}");
        assert!(!written.replace("\r\n", "").contains(['\r', '\n']));
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "＝1"] {
            assert_eq!(guard(cell), format!("'{cell}"));
        }
        assert_eq!(guard("a=1"), "a=1");
    }

    proptest! {
        #[test]
        fn every_field_comes_back_from_a_reader_of_csv(row in proptest::collection::vec("[\",;\r\n'a-zé“ ]{0,12}", 2..6)) {
            let written = line(&row);
            let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(written.as_bytes());
            let read: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
            let wanted: Vec<_> = row.iter().map(|field| guard(field)).collect();
            prop_assert_eq!(read.len(), 1);
            prop_assert_eq!(read[0].iter().collect::<Vec<_>>(), wanted);
        }

        #[test]
        fn any_words_come_back_as_they_were(words in "[-=+@,;\"' a-z“”\t]{0,40}") {
            let row = rows(&format!("“{words}” said Ada Quill, a diver.\nAda Quill, a diver, said it was over."));
            prop_assert!(row.iter().all(|row| row.len() == COLUMNS.len()));
            prop_assert!(row.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])));
        }
    }
}
