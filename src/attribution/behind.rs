//! Content that stands before its cue: "…, Quill said".

use std::ops::Range;

use crate::lexicon::{Constructions, VerbClass};
use crate::mention::{Scan, Tag};
use crate::text::Words;

use super::cue::Act;
use super::group::Group;

impl Scan<'_> {
    /// Content before the group: "The harbour is safe, Quill said."
    pub(super) fn content_behind(
        &self,
        group: &Group,
        groups: &[Group],
        index: usize,
        frames: &[Range<usize>],
        ahead: Option<&Range<usize>>,
    ) -> Option<Range<usize>> {
        let range = &frames[group.frame];
        // "It leaks, a claim | the board denied".
        let object = self.apposed_object(group.tokens.start, range.start);
        let pointed = || {
            let alone = ahead.is_none() && groups[..index].iter().all(|g| g.frame != group.frame);
            self.as_pointed_out(group, range).filter(|_| alone)
        };
        let at = object.or_else(pointed).unwrap_or(group.tokens.start);
        if group.cue.act == Act::Content || group.elliptic && ahead.is_some() {
            return None;
        }
        if group.cue.act != Act::Source
            && !group.cue.act.takes(Constructions::CLAUSE)
            && !group.cue.act.takes(Constructions::QUOTATION)
        {
            return None;
        }
        if at <= range.start {
            // "“Never!” Quill said.": the segmenter ends a sentence behind the mark.
            let quoted = at > 0 && ahead.is_none() && self.p.quotation_at(at - 1).is_some();
            let before = group.frame.checked_sub(1)?;
            let q = quoted.then(|| self.p.quotation_at(at - 1)).flatten()?;
            // "It is known as “Blue Pump.” It requires divers to pay": a name, and a sentence of its own behind it.
            let next = group.tokens.end;
            let object = self.tags.get(next).is_some_and(|t| t.is_nominal()) && !self.is_date(next);
            if !self.is_utterance(q) || object && !group.inverted && !group.cue.act.takes(Constructions::PERSON) {
                return None;
            }
            // "“It was fun,” Quill said. “We laughed.” Vale agreed": whole sentences, and another of Vale’s.
            let inner = self.p.quotations[q].tokens;
            if index > 0 && self.p.is(inner.1 - 1, ".") && !group.inverted {
                return None;
            }
            let start = self.p.token_at(self.p.quotations[q].outer.start).max(frames[before].start);
            return Some(self.trim(start..at));
        }
        let left = at - 1;
        // "After Vale called her “a liar”, Quill said she was “hurt”": the first words are his.
        let q = self.p.quotation_at(left).or_else(|| left.checked_sub(1).and_then(|i| self.p.quotation_at(i)));
        let others = q.filter(|_| ahead.is_some() && !group.inverted).is_some_and(|q| {
            let open = self.p.token_at(self.p.quotations[q].outer.start);
            let before = groups[..index].last().filter(|g| g.frame == group.frame && !g.inverted);
            before.is_some_and(|g| g.tokens.end <= open && open < g.tokens.end + 8 && self.tags[at - 1] == Tag::Comma)
        });
        if others {
            return None;
        }
        // "her widow, who, according to Quill, died": what is reported is the clause around the cue.
        if ahead.is_some() && self.clause_around(at).is_some() {
            return None;
        }
        let quote_before = self.p.quotation_at(left).is_some();
        let dash = self.p.is_one(left, &const { Words::new("– — -- -") });
        if !(quote_before || self.tags[left] == Tag::Comma || dash) && group.cue.act != Act::Source {
            return None;
        }
        if self.names.iter().any(|n| n.tokens.end == left && self.tells_who(n)) {
            return None;
        }
        // "It leaks, a claim the board called a lie".
        let apposed = object.is_some();
        if apposed && (ahead.is_some() || group.cue.act.class() == VerbClass::Naming) {
            return None;
        }
        let start = if apposed { range.start } else { self.behind_start(group, groups, index, range) };
        let content = self.trim(start..at);
        if content.is_empty() || self.is_attribute(left) {
            return None;
        }
        let has_quote = content.clone().any(|i| self.p.quotation_at(i).is_some());
        let clause = self.has_verb(&content);
        // "When asked about it, she said …", "In March, officials said …": an adverbial, and the content follows.
        let adverbial = matches!(
            self.tags[content.start],
            Tag::Subordinator | Tag::Preposition | Tag::Gerund | Tag::Adverb | Tag::Participle
        ) && !has_quote
            && ahead.is_some();
        // "Asked about the tide, she said: “…”": a participle that the tags take for a verb.
        let asked = self.p.is_one(content.start, &const { Words::new("asked pressed questioned reached quizzed") });
        let adverbial = adverbial || asked && content.start == range.start && !has_quote && ahead.is_some();
        let quoted_behind = quote_before || (has_quote && self.p.quotation_at(left.saturating_sub(1)).is_some());
        let ahead_is_strong = ahead.is_some_and(|a| {
            !quoted_behind && (self.p.is(a.start.saturating_sub(1), "that") || self.tags[a.start] == Tag::To)
        });
        // "According to a poll taken in May, most said they row": what stands behind a cited source tells of it.
        let cited = groups[..index]
            .last()
            .is_some_and(|g| g.frame == group.frame && g.cue.act == Act::Source && self.begins(g.tokens.start, range));
        let cited = cited && ahead.is_some() && !has_quote;
        if adverbial || ahead_is_strong || cited || (!clause && !quoted_behind) {
            return None;
        }
        Some(content)
    }

    /// "The quay is shut, as | Quill pointed out": where "as" stands before somebody who says so at the end of a sentence.
    fn as_pointed_out(&self, group: &Group, range: &Range<usize>) -> Option<usize> {
        let at = group.tokens.start.checked_sub(1).filter(|&i| i > range.start && self.p.is(i, "as"))?;
        let closes = (group.tokens.end..range.end).all(|i| self.tags[i] == Tag::Mark);
        let somebody = group.source.as_ref().is_some_and(|source| self.can_act(&source.phrase));
        (self.tags[at - 1] == Tag::Comma && group.cue.act.class().is_utterance() && closes && somebody).then_some(at)
    }

    /// Where the article stands of a noun in apposition of which a clause begins at `at`.
    fn apposed_object(&self, at: usize, floor: usize) -> Option<usize> {
        let before = at.checked_sub(1).filter(|&i| i > floor)?;
        let noun = before - usize::from(matches!(self.p.lower(before), "that" | "which"));
        let start = (floor + 1..=noun).rev().find(|&i| !matches!(self.tags[i], Tag::Noun | Tag::Adjective))?;
        let start = if self.p.is(noun, "something") { noun } else { start };
        let article = matches!(self.p.lower(start), "a" | "an" | "something") && start < at;
        (article && start > floor && self.tags[start - 1] == Tag::Comma).then_some(start)
    }

    /// The relative pronoun of the clause in which a cue is inserted right behind it.
    pub(super) fn clause_around(&self, cue: usize) -> Option<usize> {
        let relative = cue.checked_sub(2)?;
        (self.tags[cue - 1] == Tag::Comma && self.tags[relative] == Tag::Relative).then_some(relative)
    }

    /// Where content before a group begins: at the frame's start, or behind another cue's own clause.
    pub(super) fn behind_start(&self, group: &Group, groups: &[Group], index: usize, range: &Range<usize>) -> usize {
        let floor = groups[..index]
            .iter()
            .rev()
            .filter(|g| g.frame == group.frame)
            .map(|g| g.tokens.end)
            .next()
            .unwrap_or(range.start);
        let before = groups[..index].iter().rev().find(|g| g.frame == group.frame);
        let mut start = range.start;
        if let Some(other) = before {
            // "Quill said X, and Y, Vale said": X is Quill's; a quotation is its own border.
            let border = (floor..group.tokens.start).rev().find(|&i| {
                (self.tags[i] == Tag::Coordinator && i > 0 && self.tags[i - 1] == Tag::Comma || self.p.is(i, ";"))
                    && self.p.quotation_at(i).is_none()
            });
            let quotation = self
                .p
                .quotation_at(group.tokens.start - 1)
                .or_else(|| group.tokens.start.checked_sub(2).and_then(|i| self.p.quotation_at(i)));
            // "He called and said, “One,” the office said": the quotation is his, and all of it the office's report.
            let within = quotation.is_some_and(|q| {
                let open = self.p.token_at(self.p.quotations[q].outer.start);
                let direct = (other.tokens.end..open).all(|i| matches!(self.tags[i], Tag::Comma | Tag::Mark));
                direct && open >= other.tokens.end && !other.inverted && other.cue.act != Act::Source
            });
            if within {
                return (range.start..group.tokens.start)
                    .find(|&i| !matches!(self.tags[i], Tag::Coordinator | Tag::Comma))
                    .unwrap_or(range.start);
            }
            start = match (border, quotation) {
                (Some(border), _) => border + 1,
                (None, Some(q)) => self.p.token_at(self.p.quotations[q].outer.start).max(floor),
                (None, None) if other.inverted => floor,
                // "The ship will sail, something the board wants, Vale said": a clause inside the content.
                (None, None) if !group.elliptic && (range.start..other.tokens.start).any(|i| self.is_finite(i)) => {
                    range.start
                }
                (None, None) => other.tokens.start,
            };
        }
        while start < group.tokens.start && matches!(self.tags[start], Tag::Coordinator | Tag::Comma) {
            start += 1;
        }
        start
    }

    /// Whether a token outside quotation marks can be a finite verb.
    fn is_finite(&self, i: usize) -> bool {
        matches!(self.tags[i], Tag::Verb | Tag::Auxiliary) && self.p.quotation_at(i).is_none()
    }

    /// Content that goes on behind a group in the middle: "“One,” she said, “two.”"
    pub(super) fn resumes(&self, group: &Group, range: &Range<usize>) -> Option<Range<usize>> {
        let start = group.tokens.end;
        let mut at = start;
        while at < range.end
            && matches!(self.tags[at], Tag::Comma | Tag::Mark | Tag::Coordinator)
            && !matches!(self.p.lower(at), ".")
            && self.p.quotation_at(at).is_none()
        {
            at += 1;
        }
        if let Some(rest) = self.goes_on(group, range) {
            return Some(rest);
        }
        let quoted = at < range.end && self.p.quotation_at(at).is_some();
        let tail = quoted.then(|| {
            let q = self.p.quotation_at(at)?;
            // "she said on Quill’s “Harbour Talk”", "she told “Harbour Talk”": where, and not what.
            let led = matches!(self.tags[at - 1], Tag::Preposition | Tag::Possessive | Tag::Determiner);
            if led || at == start && self.has_title_case(q) {
                return None;
            }
            Some(at..self.p.token_at(self.p.quotations[q].outer.end))
        });
        tail.flatten().map(|r| self.trim(r)).filter(|r| !r.is_empty())
    }

    /// "The quay, she said, is safe because it is old": the clause around a cue between commas goes on behind it.
    fn goes_on(&self, group: &Group, range: &Range<usize>) -> Option<Range<usize>> {
        let (start, end) = (group.tokens.start, group.tokens.end);
        let comma = |i: usize| self.tags.get(i) == Some(&Tag::Comma) && self.p.quotation_at(i).is_none();
        let rest = end + 1..range.end;
        let enclosed = start > range.start && comma(start - 1) && comma(end) && rest.len() > 1;
        let goes_on = enclosed
            && !matches!(self.tags[rest.start], Tag::Gerund | Tag::Relative | Tag::Coordinator | Tag::Participle)
            && self.p.quotation_at(rest.start).is_none()
            && self.has_verb(&rest);
        let alone = || !self.cues().iter().any(|cue| rest.contains(&cue.tokens.start));
        (goes_on && alone()).then(|| self.trim(rest.clone())).filter(|r| !r.is_empty())
    }
}
