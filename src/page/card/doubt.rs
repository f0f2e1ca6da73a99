//! "Not right?": what a reader can put right, and how it is taken back.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::Facts;
use crate::page::corrections::{Change, Marked};
use crate::page::dom::make;

/// What the reader pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::page) enum Choice {
    /// Something is not right: show what can be done.
    Ask,
    /// Change what carries this mark.
    Change(Marked, Change),
    /// Take the last change back.
    Undo,
    /// Take all changes of this page back.
    UndoAll,
}

impl Choice {
    /// What a button of these attributes asks for.
    pub(in crate::page) fn read(doubt: &str, name: Option<String>) -> Option<Self> {
        let mut parts = doubt.split(' ');
        let (act, kind) = (parts.next()?, parts.next());
        let id = parts.next().and_then(|id| id.parse().ok());
        let marked = match (kind, id) {
            (Some("statement"), Some(id)) => Some(Marked::Statement(id)),
            (Some("warning"), Some(id)) => Some(Marked::Warning(id)),
            _ => None,
        };
        Some(match act {
            "ask" => Self::Ask,
            "undo" => Self::Undo,
            "undo-all" => Self::UndoAll,
            "hide" => Self::Change(marked?, Change::Hidden),
            "said" => Self::Change(marked?, Change::Said(name?)),
            _ => return None,
        })
    }
}

impl Facts<'_> {
    /// The question, and under it, once it is pressed, what can be done.
    pub(super) fn doubt(&self, parent: &HtmlElement, what: Marked) -> Result<(), JsValue> {
        let (kind, id) = match what {
            Marked::Statement(id) => ("statement", id),
            Marked::Warning(id) => ("warning", id),
        };
        let part = self.add(parent, "div", "doubt", "")?;
        let ask = self.add(&part, "button", "ask", &self.host.say("cardNotRight", &[]))?;
        ask.set_attribute("data-doubt", "ask")?;
        ask.set_attribute("aria-expanded", "false")?;
        let choices = self.add(&part, "div", "choices", "")?;
        choices.set_attribute("hidden", "")?;
        let hide = self.add(&choices, "button", "choice", &self.host.say("cardHide", &[]))?;
        hide.set_attribute("data-doubt", &format!("hide {kind} {id}"))?;
        if let Marked::Statement(id) = what {
            let now = self.report.speaker_of(id).map(|s| s.id);
            let said: std::collections::BTreeSet<u32> =
                self.report.attributions.iter().filter_map(|a| a.speaker).collect();
            let others = self.report.speakers.iter().filter(|s| Some(s.id) != now && (s.named || said.contains(&s.id)));
            let mut list = None;
            for other in others {
                if list.is_none() {
                    let label = self.add(&choices, "p", "why", &self.host.say("cardWhoElse", &[]))?;
                    let made = self.add(&choices, "div", "list", "")?;
                    made.set_attribute("role", "group")?;
                    made.set_attribute("aria-label", &label.text_content().unwrap_or_default())?;
                    list = Some(made);
                }
                let Some(list) = &list else { continue };
                let button = self.add(list, "button", "choice", &other.name)?;
                button.set_attribute("data-doubt", &format!("said {kind} {id}"))?;
                button.set_attribute("data-name", &other.name)?;
            }
        }
        if self.changes > 0 {
            let all = self.host.say("cardUndoAll", &[&self.changes.to_string()]);
            self.add(&choices, "button", "choice", &all)?.set_attribute("data-doubt", "undo-all")?;
        }
        self.add(&choices, "p", "why", &self.host.say("cardKept", &[]))?;
        Ok(())
    }

    /// What was just changed, with the way back.
    pub(in crate::page) fn toast(&self, text: &str) -> Result<HtmlElement, JsValue> {
        let toast = make(&self.document, "div", "toast", "")?;
        toast.set_attribute("role", "status")?;
        self.add(&toast, "span", "", text)?;
        let undo = self.add(&toast, "button", "jump", &self.host.say("cardUndo", &[]))?;
        undo.set_attribute("data-doubt", "undo")?;
        let close = self.add(&toast, "button", "close", "×")?;
        close.set_attribute("aria-label", &self.host.say("cardClose", &[]))?;
        Ok(toast)
    }
}
