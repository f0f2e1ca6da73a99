//! The content of a tagged cue: which pieces are one content, and where each begins and ends.

use std::ops::Range;

use crate::lexicon::{Forms, Frames};
use crate::mention::{Scan, Source, Tag};
use crate::report::AttributionKind;
use crate::text::TokenKind;

use super::super::Statement;
use super::overlap;

/// So many words can stand between two quotations of one statement beside its cue and source.
const ASIDE: usize = 8;

impl Scan<'_> {
    /// Where a cue reports words of its own sentence, plain words of another one are not reported with them.
    pub(super) fn keep_to_frame(&self, content: &mut Vec<Range<usize>>, frame: &Range<usize>) {
        if content.iter().any(|piece| overlap(piece, frame) > 0) {
            content.retain(|piece| overlap(piece, frame) > 0 || self.p.quotation_at(piece.start).is_some());
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
                    between.filter(|&i| self.is_word(i) && !kept.iter().any(|k| k.contains(&i))).count()
                });
                gaps.min().unwrap_or(0)
            };
            let (nearest, distance) =
                pieces.iter().map(gap).enumerate().min_by_key(|&(_, gap)| gap).unwrap_or_default();
            let piece = pieces.remove(nearest);
            // "“It holds,” she told the crew on Monday. “We sail.”" However long the first sentence is, the second one can go on.
            let fresh = self.p.begins_sentence(piece.start);
            let goes_on = self.p.quotation_at(piece.start).is_some()
                && (distance <= ASIDE || fresh)
                && out.iter().all(|before: &Range<usize>| before.end <= piece.start);
            if out.is_empty() || goes_on || distance == 0 {
                kept.push(piece.clone());
                out.push(piece);
            }
        }
        out.sort_by_key(|piece| piece.start);
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

    /// Where a clause begins behind a participle with what belongs to it and a comma.
    pub(super) fn behind_aside(&self, piece: &Range<usize>) -> usize {
        let participle = matches!(self.tags[piece.start], Tag::Verb | Tag::Participle);
        let aside = piece.start..piece.end.min(piece.start + ASIDE + 4);
        let comma = aside.into_iter().find(|&i| self.tags[i] == Tag::Comma && self.p.quotation_at(i).is_none());
        let clause = |from: usize| (from..piece.end).any(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary));
        comma.filter(|&comma| participle && clause(comma + 1)).map_or(piece.start, |comma| comma + 1)
    }

    /// "The man pleaded guilty to stealing oars, the attorney’s office said.": who ends a sentence by saying it has said all of it,
    /// though another cue inside it has words of its own. So has who begins it with "according to".
    pub(super) fn whole_sentence(
        &self,
        cue: &Range<usize>,
        source: &Source,
        frame: &Range<usize>,
    ) -> Option<Range<usize>> {
        let phrase = &source.phrase.tokens;
        let (start, end) = (cue.start.min(phrase.start), cue.end.max(phrase.end));
        let says = cue.clone().find_map(|i| self.lexicon.reporting_verb(self.p.lower(i))).is_some_and(|verb| {
            verb.class.is_utterance() && verb.frames.has(Frames::CLAUSE) && !verb.forms.has(Forms::GERUND)
        });
        let according = self.p.lower(cue.start) == "according";
        // "According to a survey held in May, rowers want a new quay."
        let leads = !(frame.start..start).any(|i| self.is_word(i));
        if according && leads && self.tags.get(end) == Some(&Tag::Comma) {
            let rest = end + 1..frame.end;
            let clause = rest.clone().any(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary));
            return (clause && rest.clone().all(|i| self.p.quotation_at(i).is_none())).then(|| self.trim(rest));
        }
        let says = says || according;
        let ends = !(end..frame.end).any(|i| self.is_word(i));
        let comma = start.checked_sub(1).filter(|&i| i > frame.start && self.tags[i] == Tag::Comma)?;
        let whole = frame.start..comma;
        let plain = whole.clone().all(|i| self.p.quotation_at(i).is_none());
        let clause = whole.clone().any(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary));
        let opens = !matches!(self.tags[frame.start], Tag::Subordinator | Tag::Preposition | Tag::Gerund);
        (says && ends && plain && clause && opens).then(|| self.trim(whole))
    }

    /// Whether of the tagger's words only those that the rules found quoted are said: before these stands whom they were told, behind
    /// them until when.
    pub(super) fn is_quoted_alone(&self, quoted: &Range<usize>, content: &Range<usize>) -> bool {
        let words = |range: Range<usize>| range.into_iter().filter(|&i| self.is_word(i)).collect::<Vec<_>>();
        let (before, behind) = (words(content.start..quoted.start), words(quoted.end..content.end));
        let addressed = before.last().is_none_or(|&that| before.len() > 1 && self.p.lower(that) == "that");
        let timed = behind.first().is_none_or(|&i| self.opens_time(i));
        addressed && timed && before.len() + behind.len() > 0
    }

    /// Whether a sentence begins with a conjunction that puts its first clause under a later one, right before these words.
    pub(super) fn follows_subordinator(&self, i: usize) -> bool {
        let opener = i.checked_sub(1).filter(|&k| matches!(self.p.lower(k), "while" | "although" | "though"));
        opener.is_some_and(|k| self.p.begins_sentence(k))
    }

    pub(super) fn is_word(&self, i: usize) -> bool {
        matches!(self.p.tokens[i].kind, TokenKind::Word | TokenKind::Number)
    }

    /// A range from its first word to its last, with the bracket that closes one opened between them; none where there is no word.
    pub(super) fn words(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let first = range.clone().find(|&i| self.is_word(i))?;
        let end = range.clone().rev().find(|&i| self.is_word(i))? + 1;
        let count = |mark| (first..end).filter(|&i| self.p.lower(i) == mark).count();
        let closes = end < self.p.tokens.len() && self.p.lower(end) == ")" && count("(") > count(")");
        Some(first..end + usize::from(closes))
    }
}

/// How many tokens a statement's content has.
fn length(statement: &Statement) -> usize {
    statement.content.iter().map(ExactSizeIterator::len).sum()
}
