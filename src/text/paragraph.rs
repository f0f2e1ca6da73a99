//! One paragraph, taken apart.

use std::ops::Range;

use super::quote::{Quotation, quotations};
use super::sentence::sentences;
use super::span::ByteSpan;
use super::token::{Token, TokenKind, is_invisible, tokens};
use super::words::Words;

/// A paragraph with its tokens, sentences and quotations. All offsets count bytes of the paragraph itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    text: String,
    /// Lower-case forms of all tokens, one behind the other, with straight apostrophes.
    lower: String,
    /// Where each token's lower-case form ends in `lower`.
    lower_ends: Vec<u32>,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Its sentences, as ranges of tokens.
    pub sentences: Vec<Range<usize>>,
    /// Its outermost quotations.
    pub quotations: Vec<Quotation>,
    /// For each token the quotation that it stands in (marks included), as an index.
    quotation_of: Vec<Option<u32>>,
}

impl Paragraph {
    /// Takes `text` apart.
    pub fn new(text: &str) -> Self {
        let tokens = tokens(text);
        let sentences = sentences(text, &tokens);
        let quotations = quotations(text, &tokens, &sentences);
        let (mut lower, mut lower_ends) = (String::with_capacity(text.len()), Vec::with_capacity(tokens.len()));
        for token in &tokens {
            // "''It leaks,''": a doubled mark is the straight one.
            if token.kind == TokenKind::Quote && token.span.of(text).chars().nth(1).is_some() {
                lower.push('"');
                lower_ends.push(lower.len() as u32);
                continue;
            }
            let seen = token.span.of(text).chars().filter(|c| !is_invisible(*c));
            lower.extend(seen.flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }));
            lower_ends.push(lower.len() as u32);
        }
        let mut quotation_of = vec![None; tokens.len()];
        // Where the opening mark was lost nobody knows where the quotation began, so only its closing mark is inside.
        for (index, quotation) in quotations.iter().enumerate().filter(|(_, q)| q.opened) {
            let first = tokens.partition_point(|t| t.span.start < quotation.outer.start);
            let last = tokens.partition_point(|t| t.span.start < quotation.outer.end);
            quotation_of[first..last.max(first)].fill(Some(index as u32));
        }
        Self { text: text.to_owned(), lower, lower_ends, tokens, sentences, quotations, quotation_of }
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words of token `i` as they stand; empty beyond the last one.
    pub fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.span.of(&self.text))
    }

    /// The lower-case form of token `i`, with straight apostrophes and without what nobody sees; empty beyond the last one.
    pub fn lower(&self, i: usize) -> &str {
        let Some(&end) = self.lower_ends.get(i) else { return "" };
        let start = if i == 0 { 0 } else { self.lower_ends[i - 1] };
        &self.lower[start as usize..end as usize]
    }

    /// Whether token `i` is this word, in lower case. A call, where a browser waits for the engine: the comparison stands in many hundred
    /// places.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn is(&self, i: usize, word: &str) -> bool {
        self.lower(i) == word
    }

    /// Whether token `i` is one of these words.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn is_one(&self, i: usize, words: &Words) -> bool {
        words.contains(self.lower(i))
    }

    /// The span from the first to the last token of a range; empty for an empty range.
    pub fn span(&self, range: &Range<usize>) -> ByteSpan {
        match (self.tokens.get(range.start), range.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if range.start < range.end => ByteSpan::new(first.span.start, last.span.end),
            _ => ByteSpan::new(0, 0),
        }
    }

    /// The quotation in which token `i` stands, its marks included.
    pub fn quotation_at(&self, i: usize) -> Option<usize> {
        self.quotation_of.get(i).copied().flatten().map(|q| q as usize)
    }

    /// The sentence in which token `i` stands, as an index.
    pub fn sentence_at(&self, i: usize) -> usize {
        self.sentences.partition_point(|s| s.end <= i).min(self.sentences.len().saturating_sub(1))
    }

    /// The tokens of the sentence in which token `i` stands; itself alone where there is none.
    pub fn sentence_around(&self, i: usize) -> Range<usize> {
        self.sentences.get(self.sentence_at(i)).cloned().unwrap_or(i..i + 1)
    }

    /// Whether token `i` is the first of a sentence.
    pub fn begins_sentence(&self, i: usize) -> bool {
        self.sentences.binary_search_by_key(&i, |s| s.start).is_ok()
    }

    /// The first token that begins at or behind `byte`.
    pub fn token_at(&self, byte: u32) -> usize {
        self.tokens.partition_point(|t| t.span.start < byte)
    }
}
