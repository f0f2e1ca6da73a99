//! The card of a speaker: who, what the words are, and why they are attributed to this name.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::{Facts, Place, shorten};
use crate::mention::is_staff;
use crate::page::corrections::Marked;
use crate::report::{Attribution, Confidence};
use crate::shown::{Words, statement_kind};
use crate::text::Utf16Span;

/// Longer statements are cut here: the words themselves stand in the page.
const LONGEST: usize = 280;

impl Facts<'_> {
    pub(super) fn who(&self, card: &HtmlElement, speaker: Option<u32>, statements: &[u32]) -> Result<String, JsValue> {
        let title = if let Some(speaker) = speaker.and_then(|s| self.speaker(s)) {
            self.add(card, "h2", "", &speaker.name)?;
            self.add(card, "p", "sub", &self.describe(speaker))?;
            speaker.name.clone()
        } else {
            let unclear = self.host.name(None);
            self.add(card, "h2", "plain", &unclear)?;
            self.add(card, "p", "sub", &self.host.say("cardUnclear", &[]))?;
            unclear
        };
        for statement in statements.iter().filter_map(|id| self.report.attributions.get(*id as usize)) {
            let part = self.statement(card, statement)?;
            self.doubt(&part, Marked::Statement(statement.id))?;
        }
        Ok(title)
    }

    pub(super) fn answer(&self, card: &HtmlElement, by: u32) -> Result<String, JsValue> {
        let title = self.denied(by);
        self.add(card, "h2", "", &title)?;
        let Some(statement) = self.report.attributions.get(by as usize) else { return Ok(title) };
        if let Some(speaker) = self.report.speaker_of(by) {
            self.add(card, "p", "sub", &self.describe(speaker))?;
        }
        self.statement(card, statement)?;
        let line = self.add(card, "p", "", "")?;
        self.jump(&line, Place::Statement(by), &self.host.say("cardShow", &[]))?;
        Ok(title)
    }

    /// One statement: what the words are, and why they are attributed to this speaker.
    fn statement(&self, card: &HtmlElement, statement: &Attribution<Utf16Span>) -> Result<HtmlElement, JsValue> {
        let part = self.add(card, "div", "statement", "")?;
        let kind = statement_kind(statement.kind);
        let head = self.add(&part, "p", "kind", "")?;
        self.add(&head, "strong", "", &self.host.say(kind, &[]))?;
        if let Some(medium) = statement.medium.as_deref().filter(|m| !m.is_empty()) {
            let medium = self.host.say("cardMedium", &[medium]);
            head.append_child(&self.document.create_text_node(&format!(" · {medium}")))?;
        }
        let shown = self.host.said(statement.kind, shorten(&self.words_of(&statement.content), LONGEST));
        // The article's words run as the article does, whatever the language of the card.
        self.add(&part, "blockquote", "", &shown)?.set_attribute("dir", "auto")?;
        self.because(&part, statement)?;
        self.answers(&part, statement.id)?;
        Ok(part)
    }

    /// The cue, what a pronoun was read as, how sure that is and who else it could be.
    fn because(&self, part: &HtmlElement, statement: &Attribution<Utf16Span>) -> Result<(), JsValue> {
        let why = |text: &str| self.add(part, "p", "why", text);
        if self.named.contains(&statement.id) {
            why(&self.host.say("cardYours", &[]))?;
            return Ok(());
        }
        let cue = self.words_of(&statement.cue);
        if !cue.is_empty() {
            why(&self.host.say("cardCue", &[&cue]))?;
        }
        let named = statement.sure_speaker();
        if let Some(from) = statement.resolved_from.as_deref() {
            let place = statement.source.first().copied().map(Place::Words);
            // "officials" of a body are people of it, and none of them is named.
            let body = named.filter(|_| is_staff(from)).and_then(|speaker| self.speaker(speaker));
            let words = body.map_or_else(
                || self.host.say("cardResolved", &[from]),
                |body| self.host.say("cardStaff", &[from, &body.name]),
            );
            match (named, place) {
                (Some(_), Some(place)) => self.jump(&why("")?, place, &words)?,
                (Some(_), None) => drop(why(&words)?),
                (None, _) => drop(why(&self.host.say("cardUnresolved", &[from]))?),
            }
            if let Some(mention) = named.and_then(|speaker| self.last_named(speaker, statement)) {
                let name = self.words_of(&[mention]);
                self.jump(&why("")?, Place::Words(mention), &self.host.say("cardNamedBefore", &[&name]))?;
            }
        }
        why(&self.host.say(sureness(statement.confidence), &[]))?;
        let all = statement.speaker.into_iter().chain(statement.candidates.iter().copied());
        let others = all.filter(|s| Some(*s) != named).filter_map(|s| self.speaker(s));
        let mut all: Vec<&str> = others.map(|s| s.name.as_str()).collect();
        all.dedup();
        // Who is sure needs no list of others.
        if !all.is_empty() && statement.confidence < Confidence::percent(90) {
            let key = if named.is_some() { "cardAlternatives" } else { "cardCandidates" };
            why(&self.host.say(key, &[&all.join(", ")]))?;
        }
        Ok(())
    }

    /// The last place before a statement's source where the speaker stands by a name.
    fn last_named(&self, speaker: u32, statement: &Attribution<Utf16Span>) -> Option<Utf16Span> {
        let source = statement.source.first()?;
        let speaker = self.speaker(speaker)?;
        let is_name = |span: &&Utf16Span| {
            let words = self.words_of(&[**span]);
            words.split_whitespace().any(|word| speaker.name.split_whitespace().any(|part| part == word))
        };
        speaker.mentions.iter().filter(|mention| mention.end <= source.start).rfind(is_name).copied()
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
