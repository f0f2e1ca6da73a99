//! The panel's parts, from above to below.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::Content;
use crate::page::notes::sign_of;
use crate::page::publisher;
use crate::report::{Severity, Speaker};
use crate::shown::{Words, figures, nameless, statement_kind};
use crate::summary::{Summary, statements};

impl Content<'_> {
    /// How many sources have a name, how many have none, how many are documents.
    pub(super) fn sources(&self, panel: &HtmlElement, summary: &Summary) -> Result<(), JsValue> {
        if summary.voices.is_empty() {
            return Ok(());
        }
        let part = self.part(panel, "panelSources")?;
        let list = self.add(&part, "ul", "figures", "")?;
        for (key, count) in figures(summary.sources) {
            let item = self.add(&list, "li", "", "")?;
            self.add(&item, "b", "", &count.to_string())?;
            item.append_child(&self.document.create_text_node(" "))?;
            self.add(&item, "span", "", &self.say(key))?;
        }
        Ok(())
    }

    /// Who speaks, as bars; each chooses its speaker.
    pub(super) fn speakers(&self, panel: &HtmlElement, summary: &Summary) -> Result<(), JsValue> {
        let part = self.part(panel, "panelSpeakers")?;
        if summary.voices.is_empty() {
            self.add(&part, "p", "soft", &self.say("panelNoSpeakers"))?;
            return Ok(());
        }
        let most = summary.voices.iter().map(|voice| voice.share).max().unwrap_or(0).max(1);
        if summary.voices.len() > 1 {
            self.add(&part, "p", "soft", &self.say("panelHint"))?;
        }
        let list = self.add(&part, "ul", "", "")?;
        for voice in &summary.voices {
            let Some(speaker) = self.report.speakers.get(voice.speaker as usize) else { continue };
            let item = self.add(&list, "li", "", "")?;
            let button = self.button(&item, "voice", "", &format!("voice-{}", voice.speaker))?;
            button.set_attribute("data-speaker", &voice.speaker.to_string())?;
            self.colour(&button, Some(speaker))?;
            let width = u32::from(voice.share) * 100 / u32::from(most);
            button.style().set_property("--v", &format!("{width}%"))?;
            let (count, share) = (voice.statements.to_string(), voice.share.to_string());
            // What is shown, in its order, and what the number means.
            let quoted = (voice.share > 0).then(|| self.host.say("panelQuoted", &[&share]));
            let said = self.host.say("popupStatements", &[&count]);
            let label: Vec<String> =
                [Some(self.with_role(speaker)), quoted.clone(), Some(said)].into_iter().flatten().collect();
            button.set_attribute("aria-label", &label.join(", "))?;
            self.disc(&button, Some(speaker))?;
            let words = self.add(&button, "span", "words", "")?;
            self.add_words(&words, "b", "", &speaker.name)?;
            if let Some(role) = &speaker.role {
                self.add_words(&words, "small", "", role)?;
            }
            if let Some(nameless) = nameless(speaker) {
                self.add(&words, "small", "", &self.say(nameless))?;
            }
            if let Some(quoted) = quoted {
                self.add(&words, "small", "", &quoted)?;
            }
            // The name has said it: the number itself is only shown.
            self.add(&button, "span", "count", "")?.set_attribute("data-text", &count)?;
        }
        let everyone = self.button(&part, "plain everyone", &self.say("panelEveryone"), "everyone")?;
        everyone.set_attribute("hidden", "")
    }

    /// The warnings in the order of the text, each with who answers it.
    pub(super) fn warnings(&self, panel: &HtmlElement) -> Result<(), JsValue> {
        let part = self.part(panel, "popupWarnings")?;
        if self.report.warnings.is_empty() {
            self.add(&part, "p", "soft", &self.say("panelNoWarnings"))?;
            return Ok(());
        }
        let list = self.add(&part, "ol", "", "")?;
        for warning in &self.report.warnings {
            let item = self.add(&list, "li", "", "")?;
            let button = self.button(&item, "place", "", &format!("warning-{}", warning.id))?;
            button.set_attribute("data-warning", &warning.id.to_string())?;
            let class = if warning.severity == Severity::Caution { "disc sign caution" } else { "disc sign" };
            self.sign(&button, class, sign_of(warning.severity))?;
            let words = self.add(&button, "span", "words", "")?;
            let kind = self.host.of_warning(warning.kind, "", &[]);
            self.add(&words, "b", "amber", &kind)?;
            let trigger = self.host.say("wordsQuoted", &[&self.words_of(&warning.trigger)]);
            self.add_words(&words, "small", "ink", &trigger)?;
            let mut label = self.host.say("panelNamedText", &[&kind, &trigger]);
            let mut names: Vec<_> = warning.rebuttals.iter().map(|r| self.report.speaker_name(r.attribution)).collect();
            names.dedup();
            for name in names {
                let denied = self.host.denied(name);
                self.add(&words, "small", "answer", &denied)?;
                label = format!("{label}. {denied}");
            }
            button.set_attribute("aria-label", &label)?;
        }
        self.add(&part, "p", "soft", &self.say("popupTruth"))?;
        Ok(())
    }

    /// Every statement, in the order of the text.
    pub(super) fn statements(&self, panel: &HtmlElement) -> Result<(), JsValue> {
        let mut all = statements(self.report).peekable();
        if all.peek().is_none() {
            return Ok(());
        }
        let part = self.part(panel, "panelStatements")?;
        let list = self.add(&part, "ol", "", "")?;
        for statement in all {
            let speaker = self.report.speaker_of(statement.id);
            let item = self.add(&list, "li", "", "")?;
            item.set_attribute("data-by", &speaker.map(|s| s.id.to_string()).unwrap_or_default())?;
            let button = self.button(&item, "place", "", &format!("statement-{}", statement.id))?;
            button.set_attribute("data-statement", &statement.id.to_string())?;
            self.disc(&button, speaker)?;
            let words = self.add(&button, "span", "words", "")?;
            let name = self.host.name(speaker.map(|s| s.name.as_str()));
            let kind = self.say(statement_kind(statement.kind));
            self.add_words(&words, "b", "", &name)?;
            self.add(&words, "small", "", &kind)?;
            let said = self.host.said(statement.kind, self.words_of(&statement.content));
            self.add_words(&words, "span", "said", &said)?;
            let label = self.host.say("panelNamedText", &[&format!("{name}, {kind}"), &said]);
            button.set_attribute("aria-label", &label)?;
        }
        Ok(())
    }

    /// The way back from what the reader put right: where everything is hidden no card is left to offer it.
    pub(super) fn corrected(&self, panel: &HtmlElement) -> Result<(), JsValue> {
        if self.changes == 0 {
            return Ok(());
        }
        let part = self.part(panel, "panelChanges")?;
        let text = self.host.say("cardUndoAll", &[&self.changes.to_string()]);
        self.button(&part, "plain", &text, "undo-all")?.set_attribute("data-doubt", "undo-all")
    }

    /// What the outlet itself says of its sources, where the page links it.
    pub(super) fn policies(&self, panel: &HtmlElement) -> Result<(), JsValue> {
        let Some(all) = &self.policies_known() else { return Ok(()) };
        let part = self.part(panel, "panelPolicies")?;
        let list = self.add(&part, "ul", "", "")?;
        for (key, address) in all {
            let item = self.add(&list, "li", "", "")?;
            let link = self.add(&item, "a", "", &self.say(key))?;
            link.set_attribute("href", address)?;
            link.set_attribute("target", "_blank")?;
            link.set_attribute("rel", "noopener noreferrer")?;
            link.set_attribute("data-key", key)?;
            item.append_child(&self.document.create_text_node(" "))?;
            self.add(&item, "small", "", publisher::host(address))?;
        }
        Ok(())
    }

    fn policies_known(&self) -> Option<Vec<(&'static str, &str)>> {
        let all = [
            ("panelPolicyUnnamed", &self.policies.unnamed_sources),
            ("panelPolicyEthics", &self.policies.ethics),
            ("panelPolicyPrinciples", &self.policies.principles),
        ];
        let known: Vec<_> = all.into_iter().filter_map(|(key, address)| Some((key, address.as_deref()?))).collect();
        (!known.is_empty()).then_some(known)
    }

    /// The ways to take all of it along.
    pub(super) fn export(&self, panel: &HtmlElement) -> Result<(), JsValue> {
        let part = self.part(panel, "panelExport")?;
        part.set_class_name("part export");
        let list = self.add(&part, "ul", "", "")?;
        for (key, format) in [("panelMarkdown", "md"), ("panelTable", "csv"), ("panelAnnotations", "jsonld")] {
            let (item, name) = (self.add(&list, "li", "", "")?, self.say(key));
            self.add(&item, "span", "", &name)?;
            for (what, verb) in [("panelSave", "save"), ("panelCopy", "copy")] {
                let shown = self.say(what);
                let button = self.button(&item, "plain", &shown, &format!("{verb}-{format}"))?;
                button.set_attribute("aria-label", &self.host.say("panelNamedText", &[&shown, &name]))?;
                button.set_attribute(&format!("data-{verb}"), format)?;
            }
        }
        self.button(&part, "plain print", &self.say("panelPrint"), "print")?;
        self.add(&part, "p", "soft done", "")?.set_attribute("role", "status")
    }

    fn with_role(&self, speaker: &Speaker) -> String {
        let mut parts = vec![speaker.name.clone()];
        parts.extend(speaker.role.clone());
        parts.extend(nameless(speaker).map(|key| self.say(key)));
        parts.join(", ")
    }
}
