//! Whose officials they are: "officials said", right behind the name of a public body.

use std::ops::Range;

use super::category::Category;
use super::chain::EntityId;
use super::description::EMPLOYERS;
use super::resolve::{Discourse, Referent};
use crate::lexicon::Listed;
use crate::text::{Paragraph, Words};

/// Those who speak for a public body without a name of their own.
const OFFICIALS: Words = Words::new("inspectors officials regulators");

/// Those who look into a matter, each of a body that does so.
const INVESTIGATORS: Words = Words::new("detectives investigators");

/// What may stand before them and tells nothing of the body.
const PLAIN: Words = Words::new("the these those");

/// Those who speak for the body whose noun stands before them.
pub(super) const STAFF: Words = Words::new("bosses executives leaders management managers officials representatives");

/// Words in the names of public bodies.
static PUBLIC: Listed = Listed::new("officials-public");

/// Words in the names of bodies that look into crimes and accidents.
const INVESTIGATES: Words =
    Words::new("attorney bureau constabulary department fbi patrol police prosecutor safety sheriff");

/// Words in the names of bodies that measure and forecast: what is done and decided is told by others.
static OBSERVES: Listed = Listed::new("officials-observes");

/// Whether the last of these words are officials or investigators, whose body the article may name.
pub fn speaks_for_a_body(head: &str) -> bool {
    OFFICIALS.contains(head) || INVESTIGATORS.contains(head)
}

/// Whether a phrase stands for people of a body, who have no name of their own there: "Officials", "company executives".
pub fn is_staff(phrase: &str) -> bool {
    let head = phrase.rsplit(' ').next().unwrap_or_default().to_lowercase();
    STAFF.contains(head.as_str()) || speaks_for_a_body(&head)
}

/// "spokesman", "spokespeople": whether a noun is one for who speaks in the name of a body or of somebody else.
pub fn is_spokesperson(noun: &str) -> bool {
    noun.starts_with("spokes")
}

/// Whether a lower-case name is one of a public body.
pub(super) fn is_public(name: &str) -> bool {
    PUBLIC.is_in(name)
}

/// Whether a name is one of a body for which such people speak.
pub fn has_officials(head: &str, name: &str) -> bool {
    let words = if INVESTIGATORS.contains(head) { INVESTIGATES } else { *PUBLIC };
    let name = name.to_lowercase();
    words.is_in(&name) && !OBSERVES.is_in(&name)
}

impl Discourse<'_> {
    /// "Quill Marine denied it. A spokeswoman said it was safe.": of the one body that the sentence before is about.
    pub(super) fn by_spokesperson(
        &self,
        paragraph: usize,
        core: &Range<usize>,
        all: &Range<usize>,
    ) -> Option<EntityId> {
        let p = &self.readings[paragraph].paragraph;
        let bare = core.len() == 2 && matches!(p.lower(core.start), "a" | "its") && all.end == core.end;
        if !bare || !is_spokesperson(p.lower(core.end - 1)) {
            return None;
        }
        let sentence = p.sentence_at(core.start);
        // "Quill Marine is not for sale, a spokesman said."
        let apart = core.start.checked_sub(1).is_some_and(|i| p.is(i, ","));
        if let Some(body) = self.one_body(paragraph, sentence, core.start).filter(|_| apart) {
            return Some(body);
        }
        let (at, sentence) = if let Some(before) = sentence.checked_sub(1) {
            (paragraph, before)
        } else {
            let before = paragraph.checked_sub(1)?;
            (before, self.readings[before].paragraph.sentences.len().checked_sub(1)?)
        };
        self.one_body(at, sentence, usize::MAX)
    }

    /// "A spokesman for Quill told the Courier so. The spokesman added …": whoever spoke so before, but for one of whom the name of a body
    /// (with whichever may be meant as well) tells more.
    pub(super) fn voice_before(
        &self,
        p: &Paragraph,
        core: &Range<usize>,
        body: Option<(EntityId, Option<EntityId>)>,
    ) -> Option<Referent> {
        let noun = p.lower(core.end - 1);
        if core.len() != 2 || !is_spokesperson(noun) || !p.is(core.start, "the") {
            return None;
        }
        let speaks = |p: usize, t: usize| {
            let here = &self.readings[p].paragraph;
            here.sentence_around(t).any(|i| here.is(i, noun) && i.abs_diff(t) < 9)
        };
        let (.., who) = self.spoke.iter().rev().take(5).find(|(p, t, _)| speaks(*p, *t))?;
        let (Referent::Unnamed(id), Some((body, None))) = (who, body) else { return Some(who.clone()) };
        let name = self.chains.entities[body].name.to_lowercase();
        let idle = |word: &str| word.len() < 3 || word == noun || EMPLOYERS.contains(word) || name.contains(word);
        (!self.unnamed[*id].name.to_lowercase().split(' ').all(idle)).then(|| who.clone())
    }

    /// The one body that a sentence is about and names before a token.
    fn one_body(&self, at: usize, sentence: usize, before: usize) -> Option<EntityId> {
        let reading = self.readings[at];
        let p = &reading.paragraph;
        let mut found = None;
        for (n, name) in reading.names.iter().enumerate() {
            let start = name.tokens.start;
            let body = self.chains.entity_of((at, n));
            let entity = &self.chains.entities[body];
            let told = entity.category == Category::Organization && self.is_told_of(entity);
            if !told
                || found == Some(body)
                || start > before
                || p.sentence_at(start) != sentence
                || p.quotation_at(start).is_some()
            {
                continue;
            }
            if found.is_some() || !self.is_subject(at, &name.tokens) {
                return None;
            }
            found = Some(body);
        }
        found
    }

    /// "Officials said", "health officials said": the one public body that is named right before them, or the one of their
    /// field.
    pub(super) fn officials(&self, paragraph: usize, core: &Range<usize>, all: &Range<usize>) -> Option<EntityId> {
        let p = &self.readings[paragraph].paragraph;
        let head = core.end.checked_sub(1).map(|i| p.lower(i))?;
        // "officials in Port Vell" are of the port, whatever else the article names.
        if !speaks_for_a_body(head) || all.end > core.end && p.lower(core.end) != "," {
            return None;
        }
        let field: Vec<&str> =
            (all.start.min(core.start)..core.end - 1).map(|i| p.lower(i)).filter(|w| !PLAIN.contains(w)).collect();
        // "federal officials" are of many bodies, "officials there" of none that has a name here.
        let wide = ["city", "county", "federal", "government", "local", "national", "public", "regional", "state"];
        let placed = p.is_one(core.end, &const { Words::new("at from here in of there") });
        if field.len() > 1 || field.iter().any(|w| wide.contains(w)) || placed {
            return None;
        }
        let fits = |&id: &EntityId| {
            let entity = &self.chains.entities[id];
            let name = entity.name.to_lowercase();
            let own = |word: &&str| name.split(|c: char| !c.is_alphanumeric()).any(|w| w == *word);
            matches!(entity.category, Category::Organization) && has_officials(head, &name) && field.iter().all(own)
        };
        // Right before them, or at the end of the paragraph that they go on from.
        let (floor, opens) = (p.sentence_at(core.start), p.sentence_at(core.start) == 0);
        let here = self.names_before(paragraph, (paragraph, core.start)).map(|n| (paragraph, n));
        let near = |&(at, n): &(usize, usize)| {
            let p = &self.readings[at].paragraph;
            let sentence = p.sentence_at(self.readings[at].names[n].tokens.start);
            if at == paragraph { sentence + 2 >= floor } else { sentence + 2 >= p.sentences.len() }
        };
        let before = paragraph.checked_sub(1).filter(|_| opens);
        let before =
            before.into_iter().flat_map(|b| self.names_before(b, (paragraph, core.start)).map(move |n| (b, n)));
        let mut beside: Vec<EntityId> =
            here.chain(before).filter(near).map(|at| self.chains.entity_of(at)).filter(fits).collect();
        beside.sort_unstable();
        beside.dedup();
        // With a field ("health officials") the one body of that field will do wherever it stands.
        if beside.is_empty() && !field.is_empty() {
            beside = (0..self.chains.entities.len()).filter(fits).collect();
        }
        match beside[..] {
            [only] => Some(only),
            _ => None,
        }
    }
}
