//! Rebuttals: the passages of the same article that answer a claim.
//!
//! An answer is an attribution that denies its content, or calls a claim untrue. It is linked to a claim by reference
//! ("these allegations", in the same paragraph or the next one) or because it speaks of the same things in the same
//! words. A wrong link would put words into somebody's mouth, so topic alone is never enough.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::attribution::Act;
use crate::lexicon::{Classes, VerbClass};
use crate::mention::{Scan, Tag};
use crate::report::{Rebuttal, WarningKind};

use super::Finding;
use super::unverified::CLAIMS;
use super::view::{Claim, View};
use super::words::{stem, topics};

/// How many answers a card can hold.
const MOST: usize = 3;

/// How many claims away from the warning an answer can stand: all of an article, but not of a text without end.
const REACH: usize = 150;

/// Words that contradict, where a statement says them of a claim.
const UNTRUE: &[&str] = &[
    "false",
    "untrue",
    "baseless",
    "unfounded",
    "nonsense",
    "wrong",
    "inaccurate",
    "incorrect",
    "groundless",
    "fabricated",
    "rubbish",
    "lie",
    "lies",
    "absurd",
    "ridiculous",
    "misleading",
    "invented",
    "hoax",
    "myth",
    "preposterous",
];

/// How a denial points at what it denies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pointer {
    /// "these allegations", "such claims".
    These,
    /// "the allegations", "the rumour".
    The,
    /// "it", "this".
    It,
}

/// The attributions that answer what a warning was raised about.
pub(super) fn find(view: &View<'_>, kind: WarningKind, finding: &Finding, attribution: Option<u32>) -> Vec<Rebuttal> {
    let speaker = |id: u32| view.linked.attributions.get(id as usize).and_then(|a| a.speaker);
    let claimed = Claimed::new(view, kind, finding);
    let mut out = Vec::new();
    for answer in view.claims_near(finding.paragraph, REACH) {
        let Some(id) = answer.attribution.or_else(|| said_next(view, answer)).filter(|&id| Some(id) != attribution)
        else {
            continue;
        };
        let own = speaker(id).is_none() || attribution.is_some_and(|a| speaker(a) == speaker(id));
        let rebuttal = Rebuttal { attribution: id };
        if !own && !out.contains(&rebuttal) && claimed.is_answered_by(answer) {
            out.push(rebuttal);
        }
    }
    out.truncate(MOST);
    out
}

/// "Pike denied it. “…,” he said.": the words behind a denial that has none of its own.
fn said_next(view: &View<'_>, answer: &Claim) -> Option<u32> {
    let denial = answer.cue.act.class() == VerbClass::Denial && !answer.is_description();
    let from = answer.cue.tokens.end;
    let to = from + 60;
    denial
        .then(|| {
            view.claims_in(answer.paragraph)
                .iter()
                .find(|c| (from..to).contains(&c.cue.tokens.start) && c.attribution.is_some())
        })??
        .attribution
}

/// What was claimed, as far as its sentence tells.
struct Claimed<'a> {
    view: &'a View<'a>,
    kind: WarningKind,
    paragraph: usize,
    sentence: Range<usize>,
    words: BTreeSet<String>,
}

impl<'a> Claimed<'a> {
    fn new(view: &'a View<'a>, kind: WarningKind, finding: &Finding) -> Self {
        let sentence = view.sentence(finding.paragraph, finding.trigger.start);
        let scan = &view.scans[finding.paragraph];
        let words = sentence.clone().filter(|i| !finding.trigger.contains(i)).filter_map(|i| stem(scan, i)).collect();
        Self { view, kind, paragraph: finding.paragraph, sentence, words }
    }

    fn is_answered_by(&self, answer: &Claim) -> bool {
        let scan = &self.view.scans[answer.paragraph];
        let contents = self.contents(answer);
        if contents.is_empty() || self.is_same_clause(answer) {
            return false;
        }
        let denial = answer.cue.act.class() == VerbClass::Denial;
        let untrue = contents.iter().any(|c| contradicts(scan, c));
        if self.is_negated(answer, &contents) {
            return true;
        }
        if !denial && !untrue {
            return false;
        }
        let pointer = contents.iter().find_map(|c| pointer(scan, c));
        pointer.is_some_and(|(pointer, noun)| self.is_meant(pointer, noun, answer))
            || self.is_same_matter(answer, &contents)
    }

    /// "said that there was no letter", "knew of no such plan": what the claim speaks of does not exist.
    fn is_negated(&self, answer: &Claim, contents: &[Range<usize>]) -> bool {
        let near = (self.paragraph..=self.paragraph + 1).contains(&answer.paragraph);
        let scan = &self.view.scans[answer.paragraph];
        let mut all = contents.iter().flat_map(Clone::clone);
        near && (answer.paragraph, answer.cue.tokens.start) > (self.paragraph, self.sentence.start)
            && all.any(|i| {
                let such = usize::from(scan.p.lower(i + 1) == "such");
                let noun = i + 1 + such;
                let exists = such == 1
                    || i > 1
                        && scan.lexicon.word(scan.p.lower(i - 1)).has_any(Classes::BE | Classes::HAVE)
                        && (scan.p.lower(i - 2) == "there" || scan.p.lower(i - 1) == "been");
                scan.p.lower(i) == "no"
                    && exists
                    && noun < scan.tags.len()
                    && stem(scan, noun).is_some_and(|w| self.words.contains(&w) && !self.is_topic(&w))
            })
    }

    /// The cue that raised the warning is no answer to it.
    fn is_same_clause(&self, answer: &Claim) -> bool {
        answer.paragraph == self.paragraph
            && self.sentence.contains(&answer.cue.tokens.start)
            && answer.cue.act.class() != VerbClass::Denial
    }

    /// The content of an answer, as tokens of its paragraph.
    fn contents(&self, answer: &Claim) -> Vec<Range<usize>> {
        let Some(attribution) = answer.attribution.and_then(|id| self.view.linked.attributions.get(id as usize)) else {
            let object = answer.cue.tokens.end;
            let sentence = self.view.sentence(answer.paragraph, answer.cue.tokens.start);
            return std::iter::once(object..sentence.end).filter(|r| r.start < r.end).collect();
        };
        let p = self.view.scans[answer.paragraph].p;
        let start = self.view.place(answer.paragraph, &(0..1)).start;
        let first = p.tokens.first().map_or(0, |t| t.span.start);
        let token = |byte: u32| p.token_at(byte.saturating_sub(start) + first);
        attribution.content.iter().map(|s| token(s.start)..token(s.end)).filter(|r| r.start < r.end).collect()
    }

    /// Whether a reference in an answer can mean this claim.
    fn is_meant(&self, pointer: Pointer, noun: &str, answer: &Claim) -> bool {
        let at = answer.cue.tokens.start;
        let behind = (answer.paragraph, at) > (self.paragraph, self.sentence.start);
        if !behind || answer.paragraph > self.paragraph + 1 {
            return false;
        }
        let family = noun.strip_suffix('s').unwrap_or(noun);
        let scan = &self.view.scans[self.paragraph];
        let named = self.sentence.clone().any(|i| {
            let word = scan.p.lower(i);
            CLAIMS.contains(&word) && (word.starts_with(family) || is_charge(word) == is_charge(noun))
        });
        let charged = self.opens_claim(self.paragraph, &self.sentence)
            || self.view.has_word(self.paragraph, &self.sentence, &["accused", "alleged", "allegedly"]);
        // Between the claim and the answer no other claim may stand, or the reference means that one.
        match pointer {
            Pointer::These => named || charged || self.kind == WarningKind::Unverified || self.adjoins(answer),
            Pointer::The => (named || charged || self.is_report(noun)) && self.is_last_before(answer),
            Pointer::It => self.adjoins(answer) || self.opens_next(answer),
        }
    }

    /// "Sources said …. Quill denied the report."
    fn is_report(&self, noun: &str) -> bool {
        let told = matches!(self.kind, WarningKind::AnonymousSource | WarningKind::Agentless | WarningKind::SecondHand);
        told && matches!(noun, "report" | "reports" | "claim" | "claims" | "rumour" | "rumours" | "rumor" | "rumors")
    }

    /// Whether the answer stands in the sentence right behind the claim.
    fn adjoins(&self, answer: &Claim) -> bool {
        self.view.next_sentence(self.paragraph, self.sentence.start).is_some_and(|(paragraph, sentence)| {
            paragraph == answer.paragraph && sentence.contains(&answer.cue.tokens.start)
        }) || (answer.paragraph == self.paragraph && self.sentence.contains(&answer.cue.tokens.start))
    }

    /// Whether the answer is the first sentence of the next paragraph, with no other claim between.
    fn opens_next(&self, answer: &Claim) -> bool {
        let p = self.view.scans[answer.paragraph].p;
        let claim = matches!(self.kind, WarningKind::Unverified | WarningKind::Agentless);
        claim
            && answer.paragraph == self.paragraph + 1
            && p.sentences.first().is_some_and(|s| s.contains(&answer.cue.tokens.start))
            && self.is_last_before(answer)
    }

    /// Whether no other sentence with a noun for a claim stands between.
    fn is_last_before(&self, answer: &Claim) -> bool {
        (self.paragraph..=answer.paragraph).all(|paragraph| {
            let p = self.view.scans[paragraph].p;
            p.sentences.iter().all(|s| {
                let between = (paragraph, s.start) > (self.paragraph, self.sentence.start)
                    && (paragraph, s.end) <= (answer.paragraph, answer.cue.tokens.start);
                !between || !self.opens_claim(paragraph, s)
            })
        })
    }

    /// Whether a sentence makes an accusation of its own.
    fn opens_claim(&self, paragraph: usize, sentence: &Range<usize>) -> bool {
        self.view.claims_in(paragraph).iter().any(|c| sentence.contains(&c.cue.tokens.start) && charges(c))
    }

    /// Whether an answer denies the same thing in the same words.
    fn is_same_matter(&self, answer: &Claim, contents: &[Range<usize>]) -> bool {
        let scan = &self.view.scans[answer.paragraph];
        let words: BTreeSet<String> = contents.iter().flat_map(Clone::clone).filter_map(|i| stem(scan, i)).collect();
        let shared: Vec<&String> = words.intersection(&self.words).filter(|w| !self.is_topic(w)).collect();
        let common = shared.iter().filter(|w| w.chars().next().is_some_and(char::is_lowercase)).count();
        common >= 2 && shared.len() * 2 >= words.len() || common >= 3 && shared.len() * 3 >= words.len()
    }

    /// Whether a word runs through the whole article, so that sharing it says nothing.
    fn is_topic(&self, word: &str) -> bool {
        self.view.topics.get_or_init(|| topics(self.view)).contains(word)
    }
}

/// Whether a claim is an accusation by its verb.
fn charges(claim: &Claim) -> bool {
    let verb = |lemma| matches!(lemma, "accuse" | "allege" | "claim" | "blame" | "circulate");
    matches!(claim.cue.act, Act::Verb { lemma, .. } if verb(lemma))
}

/// Words that name a charge rather than news.
fn is_charge(noun: &str) -> bool {
    noun.starts_with("allegation")
        || noun.starts_with("accusation")
        || noun.starts_with("claim")
        || noun.starts_with("charge")
}

/// Whether a statement calls something untrue.
fn contradicts(scan: &Scan<'_>, content: &Range<usize>) -> bool {
    content.clone().any(|i| {
        let word = scan.p.lower(i);
        let negated =
            i > content.start && scan.tags[i - 1] == Tag::Negation || i > 0 && scan.p.lower(i - 1).ends_with("n't");
        (UNTRUE.contains(&word) && !negated)
            || (word == "true" && negated)
            || (matches!(word, "truth" | "evidence" | "basis") && i > content.start && scan.p.lower(i - 1) == "no")
    })
}

/// How the content points back at a claim, with the noun that it uses.
fn pointer<'a>(scan: &'a Scan<'_>, content: &Range<usize>) -> Option<(Pointer, &'a str)> {
    for i in content.clone() {
        let noun = (i + 1..(i + 4).min(content.end))
            .take_while(|&k| scan.tags[k].is_nominal())
            .find(|&k| CLAIMS.contains(&scan.p.lower(k)));
        let Some(noun) = noun else { continue };
        // "the claim that …", "the allegations of fraud": what it says decides, not the pointer.
        let spelt_out = scan.tags.get(noun + 1) == Some(&Tag::Relative)
            || matches!(scan.p.lower(noun + 1), "that" | "of" | "against" | "about");
        match scan.p.lower(i) {
            "these" | "those" | "this" | "such" | "that" => return Some((Pointer::These, scan.p.lower(noun))),
            "the" if !spelt_out => return Some((Pointer::The, scan.p.lower(noun))),
            _ => {}
        }
    }
    let first = scan.p.lower(content.start);
    let pronoun =
        matches!(first, "it" | "this" | "that") && scan.tags.get(content.start + 1).is_none_or(|t| !t.is_nominal());
    pronoun.then_some((Pointer::It, "it"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;

    /// The cues of the answers to the first warning of a text.
    #[track_caller]
    fn answers(text: &str) -> Vec<String> {
        let (text, report) = read(text);
        let warning = report.warnings.first().unwrap_or_else(|| panic!("no warning: {:#?}", report.attributions));
        let cue = |r: &crate::report::Rebuttal| report.attributions[r.attribution as usize].cue[0].of(&text).to_owned();
        warning.rebuttals.iter().map(cue).collect()
    }

    #[test]
    fn denials_that_answer_the_claim() {
        let by_reference = "Some users circulated unsubstantiated claims that the ferry had been sold.\n\
            Ada Quill, the harbour master, denied these allegations on Monday.";
        assert_eq!(answers(by_reference), ["denied"]);
        let by_words = "Critics say the ferry failed two inspections.\nThe council met on Monday.\n\
            Ada Quill denied that the ferry had failed any inspection.";
        assert_eq!(answers(by_words), ["denied"]);
        let untrue = "The ferry has reportedly been sold to a rival.\nAda Quill said the reports were untrue.";
        assert_eq!(answers(untrue), ["said"]);
        let rejected = "Managers there were accused of hiding leaks. Ada Quill rejected the accusations.";
        assert_eq!(answers(rejected), ["rejected"]);
    }

    #[test]
    fn denials_of_something_else() {
        let other = "Critics say the ferry is too slow.\nAda Quill denied that the council had hidden a letter.";
        assert!(answers(other).is_empty());
        let topic = "Critics say the ferry failed two inspections.\nAda Quill denied that the ferry would be sold.";
        assert!(answers(topic).is_empty());
        let far = "Some users say the bridge was sold.\nThe rain went on.\nThe mayor left early.\n\
            Ada Quill denied the allegations against her brother.";
        assert!(answers(far).is_empty());
        let agreement =
            "Critics say the ferry failed two inspections.\nAda Quill said the ferry failed two inspections.";
        assert!(answers(agreement).is_empty());
    }
}
