//! A coarse part of speech for every token: just enough to find noun phrases beside a cue.
//!
//! No model: closed classes and lists decide, then endings, then the neighbour on the left. What stays open is a noun,
//! the commonest guess and the safest one, since noun phrases are what is looked for.

use super::known::Known;
use super::{CLOSED, COMMON, ORGANIZATION};
use crate::lexicon::{Classes, Forms, Lexicon, PhraseClass};
use crate::text::{Case, Paragraph, TokenKind, Words};

/// Adjectives that stand before names without being part of them: "Former Mayor Quill", "Federal judges".
const APART: Words = Words::new(
    "former late federal senior fellow acting local new old young top incoming outgoing veteran longtime other",
);

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
pub fn tags(p: &Paragraph, known: &Known, lexicon: &Lexicon) -> Vec<Tag> {
    let mut out: Vec<Tag> = Vec::with_capacity(p.tokens.len());
    for i in 0..p.tokens.len() {
        let tag = tag(p, known, lexicon, i, &out);
        out.push(tag);
    }
    out
}

fn tag(p: &Paragraph, known: &Known, lexicon: &Lexicon, i: usize, before: &[Tag]) -> Tag {
    let token = p.tokens[i];
    let word = p.lower(i);
    match token.kind {
        TokenKind::Quote if is_inside_name(p, i) => return Tag::Name,
        TokenKind::Quote => return Tag::Quote,
        TokenKind::Mark if word == "," => return Tag::Comma,
        TokenKind::Mark if const { Words::new("& % $ € £ @ #") }.contains(word) => return Tag::Noun,
        TokenKind::Mark => return Tag::Mark,
        TokenKind::Number => return Tag::Number,
        // "He’s": the ending of a pronoun is a verb.
        TokenKind::Possessive if matches!(before.last(), Some(Tag::Pronoun | Tag::Relative)) => return Tag::Auxiliary,
        TokenKind::Possessive => return Tag::Possessive,
        TokenKind::Word => {}
    }
    // The first word of a nickname.
    if before.last() == Some(&Tag::Name) && p.tokens[i - 1].kind == TokenKind::Quote {
        return Tag::Name;
    }
    // "Ada al-Quill".
    if before.last() == Some(&Tag::Name) && has_article(p.word(i)) {
        return Tag::Name;
    }
    let classes = known.classes(i);
    let starts = starts_segment(p, i);
    if token.case != Case::Lower && is_name(p, lexicon, i, starts, classes) {
        return Tag::Name;
    }
    closed_class(p, lexicon, i, classes, before).unwrap_or_else(|| open_class(p, lexicon, i, classes, before))
}

/// "al-Quill", "el-Quill": an Arabic surname with its article.
fn has_article(word: &str) -> bool {
    word.split_once('-').is_some_and(|(article, name)| {
        const { Words::new("al el ad an ar as ash at az ul") }.contains(article) && name.starts_with(char::is_uppercase)
    })
}

/// "Ada May said", "Mrs. May", "May has left": what is a month elsewhere, or a verb, and here a surname.
pub(super) fn is_may(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    if p.lower(i) != "may" || p.tokens[i].case != Case::Title {
        return false;
    }
    let before = i.checked_sub(1).filter(|&k| p.tokens[k].case == Case::Title || p.lower(k) == ".");
    let named = before.is_some_and(|k| lexicon.word(p.lower(k)).has_any(Classes::GIVEN_NAME.with(Classes::TITLE)));
    named || const { Words::new("said says told has had added wants") }.contains(p.lower(i + 1))
}

/// "Ada “The Net” Quill": a mark that quotes nothing, between two capitalised words.
fn is_inside_name(p: &Paragraph, i: usize) -> bool {
    let capital = |k: usize| p.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title);
    i > 0 && p.quotation_at(i).is_none() && capital(i - 1) && capital(i + 1) && !p.word(i).starts_with(['\'', '’'])
}

/// Whether token `i` begins a sentence or a quotation, so that its capital says nothing.
fn starts_segment(p: &Paragraph, i: usize) -> bool {
    i == 0
        || p.sentences.get(p.sentence_at(i)).is_some_and(|s| s.start == i)
        || (p.tokens[i - 1].kind == TokenKind::Quote && !p.tokens[i].spaced)
        || const { Words::new(": ( [ • * — –") }.contains(p.lower(i - 1))
}

fn is_name(p: &Paragraph, lexicon: &Lexicon, i: usize, starts: bool, classes: Classes) -> bool {
    let closed = classes.has_any(CLOSED);
    // "spokesman Worth Quill": behind a role a capital is one of a name.
    let named = || {
        let title = |k: usize| p.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title);
        let role = |k: usize| {
            p.tokens[k].case == Case::Lower && lexicon.word(p.lower(k)).has_any(Classes::ROLE.with(Classes::TITLE))
        };
        title(i) && title(i + 1) && i > 0 && role(i - 1)
    };
    if is_may(p, lexicon, i) || closed && named() {
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
    let common = classes.has_any(COMMON) || lexicon.reporting_verb(p.lower(i)).is_some() || p.lower(i).ends_with("ly");
    let named =
        classes.has_any(Classes::GIVEN_NAME) || classes.has_any(Classes::PLACE) || classes.has_any(ORGANIZATION);
    if next_is_capital {
        let adjective = classes.has_any(Classes::ADJECTIVE)
            && !APART.contains(p.lower(i))
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
                || is_introduced(p, i));
    }
    // "Agency officials": a body's noun before those who belong to it.
    let members = lexicon.word(p.lower(i + 1)).has_any(Classes::ROLE | Classes::GROUP | Classes::PLURAL);
    let body = classes.has_any(Classes::ORGANIZATION_NOUN) && members;
    !common && !body && (named || !is_plain_plural(p, lexicon, i))
}

/// "Win Quill, a member of the board": whether what follows tells who the bearer of a name is, whose first word is an everyday one.
fn is_introduced(p: &Paragraph, start: usize) -> bool {
    let title = |i: &usize| p.tokens.get(*i).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title);
    let end = (start..start + 5).find(|i| !title(i)).unwrap_or(start);
    let told = matches!(p.lower(end + 1), "a" | "an" | "the")
        || p.tokens.get(end + 1).is_some_and(|t| t.kind == TokenKind::Number);
    let acts = p.lower(start).ends_with("ed") || p.lower(start).ends_with("ing");
    end == start + 2 && p.lower(end) == "," && told && !acts
}

/// A capitalised plural of a known noun at the start of a sentence ("Prosecutors", "Surveyors") is no name.
fn is_plain_plural(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    let word = p.lower(i);
    let known = lexicon.singular(word).is_some()
        || word.strip_suffix('s').is_some_and(|stem| stem.len() > 3 && lexicon.word(stem).has_any(COMMON));
    p.tokens[i].case == Case::Title && known
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
            None | Some(Tag::Preposition | Tag::Mark | Tag::Quote) => Tag::Determiner,
            Some(Tag::Noun | Tag::Name) => Tag::Relative,
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
        // "many questions", "some critics"; but "some note that", "many say".
        _ if classes.has_any(Classes::DEMONSTRATIVE | Classes::QUANTIFIER) && next_is_nominal(p, lexicon, i) => {
            let next = p.lower(i + 1);
            // "another witness in": one of them never "witness".
            let one = const { Words::new("another this that each every either neither") }.contains(word);
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
    if classes.has_any(Classes::ADVERB)
        || (word.ends_with("ly") && word.len() > 4 && !classes.has_any(Classes::ADJECTIVE))
    {
        return Tag::Adverb;
    }
    if word.ends_with("ing") && (verb || word.len() > 6) && !classes.has_any(Classes::ADJECTIVE) {
        let compound = last == Some(Tag::Noun)
            && next_is_nominal(p, lexicon, i)
            && !lexicon.word(p.lower(i + 1)).has_any(Classes::GIVEN_NAME)
            && p.tokens[i + 1].case == Case::Lower;
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

/// "news release", "the press secretary", "AI models are": forms that can be noun or verb are verbs only where they agree
/// with what stands before them, and where no other verb follows at once.
fn is_noun_here(p: &Paragraph, lexicon: &Lexicon, i: usize, classes: Classes, before: &[Tag]) -> bool {
    let forms =
        |c: Classes| (c.has_any(Classes::VERB_BASE), c.has_any(Classes::VERB_THIRD), c.has_any(Classes::VERB_PAST));
    let (base, third, past) = forms(classes);
    if past || !(base || third) {
        return false;
    }
    let next = lexicon.word(p.lower(i + 1));
    let verb_follows = matches!(p.lower(i + 1), "said" | "told")
        || next.has_any(Classes::AUXILIARY | Classes::MODAL)
        || (next.has_any(Classes::VERB_PAST) && !next.has_any(Classes::VERB_BASE | Classes::ADJECTIVE));
    match before.last() {
        // "“It leaks,” harbour master Ada Quill wrote".
        Some(Tag::Quote)
            if base
                && p.tokens.get(i + 1).is_some_and(|t| t.case == Case::Lower)
                && next.has_any(Classes::ROLE.with(Classes::TITLE)) =>
        {
            true
        }
        // "Ada Quill, head of the yard".
        Some(Tag::Comma | Tag::Mark) if base && p.lower(i + 1) == "of" => {
            classes.has_any(Classes::ROLE.with(Classes::NOUN))
        }
        // "Finance Minister Ada Quill said", "Ada Quill, research fellow at the yard".
        None | Some(Tag::Comma | Tag::Mark)
            if base && next.has_any(Classes::ROLE.with(Classes::TITLE) | Classes::ORGANIZATION_NOUN) =>
        {
            let both = [p.lower(i), p.lower(i + 1)];
            let listed = |class| lexicon.longest(&both, class) == Some(2);
            classes.has_any(
                Classes::NOUN | Classes::ROLE | Classes::GROUP | Classes::ORGANIZATION_NOUN | Classes::ORG_HEAD,
            ) || listed(PhraseClass::Title)
                || listed(PhraseClass::Role)
        }
        Some(Tag::Verb) => true,
        // "a man who police said had fled".
        Some(Tag::Relative) => verb_follows,
        // "While press secretary Ada Quill said".
        Some(Tag::Subordinator) if base => next.has_any(Classes::ROLE.with(Classes::TITLE)),
        Some(Tag::Noun | Tag::Name) => {
            let plural = p.lower(i - 1).ends_with('s') && !p.lower(i - 1).ends_with("ss") && p.lower(i - 1) != "news"
                || lexicon.word(p.lower(i - 1)).has_any(Classes::PLURAL);
            let one = i > 1 && matches!(p.lower(i - 2), "a" | "an" | "one" | "another" | "this");
            verb_follows
                || (base && (!plural || one) && p.lower(i - 1) != "people" && p.lower(i - 1) != "police")
                || (third && plural && before.last() == Some(&Tag::Noun))
                // "according to official figures.": who figures that something is so says what.
                || (p.lower(i) == "figures" && !next_is_nominal(p, lexicon, i) && p.lower(i + 1) != "that")
        }
        // "prevention and control centre".
        Some(Tag::Coordinator) if base && i > 1 && before[i - 2] == Tag::Noun && next_is_nominal(p, lexicon, i) => {
            p.tokens[i + 1].case == Case::Lower
        }
        _ => verb_follows && third,
    }
}

fn next_is_nominal(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    p.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Word) && !lexicon.word(p.lower(i + 1)).has_any(CLOSED)
}
