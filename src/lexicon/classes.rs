//! What a word can be, as a set of bits.

use std::ops::{BitOr, BitOrAssign};

/// Everything that a word can be, at once: "report" is a verb, a reporting verb, a reporting noun and a document.
///
/// ```
/// use hearsay::lexicon::{Classes, Lexicon};
/// let report = Lexicon::english().word("report");
/// assert!(report.has(Classes::DOCUMENT_NOUN) && report.has(Classes::REPORTING_VERB));
/// assert!(report.has_any(Classes::DETERMINER | Classes::VERB));
/// assert!(!report.has(Classes::PLURAL));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Classes(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        classes!(@step 0u32, [$($(#[$doc])* $name;)*]);
        /// Every class with its name, in the order of the bits.
        pub const NAMED: &[(&str, Classes)] = &[$((stringify!($name), Classes::$name)),*];
    };
    (@step $bit:expr, []) => {};
    (@step $bit:expr, [$(#[$doc:meta])* $name:ident; $($rest:tt)*]) => {
        impl Classes { $(#[$doc])* pub const $name: Classes = Classes(1 << $bit); }
        classes!(@step $bit + 1, [$($rest)*]);
    };
}

classes! {
    /// a, every, which, their …
    DETERMINER;
    /// a, an, the.
    ARTICLE;
    /// my, his, theirs, whose …
    POSSESSIVE;
    /// this, that, these, those, such.
    DEMONSTRATIVE;
    /// some, many, several, others …
    QUANTIFIER;
    /// Numbers in words.
    NUMBER;
    /// of, in, despite …
    PREPOSITION;
    /// and, or, but …
    CONJUNCTION;
    /// that, because, while …
    SUBORDINATOR;
    /// Question words.
    WH;
    /// who, which, that …
    RELATIVE;
    /// Forms of be, have, do and get, with their contractions.
    AUXILIARY;
    /// Forms of be.
    BE;
    /// Forms of have.
    HAVE;
    /// Forms of do.
    DO;
    /// can, will, must … with their contractions.
    MODAL;
    /// not, never, nobody, isn't …
    NEGATION;
    /// Pronouns of every kind.
    PRONOUN;
    /// Personal pronouns: see [`Lexicon::pronoun`](super::Lexicon::pronoun).
    PERSONAL;
    /// very, almost, about …
    DEGREE;
    /// Adverbs on the list; words in -ly are known by their ending.
    ADVERB;
    /// Adjectives on the list.
    ADJECTIVE;
    /// Adjectives for what somebody thinks: confident, sceptical, adamant.
    ATTITUDE;
    /// Any form of a verb on one of the lists.
    VERB;
    /// Any form of a reporting verb: see [`Lexicon::reporting_verb`](super::Lexicon::reporting_verb).
    REPORTING_VERB;
    /// A verb's base form.
    VERB_BASE;
    /// A verb's third person.
    VERB_THIRD;
    /// A verb's past.
    VERB_PAST;
    /// A verb's past participle.
    VERB_PARTICIPLE;
    /// A verb's -ing form.
    VERB_GERUND;
    /// Mr, Sen., Prime Minister …
    TITLE;
    /// Jobs, offices and functions.
    ROLE;
    /// mother, widow, brother-in-law …
    RELATION;
    /// Nouns for unnamed people or groups that are made to speak.
    GROUP;
    /// Of these, the unidentified: critics, experts, some.
    VAGUE;
    /// Of these, the voices of an office: officials, police.
    OFFICIAL;
    /// Of these, often a particular person kept anonymous: source, aide.
    ANONYMOUS;
    /// claim, belief, warning …
    REPORTING_NOUN;
    /// report, study, lawsuit …
    DOCUMENT_NOUN;
    /// tweet, interview, press conference …
    MEDIA_NOUN;
    /// Services on which people publish.
    PLATFORM;
    /// A given name of men, perhaps of women too.
    MALE_NAME;
    /// A given name of women, perhaps of men too.
    FEMALE_NAME;
    /// A common surname; in Chinese, Korean and Vietnamese names it comes first.
    SURNAME;
    /// Lower-case parts of surnames: van, bin, de.
    PARTICLE;
    /// Jr., III, MD.
    NAME_SUFFIX;
    /// Words of nationality and origin.
    DEMONYM;
    /// Countries, states and large cities.
    PLACE;
    /// Days of the week.
    WEEKDAY;
    /// Months.
    MONTH;
    /// Common nouns that stand for an organisation: brokerage, ministry, agency.
    ORGANIZATION_NOUN;
    /// Words that make a capitalised name an organisation's: University, Ministry, Police.
    ORG_HEAD;
    /// Inc., Ltd, LLC.
    ORG_SUFFIX;
    /// Names and acronyms of well-known organisations.
    ORG_NAME;
    /// Words in the names of newspapers and broadcasters, and names of news agencies.
    OUTLET;
    /// chatbot, language model, assistant.
    AI_NOUN;
    /// reportedly, allegedly, apparently …
    EVIDENTIAL;
    /// unsubstantiated, baseless, falsely …
    UNVERIFIED;
    /// may, perhaps, likely …
    HEDGE;
    /// deny, denial, untrue …
    REBUTTAL;
    /// Means a man: chairman, widower, Mr.
    MASCULINE;
    /// Means a woman: spokeswoman, widow, Mrs.
    FEMININE;
    /// A plural of one of the nouns.
    PLURAL;
    /// Common nouns on the list that are none of the above.
    NOUN;
}

impl Classes {
    /// No class: the word is on no list.
    pub const NONE: Self = Self(0);
    /// All kinds of nouns for a person.
    pub const PERSON_NOUN: Self = Self(Self::ROLE.0 | Self::RELATION.0);
    /// A given name of either gender.
    pub const GIVEN_NAME: Self = Self(Self::MALE_NAME.0 | Self::FEMALE_NAME.0);

    /// Both sets together, in a constant.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether every class of `other` is in the set.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether at least one class of `other` is in the set.
    pub const fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the word is on no list.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The class with this name, in lower case as the lists write it ("determiner").
    pub(super) fn by_name(name: &str) -> Self {
        NAMED.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map_or(Self::NONE, |&(_, class)| class)
    }
}

impl BitOr for Classes {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Classes {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_is_one_bit_of_its_own() {
        let all = NAMED.iter().fold(Classes::NONE, |all, &(name, class)| {
            assert!(!all.has_any(class), "{name}");
            all | class
        });
        assert_eq!(all.0.count_ones() as usize, NAMED.len());
    }
}
