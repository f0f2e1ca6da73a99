//! Statements: what one paragraph says about who says what, before anything outside it is looked at.
//!
//! A cue with its source makes a group (`group`, `extent`); its content follows (`ahead`) or stands before it (`behind`);
//! quotations that no cue reached come last (`unclaimed`).

use std::ops::Range;

use crate::lexicon::VerbClass;
use crate::mention::{Scan, Source, Tag};
use crate::report::AttributionKind;
use crate::text::{ByteSpan, Paragraph, TokenKind, Words};

use super::cue::{Act, Cue};
use super::frame::frames;
use super::group::Group;

/// One attribution inside its paragraph. Spans count bytes of the paragraph, ranges its tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Whether the words are quoted.
    pub kind: AttributionKind,
    /// What is said, as ranges of tokens; quotation marks at the borders are cut off by [`Statement::pieces`].
    pub content: Vec<Range<usize>>,
    /// The quotations that belong to it.
    pub quotations: Vec<usize>,
    /// The cue; none where only the discourse tells the speaker.
    pub cue: Option<Cue>,
    /// The source beside the cue.
    pub source: Option<Source>,
    /// Where or through what it was said.
    pub medium: Option<ByteSpan>,
    /// The frame in which the cue stands, or the quotation begins.
    pub frame: usize,
}

impl Statement {
    /// From the first word of cue and source to the last; none where there are not both.
    pub(super) fn group(&self) -> Option<Range<usize>> {
        let (cue, source) = (&self.cue.as_ref()?.tokens, &self.source.as_ref()?.phrase.tokens);
        Some(cue.start.min(source.start)..cue.end.max(source.end))
    }
}

impl Scan<'_> {
    /// All statements of the paragraph, in the order of their content.
    pub fn statements(&self) -> Vec<Statement> {
        let frames = frames(self.p);
        let groups = self.groups(&frames);
        let mut out: Vec<Statement> = Vec::new();
        for (index, group) in groups.iter().enumerate() {
            // What stands inside words whose opening mark was lost is the speaker's, not the article's.
            let inside = out.iter().any(|s: &Statement| {
                s.quotations.iter().any(|&q| !self.p.quotations[q].opened)
                    && s.content.iter().any(|c| c.contains(&group.cue.tokens.start))
            });
            if !inside {
                out.extend(self.statement(group, &groups, index, &frames));
            }
        }
        self.claim_quotations(&mut out, &frames);
        in_order(&mut out);
        out
    }

    /// Builds the statement of one cue.
    fn statement(&self, group: &Group, groups: &[Group], index: usize, frames: &[Range<usize>]) -> Option<Statement> {
        let range = frames[group.frame].clone();
        if let Some(statement) = self.damaged(group, &range) {
            return Some(statement);
        }
        let mut content: Vec<Range<usize>> = Vec::new();
        let ahead = self.content_ahead(group, groups, index, &range);
        let behind = self.content_behind(group, groups, index, frames, ahead.as_ref());
        if let Some(behind) = behind {
            let resumes = self.resumes(group, &range);
            content.push(behind);
            // "“One,” she said, “two.”"
            content.extend(resumes);
        } else {
            content.push(ahead?);
        }
        let quotations = self.quotations_in(&content);
        let kind = self.kind(&content, &quotations);
        Some(Statement {
            kind,
            content,
            quotations,
            cue: Some(group.cue.clone()),
            source: group.source.clone(),
            medium: group.medium,
            frame: group.frame,
        })
    }

    /// "Quill wrote on I don’t know.”": the opening mark was lost behind the cue, and whatever named the medium with it.
    fn damaged(&self, group: &Group, range: &Range<usize>) -> Option<Statement> {
        let cue = &group.cue;
        let utters = matches!(
            cue.act,
            Act::Verb { class: VerbClass::Speech | VerbClass::Manner | VerbClass::Assertion, gerund: false, .. }
        );
        let q = self.p.quotations.iter().position(|q| {
            !q.opened && (q.tokens.0..q.tokens.1).contains(&cue.tokens.start) && q.tokens.0 >= range.start
        })?;
        let end = self.p.quotations[q].tokens.1;
        let mut start = group.tokens.end;
        while start < end && matches!(self.tags[start], Tag::Preposition | Tag::Comma | Tag::Mark) {
            start += 1;
        }
        let words = start < end && utters && !group.inverted;
        words.then(|| Statement {
            kind: AttributionKind::Direct,
            content: std::iter::once(start..end).collect(),
            quotations: vec![q],
            cue: Some(cue.clone()),
            source: group.source.clone(),
            medium: None,
            frame: group.frame,
        })
    }

    pub(super) fn covers(&self, content: &Range<usize>, quotation: usize) -> bool {
        let (start, end) = self.p.quotations[quotation].tokens;
        start < content.end && content.start < end
    }

    /// The quotations that a content has words of.
    pub(super) fn quotations_in(&self, content: &[Range<usize>]) -> Vec<usize> {
        (0..self.p.quotations.len()).filter(|&q| content.iter().any(|c| self.covers(c, q))).collect()
    }

    pub(super) fn kind(&self, content: &[Range<usize>], quotations: &[usize]) -> AttributionKind {
        if quotations.is_empty() {
            return AttributionKind::Indirect;
        }
        let outside = content.iter().flat_map(Clone::clone).any(|i| {
            self.p.quotation_at(i).is_none()
                && !matches!(self.tags[i], Tag::Comma | Tag::Mark | Tag::Quote | Tag::Coordinator)
        });
        if outside { AttributionKind::Mixed } else { AttributionKind::Direct }
    }

    /// Whether words can have a finite verb.
    pub(super) fn has_verb(&self, range: &Range<usize>) -> bool {
        range.clone().any(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary))
    }

    /// Cuts marks and conjunctions off both ends of a content.
    pub(super) fn trim(&self, range: Range<usize>) -> Range<usize> {
        let (mut start, mut end) = (range.start, range.end.min(self.tags.len()));
        while start < end
            && matches!(self.tags[start], Tag::Comma | Tag::Mark | Tag::Coordinator)
            && !self.p.is_one(start, &const { Words::new("( [ $ € £") })
            && self.p.quotation_at(start).is_none()
        {
            start += 1;
        }
        while end > start
            && (matches!(self.tags[end - 1], Tag::Comma)
                || (self.tags[end - 1] == Tag::Mark && !matches!(self.p.lower(end - 1), ")" | "]" | "%"))
                || self.p.is_one(end - 1, &const { Words::new("and but or nor") }))
            && self.p.quotation_at(end - 1).is_none()
        {
            end -= 1;
        }
        // A bracket that opens outside the content.
        let opened = (start..end).filter(|&i| self.p.is(i, "(")).count();
        let closed = (start..end).filter(|&i| self.p.is(i, ")")).count();
        if closed > opened && end > start && self.p.is(end - 1, ")") {
            end -= 1;
            while end > start && matches!(self.tags[end - 1], Tag::Comma | Tag::Mark) {
                end -= 1;
            }
        }
        start..end
    }
}

impl Statement {
    /// Whether token `i` stands in the cue.
    pub fn is_cued(&self, i: usize) -> bool {
        self.cue.as_ref().is_some_and(|cue| cue.tokens.contains(&i))
    }

    /// The spans of the content in its paragraph, quotation marks and white space at their borders cut off.
    pub fn pieces(&self, p: &Paragraph) -> Vec<ByteSpan> {
        // A mark between the quotation's own ones is another quotation's inside it, and stays.
        let inside = |i: usize| {
            p.quotation_at(i).is_some_and(|q| (p.quotations[q].tokens.0..p.quotations[q].tokens.1).contains(&i))
        };
        let is_quote = |i: usize| p.tokens[i].kind == TokenKind::Quote && !inside(i);
        let piece = |range: &Range<usize>| {
            let mut range = behind_time(p, range)..range.end;
            while range.start < range.end && is_quote(range.start) {
                range.start += 1;
            }
            while range.start < range.end && is_quote(range.end - 1) && !opens_inside(p, &range) {
                range.end -= 1;
            }
            let span = p.span(&range);
            (!span.of(p.text()).trim().is_empty()).then_some(span)
        };
        self.content.iter().filter_map(piece).collect()
    }
}

/// "16:48 - School is closed": where the words begin behind the time with which an entry of a live blog begins.
fn behind_time(p: &Paragraph, range: &Range<usize>) -> usize {
    let number = |i: usize| p.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
    let (first, mark) = (range.start, p.lower(range.start + 1));
    if !number(first) || !matches!(mark, ":" | ".") || !number(first + 2) {
        return first;
    }
    let zone = |word: &str| const { Words::new("am pm a.m. p.m. gmt bst utc et est edt pt") }.contains(word);
    let at = (first + 3..range.end).find(|&i| !zone(p.lower(i))).unwrap_or(range.end);
    let parted = at < range.end && p.is_one(at, &const { Words::new("- – — : |") });
    if parted { at + 1 } else { first }
}

/// Whether the quotation that ends a content began inside it, so that its closing mark stays.
fn opens_inside(p: &Paragraph, range: &Range<usize>) -> bool {
    p.quotation_at(range.end - 1).is_some_and(|q| p.token_at(p.quotations[q].outer.start) > range.start)
}

/// Puts statements in the order of their words.
pub(super) fn in_order(statements: &mut [Statement]) {
    statements.sort_by_key(|s| s.content.first().map_or(0, |c| c.start));
}
