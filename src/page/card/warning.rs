//! The card of a warning: in the order that `docs/warnings.md` lays down, the sentence on sourcing last.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::{Facts, Place};
use crate::page::corrections::Marked;
use crate::report::Anonymity;
use crate::shown::Words;
use crate::warning::definition;

impl Facts<'_> {
    pub(super) fn warning(&self, card: &HtmlElement, id: u32) -> Result<String, JsValue> {
        let Some(warning) = self.report.warnings.get(id as usize) else { return Ok(String::new()) };
        let say = |part: &str, args: &[&str]| self.host.of_warning(warning.kind, part, args);
        let title = say("", &[]);
        self.add(card, "h2", "amber", &title)?;
        let noticed = say("Noticed", &[&self.trigger(warning)]);
        let reason = warning.anonymity.map(|anonymity| self.host.say(reason(anonymity), &[]));
        self.add(card, "p", "", &reason.map_or(noticed.clone(), |reason| format!("{noticed} {reason}")))?;
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
            let denied = self.denied(rebuttal.attribution);
            let from = warning.trigger.first().map_or(0, |span| span.start);
            self.answer_line(card, &denied, Place::Statement(rebuttal.attribution), from)?;
        }
        self.add(card, "p", "foot", &self.host.say("cardSourcing", &[]))?;
        self.doubt(card, Marked::Warning(id))?;
        Ok(title)
    }
}

/// What the article tells of why its source has no name.
const fn reason(anonymity: Anonymity) -> &'static str {
    match anonymity {
        Anonymity::Unexplained => "anonymityUnexplained",
        Anonymity::Formula => "anonymityFormula",
        Anonymity::Specific => "anonymitySpecific",
    }
}
