//! Headings, which have no full stop and leave out articles: "Bridge could fall, engineer warns", "‘We are cold’: Quill hits back".

use std::ops::Range;

use crate::lexicon::{Classes, VerbClass};
use crate::mention::{Phrase, Scan, Tag};
use crate::report::AttributionKind;
use crate::text::{TokenKind, Words};

use super::super::Statement;
use super::super::cue::{Act, Cue};
use super::overlap;

/// The longest heading, in tokens, and the longest source in one.
const HEADING: usize = 32;
const SOURCE: usize = 7;

/// Verbs with which headlines let somebody speak, beside those of reporting.
const SPEAKS: Words = Words::new("attacks blasts hits lashes on opens rages slams speaks tears vows");

impl Scan<'_> {
    /// Adds what a heading lays to somebody, where nothing has been found that does.
    pub(super) fn head_line(&self, statements: &mut Vec<Statement>) {
        let Some(found) = self.heading_tail().or_else(|| self.heading_quotation()) else { return };
        let meets = |s: &Statement| s.content.iter().any(|c| found.content.iter().any(|own| overlap(c, own) > 0));
        let told = |s: &Statement| s.source.is_some() && s.kind != AttributionKind::Attitude;
        if statements.iter().any(|s| told(s) && meets(s)) {
            return;
        }
        statements.retain(|s| !meets(s));
        statements.push(found);
    }

    /// Whether the paragraph has the shape of a heading.
    fn is_heading_line(&self) -> bool {
        let last = self.tags.len().checked_sub(1);
        self.tags.len() <= HEADING && last.is_some_and(|i| !matches!(self.tags[i], Tag::Mark | Tag::Quote))
    }

    /// "Bridge could fall, engineer warns", "Thousands without power, says grid firm".
    fn heading_tail(&self) -> Option<Statement> {
        let end = self.tags.len();
        let comma = (3..end).rev().find(|&i| self.tags[i] == Tag::Comma).filter(|_| self.is_heading_line())?;
        let reports = |i: usize| {
            let verb = self.lexicon.reporting_verb(self.p.lower(i))?;
            let says = verb.class.is_utterance() || verb.class == VerbClass::Show;
            // "Carer stole from widow, jury told": the jury hears it.
            (says && self.tags[i] != Tag::Gerund && !self.p.is(i, "told")).then(|| Act::of(verb, false))
        };
        let (cue, who, act) = if let Some(act) = reports(end - 1) {
            (end - 1, comma + 1..end - 1, act)
        } else {
            let finite = |i: usize| self.p.lower(i).ends_with('s') || self.p.is(i, "said");
            (comma + 1, comma + 2..end, reports(comma + 1).filter(|_| finite(comma + 1))?)
        };
        // "study" may look like a verb.
        let nominal = |i: usize| {
            let tied = i + 1 < who.end && self.tags[i] == Tag::Preposition;
            self.tags[i].is_nominal() || self.tags[i] == Tag::Verb || tied
        };
        let outside = self.p.quotation_at(comma).is_none() && self.p.quotation_at(cue).is_none();
        if who.is_empty() || who.len() > SOURCE || !who.clone().all(nominal) || !outside {
            return None;
        }
        let core = who.start..self.core_end(&who).max(who.start + 1);
        let speaks = Classes::ORGANIZATION_NOUN | Classes::ORG_HEAD | Classes::ROLE | Classes::MEDIA_NOUN;
        let phrase = Phrase { tokens: who, core };
        let head = phrase.core.end - 1;
        let known = self.can_speak(&phrase) || self.classes(head).has_any(speaks) || self.p.is(head, "police");
        known.then(|| self.heading(0..comma, Cue { tokens: cue..cue + 1, act }, phrase))
    }

    /// "‘We are cold’: Ada Quill hits back".
    fn heading_quotation(&self) -> Option<Statement> {
        let quotation = self.p.quotations.first().filter(|_| self.is_heading_line())?;
        let colon = self.p.token_at(quotation.outer.end);
        let opens = self.p.token_at(quotation.outer.start) == 0 && self.p.is(colon, ":");
        let name = self.names.iter().find(|n| opens && n.prefix == colon + 1)?;
        let at = name.tokens.end;
        let verb = self.lexicon.reporting_verb(self.p.lower(at));
        let speaks = self.p.is_one(at, &SPEAKS) || verb.is_some_and(|verb| verb.class.is_utterance());
        let phrase = Phrase { tokens: name.prefix..at, core: name.tokens.clone() };
        let words = (quotation.tokens.0..quotation.tokens.1).filter(|&i| self.p.tokens[i].kind == TokenKind::Word);
        let cue = Cue { tokens: colon..colon + 1, act: Act::Source };
        (speaks && words.count() > 1).then(|| self.heading(quotation.tokens.0..quotation.tokens.1, cue, phrase))
    }

    fn heading(&self, content: Range<usize>, cue: Cue, who: Phrase) -> Statement {
        let source = self.source(who);
        let quotations = self.quotations_in(std::slice::from_ref(&content));
        let content = vec![content];
        Statement {
            kind: self.kind(&content, &quotations),
            content,
            quotations,
            cue: Some(cue),
            source: Some(source),
            medium: None,
            frame: 0,
        }
    }
}
