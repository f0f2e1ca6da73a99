//! What an entity is and who the article says it is, once all its mentions are known.

use crate::lexicon::{Classes, Gender, Lexicon};
use crate::text::{ByteSpan, TokenKind, Words};

use super::ORGANIZATION;
use super::body::FIRMS;
use super::category::Category;
use super::chain::NameAt;
use super::entity::Entity;
use super::mentions::Mentions;
use super::tag::Tag;

impl Entity {
    /// Settles category and role once all mentions are known.
    pub(super) fn settle(&mut self, readings: &[&Mentions], lexicon: &Lexicon) {
        self.mentions.sort_unstable();
        let words = |p: usize, span: Option<ByteSpan>| span.map(|span| span.of(readings[p].paragraph.text()));
        let roles = self.mentions.iter().filter_map(|&(p, n)| words(p, readings[p].roles[n]));
        // "CEO" beside "a former harbour manager".
        let led = roles.clone().any(leads);
        let weight = |role: &str| telling(role, lexicon) - if led && is_past(role) { 3 } else { 0 };
        let best = roles.enumerate().max_by_key(|(i, role)| (weight(role), std::cmp::Reverse(*i)));
        self.office = best.map(|(_, role)| role.to_owned());
        let background = || self.mentions.iter().find_map(|&(p, n)| words(p, readings[p].backgrounds[n]));
        self.role = self.office.clone().or_else(|| background().map(str::to_owned));
        let given =
            self.words.first().is_some_and(|w| lexicon.given_name_gender(w.split('-').next().unwrap_or(w)).is_some());
        self.unsure = self.category == Category::Unknown
            || (self.category == Category::Person
                && !given
                && self.role.is_none()
                && !self.is_called_by_surname(readings));
        // "the company that owns the quay, Quill Vale": two words that look like a person's name.
        let body_role = self.office.as_deref().is_some_and(|role| {
            let words = || role.split(|c: char| !c.is_alphanumeric() && c != '-').map(str::to_lowercase);
            let is = |classes: Classes| words().any(|w| lexicon.word(&w).has_any(classes));
            is(Classes::ORGANIZATION_NOUN) && !is(Classes::PERSON_NOUN.with(Classes::TITLE))
        });
        if self.category == Category::Person && !given && body_role && !self.titled {
            self.category = Category::Organization;
        }
        if self.category == Category::Unknown {
            let person_role = self.office.as_deref().is_some_and(|r| {
                r.split(|c: char| !c.is_alphanumeric() && c != '-')
                    .map(str::to_lowercase)
                    .any(|w| lexicon.word(&w).has_any(Classes::PERSON_NOUN) && !FIRMS.contains(&w))
            });
            let body = self.words.iter().any(|w| lexicon.word(w).has_any(ORGANIZATION));
            // "Bex, 24, said", "Bex, a nurse, said".
            let lone =
                self.words.len() == 1 && self.mentions.iter().any(|&at| is_introduced(readings, at, person_role));
            let several = person_role && self.words.len() > 1;
            // "her husband, Tavor": a kin's noun makes a person of any name.
            let kin = self.office.as_deref().and_then(|role| role.rsplit(' ').next());
            let kin = kin.map(|noun| lexicon.word(noun));
            let kin = kin.is_some_and(|noun| {
                noun.has(Classes::RELATION) && noun.has_any(Classes::MASCULINE | Classes::FEMININE)
            });
            self.unsure &= !kin;
            self.category = if !body && (lone || several || kin || self.is_called_by_surname(readings)) {
                Category::Person
            } else {
                Category::Organization
            };
        }
        let told = self.office.as_deref().map_or(Gender::Unknown, |role| gender_in(role, lexicon));
        // "His mother, Patrice Quill": a kin's noun tells more than a given name.
        let owned = |role: &str| matches!(role.split(' ').next(), Some("His" | "Her" | "his" | "her" | "their"));
        let kin = self.relative && !self.titled && told != Gender::Unknown && self.office.as_deref().is_some_and(owned);
        if self.category == Category::Person && (kin || self.gender == Gender::Unknown) {
            self.gender = told;
        }
        if self.category == Category::Person && self.gender == Gender::Unknown {
            self.gender =
                self.mentions.iter().find_map(|&at| gender_of_kin(readings[at.0], at.1, lexicon)).unwrap_or_default();
        }
    }
}

/// "Bex, 24,", "Bex, a nurse,": whether an age behind the name, or a role with its article, tells that a person bears it.
fn is_introduced(readings: &[&Mentions], (paragraph, n): NameAt, role: bool) -> bool {
    let (p, end) = (&readings[paragraph].paragraph, readings[paragraph].names[n].tokens.end);
    let number = p.tokens.get(end + 1).is_some_and(|t| t.kind == TokenKind::Number) && p.word(end + 1).len() == 2;
    let aged = number && p.is(end + 2, ",");
    p.is(end, ",") && (aged || role && matches!(p.lower(end + 1), "a" | "an"))
}

/// "Quill has left his wife": what the article calls the kin of whoever a sentence begins with.
fn gender_of_kin(reading: &Mentions, n: usize, lexicon: &Lexicon) -> Option<Gender> {
    let (p, name) = (&reading.paragraph, &reading.names[n]);
    let sentence = p.sentence_around(name.tokens.start);
    if name.prefix != sentence.start || name.modifier {
        return None;
    }
    let own = (name.tokens.end..sentence.end)
        .find(|&i| matches!(reading.tags[i], Tag::Name | Tag::Quote | Tag::PossessivePronoun | Tag::Possessive))?;
    let kin = reading.known.classes(own + 1).has_any(Classes::RELATION);
    lexicon.pronoun(p.lower(own)).filter(|_| kin).map(|pronoun| pronoun.gender)
}

/// How much a role tells: the office and where it is held beat the office alone, and that beats a part in the story
/// ("the most anticipated witness") or whose brother somebody is.
fn telling(role: &str, lexicon: &Lexicon) -> i32 {
    let words: Vec<String> = role
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect();
    let office = |w: &String| {
        lexicon.word(w).has_any(Classes::ROLE | Classes::TITLE | Classes::ORGANIZATION_NOUN)
            && !const { Words::new("witness member man woman winner resident leader") }.contains(w)
    };
    // "Democrat of Vell" beside "Senator".
    let party = words.iter().any(|w| matches!(w.as_str(), "democrat" | "republican"));
    let ranking = words.iter().any(|w| matches!(w.as_str(), "top" | "ranking" | "leading"));
    let several = i32::from(words.len() > 1 && (!party || ranking));
    // "top aides Ada Quill and Tom Vale": what several are tells less of each.
    let tie = |w: &String| const { Words::new("at for from in of on to with") }.contains(w);
    let head = words.split(tie).next().and_then(<[String]>::last);
    let many = head.is_some_and(|w| lexicon.word(w).has_any(Classes::PLURAL));
    let named = role.chars().skip(1).any(char::is_uppercase);
    3 * several + 2 * i32::from(words.iter().any(office)) + i32::from(named && several > 0)
        - i32::from(words.len() > 14)
        - 4 * i32::from(many)
        + 2 * i32::from(leads(role))
}

/// "a former harbour manager".
fn is_past(role: &str) -> bool {
    const { Words::new("ex former once retired") }.is_in(&role.to_lowercase())
}

/// "CEO", "Vellmark’s mayor": an office at the head of a body, held now.
fn leads(role: &str) -> bool {
    let heads = const { Words::new("ceo chair chairman chairwoman gov governor mayor minister president sen senator") };
    heads.is_in(&role.to_lowercase()) && !is_past(role)
}

/// The gender that the words of a role tell ("chairwoman", "his widow" tells hers).
pub(super) fn gender_in(role: &str, lexicon: &Lexicon) -> Gender {
    role.split(|c: char| !c.is_alphanumeric() && c != '-')
        .map(str::to_lowercase)
        .filter(|w| lexicon.word(w).has_any(Classes::PERSON_NOUN))
        .find_map(|w| Some(Gender::of_classes(lexicon.word(&w))).filter(|g| *g != Gender::Unknown))
        .unwrap_or_default()
}
