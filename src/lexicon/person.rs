//! Grammatical gender, number and person, as far as a word tells them.

use super::classes::Classes;

/// What a word tells about a person's gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Gender {
    /// A man.
    Male,
    /// A woman.
    Female,
    /// No person: "it".
    Neuter,
    /// The word does not tell, or tells both.
    #[default]
    Unknown,
}

impl Gender {
    pub(super) const fn of(male: bool, female: bool) -> Self {
        match (male, female) {
            (true, false) => Self::Male,
            (false, true) => Self::Female,
            _ => Self::Unknown,
        }
    }

    /// What the classes of a noun or a title tell.
    pub const fn of_classes(classes: Classes) -> Self {
        Self::of(classes.has_any(Classes::MASCULINE), classes.has_any(Classes::FEMININE))
    }

    /// Whether the same person can have both.
    ///
    /// ```
    /// use hearsay::lexicon::Gender;
    /// assert!(Gender::Unknown.agrees(Gender::Female));
    /// assert!(!Gender::Male.agrees(Gender::Female));
    /// ```
    pub fn agrees(self, other: Self) -> bool {
        self == other || self == Self::Unknown || other == Self::Unknown
    }
}

/// One or many, as far as the word tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Number {
    /// he, it.
    Singular,
    /// we, they. A singular "they" looks the same.
    Plural,
    /// you.
    Either,
}

/// Grammatical person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Person {
    /// I, we.
    First,
    /// you.
    Second,
    /// he, she, it, they.
    Third,
}

/// A pronoun's case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PronounCase {
    /// he, they.
    Subject,
    /// him, them.
    Object,
    /// his, theirs.
    Possessive,
    /// himself, themselves.
    Reflexive,
    /// you, it, her: more than one.
    Any,
}

/// What a personal pronoun tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pronoun {
    /// Grammatical person.
    pub person: Person,
    /// One or many.
    pub number: Number,
    /// he, she or it.
    pub gender: Gender,
    /// Its case.
    pub case: PronounCase,
}

impl Pronoun {
    pub(super) fn by_columns(person: &str, number: &str, gender: &str, case: &str) -> Self {
        Self {
            person: match person {
                "1" => Person::First,
                "2" => Person::Second,
                _ => Person::Third,
            },
            number: match number {
                "s" => Number::Singular,
                "p" => Number::Plural,
                _ => Number::Either,
            },
            gender: match gender {
                "m" => Gender::Male,
                "f" => Gender::Female,
                "n" => Gender::Neuter,
                _ => Gender::Unknown,
            },
            case: match case {
                "subject" => PronounCase::Subject,
                "object" => PronounCase::Object,
                "possessive" => PronounCase::Possessive,
                "reflexive" => PronounCase::Reflexive,
                _ => PronounCase::Any,
            },
        }
    }
}
