//! Quotation marks around a name for a thing: "the “two quays” policy", "the term “slow lane”". The words were not spoken by whoever is
//! reported, so the report is no quotation.

use crate::lexicon::Listed;
use crate::mention::Scan;
use crate::text::Words;

use super::super::Statement;

/// Nouns for what bears a name in quotation marks, before or behind it.
static NAMED: Listed = Listed::new("term-named");

/// What stands between such a noun and the marks.
const JOINS: &[&str] = &["of", ",", "“", "\"", "‘", "'"];

impl Scan<'_> {
    /// Whether all that a report quotes are names for things.
    pub(super) fn is_term(&self, statement: &Statement) -> bool {
        !statement.quotations.is_empty() && statement.quotations.iter().all(|&q| self.is_name_for_a_thing(q))
    }

    fn is_name_for_a_thing(&self, quotation: usize) -> bool {
        let quotation = &self.p.quotations[quotation];
        let (open, behind) = (self.p.token_at(quotation.outer.start), self.p.token_at(quotation.outer.end));
        let noun = self.p.is_one(behind, &NAMED)
            && self.p.is_one(open.wrapping_sub(1), &const { Words::new("the its their a") });
        let before = (0..open).rev().find(|&i| !JOINS.contains(&self.p.lower(i)));
        let called = before.is_some_and(|i| {
            let known = self.p.is(i, "the") && i > 1 && self.p.is(i - 1, "as") && self.p.is(i - 2, "known");
            let known = known || self.p.is(i, "as") && i > 0 && self.p.is(i - 1, "known");
            self.p.is_one(i, &NAMED) || self.p.is(i, "so-called") || known
        });
        let (start, end) = quotation.tokens;
        (noun || called) && end - start <= 6
    }
}
