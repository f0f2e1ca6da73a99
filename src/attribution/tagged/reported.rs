//! Reported words against what somebody thinks, wants or talks about, and against silence.

use std::ops::Range;

use crate::lexicon::{Classes, Listed, PhraseClass, VerbClass};
use crate::mention::{Category, Head, Scan, Source, Tag};

use crate::text::Words;

use super::super::Statement;
use super::super::cue::{Act, Cue, REPORTS};

/// What somebody is given or denied, and within how many tokens of the verb.
const GRANTED: Words = Words::new("access appeal asylum bail bond entry motion parole permission petition visa visas");
const GRANT: usize = 4;

/// What is decided on: to reject it is no word against a claim.
const DECIDED: Words =
    Words::new("amendment application bid bill budget case deal lawsuit measure offer plan proposal suit");

/// Verbs with which somebody does something to a matter, by words or without.
static TREATS: Listed = Listed::new("reported-treats");

/// What calls for something without a word: "the plan calls for".
const PLANS: Words = Words::new("accord agreement bill contract deal forecast law measure plan recipe script");

/// Where people hear what is said, and who hears it there: "the court heard that".
const HEARERS: Words = Words::new("committee court hearing inquest inquiry jurors jury panel trial tribunal");

/// Whoever is told or asked something is named in so many words at most.
pub(super) const ADDRESSED: usize = 6;

impl Scan<'_> {
    /// "On Sunday's edition of “Quay Talk,” Vale said": where it was said, told by a title.
    pub(super) fn is_setting(&self, statement: &Statement) -> bool {
        let [content] = statement.content.as_slice() else { return false };
        statement.cue.as_ref().is_some_and(|cue| self.is_place_of(&cue.tokens, content))
    }

    /// Whether a piece before a cue is a phrase without a verb that begins with a preposition outside quotation marks.
    pub(super) fn is_place_of(&self, cue: &Range<usize>, piece: &Range<usize>) -> bool {
        let plain = |i: usize| self.p.quotation_at(i).is_none();
        // "this weekend’s broadcast": whose it is makes it a noun.
        let verb = |i: usize| {
            matches!(self.tags[i], Tag::Verb | Tag::Auxiliary | Tag::Gerund)
                && plain(i)
                && self.tags[i - 1] != Tag::Possessive
        };
        piece.end <= cue.start
            && self.tags[piece.start] == Tag::Preposition
            && plain(piece.start)
            && !(piece.start + 1..piece.end).any(verb)
    }

    /// "a new ferry, touted as the fastest": a participle behind a comma, and nobody who touts.
    pub(super) fn is_passive_aside(&self, statement: &Statement) -> bool {
        let Some(cue) = &statement.cue else { return false };
        let behind_comma = cue.tokens.start.checked_sub(1).is_some_and(|i| self.tags[i] == Tag::Comma);
        let past = cue.tokens.len() == 1 && self.tags[cue.tokens.start] == Tag::Verb;
        // "the merger, announced that week, failed".
        let told = self.p.is_one(cue.tokens.start, &const { Words::new("announced published released unveiled") });
        let then = |i: usize| told && self.p.is(i, "that") && self.is_time_word(i + 1);
        let as_what = statement
            .content
            .first()
            .is_some_and(|c| c.start == cue.tokens.end && (self.p.is(c.start, "as") || then(c.start)));
        behind_comma && past && as_what
    }

    /// "said nothing", "would say nothing more".
    pub(super) fn is_silence(&self, statement: &Statement) -> bool {
        let mut words = statement.content.iter().flat_map(Clone::clone);
        let clause = |i: usize| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary);
        statement.quotations.is_empty() && words.next().is_some_and(|i| self.p.is(i, "nothing")) && !words.any(clause)
    }

    /// Whether a statement tells what somebody thinks, wants or feels, or what was talked of, rather than what was said.
    pub(super) fn is_attitude(&self, statement: &Statement) -> bool {
        let Some(cue) = &statement.cue else { return false };
        let Act::Verb { lemma, class, share, .. } = cue.act else { return false };
        // "declined to comment": nothing was said.
        let silent = |i| self.phrases_at(i).any(|(class, _)| class == PhraseClass::NoComment);
        if cue.tokens.clone().any(silent) {
            return true;
        }
        if self.is_unsaid(statement, cue) || self.is_question(statement) || self.is_granted(statement, class, lemma) {
            return true;
        }
        let clause = || {
            let mut tokens = statement.content.iter().flat_map(Clone::clone);
            let that = |c: &Range<usize>| self.p.is(c.start, "that") || c.start > 0 && self.p.is(c.start - 1, "that");
            statement.content.iter().any(that)
                || tokens.any(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary | Tag::To | Tag::Gerund))
        };
        if self.is_topic(statement, cue) {
            return true;
        }
        // "Quill: The quay leaks" heads an article.
        if statement.is_label(self) {
            return !clause();
        }
        match class {
            VerbClass::Belief | VerbClass::Intention | VerbClass::Stance => true,
            // "offered to row": what somebody will do.
            _ if lemma == "offer" && statement.content.iter().any(|c| self.tags[c.start] == Tag::To) => true,
            _ if self.is_perceived(statement) || self.is_foretold(statement, cue) || self.is_nobodys(statement) => true,
            // "denied the claims" is what whoever made them must hear of, however short.
            VerbClass::Denial => lemma.is_empty() || TREATS.contains(lemma) && self.is_matter(statement),
            VerbClass::Naming | VerbClass::Request => {
                // "forecasts call for rain", "the plan, which calls for", "But calls for a strike".
                let but = cue.tokens.start.checked_sub(1).filter(|&i| self.tags[i] == Tag::Coordinator);
                let noun = || but.is_some_and(|i| self.p.begins_sentence(i));
                let paper = || {
                    let last = statement.source.as_ref().map(|source| source.phrase.core.end - 1);
                    last.is_some_and(|i| matches!(self.p.lower(i), "which" | "that") || self.p.is_one(i, &PLANS))
                        || self.is_document(statement)
                };
                let forecast = lemma == "call for" && (noun() || paper());
                // "ordered a set of pumps", and not "ordered the crew to row".
                let infinitive = |c: &Range<usize>| c.clone().any(|i| self.tags[i] == Tag::To);
                let ordered = lemma == "order" && !statement.content.iter().any(infinitive);
                let matter = (TREATS.contains(lemma) || ordered) && self.is_matter(statement);
                lemma.is_empty() || forecast || matter || self.is_again(statement)
            }
            // "her blood work showed that": nobody's words.
            _ if (class == VerbClass::Show || lemma == "put") && self.is_thing(statement) => true,
            VerbClass::Show if self.is_document(statement) => false,
            _ if self.is_time(statement) => true,
            _ => {
                let behind = |c: &Range<usize>| c.start == cue.tokens.end;
                let counted = |c: &Range<usize>| lemma == "add" && self.tags[c.start] == Tag::Number;
                let document = || lemma == "read" && self.is_document(statement);
                let treats = |c: &Range<usize>| match lemma {
                    "add" => self.p.is_one(c.start, &const { Words::new("a an more no") }) && !self.opens_clause(c),
                    "agree" | "write" => !self.opens_clause(c),
                    _ => TREATS.contains(lemma) && !document(),
                };
                let deed = |c: &Range<usize>| behind(c) && (counted(c) || treats(c));
                let deed = statement.content.first().is_some_and(deed) && self.is_thing_done(statement);
                // "warned against a strike".
                let warns = lemma.starts_with("warn") || lemma == "caution";
                lemma.is_empty() || deed || share.unwrap_or(0) < REPORTS && !clause() && !warns
            }
        }
    }

    /// "Nobody said that it leaks", "Not everyone agrees", "Did Vale say why?": what nobody says, or is only asked about.
    fn is_nobodys(&self, statement: &Statement) -> bool {
        let Some(source) = &statement.source else { return false };
        let start = source.phrase.tokens.start;
        let before = start.wrapping_sub(1);
        let one = self.p.is(start, "no") && self.tags.get(start + 1) != Some(&Tag::Number);
        let none = one && self.tags[start] != Tag::Name
            || self.p.is_one(start, &const { Words::new("nobody none neither few hardly") })
            || self.p.is(before, "not")
                && self.p.is_one(start, &const { Words::new("all every everybody everyone many") });
        let sentence = self.p.sentence_around(start);
        let asked = before == sentence.start && self.tags[before] == Tag::Auxiliary && self.p.is(sentence.end - 1, "?");
        none || asked
    }

    /// "Critics will say that it leaks": the article's guess.
    fn is_foretold(&self, statement: &Statement, cue: &Cue) -> bool {
        // "is set to announce the sale", "could have shown that it leaks".
        let ahead = const { Words::new("about due expected going likely poised ready scheduled set slated") };
        let planned = |i: usize| self.tags[i] == Tag::To && i > 0 && ahead.contains(self.p.lower(i - 1));
        let have = self.p.is(cue.tokens.start + 1, "have")
            && self.p.is_one(cue.tokens.start, &const { Words::new("could might should would") });
        if cue.tokens.clone().any(planned) || have && statement.quotations.is_empty() {
            return true;
        }
        let vague = |i: usize| self.classes(i).has_any(Classes::VAGUE) || self.p.is(i, "someone");
        let who = statement.source.as_ref().map(|source| source.phrase.core.clone());
        self.p.is(cue.tokens.start, "will") && who.is_some_and(|core| vague(core.start) || vague(core.end - 1))
    }

    /// "saw “smoke” in the yard", "learned that it leaks": what somebody saw, heard or found out, and not what they said of it. "saw it as
    /// “a toy”" says so.
    pub(super) fn is_perceived(&self, statement: &Statement) -> bool {
        let Some(Cue { tokens, act: Act::Verb { lemma, .. } }) = &statement.cue else { return false };
        let saw = self.p.is(tokens.end - 1, "saw")
            && !statement.content.iter().flat_map(Clone::clone).any(|i| self.p.is(i, "as"));
        // "Some users noticed that it leaks" tells what they say.
        saw || matches!(*lemma, "diagnose" | "discover" | "find out" | "hear" | "learn")
            && !self.is_heard(statement, lemma)
    }

    /// "The court heard that it leaks", "the Courier has learned that": what somebody says there, and what the paper stands for. What people
    /// hear, learn or discover they need not tell.
    fn is_heard(&self, statement: &Statement, lemma: &str) -> bool {
        let Some(source) = &statement.source else { return false };
        let last = source.phrase.core.end - 1;
        let body = match source.head {
            Head::Name(n) => self.names[n].category != Category::Person,
            _ => self.is_body_noun(last) || self.p.is(last, "it"),
        };
        matches!(lemma, "hear" | "learn" | "find out") && (body || self.p.is_one(last, &HEARERS))
    }

    /// "did not say how it leaked", "did not address the claim that it leaked": what nobody has said.
    fn is_unsaid(&self, statement: &Statement, cue: &Cue) -> bool {
        let avoids = const { Words::new("avoided dodged ducked evaded ignored sidestepped") };
        let negated = cue
            .tokens
            .clone()
            .any(|i| self.tags[i] == Tag::Negation || self.p.is(i, "not") || self.p.is_one(i, &avoids));
        let open = matches!(cue.act, Act::Verb { lemma: "rule out", .. });
        let asks = |c: &Range<usize>| self.asks(c.start) || !open && self.is_claim(c);
        // "The study does not suggest that it leaks".
        let shows = cue.act.class() == VerbClass::Show || matches!(cue.act, Act::Verb { lemma: "suggest", .. });
        negated && statement.quotations.is_empty() && (shows || statement.content.iter().all(asks))
    }

    /// "denied him bail", "denied the motion": a decision, and no word against a claim.
    fn is_granted(&self, statement: &Statement, class: VerbClass, lemma: &str) -> bool {
        let [only] = statement.content.as_slice() else { return false };
        // "rejected the plan as a gift to his rivals" tells what he says of it.
        let decided = matches!(lemma, "dismiss" | "reject") && !only.clone().any(|i| self.p.is(i, "as"));
        let noun = |i: usize| self.p.is_one(i, &GRANTED) || decided && self.p.is_one(i, &DECIDED);
        class == VerbClass::Denial
            && only.clone().take(GRANT).any(noun)
            // "May" helps no verb.
            && !only.clone().any(|i| !noun(i) && !self.is_date(i) && matches!(self.tags[i], Tag::Verb | Tag::Auxiliary))
    }

    /// "criticised the yard and its cranes", "announced the sale of the quay": a matter, and nothing said of it.
    fn is_matter(&self, statement: &Statement) -> bool {
        self.is_thing_done(statement) && !statement.content.iter().any(|c| self.is_claim(c))
    }

    /// "added the price of pumps was low", and not "added an incentive to row".
    fn opens_clause(&self, content: &Range<usize>) -> bool {
        let parts = |i: &usize| {
            matches!(self.tags[*i], Tag::To | Tag::Subordinator | Tag::Relative | Tag::Comma | Tag::Coordinator)
        };
        let end = content.clone().find(parts).unwrap_or(content.end);
        self.has_verb(&(content.start..end))
    }

    /// The same, or something that was said: "signed an order".
    fn is_thing_done(&self, statement: &Statement) -> bool {
        let [only] = statement.content.as_slice() else { return false };
        let nominal = self.tags[only.start].is_nominal() && statement.quotations.is_empty();
        let mut end = self.core_end(only);
        while end < only.end && self.tags[end] == Tag::Adverb {
            end += 1;
        }
        nominal && !(end < only.end && matches!(self.tags[end], Tag::Verb | Tag::Auxiliary))
    }

    /// "asked for this", "called it that": what it is stands elsewhere.
    fn is_again(&self, statement: &Statement) -> bool {
        let [only] = statement.content.as_slice() else { return false };
        let definite = self.p.is_one(only.start, &const { Words::new("the these those this that it them such") });
        definite && only.len() < 3 && statement.quotations.is_empty()
    }

    /// "announced this year": when, and not what.
    fn is_time(&self, statement: &Statement) -> bool {
        let [only] = statement.content.as_slice() else { return false };
        let joins = const { Words::new("this last next in on") };
        only.clone().all(|i| self.is_time_word(i) || self.p.is_one(i, &joins))
    }

    pub(in crate::attribution) fn is_time_word(&self, i: usize) -> bool {
        self.classes(i).has_any(Classes::WEEKDAY | Classes::MONTH | Classes::NUMBER)
            || self.tags.get(i) == Some(&Tag::Number)
            || self.p.is_one(i, &const { Words::new("year month week morning today") })
    }

    /// "A study published by the board found high levels of lead".
    fn is_document(&self, statement: &Statement) -> bool {
        let source = statement.source.as_ref().map(|source| source.phrase.core.clone());
        source.is_some_and(|core| self.classes(core.start.max(core.end - 1)).has_any(Classes::DOCUMENT_NOUN))
    }

    /// Whether neither people nor what they wrote show something, but a thing.
    fn is_thing(&self, statement: &Statement) -> bool {
        let Some(source) = &statement.source else { return false };
        let Head::Description(core) = &source.head else { return false };
        let says = Classes::DOCUMENT_NOUN
            | Classes::REPORTING_NOUN
            | Classes::MEDIA_NOUN
            | Classes::PERSON_NOUN
            | Classes::GROUP
            | Classes::OFFICIAL
            | Classes::ORGANIZATION_NOUN;
        let head = self.p.lower(core.end - 1);
        let counted = const {
            Words::new("data experiments figures numbers simulations statistics research results tests they trials who")
        }
        .contains(head);
        // "An average of polls": what it is made of says something.
        let document = |i: usize| self.classes(i).has_any(Classes::DOCUMENT_NOUN);
        !counted
            && !self.lexicon.word(head).has_any(says)
            && core.len() < 8
            && !source.phrase.tokens.clone().any(document)
    }

    /// "Carer stole from widow, jury told"; "Rates will rise, borrowers told" heads an article: who hears it.
    pub(super) fn hears(&self, statement: &Statement, cue: &Range<usize>, source: &Source) -> bool {
        let before = |c: &Range<usize>| c.end <= source.phrase.tokens.start;
        let hearer = self.p.is_one(source.phrase.core.end - 1, &HEARERS) || cue.end == self.tags.len();
        let told = hearer && self.p.is(cue.end - 1, "told");
        told && statement.quotations.is_empty() && statement.content.iter().all(before)
    }

    /// "he is accused of leaking", "she was told that": the subject hears, and who says it is not told.
    pub(super) fn is_addressed(&self, statement: &Statement) -> bool {
        let Some((cue, source)) = statement.cue.as_ref().zip(statement.source.as_ref()) else { return false };
        let Act::Verb { lemma, class, gerund: false, .. } = cue.act else { return false };
        if self.hears(statement, &cue.tokens, source) {
            return true;
        }
        let done = matches!(class, VerbClass::Naming | VerbClass::Request)
            || const { Words::new("tell inform notify remind warn assure") }.contains(lemma);
        let Some(verb) = cue.tokens.clone().rev().find(|&i| self.lexicon.reporting_verb(self.p.lower(i)).is_some())
        else {
            return false;
        };
        let participle =
            self.p.lower(verb).ends_with("ed") || matches!(self.p.lower(verb), "said" | "told" | "thought");
        // "a house said to be worth millions".
        let to = statement.content.first().is_some_and(|c| c.start == cue.tokens.end && self.tags[c.start] == Tag::To);
        let be = to && self.classes(cue.tokens.end + 1).has_any(Classes::BE | Classes::AUXILIARY);
        if be && self.p.is(verb, "said") && source.phrase.tokens.end <= verb {
            return true;
        }
        // "groups accused of leaking", "divers are being asked to".
        let reduced = lemma == "accuse" && self.p.is(verb + 1, "of") || verb > 0 && self.p.is(verb - 1, "being");
        // "a woman referred to as “the widow”".
        let reduced = reduced || self.p.is(verb, "referred") && self.p.is(verb + 1, "to") && self.p.is(verb + 2, "as");
        // "Gale nears: 9,000 told to leave".
        let counted = |i: usize| {
            let several = self.p.is_one(i, &const { Words::new("hundreds millions thousands") });
            self.tags[i] == Tag::Number || several || self.p.lower(i).ends_with("-plus")
        };
        let reduced = reduced || to && counted(source.phrase.core.end - 1);
        if reduced && participle && source.phrase.tokens.end <= verb {
            return true;
        }
        let helps = |i: &usize| self.tags[*i].helps();
        let last = (0..verb).rev().take_while(helps).find(|&i| self.tags[i] == Tag::Auxiliary);
        let passive = last.is_some_and(|i| self.is_copula(i) && self.p.lower(i) != "'s");
        // "is said to be safe", "it is claimed that": by nobody.
        // "He was said to have left": he is no part of what was.
        let infinitive =
            |content: &Range<usize>| content.start == cue.tokens.end && self.tags[content.start] == Tag::To;
        let by_nobody = statement.content.iter().any(infinitive)
            || source.phrase.tokens.len() == 1 && self.p.is(source.phrase.tokens.start, "it");
        (done || by_nobody) && participle && passive && source.phrase.tokens.end <= verb
    }

    /// "raised questions about the delay", "asked Quill about the quay": what was talked of, and not what was said of it.
    pub(super) fn is_topic(&self, statement: &Statement, cue: &Cue) -> bool {
        let Some(content) = statement.content.iter().find(|c| c.start >= cue.tokens.end) else { return false };
        let about = |i: &usize| self.p.is(*i, "about");
        let told = (cue.tokens.start..content.start).rfind(about).is_some_and(|i| i + 1 == content.start);
        let asked = (content.start..content.end.min(content.start + ADDRESSED))
            .take_while(|&i| self.tags[i].is_nominal() || matches!(self.tags[i], Tag::Pronoun) || about(&i))
            .find(about);
        // "said rumours about the lock had spread".
        let says = matches!(cue.act, Act::Verb { lemma: "say" | "claim" | "write" | "add" | "state" | "report", .. });
        let nothing = const { Words::new("about anything little more much nothing something what") };
        let clause = says
            && !nothing.contains(self.p.lower(content.start))
            && asked.is_some_and(|at| (at..content.end).any(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary)));
        let start = if told { Some(content.start) } else { asked.filter(|_| !clause).map(|i| i + 1) };
        // "said about half of them leak".
        let counts = |i: usize| self.tags[i] == Tag::Number || matches!(self.p.lower(i), "half" | "a" | "one");
        start.is_some_and(|start| {
            start < content.end
                && !self.asks(start)
                && !(self.p.is(content.start, "about") && counts(content.start + 1))
        })
    }
}
