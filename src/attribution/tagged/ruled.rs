//! The content of a tagged cue where the rules know its borders better: from a statement of theirs on the same cue, or from how a
//! sentence is built.

use std::ops::Range;

use crate::lexicon::Constructions;
use crate::mention::{Scan, Source, Tag};
use crate::report::AttributionKind;

use super::super::Statement;
use super::super::cue::{Act, Cue};
use super::super::group::Group;
use super::overlap;

/// So many tokens a participle behind a document can have with it: "published in the Tern Journal of Cases".
const PARTICIPLE: usize = 12;

impl Scan<'_> {
    /// Mends what the tagger found by the statement that the rules found on the same cue.
    pub(super) fn as_ruled(&self, content: &mut Vec<Range<usize>>, rule: &Statement) {
        if rule.kind == AttributionKind::Direct {
            self.as_quoted(content, rule);
        }
        // "While Quill said it was safe, he left": the rules know where the main clause begins.
        if let [only] = content.as_mut_slice() {
            let opens = rule.source.as_ref().is_some_and(|s| self.follows_subordinator(s.phrase.tokens.start));
            let shorter = |c: &&Range<usize>| c.start.abs_diff(only.start) <= 1 && c.end < only.end;
            if let Some(clause) = rule.content.first().filter(|c| opens && shorter(c)) {
                only.end = clause.end;
            }
        }
        // "He had, according to Quill, rowed home": the words before are no clause without those behind.
        if let [only] = content.as_slice()
            && rule.cue.as_ref().is_some_and(|cue| cue.act == Act::Source)
            && only.clone().all(|i| self.tags[i] != Tag::Verb)
            && let Some(rest) = rule.content.first().filter(|rest| rest.start > only.end)
        {
            content.push(rest.clone());
        }
    }

    /// "It was “safe,” she said. “We sail.”": the rules know that a quotation behind the sentence goes on with it, and where the
    /// tagger has that alone, what it goes on with.
    pub(super) fn go_on(&self, content: &mut Vec<Range<usize>>, rule: &Statement) {
        let Some(cue) = rule.cue.as_ref().filter(|_| rule.kind == AttributionKind::Mixed) else { return };
        let sentence = self.p.sentence_at(cue.tokens.start);
        let further =
            |c: &Range<usize>| self.p.quotation_at(c.start).is_some() && self.p.sentence_at(c.start) > sentence;
        let alone = content.iter().all(further) && rule.content.iter().any(further);
        for piece in &rule.content {
            if (alone || further(piece)) && content.iter().all(|c| overlap(c, piece) == 0) {
                content.push(piece.clone());
            }
        }
    }

    /// The rules know where quotation marks are missing, and where a quotation goes on.
    fn as_quoted(&self, content: &mut Vec<Range<usize>>, rule: &Statement) {
        let damaged = rule.quotations.iter().any(|&q| !self.p.quotations[q].opened);
        let strays = |c: &Range<usize>| rule.content.iter().all(|r| overlap(r, c) == 0) && !self.is_taken_up(c, rule);
        if damaged || content.iter().any(strays) {
            content.clone_from(&rule.content);
        }
        for piece in &rule.content {
            if content.iter().all(|c| overlap(c, piece) == 0) {
                content.push(piece.clone());
            }
        }
        // "told a friend that “it leaks”", "said, “it leaks,” until they left": to whom and when is not quoted.
        if let ([quoted], [only]) = (rule.content.as_slice(), content.as_mut_slice())
            && self.is_quoted_alone(quoted, only)
        {
            only.clone_from(quoted);
        }
    }

    /// Whether plain words end what a quotation begins behind the rule's own: "“It holds,” she said. “It always did” in storms."
    fn is_taken_up(&self, piece: &Range<usize>, rule: &Statement) -> bool {
        let behind = rule.content.iter().all(|r| r.end <= piece.start);
        behind && self.p.quotation_at(piece.start).is_some()
    }

    /// Whether of the tagger's words only those that the rules found quoted are said: before these stands whom they were told, behind
    /// them until when.
    fn is_quoted_alone(&self, quoted: &Range<usize>, content: &Range<usize>) -> bool {
        let words = |range: Range<usize>| range.into_iter().filter(|&i| self.is_word(i)).collect::<Vec<_>>();
        let (before, behind) = (words(content.start..quoted.start), words(quoted.end..content.end));
        let addressed = before.last().is_none_or(|&that| before.len() > 1 && self.p.is(that, "that"));
        let timed = behind.first().is_none_or(|&i| self.opens_time(i));
        addressed && timed && before.len() + behind.len() > 0
    }

    /// Whether a sentence begins with a conjunction that puts its first clause under a later one, right before these words.
    fn follows_subordinator(&self, i: usize) -> bool {
        let opener = i.checked_sub(1).filter(|&k| matches!(self.p.lower(k), "while" | "although" | "though"));
        opener.is_some_and(|k| self.p.begins_sentence(k))
    }

    /// "The man pleaded guilty to stealing oars, the attorney’s office said.": who ends a sentence by saying it has said all of it,
    /// though another cue inside it has words of its own. So has who begins it with "according to".
    pub(super) fn whole_sentence(
        &self,
        cue: &Cue,
        source: &Source,
        frames: &[Range<usize>],
        frame: usize,
    ) -> Option<Range<usize>> {
        let (range, phrase) = (&frames[frame], &source.phrase.tokens);
        let group = Group {
            cue: cue.clone(),
            tokens: cue.tokens.start.min(phrase.start)..cue.tokens.end.max(phrase.end),
            inverted: cue.tokens.end <= phrase.start,
            source: Some(source.clone()),
            frame,
            medium: None,
            elliptic: false,
        };
        let ends = !(group.tokens.end..range.end).any(|i| self.is_word(i));
        // Of a cue that no list has nobody knows what it takes.
        let said = match cue.act {
            Act::Source => true,
            Act::Verb { lemma, class, takes, gerund, .. } => {
                let clause = class.is_utterance() && takes.has(Constructions::CLAUSE) && !gerund;
                ends && clause && !lemma.is_empty()
            }
            Act::Content => false,
        };
        let alone = std::slice::from_ref(&group);
        let content = match said {
            true if ends => self.content_behind(&group, alone, 0, frames, None),
            true => self.content_ahead(&group, alone, 0, range),
            false => None,
        };
        content.filter(|content| {
            let plain = content.clone().all(|i| self.p.quotation_at(i).is_none());
            let adverbial = matches!(self.tags[content.start], Tag::Subordinator | Tag::Preposition | Tag::Gerund);
            plain && self.has_verb(content) && !(ends && adverbial)
        })
    }

    /// Leaves out where the words were said, and what tells of the document that says them.
    pub(super) fn leave_out_setting(
        &self,
        content: &mut Vec<Range<usize>>,
        cue: &Range<usize>,
        source: Option<&Source>,
    ) {
        // "According to the study, published in May, the quay …": the participle tells of the study.
        if let (true, Some(source)) = (matches!(self.p.lower(cue.start), "according" | "per"), source) {
            for piece in content.iter_mut().filter(|piece| piece.start == source.phrase.tokens.end + 1) {
                piece.start = self.behind_participle(piece);
            }
        }
        // "They call it “Harbour Eye.” According to the study, it leaks": what stands before is another sentence's.
        if matches!(self.p.lower(cue.start), "according" | "per") && self.p.begins_sentence(cue.start) {
            let ahead = content.iter().any(|piece| piece.start >= cue.end);
            content.retain(|piece| !ahead || piece.start >= cue.end);
        }
        // "“It rose,” Quill told the Courier after being rescued": when.
        let when = |c: &Range<usize>| self.opens_time(c.start) && self.tags.get(c.start + 1) == Some(&Tag::Gerund);
        content.retain(|c| c.start < cue.end || !when(c) || !self.is_unquoted(c.clone()));
        // "On Sunday's edition of “Quay Talk,” Vale said that …".
        if content.len() > 1 {
            let titled = |c: &Range<usize>| c.clone().any(|i| self.p.quotation_at(i).is_some());
            content.retain(|c| !(titled(c) && self.is_place_of(cue, c)));
        }
    }

    /// Where a clause begins behind a participle with what belongs to it and a comma.
    fn behind_participle(&self, piece: &Range<usize>) -> usize {
        // "According to the historian Quill, whose book is the standard work, there were two."
        let participle = matches!(self.tags[piece.start], Tag::Verb | Tag::Participle | Tag::Relative)
            || self.p.is(piece.start, "whose");
        let aside = piece.start..piece.end.min(piece.start + PARTICIPLE);
        let comma = aside.into_iter().find(|&i| self.tags[i] == Tag::Comma && self.p.quotation_at(i).is_none());
        comma.filter(|&i| participle && self.has_verb(&(i + 1..piece.end))).map_or(piece.start, |comma| comma + 1)
    }
}
