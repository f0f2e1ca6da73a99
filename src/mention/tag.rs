//! A coarse part of speech for every token: just enough to find noun phrases beside a cue.
//!
//! No model: closed classes and lists decide, then endings, then the neighbour on the left. What stays open is a noun,
//! the commonest guess and the safest one, since noun phrases are what is looked for.

use super::{CLOSED, COMMON, ORGANIZATION};
use crate::lexicon::{Classes, Forms, Lexicon};
use crate::text::{Case, Paragraph, TokenKind};

/// What a token is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tag {
    /// "the", "some", "many", "another".
    Determiner,
    /// "his", "their": begins a noun phrase.
    PossessivePronoun,
    /// "he", "they", "who" is [`Tag::Relative`].
    Pronoun,
    /// "’s", "’" behind a noun.
    Possessive,
    /// "of", "in", "with".
    Preposition,
    /// "because", "although", "while", "that" where it opens a clause.
    Subordinator,
    /// "and", "or", "but".
    Coordinator,
    /// "who", "which".
    Relative,
    /// "is", "has", "would", "did".
    Auxiliary,
    /// "not", "never".
    Negation,
    /// "also", "recently".
    Adverb,
    /// A verb that could be finite, reporting or not.
    Verb,
    /// An -ing form.
    Gerund,
    /// A form that is a participle only ("known", "taken"), or an -ed form in a noun phrase.
    Participle,
    /// "to" before a verb.
    To,
    /// A number.
    Number,
    /// An adjective.
    Adjective,
    /// A common noun, or anything else.
    Noun,
    /// A capitalised word that is taken for a name or a part of one.
    Name,
    /// A comma.
    Comma,
    /// A quotation mark.
    Quote,
    /// Any other mark.
    Mark,
}

impl Tag {
    /// Whether the token can stand inside a base noun phrase.
    pub const fn is_nominal(self) -> bool {
        matches!(
            self,
            Self::Determiner
                | Self::PossessivePronoun
                | Self::Possessive
                | Self::Number
                | Self::Adjective
                | Self::Noun
                | Self::Name
                | Self::Participle
        )
    }
}

/// The tags of all tokens of a paragraph.
pub fn tags(p: &Paragraph, lexicon: &Lexicon) -> Vec<Tag> {
    let mut out: Vec<Tag> = Vec::with_capacity(p.tokens.len());
    for i in 0..p.tokens.len() {
        let tag = tag(p, lexicon, i, &out);
        out.push(tag);
    }
    out
}

fn tag(p: &Paragraph, lexicon: &Lexicon, i: usize, before: &[Tag]) -> Tag {
    let token = p.tokens[i];
    let word = p.lower(i);
    match token.kind {
        TokenKind::Quote => return Tag::Quote,
        TokenKind::Mark if word == "," => return Tag::Comma,
        TokenKind::Mark if matches!(word, "&" | "%" | "$" | "€" | "£" | "@" | "#") => return Tag::Noun,
        TokenKind::Mark => return Tag::Mark,
        TokenKind::Number => return Tag::Number,
        // "He’s": the ending of a pronoun is a verb.
        TokenKind::Possessive if matches!(before.last(), Some(Tag::Pronoun | Tag::Relative)) => return Tag::Auxiliary,
        TokenKind::Possessive => return Tag::Possessive,
        TokenKind::Word => {}
    }
    let classes = lexicon.word(word);
    let starts = starts_segment(p, i);
    if token.case != Case::Lower && is_name(p, lexicon, i, starts, classes) {
        return Tag::Name;
    }
    closed_class(p, lexicon, i, classes, before).unwrap_or_else(|| open_class(p, lexicon, i, classes, before))
}

/// Whether token `i` begins a sentence or a quotation, so that its capital says nothing.
fn starts_segment(p: &Paragraph, i: usize) -> bool {
    i == 0
        || p.sentences.get(p.sentence_at(i)).is_some_and(|s| s.start == i)
        || p.tokens[i - 1].kind == TokenKind::Quote
        || matches!(p.lower(i - 1), ":" | "(" | "[" | "•" | "*" | "—" | "–")
}

fn is_name(p: &Paragraph, lexicon: &Lexicon, i: usize, starts: bool, classes: Classes) -> bool {
    let closed = classes.has_any(CLOSED);
    if p.word(i) == "I" || (closed && !(p.tokens[i].case == Case::Upper && !starts && p.word(i).len() > 1)) {
        return false;
    }
    // "According to …": a turn of speech begins here, no name.
    if starts
        && lexicon.phrase_at(&[p.lower(i), p.lower(i + 1), p.lower(i + 2), p.lower(i + 3)]).is_some_and(|(_, n)| n > 1)
    {
        return false;
    }
    if !starts {
        return true;
    }
    let next_is_capital = p.tokens.get(i + 1).is_some_and(|t| {
        t.kind == TokenKind::Word && t.case != Case::Lower && !lexicon.word(p.lower(i + 1)).has_any(CLOSED)
    });
    let common = classes.has_any(COMMON) || lexicon.reporting_verb(p.lower(i)).is_some() || p.lower(i).ends_with("ly");
    let named =
        classes.has_any(Classes::GIVEN_NAME) || classes.has_any(Classes::PLACE) || classes.has_any(ORGANIZATION);
    if next_is_capital {
        return !classes.has_any(Classes::ADVERB)
            && (named || !common || classes.has_any(Classes::TITLE) || classes.has_any(Classes::ROLE));
    }
    (named && !common) || (!common && !is_plain_plural(p, i))
}

/// A capitalised plural at the start of a sentence ("Prosecutors", "Surveyors") is a noun far more often than a name.
fn is_plain_plural(p: &Paragraph, i: usize) -> bool {
    let word = p.lower(i);
    p.tokens[i].case == Case::Title
        && word.len() > 5
        && word.ends_with('s')
        && !word.ends_with("ss")
        && p.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Word)
}

fn closed_class(p: &Paragraph, lexicon: &Lexicon, i: usize, classes: Classes, before: &[Tag]) -> Option<Tag> {
    let word = p.lower(i);
    let next_is_verb = || {
        let next = p.lower(i + 1);
        lexicon.word(next).has_any(Classes::VERB) || lexicon.reporting_verb(next).is_some()
    };
    Some(match word {
        "to" if next_is_verb() => Tag::To,
        "that" => match before.last() {
            Some(Tag::Preposition) => Tag::Determiner,
            Some(Tag::Noun | Tag::Name) => Tag::Relative,
            None | Some(Tag::Mark | Tag::Quote) => Tag::Determiner,
            _ => Tag::Subordinator,
        },
        "who" | "which" | "whom" | "whose" => Tag::Relative,
        "her" => {
            if p.tokens.get(i + 1).is_some_and(|t| matches!(t.kind, TokenKind::Word))
                && !lexicon.word(p.lower(i + 1)).has_any(CLOSED)
            {
                Tag::PossessivePronoun
            } else {
                Tag::Pronoun
            }
        }
        "his" | "its" | "their" | "my" | "our" | "your" => Tag::PossessivePronoun,
        _ if classes.has_any(Classes::PRONOUN) => Tag::Pronoun,
        _ if classes.has_any(Classes::DETERMINER) => Tag::Determiner,
        _ if classes.has_any(Classes::NEGATION) => Tag::Negation,
        _ if classes.has_any(Classes::AUXILIARY) || classes.has_any(Classes::MODAL) => Tag::Auxiliary,
        _ if classes.has_any(Classes::CONJUNCTION) => Tag::Coordinator,
        _ if classes.has_any(Classes::PREPOSITION) => Tag::Preposition,
        _ if classes.has_any(Classes::SUBORDINATOR) => Tag::Subordinator,
        _ => return None,
    })
}

fn open_class(p: &Paragraph, lexicon: &Lexicon, i: usize, classes: Classes, before: &[Tag]) -> Tag {
    let word = p.lower(i);
    let last = before.last().copied();
    // Behind these stands a noun phrase, never a finite verb.
    let in_phrase = matches!(
        last,
        Some(
            Tag::Determiner
                | Tag::PossessivePronoun
                | Tag::Possessive
                | Tag::Adjective
                | Tag::Preposition
                | Tag::Number
        )
    );
    let verb = classes.has_any(Classes::VERB) || lexicon.reporting_verb(word).is_some();
    if classes.has_any(Classes::ADVERB)
        || (word.ends_with("ly") && word.len() > 4 && !classes.has_any(Classes::ADJECTIVE))
    {
        return Tag::Adverb;
    }
    if word.ends_with("ing") && (verb || word.len() > 6) && !classes.has_any(Classes::ADJECTIVE) {
        return if in_phrase && !matches!(last, Some(Tag::Preposition)) { Tag::Noun } else { Tag::Gerund };
    }
    let past = word.ends_with("ed") && word.len() > 4;
    // "a Threads post": a bare form does not agree with the one noun before it.
    let bare = lexicon.reporting_verb(word).map_or_else(
        || classes.has_any(Classes::VERB_BASE) && !classes.has_any(Classes::VERB_PAST | Classes::VERB_THIRD),
        |v| v.forms == Forms::BASE,
    ) && matches!(last, Some(Tag::Name))
        && i > 1
        && matches!(before[i - 2], Tag::Determiner | Tag::PossessivePronoun | Tag::Possessive | Tag::Adjective);
    if verb || past {
        if in_phrase || bare {
            return if past {
                Tag::Participle
            } else if classes.has_any(Classes::ADJECTIVE) {
                Tag::Adjective
            } else {
                Tag::Noun
            };
        }
        if classes.has_any(Classes::ADJECTIVE) && !past && next_is_nominal(p, lexicon, i) {
            return Tag::Adjective;
        }
        return Tag::Verb;
    }
    if classes.has_any(Classes::ADJECTIVE) { Tag::Adjective } else { Tag::Noun }
}

fn next_is_nominal(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    p.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Word) && !lexicon.word(p.lower(i + 1)).has_any(CLOSED)
}
