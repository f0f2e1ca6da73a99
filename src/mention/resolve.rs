//! Resolving what stands for a name: pronouns and descriptions.
//!
//! A walk over the article in reading order. What was named or spoke lately is likelier than what was named long ago;
//! gender, number and kind must agree where the article tells them. Thin evidence gives low confidence, and several
//! candidates.

use std::collections::HashMap;
use std::ops::Range;

use crate::lexicon::{Classes, Gender, Lexicon, Number, Person, PhraseClass};
use crate::report::{Confidence, SourceKind};

use super::Mentions;
use super::chain::{Chains, EntityId};
use super::name::Category;
use super::source::{Head, Source};
use super::tag::Tag;

/// Who a source refers to, seen from the whole article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolution {
    /// The referent; none where several are as likely.
    pub who: Option<Referent>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Other named referents, likeliest first.
    pub candidates: Vec<EntityId>,
    /// Whether something other than the name stood there.
    pub indirect: bool,
}

/// A named entity, or an unnamed source.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Referent {
    /// Index in [`Chains::entities`].
    Named(EntityId),
    /// Index in [`Discourse::unnamed`].
    Unnamed(usize),
}

/// A source without a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unnamed {
    /// The article's description.
    pub name: String,
    /// Singular of its head noun.
    head: String,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Where it was described: paragraph and tokens.
    pub mentions: Vec<(usize, Range<usize>)>,
}

/// What has been read so far.
#[derive(Debug)]
pub struct Discourse<'a> {
    readings: &'a [&'a Mentions],
    chains: &'a Chains,
    lexicon: &'a Lexicon,
    /// What pronouns told.
    genders: Vec<(EntityId, Gender)>,
    /// Sources without a name, in the order of their first description.
    pub unnamed: Vec<Unnamed>,
    /// Who spoke, in order: paragraph, token, who.
    spoke: Vec<(usize, usize, Referent)>,
    /// The last of `unnamed` with a name (in lower case), and with a head.
    unnamed_by_name: HashMap<String, usize>,
    unnamed_by_head: HashMap<String, usize>,
}

/// How many paragraphs back a pronoun can reach.
const PRONOUN_REACH: usize = 5;

/// How many names back anything can reach. More stand in no three paragraphs, and in few articles; it bounds the work
/// where a text without end has no paragraphs.
const NAME_REACH: usize = 200;

/// How far into its sentence a subject can begin, in tokens.
const SUBJECT_REACH: usize = 100;

impl<'a> Discourse<'a> {
    /// The state before the first word.
    pub fn new(readings: &'a [&'a Mentions], chains: &'a Chains, lexicon: &'a Lexicon) -> Self {
        Self {
            readings,
            chains,
            lexicon,
            genders: Vec::new(),
            unnamed: Vec::new(),
            spoke: Vec::new(),
            unnamed_by_name: HashMap::new(),
            unnamed_by_head: HashMap::new(),
        }
    }

    /// Notes who spoke at a place; later pronouns look here first.
    pub fn note(&mut self, paragraph: usize, token: usize, who: Referent) {
        self.spoke.push((paragraph, token, who));
    }

    /// Who was clearly meant by "he" or "she", for people whose gender nothing else tells.
    pub fn genders(self) -> Vec<(EntityId, Gender)> {
        self.genders
    }

    /// Who a source refers to.
    pub fn resolve(&mut self, paragraph: usize, source: &Source) -> Resolution {
        match &source.head {
            Head::Name(name) => self.named(paragraph, *name, 97, false),
            Head::Voice(name) => self.named(paragraph, *name, 82, true),
            Head::Pronoun(token) => {
                let resolution = self.pronoun(paragraph, *token);
                let told = self
                    .lexicon
                    .pronoun(self.readings[paragraph].paragraph.lower(*token))
                    .map_or(Gender::Unknown, |p| p.gender);
                if let (Some(Referent::Named(id)), Gender::Male | Gender::Female) = (&resolution.who, told)
                    && resolution.confidence >= Confidence::percent(80)
                {
                    self.genders.push((*id, told));
                }
                resolution
            }
            Head::Description(core) => self.description(paragraph, core, &source.phrase.tokens),
        }
    }

    fn named(&self, paragraph: usize, name: usize, percent: u8, indirect: bool) -> Resolution {
        let id = self.chains.entity_of((paragraph, name));
        Resolution {
            who: Some(Referent::Named(id)),
            confidence: Confidence::percent(percent),
            candidates: Vec::new(),
            indirect,
        }
    }

    fn pronoun(&self, paragraph: usize, token: usize) -> Resolution {
        let nobody =
            Resolution { who: None, confidence: Confidence::percent(0), candidates: Vec::new(), indirect: true };
        let Some(pronoun) = self.lexicon.pronoun(self.readings[paragraph].paragraph.lower(token)) else {
            return nobody;
        };
        if pronoun.person != Person::Third {
            return nobody;
        }
        let plural = pronoun.number == Number::Plural;
        // Unnamed sources can be meant as well: "One resident … He said".
        let mut scored: Vec<(i32, Referent)> = Vec::new();
        let mut add = |score: i32, who: Referent| match scored.iter_mut().find(|(_, w)| *w == who) {
            Some(known) => known.0 = known.0.max(score),
            None => scored.push((score, who)),
        };
        for back in 0..=PRONOUN_REACH.min(paragraph) {
            let p = paragraph - back;
            let reading = self.readings[p];
            for n in self.names_before(p, (paragraph, token)) {
                let name = &reading.names[n];
                if reading.paragraph.quotation_at(name.tokens.start).is_some() {
                    continue;
                }
                let id = self.chains.entity_of((p, n));
                if name.modifier && self.chains.entities[id].category != Category::Person {
                    continue;
                }
                if let Some(fit) = self.agreement(id, pronoun.gender, plural) {
                    add(fit + self.salience(p, name.tokens.clone(), paragraph, token, back), Referent::Named(id));
                }
            }
        }
        for (rank, (p, t, who)) in self.spoke.iter().rev().take(3).enumerate() {
            if (*p, *t) >= (paragraph, token) || paragraph - p > PRONOUN_REACH {
                continue;
            }
            let fit = match who {
                Referent::Named(id) => self.agreement(*id, pronoun.gender, plural),
                Referent::Unnamed(u) => self.unnamed_agreement(*u, pronoun.gender, plural),
            };
            let bonus = [26, 12, 6][rank] - 7 * (paragraph - p) as i32;
            if let Some(fit) = fit {
                add(fit + bonus + 12, who.clone());
            }
        }
        scored.sort_by_key(|s| std::cmp::Reverse(s.0));
        let Some((best, who)) = scored.first().cloned() else { return nobody };
        let margin = best - scored.get(1).map_or(best - 30, |s| s.0);
        let percent = if margin >= 14 {
            90
        } else if margin >= 7 {
            80
        } else if margin >= 3 {
            68
        } else {
            61
        };
        let candidates = scored
            .iter()
            .skip(1)
            .take(3)
            .filter_map(|(_, w)| if let Referent::Named(id) = w { Some(*id) } else { None })
            .collect();
        Resolution { who: Some(who), confidence: Confidence::percent(percent), candidates, indirect: true }
    }

    /// The names of paragraph `p` that stand before a place, the nearest of them.
    fn names_before(&self, p: usize, (paragraph, token): (usize, usize)) -> Range<usize> {
        let names = &self.readings[p].names;
        let end = if p < paragraph { names.len() } else { names.partition_point(|n| n.tokens.start < token) };
        end.saturating_sub(NAME_REACH)..end
    }

    /// How well an entity fits a pronoun; none where it cannot be meant.
    fn agreement(&self, id: EntityId, gender: Gender, plural: bool) -> Option<i32> {
        let entity = &self.chains.entities[id];
        let person = entity.category == Category::Person;
        match (person, gender) {
            // "they" for one person whose gender nobody told, or a band or a company.
            (true, _) if plural => Some(-12),
            (false, _) if plural => (entity.category != Category::Place).then_some(4),
            (true, Gender::Neuter) => None,
            (true, _) if !entity.gender.agrees(gender) => None,
            (true, _) if entity.unsure => Some(-4),
            (true, _) => Some(if entity.gender == gender { 9 } else { 2 }),
            (false, Gender::Neuter) => Some(if entity.category == Category::Place { -6 } else { 4 }),
            // A single unknown word may be a surname after all.
            (false, _) => (entity.unsure && entity.name.split(' ').count() == 1).then_some(-14),
        }
    }

    fn unnamed_agreement(&self, unnamed: usize, gender: Gender, plural: bool) -> Option<i32> {
        let source = &self.unnamed[unnamed];
        match source.kind {
            SourceKind::Person if plural => Some(-6),
            SourceKind::Person if gender != Gender::Neuter => {
                let told = super::name::gender_of(self.lexicon.word(&source.head));
                told.agrees(gender).then_some(3)
            }
            SourceKind::Group if plural => Some(6),
            SourceKind::Document | SourceKind::Organization | SourceKind::AiModel if gender == Gender::Neuter => {
                Some(3)
            }
            _ => None,
        }
    }

    /// How present a name at `(p, tokens)` is for a reader at `(paragraph, token)`.
    fn salience(&self, p: usize, tokens: Range<usize>, paragraph: usize, token: usize, back: usize) -> i32 {
        let reading = self.readings[p];
        let sentence = reading.paragraph.sentence_at(tokens.start);
        let sentences_back = if p == paragraph {
            reading.paragraph.sentence_at(token) - sentence
        } else {
            reading.paragraph.sentences.len() - sentence + back - 1
                + self.readings[paragraph].paragraph.sentence_at(token).min(3)
        };
        let start = reading.paragraph.sentences.get(sentence).map_or(0, |s| s.start);
        // Before the first verb of its sentence stands its subject.
        let subject = tokens.start - start < SUBJECT_REACH
            && !(start..tokens.start).any(|i| matches!(reading.tags[i], Tag::Verb | Tag::Auxiliary))
            && reading.paragraph.lower(tokens.end) != "'s";
        let possessive = reading.paragraph.lower(tokens.end) == "'s";
        (if subject { 15 } else { 0 }) - (if possessive { 4 } else { 0 }) - 5 * sentences_back.min(8) as i32
            + i32::from(p == paragraph) * (if subject { 14 } else { 3 })
    }

    fn description(&mut self, paragraph: usize, core: &Range<usize>, all: &Range<usize>) -> Resolution {
        let reading = self.readings[paragraph];
        let p = &reading.paragraph;
        let last = core.end.saturating_sub(1);
        let noun = p.lower(last);
        let head = self.lexicon.singular(noun).unwrap_or(noun).to_owned();
        let classes = self.lexicon.word(noun);
        let definite = matches!(p.lower(core.start), "the" | "this" | "that" | "these" | "those");
        let plural = classes.has_any(Classes::PLURAL)
            || (noun.ends_with('s') && noun != head)
            || classes.has_any(Classes::GROUP) && noun.ends_with('s');
        let lower = |id: EntityId| self.chains.entities[id].role.as_deref().unwrap_or_default().to_lowercase();
        let recent = self.recent(paragraph, core.start);
        let body = is_body(&head) || matches!(head.as_str(), "spokesman" | "spokesperson" | "spokeswoman");
        let found = if definite && !plural {
            let by_role = || {
                recent.iter().copied().find(|&id| {
                    is_role_head(&lower(id), &head) && self.chains.entities[id].category == Category::Person
                })
            };
            let by_name = || {
                recent.iter().copied().find(|&id| {
                    has_word(&self.chains.entities[id].name.to_lowercase(), &head)
                        && self.chains.entities[id].category != Category::Person
                })
            };
            // "the company" is the one that the article is about rather than the one in passing: of those named lately,
            // the one named most.
            let by_body = || {
                let bodies = recent
                    .iter()
                    .enumerate()
                    .filter(|(_, id)| self.chains.entities[**id].category == Category::Organization);
                let weight = |(rank, id): &(usize, &EntityId)| {
                    (2 * self.chains.entities[**id].mentions.len().min(5) + 6).saturating_sub(*rank)
                };
                body.then(|| bodies.take(6).max_by_key(|b| (weight(b), std::cmp::Reverse(b.0))).map(|(_, &id)| id))
                    .flatten()
            };
            // "the ambassador to New Vell": the words of somebody's role.
            let words = p.span(all).of(p.text()).to_lowercase();
            let by_title = || {
                let bare = words.trim_start_matches("the ");
                (bare.contains(' ')).then(|| recent.iter().copied().find(|&id| lower(id).contains(bare))).flatten()
            };
            let by_model = || {
                self.is_model(core, p)
                    .then(|| recent.iter().copied().find(|&id| self.chains.entities[id].category == Category::AiModel))
                    .flatten()
            };
            by_model().or_else(by_title).or_else(by_role).or_else(by_name).or_else(by_body)
        } else if definite {
            // "the doctors" of "Doctors for the Harbour".
            let by_name = recent.iter().copied().chain(0..self.chains.entities.len()).find(|&id| {
                self.chains.entities[id].category == Category::Organization
                    && has_word(&self.chains.entities[id].name.to_lowercase(), noun)
            });
            by_name.or_else(|| self.office(&head, plural, core.len() - 1, &recent))
        } else {
            // "New Vell’s ambassador to Port Vell said": named only later, or before with the same words.
            let words = p.span(all).of(p.text()).to_lowercase();
            let same_role = (all.len() > 3 && !plural)
                .then(|| (0..self.chains.entities.len()).find(|&id| lower(id) == words))
                .flatten();
            same_role.or_else(|| self.office(&head, plural, core.len(), &recent))
        };
        if let Some(id) = found {
            let confidence = Confidence::percent(if definite { 74 } else { 66 });
            return Resolution { who: Some(Referent::Named(id)), confidence, candidates: Vec::new(), indirect: true };
        }
        let who = self.unnamed_source(paragraph, core, all, head, definite, plural);
        Resolution {
            who: Some(Referent::Unnamed(who)),
            confidence: Confidence::percent(90),
            candidates: Vec::new(),
            indirect: false,
        }
    }

    /// "prosecutors", "police": the office of that name, where the article names one and only one.
    fn office(&self, head: &str, plural: bool, words: usize, recent: &[EntityId]) -> Option<EntityId> {
        let hint = match head {
            "prosecutor" if plural && words == 1 => ["prosecut", "attorney"],
            "police" if words <= 2 => ["police", "sheriff"],
            _ => return None,
        };
        let fits = |id: &EntityId| {
            let entity = &self.chains.entities[*id];
            let name = entity.name.to_lowercase();
            entity.category == Category::Organization && hint.iter().any(|h| name.contains(h))
        };
        recent.iter().copied().find(fits).or_else(|| (0..self.chains.entities.len()).find(fits))
    }

    fn is_model(&self, core: &Range<usize>, p: &crate::text::Paragraph) -> bool {
        let words: Vec<&str> = core.clone().map(|i| p.lower(i)).collect();
        (1..words.len()).any(|i| self.lexicon.longest(&words[i..], PhraseClass::AiNoun).is_some())
            || matches!(words.last(), Some(&("model" | "chatbot" | "bot" | "assistant" | "ai")))
    }

    /// Named entities before a place, the last named first; speakers count as named where they spoke.
    fn recent(&self, paragraph: usize, token: usize) -> Vec<EntityId> {
        let mut places: Vec<((usize, usize), EntityId)> = Vec::new();
        for p in (0..=paragraph).rev() {
            for n in self.names_before(p, (paragraph, token)).rev() {
                places.push(((p, self.readings[p].names[n].tokens.start), self.chains.entity_of((p, n))));
            }
            if places.len() >= NAME_REACH {
                break;
            }
        }
        for (p, t, who) in self.spoke.iter().rev().take(NAME_REACH) {
            if let Referent::Named(id) = who {
                places.push(((*p, *t + 1), *id));
            }
        }
        places.sort_unstable();
        let mut out: Vec<EntityId> = Vec::new();
        for (_, id) in places.into_iter().rev() {
            if !out.contains(&id) {
                out.push(id);
            }
        }
        out
    }

    fn unnamed_source(
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
        let by_name = self.unnamed_by_name.get(&text.to_ascii_lowercase());
        let by_head = if definite { self.unnamed_by_head.get(&head) } else { None };
        let same = by_name.max(by_head).copied();
        let mention = (paragraph, all.clone());
        if let Some(known) = same {
            self.unnamed[known].mentions.push(mention);
            return known;
        }
        let classes = self.lexicon.word(&head);
        let kind = if classes.has_any(Classes::DOCUMENT_NOUN) {
            SourceKind::Document
        } else if is_body(&head) {
            SourceKind::Organization
        } else if plural
            || matches!(head.as_str(), "others" | "many" | "some" | "several" | "most")
            || p.lower(core.start) == "some"
        {
            SourceKind::Group
        } else {
            SourceKind::Person
        };
        let whole = p.span(all).of(p.text());
        let name = if whole.len() <= 80 && !whole.contains(['“', '"']) { whole.to_owned() } else { text };
        let id = self.unnamed.len();
        self.unnamed_by_name.insert(name.to_ascii_lowercase(), id);
        self.unnamed_by_head.insert(head.clone(), id);
        self.unnamed.push(Unnamed { name, head, kind, mentions: vec![mention] });
        id
    }

    /// The last named person before a place, outside quotation marks, in the same paragraph or the one before.
    pub fn last_person(&self, paragraph: usize, token: usize) -> Option<EntityId> {
        let in_paragraph = |p: usize| {
            let reading = self.readings[p];
            self.names_before(p, (paragraph, token))
                .rev()
                .filter(|&n| reading.paragraph.quotation_at(reading.names[n].tokens.start).is_none())
                .map(|n| self.chains.entity_of((p, n)))
                .find(|&id| self.chains.entities[id].category == Category::Person)
        };
        in_paragraph(paragraph).or_else(|| paragraph.checked_sub(1).and_then(in_paragraph))
    }
}

/// Whether a role's own noun is `word`: "a Texas senator" and "senator for the coast" are a senator, "aide to the senator" is not.
fn is_role_head(role: &str, word: &str) -> bool {
    let own = role.split([',', ';']).next().unwrap_or(role);
    own.split(' ')
        .take_while(|w| !matches!(*w, "of" | "for" | "to" | "at" | "in" | "with" | "from" | "who" | "on" | "and"))
        .any(|w| w == word)
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').any(|w| w == word)
}

/// Whether a noun stands for an organisation that was named before.
fn is_body(head: &str) -> bool {
    matches!(
        head,
        "company"
            | "firm"
            | "group"
            | "brokerage"
            | "agency"
            | "bank"
            | "party"
            | "team"
            | "club"
            | "department"
            | "ministry"
            | "commission"
            | "university"
            | "newspaper"
            | "paper"
            | "label"
            | "utility"
            | "platform"
            | "association"
            | "union"
            | "startup"
            | "airline"
            | "retailer"
            | "carmaker"
            | "automaker"
            | "maker"
            | "giant"
            | "organisation"
            | "organization"
            | "charity"
            | "foundation"
            | "network"
            | "broadcaster"
            | "publisher"
            | "regulator"
            | "watchdog"
            | "council"
            | "board"
            | "committee"
            | "bureau"
            | "institute"
            | "school"
            | "hospital"
            | "manufacturer"
            | "developer"
            | "corporation"
            | "lender"
            | "insurer"
            | "chipmaker"
            | "drugmaker"
            | "business"
            | "start-up"
            | "nonprofit"
            | "outlet"
            | "magazine"
            | "campaign"
            | "administration"
            | "authority"
            | "office"
    )
}
