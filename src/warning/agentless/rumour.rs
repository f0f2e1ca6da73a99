//! Rumours: claims that spread, emerge and are rife, as if nobody made them.

use std::ops::Range;

use crate::lexicon::Listed;
use crate::mention::{Scan, Tag};
use crate::text::Words;
use crate::warning::unverified::is_verdict;

/// What is told without a teller.
static RUMOURS: Listed = Listed::new("rumour-rumours");

/// "Rumours swirled that", "fuelling speculation that": whether the words spread a claim that is told, and that is nobody's.
pub(super) fn is_rumour(scan: &Scan<'_>, words: &Range<usize>) -> bool {
    let end = words.end;
    // "Vale’s claims": his.
    let owned = words.start > 0
        && scan.p.is_one(words.start, &RUMOURS)
        && matches!(scan.tags[words.start - 1], Tag::Possessive | Tag::PossessivePronoun | Tag::Name);
    // "claims spread online that": the place may stand between.
    let limit = scan.p.sentence_around(words.start).end.min(end + 9);
    let told = (end..limit)
        .take_while(|&i| {
            scan.tags[i] != Tag::Comma
                && !scan.p.is_one(i, &const { Words::new("by from when after as because while if") })
        })
        .any(|i| scan.p.is(i, "that"))
        // "prompting speculation he had left".
        || scan.tags.get(end) == Some(&Tag::Pronoun)
        // "amid reports of a row".
        || scan.p.is(words.start, "amid") && scan.p.is(end, "of");
    !owned && told && words.clone().any(|i| scan.p.is_one(i, &RUMOURS))
}

/// "Claims that the vote was rigged have spread": the verb, behind the whole claim.
pub(super) fn spread(scan: &Scan<'_>, i: usize) -> Option<Range<usize>> {
    let verb = const { Words::new("spread circulated circulating swirled surfaced emerged resurfaced") };
    let mut at = i;
    while scan.tags.get(at).is_some_and(|tag| tag.helps()) {
        at += 1;
    }
    // "The claims that were made in May have surfaced": which claims, and not what is claimed.
    let that = (scan.p.sentence_around(i).start..i).find(|&k| scan.p.is(k, "that")).unwrap_or(i);
    let which = scan.tags.get(that + 1).is_some_and(|tag| tag.helps() || *tag == Tag::Verb);
    // "Claims that the vote was rigged circulated": the past form alone. "Unverified claims that …" have been judged already.
    let first = scan.p.sentence_around(i).start;
    let plain = scan.p.is_one(first, &RUMOURS) || scan.tags[first] == Tag::Determiner;
    let bare = plain && i > 0 && !scan.tags[i - 1].helps() && !scan.p.is(i + 1, "by");
    ((at > i || bare) && !which && verb.contains(scan.p.lower(at)) && is_verdict(scan, i)).then_some(i..at + 1)
}
