//! How many words of a statement stand in quotation marks.

use unicode_segmentation::UnicodeSegmentation;

use crate::report::{Attribution, AttributionKind};
use crate::text::{ByteSpan, Paragraph};

/// Looks at the paragraphs of one text, each at most once in a row.
pub(super) struct Quoted<'t> {
    text: &'t str,
    /// Where the last paragraph looked at lies, and the quotations in it.
    last: (ByteSpan, Vec<ByteSpan>),
}

impl<'t> Quoted<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, last: (ByteSpan::new(0, 0), Vec::new()) }
    }

    /// The content of a direct statement is quoted throughout; of a partly quoted clause what stands between its marks.
    pub(super) fn words(&mut self, statement: &Attribution) -> u32 {
        let spans = || statement.content.iter();
        match statement.kind {
            AttributionKind::Direct => spans().map(|span| count(span.of(self.text))).sum(),
            AttributionKind::Mixed => spans().map(|span| self.inside(*span)).sum(),
            AttributionKind::Indirect | AttributionKind::Attitude => 0,
        }
    }

    fn inside(&mut self, span: ByteSpan) -> u32 {
        let (start, text) = (span.start as usize, self.text);
        let Some((before, behind)) = text.split_at_checked(start) else { return 0 };
        let from = before.rfind('\n').map_or(0, |at| at + 1);
        let to = behind.find('\n').map_or(text.len(), |at| start + at);
        let paragraph = ByteSpan::new(from as u32, to as u32);
        if self.last.0 != paragraph {
            let quotations = Paragraph::new(paragraph.of(text)).quotations;
            self.last = (paragraph, quotations.into_iter().map(|q| q.content.shift(paragraph.start)).collect());
        }
        let common = |q: &ByteSpan| ByteSpan::new(q.start.max(span.start), q.end.min(span.end));
        self.last.1.iter().map(|q| count(common(q).of(text))).sum()
    }
}

fn count(text: &str) -> u32 {
    text.unicode_words().count() as u32
}
