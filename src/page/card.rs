//! What a badge opens: who says it and why we think so, or what was noticed and why it matters.

use wasm_bindgen::JsValue;
use web_sys::{Document, HtmlElement};

use super::dom::make;
use super::notes::{HUES, Note, NoteKind, named_speaker};
use super::words::Host;
use crate::report::{Attribution, AttributionKind, Confidence, Report, SourceKind, Speaker, Warning, WarningKind};
use crate::text::{OffsetMap, Utf16Span};
use crate::warning::definition;

/// Longer statements are cut here: the words themselves stand in the page.
const LONGEST: usize = 280;

/// All that a card speaks of.
pub(super) struct Facts<'a> {
    pub(super) document: Document,
    pub(super) host: &'a Host,
    pub(super) report: &'a Report<Utf16Span>,
    pub(super) text: &'a str,
    /// The map of `text`.
    pub(super) map: OffsetMap<'a>,
    pub(super) slots: &'a [Option<usize>],
}

impl Facts<'_> {
    /// What a badge's accessible name is, and what it shows: heading and small print.
    pub(super) fn label(&self, note: &Note) -> (String, String, String) {
        match &note.kind {
            NoteKind::Speaker { speaker, .. } => {
                let Some(speaker) = speaker.and_then(|s| self.speaker(s)) else {
                    let unclear = self.host.say("badgeUnclear", &[]);
                    return (unclear.clone(), unclear, String::new());
                };
                let role = speaker.role.clone().unwrap_or_default();
                let name = if role.is_empty() { speaker.name.clone() } else { format!("{}, {role}", speaker.name) };
                (name, speaker.name.clone(), if note.first { role } else { String::new() })
            }
            NoteKind::Warning(id) => {
                let Some(warning) = self.report.warnings.get(*id as usize) else { return Default::default() };
                let (kind, trigger) = (self.host.say(&key(warning.kind, ""), &[]), self.trigger(warning));
                (format!("{kind}: {trigger}"), kind, self.host.say("wordsQuoted", &[&shorten(&trigger, 60)]))
            }
            NoteKind::Rebuttal { by, .. } => {
                let denied = self.host.say("badgeDenied", &[&self.name_of(*by)]);
                (denied.clone(), denied, String::new())
            }
        }
    }

    /// The hue of a badge or card; none for what has no colour of its own.
    pub(super) fn hue(&self, note: &Note) -> Option<u16> {
        let speaker = match &note.kind {
            NoteKind::Speaker { speaker, .. } => *speaker,
            NoteKind::Rebuttal { by, .. } => self.report.attributions.get(*by as usize).and_then(named_speaker),
            NoteKind::Warning(_) => None,
        };
        let slot = speaker.and_then(|s| self.slots.get(s as usize).copied().flatten())?;
        HUES.get(slot).copied()
    }

    /// A filled card.
    pub(super) fn card(&self, note: &Note) -> Result<HtmlElement, JsValue> {
        let card = make(&self.document, "div", "card", "")?;
        card.set_attribute("role", "dialog")?;
        if let Some(hue) = self.hue(note) {
            card.style().set_property("--h", &hue.to_string())?;
        } else {
            card.style().set_property("--c", "0")?;
        }
        let title = match &note.kind {
            NoteKind::Speaker { speaker, statements } => self.who(&card, *speaker, statements)?,
            NoteKind::Rebuttal { by, .. } => self.answer(&card, *by)?,
            NoteKind::Warning(id) => self.warning(&card, *id)?,
        };
        card.set_attribute("aria-label", &title)?;
        let close = make(&self.document, "button", "close", "×")?;
        close.set_attribute("aria-label", &self.host.say("cardClose", &[]))?;
        card.append_child(&close)?;
        Ok(card)
    }

    fn who(&self, card: &HtmlElement, speaker: Option<u32>, statements: &[u32]) -> Result<String, JsValue> {
        let title = if let Some(speaker) = speaker.and_then(|s| self.speaker(s)) {
            self.add(card, "h2", "", &speaker.name)?;
            self.add(card, "p", "sub", &self.describe(speaker))?;
            speaker.name.clone()
        } else {
            let unclear = self.host.say("badgeUnclear", &[]);
            self.add(card, "h2", "plain", &unclear)?;
            self.add(card, "p", "sub", &self.host.say("cardUnclear", &[]))?;
            unclear
        };
        for statement in statements.iter().filter_map(|id| self.report.attributions.get(*id as usize)) {
            self.statement(card, statement)?;
        }
        Ok(title)
    }

    fn answer(&self, card: &HtmlElement, by: u32) -> Result<String, JsValue> {
        let title = self.host.say("badgeDenied", &[&self.name_of(by)]);
        self.add(card, "h2", "", &title)?;
        let Some(statement) = self.report.attributions.get(by as usize) else { return Ok(title) };
        if let Some(speaker) = named_speaker(statement).and_then(|s| self.speaker(s)) {
            self.add(card, "p", "sub", &self.describe(speaker))?;
        }
        self.statement(card, statement)?;
        let line = self.add(card, "p", "", "")?;
        self.jump(&line, by, &self.host.say("cardShow", &[]))?;
        Ok(title)
    }

    /// One statement: what the words are, and why they are laid to this speaker.
    fn statement(&self, card: &HtmlElement, statement: &Attribution<Utf16Span>) -> Result<(), JsValue> {
        let part = self.add(card, "div", "statement", "")?;
        let kind = match statement.kind {
            AttributionKind::Direct => "cardDirect",
            AttributionKind::Mixed => "cardMixed",
            AttributionKind::Indirect | AttributionKind::Attitude => "cardIndirect",
        };
        let head = self.add(&part, "p", "", "")?;
        self.add(&head, "strong", "", &self.host.say(kind, &[]))?;
        if let Some(medium) = statement.medium.as_deref().filter(|m| !m.is_empty()) {
            let medium = self.host.say("cardMedium", &[medium]);
            head.append_child(&self.document.create_text_node(&format!(" · {medium}")))?;
        }
        let words = shorten(&self.words_of(&statement.content), LONGEST);
        let shown =
            if statement.kind == AttributionKind::Direct { self.host.say("wordsQuoted", &[&words]) } else { words };
        self.add(&part, "blockquote", "", &shown)?;
        let cue = self.words_of(&statement.cue);
        let mut why = Vec::new();
        if !cue.is_empty() {
            why.push(self.host.say("cardCue", &[&cue]));
        }
        let name = named_speaker(statement).and_then(|s| self.speaker(s)).map(|s| s.name.as_str());
        match (statement.resolved_from.as_deref(), name) {
            (Some(from), Some(name)) => why.push(self.host.say("cardResolved", &[from, name])),
            (Some(from), None) => why.push(self.host.say("cardUnresolved", &[from])),
            _ => {}
        }
        why.push(self.host.say(sureness(statement.confidence), &[]));
        for line in why {
            self.add(&part, "p", "why", &line)?;
        }
        if named_speaker(statement).is_none() {
            let all = statement.speaker.into_iter().chain(statement.candidates.iter().copied());
            let mut names: Vec<&str> = all.filter_map(|s| self.speaker(s)).map(|s| s.name.as_str()).collect();
            names.dedup();
            if !names.is_empty() {
                self.add(&part, "p", "why", &self.host.say("cardCandidates", &[&names.join(", ")]))?;
            }
        }
        Ok(())
    }

    /// In the order that `docs/warnings.md` lays down, the sentence on sourcing last.
    fn warning(&self, card: &HtmlElement, id: u32) -> Result<String, JsValue> {
        let Some(warning) = self.report.warnings.get(id as usize) else { return Ok(String::new()) };
        let say = |part: &str, args: &[&str]| self.host.say(&key(warning.kind, part), args);
        let title = say("", &[]);
        self.add(card, "h2", "amber", &title)?;
        self.add(card, "p", "", &say("Noticed", &[&self.trigger(warning)]))?;
        let why = self.add(card, "p", "", "")?;
        self.add(&why, "strong", "", &self.host.say("cardWhy", &[]))?;
        why.append_child(&self.document.create_text_node(&format!(" {}", say("Why", &[]))))?;
        let standard = self.add(card, "p", "", "")?;
        self.add(&standard, "strong", "", &self.host.say("cardStandard", &[]))?;
        standard.append_child(&self.document.create_text_node(" "))?;
        let link = self.add(&standard, "a", "", &say("Standard", &[]))?;
        link.set_attribute("href", definition(warning.kind).standard.address)?;
        link.set_attribute("target", "_blank")?;
        link.set_attribute("rel", "noopener noreferrer")?;
        let settle = self.add(card, "p", "", "")?;
        self.add(&settle, "strong", "", &self.host.say("cardSettle", &[]))?;
        settle.append_child(&self.document.create_text_node(&format!(" {}", say("Settle", &[]))))?;
        for rebuttal in &warning.rebuttals {
            let answer = self.add(card, "p", "", "↩ ")?;
            let denied = self.host.say("badgeDenied", &[&self.name_of(rebuttal.attribution)]);
            self.jump(&answer, rebuttal.attribution, &denied)?;
        }
        self.add(card, "p", "foot", &self.host.say("cardSourcing", &[]))?;
        Ok(title)
    }

    /// A link to where a statement stands.
    fn jump(&self, parent: &HtmlElement, attribution: u32, text: &str) -> Result<(), JsValue> {
        self.add(parent, "button", "jump", text)?.set_attribute("data-jump", &attribution.to_string())
    }

    fn add(&self, parent: &HtmlElement, name: &str, class: &str, text: &str) -> Result<HtmlElement, JsValue> {
        let element = make(&self.document, name, class, text)?;
        parent.append_child(&element)?;
        Ok(element)
    }

    fn speaker(&self, id: u32) -> Option<&Speaker<Utf16Span>> {
        self.report.speakers.get(id as usize)
    }

    fn name_of(&self, attribution: u32) -> String {
        let statement = self.report.attributions.get(attribution as usize);
        let speaker = statement.and_then(named_speaker).and_then(|s| self.speaker(s));
        speaker.map_or_else(|| self.host.say("badgeUnclear", &[]), |s| s.name.clone())
    }

    /// Role and kind of source on one line.
    fn describe(&self, speaker: &Speaker<Utf16Span>) -> String {
        let kind = match speaker.kind {
            SourceKind::Person => "sourcePerson",
            SourceKind::Organization => "sourceOrganization",
            SourceKind::Group => "sourceGroup",
            SourceKind::Document => "sourceDocument",
            SourceKind::AiModel => "sourceAiModel",
        };
        let mut parts: Vec<String> = speaker.role.iter().cloned().collect();
        parts.push(self.host.say(kind, &[]));
        if !speaker.named {
            parts.push(self.host.say("sourceUnnamed", &[]));
        }
        parts.join(" · ")
    }

    fn trigger(&self, warning: &Warning<Utf16Span>) -> String {
        self.words_of(&warning.trigger)
    }

    fn words_of(&self, spans: &[Utf16Span]) -> String {
        let words: Vec<&str> = spans.iter().map(|span| self.map.from_utf16(*span).of(self.text)).collect();
        words.join(" … ").replace('\n', " ")
    }
}

/// How sure the speaker is, in words.
fn sureness(confidence: Confidence) -> &'static str {
    match confidence.as_percent() {
        90.. => "sureHigh",
        75.. => "sureFair",
        60.. => "sureLow",
        _ => "sureNot",
    }
}

/// The key of one of a warning's texts.
fn key(kind: WarningKind, part: &str) -> String {
    format!("{}{part}", definition(kind).message)
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
