//! Names: runs of capitalised words, cut where a title or a role ends, with a first guess of what they name.

use std::ops::Range;

use super::capital::is_may;
use super::category::{Category, is_given, is_head};
use super::compound::{is_joint, is_matter_of_office, is_twofold, lists_matters};
use super::cut::Cut;
use super::{DATE, ORGANIZATION};
use crate::lexicon::{Classes, Gender, Lexicon, PhraseClass};
use crate::text::{Case, Paragraph, TokenKind, Words};

use super::tag::Tag;

/// One name where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its tokens, without title, role and possessive ending.
    pub tokens: Range<usize>,
    /// What it seems to name.
    pub category: Category,
    /// The gender that title, role or given name tell.
    pub gender: Gender,
    /// Whether it stands before a noun that it describes ("a Threads post", "Quill Marine officials").
    pub modifier: bool,
    /// Where the capitalised title or role before it begins ("President", "Quill Marine CEO"); the name's start where there is none.
    pub prefix: usize,
}

/// The names of a paragraph, in order, without overlap.
pub fn names(p: &Paragraph, tags: &[Tag], lexicon: &Lexicon) -> Vec<Name> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < tags.len() {
        if tags[i] != Tag::Name || is_date(p, lexicon, i) || parts_names(p, lexicon, i) || is_disease(p, lexicon, i) {
            i += 1;
            continue;
        }
        let end = run_end(p, tags, lexicon, i);
        if !is_shouted(p, i..end) && !is_credit(p, i..end) && !is_matter_of_office(p, tags, lexicon, i..end) {
            out.extend(Cut::new(p, tags, lexicon, i..end).name().map(|name| with_ending(p, name)));
        }
        i = end;
    }
    out
}

/// "Quill’s said it would close": an ending with a verb right behind it belongs to a firm’s name.
fn with_ending(p: &Paragraph, mut name: Name) -> Name {
    let end = name.tokens.end;
    let subject = p.is(end, "'s") && matches!(p.lower(end + 1), "said" | "says" | "declined");
    if subject && p.quotation_at(end).is_none() && name.category == Category::Unknown {
        name.tokens.end += 1;
        name.category = Category::Organization;
    }
    name
}

/// "FERRY OWNER IS SAID TO SELL": a headline in capitals, of which nobody can tell what is a name in it.
fn is_shouted(p: &Paragraph, run: Range<usize>) -> bool {
    run.len() > 3 && run.clone().all(|i| p.tokens[i].case == Case::Upper)
}

/// "File Photo: A boat. AGENCY/Ada Quill": who took a picture, and what it is, are none of the article's people.
fn is_credit(p: &Paragraph, run: Range<usize>) -> bool {
    let last = run.end - 1;
    let photo = p.is_one(last, &const { Words::new("photo photos photograph picture") }) && run.len() <= 2;
    let picture = photo && last > 0 && matches!(p.lower(last - 1), "file" | "handout" | "courtesy");
    let slash = run.start.checked_sub(2).filter(|&i| p.is(i + 1, "/") && p.quotation_at(i).is_none());
    picture || slash.is_some_and(|agency| p.tokens[agency].case == Case::Upper && !p.tokens[run.start].spaced)
}

/// "Monday", "November": capitalised, but nobody's name, unless a surname follows ("April Vale").
fn is_date(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    let classes = lexicon.word(p.lower(i));
    if !classes.has_any(DATE) || is_may(p, lexicon, i) {
        return false;
    }
    let next = p.tokens.get(i + 1);
    let given = classes.has_any(Classes::GIVEN_NAME)
        && next.is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title);
    // "Akbar Jan", "Mr. Jan": a month as a surname.
    let named = |i: usize| p.is_one(i, &const { Words::new("mr mr. mrs. ms. dr.") }) || is_given(p, lexicon, i);
    let before = i.checked_sub(1).filter(|&i| p.tokens[i].case == Case::Title && p.tokens[i].kind == TokenKind::Word);
    let surname = p.is_one(i, &const { Words::new("april jan mar march") })
        && before.is_some_and(|k| named(k) || p.is_one(i + 1, &const { Words::new("said says told") }))
        && next.is_none_or(|t| t.kind != TokenKind::Number);
    !given && !surname
}

/// "A boat at the quay. Courtesy Quill Marine", "Quill Launches Otter Pro": what stands before it and behind it is no one name.
fn parts_names(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    p.is(i, "courtesy") || is_headline_verb(p, lexicon, i)
}

/// "Quill Launches Otter Pro to Help Farmers": a verb with the capital that every word of a headline has.
fn is_headline_verb(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    let other = Classes::PLURAL.with(Classes::NOUN).with(Classes::SURNAME).with(Classes::GIVEN_NAME).with(ORGANIZATION);
    let classes = lexicon.word(p.lower(i));
    let title = |k: usize| p.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title);
    let noun = !p.is_one(i, &const { Words::new("backs cuts hits launches names plans raises reports tests wins") });
    // "Quill Facing Deep Divide Over Pumps".
    let gerund = p.lower(i).ends_with("ing") && classes.has(Classes::VERB_GERUND);
    let verb = (classes.has(Classes::VERB_THIRD) || gerund)
        && !(noun && classes.has_any(other))
        && i > 0
        && title(i - 1)
        && title(i)
        && title(i + 1);
    // No word of a headline but the smallest is in lower case, and no stop ends it.
    let last = p.tokens.len().saturating_sub(1);
    verb && p.sentences.len() == 1
        && last < 40
        && p.tokens[last].kind == TokenKind::Word
        && p.tokens
            .iter()
            .enumerate()
            .all(|(k, t)| t.kind != TokenKind::Word || t.case != Case::Lower || p.word(k).len() < 5)
}

/// "The test finds Alzheimer’s early": a disease, and nobody's name, but where a body's noun stands behind it.
fn is_disease(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    p.is_one(i, &const { Words::new("alzheimer asperger crohn parkinson") })
        && p.is(i + 1, "'s")
        && !lexicon.word(p.lower(i + 2)).has(Classes::ORG_HEAD)
}

/// With whom a firm that bears a person's name is one.
const PARTNERS: &[&str] = &["associates", "brothers", "co", "co.", "company", "daughters", "partners", "sons"];

/// Where the run of name words that begins at `start` ends.
fn run_end(p: &Paragraph, tags: &[Tag], lexicon: &Lexicon, start: usize) -> usize {
    let is_name = |i: usize| tags.get(i) == Some(&Tag::Name) && !is_date(p, lexicon, i) && !parts_names(p, lexicon, i);
    let capitals = |i: usize| p.tokens[i].case == Case::Upper;
    let quotation = p.quotation_at(start);
    let ahead: Vec<&str> = (start..(start + 10).min(tags.len())).map(|i| p.lower(i)).collect();
    let known = lexicon.longest(&ahead, PhraseClass::Organization).unwrap_or(1);
    let mut end = start + known.max(1);
    let mut joined_by_of = false;
    while end < tags.len() && p.quotation_at(end) == quotation && !p.begins_sentence(end) {
        let word = p.lower(end);
        let heads_organization = || (start..end).any(|i| is_head(p, lexicon, i));
        // "Union Chair Ada Quill of Vellmark": behind a title stands a person, who is no body.
        let titled = |&i: &usize| {
            lexicon.word(p.lower(i)).has_any(Classes::TITLE | Classes::ROLE) && is_given(p, lexicon, i + 1)
        };
        // "Ada Fitch of the Bank": a well-known body's name behind another word may be a surname.
        let form = |i: usize| i == start || !lexicon.word(p.lower(i)).has(Classes::ORG_NAME);
        let named = || (start..end - 1).rev().find(titled).map_or(start, |i| i + 1);
        let takes_of = || {
            is_role(p, lexicon, end - 1)
                || is_members(p, lexicon, end - 1)
                || (named()..end).any(|i| is_head(p, lexicon, i) && form(i))
        };
        let step = if is_name(end) {
            1
        } else if word == "the" && end == start + 1 && is_name(end + 1) && is_campaign(p, start) {
            2
        } else if tags[end] == Tag::Number
            && !p.word(end).contains(',')
            && p.tokens[end].kind == TokenKind::Number
            && end == start + 1
            && is_product(p, tags, lexicon, start)
        {
            1
        } else if is_name(end + 1) && (lexicon.word(word).has_any(Classes::PARTICLE) || word == "&") {
            2
        } else if word == "/" && is_name(end + 1) && is_name(end + 2) && capitals(end - 1) && capitals(end + 1) {
            // "Vellmark POW/MIA Agency".
            2
        } else if is_name(end + 2) && (end..end + 2).all(|i| lexicon.word(p.lower(i)).has_any(Classes::PARTICLE)) {
            // "Ada de la Quill".
            3
        } else if (matches!(word, "of" | "for" | "on") && takes_of())
            || (matches!(word, "against" | "without") && is_members(p, lexicon, end - 1))
        {
            // "Committee for a Safe Harbour".
            let article = word == "for" && matches!(p.lower(end + 1), "a" | "an") && is_name(end + 3);
            let skip = usize::from(p.is(end + 1, "the") || article);
            if is_name(end + 1 + skip) { 2 + skip } else { 0 }
        } else if matches!(word, "'s" | "'")
            && is_name(end + 1)
            && (is_office(p, lexicon, end) || is_saint(p, lexicon, start..end))
        {
            2
        } else if word == "and" && is_name(end + 1) && joined_by_of && heads_organization()
            || joined_by_of && lists_matters(p, tags, lexicon, start..end)
        {
            2
        } else if word == "and" && is_name(end + 1) && is_twofold(p, tags, lexicon, start..end) {
            2
        } else if word == "and"
            && is_name(end + 1)
            && (PARTNERS.contains(&p.lower(end + 1)) || is_joint(p, tags, lexicon, start..end))
        {
            // "Quill and Co", "Vell and Quillshire Police".
            2
        } else {
            0
        };
        if step == 0 {
            break;
        }
        joined_by_of |= matches!(word, "of" | "for" | "on");
        end += step;
    }
    end
}

/// "Saving the Quay": a gerund with a capital inside a sentence begins the name of those who do it.
fn is_campaign(p: &Paragraph, i: usize) -> bool {
    let inside = i > 0 && !p.begins_sentence(i) && p.tokens[i - 1].kind == TokenKind::Word;
    inside && p.tokens[i].case == Case::Title && p.lower(i).ends_with("ing")
}

/// "Doctors for the Harbour": the plural of a role inside a sentence, with a capital, names its bearers' association.
pub(super) fn is_members(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    let classes = lexicon.word(p.lower(i));
    let inside = i > 0 && !p.begins_sentence(i) && p.tokens[i - 1].kind == TokenKind::Word;
    classes.has(Classes::PLURAL)
        && classes.has_any(Classes::ROLE.with(Classes::GROUP).with(Classes::RELATION))
        && p.tokens[i].case == Case::Title
        && inside
        && p.is_one(i + 1, &const { Words::new("for against without of") })
}

/// "St. Mary’s Hospital".
fn is_saint(p: &Paragraph, lexicon: &Lexicon, saint: Range<usize>) -> bool {
    let led = saint.len() == 2 && p.lower(saint.start).trim_end_matches('.') == "st";
    led && (saint.end + 1..saint.end + 4).any(|i| lexicon.word(p.lower(i)).has(Classes::ORG_HEAD))
}

/// "the Governor’s Office of …": the office of a title is one name with it.
fn is_office(p: &Paragraph, lexicon: &Lexicon, possessive: usize) -> bool {
    // "Bridge Users’ League": a plural possessor before a body is part of its name.
    let members = p.is(possessive, "'") && lexicon.word(p.lower(possessive + 1)).has_any(Classes::ORG_HEAD);
    // "the Children’s Hospital".
    let people = p.is_one(possessive - 1, &const { Words::new("alzheimer children men people veterans women") })
        && p.tokens[possessive - 1].case == Case::Title
        && lexicon.word(p.lower(possessive + 1)).has_any(ORGANIZATION);
    members
        || people
        || lexicon.word(p.lower(possessive - 1)).has_any(Classes::TITLE | Classes::ROLE)
            && p.is_one(
                possessive + 1,
                &const { Words::new("office department ministry bureau council commission association") },
            )
}

/// "GPT 4", "Lumen 3 replied": a short name that takes a number.
fn is_product(p: &Paragraph, tags: &[Tag], lexicon: &Lexicon, i: usize) -> bool {
    let acts = matches!(tags.get(i + 2), Some(Tag::Verb | Tag::Auxiliary | Tag::Possessive | Tag::Adverb))
        && p.word(i + 1).len() < 3;
    // Models bear given names, too; nobody who has one bears a number.
    let known = lexicon.word(p.lower(i)).has_any(Classes::PLACE | Classes::ORG_HEAD);
    // "Lumen 3, an artificial intelligence model".
    let told = p.is(i + 2, ",")
        && p.is_one(i + 3, &const { Words::new("a an the its their") })
        && (i + 4..i + 10).any(|k| p.is_one(k, &const { Words::new("ai chatbot model assistant") }));
    p.tokens[i].case == Case::Upper || ((acts || told) && !known)
}

pub(super) fn is_role(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    lexicon.word(p.lower(i)).has_any(Classes::ROLE)
}
