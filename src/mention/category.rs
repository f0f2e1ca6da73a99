//! What a name seems to name, from its own words.

use std::ops::Range;

use super::same::is_suffix;
use super::{COMMON, ORGANIZATION};
use crate::lexicon::{Classes, Lexicon, Listed, PhraseClass};
use crate::text::{Case, Paragraph, TokenKind, Words};

/// What a name seems to name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Category {
    /// A human being.
    Person,
    /// A company, agency, court, newspaper, party, team.
    Organization,
    /// A country, state or town. It speaks only as a government or a team does.
    Place,
    /// A language model or another machine that utters words.
    AiModel,
    /// Not to be told from the name alone.
    Unknown,
}

/// A first guess from a name's words; `title` tells that a title or role stands before it.
pub(super) fn category(p: &Paragraph, lexicon: &Lexicon, tokens: &Range<usize>, title: bool) -> Category {
    // "Ada Quill MP", "Ada Quill OBE": letters behind a name are no part of it.
    let letters =
        tokens.len() > 2 && p.tokens[tokens.end - 1].case == Case::Upper && is_suffix(p.lower(tokens.end - 1));
    let tokens = &(tokens.start..tokens.end - usize::from(letters));
    let has = |class: Classes| tokens.clone().any(|i| lexicon.word(p.lower(i)).has(class));
    let first = lexicon.word(p.lower(tokens.start));
    let case = |i: usize| p.tokens[i].case;
    if is_model(p, lexicon, tokens) {
        return Category::AiModel;
    }
    if title && !has(ORGANIZATION) {
        return Category::Person;
    }
    let last = p.lower(tokens.end - 1).trim_end_matches('.');
    // "Kari Lake": behind a given name a surname.
    let surname = tokens.len() == 2 && matches!(last, "hills" | "lake" | "lane") && is_given(p, lexicon, tokens.start);
    let known = || lexicon.longest(&words(p, tokens), PhraseClass::Place) == Some(tokens.len());
    if tokens.len() > 1 && PLACES.contains(last) && (!surname || known()) {
        return Category::Place;
    }
    // "Port Vell", "Fort Quill".
    let port =
        tokens.len() == 2 && p.is_one(tokens.start, &const { Words::new("fort lake mount port") }) && !has(COMMON);
    if port && !is_head(p, lexicon, tokens.end - 1) {
        return Category::Place;
    }
    // "Vell Observatory for Human Rights".
    let of = (tokens.start + 1..tokens.end).find(|&i| matches!(p.lower(i), "for" | "of" | "on"));
    let body = of.is_some_and(|i| lexicon.word(p.lower(i - 1)).has(Classes::ORG_HEAD));
    if tokens.len() > 1 && THINGS.contains(last) && !body {
        return Category::Unknown;
    }
    // "Hong Kong", "San Antonio": places that begin like a person's name.
    if tokens.len() > 1 && !title && known() {
        return Category::Place;
    }
    if tokens.len() > 1
        && tokens.len() < 7
        && is_given(p, lexicon, tokens.start)
        && !ends_like_organization(p, lexicon, tokens)
    {
        return Category::Person;
    }
    if tokens.clone().any(|i| is_head(p, lexicon, i))
        || lexicon.longest(&words(p, tokens), PhraseClass::Organization) == Some(tokens.len())
        || (tokens.len() > 1 && p.is(tokens.end - 1, "ai"))
    {
        return Category::Organization;
    }
    if tokens.clone().all(|i| lexicon.word(p.lower(i)).has_any(Classes::PLACE)) || known() {
        return Category::Place;
    }
    // "Officials in the capital, Vellport, said": not "In the capital, Quill, who".
    let apposed = tokens.start > 1 && p.is(tokens.start - 1, ",") && p.is(tokens.end, ",");
    let first_word = p.sentences[p.sentence_at(tokens.start)].start;
    let inside = !p.is_one(first_word, &const { Words::new("across around at from in near") });
    let town = const { Words::new("capital city hamlet settlement suburb town village") };
    if apposed && inside && p.is_one(tokens.start - 2, &town) {
        return Category::Place;
    }
    if tokens.len() == 1 {
        let word = p.word(tokens.start);
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        if case(tokens.start) == Case::Upper && (2..=6).contains(&letters) {
            return Category::Organization;
        }
        return if first.has_any(Classes::GIVEN_NAME) && !first.has_any(Classes::PLACE) {
            Category::Person
        } else {
            Category::Unknown
        };
    }
    let plain = tokens.clone().all(|i| {
        case(i) == Case::Title && p.word(i).chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '’' | '\''))
    });
    // "J. Ada Quill", "Talyn A. Quill": an initial beside a given name or between two names.
    let initial = |i: usize| i < tokens.end && p.word(i).ends_with('.') && p.word(i).chars().count() == 2;
    let middle = initial(tokens.start + 1) && case(tokens.start) == Case::Title && case(tokens.end - 1) == Case::Title;
    let led = initial(tokens.start) && tokens.len() > 2 && is_given(p, lexicon, tokens.start + 1);
    if tokens.len() == 3 && (led || middle) && !has(COMMON) && !has(Classes::PLACE) {
        return Category::Person;
    }
    // "TJ Quill", "J. D. King": initials make a person of any surname.
    let initials = tokens.len() > 1
        && is_initials(p, tokens.start)
        && case(tokens.end - 1) == Case::Title
        && lexicon.word(p.lower(tokens.end - 1)).has_any(Classes::SURNAME.with(Classes::GIVEN_NAME));
    if initials {
        return Category::Person;
    }
    if plain
        && tokens.len() == 2
        && !has(COMMON)
        && !has(Classes::AI_NOUN)
        && !has(Classes::DEMONYM)
        && !has(Classes::PLACE)
    {
        Category::Person
    } else {
        Category::Unknown
    }
}

/// Last words of streets, waters and districts.
static PLACES: Listed = Listed::new("category-places");

/// Last words of laws, events, prizes, works and diseases, which are nobody.
static THINGS: Listed = Listed::new("category-things");

/// "TJ", "J.", "J.D.".
fn is_initials(p: &Paragraph, i: usize) -> bool {
    let word = p.word(i);
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    letters > 0 && letters < 4 && word.chars().all(|c| c.is_uppercase() || c == '.')
}

/// "DeepQuill’s Q7", "Quill Chat": a version behind its maker's name, or a name that says so itself.
fn is_model(p: &Paragraph, lexicon: &Lexicon, tokens: &Range<usize>) -> bool {
    let last = tokens.end - 1;
    let word = p.word(last);
    let version =
        word.len() <= 6 && word.starts_with(char::is_alphabetic) && word.contains(|c: char| c.is_ascii_digit());
    let behind_maker = tokens.len() == 1 && tokens.start > 0 && p.is(tokens.start - 1, "'s");
    // "Big Machine", "Quill Systems" are firms; these words are said of machines that talk, and of little else.
    let talks = |i: usize| p.is_one(i, &const { Words::new("chat chatbot bot gpt llm copilot assistant") });
    let says_so =
        tokens.clone().any(|i| talks(i) && lexicon.word(p.lower(i)).has_any(Classes::AI_NOUN) || p.is(i, "gpt"));
    let numbered =
        tokens.len() == 2 && p.tokens[last].kind == TokenKind::Number && p.tokens[tokens.start].case == Case::Title;
    (version && behind_maker)
        || numbered
        || (says_so && !lexicon.word(p.lower(tokens.start)).has_any(Classes::GIVEN_NAME))
}

fn ends_like_organization(p: &Paragraph, lexicon: &Lexicon, tokens: &Range<usize>) -> bool {
    // "Ada Hill", "Ada Marie Church": surnames that are also words for bodies.
    let middle = tokens.len() == 3 && (is_given(p, lexicon, tokens.start + 1) || is_initials(p, tokens.start + 1));
    let surname = (tokens.len() == 2 || middle)
        && p.is_one(
            tokens.end - 1,
            &const {
                Words::new("hill church park house hall court post bank field cross star king force west lodge school")
            },
        );
    // Behind a given name an acronym that is spelt like a word is a surname ("Ada Swift").
    let body = |i: usize| {
        let classes = lexicon.word(p.lower(i));
        classes.has_any(Classes::ORG_HEAD.with(Classes::ORG_SUFFIX))
            || (classes.has_any(ORGANIZATION) && (tokens.len() > 2 || p.tokens[i].case != Case::Title))
    };
    !surname && tokens.clone().skip(1).any(body)
}

/// Whether a word is a given name, or the first half of one ("Eva-Marie").
pub(super) fn is_given(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    let word = p.lower(i);
    lexicon.word(word.split('-').next().unwrap_or(word)).has_any(Classes::GIVEN_NAME)
}

/// Whether a word makes an organisation of a name, in singular or plural ("Centers for …").
pub(super) fn is_head(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    let word = p.lower(i);
    lexicon.word(word).has_any(ORGANIZATION)
        || word.strip_suffix('s').is_some_and(|stem| stem.len() > 4 && lexicon.word(stem).has_any(Classes::ORG_HEAD))
}

/// The lower-case words of a token range.
fn words<'a>(p: &'a Paragraph, tokens: &Range<usize>) -> Vec<&'a str> {
    tokens.clone().map(|i| p.lower(i)).collect()
}
