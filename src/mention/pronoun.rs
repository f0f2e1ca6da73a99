//! Who a pronoun stands for.
//!
//! Every name and every speaker before the pronoun is weighed: near beats far, the subject of a sentence beats its object,
//! whoever spoke last goes on speaking unless the article has turned to somebody else since. Distance is counted in the
//! article's own sentences; those inside a quotation are the speaker's.

use std::ops::Range;

use crate::lexicon::{Classes, Gender, Number, Person};
use crate::report::{Confidence, SourceKind};
use crate::text::Words;

use super::category::Category;
use super::chain::EntityId;
use super::described::Described;
use super::officials::is_spokesperson;
use super::resolve::{Discourse, Referent, Resolution};
use super::salience::{SENTENCE, SUBJECT};
use super::tag::Tag;
use super::{DATELINE, Mentions};

/// How many paragraphs back a pronoun can reach.
const PRONOUN_REACH: usize = 5;

/// What is done to whoever answers.
pub(super) const ASKS: Words =
    Words::new("approached asked asks challenged confronted contacted interviewed pressed questioned");

/// What the speaker of a statement is worth over the subject of a sentence.
const SPEAKER: i32 = 9;

/// One name before the pronoun.
struct Before {
    score: i32,
    who: EntityId,
    place: (usize, usize),
    subject: bool,
    /// Whether it is the new subject of what the pronoun may say: "Ada Quill waited for hours, she said."
    own: bool,
}

impl Discourse<'_> {
    /// Who the pronoun at a token stands for.
    pub(super) fn pronoun(&mut self, paragraph: usize, token: usize) -> Resolution {
        let nobody = Resolution::nobody();
        // "I’ve", "we’re": the pronoun is what stands before the apostrophe.
        let word = self.readings[paragraph].paragraph.lower(token).split('\'').next().unwrap_or_default();
        let Some(pronoun) = self.lexicon.pronoun(word) else {
            return nobody;
        };
        if pronoun.person == Person::First {
            return self.first_person(paragraph).unwrap_or(nobody);
        }
        if pronoun.person != Person::Third {
            return nobody;
        }
        if self.is_expletive(paragraph, token) {
            return nobody;
        }
        let plural = pronoun.number == Number::Plural;
        let mut scored: Vec<(i32, Referent)> = Vec::new();
        let described = self.described_before((paragraph, token), pronoun);
        let turned = described.as_ref().is_some_and(|d| d.paragraph == paragraph && (d.new || d.spoke));
        let names = self.names_for((paragraph, token), pronoun.gender, plural, !turned);
        for name in &names {
            add(&mut scored, name.score, Referent::Named(name.who));
        }
        // Unnamed sources can be meant as well: "One resident … He said".
        for (rank, (p, t, who)) in self.spoke.iter().rev().take(3).enumerate() {
            if (*p, *t) >= (paragraph, token) || paragraph - p > PRONOUN_REACH {
                continue;
            }
            // "won it after a teacher told her mother so. She …": who only speaks in a clause of time.
            let (here, tags) = (&self.readings[*p].paragraph, &self.readings[*p].tags);
            let clause = (here.sentence_around(*t).start + 1..*t).rev().take_while(|&i| tags[i] != Tag::Comma);
            let timed = clause.into_iter().any(|i| here.is_one(i, &const { Words::new("after before when until") }));
            if timed && matches!(who, Referent::Unnamed(_)) {
                continue;
            }
            // "A reporter asked Quill if it leaked. “No,” he said", "When a reporter asked, he said no": whoever is asked answers.
            let asks = here.is_one(*t, &ASKS);
            let answers = || {
                names.iter().any(|n| n.place.0 == *p)
                    || *p == paragraph && here.sentence_at(*t) == here.sentence_at(token)
                    || self.readings[paragraph].paragraph.is_one(token + 1, &const { Words::new("answered replied") })
            };
            // "A lawyer told her to sell. “I said no,” she said": she is the one whom the article goes on about.
            let hearer = if pronoun.gender == Gender::Male { "him" } else { "her" };
            let told =
                || here.is(*t + 1, hearer) && pronoun.gender != Gender::Neuter && names.iter().any(|n| n.subject);
            if matches!(who, Referent::Unnamed(_)) && (asks && answers() || told()) {
                continue;
            }
            let voice = || match who {
                Referent::Named(_) => self.voice_agreement((*p, *t), pronoun.gender, plural),
                Referent::Unnamed(_) => None,
            };
            let Some(fit) = self.fit(who, pronoun.gender, plural).or_else(voice) else { continue };
            // "Quill said so. … Vale, who worries, is here. “…,” she said": the article has turned to Vale.
            let turned = names.iter().any(|n| n.subject && n.place > (*p, *t) && Referent::Named(n.who) != *who);
            let near = if *p == paragraph { 14 } else { 0 };
            let bonus = SUBJECT + SPEAKER + near - SENTENCE * self.distance((*p, *t), (paragraph, token)).min(9);
            add(&mut scored, fit + bonus - [0, 8, 14][rank] - if turned { 12 } else { 0 }, who.clone());
        }
        // "A neighbour heard it. “It was loud,” she said": a subject that has said nothing yet. "The senator" may be one of the names.
        if let Some(Described { paragraph: p, phrase, fit, .. }) = described.filter(|d| !d.spoke) {
            let place = (p, phrase.tokens.start);
            let near = if p == paragraph { 14 } else { 0 };
            let score = fit + SUBJECT + near - SENTENCE * self.distance(place, (paragraph, token)).min(9);
            let told = self.description(p, &phrase.core, &phrase.tokens);
            let who = told.who.filter(|_| told.confidence >= Confidence::CERTAIN);
            if let Some(who) = who.filter(|who| self.fit(who, pronoun.gender, plural).is_some()) {
                add(&mut scored, score, who);
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
            66
        } else {
            55
        };
        // Nothing better than a misfit: nobody is sure.
        // "A resident said so. “It never stops,” they said": but for one of whom the article tells no gender.
        let quoted = || token > 0 && self.readings[paragraph].paragraph.quotation_at(token - 1).is_some();
        let one = matches!(who, Referent::Unnamed(_))
            && self.spoke.last().is_some_and(|(p, _, last)| *p == paragraph && *last == who)
            && scored.len() == 1
            && quoted();
        let misfit = !one && self.fit(&who, pronoun.gender, plural).is_some_and(|fit| fit < -5);
        let percent = if misfit { percent.min(50) } else { percent };
        // "Vale denied it. Ada Quill waited for hours, she said.": she or whoever spoke before.
        let new = names.iter().any(|n| n.own && Referent::Named(n.who) != who);
        let percent = if new { percent.min(55) } else { percent };
        // "The chief was overruled. One clerk said she had told them so": she or the clerk, of whom nothing tells that she is a woman.
        let teller = |(p, t, last): &(usize, usize, Referent)| {
            let here = &self.readings[paragraph].paragraph;
            *p == paragraph && *last == who && here.sentence_at(*t) == here.sentence_at(token)
        };
        let told = |n: &Before| n.place.0 == paragraph && self.agreement(n.who, pronoun.gender, plural) == Some(9);
        let nested = matches!(who, Referent::Unnamed(_)) && self.spoke.last().is_some_and(teller);
        let vague = nested && self.fit(&who, pronoun.gender, plural) == Some(-5) && names.iter().any(told);
        let percent = if vague { percent.min(55) } else { percent };
        let candidates = scored
            .iter()
            .skip(1)
            .take(3)
            .filter_map(|(_, w)| if let Referent::Named(id) = w { Some(*id) } else { None })
            .collect();
        Resolution { who: Some(who), confidence: Confidence::percent(percent), candidates, indirect: true }
    }

    /// "It has been claimed that", "It is understood that": stands for nobody, but for what follows.
    fn is_expletive(&self, paragraph: usize, token: usize) -> bool {
        let reading = self.readings[paragraph];
        let p = &reading.paragraph;
        let verb = (token + 1..reading.tags.len()).find(|&i| !reading.tags[i].helps()).unwrap_or(token);
        let be = (token + 1..verb).any(|i| matches!(p.lower(i), "is" | "was" | "been"));
        p.is(token, "it") && be && (verb..verb + 3).any(|i| p.is(i, "that"))
    }

    /// Who "I" and "we" are outside quotation marks: whoever's turn it is, whoever answers.
    fn first_person(&self, paragraph: usize) -> Option<Resolution> {
        let turn = self.turn.as_ref().filter(|(p, _)| *p == paragraph).map(|(_, who)| (who.clone(), 88));
        let answer = || self.interview.as_ref()?.answers(paragraph).map(|who| (Referent::Named(who), 78));
        let (who, percent) = turn.or_else(answer)?;
        Some(Resolution::of(who, percent, true))
    }

    /// The names before a pronoun that it could stand for, with their weights; one that is `alone` in the paragraph weighs more.
    fn names_for(&self, (paragraph, token): (usize, usize), gender: Gender, plural: bool, alone: bool) -> Vec<Before> {
        let here = &self.readings[paragraph].paragraph;
        let own = here.sentence_at(token);
        // "The plan that Vale had backed was mad, he said": what stands in somebody's words is seldom the speaker.
        let behind = token > 0
            && (here.quotation_at(token - 1).is_some() || self.readings[paragraph].tags[token - 1] == Tag::Comma);
        // "When Vale asked Ada Quill, she said so": whom a clause of time names may be meant, whether it is about them or not.
        let timed = behind && self.opens_with_time(paragraph, token);
        let asks = timed && (here.sentences[own].start..token).any(|i| here.is_one(i, &ASKS));
        let behind = behind && !timed;
        let mut found: Vec<Before> = Vec::new();
        for back in 0..=PRONOUN_REACH.min(paragraph) {
            let p = paragraph - back;
            let reading = self.readings[p];
            for n in self.names_before(p, (paragraph, token)) {
                let name = &reading.names[n];
                if reading.paragraph.quotation_at(name.tokens.start).is_some() || is_dateline(reading, &name.tokens) {
                    continue;
                }
                let who = self.chains.entity_of((p, n));
                if name.modifier && self.chains.entities[who].category != Category::Person {
                    continue;
                }
                let Some(fit) = self.agreement(who, gender, plural) else { continue };
                let place = (p, name.tokens.start);
                let within = behind && back == 0 && reading.paragraph.sentence_at(name.tokens.start) == own;
                let leads = self.is_subject(p, &name.tokens);
                let told = timed && back == 0 && reading.paragraph.sentence_at(name.tokens.start) == own;
                let whom = told && name.prefix > 0 && reading.tags[name.prefix - 1] == Tag::Verb;
                let subject = (leads || whom) && !within;
                let entity = &self.chains.entities[who];
                let own = leads
                    && within
                    && entity.category == Category::Person
                    && !entity.unsure
                    && gender != Gender::Neuter
                    && !plural
                    && here.is(token - 1, ",")
                    && entity.mentions.iter().all(|m| m.0 == 0 || *m >= (p, n))
                    && self.lexicon.reporting_verb(here.lower(token + 1)).is_some();
                let less = if within {
                    22
                } else if told && whom != asks {
                    8
                } else {
                    0
                };
                let score = fit + self.salience(place, &name.tokens, (paragraph, token), subject) - less;
                found.push(Before { score, who, place, subject, own });
            }
        }
        // "The yard was founded by Quill. He said …": a word that may be somebody’s name after all stands back behind people.
        let person = |b: &Before| self.chains.entities[b.who].category == Category::Person;
        if gender != Gender::Neuter && !plural && found.iter().any(|b| b.place.0 == paragraph && person(b)) {
            found.retain(person);
        }
        // The only one whom the paragraph names.
        let inside = |b: &Before| b.place.0 == paragraph && !(behind && here.sentence_at(b.place.1) == own);
        let only = found.iter().find(|b| alone && inside(b)).map(|b| b.who);
        if let Some(only) = only.filter(|&only| found.iter().filter(|b| inside(b)).all(|b| b.who == only)) {
            found.iter_mut().filter(|b| inside(b) && b.who == only).for_each(|b| b.score += 12);
        }
        found
    }

    /// "When Ada Quill called, he said that …": whether a sentence opens with a clause of time that is none of the words of who "he" is.
    fn opens_with_time(&self, paragraph: usize, token: usize) -> bool {
        let (p, tags) = (&self.readings[paragraph].paragraph, &self.readings[paragraph].tags);
        let start = p.sentence_around(token).start;
        let ends = (token + 2..tags.len().min(token + 4)).find(|&i| matches!(tags[i], Tag::Comma | Tag::Mark));
        let inserted = ends.is_some_and(|i| !p.is(i, ":") && p.quotation_at(i + 1).is_none());
        tags[token - 1] == Tag::Comma
            && p.is_one(start, &const { Words::new("after as before once when while") })
            && !inserted
    }

    /// How well somebody fits a pronoun; none where they cannot be meant.
    fn fit(&self, who: &Referent, gender: Gender, plural: bool) -> Option<i32> {
        match who {
            Referent::Named(id) => self.agreement(*id, gender, plural),
            Referent::Unnamed(unnamed) => self.unnamed_agreement(*unnamed, gender, plural),
        }
    }

    /// How well an entity fits a pronoun; none where it cannot be meant.
    fn agreement(&self, id: EntityId, gender: Gender, plural: bool) -> Option<i32> {
        let entity = &self.chains.entities[id];
        let person = entity.category == Category::Person;
        match (person, gender) {
            // "they" for one person whose gender nobody told, or a band or a company.
            (true, _) if plural => Some(-12),
            (false, _) if plural && entity.unsure => Some(-6),
            (false, _) if plural => (entity.category != Category::Place).then_some(4),
            (true, Gender::Neuter) => None,
            (true, _) if !entity.gender.agrees(gender) => None,
            (true, _) if entity.unsure => Some(-4),
            (true, _) => Some(if entity.gender == gender { 9 } else { 2 }),
            (false, Gender::Neuter) => Some(if entity.category == Category::Place { -6 } else { 4 }),
            // Unknown words may be a name after all.
            (false, _) if entity.unsure && entity.words.len() == 1 => Some(-14),
            (false, _) => {
                let rare = |word: &String| self.lexicon.word(word) == Classes::default() && word.len() > 2;
                (entity.unsure && entity.words.len() == 2 && entity.words.iter().all(rare)).then_some(-2)
            }
        }
    }

    /// "a spokesman for the board said so. He added …": he is whoever spoke for the board at this place.
    fn voice_agreement(&self, (p, t): (usize, usize), gender: Gender, plural: bool) -> Option<i32> {
        let (here, tags) = (&self.readings[p].paragraph, &self.readings[p].tags);
        let named = |i: usize| tags.get(i + 1) == Some(&Tag::Name);
        let word =
            here.sentence_around(t).find(|&i| is_spokesperson(here.lower(i)) && !named(i)).map(|i| here.lower(i))?;
        let told = match (word.ends_with("woman"), word.ends_with("man")) {
            (true, _) => gender == Gender::Female,
            (_, true) => gender == Gender::Male,
            _ => gender != Gender::Neuter,
        };
        let told = if plural { word == "spokesperson" } else { told };
        told.then_some(3)
    }

    fn unnamed_agreement(&self, unnamed: usize, gender: Gender, plural: bool) -> Option<i32> {
        let source = &self.unnamed[unnamed];
        // The dead had their say before.
        if source.name.split(' ').nth(1) == Some("late") {
            return None;
        }
        let classes = self.lexicon.word(&source.head);
        // "Four nurses stayed. One said …"
        let person = classes.has_any(Classes::PERSON_NOUN | Classes::GROUP | Classes::MASCULINE | Classes::FEMININE)
            || !plural && matches!(source.head.as_str(), "another" | "one" | "other");
        match source.kind {
            SourceKind::Person if plural => person.then_some(-6),
            SourceKind::Person if gender != Gender::Neuter => {
                let told = Gender::of_classes(classes);
                (person && told.agrees(gender)).then_some(if told == gender { 3 } else { -5 })
            }
            SourceKind::Group if plural => Some(6),
            SourceKind::Document if plural => source.name.ends_with('s').then_some(4),
            _ if plural && (source.proper || matches!(source.head.as_str(), "police" | "family")) => Some(2),
            SourceKind::Document | SourceKind::Organization | SourceKind::AiModel if gender == Gender::Neuter => {
                Some(3)
            }
            _ => None,
        }
    }
}

/// Weighs somebody, who counts once, with the best weight.
fn add(scored: &mut Vec<(i32, Referent)>, score: i32, who: Referent) {
    match scored.iter_mut().find(|(_, known)| *known == who) {
        Some(known) => known.0 = known.0.max(score),
        None => scored.push((score, who)),
    }
}

/// "PORT VELL (Vell News) - …": whether a name is the agency that wrote.
fn is_dateline(reading: &Mentions, name: &Range<usize>) -> bool {
    let p = &reading.paragraph;
    p.is(name.end, ")") && p.is_one(name.end + 1, &const { Words::new("- -- – —") }) && name.end < DATELINE
}
