//! From the lists to the tables. A list that breaks its form is found by the tests, never at run time: a column that is not
//! understood counts as empty.

use super::Lexicon;
use super::classes::Classes;
use super::hash::{Build, Map};
use super::inflect::{Forms, Irregular, plural, verb_forms};
use super::list::{Entry, entries, expand};
use super::person::Pronoun;
use super::phrases::{PhraseClass, PhraseIndex};
use super::verbs::{Frames, ReportingVerb, VerbClass};

macro_rules! lists {
    ($($name:literal),* $(,)?) => {
        /// Every list by its name.
        pub(super) const LISTS: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../data/en/", $name, ".txt")))),*];
    };
}

lists![
    "adjectives",
    "adverbs",
    "ai-nouns",
    "anonymity-phrases",
    "attribution-phrases",
    "closed-classes",
    "demonyms",
    "document-nouns",
    "evidence-phrases",
    "evidentials",
    "given-names",
    "groups",
    "hedges",
    "irregular-verbs",
    "media-nouns",
    "months-and-days",
    "name-parts",
    "nouns",
    "organisation-words",
    "outlets",
    "organisations",
    "places",
    "platforms",
    "pronouns",
    "rebuttal-words",
    "relations",
    "reporting-nouns",
    "reporting-phrasal",
    "reporting-verbs",
    "roles",
    "titles",
    "unverified-phrases",
    "vague-phrases",
    "verbs",
];

/// The entries of a list by its name; empty for a name that is no list.
pub(super) fn list(name: &str) -> impl Iterator<Item = Entry> + use<> {
    entries(LISTS.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text))
}

/// Builds all tables.
pub(super) fn english() -> Lexicon {
    let mut tables = Tables::default();
    tables.words.reserve(16_000);
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

/// Words that are derived, not listed: the tables live as long as the program.
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
        for (name, class) in [("adverbs", Classes::ADVERB), ("adjectives", Classes::ADJECTIVE)] {
            list(name).for_each(|entry| self.add(entry.key, class));
        }
    }

    fn verbs(&mut self) {
        for entry in list("irregular-verbs") {
            let [past, participle, gerund] = [0, 1, 2].map(|n| entry.column(n));
            self.irregular.insert(entry.key, Irregular { past, participle, gerund });
        }
        for entry in list("reporting-verbs") {
            let share = entry.column(2).parse().ok();
            let verb = ReportingVerb { share, ..described(entry) };
            for (form, forms) in self.forms(entry.key) {
                self.add(form, Classes::REPORTING_VERB);
                let known = self.reporting.entry(form).or_insert(ReportingVerb { forms, ..verb });
                known.forms = known.forms | forms;
            }
        }
        for entry in list("verbs") {
            self.forms(entry.key);
        }
        // Irregular verbs are verbs whether or not another list has them.
        for entry in list("irregular-verbs") {
            if !self.words.contains_key(entry.key) {
                self.forms(entry.key);
            }
        }
    }

    /// All forms of a verb, noted as such. Keys that repeat a form of the same verb ("put") come several times.
    fn forms(&mut self, lemma: &'static str) -> Vec<(&'static str, Forms)> {
        let mut forms = Vec::with_capacity(8);
        verb_forms(lemma, self.irregular.get(lemma).copied(), &mut |form, which| {
            forms.push((self.words.get_key_value(form).map_or_else(|| keep(form), |(&known, _)| known), which));
        });
        for &(form, which) in &forms {
            self.add(form, Classes::VERB | verb_classes(which));
        }
        forms
    }

    fn phrasal_verbs(&mut self) {
        for entry in list("reporting-phrasal") {
            let (lemma, rest) = entry.key.split_once(' ').unwrap_or((entry.key, ""));
            let verb = described(entry);
            let irregular = self.irregular.get(lemma).copied();
            let (phrasal, verbs) = (&mut self.phrasal, &mut self.phrasal_verbs);
            verb_forms(lemma, irregular, &mut |form, forms| {
                let phrase = keep(&format!("{form} {rest}"));
                match phrasal.iter().rev().take(6).find(|(known, _)| *known == phrase) {
                    Some(&(_, at)) => verbs[at].forms = verbs[at].forms | forms,
                    None => {
                        phrasal.push((phrase, verbs.len()));
                        verbs.push(ReportingVerb { forms, ..verb });
                    }
                }
            });
        }
    }

    fn nouns(&mut self) {
        for entry in list("titles") {
            self.noun(entry.key, Classes::TITLE | gender(entry.column(0)), PhraseClass::Title);
            if let Some(bare) = entry.key.strip_suffix('.') {
                self.noun(bare, Classes::TITLE | gender(entry.column(0)), PhraseClass::Title);
            }
        }
        for (name, class, phrase) in
            [("roles", Classes::ROLE, PhraseClass::Role), ("relations", Classes::RELATION, PhraseClass::Relation)]
        {
            for entry in list(name) {
                self.both_numbers(entry.key, entry.column(1), class | gender(entry.column(0)), phrase);
            }
        }
        for entry in list("groups") {
            let flags = entry.column(0).chars().fold(Classes::NONE, |all, flag| all | group_flag(flag));
            self.noun(entry.key, Classes::GROUP | flags, PhraseClass::Group);
        }
        for (name, class, phrase) in [
            ("reporting-nouns", Classes::REPORTING_NOUN, PhraseClass::ReportingNoun),
            ("document-nouns", Classes::DOCUMENT_NOUN, PhraseClass::DocumentNoun),
            ("media-nouns", Classes::MEDIA_NOUN, PhraseClass::MediaNoun),
            ("ai-nouns", Classes::AI_NOUN, PhraseClass::AiNoun),
            ("nouns", Classes::NOUN, PhraseClass::ReportingNoun),
        ] {
            for entry in list(name) {
                self.both_numbers(entry.key, entry.column(0), class, phrase);
            }
        }
    }

    fn both_numbers(&mut self, one: &'static str, irregular: &'static str, class: Classes, phrase: PhraseClass) {
        let many = if irregular.is_empty() { keep(&plural(one)) } else { irregular };
        self.noun(one, class, phrase);
        self.noun(many, class | Classes::PLURAL, phrase);
        self.singulars.entry(one).or_insert(one);
        self.singulars.entry(many).or_insert(one);
    }

    fn noun(&mut self, noun: &'static str, class: Classes, phrase: PhraseClass) {
        self.add(noun, class);
        if class != Classes::NOUN && class != Classes::NOUN | Classes::PLURAL {
            self.phrases.push((noun, phrase));
        }
    }

    fn names(&mut self) {
        for entry in list("given-names") {
            let class = match entry.column(0) {
                "m" => Classes::MALE_NAME,
                "f" => Classes::FEMALE_NAME,
                _ => Classes::GIVEN_NAME,
            };
            self.add(entry.key, class);
        }
        for (name, phrase) in [
            ("name-parts", None),
            ("months-and-days", None),
            ("organisation-words", None),
            ("demonyms", None),
            ("places", Some(PhraseClass::Place)),
            ("organisations", Some(PhraseClass::Organization)),
            ("outlets", Some(PhraseClass::Organization)),
            ("platforms", Some(PhraseClass::Platform)),
        ] {
            for entry in list(name) {
                let class = match (name, entry.column(0)) {
                    ("name-parts", "suffix") => Classes::NAME_SUFFIX,
                    ("name-parts", _) => Classes::PARTICLE,
                    ("months-and-days", "month") => Classes::MONTH,
                    ("months-and-days", _) => Classes::WEEKDAY,
                    ("organisation-words", "suffix") => Classes::ORG_SUFFIX,
                    ("organisation-words", _) => Classes::ORG_HEAD,
                    ("demonyms", _) => Classes::DEMONYM,
                    ("places", _) => Classes::PLACE,
                    ("organisations", _) => Classes::ORG_NAME,
                    ("outlets", _) => Classes::OUTLET,
                    _ => Classes::PLATFORM,
                };
                let bare = entry.key.strip_suffix('.');
                for word in [Some(entry.key), bare].into_iter().flatten() {
                    self.add(word, class);
                    if let Some(phrase) = phrase {
                        self.phrases.push((word, phrase));
                    }
                }
            }
        }
    }

    fn turns_of_speech(&mut self) {
        for (name, class) in [
            ("anonymity-phrases", Classes::NONE),
            ("attribution-phrases", Classes::NONE),
            ("evidence-phrases", Classes::NONE),
            ("evidentials", Classes::EVIDENTIAL),
            ("hedges", Classes::HEDGE),
            ("unverified-phrases", Classes::UNVERIFIED),
            ("vague-phrases", Classes::NONE),
        ] {
            for entry in list(name) {
                let phrase = phrase_class(name, entry.column(0));
                expand(entry.key, |words| self.turn(words, class, phrase));
            }
        }
        for entry in list("rebuttal-words") {
            match entry.column(0) {
                "verb" => {
                    verb_forms(entry.key, self.irregular.get(entry.key).copied(), &mut |form, _| {
                        *self.words.entry(keep(form)).or_default() |= Classes::REBUTTAL;
                    });
                }
                "phrase" => expand(entry.key, |words| self.turn(words, Classes::REBUTTAL, PhraseClass::Rebuttal)),
                _ => self.turn(entry.key, Classes::REBUTTAL, PhraseClass::Rebuttal),
            }
        }
    }

    fn turn(&mut self, words: &str, class: Classes, phrase: PhraseClass) {
        let kept = keep(words);
        self.phrases.push((kept, phrase));
        if class != Classes::NONE && !words.contains(' ') {
            self.add(kept, class);
        }
    }
}

fn described(entry: Entry) -> ReportingVerb {
    ReportingVerb {
        lemma: entry.key,
        class: VerbClass::by_name(entry.column(0)),
        frames: Frames::by_letters(entry.column(1)),
        forms: Forms::default(),
        share: None,
    }
}

fn verb_classes(forms: Forms) -> Classes {
    [
        (Forms::BASE, Classes::VERB_BASE),
        (Forms::THIRD, Classes::VERB_THIRD),
        (Forms::PAST, Classes::VERB_PAST),
        (Forms::PARTICIPLE, Classes::VERB_PARTICIPLE),
        (Forms::GERUND, Classes::VERB_GERUND),
    ]
    .into_iter()
    .filter(|&(form, _)| forms.has(form))
    .fold(Classes::NONE, |all, (_, class)| all | class)
}

fn gender(letter: &str) -> Classes {
    match letter {
        "m" => Classes::MASCULINE,
        "f" => Classes::FEMININE,
        _ => Classes::NONE,
    }
}

fn group_flag(flag: char) -> Classes {
    match flag {
        'v' => Classes::VAGUE,
        'o' => Classes::OFFICIAL,
        'a' => Classes::ANONYMOUS,
        _ => Classes::NONE,
    }
}

fn phrase_class(list: &str, kind: &str) -> PhraseClass {
    match (list, kind) {
        ("anonymity-phrases", "terms") => PhraseClass::AnonymityTerms,
        ("anonymity-phrases", "reason") => PhraseClass::AnonymityReason,
        ("anonymity-phrases", "knowledge") => PhraseClass::AnonymityKnowledge,
        ("anonymity-phrases", _) => PhraseClass::AnonymityBare,
        ("attribution-phrases", "content") => PhraseClass::Content,
        ("attribution-phrases", "prompt") => PhraseClass::Prompt,
        ("attribution-phrases", "silence") => PhraseClass::NoComment,
        ("attribution-phrases", _) => PhraseClass::Source,
        ("evidence-phrases", "study") => PhraseClass::EvidenceStudy,
        ("evidence-phrases", "data") => PhraseClass::EvidenceData,
        ("evidence-phrases", "media") => PhraseClass::EvidenceMedia,
        ("evidence-phrases", "document") => PhraseClass::EvidenceDocument,
        ("evidence-phrases", "expert") => PhraseClass::EvidenceExpert,
        ("evidence-phrases", _) => PhraseClass::EvidenceAuthority,
        ("evidentials", "legal") => PhraseClass::EvidentialLegal,
        ("evidentials", "seem") => PhraseClass::EvidentialSeem,
        ("evidentials", "believe") => PhraseClass::EvidentialBelief,
        ("evidentials", _) => PhraseClass::EvidentialClaim,
        ("unverified-phrases", "false") => PhraseClass::False,
        ("unverified-phrases", "disputed") => PhraseClass::Disputed,
        ("unverified-phrases", _) => PhraseClass::Unproven,
        ("hedges", _) => PhraseClass::Hedge,
        _ => PhraseClass::Vague,
    }
}
