//! Nouns for people, words and machines; names of people, places and organisations.

use super::super::classes::Classes;
use super::super::phrase_class::PhraseClass;
use super::made::Made;
use super::{Tables, list};

impl Tables {
    pub(super) fn nouns(&mut self, made: &mut Made) {
        for entry in list("titles") {
            // "Sen." and "Sen" are one.
            for title in [Some(entry.key), entry.key.strip_suffix('.')].into_iter().flatten() {
                self.noun(title, Classes::TITLE | gender(entry.column(0)), Some(PhraseClass::Title));
            }
        }
        for (name, class, phrase) in
            [("roles", Classes::ROLE, PhraseClass::Role), ("relations", Classes::RELATION, PhraseClass::Relation)]
        {
            for entry in list(name) {
                self.both_numbers(made, entry.key, entry.column(1), class | gender(entry.column(0)), Some(phrase));
            }
        }
        for entry in list("groups") {
            let flags = entry.column(0).chars().fold(Classes::NONE, |all, flag| all | group_flag(flag));
            self.noun(entry.key, Classes::GROUP | flags, Some(PhraseClass::Group));
        }
        for (name, class, phrase) in [
            ("reporting-nouns", Classes::REPORTING_NOUN, Some(PhraseClass::ReportingNoun)),
            ("document-nouns", Classes::DOCUMENT_NOUN, Some(PhraseClass::DocumentNoun)),
            ("media-nouns", Classes::MEDIA_NOUN, Some(PhraseClass::MediaNoun)),
            ("ai-nouns", Classes::AI_NOUN, Some(PhraseClass::AiNoun)),
            ("organisation-nouns", Classes::ORGANIZATION_NOUN, Some(PhraseClass::OrganizationNoun)),
            ("nouns", Classes::NOUN, None),
        ] {
            for entry in list(name) {
                self.both_numbers(made, entry.key, entry.column(0), class, phrase);
            }
        }
    }

    fn both_numbers(
        &mut self,
        made: &mut Made,
        one: &'static str,
        irregular: &'static str,
        class: Classes,
        phrase: Option<PhraseClass>,
    ) {
        self.noun(one, class, phrase);
        self.singulars.entry(one).or_insert(one);
        if irregular.is_empty() {
            made.plural(one, class, phrase);
        } else {
            self.plural(one, irregular, class, phrase);
        }
    }

    pub(super) fn plural(
        &mut self,
        one: &'static str,
        many: &'static str,
        class: Classes,
        phrase: Option<PhraseClass>,
    ) {
        self.noun(many, class | Classes::PLURAL, phrase);
        self.singulars.entry(many).or_insert(one);
    }

    fn noun(&mut self, noun: &'static str, class: Classes, phrase: Option<PhraseClass>) {
        self.add(noun, class);
        // A single word is found as a word; one with an apostrophe may be two tokens.
        if let Some(phrase) = phrase.filter(|_| noun.contains([' ', '\''])) {
            self.phrases.add(noun, phrase);
        }
    }

    pub(super) fn names(&mut self) {
        for entry in list("given-names") {
            let class = match entry.column(0) {
                "m" => Classes::MALE_NAME,
                "f" => Classes::FEMALE_NAME,
                _ => Classes::GIVEN_NAME,
            };
            self.add(entry.key, class);
        }
        list("surnames").for_each(|entry| self.add(entry.key, Classes::SURNAME));
        for entry in list("name-parts") {
            let suffix = entry.column(0) == "suffix";
            self.name(entry.key, if suffix { Classes::NAME_SUFFIX } else { Classes::PARTICLE }, None);
        }
        for entry in list("months-and-days") {
            let month = entry.column(0) == "month";
            self.name(entry.key, if month { Classes::MONTH } else { Classes::WEEKDAY }, None);
        }
        for entry in list("organisation-words") {
            let suffix = entry.column(0) == "suffix";
            self.name(entry.key, if suffix { Classes::ORG_SUFFIX } else { Classes::ORG_HEAD }, None);
        }
        for (name, class, phrase) in [
            ("demonyms", Classes::DEMONYM, None),
            ("places", Classes::PLACE, Some(PhraseClass::Place)),
            ("organisations", Classes::ORG_NAME, Some(PhraseClass::Organization)),
            ("outlets", Classes::OUTLET, Some(PhraseClass::Organization)),
            ("platforms", Classes::PLATFORM, Some(PhraseClass::Platform)),
        ] {
            list(name).for_each(|entry| self.name(entry.key, class, phrase));
        }
    }

    /// An abbreviation is known with its dot and without.
    fn name(&mut self, name: &'static str, class: Classes, phrase: Option<PhraseClass>) {
        for name in [Some(name), name.strip_suffix('.')].into_iter().flatten() {
            self.noun(name, class, phrase);
        }
    }
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
