//! What a badge opens: who says it and why we think so, or what was noticed and why it matters.

use std::collections::BTreeSet;

use wasm_bindgen::JsValue;
use web_sys::{Document, HtmlElement};

use super::assemble::Assembled;
use super::dom::{dress, make};
use super::notes::{Note, NoteKind};
use super::palette::{Look, look};
use super::words::Host;
use crate::report::{Report, Severity, Speaker, Warning};
use crate::shown::{Words, nameless, source_kind, words};
use crate::text::{OffsetMap, Utf16Span};

mod doubt;
mod warning;
mod way;
mod who;

pub(super) use doubt::Choice;
pub(super) use way::Place;

/// What a badge shows and of which words: badges that agree in it are one and the same.
#[derive(PartialEq)]
pub(super) struct Key {
    label: (String, String, String),
    look: Option<Look>,
    severity: Option<Severity>,
    words: String,
}

/// All that a card speaks of.
pub(super) struct Facts<'a> {
    pub(super) document: Document,
    pub(super) host: &'a Host,
    pub(super) report: &'a Report<Utf16Span>,
    pub(super) assembled: &'a Assembled,
    pub(super) text: &'a str,
    /// The map of `text`.
    pub(super) map: OffsetMap<'a>,
    pub(super) slots: &'a [Option<usize>],
    pub(super) notes: &'a [Note],
    /// The statements whose speaker the reader named.
    pub(super) named: &'a BTreeSet<u32>,
    /// How much the reader has put right on this page.
    pub(super) changes: usize,
}

impl Facts<'_> {
    /// What a badge's accessible name is, and what it shows: heading and small print.
    pub(super) fn label(&self, note: &Note) -> (String, String, String) {
        match &note.kind {
            NoteKind::Speaker { speaker, .. } => {
                let Some(speaker) = speaker.and_then(|s| self.speaker(s)) else {
                    let unclear = self.host.name(None);
                    return (unclear.clone(), unclear, String::new());
                };
                let role = speaker.role.clone().unwrap_or_default();
                let name = if role.is_empty() { speaker.name.clone() } else { format!("{}, {role}", speaker.name) };
                (name, speaker.name.clone(), if note.first { role } else { String::new() })
            }
            NoteKind::Warning(id) => {
                let Some(warning) = self.report.warnings.get(*id as usize) else { return Default::default() };
                let (kind, trigger) = (self.host.of_warning(warning.kind, "", &[]), self.trigger(warning));
                (format!("{kind}: {trigger}"), kind, self.host.say("wordsQuoted", &[&shorten(&trigger, 60)]))
            }
            NoteKind::Rebuttal { by, .. } => {
                let denied = self.denied(*by);
                (denied.clone(), denied, String::new())
            }
        }
    }

    /// What a badge shows and of which words.
    pub(super) fn key_of(&self, note: &Note) -> Key {
        let warning = |id: u32| self.report.warnings.get(id as usize);
        let (severity, words) = match &note.kind {
            NoteKind::Speaker { statements, .. } => {
                let first = statements.first().and_then(|id| self.report.attributions.get(*id as usize));
                (None, first.map(|a| self.words_of(&a.content)))
            }
            NoteKind::Warning(id) => {
                let sentence = |w: &Warning<Utf16Span>| self.words_of(&[w.sentence]);
                (warning(*id).map(|w| w.severity), warning(*id).map(sentence))
            }
            NoteKind::Rebuttal { to, .. } => (None, warning(*to).map(|w| self.trigger(w))),
        };
        let words = shorten(&words.unwrap_or_default(), 80);
        Key { label: self.label(note), look: self.look(note), severity, words }
    }

    /// Colour and shape of a badge or card; none for what has no colour of its own.
    pub(super) fn look(&self, note: &Note) -> Option<Look> {
        let speaker = match &note.kind {
            NoteKind::Speaker { speaker, .. } => *speaker,
            NoteKind::Rebuttal { by, .. } => self.report.speaker_of(*by).map(|s| s.id),
            NoteKind::Warning(_) => None,
        };
        speaker.and_then(|s| self.slots.get(s as usize).copied().flatten()).map(look)
    }

    /// A filled card.
    pub(super) fn card(&self, index: usize) -> Result<HtmlElement, JsValue> {
        let Some(note) = self.notes.get(index) else { return make(&self.document, "div", "card", "") };
        let card = make(&self.document, "div", "card", "")?;
        card.set_attribute("role", "dialog")?;
        card.set_attribute("lang", &self.host.say("localeCode", &[]))?;
        card.set_attribute("dir", &self.host.say("localeDirection", &[]))?;
        dress(&card, self.look(note))?;
        let title = match &note.kind {
            NoteKind::Speaker { speaker, statements } => self.who(&card, *speaker, statements)?,
            NoteKind::Rebuttal { by, .. } => self.answer(&card, *by)?,
            NoteKind::Warning(id) => self.warning(&card, *id)?,
        };
        card.set_attribute("aria-label", &title)?;
        self.way(&card, index)?;
        let all = self.add(&card, "p", "whole", "")?;
        self.add(&all, "button", "jump", &self.host.say("cardPanel", &[]))?.set_attribute("data-panel", "")?;
        let close = self.add(&card, "button", "close", "×")?;
        close.set_attribute("aria-label", &self.host.say("cardClose", &[]))?;
        Ok(card)
    }

    pub(super) fn add(
        &self,
        parent: &HtmlElement,
        name: &str,
        class: &str,
        text: &str,
    ) -> Result<HtmlElement, JsValue> {
        let element = make(&self.document, name, class, text)?;
        parent.append_child(&element)?;
        Ok(element)
    }

    pub(super) fn speaker(&self, id: u32) -> Option<&Speaker<Utf16Span>> {
        self.report.speakers.get(id as usize)
    }

    /// That a claim is denied, by whom makes this statement.
    pub(super) fn denied(&self, by: u32) -> String {
        self.host.denied(self.report.speaker_name(by))
    }

    /// Role and kind of source on one line.
    pub(super) fn describe(&self, speaker: &Speaker<Utf16Span>) -> String {
        let kind = source_kind(speaker.kind);
        let mut parts: Vec<String> = speaker.role.iter().cloned().collect();
        parts.push(self.host.say(kind, &[]));
        parts.extend(nameless(speaker).filter(|key| *key != kind).map(|key| self.host.say(key, &[])));
        parts.join(" · ")
    }

    pub(super) fn trigger(&self, warning: &Warning<Utf16Span>) -> String {
        self.words_of(&warning.trigger)
    }

    pub(super) fn words_of(&self, spans: &[Utf16Span]) -> String {
        words(self.text, &self.map.all_from_utf16(spans))
    }
}

/// At most `most` characters, cut between words.
fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end())
}
