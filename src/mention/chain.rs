//! Chains: which names in an article name the same one.
//!
//! Full names first, then what is left of them: surname, given name, acronym, the beginning of an organisation's name.

use std::ops::Range;

use crate::lexicon::{Classes, Gender, Lexicon};
use crate::text::ByteSpan;

use super::lookup::Lookup;
use super::mentions::Mentions;
use super::name::{Category, gender_of};
use super::{NameIndex, ORGANIZATION};

/// Index of an entity in its article.
pub type EntityId = usize;

/// One place of a name: paragraph and index there.
pub type NameAt = (usize, NameIndex);

/// Someone or something that the article names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// The fullest name, as it stands.
    pub name: String,
    /// Its lower-case words, without title and ending.
    words: Vec<String>,
    /// What it is.
    pub category: Category,
    /// Whether the category is no more than the likelier guess.
    pub unsure: bool,
    /// A person's gender, as far as the article tells.
    pub gender: Gender,
    /// Role or affiliation, as the article words it.
    pub role: Option<String>,
    /// Every place that names it, in order.
    pub mentions: Vec<NameAt>,
    /// How many of the first mentions are full names: while chains are made these come first, each kind in order.
    full: usize,
    /// Mentions outside quotation marks, filed like `mentions`: whom a speaker names is not whom the article goes on with.
    outside: Vec<NameAt>,
    /// How many of `outside` are full names.
    outside_full: usize,
    /// Lower-case abbreviations that stood in brackets behind a mention.
    abbreviations: Vec<String>,
}

/// The entities of an article and which name belongs to which.
#[derive(Debug, Default)]
pub struct Chains {
    /// All entities, in the order of their first full name.
    pub entities: Vec<Entity>,
    /// For each paragraph, for each of its names, the entity.
    of: Vec<Vec<EntityId>>,
    lookup: Lookup,
}

impl Chains {
    /// Joins the names of all paragraphs.
    pub fn new(readings: &[&Mentions], lexicon: &Lexicon) -> Self {
        let of = readings.iter().map(|r| vec![EntityId::MAX; r.names.len()]).collect();
        let mut chains = Self { of, ..Self::default() };
        let places: Vec<NameAt> =
            readings.iter().enumerate().flat_map(|(p, r)| (0..r.names.len()).map(move |n| (p, n))).collect();
        // Full names make entities; single words join them, so they wait for the second round.
        for full in [true, false] {
            for &at in &places {
                let name = &readings[at.0].names[at.1];
                if (name.tokens.len() > 1) == full {
                    chains.add(readings, at);
                }
            }
        }
        for entity in &mut chains.entities {
            entity.settle(readings, lexicon);
        }
        chains
    }

    /// Notes what pronouns tell of a person whose gender nothing else told.
    pub(crate) fn learn_gender(&mut self, id: EntityId, gender: Gender) {
        let entity = &mut self.entities[id];
        if entity.category == Category::Person && entity.gender == Gender::Unknown {
            entity.gender = gender;
        }
    }

    /// The entity that a name names.
    pub fn entity_of(&self, at: NameAt) -> EntityId {
        self.of[at.0][at.1]
    }

    fn add(&mut self, readings: &[&Mentions], at: NameAt) {
        let new = Entity::new(readings, at);
        let id = if let Some(id) = self.matching(&new, at) {
            self.entities[id].absorb(new, at);
            id
        } else {
            self.entities.push(new);
            self.entities.len() - 1
        };
        self.lookup.file(id, &self.entities[id].words, self.entities[id].keys());
        self.of[at.0][at.1] = id;
    }

    /// The entity that a new name continues: the same words, else what its shorter form can stand for; of several, the
    /// one that was named last before it.
    fn matching(&self, new: &Entity, at: NameAt) -> Option<EntityId> {
        let entity = |id: EntityId| &self.entities[id];
        let same = |id: &EntityId| entity(*id).words == new.words && entity(*id).gender.agrees(new.gender);
        if let Some(id) = self.lookup.with_words(&new.words).find(same) {
            return Some(id);
        }
        let fits: Vec<EntityId> =
            self.lookup.with_keys(new.own_keys()).into_iter().filter(|&id| entity(id).can_be(new)).collect();
        let last = fits.iter().filter_map(|&id| entity(id).named_before(at).map(|place| (place, id))).max();
        last.map(|(_, id)| id).or_else(|| fits.first().copied())
    }
}

impl Entity {
    fn new(readings: &[&Mentions], at: NameAt) -> Self {
        let reading = readings[at.0];
        let name = &reading.names[at.1];
        let p = &reading.paragraph;
        let words: Vec<String> = name
            .tokens
            .clone()
            .map(|i| p.lower(i).trim_end_matches('.').to_owned())
            .filter(|w| !w.is_empty())
            .collect();
        let mut span = p.span(&name.tokens);
        if name.category == Category::AiModel {
            span = with_possessor(reading, &name.tokens).unwrap_or(span);
        }
        Self {
            name: span.of(p.text()).to_owned(),
            words,
            category: name.category,
            unsure: false,
            gender: name.gender,
            role: None,
            mentions: vec![at],
            full: usize::from(name.tokens.len() > 1),
            outside: if p.quotation_at(name.tokens.start).is_none() { vec![at] } else { Vec::new() },
            outside_full: usize::from(name.tokens.len() > 1 && p.quotation_at(name.tokens.start).is_none()),
            abbreviations: abbreviation_beside(reading, &name.tokens).into_iter().collect(),
        }
    }

    /// The words by which a name can be found to continue another, or be continued: the first and the last one, with
    /// and without what does not count.
    fn own_keys(&self) -> Vec<String> {
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
    fn keys(&self) -> Vec<String> {
        let mut keys = self.own_keys();
        keys.extend(self.words.iter().filter(|w| w.contains('-')).cloned());
        let initials: Vec<char> = self.initials().chars().take(12).collect();
        for start in 0..initials.len() {
            keys.extend((start + 3..=initials.len()).map(|end| initials[start..end].iter().collect()));
        }
        keys.push(initials.into_iter().collect());
        keys.extend(self.abbreviations.iter().cloned());
        keys
    }

    /// The last mention before a place, while chains are made.
    fn named_before(&self, at: NameAt) -> Option<NameAt> {
        let last = |sorted: &[NameAt]| sorted.partition_point(|m| *m < at).checked_sub(1).map(|i| sorted[i]);
        let latest = |places: &[NameAt], full: usize| {
            let (full, short) = places.split_at(full);
            last(full).max(last(short))
        };
        latest(&self.outside, self.outside_full).or_else(|| latest(&self.mentions, self.full))
    }

    /// Takes over what a further mention tells.
    fn absorb(&mut self, other: Self, at: NameAt) {
        self.mentions.push(at);
        self.full += other.full;
        self.outside.extend(other.outside);
        self.outside_full += other.outside_full;
        for abbreviation in other.abbreviations {
            if !self.abbreviations.contains(&abbreviation) {
                self.abbreviations.push(abbreviation);
            }
        }
        if self.gender == Gender::Unknown {
            self.gender = other.gender;
        }
        if self.category == Category::Unknown
            || (self.category == Category::Place && other.category == Category::Person)
        {
            self.category = other.category;
        }
        let longer = other.words.len() > self.words.len()
            || (other.words.len() == self.words.len()
                && other.name.len() > self.name.len()
                && other.category == Category::AiModel);
        if longer {
            self.name = other.name;
            self.words = other.words;
        }
    }

    /// Whether `new` can be another form of this entity's name. Whatever this accepts must share one of
    /// [`keys`](Self::keys).
    fn can_be(&self, new: &Self) -> bool {
        if !self.gender.agrees(new.gender) {
            return false;
        }
        // A lone surname may look like anything ("Hill", "Bank", "London").
        let surname = |e: &Self| {
            e.words.len() == 1 && e.category == Category::Organization && e.name.chars().any(char::is_lowercase)
        };
        let person =
            |e: &Self| matches!(e.category, Category::Person | Category::Unknown | Category::Place) || surname(e);
        let body = |e: &Self| matches!(e.category, Category::Organization | Category::Unknown | Category::AiModel);
        (matches!(self.category, Category::Person | Category::Unknown) && person(new) && self.is_same_person(new))
            || (body(self) && body(new) && self.is_same_body(new))
    }

    fn is_same_person(&self, new: &Self) -> bool {
        let core = |words: &[String]| -> Vec<String> { words.iter().filter(|w| !is_suffix(w)).cloned().collect() };
        let (a, b) = (core(&self.words), core(&new.words));
        let (Some(first_a), Some(first_b), Some(last_a), Some(last_b)) = (a.first(), b.first(), a.last(), b.last())
        else {
            return false;
        };
        match (a.len(), b.len()) {
            (_, 1) => {
                a.len() > 1 && (last_b == last_a || first_b == first_a || (b[0].contains('-') && a.contains(&b[0])))
            }
            (1, _) => false,
            // "Ada Quill" and "Ada M. Quill"; "A. Quill".
            _ => {
                last_a == last_b
                    && (first_a == first_b
                        || (first_a.chars().count() == 1 || first_b.chars().count() == 1)
                            && first_a.chars().next() == first_b.chars().next())
            }
        }
    }

    fn is_same_body(&self, new: &Self) -> bool {
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
        // "Quill" for "Quill Marine Holdings": the beginning of a name, unless it is a place or an everyday word.
        new.category != Category::Place
            && b.len() < a.len()
            && a.starts_with(&b)
            && self.category == Category::Organization
            && !(b.len() == 1 && b[0].len() < 4)
    }

    /// "Port Vell Harbour Board" → "pvhb".
    fn initials(&self) -> String {
        self.words
            .iter()
            .filter(|w| !matches!(w.as_str(), "of" | "for" | "the" | "and" | "on" | "in" | "inc" | "co" | "corp"))
            .filter_map(|w| w.chars().next())
            .collect()
    }

    /// "Kalo Marsh" of whom the article goes on as "Marsh".
    fn is_called_by_surname(&self, readings: &[&Mentions]) -> bool {
        let lone = |&(p, n): &NameAt| {
            readings[p].names[n].tokens.len() == 1
                && self
                    .words
                    .last()
                    .is_some_and(|w| w == readings[p].paragraph.lower(readings[p].names[n].tokens.start))
        };
        matches!(self.words.len(), 2 | 3) && self.mentions.iter().any(lone)
    }

    /// Settles category and role once all mentions are known.
    fn settle(&mut self, readings: &[&Mentions], lexicon: &Lexicon) {
        self.mentions.sort_unstable();
        let roles = || {
            self.mentions
                .iter()
                .filter_map(|&(p, n)| readings[p].roles[n].map(|span: ByteSpan| span.of(readings[p].paragraph.text())))
        };
        self.role = roles().find(|r| r.contains(' ')).or_else(|| roles().next()).map(str::to_owned);
        let given =
            self.words.first().is_some_and(|w| lexicon.given_name_gender(w.split('-').next().unwrap_or(w)).is_some());
        self.unsure = self.category == Category::Unknown
            || (self.category == Category::Person
                && !given
                && self.role.is_none()
                && !self.is_called_by_surname(readings));
        if self.category == Category::Unknown {
            let person_role = self.role.as_deref().is_some_and(|r| {
                r.split(|c: char| !c.is_alphanumeric() && c != '-')
                    .any(|w| lexicon.word(&w.to_lowercase()).has_any(Classes::PERSON_NOUN))
            });
            let body = self.words.iter().any(|w| lexicon.word(w).has_any(ORGANIZATION));
            self.category = if !body && ((person_role && self.words.len() > 1) || self.is_called_by_surname(readings)) {
                Category::Person
            } else {
                Category::Organization
            };
        }
        if self.gender == Gender::Unknown && self.category == Category::Person {
            let told = self.role.as_deref().map_or(Gender::Unknown, |role| gender_in(role, lexicon));
            self.gender = told;
        }
    }
}

/// The gender that the words of a role tell ("chairwoman", "his widow" tells hers).
fn gender_in(role: &str, lexicon: &Lexicon) -> Gender {
    role.split(|c: char| !c.is_alphanumeric() && c != '-')
        .map(str::to_lowercase)
        .filter(|w| lexicon.word(w).has_any(Classes::PERSON_NOUN))
        .find_map(|w| Some(gender_of(lexicon.word(&w))).filter(|g| *g != Gender::Unknown))
        .unwrap_or_default()
}

fn is_suffix(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv" | "md" | "phd")
}

/// Words that an organisation's name can lose.
fn is_body_filler(word: &str) -> bool {
    matches!(word, "the" | "inc" | "corp" | "co" | "ltd" | "plc" | "llc")
}

/// "the New Vell Attorney General (NVAG)", "Divers for the Harbour, D4TH,": right behind a name.
fn abbreviation_beside(reading: &Mentions, tokens: &Range<usize>) -> Option<String> {
    let p = &reading.paragraph;
    let word = p.lower(tokens.end + 1);
    let bracket = p.lower(tokens.end) == "(" && p.lower(tokens.end + 2) == ")";
    let capitals = p.word(tokens.end + 1).chars().all(|c| !c.is_lowercase());
    let apposed = p.lower(tokens.end) == ","
        && p.lower(tokens.end + 2) == ","
        && capitals
        && tokens.len() > 1
        && word.chars().next() == p.lower(tokens.start).chars().next();
    ((bracket || apposed) && word.chars().count() > 1 && word.starts_with(char::is_alphabetic)).then(|| word.to_owned())
}

/// "DeepQuill’s Q7": a model's name is clear only with its maker's.
fn with_possessor(reading: &Mentions, tokens: &Range<usize>) -> Option<ByteSpan> {
    let before = tokens.start.checked_sub(1)?;
    let maker = reading.names.get(reading.names.partition_point(|n| n.tokens.end < before))?;
    (maker.tokens.end == before && reading.paragraph.lower(before) == "'s")
        .then(|| reading.paragraph.span(&(maker.tokens.start..tokens.end)))
}
