//! Quotation marks of one paragraph, paired.
//!
//! News text loses marks, turns them the wrong way and lets a quotation run over paragraphs. So a mark's shape is taken
//! as a hint and its surroundings as the rule: a mark opens when it stands at the left border of a word, and closes when it
//! stands at the right border of one. What does not pair is reported as it is ([`Quotation::opened`],
//! [`Quotation::closed`]), never guessed away.

use std::ops::Range;

use super::span::ByteSpan;
use super::token::{Case, Token, TokenKind};

/// One quotation, or a part of one that runs over paragraphs or lost a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// What stands between the marks, without them.
    pub content: ByteSpan,
    /// The same with the marks.
    pub outer: ByteSpan,
    /// The tokens of `content`, as a half-open range of indexes.
    pub tokens: (usize, usize),
    /// Whether an opening mark was found. Where it was not, the content begins with the sentence of the closing mark.
    pub opened: bool,
    /// Whether a closing mark was found.
    pub closed: bool,
}

/// Which marks belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Double,
    Single,
}

/// A mark that could open or close.
#[derive(Debug, Clone, Copy)]
struct Mark {
    token: usize,
    style: Style,
    opens: bool,
    closes: bool,
}

/// The outermost quotations of a paragraph, in order, without overlap.
pub(super) fn quotations(text: &str, tokens: &[Token], sentences: &[Range<usize>]) -> Vec<Quotation> {
    let marks: Vec<Mark> = (0..tokens.len()).filter_map(|i| mark(text, tokens, i)).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < marks.len() {
        at = match marks[at].style {
            Style::Double => double(text, tokens, sentences, &marks, at, &mut out),
            Style::Single => single(text, tokens, &marks, at, &mut out),
        };
    }
    out.retain(|q| !is_nickname(text, tokens, q));
    out
}

/// "Ada “The Net” Quill": the marks stand inside a name, and quote nobody.
fn is_nickname(text: &str, tokens: &[Token], quotation: &Quotation) -> bool {
    let (start, end) = quotation.tokens;
    let capital = |i: usize| tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title);
    let given = start.checked_sub(2).is_some_and(|i| {
        let word = tokens[i].span.of(text);
        capital(i)
            && !matches!(word, "The" | "A" | "An" | "In" | "On" | "His" | "Her" | "Its" | "Their" | "This" | "And")
    });
    quotation.opened
        && quotation.closed
        && (1..4).contains(&(end - start))
        && given
        && (start..end).all(capital)
        && capital(end + 1)
        && tokens[end + 1].spaced
        && tokens[start - 1].spaced
}

/// Takes the double mark at `at` and whatever it opens; returns the next mark to look at.
fn double(
    text: &str,
    tokens: &[Token],
    sentences: &[Range<usize>],
    marks: &[Mark],
    at: usize,
    out: &mut Vec<Quotation>,
) -> usize {
    let open = marks[at];
    if !open.opens {
        // A closing mark with nothing open: the opening one was lost, or stands in a paragraph before.
        let from = out.last().map_or(0, |q: &Quotation| q.outer.end);
        let first = tokens.partition_point(|t| t.span.start < from);
        let sentence = sentences.iter().rev().find(|s| s.start <= open.token).map_or(first, |s| s.start.max(first));
        out.push(build(text, tokens, sentence, Some(open.token), false));
        return at + 1;
    }
    for (next, mark) in marks.iter().enumerate().skip(at + 1).filter(|(_, m)| m.style == Style::Double) {
        if mark.closes && !mark.opens {
            out.push(build(text, tokens, open.token + 1, Some(mark.token), true));
            return next + 1;
        }
        if mark.opens && !mark.closes {
            // Opened again before it was closed: the first part ends here, unclosed, and the second begins.
            let mut part = build(text, tokens, open.token + 1, None, true);
            cut(&mut part, text, tokens, mark.token);
            if part.content.is_empty() {
                return next;
            }
            out.push(part);
            return next;
        }
        if mark.closes {
            out.push(build(text, tokens, open.token + 1, Some(mark.token), true));
            return next + 1;
        }
    }
    out.push(build(text, tokens, open.token + 1, None, true));
    marks.len()
}

/// Takes the single mark at `at`; it opens a quotation only where one closes it in the same paragraph.
fn single(text: &str, tokens: &[Token], marks: &[Mark], at: usize, out: &mut Vec<Quotation>) -> usize {
    if !marks[at].opens {
        return at + 1;
    }
    let closers = || {
        marks
            .iter()
            .enumerate()
            .skip(at + 1)
            .take_while(|(_, m)| m.style == Style::Double || !m.opens)
            .filter(|(_, m)| m.style == Style::Single && m.closes)
    };
    // "the ships’ captains" closes nothing as long as a better mark follows: one behind a comma or a full stop.
    let behind_stop = |m: &Mark| m.token > 0 && tokens[m.token - 1].kind == TokenKind::Mark;
    let plural = |m: &Mark| m.token > 0 && tokens[m.token - 1].span.of(text).ends_with('s');
    let close = closers().find(|(_, m)| behind_stop(m) || !plural(m)).or_else(|| closers().next());
    match close {
        Some((next, mark)) => {
            out.push(build(text, tokens, marks[at].token + 1, Some(mark.token), true));
            next + 1
        }
        None => at + 1,
    }
}

/// The quotation from token `first` up to the closing token, or the paragraph's end.
fn build(text: &str, tokens: &[Token], first: usize, close: Option<usize>, opened: bool) -> Quotation {
    let last = close.unwrap_or(tokens.len());
    let start = if opened && first > 0 {
        tokens[first - 1].span.end
    } else {
        tokens.get(first).map_or(text.len() as u32, |t| t.span.start)
    };
    let end = close.map_or_else(|| text.trim_end().len() as u32, |c| tokens[c].span.start).max(start);
    let outer_start = if opened && first > 0 { tokens[first - 1].span.start } else { start };
    let outer_end = close.map_or(end, |c| tokens[c].span.end);
    Quotation {
        content: ByteSpan::new(start, end),
        outer: ByteSpan::new(outer_start, outer_end),
        tokens: (first, last.max(first)),
        opened,
        closed: close.is_some(),
    }
}

/// Ends an unclosed quotation before token `at`.
fn cut(part: &mut Quotation, text: &str, tokens: &[Token], at: usize) {
    let end = text[..tokens[at].span.start as usize].trim_end().len() as u32;
    part.content = ByteSpan::new(part.content.start, end.max(part.content.start));
    part.outer = ByteSpan::new(part.outer.start, part.content.end);
    part.tokens.1 = at.max(part.tokens.0);
}

/// Whether token `i` is a quotation mark, and what it can do where it stands.
fn mark(text: &str, tokens: &[Token], i: usize) -> Option<Mark> {
    let token = tokens[i];
    if token.kind != TokenKind::Quote {
        return None;
    }
    let mut glyphs = token.span.of(text).chars();
    let glyph = match (glyphs.next()?, glyphs.next()) {
        (_, Some(_)) => '"',
        (glyph, None) => glyph,
    };
    let before = text[..token.span.start as usize].chars().next_back();
    let after = text[token.span.end as usize..].chars().next();
    let left_border = before.is_none_or(|c| {
        c.is_whitespace() || matches!(c, '(' | '[' | '{' | '—' | '–' | '-' | '/' | '“' | '‘' | '"' | '\'' | '…' | ':')
    });
    let right_border = after.is_none_or(|c| c.is_whitespace() || !c.is_alphanumeric());
    let touches_left = before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '[' | '{'));
    let touches_right = after.is_some_and(|c| !c.is_whitespace() && !matches!(c, ')' | ']' | '}' | ',' | ';'));
    match glyph {
        '“' | '„' | '‟' | '«' => Some(Mark { token: i, style: Style::Double, opens: true, closes: false }),
        // Turned the wrong way round: "said: ”Well".
        '”' | '»' => {
            let opens = left_border && touches_right && before.is_none_or(char::is_whitespace);
            Some(Mark { token: i, style: Style::Double, opens, closes: !opens })
        }
        '"' | '＂' => {
            let (opens, closes) = (left_border && touches_right, touches_left && right_border);
            // Between two spaces, or inside a word: whatever fits the state.
            let either = opens == closes;
            Some(Mark { token: i, style: Style::Double, opens: opens || either, closes: closes || either })
        }
        '‘' | '‚' | '‛' | '`' => {
            let opens = left_border && touches_right;
            opens.then_some(Mark { token: i, style: Style::Single, opens: true, closes: false })
        }
        '’' | '\'' | '´' => {
            let opens = glyph == '\''
                && left_border
                && after.is_some_and(char::is_alphanumeric)
                && !is_elision(&text[token.span.end as usize..]);
            let closes = touches_left && right_border;
            (opens || closes).then_some(Mark { token: i, style: Style::Single, opens: opens && !closes, closes })
        }
        _ => None,
    }
}

/// "’90s", "’em": an apostrophe in front that opens nothing.
fn is_elision(rest: &str) -> bool {
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    word.starts_with(|c: char| c.is_ascii_digit())
        || matches!(word.as_str(), "em" | "tis" | "twas" | "cause" | "til" | "till" | "bout" | "n" | "round")
}

#[cfg(test)]
mod tests {
    use super::super::{sentence::sentences, token::tokens};
    use super::*;

    /// The quotations of `text`; `<` stands for a lost opening mark, `>` for a lost closing one.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let tokens = tokens(text);
        let found: Vec<String> = quotations(text, &tokens, &sentences(text, &tokens))
            .iter()
            .map(|q| {
                format!("{}{}{}", if q.opened { "" } else { "<" }, q.content.of(text), if q.closed { "" } else { ">" })
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn curly_and_straight_marks_pair() {
        check("“One,” she said. “Two.”", &["One,", "Two."]);
        check("\"One,\" she said. \"Two.\"", &["One,", "Two."]);
        check("He called it \"odd\" and (\"strange\").", &["odd", "strange"]);
        check("«Un», dit-elle", &["Un"]);
        check("''One,'' she said. ``Two.''", &["One,", "Two."]);
        check("''I say, 'One.''' she said", &["I say, 'One.'"]);
        check("''We'd say 'one,''' she said. '''Two' is odd.''", &["We'd say 'one,'", "'Two' is odd."]);
    }

    #[test]
    fn single_marks_are_told_from_apostrophes() {
        check("‘We won’t go,’ she said. ‘It’s late.’", &["We won’t go,", "It’s late."]);
        check("'We don't sell the ships' parts,' he said", &["We don't sell the ships' parts,"]);
        check("the workers’ rights and the ’90s", &[]);
        check("rock 'n' roll in the '90s", &[]);
    }

    #[test]
    fn nested_quotations_belong_to_the_outer_one() {
        check("“He said ‘go’ and left,” she said.", &["He said ‘go’ and left,"]);
    }

    #[test]
    fn a_nickname_is_no_quotation() {
        check("Ada “The Net” Quill left.", &[]);
        check("The “Star Boats” Club left. She saw “Marsh” Quill.", &["Star Boats", "Marsh"]);
    }

    #[test]
    fn what_does_not_pair_is_told() {
        check("“One. Two.", &["One. Two.>"]);
        check("she wrote it would fail.” Then “more” came.", &["<she wrote it would fail.", "more"]);
        check("“So fun. “A bunch,” he wrote.", &["So fun.>", "A bunch,"]);
        check("He said: ”Well then.”", &["Well then."]);
    }
}
