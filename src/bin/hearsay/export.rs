//! `hearsay export`: one article's report as a file for others.

use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use hearsay::export::english::English;
use hearsay::export::{Document, Format, export};
use hearsay::{Article, Options, analyze};

use super::{Failure, article_text, create, is_dash, writing};

pub(super) const ABOUT: &str = "\
Writes who says what in one plain text file, and what nobody stands behind,
in a form for others:

  annotations  W3C Web Annotations as JSON-LD, each with a TextQuoteSelector
               and a TextPositionSelector (code points of the text)
  markdown     a report for people
  csv          a table after RFC 4180, one row a statement and one a warning

Counts and shares are of what is said. There is no score of the article, the
outlet or a person.

Examples:
  hearsay export --format markdown article.txt > report.md
  hearsay export --format annotations --source https://news.example/pier article.txt
  hearsay export --format csv --output table.csv article.txt";

#[derive(Args)]
pub(super) struct ExportFile {
    /// The article: UTF-8, one paragraph a line; `-`: standard input
    file: PathBuf,
    /// What to write
    #[arg(short, long, value_enum)]
    format: Form,
    /// The article's address, which annotations point to [default: the file's name]
    #[arg(short, long, value_name = "IRI")]
    source: Option<String>,
    /// The article's headline
    #[arg(short, long, value_name = "TEXT")]
    title: Option<String>,
    /// Write to this file; `-` and by default: standard output
    #[arg(short, long, value_name = "FILE", default_value = "-", hide_default_value = true)]
    output: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    /// W3C Web Annotations as JSON-LD
    Annotations,
    /// A report for people
    Markdown,
    /// A table
    Csv,
}

pub(super) fn run(args: &ExportFile) -> Result<std::process::ExitCode, Failure> {
    let text = article_text(&args.file)?;
    let article = Article { title: args.title.clone(), ..Article::new(text) };
    let report = analyze(&article, &Options::default());
    let (words, source) = (English::new(), args.source.clone().unwrap_or_else(|| relative(&args.file)));
    let document =
        Document { title: args.title.as_deref(), ..Document::alone(&article.text, &report, &source, &words) };
    let format = match args.format {
        Form::Annotations => Format::Annotations,
        Form::Markdown => Format::Markdown,
        Form::Csv => Format::Csv,
    };
    let mut output = create(&args.output, &args.file)?;
    let written = output.write_all(export(&document, format).as_bytes()).and_then(|()| output.flush());
    written.map_err(|error| writing(&args.output, &error))?;
    Ok(std::process::ExitCode::SUCCESS)
}

/// The file's name as a relative reference (RFC 3986); what stands for standard input is no name.
fn relative(file: &std::path::Path) -> String {
    let last = file.file_name().map(|last| last.to_string_lossy().into_owned());
    let Some(last) = last.filter(|last| !is_dash(file) && !last.is_empty()) else {
        return "article".into();
    };
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    last.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
