//! What goes in: the text of one article.

/// An article as the page, the command line or a test hands it over.
///
/// Paragraphs (and headings, list items, captions: every block) are separated by `\n`. Nothing else is expected of the
/// text: it may be empty, in any language, with unbalanced quotation marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// The headline, where it is known apart from the text.
    pub title: Option<String>,
    /// A BCP 47 tag, where the page or the caller declares one. Without it the text itself is looked at.
    pub language: Option<String>,
    /// All blocks, one a line.
    pub text: String,
}

impl Article {
    /// An article of this text, with nothing else known.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The blocks, each with the byte offset at which it begins. Empty lines are passed over, and a block that is longer
    /// than any paragraph comes in pieces.
    pub fn paragraphs(&self) -> impl Iterator<Item = (u32, &str)> {
        let mut start = 0;
        self.text
            .split('\n')
            .flat_map(move |line| {
                let at = start;
                start += line.len() as u32 + 1;
                pieces(line).map(move |(inside, piece)| (at + inside, piece))
            })
            .filter(|(_, piece)| !piece.trim().is_empty())
    }
}

/// The longest piece that is read as one, in bytes: some 2,700 words, a long article's all. What is looked for reaches to the
/// borders of a paragraph, so this keeps the time in proportion on a page whose text is one block of megabytes.
const LONGEST: usize = 16 * 1024;

/// A line with its offset in itself; a line longer than [`LONGEST`] cut behind a sentence, else behind a word, else anywhere.
fn pieces(line: &str) -> impl Iterator<Item = (u32, &str)> {
    let (mut start, mut rest) = (0, Some(line));
    std::iter::from_fn(move || {
        let whole = rest.take()?;
        let end = if whole.len() <= LONGEST { whole.len() } else { cut(whole) };
        let (piece, left) = whole.split_at(end);
        rest = (!left.is_empty()).then_some(left);
        let at = start;
        start += end as u32;
        Some((at, piece))
    })
}

/// Where a long line is cut: at most [`LONGEST`], on a character border, never at its beginning.
fn cut(line: &str) -> usize {
    let head = &line[..line.floor_char_boundary(LONGEST)];
    let spaces = || head.char_indices().rev().filter(|(_, c)| c.is_whitespace());
    let ends_sentence = |place: usize| head[..place].ends_with(['.', '?', '!', '”', '"', '’']);
    // A sentence that fills a quarter of this is none; its words are as good a border as any.
    let behind_sentence = spaces().take_while(|(at, _)| *at > LONGEST * 3 / 4).find(|(at, _)| ends_sentence(*at));
    let (at, space) = behind_sentence.or_else(|| spaces().next()).unwrap_or((head.len(), ' '));
    if at == 0 || at == head.len() { head.len() } else { at + space.len_utf8() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[usize]) {
        let article = Article::new(text);
        let mut lengths = Vec::new();
        for (start, piece) in article.paragraphs() {
            assert_eq!(article.text.get(start as usize..start as usize + piece.len()), Some(piece));
            lengths.push(piece.len());
        }
        assert_eq!(lengths, expected);
    }

    #[test]
    fn blocks_are_lines_without_the_empty_ones() {
        check("", &[]);
        check("one\n\n \ntwo é\n", &[3, 6]);
    }

    #[test]
    fn what_is_longer_than_any_paragraph_comes_in_pieces() {
        check(&"x".repeat(LONGEST), &[LONGEST]);
        check(&"x".repeat(LONGEST + 1), &[LONGEST, 1]);
        check(&"é".repeat(LONGEST / 2 + 1), &[LONGEST, 2]);
        check(&"word ".repeat(LONGEST / 4), &[LONGEST - 4, LONGEST / 4 - 1 + 5]);
        let sentence = "It holds, she said. ".repeat(LONGEST / 20 + 1) + "It does.";
        check(&sentence, &[LONGEST / 20 * 20, 28]);
    }
}
