//! Rumours: claims that spread, emerge and are rife, as if nobody made them.

use std::ops::Range;

use crate::lexicon::Classes;
use crate::mention::{Scan, Tag};
use crate::text::Words;

/// What is told without a teller.
pub(super) const RUMOURS: Words = Words::new(
    "claims rumours rumors rumour rumor speculation theories theory allegations accusations suggestions reports whispers gossip \
     chatter",
);

/// What they do by themselves.
const SPREADS: Words = Words::new(
    "spread spreads spreading circulate circulates circulated circulating swirl swirls swirled swirling emerge emerged surface \
     surfaced resurfaced mounted mounting abound abounded persist persisted flew flying grew intensified proliferated rife \
     rippled exploded",
);

/// What the article says is done to them by what happened.
const FED: Words = Words::new(
    "amid fuel fuels fueled fuelled fueling fuelling spark sparks sparked sparking prompt prompts prompted prompting stoke stoked \
     stoking trigger triggered triggering",
);

/// The rumour that begins at token `i`.
pub(super) fn rumour(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    spreads(scan, i).or_else(|| is_fed(scan, i))
}

/// "Rumours swirled that", "claims spread online that"; with what they say between, "claims that the dam had burst spread online".
fn spreads(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    if !RUMOURS.contains(scan.p.lower(i)) || is_somebodys(scan, i) {
        return None;
    }
    let limit = scan.p.sentence_around(i).end;
    let says = |k: usize| matches!(scan.p.lower(k), "that" | "about" | "of");
    let told = says(i + 1);
    // "claims on social media have emerged".
    let passed = |k: usize| {
        let tag = scan.tags[k];
        tag.helps() || tag.is_nominal() || matches!(tag, Tag::Preposition | Tag::Name)
    };
    let mut verb = i + 1;
    while verb < limit.min(i + 11) && !SPREADS.contains(scan.p.lower(verb)) {
        if !passed(verb) || matches!(scan.p.lower(verb), "by" | "that") {
            verb = limit;
        }
        verb += 1;
    }
    let said = told || (verb + 1..limit.min(verb + 8)).take_while(|&k| scan.tags[k] != Tag::Comma).any(says);
    if verb < limit.min(i + 11) && said && is_unsigned(scan, verb) {
        return Some(if told { i..i + 1 } else { i..verb + 1 });
    }
    let apart = scan.p.lower(i + 1) == "that" && spreads_behind(scan, i + 2, limit);
    apart.then_some(i..i + 1)
}

/// "the dam had burst spread online": behind the clause that is told stands the verb of those who tell it.
fn spreads_behind(scan: &Scan<'_>, from: usize, limit: usize) -> bool {
    let finite = |k: usize| matches!(scan.tags[k], Tag::Verb | Tag::Auxiliary);
    let told = (from..limit).find(|&k| finite(k));
    let place = |k: usize| matches!(scan.p.lower(k), "online" | "on" | "across" | "widely" | "around" | "through");
    told.is_some_and(|t| {
        let clause = (t + 1..limit.min(t + 20)).take_while(|&k| scan.tags[k] != Tag::Relative);
        let mut clause = clause.skip_while(|&k| scan.tags[k].helps());
        clause.any(|k| SPREADS.contains(scan.p.lower(k)) && k > t + 1 && place(k + 1) && is_unsigned(scan, k))
    })
}

/// "There has been speculation that", "fuelling rumours that", "rife with claims that".
fn is_fed(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    let word = scan.p.lower(i);
    let there = word == "there" && (i + 1..i + 4).any(|k| scan.classes(k).has_any(Classes::BE));
    let full = matches!(word, "rife" | "awash" | "abuzz" | "flooded") && scan.p.lower(i + 1) == "with";
    if !(there || full || FED.contains(word)) {
        return None;
    }
    let describes = |&k: &usize| {
        scan.tags[k].helps()
            || matches!(
                scan.tags[k],
                Tag::Adjective | Tag::Preposition | Tag::Gerund | Tag::Determiner | Tag::Noun | Tag::Participle
            )
    };
    let ahead = (i + 1..scan.p.sentence_around(i).end.min(i + 6)).take_while(|k| describes(k));
    let noun = ahead
        .take_while(|&k| scan.tags[k] != Tag::Negation && scan.p.lower(k) != "no")
        .find(|&k| RUMOURS.contains(scan.p.lower(k)))?;
    let unsigned = scan.p.lower(noun + 1) == "that" && !is_somebodys(scan, noun);
    unsigned.then_some(i..noun + 1)
}

/// "Vale’s claims", "these rumours": whose they are, or which, is told elsewhere.
fn is_somebodys(scan: &Scan<'_>, noun: usize) -> bool {
    let mut first = noun;
    while first > 0
        && matches!(scan.tags[first - 1], Tag::Adjective | Tag::Participle | Tag::Noun)
        && !scan.p.begins_sentence(first)
    {
        first -= 1;
    }
    first > 0 && !scan.p.begins_sentence(first) && {
        let before = scan.p.lower(first - 1);
        matches!(scan.tags[first - 1], Tag::Possessive | Tag::PossessivePronoun | Tag::Name)
            || const { Words::new("the these those such such this said") }.contains(before)
    }
}

/// Nobody is said to have spread it: "spread by Vale".
fn is_unsigned(scan: &Scan<'_>, verb: usize) -> bool {
    !(verb + 1..verb + 3).any(|k| matches!(scan.p.lower(k), "by" | "from"))
}
