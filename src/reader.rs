//! Reading one article, again and again while it changes.

use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::attribution::{Linked, Placed, Reading, Statement, link};
use crate::lexicon::Lexicon;
use crate::report::{AttributionKind, Report};
use crate::text::{ByteSpan, language};
use crate::warning::{self, Groundwork};

/// Paragraphs are read together until they have so many bytes: the network has its tiles full, and memory stays small.
const TOGETHER: usize = 2000;

/// What a caller may choose.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {}

/// Reads an article and remembers its paragraphs, so that a later version of the same article costs only what is new.
///
/// A page keeps one reader: after a paragraph has arrived, been changed or gone, it hands the whole article in again.
/// Paragraphs that were read before are not read again; only the linking runs over all of them.
///
/// ```
/// use hearsay::{Article, Options, Reader};
/// let mut reader = Reader::new(Options::default());
/// reader.read(&Article::new("“The harbour is safe,” said Ada Quill."));
/// reader.read(&Article::new("“The harbour is safe,” said Ada Quill.\nShe left at noon."));
/// assert_eq!(reader.paragraphs_read(), 2);
/// ```
#[derive(Debug, Default)]
pub struct Reader {
    /// The paragraphs of the last version, by their text: what is known of one depends on nothing else.
    known: FxHashMap<String, Rc<Known>>,
    paragraphs_read: u64,
}

/// What one paragraph tells by itself.
#[derive(Debug)]
struct Known {
    reading: Reading,
    groundwork: Groundwork,
}

impl Known {
    fn new(reading: Reading, lexicon: &Lexicon) -> Self {
        let groundwork = Groundwork::new(&reading, lexicon);
        Self { reading, groundwork }
    }
}

impl Reader {
    /// A reader that has seen nothing.
    pub fn new(options: Options) -> Self {
        let Options {} = options;
        Self::default()
    }

    /// The report on the article as it stands now; the same as [`analyze`](crate::analyze) gives for it.
    pub fn read(&mut self, article: &Article) -> Report {
        self.link(article).report(article)
    }

    /// The first half of [`read`](Self::read), for a caller that must answer others between the two: who says what. The
    /// other is [`HalfRead::report`].
    pub fn link(&mut self, article: &Article) -> HalfRead {
        let language = article.language.clone().unwrap_or_else(|| language(&article.text).to_owned());
        if !is_english(&language) {
            self.known.clear();
            return HalfRead { language, readings: Vec::new(), linked: None };
        }
        let lexicon = Lexicon::english();
        let readings = self.readings(article, lexicon);
        let linked = Some(link(&placed(&readings), lexicon));
        HalfRead { language, readings, linked }
    }

    /// Reads ahead a few paragraphs of an article that is about to be handed to [`read`](Self::read), beginning with the one
    /// of this number: so many that they have `length` bytes, at least one. The number at which to go on; none where there are no more.
    /// So a caller that must answer others meanwhile can read a long article in small steps.
    pub fn read_ahead(&mut self, article: &Article, from: usize, length: usize) -> Option<usize> {
        if article.language.as_deref().is_some_and(|tag| !is_english(tag)) {
            return None;
        }
        let (mut texts, mut before) = (Vec::new(), 0);
        let mut paragraphs = article.paragraphs().skip(from);
        while (texts.is_empty() || before < length)
            && let Some((_, text)) = paragraphs.next()
        {
            texts.push(text);
            before += text.len();
        }
        self.learn(&texts, Lexicon::english());
        paragraphs.next().map(|_| from + texts.len())
    }

    /// Reads those of some paragraphs that are not known.
    fn learn(&mut self, texts: &[&str], lexicon: &Lexicon) {
        let (mut together, mut length) = (Vec::new(), 0);
        for &text in texts {
            if self.known.contains_key(text) || together.contains(&text) {
                continue;
            }
            together.push(text);
            length += text.len();
            if length >= TOGETHER {
                self.learn_together(&together, lexicon);
                (together, length) = (Vec::new(), 0);
            }
        }
        self.learn_together(&together, lexicon);
    }

    fn learn_together(&mut self, texts: &[&str], lexicon: &Lexicon) {
        self.paragraphs_read += texts.len() as u64;
        for (text, reading) in texts.iter().zip(Reading::all(texts, lexicon)) {
            self.known.insert((*text).to_owned(), Rc::new(Known::new(reading, lexicon)));
        }
    }

    /// What some of the paragraphs that were [read ahead](Self::read_ahead) quote word for word from somebody whom they name beside it:
    /// what can be shown before the whole article is read. The linking may still take one for something else than speech.
    pub fn quoted_ahead(&self, article: &Article, paragraphs: Range<usize>) -> Vec<ByteSpan> {
        let mut quoted = Vec::new();
        for (start, text) in article.paragraphs().skip(paragraphs.start).take(paragraphs.len()) {
            let Some(known) = self.known.get(text) else { continue };
            let reading = &known.reading;
            let named = |s: &&Statement| s.kind == AttributionKind::Direct && s.source.is_some();
            let spans = reading.statements.iter().filter(named).flat_map(|s| s.pieces(&reading.mentions.paragraph));
            quoted.extend(spans.map(|span| ByteSpan::new(start + span.start, start + span.end)));
        }
        quoted
    }

    /// How many paragraphs have been read so far, the remembered ones not counted again.
    pub const fn paragraphs_read(&self) -> u64 {
        self.paragraphs_read
    }

    /// The readings of all paragraphs with their first bytes. What the last version did not have is read; what this one
    /// no longer has is forgotten.
    fn readings(&mut self, article: &Article, lexicon: &Lexicon) -> Vec<(u32, Rc<Known>)> {
        let mut before = std::mem::take(&mut self.known);
        let texts: Vec<&str> = article.paragraphs().map(|(_, text)| text).collect();
        for &text in &texts {
            if let Some(known) = before.remove(text) {
                self.known.insert(text.to_owned(), known);
            }
        }
        self.learn(&texts, lexicon);
        article.paragraphs().map(|(start, text)| (start, Rc::clone(&self.known[text]))).collect()
    }
}

/// An article of which is known who says what, and not yet what nobody stands behind.
#[derive(Debug)]
pub struct HalfRead {
    language: String,
    readings: Vec<(u32, Rc<Known>)>,
    /// None where the article is in another language.
    linked: Option<Linked>,
}

impl HalfRead {
    /// The whole report on the same article.
    pub fn report(self, article: &Article) -> Report {
        let Self { language, readings, linked } = self;
        let Some(linked) = linked else { return Report { language, ..Report::default() } };
        let groundwork = readings.iter().map(|(_, known)| &known.groundwork);
        let paragraphs: Vec<_> = placed(&readings).into_iter().zip(groundwork).collect();
        let warnings = warning::find(article.title.as_deref(), &paragraphs, &linked, Lexicon::english());
        let mut report = Report { language, speakers: linked.speakers, attributions: linked.attributions, warnings };
        report.note_answers();
        report
    }
}

fn placed(readings: &[(u32, Rc<Known>)]) -> Vec<Placed<'_>> {
    readings.iter().map(|(start, known)| Placed { start: *start, reading: &known.reading }).collect()
}

/// Whether a BCP 47 tag means English; what could not be told is tried as English only where the text looked like it,
/// so `und` is not.
pub(crate) fn is_english(tag: &str) -> bool {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    primary.eq_ignore_ascii_case("en")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_ahead_is_not_read_again() {
        let article = Article::new("“It is safe,” said Ada Quill.\nThe quay is closed.\n\n“It is not,” she added.");
        let mut reader = Reader::new(Options::default());
        assert_eq!(reader.read_ahead(&article, 0, 0), Some(1));
        assert_eq!(reader.read_ahead(&article, 1, 30), None);
        assert_eq!(reader.read(&article), crate::analyze(&article, &Options::default()));
        assert_eq!(reader.paragraphs_read(), 3);
    }

    #[test]
    fn what_is_quoted_is_known_before_the_article_is() {
        let article =
            Article::new("It rained.\n“It is safe,” said Ada Quill. “We “checked”.”\n“No.”\n“It is not,” she added.");
        let mut reader = Reader::new(Options::default());
        reader.read_ahead(&article, 0, 70);
        let quoted = |from, to| -> Vec<&str> {
            reader.quoted_ahead(&article, from..to).into_iter().map(|span| span.of(&article.text)).collect()
        };
        assert_eq!(quoted(0, 2), ["It is safe,", "We “checked”."]);
        assert!(quoted(2, 4).is_empty(), "of the third nobody knows whose it is, the fourth is not read");
    }
}
