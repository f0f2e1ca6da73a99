//! Rumours: claims that spread, emerge and are rife, as if nobody made them.

use std::ops::Range;

use crate::mention::{Scan, Tag};
use crate::text::Words;

/// What is told without a teller.
const RUMOURS: Words = Words::new(
    "claims rumours rumors rumour rumor speculation theories theory allegations accusations suggestions reports whispers gossip",
);

/// "Rumours swirled that", "fuelling speculation that": whether the words spread a claim that is told, and that is nobody's.
pub(super) fn is_rumour(scan: &Scan<'_>, words: &Range<usize>) -> bool {
    let end = words.end;
    // "Vale’s claims": his.
    let owned =
        words.start > 0 && matches!(scan.tags[words.start - 1], Tag::Possessive | Tag::PossessivePronoun | Tag::Name);
    // "claims spread online that": the place may stand between.
    let limit = scan.p.sentence_around(words.start).end.min(end + 9);
    let told = (end..limit)
        .take_while(|&i| scan.tags[i] != Tag::Comma && !matches!(scan.p.lower(i), "by" | "from"))
        .any(|i| scan.p.lower(i) == "that");
    !owned && told && words.clone().any(|i| RUMOURS.contains(scan.p.lower(i)))
}
