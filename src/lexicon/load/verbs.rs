//! Verbs in all their forms.

use super::super::classes::Classes;
use super::super::inflect::{Forms, Irregular, verb_forms};
use super::super::list::Entry;
use super::super::verbs::{Frames, ReportingVerb, VerbClass};
use super::{Tables, keep, list};

impl Tables {
    pub(super) fn verbs(&mut self) {
        for entry in list("irregular-verbs") {
            let [past, participle, gerund] = [0, 1, 2].map(|n| entry.column(n));
            self.irregular.insert(entry.key, Irregular { past, participle, gerund });
        }
        for entry in list("reporting-verbs") {
            let verb = described(entry);
            let present = entry.column(2).parse().ok();
            let other = entry.column(3).parse().ok();
            for (form, forms) in self.forms(entry.key) {
                self.add(form, Classes::REPORTING_VERB);
                let known = self.reporting.entry(form).or_insert(ReportingVerb { forms, ..verb });
                known.forms = known.forms | forms;
                let is_present = !known.forms.has_any(Forms::PAST | Forms::PARTICIPLE | Forms::GERUND);
                known.share = if is_present { present } else { other };
            }
        }
        for entry in list("verbs") {
            self.forms(entry.key);
        }
        // Irregular verbs are verbs whether or not another list has them.
        for entry in list("irregular-verbs") {
            if !self.words.get(entry.key).is_some_and(|classes| classes.has(Classes::VERB_BASE)) {
                self.forms(entry.key);
            }
        }
    }

    /// All forms of a verb, noted as such. A form that is several at once ("put") comes several times.
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

    pub(super) fn phrasal_verbs(&mut self) {
        for entry in list("reporting-phrasal") {
            let (lemma, rest) = entry.key.split_once(' ').unwrap_or((entry.key, ""));
            let verb = described(entry);
            let irregular = self.irregular.get(lemma).copied();
            let (phrasal, verbs) = (&mut self.phrasal, &mut self.phrasal_verbs);
            let start = phrasal.len();
            verb_forms(lemma, irregular, &mut |form, forms| {
                let known = phrasal[start..].iter().find(|(known, _)| known.split(' ').next() == Some(form));
                if let Some(&(_, at)) = known {
                    verbs[at].forms = verbs[at].forms | forms;
                } else {
                    phrasal.push((keep(&format!("{form} {rest}")), verbs.len()));
                    verbs.push(ReportingVerb { forms, ..verb });
                }
            });
        }
    }

    /// Notes every form of a verb as a word with which a claim is answered.
    pub(super) fn rebuttal_verb(&mut self, lemma: &'static str) {
        for (form, _) in self.forms(lemma) {
            self.add(form, Classes::REBUTTAL);
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
