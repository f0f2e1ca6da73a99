//! The article as a whole: who speaks how often and at what length, and what kinds of source it rests on.
//!
//! Counts and shares of what is said, and nothing that could be read as a mark for the article, the outlet or a person:
//! there is no score here, and none can be had from it.
//!
//! ```
//! use hearsay::{Article, Options, analyze, summary::Summary};
//! let article = Article::new("“The harbour is safe,” said Ada Quill, the mayor of Port Vell.");
//! let summary = Summary::new(&article.text, &analyze(&article, &Options::default()));
//! assert_eq!((summary.voices[0].statements, summary.voices[0].quoted_words), (1, 4));
//! ```

use crate::report::{Attribution, Report, SourceKind, Speaker};

mod quoted;
use quoted::Quoted;

/// Counts over one report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Who says something, most statements first; among equals who is quoted with more words, then who speaks first.
    pub voices: Vec<Voice>,
    /// Indices of the statements of which it is unclear who makes them, in the order of the text.
    pub unclear: Vec<u32>,
    /// How many statements there are.
    pub statements: u32,
    /// How many words stand in quotation marks in all of them.
    pub quoted_words: u32,
    /// How many of the voices have a name, have none, and are documents.
    pub sources: Sources,
}

/// One speaker's part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    /// Index in [`Report::speakers`].
    pub speaker: u32,
    /// How many statements are the speaker's.
    pub statements: u32,
    /// How many words of them stand in quotation marks.
    pub quoted_words: u32,
    /// Those words in whole per cent of all quoted words; 0 where nothing is quoted.
    pub share: u8,
}

/// What the voices are; a voice counts once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sources {
    /// People, organisations, groups and models with a name.
    pub named: u32,
    /// Whoever has only a description.
    pub unnamed: u32,
    /// Reports, studies, statements, laws, filings.
    pub documents: u32,
}

impl Summary {
    /// Counts a report on `text`. What somebody merely thinks or wants is no statement here.
    pub fn new(text: &str, report: &Report) -> Self {
        let mut quoted = Quoted::new(text);
        let words: Vec<u32> = report.attributions.iter().map(|attribution| quoted.words(attribution)).collect();
        let Spoken { by, unclear } = Spoken::of(report);
        let (statements, quoted_words) = (statements(report).count() as u32, words.iter().sum());
        let mut summary = Self { unclear, statements, quoted_words, ..Self::default() };
        for (speaker, said) in report.speakers.iter().zip(by).filter(|(_, said)| !said.is_empty()) {
            summary.sources.count(speaker);
            let own = said.iter().filter_map(|id| words.get(*id as usize)).sum();
            let share = percent(own, quoted_words);
            let statements = said.len() as u32;
            summary.voices.push(Voice { speaker: speaker.id, statements, quoted_words: own, share });
        }
        // Stable: equals stay in the order of their first mention.
        summary.voices.sort_by_key(|voice| std::cmp::Reverse((voice.statements, voice.quoted_words)));
        summary
    }
}

/// The statements of a report by who makes them, as indices of attributions in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spoken {
    /// Each speaker's, in the order of [`Report::speakers`]; an empty list for who never speaks.
    pub by: Vec<Vec<u32>>,
    /// Those of which it is unclear who makes them.
    pub unclear: Vec<u32>,
}

impl Spoken {
    /// Gives each statement to its speaker, where that is sure enough for a name.
    pub fn of<S>(report: &Report<S>) -> Self {
        let mut spoken = Self { by: vec![Vec::new(); report.speakers.len()], unclear: Vec::new() };
        for attribution in statements(report) {
            let speaker = attribution.sure_speaker().and_then(|speaker| spoken.by.get_mut(speaker as usize));
            speaker.unwrap_or(&mut spoken.unclear).push(attribution.id);
        }
        spoken
    }
}

/// The statements of a report, in the order of the text.
pub fn statements<S>(report: &Report<S>) -> impl Iterator<Item = &Attribution<S>> {
    report.attributions.iter().filter(|a| a.kind.is_speech())
}

impl Sources {
    fn count<S>(&mut self, speaker: &Speaker<S>) {
        *match (speaker.kind, speaker.named) {
            (SourceKind::Document, _) => &mut self.documents,
            (_, true) => &mut self.named,
            (_, false) => &mut self.unnamed,
        } += 1;
    }
}

fn percent(part: u32, whole: u32) -> u8 {
    if whole == 0 { 0 } else { ((u64::from(part) * 200 + u64::from(whole)) / (u64::from(whole) * 2)) as u8 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{AttributionKind, Confidence};
    use crate::text::ByteSpan;

    /// A report of statements `(speaker, kind, words, per cent)`, found in `text`; speakers by what they are.
    fn report(text: &str, speakers: &[(SourceKind, bool)], said: &[(u32, AttributionKind, &str, u8)]) -> Report {
        let speaker = |(id, &(kind, named)): (usize, &(SourceKind, bool))| Speaker {
            id: id as u32,
            name: format!("speaker {id}"),
            role: None,
            kind,
            named,
            mentions: Vec::new(),
        };
        let attribution = |(id, &(speaker, kind, words, sure)): (usize, &(u32, AttributionKind, &str, u8))| {
            let at = text.find(words).expect("the words stand in the text") as u32;
            Attribution {
                id: id as u32,
                kind,
                content: vec![ByteSpan::new(at, at + words.len() as u32)],
                cue: Vec::new(),
                source: Vec::new(),
                speaker: Some(speaker),
                medium: None,
                confidence: Confidence::percent(sure),
                resolved_from: None,
                candidates: Vec::new(),
                answers: Vec::new(),
            }
        };
        Report {
            speakers: speakers.iter().enumerate().map(speaker).collect(),
            attributions: said.iter().enumerate().map(attribution).collect(),
            ..Report::default()
        }
    }

    use AttributionKind::{Attitude, Direct, Indirect, Mixed};
    const PERSON: (SourceKind, bool) = (SourceKind::Person, true);

    #[test]
    fn voices_come_by_statements_then_by_quoted_words() {
        let text = "“One two three,” A said. “Four,” B said. “Five six.” C said it rained. C said it snowed.";
        let said = [
            (0, Direct, "One two three,", 90),
            (1, Direct, "Four,", 90),
            (1, Direct, "Five six.", 90),
            (2, Indirect, "it rained", 90),
            (2, Indirect, "it snowed", 90),
        ];
        let summary = Summary::new(text, &report(text, &[PERSON; 4], &said));
        let all: Vec<_> = summary.voices.iter().map(|v| (v.speaker, v.statements, v.quoted_words, v.share)).collect();
        assert_eq!(all, [(1, 2, 3, 50), (2, 2, 0, 0), (0, 1, 3, 50)]);
        assert_eq!((summary.statements, summary.quoted_words), (5, 6));
    }

    #[test]
    fn of_a_partly_quoted_clause_only_the_quoted_words_count() {
        let text = "First line.\nA said the pier was “a great wet mess” and that “nobody” would go.";
        let said = [(0, Mixed, "the pier was “a great wet mess” and that “nobody” would go", 90)];
        assert_eq!(Summary::new(text, &report(text, &[PERSON], &said)).voices[0].quoted_words, 5);
    }

    #[test]
    fn an_unsure_speaker_counts_for_nobody_and_a_thought_is_no_statement() {
        let text = "“Yes indeed,” he said. A hoped for rain.";
        let said = [(0, Direct, "Yes indeed,", 59), (0, Attitude, "rain", 90)];
        let summary = Summary::new(text, &report(text, &[PERSON], &said));
        assert_eq!((summary.voices.len(), summary.unclear, summary.statements), (0, vec![0], 1));
        assert_eq!((summary.quoted_words, summary.sources), (2, Sources::default()));
    }

    #[test]
    fn a_source_is_named_unnamed_or_a_document_and_counts_once() {
        let kinds = [PERSON, (SourceKind::Group, false), (SourceKind::Document, false), (SourceKind::AiModel, true)];
        let text = "aa bb cc dd ee silent";
        let said = [(0, "aa"), (0, "bb"), (1, "cc"), (2, "dd"), (3, "ee")].map(|(s, w)| (s, Indirect, w, 90));
        let sources = Summary::new(text, &report(text, &kinds, &said)).sources;
        assert_eq!(sources, Sources { named: 2, unnamed: 1, documents: 1 });
    }

    #[test]
    fn shares_are_rounded_and_nothing_quoted_shares_nothing() {
        assert_eq!([(1, 3), (2, 3), (1, 200), (0, 0), (5, 5)].map(|(a, b)| percent(a, b)), [33, 67, 1, 0, 100]);
        assert_eq!(Summary::new("", &Report::default()), Summary::default());
    }
}
