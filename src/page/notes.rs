//! Which badges a report asks for, in the order of the text.
//!
//! One badge a speaker and paragraph, one a warning, and one for whoever answers a claim that carries a warning.

use std::collections::{BTreeMap, BTreeSet};

use super::palette::COLOURS;
use crate::report::{Attribution, AttributionKind, Report, Severity};
use crate::summary::statements;
use crate::text::{Utf16Span, Words};

/// One badge.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// What it says.
    pub kind: NoteKind,
    /// Where in the text the words begin that it belongs to.
    pub at: u32,
    /// Whether it is the speaker's first, which shows the role.
    pub first: bool,
}

/// What a badge says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteKind {
    /// Who says it: the statements of one speaker in one paragraph.
    Speaker {
        /// Index of the speaker; none where it is unclear who speaks.
        speaker: Option<u32>,
        /// The statements, as indices of attributions.
        statements: Vec<u32>,
    },
    /// What nobody stands behind: index of the warning.
    Warning(u32),
    /// Who answers a claim.
    Rebuttal {
        /// Index of the attribution that answers.
        by: u32,
        /// Index of the last warning that it answers.
        to: u32,
    },
}

/// The badges of a report; `block_of` tells the paragraph of an offset.
pub fn notes(report: &Report<Utf16Span>, block_of: impl Fn(u32) -> Option<usize>) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    let warned = warned(report);
    // Where the badge of a speaker in a paragraph stands in the list.
    let mut known: BTreeMap<(u32, Option<usize>), usize> = BTreeMap::new();
    for attribution in statements(report) {
        let Some(at) = begin(&attribution.content) else { continue };
        let speaker = attribution.sure_speaker();
        if warned.contains(&attribution.id) {
            continue;
        }
        let place = speaker.map(|speaker| (speaker, block_of(at)));
        let same = place.and_then(|place| known.get(&place)).and_then(|index| notes.get_mut(*index));
        if let Some(Note { kind: NoteKind::Speaker { statements, .. }, at: first, .. }) = same {
            statements.push(attribution.id);
            *first = at.min(*first);
        } else {
            known.extend(place.map(|place| (place, notes.len())));
            let kind = NoteKind::Speaker { speaker, statements: vec![attribution.id] };
            notes.push(Note { kind, at, first: false });
        }
    }
    // Who answers several warnings of a paragraph stands once, behind the last of them.
    let mut answers: BTreeMap<(Option<usize>, u32), Note> = BTreeMap::new();
    for warning in &report.warnings {
        let Some(at) = begin(&warning.trigger) else { continue };
        notes.push(Note { kind: NoteKind::Warning(warning.id), at, first: false });
        for by in warning.rebuttals.iter().map(|rebuttal| rebuttal.attribution) {
            if let Some(speaker) = report.speaker_of(by) {
                let note = Note { kind: NoteKind::Rebuttal { by, to: warning.id }, at, first: false };
                answers.insert((block_of(at), speaker.id), note);
            }
        }
    }
    notes.extend(answers.into_values());
    // Stable: what stands at the same place keeps the order above, speaker, warning, answer.
    notes.sort_by_key(|note| (block_of(note.at), note.at));
    let mut said = vec![false; report.speakers.len()];
    for note in &mut notes {
        if let NoteKind::Speaker { speaker: Some(speaker), .. } = note.kind {
            note.first = said.get_mut(speaker as usize).is_some_and(|said| !std::mem::replace(said, true));
        }
    }
    notes
}

/// The statements of unnamed sources that carry a warning: the source is the warning's own subject, and the warning's
/// badge says both.
fn warned(report: &Report<Utf16Span>) -> BTreeSet<u32> {
    let warned = report.warnings.iter().filter_map(|w| w.attribution);
    warned.filter(|id| report.speaker_of(*id).is_some_and(|speaker| !speaker.named)).collect()
}

/// The number of each speaker, in the order in which they first speak, by which [`look`](super::palette::look) gives colour
/// and shape; none for who never speaks, and for an unnamed source that has only warnings for badges.
pub fn slots(report: &Report<Utf16Span>) -> Vec<Option<usize>> {
    Colours::default().slots(report)
}

/// Which number each speaker has, by name: it stays theirs while a page grows.
#[derive(Debug, Clone, Default)]
pub struct Colours(BTreeMap<String, usize>);

impl Colours {
    /// As [`slots`]; who had a number keeps it. Where nobody is left of those who spoke before it is another article, and
    /// they begin anew.
    pub fn slots(&mut self, report: &Report<Utf16Span>) -> Vec<Option<usize>> {
        if !report.speakers.iter().any(|speaker| self.0.contains_key(&speaker.name)) {
            self.0.clear();
        }
        let mut slots = vec![None; report.speakers.len()];
        for speaker in speaking(report) {
            if let (Some(slot @ None), Some(who)) =
                (slots.get_mut(speaker as usize), report.speakers.get(speaker as usize))
            {
                let next = self.0.len();
                *slot = Some(*self.0.entry(who.name.clone()).or_insert(next));
            }
        }
        slots
    }
}

/// Who has badges of their own, in the order of the text.
fn speaking(report: &Report<Utf16Span>) -> Vec<u32> {
    let warned = warned(report);
    let badged = statements(report).filter(|a| !warned.contains(&a.id));
    badged.filter_map(Attribution::sure_speaker).collect()
}

/// The highlight that marks a statement of this kind in this speaker's colour.
pub fn highlight(kind: AttributionKind, slot: Option<usize>) -> String {
    let kind = match kind {
        AttributionKind::Direct => "direct",
        AttributionKind::Mixed => "mixed",
        AttributionKind::Indirect | AttributionKind::Attitude => "indirect",
    };
    slot.map_or_else(|| format!("hearsay-{kind}"), |slot| format!("hearsay-{kind}-{}", slot % COLOURS))
}

/// What stands in a warning's disc.
pub const fn sign_of(severity: Severity) -> &'static str {
    match severity {
        Severity::Caution => "!",
        Severity::Note => "?",
        Severity::Information => "i",
    }
}

/// What stands in a source's disc.
pub fn letters(name: &str, named: bool) -> String {
    if named { initials(name) } else { letters_of(name) }
}

/// Up to two letters for a disc: first and last name's, or the first two of a single word.
pub fn initials(name: &str) -> String {
    let capital = |word: &&str| word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
    let words: Vec<&str> = name.split(|c: char| c.is_whitespace() || c == '-').collect();
    let mut capitals = words.iter().copied().filter(capital);
    let first = capitals.next().or_else(|| words.iter().copied().find(|w| !w.is_empty()));
    let mut out = String::new();
    match (first, capitals.next_back()) {
        (Some(first), Some(last)) => out.extend(first.chars().take(1).chain(last.chars().take(1))),
        (Some(only), None) => out.extend(only.chars().filter(|c| c.is_alphanumeric()).take(2)),
        (None, _) => {}
    }
    out.chars().map(capital_of).collect()
}

/// Up to two letters for an unnamed source: of the first word that says who ("the council’s timetable", "some councillors").
/// "some users including the Harbour Guild" are not HG.
pub fn letters_of(description: &str) -> String {
    const SMALL: Words = Words::new(
        "a an the this that these those some many several few most all no other others another his her their its our \
     two three of among",
    );
    let mut words = description.split_whitespace();
    let first = words.clone().next().unwrap_or_default();
    let telling = words.find(|word| !SMALL.contains(word.to_lowercase().as_str())).unwrap_or(first);
    telling.chars().filter(|c| c.is_alphanumeric()).take(2).map(capital_of).collect()
}

/// A letter's capital: the one whose small letter it is. `char::to_uppercase` would bring its table of five kilobytes along.
fn capital_of(c: char) -> char {
    if c.is_ascii() || !c.is_lowercase() {
        return c.to_ascii_uppercase();
    }
    // From the first letters behind ASCII to the last block of Greek: every alphabet of a name that has small letters.
    ('\u{c0}'..'\u{2000}').find(|capital| capital.is_uppercase() && capital.to_lowercase().eq([c])).unwrap_or(c)
}

/// Where some words begin.
pub(super) fn begin(spans: &[Utf16Span]) -> Option<u32> {
    spans.iter().map(|span| span.start).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Confidence, Rebuttal, SourceKind, Speaker, Warning, WarningKind};

    fn said(id: u32, speaker: Option<u32>, at: u32, percent: u8) -> Attribution<Utf16Span> {
        Attribution {
            id,
            kind: AttributionKind::Direct,
            content: vec![Utf16Span::new(at, at + 5)],
            cue: Vec::new(),
            source: Vec::new(),
            speaker,
            medium: None,
            confidence: Confidence::percent(percent),
            resolved_from: None,
            candidates: Vec::new(),
            answers: Vec::new(),
        }
    }

    fn speaker(id: u32, name: &str, named: bool) -> Speaker<Utf16Span> {
        Speaker { id, name: name.into(), role: None, kind: SourceKind::Person, named, mentions: Vec::new() }
    }

    fn warning(id: u32, at: u32, attribution: Option<u32>, by: Option<u32>) -> Warning<Utf16Span> {
        Warning {
            id,
            kind: WarningKind::VagueSource,
            severity: Severity::Note,
            trigger: vec![Utf16Span::new(at, at + 3)],
            sentence: Utf16Span::new(at, at + 9),
            attribution,
            anonymity: None,
            rebuttals: by.into_iter().map(|attribution| Rebuttal { attribution }).collect(),
            confidence: Confidence::percent(90),
        }
    }

    /// Ten units a paragraph.
    fn of(report: &Report<Utf16Span>) -> Vec<Note> {
        notes(report, |at| Some(at as usize / 10))
    }

    #[test]
    fn one_badge_a_speaker_and_paragraph_and_the_role_once() {
        let report = Report {
            speakers: vec![speaker(0, "Ada Quill", true)],
            attributions: vec![said(0, Some(0), 0, 90), said(1, Some(0), 5, 90), said(2, Some(0), 12, 90)],
            ..Report::default()
        };
        let notes = of(&report);
        assert_eq!(notes[0].kind, NoteKind::Speaker { speaker: Some(0), statements: vec![0, 1] });
        assert_eq!((notes.len(), notes[0].first, notes[1].first), (2, true, false));
    }

    #[test]
    fn unsure_is_unclear_and_never_a_name() {
        let report = Report {
            speakers: vec![speaker(0, "Ada Quill", true)],
            attributions: vec![said(0, Some(0), 0, 59), said(1, None, 5, 99)],
            ..Report::default()
        };
        assert!(of(&report).iter().all(|n| matches!(n.kind, NoteKind::Speaker { speaker: None, .. })));
        assert_eq!(of(&report).len(), 2);
        assert_eq!(slots(&report), [None]);
    }

    #[test]
    fn a_warning_speaks_for_its_unnamed_source_and_brings_the_answer() {
        let report = Report {
            speakers: vec![speaker(0, "some figures", false), speaker(1, "Ada Quill", true)],
            attributions: vec![said(0, Some(0), 4, 90), said(1, Some(1), 14, 90)],
            warnings: vec![warning(0, 0, Some(0), Some(1)), warning(1, 5, Some(0), Some(1))],
            ..Report::default()
        };
        let kinds: Vec<NoteKind> = of(&report).into_iter().map(|n| n.kind).collect();
        assert_eq!(
            kinds,
            [
                NoteKind::Warning(0),
                NoteKind::Warning(1),
                NoteKind::Rebuttal { by: 1, to: 1 },
                NoteKind::Speaker { speaker: Some(1), statements: vec![1] },
            ]
        );
        assert_eq!(slots(&report), [None, Some(0)]);
    }

    #[test]
    fn initials_are_two_letters() {
        let all = ["Yann LeCun", "DeepSeek’s R1", "Kimi AI", "some users", "Nat", "Ana-Maria de la Cruz", "", "“x”"];
        assert_eq!(all.map(initials), ["YL", "DR", "KA", "SO", "NA", "AC", "", "X"]);
        // Small letters of every alphabet that has them; what has none stays.
        let small = ["élan vital", "ørsted", "яна", "ωmega", "ßeta", "习近平", "ʻokina"];
        assert_eq!(small.map(initials), ["ÉL", "ØR", "ЯН", "ΩM", "ẞE", "习近", "ʻO"]);
    }

    #[test]
    fn an_unnamed_source_shows_the_word_that_tells() {
        let cases = [
            ("the council’s published timetable", "CO"),
            ("Some users including the Guild", "US"),
            ("others", "OT"),
            ("", ""),
        ];
        for (description, letters) in cases {
            assert_eq!(letters_of(description), letters, "{description}");
        }
    }

    #[test]
    fn a_speaker_keeps_the_colour_when_somebody_speaks_before_them() {
        let told = |names: &[&str]| Report {
            speakers: names.iter().zip(0..).map(|(name, id)| speaker(id, name, true)).collect(),
            attributions: (0..names.len() as u32).map(|id| said(id, Some(id), id * 10, 90)).collect(),
            ..Report::default()
        };
        let mut colours = Colours::default();
        assert_eq!(colours.slots(&told(&["Ada Quill", "Bram Oyelle"])), [Some(0), Some(1)]);
        assert_eq!(colours.slots(&told(&["Hester Vail", "Ada Quill", "Bram Oyelle"])), [Some(2), Some(0), Some(1)]);
        assert_eq!(colours.slots(&told(&["Tobias Marrow"])), [Some(0)]);
    }

    #[test]
    fn the_eleventh_speaker_has_the_first_one_s_colour_and_a_number_of_their_own() {
        let names: Vec<String> = (0..12).map(|n| format!("Speaker {n}")).collect();
        let report = Report {
            speakers: names.iter().zip(0..).map(|(name, id)| speaker(id, name, true)).collect(),
            attributions: (0..12).map(|id| said(id, Some(id), id * 10, 90)).collect(),
            ..Report::default()
        };
        assert_eq!(slots(&report)[10], Some(10));
        assert_eq!(highlight(AttributionKind::Direct, Some(10)), highlight(AttributionKind::Direct, Some(0)));
        assert_eq!(highlight(AttributionKind::Mixed, None), "hearsay-mixed");
    }
}
