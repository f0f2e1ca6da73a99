//! Verbs in all their forms.

use super::super::classes::Classes;
use super::super::inflect::{Forms, Irregular};
use super::super::list::Entry;
use super::super::verbs::{Constructions, ReportingVerb, VerbClass};
use super::made::{Described, Made};
use super::{Tables, list};

impl Tables {
    pub(super) fn verbs(&mut self, made: &mut Made) {
        for entry in list("irregular-verbs") {
            let [past, participle, gerund] = [0, 1, 2].map(|n| entry.column(n));
            self.irregular.insert(entry.key, Irregular { past, participle, gerund });
            let forms = [past, participle, gerund].into_iter().flat_map(|column| column.split_ascii_whitespace());
            self.bases.extend(forms.map(|form| (form, entry.key)));
        }
        for entry in list("reporting-verbs") {
            let [present, other] = [2, 3].map(|n| entry.column(n).parse().ok());
            let described = Described { verb: described(entry), present, other };
            made.verb(entry.key, self.irregular(entry.key), Classes::REPORTING_VERB, Some(described));
        }
        for entry in list("verbs").chain(list("irregular-verbs")) {
            made.verb(entry.key, self.irregular(entry.key), Classes::NONE, None);
        }
        for entry in list("reporting-phrasal") {
            let lemma = entry.key.split(' ').next().unwrap_or("");
            made.phrase(self.irregular(lemma), described(entry));
        }
        for entry in list("rebuttal-words").filter(|entry| entry.column(0) == "verb") {
            made.verb(entry.key, self.irregular(entry.key), Classes::REBUTTAL, None);
        }
    }

    fn irregular(&self, lemma: &str) -> Option<Irregular> {
        self.irregular.get(lemma).copied()
    }

    /// One form of a reporting verb. A word that is several forms ("put") comes several times.
    pub(super) fn reporting_form(&mut self, word: &'static str, forms: Forms, described: &Described) {
        let known = self.reporting.entry(word).or_insert(described.verb);
        if known.lemma != described.verb.lemma {
            return;
        }
        known.forms = known.forms | forms;
        let present = !known.forms.has_any(Forms::PAST | Forms::PARTICIPLE | Forms::GERUND);
        known.share = if present { described.present } else { described.other };
    }
}

fn described(entry: Entry) -> ReportingVerb {
    ReportingVerb {
        lemma: entry.key,
        class: VerbClass::by_name(entry.column(0)),
        takes: Constructions::by_letters(entry.column(1)),
        forms: Forms::default(),
        share: None,
    }
}
