//! What entries of several words mean.

use super::classes::Classes;

/// What a phrase says about the words around it.
///
/// ```
/// use hearsay::lexicon::{Lexicon, PhraseClass};
/// let lexicon = Lexicon::english();
/// assert_eq!(lexicon.phrase_at(&["according", "to", "the", "mayor"]), Some((PhraseClass::Source, 2)));
/// assert_eq!(lexicon.phrase_at(&["is", "widely", "believed", "to", "be"]), Some((PhraseClass::EvidentialBelief, 4)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PhraseClass {
    /// The source follows: "according to", "in the words of".
    Source,
    /// The content follows, the source stands before: "as saying", "was quoted as saying".
    Content,
    /// What prompted the words: "when asked about".
    Prompt,
    /// Somebody said nothing: "declined to comment".
    NoComment,
    /// The terms on which somebody talked: "on condition of anonymity".
    AnonymityTerms,
    /// Why somebody is not named: "for fear of reprisals".
    AnonymityReason,
    /// How a source would know: "familiar with the matter".
    AnonymityKnowledge,
    /// A source with no description: "a source".
    AnonymityBare,
    /// Reported by nobody: "is said to".
    EvidentialClaim,
    /// A charge or suspicion: "allegedly".
    EvidentialLegal,
    /// An appearance: "appears to".
    EvidentialSeem,
    /// A general belief: "is thought to".
    EvidentialBelief,
    /// What something is called, which needs no source: "known as", "so-called".
    EvidentialName,
    /// What is likely, which reports nothing: "is set to".
    EvidentialForecast,
    /// "unsubstantiated claims", "without evidence".
    Unproven,
    /// "baseless", "debunked".
    False,
    /// "disputed".
    Disputed,
    /// "studies show".
    EvidenceStudy,
    /// "data suggest", "polls show".
    EvidenceData,
    /// "local media reported".
    EvidenceMedia,
    /// "documents seen by".
    EvidenceDocument,
    /// "experts say".
    EvidenceExpert,
    /// "conventional wisdom".
    EvidenceAuthority,
    /// Makes a source unidentified: "a number of", "some".
    Vague,
    /// Answers a claim: "pushed back on", "no truth to".
    Rebuttal,
    /// Softens a claim: "it is unclear".
    Hedge,
    /// "Prime Minister".
    Title,
    /// "chief executive officer".
    Role,
    /// "twin brother".
    Relation,
    /// "health officials".
    Group,
    /// "press conference".
    MediaNoun,
    /// "court filing".
    DocumentNoun,
    /// "point of view".
    ReportingNoun,
    /// "Truth Social".
    Platform,
    /// "New York".
    Place,
    /// "Associated Press".
    Organization,
    /// "language model".
    AiNoun,
    /// "news agency".
    OrganizationNoun,
}

impl PhraseClass {
    /// Hearsay of any kind; names and forecasts are none.
    pub const fn is_evidential(self) -> bool {
        matches!(self, Self::EvidentialClaim | Self::EvidentialLegal | Self::EvidentialSeem | Self::EvidentialBelief)
    }

    /// Any sign of a source that is known and not named.
    pub const fn is_anonymity(self) -> bool {
        matches!(self, Self::AnonymityTerms | Self::AnonymityReason | Self::AnonymityKnowledge | Self::AnonymityBare)
    }

    /// A name or noun phrase, not a turn of speech: these are found by their own look-ups.
    pub(super) const fn is_nominal(self) -> bool {
        self as u8 >= Self::Title as u8
    }

    /// The class of single words that are entries of the same list: they stand among the words only.
    pub const fn of_words(self) -> Classes {
        match self {
            Self::Title => Classes::TITLE,
            Self::Role => Classes::ROLE,
            Self::Relation => Classes::RELATION,
            Self::Group => Classes::GROUP,
            Self::MediaNoun => Classes::MEDIA_NOUN,
            Self::DocumentNoun => Classes::DOCUMENT_NOUN,
            Self::ReportingNoun => Classes::REPORTING_NOUN,
            Self::Platform => Classes::PLATFORM,
            Self::Place => Classes::PLACE,
            Self::Organization => Classes::ORG_NAME.with(Classes::OUTLET),
            Self::AiNoun => Classes::AI_NOUN,
            Self::OrganizationNoun => Classes::ORGANIZATION_NOUN,
            _ => Classes::NONE,
        }
    }
}
