//! Which statements of a paragraph stand in its article.

use rustc_hash::FxHashMap;

use crate::lexicon::{Lexicon, VerbClass};
use crate::mention::{Category, Chains, Head, Mentions, Scan, Source};
use crate::report::AttributionKind;
use crate::text::{Case, TokenKind};

use super::super::Statement;
use super::Placed;

/// Whether paragraphs begin with the names of their speakers, as in a transcript. A list of terms with their meanings
/// names each but once; whoever talks to somebody is back soon, or answers again and again what nobody is named for asking.
pub(super) fn is_transcript(paragraphs: &[Placed<'_>], chains: &Chains, lexicon: &Lexicon) -> bool {
    let mut turns: FxHashMap<&str, usize> = FxHashMap::default();
    let mut answers = 0;
    for (paragraph, placed) in paragraphs.iter().enumerate() {
        let mentions = &placed.reading.mentions;
        let scan = mentions.scan(lexicon);
        let turn = placed.reading.statements.iter().find(|s| s.is_turn(&scan));
        if let Some(source) = turn.and_then(|s| s.source.as_ref()) {
            let surname = mentions.paragraph.lower(source.phrase.core.end - 1);
            // "Pros:", "Quill:": of one word only the article tells whether somebody bears it.
            let person = match source.head {
                Head::Name(name) => chains.entities[chains.entity_of((paragraph, name))].category == Category::Person,
                _ => false,
            };
            answers += usize::from(person);
            if person || source.phrase.core.clone().all(|i| mentions.paragraph.tokens[i].case == Case::Upper) {
                *turns.entry(surname).or_default() += 1;
            }
        }
    }
    let several = turns.len() > 1 && turns.values().sum::<usize>() > 2 && turns.values().any(|&count| count > 1);
    several || answers > 2 && turns.len() == 1
}

/// "VALE: Well …" has two readings, as a turn and as what somebody reports behind a colon: whether this is of the one that the
/// article does not bear out. `turns`: the paragraph is one of a transcript; `heads`: it is the article's first.
pub(super) fn is_other_reading(
    statement: &Statement,
    all: &[Statement],
    scan: &Scan<'_>,
    turns: bool,
    heads: bool,
) -> bool {
    // In a transcript the turn is the statement, and a quotation mark around it quotes nothing else; elsewhere the words
    // before the colon are a heading.
    let loose = statement.cue.is_none() && statement.source.is_none();
    if statement.is_turn(scan) != turns && (statement.is_turn(scan) || loose) {
        return true;
    }
    // "Vellmark: Boats must be registered" in a list of places.
    let place = |s: &Source| scan.is_place(s) && !heads;
    // "Q: Does it leak?": nobody is called so.
    let letter = |s: &Source| matches!(scan.p.lower(s.phrase.tokens.end - 1), "q" | "a");
    if statement.is_label(scan) && statement.source.as_ref().is_some_and(|s| place(s) || letter(s)) {
        return true;
    }
    // In a headline whoever stands before the colon says what follows, if it is a sentence.
    let told = || heads && statement.is_told(scan);
    statement.is_label(scan) && (turns || all.iter().any(|s| s.is_clear_turn(scan)) && !told())
}

/// "He said, “One,” the office said": of two who have the same words the nearer one, whose cue stands before them, says them.
pub(super) fn is_outer(statement: &Statement, all: &[Statement]) -> bool {
    let ahead = |s: &Statement| {
        s.cue.as_ref().zip(s.content.first()).is_some_and(|(cue, content)| cue.tokens.start < content.start)
    };
    statement.kind == AttributionKind::Direct
        && statement.cue.is_some()
        && !ahead(statement)
        && !statement.quotations.is_empty()
        && all.iter().any(|other| {
            other.kind == AttributionKind::Direct && other.quotations == statement.quotations && ahead(other)
        })
}

/// "TV shows like “Boat Wars”": the title of a work beside a word that looks like a cue.
pub(super) fn is_work(statement: &Statement, scan: &Scan<'_>) -> bool {
    let shows = statement.cue.as_ref().is_some_and(|c| matches!(c.act.class(), VerbClass::Show));
    let inside = || statement.quotations.iter().map(|&q| scan.p.quotations[q].tokens);
    statement.kind == AttributionKind::Direct
        && shows
        && inside().all(|(start, end)| {
            (start..end).all(|i| scan.p.tokens[i].kind != TokenKind::Word || scan.p.tokens[i].case == Case::Title)
        })
}

/// Whether a statement has neither cue nor source and is no utterance: it stands only as the repetition of another.
pub(super) fn is_echo(mentions: &Mentions, statement: &Statement, lexicon: &Lexicon) -> bool {
    // "has been dubbed “the slow lane”": a name that nobody gave.
    let nameless = statement.cue.as_ref().is_none_or(|c| c.act.class() == VerbClass::Naming);
    nameless
        && statement.kind == AttributionKind::Direct
        && statement.source.is_none()
        && !statement.quotations.is_empty()
        && statement.quotations.iter().all(|&q| !mentions.scan(lexicon).is_utterance(q))
}
