//! Verbs and adjectives with which people say, think or judge something.

use std::ops::Range;

use crate::attribution::{Act, Cue};
use crate::lexicon::{Classes, Forms, Listed, PhraseClass, ReportingVerb, VerbClass};
use crate::mention::{Scan, Tag};
use crate::text::Words;
use crate::warning::group::{TELLING, WITHOUT_CONTENT};
use crate::warning::unverified::CLAIMS;

use super::{People, other};

/// Verbs of judgement that take "as".
static FRAMES: Listed = Listed::new("predicate-frames");

/// Of these and others, the ones that a particle makes a judgement: "single out … as", "hold up … as".
const AS_ALONE: &[&str] = &["single", "singled", "hold", "held"];

/// With these a side is taken, whatever follows.
static OF_A_MATTER: Listed = Listed::new("predicate-of-a-matter");

/// Who knows a trade from within, so that what they know is a judgement.
pub(in crate::warning) const VERSED: Words = Words::new("analysts experts insiders observers watchers wonks pundits");

/// From this share of its occurrences on, a verb needs no other sign that it reports.
const SAYS: u8 = 65;

/// The verb phrase that begins with token `i`, where it makes the people speak.
pub(super) fn predicate(scan: &Scan<'_>, people: &People, i: usize, limit: usize) -> Option<Cue> {
    let mut verb = i;
    while verb < limit && scan.tags[verb].helps() {
        verb += 1;
    }
    if verb >= limit || is_hypothetical(scan, i..verb) {
        return None;
    }
    attitude(scan, i, verb)
        .or_else(|| floating(scan, verb))
        .or_else(|| framing(scan, verb, limit))
        .or_else(|| quick(scan, verb, limit))
        .or_else(|| {
            let (form, len) = reporting(scan, verb)?;
            let before = (people.core.end..verb).rev().take_while(|&k| scan.tags[k].helps());
            let auxiliary = before.clone().any(|k| scan.tags[k] == Tag::Auxiliary);
            let passive = before.clone().any(|k| scan.classes(k).has_any(Classes::BE));
            // Right behind its subject a verb may look like a noun; elsewhere it has to look like a verb.
            let adjoins = verb == people.end || auxiliary;
            // "thousands of people …, protests": a third person agrees with one alone.
            let one = scan.p.is_one(people.core.start, &const { Words::new("a an one another someone somebody") });
            if form.forms == Forms::THIRD && !one {
                return None;
            }
            // "a witness of the blasts that led to mass protests": a plural.
            let plural = form.forms == Forms::THIRD && !adjoins && scan.tags[verb - 1].is_nominal();
            if plural {
                return None;
            }
            // "those who said the economy" are counted by what they said; the clause that they are the subject of goes on.
            let counted = people.is_those()
                && (people.core.end..verb).all(|k| !is_finite(scan, k) || before.clone().any(|b| b == k));
            if counted && scan.tags.get(people.core.end) == Some(&Tag::Relative) {
                return None;
            }
            let plain = const { Words::new("say believe think argue insist maintain fear know") }.contains(form.lemma);
            let base = plain && form.forms == Forms::BASE;
            if !adjoins && !base && !matches!(scan.tags[verb], Tag::Verb | Tag::Gerund) {
                return None;
            }
            let gerund = scan.p.lower(verb).ends_with("ing");
            if passive != gerund || gerund && !auxiliary {
                return None;
            }
            says(scan, people, &form, i, verb..verb + len, limit).then(|| Cue {
                tokens: verb..verb + len,
                act: Act::Verb {
                    lemma: form.lemma,
                    class: form.class,
                    takes: form.takes,
                    gerund: false,
                    share: form.share,
                },
            })
        })
}

/// "are worried that", "were adamant that".
fn attitude(scan: &Scan<'_>, from: usize, i: usize) -> Option<Cue> {
    let be = (from..i).any(|k| scan.classes(k).has_any(Classes::BE));
    let feels = scan.classes(i).has_any(Classes::ATTITUDE);
    let content = scan.longest(i, PhraseClass::Content).is_some() || scan.p.is(i + 1, "that");
    (be && feels && content).then(|| other(i..i + 1))
}

/// "floated the idea", "spread a theory": what they put about is somebody's claim; "corroborated his account": theirs too.
fn floating(scan: &Scan<'_>, verb: usize) -> Option<Cue> {
    const PUTS_ABOUT: Words = Words::new("floated pushed amplified peddled corroborated confirmed");
    let told = |k: usize| scan.p.is_one(k, &CLAIMS) || matches!(scan.p.lower(k), "idea" | "account");
    (scan.p.is_one(verb, &PUTS_ABOUT) && (verb + 1..verb + 4).any(told)).then(|| other(verb..verb + 1))
}

/// "frame them as", "singled out the rule as": a judgement by its "as".
fn framing(scan: &Scan<'_>, verb: usize, limit: usize) -> Option<Cue> {
    let border = |i: usize| matches!(scan.tags[i], Tag::Comma | Tag::Mark);
    let object = (verb + 1..limit.min(verb + 12)).take_while(|&i| !border(i));
    let passive = verb > 0 && scan.classes(verb - 1).has_any(Classes::BE);
    let near = object.skip(1).any(|i| scan.p.is(i, "as"));
    // "single out the rule that …, even then, as a drag": some verbs have no other use with "as".
    let far = matches!(scan.p.lower(verb + 1), "out" | "up") && AS_ALONE.contains(&scan.p.lower(verb)) && {
        let mut rest = verb + 2..limit.min(verb + 36);
        rest.any(|i| scan.p.is(i, "as") && scan.p.is_one(i + 1, &const { Words::new("a an the one") }))
    };
    let frames = scan.p.is_one(verb, &FRAMES) && !passive && near || far && !passive;
    frames.then(|| other(verb..verb + 1))
}

/// "were quick to point out", "took to Skein to complain": what they did at once was to say something.
fn quick(scan: &Scan<'_>, i: usize, limit: usize) -> Option<Cue> {
    let be = i > 0 && scan.classes(i - 1).has_any(Classes::BE);
    let to = match scan.p.lower(i) {
        "quick" | "keen" | "swift" if be => i + 1,
        "took" | "taken" if scan.p.is(i + 1, "to") => (i + 3..limit.min(i + 7)).find(|&k| scan.tags[k] == Tag::To)?,
        _ => return None,
    };
    if scan.p.lower(to) != "to" || to + 1 >= limit {
        return None;
    }
    let (form, len) = reporting(scan, to + 1)?;
    let says = WITHOUT_CONTENT.contains(form.lemma) && form.class.is_utterance();
    says.then(|| other(to + 1..to + 1 + len))
}

fn is_finite_at(scan: &Scan<'_>, i: usize) -> bool {
    i < scan.tags.len() && is_finite(scan, i)
}

fn is_finite(scan: &Scan<'_>, i: usize) -> bool {
    matches!(scan.tags[i], Tag::Verb | Tag::Auxiliary)
}

pub(super) fn reporting(scan: &Scan<'_>, i: usize) -> Option<(ReportingVerb, usize)> {
    let ahead = scan.lower_from(i, 5);
    let found = scan.lexicon.reporting_phrase(&ahead);
    found.or_else(|| Some((scan.lexicon.reporting_verb(scan.p.lower(i))?, 1))).filter(|(v, _)| {
        v.forms.has(Forms::BASE)
            || v.forms.has(Forms::PAST)
            || v.forms.has(Forms::THIRD)
            || scan.p.lower(i).ends_with("ing")
    })
}

/// Whether the words around a verb show that it reports what somebody says or thinks.
fn says(scan: &Scan<'_>, people: &People, form: &ReportingVerb, first: usize, cue: Range<usize>, limit: usize) -> bool {
    let utters = matches!(form.class, VerbClass::Speech | VerbClass::Manner | VerbClass::Assertion);
    let thinks = matches!(form.class, VerbClass::Belief);
    let closes = |i: usize| scan.tags.get(i).is_none_or(|t| matches!(t, Tag::Comma | Tag::Mark)) || i >= limit;
    let start = people.core.start;
    let lead = start.checked_sub(1);
    // "wants voters to know", "hoping voters see": what somebody else wants of them.
    let opener = |l: usize| scan.p.begins_sentence(l);
    let relative = (people.core.end..cue.start).any(|i| scan.tags[i] == Tag::Relative);
    let object = lead.is_some_and(|l| matches!(scan.tags[l], Tag::Verb | Tag::Gerund | Tag::To) && !opener(l));
    if object && !relative {
        return false;
    }
    let relative_subject = lead.is_some_and(|l| scan.p.is(l, "who") && first == people.end);
    let own_clause = matches!(scan.tags.get(cue.end), Some(Tag::Pronoun)) && is_finite_at(scan, cue.end + 1);
    if form.lemma == "feel" && scan.p.lower(cue.end) != "that" && !relative_subject && !own_clause {
        return false;
    }
    // "most people know that": common knowledge; "watchers of the trade know" is a judgement.
    if form.lemma == "know" && !people.core.clone().any(|i| scan.p.is_one(i, &VERSED)) {
        return false;
    }
    // "some wonder whether it will hold".
    if matches!(form.lemma, "wonder" | "question" | "doubt" | "wonder aloud")
        && scan.p.is_one(cue.end, &const { Words::new("whether if why how") })
    {
        return true;
    }
    // "Vale, who many believe needs a win".
    if relative_subject && thinks && is_finite_at(scan, cue.end) {
        return true;
    }
    if const { Words::new("publish release respond respond_to speak talk hear respond_with") }.contains(form.lemma) {
        return false;
    }
    // "…, critics argue, …": set off from the sentence that they say.
    let set_off = lead
        .is_some_and(|l| matches!(scan.tags[l], Tag::Comma | Tag::Quote) || matches!(scan.p.lower(l), "—" | "–" | "-"));
    // "Still, markets reacted.": nothing stands there that they could have said.
    let content =
        lead.is_some_and(|l| l > scan.p.sentence_around(l).start + 1) || scan.tags.get(cue.end) == Some(&Tag::Comma);
    if (utters || thinks)
        && set_off
        && content
        && (closes(cue.end) || matches!(scan.p.lower(cue.end), "—" | "–"))
        && first == people.core.end.max(people.end)
    {
        return form.lemma != "know";
    }
    // "what economists call", "that many believe", "as experts say".
    let opens = lead.is_some_and(|l| scan.p.is_one(l, &const { Words::new("what which whom that as") }));
    let names =
        form.class == VerbClass::Naming && lead.is_some_and(|l| matches!(scan.p.lower(l), "what" | "which" | "that"));
    // "requires that customers sign forms": of many verbs the list knows one that is mostly no report.
    let reports = form.share.is_none_or(|s| s >= TELLING);
    if opens
        && first == people.end
        && (utters && reports
            || names
            || thinks && !matches!(form.lemma, "know" | "consider" | "like" | "love" | "want"))
    {
        // "as investors responded" tells when; "as critics say," tells who.
        let tells_who = closes(cue.end) || form.lemma == "tell";
        return tells_who || lead.is_some_and(|l| scan.p.lower(l) != "as");
    }
    if scan.p.is_one(cue.start, &FRAMES) {
        return false;
    }
    if OF_A_MATTER.contains(form.lemma) {
        return true;
    }
    if WITHOUT_CONTENT.contains(form.lemma) {
        return true;
    }
    let next = scan.p.lower(cue.end);
    // "reported better results".
    if form.lemma == "report" {
        return next == "that" || next == "being";
    }
    if (utters || thinks || form.class == VerbClass::Denial) && (next == "that" || next == ":") {
        return true;
    }
    // "said in later interviews the wait was too long": some verbs do nothing else.
    let adjunct = matches!(scan.tags.get(cue.end), Some(Tag::Preposition | Tag::Adverb));
    if utters && adjunct && form.share.is_some_and(|s| s >= SAYS) && form.lemma != "tell" {
        return true;
    }
    // "say the noise is worse": a clause of its own follows.
    let subject = scan.tags.get(cue.end).is_some_and(|t| t.is_nominal() || matches!(t, Tag::Pronoun));
    let strong = form.share.is_none_or(|s| s >= TELLING) || thinks;
    let clause = subject
        && (cue.end + 1..limit)
            .take_while(|&i| !matches!(scan.tags[i], Tag::Comma | Tag::Coordinator | Tag::Relative))
            .any(|i| is_finite(scan, i));
    // "told the Courier", "told her neighbours that".
    let told = form.lemma == "tell" && subject && !(cue.end..limit.min(cue.end + 5)).any(|i| scan.p.is(i, "to"));
    (utters || thinks) && (strong && clause || told)
}

/// "will demand", "might say": nobody has said anything yet.
fn is_hypothetical(scan: &Scan<'_>, mut auxiliaries: Range<usize>) -> bool {
    auxiliaries.any(|i| scan.classes(i).has_any(Classes::MODAL))
}
