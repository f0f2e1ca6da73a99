//! "…, a claim that Vale denies": a noun for what was said before, and who stands to it.

use std::ops::Range;

use crate::mention::{Scan, Tag};
use crate::text::Words;

use super::super::Statement;

/// Words for what somebody said before: what the article tells of it is the article's.
const CLAIMS: Words =
    Words::new("accusation allegation assertion charge claim contention insinuation suggestion characterization");

/// Other words for what somebody said, of which he may go on to tell himself: "a figure that includes the crew".
const TOLD: Words = Words::new("account decision estimate explanation figure number something story version view");

impl Scan<'_> {
    /// "…, a claim that she denies".
    pub(super) fn tells_of_claim(&self, article: usize) -> bool {
        let parted = matches!(self.tags[article - 1], Tag::Comma | Tag::Quote);
        let first = article + usize::from(self.p.lower(article) != "something");
        let noun = (first..first + 3).find(|&i| self.tags.get(i).is_none_or(|tag| *tag != Tag::Adjective));
        let reported = |i: usize| {
            let start = i + 1 + usize::from(matches!(self.p.lower(i + 1), "that" | "which"));
            self.is_reported(start, self.tags.len())
        };
        parted && noun.is_some_and(|i| self.p.is_one(i, &CLAIMS) || self.p.is_one(i, &TOLD) && reported(i))
    }

    /// "Quill said it leaks, a claim that Vale denies": he denies what she said. What is not denied, nobody says.
    pub(super) fn settle_claims(&self, statements: &mut Vec<Statement>) {
        let claim = |s: &Statement| {
            let (source, cue) = (&s.source.as_ref()?.phrase.tokens, s.cue.as_ref()?.tokens.start);
            let before = source.start.checked_sub(1)?;
            if (source.end..cue).any(|i| self.tags[i] == Tag::Comma) {
                return None;
            }
            let noun = before - usize::from(before > 0 && matches!(self.p.lower(before), "that" | "which"));
            let word = self.p.lower(noun);
            let comma =
                (noun.saturating_sub(3)..=noun).rev().find(|&i| matches!(self.tags[i], Tag::Comma | Tag::Mark))?;
            (CLAIMS.contains(word) || TOLD.contains(word)).then_some(comma)
        };
        let claims: Vec<Option<usize>> = statements.iter().map(claim).collect();
        for (at, comma) in claims.iter().enumerate().filter_map(|(at, comma)| Some((at, (*comma)?))) {
            let ends = |c: &Range<usize>| (comma.saturating_sub(2)..=comma).contains(&c.end);
            let others = || statements.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, s)| s);
            let mut told = others().filter(|other| other.content.last().is_some_and(ends));
            let told = told.clone().find(|s| s.source.is_some()).or_else(|| told.find(|s| s.cue.is_some())).cloned();
            let Some(told) = told else { continue };
            let cue = statements[at].cue.as_ref().map_or(0, |cue| cue.tokens.start);
            let said = cue == 0 || !(comma..cue).any(|i| self.tags[i] == Tag::Negation);
            let statement = &mut statements[at];
            statement.content = if said { told.content } else { Vec::new() };
            statement.quotations = told.quotations;
            statement.kind = self.kind(&statement.content, &statement.quotations);
        }
        statements.retain(|s| !s.content.is_empty());
    }
}
