//! "“One,” Quill said, referring to the tide, “two.”", "The quay, Quill said, “will hold”": a quotation that goes on behind an aside or a
//! cue.

use std::ops::Range;

use crate::mention::{Scan, Tag};
use crate::report::AttributionKind;

use super::super::Statement;
use super::super::frame::frame_at;

impl Scan<'_> {
    /// Gives each quotation that begins in the middle of a sentence, behind a comma, to the statement whose own ended at a comma
    /// there, and takes it from the cues between them.
    pub(super) fn resume(&self, statements: &mut Vec<Statement>, frames: &[Range<usize>]) {
        for q in (0..self.p.quotations.len()).filter(|&q| self.continues(q)) {
            let open = self.p.token_at(self.p.quotations[q].outer.start);
            // "“One,” she said, adding, “two.”": the cue right before it has its own words.
            let own = |s: &Statement| s.cue.as_ref().is_some_and(|cue| cue.tokens.end + 1 == open);
            let Some(whose) = statements.iter().position(|s| self.breaks_off(s, open)) else {
                self.begin_before(statements, (q, open), frames);
                continue;
            };
            if statements.iter().any(own) {
                continue;
            }
            for other in statements.iter_mut() {
                self.take_away(other, q, open);
            }
            let (start, end) = self.p.quotations[q].tokens;
            statements[whose].content.push(start..end);
            statements[whose].quotations.push(q);
        }
        statements.retain(|s| !s.content.is_empty());
    }

    /// "The quay, Quill said, “will hold”": a clause that is quoted from its verb on begins before the cue.
    fn begin_before(&self, statements: &mut [Statement], (q, open): (usize, usize), frames: &[Range<usize>]) {
        let quoted = |s: &&mut Statement| s.quotations == [q] && matches!(&s.content[..], [only] if only.start >= open);
        let verb = matches!(self.tags.get(open + 1), Some(Tag::Auxiliary | Tag::Verb));
        let goes_on = self.tags.get(open + 2).is_some_and(|tag| !matches!(tag, Tag::Quote | Tag::Mark | Tag::Comma));
        let statement = statements.iter_mut().find(quoted).filter(|_| verb && goes_on);
        let Some((statement, group)) = statement.and_then(|s| s.group().map(|group| (s, group))) else { return };
        let frame = &frames[frame_at(frames, group.start)];
        if let Some(subject) = self.clause_to(group.start, frame).filter(|_| group.end <= open && open < frame.end) {
            statement.content.insert(0, subject);
            statement.kind = self.kind(&statement.content, &statement.quotations);
        }
    }

    /// Whether a quotation begins with a small letter behind a comma.
    fn continues(&self, q: usize) -> bool {
        let outer = self.p.quotations[q].outer;
        let comma = self.p.token_at(outer.start).checked_sub(1).is_some_and(|i| self.tags[i] == Tag::Comma);
        let first = outer.of(self.p.text()).chars().find(|c| c.is_alphanumeric());
        comma && first.is_some_and(char::is_lowercase)
    }

    /// Whether a statement's only quotation ends at a comma before its cue, in the sentence of token `open` behind both.
    fn breaks_off(&self, statement: &Statement, open: usize) -> bool {
        let (Some(cue), [first]) = (&statement.cue, statement.content.as_slice()) else { return false };
        let last = first.clone().rev().find(|&i| self.is_word(i) || self.tags[i] == Tag::Comma);
        statement.kind == AttributionKind::Direct
            && first.end <= cue.tokens.start
            && cue.tokens.end < open
            && last.is_some_and(|i| self.tags[i] == Tag::Comma)
            && self.p.sentence_at(first.start) == self.p.sentence_at(open)
    }

    /// Ends what a statement has of a quotation before the comma in front of it.
    fn take_away(&self, statement: &mut Statement, q: usize, open: usize) {
        let (start, end) = self.p.quotations[q].tokens;
        for piece in statement.content.iter_mut().filter(|piece| piece.start < end && start < piece.end) {
            piece.end = piece.end.min(open.saturating_sub(1)).max(piece.start);
        }
        statement.content.retain(|piece| piece.clone().any(|i| self.is_word(i)));
        if statement.quotations.contains(&q) {
            statement.quotations.retain(|&own| own != q);
            statement.kind = self.kind(&statement.content, &statement.quotations);
        }
    }
}
