//! "…, a claim that Vale denies": a noun for what was said before, and who stands to it.

use std::ops::Range;

use crate::lexicon::VerbClass;
use crate::mention::{Scan, Tag};
use crate::text::Words;

use super::super::Statement;

/// Words for what somebody said before: what the article tells of it is the article's.
const CLAIMS: Words =
    Words::new("accusation allegation assertion charge claim contention insinuation suggestion characterization");

/// Other words for what somebody said, of which he may go on to tell himself: "a figure that includes the crew".
const TOLD: Words =
    Words::new("account date decision estimate explanation figure number price something story sum version view");

impl Scan<'_> {
    /// "…, a claim that she denies".
    pub(super) fn tells_of_claim(&self, article: usize) -> bool {
        let parted = matches!(self.p.lower(article), "a" | "an" | "something")
            && matches!(self.tags[article - 1], Tag::Comma | Tag::Quote);
        let first = article + usize::from(self.p.lower(article) != "something");
        let noun = (first..first + 3).find(|&i| self.tags.get(i).is_none_or(|tag| *tag != Tag::Adjective));
        let reported = |i: usize| {
            let start = i + 1 + usize::from(matches!(self.p.lower(i + 1), "that" | "which"));
            // "a figure that she says will rise": she may go on.
            let (thing, herself) = (self.p.is_one(i, &TOLD), self.tags.get(start) == Some(&Tag::Pronoun));
            self.report(start, self.tags.len()).is_some_and(|class| {
                class.is_utterance() && (thing || !herself) || class == VerbClass::Belief && !herself
            })
        };
        parted && noun.is_some_and(|i| self.p.is_one(i, &CLAIMS) || self.tags[i] == Tag::Noun && reported(i))
    }

    /// "Quill said it leaks, a claim that Vale denies": he denies what she said. What is not denied, nobody says. "a claim that Vale says is
    /// false" is followed by what he says.
    pub(super) fn settle_claims(&self, statements: &mut Vec<Statement>) {
        let claim = |s: &Statement| {
            let (source, cue) = (&s.source.as_ref()?.phrase.tokens, s.cue.as_ref()?.tokens.start);
            let before = source.start.checked_sub(1)?;
            if (source.end..cue).any(|i| self.tags[i] == Tag::Comma) {
                return None;
            }
            let noun = before - usize::from(before > 0 && matches!(self.p.lower(before), "that" | "which"));
            let comma =
                (noun.saturating_sub(3)..=noun).rev().find(|&i| matches!(self.tags[i], Tag::Comma | Tag::Mark))?;
            let word = self.p.lower(noun);
            let listed = CLAIMS.contains(word) || TOLD.contains(word);
            (listed || matches!(self.p.lower(comma + 1), "a" | "an")).then_some((comma, listed))
        };
        let claims: Vec<_> = statements.iter().map(claim).collect();
        for (at, (comma, listed)) in claims.into_iter().enumerate().filter_map(|(at, claim)| Some((at, claim?))) {
            let ends = |c: &Range<usize>| (comma.saturating_sub(2)..=comma).contains(&c.end);
            let others = || statements.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, s)| s);
            let mut told = others().filter(|other| other.content.last().is_some_and(ends));
            let told = told.clone().find(|s| s.source.is_some()).or_else(|| told.find(|s| s.cue.is_some())).cloned();
            let Some(told) = told else { continue };
            let cue = statements[at].cue.as_ref().map_or(0..0, |cue| cue.tokens.clone());
            let said = cue.start == 0 || !(comma..cue.start).any(|i| self.tags[i] == Tag::Negation);
            let verb = matches!(self.tags.get(cue.end), Some(Tag::Auxiliary | Tag::Verb));
            if !listed && !verb {
                continue;
            }
            let statement = &mut statements[at];
            let naming = statement.cue.as_ref().is_some_and(|cue| cue.act.class() == VerbClass::Naming);
            let quoted = |c: &Range<usize>| self.p.is(c.start, "as") || self.p.quotation_at(c.start).is_some();
            statement.content.retain(|c| c.start >= cue.end && quoted(c));
            if statement.content.is_empty() && (naming || verb) {
                let ends =
                    |&i: &usize| matches!(self.tags[i], Tag::Comma | Tag::Mark) && self.p.quotation_at(i).is_none();
                let end = (cue.end..self.tags.len()).find(ends).unwrap_or(self.tags.len());
                statement.content.push(cue.end..end);
            } else if said && statement.content.is_empty() {
                statement.content = told.content;
            }
            statement.quotations = self.quotations_in(&statement.content);
            statement.kind = self.kind(&statement.content, &statement.quotations);
        }
        statements.retain(|s| !s.content.is_empty());
    }
}
