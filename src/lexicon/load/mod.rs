//! From the lists to the tables. A list that breaks its form is found by the tests, never at run time: a column that is not
//! understood counts as empty.

mod made;
mod nouns;
mod turns;
mod verbs;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::Lexicon;
use super::classes::Classes;
use super::inflect::Irregular;
use super::list::{Entry, entries};
use super::person::Pronoun;
use super::phrase_class::PhraseClass;
use super::phrases::PhraseIndex;
use super::verbs::ReportingVerb;
use crate::english;
use made::Made;

/// So many derived words are put into the tables in one step.
const SETTLED: usize = 4_000;

/// The entries of a list by its name; none for a name that is no list.
pub(super) fn list(name: &str) -> impl Iterator<Item = Entry> + use<> {
    entries(english::list(name))
}

/// All tables while they are built, in steps: a page has its turn between them.
pub(super) struct Loading {
    tables: Tables,
    made: Made,
    /// How many steps are done.
    step: usize,
}

impl Default for Loading {
    fn default() -> Self {
        // Room for everything at once: growing would move the words several times.
        let tables = Tables {
            words: FxHashMap::with_capacity_and_hasher(20_000, FxBuildHasher),
            singulars: FxHashMap::with_capacity_and_hasher(5_000, FxBuildHasher),
            reporting: FxHashMap::with_capacity_and_hasher(3_000, FxBuildHasher),
            pronouns: FxHashMap::default(),
            irregular: FxHashMap::default(),
            bases: FxHashMap::default(),
            phrasal: PhraseIndex::with_capacity(2_500),
            phrasal_verbs: Vec::with_capacity(2_500),
            phrases: PhraseIndex::with_capacity(3_000),
        };
        Self { tables, made: Made::with_capacity(16_000), step: 0 }
    }
}

impl Loading {
    /// Takes the next step; whether another is left.
    pub(super) fn step(&mut self) -> bool {
        let Self { tables, made, step } = self;
        match step {
            0 => {
                tables.closed_classes();
                tables.verbs(made);
            }
            1 => tables.nouns(made),
            2 => tables.names(),
            3 => tables.turns_of_speech(),
            _ => {}
        }
        // Derived words come last: what a list says of a word goes before.
        *step += 1;
        *step < 5 || made.settle(tables, SETTLED)
    }

    /// The tables, whichever steps are left.
    pub(super) fn finish(mut self: Box<Self>) -> Lexicon {
        while self.step() {}
        let Tables { words, singulars, reporting, pronouns, bases, phrasal, phrasal_verbs, phrases, .. } = self.tables;
        Lexicon { words, singulars, reporting, pronouns, bases, phrasal, phrasal_verbs, phrases }
    }
}

/// The tables while they grow.
struct Tables {
    words: FxHashMap<&'static str, Classes>,
    singulars: FxHashMap<&'static str, &'static str>,
    reporting: FxHashMap<&'static str, ReportingVerb>,
    pronouns: FxHashMap<&'static str, Pronoun>,
    irregular: FxHashMap<&'static str, Irregular>,
    bases: FxHashMap<&'static str, &'static str>,
    phrasal: PhraseIndex<usize>,
    phrasal_verbs: Vec<ReportingVerb>,
    phrases: PhraseIndex<PhraseClass>,
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
