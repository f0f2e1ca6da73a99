//! Content that follows its cue: "Quill said that …".

use std::ops::Range;

use crate::lexicon::{Classes, Constructions, Listed, VerbClass};
use crate::mention::{Scan, Tag};
use crate::text::Words;

use super::cue::Act;
use super::group::Group;
use super::statement::Statement;

/// Verbs of saying whose object is what is told of, without quotation marks: "announced the sale".
static TELL_OF: Listed = Listed::new("ahead-tell-of");

/// Of a hundred places of a verb so many must attribute something for a bare complement to count.
const LIKELY: u8 = 45;

impl Scan<'_> {
    /// Content behind the group: from its end to the end of the clause.
    pub(super) fn content_ahead(
        &self,
        group: &Group,
        groups: &[Group],
        index: usize,
        range: &Range<usize>,
    ) -> Option<Range<usize>> {
        if group.cue.act == Act::Source {
            // "According to Quill, the harbour is safe."
            let start = group.tokens.end;
            if let Some(content) = self.around(group, range) {
                return Some(content);
            }
            let leads = (range.start..group.tokens.start)
                .all(|i| matches!(self.tags[i], Tag::Coordinator | Tag::Adverb | Tag::Comma | Tag::Mark));
            return (leads && self.tags.get(start) == Some(&Tag::Comma))
                .then(|| self.trim(start + 1..range.end))
                .filter(|c| c.len() > 1);
        }
        // "Said Quill: “…”".
        if group.inverted && !(self.p.is(group.tokens.end, ":") && self.begins(group.cue.tokens.start, range)) {
            return None;
        }
        if let Some(content) = self.as_clause(group, range).or_else(|| self.around(group, range)) {
            return Some(content);
        }
        let (start, explicit) = self.complement(group, range)?;
        let end = self.clause_end(start, group, groups, index, range);
        let content = self.trim(start..end);
        // "denied wrongdoing".
        let claim = group.cue.act.class() == VerbClass::Denial && self.is_claim(&content);
        if content.is_empty() || (content.len() == 1 && self.p.quotation_at(content.start).is_none() && !claim) {
            return None;
        }
        if !self.is_complement(group, &content, explicit) {
            return None;
        }
        // "denied the allegations | this weekend": the claim alone is the content.
        let phrase = (claim && !explicit).then(|| self.phrase_after(content.start, content.end)).flatten();
        Some(phrase.map_or(content, |phrase| phrase.tokens))
    }

    /// "The plant, per the board, is safe": what stands before the parenthesis is no clause, so the content follows.
    pub(super) fn around(&self, group: &Group, range: &Range<usize>) -> Option<Range<usize>> {
        let (start, end) = (group.tokens.start, group.tokens.end);
        let enclosed =
            start > range.start && self.tags[start - 1] == Tag::Comma && self.tags.get(end) == Some(&Tag::Comma);
        let verb = |i: usize| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary);
        let bare = (range.start..start).all(|i| !verb(i)) || (start > 1 && self.tags[start - 2] == Tag::Auxiliary);
        (enclosed && bare && (end..range.end).any(verb)).then(|| self.trim(end + 1..range.end))
    }

    /// "As Quill reports, the harbour is safe", "the harbour, as Quill said, is safe".
    pub(super) fn as_clause(&self, group: &Group, range: &Range<usize>) -> Option<Range<usize>> {
        let before = group.tokens.start.checked_sub(1).filter(|&i| i >= range.start && self.p.is(i, "as"))?;
        let opens = before == range.start || matches!(self.tags[before - 1], Tag::Comma | Tag::Mark);
        let comma = (group.tokens.end..range.end.min(group.tokens.end + 12))
            .find(|&i| self.tags[i] == Tag::Comma && self.p.quotation_at(i).is_none())?;
        let clause = self.has_verb(&(comma..range.end));
        (opens && clause && !group.elliptic).then(|| self.trim(comma + 1..range.end))
    }

    /// Where the content begins, and whether "that", a colon or a quotation mark announces it.
    pub(super) fn complement(&self, group: &Group, range: &Range<usize>) -> Option<(usize, bool)> {
        let mut start = group.tokens.end;
        // "said before she left that": a clause of time stands between.
        let timed = self.opens_time(start);
        let that = (start..range.end.min(start + 16))
            .take_while(|&i| {
                !matches!(self.tags[i], Tag::Quote | Tag::Mark | Tag::Relative) && (timed || self.tags[i] != Tag::Verb)
                    || i == start
                    || self.p.is(i, "that")
            })
            .find(|&i| self.p.is(i, "that") && self.p.quotation_at(i).is_none());
        // "circulated claims that": the noun takes the clause where the verb does not.
        let noun = |that: usize| (start..that).any(|i| self.classes(i).has_any(Classes::REPORTING_NOUN));
        if let Some(that) =
            that.filter(|&t| t + 1 < range.end && (group.cue.act.takes(Constructions::CLAUSE) || noun(t)))
        {
            let plain = (start..that).all(|i| {
                self.tags[i].is_nominal()
                    || matches!(self.tags[i], Tag::Preposition | Tag::Adverb | Tag::Comma | Tag::Pronoun | Tag::Gerund)
                    || timed && matches!(self.tags[i], Tag::Subordinator | Tag::Verb | Tag::Auxiliary)
            });
            // Between verb and "that" stands when, where or to whom; a noun phrase alone would be the object.
            let object = that > start
                && (self.tags[start].is_nominal() || self.tags[start] == Tag::Pronoun)
                && !group.cue.act.takes(Constructions::PERSON)
                && !self.is_date(start)
                && !noun(that);
            // "The pump is lost, Quill said, despite the claim that it is safe": another's claim.
            let aside = self.tags[start] == Tag::Comma && self.tags[start + 1] == Tag::Preposition && noun(that);
            let plain = plain && !object && !aside;
            let demonstrative = matches!(self.tags.get(that + 1), Some(Tag::Verb | Tag::Auxiliary | Tag::Comma));
            if plain && !(demonstrative && that == start) {
                return Some((that + 1, true));
            }
        }
        // "said: “…”", "said after the vote: “…”".
        let colon = (start..range.end.min(start + 16))
            .take_while(|&i| {
                !matches!(self.tags[i], Tag::Verb | Tag::Auxiliary | Tag::Quote) && self.p.quotation_at(i).is_none()
            })
            .find(|&i| {
                // "says of Quill, “…”".
                let comma = self.tags[i] == Tag::Comma && i > start && self.tags[start] == Tag::Preposition;
                self.p.is(i, ":") || (comma && self.p.quotation_at(i + 1).is_some())
            });
        let words = |i: usize| self.p.quotation_at(i + 1).is_some_and(|q| !self.is_label(q));
        if let Some(colon) = colon.filter(|&i| i == start || words(i)) {
            return Some((colon + 1, true));
        }
        if self.tags.get(start) == Some(&Tag::Comma) && start + 1 < range.end {
            // "said, “…”"; "said on Monday, the harbour" is left to the clause before it.
            let quoted = self.p.quotation_at(start + 1).is_some();
            return quoted.then_some((start + 1, true));
        }
        while matches!(self.tags.get(start), Some(Tag::Adverb)) && start + 1 < range.end {
            start += 1;
        }
        let quoted = self.p.quotation_at(start).is_some();
        (start < range.end).then_some((start, quoted))
    }

    /// Whether what stands behind the cue can be its content, given what the verb takes.
    pub(super) fn is_complement(&self, group: &Group, content: &Range<usize>, explicit: bool) -> bool {
        let Act::Verb { class, takes, lemma, share, .. } = group.cue.act else { return true };
        // Verbs that attribute in few of their places need more than a noun behind them.
        let speech = matches!(class, VerbClass::Speech | VerbClass::Manner | VerbClass::Assertion | VerbClass::Denial);
        // "said after the hearing ended": when it was said, unless a comma parts the clause from what was.
        let comma = || {
            let parts = |i: usize| self.tags[i] == Tag::Comma && self.p.quotation_at(i).is_none();
            content.clone().any(|i| parts(i) && self.has_verb(&(i..content.end)))
        };
        if !explicit && self.opens_time(content.start) && !comma() {
            return false;
        }
        // "The report found boats had no sails".
        let document = class == VerbClass::Show
            && group
                .source
                .as_ref()
                .is_some_and(|source| self.classes(source.phrase.core.end - 1).has_any(Classes::DOCUMENT_NOUN));
        let likely = speech || document || share.is_none_or(|s| s >= LIKELY);
        if explicit {
            return likely || !matches!(class, VerbClass::Intention | VerbClass::Stance);
        }
        let first = self.tags[content.start];
        let quoted = content.clone().any(|i| self.p.quotation_at(i).is_some());
        // "ordered the crew to “move at once”": the words of the order are quoted.
        if class == VerbClass::Request && quoted && first == Tag::To {
            return true;
        }
        if !likely || matches!(class, VerbClass::Perception) {
            return false;
        }
        let has = |wanted| takes.has_any(wanted);
        let clause = (content.start..content.end)
            .any(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary) && self.p.quotation_at(i).is_none());
        let subject_first = first.is_nominal()
            || matches!(first, Tag::Pronoun | Tag::Preposition | Tag::Subordinator | Tag::Gerund | Tag::Adverb);
        // "said it “takes its time”": the clause's verb stands inside the marks.
        let clause = clause || (quoted && content.clone().any(|i| self.tags[i] == Tag::Verb) && first == Tag::Pronoun);
        if has(Constructions::CLAUSE) && self.gap_before(group.tokens.start, content.start).is_some() {
            return true;
        }
        if has(Constructions::CLAUSE)
            && clause
            && subject_first
            // "that Quill claims as its own", "said as she left": no complement.
            && !self.p.is_one(content.start, &const { Words::new("as of by for to at into over") })
        {
            return true;
        }
        if has(Constructions::INFINITIVE)
            && (first == Tag::To
                || content.clone().any(|i| self.tags[i] == Tag::To) && matches!(class, VerbClass::Request))
        {
            return true;
        }
        if has(Constructions::QUESTION) && self.opens_question(content.start) {
            return true;
        }
        // "The study, which compared pumps, found no leak".
        if document && lemma == "find" && self.p.is(content.start, "no") {
            return true;
        }
        let object = first.is_nominal() || first == Tag::Gerund || first == Tag::Pronoun && class == VerbClass::Naming;
        match class {
            // "denied the allegations", "denied being unfair"; "denied them visas" reports nothing.
            VerbClass::Denial => {
                first == Tag::Gerund || (object && has(Constructions::NOUN) && (quoted || self.is_claim(content)))
            }
            VerbClass::Naming => object || quoted,
            VerbClass::Speech | VerbClass::Manner | VerbClass::Assertion => {
                has(Constructions::NOUN) && object && (quoted || TELL_OF.contains(lemma))
            }
            _ => has(Constructions::NOUN) && quoted,
        }
    }

    /// "the pump, which Quill claims is safe": the relative pronoun before cue and source that is the subject of the verb behind them.
    pub(super) fn gap_before(&self, group: usize, verb: usize) -> Option<usize> {
        let finite = matches!(self.tags.get(verb), Some(Tag::Verb | Tag::Auxiliary));
        // "the case on which the board has ruled was": it has its verb.
        let subject = |i: usize| self.tags[i] == Tag::Relative && i > 0 && self.tags[i - 1] != Tag::Preposition;
        group.checked_sub(1).filter(|&i| finite && subject(i))
    }

    /// Whether a statement is such a clause.
    pub(super) fn is_gapped(&self, statement: &Statement) -> bool {
        let group =
            statement.group().filter(|_| statement.cue.as_ref().is_some_and(|cue| cue.act.class().is_utterance()));
        group.is_some_and(|group| self.gap_before(group.start, group.end).is_some())
    }

    /// Whether a clause of time begins here.
    pub(super) fn opens_time(&self, i: usize) -> bool {
        i < self.p.tokens.len() && self.p.is_one(i, &const { Words::new("after before until while when") })
    }

    /// Whether a noun phrase is something said: its head is a claim, an allegation, a report.
    pub(super) fn is_claim(&self, content: &Range<usize>) -> bool {
        let head = self.phrase_after(content.start, content.end).map(|phrase| self.classes(phrase.core.end - 1));
        let claims = Classes::REPORTING_NOUN | Classes::DOCUMENT_NOUN | Classes::REBUTTAL | Classes::UNVERIFIED;
        self.p.is_one(content.start, &const { Words::new("any wrongdoing that it") })
            || head.is_some_and(|head| head.has_any(claims))
    }

    /// Where the clause that begins at `start` ends: at the frame's end, or where another cue joins in.
    pub(super) fn clause_end(
        &self,
        start: usize,
        group: &Group,
        groups: &[Group],
        index: usize,
        range: &Range<usize>,
    ) -> usize {
        let next = groups.iter().skip(index + 1).filter(|g| g.frame == group.frame && g.tokens.start > start);
        let mut end = range.end;
        for other in next {
            let at = other.tokens.start;
            let mut left = at;
            while left > start && self.tags[left - 1].helps() {
                left -= 1;
            }
            let joined = left > start && matches!(self.tags[left - 1], Tag::Coordinator | Tag::Comma);
            // "and added that", ", warning that": the same speaker goes on in a statement of its own.
            let same = other.elliptic && other.source == group.source && joined;
            // ", but the mayor said": another speaker in a clause of its own.
            let contrast = !other.elliptic
                && left > start + 1
                && matches!(self.tags[left - 1], Tag::Coordinator)
                && matches!(self.p.lower(left - 1), "but" | "while" | "and")
                && (self.tags[left - 2] == Tag::Comma || self.p.quotation_at(left - 2).is_some());
            let source_phrase = other.cue.act == Act::Source && joined;
            if same || contrast || source_phrase {
                end = left;
                break;
            }
        }
        // "said, “One.” The": a quotation right behind the cue is all of the content where it ends like a sentence.
        if let Some(q) = self.p.quotation_at(start) {
            let quotation = &self.p.quotations[q];
            let stop = self.p.token_at(quotation.outer.end);
            let last = self.p.lower(quotation.tokens.1.saturating_sub(1));
            let closed = matches!(last, "." | "?" | "!" | "," | "…") && quotation.tokens.0 <= start + 1;
            if closed && stop < end {
                return stop;
            }
        }
        // "While Quill said it was safe, he left": the main clause follows the comma.
        let opener = group.tokens.start.checked_sub(1).filter(|&i| i >= range.start);
        let subordinate = opener.is_some_and(|i| {
            (range.start..i).all(|k| self.tags[k] == Tag::Mark)
                && self.p.is_one(i, &const { Words::new("while although though when once if after") })
        });
        let infinitive = self.tags.get(start) == Some(&Tag::To);
        if subordinate || infinitive {
            let comma = (start..end).find(|&i| self.tags[i] == Tag::Comma && self.p.quotation_at(i).is_none());
            if let Some(comma) = comma {
                return comma;
            }
        }
        // ", while …", "; …"
        let cut = (start..end).find(|&i| {
            self.p.quotation_at(i).is_none()
                && (self.p.is(i, ";")
                    || (self.tags[i] == Tag::Comma
                        && self.p.is_one(i + 1, &const { Words::new("while whereas although though but") })))
        });
        cut.unwrap_or(end)
    }
}
