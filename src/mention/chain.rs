//! Chains: which names in an article name the same one.
//!
//! Full names first, then what is left of them: surname, given name, acronym, the beginning of an organisation's name.

use crate::lexicon::{Gender, Lexicon};
use crate::text::{TokenKind, Words};

use super::NameIndex;
use super::category::Category;
use super::entity::Entity;
use super::lookup::Lookup;
use super::mentions::Mentions;
use super::name::Name;
use super::opening::Opening;
use super::settle::gender_in;

/// Index of an entity in its article.
pub type EntityId = usize;

/// One place of a name: paragraph and index there.
pub type NameAt = (usize, NameIndex);

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
        // Full names make entities; single words join them, so they wait for the last round.
        let full = |&(p, n): &NameAt| readings[p].names[n].tokens.len() > 1;
        for &at in places.iter().filter(|at| full(at)) {
            chains.add(readings, at, None, lexicon);
        }
        for &at in places.iter().filter(|at| !full(at)) {
            if let Some(surname) = chains.shared_surname(readings[at.0], at.1) {
                chains.add(readings, at, Some(surname), lexicon);
            }
        }
        for &at in places.iter().filter(|at| !full(at)) {
            if chains.of[at.0][at.1] == EntityId::MAX {
                chains.add(readings, at, None, lexicon);
            }
        }
        for entity in &mut chains.entities {
            entity.settle(readings, lexicon);
        }
        chains
    }

    /// Whether nothing but pronouns can tell if an entity is he or she.
    pub(crate) fn lacks_gender(&self, id: EntityId) -> bool {
        let entity = &self.entities[id];
        entity.category == Category::Person && entity.gender == Gender::Unknown
    }

    /// Notes what pronouns tell of a person whose gender nothing else told.
    pub(crate) fn learn_gender(&mut self, id: EntityId, gender: Gender) {
        if self.lacks_gender(id) {
            self.entities[id].gender = gender;
        }
    }

    /// The entity that a name names.
    pub fn entity_of(&self, at: NameAt) -> EntityId {
        self.of[at.0][at.1]
    }

    fn add(&mut self, readings: &[&Mentions], at: NameAt, surname: Option<&str>, lexicon: &Lexicon) {
        let mut new = Entity::new(readings, at, lexicon);
        if let Some(surname) = surname {
            new.take_surname(surname);
        }
        let id = if let Some(id) = self.matching(&new, at, introduces(readings[at.0], at.1)) {
            self.entities[id].absorb(new, at);
            id
        } else if let Some(id) = self.kin(readings, &new, at, lexicon) {
            let kin = &mut self.entities[id];
            kin.name = format!("{} {}", kin.name, new.name);
            kin.words.extend(new.words.iter().cloned());
            kin.absorb(new, at);
            id
        } else {
            // "Mrs Quill", where the article has told of Tom Quill only.
            let Mentions { paragraph: p, names, .. } = readings[at.0];
            let start = names[at.1].prefix;
            let courtesy = const { Words::new("miss mr mr. mrs mrs. ms ms.") }.contains(p.lower(start));
            if courtesy && self.is_anothers(&new) {
                p.span(&(start..names[at.1].tokens.end)).of(p.text()).clone_into(&mut new.name);
            }
            self.entities.push(new);
            self.entities.len() - 1
        };
        self.lookup.file(id, &self.entities[id].words, self.entities[id].keys());
        self.of[at.0][at.1] = id;
    }

    /// "Mrs Quill": whether a lone surname with a title is that of somebody whom the title does not fit.
    fn is_anothers(&self, new: &Entity) -> bool {
        let [surname] = new.words.as_slice() else { return false };
        let bearers = || self.lookup.with_keys([surname.clone()]);
        new.titled
            && new.gender != Gender::Unknown
            && bearers().into_iter().any(|id| self.entities[id].is_person_called(surname))
    }

    /// "Tom Quill is dead. His widow, Ada, … Mrs Quill": the one relative without a surname whom the title fits.
    fn kin(&self, readings: &[&Mentions], new: &Entity, at: NameAt, lexicon: &Lexicon) -> Option<EntityId> {
        if !self.is_anothers(new) {
            return None;
        }
        let told = |&(p, n): &NameAt| readings[p].roles[n].map(|role| role.of(readings[p].paragraph.text()));
        let fits = |&id: &EntityId| {
            let kin = &self.entities[id];
            let lone = kin.words.len() == 1 && kin.relative && kin.mentions.first().is_some_and(|first| *first < at);
            lone && kin.mentions.iter().filter_map(told).any(|role| gender_in(role, lexicon) == new.gender)
        };
        let mut all = (0..self.entities.len()).filter(fits);
        all.next().filter(|_| all.next().is_none())
    }

    /// "Tom and Ada Quill": the surname that a given name shares with the one behind it, where the article knows no other Tom.
    fn shared_surname<'a>(&self, reading: &'a Mentions, name: NameIndex) -> Option<&'a str> {
        let p = &reading.paragraph;
        let (first, second) = (&reading.names[name], reading.names.get(name + 1)?);
        let person = |n: &Name| n.category == Category::Person && n.gender != Gender::Unknown;
        let (given, end) = (p.lower(first.tokens.start), first.tokens.end);
        let both = person(first) && person(second) && second.tokens.len() == 2;
        // "Mr. Vale and Ada Quill"; but "Brothers Tom and Karl Quill".
        let titled = first.prefix < first.tokens.start && !p.lower(first.prefix).ends_with('s');
        let joined = p.is(end, "and") && second.prefix == end + 1 && second.tokens.start == end + 1;
        if !both || titled || !joined {
            return None;
        }
        let known = |id: EntityId| self.entities[id].words.first().is_some_and(|word| word == given);
        let bearers = self.lookup.with_keys([given.to_owned()]);
        (!bearers.into_iter().any(known)).then(|| p.word(second.tokens.end - 1))
    }

    /// The entity that a new name continues: the same words, else what its shorter form can stand for; of several, the
    /// one that was named last before it. Whoever is only now introduced is nobody whose given name this is.
    fn matching(&self, new: &Entity, at: NameAt, introduced: bool) -> Option<EntityId> {
        let entity = |id: EntityId| &self.entities[id];
        let same = |id: &EntityId| {
            entity(*id).words == new.words && entity(*id).gender.agrees(new.gender) && entity(*id).is_of(new)
        };
        let latest = |id: &EntityId| (entity(*id).named_before(at), std::cmp::Reverse(*id));
        if let Some(id) = self.lookup.with_words(&new.words).filter(same).max_by_key(latest) {
            return Some(id);
        }
        // "Skipper Quill" of Ada Quill, whom the article has named before.
        if let (Opening::Office, [_, surname]) = (new.opening, new.words.as_slice()) {
            let bearers = self.lookup.with_keys([surname.to_owned()]);
            let before = |id: &EntityId| entity(*id).mentions.first().is_some_and(|first| *first < at);
            if let Some(id) = bearers.into_iter().find(|id| before(id) && entity(*id).is_person_called(surname)) {
                return Some(id);
            }
        }
        let continued = |id: EntityId| !introduced || new.words.len() > 1 || new.is_surname_of(entity(id));
        let can_be = |id: &EntityId| entity(*id).can_be(new) && continued(*id);
        let mut fits: Vec<EntityId> = self.lookup.with_keys(new.own_keys()).into_iter().filter(can_be).collect();
        self.prefer_people(&mut fits, new, at);
        let before = |id: EntityId| {
            if new.is_surname_of(entity(id)) { entity(id).surnamed_before(at) } else { entity(id).named_before(at) }
        };
        let last = fits.iter().filter_map(|&id| before(id).map(|place| (place, id))).max();
        let (_, last) = last.or_else(|| fits.first().map(|&id| (at, id)))?;
        let bearer = fits.iter().copied().find(|&id| id != last && self.stays(id, last, new));
        Some(bearer.unwrap_or(last))
    }

    /// "Quill" is Ada Quill, once she was named, sooner than Quill Tower, but for a firm that went by that word before; and sooner
    /// than Quill and Co.
    fn prefer_people(&self, fits: &mut Vec<EntityId>, new: &Entity, at: NameAt) {
        let entity = |id: EntityId| &self.entities[id];
        let person = |id: EntityId| new.is_surname_of(entity(id));
        let known = fits.iter().filter(|&&id| person(id) && entity(id).is_known_person());
        let introduced =
            known.filter_map(|&id| entity(id).mentions.first()).filter(|first| **first < at).min().copied();
        let older =
            |id: EntityId| introduced.is_none_or(|first| entity(id).short().first().is_some_and(|s| *s < first));
        if fits.iter().any(|&id| person(id)) {
            fits.retain(|&id| person(id) || older(id) && entity(id).words.get(1).is_none_or(|word| word != "and"));
        }
    }

    /// "Quill" has been `old`, again and again, since before her brother came in, and stays hers; and that of a speaker whose brother
    /// is only named in passing.
    fn stays(&self, old: EntityId, newcomer: EntityId, new: &Entity) -> bool {
        let (old, newcomer) = (&self.entities[old], &self.entities[newcomer]);
        if !new.is_surname_of(newcomer) {
            return false;
        }
        let person = new.is_surname_of(old);
        let short = if person { &old.lone } else { old.short() };
        let before = short.iter().filter(|short| newcomer.mentions.first() > Some(short)).count();
        let passing = person && newcomer.relative && !old.relative && before + old.full > newcomer.full;
        before > newcomer.full || passing
    }
}

/// "Ada, 27, a student": whether the words behind a name tell who its bearer is, to readers who have not met them.
fn introduces(reading: &Mentions, name: NameIndex) -> bool {
    let (p, end) = (&reading.paragraph, reading.names[name].tokens.end);
    let follows = |i: usize, words: &[&str]| i < p.tokens.len() && words.contains(&p.lower(i));
    let aged = p.tokens.get(end + 1).is_some_and(|t| t.kind == TokenKind::Number) && follows(end + 2, &[","]);
    follows(end, &[","]) && aged && follows(end + 3, &["a", "an"])
}
