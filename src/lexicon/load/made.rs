//! Words that are derived from the lists: the forms of verbs and the plurals of nouns. They are written into one text, which
//! is kept for as long as the program runs, and become words of the tables after that.

use super::super::classes::Classes;
use super::super::inflect::{Forms, Irregular, push_plural, verb_forms};
use super::super::phrase_class::PhraseClass;
use super::super::verbs::ReportingVerb;
use super::Tables;

/// What a derived word is.
#[derive(Clone, Copy)]
enum Origin {
    /// A form of a verb; of a reporting verb with this number.
    Verb(Forms, Classes, Option<u32>),
    /// The first word of a reporting phrase: the words after it, and its number.
    Phrase(Forms, &'static str, u32),
    /// The plural of this noun.
    Plural(&'static str, Classes, Option<PhraseClass>),
}

/// A reporting verb of the list, with the shares of its present and its other forms.
pub(super) struct Described {
    pub(super) verb: ReportingVerb,
    pub(super) present: Option<u8>,
    pub(super) other: Option<u8>,
}

/// Derived words before they are kept.
#[derive(Default)]
pub(super) struct Made {
    text: String,
    words: Vec<(u32, Origin)>,
    /// What of the text and of the words is in the tables.
    settled: (usize, usize),
    reporting: Vec<Described>,
    phrases: Vec<ReportingVerb>,
}

impl Made {
    pub(super) fn with_capacity(words: usize) -> Self {
        Self { text: String::with_capacity(words * 9), words: Vec::with_capacity(words), ..Self::default() }
    }

    /// All forms of a verb.
    pub(super) fn verb(&mut self, lemma: &str, irregular: Option<Irregular>, more: Classes, verb: Option<Described>) {
        let number = verb.map(|verb| {
            self.reporting.push(verb);
            self.reporting.len() as u32 - 1
        });
        verb_forms(lemma, irregular, &mut |form, forms| {
            self.text.push_str(form);
            self.words.push((self.text.len() as u32, Origin::Verb(forms, more, number)));
        });
    }

    /// All forms of a reporting phrase, whose first word is a verb.
    pub(super) fn phrase(&mut self, irregular: Option<Irregular>, verb: ReportingVerb) {
        let (lemma, rest) = verb.lemma.split_once(' ').unwrap_or((verb.lemma, ""));
        let number = self.phrases.len() as u32;
        self.phrases.push(verb);
        verb_forms(lemma, irregular, &mut |form, forms| {
            self.text.push_str(form);
            self.words.push((self.text.len() as u32, Origin::Phrase(forms, rest, number)));
        });
    }

    /// The regular plural of a noun.
    pub(super) fn plural(&mut self, noun: &'static str, class: Classes, phrase: Option<PhraseClass>) {
        push_plural(noun, &mut self.text);
        self.words.push((self.text.len() as u32, Origin::Plural(noun, class, phrase)));
    }

    /// Puts at most so many more words into the tables, once all are made; whether any are left.
    pub(super) fn settle(&mut self, tables: &mut Tables, most: usize) -> bool {
        let (begin, from) = self.settled;
        let to = self.words.len().min(from + most);
        let end = self.words[..to].last().map_or(0, |&(end, _)| end as usize);
        let text: &'static str = self.text[begin..end].to_owned().leak();
        self.settled = (end, to);
        let mut start = 0;
        for &(end, origin) in &self.words[from..to] {
            let end = end as usize - begin;
            let word = &text[start..end];
            start = end;
            match origin {
                Origin::Verb(forms, more, number) => {
                    tables.add(word, Classes::VERB | verb_classes(forms) | more);
                    if let Some(number) = number {
                        tables.reporting_form(word, forms, &self.reporting[number as usize]);
                    }
                }
                Origin::Phrase(forms, rest, number) => {
                    let verb = ReportingVerb { forms, ..self.phrases[number as usize] };
                    tables.phrasal.add_after(Some(word), rest, tables.phrasal_verbs.len());
                    tables.phrasal_verbs.push(verb);
                }
                Origin::Plural(one, class, phrase) => tables.plural(one, word, class, phrase),
            }
        }
        to < self.words.len()
    }
}

fn verb_classes(forms: Forms) -> Classes {
    let mut all = Classes::NONE;
    for (form, class) in [
        (Forms::BASE, Classes::VERB_BASE),
        (Forms::THIRD, Classes::VERB_THIRD),
        (Forms::PAST, Classes::VERB_PAST),
        (Forms::PARTICIPLE, Classes::VERB_PARTICIPLE),
        (Forms::GERUND, Classes::VERB_GERUND),
    ] {
        if forms.has(form) {
            all |= class;
        }
    }
    all
}
