//! From the lists to the tables. A list that breaks its form is found by the tests, never at run time: a column that is not
//! understood counts as empty.

mod nouns;
mod turns;
mod verbs;

use super::Lexicon;
use super::classes::Classes;
use super::hash::Map;
use super::inflect::Irregular;
use super::list::{Entry, entries};
use super::person::Pronoun;
use super::phrases::{PhraseClass, PhraseIndex};
use super::verbs::ReportingVerb;

macro_rules! lists {
    ($($name:literal),* $(,)?) => {
        /// Every list by its name.
        pub(super) const LISTS: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../../data/en/", $name, ".txt")))),*];
    };
}

#[rustfmt::skip]
lists![
    "adjectives", "adverbs", "ai-nouns", "anonymity-phrases", "attitudes", "attribution-phrases", "closed-classes",
    "demonyms", "document-nouns", "evidence-phrases", "evidentials", "given-names", "groups", "hedges", "irregular-verbs",
    "media-nouns", "months-and-days", "name-parts", "nouns", "organisation-words", "organisations", "outlets", "places",
    "platforms", "pronouns", "rebuttal-words", "relations", "reporting-nouns", "reporting-phrasal", "reporting-verbs",
    "roles", "titles", "unverified-phrases", "vague-phrases", "verbs",
];

/// The entries of a list by its name; empty for a name that is no list.
pub(super) fn list(name: &str) -> impl Iterator<Item = Entry> + use<> {
    entries(LISTS.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text))
}

/// Builds all tables.
pub(super) fn english() -> Lexicon {
    let mut tables = Tables::default();
    tables.words.reserve(20_000);
    tables.closed_classes();
    tables.verbs();
    tables.phrasal_verbs();
    tables.nouns();
    tables.names();
    tables.turns_of_speech();
    Lexicon {
        words: tables.words,
        singulars: tables.singulars,
        reporting: tables.reporting,
        pronouns: tables.pronouns,
        phrasal: PhraseIndex::new(tables.phrasal),
        phrasal_verbs: tables.phrasal_verbs,
        phrases: PhraseIndex::new(tables.phrases),
    }
}

/// The tables while they grow.
#[derive(Default)]
struct Tables {
    words: Map<Classes>,
    singulars: Map<&'static str>,
    reporting: Map<ReportingVerb>,
    pronouns: Map<Pronoun>,
    irregular: Map<Irregular>,
    phrasal: Vec<(&'static str, usize)>,
    phrasal_verbs: Vec<ReportingVerb>,
    phrases: Vec<(&'static str, PhraseClass)>,
}

/// A word that is derived, not listed: the tables live as long as the program.
fn keep(word: &str) -> &'static str {
    Box::leak(word.into())
}

impl Tables {
    fn add(&mut self, word: &'static str, classes: Classes) {
        *self.words.entry(word).or_default() |= classes;
    }

    fn closed_classes(&mut self) {
        for entry in list("closed-classes") {
            let classes = entry.column(0).split(' ').fold(Classes::NONE, |all, name| all | Classes::by_name(name));
            self.add(entry.key, classes);
        }
        for entry in list("pronouns") {
            self.add(entry.key, Classes::PRONOUN | Classes::PERSONAL);
            let [person, number, gender, case] = [0, 1, 2, 3].map(|n| entry.column(n));
            self.pronouns.insert(entry.key, Pronoun::by_columns(person, number, gender, case));
        }
        for (name, class) in [
            ("adverbs", Classes::ADVERB),
            ("adjectives", Classes::ADJECTIVE),
            ("attitudes", Classes::ADJECTIVE | Classes::ATTITUDE),
        ] {
            list(name).for_each(|entry| self.add(entry.key, class));
        }
    }
}
