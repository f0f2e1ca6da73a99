//! Whose words they are where the subject of the cue is not who says them.

use std::ops::Range;

use crate::mention::{Phrase, Scan, Source, Tag};
use crate::text::Words;

use super::super::Statement;

/// What is done with somebody else's words.
const PASSES: Words = Words::new("deleted found got liked read received retweeted saw");

impl Scan<'_> {
    /// Gives the words of a passive to whom "by" names, and what somebody is quoted "as saying" to that somebody.
    pub(super) fn settle_agents(&self, statements: &mut [Statement]) {
        let told: Vec<Range<usize>> = statements.iter().flat_map(|s| s.content.clone()).collect();
        for statement in statements.iter_mut() {
            let Some(cue) = statement.cue.as_ref().map(|cue| cue.tokens.clone()) else { continue };
            // "Vale called it a “fairy tale” written by a fool": who wrote it is a part of what he says.
            let behind_mark = cue.start > 0 && self.tags[cue.start - 1] == Tag::Quote && self.p.is(cue.end, "by");
            if behind_mark && told.iter().any(|piece| piece.contains(&cue.start)) {
                statement.content.clear();
                continue;
            }
            let before = |s: &Statement| s.source.as_ref().is_none_or(|source| source.phrase.tokens.end <= cue.start);
            if !before(statement) {
                continue;
            }
            // "Hair is fine, said one of the sponsors": not the hair, which the words begin with.
            let inverted = self.tags[cue.start] == Tag::Verb && cue.start > 0 && self.tags[cue.start - 1] == Tag::Comma;
            let first = statement.content.first().filter(|piece| inverted && piece.end <= cue.start);
            let said_of = first.zip(statement.source.as_ref()).is_some_and(|(c, s)| c.start == s.phrase.tokens.start);
            if let Some(who) = said_of.then(|| self.phrase_after(cue.end, self.tags.len())).flatten() {
                let speaks = who.tokens.start == cue.end && self.can_speak(&who);
                statement.source = if speaks { Some(self.source(who)) } else { statement.source.take() };
                continue;
            }
            // "liked a post saying that it leaks": the post says so.
            let verb = cue.end - 1;
            let passes = self.tags[verb] == Tag::Gerund && self.p.is_one(cue.start, &PASSES);
            if let Some(post) = passes.then(|| self.phrase_after(cue.start + 1, verb)).flatten() {
                statement.source = Some(self.source(post));
                statement.cue.iter_mut().for_each(|own| own.tokens.start = verb);
                continue;
            }
            if let Some(told) = statement.source.as_ref().and_then(|hearer| self.told_of(&cue, hearer)) {
                statement.source = Some(told);
                continue;
            }
            let agent =
                self.agent(&cue).or_else(|| self.agent_behind(&cue, statement)).or_else(|| self.quoted_as(&cue));
            let Some(agent) = agent else { continue };
            self.leave_out_agent(statement, &agent.tokens);
            statement.source = Some(self.source(agent));
        }
        for statement in statements {
            statement.content.retain(|piece| !piece.is_empty());
        }
    }

    /// "The court heard that Vale had rung the widow, telling her that it leaks": Vale, and not who hears it.
    fn told_of(&self, cue: &Range<usize>, hearer: &Source) -> Option<Source> {
        let verb = (hearer.phrase.tokens.end..cue.start).find(|&i| !self.tags[i].helps())?;
        let hears = self.p.is(verb, "heard") || self.p.is(verb, "told") && self.is_copula(verb - 1);
        let start = verb + 1 + usize::from(self.p.is(verb + 1, "that"));
        let own = (start..cue.start).find(|&i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary))?;
        let who = self.subject(own, start).filter(|_| hears && self.tags[cue.start] == Tag::Gerund)?;
        self.can_speak(&who).then(|| self.source(who))
    }

    /// "accused by Quill of", "was told by Quill".
    fn agent(&self, cue: &Range<usize>) -> Option<Phrase> {
        // Who is quoted by a newspaper, or asked by a reporter, says it himself.
        let heard = const { Words::new("asked cited pressed questioned quizzed quoted") };
        let by = self.p.is(cue.end, "by") && !cue.clone().any(|i| heard.contains(self.p.lower(i)));
        by.then(|| self.phrase_after(cue.end + 1, self.tags.len())).flatten().filter(|who| self.can_act(who))
    }

    /// "once called “a toy” by Quill".
    fn agent_behind(&self, cue: &Range<usize>, statement: &Statement) -> Option<Phrase> {
        let before = (0..cue.start).rev().find(|&i| self.tags[i] != Tag::Adverb)?;
        let passive = self.tags[before] == Tag::Comma || (before..cue.end).any(|i| self.is_copula(i));
        let q = self.p.quotation_at(cue.end + 1).filter(|_| passive).filter(|q| statement.quotations.contains(q))?;
        let by = self.p.token_at(self.p.quotations[q].outer.end);
        (self.p.is(by, "by"))
            .then(|| self.phrase_after(by + 1, self.tags.len()))
            .flatten()
            .filter(|who| self.can_speak(who))
    }

    /// "the Courier quoted Quill as saying".
    fn quoted_as(&self, cue: &Range<usize>) -> Option<Phrase> {
        let quotes = cue.clone().find(|&i| matches!(self.p.lower(i), "quoted" | "quotes" | "cited"))?;
        let who = self.phrase_after(quotes + 1, self.tags.len())?;
        let (as_, saying) = (who.tokens.end, who.tokens.end + 1);
        (self.p.is(as_, "as") && self.tags.get(saying) == Some(&Tag::Gerund)).then_some(who)
    }

    /// The agent is none of the words, nor is what ties them to it; words that are quoted end with their marks.
    fn leave_out_agent(&self, statement: &mut Statement, agent: &Range<usize>) {
        for piece in &mut statement.content {
            if piece.contains(&(agent.end - 1)) && agent.start <= piece.start + 1 {
                piece.start = agent.end;
                while piece.start < piece.end && self.p.is_one(piece.start, &const { Words::new("of as for that ,") }) {
                    piece.start += 1;
                }
            }
            let start = piece.start + usize::from(self.tags.get(piece.start) == Some(&Tag::Quote));
            if let Some(q) = self.p.quotation_at(start) {
                piece.end = piece.end.min(self.p.quotations[q].tokens.1);
            } else if piece.contains(&agent.start) {
                piece.end = agent.start;
            }
        }
        statement.kind = self.kind(&statement.content, &statement.quotations);
    }
}
