//! Quotations that no cue reached: they go on with the statement before, or stand alone.

mod turn;

use std::ops::Range;

use crate::lexicon::Listed;
use crate::mention::{Scan, Tag};
use crate::report::AttributionKind;
use crate::text::{Case, TokenKind, Words};

use super::cue::{Act, Cue};
use super::frame::frame_at;
use super::statement::Statement;

impl Scan<'_> {
    /// Gives every quotation that no cue reached a statement of its own, or adds it to the one before.
    pub(super) fn claim_quotations(&self, statements: &mut Vec<Statement>, frames: &[Range<usize>]) {
        statements.extend(self.turn());
        for q in 0..self.p.quotations.len() {
            if statements.iter().any(|s| s.quotations.contains(&q) && !s.is_turn(self)) {
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
            if tokens.is_empty() || self.is_label(q) {
                continue;
            }
            if !self.is_utterance(q) {
                statements.extend(self.echo(q, frames));
                continue;
            }
            let outer = self.p.token_at(quotation.outer.start);
            let frame = frame_at(frames, outer).min(frames.len().saturating_sub(1));
            let closing = || self.signed(q).or_else(|| self.closing(q));
            if let Some(source) = closing().or_else(|| self.announcing(q, frames.get(frame)?)) {
                statements.push(Statement {
                    kind: AttributionKind::Direct,
                    content: vec![tokens],
                    quotations: vec![q],
                    cue: None,
                    source: Some(source),
                    medium: None,
                    frame,
                });
                continue;
            }
            // "A sign warned: “Keep out.”": what the words before a colon bring in does not go on with what stands before them.
            let colon = outer.checked_sub(1).filter(|&i| self.p.is(i, ":") && self.p.quotation_at(i).is_none());
            let announced = colon.is_some_and(|colon| colon > frames.get(frame).map_or(0, |f| f.start));
            // "“One,” she said. “Two.”": goes on where the statement before it in this paragraph was quoted too.
            let before = (0..statements.len())
                .filter(|&i| !announced && !statements[i].is_turn(self) && !is_relayed(i, statements))
                .filter(|&i| {
                    !self.is_gapped(&statements[i]) && statements[i].content.iter().all(|c| c.end <= outer + 1)
                })
                .max_by_key(|&i| end(&statements[i]));
            match before {
                Some(i) if goes_on(i, statements) && adjoins(&statements[i], outer, frames) => {
                    statements[i].content.push(tokens);
                    statements[i].quotations.push(q);
                }
                Some(i) => {
                    let between = frame.checked_sub(1).map(|f| &frames[f]).filter(|f| f.start >= end(&statements[i]));
                    let turned = between.and_then(|between| self.turned_to(between));
                    let medium = statements[i].medium.filter(|_| turned.is_none());
                    let source = turned.or_else(|| statements[i].source.clone());
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
                    cue: colon.filter(|_| announced).map(|i| Cue { tokens: i..i + 1, act: Act::Content }),
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
    pub(crate) fn is_utterance(&self, q: usize) -> bool {
        let quotation = &self.p.quotations[q];
        let (start, end) = quotation.tokens;
        let outer_start = self.p.token_at(quotation.outer.start);
        let opens_sentence = outer_start == 0
            || self.p.is_one(outer_start - 1, &const { Words::new(". ? ! : — –") })
            || self.p.quotation_at(outer_start - 1).is_some_and(|o| o != q)
            || self.p.begins_sentence(outer_start)
            || !quotation.opened;
        // "… ‘do it.’” ends like a sentence, too.
        let last = (start..end).rev().find(|&i| self.tags[i] != Tag::Quote).map_or("", |i| self.p.lower(i));
        let full = const { Words::new(". ? ! … ... , —") }.contains(last) || !quotation.closed;
        // "“We never sleep”: how the harbour works at night" is a headline.
        let headline = outer_start == 0 && quotation.closed && self.p.is(self.behind(q), ":");
        opens_sentence && full && !headline && end - start >= 2 && !self.is_heading(q)
    }

    /// "“The Quay and Its Cranes.”", alone in its paragraph: a title of what follows.
    fn is_heading(&self, q: usize) -> bool {
        let alone = self.p.token_at(self.p.quotations[q].outer.start) == 0 && self.behind(q) == self.p.tokens.len();
        alone && self.has_title_case(q)
    }

    /// Whether a quotation is written as titles are, all but its small words with capitals.
    pub(super) fn has_title_case(&self, q: usize) -> bool {
        let (start, end) = self.p.quotations[q].tokens;
        let words = || (start..end).filter(|&i| self.p.tokens[i].kind == TokenKind::Word);
        let has = |i: usize, case| self.p.tokens[i].case == case;
        // Small words stay small in a title.
        let small = |i: usize| has(i, Case::Lower) && self.p.lower(i).len() > 3;
        !words().any(small) && words().skip(1).filter(|&i| has(i, Case::Title)).count() > 1
    }

    /// The first token behind a quotation.
    fn behind(&self, q: usize) -> usize {
        self.p.token_at(self.p.quotations[q].outer.end)
    }

    /// "The slogan? “Boats first.”", "a sign that reads ‘NO ENTRY’": words that stand somewhere, and nobody says them.
    pub(super) fn is_label(&self, q: usize) -> bool {
        let quotation = &self.p.quotations[q];
        let (start, end) = quotation.tokens;
        let shouted = end - start < 6
            && (start..end).all(|i| self.p.tokens[i].kind != TokenKind::Word || self.p.tokens[i].case == Case::Upper)
            && (start..end).any(|i| self.p.word(i).chars().count() > 2);
        let open = self.p.token_at(quotation.outer.start);
        let noun = (0..open).rev().take(3).find(|&i| !matches!(self.tags[i], Tag::Mark | Tag::Comma));
        shouted || noun.is_some_and(|i| self.p.is_one(i, &LABELS))
    }

    /// A quotation that is no statement by itself, a heading or words taken up again: a statement without cue and source
    /// that stands only where the article has somebody say the same elsewhere.
    fn echo(&self, q: usize, frames: &[Range<usize>]) -> Option<Statement> {
        let quotation = &self.p.quotations[q];
        let (start, end) = quotation.tokens;
        let open = self.p.token_at(quotation.outer.start);
        let words = (start..end).filter(|&i| self.p.tokens[i].kind == TokenKind::Word).count();
        let numbered = (0..open).all(|i| matches!(self.tags[i], Tag::Number | Tag::Mark));
        let heading = numbered && (self.behind(q) >= self.tags.len() || self.p.is(self.behind(q), ":"));
        let frame = frame_at(frames, open).min(frames.len().saturating_sub(1));
        let content = std::iter::once(start..end).collect();
        (words >= if heading { 3 } else { 5 }).then_some(Statement {
            kind: AttributionKind::Direct,
            content,
            quotations: vec![q],
            cue: None,
            source: None,
            medium: None,
            frame,
        })
    }
}

/// Nouns for words that stand somewhere.
static LABELS: Listed = Listed::new("unclaimed-labels");

/// Whether a quotation in the next sentence can go on with a statement: where that was quoted too, and not behind a participle
/// ("…, she said, adding that it “leaks.” “We sail.”"), whose sentence has another cue, nor where another has the same words.
fn goes_on(at: usize, statements: &[Statement]) -> bool {
    let statement = &statements[at];
    let participle = statement.cue.as_ref().is_some_and(|cue| matches!(cue.act, Act::Verb { gerund: true, .. }));
    let shares = |a: &Range<usize>| statement.content.iter().any(|b| a.start < b.end && b.start < a.end);
    let alone = || statements.iter().enumerate().all(|(i, s)| i == at || !s.content.iter().any(shares));
    statement.kind == AttributionKind::Direct || statement.kind == AttributionKind::Mixed && !participle && alone()
}

/// "“It leaks,” Quill said, per the Courier. “We sail.”": the paper only tells what she says.
fn is_relayed(at: usize, statements: &[Statement]) -> bool {
    let source = |s: &Statement| s.cue.as_ref().is_some_and(|cue| cue.act == Act::Source);
    let quoted = |s: &&Statement| s.frame == statements[at].frame && s.kind == AttributionKind::Direct && !source(s);
    source(&statements[at]) && statements.iter().any(|s| quoted(&s))
}

/// Behind the last token of a statement, cue included.
fn end(statement: &Statement) -> usize {
    statement.content.last().map_or(0, |c| c.end).max(statement.cue.as_ref().map_or(0, |c| c.tokens.end))
}

/// Whether nothing but the cue's own sentence stands between a statement and a quotation at token `outer`.
fn adjoins(statement: &Statement, outer: usize, frames: &[Range<usize>]) -> bool {
    let frame_of = |i: usize| frame_at(frames, i);
    frame_of(outer) <= frame_of(end(statement).saturating_sub(1)) + 1
}
