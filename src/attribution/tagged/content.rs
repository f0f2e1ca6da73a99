//! The content of a tagged cue: which pieces are one content, and where each begins and ends.

use std::ops::Range;

use crate::mention::{DATELINE, Scan, Tag};
use crate::report::AttributionKind;
use crate::text::{Case, TokenKind, Words};

use super::super::Statement;
use super::overlap;

/// So many words can stand between two quotations of one statement beside its cue and source.
const ASIDE: usize = 8;

impl Scan<'_> {
    /// Where a cue reports words of its own sentence, plain words of another one are not reported with them.
    pub(super) fn keep_to_frame(&self, content: &mut Vec<Range<usize>>, frame: &Range<usize>) {
        if content.iter().any(|piece| overlap(piece, frame) > 0) {
            content.retain(|piece| overlap(piece, frame) > 0 || self.p.quotation_at(piece.start).is_some());
            // "until 9 p.m. | The board": what the tagger takes for one clause may be the ends of two.
            // "Quill said she never “met him.” | They left": the words behind another cue of the sentence before.
            let others =
                |c: &Range<usize>| c.contains(&frame.start) && c.start > 0 && self.is_utterance_verb(c.start - 1);
            let plain = |c: &Range<usize>| self.is_unquoted(c.clone()) || others(c);
            for piece in content.iter_mut().filter(|piece| plain(piece)) {
                *piece = piece.start.max(frame.start)..piece.end.min(frame.end);
            }
        } else {
            // "did not respond. She left “to rest”".
            content.retain(|piece| piece.end <= frame.start || self.p.quotation_at(piece.start).is_some());
        }
    }

    /// Whether the rules gave the quoted words of a piece to somebody by another cue, or saw that nobody says them.
    pub(super) fn is_anothers(&self, piece: &Range<usize>, cue: &Range<usize>, rules: &[Statement]) -> bool {
        let claimed = |rule: &&Statement| rule.content.iter().any(|c| c.start <= piece.start && piece.end <= c.end);
        let quoted = rules.iter().filter(|rule| rule.kind != AttributionKind::Indirect);
        let other =
            |rule: &Statement| rule.source.is_some() && rule.cue.as_ref().is_some_and(|c| overlap(&c.tokens, cue) == 0);
        let claims: Vec<&Statement> = quoted.filter(claimed).collect();
        // The nearest claim decides: "“It leaks,” she said, the lawyers said."
        if let Some(least) = claims.iter().map(|rule| length(rule)).min() {
            return claims.iter().filter(|rule| length(rule) == least).all(|rule| other(rule));
        }
        (0..self.p.quotations.len()).any(|q| {
            let (start, end) = self.p.quotations[q].tokens;
            let words = |range: &Range<usize>| range.clone().filter(|&i| self.is_word(i)).count();
            let both = start.max(piece.start)..end.min(piece.end);
            words(&both) > 0 && words(&both) * 3 >= words(piece) && self.is_label(q)
        })
    }

    /// The pieces that can be one content: quoted ones, and of the others the nearest to the cue with those from which
    /// nothing but the cue, its source and marks part it. A further one belongs to a cue that was not found.
    pub(super) fn adjoining(&self, mut pieces: Vec<Range<usize>>, mut kept: Vec<Range<usize>>) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        while !pieces.is_empty() {
            let gap = |piece: &Range<usize>| {
                let gaps = kept.iter().map(|k| {
                    let between = if k.end <= piece.start { k.end..piece.start } else { piece.end..k.start };
                    // "The ferry | reportedly | failed".
                    between
                        .filter(|&i| {
                            self.is_word(i) && self.tags[i] != Tag::Adverb && !kept.iter().any(|k| k.contains(&i))
                        })
                        .count()
                });
                gaps.min().unwrap_or(0)
            };
            let (nearest, distance) =
                pieces.iter().map(gap).enumerate().min_by_key(|&(_, gap)| gap).unwrap_or_default();
            let piece = pieces.remove(nearest);
            // "“It holds,” she told the crew on Monday. “We sail.”" However long the first sentence is, the second one can go on.
            let goes_on = self.p.quotation_at(piece.start).is_some()
                && (distance <= ASIDE || self.p.begins_sentence(piece.start))
                && out.iter().all(|before: &Range<usize>| before.end <= piece.start);
            if out.is_empty() || goes_on || distance == 0 {
                kept.push(piece.clone());
                out.push(piece);
            }
        }
        super::in_order(&mut out);
        out
    }

    /// A content that is one quotation, give or take its marks, is cut to these; empty ones go.
    pub(super) fn cut(&self, content: Range<usize>) -> Option<Range<usize>> {
        let content = self.trim(content);
        for quotation in &self.p.quotations {
            let inner = quotation.tokens.0..quotation.tokens.1;
            let both = overlap(&inner, &content);
            let outside = content.clone().filter(|i| !inner.contains(i)).filter(|&i| self.is_word(i)).count();
            let missed = inner.clone().filter(|i| !content.contains(i)).filter(|&i| self.is_word(i)).count();
            if both > 0 && outside == 0 && missed * 4 <= inner.len() {
                return Some(inner);
            }
        }
        content.clone().any(|i| self.is_word(i)).then_some(content)
    }

    /// "PORT VELL, May 2 (Vell News) -- The quay …": where the report begins behind the place, date and agency that open it; 0
    /// where none do.
    fn behind_dateline(&self) -> usize {
        let is_dash = |&i: &usize| self.p.is_one(i, &const { Words::new("-- - – —") });
        let Some(dash) = (1..self.tags.len().min(DATELINE)).find(is_dash) else { return 0 };
        let place = self.p.tokens[0].case == Case::Upper && self.p.lower(0).len() > 2;
        let plain = |i: usize| !self.is_word(i) || self.p.tokens[i].case != Case::Lower || self.tags[i] == Tag::Number;
        let opens = place && (0..dash).all(plain) && self.p.quotation_at(dash).is_none();
        (dash..self.tags.len()).find(|i| opens && !is_dash(i)).unwrap_or(0)
    }

    /// Where and when an article was written is no part of what is said.
    pub(super) fn leave_out_dateline(&self, statements: &mut [Statement]) {
        let behind = self.behind_dateline();
        for statement in statements.iter_mut().filter(|s| s.cue.as_ref().is_some_and(|cue| cue.tokens.start > behind)) {
            statement.content.retain(|piece| piece.end > behind);
            for piece in statement.content.iter_mut().filter(|piece| piece.start < behind && behind < piece.end) {
                piece.start = behind;
            }
        }
    }

    pub(super) fn is_word(&self, i: usize) -> bool {
        matches!(self.p.tokens[i].kind, TokenKind::Word | TokenKind::Number)
    }

    /// A range from its first word to its last, with the bracket that closes one opened between them; none where there is no word.
    pub(super) fn words(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let first = range.clone().find(|&i| self.is_word(i))?;
        let end = range.clone().rev().find(|&i| self.is_word(i))? + 1;
        let count = |mark| (first..end).filter(|&i| self.p.lower(i) == mark).count();
        let closes = end < self.p.tokens.len() && self.p.is(end, ")") && count("(") > count(")");
        Some(first..end + usize::from(closes))
    }
}

/// How many tokens a statement's content has.
fn length(statement: &Statement) -> usize {
    statement.content.iter().map(ExactSizeIterator::len).sum()
}
