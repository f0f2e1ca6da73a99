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

    /// The blocks, each with the byte offset at which it begins. Empty lines are passed over.
    pub fn paragraphs(&self) -> impl Iterator<Item = (u32, &str)> {
        let mut start = 0;
        self.text.split('\n').filter_map(move |line| {
            let at = start;
            start += line.len() as u32 + 1;
            (!line.trim().is_empty()).then_some((at, line))
        })
    }
}
