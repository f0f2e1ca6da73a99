//! What comes out: speakers, attributions and warnings, with spans in the unit that the caller counts in.
//!
//! `docs/report.md` shows the same as JSON.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::text::ByteSpan;

/// Everything that was found in one article. `S` is the type of its spans: bytes from [`analyze`](crate::analyze), code
/// points on the command line, UTF-16 units in a page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report<S = ByteSpan> {
    /// The article's language as a BCP 47 tag; `und` where it could not be told. Only English is analysed: any other
    /// language comes with three empty lists.
    pub language: String,
    /// Who speaks, in the order of their first mention. `Speaker::id` is the index here.
    pub speakers: Vec<Speaker<S>>,
    /// Who says what, in the order of the text. `Attribution::id` is the index here.
    pub attributions: Vec<Attribution<S>>,
    /// What nobody stands behind, in the order of the text. `Warning::id` is the index here.
    pub warnings: Vec<Warning<S>>,
}

impl<S> Default for Report<S> {
    fn default() -> Self {
        Self { language: "und".into(), speakers: Vec::new(), attributions: Vec::new(), warnings: Vec::new() }
    }
}

/// A source of statements: all mentions of one person, organisation, group, document or AI model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Speaker<S = ByteSpan> {
    /// Index in [`Report::speakers`].
    pub id: u32,
    /// The fullest name in the article; for an unnamed source the article's description ("some users").
    pub name: String,
    /// Role or affiliation, as the article words it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Whether `name` is a name. Unnamed sources carry a description.
    pub named: bool,
    /// Every place that refers to the speaker: names, titles, pronouns that were resolved.
    pub mentions: Vec<S>,
}

/// What kind of source speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// One human being.
    Person,
    /// A company, agency, party, court, newspaper, team or government.
    Organization,
    /// Several people, named or not.
    Group,
    /// A report, statement, study, law, filing.
    Document,
    /// A language model or another machine that utters words.
    AiModel,
}

/// One statement with the words that attribute it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Attribution<S = ByteSpan> {
    /// Index in [`Report::attributions`].
    pub id: u32,
    /// Whether the words are quoted.
    pub kind: AttributionKind,
    /// What is said: one span a piece, without the quotation marks that enclose it.
    pub content: Vec<S>,
    /// The words that make it an attribution ("wrote", "according to"); empty where the discourse alone gives the speaker.
    pub cue: Vec<S>,
    /// The words that name the source beside the cue; empty where there are none.
    pub source: Vec<S>,
    /// Index in [`Report::speakers`]; none for an orphan quotation.
    pub speaker: Option<u32>,
    /// Where or through what it was said, as the article words it ("a Threads post").
    #[serde(skip_serializing_if = "Option::is_none")]
    pub medium: Option<String>,
    /// How sure the speaker is.
    pub confidence: Confidence,
    /// The word that stood for the speaker, where it was not the name itself ("He", "the senator").
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolved_from: Option<String>,
    /// Other speakers that were thinkable, likeliest first. Filled where `confidence` is low.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<u32>,
    /// Warnings whose claim this statement answers: the other direction of [`Warning::rebuttals`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
}

impl<S> Attribution<S> {
    /// The speaker, where that is sure enough for a name to be shown: a wrong name is worse than none.
    pub fn sure_speaker(&self) -> Option<u32> {
        self.speaker.filter(|_| self.confidence >= Confidence::CERTAIN)
    }
}

/// Whether and how the words of a statement are quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttributionKind {
    /// All of it stands in quotation marks.
    Direct,
    /// A reported clause with quotation marks around parts of it.
    Mixed,
    /// Reported in the article's own words.
    Indirect,
    /// What somebody thinks, wants, plans or feels as the article tells it, or a matter on which they spoke without the
    /// article's telling what they said. No words are laid to anybody, so the page marks none.
    Attitude,
}

impl AttributionKind {
    /// Whether it reports words rather than thoughts.
    pub const fn is_speech(self) -> bool {
        !matches!(self, Self::Attitude)
    }
}

/// One place where a claim's sourcing is thin.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Warning<S = ByteSpan> {
    /// Index in [`Report::warnings`].
    pub id: u32,
    /// Which kind; its texts, standard and severity stand in [`crate::warning`].
    pub kind: WarningKind,
    /// How much it matters here.
    pub severity: Severity,
    /// The words that were noticed.
    pub trigger: Vec<S>,
    /// The sentence around them.
    pub sentence: S,
    /// The attribution that the warning is about, where there is one: index in [`Report::attributions`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<u32>,
    /// Why the source has no name, as far as the article tells; only for `anonymous-source`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anonymity: Option<Anonymity>,
    /// Passages of the same article that answer the claim.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rebuttals: Vec<Rebuttal>,
    /// How sure the warning is.
    pub confidence: Confidence,
}

/// What an article tells of why a source has no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Anonymity {
    /// Nothing.
    Unexplained,
    /// On which terms the source spoke, but not why: "on condition of anonymity".
    Formula,
    /// The reason: "because the talks are private".
    Specific,
}

/// A passage that denies, disputes or corrects a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Rebuttal {
    /// Index in [`Report::attributions`].
    pub attribution: u32,
}

/// A claim that a statement answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// Index in [`Report::warnings`].
    pub warning: u32,
}

/// The kinds of warning; one file each under `src/warning/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WarningKind {
    /// Particular people whom the article chose not to name.
    AnonymousSource,
    /// An unidentified group or general authority.
    VagueSource,
    /// A claim whose reporting names nobody.
    Agentless,
    /// Evidence that cannot be looked up.
    UnnamedEvidence,
    /// The article itself calls the claim unproven, disputed or false.
    Unverified,
    /// Someone reports what someone else is said to have said.
    SecondHand,
    /// A quotation that no reader could give to anyone.
    OrphanQuote,
    /// A quotation whose speaker is named only sentences later.
    LateAttribution,
    /// The whole article rests on one speaker.
    SingleSource,
    /// The headline asserts what the body only attributes.
    Headline,
}

/// The word by which a kind or a severity goes in a report (`vague-source`, `direct`), so that no other place writes it another way.
pub(crate) fn name_of(variant: impl Serialize) -> String {
    /// A formatter is a serializer too, which writes the name of a variant.
    struct Name<T>(T);
    impl<T: Serialize> fmt::Display for Name<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.serialize(f)
        }
    }
    Name(variant).to_string()
}

/// How much a warning matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Good to know.
    Information,
    /// Worth a thought.
    Note,
    /// Weigh the claim with care.
    Caution,
}

/// A probability in whole per cent, so that it is the same in every build; it travels as a number from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Confidence(u8);

impl Confidence {
    /// Below this the interface shows "unclear who" in place of a name.
    pub const CERTAIN: Self = Self(60);

    /// From whole per cent; more than 100 is 100.
    pub const fn percent(value: u8) -> Self {
        Self(if value > 100 { 100 } else { value })
    }

    /// In whole per cent.
    pub const fn as_percent(self) -> u8 {
        self.0
    }
}

impl Serialize for Confidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A whole number without a fraction, as JavaScript has it.
        match self.0 {
            0 | 100 => serializer.serialize_u8(self.0 / 100),
            part => serializer.serialize_f64(f64::from(part) / 100.0),
        }
    }
}

impl<S> Report<S> {
    /// Who makes a statement, by its index, where that is sure enough for a name to be shown.
    pub fn speaker_of(&self, statement: u32) -> Option<&Speaker<S>> {
        let speaker = self.attributions.get(statement as usize)?.sure_speaker()?;
        self.speakers.get(speaker as usize)
    }

    /// The name of [`Report::speaker_of`].
    pub fn speaker_name(&self, statement: u32) -> Option<&str> {
        self.speaker_of(statement).map(|speaker| speaker.name.as_str())
    }

    /// Notes at every statement which claims it answers, as the warnings say it.
    pub(crate) fn note_answers(&mut self) {
        for attribution in &mut self.attributions {
            attribution.answers.clear();
        }
        for warning in &self.warnings {
            for rebuttal in &warning.rebuttals {
                if let Some(attribution) = self.attributions.get_mut(rebuttal.attribution as usize) {
                    attribution.answers.push(Answer { warning: warning.id });
                }
            }
        }
    }

    /// The same report with every span translated, for instance into the page's UTF-16 units.
    pub fn map_spans<T>(self, mut f: impl FnMut(S) -> T) -> Report<T> {
        let mut all = |spans: Vec<S>| spans.into_iter().map(&mut f).collect::<Vec<T>>();
        let speakers = self
            .speakers
            .into_iter()
            .map(|s| Speaker {
                id: s.id,
                name: s.name,
                role: s.role,
                kind: s.kind,
                named: s.named,
                mentions: all(s.mentions),
            })
            .collect();
        let attributions = self
            .attributions
            .into_iter()
            .map(|a| Attribution {
                id: a.id,
                kind: a.kind,
                content: all(a.content),
                cue: all(a.cue),
                source: all(a.source),
                speaker: a.speaker,
                medium: a.medium,
                confidence: a.confidence,
                resolved_from: a.resolved_from,
                candidates: a.candidates,
                answers: a.answers,
            })
            .collect();
        let warnings = self
            .warnings
            .into_iter()
            .map(|w| Warning {
                id: w.id,
                kind: w.kind,
                severity: w.severity,
                trigger: w.trigger.into_iter().map(&mut f).collect(),
                sentence: f(w.sentence),
                attribution: w.attribution,
                anonymity: w.anonymity,
                rebuttals: w.rebuttals,
                confidence: w.confidence,
            })
            .collect();
        Report { language: self.language, speakers, attributions, warnings }
    }
}
