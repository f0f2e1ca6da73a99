//! Places in which a phrase for people says, thinks or judges something.

use crate::attribution::{Act, Cue};
use crate::lexicon::{Classes, Listed, VerbClass};
use crate::mention::{Scan, Tag};
use crate::text::Words;

use super::predicate::{predicate, reporting};
use super::{People, other};

/// How far a verb may stand from its subject.
const REACH: usize = 18;

/// Nouns for what people say or feel of a matter.
static VOICES: Listed = Listed::new("place-voices");

/// Of these, the ones that tell what is said only with "that" or "who" behind the phrase.
const VOICES_THAT: Words = Words::new("criticism criticisms recognition perception consensus realisation realization");

/// Who sees things in a way of their own: "to its critics, the bridge is a waste".
static SEERS: Listed = Listed::new("place-seers");

/// Participles with which a group judges: "criticised by residents".
static JUDGED: Listed = Listed::new("place-judged");

/// Of these, the ones that need "as" or a predicate behind the phrase.
const JUDGED_AS: Words = Words::new("described seen viewed regarded considered perceived touted called shared");

/// Verbs that move somebody to speak: "led some to speculate".
static MOVES: Listed = Listed::new("place-moves");

/// Whether a verb moves somebody to speak or think.
pub(in crate::warning) fn is_mover(word: &str) -> bool {
    MOVES.contains(word)
}

/// The words that make a phrase speak in its place.
pub(super) fn cue_of(scan: &Scan<'_>, people: &People) -> Option<Cue> {
    before(scan, people).or_else(|| behind(scan, people))
}

/// What stands before the phrase: "according to", "criticised by", "fears among", "led … to".
fn before(scan: &Scan<'_>, people: &People) -> Option<Cue> {
    let start = people.core.start;
    let last = start.checked_sub(1)?;
    let (word, end) = (scan.p.lower(last), people.core.end);
    // "cheered on by".
    let verb = last.saturating_sub(1 + usize::from(last > 1 && scan.p.is(last - 1, "on")));
    if word == "by" && last > 0 && scan.p.is_one(verb, &JUDGED) {
        let bare = !scan.p.is_one(verb, &JUDGED_AS);
        // "will be questioned by reporters": nobody has asked yet.
        let faced = (verb.saturating_sub(3)..verb).any(|k| scan.classes(k).has_any(Classes::MODAL));
        return (!faced && (bare || scan.p.is(end, "as"))).then(|| other(last - 1..start));
    }
    // "considered sacrosanct by its friends": the judgement stands between.
    let judged = last.checked_sub(2).filter(|&i| scan.p.is_one(i, &JUDGED_AS));
    if word == "by" && judged.is_some() && matches!(scan.tags[last - 1], Tag::Adjective | Tag::Participle) {
        return Some(other(last - 2..start));
    }
    if matches!(word, "among" | "from" | "by") && last > 0 && scan.p.is_one(last - 1, &VOICES) {
        let spelt_out = (people.end..people.end + 2).any(|k| matches!(scan.p.lower(k), "that" | "who"));
        let faced = (last.saturating_sub(5)..last).any(|k| scan.classes(k).has_any(Classes::MODAL));
        return (!faced && (spelt_out || !scan.p.is_one(last - 1, &VOICES_THAT))).then(|| other(last - 1..start));
    }
    // "…, said one of the witnesses."
    if let Some((form, _)) = reporting(scan, last).filter(|_| last > 0 && scan.tags[last] == Tag::Verb) {
        let behind = scan.tags[last - 1] == Tag::Comma || scan.p.quotation_at(last - 1).is_some();
        let speech = matches!(form.class, VerbClass::Speech | VerbClass::Manner) && form.lemma != "tell";
        if behind && speech {
            let act =
                Act::Verb { lemma: form.lemma, class: form.class, takes: form.takes, gerund: false, share: form.share };
            return Some(Cue { tokens: last..start, act });
        }
    }
    // "For many, the bridge is a symbol."
    let opening = last == 0 || scan.p.begins_sentence(last);
    if matches!(word, "to" | "for") && opening && scan.tags.get(people.end) == Some(&Tag::Comma) {
        return scan.p.is_one(end - 1, &SEERS).then_some(Cue { tokens: last..start, act: Act::Source });
    }
    // "in the eyes of critics", "in the view of many".
    if word == "of" && last > 2 && scan.p.is(last - 3, "in") {
        let seat = scan.p.is_one(last - 1, &const { Words::new("eyes view opinion minds words") });
        return seat.then(|| Cue { tokens: last - 3..start, act: Act::Source });
    }
    if MOVES.contains(word) && scan.p.is(end, "to") {
        let verb = scan.lexicon.reporting_verb(scan.p.lower(end + 1))?;
        let says = verb.class.is_utterance() || verb.class == VerbClass::Belief;
        let wants = matches!(verb.class, VerbClass::Request) && scan.p.lower(end + 1) != "ask";
        return (says && !wants && !matches!(verb.lemma, "call" | "tell" | "speak")).then(|| other(end + 1..end + 2));
    }
    None
}

/// What stands behind the phrase: its verb, its noun, its adjective.
fn behind(scan: &Scan<'_>, people: &People) -> Option<Cue> {
    let end = people.core.end;
    if scan.tags.get(end) == Some(&Tag::Possessive) {
        let noun = (end + 1..end + 4)
            .find(|&k| scan.tags.get(k).is_some_and(|t| t.is_nominal()) && scan.p.is_one(k, &VOICES))?;
        // "voters' worries about safety" is what the article tells of them.
        let spelt_out = scan.p.is(noun + 1, "that");
        return spelt_out.then(|| other(noun..noun + 1));
    }
    let sentence = scan.p.sentences.get(scan.p.sentence_at(people.core.start))?.clone();
    let mut first = end.max(people.end);
    if first == end && scan.tags.get(end) == Some(&Tag::Coordinator) {
        return None;
    }
    let from = first;
    let mut relative = false;
    while first < sentence.end.min(from + REACH) {
        if let Some(cue) = predicate(scan, people, first, sentence.end) {
            return Some(cue);
        }
        match scan.tags[first] {
            // "residents, who live near the dock, say": the relative clause may be set off.
            Tag::Comma => {
                let opens = scan.tags.get(first + 1) == Some(&Tag::Relative);
                // "a letter to clerks that was found by the Courier, he wrote": another clause begins.
                let other = scan.tags.get(first + 1) == Some(&Tag::Pronoun);
                if !(opens && first == from || relative && !other) {
                    return None;
                }
            }
            Tag::Relative => {
                if relative || !matches!(scan.p.lower(first), "who" | "that" | "whose") {
                    return None;
                }
                relative = true;
            }
            Tag::Pronoun if scan.p.is_one(first - 1, &const { Words::new("to with of for about around") }) => {}
            Tag::Preposition if matches!(scan.p.lower(first), "as" | "before" | "after") => return None,
            // "close to him" describes, "to leave" does not.
            Tag::To if !relative && !matches!(scan.tags.get(first + 1), Some(Tag::Pronoun)) => return None,
            // The verb of the clause says nothing; that of a relative clause is passed over.
            Tag::Verb | Tag::Auxiliary | Tag::Pronoun | Tag::Negation
                if !relative && !is_past_behind(scan, first, from) =>
            {
                return None;
            }
            Tag::Mark | Tag::Quote => return None,
            // "employees, who had no name because they feared for their jobs, said".
            Tag::Subordinator if !relative || scan.p.lower(first) != "because" => return None,
            Tag::Coordinator if !relative && first == from => return None,
            _ => {}
        }
        first += 1;
    }
    None
}

/// "people briefed on the talks": a past form right behind the phrase, with its preposition, describes it.
fn is_past_behind(scan: &Scan<'_>, i: usize, from: usize) -> bool {
    i == from && scan.p.lower(i).ends_with("ed") && scan.tags.get(i + 1) == Some(&Tag::Preposition)
}
