//! A report as two lists, who speaks and what nobody stands behind, as the popup and the playground show them: all that is
//! decided of a row is decided here.

use serde::Serialize;

use super::notes::{begin, letters, sign_of};
use super::palette::{Look, look};
use crate::report::{Report, Severity};
use crate::shown::{nameless, source_kind, words};
use crate::summary::Spoken;
use crate::text::{OffsetMap, Utf16Span};
use crate::warning::definition;

/// Both lists.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// How many statements there are, whoever makes them.
    pub statements: usize,
    /// Who speaks, in the order of their first mention; who never does is left out.
    pub speakers: Vec<SpeakerLine>,
    /// How many of them it is unclear of who makes them.
    pub unclear: usize,
    /// Where the first of those begins, in UTF-16 units.
    pub unclear_at: u32,
    /// The warnings, in the order of the text.
    pub warnings: Vec<WarningLine>,
}

/// One speaker.
#[derive(Debug, Clone, Serialize)]
pub struct SpeakerLine {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    /// The key of the text for what kind of source it is.
    source: &'static str,
    named: bool,
    /// The key of the text for what a source without a name is.
    #[serde(skip_serializing_if = "Option::is_none")]
    nameless: Option<&'static str>,
    /// What stands in the speaker's disc, in the page as in the popup.
    letters: String,
    statements: usize,
    /// Where the first of them begins, in UTF-16 units.
    at: u32,
    /// The speaker's colour and shape in the page; none without a badge there.
    look: Option<Look>,
}

/// One warning.
#[derive(Debug, Clone, Serialize)]
pub struct WarningLine {
    /// The key of the kind's name.
    message: &'static str,
    severity: Severity,
    sign: &'static str,
    trigger: String,
    sentence: String,
    /// Where the noticed words begin, in UTF-16 units.
    at: u32,
    /// Who answers, by name: an empty one where none is sure enough, none where it is the article itself.
    answers: Vec<Option<String>>,
}

impl Lists {
    /// What a report on `text` says; `slots` are the speakers' places among the colours, as far as they have one.
    pub fn of(report: &Report<Utf16Span>, text: &str, slots: &[Option<usize>]) -> Self {
        let map = OffsetMap::new(text);
        let said = |spans: &[Utf16Span]| words(text, &map.all_from_utf16(spans));
        let first = |statements: &[u32]| {
            let first = statements.first().and_then(|id| report.attributions.get(*id as usize));
            first.and_then(|first| begin(&first.content)).unwrap_or_default()
        };
        let Spoken { by, unclear } = Spoken::of(report);
        let speakers = report.speakers.iter().zip(&by).filter(|(_, own)| !own.is_empty()).map(|(s, own)| SpeakerLine {
            name: s.name.clone(),
            role: s.role.clone(),
            source: source_kind(s.kind),
            named: s.named,
            nameless: nameless(s),
            letters: letters(&s.name, s.named),
            statements: own.len(),
            at: first(own),
            look: slots.get(s.id as usize).copied().flatten().map(look),
        });
        let answer = |id: u32| {
            report.attributions.get(id as usize)?.speaker?;
            Some(report.speaker_name(id).unwrap_or_default().to_owned())
        };
        let warnings = report.warnings.iter().map(|w| WarningLine {
            message: definition(w.kind).message,
            severity: w.severity,
            sign: sign_of(w.severity),
            trigger: said(&w.trigger),
            sentence: said(&[w.sentence]),
            at: begin(&w.trigger).unwrap_or(w.sentence.start),
            answers: w.rebuttals.iter().map(|rebuttal| answer(rebuttal.attribution)).collect(),
        });
        Self {
            statements: by.iter().chain([&unclear]).map(Vec::len).sum(),
            speakers: speakers.collect(),
            unclear: unclear.len(),
            unclear_at: first(&unclear),
            warnings: warnings.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, Options, analyze};

    fn of(text: &str) -> (Lists, Report<Utf16Span>) {
        let article = Article { language: Some("en".into()), ..Article::new(text) };
        let map = OffsetMap::new(text);
        let report = analyze(&article, &Options::default()).map_spans(|span| map.to_utf16(span));
        (Lists::of(&report, text, &[]), report)
    }

    /// The text from a place on.
    fn from(text: &str, at: u32) -> String {
        String::from_utf16_lossy(&text.encode_utf16().skip(at as usize).collect::<Vec<_>>())
    }

    #[test]
    fn each_speaker_has_a_row_that_leads_to_their_first_words() {
        let text = "“The boats 😀 are safe,” said Ada Quill, the mayor of Port Vell. Hester Vail listened.\n\
            A report by the guild said that the pier stood. Quill said it would stay. Quill hopes for rain.";
        let (lists, _) = of(text);
        let rows: Vec<_> = lists.speakers.iter().map(|s| (s.name.as_str(), s.statements, s.source)).collect();
        assert_eq!(rows[0], ("Ada Quill", 2, "sourcePerson"));
        assert!(rows.iter().all(|(name, ..)| *name != "Hester Vail"), "who never speaks has no row: {rows:?}");
        assert!(from(text, lists.speakers[0].at).starts_with("The boats 😀"));
        let document = &lists.speakers[1];
        assert_eq!((document.named, document.nameless), (false, Some("sourceDocument")), "{document:?}");
        assert!(from(text, document.at).starts_with("that the pier stood"));
        assert_eq!((lists.statements, lists.unclear), (3, 0), "a hope is no statement");
    }

    #[test]
    fn whom_nobody_is_sure_of_stands_apart() {
        let (_, mut report) = of("“It is safe,” said Ada Quill. “It is not,” said Bram Oyelle.");
        report.attributions[1].confidence = crate::report::Confidence::percent(59);
        let lists = Lists::of(&report, "“It is safe,” said Ada Quill. “It is not,” said Bram Oyelle.", &[]);
        assert_eq!(lists.speakers.len(), 1);
        assert_eq!((lists.unclear, lists.unclear_at), (1, report.attributions[1].content[0].start));
        assert_eq!(lists.statements, 2);
    }

    #[test]
    fn a_warning_says_who_answers_it() {
        let text = "Some users claimed that the pier was rotten.\nAda Quill, a diver, denied these claims.";
        let (lists, mut report) = of(text);
        let row = &lists.warnings[0];
        assert_eq!((row.message, row.trigger.as_str()), ("warningVagueSource", "Some users"));
        assert_eq!(row.answers, [Some("Ada Quill".to_owned())]);
        let by = report.warnings[0].rebuttals[0].attribution as usize;
        report.attributions[by].confidence = crate::report::Confidence::percent(59);
        let answers = |report: &Report<Utf16Span>| Lists::of(report, text, &[]).warnings[0].answers.clone();
        assert_eq!(answers(&report), [Some(String::new())]);
        report.attributions[by].speaker = None;
        assert_eq!(answers(&report), [None]);
    }
}
