//! Roles before a name, parted from it by a comma: the name is the apposition.

use std::ops::Range;

use crate::lexicon::Classes;
use crate::text::{ByteSpan, Words};

use super::category::Category;
use super::role::LONGEST;
use super::tag::Tag;
use super::{Name, NameIndex, Scan};

/// What begins the clause that gives somebody a name.
const NAMING: Words = Words::new("who identified known");

impl Scan<'_> {
    /// "Quill’s attorney, Ada Vale, said", "The group that owns the quay, Quill Marine,": the name is the apposition.
    /// `at` is where the name begins, with a rank before it: "The club’s chair, Rev Ada Quill".
    pub(super) fn role_in_front(&self, name: NameIndex, at: usize) -> Option<ByteSpan> {
        let n = &self.names[name];
        let comma = at.checked_sub(1).filter(|&i| self.tags[i] == Tag::Comma && self.p.quotation_at(i).is_none())?;
        // "with the chair, Ada Quill, Jonas Vale and others": a list.
        let another = self.names.iter().find(|m| m.prefix == n.tokens.end + 1);
        if another.is_some_and(|m| m.category == Category::Person) && self.tags.get(n.tokens.end) == Some(&Tag::Comma) {
            return None;
        }
        let floor = (0..comma)
            .rev()
            .find(|&i| matches!(self.tags[i], Tag::Comma | Tag::Mark | Tag::Quote | Tag::Subordinator) || self.says(i))
            .map_or(0, |i| i + 1);
        let floor = (floor..comma).find(|&i| !matches!(self.tags[i], Tag::Coordinator | Tag::Adverb)).unwrap_or(floor);
        let opens = match self.tags.get(floor) {
            // "That researcher, Ada Quill": points to what was told before.
            Some(Tag::Determiner) => !matches!(self.p.lower(floor), "that" | "this"),
            Some(Tag::PossessivePronoun | Tag::Name) => true,
            // "Headteacher at Mill Lane, Ada Quill, said", "Local councillor, Ada Quill, said".
            Some(Tag::Noun | Tag::Adjective) => self.p.begins_sentence(floor) && n.category == Category::Person,
            _ => false,
        };
        // "A harbour engineer with the board, Quill left": what stands before the subject is said of it.
        let fronted = matches!(self.p.lower(floor), "a" | "an")
            && self.p.begins_sentence(floor)
            && matches!(self.tags.get(n.tokens.end), Some(Tag::Verb | Tag::Auxiliary | Tag::Adverb | Tag::Adjective));
        let closed = matches!(self.tags.get(n.tokens.end), Some(Tag::Comma | Tag::Mark) | None) || fronted;
        let core = floor..self.core_end(&(floor..comma));
        let last = core.end.checked_sub(1)?;
        let body = self.classes(last).has_any(Classes::ORG_HEAD) || self.is_body_noun(last);
        let bare = matches!(self.tags[floor], Tag::Noun | Tag::Adjective);
        let role = self.is_role_word(last) && !self.p.is(last, "family");
        let person = n.category == Category::Person && role && (core.len() > 1 || bare);
        let fits = person || (body && !self.is_given_name(n.tokens.start));
        // "The mayor has stood behind the chair, Ada Quill": a clause says more than who she is.
        let finite = |i: usize| match self.tags[i] {
            Tag::Auxiliary => true,
            Tag::Verb => !self.p.lower(i).ends_with("ed") && self.has_object(i),
            _ => false,
        };
        let told = (core.end..comma).find(|&i| self.tags[i] == Tag::Relative || finite(i));
        let clause = told.is_some_and(finite);
        (closed && opens && fits && !clause && comma - floor <= LONGEST && core.end <= comma)
            .then(|| self.p.span(&(floor..comma)))
            .or_else(|| self.office_in_front(n, comma))
    }

    /// "quit as the board’s chair, Ada Quill, said", "On Monday Vellmark’s envoy to Port Reed, Ada Quill, left": somebody's one office
    /// right before the comma, wherever in the sentence.
    fn office_in_front(&self, n: &Name, comma: usize) -> Option<ByteSpan> {
        let dated = |i: &usize| self.classes(*i).has_any(Classes::WEEKDAY | Classes::MONTH);
        let start = self.office_start(comma)?;
        let start = (start..comma).find(|i| !dated(i))?;
        let core = start..self.core_end(&(start..comma));
        let last = core.end.checked_sub(1).filter(|&i| i > start && self.tags[start] != Tag::Possessive)?;
        let possessor = || core.clone().any(|i| self.tags[i] == Tag::Possessive);
        let definite = match self.tags[start] {
            Tag::Determiner => matches!(self.p.lower(start), "the" | "a" | "an"),
            Tag::PossessivePronoun => true,
            _ => possessor(),
        };
        let one = self.is_role_word(last) && !self.classes(last).has_any(Classes::PLURAL);
        let closed = match self.tags.get(n.tokens.end) {
            Some(Tag::Comma | Tag::Mark) | None => true,
            // "Vellmark’s Prime Minister, Ada Quill said".
            Some(Tag::Verb) => self.says(n.tokens.end) && possessor(),
            _ => self.p.is(n.tokens.end, "of"),
        };
        let kin = self.classes(last);
        let kin = kin.has(Classes::RELATION) && kin.has_any(Classes::MASCULINE | Classes::FEMININE);
        let person = n.category == Category::Person || n.category == Category::Unknown && (kin || n.tokens.len() > 1);
        (person && definite && one && closed && comma - start <= LONGEST).then(|| self.p.span(&(start..comma)))
    }

    /// "A nurse who gave her name only as Ada", "A nurse, known only as Ada": the role of whoever gave it.
    pub(super) fn role_of_namer(&self, name: NameIndex) -> Option<ByteSpan> {
        let start = self.names[name].prefix;
        let clause = start.saturating_sub(11)..start;
        let who = clause.clone().rev().find(|&i| self.p.is(i, "who"));
        let who = who.or_else(|| clause.rev().find(|&i| self.p.is_one(i, &NAMING))).filter(|&i| i > 0)?;
        let end = who - usize::from(self.tags[who - 1] == Tag::Comma);
        let gave = self.is_given_behind(who..start) && end > 0 && self.is_role_word(end - 1);
        self.office_start(end).filter(|_| gave).map(|first| self.p.span(&(first..end)))
    }

    /// "who goes by | Ada", "known by his nom de guerre | Ada": whether a clause gives the name behind it to whom it is about.
    pub(super) fn is_given_behind(&self, clause: Range<usize>) -> bool {
        let gives = &const { Words::new("gave goes identified known named") };
        // "known as the Harbour Board".
        let clause = clause.start..clause.end - usize::from(self.p.is(clause.end - 1, "the"));
        // "only by her first name, Ada".
        let last = clause.end - 1 - usize::from(self.p.is(clause.end - 1, ",") && self.p.is(clause.end - 2, "name"));
        // "identified by the board as Ada": the board is no name of hers.
        let goes = || self.p.is(last, "by") && clause.clone().any(|i| self.p.is(i, "goes"));
        (self.p.is_one(last, &const { Words::new("as name alias guerre pseudonym") }) || goes())
            && clause.clone().any(|i| self.p.is_one(i, &NAMING))
            && clause.clone().any(|i| self.p.is_one(i, gives))
    }

    /// Where the noun phrase begins that ends at `end`, with a role's complements: "the head of the board of trade".
    fn office_start(&self, end: usize) -> Option<usize> {
        let tie = |i: usize| {
            self.p.is_one(i, &const { Words::new("of for in at to on") }) && i > 0 && self.is_role_word(i - 1)
        };
        let mut i = end;
        while i > 0 {
            let article = matches!(self.tags[i - 1], Tag::Determiner | Tag::PossessivePronoun);
            if article && !(i > 1 && tie(i - 2)) {
                i -= 1;
                break;
            }
            // "his chief of staff and harbour master".
            let joined = self.p.is(i - 1, "and") && i < end && self.is_role_word(end - 1);
            if !self.tags[i - 1].is_nominal() && !tie(i - 1) && !joined {
                break;
            }
            i -= 1;
        }
        (i < end).then_some(i)
    }
}
