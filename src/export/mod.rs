//! A report as a file for others: W3C Web Annotations, a Markdown report, a table.
//!
//! All three say where the words stand in a [`Target`]: the article's own text on the command line, the text of the whole
//! page in a browser, so that whoever opens the page later finds them again.

pub mod annotations;
pub mod csv;
#[cfg(feature = "cli")]
pub mod english;
pub mod markdown;
pub mod selector;

use crate::report::Report;
use crate::shown::{Words, words};
use crate::text::ByteSpan;

/// What is exported.
#[derive(Clone, Copy)]
pub struct Document<'a> {
    /// What was found. Its spans count in `text`.
    pub report: &'a Report,
    /// The article's text.
    pub text: &'a str,
    /// The headline, where it is known.
    pub title: Option<&'a str>,
    /// An address of the article: absolute, or relative to wherever the export will lie.
    pub source: &'a str,
    /// Where others will look for the words.
    pub target: Target<'a>,
    /// The interface's texts.
    pub words: &'a dyn Words,
}

/// The text that others will look for the words in.
#[derive(Clone, Copy)]
pub struct Target<'a> {
    /// That text.
    pub text: &'a str,
    /// Where a span of the article lies in it: one span a piece; none where it does not lie in it at all.
    pub locate: &'a dyn Fn(ByteSpan) -> Vec<ByteSpan>,
}

/// What an export is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// W3C Web Annotations as JSON-LD.
    Annotations,
    /// A report for people, as Markdown (`CommonMark`).
    Markdown,
    /// A table after RFC 4180.
    Csv,
}

impl Format {
    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Annotations => "application/ld+json",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Csv => "text/csv;charset=utf-8",
        }
    }

    /// How the name of such a file ends.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Annotations => "jsonld",
            Self::Markdown => "md",
            Self::Csv => "csv",
        }
    }
}

/// The whole file.
pub fn export(document: &Document<'_>, format: Format) -> String {
    match format {
        Format::Annotations => annotations::annotations(document),
        Format::Markdown => markdown::markdown(document),
        Format::Csv => csv::csv(document),
    }
}

impl<'a> Document<'a> {
    /// An article that stands on its own: its words are looked for in its own text.
    pub fn alone(text: &'a str, report: &'a Report, source: &'a str, words: &'a dyn Words) -> Self {
        let target = Target { text, locate: &|span| vec![span] };
        Self { report, text, title: None, source, target, words }
    }

    fn words_of(&self, spans: &[ByteSpan]) -> String {
        words(self.text, spans)
    }
}

#[cfg(test)]
pub(crate) mod testing {
    use super::*;
    use crate::{Article, Options, analyze};

    /// Says the key and its arguments.
    pub(crate) struct Keys;

    impl Words for Keys {
        fn say(&self, key: &str, args: &[&str]) -> String {
            if args.is_empty() { key.into() } else { format!("{key}({})", args.join("; ")) }
        }
    }

    /// Every kind of statement, a warning with an answer, and letters of every length.
    pub(crate) const TEXT: &str = "“The boats 😀 are safe,” said Ada Quill, the mayor of Port Vell.\n\
        Some users claimed that the pier was rotten.\n\
        Quill denied these claims. She said the pier was “as sound as a bell” in March.\n\
        The Harbour Guild said in a report that twelve piles were replaced.";

    /// The report on a text that is declared to be English.
    pub(crate) fn report(text: &str) -> Report {
        let article = Article { language: Some("en".into()), ..Article::new(text) };
        analyze(&article, &Options::default())
    }
}
