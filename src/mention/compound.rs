//! Where a run of capitalised words is more than one name, or more than one run is a name.

use std::ops::Range;

use super::category::is_head;
use super::tag::Tag;
use super::{COMMON, ORGANIZATION};
use crate::lexicon::{Classes, Lexicon, PhraseClass};
use crate::text::{Case, Paragraph};

/// "the Harbour and Ferry Services": a common noun with a capital and a body’s noun behind the next are one name.
pub(super) fn is_twofold(p: &Paragraph, tags: &[Tag], lexicon: &Lexicon, first: Range<usize>) -> bool {
    let end = (first.end + 1..tags.len()).find(|&i| tags[i] != Tag::Name).unwrap_or(tags.len());
    let plain = |i: usize| {
        let classes = lexicon.word(p.lower(i));
        p.tokens[i].case == Case::Title
            && !classes.has_any(Classes::GIVEN_NAME | Classes::PLACE | Classes::DEMONYM | Classes::TITLE | ORGANIZATION)
    };
    let head = end - 1;
    // "the State and Justice Departments" are two.
    let one = !matches!(p.lower(head), "departments" | "ministries" | "committees" | "parties");
    let inside = first.start > 0 && !p.begins_sentence(first.start);
    first.len() == 1
        && inside
        && plain(first.start)
        && plain(first.end + 1)
        && head > first.end + 1
        && (lexicon.word(p.lower(first.start)).has_any(COMMON) || is_abstract(p.lower(first.start)))
        && is_head(p, lexicon, head)
        && one
}

/// "the National Harbour and Ferry Commission": what stands behind "and" ends with the one noun for a body, and what stands before it
/// tells of matters.
pub(super) fn is_joint_body(p: &Paragraph, tags: &[Tag], lexicon: &Lexicon, first: Range<usize>) -> bool {
    let body = |i: usize| is_head(p, lexicon, i) && !lexicon.word(p.lower(i)).has_any(Classes::PLURAL);
    let end = (first.end + 1..tags.len()).find(|&i| tags[i] != Tag::Name).unwrap_or(tags.len());
    let led = first.start > 0 && matches!(tags[first.start - 1], Tag::Determiner | Tag::Possessive);
    let words: Vec<&str> = first.clone().map(|i| p.lower(i)).collect();
    let known = lexicon.longest(&words, PhraseClass::Organization).is_some();
    let matter = |i: usize| {
        let classes = lexicon.word(p.lower(i));
        let told = classes.has_any(COMMON) || is_abstract(p.lower(i)) || p.lower(i).ends_with("ic");
        p.tokens[i].case == Case::Title && told && !classes.has_any(Classes::GIVEN_NAME | Classes::TITLE)
    };
    let open = |i: usize| {
        lexicon.word(p.lower(i)).has_any(Classes::PLACE | Classes::DEMONYM)
            || matches!(p.lower(i), "national" | "federal" | "international" | "royal")
    };
    let last = first.end - 1;
    led && !known
        && matter(last)
        && !open(last)
        && (first.start..last).all(|i| matter(i) || open(i))
        && end > first.end + 2
        && body(end - 1)
        && matter(first.end + 1)
}

/// Whether a word's ending is that of a noun for a matter.
fn is_abstract(word: &str) -> bool {
    ["tion", "sion", "ment", "ship", "ness", "ance", "ence", "ics", "logy", "ture"]
        .iter()
        .any(|end| word.ends_with(end))
}

/// "head of the Harbour Council Enoch Quill": behind a body's own noun the last two words are a person of any name.
pub(super) fn behind_body(p: &Paragraph, lexicon: &Lexicon, run: Range<usize>) -> Option<usize> {
    let word = |i: usize| p.tokens[i].case == Case::Title && !is_head(p, lexicon, i);
    run.end
        .checked_sub(3)
        .filter(|&i| i > run.start && is_head(p, lexicon, i) && word(i + 1) && word(i + 2))
        .map(|i| i + 1)
}
