//! What the reader put right on a page: marks that are hidden, statements that somebody else made.
//!
//! A correction finds its statement by the words themselves and a little of what stands before them, so it holds when
//! paragraphs come and go, and lapses when its words change. It travels as JSON to the host, which keeps it for the page.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::json::{self, Value};
use crate::report::{Confidence, Report, WarningKind};
use crate::text::{OffsetMap, Utf16Span};
use crate::warning::definition;

/// So much of the text before the words tells two places with the same words apart.
const BEFORE: usize = 24;
/// Of longer words the beginning is enough.
const WORDS: usize = 120;
/// More corrections on one page than a reader makes by hand: the oldest go.
const MOST: usize = 200;

/// Something that carries a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marked {
    /// Index of an attribution.
    Statement(u32),
    /// Index of a warning.
    Warning(u32),
}

/// What becomes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// The mark is not shown.
    Hidden,
    /// This speaker of the article said it.
    Said(String),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Correction {
    /// `statement`, or the message key of a kind of warning.
    of: String,
    before: String,
    words: String,
    change: Change,
}

impl Correction {
    /// As it was written.
    fn read(value: &Value) -> Option<Self> {
        let text = |name: &str| Some(value.get(name)?.as_str()?.to_owned());
        let change = value.get("change")?;
        let change = match change.as_str() {
            Some("hidden") => Change::Hidden,
            _ => Change::Said(change.get("said")?.as_str()?.to_owned()),
        };
        Some(Self { of: text("of")?, before: text("before")?, words: text("words")?, change })
    }
}

/// All corrections of one page, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Corrections(Vec<Correction>);

/// A report as the reader put it right.
#[derive(Debug, Default)]
pub struct Corrected {
    /// The report, without what is hidden.
    pub report: Report<Utf16Span>,
    /// The statements whose speaker the reader named.
    pub named: BTreeSet<u32>,
}

impl Corrections {
    /// From JSON; anything that is none gives no corrections.
    pub fn read(json: &str) -> Self {
        let read = json::read(json).ok().and_then(|value| value.as_list()?.iter().map(Correction::read).collect());
        Self(read.unwrap_or_default())
    }

    /// As JSON; nothing at all where there is none.
    pub fn write(&self) -> String {
        if self.0.is_empty() { String::new() } else { json::write(self) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds one; an older one of the same place goes.
    pub fn add(&mut self, report: &Report<Utf16Span>, text: &str, what: Marked, change: Change) {
        let Some(key) = Key::of(report, &OffsetMap::new(text), text, what) else { return };
        self.0.retain(|known| !key.fits(known));
        self.0.push(Correction { of: key.of, before: key.before, words: key.words, change });
        let excess = self.0.len().saturating_sub(MOST);
        self.0.drain(..excess);
    }

    /// Takes the last one back.
    pub fn undo(&mut self) {
        self.0.pop();
    }

    /// The report with everything put right; its ids are indices again.
    pub fn apply(&self, mut report: Report<Utf16Span>, text: &str) -> Corrected {
        if self.is_empty() {
            return Corrected { report, named: BTreeSet::new() };
        }
        let map = OffsetMap::new(text);
        let find = |report: &Report<Utf16Span>, what| {
            let key = Key::of(report, &map, text, what)?;
            self.0.iter().find(|known| key.fits(known)).map(|known| &known.change)
        };
        let (mut hidden, mut named) = (BTreeSet::new(), BTreeSet::new());
        for id in 0..report.attributions.len() as u32 {
            match find(&report, Marked::Statement(id)) {
                Some(Change::Hidden) => {
                    hidden.insert(id);
                }
                Some(Change::Said(name)) => {
                    let Some(speaker) = report.speakers.iter().find(|s| s.name == *name).map(|s| s.id) else {
                        continue;
                    };
                    let statement = &mut report.attributions[id as usize];
                    statement.speaker = Some(speaker);
                    statement.confidence = Confidence::percent(100);
                    statement.resolved_from = None;
                    statement.candidates.clear();
                    named.insert(id);
                }
                None => {}
            }
        }
        let silent: BTreeSet<u32> = (0..report.warnings.len() as u32)
            .filter(|&id| {
                let warning = &report.warnings[id as usize];
                let answered = warning.kind == WarningKind::OrphanQuote
                    && warning.attribution.is_some_and(|a| named.contains(&a) || hidden.contains(&a));
                answered || find(&report, Marked::Warning(id)) == Some(&Change::Hidden)
            })
            .collect();
        let new_id = |old: u32| (!hidden.contains(&old)).then(|| old - hidden.range(..old).count() as u32);
        report.attributions.retain(|a| !hidden.contains(&a.id));
        report.attributions.iter_mut().zip(0..).for_each(|(a, id)| a.id = id);
        report.warnings.retain(|w| !silent.contains(&w.id));
        for (warning, id) in report.warnings.iter_mut().zip(0..) {
            warning.id = id;
            warning.attribution = warning.attribution.and_then(new_id);
            warning
                .rebuttals
                .retain_mut(|rebuttal| new_id(rebuttal.attribution).map(|id| rebuttal.attribution = id).is_some());
        }
        report.note_answers();
        Corrected { report, named: named.into_iter().filter_map(new_id).collect() }
    }
}

/// By what a correction finds its place again.
struct Key {
    of: String,
    before: String,
    words: String,
}

impl Key {
    fn of(report: &Report<Utf16Span>, map: &OffsetMap<'_>, text: &str, what: Marked) -> Option<Self> {
        let (of, span) = match what {
            Marked::Statement(id) => ("statement", report.attributions.get(id as usize)?.content.first()?),
            Marked::Warning(id) => {
                let warning = report.warnings.get(id as usize)?;
                (definition(warning.kind).message, warning.trigger.first()?)
            }
        };
        let span = map.from_utf16(*span);
        let words = span.of(text).chars().take(WORDS).collect();
        let ahead = text.get(..span.start as usize)?;
        let start = ahead.char_indices().rev().take(BEFORE).last().map_or(ahead.len(), |(at, _)| at);
        // What came in a paragraph before says nothing about the place: on a live page it changes.
        let before = ahead[start..].rsplit('\n').next().unwrap_or_default().to_owned();
        Some(Self { of: of.to_owned(), before, words })
    }

    fn fits(&self, known: &Correction) -> bool {
        known.of == self.of && known.before == self.before && known.words == self.words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, Options, analyze};

    const TEXT: &str = "“The quay is safe,” said Ada Quill, the harbour engineer. Quill said the cranes would stay.\n\
        Critics say the quay is a folly. “We never saw the plans,” said Bram Oyelle, a ferry captain.";

    fn report(text: &str) -> Report<Utf16Span> {
        let map = OffsetMap::new(text);
        analyze(&Article::new(text), &Options::default()).map_spans(|span| map.to_utf16(span))
    }

    fn words(text: &str, corrected: &Corrected) -> Vec<String> {
        let map = OffsetMap::new(text);
        let of = |span: &Utf16Span| map.from_utf16(*span).of(text).chars().take(12).collect();
        corrected.report.attributions.iter().filter_map(|a| a.content.first()).map(of).collect()
    }

    #[test]
    fn a_hidden_statement_is_gone_and_ids_are_indices() {
        let mut corrections = Corrections::default();
        corrections.add(&report(TEXT), TEXT, Marked::Statement(0), Change::Hidden);
        let before = words(TEXT, &Corrections::default().apply(report(TEXT), TEXT));
        let after = corrections.apply(report(TEXT), TEXT);
        assert_eq!(words(TEXT, &after), before[1..]);
        assert!(after.report.attributions.iter().zip(0..).all(|(a, id)| a.id == id));
        let warned = after.report.warnings.iter().find_map(|w| w.attribution).expect("the critics' statement");
        assert!(words(TEXT, &after)[warned as usize].starts_with("the quay is"));
    }

    #[test]
    fn a_speaker_of_the_readers_own_choice_is_sure() {
        let mut corrections = Corrections::default();
        corrections.add(&report(TEXT), TEXT, Marked::Statement(0), Change::Said("Bram Oyelle".into()));
        let after = Corrections::read(&corrections.write()).apply(report(TEXT), TEXT);
        let statement = &after.report.attributions[0];
        let speaker = statement.speaker.map(|s| after.report.speakers[s as usize].name.as_str());
        assert_eq!((speaker, statement.confidence.as_percent()), (Some("Bram Oyelle"), 100));
        assert_eq!(after.named, [0].into());
    }

    #[test]
    fn a_hidden_warning_leaves_its_statement() {
        let mut corrections = Corrections::default();
        corrections.add(&report(TEXT), TEXT, Marked::Warning(0), Change::Hidden);
        let after = corrections.apply(report(TEXT), TEXT);
        assert_eq!(after.report.warnings.len() + 1, report(TEXT).warnings.len());
        assert_eq!(after.report.attributions.len(), report(TEXT).attributions.len());
    }

    #[test]
    fn corrections_hold_when_paragraphs_come_first_and_lapse_with_their_words() {
        let mut corrections = Corrections::default();
        corrections.add(&report(TEXT), TEXT, Marked::Statement(0), Change::Hidden);
        let grown = format!("The ferries sail again, the harbour office wrote on Monday.\n{TEXT}");
        assert!(
            words(&grown, &corrections.apply(report(&grown), &grown)).iter().all(|w| !w.starts_with("The quay is"))
        );
        let changed = TEXT.replace("quay is safe", "quay was safe");
        assert!(words(&changed, &corrections.apply(report(&changed), &changed))[0].starts_with("The quay was"));
    }

    #[test]
    fn the_last_one_is_taken_back_first_and_a_second_word_on_the_same_place_replaces() {
        let mut corrections = Corrections::default();
        for change in [Change::Said("Bram Oyelle".into()), Change::Hidden] {
            corrections.add(&report(TEXT), TEXT, Marked::Statement(0), change);
        }
        corrections.add(&report(TEXT), TEXT, Marked::Warning(0), Change::Hidden);
        assert_eq!(corrections.len(), 2);
        corrections.undo();
        assert_eq!(corrections.apply(report(TEXT), TEXT).report.warnings.len(), report(TEXT).warnings.len());
        corrections.undo();
        assert_eq!((corrections.write().as_str(), Corrections::read("no JSON").is_empty()), ("", true));
    }
}
