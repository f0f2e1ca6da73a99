//! Chains: which names in an article name the same one.
//!
//! Full names first, then what is left of them: surname, given name, acronym, the beginning of an organisation's name.

use std::ops::Range;

use crate::lexicon::{Classes, Gender, Lexicon};
use crate::text::ByteSpan;

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
    /// A person's gender, as far as the article tells.
    pub gender: Gender,
    /// Role or affiliation, as the article words it.
    pub role: Option<String>,
    /// Every place that names it, in order.
    pub mentions: Vec<NameAt>,
}

/// The entities of an article and which name belongs to which.
#[derive(Debug, Default)]
pub struct Chains {
    /// All entities, in the order of their first full name.
    pub entities: Vec<Entity>,
    /// For each paragraph, for each of its names, the entity.
    of: Vec<Vec<EntityId>>,
}

impl Chains {
    /// Joins the names of all paragraphs.
    pub fn new(readings: &[&Mentions], lexicon: &Lexicon) -> Self {
        let mut chains =
            Self { entities: Vec::new(), of: readings.iter().map(|r| vec![EntityId::MAX; r.names.len()]).collect() };
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

    /// The entity that a name names.
    pub fn entity_of(&self, at: NameAt) -> EntityId {
        self.of[at.0][at.1]
    }

    fn add(&mut self, readings: &[&Mentions], at: NameAt) {
        let new = Entity::new(readings, at);
        let found = self.matching(&new, at, readings);
        let id = found.unwrap_or_else(|| {
            self.entities.push(new.clone());
            self.entities.len() - 1
        });
        if found.is_some() {
            self.entities[id].absorb(new, at);
        }
        self.of[at.0][at.1] = id;
    }

    /// The entity that a new name continues: the same words, else what its shorter form can stand for; of several, the
    /// one that was named last before it.
    fn matching(&self, new: &Entity, at: NameAt, readings: &[&Mentions]) -> Option<EntityId> {
        let same = self.entities.iter().position(|e| e.words == new.words && e.gender.agrees(new.gender));
        if same.is_some() {
            return same;
        }
        let fits = |e: &&(EntityId, &Entity)| e.1.can_be(new, readings);
        let all: Vec<(EntityId, &Entity)> = self.entities.iter().enumerate().collect();
        let before = |e: &Entity| e.mentions.iter().filter(|&&m| m < at).max().copied();
        all.iter()
            .filter(fits)
            .filter_map(|&(id, e)| before(e).map(|m| (m, id)))
            .max()
            .map(|(_, id)| id)
            .or_else(|| all.iter().find(fits).map(|&(id, _)| id))
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
            gender: name.gender,
            role: None,
            mentions: vec![at],
        }
    }

    /// Takes over what a further mention tells.
    fn absorb(&mut self, other: Self, at: NameAt) {
        self.mentions.push(at);
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

    /// Whether `new`, a name at `at`, can be another form of this entity's name.
    fn can_be(&self, new: &Self, readings: &[&Mentions]) -> bool {
        if !self.gender.agrees(new.gender) {
            return false;
        }
        let person = |e: &Self| matches!(e.category, Category::Person | Category::Unknown | Category::Place);
        let body = |e: &Self| matches!(e.category, Category::Organization | Category::Unknown | Category::AiModel);
        (matches!(self.category, Category::Person | Category::Unknown) && person(new) && self.is_same_person(new))
            || (body(self) && body(new) && self.is_same_body(new, readings))
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

    fn is_same_body(&self, new: &Self, readings: &[&Mentions]) -> bool {
        let core = |words: &[String]| -> Vec<String> {
            words
                .iter()
                .filter(|w| !matches!(w.as_str(), "the" | "inc" | "corp" | "co" | "ltd" | "plc" | "llc"))
                .cloned()
                .collect()
        };
        let (a, b) = (core(&self.words), core(&new.words));
        if a.is_empty() || b.is_empty() {
            return false;
        }
        if a == b {
            return true;
        }
        if b.len() == 1 && (self.initials() == b[0] || self.is_abbreviated_beside(readings, &b[0])) {
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

    /// "the New Vell Attorney General (NVAG)": a bracket right behind a mention of this entity.
    fn is_abbreviated_beside(&self, readings: &[&Mentions], word: &str) -> bool {
        let beside = |&(p, n): &NameAt| {
            let reading = readings[p];
            let end = reading.names[n].tokens.end;
            reading.paragraph.lower(end) == "("
                && reading.paragraph.lower(end + 1) == word
                && reading.paragraph.lower(end + 2) == ")"
        };
        word.chars().count() > 1 && self.mentions.iter().any(beside)
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

/// "DeepQuill’s Q7": a model's name is clear only with its maker's.
fn with_possessor(reading: &Mentions, tokens: &Range<usize>) -> Option<ByteSpan> {
    let before = tokens.start.checked_sub(1)?;
    let maker = reading.names.iter().find(|n| n.tokens.end == before && reading.paragraph.lower(before) == "'s")?;
    Some(reading.paragraph.span(&(maker.tokens.start..tokens.end)))
}
