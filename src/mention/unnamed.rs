//! A source that nothing names: a kind and a number of its own for "critics", "a resident", "the report".

use std::ops::Range;

use crate::lexicon::{Classes, Listed};
use crate::report::SourceKind;
use crate::text::Words;

use super::resolve::{Discourse, Unnamed};
use super::tag::Tag;

/// Words for some of many people.
static COUNTED: Listed = Listed::new("unnamed-counted");

/// Words for bodies that go on in no longer name, beside those on the lists.
const BODIES: Words = Words::new("forecaster headquarters media military police press watchdog");

impl Discourse<'_> {
    /// The number of the source that a description stands for: one met before where the words say so, a new one otherwise.
    pub(super) fn unnamed_source(
        &mut self,
        paragraph: usize,
        core: &Range<usize>,
        all: &Range<usize>,
        head: String,
        definite: bool,
        plural: bool,
    ) -> usize {
        let p = &self.readings[paragraph].paragraph;
        let text = p.span(core).of(p.text()).to_owned();
        // "a source who works with her" is another one than "a source".
        let told = !definite && !plural && self.readings[paragraph].tags.get(core.end) == Some(&Tag::Relative);
        let by_name = self.unnamed_by_name.get(&text.to_ascii_lowercase()).filter(|_| !told);
        let by_head = if definite { self.unnamed_by_head.get(&head) } else { None };
        // "the envoy" is none of the "two envoys".
        let alike = |known: &Unnamed| plural || known.kind != SourceKind::Group || known.head == "group";
        let by_head = by_head.filter(|id| {
            let known = &self.unnamed[**id];
            alike(known) && !self.is_of_another_field(paragraph, core, &known.name.to_lowercase())
        });
        let same = by_name.max(by_head).copied();
        let mention = (paragraph, all.clone());
        if let Some(known) = same {
            self.unnamed[known].mentions.push(mention);
            return known;
        }
        let classes = self.lexicon.word(&head);
        let kind = if classes.has_any(Classes::DOCUMENT_NOUN) {
            SourceKind::Document
        } else if self.is_body(&head) || p.is_one(core.end - 1, &BODIES) {
            SourceKind::Organization
        } else if plural
            || COUNTED.contains(&head)
            || classes.has(Classes::NUMBER) && head != "one"
            || p.is(core.start, "some")
        {
            SourceKind::Group
        } else {
            SourceKind::Person
        };
        // "residents of the quay, who" believed: the pronoun is no part of what they are called.
        let loose = |&i: &usize| {
            let day = |i: usize| self.lexicon.word(p.lower(i)).has_any(Classes::WEEKDAY);
            // "members of the board on Friday" said.
            p.is_one(i, &const { Words::new(", — – -- - who which that") }) || day(i) || p.is(i, "on") && day(i + 1)
        };
        // "State media, citing a report".
        let inserted = (core.end..all.end.saturating_sub(1)).find(|&i| {
            let tags = &self.readings[paragraph].tags;
            // "The union, which has 80 members", "the diver, a former baker".
            let clause = tags[i + 1] == Tag::Relative || definite && p.is_one(i + 1, &const { Words::new("a an") });
            // "The suit, filed in May,".
            tags[i] == Tag::Comma && (matches!(tags[i + 1], Tag::Gerund | Tag::Verb | Tag::Participle) || clause)
        });
        let last = (all.start..inserted.unwrap_or(all.end)).rev().find(|i| !loose(i));
        let whole = p.span(&(all.start..last.map_or(all.end, |i| i + 1).max(core.end))).of(p.text());
        let name = if whole.len() <= 80 && !whole.contains(['“', '"']) { whole.to_owned() } else { text };
        // "the board, whose leader": of the board.
        let relative = core.start.checked_sub(1).filter(|&i| p.is(i, "whose"));
        let owner = relative.and_then(|i| self.readings[paragraph].scan(self.lexicon).antecedent(i, 0));
        let owner = owner
            .filter(|of| self.readings[paragraph].tags[of.core.end - 1] == Tag::Name || p.is(of.core.start, "the"));
        let name = owner.map_or(name.clone(), |of| format!("{name} of {}", p.span(&of.core).of(p.text())));
        let id = self.unnamed.len();
        self.unnamed_by_name.insert(name.to_ascii_lowercase(), id);
        self.unnamed_by_head.insert(head.clone(), id);
        self.unnamed.push(Unnamed { name, head, proper: false, kind, mentions: vec![mention] });
        id
    }

    /// Whether a noun stands for an organisation that was named before.
    pub(super) fn is_body(&self, head: &str) -> bool {
        self.lexicon.word(head).has_any(Classes::ORGANIZATION_NOUN)
    }
}
