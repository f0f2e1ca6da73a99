//! The drawer with the whole article: its sources, who speaks, the warnings, every statement, and the ways to take them
//! along. Marks in the page are invisible to a screen reader; here everything that they show stands as text.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement};

use super::dom::{dress, make};
use super::notes::letters;
use super::palette::look;
use super::publisher::Policies;
use super::words::Host;
use crate::report::{Report, Speaker};
use crate::shown::words;
use crate::summary::Summary;
use crate::text::ByteSpan;

mod parts;
pub(super) mod take;
pub(super) mod whole;

/// All that the panel shows.
pub(super) struct Content<'a> {
    pub(super) document: Document,
    pub(super) host: &'a Host,
    pub(super) text: &'a str,
    pub(super) report: &'a Report,
    pub(super) slots: &'a [Option<usize>],
    pub(super) policies: Policies,
    /// How much the reader has put right on this page.
    pub(super) changes: usize,
}

/// An open panel.
pub(super) struct Panel {
    pub(super) element: HtmlElement,
    /// Where the focus was before.
    pub(super) back: Option<HtmlElement>,
    /// The only speaker that is shown, by the place among the speakers.
    pub(super) only: Option<u32>,
    /// What it was filled from.
    pub(super) report: Report,
    pub(super) changes: usize,
}

impl Panel {
    /// An empty panel; it is not in the page yet.
    pub(super) fn new(content: &Content<'_>, back: Option<HtmlElement>) -> Result<Self, JsValue> {
        let element = make(&content.document, "section", "panel", "")?;
        for (name, value) in [
            ("role", "dialog".to_owned()),
            ("tabindex", "-1".to_owned()),
            ("aria-label", content.say("panelTitle")),
            ("lang", content.say("localeCode").replace('_', "-")),
            ("dir", content.say("localeDirection")),
        ] {
            element.set_attribute(name, &value)?;
        }
        let panel = Self { element, back, only: None, report: content.report.clone(), changes: content.changes };
        panel.fill(content)?;
        Ok(panel)
    }

    /// Shows this in place of what it showed; scrolling stays, and the focus where the same thing is there again.
    pub(super) fn refill(&mut self, content: &Content<'_>, focused: Option<Element>) -> Result<(), JsValue> {
        let (top, key) = (self.element.scroll_top(), focused.and_then(|e| e.get_attribute("data-key")));
        let name = |report: &Report, id: u32| report.speakers.get(id as usize).map(|s| s.name.clone());
        let only = self.only.and_then(|id| name(&self.report, id));
        self.only = only.and_then(|only| content.report.speakers.iter().find(|s| s.name == only)).map(|s| s.id);
        (self.report, self.changes) = (content.report.clone(), content.changes);
        self.element.set_text_content(None);
        self.fill(content)?;
        self.element.set_scroll_top(top);
        if let Some(key) = key {
            let same = self.element.query_selector(&format!("[data-key=\"{key}\"]"))?;
            let same: HtmlElement = same.map_or_else(|| self.element.clone(), JsCast::unchecked_into);
            same.focus()?;
        }
        Ok(())
    }

    fn fill(&self, content: &Content<'_>) -> Result<(), JsValue> {
        let summary = Summary::new(content.text, content.report);
        let head = content.add(&self.element, "header", "", "")?;
        content.add(&head, "h2", "", &content.say("panelTitle"))?;
        let close = content.button(&head, "panel-close", "×", "close")?;
        close.set_attribute("aria-label", &content.say("cardClose"))?;
        content.sources(&self.element, &summary)?;
        content.speakers(&self.element, &summary)?;
        content.warnings(&self.element)?;
        content.statements(&self.element)?;
        content.corrected(&self.element)?;
        content.policies(&self.element)?;
        content.export(&self.element)?;
        self.show_only()
    }

    /// Marks the chosen speaker and hides what others say.
    pub(super) fn show_only(&self) -> Result<(), JsValue> {
        let each = |selector: &str, name: &str, change: &dyn Fn(&Element, bool) -> Result<(), JsValue>| {
            let all = self.element.query_selector_all(selector)?;
            for element in (0..all.length()).filter_map(|i| all.item(i)).map(JsCast::unchecked_into::<Element>) {
                let speaker = element.get_attribute(name).and_then(|id| id.parse().ok());
                change(&element, self.only.is_some() && speaker == self.only)?;
            }
            Ok::<(), JsValue>(())
        };
        each(".voice", "data-speaker", &|e, chosen| e.set_attribute("aria-pressed", &chosen.to_string()))?;
        each("li[data-by]", "data-by", &|e, chosen| {
            e.toggle_attribute_with_force("hidden", self.only.is_some() && !chosen).map(|_| ())
        })?;
        each(".everyone", "data-key", &|e, _| e.toggle_attribute_with_force("hidden", self.only.is_none()).map(|_| ()))
    }
}

impl Content<'_> {
    fn say(&self, key: &str) -> String {
        self.host.say(key, &[])
    }

    fn add(&self, parent: &HtmlElement, name: &str, class: &str, text: &str) -> Result<HtmlElement, JsValue> {
        let element = make(&self.document, name, class, text)?;
        if parent.local_name() == "span" && parent.has_child_nodes() {
            // On the screen a line each; read out, words apart.
            parent.append_child(&self.document.create_text_node(" "))?;
        }
        parent.append_child(&element)?;
        Ok(element)
    }

    /// Words of the article: in its language, in the direction of their own letters.
    fn add_words(&self, parent: &HtmlElement, name: &str, class: &str, text: &str) -> Result<HtmlElement, JsValue> {
        let element = self.add(parent, name, class, text)?;
        element.set_attribute("lang", &self.report.language)?;
        element.set_attribute("dir", "auto")?;
        Ok(element)
    }

    /// A button; `key` finds it again when the panel is filled anew.
    fn button(&self, parent: &HtmlElement, class: &str, text: &str, key: &str) -> Result<HtmlElement, JsValue> {
        let button = self.add(parent, "button", class, text)?;
        button.set_attribute("type", "button")?;
        button.set_attribute("data-key", key)?;
        Ok(button)
    }

    /// A part of the panel under a heading.
    fn part(&self, panel: &HtmlElement, title: &str) -> Result<HtmlElement, JsValue> {
        let part = self.add(panel, "div", "part", "")?;
        self.add(&part, "h3", "", &self.say(title))?;
        Ok(part)
    }

    /// The disc with a speaker's letters, in the colour that the speaker has in the page.
    fn disc(&self, parent: &HtmlElement, speaker: Option<&Speaker>) -> Result<(), JsValue> {
        let (class, sign) = match speaker {
            Some(s) => ("disc", letters(&s.name, s.named)),
            None => ("disc open", "?".into()),
        };
        self.colour(&self.sign(parent, class, &sign)?, speaker)
    }

    /// A disc with a sign in it, which is shown and is no text: what it says stands beside it.
    fn sign(&self, parent: &HtmlElement, class: &str, sign: &str) -> Result<HtmlElement, JsValue> {
        let disc = self.add(parent, "i", class, "")?;
        disc.set_attribute("data-text", sign)?;
        disc.set_attribute("aria-hidden", "true")?;
        Ok(disc)
    }

    fn colour(&self, element: &HtmlElement, speaker: Option<&Speaker>) -> Result<(), JsValue> {
        let slot = speaker.and_then(|s| self.slots.get(s.id as usize).copied().flatten());
        dress(element, slot.map(look))
    }

    fn words_of(&self, spans: &[ByteSpan]) -> String {
        words(self.text, spans)
    }
}
