//! Particular people whom the article does not name.

use std::ops::Range;

use crate::lexicon::{Classes, PhraseClass, VerbClass};
use crate::mention::{Category, Tag};

use super::{Kept, Sourced};

/// Heads that describe nobody: whoever says anything is a source.
const BARE: &[&str] = &["source", "sources", "insider", "insiders", "person", "people", "individual", "individuals"];

/// Particular people by the nature of the word, without a number or an article.
const INNER_CIRCLE: &[&str] = &[
    "sources",
    "insiders",
    "aides",
    "diplomats",
    "confidants",
    "staffers",
    "associates",
    "whistleblowers",
    "informants",
    "tipsters",
    "advisers",
    "advisors",
    "operatives",
    "lieutenants",
];

/// People of whom nothing is told but that they were there.
const BYSTANDERS: &[&str] = &["woman", "man", "girl", "boy", "passer-by", "mother", "father", "couple"];

/// Adjectives that pick particular people out of an office.
const PICKING: &[&str] = &[
    "senior",
    "former",
    "top",
    "unnamed",
    "unidentified",
    "anonymous",
    "undisclosed",
    "high-ranking",
    "low-ranking",
    "well-placed",
    "top-level",
];

impl Sourced<'_> {
    /// Particular people.
    pub(super) fn anonymous(&self) -> Option<Kept> {
        let (first, head, classes) = (self.first(), self.head(), self.classes());
        if self.is_apposition() || !self.is_utterance() {
            return None;
        }
        let back =
            |described: bool| Some(Kept::Back { bare: !described && BARE.contains(&head) && self.core().len() <= 2 });
        if head.starts_with("spokes") || classes.has_any(Classes::DOCUMENT_NOUN) && !classes.has_any(Classes::ANONYMOUS)
        {
            return None;
        }
        if self.knowledge().is_some() && (classes.has_any(Classes::GROUP) || first == "those") {
            return back(true);
        }
        // "Two landlords spoke against it", "a woman said she had heard a bang".
        let people = classes.has_any(Classes::GROUP | Classes::ROLE);
        let counted = self.is_plural() && self.is_counted() && people;
        let bystander = BYSTANDERS.contains(&head) && matches!(first, "a" | "an" | "one" | "another");
        let speech = matches!(self.claim.cue.act.class(), VerbClass::Speech | VerbClass::Manner | VerbClass::Denial);
        if !self.is_definite()
            && (counted || bystander)
            && speech
            && (self.claim.proven || self.claim.attribution.is_some())
        {
            return back(true);
        }
        if !classes.has_any(Classes::ANONYMOUS) {
            // "Another said": one more of the same.
            let again = self.core().len() == 1 && matches!(head, "another" | "one");
            let subject = self.phrase.tokens.end == self.core().end;
            return (again && subject && self.follows_unnamed()).then_some(Kept::Back { bare: true });
        }
        let next = self.scan.tags.get(self.phrase.core.end);
        let described = self.core().len() > 2
            || matches!(next, Some(Tag::Preposition | Tag::Adjective | Tag::Relative | Tag::Participle));
        if self.is_definite() {
            // "The aide who kept the minutes said": picked out, and not named.
            let relative =
                self.scan.tags.get(self.phrase.core.end) == Some(&Tag::Relative) && first == "the" && !self.is_plural();
            return if relative && !self.is_known() { back(true) } else { None };
        }
        if self.is_plural() {
            let picked = INNER_CIRCLE.contains(&head) || self.has(PICKING) || self.is_counted();
            return if picked { back(described) } else { None };
        }
        let article = matches!(first, "a" | "an" | "one" | "another") || self.has(PICKING);
        if article { back(described) } else { None }
    }

    /// "several of them", "one of the workers": whether nobody among them is named in the sentence.
    pub(super) fn is_part_of_unnamed(&self) -> bool {
        let said = self.is_utterance() || self.is_judgement();
        said && !self.is_survey() && !self.is_listed()
    }

    /// Whether the head was a source before, so that the phrase refers back.
    fn is_known(&self) -> bool {
        let before = self.view.claims_before(self.claim);
        let head = self.head();
        before.iter().any(|c| {
            let p = self.view.scans[c.paragraph].p;
            p.lower(c.source.phrase.core.end - 1) == head && c.source.phrase.core != self.phrase.core
        })
    }

    /// Whether an unnamed person spoke right before.
    fn follows_unnamed(&self) -> bool {
        let before = self.view.claims_before(self.claim).last();
        before.is_some_and(|c| {
            let classes = self.scan.lexicon.word(self.view.scans[c.paragraph].p.lower(c.source.phrase.core.end - 1));
            c.paragraph + 1 >= self.claim.paragraph
                && c.is_description()
                && (classes.has_any(Classes::ANONYMOUS)
                    || c.source.phrase.core.clone().any(|i| {
                        self.scan.lexicon.word(self.view.scans[c.paragraph].p.lower(i)).has_any(Classes::ANONYMOUS)
                    }))
        })
    }

    /// How the source would know: the tokens of "familiar with the matter" behind the base phrase.
    pub(super) fn knowledge(&self) -> Option<Range<usize>> {
        let start = self.head_at() + 1;
        (start..(start + 2).min(self.scan.tags.len())).find_map(|i| {
            let ahead = self.scan.lower_from(i, 7);
            let len = self.scan.lexicon.longest(&ahead, PhraseClass::AnonymityKnowledge)?;
            Some(i..i + len)
        })
    }

    /// Set off by commas behind a name: "Ada Quill, a former member".
    fn is_apposition(&self) -> bool {
        let first = self.phrase.core.start;
        first > 1
            && self.scan.tags[first - 1] == Tag::Comma
            && self
                .scan
                .names
                .iter()
                .any(|n| n.tokens.end == first - 1 && matches!(n.category, Category::Person | Category::Unknown))
    }
}
