//! Whom one paragraph mentions, by itself. This depends on nothing outside the paragraph, so it can be kept while the
//! article around it changes.

use crate::lexicon::Lexicon;
use crate::text::{ByteSpan, Paragraph};

use super::Scan;
use super::known::Known;
use super::name::{Name, names};
use super::tag::{Tag, tags};

/// A paragraph with its names and their roles.
#[derive(Debug, Clone)]
pub struct Mentions {
    /// The paragraph, taken apart.
    pub paragraph: Paragraph,
    /// A coarse part of speech for each token.
    pub tags: Vec<Tag>,
    /// Its names.
    pub names: Vec<Name>,
    /// For each name the words beside it that say who its bearer is.
    pub roles: Vec<Option<ByteSpan>>,
    /// For each name without such words what else the article tells of its bearer: a deed, or whom they work for.
    pub backgrounds: Vec<Option<ByteSpan>>,
    /// What the word lists know of it.
    pub known: Known,
}

impl Mentions {
    /// Reads one paragraph.
    pub fn new(text: &str, lexicon: &Lexicon) -> Self {
        let paragraph = Paragraph::new(text);
        let known = Known::new(&paragraph, lexicon);
        let mut tags = tags(&paragraph, &known, lexicon);
        let names = names(&paragraph, &tags, lexicon);
        // "the Department for Boats, Food and Rural Affairs": a name's own commas part nothing.
        for i in names.iter().flat_map(|name| name.tokens.clone()) {
            if tags[i] == Tag::Comma {
                tags[i] = Tag::Name;
            }
        }
        let scan = Scan { p: &paragraph, tags: &tags, names: &names, known: &known, lexicon };
        let roles: Vec<_> = (0..names.len()).map(|n| scan.role(n)).collect();
        let backgrounds =
            (0..names.len()).map(|n| if roles[n].is_none() { scan.background(n) } else { None }).collect();
        Self { paragraph, tags, names, roles, backgrounds, known }
    }

    /// The view that the finders of phrases and statements work on.
    pub fn scan<'a>(&'a self, lexicon: &'a Lexicon) -> Scan<'a> {
        Scan { p: &self.paragraph, tags: &self.tags, names: &self.names, known: &self.known, lexicon }
    }
}
