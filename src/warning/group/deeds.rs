//! What looks like a claim and is none: what may come, what is done, what is done to somebody, and what others say of them.

use std::ops::Range;

use crate::attribution::Act;
use crate::lexicon::{Classes, Listed, VerbClass};
use crate::mention::{Category, Tag};
use crate::text::Words;
use crate::warning::seek::{VERSED, is_mover};

use super::{Sourced, View};

/// Verbs of speech and of feeling with which nothing is told of any matter.
static OF_MATTER: Listed = Listed::new("deeds-of-matter");

/// Who hears what is said in public, so that no source is kept back: a court, a parliament.
const PUBLIC: Words =
    Words::new("jurors jury court judge judges magistrates tribunal parliament senators hearing inquest inquiry");

/// Where something is shown, told or filed.
static RECORDS: Listed = Listed::new("deeds-records");

impl View<'_> {
    /// "In the video, a man says", "In an email cited in the complaint, a clerk wrote": what leads up to the words tells where it stands.
    pub(in crate::warning) fn is_in_a_record(&self, paragraph: usize, before: Range<usize>) -> bool {
        let scan = &self.scans[paragraph];
        let opens = matches!(scan.p.lower(before.start), "in" | "on");
        let mut lead = before.take(9).take_while(|&i| scan.tags[i] != Tag::Comma);
        opens && lead.any(|i| scan.p.is_one(i, &RECORDS))
    }
}

impl Sourced<'_> {
    /// "users will demand it", "scientists could not see": nobody has said anything yet. The cue may hold its auxiliaries.
    pub(super) fn is_yet_to_come(&self) -> bool {
        let cue = self.claim.cue.tokens.clone();
        let from = self.phrase.core.end.min(cue.start);
        // A clause between may have a modal of its own: "residents who could see it said".
        let before = (from..cue.start).rev().take_while(|&i| self.scan.tags[i].helps());
        let Act::Verb { class, .. } = self.claim.cue.act else { return false };
        // "did not discover" says nothing; "did not think it safe" is a view.
        let found = !matches!(class, VerbClass::Belief | VerbClass::Denial);
        let negates = |w: &str| matches!(w, "not" | "never") || w.ends_with("n't");
        before.chain(cue).any(|i| {
            let word = self.scan.p.lower(i);
            self.scan.classes(i).has_any(Classes::MODAL) || found && negates(word)
        })
    }

    /// "Questioned by reporters": they ask, and say nothing of it.
    pub(super) fn is_asker(&self) -> bool {
        matches!(self.head(), "reporters" | "journalists")
            && self.claim.cue.tokens.clone().any(|i| self.scan.p.is(i, "questioned") || self.scan.p.is(i, "by"))
    }

    /// "a man who police said fled", "the man whom the officer said she mistook": somebody else speaks of them.
    pub(super) fn is_told_of(&self) -> bool {
        let (end, verb) = (self.phrase.core.end, self.claim.cue.tokens.start);
        if self.claim.source.phrase.core.start >= verb {
            return false;
        }
        let relative = (end..verb).rev().find(|&i| {
            self.scan.tags[i] == Tag::Relative || self.scan.p.is_one(i, &const { Words::new("who whom that which") })
        });
        relative.is_some_and(|r| {
            let mut between = (r + 1..verb).filter(|&i| !self.scan.tags[i].helps());
            // Behind "who" a noun may look like a verb: "who police said".
            let people = |i: usize| self.scan.classes(i).has_any(Classes::GROUP | Classes::ROLE);
            let nominal = |i: usize| self.scan.tags[i].is_nominal() || self.scan.tags[i] == Tag::Pronoun || people(i);
            // "who study misinformation say": no people there who could say it.
            let begins = |k: usize| people(k) || !matches!(self.scan.tags[k], Tag::Noun | Tag::Adjective);
            let subject = between.clone().all(nominal) && between.any(begins);
            subject && self.scan.tags[verb] != Tag::Gerund
        })
    }

    /// "A, B and C are among the retailers that said": some of them are named.
    pub(super) fn is_one_of_many(&self) -> bool {
        let first = self.phrase.core.start;
        let among = first > 1 && self.scan.p.is(first - 1, "among");
        let be = |i: usize| self.scan.classes(i).has_any(Classes::BE);
        let sentence = self.view.sentence(self.claim.paragraph, first);
        among
            && be(first - 2)
            && self.scan.names.iter().any(|n| sentence.contains(&n.tokens.start) && n.tokens.end < first)
    }

    /// "people were encouraged to", "men accused of theft", "a man listed as missing": what is done to them.
    pub(super) fn is_done_to(&self) -> bool {
        let cue = self.claim.cue.tokens.clone();
        let class = match self.claim.cue.act {
            Act::Verb { class, .. } => class,
            // A participle of which the list of verbs knows nothing; what people feel ("are worried") is theirs.
            Act::Content if !self.claim.proven && !self.is_feeling(cue.end - 1) => VerbClass::Speech,
            Act::Content | Act::Source => return false,
        };
        let last = cue.end - 1;
        let listed = self.phrase.core.end == cue.start && cue.len() == 1 && self.scan.p.lower(last).ends_with("ed");
        // "whom friends described as shy": they are the ones who do it.
        let lead = self.phrase.core.start.checked_sub(1).map_or("", |i| self.scan.p.lower(i));
        let acts = matches!(lead, "whom" | "which" | "that" | "what");
        if listed && !acts && matches!(self.scan.p.lower(cue.end), "as" | "by") && class != VerbClass::Perception {
            return true;
        }
        let (word, next) = (self.scan.p.lower(last), self.scan.p.lower(cue.end));
        let lead = self.phrase.core.start.checked_sub(1).map_or("", |i| self.scan.p.lower(i));
        let acts = matches!(lead, "whom" | "which");
        if !acts
            && matches!(word, "accused" | "charged" | "suspected" | "convicted")
            && matches!(next, "of" | "with" | "in")
        {
            return true;
        }
        let from = self.phrase.core.end.min(cue.start);
        let helpers = (from..cue.start).rev().take_while(|&i| self.scan.tags[i].helps());
        // "were quick to point out" holds the verb "be" and an infinitive.
        let inside = cue.start..if (cue.start..last).any(|i| self.scan.tags[i] == Tag::To) { cue.start } else { last };
        let passive = helpers.chain(inside).any(|i| self.scan.classes(i).has_any(Classes::BE));
        passive && self.phrase.core.end <= cue.start && !word.ends_with("ing") && !matches!(class, VerbClass::Belief)
    }

    /// "worried", "skeptical"; and what is no participle at all.
    fn is_feeling(&self, i: usize) -> bool {
        self.scan.classes(i).has_any(Classes::ATTITUDE) || !self.scan.p.lower(i).ends_with("ed")
    }

    /// "an adviser sent messages", "guided by leaders to attacks on", "they need her to remind": a noun or an infinitive
    /// that another verb parts from the phrase.
    pub(super) fn is_noun_apart(&self) -> bool {
        let (end, cue) = (self.phrase.core.end, self.claim.cue.tokens.start);
        if self.claim.proven || end > cue || self.claim.cue.act == Act::Source {
            return false;
        }
        // "led many experts to suspect" tells what they suspect.
        let lead = self.phrase.core.start.checked_sub(1).map_or("", |i| self.scan.p.lower(i));
        let moved = is_mover(lead) || is_mover(self.first());
        let infinitive = !moved && (self.scan.tags[cue] == Tag::To || cue > end && self.scan.tags[cue - 1] == Tag::To);
        let noun = self.claim.cue.act == Act::Content && matches!(self.scan.tags[cue], Tag::Noun | Tag::Name);
        infinitive || noun && (end..cue).any(|i| self.scan.tags[i] == Tag::Verb || self.scan.tags[i] == Tag::Participle)
    }

    /// "in a press release": the press of another word.
    pub(super) fn is_part_of_a_word(&self) -> bool {
        let next = self.scan.p.lower(self.phrase.core.end);
        matches!(self.head(), "press" | "media")
            && const { Words::new("release releases conference statement secretary officer briefing") }.contains(next)
    }

    /// "people who ask for one", "tourists who come to see": what a relative clause tells of their doings.
    pub(super) fn is_wish_in_passing(&self) -> bool {
        let (end, cue) = (self.phrase.core.end, self.claim.cue.tokens.start);
        let relative = (end..cue).any(|i| matches!(self.scan.p.lower(i), "who" | "that"));
        let infinitive = cue > 0 && self.scan.tags[cue - 1] == Tag::To;
        let class = self.claim.cue.act.class();
        relative && (class == VerbClass::Request || infinitive && class != VerbClass::Speech)
    }

    /// "talked about", "cheered as": done with the voice, and nothing said of the matter.
    pub(super) fn is_of_matter(&self) -> bool {
        let class = self.claim.cue.act.class();
        // "protested in the square" is done; "protested longer hours" names what they object to.
        let marched = matches!(self.claim.cue.act, Act::Verb { lemma: "protest", .. })
            && self.scan.p.is_one(self.claim.cue.tokens.end, &const { Words::new("in at outside on near across") });
        marched
            || matches!(self.claim.cue.act, Act::Verb { lemma, .. } if OF_MATTER.contains(lemma)
            || class == VerbClass::Belief && (lemma.ends_with(" about") || lemma.ends_with(" of")))
    }

    /// "most people know", "candidates know all the secrets": nobody claims it. What those know who are versed in a matter is a claim.
    pub(super) fn is_common_knowledge(&self) -> bool {
        // "Fans expect a win" tells of a match to come.
        let hopes = matches!(self.claim.cue.act, Act::Verb { lemma: "expect" | "hope", .. });
        if hopes && matches!(self.head(), "fans" | "supporters") {
            return true;
        }
        let knows = matches!(self.claim.cue.act, Act::Verb { lemma: "know", .. });
        knows && !VERSED.contains(self.head())
    }

    /// "declined to comment".
    pub(super) fn is_refusal(&self) -> bool {
        let cue = self.claim.cue.tokens.clone();
        if matches!(self.scan.p.lower(cue.end), "nothing" | "little") {
            return true;
        }
        let from = cue.start.saturating_sub(2).max(self.phrase.core.end.min(cue.start));
        (from..cue.end).any(|i| self.scan.p.is_one(i, &const { Words::new("declined refused declines refuses") }))
            && self.view.has_word(
                self.claim.paragraph,
                &(from..cue.end + 3),
                const { Words::new("comment answer say speak") },
            )
    }

    /// "In the video, a man says", "a doctor told her mother that": somebody in what is shown or told, and no source.
    pub(super) fn is_in_a_story(&self) -> bool {
        let (first, end) = (self.phrase.core.start, self.claim.cue.tokens.end);
        let start = self.view.sentence(self.claim.paragraph, first).start;
        let tells = matches!(self.claim.cue.act, Act::Verb { lemma: "tell", .. });
        let kin = self.scan.tags.get(end) == Some(&Tag::PossessivePronoun)
            && self.scan.classes(end + 1).has_any(Classes::RELATION);
        self.view.is_in_a_record(self.claim.paragraph, start..first)
            || tells && (kin || matches!(self.scan.p.lower(end), "her" | "him" | "them"))
    }

    /// "told jurors that": said in public, by an office.
    pub(super) fn is_heard_in_court(&self) -> bool {
        let end = self.claim.cue.tokens.end;
        let lemma = if let Act::Verb { lemma, .. } = self.claim.cue.act { lemma } else { "" };
        let filed = const { Words::new("petition lawsuit suit suing sued filing filed affidavit") };
        // The paper may have been taken for the cue, or stand before it: "filed a suit, accusing the board of fraud".
        // "A witness, identified in the affidavit, said".
        let (core, cue) = (self.phrase.core.end, self.claim.cue.tokens.start);
        let near = if self.scan.tags.get(core) == Some(&Tag::Comma) { cue } else { core.min(cue) }..end + 3;
        if matches!(lemma, "testify" | "tell the court") || self.view.has_word(self.claim.paragraph, &near, filed) {
            return true;
        }
        matches!(lemma, "tell" | "urge" | "ask" | "address") && (end..end + 3).any(|i| self.scan.p.is_one(i, &PUBLIC))
    }

    /// "Figures released by the board showed", "according to official figures": things that show, not people who say.
    pub(super) fn is_shown(&self) -> bool {
        let cue = self.scan.p.lower(self.claim.cue.tokens.start);
        let things = matches!(self.head(), "figures" | "accounts" | "records" | "data");
        self.claim.cue.act.class() == VerbClass::Show && !self.points_out()
            || things && (cue.starts_with("show") || matches!(cue, "according" | "released" | "published"))
    }

    /// "point out that" says, though "point" shows; so does "friends have revealed".
    pub(super) fn points_out(&self) -> bool {
        let p = self.scan.p;
        let reveals = matches!(self.claim.cue.act, Act::Verb { lemma: "reveal" | "disclose", .. });
        reveals && self.is_stated() && self.classes().has(Classes::GROUP)
            || p.lower(self.claim.cue.tokens.start).starts_with("point") && p.is(self.claim.cue.tokens.end, "that")
    }

    /// "The groups argued that companies had long assumed": what somebody says that others think is the speaker's word.
    pub(super) fn is_within_a_claim(&self) -> bool {
        let agrees = matches!(self.claim.cue.act, Act::Verb { lemma: "agree", .. });
        let thought = agrees
            || matches!(self.claim.cue.act.class(), VerbClass::Belief | VerbClass::Perception | VerbClass::Intention);
        let own = self.claim.attribution;
        thought && self.view.is_told_by_another(self.claim.paragraph, self.phrase.core.start, own)
    }

    /// "At Quill Marine, executives say": the body stands at the front of the sentence.
    pub(super) fn has_body_in_front(&self) -> bool {
        let first = self.phrase.core.start;
        let sentence = self.view.sentence(self.claim.paragraph, first);
        let opens = matches!(self.scan.p.lower(sentence.start), "at" | "inside");
        opens
            && first > sentence.start
            && self.scan.tags[first - 1] == Tag::Comma
            && self.scan.names.iter().any(|n| {
                n.tokens.start > sentence.start && n.tokens.start <= sentence.start + 3 && n.category != Category::Place
            })
    }
}
