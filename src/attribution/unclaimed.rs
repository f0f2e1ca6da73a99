//! Quotations that no cue reached: they go on with the statement before, or stand alone.

use std::ops::Range;

use crate::mention::Scan;
use crate::report::AttributionKind;

use super::statement::Statement;

impl Scan<'_> {
    /// Gives every quotation that no cue reached a statement of its own, or adds it to the one before.
    pub(super) fn claim_quotations(&self, statements: &mut Vec<Statement>, frames: &[Range<usize>]) {
        for q in 0..self.p.quotations.len() {
            if statements.iter().any(|s| s.quotations.contains(&q)) {
                continue;
            }
            let quotation = &self.p.quotations[q];
            let tokens = quotation.tokens.0..quotation.tokens.1;
            // Its opening mark was lost in a sentence that has a cue: no telling what the mark closes.
            if !quotation.opened
                && statements.iter().any(|s| s.cue.as_ref().is_some_and(|c| tokens.contains(&c.tokens.start)))
            {
                continue;
            }
            // Opened twice: what stands before the second mark belongs to what stands behind it.
            if let Some(next) = self.reopened(q)
                && let Some(s) = statements.iter_mut().find(|s| s.quotations.contains(&next))
            {
                s.content.insert(0, tokens);
                s.quotations.insert(0, q);
                continue;
            }
            if tokens.is_empty() || !self.is_utterance(q) {
                continue;
            }
            let outer = self.p.token_at(quotation.outer.start);
            let frame = frames.partition_point(|f| f.end <= outer).min(frames.len().saturating_sub(1));
            // "“One,” she said. “Two.”": goes on where the statement before it in this paragraph was quoted too.
            let before = statements
                .iter_mut()
                .filter(|s| s.content.iter().all(|c| c.end <= outer + 1))
                .max_by_key(|s| s.content.last().map_or(0, |c| c.end).max(s.cue.as_ref().map_or(0, |c| c.tokens.end)));
            match before {
                Some(s) if s.kind == AttributionKind::Direct && adjoins(s, outer, frames) => {
                    s.content.push(tokens);
                    s.quotations.push(q);
                }
                Some(s) => {
                    let (source, medium) = (s.source.clone(), s.medium);
                    statements.push(Statement {
                        kind: AttributionKind::Direct,
                        content: vec![tokens],
                        quotations: vec![q],
                        cue: None,
                        source,
                        medium,
                        frame,
                    });
                }
                None => statements.push(Statement {
                    kind: AttributionKind::Direct,
                    content: vec![tokens],
                    quotations: vec![q],
                    cue: None,
                    source: None,
                    medium: None,
                    frame,
                }),
            }
        }
    }

    /// The quotation that opens right where this one was left unclosed.
    pub(super) fn reopened(&self, q: usize) -> Option<usize> {
        let here = &self.p.quotations[q];
        let next = self.p.quotations.get(q + 1)?;
        (!here.closed && self.p.token_at(next.outer.start) == here.tokens.1).then_some(q + 1)
    }

    /// Whether a quotation without a cue is somebody's words: it fills a sentence of its own.
    pub(super) fn is_utterance(&self, q: usize) -> bool {
        let quotation = &self.p.quotations[q];
        let (start, end) = quotation.tokens;
        let outer_start = self.p.token_at(quotation.outer.start);
        let opens_sentence = outer_start == 0
            || matches!(self.p.lower(outer_start - 1), "." | "?" | "!" | ":" | "—" | "–")
            || self.p.quotation_at(outer_start - 1).is_some_and(|o| o != q)
            || self.p.sentences.iter().any(|s| s.start == outer_start)
            || !quotation.opened;
        let last = self.p.lower(end.saturating_sub(1));
        let full = matches!(last, "." | "?" | "!" | "…" | "..." | "," | "—") || !quotation.closed;
        let whole_paragraph =
            outer_start == 0 && (!quotation.closed || self.p.token_at(quotation.outer.end) >= self.tags.len());
        opens_sentence && (full || whole_paragraph) && end - start >= 2
    }
}

/// Whether nothing but the cue's own sentence stands between a statement and a quotation at token `outer`.
fn adjoins(statement: &Statement, outer: usize, frames: &[Range<usize>]) -> bool {
    let end = statement.content.last().map_or(0, |c| c.end).max(statement.cue.as_ref().map_or(0, |c| c.tokens.end));
    let frame_of = |i: usize| frames.partition_point(|f| f.end <= i);
    frame_of(outer) <= frame_of(end.saturating_sub(1)) + 1
}
