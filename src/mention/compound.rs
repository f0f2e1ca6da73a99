//! Where a run of capitalised words is more than one name, or more than one run is a name.

use std::ops::Range;

use super::COMMON;
use super::category::is_head;
use super::tag::Tag;
use crate::lexicon::{Classes, Lexicon, Listed, PhraseClass};
use crate::text::{Case, Paragraph, Words};

/// What ministries are for.
pub(super) static MATTERS: Listed = Listed::new("compound-matters");

/// "the Harbour and Ferry Services", "the National Harbour and Ferry Commission": what stands before "and" tells of matters, what stands
/// behind it ends with a body's noun, and both are one name.
pub(super) fn is_twofold(p: &Paragraph, tags: &[Tag], lexicon: &Lexicon, first: Range<usize>) -> bool {
    // "the Rail and Harbour Workers’ Union".
    let name = |i: usize| tags[i] == Tag::Name || p.is(i, "'") && tags.get(i + 1) == Some(&Tag::Name);
    let end = (first.end + 1..tags.len()).find(|&i| !name(i)).unwrap_or(tags.len());
    let led = first.start > 0 && matches!(tags[first.start - 1], Tag::Determiner | Tag::Possessive);
    let inside = first.len() == 1 && !p.begins_sentence(first.start);
    let words: Vec<&str> = first.clone().map(|i| p.lower(i)).collect();
    let known = lexicon.longest(&words, PhraseClass::Organization).is_some();
    let matter = |i: usize| is_matter(p, lexicon, i);
    let wide = |i: usize| {
        lexicon.word(p.lower(i)).has_any(Classes::PLACE | Classes::DEMONYM)
            || p.is_one(i, &const { Words::new("national federal international royal") })
    };
    let last = first.end - 1;
    // "the State and Justice Departments" are two, and so are those of the House and the Senate.
    let one = !p.is_one(end - 1, &const { Words::new("departments ministries committees parties") })
        && !matches!(p.lower(last), "house" | "senate");
    (led || inside)
        && !known
        && matter(last)
        && !wide(last)
        && (first.start..last).all(|i| matter(i) || wide(i))
        && end > first.end + 2
        && (is_head(p, lexicon, end - 1) || p.is(end - 1, "executive"))
        && one
        && !wide(first.end + 1)
        && !lexicon.word(p.lower(first.end + 1)).has_any(Classes::GIVEN_NAME | Classes::TITLE)
}

/// Whether a capitalised word tells of a matter: "Trade", "Energy".
fn is_matter(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    let classes = lexicon.word(p.lower(i));
    let told = classes.has_any(COMMON) || is_abstract(p.lower(i)) || MATTERS.contains(p.lower(i));
    told && !classes.has_any(Classes::GIVEN_NAME | Classes::TITLE)
}

/// "the Ministry of Trade, Industry and Energy": whether a comma behind one matter of a public body leads to more of them.
pub(super) fn lists_matters(p: &Paragraph, tags: &[Tag], lexicon: &Lexicon, run: Range<usize>) -> bool {
    let body = const { Words::new("committee department ministry office secretariat") };
    let next = run.end + 1;
    let matter = |i: usize| tags.get(i) == Some(&Tag::Name) && is_matter(p, lexicon, i);
    let more = p.is(next + 1, "and") && matter(next + 2) || p.is(next + 1, ",") && matter(next + 2);
    p.is(run.end, ",") && run.clone().any(|i| body.contains(p.lower(i))) && matter(run.end - 1) && matter(next) && more
}

/// "Commerce | and Planning Minister Ada Quill": a matter of the office that stands before a name, and nobody's name.
pub(super) fn is_matter_of_office(p: &Paragraph, tags: &[Tag], lexicon: &Lexicon, run: Range<usize>) -> bool {
    let name = |i: usize| tags.get(i) == Some(&Tag::Name);
    let matter = |i: usize| name(i) && MATTERS.contains(p.lower(i));
    let office = (run.end + 1..run.end + 4).find(|&i| !matter(i));
    p.is(run.end, "and")
        && matter(run.end - 1)
        && office.is_some_and(|i| {
            i > run.end + 1 && name(i + 1) && lexicon.word(p.lower(i)).has_any(Classes::TITLE.with(Classes::ROLE))
        })
}

/// "Vell and Quillshire Police", "Vell Fire and Rescue Service": one service of two places, or of two matters.
pub(super) fn is_joint(p: &Paragraph, tags: &[Tag], lexicon: &Lexicon, first: Range<usize>) -> bool {
    let end = (first.end + 1..tags.len()).find(|&i| tags[i] != Tag::Name).unwrap_or(tags.len());
    if p.is(first.end - 1, "fire") {
        return p.is(first.end + 1, "rescue");
    }
    let place = |i: usize| p.tokens[i].case == Case::Title && !is_head(p, lexicon, i);
    // "Ada Quill and Vellshire Police" are two.
    let person = first.len() > 1 && lexicon.word(p.lower(first.start)).has_any(Classes::GIVEN_NAME);
    first.len() < 4
        && first.clone().all(place)
        && !person
        && end > first.end + 2
        && p.is_one(end - 1, &const { Words::new("constabulary council fire police") })
        && (first.end + 1..end - 1).all(|i| place(i) && !lexicon.word(p.lower(i)).has(Classes::ADJECTIVE))
}

/// Whether a word's ending is that of a noun for a matter.
pub(super) fn is_abstract(word: &str) -> bool {
    ["tion", "sion", "ment", "ship", "ness", "ance", "ence", "ic", "ics", "logy", "ture"]
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
