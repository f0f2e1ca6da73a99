//! Somebody told in other words: "the 51-year-old", "the striker", "the Swede", and a lead that names nobody.

use std::ops::Range;

use crate::lexicon::{Classes, Gender, Listed};
use crate::text::Words;

use super::category::Category;
use super::chain::EntityId;
use super::description::named;
use super::officials::is_spokesperson;
use super::recent::Recent;
use super::resolve::{Discourse, Referent, Resolution};
use super::tag::Tag;

/// What somebody is called by turns.
pub(super) static EPITHETS: Listed = Listed::new("epithet-epithets");

impl Discourse<'_> {
    /// "the 19-year-old": whose age that is, or the person whom the article has turned to, or who spoke or was named last; "the mum-of-two",
    /// "the mother of two": a woman.
    pub(super) fn by_age(&self, paragraph: usize, core: &Range<usize>, recent: &Recent<'_>) -> Option<EntityId> {
        let p = &self.readings[paragraph].paragraph;
        let noun = p.lower(core.end - 1);
        let age = noun.strip_suffix("-year-old");
        let of = p.is(core.end, "of") && self.readings[paragraph].known.classes(core.end + 1).has_any(Classes::NUMBER);
        let parent = noun.split_once("-of-").map(|(parent, _)| parent).or_else(|| of.then_some(noun));
        let told = parent.map_or(Gender::Unknown, |parent| Gender::of_classes(self.lexicon.word(parent)));
        let teen = matches!(noun, "teen" | "teenager");
        if age.is_none() && told == Gender::Unknown && !teen {
            return None;
        }
        // Those of another age are not meant.
        let is_aged = |id: &EntityId| {
            self.chains.entities[*id].mentions.iter().find_map(|&(p, n)| {
                let (here, end) = (&self.readings[p].paragraph, self.readings[p].names[n].tokens.end);
                let years = here.lower(end + 1);
                let own = matches!(here.lower(end), "," | "(") && years.len() == 2 && years.parse::<u8>().is_ok();
                own.then(|| age == Some(years) || teen && years.starts_with('1'))
            })
        };
        let person = |id: &EntityId| {
            let entity = &self.chains.entities[*id];
            let aged = age.is_none() && !teen || is_aged(id).unwrap_or(!teen);
            entity.category == Category::Person && entity.gender.agrees(told) && aged
        };
        let people = || recent.all().iter().copied().filter(person);
        let spoke = self.spoke.iter().rev().take(2).find_map(|(_, _, who)| match who {
            Referent::Named(id) if person(id) => Some(*id),
            _ => None,
        });
        people()
            .find(|id| is_aged(id) == Some(true))
            .or_else(|| self.turned_to(paragraph, core.start, &|id| !self.is_unsure(*id) && person(id)))
            .or(spoke.filter(|id| people().any(|other| other == *id)))
            .or_else(|| people().find(|id| !self.is_unsure(*id)))
            .or_else(|| people().next().filter(|_| people().nth(1).is_none()))
    }

    /// Whom the article's last own sentence before a place is about, where nobody has spoken since it named them.
    pub(super) fn turned_to(
        &self,
        paragraph: usize,
        token: usize,
        fits: &dyn Fn(&EntityId) -> bool,
    ) -> Option<EntityId> {
        let (p, sentence) = self.sentence_before(paragraph, token)?;
        let reading = self.readings[p];
        let inside = |n: &usize| {
            let start = reading.names[*n].tokens.start;
            reading.paragraph.sentence_at(start) == sentence && reading.paragraph.quotation_at(start).is_none()
        };
        let names = || (0..reading.names.len()).filter(inside);
        let subject = names().find(|&n| self.is_subject(p, &reading.names[n].tokens));
        // "The evening ended with Ada Quill being sent off. The captain …": the only one whom it names.
        let only = || {
            let person = |id: &EntityId| self.chains.entities[*id].category == Category::Person && fits(id);
            let mut people = names().filter(|&n| person(&self.chains.entity_of((p, n))));
            people.next().filter(|_| people.next().is_none())
        };
        let subject = subject.or_else(only)?;
        let (id, start) = (self.chains.entity_of((p, subject)), reading.names[subject].tokens.start);
        let last = |(at, t, who): &(usize, usize, Referent)| (*at, *t) < (p, start) || *who == Referent::Named(id);
        Some(id).filter(|id| self.spoke.last().is_none_or(last) && fits(id))
    }

    /// "the striker", "the former mayor", "the Spaniard": who spoke last, or whom the sentence before is about, told in other words. With
    /// both where they are two.
    pub(super) fn by_epithet(
        &self,
        paragraph: usize,
        core: &Range<usize>,
        head: &str,
        recent: &Recent<'_>,
    ) -> Option<Resolution> {
        let p = &self.readings[paragraph].paragraph;
        let former = core.clone().any(|i| p.is_one(i, &const { Words::new("former retired") }));
        let noun = p.lower(core.end - 1);
        let nation = self.lexicon.word(noun).has_any(Classes::DEMONYM)
            && !["s", "sh", "ch", "ese"].iter().any(|ending| noun.ends_with(ending));
        let tells =
            EPITHETS.contains(head) || nation || former && self.lexicon.word(head).has_any(Classes::PERSON_NOUN);
        let anothers = core.clone().any(|i| self.readings[paragraph].tags[i] == Tag::Possessive);
        if !tells || anothers || is_spokesperson(head) || p.lower(core.start) != "the" {
            return None;
        }
        let told = Gender::of_classes(self.lexicon.word(head));
        let party = matches!(head, "democrat" | "republican");
        // "the Norland Republican" is no senator of another state's.
        let place = |word: &str| self.lexicon.word(word).has_any(Classes::PLACE);
        let seat = core.clone().map(|i| p.lower(i)).find(|word| place(word));
        let elsewhere = |role: &str| {
            let role = role.to_lowercase();
            let mut words = role.split(|c: char| !c.is_alphanumeric());
            seat.is_some_and(|seat| !role.contains(seat) && words.any(place))
        };
        let fits = |id: &EntityId| {
            let entity = &self.chains.entities[*id];
            entity.office.as_deref().map_or(!party, |role| !elsewhere(role))
                && entity.category == Category::Person
                && !entity.unsure
                && entity.gender.agrees(told)
        };
        // "Rav Quill said so. … the British actor said": who speaks under two names is somebody.
        let is_full = |id: &EntityId| {
            let entity = &self.chains.entities[*id];
            !party && entity.category == Category::Person && entity.words.len() > 1 && entity.gender.agrees(told)
        };
        let near = |place: usize| place + 2 >= paragraph;
        // "“Vale listens,” Quill said. The striker himself …": another than who speaks of him.
        let himself = p.is_one(core.end, &const { Words::new("herself himself") });
        let last = self.spoke.last().map(|(.., who)| who).filter(|_| himself);
        let other = |id: &EntityId| last != Some(&Referent::Named(*id));
        let spoke = self.spoke.iter().rev().take(2).find_map(|(place, _, who)| match who {
            Referent::Named(id) if (fits(id) || is_full(id)) && other(id) && near(*place) => Some(*id),
            _ => None,
        });
        let subject = recent.outside().iter().copied().filter(|id| fits(id) && other(id)).find(|&id| {
            self.chains.entities[id].mentions.iter().rev().any(|&(place, n)| {
                let tokens = &self.readings[place].names[n].tokens;
                place <= paragraph && near(place) && self.is_subject(place, tokens)
            })
        });
        let turned = self.turned_to(paragraph, core.start, &|id| fits(id));
        match (spoke, subject) {
            _ if turned.is_some() => turned.map(|id| named(id, 66, true)),
            (Some(one), Some(other)) if one != other => {
                Some(Resolution { candidates: vec![one, other], ..named(one, 50, true) })
            }
            (Some(id), _) | (None, Some(id)) => Some(named(id, 66, true)),
            (None, None) => None,
        }
    }

    /// "A former clerk has accused the board. / Ada Quill, who left in March, said …": of whom the lead tells without a name, and whom the
    /// paragraph behind it names without saying who she is.
    pub(super) fn by_lead(&self, paragraph: usize, core: &Range<usize>, all: &Range<usize>) -> Option<EntityId> {
        let p = &self.readings[paragraph].paragraph;
        let first = p.lower(core.start);
        let one = matches!(first, "a" | "an" | "one") || first == "the" && p.is(core.end, "of");
        let one = one && paragraph < 2 && all.start == 0;
        let person = self.lexicon.word(p.lower(core.end - 1)).has_any(Classes::PERSON_NOUN | Classes::ROLE);
        let next = self.readings.get(paragraph + 1).filter(|_| one && person)?;
        let outside = |&n: &usize| next.paragraph.quotation_at(next.names[n].tokens.start).is_none();
        let first = (0..next.names.len()).find(outside)?;
        let id = self.chains.entity_of((paragraph + 1, first));
        let (entity, tokens) = (&self.chains.entities[id], &next.names[first].tokens);
        let new = entity.mentions.first() == Some(&(paragraph + 1, first)) && tokens.len() > 1;
        let known = entity.office.is_some() || next.names[first].prefix < tokens.start;
        let opens = tokens.start == 0 || next.paragraph.quotation_at(tokens.start - 1).is_some();
        let (comma, behind) = (next.paragraph.is(tokens.end, ","), next.paragraph.lower(tokens.end + 1));
        let aged = behind.len() == 2 && behind.bytes().all(|b| b.is_ascii_digit());
        // "Tom Vale, 16, died in May": the dead tell nothing.
        let mut behind_age = (tokens.end + 2..tokens.end + 10).take_while(|&i| !next.paragraph.begins_sentence(i));
        let dead = &const { Words::new("collapsed dead died drowned fatally killed murdered") };
        let aged = aged && !behind_age.any(|i| next.paragraph.is_one(i, dead));
        let told = comma && (aged || behind == "who")
            || self.lexicon.reporting_verb(next.paragraph.lower(tokens.end)).is_some();
        (entity.category == Category::Person && new && !known && opens && told).then_some(id)
    }
}
