//! What answers a claim: who denies what, in which words.

use std::cell::OnceCell;
use std::ops::Range;

use crate::attribution::Act;
use crate::lexicon::{Classes, Listed, VerbClass};
use crate::mention::{Scan, Tag};
use crate::text::Words;
use crate::warning::unverified::CLAIMS;
use crate::warning::view::{Claim, View};
use crate::warning::words::lemma_stem;

/// Words that contradict, where a statement says them of a claim.
static UNTRUE: Listed = Listed::new("answer-untrue");

/// Verbs that deny that something is so. Others of their class only turn something down.
static DENIES: Listed = Listed::new("answer-denies");

/// Nouns besides those for claims with which a denial points back.
static POINTED: Listed = Listed::new("answer-pointed");

/// How a denial points at what it denies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pointer {
    /// "these allegations", "such claims".
    These,
    /// "the allegations", "the rumour".
    The,
    /// "it", "this".
    It,
    /// "…, which the police denied": what stands before it in the same sentence.
    Which,
}

/// A statement that may answer a claim.
pub(in crate::warning) struct Answer<'a> {
    /// The attribution that carries it.
    pub(super) id: u32,
    pub(super) claim: &'a Claim,
    pub(super) scan: &'a Scan<'a>,
    /// What is said, as tokens of its paragraph.
    pub(super) contents: Vec<Range<usize>>,
    /// Whether its verb denies what it says.
    pub(super) denies: bool,
    /// Whether it calls something untrue.
    pub(super) calls_untrue: bool,
    /// The content words with their places; found when a claim first asks for them.
    stems: OnceCell<Vec<(usize, &'a str)>>,
}

impl<'a> Answer<'a> {
    pub(super) fn new(view: &'a View<'_>, claim: &'a Claim) -> Option<Self> {
        let scan = &view.scans[claim.paragraph];
        let denies =
            matches!(claim.cue.act, Act::Verb { lemma, .. } if DENIES.contains(lemma)) && is_positive(scan, claim);
        let id = claim.attribution.or_else(|| denies.then(|| said_next(view, claim)).flatten())?;
        let contents = contents(view, claim);
        let denies = denies && (!turns_down(claim) || contents.iter().any(|c| is_said(scan, claim, c)));
        let calls_untrue = contents.iter().any(|c| contradicts(scan, c));
        Some(Self { id, claim, scan, contents, denies, calls_untrue, stems: OnceCell::new() })
    }

    /// The content words with their places.
    pub(super) fn stems(&self) -> impl Iterator<Item = (usize, &'a str)> {
        let find = |i| Some((i, lemma_stem(self.scan, i)?));
        self.stems
            .get_or_init(|| self.contents.iter().flat_map(Clone::clone).filter_map(find).collect())
            .iter()
            .copied()
    }

    /// "never met", "no village", "not for sale": whether a word is denied by the words before it.
    pub(super) fn is_negated(&self, i: usize) -> bool {
        let start = self.contents.iter().find(|c| c.contains(&i)).map_or(i, |c| c.start);
        (start.max(i.saturating_sub(3))..i).any(|k| negates(self.scan, k) && self.scan.p.lower(k) != "only")
    }

    /// "no such page", "there was no letter".
    pub(super) fn is_said_not_to_exist(&self, i: usize) -> bool {
        let word = |back: usize| i.checked_sub(back).map_or("", |k| self.scan.p.lower(k));
        word(2) == "no" && word(1) == "such" || word(1) == "no" && (word(3) == "there" || word(2) == "been")
    }

    /// Whether a clause is denied, rather than a thing or a deed.
    pub(super) fn is_clause(&self) -> bool {
        let after = self.scan.p.lower(self.claim.cue.tokens.end);
        let deed = self.scan.tags.get(self.claim.cue.tokens.end) == Some(&Tag::Gerund) || after.ends_with("ing");
        let finite = self.contents.first().is_some_and(|c| self.predicate(c) < c.end);
        !deed && (after == "that" || finite)
    }

    /// Where the predicate of a denied clause begins: behind its subject.
    pub(super) fn predicate(&self, content: &Range<usize>) -> usize {
        let finite = |i: &usize| matches!(self.scan.tags[*i], Tag::Verb | Tag::Auxiliary);
        content.clone().find(finite).unwrap_or(content.end)
    }

    /// How the content points back at a claim, with the noun that it uses.
    pub(super) fn pointer(&self) -> Option<(Pointer, &'a str)> {
        // The pointing word itself may look like the conjunction: "disputed that account".
        let widen = |c: &Range<usize>| {
            let before = c.start.checked_sub(1).filter(|&i| matches!(self.scan.p.lower(i), "that" | "this" | "the"));
            before.unwrap_or(c.start)..c.end
        };
        // "called that a myth": the object stands between the cue and what it is called.
        let object = self.scan.p.lower(self.claim.cue.tokens.end);
        if self.claim.cue.act.class() == VerbClass::Naming && matches!(object, "it" | "this" | "that") {
            return Some((Pointer::It, "it"));
        }
        self.contents.iter().find_map(|content| pointer(self.scan, &widen(content), self.denies))
    }
}

/// "did not", "never", "no", "nor", "without".
pub(super) fn negates(scan: &Scan<'_>, i: usize) -> bool {
    let word = scan.p.lower(i);
    const { Words::new("no not never none neither nor without") }.contains(word) || word.ends_with("n't")
}

/// Verbs that turn down a bill or an offer as well as a claim.
fn turns_down(claim: &Claim) -> bool {
    matches!(claim.cue.act, Act::Verb { lemma, .. } if !lemma.starts_with("deny")
        && !matches!(lemma, "refute" | "rebut" | "contradict" | "debunk" | "disprove"))
}

/// Whether what is turned down was said: "the claim", "suggestions that", "it", a clause of its own.
fn is_said(scan: &Scan<'_>, claim: &Claim, content: &Range<usize>) -> bool {
    let first = claim.cue.tokens.end.min(content.start);
    let points = |w: &str| CLAIMS.contains(w) || POINTED.contains(w);
    let pronoun = matches!(scan.p.lower(content.start), "it" | "this" | "that");
    pronoun || (first..content.end.min(first + 7)).any(|i| points(scan.p.lower(i)) || scan.p.is(i, "that"))
}

/// Whether a denial is made: not "did not deny", "neither confirmed nor denied", "was denied a lawyer".
fn is_positive(scan: &Scan<'_>, claim: &Claim) -> bool {
    let verb = claim.cue.tokens.start;
    let before = (verb.saturating_sub(5)..verb).rev().take_while(|&i| !matches!(scan.tags[i], Tag::Comma | Tag::Mark));
    // The cue may hold its auxiliaries: "did not deny".
    let mut close = before.clone().take(4).chain(claim.cue.tokens.clone());
    let undone = close.any(|i| {
        negates(scan, i) || scan.p.is_one(i, &const { Words::new("refused declined unable could would cannot") })
    });
    let passive = verb > 0 && scan.classes(verb - 1).has_any(Classes::BE);
    !undone && !passive
}

/// "Pike denied it. “…,” he said.": the words behind a denial that has none of its own.
fn said_next(view: &View<'_>, answer: &Claim) -> Option<u32> {
    let (from, to) = (answer.cue.tokens.end, answer.cue.tokens.end + 60);
    let mut behind = view.claims_in(answer.paragraph).iter().filter(|c| (from..to).contains(&c.cue.tokens.start));
    (!answer.is_description()).then(|| behind.find(|c| c.attribution.is_some()))??.attribution
}

/// The content of an answer, as tokens of its paragraph.
fn contents(view: &View<'_>, answer: &Claim) -> Vec<Range<usize>> {
    let object = answer.cue.tokens.end..view.sentence(answer.paragraph, answer.cue.tokens.start).end;
    let attribution = answer.attribution.and_then(|id| view.linked.attributions.get(id as usize));
    let spans = attribution.map(|a| a.content.iter().map(|s| view.tokens(answer.paragraph, *s)).collect());
    let all: Vec<Range<usize>> = spans.unwrap_or_else(|| vec![object]);
    all.into_iter().filter(|r| r.start < r.end).collect()
}

/// Whether a statement calls something untrue.
fn contradicts(scan: &Scan<'_>, content: &Range<usize>) -> bool {
    content.clone().any(|i| {
        let word = scan.p.lower(i);
        // "she “categorically denies” the allegations".
        if matches!(word, "denies" | "rejects" | "disputes" | "refutes") && i > content.start && !negates(scan, i - 1) {
            return true;
        }
        let negated = i > 0 && (scan.tags[i - 1] == Tag::Negation || scan.p.lower(i - 1).ends_with("n't"));
        // "not true", "simply not so", but not "not so sure".
        let denied = negated || i > 1 && scan.tags[i - 1] == Tag::Adverb && scan.p.is(i - 2, "not");
        let ends = word == "true"
            || i + 1 >= content.end
            || !scan.tags.get(i + 1).is_some_and(|t| t.is_nominal() || *t == Tag::Adverb);
        // "the wrong key", "it was wrong to sell": said of something else than a claim.
        let other =
            || scan.tags.get(i + 1) == Some(&Tag::Noun) && !scan.p.is_one(i + 1, &CLAIMS) || scan.p.is(i + 1, "to");
        // "people who saw the false claim": told of by the way.
        let by_the_way = || {
            i > content.start + 1
                && scan.p.is_one(i - 1, &const { Words::new("the this that his her their") })
                && scan.p.is_one(i + 1, &CLAIMS)
        };
        (UNTRUE.contains(word) && !negated && !other() && !by_the_way())
            || (matches!(word, "true" | "so" | "correct" | "accurate") && denied && ends)
            || (matches!(word, "truth" | "evidence" | "basis" | "substance" | "record" | "knowledge")
                && i > content.start
                && scan.p.is(i - 1, "no"))
    })
}

/// How words point back at a claim, with the noun that they use.
fn pointer<'a>(scan: &'a Scan<'_>, content: &Range<usize>, denied: bool) -> Option<(Pointer, &'a str)> {
    let points = |w: &str| CLAIMS.contains(w) || POINTED.contains(w);
    for i in content.clone() {
        let noun = (i + 1..(i + 4).min(content.end))
            .take_while(|&k| scan.tags[k].is_nominal())
            .find(|&k| points(scan.p.lower(k)));
        let Some(noun) = noun else { continue };
        // "the claim that …", "the allegations of fraud": what it says decides, not the pointer.
        let spelt_out = scan.tags.get(noun + 1) == Some(&Tag::Relative)
            || scan.p.is_one(noun + 1, &const { Words::new("that of against about") });
        match scan.p.lower(i) {
            "these" | "those" | "this" | "such" | "that" => return Some((Pointer::These, scan.p.lower(noun))),
            // "contested their account": theirs who made the claim, or who stand beside it.
            "the" | "their" if !spelt_out => return Some((Pointer::The, scan.p.lower(noun))),
            _ => {}
        }
    }
    let first = scan.p.lower(content.start);
    // "…, which the police denied"; "“Rubbish,” said Ada Quill": there is nothing else that it could mean.
    if denied && first == "which" && content.len() == 1 {
        return Some((Pointer::Which, "it"));
    }
    if !denied && content.len() <= 2 && UNTRUE.contains(first) {
        return Some((Pointer::It, "it"));
    }
    // "denied that she was ill", "denied it had raised the rent": a clause says itself what is denied.
    let clause = denied && content.clone().any(|i| matches!(scan.tags[i], Tag::Verb | Tag::Auxiliary));
    // "“That’s a lie,” said Ada Quill", "said they were false": the verb may look like a possessive.
    let next = content.start + 1;
    let of_its_own = scan.tags.get(next).is_none_or(|t| !t.is_nominal()) || scan.p.lower(next).ends_with("'s");
    let they = first == "they" && !denied && content.len() <= 6 && contradicts(scan, content);
    let pronoun = matches!(first, "it" | "this" | "that" | "that's" | "it's") && of_its_own || they;
    // "there is no truth in it", "in any of that".
    let inside = content.clone().any(|i| {
        scan.p.is_one(i, &const { Words::new("truth substance basis record knowledge") })
            && (i + 1..(i + 5).min(content.end)).any(|k| matches!(scan.p.lower(k), "it" | "that" | "this"))
    });
    (inside || pronoun && !clause).then_some((Pointer::It, "it"))
}
