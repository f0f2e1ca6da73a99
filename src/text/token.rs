//! Tokens: words, numbers and marks, each with its lower-case form.
//!
//! Boundaries come from `unicode-segmentation` (UAX 29). On top of them news English wants three changes: a possessive
//! ending is its own token ("Meta|’s"), a hyphenated compound is one ("co-founder", "open-weight"), and so is an
//! abbreviation with its dots ("U.S.", "Sen.").

use unicode_segmentation::UnicodeSegmentation;

use super::abbreviation;
use super::span::ByteSpan;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, perhaps with digits, hyphens, apostrophes or an abbreviation's dots.
    Word,
    /// Begins with a digit.
    Number,
    /// A possessive ending: `’s`, or `’` after a plural.
    Possessive,
    /// A quotation mark or an apostrophe that stands alone.
    Quote,
    /// Any other mark.
    Mark,
}

/// How a word is capitalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// No capital at the beginning.
    Lower,
    /// A capital at the beginning.
    Title,
    /// Two or more letters, all capitals.
    Upper,
}

/// One token of a paragraph. Offsets count bytes of the paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: ByteSpan,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub case: Case,
    /// Whether white space, or the paragraph's border, stands before it.
    pub spaced: bool,
}

/// The characters that can open or close a quotation.
pub(super) const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '\'' | '‘' | '’' | '‚' | '‛' | '`' | '´' | '＂')
}

/// The tokens of one paragraph, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(text.len() / 5 + 1);
    let mut spaced = true;
    for (start, piece) in text.split_word_bound_indices() {
        if piece.trim_matches(|c: char| c.is_whitespace() || is_invisible(c)).is_empty() {
            spaced = true;
            continue;
        }
        let mut at = 0;
        if let Some(colon) = label_colon(piece) {
            push(text, &mut out, start as u32, &piece[..colon], spaced);
            push(text, &mut out, (start + colon) as u32, ":", false);
            (at, spaced) = (colon + 1, false);
        }
        push(text, &mut out, (start + at) as u32, &piece[at..], spaced);
        spaced = false;
    }
    out
}

/// "Quill:When it leaks": where the colon stands that UAX 29 takes for a part of one word.
fn label_colon(piece: &str) -> Option<usize> {
    let (label, words) = piece.split_once(':')?;
    let apart = label.chars().count() > 1 && words.starts_with(char::is_uppercase);
    (apart && label.chars().all(char::is_alphabetic)).then_some(label.len())
}

/// Zero-width characters, soft hyphens and directional controls: no token by themselves, and no letter of one.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

fn push(text: &str, out: &mut Vec<Token>, start: u32, piece: &str, spaced: bool) {
    let end = start + piece.len() as u32;
    let first = piece.chars().next().unwrap_or(' ');
    if !first.is_alphanumeric() {
        let quote = is_quote(first);
        if quote && doubles(text, out.last(), start, piece, spaced) {
            out.last_mut().expect("the mark that is doubled").span.end = end;
            return;
        }
        if !quote && joins_abbreviation(text, out, piece, spaced) {
            return;
        }
        let kind = if quote && is_plural_possessive(text, out, start, piece, spaced) {
            TokenKind::Possessive
        } else if quote {
            TokenKind::Quote
        } else {
            TokenKind::Mark
        };
        out.push(Token { span: ByteSpan::new(start, end), kind, case: Case::Lower, spaced });
        return;
    }
    // "V3’s": behind a digit UAX 29 does not.
    if matches!(piece, "s" | "S")
        && !spaced
        && let [.., before, mark] = out.as_mut_slice()
        && mark.kind == TokenKind::Quote
        && !mark.spaced
        && matches!(mark.span.of(text), "’" | "'")
        && before.kind != TokenKind::Quote
    {
        mark.kind = TokenKind::Possessive;
        mark.span = ByteSpan::new(mark.span.start, end);
        return;
    }
    // "Meta’s": UAX 29 keeps the ending with the word.
    let cut = possessive_start(piece);
    let word = &piece[..cut];
    if !word.is_empty() && !joins_hyphen(text, out, start + cut as u32, spaced) {
        let kind = if first.is_ascii_digit() { TokenKind::Number } else { TokenKind::Word };
        out.push(Token { span: ByteSpan::new(start, start + cut as u32), kind, case: case_of(word), spaced });
    }
    if cut < piece.len() {
        let span = ByteSpan::new(start + cut as u32, end);
        out.push(Token { span, kind: TokenKind::Possessive, case: Case::Lower, spaced: false });
    }
}

/// "''It leaks,'' she said": two single marks side by side are a double one. Of three that close, the last two.
fn doubles(text: &str, last: Option<&Token>, start: u32, piece: &str, spaced: bool) -> bool {
    let Some(last) = last.filter(|t| t.kind == TokenKind::Quote && t.span.of(text) == piece && !spaced) else {
        return false;
    };
    let touches = text[..last.span.start as usize].chars().next_back().is_some_and(|c| !c.is_whitespace());
    let third = text[start as usize + piece.len()..].starts_with(piece);
    matches!(piece, "'" | "’" | "`") && !(touches && third)
}

fn possessive_start(piece: &str) -> usize {
    let body = piece.strip_suffix(['s', 'S']).unwrap_or(piece);
    match body.strip_suffix(['’', '\'']) {
        Some(word) if body.len() < piece.len() => word.len(),
        _ => piece.len(),
    }
}

/// "workers’ rights": an apostrophe right after a plural s and before a space and a letter, unless a quotation could end.
fn is_plural_possessive(text: &str, out: &[Token], start: u32, piece: &str, spaced: bool) -> bool {
    let after = &text[start as usize + piece.len()..];
    !spaced
        && matches!(piece, "’" | "'")
        && out.last().is_some_and(|t| t.kind == TokenKind::Word && t.span.of(text).ends_with('s'))
        && after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
        && !text[..start as usize].contains(if piece == "’" { "‘" } else { " '" })
}

/// A dot right after an abbreviation belongs to it.
fn joins_abbreviation(text: &str, out: &mut [Token], piece: &str, spaced: bool) -> bool {
    let Some(last) = out.last_mut() else { return false };
    // "It reached 28°C."
    let degree = text[..last.span.start as usize].ends_with('°');
    if piece != "." || spaced || last.kind != TokenKind::Word || degree {
        return false;
    }
    let joins = abbreviation::takes_dot(last.span.of(text));
    if joins {
        last.span = ByteSpan::new(last.span.start, last.span.end + 1);
    }
    joins
}

/// `co` `-` `founder` becomes one token when the second word arrives.
fn joins_hyphen(text: &str, out: &mut Vec<Token>, end: u32, spaced: bool) -> bool {
    let [.., before, hyphen] = out.as_slice() else { return false };
    let fits = !spaced
        && !hyphen.spaced
        && matches!(hyphen.span.of(text), "-" | "‐" | "‑")
        && matches!(before.kind, TokenKind::Word | TokenKind::Number)
        && hyphen.span.start == before.span.end;
    if fits {
        out.pop();
        if let Some(word) = out.last_mut() {
            word.span = ByteSpan::new(word.span.start, end);
        }
    }
    fits
}

fn case_of(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match letters.next() {
        Some(c) if c.is_uppercase() => {
            let mut rest = letters.peekable();
            if rest.peek().is_some() && rest.all(char::is_uppercase) { Case::Upper } else { Case::Title }
        }
        _ => Case::Lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = tokens(text).iter().map(|t| t.span.of(text)).collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn words_marks_and_endings() {
        check("Quill’s co-founder said: “No.”", "Quill|’s|co-founder|said|:|“|No|.|”");
        check("the workers' rights", "the|workers|'|rights");
        check("since V3’s release", "since|V3|’s|release");
        check("Quill:When it leaks", "Quill|:|When|it|leaks");
        check("It costs $1,000, or 2.5%.", "It|costs|$|1,000|,|or|2.5|%|.");
    }

    #[test]
    fn abbreviations_keep_their_dots() {
        check("Sen. A. B. Quill of the U.S. left.", "Sen.|A.|B.|Quill|of|the|U.S.|left|.");
        check("He met Mr. Vale at 3 p.m. today", "He|met|Mr.|Vale|at|3|p.m.|today");
    }

    #[test]
    fn a_closing_mark_is_no_possessive() {
        let kinds = |text: &str| tokens(text).iter().filter(|t| t.kind == TokenKind::Possessive).count();
        assert_eq!(kinds("‘We saw the ships’ she said"), 0);
        assert_eq!(kinds("the ships’ captains"), 1);
    }

    #[test]
    fn case_tells_names_from_acronyms() {
        let case = |word| tokens(word)[0].case;
        assert_eq!(
            [case("Quill"), case("NATO"), case("quill"), case("A")],
            [Case::Title, Case::Upper, Case::Lower, Case::Title]
        );
    }
}
