//! The words of a source phrase: its head, its number, and whom it names.

use std::ops::Range;

use crate::lexicon::{Classes, PhraseClass};
use crate::mention::{Category, NameIndex, Tag, is_staff};
use crate::text::{TokenKind, Words};

use super::Sourced;

impl Sourced<'_> {
    pub(super) fn core(&self) -> Range<usize> {
        self.phrase.core.clone()
    }

    /// The last noun of the base phrase; behind it may stand an adjective ("people familiar").
    pub(super) fn head_at(&self) -> usize {
        // "a source close to": "close" may look like a noun.
        let knows = |i: &usize| self.scan.longest(i + 1, PhraseClass::AnonymityKnowledge).is_some();
        if let Some(head) = self.core().find(knows) {
            return head;
        }
        let noun = |i: &usize| !matches!(self.scan.tags[*i], Tag::Adjective | Tag::Adverb | Tag::Participle);
        self.core().rev().find(noun).unwrap_or(self.phrase.core.end - 1)
    }

    pub(super) fn head(&self) -> &str {
        self.scan.p.lower(self.head_at())
    }

    pub(super) fn first(&self) -> &str {
        self.scan.p.lower(self.phrase.core.start)
    }

    pub(super) fn classes(&self) -> Classes {
        self.scan.lexicon.word(self.head())
    }

    pub(super) fn has(&self, words: Words) -> bool {
        self.core().any(|i| words.contains(self.scan.p.lower(i)))
    }

    pub(super) fn is_plural(&self) -> bool {
        let head = self.head();
        matches!(head, "people" | "staff" | "personnel")
            || self.classes().has_any(Classes::PLURAL)
            || (head.ends_with('s')
                && !head.ends_with("ss")
                && self.scan.lexicon.singular(head).is_none_or(|s| s != head))
    }

    /// Whether the phrase names somebody: by apposition, by an example, or as a body for which the group works.
    pub(super) fn is_named(&self) -> bool {
        let all = self.phrase.tokens.clone();
        let person = self.names(&all).any(|n| self.scan.names[n].category == Category::Person && !self.is_modifier(n));
        // "people close to Ada Quill", "critics of Ada Quill": named is whom they talk about.
        let about = all.clone().any(|i| {
            i >= self.phrase.core.end
                && self.scan.p.is_one(i, &const { Words::new("to with of on who about from around initials") })
        });
        (person && !about) || self.gives_examples() || self.is_led_by_a_name()
    }

    /// "including Ada Quill", "such as Quill Marine": in the sentence, or opening the next one.
    fn gives_examples(&self) -> bool {
        let (p, at) = (self.claim.paragraph, self.phrase.core.start);
        let named = |paragraph: usize, sentence: &Range<usize>| {
            let scan = &self.view.scans[paragraph];
            sentence.clone().any(|i| {
                let such_as = scan.p.is(i, "such") && scan.p.is(i + 1, "as");
                let among = scan.p.is(i, "among") && scan.p.is(i + 1, "them");
                // "members and organisations such as Quill Marine": the example is one of the latter.
                let other =
                    such_as && paragraph == p && (self.phrase.core.end..i).any(|k| scan.tags[k] == Tag::Coordinator);
                // "some defenders of trade, like Ada Quill,": set off, it gives an example; elsewhere it compares.
                let like = scan.p.is(i, "like") && i > 0 && scan.tags[i - 1] == Tag::Comma;
                !other
                    && (such_as || among || like || scan.p.is(i, "including"))
                    && scan.names.iter().any(|n| n.prefix >= i && n.prefix <= i + 4 && n.category != Category::Place)
            })
        };
        let sentence = self.view.sentence(p, at);
        let beside = at..sentence.end.min(self.phrase.tokens.end + 12);
        named(p, &beside)
            || self.view.next_sentence(p, at).is_some_and(|(p, s)| {
                let opening = s.start..s.end.min(s.start + 4);
                self.view.has_word(p, &opening, const { Words::new("among including") }) && named(p, &s)
            })
    }

    fn is_modifier(&self, n: NameIndex) -> bool {
        self.scan.names[n].tokens.end < self.phrase.core.end
    }

    pub(super) fn names(&self, range: &Range<usize>) -> impl Iterator<Item = NameIndex> + use<'_> {
        let range = range.clone();
        (0..self.scan.names.len()).filter(move |&n| {
            let t = &self.scan.names[n].tokens;
            t.start >= range.start && t.end <= range.end
        })
    }

    /// Whether the group belongs to a body that the article names: "Quill Marine engineers", "economists at Quill Bank".
    pub(super) fn has_body(&self) -> bool {
        let all = self.phrase.tokens.clone();
        self.names(&all).any(|n| self.is_body(n))
    }

    /// Whether a name is one of a body, rather than of a land, a place or a street.
    pub(super) fn is_body(&self, n: NameIndex) -> bool {
        let first = self.scan.names[n].tokens.start;
        // The first word of a sentence may not look like a part of the name.
        let street = (first.saturating_sub(1)..=first).any(|i| self.scan.p.is(i, "wall"));
        !self.is_of_a_land(n) && !street && !self.is_stray(n)
    }

    /// "Vellish", "Port Vell", a platform's name.
    pub(super) fn is_of_a_land(&self, n: NameIndex) -> bool {
        let name = &self.scan.names[n];
        let open = Classes::PLATFORM | Classes::DEMONYM | Classes::PLACE;
        // "South Vellish".
        let people = self.scan.classes(name.tokens.end - 1).has_any(Classes::DEMONYM);
        name.category == Category::Place || people || name.tokens.clone().all(|i| self.scan.classes(i).has_any(open))
    }

    /// A capital at the beginning of a sentence that no other place in the article repeats may be no name at all.
    pub(super) fn is_stray(&self, n: NameIndex) -> bool {
        let name = &self.scan.names[n];
        let first = name.tokens.start;
        let opens = self.scan.p.begins_sentence(first) && name.tokens.len() == 1;
        let word = self.scan.p.word(first);
        // "Union members" is a word for people, whatever the capital suggests.
        if opens && self.scan.longest(first, PhraseClass::Group).is_some() {
            return true;
        }
        opens
            && name.category == Category::Unknown
            && self.scan.tags.get(first + 1) == Some(&Tag::Noun)
            && !self.view.scans.iter().any(|s| {
                s.names.iter().any(|o| {
                    let other = s.p.word(o.tokens.start);
                    other == word && !(std::ptr::eq(s.p, self.scan.p) && o.tokens.start == first)
                })
            })
    }

    pub(super) fn is_definite(&self) -> bool {
        const { Words::new("the this that these those both all such no each") }.contains(self.first())
            || self.core().any(|i| matches!(self.scan.tags[i], Tag::PossessivePronoun | Tag::Possessive))
    }

    /// "two", "3": few enough to be particular people.
    pub(super) fn is_counted(&self) -> bool {
        const FEW: Words = Words::new("two three four five six seven eight nine ten eleven twelve");
        self.core().take(2).any(|i| {
            let word = self.scan.p.lower(i);
            FEW.contains(word)
                || (self.scan.p.tokens[i].kind == TokenKind::Number && word.parse::<u32>().is_ok_and(|n| n <= 20))
        })
    }

    /// "he and other challengers": one of them is known.
    fn is_behind_somebody(&self) -> bool {
        let before = self.phrase.core.start.checked_sub(2);
        before.is_some_and(|i| {
            self.scan.tags[i + 1] == Tag::Coordinator && self.scan.p.is_one(i, &const { Words::new("he she him her") })
        })
    }

    /// "Ada Quill and other engineers", "he and other engineers", "she and her supporters".
    pub(super) fn is_listed_with_somebody(&self) -> bool {
        let own = self.scan.tags[self.phrase.core.start] == Tag::PossessivePronoun;
        (own || self.has(const { Words::new("other others") })) && (self.is_behind_somebody() || self.is_listed())
    }

    /// "Executives said" behind what "Quillcom executives said": the body for which they work has been told.
    pub(super) fn is_staff_told_of(&self) -> bool {
        let head = self.head();
        is_staff(head)
            && self.core().len() == 1
            && self.view.claims_before(self.claim).iter().any(|c| {
                let scan = &self.view.scans[c.paragraph];
                let before = Sourced { view: self.view, scan, claim: c, phrase: &c.source.phrase };
                before.head() == head && before.has_body()
            })
    }

    /// "leaders of the organisation": a body that the article has told of stands behind them.
    pub(super) fn leads_a_body(&self) -> bool {
        let of = self.core().end;
        let body = self.scan.p.is(of, "of") && matches!(self.scan.p.lower(of + 1), "the" | "this" | "that");
        is_staff(self.head())
            && self.core().len() == 1
            && body
            && self.scan.classes(of + 2).has_any(Classes::ORGANIZATION_NOUN)
    }

    /// "AT&T and others": one of a list whose other members are named.
    pub(super) fn is_listed(&self) -> bool {
        let before = self.phrase.core.start.checked_sub(1);
        before.is_some_and(|i| self.scan.tags[i] == Tag::Coordinator && i > 0 && self.scan.tags[i - 1] == Tag::Name)
            || self.phrase.tokens.start < self.phrase.core.start
    }

    /// The head of what "and" joins to the base phrase.
    pub(super) fn conjunct(&self) -> Option<usize> {
        let and = self.phrase.core.end;
        if self.scan.tags.get(and) != Some(&Tag::Coordinator) {
            return None;
        }
        (and + 1..self.scan.tags.len())
            .take_while(|&i| self.scan.tags[i].is_nominal() || self.scan.classes(i).has_any(Classes::GROUP))
            .last()
    }
}
