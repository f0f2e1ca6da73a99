//! Particular people whom the article does not name.

use std::ops::Range;

use crate::attribution::Act;
use crate::lexicon::{Classes, Listed, PhraseClass, VerbClass};
use crate::mention::{Category, NameIndex, Tag, is_spokesperson};
use crate::text::Words;

use super::{Kept, Sourced};

/// Heads that describe nobody: whoever says anything is a source.
const BARE: Words = Words::new("source sources insider insiders person people individual individuals");

/// Particular people by the nature of the word, without a number or an article.
static INNER_CIRCLE: Listed = Listed::new("particular-inner-circle");

/// People of whom nothing is told but that they were there, and members of a party.
const BYSTANDERS: Words =
    Words::new("woman man girl boy passer-by mother father couple republican democrat conservative tory liberal");

/// Who is no source though he speaks: whose words are public, whoever is only met in a story, and what may be a firm.
static NO_SOURCES: Listed = Listed::new("particular-no-sources");

/// People who are met in a story and quoted from it.
static ONLOOKERS: Listed = Listed::new("particular-onlookers");

/// Adjectives that pick particular people out of an office.
static PICKING: Listed = Listed::new("particular-picking");

impl Sourced<'_> {
    /// Particular people.
    pub(super) fn anonymous(&self) -> Option<Kept> {
        let (first, head, classes) = (self.first(), self.head(), self.classes());
        if self.is_apposition() || !self.is_utterance() || self.is_called_by_name() || self.is_said_to_be() {
            return None;
        }
        // "a woman who answered the phone".
        let end = self.phrase.core.end;
        let all = end..self.view.sentence(self.claim.paragraph, end - 1).end.min(end + 5);
        if self.view.has_word(self.claim.paragraph, &all, const { Words::new("phone phones telephone") })
            && self.view.has_word(self.claim.paragraph, &all, const { Words::new("answered answering picked") })
        {
            return None;
        }
        let back =
            |described: bool| Some(Kept::Back { bare: !described && BARE.contains(head) && self.core().len() <= 2 });
        if is_spokesperson(head)
            || self.speaks_for_somebody()
            || classes.has_any(Classes::DOCUMENT_NOUN) && !classes.has_any(Classes::ANONYMOUS)
        {
            return None;
        }
        if self.knowledge().is_some() && (classes.has_any(Classes::GROUP) || first == "those") {
            return back(true);
        }
        // "Two landlords spoke against it", "a woman said she had heard a bang", "one councillor said".
        let people = classes.has_any(Classes::GROUP | Classes::ROLE);
        // Who stands for election is known.
        let counted = self.is_plural() && self.is_counted() && people && !matches!(head, "candidates" | "contenders");
        // A capital may begin a name: "a harbour board Baker".
        let name = self.scan.p.word(self.head_at()).starts_with(char::is_uppercase) && head.len() > 3;
        let role = classes.has_any(Classes::ROLE)
            && !classes.has_any(Classes::ANONYMOUS)
            && !NO_SOURCES.contains(head)
            && !self.is_plural()
            && !name;
        // "A doctor dismissed it as nothing" tells what was done.
        let role = role && self.claim.cue.act != Act::Content && self.claim.cue.act.class() != VerbClass::Denial;
        // "My mother knew a pilot who said": told in passing.
        let cue = self.claim.cue.tokens.start;
        let role = role && !(cue > 0 && self.scan.tags[cue - 1] == Tag::Relative);
        let bystander = (role || BYSTANDERS.contains(head)) && matches!(first, "a" | "an" | "one" | "another");
        let speech = matches!(self.claim.cue.act.class(), VerbClass::Speech | VerbClass::Manner | VerbClass::Denial);
        if !self.is_definite()
            && (counted || bystander)
            && speech
            && (self.claim.proven || self.claim.attribution.is_some())
        {
            return back(true);
        }
        // "these people, speaking on condition of anonymity, said".
        if people && self.is_granted_anonymity() {
            return back(true);
        }
        // "The officer said" of "an officer" whom nobody names; "a former clerk".
        if self.is_brought_in_without_name() || people && self.is_former() && speech {
            return back(true);
        }
        if self.is_of_no_body() {
            return back(true);
        }
        if !classes.has_any(Classes::ANONYMOUS) {
            // "Another said": one more of the same, who were described.
            let again = self.core().len() == 1 && matches!(head, "another" | "one");
            let subject = self.phrase.tokens.end == self.core().end;
            return (again && subject && (self.follows_unnamed() || self.is_one_of_the_last()))
                .then_some(Kept::Back { bare: false });
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
            let western = head == "officials" && self.first() == "western";
            let picked = western || INNER_CIRCLE.contains(head) || self.has(*PICKING) || self.is_counted();
            return if picked { back(described) } else { None };
        }
        let article = matches!(first, "a" | "an" | "one" | "another") || self.has(*PICKING);
        if article { back(described) } else { None }
    }

    /// "several former clerks": as many as one likes, of whom nothing is known but what they do.
    pub(super) fn is_crowd(&self) -> bool {
        let close = self.classes().has_any(Classes::ANONYMOUS) && !self.classes().has_any(Classes::VAGUE);
        self.is_plural() && !self.is_counted() && !close && self.knowledge().is_none()
    }

    /// "a driver said to have been drunk": somebody else says it of him.
    fn is_said_to_be(&self) -> bool {
        let end = self.claim.cue.tokens.end;
        self.scan.p.is(end, "to") && self.scan.classes(end + 1).has_any(Classes::BE | Classes::HAVE)
    }

    /// "One House Republican said": nobody's name.
    pub(super) fn is_one_of_a_party(&self, n: NameIndex) -> bool {
        let name = &self.scan.names[n].tokens;
        let one = name.start.checked_sub(1).is_some_and(|i| self.scan.p.is(i, "one"));
        one && self.scan.p.is_one(name.end - 1, &BYSTANDERS) && self.is_utterance()
    }

    /// "a lawyer for Ada Quill": the one whom she pays to speak for her.
    fn speaks_for_somebody(&self) -> bool {
        let end = self.phrase.core.end;
        const { Words::new("lawyer lawyers attorney solicitor barrister agent representative") }.contains(self.head())
            && self.scan.p.is(end, "for")
            && self.scan.tags.get(end + 1) == Some(&Tag::Name)
    }

    /// "several of them", "one of the workers": whether nobody among them is named in the sentence.
    pub(super) fn is_part_of_unnamed(&self) -> bool {
        let said = self.is_utterance() || self.is_judgement();
        said && !self.is_survey() && !self.is_listed()
    }

    /// "a resident named Sam", "a group, calling itself the Quill Front".
    pub(super) fn is_called_by_name(&self) -> bool {
        let end = self.phrase.core.end;
        let named = |i: usize| {
            let name = matches!(self.scan.tags.get(i + 1), Some(Tag::Name | Tag::Noun | Tag::Quote));
            self.scan.p.is(i, "named") || matches!(self.scan.p.lower(i), "called" | "nicknamed") && name
        };
        let signed = |i: usize| self.scan.p.is(i, "named") && self.scan.tags.get(i + 1) == Some(&Tag::Name);
        // "a user going by tilde".
        let named = |i: usize| named(i) || self.scan.p.is(i, "going") && self.scan.p.is(i + 1, "by");
        let by_itself = |i: usize| {
            self.scan.p.is(i, "calling")
                && self.scan.p.is_one(i + 1, &const { Words::new("itself themselves himself herself") })
        };
        // "a teacher who gave her name only as Tilde", "who goes by the name Tilde".
        let gave = |i: usize| {
            self.scan.tags.get(i) == Some(&Tag::Name)
                && i > end + 2
                && matches!(self.scan.p.lower(i - 1), "as" | "name")
                && (end..i).any(|k| matches!(self.scan.p.lower(k), "name" | "identified"))
        };
        let handle = |i: usize| self.scan.p.word(i).starts_with('@');
        (end..end + 2).any(|i| named(i) || by_itself(i))
            || (end..(end + 6).min(self.scan.tags.len())).any(handle)
            || (end..=self.phrase.tokens.end).any(signed)
            || (end..self.view.sentence(self.claim.paragraph, end.saturating_sub(1)).end.min(end + 10)).any(gave)
    }

    /// "…, speaking on condition of anonymity," between the phrase and its verb.
    fn is_granted_anonymity(&self) -> bool {
        let (end, verb) = (self.phrase.core.end, self.claim.cue.tokens.start);
        let terms = |i| self.scan.longest(i, PhraseClass::AnonymityTerms).is_some_and(|n| n > 2 && i + n <= verb);
        self.phrase.tokens.end <= verb && (end..verb).any(terms)
    }

    /// "a former clerk", "one retired pilot": an office that is over speaks for no body.
    fn is_former(&self) -> bool {
        matches!(self.first(), "a" | "an" | "one" | "another")
            && self.has(const { Words::new("former retired ex") })
            && (self.phrase.tokens.end == self.core().end || self.is_followed_by_a_comma())
            && !self.is_plural()
    }

    /// "according to a former clerk, the registry": what follows the comma may have been taken for a part of the phrase.
    fn is_followed_by_a_comma(&self) -> bool {
        let all = self.phrase.tokens.clone();
        self.scan.tags.get(self.core().end) == Some(&Tag::Comma) && self.names(&all).next().is_none()
    }

    /// "the guard said", where the article brought in "a guard" shortly before, and gives him no name.
    fn is_brought_in_without_name(&self) -> bool {
        let head = self.head();
        let plain = self.first() == "the" && self.core().len() == 2;
        let stated = self.claim.attribution.is_some()
            && matches!(self.claim.cue.act.class(), VerbClass::Speech | VerbClass::Manner);
        if !plain || !stated || self.is_warned_of() {
            return false;
        }
        if !ONLOOKERS.contains(head) {
            return self.classes().has_any(Classes::ANONYMOUS) && self.is_brought_in_right_before();
        }
        let here = self.claim.paragraph;
        let mut brought_in = false;
        for paragraph in here.saturating_sub(8)..=here {
            let scan = &self.view.scans[paragraph];
            let to = if paragraph == here { self.phrase.core.start } else { scan.tags.len() };
            for i in (0..to).filter(|&i| scan.p.lower(i) == head) {
                let beside = |n: &crate::mention::Name| {
                    n.category != Category::Place && (n.tokens.start.abs_diff(i) <= 3 || n.tokens.end.abs_diff(i) <= 3)
                };
                if scan.names.iter().any(beside) {
                    return false;
                }
                brought_in |=
                    (i.saturating_sub(4)..i).any(|k| scan.p.is_one(k, &const { Words::new("a an one another") }));
            }
        }
        brought_in
    }

    /// "A senior diplomat was gloomier. “…,” the diplomat said": the subject of the sentence before, who is heard at once.
    fn is_brought_in_right_before(&self) -> bool {
        let subject = self.last_subject();
        let last = subject.end.saturating_sub(1);
        matches!(self.scan.p.lower(subject.start), "a" | "an" | "one") && self.scan.p.lower(last) == self.head()
    }

    /// The words with which the sentence before begins, up to its verb.
    fn last_subject(&self) -> Range<usize> {
        let p = self.scan.p;
        let before = p.sentence_at(self.phrase.core.start).checked_sub(1);
        let start = before.map_or(self.phrase.core.start, |s| p.sentences[s].start);
        let joins = |&i: &usize| self.scan.tags[i].is_nominal() || self.scan.tags[i] == Tag::Name;
        start..(start + 1..self.phrase.core.start).take_while(joins).last().unwrap_or(start) + 1
    }

    /// Whether the head was a source before, so that the phrase refers back.
    fn is_known(&self) -> bool {
        let before = self.view.claims_before(self.claim);
        let head = self.head();
        before.iter().any(|c| {
            let p = self.view.scans[c.paragraph].p;
            let core = c.source.phrase.core.clone();
            core != self.phrase.core && core.into_iter().any(|i| p.lower(i) == head)
        })
    }

    /// Whether the article was warned of the same person before: one warning is enough.
    fn is_warned_of(&self) -> bool {
        let head = self.head();
        self.view.claims_before(self.claim).iter().any(|c| {
            let p = self.view.scans[c.paragraph].p;
            let core = c.source.phrase.core.clone();
            let same = core != self.phrase.core && core.clone().any(|i| p.lower(i) == head);
            // "an officer told him" warns by itself where it does; "the officer" would ask the same again.
            // Some paragraphs on a reader has it no longer in view.
            let near = c.paragraph + 4 > self.claim.paragraph;
            same && near && (p.is(core.start, "the") || self.view.kept(c).is_some())
        })
    }

    /// Whether an unnamed person spoke right before.
    fn follows_unnamed(&self) -> bool {
        let before = self.view.claims_before(self.claim).last();
        before.is_some_and(|c| {
            let kept = || matches!(self.view.kept(c), Some((Kept::Back { .. }, _)));
            let classes = self.scan.lexicon.word(self.view.scans[c.paragraph].p.lower(c.source.phrase.core.end - 1));
            c.paragraph + 1 >= self.claim.paragraph
                && c.is_description()
                && (kept()
                    || classes.has_any(Classes::ANONYMOUS)
                    || c.source.phrase.core.clone().any(|i| {
                        self.scan.lexicon.word(self.view.scans[c.paragraph].p.lower(i)).has_any(Classes::ANONYMOUS)
                    }))
        })
    }

    /// "Some backbenchers are angry. One said": one of those of whom the sentence before speaks, or another one of them.
    fn is_one_of_the_last(&self) -> bool {
        let (p, subject) = (self.scan.p, self.last_subject());
        let people =
            |i: usize| self.scan.classes(i).has_any(Classes::GROUP | Classes::ROLE) && p.lower(i).ends_with('s');
        subject.start < self.phrase.core.start
            && p.begins_sentence(self.phrase.core.start)
            && subject.clone().any(people)
    }

    /// How the source would know: the tokens of "familiar with the matter" behind the base phrase.
    pub(super) fn knowledge(&self) -> Option<Range<usize>> {
        let start = self.head_at() + 1;
        (start..(start + 2).min(self.scan.tags.len())).find_map(|i| {
            let len = self.scan.longest(i, PhraseClass::AnonymityKnowledge)?;
            Some(i..i + len)
        })
    }

    /// Set off by commas behind a name: "Ada Quill, a former member". What a verb follows ("…Quill, a source said") is its subject.
    fn is_apposition(&self) -> bool {
        let (first, end, cue) = (self.phrase.core.start, self.phrase.core.end, self.claim.cue.tokens.start);
        let behind = self.phrase.tokens.end.min(cue)..cue;
        let relative = (end..cue).any(|i| matches!(self.scan.tags[i], Tag::Relative | Tag::Comma));
        let subject = end <= cue
            && !relative
            && self.scan.tags[cue] != Tag::Participle
            && behind.into_iter().all(|i| self.scan.tags[i].helps());
        let said = |i: usize| {
            matches!(self.scan.tags[i - 1], Tag::Comma | Tag::Quote)
                && self.scan.lexicon.reporting_verb(self.scan.p.lower(i)).is_some()
        };
        first > 1
            && self.scan.tags[first - 1] == Tag::Comma
            && self.scan.names.iter().any(|n| {
                n.tokens.end == first - 1
                    && matches!(n.category, Category::Person | Category::Unknown)
                    // "said Ada Quill, an engineer told the Courier": even so she is the engineer.
                    && (!subject || n.prefix > 1 && said(n.prefix - 1))
            })
    }
}
