//! Hearsay finds **who says it** and **what nobody stands behind** in the text of a news article.
//!
//! ```
//! use hearsay::{Article, Options, analyze};
//! let article = Article::new("The harbour is safe, the mayor of Port Vell, Ada Quill, said on Monday.");
//! let report = analyze(&article, &Options::default());
//! let said = &report.attributions[0];
//! let speaker = &report.speakers[said.speaker.unwrap() as usize];
//! assert_eq!(speaker.name, "Ada Quill");
//! assert_eq!(speaker.role.as_deref(), Some("the mayor of Port Vell"));
//! ```
//!
//! The way of the data, and of this crate's modules: an [`Article`] is read paragraph by paragraph. [`text`] takes one apart into
//! tokens, sentences and quotations; [`lexicon`] knows the words; [`mention`] finds names, roles and pronouns; [`tagger`], a small
//! neural network, tells source, cue and content; [`attribution`] makes statements of them. Then the paragraphs are linked: whose
//! statements they are, and in [`warning`] which of them nobody stands behind. A [`Report`] comes out, of which [`summary`] counts
//! and [`export`] writes, both in the words of [`shown`]. Whatever knows a DOM stands before or after that, in `page`.
//!
//! [`analyze`] is total: it never fails and never panics, whatever the text.

pub mod article;
pub mod attribution;
mod english;
pub mod export;
mod json;
pub mod layout;
pub mod lexicon;
pub mod mention;
pub mod page;
#[cfg(feature = "cli")]
pub mod plain;
pub mod reader;
pub mod report;
pub mod shown;
#[cfg(feature = "cli")]
pub mod stream;
pub mod summary;
pub mod tagger;
mod tensors;
pub mod text;
pub mod warning;
#[cfg(not(target_arch = "wasm32"))]
pub mod wire;

pub use article::Article;
pub use reader::{HalfRead, Options, Reader};
pub use report::Report;

/// Takes the file of English, which an engine for browsers does not carry, and reads the model: once, before anything else.
///
/// # Errors
/// When it is not the file that `tools/engine/english.mjs` writes.
#[cfg(target_arch = "wasm32")]
pub fn furnish(file: Vec<u8>) -> Result<(), String> {
    english::take(file)?;
    tagger::Model::load().map_err(|error| format!("the file of English is damaged: {error}"))?;
    Ok(())
}

/// Makes a part of the lists ready, which the first article would wait for; whether another part is left. A page has its turn
/// between them.
#[cfg(target_arch = "wasm32")]
pub fn prepare() -> bool {
    lexicon::Lexicon::build_on()
}

/// Reads one article. Total: any text gives a report.
pub fn analyze(article: &Article, options: &Options) -> Report {
    Reader::new(*options).read(article)
}
