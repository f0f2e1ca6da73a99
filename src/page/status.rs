//! What the popup, the icon, the playground and the table of `./build.sh run` are told.

use serde::Serialize;
use wasm_bindgen::JsValue;

use super::lists::{Lists, SpeakerLine, WarningLine};
use crate::article::Article;
use crate::reader::is_english;
use crate::report::Report;
use crate::text::{OffsetMap, Utf16Span};

/// How things stand with this page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum State {
    Loading,
    Ready,
    NoArticle,
    OtherLanguage,
    Off,
    Failed,
}

/// The object that the host and the popup get.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Status {
    pub(super) state: State,
    language: String,
    engine: &'static str,
    /// Words under a mark were changed by the page, and the page was read again.
    changed: bool,
    attributions: usize,
    speakers: Vec<SpeakerLine>,
    unclear: usize,
    unclear_at: u32,
    warnings: Vec<WarningLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) error: Option<String>,
}

impl Status {
    pub(super) fn of(state: State) -> Self {
        let (speakers, warnings) = (Vec::new(), Vec::new());
        // The twin is the same program; the file that carries it says so in place of this word.
        Self {
            state,
            language: "und".into(),
            engine: "wasm",
            changed: false,
            attributions: 0,
            speakers,
            unclear: 0,
            unclear_at: 0,
            warnings,
            error: None,
        }
    }

    /// What a report says.
    pub(super) fn ready(report: &Report<Utf16Span>, text: &str, slots: &[Option<usize>]) -> Self {
        let Lists { statements: attributions, speakers, unclear, unclear_at, warnings } =
            Lists::of(report, text, slots);
        let language = report.language.clone();
        Self { language, attributions, speakers, unclear, unclear_at, warnings, ..Self::of(State::Ready) }
    }

    /// What the report on an article says that stands in no page.
    pub(super) fn of_article(article: &Article, report: &Report) -> Self {
        if !is_english(&report.language) {
            return Self::of(State::OtherLanguage).with_language(&report.language);
        }
        Self::ready(&in_page_units(report.clone(), article), &article.text, &[])
    }

    pub(super) fn changed(mut self, changed: bool) -> Self {
        self.changed = changed;
        self
    }

    pub(super) fn with_language(mut self, language: &str) -> Self {
        language.clone_into(&mut self.language);
        self
    }

    pub(super) fn with_error(mut self, error: &str) -> Self {
        self.error = Some(error.to_owned());
        self
    }

    /// As a plain object.
    pub(super) fn to_js(&self) -> Result<JsValue, JsValue> {
        Ok(self.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
    }
}

/// The report on an article, in the page's own units.
pub(super) fn in_page_units(report: Report, article: &Article) -> Report<Utf16Span> {
    let map = OffsetMap::new(&article.text);
    report.map_spans(|span| map.to_utf16(span))
}
