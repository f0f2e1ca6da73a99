//! Groups and authorities that nobody could ask.

use crate::attribution::Act;
use crate::lexicon::{Classes, Listed, PhraseClass, VerbClass};
use crate::mention::{Category, Head, NameIndex, Tag};
use crate::text::Words;
use crate::warning::words::PRONOUNS;

use super::{Kept, Sourced};

/// Quantifiers before a noun that leave open who is meant.
static QUANTIFIERS: Listed = Listed::new("crowd-quantifiers");

/// Groups that belong to somebody and are unidentified all the same: "his critics".
pub(super) static SIDES: Listed = Listed::new("crowd-sides");

/// Places that are made to speak for whoever works there.
const METONYMS: &[&[&str]] = &[&["wall", "street"], &["silicon", "valley"], &["the", "market"], &["fleet", "street"]];

/// What is put before the public without a name, so that it stands for whoever did.
const POSTS: Words = Words::new("posts channels videos tweets websites blogs tabloids podcasts");

/// One of them, which nobody could find: "a viral video", "one post".
const POST: Words = Words::new("post video tweet message comment");

/// Bodies that a description could name and does not.
const BODIES: Words = Words::new("group organisation organization charity campaign coalition association");

impl Sourced<'_> {
    /// Nobody in particular.
    pub(super) fn vague(&self) -> Option<Kept> {
        let (head, classes) = (self.head(), self.classes());
        if !self.is_judgement() || self.is_survey() || self.is_beside() || self.is_part_of_a_word() {
            return None;
        }
        // "some of the coins": no people.
        let of = self.phrase.core.end;
        let things = PRONOUNS.contains(head) && self.scan.p.is(of, "of");
        // "the most commonly cited candidates", "the biggest and most clearly loaded boats": a degree.
        let superlative = self.phrase.core.start > 0 && self.scan.p.is(self.phrase.core.start - 1, "the");
        let degree = head == "most" && (superlative || self.scan.p.lower(of).ends_with("ly"));
        if things && self.claim.part.is_none() || degree {
            return None;
        }
        if self.core().len() <= 2 && PRONOUNS.contains(head) && !self.is_definite() {
            return (!self.is_listed()).then_some(Kept::Vague);
        }
        // "A group of nine writers filed a suit": on record.
        let filed = !self.is_plural() && self.is_heard_in_court();
        if filed || self.is_called_by_name() {
            return None;
        }
        if self.is_unnamed_body() || self.is_unsigned_post() {
            return Some(Kept::Vague);
        }
        let people = classes.has_any(Classes::GROUP | Classes::ROLE | Classes::DEMONYM);
        if self.counts_a_group() && !self.is_definite() {
            return (!self.is_named_later()).then_some(Kept::Vague);
        }
        if !people || !self.is_plural() {
            return None;
        }
        if self.is_definite() {
            let sides = SIDES.contains(head) && !matches!(self.first(), "the" | "these");
            return (sides && !self.is_listed_with_somebody()).then_some(Kept::Vague);
        }
        if self.has(*QUANTIFIERS) {
            return (!self.is_counted() && !self.is_listed_with_somebody()).then_some(Kept::Vague);
        }
        let bare = classes.has_any(Classes::VAGUE) && !classes.has_any(Classes::OFFICIAL);
        let joined = self.conjunct().is_some_and(|i| {
            let other = self.scan.classes(i);
            other.has_any(Classes::VAGUE) && !other.has_any(Classes::OFFICIAL)
        });
        ((bare || joined)
            && (SIDES.contains(head) || !self.has_body())
            && !self.has_body_in_front()
            && !self.leads_a_body()
            && !self.is_staff_told_of()
            && !self.is_counted()
            && !self.wrote_a_study())
        .then_some(Kept::Vague)
    }

    /// "an appearance before a group of executives on the assumption that": the phrase stands in a place of its own.
    fn is_beside(&self) -> bool {
        let lead = self.phrase.core.start.checked_sub(1);
        let place = lead.is_some_and(|i| {
            self.scan.p.is_one(i, &const { Words::new("before by with at for against on in toward towards") })
        });
        place && !self.claim.proven && self.claim.cue.act == Act::Content
    }

    /// "a group of engineers", "a growing number of users".
    fn counts_a_group(&self) -> bool {
        let quantity = self.scan.longest(self.phrase.core.start, PhraseClass::Vague).filter(|&n| n > 2);
        quantity.is_some_and(|n| {
            let of = self.phrase.core.start + n - 1;
            self.scan.p.is(of, "of")
                && (of + 1..self.phrase.tokens.end.max(of + 4).min(self.scan.tags.len()))
                    .take_while(|&i| self.scan.tags[i].is_nominal())
                    .any(|i| self.scan.classes(i).has_any(Classes::GROUP | Classes::ROLE))
        })
    }

    /// "posts on social media", "one post", "a viral video" that claim something.
    pub(super) fn is_unsigned_post(&self) -> bool {
        // The noun may have been taken for a verb, and the number for a pronoun.
        let last = self.scan.p.lower(self.phrase.tokens.end - 1);
        let is = |words: Words| words.contains(self.head()) || words.contains(last);
        let one = is(POST) && (matches!(self.first(), "one" | "another") || self.has(const { Words::new("viral") }));
        // "websites that would identify them", "posts by Ada Quill".
        let apart = |i: usize| self.scan.tags[i] == Tag::Relative || self.scan.p.is(i, "by");
        let class = self.claim.cue.act.class();
        (one || is(POSTS))
            && self.claim.cue.act != Act::Source
            && matches!(class, VerbClass::Speech | VerbClass::Assertion)
            && self.is_stated()
            && !(self.core().end..self.claim.cue.tokens.start).any(apart)
            && !self.is_definite()
            && !self.has_body()
    }

    /// "a group representing rural towns": a body that has a name, which is not given.
    fn is_unnamed_body(&self) -> bool {
        let indefinite = const { Words::new("a an one another some several") }.contains(self.first());
        let singular = |i: usize| self.scan.p.lower(i).strip_suffix('s').unwrap_or(self.scan.p.lower(i));
        let Some(body) = self.core().find(|&i| BODIES.contains(singular(i))) else { return false };
        let head = self.scan.p.lower(body + 1).ends_with("ing")
            || !matches!(self.scan.tags.get(body + 1), Some(Tag::Noun | Tag::Name | Tag::Possessive));
        let all = self.phrase.tokens.clone();
        let named = self.names(&all).any(|n| self.scan.names[n].category != Category::Place && !self.is_stray(n));
        // "the Quill Watch, an open-source group, published".
        let first = self.phrase.core.start;
        let apposed = first > 1 && self.scan.tags[first - 1] == Tag::Comma && self.scan.tags[first - 2] == Tag::Name;
        indefinite && head && !named && !apposed && self.scan.p.lower(body + 1) != "of" && !self.is_named_later()
    }

    /// Whether the body is introduced at the beginning of the article and named soon after.
    pub(super) fn is_named_later(&self) -> bool {
        let here = self.claim.paragraph;
        let head = self.core().map(|i| self.scan.p.lower(i)).find(|w| BODIES.contains(w)).unwrap_or(self.head());
        (here..self.view.scans.len().min(here + 3)).any(|paragraph| {
            let scan = &self.view.scans[paragraph];
            let from = if paragraph == here { self.phrase.tokens.end } else { 0 };
            (from..scan.tags.len()).any(|i| {
                scan.p.lower(i) == head
                    && scan.names.iter().any(|n| {
                        n.category != Category::Place
                            && (n.tokens.start.abs_diff(i) <= 3 || n.tokens.end.abs_diff(i) <= 3)
                    })
            })
        })
    }

    /// Shares of those whom a survey asked are counted people.
    pub(super) fn is_survey(&self) -> bool {
        let here = self.view.sentence(self.claim.paragraph, self.phrase.core.start);
        let has = |words: Words| self.view.has_word(self.claim.paragraph, &here, words);
        // "critics called the survey rigged" counts nobody.
        let tells = const { Words::new("according found finds show shows showed in to asked published") };
        let first = self.phrase.core.start;
        let share = first.saturating_sub(5)..self.phrase.core.end;
        // "Nine of 10 were worried; most said they were “very worried.”"
        let counted = (here.start.saturating_sub(24)..here.end).any(|i| {
            let (word, next) = (self.scan.p.lower(i), self.scan.p.lower(i + 1));
            matches!(word, "of" | "in" | "out") && next == "10"
        });
        // "Voters are more likely to say", "Voters who named the economy were evenly divided".
        let asked = matches!(self.head(), "voters" | "adults" | "viewers")
            && has(const { Words::new("% percent evenly likely") });
        asked
            || counted && PRONOUNS.contains(self.head())
            || has(const { Words::new("surveyed polled respondents") })
            || self.view.has_word(self.claim.paragraph, &share, const { Words::new("% percent") })
            || has(const { Words::new("survey poll") }) && has(tells)
    }

    /// Researchers whose study the article tells of.
    fn wrote_a_study(&self) -> bool {
        const STUDY: Words = Words::new("study studies journal paper research findings published");
        const AUTHORS: Words =
            Words::new("researchers scientists authors astronomers biologists physicists chemists engineers");
        let head = self.head();
        let from = self.claim.paragraph.saturating_sub(1);
        let to = self.view.scans.len().min(self.claim.paragraph + 3);
        (AUTHORS.contains(head) || head.ends_with("ologists"))
            && (from..to).any(|p| {
                let all = 0..self.view.scans[p].tags.len();
                self.view.has_word(p, &all, STUDY)
            })
    }

    /// "according to Wall Street".
    pub(super) fn metonym(&self, n: NameIndex) -> Option<Kept> {
        let name = &self.scan.names[n].tokens;
        let words: Vec<&str> = name.clone().map(|i| self.scan.p.lower(i)).collect();
        let speaks = self.claim.cue.act == Act::Source;
        (speaks && METONYMS.contains(&words.as_slice())).then_some(Kept::Vague)
    }

    /// "others", "many" where they were taken for pronouns.
    pub(super) fn indefinite_pronoun(&self) -> Option<Kept> {
        let pronoun = matches!(self.claim.source.head, Head::Pronoun(_)) && PRONOUNS.contains(self.head());
        (pronoun && self.is_judgement() && !self.is_listed()).then_some(Kept::Vague)
    }
}
