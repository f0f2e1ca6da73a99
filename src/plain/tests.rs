use super::*;
use crate::report::{AttributionKind, Confidence, Rebuttal, Severity, SourceKind, Speaker, WarningKind};

const TEXT: &str = "“No,” said Ada Quill, an engineer. “It’s a rumour.”\nSome say so. She denied it.";

fn span(words: &str) -> ByteSpan {
    let start = TEXT.find(words).expect("words of the text");
    ByteSpan::new(start as u32, (start + words.len()) as u32)
}

fn report() -> Report {
    let attribution = |id, kind, content: &[&str], cue, source| Attribution {
        id,
        kind,
        content: content.iter().map(|words| span(words)).collect(),
        cue: vec![span(cue)],
        source: vec![span(source)],
        speaker: Some(0),
        medium: None,
        confidence: Confidence::percent(90),
        resolved_from: None,
        candidates: vec![],
        answers: vec![],
    };
    Report {
        language: "en".into(),
        speakers: vec![Speaker {
            id: 0,
            name: "Ada Quill".into(),
            role: Some("an engineer".into()),
            kind: SourceKind::Person,
            named: true,
            mentions: vec![span("Ada Quill"), span("She")],
        }],
        attributions: vec![
            attribution(0, AttributionKind::Direct, &["No,", "It’s a rumour."], "said", "Ada Quill"),
            Attribution {
                resolved_from: Some("She".into()),
                ..attribution(1, AttributionKind::Indirect, &["it."], "denied", "She")
            },
        ],
        warnings: vec![Warning {
            id: 0,
            kind: WarningKind::VagueSource,
            severity: Severity::Note,
            trigger: vec![span("Some say")],
            sentence: span("Some say so."),
            attribution: None,
            anonymity: None,
            rebuttals: vec![Rebuttal { attribution: 1 }],
            confidence: Confidence::percent(80),
        }],
    }
}

#[test]
fn tables_leave_out_what_is_empty_everywhere() {
    assert_eq!(
        tables(TEXT, &report()),
        "\
Language: en

Speakers (1)
  #  name       role         kind    statements  mentioned as
  0  Ada Quill  an engineer  person  2           Ada Quill | She

Statements (2)
  #  who        kind      sure  said                  because
  0  Ada Quill  direct    90 %  No, … It’s a rumour.  cue “said”
  1  Ada Quill  indirect  90 %  it.                   cue “denied”; She → Ada Quill

Warnings (1)
  #  kind          severity  sure  noticed   in            answered by
  0  vague-source  note      80 %  Some say  Some say so.  1 (Ada Quill)
"
    );
}

#[test]
fn an_empty_report_is_three_empty_tables() {
    assert_eq!(tables("", &Report::default()), "Language: und\n\nSpeakers (0)\n\nStatements (0)\n\nWarnings (0)\n");
}

#[test]
fn brackets_nest_where_spans_do() {
    let mut report = report();
    report.attributions[1].content = vec![span("so. She denied it.")];
    assert_eq!(
        marked(TEXT, &report),
        "“⟦0 No,⟧” ⟨0 said⟩ ⟪0 Ada Quill⟫, an engineer. “⟦0 It’s a rumour.⟧”\n\
         ⟦!0 Some say⟧ ⟦1 so. ⟪1 She⟫ ⟨1 denied⟩ it.⟧"
    );
    let same = vec![span("She")];
    report.attributions[1].content.clone_from(&same);
    report.attributions[1].source.clone_from(&same);
    assert!(marked(TEXT, &report).ends_with("⟦1 ⟪1 She⟫⟧ ⟨1 denied⟩ it."));
}

#[test]
fn a_long_statement_loses_its_middle() {
    let text = "word ".repeat(40);
    let cut = excerpt(&text, &[ByteSpan::new(0, text.len() as u32)]);
    assert!(cut.chars().count() <= EXCERPT && cut.contains(" … "), "{cut}");
}
