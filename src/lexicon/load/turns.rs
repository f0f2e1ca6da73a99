//! Turns of speech: cues, hearsay, anonymity, evidence, doubt, vagueness, rebuttal, hedges.

use super::super::classes::Classes;
use super::super::phrase_class::PhraseClass;
use super::{Tables, list};

impl Tables {
    pub(super) fn turns_of_speech(&mut self) {
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
                self.turn(entry.key, class, phrase_class(name, entry.column(0)));
            }
        }
        for entry in list("rebuttal-words").filter(|entry| entry.column(0) != "verb") {
            self.turn(entry.key, Classes::REBUTTAL, PhraseClass::Rebuttal);
        }
    }

    /// A word by itself has its class as a word too: "reportedly" is an evidential wherever it stands.
    fn turn(&mut self, pattern: &'static str, class: Classes, phrase: PhraseClass) {
        self.phrases.add(pattern, phrase);
        if class != Classes::NONE && !pattern.contains(' ') {
            for word in pattern.split('/') {
                self.add(word, class);
            }
        }
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
        ("evidentials", "name") => PhraseClass::EvidentialName,
        ("evidentials", "forecast") => PhraseClass::EvidentialForecast,
        ("evidentials", _) => PhraseClass::EvidentialClaim,
        ("unverified-phrases", "false") => PhraseClass::False,
        ("unverified-phrases", "disputed") => PhraseClass::Disputed,
        ("unverified-phrases", _) => PhraseClass::Unproven,
        ("hedges", _) => PhraseClass::Hedge,
        _ => PhraseClass::Vague,
    }
}
