//! Which body a word for one stands for: "the company", "the newspaper", "a spokesman".

use crate::lexicon::{Classes, Listed};
use crate::text::{Case, Words};

use super::DATELINE;
use super::category::Category;
use super::chain::{EntityId, NameAt};
use super::description::SEATS;
use super::entity::Entity;
use super::officials::{is_public, is_spokesperson};
use super::recent::Recent;
use super::resolve::Discourse;
use super::tag::Tag;

/// Words for businesses, and for people some of them: "the largest maker of umbrellas".
pub(super) static FIRMS: Listed = Listed::new("body-firms");

/// Words for bodies of people who joined.
static GROUPS: Listed = Listed::new("body-groups");

/// Words for what publishes news.
const OUTLETS: Words =
    Words::new("broadcaster magazine network newspaper outlet paper publication station tabloid website");

/// Words in the names of those.
static PRESS: Listed = Listed::new("body-press");

/// Words in the names of trade unions.
static UNIONS: Listed = Listed::new("body-unions");

/// Words in the names of parties, of parliaments and of bodies that people and states join: no businesses.
static CIVIC: Listed = Listed::new("body-civic");

/// Bodies whose names have words that businesses have too.
const STATES: &[&str] = &["european union", "united kingdom", "united nations", "united states", "white house"];

/// Words in the names of public agencies, beside those of other public bodies.
const AGENCIES: Words = Words::new("corps enforcement guard protection service services survey");

/// How much less a name weighs that may be no body's, and how near two weigh of which either could be meant: a mention is 2.
const GUESSED: usize = 4;
const CLOSE: usize = 3;

/// A news outlet that an article names less often is not what it is about.
const ASKED: usize = 5;

/// News agencies, which stand in datelines and beside pictures of articles that are about others.
const WIRES: &[&str] = &["afp", "ap", "associated press", "reuters", "xinhua"];

impl Discourse<'_> {
    /// "the company" is the one that the article is about rather than the one in passing: of those named lately, the one
    /// named most. With it whichever comes so close that it could be meant as well.
    pub(super) fn by_body(&self, head: &str, recent: &Recent<'_>) -> Option<(EntityId, Option<EntityId>)> {
        if SEATS.contains(head) || !stands_for_a_body(head) {
            return None;
        }
        let bodies = recent.all().iter().copied().filter(|&id| {
            let entity = &self.chains.entities[id];
            // "a post titled “Why We Left”": of what is named once, in quotation marks, nobody goes on with "the company".
            let titled = entity.outside.is_empty() && entity.mentions.len() == 1;
            // "In a Chirper post, Quill thanked her team. The club said": what something stands on is told of.
            let platform = self.lexicon.word(&entity.name.to_lowercase()).has_any(Classes::PLATFORM);
            let about = |&(p, n): &NameAt| {
                let name = &self.readings[p].names[n];
                let on = name.prefix > 0 && self.readings[p].tags[name.prefix - 1] == Tag::Preposition;
                !name.modifier && !on && self.is_subject(p, &name.tokens)
            };
            let passing = platform && !entity.mentions.iter().any(about);
            entity.category == Category::Organization && !titled && !passing && self.can_be(head, entity)
        });
        // "Quill Marine reported so. The company said …"
        let subject = self.turned_to(recent.before.0, recent.before.1, &|_| true);
        let (mut best, mut second) = (None, None);
        for (rank, id) in bodies.take(6).enumerate() {
            let entity = &self.chains.entities[id];
            let guessed = if entity.unsure { GUESSED } else { 0 };
            let turned = if subject == Some(id) && (!entity.unsure || OUTLETS.contains(head)) { CLOSE } else { 0 };
            let weighed = Some(((2 * entity.mentions.len().min(8) + 12 + turned).saturating_sub(rank + guessed), id));
            // Of those that weigh the same the one named last comes first.
            if best.is_none_or(|(most, _)| weighed.is_some_and(|(weight, _)| weight > most)) {
                (best, second) = (weighed, best);
            } else if second.is_none_or(|(most, _)| weighed.is_some_and(|(weight, _)| weight > most)) {
                second = weighed;
            }
        }
        let (most, id) = best?;
        let rival = second.filter(|&(weight, _)| weight + CLOSE > most).map(|(_, id)| id);
        Some((id, rival))
    }

    /// Whether a body of this name can be what the word says. Words for one kind of body ("the jury", "the ministry") mean one
    /// whose name has them.
    fn can_be(&self, head: &str, entity: &Entity) -> bool {
        let name = entity.name.to_lowercase();
        if WIRES.contains(&name.as_str()) || !self.is_told_of(entity) {
            return false;
        }
        // "writing in the journal Deep Quill, the team".
        let work = |&(paragraph, name): &NameAt| {
            let reading = self.readings[paragraph];
            let before = reading.names[name].prefix.checked_sub(1);
            before.is_some_and(|i| {
                reading.paragraph.is_one(i, &const { Words::new("book film journal magazine novel show") })
            })
        };
        if !OUTLETS.contains(head) && entity.mentions.iter().any(work) {
            return false;
        }
        let initials = (2..=5).contains(&entity.name.len()) && entity.name.chars().all(char::is_uppercase);
        // "the union" is no employer.
        if head == "union" {
            return initials || UNIONS.is_in(&name);
        }
        let outlet = || name.split(' ').any(|w| self.lexicon.word(w).has_any(Classes::OUTLET));
        if FIRMS.contains(head) {
            // "told CNBC": a paper that only asks is not the company.
            if entity.mentions.len() < ASKED && outlet() {
                return false;
            }
            let firm =
                !CIVIC.is_in(&name) && !UNIONS.is_in(&name) && !STATES.contains(&name.as_str()) && !is_public(&name);
            return firm && (!initials || self.acts(entity));
        }
        if OUTLETS.contains(head) {
            return PRESS.is_in(&name) || outlet();
        }
        head != "agency" || is_public(&name) || AGENCIES.is_in(&name) || initials
    }

    /// Whether it says or owns anything in the article: initials may also be those of a disease, or of a filing.
    fn acts(&self, entity: &Entity) -> bool {
        entity.mentions.iter().any(|&(paragraph, name)| {
            let reading = self.readings[paragraph];
            let end = reading.names[name].tokens.end;
            let helped = reading.tags[end..].iter().take_while(|tag| tag.helps()).count();
            reading.tags.get(end) == Some(&Tag::Possessive)
                || self.lexicon.reporting_verb(reading.paragraph.lower(end + helped)).is_some()
        })
    }

    /// Whether the article tells of it in sentences: what a headline begins with capitals may be no name at all.
    pub(super) fn is_told_of(&self, entity: &Entity) -> bool {
        entity.mentions.iter().any(|&(paragraph, name)| {
            let reading = self.readings[paragraph];
            let p = &reading.paragraph;
            let tokens = &reading.names[name].tokens;
            let capitals = tokens.len() > 1 && tokens.clone().all(|i| p.tokens[i].case == Case::Upper);
            // "PORT VELL, Norlandia (VA) —": where it was written.
            let dateline = p.tokens[0].case == Case::Upper
                && (tokens.end..p.tokens.len().min(DATELINE))
                    .any(|i| p.is_one(i, &const { Words::new("- -- – —") }) && p.tokens[i].spaced);
            let ends = p.tokens.len().checked_sub(1).is_some_and(|last| {
                matches!(p.lower(last), "." | "!" | "?" | "”" | "\"" | "'" | "''" | ")" | ":" | "…" | ";")
            });
            ends && !capitals && !dateline
        })
    }
}

/// Whether a word can stand for a body that has a name: one of the lists' or a spokesman's.
fn stands_for_a_body(head: &str) -> bool {
    head == "agency" || [*FIRMS, *GROUPS, OUTLETS].iter().any(|list| list.contains(head)) || is_spokesperson(head)
}
