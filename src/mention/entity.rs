//! One entity: what its names, and the words beside them, tell of it.

use std::ops::Range;

use crate::lexicon::{Classes, Gender, Lexicon};
use crate::text::{ByteSpan, Case, TokenKind, Words};

use super::capital::behind_article;
use super::category::Category;
use super::chain::NameAt;
use super::mentions::Mentions;
use super::name::Name;
use super::opening::Opening;
use super::same::is_suffix;

/// Someone or something that the article names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// The fullest name, as it stands.
    pub name: String,
    /// The article, with a space, where it is a part of the name: "The Lantern".
    pub article: &'static str,
    /// Its lower-case words, without title and ending.
    pub(super) words: Vec<String>,
    /// Whose ministry it is, in lower case: every country has one of the name.
    pub(super) owner: Option<String>,
    /// What it is.
    pub category: Category,
    /// Whether the category is no more than the likelier guess.
    pub unsure: bool,
    /// A person's gender, as far as the article tells.
    pub gender: Gender,
    /// Role or affiliation, as the article words it.
    pub role: Option<String>,
    /// The role, where it says who the entity is, and not only what they do or whom they work for.
    pub(super) office: Option<String>,
    /// Every place that names it, in order.
    pub mentions: Vec<NameAt>,
    /// How many of the first mentions are full names: while chains are made these come first, each kind in order.
    pub(super) full: usize,
    /// Mentions outside quotation marks, filed like `mentions`: whom a speaker names is not whom the article goes on with.
    pub(super) outside: Vec<NameAt>,
    /// How many of `outside` are full names.
    pub(super) outside_full: usize,
    /// The places that name it by its surname alone.
    pub(super) lone: Vec<NameAt>,
    /// What its first word tells.
    pub(super) opening: Opening,
    /// Whether a lone word's gender was told by a title and not guessed from a given name that may be a surname.
    pub(super) titled: bool,
    /// Whether what stands beside the name says whose relative its bearer is ("J. Quill, Ada’s father,").
    pub(super) relative: bool,
    /// Lower-case abbreviations that stood in brackets behind a mention.
    pub(super) abbreviations: Vec<String>,
}

impl Entity {
    pub(super) fn new(readings: &[&Mentions], at: NameAt, lexicon: &Lexicon) -> Self {
        let reading = readings[at.0];
        let name = &reading.names[at.1];
        let p = &reading.paragraph;
        // A nickname in quotation marks is not what anybody is found by.
        let mut quoted = false;
        // "Tom “Tommy” Quill" goes on as "Tommy".
        let mut nickname = None;
        let words: Vec<String> = name
            .tokens
            .clone()
            .filter(|&i| {
                let mark = p.tokens[i].kind == TokenKind::Quote || p.is_one(i, &const { Words::new("( )") });
                quoted ^= mark;
                if !mark && quoted {
                    nickname = Some(i);
                }
                !mark && !quoted
            })
            .map(|i| bare(p.lower(i)).to_owned())
            .filter(|w| !w.is_empty())
            .collect();
        let words = match words.as_slice() {
            [rest @ .., last, plus] if plus == "+" => [rest, &[format!("{last}+")]].concat(),
            _ => words,
        };
        let mut span = p.span(&name.tokens);
        let mut owner = None;
        if name.category == Category::AiModel {
            span = with_possessor(reading, &name.tokens).map_or(span, |(_, whole)| whole);
        } else if name.tokens.clone().any(|i| p.is_one(i, &const { Words::new("department ministry") }))
            && let Some((maker, whole)) = with_possessor(reading, &name.tokens)
            && !lexicon.word(p.lower(maker.tokens.start)).has_any(Classes::GIVEN_NAME | Classes::SURNAME)
            && maker.category != Category::Person
        {
            span = whole;
            owner = Some(p.span(&maker.tokens).of(p.text()).to_lowercase());
        }
        Self {
            name: span.of(p.text()).to_owned(),
            article: article(reading, name),
            words,
            owner,
            category: name.category,
            unsure: false,
            gender: name.gender,
            role: None,
            office: None,
            mentions: vec![at],
            full: usize::from(name.tokens.len() > 1),
            outside: if p.quotation_at(name.tokens.start).is_none() { vec![at] } else { Vec::new() },
            outside_full: usize::from(name.tokens.len() > 1 && p.quotation_at(name.tokens.start).is_none()),
            lone: Vec::new(),
            opening: Opening::of(p, lexicon, name),
            titled: name.prefix < name.tokens.start,
            relative: reading.roles[at.1].is_some_and(|role| {
                role.of(p.text()).split(' ').any(|w| lexicon.word(&w.to_lowercase()).has_any(Classes::RELATION))
            }),
            abbreviations: abbreviation_beside(reading, &name.tokens)
                .or_else(|| nickname.map(|i| p.lower(i).to_owned()))
                .into_iter()
                .collect(),
        }
    }

    /// "Tom" of "Tom and Ada Quill": a full name with the surname of both.
    pub(super) fn take_surname(&mut self, surname: &str) {
        self.name.push(' ');
        self.name.push_str(surname);
        self.words.push(surname.to_lowercase());
        self.full = 1;
        self.outside_full = self.outside.len();
    }

    /// The last mention before a place, while chains are made.
    pub(super) fn named_before(&self, at: NameAt) -> Option<NameAt> {
        let last = |sorted: &[NameAt]| sorted.partition_point(|m| *m < at).checked_sub(1).map(|i| sorted[i]);
        let latest = |places: &[NameAt], full: usize| {
            let (full, short) = places.split_at(full);
            last(full).max(last(short))
        };
        latest(&self.outside, self.outside_full).or_else(|| latest(&self.mentions, self.full))
    }

    /// The last mention before a place that has the surname: whom the article calls Ada is not whom it calls Quill.
    pub(super) fn surnamed_before(&self, at: NameAt) -> Option<NameAt> {
        let last = |sorted: &[NameAt]| sorted.partition_point(|m| *m < at).checked_sub(1).map(|i| sorted[i]);
        last(&self.outside[..self.outside_full]).max(last(&self.lone))
    }

    /// Takes over what a further mention tells.
    pub(super) fn absorb(&mut self, other: Self, at: NameAt) {
        let tells = other.titled || !other.is_surname_of(self);
        if other.is_surname_of(self) {
            self.lone.push(at);
        }
        self.mentions.push(at);
        self.full += other.full;
        self.outside.extend(other.outside);
        self.outside_full += other.outside_full;
        for abbreviation in other.abbreviations {
            if !self.abbreviations.contains(&abbreviation) {
                self.abbreviations.push(abbreviation);
            }
        }
        self.relative |= other.relative;
        if self.words == other.words && self.article.is_empty() {
            self.article = other.article;
        }
        if self.gender == Gender::Unknown && tells {
            self.gender = other.gender;
        }
        if self.category == Category::Unknown
            || (self.category == Category::Place && other.category == Category::Person)
        {
            self.category = other.category;
        }
        // "NORVELL, Aug. 20 --" goes on as "Norvell".
        if self.words == other.words && is_shouted(&self.name) && !is_shouted(&other.name) {
            self.name.clone_from(&other.name);
        }
        let owned = self.owner.is_none() && other.owner.is_some() && self.words == other.words;
        if owned {
            self.owner.clone_from(&other.owner);
        }
        let longer = owned
            || other.words.len() > self.words.len()
            || (other.words.len() == self.words.len()
                && other.name.len() > self.name.len()
                && (other.category == Category::AiModel || other.name.ends_with("’s") || other.name.ends_with("'s")));
        if longer {
            self.name = other.name;
            self.words = other.words;
        }
    }

    /// The places that name it by one word of its several, in order, while chains are made.
    pub(super) fn short(&self) -> &[NameAt] {
        &self.mentions[self.full..]
    }

    /// "Kalo Marsh" of whom the article goes on as "Marsh".
    pub(super) fn is_called_by_surname(&self, readings: &[&Mentions]) -> bool {
        let lone = |&(p, n): &NameAt| {
            readings[p].names[n].tokens.len() == 1
                && self
                    .words
                    .iter()
                    .rfind(|w| !is_suffix(w))
                    .is_some_and(|w| w == readings[p].paragraph.lower(readings[p].names[n].tokens.start))
        };
        matches!(self.words.len(), 2 | 3) && self.mentions.iter().any(lone)
    }
}

/// The part of a name's word by which its bearer is known again: "Quill’s", the firm, as "Quill", "al-Vale" as "Vale".
fn bare(word: &str) -> &str {
    let word = word.trim_end_matches('.');
    if word == "'s" { "" } else { behind_article(word).filter(|name| name.len() > 2).unwrap_or(word) }
}

/// "according to The Lantern": an article with a capital inside a sentence is a part of the name.
fn article(reading: &Mentions, name: &Name) -> &'static str {
    let p = &reading.paragraph;
    let before = name.tokens.start.checked_sub(1).filter(|_| name.prefix == name.tokens.start);
    let lower = |i: usize| p.tokens[i].kind == TokenKind::Word && p.tokens[i].case == Case::Lower;
    let inside = |i: usize| i > 0 && lower(i - 1) && !p.begins_sentence(i) && p.word(i) == "The";
    let body = !matches!(name.category, Category::Person | Category::Place | Category::AiModel);
    if body && before.is_some_and(inside) { "The " } else { "" }
}

/// Whether a name is written in capitals throughout, as datelines and transcripts have it, and longer than most acronyms.
fn is_shouted(name: &str) -> bool {
    name.len() > 4 && !name.contains(char::is_lowercase)
}

/// "the New Vell Attorney General (NVAG)", "Divers for the Harbour, D4TH,": right behind a name.
fn abbreviation_beside(reading: &Mentions, tokens: &Range<usize>) -> Option<String> {
    let p = &reading.paragraph;
    let word = p.lower(tokens.end + 1);
    let bracket = p.is(tokens.end, "(") && p.is(tokens.end + 2, ")");
    let capitals = p.word(tokens.end + 1).chars().all(|c| !c.is_lowercase());
    let apposed = p.is(tokens.end, ",")
        && p.is(tokens.end + 2, ",")
        && capitals
        && tokens.len() > 1
        && word.chars().next() == p.lower(tokens.start).chars().next();
    ((bracket || apposed) && word.chars().count() > 1 && word.starts_with(char::is_alphabetic)).then(|| word.to_owned())
}

/// "DeepQuill’s Q7": a model's name is clear only with its maker's.
fn with_possessor<'a>(reading: &'a Mentions, tokens: &Range<usize>) -> Option<(&'a Name, ByteSpan)> {
    let before = tokens.start.checked_sub(1)?;
    let maker = reading.names.get(reading.names.partition_point(|n| n.tokens.end < before))?;
    (maker.tokens.end == before && reading.paragraph.is(before, "'s"))
        .then(|| (maker, reading.paragraph.span(&(maker.tokens.start..tokens.end))))
}
