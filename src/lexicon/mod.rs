//! What the engine knows about English words: typed views over the plain lists in `data/en/`.
//!
//! [`Lexicon::english`] builds everything once. Look-ups take lower-case words; both apostrophes (`'` and `’`) do.
//!
//! ```
//! use hearsay::lexicon::{Classes, Gender, Lexicon, PhraseClass, VerbClass};
//! let lexicon = Lexicon::english();
//! // One word, everything that it can be:
//! assert!(lexicon.word("spokeswoman").has(Classes::ROLE | Classes::FEMININE));
//! // A reporting verb in any form:
//! let wrote = lexicon.reporting_verb("wrote").unwrap();
//! assert_eq!((wrote.lemma, wrote.class), ("write", VerbClass::Speech));
//! // Entries of several words, the longest at a place:
//! assert_eq!(lexicon.phrase_at(&["on", "condition", "of", "anonymity"]), Some((PhraseClass::AnonymityTerms, 4)));
//! assert_eq!(lexicon.longest(&["prime", "minister", "jo"], PhraseClass::Title), Some(2));
//! assert_eq!(lexicon.given_name_gender("maria"), Some(Gender::Female));
//! ```
//!
//! Nothing here can be iterated: an order of the tables never reaches a report.

mod classes;
mod inflect;
mod list;
mod listed;
mod load;
mod person;
mod phrase_class;
mod phrases;
#[cfg(test)]
mod tests;
mod verbs;

use std::cell::Cell;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

pub use classes::{Classes, NAMED};
pub use inflect::Forms;
pub use listed::Listed;
pub use person::{Gender, Number, Person, Pronoun, PronounCase};
pub use phrase_class::PhraseClass;
pub use verbs::{Constructions, ReportingVerb, VerbClass};

use load::Loading;
use phrases::{PhraseIndex, normal};

static ENGLISH: OnceLock<Lexicon> = OnceLock::new();

thread_local! {
    /// The tables while [`Lexicon::build_on`] builds them.
    static LOADING: Cell<Option<Box<Loading>>> = const { Cell::new(None) };
}

/// All lists of one language.
#[derive(Debug)]
pub struct Lexicon {
    words: FxHashMap<&'static str, Classes>,
    singulars: FxHashMap<&'static str, &'static str>,
    reporting: FxHashMap<&'static str, ReportingVerb>,
    pronouns: FxHashMap<&'static str, Pronoun>,
    bases: FxHashMap<&'static str, &'static str>,
    phrasal: PhraseIndex<usize>,
    phrasal_verbs: Vec<ReportingVerb>,
    phrases: PhraseIndex<PhraseClass>,
}

impl Lexicon {
    /// The English lists, built at the first call (some milliseconds) and kept.
    pub fn english() -> &'static Self {
        ENGLISH.get_or_init(|| LOADING.take().unwrap_or_default().finish())
    }

    /// Builds the next part of what [`english`](Self::english) gives, for a caller that must answer others between the parts;
    /// whether another is left.
    pub fn build_on() -> bool {
        if ENGLISH.get().is_some() {
            return false;
        }
        let mut loading = LOADING.take().unwrap_or_default();
        let left = loading.step();
        LOADING.set(Some(loading));
        left
    }

    /// Everything that a lower-case word can be; [`Classes::NONE`] for a word on no list. Entries of several words are
    /// found too ("prime minister").
    pub fn word(&self, word: &str) -> Classes {
        self.words.get(normal(word).as_ref()).copied().unwrap_or_default()
    }

    /// The reporting verb of which this word is a form.
    ///
    /// ```
    /// # use hearsay::lexicon::{Forms, Lexicon};
    /// let denies = Lexicon::english().reporting_verb("denies").unwrap();
    /// assert_eq!((denies.lemma, denies.forms), ("deny", Forms::THIRD));
    /// assert!(Lexicon::english().reporting_verb("walked").is_none());
    /// ```
    pub fn reporting_verb(&self, word: &str) -> Option<ReportingVerb> {
        self.reporting.get(normal(word).as_ref()).copied()
    }

    /// The base form of an irregular verb's past, participle or -ing form; none for a word that is no such form.
    ///
    /// ```
    /// # use hearsay::lexicon::Lexicon;
    /// assert_eq!(Lexicon::english().irregular_base("sold"), Some("sell"));
    /// assert_eq!(Lexicon::english().irregular_base("walked"), None);
    /// ```
    pub fn irregular_base(&self, form: &str) -> Option<&'static str> {
        self.bases.get(normal(form).as_ref()).copied()
    }

    /// The longest reporting phrase that begins at the first token, with the number of tokens that it covers.
    ///
    /// ```
    /// # use hearsay::lexicon::{Forms, Lexicon};
    /// let (verb, covered) = Lexicon::english().reporting_phrase(&["pointed", "out", "that"]).unwrap();
    /// assert_eq!((verb.lemma, verb.forms, covered), ("point out", Forms::PAST | Forms::PARTICIPLE, 2));
    /// ```
    pub fn reporting_phrase(&self, tokens: &[&str]) -> Option<(ReportingVerb, usize)> {
        let all = self.phrasal.matches(tokens);
        let &(first, covered) = all.first()?;
        let mut verb = self.phrasal_verbs[first];
        // "put it" is several forms at once.
        for other in all.iter().filter(|(_, n)| *n == covered).map(|&(other, _)| self.phrasal_verbs[other]) {
            if other.lemma == verb.lemma {
                verb.forms = verb.forms | other.forms;
            }
        }
        Some((verb, covered))
    }

    /// The longest turn of speech (cue, hearsay, anonymity, evidence, doubt, vagueness, rebuttal, hedge) that begins at the first
    /// token, with the number of tokens that it covers. Where one phrase has several classes, the first in the order of [`PhraseClass`].
    /// Names and noun phrases (titles, roles, places …) are not among them: see [`longest`](Self::longest).
    pub fn phrase_at(&self, tokens: &[&str]) -> Option<(PhraseClass, usize)> {
        self.phrases.matches(tokens).into_iter().find(|(class, _)| !class.is_nominal())
    }

    /// Every phrase of every class that begins at the first token, longest first. Titles, roles, places and the like are here
    /// where they have several words; [`word`](Self::word) and [`longest`](Self::longest) know the single ones.
    ///
    /// ```
    /// # use hearsay::lexicon::{Lexicon, PhraseClass};
    /// let all: Vec<_> = Lexicon::english().phrases_at(&["experts", "say", "so"]).collect();
    /// assert!(all.contains(&(PhraseClass::EvidenceExpert, 2)));
    /// ```
    pub fn phrases_at(&self, tokens: &[&str]) -> impl Iterator<Item = (PhraseClass, usize)> + use<> {
        self.phrases.matches(tokens).into_iter()
    }

    /// How many tokens the longest entry of one class covers at the first token; single words count.
    ///
    /// ```
    /// # use hearsay::lexicon::{Lexicon, PhraseClass};
    /// let lexicon = Lexicon::english();
    /// assert_eq!(lexicon.longest(&["chief", "executive", "of"], PhraseClass::Role), Some(2));
    /// assert_eq!(lexicon.longest(&["chief", "complaint"], PhraseClass::Role), Some(1));
    /// assert_eq!(lexicon.longest(&["press", "conferences"], PhraseClass::MediaNoun), Some(2));
    /// ```
    pub fn longest(&self, tokens: &[&str], class: PhraseClass) -> Option<usize> {
        let phrase = self.phrases.longest(tokens, class);
        phrase.or_else(|| self.word(tokens.first()?).has_any(class.of_words()).then_some(1))
    }

    /// The singular of a listed noun's plural: "chairwomen" → "chairwoman". A singular gives itself.
    ///
    /// ```
    /// # use hearsay::lexicon::Lexicon;
    /// assert_eq!(Lexicon::english().singular("attorneys general"), Some("attorney general"));
    /// assert_eq!(Lexicon::english().singular("xylophones"), None);
    /// ```
    pub fn singular(&self, noun: &str) -> Option<&'static str> {
        self.singulars.get(normal(noun).as_ref()).copied()
    }

    /// The gender of a given name; none for a name on no list. Of a hyphenated name that is not listed, the first part tells.
    ///
    /// ```
    /// # use hearsay::lexicon::{Gender, Lexicon};
    /// assert_eq!(Lexicon::english().given_name_gender("yann"), Some(Gender::Male));
    /// assert_eq!(Lexicon::english().given_name_gender("robin"), Some(Gender::Unknown));
    /// assert_eq!(Lexicon::english().given_name_gender("maria-jorunn"), Some(Gender::Female));
    /// assert_eq!(Lexicon::english().given_name_gender("zzyzx"), None);
    /// ```
    pub fn given_name_gender(&self, name: &str) -> Option<Gender> {
        let listed = |name: &str| Some(self.word(name)).filter(|classes| classes.has_any(Classes::GIVEN_NAME));
        let classes = listed(name).or_else(|| listed(name.split_once('-')?.0))?;
        let gender = Gender::of(classes.has(Classes::MALE_NAME), classes.has(Classes::FEMALE_NAME));
        Some(gender)
    }

    /// The gender that a title tells; none for a word that is no title. Dotted abbreviations are known without the dot too.
    ///
    /// ```
    /// # use hearsay::lexicon::{Gender, Lexicon};
    /// let lexicon = Lexicon::english();
    /// assert_eq!(lexicon.title("mrs."), Some(Gender::Female));
    /// assert_eq!(lexicon.title("sen"), Some(Gender::Unknown));
    /// assert_eq!(lexicon.title("gravel"), None);
    /// ```
    pub fn title(&self, word: &str) -> Option<Gender> {
        self.gendered(word, Classes::TITLE)
    }

    /// The gender that a role noun tells, singular or plural; none for a word that is no role.
    ///
    /// ```
    /// # use hearsay::lexicon::{Gender, Lexicon};
    /// assert_eq!(Lexicon::english().role("spokeswomen"), Some(Gender::Female));
    /// assert_eq!(Lexicon::english().role("economist"), Some(Gender::Unknown));
    /// ```
    pub fn role(&self, noun: &str) -> Option<Gender> {
        self.gendered(noun, Classes::ROLE)
    }

    /// The gender that a relation tells, singular or plural; none for a word that is no relation.
    ///
    /// ```
    /// # use hearsay::lexicon::{Gender, Lexicon};
    /// assert_eq!(Lexicon::english().relation("widow"), Some(Gender::Female));
    /// ```
    pub fn relation(&self, noun: &str) -> Option<Gender> {
        self.gendered(noun, Classes::RELATION)
    }

    /// A personal pronoun's person, number, gender and case.
    ///
    /// ```
    /// # use hearsay::lexicon::{Gender, Lexicon, Person};
    /// let she = Lexicon::english().pronoun("she").unwrap();
    /// assert_eq!((she.person, she.gender), (Person::Third, Gender::Female));
    /// ```
    pub fn pronoun(&self, word: &str) -> Option<Pronoun> {
        self.pronouns.get(normal(word).as_ref()).copied()
    }

    fn gendered(&self, word: &str, class: Classes) -> Option<Gender> {
        let classes = self.word(word);
        classes.has(class).then(|| Gender::of_classes(classes))
    }
}
