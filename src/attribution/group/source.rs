//! Who stands at a cue as its source.

use std::ops::Range;

use crate::lexicon::{Classes, Constructions, VerbClass};
use crate::mention::{Scan, Source, Tag};
use crate::text::Words;

use super::super::cue::{Act, Cue};
use super::Group;

/// The source that the words around a cue give it.
pub(crate) struct Own {
    pub(crate) source: Source,
    /// Whether it stands behind the verb ("said Quill").
    pub(super) inverted: bool,
}

impl Scan<'_> {
    /// The source of a cue by itself, without what the cues before it have; `range` is the sentence.
    pub(crate) fn source_of(&self, cue: &Cue, range: &Range<usize>) -> Option<Own> {
        let (verb, end) = (cue.tokens.start, cue.tokens.end);
        // Nothing left of the last quotation or of the last cue's own words can be this cue's subject.
        let floor =
            (range.start..verb).rev().find(|&i| self.p.quotation_at(i).is_some()).map_or(range.start, |i| i + 1);
        let before = |source| Own { source, inverted: false };
        match cue.act {
            Act::Source => {
                let phrase = self.phrase_after(end, self.source_ceiling(end, range.end))?;
                Some(Own { source: self.source(phrase), inverted: true })
            }
            Act::Content => {
                let by = self.source(self.subject(verb, floor)?);
                Some(before(self.quoted_by(&cue.tokens, &by, range.start).unwrap_or(by)))
            }
            Act::Verb { gerund, .. } => {
                let behind = self.inverted_source(cue, range).map(|source| Own { source, inverted: true });
                let subject = || {
                    if gerund { self.subject_behind_with(verb, floor) } else { self.subject_of(verb, floor) }
                };
                behind.or_else(|| subject().map(before))
            }
        }
    }

    /// "…, with Quill saying that it leaks": the subject of a participle.
    pub(in crate::attribution) fn subject_behind_with(&self, verb: usize, floor: usize) -> Option<Source> {
        let outside = |&i: &usize| {
            let joins = self.tags[i].is_nominal() || self.tags[i] == Tag::Comma;
            !(joins || matches!(self.p.lower(i), "of" | "one"))
        };
        let border = (floor..verb).rev().find(outside)?;
        // "with Quill writing, “So strong,” and Vale adding, “…”".
        let start = self.p.sentences[self.p.sentence_at(verb)].start;
        let second = self.tags[border] == Tag::Coordinator
            && (start..border).any(|i| self.tags[i] == Tag::Gerund)
            && (start..border).any(|i| self.p.is(i, "with"));
        let with = Some(border).filter(|&i| second || self.p.is(i, "with"))?;
        // "its chief, Ada Quill, saying": between commas.
        let end = verb - usize::from(self.tags[verb - 1] == Tag::Comma);
        // "met with Quill, calling": one comma parts the participle from the clause.
        if end < verb && !(with..end).any(|i| self.tags[i] == Tag::Comma) {
            return None;
        }
        let whole = self.phrase_after(with + 1, end).filter(|phrase| phrase.tokens.end == end);
        whole.or_else(|| self.subject(verb, with + 1)).map(|subject| self.source(subject))
    }

    /// The subject of a finite verb: beside it, or the noun that a relative clause hangs on.
    pub(in crate::attribution) fn subject_of(&self, verb: usize, floor: usize) -> Option<Source> {
        let mut first = verb;
        while first > floor && self.tags[first - 1].helps() {
            first -= 1;
        }
        if first > floor && self.tags[first - 1] == Tag::To {
            // "was one of many to deny": the subject of the verb that governs the infinitive.
            let governor = (floor..first - 1).rev().find(|&i| matches!(self.tags[i], Tag::Auxiliary | Tag::Verb))?;
            return self.subject(governor, floor).map(|p| self.source(p));
        }
        if first > floor && self.tags[first - 1] == Tag::Relative {
            let relative = first - 1;
            // "announced it in a post that read": what reads is the post.
            if self.p.is(verb, "read") {
                // "a sign around its neck that read".
                let sign = const { Words::new("banner card note placard plaque poster sign") };
                let sign = (floor..relative).rev().find(|&i| self.p.is_one(i, &sign));
                let at = sign.filter(|&i| !self.has_verb(&(i..relative))).map_or(relative, |i| i + 1);
                return self.antecedent(at, floor).map(|p| self.source(p));
            }
            return self.subject(relative, floor).map(|p| self.source(p));
        }
        self.subject(verb, floor).map(|p| self.source(p))
    }

    /// "…, and added", "…, saying": the source of the cue before, else the subject of the frame's first verb.
    pub(in crate::attribution) fn shared_source(
        &self,
        verb: usize,
        gerund: bool,
        range: &Range<usize>,
        before: Option<&Group>,
    ) -> Option<Source> {
        let mut left = verb;
        while left > range.start && self.tags[left - 1].helps() {
            left -= 1;
        }
        let joined = left > range.start
            && (matches!(self.tags[left - 1], Tag::Coordinator | Tag::Comma | Tag::Quote)
                || gerund
                || self.tags[left - 1] == Tag::Preposition
                || self.p.quotation_at(left - 1).is_some());
        if !joined {
            return None;
        }
        // "angered Quill, who lives nearby and has called it “cruel”": the second verb of her clause.
        if !gerund
            && self.tags[left - 1] == Tag::Coordinator
            && let Some(source) = self.clause_owner(left - 1, range.start)
        {
            return Some(source);
        }
        if gerund && let Some(source) = self.clause_subject(left, range.start) {
            return Some(source);
        }
        if let Some(group) = before.filter(|g| g.source.is_some() && g.cue.tokens.start < verb) {
            return group.source.clone();
        }
        let first = (range.start..left)
            .find(|&i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary) && self.p.quotation_at(i).is_none())?;
        self.subject(first, range.start).map(|p| self.source(p))
    }

    /// "loyal to Quill, who resigned saying it leaks", "a meeting where Quill was cheered after warning": the subject of the clause from
    /// which nothing parts a participle.
    fn clause_subject(&self, participle: usize, floor: usize) -> Option<Source> {
        let parts = |i: usize| matches!(self.tags[i], Tag::Comma | Tag::Mark | Tag::Quote);
        let opener = (floor..participle)
            .rev()
            .take_while(|&i| !parts(i))
            .find(|&i| matches!(self.p.lower(i), "who" | "where"))?;
        let verb = (opener + 1..participle).find(|&i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary))?;
        let phrase = if self.p.is(opener, "who") {
            let own = (opener + 1..verb).all(|i| self.tags[i].helps());
            self.antecedent(opener, floor).filter(|_| own)
        } else {
            self.subject(verb, opener + 1)
        };
        phrase.filter(|phrase| self.can_speak(phrase)).map(|phrase| self.source(phrase))
    }

    /// Whose clause a coordinator stands in: the antecedent of a relative pronoun that has a verb right behind it, where nothing parts
    /// the clause from the coordinator.
    fn clause_owner(&self, coordinator: usize, floor: usize) -> Option<Source> {
        let parts = |i: usize| matches!(self.tags[i], Tag::Comma | Tag::Mark | Tag::Quote | Tag::Coordinator);
        let relative =
            (floor..coordinator).rev().take_while(|&i| !parts(i)).find(|&i| self.tags[i] == Tag::Relative)?;
        let verb = (relative + 1..coordinator).find(|&i| !matches!(self.tags[i], Tag::Adverb | Tag::Negation))?;
        let who = matches!(self.tags[verb], Tag::Verb | Tag::Auxiliary) && self.p.lower(relative) != "that";
        // "surveyed investors who represent half and predicted": the study did both.
        let past = |i: usize| self.classes(i).has_any(Classes::VERB_PAST) || self.p.lower(i).ends_with("ed");
        let main = (floor..relative).find(|&i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary));
        let next = (coordinator + 1..self.tags.len()).find(|&i| !matches!(self.tags[i], Tag::Adverb | Tag::Negation));
        let goes_on = next.zip(main).is_some_and(|(next, main)| past(next) == past(verb) || past(next) != past(main));
        (who && goes_on).then(|| self.antecedent(relative, floor)).flatten().map(|phrase| self.source(phrase))
    }

    /// "said Ada Quill": only behind content, and only where a noun phrase follows that ends the clause.
    fn inverted_source(&self, cue: &Cue, range: &Range<usize>) -> Option<Source> {
        let Act::Verb { takes, gerund: false, lemma, class, .. } = cue.act else { return None };
        if lemma == "tell"
            || matches!(class, VerbClass::Naming | VerbClass::Denial | VerbClass::Intention | VerbClass::Stance)
        {
            return None;
        }
        let (first, end) = (cue.tokens.start, cue.tokens.end);
        if !takes.has_any(Constructions::QUOTATION.with(Constructions::CLAUSE)) || end >= range.end {
            return None;
        }
        if self.begins(first, range) {
            let phrase = self.phrase_after(end, self.clause_ceiling(end, range.end))?;
            let colon = self.p.is(phrase.tokens.end, ":") && self.p.quotation_at(phrase.tokens.end + 1).is_some();
            return (colon && self.can_speak(&phrase)).then(|| self.source(phrase));
        }
        if first <= range.start {
            return None;
        }
        let left = self.tags[first - 1];
        let after_content =
            matches!(left, Tag::Comma | Tag::Quote) || self.p.is_one(first - 1, &const { Words::new("– — - -- ? !") });
        if !after_content || self.p.quotation_at(end).is_some() {
            return None;
        }
        let phrase = self.phrase_after(end, self.clause_ceiling(end, range.end))?;
        let stop = phrase.tokens.end;
        // "…, said another witness to the spill.": nothing more is said, so whoever it is speaks.
        let speaks = self.can_speak(&phrase);
        let last = speaks
            && const { Words::new("say report write explain add note") }.contains(lemma)
            && !self.has_verb(&(stop..range.end));
        // "the mayor, who had left, said the harbour was safe": content behind, so the noun phrase is its subject.
        let quoted =
            self.p.quotation_at(first - 1).is_some() || (first > 1 && self.p.quotation_at(first - 2).is_some());
        if !(quoted || last) && self.subject(first, range.start).is_some_and(|p| p.tokens.end + 1 == first) {
            return None;
        }
        let closes = stop >= range.end
            || matches!(
                self.tags[stop],
                Tag::Comma
                    | Tag::Quote
                    | Tag::Mark
                    | Tag::Preposition
                    | Tag::Adverb
                    | Tag::Gerund
                    | Tag::Subordinator
                    | Tag::Coordinator
                    | Tag::Relative
                    | Tag::Noun
            );
        let clause_follows = (stop..self.clause_ceiling(stop, range.end))
            .next()
            .is_some_and(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary | Tag::Negation));
        (closes && !clause_follows && (quoted || speaks)).then(|| self.source(phrase))
    }
}
