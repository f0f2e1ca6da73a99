//! Where one sentence may end and the next begin, by the rules of UAX 29 ("Sentence Boundaries").
//!
//! `unicode-segmentation` has them too, with a table of every letter of every script, 11 KB of an engine with gzip. What a
//! letter is the standard library knows already; the marks stand here, but for those that only other scripts have.

/// What a character is to the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// CR, LF and other ends of paragraphs.
    Separator,
    /// White space within a line.
    Space,
    /// Belongs to the character before it.
    Joined,
    Lower,
    Upper,
    /// A letter without case.
    Letter,
    Digit,
    /// A full stop, which may be one of an abbreviation.
    Dot,
    /// Ends a sentence for sure.
    Stop,
    /// Goes on with a sentence.
    Comma,
    /// Quotation marks and brackets, opening ones too.
    Close,
    Other,
}

impl Class {
    fn of(c: char) -> Self {
        match c {
            'a'..='z' => Self::Lower,
            'A'..='Z' | 'ǅ' | 'ǈ' | 'ǋ' | 'ǲ' => Self::Upper,
            '0'..='9' | '０'..='９' | '𝟎'..='𝟿' => Self::Digit,
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Self::Separator,
            '.' | '․' | '﹒' | '．' => Self::Dot,
            '!' | '?' => Self::Stop,
            ',' | '-' | ':' | ';' | '\u{37e}' | '–' | '—' => Self::Comma,
            '"' | '\'' | '(' | ')' | '[' | ']' | '{' | '}' | '«' | '»' | '‘'..='‟' | '‹' | '›' => Self::Close,
            _ if c.is_whitespace() => Self::Space,
            _ if c.is_ascii() => Self::Other,
            _ if is_joined(c) => Self::Joined,
            _ if c.is_lowercase() => Self::Lower,
            _ if c.is_uppercase() => Self::Upper,
            _ if c.is_alphabetic() => Self::Letter,
            _ if STOPS.contains(c) => Self::Stop,
            _ if COMMAS.contains(c) => Self::Comma,
            _ if CLOSING.contains(c) => Self::Close,
            _ => Self::Other,
        }
    }
}

/// Marks that end a sentence beside those of English.
const STOPS: &str = "։؝؞؟۔‼‽⁇⁈⁉⸮⸼⹓⹔。︒︕︖﹖﹗！？｡";
/// Marks with which one goes on, likewise.
const COMMAS: &str = "՝،؍、︐︑︓︔︱︲﹐﹑﹔﹕﹘﹣，－：；､";
/// Brackets and quotation marks, likewise.
const CLOSING: &str = "⁅⁆⁽⁾₍₎⌈⌉⌊⌋\u{2329}\u{232a}❛❜❝❞❟❠❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦎⦏⦐⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽\
    ⸀⸁⸂⸃⸄⸅⸆⸇⸈⸉⸊⸋⸌⸍⸜⸝⸠⸡⸢⸣⸤⸥⸦⸧⸨⸩⹂⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛〝〞〟︗︘︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈﹙﹚﹛﹜﹝﹞\
    （）［］｛｝｟｠｢｣🙶🙷🙸";

/// Accents and other signs upon a character, joiners, and what only formats.
const fn is_joined(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{300}'..='\u{36f}'
            | '\u{483}'..='\u{489}'
            | '\u{61c}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206f}'
            | '\u{20d0}'..='\u{20f0}'
            | '\u{2cef}'..='\u{2cf1}'
            | '\u{2de0}'..='\u{2dff}'
            | '\u{302a}'..='\u{302f}'
            | '\u{3099}'
            | '\u{309a}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{fe20}'..='\u{fe2f}'
            | '\u{feff}'
            | '\u{ff9e}'
            | '\u{ff9f}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0001}'
            | '\u{e0020}'..='\u{e007f}'
            | '\u{e0100}'..='\u{e01ef}'
    )
}

/// What was read of the end of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct End {
    /// Whether a full stop made it, and no clearer mark.
    dot: bool,
    /// Whether a letter with case stood before that.
    word: bool,
    /// The class of the last character.
    last: Class,
}

/// The bytes at which a sentence may begin, but the first.
pub(super) fn borders(text: &str) -> Vec<usize> {
    let mut borders = Vec::new();
    let mut end: Option<End> = None;
    // What was before: nothing, which no rule asks for.
    let (mut before, mut carriage) = (Class::Other, false);
    for (at, c) in text.char_indices() {
        let class = Class::of(c);
        let ended = before == Class::Separator && !(carriage && c == '\n');
        if ended || end.is_some_and(|end| ends(end, class, &text[at..])) {
            borders.push(at);
        }
        // Not where a line begins with it: nothing is there to which it could belong.
        if class == Class::Joined && before != Class::Separator && at > 0 {
            continue;
        }
        end = match class {
            Class::Dot | Class::Stop => {
                let word = matches!(before, Class::Lower | Class::Upper);
                Some(End { dot: class == Class::Dot, word, last: class })
            }
            Class::Close => end.filter(|end| end.last != Class::Space),
            Class::Space => end,
            _ => None,
        }
        .map(|end| End { last: class, ..end });
        (before, carriage) = (class, c == '\r');
    }
    borders
}

/// Whether a sentence ends between its end and a character of this class, with which the rest begins.
fn ends(end: End, class: Class, rest: &str) -> bool {
    let directly = matches!(end.last, Class::Dot | Class::Stop);
    let within = match class {
        Class::Joined | Class::Comma | Class::Dot | Class::Stop | Class::Space | Class::Separator => true,
        // "3.5"; "U.S".
        Class::Digit => directly && end.dot,
        Class::Upper => directly && end.dot && end.word,
        Class::Close => end.last != Class::Space,
        Class::Lower | Class::Letter | Class::Other => false,
    };
    // "etc.) and so on": a lower-case word comes before anything else that would begin a sentence.
    let first = |class: &Class| {
        !matches!(class, Class::Space | Class::Joined | Class::Digit | Class::Comma | Class::Close | Class::Other)
    };
    let goes_on = || end.dot && rest.chars().map(Class::of).find(first) == Some(Class::Lower);
    !within && !goes_on()
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    #[track_caller]
    fn check(text: &str) {
        let expected: Vec<usize> = text.split_sentence_bound_indices().skip(1).map(|(at, _)| at).collect();
        assert_eq!(borders(text), expected, "{text:?}");
    }

    #[test]
    fn the_rules_are_those_of_the_standard() {
        // One of each class, in every order.
        let alphabet = ['\n', '\r', ' ', '\u{301}', 'a', 'A', '中', '7', '.', '?', ',', '”', '+'];
        for length in 0..=4 {
            for mut number in 0..alphabet.len().pow(length) {
                let text: String = (0..length)
                    .map(|_| {
                        let c = alphabet[number % alphabet.len()];
                        number /= alphabet.len();
                        c
                    })
                    .collect();
                check(&text);
            }
        }
    }

    #[test]
    fn characters_are_what_the_standard_says() {
        // Latin, Greek, Cyrillic and Armenian letters; signs and marks; Chinese and Japanese; what is wide or narrow; pictures.
        let known = ['\0'..='\u{590}', '\u{1d00}'..='\u{1f87}', '\u{2000}'..='\u{2cee}', '\u{2de0}'..='\u{a4fe}'];
        let more = ['\u{fe00}'..='\u{ffff}', '\u{1f000}'..='\u{1faff}', '\u{e0000}'..='\u{e0fff}'];
        for c in known.into_iter().chain(more).flatten() {
            check(&format!("a.{c}A a.{c}7 a.{c}a a. {c}A A{c}.B a?{c} A a.){c} {c} A a?{c}A"));
        }
    }

    #[test]
    fn a_long_row_of_spaces_is_gone_through_once() {
        let text = format!("It leaks. {}And so on.", " ".repeat(1_000_000));
        assert_eq!(borders(&text), [text.len() - "And so on.".len()]);
    }
}
