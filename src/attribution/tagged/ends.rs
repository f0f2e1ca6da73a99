//! Where what is said ends and the article goes on: the tagger sees neither marks nor clauses, and runs on over their ends.

use std::ops::Range;

use crate::lexicon::VerbClass;
use crate::mention::{Scan, Tag};
use crate::text::Words;

use super::super::Statement;
use super::super::frame::frame_at;
use super::deed::Deed;

/// What is not offered with a claim: "without offering evidence".
const OFFERED: Words = Words::new("citing elaborating giving offering presenting providing showing");

/// The longest insertion between a cue and its clause, in tokens.
pub(super) const INSERTION: usize = 10;

/// How long ago something was takes so many tokens at most: "just two days after".
const TIME: usize = 4;

/// So many words at most stand between a relative pronoun and the verb of its clause.
pub(super) const SUBJECT: usize = 8;

impl Scan<'_> {
    /// Cuts the contents behind their cues where the article goes on. Gives what the speakers do there.
    pub(super) fn end_with_words(&self, statements: &mut Vec<Statement>, frames: &[Range<usize>]) -> Vec<Deed> {
        let mut deeds = Vec::new();
        for statement in statements.iter_mut() {
            let Some((cue, class)) = statement.cue.as_ref().map(|cue| (cue.tokens.clone(), cue.act.class())) else {
                continue;
            };
            let mut changed = false;
            for piece in statement.content.iter_mut().filter(|piece| piece.start >= cue.end) {
                // "advises against flying".
                let advises = const { Words::new("advise advised advises advising recommend recommended recommends") };
                let against = piece.start == cue.end
                    && self.p.is(cue.end - 1, "against")
                    && cue.clone().any(|i| advises.contains(self.p.lower(i)));
                piece.start -= usize::from(against);
                // "telling her she was a fool": to whom.
                let object = piece.start == cue.end
                    && piece.len() > 2
                    && self.p.lower(cue.end - 1).starts_with("tel")
                    && self.p.is_one(piece.start, &const { Words::new("her him me them us") })
                    && matches!(self.tags[piece.start + 1], Tag::Pronoun | Tag::Determiner | Tag::Name);
                piece.start += usize::from(object);
                self.skip_addressee(piece, &cue);
                self.skip_insertion(piece, &cue);
                let end = self.end_of_words(piece, &cue, class, frames);
                let verb = (end..piece.end.min(end + 2)).find_map(|joint| self.deed_of_speaker(joint, piece));
                let deed = |(verb, speaker)| Deed { verb, speaker, end: piece.end, frame: statement.frame };
                deeds.extend(verb.zip(statement.source.clone()).map(deed));
                changed |= end < piece.end;
                piece.end = end;
            }
            if statement.quotations.is_empty() {
                self.complete(statement, frames);
            }
            statement.content.retain(|piece| !piece.is_empty());
            if changed {
                statement.quotations.retain(|&q| statement.content.iter().any(|c| self.covers(c, q)));
                statement.kind = self.kind(&statement.content, &statement.quotations);
            }
        }
        statements.retain(|s| !s.content.is_empty());
        deeds
    }

    pub(super) fn is_comma(&self, i: usize) -> bool {
        self.tags.get(i) == Some(&Tag::Comma)
    }

    pub(super) fn is_unquoted(&self, mut range: Range<usize>) -> bool {
        range.all(|i| self.p.quotation_at(i).is_none())
    }

    /// "Quill told the board that it leaks, the minutes state": whoever says all of it.
    fn is_tag(&self, range: Range<usize>) -> bool {
        let tag = self.trim(range);
        let verb = tag.end.saturating_sub(1);
        let somebody = matches!(self.tags.get(tag.start), Some(Tag::Determiner | Tag::Name | Tag::Pronoun));
        somebody
            && self.is_reported(tag.start, tag.end)
            && (tag.start..verb)
                .all(|i| self.tags[i].is_nominal() || self.tags[i].helps() || self.tags[i] == Tag::Pronoun)
            && self.tags[verb] == Tag::Verb
            && self.lexicon.reporting_verb(self.p.lower(verb)).is_some_and(|verb| verb.class == VerbClass::Speech)
    }

    /// Leaves out of contents around their cues what the article says between and behind.
    pub(super) fn leave_out_asides(&self, statements: &mut [Statement]) {
        for statement in statements {
            let Some(cue) = &statement.cue else { continue };
            let (class, cue) = (cue.act.class(), cue.tokens.clone());
            // "That matters, says Quill, because it leaks": who says it is no part of it.
            let comma = |i: usize| self.tags.get(i) == Some(&Tag::Comma);
            let source = statement.source.as_ref().map(|source| source.phrase.tokens.clone());
            if let Some(source) = source.filter(|s| cue.start > 0 && comma(cue.start - 1) && s.start == cue.end) {
                let over =
                    |piece: &&mut Range<usize>| (cue.end..source.end).contains(&piece.start) && source.end < piece.end;
                for piece in statement.content.iter_mut().filter(over) {
                    piece.start = self.trim(source.end..piece.end).start;
                }
            }
            // "what Quill described as a lie": not the words around the cue.
            for piece in statement.content.iter_mut().filter(|piece| piece.contains(&cue.start)) {
                let skips = self.p.is_one(cue.end, &const { Words::new("as is was are were") });
                if self.p.is(piece.start, "what") && (skips || class == VerbClass::Naming) {
                    piece.start = cue.end + usize::from(skips);
                }
            }
            // "a hut where, she says, pipes leak": the clause is what she says.
            let hangs = |piece: &Range<usize>| {
                piece.len() > 1 && self.p.is_one(piece.end - 1, &const { Words::new("where which whom") })
            };
            if statement.content.len() > 1 && hangs(&statement.content[0]) {
                statement.content.remove(0);
            }
            // "The quay will close, the board said, in a move that angered divers".
            let first = statement.content.first().map_or(0..0, Clone::clone);
            let moves = |piece: &Range<usize>| first.end <= cue.start && self.tells_of_move(piece);
            statement.content.retain(|piece| {
                piece.start < cue.end || *piece == first || !moves(piece) && !self.tells_of_claim(piece.start)
            });
            statement.content.retain(|piece| !piece.is_empty());
        }
    }

    /// "in a move that angered divers", "a day after divers left".
    fn tells_of_move(&self, piece: &Range<usize>) -> bool {
        let time = (piece.start..piece.end.min(piece.start + TIME)).find(|&i| !self.tags[i].is_nominal());
        if time.is_some_and(|i| i > piece.start && matches!(self.p.lower(i), "after" | "before")) {
            return true;
        }
        let near = piece.start..piece.end.min(piece.start + SUBJECT);
        self.p.is(piece.start, "in")
            && self.p.quotation_at(piece.start).is_none()
            && near.into_iter().any(|i| matches!(self.p.lower(i), "that" | "which" | "what"))
    }

    /// "claimed, without giving evidence, that it leaks", "rejected suggestions, however, that it leaks": the clause stands behind what is
    /// inserted.
    fn skip_insertion(&self, piece: &mut Range<usize>, cue: &Range<usize>) {
        let parts = |i: usize| self.p.is_one(i, &const { Words::new(", — – -- -") });
        let that = |start: usize| {
            let near = start..self.tags.len().min(start + INSERTION);
            near.into_iter().find(|&i| self.p.is(i, "that") && i > start && parts(i - 1))
        };
        let opens = (cue.end..piece.start.max(cue.end + 1)).find(|&i| parts(i)).map_or(cue.end, |i| i + 1);
        if self.p.is_one(opens, &const { Words::new("citing quoting though while without") }) {
            let that = that(opens).filter(|that| *that < piece.end && *that > piece.start);
            piece.start = that.unwrap_or(piece.start);
        }
        if parts(piece.end) && self.p.is(piece.end + 1, "however") && that(piece.end + 1) == Some(piece.end + 3) {
            piece.end = self.p.sentences[self.p.sentence_at(piece.end)].end;
            *piece = self.trim(piece.clone());
        }
    }

    /// "complained to the board in May about the noise": to whom is no part of what.
    fn skip_addressee(&self, piece: &mut Range<usize>, cue: &Range<usize>) {
        let tells = const { Words::new("complain complained complaining complains explained explains confessed") };
        if piece.start == cue.end && self.p.is(piece.start, "to") && self.p.is_one(cue.end - 1, &tells) {
            let words = (piece.start..piece.end).take_while(|&i| !matches!(self.tags[i], Tag::Verb | Tag::Auxiliary));
            let about = words.into_iter().find(|&i| matches!(self.p.lower(i), "about" | "that"));
            piece.start = about.map_or(piece.start, |i| i + usize::from(self.p.is(i, "about")));
        }
    }

    /// Where the words of one piece end.
    fn end_of_words(
        &self,
        piece: &Range<usize>,
        cue: &Range<usize>,
        class: VerbClass,
        frames: &[Range<usize>],
    ) -> usize {
        // "He said: “It leaks.” The trial goes on": another sentence. "U.S." before a name can look like the end of one.
        let border = frames[frame_at(frames, piece.start)].end;
        let frame = if border < piece.end && self.is_behind_quotation(border) { border } else { piece.end };
        let relative = self.is_relative_clause(cue, frames);
        // "Unlike buoys, which Quill says have failed, the pump holds": the clause that the phrase before leads to.
        let gapped = relative && piece.start == cue.end && matches!(self.tags[cue.end], Tag::Verb | Tag::Auxiliary);
        let main = |i: usize| {
            matches!(self.tags.get(i), Some(Tag::Determiner | Tag::Name | Tag::Pronoun | Tag::PossessivePronoun))
                && self.has_verb(&(i..frame))
        };
        let behind_words = |i: usize| {
            let mark = i - usize::from(self.tags[i - 1] == Tag::Comma);
            mark > piece.start && self.tags[mark - 1] == Tag::Quote && self.p.quotation_at(mark - 1).is_some()
        };
        let doubted = cue.clone().any(|i| {
            let lemma = self.lexicon.reporting_verb(self.p.lower(i)).map(|verb| verb.lemma);
            matches!(lemma, Some("claim" | "insist" | "maintain" | "swear"))
                || self.p.is_one(i, &const { Words::new("initially originally") })
        });
        // "claimed that he had paid, but no receipt was found".
        let rebuts = |i: usize| {
            let verb = (i + 2..frame).find(|&i| !self.tags[i].is_nominal()).filter(|&verb| verb > i + 2);
            self.p.is(i + 1, "but") && verb.is_some_and(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary))
        };
        let bare = class == VerbClass::Naming || class.is_utterance() && self.p.quotation_at(piece.start).is_some();
        let occasion = |i: usize| bare && behind_words(i) && self.tells_occasion(i, piece.start..frame);
        let goes_on = |&i: &usize| {
            self.p.quotation_at(i).is_none()
                && match self.tags[i] {
                    Tag::Comma if doubted && rebuts(i) => true,
                    Tag::Comma if relative && self.is_main_verb(i + 1, frame) || self.is_tag(i + 1..frame) => true,
                    Tag::Comma if gapped && main(i + 1) => true,
                    Tag::Comma | Tag::Coordinator => self.deed_of_speaker(i, piece).is_some(),
                    Tag::Determiner | Tag::Pronoun => self.tells_of_claim(i),
                    _ => match self.p.lower(i) {
                        "before" | "after" | "while" if self.tags.get(i + 1) == Some(&Tag::Gerund) => behind_words(i),
                        // "said it was “a joy” after the keeper saved": what the article tells.
                        "after" if self.tags.get(i + 1).is_some_and(|tag| tag.is_nominal()) && behind_words(i) => {
                            let verb = self.tags.get(self.core_end(&(i + 1..frame)));
                            occasion(i) || matches!(verb, Some(Tag::Verb | Tag::Auxiliary))
                        }
                        "with" => behind_words(i) && self.is_comma(i - 1),
                        "without" => self.p.is_one(i + 1, &OFFERED),
                        "though" | "although"
                            if self.tags.get(i + 1) == Some(&Tag::Pronoun) && self.is_comma(i - 1) =>
                        {
                            self.is_reported(i + 1, frame)
                        }
                        "while" | "whereas" => self.has_verb(&(piece.start..i)) && self.is_reported(i + 1, frame),
                        _ => occasion(i),
                    },
                }
        };
        let end = (piece.start + 1..frame).find(goes_on).unwrap_or(frame);
        let end = self.main_verb(piece.start..end, cue, frames).unwrap_or(end);
        if end < piece.end { self.trim(piece.start..end).end.max(piece.start) } else { end }
    }

    /// "called it “a toy” as divers left", "sang “shame” long before it fell", "called it “a toy” on a call": when or where the words
    /// fell, where the article alone has a verb to tell it with.
    fn tells_occasion(&self, i: usize, piece: Range<usize>) -> bool {
        let opens = |i: usize| self.opens_time(i) || self.p.is(i, "as");
        let at = i + usize::from(!opens(i));
        let subject = self.tags.get(at + 1).is_some_and(|tag| tag.is_nominal() || *tag == Tag::Pronoun);
        let time = opens(at) && subject && self.has_verb(&(at + 1..piece.end));
        let place = self.p.is_one(i, &const { Words::new("at during in on") })
            && self.adverbial_end(i, piece.end) > i
            && !self.has_verb(&(i..piece.end))
            && !(piece.start..i).any(|i| self.p.is(i, "of") && self.p.quotation_at(i).is_none());
        self.is_unquoted(i..piece.end) && (time || place)
    }

    /// "A video claiming that pumps kill has gone viral": the verb that the subject of a participle waits for.
    fn main_verb(&self, piece: Range<usize>, cue: &Range<usize>, frames: &[Range<usize>]) -> Option<usize> {
        let start = frames[frame_at(frames, cue.start)].start;
        let waits = self.tags[cue.start] == Tag::Gerund && cue.start > start && !self.has_verb(&(start..cue.start));
        let plain = (start..piece.end).all(|i| !matches!(self.tags[i], Tag::Comma | Tag::Mark | Tag::Quote));
        let that = self.p.is(piece.start, "that") && waits && plain;
        let verb = |i: usize| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary);
        let opens = |i: usize| verb(i) && !verb(i - 1) && !matches!(self.tags[i - 1], Tag::To | Tag::Relative);
        let mut verbs = (piece.start + 1..piece.end).filter(|&i| that && opens(i));
        let (first, main, other) = (verbs.next()?, verbs.next()?, verbs.next());
        let joined =
            (first..main).any(|i| matches!(self.tags[i], Tag::Coordinator | Tag::Subordinator | Tag::Relative));
        (self.tags[main] == Tag::Auxiliary && other.is_none() && !joined).then_some(main)
    }

    /// Whether a quotation has ended right before a token.
    fn is_behind_quotation(&self, i: usize) -> bool {
        let mut marks = self.p.quotations.iter().filter(|q| q.opened && q.tokens.1 <= i);
        marks
            .next_back()
            .is_some_and(|q| self.tags[q.tokens.1..i].iter().all(|tag| matches!(tag, Tag::Quote | Tag::Mark)))
    }

    /// "while the mayor insisted that it held": another's report.
    pub(super) fn is_reported(&self, start: usize, end: usize) -> bool {
        self.report(start, end).is_some_and(VerbClass::is_utterance)
    }

    /// With what kind of verb the subject that begins at `start` says or thinks something.
    pub(super) fn report(&self, start: usize, end: usize) -> Option<VerbClass> {
        let subject = |i: usize| {
            self.tags[i].is_nominal() || matches!(self.tags[i], Tag::Pronoun | Tag::Auxiliary | Tag::Negation)
        };
        let verb = (start..end.min(start + SUBJECT)).find(|&i| !subject(i)).filter(|&i| i > start)?;
        let says = self.lexicon.reporting_verb(self.p.lower(verb))?;
        (self.tags[verb] == Tag::Verb).then_some(says.class)
    }

    /// "Quill, who said that it leaks, resigned": whether a cue stands in a clause that parts a subject from its verb.
    fn is_relative_clause(&self, cue: &Range<usize>, frames: &[Range<usize>]) -> bool {
        let start = frames[frame_at(frames, cue.start)].start;
        let floor = start.max(cue.start.saturating_sub(SUBJECT));
        let subject = |i: &usize| self.tags[*i].is_nominal() || self.tags[*i].helps();
        let Some(opener) = (floor..cue.start).rev().find(|i| !subject(i)) else { return false };
        let relative = matches!(self.p.lower(opener), "who" | "which" | "whom");
        // "Quill, a diver who said", "members, many of whom said".
        let apposition = |i: &usize| self.tags[*i].is_nominal() || self.p.is(*i, "of");
        let comma = (start..opener).rev().find(|i| !apposition(i)).is_some_and(|i| self.tags[i] == Tag::Comma);
        relative && comma && !self.has_verb(&(start..opener))
    }

    /// Whether the verb that the subject waits for stands here, and no other before the sentence ends.
    pub(super) fn is_main_verb(&self, i: usize, end: usize) -> bool {
        let verb = |i: usize| matches!(self.tags.get(i), Some(Tag::Verb | Tag::Auxiliary));
        verb(i) && !(i..end).any(|i| self.tags[i] == Tag::Comma && verb(i + 1))
    }
}
