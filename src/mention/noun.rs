//! Which forms that can be noun or verb are nouns.

use super::CLOSED;
use super::tag::Tag;
use crate::lexicon::{Classes, Lexicon, PhraseClass};
use crate::text::{Case, Paragraph, TokenKind, Words};

/// "news release", "the press secretary", "AI models are": forms that can be noun or verb are verbs only where they agree
/// with what stands before them, and where no other verb follows at once.
pub(super) fn is_noun_here(p: &Paragraph, lexicon: &Lexicon, i: usize, classes: Classes, before: &[Tag]) -> bool {
    let forms =
        |c: Classes| (c.has_any(Classes::VERB_BASE), c.has_any(Classes::VERB_THIRD), c.has_any(Classes::VERB_PAST));
    let (base, third, past) = forms(classes);
    if past || !(base || third) {
        return false;
    }
    let (word, next) = (p.lower(i), lexicon.word(p.lower(i + 1)));
    let verb_follows = matches!(p.lower(i + 1), "said" | "told" | "say")
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
        // "Harbour Board (HB) engineer Ada Quill", "“It leaks,” coach Quill said", "a claim that engineer Ada Quill denied".
        Some(Tag::Mark | Tag::Comma | Tag::Quote | Tag::Relative)
            if base
                && classes.has(Classes::ROLE)
                && is_title_case(p, i + 1)
                && (is_title_case(p, i + 2) || lexicon.reporting_verb(p.lower(i + 2)).is_some()) =>
        {
            true
        }
        // "Ada Quill, head of the yard", "Head of the yard Ada Quill".
        None | Some(Tag::Comma | Tag::Mark) if base && p.is(i + 1, "of") => {
            classes.has_any(Classes::ROLE.with(Classes::NOUN))
        }
        // "State media reported", "Police in Vellport said".
        None | Some(Tag::Mark | Tag::Quote | Tag::Comma)
            if matches!(p.lower(i), "police" | "state") && next_is_nominal(p, lexicon, i)
                || p.is(i, "police") && next.has_any(Classes::PREPOSITION) =>
        {
            true
        }
        // "Claims that it leaks have spread".
        None | Some(Tag::Mark | Tag::Quote) if third && p.is(i + 1, "that") && p.tokens[i].case == Case::Title => true,
        // "Finance Minister Ada Quill said", "Ada Quill, research fellow at the yard".
        None | Some(Tag::Comma | Tag::Mark)
            if base && next.has_any(Classes::ROLE.with(Classes::TITLE) | Classes::ORGANIZATION_NOUN) =>
        {
            let both = [p.lower(i), p.lower(i + 1)];
            let listed = |class| lexicon.longest(&both, class) == Some(2);
            // "Pop star Ada Quill", "Lead author Ada Quill".
            let named =
                p.tokens[i].case == Case::Title && is_title_case(p, i + 2) && p.tokens[i + 1].case == Case::Lower;
            named
                || classes.has_any(
                    Classes::NOUN | Classes::ROLE | Classes::GROUP | Classes::ORGANIZATION_NOUN | Classes::ORG_HEAD,
                )
                || listed(PhraseClass::Title)
                || listed(PhraseClass::Role)
        }
        Some(Tag::Verb) => true,
        // "While press secretary Ada Quill said", "a step that board president Ada Quill backs".
        Some(Tag::Relative | Tag::Subordinator)
            if base && !is_title_case(p, i + 1) && next.has_any(Classes::ROLE.with(Classes::TITLE)) =>
        {
            true
        }
        // "a man who police said had fled".
        Some(Tag::Relative) => verb_follows,
        Some(Tag::Noun | Tag::Name) => {
            let plural = p.lower(i - 1).ends_with('s') && !p.lower(i - 1).ends_with("ss") && p.lower(i - 1) != "news"
                || lexicon.word(p.lower(i - 1)).has_any(Classes::PLURAL);
            let one = i > 1 && p.is_one(i - 2, &const { Words::new("a an one another this") });
            // "a figure that critics say is low": what they say, and no noun.
            let (many, group) = (plural || p.is(i - 1, "police"), lexicon.word(p.lower(i - 1)).has(Classes::GROUP));
            let says = base && many && (word == "say" || plural && group && lexicon.reporting_verb(word).is_some());
            let says = says || word == "says";
            // "the pump, which Quill claims is safe".
            let phrase = |tag: &&Tag| tag.is_nominal();
            let opener = before.iter().rev().find(|tag| !phrase(tag));
            let says = says
                || third
                    && !plural
                    && opener == Some(&Tag::Relative)
                    && next.has_any(Classes::AUXILIARY | Classes::MODAL)
                    && lexicon.reporting_verb(word).is_some();
            verb_follows && !says
                // "Nimbus engineer Ada Quill".
                || base && before.last() == Some(&Tag::Name) && classes.has(Classes::ROLE) && is_title_case(p, i + 1)
                || (base && (!plural || one) && p.lower(i - 1) != "people" && p.lower(i - 1) != "police")
                || (third && plural && before.last() == Some(&Tag::Noun))
                // "according to official figures.": who figures that something is so says what.
                || (p.is(i, "figures") && !next_is_nominal(p, lexicon, i) && p.lower(i + 1) != "that")
        }
        // "prevention and control centre".
        Some(Tag::Coordinator) if base && i > 1 && before[i - 2] == Tag::Noun && next_is_nominal(p, lexicon, i) => {
            p.tokens[i + 1].case == Case::Lower
        }
        _ => verb_follows && (third || word == "police"),
    }
}

fn is_title_case(p: &Paragraph, i: usize) -> bool {
    p.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title)
}

/// Whether the next word can belong to a noun phrase.
pub(super) fn next_is_nominal(p: &Paragraph, lexicon: &Lexicon, i: usize) -> bool {
    p.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Word) && !lexicon.word(p.lower(i + 1)).has_any(CLOSED)
}
