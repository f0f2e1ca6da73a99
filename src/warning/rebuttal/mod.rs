//! Rebuttals: the passages of the same article that answer a claim.
//!
//! An answer is an attribution that denies its content, calls a claim untrue, or says the opposite. It is linked to a claim
//! by reference ("these allegations", in the same paragraph or the next one) or because it speaks of the same things in the
//! same words. A wrong link would put words into somebody's mouth, so topic alone is never enough.

mod answer;

use std::cell::OnceCell;
use std::ops::Range;

use crate::attribution::Act;
use crate::lexicon::VerbClass;
use crate::mention::Tag;
use crate::report::{Rebuttal, WarningKind};
use crate::text::Words;

use super::Finding;
use super::unverified::CLAIMS;
use super::view::{Claim, View};
use super::words::{in_order, lemma_stem, topics};

pub(super) use answer::Answer;
use answer::Pointer;

/// How many answers a card can hold.
const MOST: usize = 3;

/// How many claims away from the warning an answer can stand: all of an article, but not of a text without end.
const REACH: usize = 150;

/// For each claim of an article what it answers with, where it can answer another one: the same for all warnings.
pub(super) fn answers<'a>(view: &'a View<'_>) -> Vec<Option<Answer<'a>>> {
    view.claims.iter().map(|claim| Answer::new(view, claim)).collect()
}

/// The attributions that answer what a warning was raised about, of the article's [`answers`].
pub(super) fn find(
    view: &View<'_>,
    answers: &[Option<Answer<'_>>],
    kind: WarningKind,
    finding: &Finding,
    attribution: Option<u32>,
) -> Vec<Rebuttal> {
    let speaker = |id: u32| view.linked.attributions.get(id as usize).and_then(|a| a.speaker);
    let claimed = Claimed::new(view, kind, finding, attribution);
    let mut out = Vec::new();
    for answer in answers[view.claims_near(finding.paragraph, REACH)].iter().flatten() {
        if Some(answer.id) == attribution {
            // "…, a claim Quill Marine denied": the statement around what was noticed is the denial of it.
            let beneath = answer.contents.iter().any(|c| c.contains(&finding.trigger.start));
            if answer.denies && beneath && answer.claim.cue.tokens.start >= finding.trigger.end {
                out.push(Rebuttal { attribution: answer.id });
            }
            continue;
        }
        let own = speaker(answer.id).is_none() || attribution.is_some_and(|a| speaker(a) == speaker(answer.id));
        let rebuttal = Rebuttal { attribution: answer.id };
        if !own && !out.contains(&rebuttal) && claimed.is_answered_by(answer) {
            out.push(rebuttal);
        }
    }
    out.truncate(MOST);
    out
}

/// What was claimed, as far as its sentence tells.
struct Claimed<'a> {
    view: &'a View<'a>,
    kind: WarningKind,
    paragraph: usize,
    sentence: Range<usize>,
    /// The content words around what was noticed, in order; found when an answer first asks for them.
    words: OnceCell<Vec<&'a str>>,
    /// What was noticed.
    trigger: Range<usize>,
    /// The claim's own statement.
    attribution: Option<u32>,
    /// Whether the claim itself says that something is not so.
    negative: bool,
}

impl<'a> Claimed<'a> {
    fn new(view: &'a View<'a>, kind: WarningKind, finding: &Finding, attribution: Option<u32>) -> Self {
        let sentence = view.sentence(finding.paragraph, finding.trigger.start);
        let scan = &view.scans[finding.paragraph];
        let (paragraph, trigger, words) = (finding.paragraph, finding.trigger.clone(), OnceCell::new());
        let mut outside = sentence.clone().filter(|i| !trigger.contains(i));
        let negative = kind != WarningKind::Unverified && outside.any(|i| answer::negates(scan, i));
        Self { view, kind, paragraph, sentence, words, trigger, attribution, negative }
    }

    fn has_word(&self, word: &str) -> bool {
        let words = self.words.get_or_init(|| {
            let outside = self.sentence.clone().filter(|i| !self.trigger.contains(i));
            in_order(outside.filter_map(|i| lemma_stem(&self.view.scans[self.paragraph], i)))
        });
        words.binary_search(&word).is_ok()
    }

    fn is_answered_by(&self, answer: &Answer<'_>) -> bool {
        let (near, denies) = (self.is_near(answer.claim), answer.denies || answer.calls_untrue);
        // Most of an article's statements are neither.
        if !near && !denies || answer.contents.is_empty() {
            return false;
        }
        if self.is_same_clause(answer.claim) || self.reports(answer.claim) {
            return false;
        }
        if near && self.says_opposite(answer) {
            return true;
        }
        if !denies {
            return false;
        }
        answer.pointer().is_some_and(|(pointer, noun)| self.is_meant(pointer, noun, answer.claim))
            || self.is_same_matter(answer)
            || near && answer.denies && self.is_same_thing(answer)
    }

    /// "Advisers said he had rejected the idea": a denial that the claim itself tells of.
    fn reports(&self, answer: &Claim) -> bool {
        let told = self.attribution.and_then(|id| self.view.linked.attributions.get(id as usize));
        let cue = self.view.place(answer.paragraph, &answer.cue.tokens);
        told.is_some_and(|a| a.content.iter().any(|s| s.overlaps(cue)))
    }

    /// The cue that raised the warning is no answer to it.
    fn is_same_clause(&self, answer: &Claim) -> bool {
        answer.paragraph == self.paragraph
            && self.sentence.contains(&answer.cue.tokens.start)
            && answer.cue.act.class() != VerbClass::Denial
    }

    /// Whether an answer stands behind the claim, in its paragraph or the next one.
    fn is_near(&self, answer: &Claim) -> bool {
        (self.paragraph..=self.paragraph + 1).contains(&answer.paragraph)
            && (answer.paragraph, answer.cue.tokens.start) > (self.paragraph, self.sentence.start)
    }

    /// "said that there was no letter", "had never met him", "was not for sale": what the claim says is said not to be so;
    /// or, where the claim says that something is not so, it is said to be.
    fn says_opposite(&self, answer: &Answer<'_>) -> bool {
        let shared = answer.stems().filter(|(_, w)| self.has_word(w) && !self.is_topic(w));
        let shared: Vec<(usize, &str)> = shared.collect();
        if self.negative {
            let insists = matches!(answer.claim.cue.act, Act::Verb { lemma, .. }
                if matches!(lemma, "insist" | "maintain" | "counter" | "say" | "stress"));
            let verb = shared.iter().any(|(i, _)| matches!(answer.scan.tags[*i], Tag::Verb | Tag::Participle));
            let positive = answer.contents.iter().flat_map(Clone::clone).all(|i| !answer::negates(answer.scan, i));
            return insists && verb && positive && shared.len() >= 2;
        }
        // "asked him not to sell" is a wish.
        if matches!(answer.claim.cue.act.class(), VerbClass::Request | VerbClass::Intention) {
            return false;
        }
        // "There is no such page": that it exists is denied outright.
        if shared.iter().any(|(i, w)| !w.starts_with(char::is_uppercase) && answer.is_said_not_to_exist(*i)) {
            return true;
        }
        // Half of what the answer says has to be about the claim, or it says something of its own.
        let all = answer.stems().count();
        let common = |w: &str| w.chars().next().is_some_and(char::is_lowercase);
        shared.len() * 2 >= all && shared.iter().any(|(i, w)| common(w) && answer.is_negated(*i))
    }

    /// Whether a denial right behind the claim speaks of its matter: of the thing it denies, or of what is said of it.
    fn is_same_thing(&self, answer: &Answer<'_>) -> bool {
        if !self.adjoins(answer.claim) && !self.opens_next(answer.claim, true) {
            return false;
        }
        let Some(content) = answer.contents.first() else { return false };
        let clause = answer.is_clause();
        // "denied that the lake was dirty" shares the lake with "the lake is clean": what is said of it counts.
        let from = if clause { answer.predicate(content) } else { content.start };
        let mut shared = answer.stems().filter(|(_, w)| self.has_word(w) && !self.is_topic(w));
        shared.any(|(i, _)| i >= from && !answer.is_negated(i))
    }

    /// Whether a reference in an answer can mean this claim.
    fn is_meant(&self, pointer: Pointer, noun: &str, answer: &Claim) -> bool {
        // A noun may point over one paragraph that claims nothing.
        let reaches = pointer != Pointer::It && answer.paragraph == self.paragraph + 2 && self.is_last_before(answer);
        if !self.is_near(answer) && !reaches {
            return false;
        }
        let family = noun.strip_suffix('s').unwrap_or(noun);
        let scan = &self.view.scans[self.paragraph];
        let named = self.sentence.clone().any(|i| {
            let word = scan.p.lower(i);
            CLAIMS.contains(word) && (word.starts_with(family) || is_charge(word) == is_charge(noun))
        });
        let charged = self.opens_claim(self.paragraph, &self.sentence)
            || self.view.has_word(self.paragraph, &self.sentence, const { Words::new("accused alleged allegedly") });
        let beside = self.adjoins(answer) || self.opens_next(answer, true);
        // Between the claim and the answer no other claim may stand, or the reference means that one.
        match pointer {
            Pointer::These => named || charged || self.kind == WarningKind::Unverified || beside,
            Pointer::The => (named || charged || beside) && self.is_last_before(answer),
            Pointer::Which => answer.paragraph == self.paragraph && self.sentence.contains(&answer.cue.tokens.start),
            Pointer::It => self.adjoins(answer) || self.opens_next(answer, false),
        }
    }

    /// Whether the answer stands in the sentence right behind the claim.
    fn adjoins(&self, answer: &Claim) -> bool {
        self.view.next_sentence(self.paragraph, self.sentence.start).is_some_and(|(paragraph, sentence)| {
            paragraph == answer.paragraph && sentence.contains(&answer.cue.tokens.start)
        }) || (answer.paragraph == self.paragraph && self.sentence.contains(&answer.cue.tokens.start))
    }

    /// Whether the answer is the first sentence of the next paragraph, with no other claim between; to any kind, or only to
    /// those whose sentence is nothing but the claim.
    fn opens_next(&self, answer: &Claim, any: bool) -> bool {
        let p = self.view.scans[answer.paragraph].p;
        let claim = any || matches!(self.kind, WarningKind::Unverified | WarningKind::Agentless);
        claim
            && answer.paragraph == self.paragraph + 1
            && p.sentences.first().is_some_and(|s| s.contains(&answer.cue.tokens.start))
            && self.is_last_before(answer)
    }

    /// Whether no other sentence with a claim stands between.
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
    fn is_same_matter(&self, answer: &Answer<'_>) -> bool {
        let words = in_order(answer.stems().map(|(_, w)| w));
        let shared: Vec<&str> = words.iter().copied().filter(|w| self.has_word(w) && !self.is_topic(w)).collect();
        let common = shared.iter().filter(|w| w.chars().next().is_some_and(char::is_lowercase)).count();
        common >= 2 && shared.len() * 2 >= words.len() || common >= 3 && shared.len() * 3 >= words.len()
    }

    /// Whether a word runs through the whole article, so that sharing it says nothing.
    fn is_topic(&self, word: &str) -> bool {
        // They are few.
        self.view.topics.get_or_init(|| topics(self.view)).iter().any(|topic| topic == word)
    }
}

/// Whether a claim is an accusation by its verb.
fn charges(claim: &Claim) -> bool {
    let verb = |lemma| matches!(lemma, "accuse" | "allege" | "claim" | "blame" | "circulate");
    matches!(claim.cue.act, Act::Verb { lemma, .. } if verb(lemma))
}

/// Words that name a charge rather than news.
fn is_charge(noun: &str) -> bool {
    ["allegation", "accusation", "claim", "charge"].iter().any(|charge| noun.starts_with(charge))
}

#[cfg(test)]
mod tests {
    use crate::warning::testing::read;

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
    fn denials_of_rumours_and_denials_in_passing() {
        let rumour = "Claims spread online that the pumps make people ill. Ada Quill denied the claims.";
        assert_eq!(answers(rumour), ["denied"]);
        let they = "Rumours circulated that the yard was about to close. Ada Quill said they were false.";
        assert_eq!(answers(they), ["said"]);
        let which = "Critics accuse the police of firing rubber bullets, which the police denied.";
        assert_eq!(answers(which), ["denied"]);
        let claim = "The ferry reportedly failed two inspections, a claim Quill Marine denied.";
        assert_eq!(answers(claim), ["denied"]);
        let called = "Critics accuse Tom Vale of fanning the panic. Vale called the accusation laughable.";
        assert_eq!(answers(called), ["called"]);
        let lie = "A source claimed the ferry had failed. “That’s a lie,” said Ada Quill.";
        assert_eq!(answers(lie), ["said"]);
        let rubbish = "A source claimed the ferry had failed. “Rubbish,” said Ada Quill.";
        assert_eq!(answers(rubbish), ["said"]);
        let record = "A source claimed the ferry had failed. Quill Marine said it had no record of this.";
        assert_eq!(answers(record), ["said"]);
        let quoted = "Critics accuse Ada Quill of fraud. Ada Quill said she “categorically denies” the allegations.";
        assert_eq!(answers(quoted), ["said"]);
    }

    #[test]
    fn denials_of_something_else() {
        let lie = "A source claimed the ferry had failed. The crew sold ice. “That’s a lie,” said Ada Quill.";
        assert!(answers(lie).is_empty());
        let other = "Critics say the ferry is too slow.\nAda Quill denied that the council had hidden a letter.";
        assert!(answers(other).is_empty());
        let topic = "Critics say the ferry failed two inspections.\nAda Quill denied that the ferry would be sold.";
        assert!(answers(topic).is_empty());
        let far = "Some users say the bridge was sold.\nThe rain went on.\nThe mayor left early.\n\
            Ada Quill denied the allegations against her brother.";
        assert!(answers(far).is_empty());
        let another = "Four people were reported to have been hurt. Critics accuse the police of firing bullets, which the police denied.";
        assert!(answers(another).is_empty());
        let in_passing = "She falsely claimed that the ferry had sunk. Tom Vale’s research found that notes reach few of those who \
            saw the false claim.";
        assert!(answers(in_passing).is_empty());
        let agreement =
            "Critics say the ferry failed two inspections.\nAda Quill said the ferry failed two inspections.";
        assert!(answers(agreement).is_empty());
    }
}
