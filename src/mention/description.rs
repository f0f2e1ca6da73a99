//! Who a description without a name stands for: "the company", "the Texas senator", "prosecutors".

use std::ops::Range;

use crate::lexicon::{Classes, Listed, PhraseClass};
use crate::report::SourceKind;
use crate::text::{Case, Paragraph, Words};

use super::category::Category;
use super::chain::{EntityId, NameAt};
use super::entity::Entity;
use super::mentions::Mentions;
use super::officials::{STAFF, is_spokesperson};
use super::recent::Recent;
use super::resolve::{Discourse, Referent, Resolution};
use super::tag::Tag;
use super::wording::{COMPLEMENT, ends_role, has_word, is_named_for, is_of_another, is_role_head};

/// Nouns for what the bearer of a title is.
const TITLES: &[(&str, &[&str])] = &[
    ("senator", &["sen", "sen."]),
    ("governor", &["gov", "gov."]),
    ("representative", &["rep", "rep."]),
    ("congressman", &["rep", "rep.", "representative"]),
    ("congresswoman", &["rep", "rep.", "representative"]),
    ("lawmaker", &["rep", "rep.", "sen", "sen.", "representative", "senator", "mp"]),
    ("legislator", &["rep", "rep.", "sen", "sen.", "representative", "senator"]),
    ("professor", &["prof", "prof."]),
    ("priest", &["father", "fr", "fr.", "rev", "rev."]),
    ("pastor", &["rev", "rev."]),
    ("officer", &["sgt", "sgt.", "lt", "lt.", "capt", "capt."]),
    ("premier", &["prime minister"]),
    ("boss", &["chief executive", "ceo"]),
    ("executive", &["ceo", "chief executive"]),
];

/// Bodies that are also places: "the city", "the court" is mostly one that the article does not name.
pub(super) static SEATS: Listed = Listed::new("description-seats");

/// Words for the same people.
const ALIKE: &[&[&str]] = &[
    &["doctor", "physician", "medic", "clinician"],
    &["lawyer", "attorney", "solicitor", "advocate"],
    &["teacher", "educator"],
    &["worker", "employee", "staff"],
    &["parent", "mother", "father"],
    &["driver", "trucker"],
    &["scientist", "researcher"],
    &["doctor", "nurse", "clinician"],
];

/// Bodies for which the name that was told last stands where their staff speaks.
pub(super) static EMPLOYERS: Listed = Listed::new("description-employers");

/// What stands before a body's noun and tells nothing of its field.
const PLAIN: Words = Words::new("city company country county state");

/// Kinds of documents that speak for whoever issued them.
pub(super) const LETTERS: Words = Words::new("blog email letter memo message note post release statement thread tweet");

pub(super) fn named(id: EntityId, percent: u8, indirect: bool) -> Resolution {
    Resolution::of(Referent::Named(id), percent, indirect)
}

impl Discourse<'_> {
    /// Who a description stands for.
    pub(super) fn description(&mut self, paragraph: usize, core: &Range<usize>, all: &Range<usize>) -> Resolution {
        let p = &self.readings[paragraph].paragraph;
        let noun = p.lower(core.end.saturating_sub(1));
        let head = self.lexicon.singular(noun).unwrap_or(noun).to_owned();
        let classes = self.lexicon.word(noun);
        let definite = p.is_one(core.start, &const { Words::new("the this that these those") });
        let plural = classes.has_any(Classes::PLURAL)
            || (noun.ends_with('s') && noun != head)
            || classes.has_any(Classes::GROUP) && noun.ends_with('s') && !noun.ends_with("ss");
        let recent = Recent::new(self, (paragraph, core.start));
        if let Some(id) = self.surname(paragraph, core, &recent) {
            return named(id, 90, false);
        }
        // A headline in title case has no names of its own.
        let text = p.span(core).of(p.text());
        let bears_it = |entity: &Entity| entity.category == Category::Person && entity.name.eq_ignore_ascii_case(text);
        if let Some(id) = self.chains.entities.iter().position(bears_it).filter(|_| core.len() > 1) {
            return named(id, 90, false);
        }
        if let Some((body, indirect)) = self.local(paragraph, core) {
            return Resolution::of(Referent::Unnamed(body), if indirect { 74 } else { 90 }, indirect);
        }
        if let Some(body) = self.local_voice(paragraph, core, all) {
            return Resolution::of(Referent::Unnamed(body), 82, true);
        }
        if let Some(who) = self.documents.get(&head).filter(|_| definite && !plural) {
            return Resolution::of(who.clone(), 74, true);
        }
        let words = p.span(all).of(p.text()).to_lowercase();
        if let Some(id) = self.by_staff(paragraph, core, &recent) {
            return named(id, 66, true);
        }
        if let Some(id) = self.officials(paragraph, core, all) {
            return named(id, 64, true);
        }
        let found = match (definite, plural) {
            (true, false) => self
                .model(core, p, &recent)
                .or_else(|| self.by_title(&words, &recent))
                .or_else(|| {
                    let other = |id: &EntityId| {
                        let role = self.role(*id);
                        self.is_of_another_field(paragraph, core, &role) || is_of_another(&words, &role)
                    };
                    let found = if Self::is_of_party(p, core) { None } else { self.by_role_anywhere(&head, &recent) };
                    found.filter(|id| !other(id))
                })
                .or_else(|| self.by_name(paragraph, core, &head, &recent))
                .or_else(|| self.by_age(paragraph, core, &recent)),
            (true, true) => {
                self.members(&head, noun, &recent).or_else(|| self.office(&head, plural, core.len() - 1, &recent))
            }
            (false, _) => {
                // "New Vell’s ambassador to Port Vell said": named only later, or before with the same words.
                let same_role = (all.len() > 3 && !plural)
                    .then(|| (0..self.chains.entities.len()).find(|&id| self.role(id) == words))
                    .flatten()
                    .or_else(|| self.relative(paragraph, core, &recent));
                same_role.or_else(|| self.office(&head, plural, core.len(), &recent))
            }
        };
        let found = found.or_else(|| self.by_spokesperson(paragraph, core, all));
        let found = found.or_else(|| if plural || all != core { None } else { self.by_office(paragraph, core, &head) });
        let found = found.or_else(|| if plural { None } else { self.by_lead(paragraph, core, all) });
        if let Some(id) = found {
            return named(id, if definite { 74 } else { 66 }, true);
        }
        // "the spokeswoman for the prosecutor" is of no other body.
        let own = !is_spokesperson(&head) || all.end == core.end || p.is(core.end, ",");
        let body = if definite && !plural && own && !self.is_another(paragraph, core) {
            self.by_body(&head, &recent)
        } else {
            None
        };
        if let Some(voice) = self.voice_before(p, core, body) {
            return Resolution::of(voice, 74, true);
        }
        if let Some((id, rival)) = body {
            let candidates = rival.map(|rival| vec![id, rival]);
            let percent = if rival.is_none() { 74 } else { 50 };
            return Resolution { candidates: candidates.unwrap_or_default(), ..named(id, percent, true) };
        }
        // Whom the article has brought in with the same noun is meant first.
        let brought_in = self.unnamed_by_head.get(&head).is_some_and(|&id| self.unnamed[id].kind != SourceKind::Group);
        if !plural
            && !brought_in
            && let Some(told) = self.by_epithet(paragraph, core, &head, &recent)
        {
            return told;
        }
        let who = self.unnamed_source(paragraph, core, all, head, definite, plural);
        Resolution::of(Referent::Unnamed(who), 90, false)
    }

    /// The lower-case role of an entity.
    fn role(&self, id: EntityId) -> String {
        self.chains.entities[id].office.as_deref().unwrap_or_default().to_lowercase()
    }

    /// "Her wife, Ada Quill, is here. Her wife said so": who has been called so lately.
    fn relative(&self, paragraph: usize, core: &Range<usize>, recent: &Recent<'_>) -> Option<EntityId> {
        let reading = self.readings[paragraph];
        let kin = reading.known.classes(core.end - 1).has_any(Classes::RELATION);
        if core.len() != 2 || !kin || reading.tags[core.start] != Tag::PossessivePronoun {
            return None;
        }
        let words = reading.paragraph.span(core).of(reading.paragraph.text()).to_lowercase();
        let near = |&(p, _): &(usize, usize)| p <= paragraph && p + 2 >= paragraph;
        let called = |&id: &EntityId| self.role(id) == words && self.chains.entities[id].mentions.iter().any(near);
        recent.all().iter().copied().find(called)
    }

    /// "King said": a surname that is an everyday word, so that only the article tells that it is one.
    pub(super) fn surname(&self, paragraph: usize, core: &Range<usize>, recent: &Recent<'_>) -> Option<EntityId> {
        let p = &self.readings[paragraph].paragraph;
        let capital = core.len() == 1 && p.tokens[core.start].case == Case::Title;
        let bearer = |id: &EntityId| self.chains.entities[*id].is_person_called(p.lower(core.start));
        capital.then(|| recent.all().iter().copied().find(bearer)).flatten()
    }

    /// "the senator": the last person whose role has that noun, in full or as a title ("Sen.").
    fn by_role(&self, head: &str, recent: &[EntityId]) -> Option<EntityId> {
        // "the company" is nobody, though "a company formed by Ada Quill" stands beside her.
        if self.is_body(head) {
            return None;
        }
        let person = |id: &EntityId| self.chains.entities[*id].category == Category::Person;
        let titles = TITLES.iter().find(|(noun, _)| *noun == head).map_or(&[][..], |(_, titles)| titles);
        // "the seaway" is not its authority’s spokeswoman.
        let bearer = self.lexicon.word(head).has_any(Classes::ROLE | Classes::PERSON_NOUN | Classes::TITLE);
        recent.iter().copied().filter(person).find(|&id| {
            let role = self.role(id);
            // "the club’s spokeswoman, Ada Quill", whom the article calls a vice president, too.
            let spoke = || is_spokesperson(head) && self.has_been(id, head);
            is_role_head(&role, head, bearer) || spoke() || titles.iter().any(|title| is_role_head(&role, title, true))
        })
    }

    /// Whether anything that the article says of what somebody is has a noun.
    fn has_been(&self, id: EntityId, head: &str) -> bool {
        self.chains.entities[id].mentions.iter().any(|&(p, n)| {
            let role = self.readings[p].roles[n].map(|role| role.of(self.readings[p].paragraph.text()).to_lowercase());
            role.is_some_and(|role| is_role_head(&role, head, true))
        })
    }

    /// "Mayor says quay will close" above "Mayor Ada Quill said": the one person of that office whom the article begins with.
    fn by_office(&self, paragraph: usize, core: &Range<usize>, head: &str) -> Option<EntityId> {
        let near = |id: &EntityId| {
            let first = self.chains.entities[*id].mentions.first();
            first.is_some_and(|first| (1..4).contains(&first.0)) && !self.is_unsure(*id)
        };
        let bears = |id: &EntityId| near(id) && self.by_role(head, &[*id]).is_some();
        let mut bearers = (0..self.chains.entities.len()).filter(|id| paragraph == 0 && core.len() == 1 && bears(id));
        bearers.next().filter(|_| bearers.next().is_none())
    }

    fn by_role_anywhere(&self, head: &str, recent: &Recent<'_>) -> Option<EntityId> {
        self.by_role(head, recent.outside()).or_else(|| self.by_role(head, recent.all()))
    }

    /// "the committee" of "Port Vell Harbour Committee".
    fn by_name(&self, paragraph: usize, core: &Range<usize>, head: &str, recent: &Recent<'_>) -> Option<EntityId> {
        // "The group, Divers for the Harbour, was formed in May. The group said": which it is the article has told.
        let told = |&id: &EntityId| {
            self.is_body(head) && self.chains.entities[id].mentions.iter().any(|&at| self.is_apposed_to(at, head))
        };
        let told = recent.all().iter().copied().find(told);
        told.or_else(|| {
            recent.all().iter().copied().find(|&id| {
                let entity = &self.chains.entities[id];
                let name = entity.name.to_lowercase();
                is_named_for(&name, head)
                    && !self.is_of_another_field(paragraph, core, &name)
                    && entity.category != Category::Person
                    && self.is_told_of(entity)
            })
        })
    }

    /// "The group, | Divers for the Harbour, | was": whether a name stands between commas behind a noun with its article.
    fn is_apposed_to(&self, (paragraph, name): NameAt, head: &str) -> bool {
        let Mentions { paragraph: p, names, .. } = self.readings[paragraph];
        let (start, end) = (names[name].prefix, names[name].tokens.end);
        start > 2 && p.is(start - 1, ",") && p.is(end, ",") && p.is(start - 2, head) && p.is(start - 3, "the")
    }

    /// "the health ministry" beside the Interior Ministry, "the transport minister" beside the finance minister: of such offices there is one
    /// for each field, and it must be one of these words.
    pub(super) fn is_of_another_field(&self, paragraph: usize, core: &Range<usize>, words: &str) -> bool {
        let reading = self.readings[paragraph];
        let p = &reading.paragraph;
        let fields = const {
            Words::new("bank board commission committee council court department minister ministry secretary union")
        };
        let field = |i: usize| {
            let word = p.lower(i);
            let matter = reading.tags[i] == Tag::Noun && p.tokens[i].case == Case::Lower && !PLAIN.contains(word);
            (matter || const { Words::new("central foreign interior supreme") }.contains(word))
                && !has_word(words, word)
                && !(word == "foreign" && has_word(words, "external"))
        };
        fields.contains(p.lower(core.end - 1)) && (core.start + 1..core.end - 1).any(field)
    }

    /// "the state’s website", "the event website": whose it is says that it is none of those named for what they are.
    fn is_another(&self, paragraph: usize, core: &Range<usize>) -> bool {
        let reading = self.readings[paragraph];
        let noun = |i: usize| {
            matches!(reading.tags[i], Tag::Noun | Tag::Possessive | Tag::Name)
                && !self.lexicon.word(reading.paragraph.lower(i)).has_any(Classes::ADJECTIVE | Classes::DEMONYM)
        };
        let body = reading.paragraph.span(&(core.start + 1..core.end)).of(reading.paragraph.text()).to_lowercase();
        let words: Vec<&str> = body.split(' ').collect();
        let whole = self.lexicon.longest(&words, PhraseClass::OrganizationNoun) == Some(words.len());
        // "the Vellport-based company": where it has its seat.
        let before = reading.paragraph.lower(core.end.saturating_sub(2));
        let told = before.rsplit_once('-').map_or("", |(_, participle)| participle);
        let seat = const { Words::new("based headquartered listed owned quoted traded") }.contains(told);
        // "the Vellish e-commerce giant".
        let giant = reading.paragraph.is(core.end - 1, "giant");
        !whole && !seat && !giant && (core.start + 1..core.end - 1).any(noun)
    }

    /// "agency officials", "the company’s management": they speak for the body.
    fn by_staff(&self, paragraph: usize, core: &Range<usize>, recent: &Recent<'_>) -> Option<EntityId> {
        let p = &self.readings[paragraph].paragraph;
        let staff = core.end.checked_sub(1).filter(|&i| p.is_one(i, &STAFF))?;
        let possessive = |i: usize| matches!(p.lower(i), "'s" | "'");
        let body = (core.start..staff).rev().find(|&i| !possessive(i) && p.lower(i) != "senior")?;
        let noun = p.lower(body);
        // "campaign officials" are of a campaign: hardly ever of the company that was named last.
        let noun_of_it = p.tokens[body].case != Case::Title;
        let own = recent.all().iter().copied().find(|&id| {
            let entity = &self.chains.entities[id];
            let name = entity.name.to_lowercase();
            entity.category == Category::Organization && name.contains(' ') && has_word(&name, noun)
        });
        own.filter(|_| noun_of_it)
            .or_else(|| if EMPLOYERS.contains(noun) { self.by_body(noun, recent).map(|(id, _)| id) } else { None })
    }

    /// "the Vellmark Republican": whether a description says from where in a party somebody is, which roles seldom tell.
    fn is_of_party(p: &Paragraph, core: &Range<usize>) -> bool {
        core.len() > 2 && matches!(p.lower(core.end - 1), "democrat" | "republican")
    }

    /// "the ambassador to New Vell": the words of somebody's role.
    fn by_title(&self, words: &str, recent: &Recent<'_>) -> Option<EntityId> {
        let bare = words.trim_start_matches("the ");
        // "the Quill campaign" is not its manager.
        let says = |role: &str| {
            // "the FHP leader" of the "Free Harbour Party (FHP) leader".
            let plain = role.contains('(').then(|| role.replace(['(', ')'], ""));
            let role = plain.as_deref().unwrap_or(role);
            // "the harbour office" is not "the lawyer with the harbour office".
            let own = |before: &str| !before.split(' ').any(|w| COMPLEMENT.contains(w) && !matches!(w, "and" | "&"));
            role.match_indices(bare).filter(|(at, _)| own(&role[..*at])).any(|(at, _)| {
                !role[at + bare.len()..].starts_with([' ', '-', '\'', '’']) || ends_role(&role[at + bare.len()..])
            })
        };
        bare.contains(' ').then(|| recent.all().iter().copied().find(|&id| says(&self.role(id)))).flatten()
    }

    /// "the doctors", "the physicians" of "Doctors for the Harbour".
    fn members(&self, head: &str, noun: &str, recent: &Recent<'_>) -> Option<EntityId> {
        let alike = ALIKE.iter().find(|alike| alike.contains(&head)).copied().unwrap_or(&[]);
        let named = |id: &EntityId| {
            let name = self.chains.entities[*id].name.to_lowercase();
            let word = |one: &str| has_word(&name, one) || has_word(&name, &format!("{one}s"));
            self.chains.entities[*id].category == Category::Organization
                && (has_word(&name, noun) || alike.iter().any(|one| word(one)))
        };
        recent.all().iter().copied().chain(0..self.chains.entities.len()).find(named)
    }

    /// "the chatbot": the machine named last.
    fn model(&self, core: &Range<usize>, p: &Paragraph, recent: &Recent<'_>) -> Option<EntityId> {
        let machine = |id: &EntityId| self.chains.entities[*id].category == Category::AiModel;
        self.is_model(core, p).then(|| recent.all().iter().copied().find(machine)).flatten()
    }

    /// "prosecutors", "police": the office of that name, where the article names one and only one.
    fn office(&self, head: &str, plural: bool, words: usize, recent: &Recent<'_>) -> Option<EntityId> {
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
        // A sheriff who is named only later is not the police of before.
        let later = |id: &EntityId| {
            fits(id) && (head != "police" || self.chains.entities[*id].name.to_lowercase().contains("police"))
        };
        recent.all().iter().copied().find(fits).or_else(|| (0..self.chains.entities.len()).find(later))
    }

    fn is_model(&self, core: &Range<usize>, p: &Paragraph) -> bool {
        let words: Vec<&str> = core.clone().map(|i| p.lower(i)).collect();
        (1..words.len()).any(|i| self.lexicon.longest(&words[i..], PhraseClass::AiNoun).is_some())
            || matches!(words.last(), Some(&("model" | "chatbot" | "bot" | "assistant" | "ai")))
    }
}
