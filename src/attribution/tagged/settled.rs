//! What the joined statements are in the end, and which of them tell nothing.

use std::ops::Range;

use crate::lexicon::{Classes, Constructions, PhraseClass, VerbClass};
use crate::mention::{Scan, Tag};
use crate::report::AttributionKind;
use crate::text::Words;

use super::super::Statement;
use super::super::cue::{Act, Cue};
use super::reported::ADDRESSED;
use super::{in_order, overlap};

impl Scan<'_> {
    /// Settles of which kind each statement is, and who has the attitudes that seem to be nobody's.
    pub(super) fn settle_kinds(&self, out: &mut [Statement], frames: &[Range<usize>]) {
        for statement in out.iter_mut() {
            leave_out_own(statement);
            let said = statement.kind == AttributionKind::Direct && statement.cue.is_none();
            let accused = statement.cue.as_ref().is_some_and(|cue| cue.act.class() == VerbClass::Naming);
            let addressed = (statement.kind != AttributionKind::Direct || accused) && self.is_addressed(statement);
            if addressed {
                statement.source = None;
            }
            if !said && statement.source.is_none() && !self.is_utterance_of(statement) {
                statement.kind = AttributionKind::Attitude;
            }
            // "writes of it in his book “The Quay”": a title is no words of anybody.
            let titles = || statement.quotations.iter().all(|&q| self.is_title(q));
            if statement.kind == AttributionKind::Mixed && (self.is_term(statement) || titles()) {
                statement.kind = AttributionKind::Indirect;
            }
            let indirect =
                statement.kind == AttributionKind::Indirect && (self.is_own(statement) || self.is_attitude(statement));
            if indirect || statement.kind == AttributionKind::Mixed && self.is_perceived(statement) {
                statement.kind = AttributionKind::Attitude;
            }
        }
        for statement in out.iter_mut().filter(|s| s.kind == AttributionKind::Attitude && s.source.is_none()) {
            statement.source = self.doer(statement, frames);
        }
    }

    /// Deeds, silences and names that are no statements.
    pub(super) fn leave_out_untold(&self, out: &mut Vec<Statement>) {
        let own_voice = self.is_own_voice();
        out.retain(|s| {
            let own = self.is_own_deed(s) || own_voice && self.is_story(s);
            !(own
                || self.is_terms(s)
                || self.is_unsaid_deed(s)
                || self.is_silence(s)
                || self.is_passive_aside(s)
                || self.is_asked(s)
                || self.is_rung_up(s)
                || self.is_called(s)
                || self.is_owned_noun(s))
        });
    }

    /// "the bureau’s forecast “cone”": a noun that looks like a cue, whose owner says nothing with it.
    fn is_owned_noun(&self, statement: &Statement) -> bool {
        let (Some(cue), [only]) = (&statement.cue, statement.content.as_slice()) else { return false };
        let (start, end) = (cue.tokens.start, cue.tokens.end);
        let owned = end == start + 1 && only.start == end && start > 0 && self.tags[start - 1] == Tag::Possessive;
        // "Quill’s said it would close", "Quill’s predicts": the firm.
        let word = self.p.lower(start);
        let verb = word == "said" || word.ends_with('s') || word.ends_with("ed");
        owned && !verb && !self.p.is_one(only.start, &const { Words::new("of that to about on") })
    }

    /// "called the police twice", "a boy called Tom Vale found it": who is rung up, or bears a name, and nothing that they are called.
    fn is_rung_up(&self, statement: &Statement) -> bool {
        let (Some(Cue { tokens, act: Act::Verb { lemma: "call", .. } }), [only]) =
            (&statement.cue, statement.content.as_slice())
        else {
            return false;
        };
        let source = statement.source.as_ref().map_or(0, |source| source.phrase.tokens.start);
        // "what the board called a mistake".
        let object = source > 0 && (self.tags[source - 1] == Tag::Relative || self.asks(source - 1));
        let telephoned = tokens.len() == 1 || self.p.lower(tokens.end - 1).starts_with("call");
        if only.start != tokens.end || !statement.quotations.is_empty() || object || !telephoned {
            return false;
        }
        // "called it off", "called it a day".
        let next = only.start + 1;
        if self.p.is(only.start, "it")
            && (self.p.is_one(next, &const { Words::new("off quits") }) || self.p.is(next + 1, "day"))
        {
            return true;
        }
        let article = matches!(self.tags[only.start], Tag::Determiner | Tag::PossessivePronoun);
        let noun = |i: &usize| matches!(self.tags[*i], Tag::Noun | Tag::Name | Tag::Adjective);
        let end = only.start + usize::from(article);
        let end = end + (end..only.end).take_while(noun).count();
        let (head, classes) = (end - 1, self.classes(end - 1));
        let who = match self.tags[head] {
            Tag::Name => true,
            // "called the men heroes" says something of them.
            Tag::Noun => {
                let body = Classes::PERSON_NOUN | Classes::ORGANIZATION_NOUN | Classes::OFFICIAL | Classes::RELATION;
                matches!(self.p.lower(only.start), "a" | "an")
                    || classes.has_any(body) && !(classes.has_any(Classes::PLURAL) && self.tags[head - 1] == Tag::Noun)
            }
            _ => false,
        };
        let rest = |i: usize| {
            self.is_date(i)
                || self.p.is(i, "this")
                || (i..i + 3).any(|k| self.p.is(k, "time"))
                || matches!(
                    self.tags[i],
                    Tag::Preposition | Tag::To | Tag::Adverb | Tag::Number | Tag::Subordinator | Tag::Comma
                ) && !self.p.is(i, "as")
                || self.tags[i] == Tag::Verb && self.tags[head] == Tag::Name
        };
        who && (end >= only.end || rest(end))
    }

    /// "who asked not to be named", "were granted anonymity to speak": on which terms somebody talked, and nothing that was said.
    fn is_terms(&self, statement: &Statement) -> bool {
        let Some(cue) = statement.cue.as_ref().map(|cue| cue.tokens.start) else { return false };
        let terms = |class| matches!(class, PhraseClass::AnonymityTerms | PhraseClass::AnonymityReason);
        let covers = |i: usize| self.phrases_at(i).any(|(class, length)| terms(class) && i + length > cue);
        (cue.saturating_sub(2)..=cue).any(covers)
    }

    /// "Quill, asked whether it leaks, laughed": who is asked.
    fn is_asked(&self, statement: &Statement) -> bool {
        let Some((cue, source)) = statement.cue.as_ref().zip(statement.source.as_ref()) else { return false };
        let start = cue.tokens.start;
        let asked = self.p.is_one(start, &const { Words::new("asked pressed questioned quizzed") });
        let opens = |c: &Range<usize>| self.p.is(c.start, "about") || self.asks(c.start);
        let comma = start > 0 && (self.tags[start - 1] == Tag::Comma || self.p.is(start - 1, "when"));
        // "Quill, a diver, asked the board whether it leaks": she asks.
        let next = cue.tokens.end;
        let object = self.tags.get(next).is_some_and(|tag| tag.is_nominal() || *tag == Tag::Pronoun);
        let asked = asked && !(object && statement.content.iter().all(|c| c.start > next));
        asked && comma && source.phrase.tokens.end + 1 >= start && statement.content.iter().all(opens)
    }

    /// "Asked whether it leaks, Quill said no", "When it was over, Quill smiled": what stands before is no answer, though Quill has the word.
    pub(super) fn is_question(&self, statement: &Statement) -> bool {
        let Some((cue, source)) = statement.cue.as_ref().zip(statement.source.as_ref()) else { return false };
        let [only] = statement.content.as_slice() else { return false };
        let opener = self.p.sentence_around(only.start).start;
        let question = self.p.is_one(opener, &const { Words::new("asked pressed questioned quizzed") });
        let gesture = cue.act.class() == VerbClass::Manner && self.asks(only.start);
        only.end + 1 == source.phrase.tokens.start
            && source.phrase.tokens.end <= cue.tokens.start
            && (question || gesture)
            && !only.clone().any(|i| self.tags[i] == Tag::Comma)
    }

    /// "calling himself a doctor", "stopped short of accusing", "found guilty of": nothing is said, or by nobody.
    fn is_unsaid_deed(&self, statement: &Statement) -> bool {
        let Some(cue) = statement.cue.as_ref().map(|cue| cue.tokens.clone()) else { return false };
        let reflexive = const { Words::new("himself herself itself themselves") };
        let own =
            statement.content.first().is_some_and(|c| c.start == cue.end && reflexive.contains(self.p.lower(c.start)));
        let told = const { Words::new("described describes identified identifies") };
        let naming = cue.clone().any(|i| {
            matches!(self.p.lower(i), "calling" | "called" | "calls")
                || statement.quotations.is_empty() && self.p.is_one(i, &told)
        });
        let short = |i: usize| self.p.is(i, "short") && self.p.is(i + 1, "of");
        own && naming || cue.clone().any(|i| self.p.is(i, "guilty") || short(i))
    }

    /// "closed the dock, citing lower revenues", "citing the quay as an example": whether the cue gives a ground, of which no words are
    /// told.
    fn is_ground(&self, statement: &Statement) -> bool {
        let cites = |cue: &Cue| cue.tokens.clone().any(|i| matches!(self.p.lower(i), "citing" | "echoing"));
        statement.source.is_some() && statement.cue.as_ref().is_some_and(cites) && statement.quotations.is_empty()
    }

    /// "“It leaks,” Quill told the board, according to a transcript": the record has his words, and none of its own.
    pub(super) fn leave_out_records(&self, statements: &mut Vec<Statement>) {
        let said = |s: &Statement| {
            Some((s.content.first()?.clone(), s.group()?)).filter(|_| s.kind == AttributionKind::Direct)
        };
        let said: Vec<_> = statements.iter().filter_map(said).collect();
        statements.retain(|s| {
            let [only] = s.content.as_slice() else { return true };
            let document = |i: usize| self.classes(i).has_any(Classes::DOCUMENT_NOUN);
            let cited = s.cue.as_ref().is_some_and(|cue| cue.act == Act::Source)
                && s.source.as_ref().is_some_and(|source| document(source.phrase.core.end - 1));
            let own = |(words, group): &(Range<usize>, Range<usize>)| {
                only.start <= words.start && words.end <= group.start && group.end <= only.end && {
                    let rest = group.end..only.end;
                    rest.len() < ADDRESSED && !self.has_verb(&rest)
                }
            };
            !cited || !said.iter().any(own)
        });
    }

    /// What is cited is not said, and neither is anything of it. "The Courier reported, citing two engineers, that it leaked" tells the
    /// clause.
    pub(super) fn leave_out_grounds(&self, statements: &mut Vec<Statement>) {
        // "It began when the Courier wrote that it leaks, citing two divers": its report, and not theirs.
        let cites = |cue: &Cue| matches!(self.p.lower(cue.tokens.start), "citing" | "quoting");
        let reports: Vec<(usize, usize)> =
            statements.iter().filter_map(|s| Some((s.cue.as_ref()?.tokens.start, s.content.last()?.end + 1))).collect();
        statements.retain(|s| {
            let cue = s.cue.as_ref().filter(|cue| cites(cue) && stands_behind(s)).map(|cue| cue.tokens.start);
            let told = |&(at, end): &(usize, usize)| Some(end) == cue && s.content.iter().any(|c| c.contains(&at));
            !reports.iter().any(told)
        });
        // "The board, citing two divers, said it leaks": the words that they are cited with are the board’s.
        for at in 0..statements.len() {
            let who = statements[at].source.as_ref().filter(|_| statements[at].cue.as_ref().is_some_and(cites));
            let Some(end) =
                who.map(|source| source.phrase.tokens.end).filter(|&end| self.tags.get(end) == Some(&Tag::Comma))
            else {
                continue;
            };
            let main = |s: &Statement| s.cue.as_ref().is_some_and(|cue| (end + 1..end + 4).contains(&cue.tokens.start));
            if let Some(Statement { kind, content, quotations, .. }) = statements.iter().find(|s| main(s)).cloned() {
                statements[at] = Statement { kind, content, quotations, ..statements[at].clone() };
            }
        }
        statements.retain(|s| !(self.is_ground(s) && stands_behind(s) && !self.can_cite(s)));
        for statement in statements.iter_mut().filter(|s| self.is_ground(s) && !stands_behind(s)) {
            let end = statement.cue.as_ref().map(|cue| cue.tokens.end);
            statement.content.retain(|piece| Some(piece.start) != end);
        }
        statements.retain(|s| !s.content.is_empty());
    }

    /// "citing figures, said it leaks", "Quill was quoted by the Courier as saying": what begins with another's cue, or ends at its own without
    /// a verb, is no clause.
    pub(super) fn leave_out_reports(&self, statements: &mut Vec<Statement>) {
        let cues: Vec<usize> = statements.iter().filter_map(|s| s.cue.as_ref().map(|cue| cue.tokens.start)).collect();
        statements.retain(|s| {
            let first = s.content.first().map_or(0, |c| c.start);
            let start = s.cue.as_ref().map(|cue| cue.tokens.start);
            let begins = start < Some(first) && cues.contains(&first) && self.tags[first] == Tag::Verb;
            // "The law it cites does not exist".
            let begins = begins
                || self.tags[first] == Tag::Auxiliary
                    && s.cue.as_ref().is_some_and(|c| c.tokens.end == first && !c.act.takes(Constructions::CLAUSE));
            let broken = |c: &Range<usize>| Some(c.end) == start && self.tags[c.end - 1] == Tag::Auxiliary;
            s.kind != AttributionKind::Indirect || !(begins || s.content.iter().all(broken))
        });
    }

    /// Whether the source is somebody who can be cited.
    fn can_cite(&self, statement: &Statement) -> bool {
        statement.source.as_ref().is_some_and(|source| self.can_speak(&source.phrase))
    }

    /// "I think that it holds, but we know why it leaks": what is coordinated with a report and reported itself is no part of it.
    pub(super) fn part(&self, statements: &mut [Statement]) {
        let starts: Vec<(usize, usize)> = statements
            .iter()
            .filter_map(|s| Some((s.source.as_ref()?.phrase.tokens.start, s.cue.as_ref()?.tokens.end)))
            .filter(|&(start, _)| {
                let joined = start >= 2 && self.p.is_one(start - 1, &const { Words::new("and but or so yet") });
                joined && self.tags[start - 2] == Tag::Comma && self.p.quotation_at(start).is_none()
            })
            .collect();
        for statement in statements.iter_mut().filter(|s| s.kind != AttributionKind::Direct) {
            for piece in &mut statement.content {
                let second =
                    starts.iter().find(|&&(start, end)| piece.start + 2 < start && start < end && end < piece.end);
                piece.end = second.map_or(piece.end, |&(start, _)| start - 2);
            }
        }
    }

    /// Whether quoted words without a source are somebody's all the same.
    fn is_utterance_of(&self, statement: &Statement) -> bool {
        statement.kind != AttributionKind::Indirect && statement.quotations.iter().any(|&q| self.is_utterance(q))
    }
}

/// Whether the source stands behind the cue.
fn stands_behind(statement: &Statement) -> bool {
    let pair = statement.cue.as_ref().zip(statement.source.as_ref());
    pair.is_some_and(|(cue, source)| source.phrase.tokens.start >= cue.tokens.end)
}

/// Puts the pieces of a statement in order and apart. Damaged marks can bring two pieces over each other, or a cue into quoted
/// words.
pub(super) fn untangle(statement: &mut Statement) {
    let mut pieces = std::mem::take(&mut statement.content);
    if let Some(cue) = statement.cue.as_ref().filter(|_| statement.kind == AttributionKind::Direct) {
        pieces.retain(|piece| overlap(piece, &cue.tokens) == 0);
    }
    in_order(&mut pieces);
    for piece in pieces {
        match statement.content.last_mut().filter(|last| piece.start < last.end) {
            Some(last) => last.end = last.end.max(piece.end),
            None => statement.content.push(piece),
        }
    }
}

/// "an error that some say is grave": what has both its source and its cue in it is only what stands behind them.
fn leave_out_own(statement: &mut Statement) {
    let Some((cue, source)) = statement.cue.as_ref().zip(statement.source.as_ref()) else { return };
    let (cue, own) = (cue.tokens.clone(), source.phrase.tokens.start);
    let around = |c: &&mut Range<usize>| c.contains(&own) && own < cue.start && cue.end < c.end;
    if statement.quotations.is_empty() {
        statement.content.iter_mut().filter(around).for_each(|c| c.start = cue.end);
    }
}
