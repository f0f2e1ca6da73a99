//! Titles of works in quotation marks: "her memoir, “The Quay,”", "“The Quay,” a thriller about divers".

use crate::lexicon::Listed;
use crate::mention::{Scan, Tag};
use crate::text::{Case, TokenKind, Words};

use super::super::Statement;

/// What has a title.
static WORKS: Listed = Listed::new("title-works");

/// What tells that a title follows.
const TITLED: Words = Words::new("entitled headlined sang sings titled");

/// So many words of an apposition may stand before its noun.
const APPOSITION: usize = 5;

impl Scan<'_> {
    /// What is written or sung under a title, nobody says with it.
    pub(super) fn leave_out_titles(&self, statements: &mut Vec<Statement>) {
        for q in (0..self.p.quotations.len()).filter(|&q| self.is_title(q)) {
            let (start, end) = self.p.quotations[q].tokens;
            for statement in statements.iter_mut().filter(|s| s.quotations.contains(&q)) {
                // With its marks, and with what runs on behind them: the words are another's.
                statement.content.retain(|piece| !(start <= piece.start + 1 && piece.start < end));
                statement.quotations.retain(|&own| statement.content.iter().any(|c| self.covers(c, own)));
                statement.kind = self.kind(&statement.content, &statement.quotations);
            }
        }
        statements.retain(|s| !s.content.is_empty());
    }

    /// Whether the words around a quotation in title case tell what it is the title of.
    pub(in crate::attribution) fn is_title(&self, q: usize) -> bool {
        let quotation = &self.p.quotations[q];
        let (start, end) = quotation.tokens;
        let small = |i: usize| self.p.tokens[i].case == Case::Lower && self.p.lower(i).len() > 3;
        let words = || (start..end).filter(|&i| self.p.tokens[i].kind == TokenKind::Word);
        if words().next().is_none() || words().any(small) {
            return false;
        }
        let (open, behind) = (self.p.token_at(quotation.outer.start), self.p.token_at(quotation.outer.end));
        // "a song like “Quay,”".
        let before = (0..open).rev().find(|&i| self.tags[i] != Tag::Comma && !self.p.is(i, "like"));
        let noun = |i: usize| self.p.is_one(i, &WORKS);
        let named = |i: usize| noun(i) || self.p.is_one(i, &TITLED);
        let mut apposition =
            (behind + 1..behind + APPOSITION).take_while(|&i| self.tags.get(i).is_some_and(|tag| tag.is_nominal()));
        let article = self.p.is_one(behind, &const { Words::new("a an the his her their") });
        // "told the magazine “Quay,”", "who wrote “The Quay,”".
        let beside = open.checked_sub(1).is_some_and(|i| {
            self.p.is_one(i, &const { Words::new("magazine newspaper") })
                || self.p.is(i, "wrote") && i > 0 && self.p.is(i - 1, "who")
        });
        beside
            || before.is_some_and(named)
            || article && apposition.any(noun)
            || self.p.is(behind, "which") && words().count() > 1
    }
}
