//! What the popup, the icon and the table of `./build.sh run` are told.

use serde::Serialize;
use wasm_bindgen::JsValue;

use super::assemble::Assembled;
use super::notes::{letters, sign_of};
use super::palette::{Look, look};
use crate::article::Article;
use crate::report::{Attribution, Report, Severity, SourceKind, WarningKind};
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
    warnings: Vec<WarningLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) error: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct SpeakerLine {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    kind: SourceKind,
    named: bool,
    /// What stands in the speaker's disc, in the page as in the popup.
    letters: String,
    statements: usize,
    /// The speaker's colour and shape in the page; none without a badge there.
    look: Option<Look>,
}

#[derive(Debug, Clone, Serialize)]
struct WarningLine {
    kind: WarningKind,
    severity: Severity,
    sign: &'static str,
    trigger: String,
    sentence: String,
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
            warnings,
            error: None,
        }
    }

    /// What a report says, speakers who never speak left out.
    pub(super) fn ready(report: &Report<Utf16Span>, text: &Assembled, slots: &[Option<usize>]) -> Self {
        let map = OffsetMap::new(text.text());
        let words = |span: Utf16Span| map.from_utf16(span).of(text.text()).to_owned();
        let mut statements = vec![0; report.speakers.len()];
        for speaker in crate::summary::statements(report).filter_map(Attribution::sure_speaker) {
            if let Some(count) = statements.get_mut(speaker as usize) {
                *count += 1;
            }
        }
        let speakers = report
            .speakers
            .iter()
            .zip(statements)
            .map(|(s, statements)| SpeakerLine {
                look: slots.get(s.id as usize).copied().flatten().map(look),
                letters: letters(&s.name, s.named),
                name: s.name.clone(),
                role: s.role.clone(),
                kind: s.kind,
                named: s.named,
                statements,
            })
            .filter(|line| line.statements > 0)
            .collect();
        let warnings = report
            .warnings
            .iter()
            .map(|w| WarningLine {
                kind: w.kind,
                severity: w.severity,
                sign: sign_of(w.severity),
                trigger: w.trigger.iter().map(|t| words(*t)).collect::<Vec<_>>().join(" … "),
                sentence: words(w.sentence),
            })
            .collect();
        let language = report.language.clone();
        Self {
            language,
            attributions: crate::summary::statements(report).count(),
            speakers,
            warnings,
            ..Self::of(State::Ready)
        }
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
