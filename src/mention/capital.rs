//! Which capitals are those of names, and which those of sentences.

use super::compound::is_abstract;
use super::{CLOSED, COMMON, ORGANIZATION};
use crate::lexicon::{Classes, Lexicon, Listed, PhraseClass};
use crate::text::{Case, Paragraph, TokenKind, Words};

/// Adjectives that stand before names without being part of them: "Former Mayor Quill", "Federal judges".
static APART: Listed = Listed::new("capital-apart");

/// "al-Quill", "el-Quill", "dell’Orto": a surname with its article.
pub(super) fn has_article(word: &str) -> bool {
    behind_article(word).is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// The surname behind its Arabic article.
pub(super) fn behind_article(word: &str) -> Option<&str> {
    let (article, name) = word.split_once(['-', '\'', '’'])?;
    const { Words::new("al el ad an ar as ash at az ul d dall dell") }.contains(article).then_some(name)
}

/// "Ada May said", "Mrs. May", "May has left": what is a month elsewhere, or a verb, and here a surname.
pub(super) fn is_may(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    if p.lower(i) != "may" || p.tokens[i].case != Case::Title {
        return false;
    }
    let before = i.checked_sub(1).filter(|&k| p.tokens[k].case == Case::Title || p.is(k, "."));
    let named = before.is_some_and(|k| lexicon.word(p.lower(k)).has_any(Classes::GIVEN_NAME.with(Classes::TITLE)));
    let surnamed = p.begins_sentence(i) && p.tokens.get(i + 1).is_some_and(|t| t.case == Case::Title);
    named || p.is_one(i + 1 + usize::from(surnamed), &TELLS)
}

/// What only a person's name stands before.
const TELLS: Words = Words::new("said says told has had added wants");

/// "Will Quill said": a given name that is a verb elsewhere, before a surname whose verb asks nothing.
fn is_will(p: &Paragraph, i: usize) -> bool {
    p.word(i) == "Will"
        && p.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title)
        && (p.is_one(i + 2, &TELLS)
            || matches!(p.lower(i + 2), "is" | "was" | "'s")
            || p.is(i + 2, ",") && p.begins_sentence(i))
}

/// "Marks and Spencer", "Us Weekly": a body that is well known, whatever its words are elsewhere.
fn is_known_body(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    // "Children’s Hospital".
    let owned = matches!(p.lower(i), "children" | "men" | "women") && p.is(i + 1, "'s");
    if owned && lexicon.word(p.lower(i + 2)).has(Classes::ORG_HEAD) {
        return p.tokens[i + 2].case == Case::Title;
    }
    let ahead = [p.lower(i), p.lower(i + 1), p.lower(i + 2), p.lower(i + 3)];
    let known = lexicon.longest(&ahead, PhraseClass::Organization).filter(|&words| words > 1 && ahead[0] != "the");
    known
        .is_some_and(|words| [i, i + words - 1].iter().all(|&k| p.tokens.get(k).is_some_and(|t| t.case != Case::Lower)))
}

/// "Ada “The Net” Quill", "Ada (Nan) Quill", "Dr. (Mrs) Quill": a mark that quotes nothing, between two capitalised words.
pub(super) fn is_inside_name(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    let capital = |k: usize| p.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title);
    if i == 0 || p.quotation_at(i).is_some() || !capital(i - 1) || !capital(i + 1) {
        return false;
    }
    if !p.is_one(i, &ENCLOSING) {
        return p.tokens[i].kind == TokenKind::Quote;
    }
    // What is an apostrophe elsewhere, or parts what is named from where it is, stands in pairs behind a given name or a title.
    let spaced = |k: usize| p.tokens.get(k).is_some_and(|t| t.spaced);
    let opens = |k: &usize| p.is_one(*k, &ENCLOSING) && spaced(*k) && !spaced(k + 1);
    let closes = |k: &usize| p.is_one(*k, &ENCLOSING) && !spaced(*k) && spaced(k + 1);
    let open = (i.saturating_sub(3).max(1)..=i).find(opens);
    let close = (i..i + 4).find(closes);
    open.zip(close).is_some_and(|(open, close)| {
        let (before, inside) = (lexicon.word(p.lower(open - 1)), lexicon.word(p.lower(open + 1)));
        let nickname = before.has_any(Classes::GIVEN_NAME)
            && !inside.has_any(Classes::PLACE.with(Classes::DEMONYM) | ORGANIZATION);
        (nickname || before.has(Classes::TITLE) && inside.has(Classes::TITLE)) && capital(close + 1)
    })
}

/// Marks that have other uses than to enclose a nickname.
const ENCLOSING: Words = Words::new("( ) ' ‘ ’");

/// Whether token `i` begins a sentence or a quotation, so that its capital says nothing.
pub(super) fn starts_segment(p: &Paragraph, i: usize) -> bool {
    i == 0
        || p.sentences.get(p.sentence_at(i)).is_some_and(|s| s.start == i)
        || (p.tokens[i - 1].kind == TokenKind::Quote && !p.tokens[i].spaced)
        || p.is_one(i - 1, &const { Words::new(": ( [ • * — –") })
}

/// Whether the capital of token `i` is one of a name; `starts` tells that it may be that of a sentence.
pub(super) fn is_name(p: &Paragraph, lexicon: &Lexicon, i: usize, starts: bool, classes: Classes) -> bool {
    let closed = classes.has_any(CLOSED);
    // "spokesman Worth Quill": behind a role a capital is one of a name.
    let named = || {
        let title = |k: usize| p.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title);
        let role = |k: usize| {
            p.tokens[k].case == Case::Lower && lexicon.word(p.lower(k)).has_any(Classes::ROLE.with(Classes::TITLE))
        };
        title(i) && title(i + 1) && i > 0 && role(i - 1)
    };
    if is_may(p, lexicon, i) || closed && (named() || is_will(p, i)) || is_known_body(p, lexicon, i) {
        return true;
    }
    if p.word(i) == "I" || (closed && !(p.tokens[i].case == Case::Upper && !starts && p.word(i).len() > 1)) {
        return false;
    }
    // "According to …": a turn of speech begins here, no name.
    if starts
        && lexicon.phrase_at(&[p.lower(i), p.lower(i + 1), p.lower(i + 2), p.lower(i + 3)]).is_some_and(|(_, n)| n > 1)
    {
        return false;
    }
    // "PORT VELL (Vell News) - Three boats": a sentence begins behind the dateline.
    let counts = classes.has_any(Classes::NUMBER | Classes::QUANTIFIER | Classes::GROUP);
    let dateline = i > 1 && matches!(p.lower(i - 1), "-" | "--") && p.tokens[i].spaced && p.tokens[i - 1].spaced;
    if dateline && counts && p.tokens[i].case == Case::Title {
        return false;
    }
    if !starts {
        return true;
    }
    // "High-speed video": a compound of everyday words.
    let compound = p.word(i).split_once('-').filter(|(_, rest)| rest.starts_with(char::is_lowercase));
    if compound.is_some_and(|(first, _)| lexicon.word(&first.to_lowercase()).has_any(COMMON)) {
        return false;
    }
    // "Mark and Jill Quill": two given names.
    let pair = p.is(i + 1, "and") && lexicon.word(p.lower(i + 2)).has_any(Classes::GIVEN_NAME);
    if pair && classes.has_any(Classes::GIVEN_NAME) && p.tokens[i + 2].case == Case::Title {
        return true;
    }
    let next_is_capital = p.tokens.get(i + 1).is_some_and(|t| {
        t.kind == TokenKind::Word && t.case != Case::Lower && !lexicon.word(p.lower(i + 1)).has_any(CLOSED)
    });
    // "North Vell", "New Zealand": the first word is no adjective.
    let ahead = [p.lower(i), p.lower(i + 1), p.lower(i + 2)];
    let place = || {
        let known = |class| lexicon.longest(&ahead, class).is_some_and(|words| words > 1);
        matches!(ahead[0], "north" | "south" | "east" | "west")
            || known(PhraseClass::Place)
            || known(PhraseClass::Organization)
    };
    if next_is_capital && place() {
        return true;
    }
    let common = classes.has_any(COMMON)
        || lexicon.reporting_verb(p.lower(i)).is_some()
        || p.lower(i).ends_with("ly") && !p.is(i + 1, "'s");
    let named =
        classes.has_any(Classes::GIVEN_NAME) || classes.has_any(Classes::PLACE) || classes.has_any(ORGANIZATION);
    if next_is_capital {
        let adjective = classes.has_any(Classes::ADJECTIVE)
            && !p.is_one(i, &APART)
            && !classes.has_any(Classes::VERB | Classes::NUMBER);
        // "State Department": what stands before the noun for a body belongs to its name.
        let matter = classes.has_any(Classes::NOUN | Classes::ORGANIZATION_NOUN)
            && lexicon.word(p.lower(i + 1)).has_any(Classes::ORG_HEAD);
        return !classes.has_any(Classes::ADVERB)
            && (named
                || matter
                || adjective
                || !common
                || classes.has_any(Classes::TITLE | Classes::ROLE)
                || is_introduced(p, i)
                || is_called(p, i, classes));
    }
    // "Agency officials": a body's noun before those who belong to it.
    let members = lexicon.word(p.lower(i + 1)).has_any(Classes::ROLE | Classes::GROUP | Classes::PLURAL);
    let body = classes.has_any(Classes::ORGANIZATION_NOUN) && members;
    // "Probation officers", "Congressional aides": what their work is about.
    let lower = p.tokens.get(i + 1).is_some_and(|t| t.case == Case::Lower);
    let matter = lower
        && is_matter(p.lower(i))
        && (lexicon.word(p.lower(i + 1)).has(Classes::ORGANIZATION_NOUN) || lexicon.singular(p.lower(i + 1)).is_some());
    !common && !body && (named || !matter) && (named || !is_plain_plural(p, lexicon, i))
}

/// Whether a word is one for a matter, or tells of one: in front of people of a trade it names nobody.
fn is_matter(word: &str) -> bool {
    // "Scientology officials" are those of a body.
    is_abstract(word) && !word.ends_with("logy") || word.ends_with("al")
}

/// "Win Quill, a member of the board": whether what follows tells who the bearer of a name is, whose first word is an everyday one.
fn is_introduced(p: &Paragraph, start: usize) -> bool {
    let title = |i: &usize| p.tokens.get(*i).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title);
    let end = (start..start + 5).find(|i| !title(i)).unwrap_or(start);
    let told = matches!(p.lower(end + 1), "a" | "an" | "the")
        || p.tokens.get(end + 1).is_some_and(|t| t.kind == TokenKind::Number);
    let acts = p.lower(start).ends_with("ed") || p.lower(start).ends_with("ing");
    end == start + 2 && p.is(end, ",") && told && !acts
}

/// "Chase Quill said": a verb's base form before a capital and the verb whose subject both are.
fn is_called(p: &Paragraph, i: usize, classes: Classes) -> bool {
    let other = Classes::NOUN
        .with(Classes::ROLE)
        .with(Classes::GROUP)
        .with(Classes::ORGANIZATION_NOUN)
        .with(Classes::ADJECTIVE);
    p.tokens[i].case == Case::Title
        && classes.has(Classes::VERB_BASE)
        && !classes.has_any(other)
        && p.is_one(i + 2, &TELLS)
}

/// A capitalised plural of a known noun at the start of a sentence ("Prosecutors", "Surveyors") is no name.
fn is_plain_plural(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    let word = p.lower(i);
    let known = lexicon.singular(word).is_some()
        || word.strip_suffix('s').is_some_and(|stem| stem.len() > 3 && lexicon.word(stem).has_any(COMMON));
    p.tokens[i].case == Case::Title && known
}
