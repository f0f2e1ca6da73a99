//! Where words stand, in the two ways of the W3C's Web Annotation Data Model: by themselves with what is around them, and
//! by their place. Both count Unicode code points, as the model asks (sections 4.2.4 and 4.2.5).

use serde::Serialize;

use super::Target;
use crate::text::{ByteSpan, OffsetMap};

/// One way to find words again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type")]
pub enum Selector {
    /// By the words themselves.
    #[serde(rename = "TextQuoteSelector")]
    Quote {
        /// The words.
        exact: String,
        /// What stands before them.
        prefix: String,
        /// What stands behind them.
        suffix: String,
    },
    /// By their place.
    #[serde(rename = "TextPositionSelector")]
    Position {
        /// How many code points stand before them.
        start: u32,
        /// How many stand before their end.
        end: u32,
    },
}

/// So much is given of what stands around; other annotators give as much.
const CONTEXT: usize = 32;
/// Where the words stand in the text more than once, more is given, up to this.
const MOST_CONTEXT: usize = 1024;

/// Makes selectors into one text.
pub struct Selectors<'a> {
    article: &'a str,
    target: Target<'a>,
    map: OffsetMap<'a>,
}

impl<'a> Selectors<'a> {
    /// Into `target`, for spans of `article`.
    pub fn new(article: &'a str, target: Target<'a>) -> Self {
        Self { article, target, map: OffsetMap::new(target.text) }
    }

    /// Where a span of the article stands: the selectors of each piece. A piece that the target does not hold (text in a
    /// shadow tree) has the words alone, with their surroundings in the article.
    pub fn of(&self, span: ByteSpan) -> Vec<Vec<Selector>> {
        let pieces = (self.target.locate)(span);
        if pieces.is_empty() {
            return quote(self.article, span).into_iter().map(|quote| vec![quote]).collect();
        }
        let both = |piece: ByteSpan| {
            let place = self.map.to_chars(piece);
            Some(vec![quote(self.target.text, piece)?, Selector::Position { start: place.start, end: place.end }])
        };
        pieces.into_iter().filter_map(both).collect()
    }

    /// Where the spans begin and end in the target, in code points.
    pub fn extent(&self, spans: &[ByteSpan]) -> Option<(u32, u32)> {
        let all = spans.iter().flat_map(|span| (self.target.locate)(*span)).reduce(ByteSpan::join)?;
        let place = self.map.to_chars(all);
        Some((place.start, place.end))
    }
}

/// None for no words.
fn quote(text: &str, span: ByteSpan) -> Option<Selector> {
    let exact = span.of(text);
    if exact.is_empty() {
        return None;
    }
    let (before, behind) = (&text[..span.start as usize], &text[span.end as usize..]);
    let mut context = CONTEXT;
    loop {
        let prefix = &before[before.char_indices().rev().nth(context - 1).map_or(0, |(at, _)| at)..];
        let suffix = &behind[..behind.char_indices().nth(context).map_or(behind.len(), |(at, _)| at)];
        let whole = prefix.len() == before.len() && suffix.len() == behind.len();
        let start = before.len() - prefix.len();
        if whole || context >= MOST_CONTEXT || is_unique(text, &text[start..span.end as usize + suffix.len()], start) {
            return Some(Selector::Quote { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() });
        }
        context *= 2;
    }
}

/// Whether `needle`, which stands at `at`, stands nowhere else.
fn is_unique(text: &str, needle: &str, at: usize) -> bool {
    let next = at + text[at..].chars().next().map_or(1, char::len_utf8);
    text.find(needle) == Some(at) && !text[next..].contains(needle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Where a reader of the selectors finds the words: every place, in bytes.
    fn find(text: &str, selectors: &[Selector]) -> Vec<ByteSpan> {
        let Selector::Quote { exact, prefix, suffix } = &selectors[0] else { panic!("the first quotes") };
        let needle = format!("{prefix}{exact}{suffix}");
        let places = (0..=text.len()).filter(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(&needle)));
        let words = |at| ByteSpan::new((at + prefix.len()) as u32, (at + prefix.len() + exact.len()) as u32);
        places.map(words).collect()
    }

    #[track_caller]
    fn check(text: &str, span: ByteSpan) {
        let target = Target { text, locate: &|span| vec![span] };
        let pieces = Selectors::new(text, target).of(span);
        if span.is_empty() {
            assert_eq!(pieces, Vec::<Vec<Selector>>::new());
            return;
        }
        assert_eq!(find(text, &pieces[0]), [span], "the words, and no others");
        let Selector::Position { start, end } = pieces[0][1] else { panic!("the second gives the place") };
        let at_place: String = text.chars().skip(start as usize).take((end - start) as usize).collect();
        assert_eq!(at_place, span.of(text));
    }

    #[test]
    fn positions_count_code_points() {
        let text = "😀é “a”";
        let target = Target { text, locate: &|span| vec![span] };
        let at = text.find('a').unwrap_or(0) as u32;
        let position = Selectors::new(text, target).of(ByteSpan::new(at, at + 1))[0][1].clone();
        assert_eq!(position, Selector::Position { start: 4, end: 5 });
    }

    #[test]
    fn words_that_stand_often_get_more_around_them() {
        let text = format!("{} here {}", "no ".repeat(40), "no ".repeat(40));
        let at = text.find("no").unwrap_or(0) as u32 + 30;
        check(&text, ByteSpan::new(at, at + 2));
    }

    #[test]
    fn what_the_target_does_not_hold_is_quoted_without_a_place() {
        let target = Target { text: "another text", locate: &|_| Vec::new() };
        let pieces = Selectors::new("its words", target).of(ByteSpan::new(4, 9));
        let quote = Selector::Quote { exact: "words".into(), prefix: "its ".into(), suffix: String::new() };
        assert_eq!(pieces, [[quote]]);
    }

    proptest! {
        #[test]
        fn each_selector_finds_exactly_its_words(
            text in prop_oneof!["(\\PC|\n){0,200}", "[ab]{0,300}", "(no |é😀){0,60}"], a in 0usize..900, b in 0usize..900,
        ) {
            let borders: Vec<u32> = text.char_indices().map(|(i, _)| i as u32).chain([text.len() as u32]).collect();
            let (a, b) = (borders[a % borders.len()], borders[b % borders.len()]);
            check(&text, ByteSpan::new(a.min(b), a.max(b)));
        }
    }
}
