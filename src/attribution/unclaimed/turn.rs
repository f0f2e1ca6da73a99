//! Who speaks where no clause says so: turns of a transcript ("VALE: Well …"), a name behind a dash, a cue whose words
//! stand in the next paragraph.

use std::ops::Range;

use crate::lexicon::{Classes, Listed};
use crate::mention::{Category, Head, Name, Phrase, Scan, Source, Tag};
use crate::report::AttributionKind;
use crate::text::{Case, TokenKind, Words};

use super::super::frame::frames;
use super::super::statement::Statement;
use super::super::thought::QUESTIONS;

/// The longest label of a turn, in tokens ("SEN. ADA QUILL (D-VELL)").
const LABEL: usize = 8;

impl Scan<'_> {
    /// "VALE: Well, look …": a paragraph that begins with its speaker's name and a colon. Whether it is a turn only the
    /// article tells: it has others.
    pub(in crate::attribution) fn turn(&self) -> Option<Statement> {
        let start = usize::from(self.tags.first() == Some(&Tag::Quote));
        let colon = (start..self.tags.len().min(start + LABEL)).find(|&i| self.p.is(i, ":"))?;
        let words = || (start..colon).filter(|&i| self.p.tokens[i].kind == TokenKind::Word);
        let shouted = words().all(|i| self.p.tokens[i].case == Case::Upper);
        let person = |n: &&Name| {
            let surname = n.category == Category::Unknown && n.tokens.len() == 1;
            n.prefix <= start && n.tokens.end == colon && (surname || n.category == Category::Person)
        };
        let named = self.names.iter().any(|n| person(&n));
        let notice = words().any(|i| self.p.is_one(i, &NOTICES) || self.classes(i).has_any(Classes::PLACE));
        let end = self.tags.len() - usize::from(start > 0 && self.tags.last() == Some(&Tag::Quote));
        // "Quill: 547." counts votes.
        let told = (colon + 1..end).any(|i| self.p.tokens[i].kind == TokenKind::Word);
        let speaks = words().next().is_some() && (shouted || named) && !notice && colon + 2 < end && told;
        // "WASHINGTON: “…”" and "Ada Quill: “…”" are found by their marks.
        let quoted = self.tags.get(colon + 1) == Some(&Tag::Quote);
        let source = self.label(start, colon)?;
        let inside =
            (0..self.p.quotations.len()).filter(|&q| self.p.quotations[q].tokens.1 > colon).collect::<Vec<_>>();
        (speaks && !quoted).then(|| Statement {
            kind: AttributionKind::Direct,
            content: std::iter::once(colon + 1..end).collect(),
            quotations: inside,
            cue: None,
            source: Some(source),
            medium: None,
            frame: 0,
        })
    }

    fn label(&self, start: usize, colon: usize) -> Option<Source> {
        (start < colon)
            .then(|| self.source(Phrase { tokens: start..colon, core: start..self.core_end(&(start..colon)) }))
    }

    /// "“We stay.” — Ada Quill, a diver": the name behind a quotation that ends its paragraph.
    pub(in crate::attribution) fn signed(&self, quotation: usize) -> Option<Source> {
        self.signature(self.p.token_at(self.p.quotations[quotation].outer.end))
    }

    /// "— Ada Quill, a diver": whose words stand before the dash at a token.
    pub(in crate::attribution) fn signature(&self, mut at: usize) -> Option<Source> {
        let dash = |i: usize| self.p.is_one(i, &const { Words::new("— – ― - --") });
        if !dash(at) {
            return None;
        }
        while dash(at) {
            at += 1;
        }
        let name = self.names.iter().find(|n| n.prefix == at)?;
        let verb = self.has_verb(&(name.tokens.end..self.tags.len()));
        let borders = matches!(self.p.lower(name.tokens.end), "" | "." | "," | "(");
        (borders && !verb).then(|| self.phrase_after(at, self.tags.len()).map(|phrase| self.source(phrase))).flatten()
    }

    /// "“It leaks,” a former diver who sold the pump, “and is old.”", "“It leaks.” Vale answered, “It is old.”", "“Row with us,” was the message
    /// from the mayor": who stands right behind a quotation as no subject of a cue.
    pub(in crate::attribution) fn closing(&self, quotation: usize) -> Option<Source> {
        let (end, at) =
            (self.p.quotations[quotation].tokens.1, self.p.token_at(self.p.quotations[quotation].outer.end));
        let quoted = |i: usize| self.p.quotation_at(i + 1).is_some_and(|q| !self.is_title(q));
        if self.p.is(at, "was") && self.p.is(at + 1, "the") && self.p.is_one(at + 2, &RESPONSES) {
            let from =
                matches!(self.p.lower(at + 3), "from" | "of").then(|| self.phrase_after(at + 4, self.tags.len()))?;
            return from.map(|who| self.source(who));
        }
        let who = self.phrase_after(at, self.tags.len()).filter(|who| self.can_speak(who))?;
        let next = who.tokens.end;
        let (comma, stop) = (self.p.is(end - 1, ","), self.p.is(end - 1, "."));
        let bare = comma && self.p.is(next, ",") && quoted(next);
        let says = || {
            self.tags[next] == Tag::Verb && self.is_utterance_verb(next) && self.p.is(next + 1, ",") && quoted(next + 1)
        };
        let says = stop && next < self.tags.len() && says();
        (bare || says).then(|| self.source(who))
    }

    /// "Ada Quill has sent this to all: “…”", "Another diver was less sure: “…”": whoever does what announces the words.
    pub(in crate::attribution) fn announcing(&self, quotation: usize, frame: &Range<usize>) -> Option<Source> {
        let open = self.p.token_at(self.p.quotations[quotation].outer.start);
        let colon = open.checked_sub(1).filter(|&i| self.p.is(i, ":") && frame.contains(&i))?;
        // "For Ada Quill, the answer is simple:".
        if self.p.is(frame.start, "for") {
            let whom = self.phrase_after(frame.start + 1, colon)?;
            return (self.p.is(whom.tokens.end, ",") && self.can_speak(&whom)).then(|| self.source(whom));
        }
        let verb = (frame.start..colon).find(|&i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary))?;
        let leads = |phrase: &Phrase| (frame.start..phrase.tokens.start).all(|i| self.tags[i] != Tag::Subordinator);
        let subject = self.subject(verb, frame.start).filter(leads)?;
        // "His reply was swift:", "Quill’s answer:".
        let core = subject.core.clone();
        let owner = core.clone().find(|&i| matches!(self.tags[i], Tag::PossessivePronoun | Tag::Possessive));
        if let Some(owner) = owner.filter(|_| self.p.is_one(core.end - 1, &RESPONSES)) {
            let who = core.start..owner + usize::from(self.tags[owner] == Tag::PossessivePronoun);
            return (!who.is_empty()).then(|| self.source(Phrase { tokens: who.clone(), core: who }));
        }
        let source = self.source(subject);
        let speaks = match source.head {
            Head::Name(n) => self.names[n].category == Category::Person,
            Head::Pronoun(i) => matches!(self.p.lower(i), "he" | "she"),
            Head::Description(_) => self.can_speak(&source.phrase),
            Head::Voice(_) => false,
        };
        speaks.then_some(source)
    }

    /// "Ada Quill was scathing. “It is over.”": whom the sentence right before a quotation is about.
    pub(in crate::attribution) fn turned_to(&self, frame: &Range<usize>) -> Option<Source> {
        let quoted = frame.clone().any(|i| self.p.quotation_at(i).is_some());
        let opens = |&i: &usize| !matches!(self.tags[i], Tag::Coordinator | Tag::Adverb | Tag::Comma);
        let start = frame.clone().find(opens).filter(|_| !quoted)?;
        let subject = self.phrase_after(start, frame.end)?;
        let verb = matches!(self.tags.get(subject.tokens.end), Some(Tag::Verb | Tag::Auxiliary));
        let source = self.source(subject);
        let person = match source.head {
            Head::Name(n) => self.names[n].category == Category::Person,
            Head::Description(_) => {
                self.p.is_one(start, &const { Words::new("a an another one") }) && self.can_speak(&source.phrase)
            }
            Head::Pronoun(_) | Head::Voice(_) => false,
        };
        (verb && person).then_some(source)
    }

    /// "Quill said:" at a paragraph's end: who is about to be quoted, and the tokens of the cue.
    pub(in crate::attribution) fn announced(&self) -> Option<(Source, Range<usize>)> {
        let last = self.tags.len().checked_sub(1).filter(|&i| self.p.is(i, ":"))?;
        let frames = frames(self.p);
        let frame = frames.len().checked_sub(1)?;
        let group = self.groups(&frames).into_iter().rfind(|g| g.frame == frame);
        if let Some(group) = group.filter(|group| last - group.cue.tokens.end < 16) {
            return group.source.map(|source| (source, group.cue.tokens));
        }
        // "made the following statement:": a noun tells that words come.
        let range = frames[frame].clone();
        let verb = range.clone().find(|&i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary))?;
        let said = |i: usize| {
            let word = self.classes(i);
            word.has_any(Classes::REPORTING_NOUN | Classes::DOCUMENT_NOUN) || self.p.is(i, "following")
        };
        let source = self.source(self.subject(verb, range.start)?);
        let speaks = matches!(source.head, Head::Name(_) | Head::Pronoun(_));
        (speaks && last - verb < 16 && (verb + 1..last).any(said)).then_some((source, verb..last))
    }

    /// Whether a source is the name of a place.
    pub(in crate::attribution) fn is_place(&self, source: &Source) -> bool {
        matches!(source.head, Head::Name(n) if self.names[n].category == Category::Place)
    }
}

impl Statement {
    /// Whether it is a [turn](Scan::turn): its source stands before a colon at the beginning of its paragraph, and no cue.
    pub(in crate::attribution) fn is_turn(&self, scan: &Scan<'_>) -> bool {
        let label = self.source.as_ref().map(|s| &s.phrase.tokens).filter(|_| self.cue.is_none());
        label.is_some_and(|l| {
            l.start < 2 && scan.p.is(l.end, ":") && self.content.first().is_some_and(|c| c.start == l.end + 1)
        })
    }

    /// Whether it is a turn whose label is somebody's, whatever the article says elsewhere: a full name, or one in capitals.
    pub(in crate::attribution) fn is_clear_turn(&self, scan: &Scan<'_>) -> bool {
        let label = self.source.as_ref().filter(|_| self.is_turn(scan)).map(|s| s.phrase.tokens.clone());
        label.is_some_and(|label| {
            let person = |n: &Name| n.tokens.end == label.end && n.category == Category::Person;
            scan.names.iter().any(person) || label.clone().all(|i| scan.p.tokens[i].case != Case::Title)
        })
    }

    /// Whether its cue is the colon behind the source at the beginning of its paragraph: the tagger's reading of what may be a turn.
    pub(in crate::attribution) fn is_label(&self, scan: &Scan<'_>) -> bool {
        self.source.as_ref().zip(self.cue.as_ref()).is_some_and(|(source, cue)| {
            let label = &source.phrase.tokens;
            label.start < 2
                && label.end == cue.tokens.start
                && cue.tokens.len() == 1
                && scan.p.is(cue.tokens.start, ":")
        })
    }

    /// "Quill: The quay leaks" is what Quill says; "Quill: What we know" and "Quill: The woman who stayed" are about her.
    pub(in crate::attribution) fn is_told(&self, scan: &Scan<'_>) -> bool {
        let mut words = self.content.iter().flat_map(Clone::clone).filter(|&i| scan.tags[i] != Tag::Quote);
        let asks = self.content.first().is_some_and(|c| {
            let first = scan.p.lower(c.start);
            QUESTIONS.contains(first) || matches!(first, "which" | "everything")
        });
        let border = words.find(|&i| matches!(scan.tags[i], Tag::Verb | Tag::Auxiliary | Tag::Relative));
        !asks && border.is_some_and(|i| scan.tags[i] != Tag::Relative)
    }
}

/// What somebody answers or thinks.
static RESPONSES: Listed = Listed::new("turn-responses");

/// Words of a label that opens no turn.
static NOTICES: Listed = Listed::new("turn-notices");
