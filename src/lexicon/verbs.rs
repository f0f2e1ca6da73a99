//! Reporting verbs: what they express and how they are built into a sentence.

use super::inflect::Forms;

/// What a reporting verb expresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum VerbClass {
    /// say, tell, add, write, tweet.
    Speech,
    /// whisper, joke, boast.
    Manner,
    /// claim, argue, allege.
    Assertion,
    /// believe, fear, doubt.
    Belief,
    /// plan, vow, refuse.
    Intention,
    /// notice, learn, hear.
    Perception,
    /// deny, dispute, reject.
    Denial,
    /// urge, ask, demand.
    Request,
    /// call, accuse, praise.
    Naming,
    /// back, oppose, endorse.
    Stance,
    /// show, suggest, reveal; mostly of documents.
    Show,
}

impl VerbClass {
    pub(super) fn by_name(name: &str) -> Self {
        match name {
            "manner" => Self::Manner,
            "assertion" => Self::Assertion,
            "belief" => Self::Belief,
            "intention" => Self::Intention,
            "perception" => Self::Perception,
            "denial" => Self::Denial,
            "request" => Self::Request,
            "naming" => Self::Naming,
            "stance" => Self::Stance,
            "show" => Self::Show,
            _ => Self::Speech,
        }
    }

    /// Whether words were uttered or written, rather than thought, wanted, noticed or shown.
    pub const fn is_utterance(self) -> bool {
        !matches!(self, Self::Belief | Self::Intention | Self::Perception | Self::Show | Self::Stance)
    }
}

/// The constructions that a reporting verb takes, as a set.
///
/// ```
/// use hearsay::lexicon::{Constructions, Lexicon};
/// let told = Lexicon::english().reporting_verb("told").unwrap();
/// assert!(told.takes.has(Constructions::PERSON) && told.takes.has(Constructions::CLAUSE));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Constructions(u8);

impl Constructions {
    /// A that-clause, or one without "that".
    pub const CLAUSE: Self = Self(1);
    /// A direct quotation, before or after.
    pub const QUOTATION: Self = Self(2);
    /// A person addressed before the content: "told reporters that".
    pub const PERSON: Self = Self(4);
    /// An infinitive clause, perhaps after a person: "vowed to", "urged them to".
    pub const INFINITIVE: Self = Self(8);
    /// A noun phrase as content: "denied these allegations".
    pub const NOUN: Self = Self(16);
    /// A clause with whether, why, what.
    pub const QUESTION: Self = Self(32);
    /// Documents do it too: "the report says".
    pub const DOCUMENT: Self = Self(64);

    /// Whether every construction of `other` is in the set.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether at least one construction of `other` is in the set.
    pub const fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The two sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn by_letters(letters: &str) -> Self {
        letters.chars().fold(Self(0), |set, letter| match letter {
            't' => set.with(Self::CLAUSE),
            'q' => set.with(Self::QUOTATION),
            'o' => set.with(Self::PERSON),
            'i' => set.with(Self::INFINITIVE),
            'n' => set.with(Self::NOUN),
            'w' => set.with(Self::QUESTION),
            'd' => set.with(Self::DOCUMENT),
            _ => set,
        })
    }
}

/// A word or phrase as a form of a reporting verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportingVerb {
    /// "tell"; for a phrase with its particle, "point out".
    pub lemma: &'static str,
    /// What it expresses.
    pub class: VerbClass,
    /// What it is built with.
    pub takes: Constructions,
    /// Which forms the word can be.
    pub forms: Forms,
    /// In how many of a hundred of its occurrences in political news the verb attributes something, where it was frequent
    /// enough to count; counted apart for base and third person, which are often nouns ("states", "claim"), and for the other
    /// forms. A hint for precision: "said" is high, "held" is low.
    pub share: Option<u8>,
}
