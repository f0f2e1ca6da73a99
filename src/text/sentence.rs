//! Sentences, as ranges of tokens.
//!
//! UAX 29 sentence borders from `unicode-segmentation`, then three repairs that news text wants: no border behind a title
//! or an initial ("Sen. Quill"), none before a lower-case word ("“Why?” she asked"), none inside brackets' closing marks.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::abbreviation;
use super::token::{Case, Token, TokenKind};

/// The longest sentence, in tokens; what goes on without an end is cut there. News sentences have a tenth of it, and
/// whoever looks from a word to the borders of its sentence must come there soon in a text without full stops, too.
const LONGEST: usize = 400;

/// The sentences of a paragraph as ranges of `tokens`, which must be the paragraph's. They cover every token.
pub(super) fn sentences(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut begin = 0;
    for (offset, _) in text.split_sentence_bound_indices().skip(1) {
        let at = tokens.partition_point(|t| (t.span.start as usize) < offset);
        if at > begin && at < tokens.len() && is_border(text, tokens, at) {
            out.extend(pieces(begin..at));
            begin = at;
        }
    }
    if begin < tokens.len() {
        out.extend(pieces(begin..tokens.len()));
    }
    out
}

/// A sentence in pieces of at most [`LONGEST`] tokens.
fn pieces(sentence: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let end = sentence.end;
    sentence.step_by(LONGEST).map(move |start| start..end.min(start + LONGEST))
}

/// Whether a sentence may end before token `at`.
fn is_border(text: &str, tokens: &[Token], at: usize) -> bool {
    let (before, after) = (&tokens[at - 1], &tokens[at]);
    if before.kind == TokenKind::Word && abbreviation::wants_more(before.span.of(text)) {
        return false;
    }
    // "(D-N.Y.), the leader": what closes belongs to what was opened.
    if after.kind == TokenKind::Mark && matches!(after.span.of(text), ")" | "]" | "," | ";") {
        return false;
    }
    let next_word = tokens[at..].iter().find(|t| !matches!(t.kind, TokenKind::Quote | TokenKind::Mark));
    if next_word.is_some_and(|next| abbreviation::may_go_on(before.span.of(text), next.span.of(text))) {
        return false;
    }
    // "“Why?” she asked": a lower-case word goes on, unless a new quotation opens before it.
    let goes_on = next_word.is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower);
    !(goes_on && after.kind == TokenKind::Word)
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let tokens = tokens(text);
        let found: Vec<&str> = sentences(text, &tokens)
            .into_iter()
            .map(|s| &text[tokens[s.start].span.start as usize..tokens[s.end - 1].span.end as usize])
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        check("One. Two! Three?", &["One.", "Two!", "Three?"]);
        check(
            "Sen. A. Quill of the U.S. Senate left. She was late.",
            &["Sen. A. Quill of the U.S. Senate left.", "She was late."],
        );
        check("“Why?” she asked. “Because,” he said.", &["“Why?” she asked.", "“Because,” he said."]);
        check(
            "Rep. Ada Quill (D-N.Y.), a leader, left. She rowed.",
            &["Rep. Ada Quill (D-N.Y.), a leader, left.", "She rowed."],
        );
        check("\"Go now.\" He went.", &["\"Go now.\"", "He went."]);
        check("It left at 9:42 p.m. The council votes.", &["It left at 9:42 p.m.", "The council votes."]);
        check("It left at 3 a.m. Mayor Ada Quill slept.", &["It left at 3 a.m.", "Mayor Ada Quill slept."]);
    }

    #[test]
    fn what_never_ends_is_cut() {
        let text = "and so on ".repeat(LONGEST);
        let lengths: Vec<usize> = sentences(&text, &tokens(&text)).into_iter().map(|s| s.len()).collect();
        assert_eq!(lengths, [LONGEST; 3]);
    }

    #[test]
    fn nothing_gives_nothing() {
        check("", &[]);
        check("  ", &[]);
    }
}
