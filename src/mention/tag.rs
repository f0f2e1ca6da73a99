//! A coarse part of speech for every token: just enough to find noun phrases beside a cue.
//!
//! No model: closed classes and lists decide, then endings, then the neighbour on the left. What stays open is a noun,
//! the commonest guess and the safest one, since noun phrases are what is looked for.

use super::CLOSED;
use super::capital::{has_article, is_inside_name, is_name, starts_segment};
use super::known::Known;
use super::noun::{is_noun_here, next_is_nominal};
use crate::lexicon::{Classes, Forms, Lexicon};
use crate::text::{Case, Paragraph, TokenKind, Words};

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
    /// Whether such a word may stand between a subject and its verb, and belongs to the verb: "has", "never", "also".
    pub(crate) const fn helps(self) -> bool {
        matches!(self, Self::Auxiliary | Self::Adverb | Self::Negation)
    }

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
pub fn tags(p: &Paragraph, known: &Known, lexicon: &Lexicon) -> Vec<Tag> {
    let mut out: Vec<Tag> = Vec::with_capacity(p.tokens.len());
    for i in 0..p.tokens.len() {
        let tag = tag(p, known, lexicon, i, &out);
        out.push(tag);
    }
    part_insertions(p, lexicon, &mut out);
    relate_places(p, &mut out);
    out
}

/// "Neighbours in Vellport, where Quill grew up, said", "the yard where Vale works, said": a clause about the place, as with "which". "in
/// Vellport, where divers, who had come, said" has the cue for its verb.
fn relate_places(p: &Paragraph, tags: &mut [Tag]) {
    for i in 1..tags.len() {
        let place = i - usize::from(tags[i - 1] == Tag::Comma);
        if p.is(i, "where") && place > 0 && matches!(tags[place - 1], Tag::Noun | Tag::Name) {
            let clause =
                tags[i..].split(|tag| matches!(tag, Tag::Comma | Tag::Mark | Tag::Quote)).next().unwrap_or(&[]);
            let verb = clause.iter().any(|tag| matches!(tag, Tag::Verb | Tag::Auxiliary));
            if verb || matches!(clause, [.., Tag::Name, Tag::Noun]) {
                tags[i] = Tag::Relative;
            }
        }
    }
}

/// "Ada Quill – the harbour master – said": what dashes part from a name and its verb is parted as by commas.
fn part_insertions(p: &Paragraph, lexicon: &Lexicon, tags: &mut [Tag]) {
    let dash = |i: usize| p.is_one(i, &const { Words::new("– — -- -") });
    let mut open = None;
    for i in 1..tags.len() {
        if dash(i) && tags[i] == Tag::Mark {
            let spaced = |i: usize| p.tokens.get(i).is_some_and(|token| token.spaced);
            let says = tags.get(i + 1) == Some(&Tag::Verb) && lexicon.reporting_verb(p.lower(i + 1)).is_some();
            match open {
                Some(first) if says => {
                    tags[first] = Tag::Comma;
                    tags[i] = Tag::Comma;
                    open = None;
                }
                _ => open = (tags[i - 1] == Tag::Name && spaced(i) && spaced(i + 1)).then_some(i),
            }
        } else if matches!(tags[i], Tag::Mark | Tag::Quote) {
            open = None;
        }
    }
}

fn tag(p: &Paragraph, known: &Known, lexicon: &Lexicon, i: usize, before: &[Tag]) -> Tag {
    let token = p.tokens[i];
    let word = p.lower(i);
    match token.kind {
        TokenKind::Quote | TokenKind::Mark if is_inside_name(p, lexicon, i) => return Tag::Name,
        TokenKind::Quote => return Tag::Quote,
        TokenKind::Mark if word == "," => return Tag::Comma,
        TokenKind::Mark if const { Words::new("& % $ € £ @ # °") }.contains(word) => return Tag::Noun,
        // "Vellflix+".
        TokenKind::Mark if word == "+" && !token.spaced && before.last() == Some(&Tag::Name) => return Tag::Name,
        TokenKind::Mark => return Tag::Mark,
        TokenKind::Number => return Tag::Number,
        // "He’s": the ending of a pronoun is a verb.
        TokenKind::Possessive if matches!(before.last(), Some(Tag::Pronoun | Tag::Relative)) => return Tag::Auxiliary,
        TokenKind::Possessive => return Tag::Possessive,
        TokenKind::Word => {}
    }
    // The first word of a nickname.
    if before.last() == Some(&Tag::Name) && (p.tokens[i - 1].kind == TokenKind::Quote || p.is(i - 1, "(")) {
        return Tag::Name;
    }
    // "Ada al-Quill".
    if has_article(p.word(i)) {
        return Tag::Name;
    }
    // "28°C".
    if i > 0 && p.is(i - 1, "°") {
        return Tag::Noun;
    }
    let classes = known.classes(i);
    let starts = starts_segment(p, i);
    if token.case != Case::Lower && is_name(p, lexicon, i, starts, classes) {
        return Tag::Name;
    }
    closed_class(p, lexicon, i, classes, before).unwrap_or_else(|| open_class(p, lexicon, i, classes, before))
}

fn closed_class(p: &Paragraph, lexicon: &Lexicon, i: usize, classes: Classes, before: &[Tag]) -> Option<Tag> {
    let word = p.lower(i);
    let next_is_verb = || {
        let next = p.lower(i + 1);
        lexicon.word(next).has_any(Classes::VERB) || lexicon.reporting_verb(next).is_some()
    };
    Some(match word {
        "to" if next_is_verb() => Tag::To,
        // "That drew a rebuke from Ada Quill, who said so".
        "that" | "this" if is_pronoun_here(p, lexicon, i, before) => Tag::Pronoun,
        "that" => match before.last() {
            None | Some(Tag::Preposition | Tag::Mark | Tag::Quote) => Tag::Determiner,
            Some(Tag::Noun | Tag::Name) => Tag::Relative,
            _ => Tag::Subordinator,
        },
        "who" | "which" | "whom" | "whose" => Tag::Relative,
        // "Immediate past chairman Ada Quill".
        "past" if lexicon.word(p.lower(i + 1)).has(Classes::ROLE) && before.last() != Some(&Tag::Verb) => {
            Tag::Adjective
        }
        // "People who know her say".
        "her" if matches!(p.lower(i + 1), "say" | "said" | "says") && before.last() == Some(&Tag::Verb) => Tag::Pronoun,
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
        // "many questions", "some critics"; but "some note that", "many say".
        _ if classes.has_any(Classes::DEMONSTRATIVE | Classes::QUANTIFIER) && next_is_nominal(p, lexicon, i) => {
            let next = p.lower(i + 1);
            // "another witness in": one of them never "witness".
            let one = const { Words::new("another one this that each every either neither") }.contains(word);
            let finite = if one { Forms::PAST } else { Forms::BASE | Forms::PAST };
            let says = lexicon.reporting_verb(next).is_some_and(|v| v.forms.has_any(finite))
                && !next.ends_with("ed")
                && lexicon.word(p.lower(i + 2)).has_any(CLOSED);
            // "Another reportedly said".
            let says = says
                || next.ends_with("ly")
                    && lexicon.reporting_verb(p.lower(i + 2)).is_some_and(|v| v.forms.has_any(finite));
            if says { Tag::Pronoun } else { Tag::Determiner }
        }
        _ if classes.has_any(Classes::PRONOUN) => Tag::Pronoun,
        _ if classes.has_any(Classes::DETERMINER) => Tag::Determiner,
        _ if classes.has_any(Classes::NEGATION) => Tag::Negation,
        "doing" | "having" | "being" | "getting" => Tag::Gerund,
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
                | Tag::Participle
                | Tag::Preposition
                | Tag::Number
        )
    );
    // "Lumen 3 replied": the number ends a name.
    let in_phrase =
        in_phrase && !(last == Some(Tag::Number) && before.len() > 1 && before[before.len() - 2] == Tag::Name);
    // "the company’s recently named chair".
    let in_phrase = in_phrase
        || (last == Some(Tag::Adverb)
            && before.len() > 1
            && matches!(before[before.len() - 2], Tag::Determiner | Tag::PossessivePronoun | Tag::Possessive));
    let verb = classes.has_any(Classes::VERB) || lexicon.reporting_verb(word).is_some();
    // "Sources close to him", "Retired Adm. Ada Quill", "retired PE teacher Ada Quill", "Registered nurse Ada Quill".
    let titled = |&k: &usize| lexicon.word(p.lower(k)).has_any(Classes::ROLE.with(Classes::TITLE));
    let retired = || {
        let role = (i + 1..i + 4).find(titled);
        role.is_some_and(|role| (i + 1..role).all(|k| !lexicon.word(p.lower(k)).has_any(CLOSED)))
    };
    let person = || p.is_one(i + 2, &const { Words::new("her him them") });
    if word == "close" && p.is(i + 1, "to") && person() && last == Some(Tag::Noun)
        || const { Words::new("retired registered enrolled certified licensed") }.contains(word) && retired()
    {
        return Tag::Adjective;
    }
    if classes.has_any(Classes::ADVERB)
        || (word.ends_with("ly")
            && word.len() > 4
            && !classes.has_any(Classes::ADJECTIVE)
            && !(p.is(i, "family") && (in_phrase || last == Some(Tag::Name))))
    {
        return Tag::Adverb;
    }
    if word.ends_with("ing") && (verb || word.len() > 6) && !classes.has_any(Classes::ADJECTIVE) {
        let compound = last == Some(Tag::Noun)
            && next_is_nominal(p, lexicon, i)
            && !lexicon.word(p.lower(i + 1)).has_any(Classes::GIVEN_NAME)
            && p.tokens[i + 1].case == Case::Lower;
        // "Best-selling writer Ada Quill".
        let compound = compound || word.contains('-') && p.tokens[i].case == Case::Title;
        return if compound || in_phrase && !matches!(last, Some(Tag::Preposition)) { Tag::Noun } else { Tag::Gerund };
    }
    let past = word.ends_with("ed") && word.len() > 4;
    if verb || past {
        // "The 19-year-old said": a past that is nothing else.
        let finite = classes.has_any(Classes::VERB_PAST)
            && !past
            && !classes.has_any(Classes::VERB_BASE | Classes::NOUN | Classes::ADJECTIVE | Classes::VERB_PARTICIPLE);
        let finite = finite || word == "said" || word == "told";
        if finite && matches!(last, Some(Tag::Adjective | Tag::Number)) {
            return Tag::Verb;
        }
        if in_phrase || (past && last == Some(Tag::Verb)) {
            return if past {
                Tag::Participle
            } else if classes.has_any(Classes::ADJECTIVE) {
                Tag::Adjective
            } else {
                Tag::Noun
            };
        }
        if is_noun_here(p, lexicon, i, classes, before) {
            return Tag::Noun;
        }
        if classes.has_any(Classes::ADJECTIVE) && !past && next_is_nominal(p, lexicon, i) {
            return Tag::Adjective;
        }
        return Tag::Verb;
    }
    if classes.has_any(Classes::ADJECTIVE) { Tag::Adjective } else { Tag::Noun }
}

/// "That drew a rebuke", "This led to a strike": a verb and nothing else, with what it governs, makes a sentence's first word its subject.
fn is_pronoun_here(p: &Paragraph, lexicon: &Lexicon, i: usize, before: &[Tag]) -> bool {
    let verb = lexicon.word(p.lower(i + 1));
    let acts = (verb.has_any(Classes::VERB_PAST.with(Classes::VERB_THIRD)) || p.lower(i + 1).ends_with("ed"))
        && !verb.has_any(Classes::NOUN.with(Classes::ADJECTIVE))
        && !p.is(i + 1, "said");
    let governs = Classes::DETERMINER.with(Classes::PREPOSITION).with(Classes::PRONOUN);
    matches!(before.last(), None | Some(Tag::Mark)) && acts && lexicon.word(p.lower(i + 2)).has_any(governs)
}
