//! One entity: what its names, and the words beside them, tell of it.

use std::ops::Range;

use crate::lexicon::{Classes, Gender, Lexicon};
use crate::text::{ByteSpan, TokenKind, Words};

use super::capital::behind_article;
use super::category::Category;
use super::chain::NameAt;
use super::mentions::Mentions;
use super::name::Name;
use super::opening::Opening;

/// Someone or something that the article names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// The fullest name, as it stands.
    pub name: String,
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
                let mark = p.tokens[i].kind == TokenKind::Quote;
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

    /// The words by which a name can be found to continue another, or be continued: the first and the last one, with
    /// and without what does not count.
    pub(super) fn own_keys(&self) -> Vec<String> {
        let person = || self.words.iter().filter(|w| !is_suffix(w));
        let body = self.words.iter().find(|w| !is_body_filler(w));
        let mut keys: Vec<String> = person()
            .next()
            .into_iter()
            .chain(person().next_back())
            .chain(body)
            .chain(self.words.first())
            .cloned()
            .collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// All words under which this entity is looked for: its own, its parts with a hyphen, its abbreviations.
    pub(super) fn keys(&self) -> Vec<String> {
        let mut keys = self.own_keys();
        keys.extend(self.words.iter().filter(|w| w.contains('-')).cloned());
        let initials: Vec<char> = self.initials().chars().take(12).collect();
        for start in 0..initials.len() {
            keys.extend((start + 3..=initials.len()).map(|end| initials[start..end].iter().collect()));
        }
        keys.push(initials.into_iter().collect());
        keys.extend(self.abbreviations.iter().cloned());
        // "VG&E" is looked for by what stands before its mark.
        keys.extend(self.initials().split_once('&').map(|(before, _)| before.to_owned()));
        keys
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

    /// Whether `new` can be another form of this entity's name. Whatever this accepts must share one of
    /// [`keys`](Self::keys).
    pub(super) fn can_be(&self, new: &Self) -> bool {
        if !self.is_of(new) {
            return false;
        }
        // "Gordon" for "Rachel Gordon": a given name that stands as a surname tells no gender.
        if !self.gender.agrees(new.gender) && (new.titled || !new.is_surname_of(self)) {
            return false;
        }
        // A lone surname may look like anything ("Hill", "Bank", "London").
        let surname = |e: &Self| {
            // "QUILL:" in a transcript is no acronym.
            e.words.len() == 1
                && e.category == Category::Organization
                && (e.name.chars().any(char::is_lowercase) || e.name.chars().count() > 2)
        };
        let person =
            |e: &Self| matches!(e.category, Category::Person | Category::Unknown | Category::Place) || surname(e);
        // "AQ: It leaked." of Ada Quill.
        if new.opening == Opening::Initials && self.is_known_person() && new.words.first() == Some(&self.initials()) {
            return true;
        }
        let body = |e: &Self| matches!(e.category, Category::Organization | Category::Unknown | Category::AiModel);
        (matches!(self.category, Category::Person | Category::Unknown) && person(new) && self.is_same_person(new))
            || (body(self) && body(new) && self.is_same_body(new))
    }

    /// Whether nothing says that two ministries are those of two countries.
    pub(super) fn is_of(&self, new: &Self) -> bool {
        new.owner.is_none() || self.owner.is_none() || new.owner == self.owner
    }

    /// Whether this is a person of several names whose surname is `word`.
    pub(super) fn is_person_called(&self, word: &str) -> bool {
        let surname = self.words.iter().rfind(|w| !is_suffix(w));
        self.category == Category::Person && self.words.len() > 1 && surname.is_some_and(|s| s == word)
    }

    /// Whether this is one word, and the last of another's several.
    pub(super) fn is_surname_of(&self, other: &Self) -> bool {
        self.words.len() == 1
            && other.words.len() > 1
            && other.words.iter().rfind(|w| !is_suffix(w)) == self.words.first()
    }

    /// Whether this is surely a person, by title or given name.
    pub(super) fn is_known_person(&self) -> bool {
        self.category == Category::Person && (self.opening == Opening::Given || self.titled)
    }

    pub(super) fn is_same_person(&self, new: &Self) -> bool {
        let core = |words: &[String]| -> Vec<String> { words.iter().filter(|w| !is_suffix(w)).cloned().collect() };
        let (a, b) = (core(&self.words), core(&new.words));
        // "Karl Quill Jr." behind "Karl Quill" is his son.
        let junior = |words: &[String]| words.last().is_some_and(|w| w == "jr");
        if b.len() > 1 && junior(&new.words) && !junior(&self.words) && a.len() > 1 {
            return false;
        }
        let (Some(first_a), Some(first_b), Some(last_a), Some(last_b)) = (a.first(), b.first(), a.last(), b.last())
        else {
            return false;
        };
        match (a.len(), b.len()) {
            (_, 1) => {
                a.len() > 1
                    && (last_b == last_a
                        || first_b == first_a
                        || (b[0].contains('-') && a.contains(&b[0]))
                        || self.abbreviations.contains(&b[0]))
            }
            (1, _) => false,
            // "Mr. Vale Quill" of "Adolfo Vale Quill": a surname of two words.
            (3.., 2) if new.titled && a.ends_with(&b) => true,
            // "Von der Quill" of "Ursula von der Quill".
            (3.., 2..) if PARTICLES.contains(first_b.as_str()) && a.ends_with(&b) => true,
            // "Ada Quill" and "Ada M. Quill"; "A. Quill".
            _ => {
                last_a == last_b
                    && (first_a == first_b
                        || (first_a.chars().count() == 1 || first_b.chars().count() == 1)
                            && !self.relative
                            && !new.relative
                            && first_a.chars().next() == first_b.chars().next())
            }
        }
    }

    pub(super) fn is_same_body(&self, new: &Self) -> bool {
        let core = |words: &[String]| -> Vec<String> { words.iter().filter(|w| !is_body_filler(w)).cloned().collect() };
        let (a, b) = (core(&self.words), core(&new.words));
        if a.is_empty() || b.is_empty() {
            return false;
        }
        if a == b {
            return true;
        }
        // "CDC" for "Port Vell Centre for Disease Control": an acronym may leave the first words out.
        if b.len() == 1
            && (self.initials() == b[0]
                || (b[0].len() > 2 && self.initials().contains(&b[0]) && new.category == Category::Organization)
                || self.abbreviations.contains(&b[0]))
        {
            return true;
        }
        // "VG&E" for "Vell Gas & Electric", "Norlandic CHS" for "Norlandic Centre for Harbour Safety and Prevention".
        let joint = b.concat();
        if b.iter().any(|w| w == "&") && joint.len() > 3 && self.initials() == joint {
            return true;
        }
        if let ([first, acronym], [same, rest @ ..]) = (b.as_slice(), a.as_slice())
            && first == same
            && acronym.len() > 2
            && initials(rest).starts_with(acronym.as_str())
        {
            return true;
        }
        // "Quill" for "Quill Marine Holdings": the beginning of a name, unless it is a place or an everyday word.
        new.category != Category::Place
            && b.len() < a.len()
            && a.starts_with(&b)
            && (self.category == Category::Organization || self.category == Category::AiModel && is_version(&a))
            && self.opening != Opening::Maker
            && !(b.len() == 1 && b[0].len() < 4)
    }

    /// The places that name it by one word of its several, in order, while chains are made.
    pub(super) fn short(&self) -> &[NameAt] {
        &self.mentions[self.full..]
    }

    /// "Port Vell Harbour Board" → "pvhb".
    pub(super) fn initials(&self) -> String {
        initials(&self.words)
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

/// Whether a name is written in capitals throughout, as datelines and transcripts have it, and longer than most acronyms.
fn is_shouted(name: &str) -> bool {
    name.len() > 4 && !name.contains(char::is_lowercase)
}

/// With which a surname can begin.
const PARTICLES: Words = Words::new("al bin da dal de del della den der di du el la le van von");

/// "Jr.", "MP": what stands behind a name.
pub(super) fn is_suffix(word: &str) -> bool {
    const { Words::new("jr sr ii iii iv cbe kbe kc mbe md mep mp ms msp obe phd qc") }.contains(word)
}

/// The first letters of all words but the smallest.
fn initials(words: &[String]) -> String {
    words
        .iter()
        .filter(|w| !const { Words::new("of for the and on in inc co corp") }.contains(w))
        .filter_map(|w| w.chars().next())
        .collect()
}

/// "Lumen 3" goes on as "Lumen".
fn is_version(words: &[String]) -> bool {
    matches!(words, [_, version] if version.starts_with(|c: char| c.is_ascii_digit()))
}

/// Words that an organisation's name can lose.
fn is_body_filler(word: &str) -> bool {
    const { Words::new("the inc corp co ltd plc llc") }.contains(word)
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
