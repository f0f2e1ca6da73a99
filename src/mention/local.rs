//! Bodies that are named by whose they are: "Port Vell police", "New Vell’s health ministry", "the Quill campaign".
//!
//! Only the place or the person has a capital, but there is one such body, and every reader knows which: the phrase is a name.
//! Later "police" or "the ministry" are the same, as long as the article tells of no other.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::lexicon::{Classes, Listed};
use crate::report::SourceKind;
use crate::text::{Case, Words};

use super::category::Category;
use super::mentions::Mentions;
use super::officials::is_spokesperson;
use super::resolve::{Discourse, Unnamed};
use super::tag::Tag;

/// What a country, a state or a town has one of.
static OF_PLACES: Listed = Listed::new("local-of-places");

/// What is called by a politician's name.
const OF_PERSONS: Words = Words::new("administration campaign government");

/// So many words can stand between the place and the body: "Port Vell public health department".
const BETWEEN: usize = 3;

/// One place of such a name.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Local {
    /// Its tokens, from the capital on.
    tokens: Range<usize>,
    /// Where the body's own words begin.
    behind: usize,
}

impl Discourse<'_> {
    /// Notes every such name of the article, in order: the phrase by which it is called first stands for all of them.
    pub(super) fn find_locals(&mut self) {
        let mut known: FxHashMap<String, usize> = FxHashMap::default();
        for paragraph in 0..self.readings.len() {
            let p = &self.readings[paragraph].paragraph;
            for Local { tokens, behind } in self.locals(paragraph) {
                let words: Vec<&str> = tokens.clone().filter(|&i| p.lower(i) != "'s").map(|i| p.lower(i)).collect();
                // "Ada Quill’s campaign", "the Quill campaign": the word before the body's own tells.
                let key = words[words.len().saturating_sub(1 + tokens.end - behind)..].join(" ");
                let mention = (paragraph, tokens.clone());
                let id = *known.get(&key).unwrap_or(&self.unnamed.len());
                self.local_ends.insert((paragraph, tokens.end), (tokens.start, id));
                if let Some(body) = self.unnamed.get_mut(id) {
                    body.mentions.push(mention);
                    continue;
                }
                known.insert(key, id);
                let text = p.span(&tokens).of(p.text());
                self.unnamed.push(Unnamed {
                    name: text.to_owned(),
                    head: p.lower(tokens.end - 1).to_owned(),
                    proper: true,
                    kind: SourceKind::Organization,
                    mentions: vec![mention],
                });
            }
        }
        self.local_bodies = self.unnamed.len();
    }

    /// The body that a description names, by its place or again without it.
    pub(super) fn local(&self, paragraph: usize, core: &Range<usize>) -> Option<(usize, bool)> {
        let p = &self.readings[paragraph].paragraph;
        let bodies = &self.unnamed[..self.local_bodies];
        if let Some(&(_, id)) = self.local_ends.get(&(paragraph, core.end)).filter(|(start, _)| *start >= core.start) {
            return Some((id, false));
        }
        let head = p.lower(core.end - 1);
        let mut same = bodies.iter().enumerate().filter(|(_, body)| body.head == head);
        let (id, body) = same.next()?;
        // Of two police forces "police" is neither.
        if same.next().is_some() {
            return None;
        }
        let name = body.name.to_lowercase();
        let own =
            |word: &str| matches!(word, "the" | "'s" | "city" | "local" | "town") || name.split(' ').any(|w| w == word);
        let before = body.mentions.first().is_some_and(|first| (first.0, first.1.start) < (paragraph, core.start));
        let definite = p.is(core.start, "the") && before || head == "police";
        (definite && (core.start..core.end - 1).all(|i| own(p.lower(i)))).then_some((id, true))
    }

    /// "a spokeswoman for Thornley police", "data from the Vellish interior ministry": the body that the words behind a preposition name.
    pub(super) fn local_voice(&self, paragraph: usize, core: &Range<usize>, all: &Range<usize>) -> Option<usize> {
        let p = &self.readings[paragraph].paragraph;
        let noun = p.lower(core.end - 1);
        let start = core.end + 1 + usize::from(p.is(core.end + 1, "the"));
        let voice = is_spokesperson(noun) || self.lexicon.word(noun).has(Classes::DOCUMENT_NOUN);
        self.local_ends.get(&(paragraph, all.end)).filter(|(first, _)| voice && *first == start).map(|&(_, id)| id)
    }

    fn locals(&self, paragraph: usize) -> Vec<Local> {
        let reading = self.readings[paragraph];
        let p = &reading.paragraph;
        let mut all: Vec<Local> = Vec::new();
        for (n, name) in reading.names.iter().enumerate() {
            let entity = &self.chains.entities[self.chains.entity_of((paragraph, n))];
            let place = entity.category == Category::Place || name.category == Category::Place;
            let heads = match entity.category {
                // A town that no list has looks like anybody: only its police tell.
                _ if place || entity.unsure => *OF_PLACES,
                Category::Person => OF_PERSONS,
                _ => continue,
            };
            let behind = name.tokens.end + usize::from(p.is(name.tokens.end, "'s"));
            all.extend(local(reading, name.tokens.start, behind, heads));
            if entity.unsure {
                all.extend(local(reading, name.tokens.start, behind, const { Words::new("campaign") }));
            }
        }
        for i in 0..p.tokens.len() {
            let demonym = p.tokens[i].case == Case::Title && reading.known.classes(i).has_any(Classes::DEMONYM);
            if demonym && !reading.names.iter().any(|n| n.tokens.contains(&i)) {
                all.extend(local(reading, i, i + 1, *OF_PLACES));
            }
        }
        all.sort_by_key(|local| local.tokens.start);
        all
    }
}

fn local(reading: &Mentions, start: usize, behind: usize, heads: Words) -> Option<Local> {
    let (p, tags) = (&reading.paragraph, &reading.tags);
    let own = |&i: &usize| matches!(tags.get(i), Some(Tag::Noun | Tag::Adjective)) && p.tokens[i].case == Case::Lower;
    let end = (behind..behind + BETWEEN + 2).take_while(own).last()? + 1;
    // "police chief Ada Quill", "army Gen. Quill": the body only says whose the next word is.
    let alone = !matches!(tags.get(end), Some(Tag::Noun | Tag::Adjective | Tag::Name | Tag::Number));
    // "a New Vell council", "other Vellish ministries": there are several.
    let many = |i: usize| p.is_one(i, &const { Words::new("a an another any each every former one other some") });
    let one = start.checked_sub(1).is_none_or(|i| !many(i) && tags[i] != Tag::Name);
    (heads.contains(p.lower(end - 1)) && alone && one).then_some(Local { tokens: start..end, behind })
}
