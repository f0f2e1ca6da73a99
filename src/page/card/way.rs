//! The ways out of a card: to the words, to who answers, to the speaker's other statements.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::{Facts, shorten};
use crate::page::notes::NoteKind;
use crate::text::Utf16Span;

/// Where a link of a card leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum Place {
    /// To a badge, by its index.
    Note(usize),
    /// To a statement and its badge.
    Statement(u32),
    /// To a warning and its badge.
    Warning(u32),
    /// To some words of the article.
    Words(Utf16Span),
}

impl Place {
    /// As an attribute of the link.
    fn write(self) -> String {
        match self {
            Self::Note(index) => format!("note {index}"),
            Self::Statement(id) => format!("statement {id}"),
            Self::Warning(id) => format!("warning {id}"),
            Self::Words(span) => format!("words {} {}", span.start, span.end),
        }
    }

    /// What [`Place::write`] wrote.
    pub(in crate::page) fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let (kind, first) = (parts.next()?, parts.next()?.parse::<u32>().ok()?);
        Some(match kind {
            "note" => Self::Note(first as usize),
            "statement" => Self::Statement(first),
            "warning" => Self::Warning(first),
            "words" => Self::Words(Utf16Span::new(first, parts.next()?.parse().ok()?)),
            _ => return None,
        })
    }
}

impl Facts<'_> {
    /// A link to a place in the article.
    pub(super) fn jump(&self, parent: &HtmlElement, place: Place, text: &str) -> Result<(), JsValue> {
        self.add(parent, "button", "jump", text)?.set_attribute("data-jump", &place.write())
    }

    /// Who answers a statement, and what a statement answers.
    pub(super) fn answers(&self, part: &HtmlElement, id: u32) -> Result<(), JsValue> {
        let Some(at) = self.report.attributions.get(id as usize).and_then(|a| a.content.first()) else { return Ok(()) };
        for warning in &self.report.warnings {
            for by in warning.rebuttals.iter().map(|rebuttal| rebuttal.attribution) {
                if by == id {
                    let claim = shorten(&self.trigger(warning), 60);
                    let answers = self.host.say("cardAnswers", &[&claim]);
                    self.answer_line(part, &answers, Place::Warning(warning.id), at.start)?;
                } else if warning.attribution == Some(id) {
                    self.answer_line(part, &self.denied(by), Place::Statement(by), at.start)?;
                }
            }
        }
        Ok(())
    }

    /// A link to an answer, and how far from `from` it stands.
    pub(super) fn answer_line(&self, part: &HtmlElement, text: &str, to: Place, from: u32) -> Result<(), JsValue> {
        let line = self.add(part, "p", "answer", "")?;
        self.add(&line, "i", "", "↩")?.set_attribute("aria-hidden", "true")?;
        self.jump(&line, to, text)?;
        let at = match to {
            Place::Statement(id) => self.report.attributions.get(id as usize).and_then(|a| a.content.first()),
            Place::Warning(id) => self.report.warnings.get(id as usize).and_then(|w| w.trigger.first()),
            Place::Note(_) | Place::Words(_) => None,
        };
        let blocks = at.and_then(|at| self.assembled.block_at(at.start)).zip(self.assembled.block_at(from));
        let Some((to, from)) = blocks else { return Ok(()) };
        let where_ = match to as i64 - from as i64 {
            0 => self.host.say("whereHere", &[]),
            1 => self.host.say("whereNext", &[]),
            -1 => self.host.say("whereBefore", &[]),
            on @ 1.. => self.host.say("whereOn", &[&on.to_string()]),
            back => self.host.say("whereBack", &[&(-back).to_string()]),
        };
        line.append_child(&self.document.create_text_node(&format!(" · {where_}")))?;
        Ok(())
    }

    /// The row with the badges of the same speaker before and behind this one, or the warnings.
    pub(super) fn way(&self, card: &HtmlElement, index: usize) -> Result<(), JsValue> {
        let same = |kind: &NoteKind| match (self.notes.get(index).map(|note| &note.kind), kind) {
            (Some(NoteKind::Speaker { speaker: Some(own), .. }), NoteKind::Speaker { speaker, .. }) => {
                *speaker == Some(*own)
            }
            (Some(NoteKind::Warning(_)), NoteKind::Warning(_)) => true,
            _ => false,
        };
        let all: Vec<usize> = (0..self.notes.len()).filter(|&i| same(&self.notes[i].kind)).collect();
        let Some(here) = all.iter().position(|&i| i == index).filter(|_| all.len() > 1) else { return Ok(()) };
        let row = self.add(card, "p", "way", "")?;
        let before = here.checked_sub(1).map(|i| all[i]);
        let count = self.host.say("cardOf", &[&(here + 1).to_string(), &all.len().to_string()]);
        for (key, to) in [("cardPrevious", before), ("cardNext", all.get(here + 1).copied())] {
            if key == "cardNext" {
                self.add(&row, "span", "", &count)?;
            }
            let button = self.add(&row, "button", "jump", &self.host.say(key, &[]))?;
            match to {
                Some(to) => button.set_attribute("data-jump", &Place::Note(to).write())?,
                None => button.set_attribute("disabled", "")?,
            }
        }
        Ok(())
    }
}
