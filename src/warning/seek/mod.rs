//! Claims of unnamed people, found from their side: from the phrase that names nobody to the words that make it speak.
//!
//! The attribution layer begins with what is said, and leaves out what is said in passing: "the bridge, critics argue, was
//! never needed", "what economists call a bubble", "fears among investors that". Here each phrase for people is looked at
//! in its place, and becomes a claim where the place shows that something is said, thought or judged.

mod noun_phrase;
mod place;
mod predicate;

use std::ops::Range;

use crate::attribution::{Act, Cue};
use crate::mention::{Head, Phrase, Scan, Source};

use super::group::Kept;
use super::view::Claim;

pub(super) use noun_phrase::People;
pub(super) use place::is_mover;
pub(super) use predicate::VERSED;

/// A claim with the tokens of the phrase that makes it.
fn claim(people: &People, cue: Cue) -> Claim {
    let core = people.core.clone();
    let phrase = Phrase { tokens: core.start..people.end.max(core.end), core: core.clone() };
    let source = Source { head: Head::Description(core), phrase };
    Claim { proven: true, part: people.part, ..Claim::new(source, cue) }
}

/// The claims of a paragraph that somebody without a name makes, in the order of their phrases.
pub(super) fn claims(scan: &Scan<'_>) -> Vec<Claim> {
    let mut out: Vec<Claim> = Vec::new();
    let mut i = 0;
    while i < scan.tags.len() {
        let Some(people) = People::at(scan, i).filter(|_| scan.p.quotation_at(i).is_none()) else {
            i += 1;
            continue;
        };
        if let Some(cue) = place::cue_of(scan, &people) {
            out.push(claim(&people, cue));
        }
        i = people.end.max(people.core.end);
    }
    out
}

/// A cue that is none of the verbs: a noun, an adjective, a participle with "by".
const fn other(tokens: Range<usize>) -> Cue {
    Cue { tokens, act: Act::Content }
}

/// What a part of a group is: "one of the workers" is somebody, "many of the workers" is nobody in particular.
pub(super) type Part = Option<Kept>;
