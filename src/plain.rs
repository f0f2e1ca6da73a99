//! A report as plain text, for people: `hearsay read`, and the snapshots of whole articles.
//!
//! It speaks in the words of the report's JSON, beside which it is read, and not in those of the interface; and it tells what was
//! weighed, also where no name is sure enough for a page.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::report::{Attribution, Report, Warning, name_of};
use crate::shown::words;
use crate::text::ByteSpan;

mod table;
use table::Table;

/// What stands in place of a name.
const UNCLEAR: &str = "unclear who";
/// Longer excerpts lose their middle: 72 leaves room for the other columns on a wide terminal.
const EXCERPT: usize = 72;

/// Speakers, statements and warnings as three tables.
pub fn tables(text: &str, report: &Report) -> String {
    let mut out = format!("Language: {}\n", report.language);
    section(&mut out, "Speakers", &speakers(text, report));
    section(&mut out, "Statements", &statements(text, report));
    section(&mut out, "Warnings", &warnings(text, report));
    out
}

/// The text with what was found marked in it, one paragraph a line. For attribution 3 and warning 0:
/// content `⟦3 …⟧`, source `⟪3 …⟫`, cue `⟨3 …⟩`, trigger `⟦!0 …⟧`.
pub fn marked(text: &str, report: &Report) -> String {
    let mut marks = Marks::default();
    for a in &report.attributions {
        marks.add(&a.content, "⟦", &a.id.to_string(), "⟧");
        marks.add(&a.source, "⟪", &a.id.to_string(), "⟫");
        marks.add(&a.cue, "⟨", &a.id.to_string(), "⟩");
    }
    for w in &report.warnings {
        marks.add(&w.trigger, "⟦", &format!("!{}", w.id), "⟧");
    }
    marks.write_into(text)
}

fn section(out: &mut String, title: &str, table: &Table) {
    let count = table.len();
    let _ = write!(out, "\n{title} ({count})\n{table}");
}

fn speakers(text: &str, report: &Report) -> Table {
    let mut table = Table::new(["#", "name", "role", "kind", "statements", "mentioned as"]);
    for s in &report.speakers {
        let name = if s.named { s.name.clone() } else { format!("{} (no name)", s.name) };
        let statements = report.attributions.iter().filter(|a| a.speaker == Some(s.id)).count();
        let mut forms: Vec<&str> = Vec::new();
        for mention in s.mentions.iter().map(|m| m.of(text)) {
            if !forms.contains(&mention) {
                forms.push(mention);
            }
        }
        let role = s.role.clone().unwrap_or_default();
        table.row([s.id.to_string(), name, role, name_of(s.kind), statements.to_string(), forms.join(" | ")]);
    }
    table
}

fn statements(text: &str, report: &Report) -> Table {
    let mut table = Table::new(["#", "who", "kind", "sure", "said", "because"]);
    for a in &report.attributions {
        table.row([
            a.id.to_string(),
            report.speaker_name(a.id).unwrap_or(UNCLEAR).into(),
            name_of(a.kind),
            percent(a.confidence.as_percent()),
            excerpt(text, &a.content),
            why(text, report, a),
        ]);
    }
    table
}

fn why(text: &str, report: &Report, a: &Attribution) -> String {
    let mut parts = Vec::new();
    if !a.cue.is_empty() {
        parts.push(format!("cue “{}”", excerpt(text, &a.cue)));
    }
    if let Some(word) = &a.resolved_from {
        parts.push(format!("{word} → {}", speaker(report, a.speaker)));
    }
    if let Some(medium) = &a.medium {
        parts.push(format!("in {medium}"));
    }
    if !a.candidates.is_empty() {
        let names: Vec<_> = a.candidates.iter().map(|&id| speaker(report, Some(id))).collect();
        parts.push(format!("or {}", names.join(", ")));
    }
    if !a.answers.is_empty() {
        let claims: Vec<_> = a.answers.iter().map(|answer| answer.warning.to_string()).collect();
        parts.push(format!("answers warning {}", claims.join(", ")));
    }
    parts.join("; ")
}

fn warnings(text: &str, report: &Report) -> Table {
    let mut table = Table::new(["#", "kind", "severity", "sure", "noticed", "in", "statement", "answered by"]);
    for w in &report.warnings {
        table.row([
            w.id.to_string(),
            name_of(w.kind),
            name_of(w.severity),
            percent(w.confidence.as_percent()),
            excerpt(text, &w.trigger),
            excerpt(text, &[w.sentence]),
            w.attribution.map(|id| id.to_string()).unwrap_or_default(),
            answers(report, w),
        ]);
    }
    table
}

fn answers(report: &Report, w: &Warning) -> String {
    let answer = |id: u32| format!("{id} ({})", report.speaker_name(id).unwrap_or(UNCLEAR));
    w.rebuttals.iter().map(|r| answer(r.attribution)).collect::<Vec<_>>().join(", ")
}

/// The name of a speaker, however sure: what a word was read as, and who else was thinkable.
fn speaker(report: &Report, id: Option<u32>) -> &str {
    id.and_then(|id| report.speakers.get(id as usize)).map_or(UNCLEAR, |speaker| &speaker.name)
}

fn percent(value: u8) -> String {
    format!("{value} %")
}

/// The words in `spans`; the middle of a long text becomes three dots. A card cuts the end off: its words stand beside it.
fn excerpt(text: &str, spans: &[ByteSpan]) -> String {
    let all: Vec<char> = words(text, spans).chars().collect();
    if all.len() <= EXCERPT {
        return all.into_iter().collect();
    }
    let half = (EXCERPT - 3) / 2;
    let (head, tail) = (&all[..half], &all[all.len() - half..]);
    let cut = |half: &[char]| half.iter().collect::<String>();
    format!("{} … {}", cut(head).trim_end(), cut(tail).trim_start())
}

/// Brackets to be put into a text, by the byte before which they stand.
#[derive(Default)]
struct Marks {
    // Sorted by place; there the closing ones first, those of later (inner) spans before those of earlier ones, then the
    // opening ones, longer spans first: so brackets nest wherever the spans do.
    brackets: BTreeMap<(u32, bool, std::cmp::Reverse<u32>), String>,
}

impl Marks {
    fn add(&mut self, spans: &[ByteSpan], open: &str, label: &str, close: &str) {
        for span in spans {
            let opening = self.brackets.entry((span.start, true, std::cmp::Reverse(span.end))).or_default();
            let _ = write!(opening, "{open}{label} ");
            // Two spans that begin and end together close in the reverse of the order in which they opened.
            self.brackets.entry((span.end, false, std::cmp::Reverse(span.start))).or_default().insert_str(0, close);
        }
    }

    fn write_into(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + self.brackets.len() * 8);
        let mut done = 0;
        for ((place, ..), bracket) in &self.brackets {
            let place = (*place as usize).min(text.len());
            out.push_str(text.get(done..place).unwrap_or_default());
            out.push_str(bracket);
            done = place;
        }
        out + text.get(done..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
