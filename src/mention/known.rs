//! What the word lists know of a paragraph. It is looked up once and asked for often: cues, and nearly every kind of warning,
//! ask at every token.

use crate::lexicon::{Classes, Lexicon, PhraseClass};
use crate::text::Paragraph;

use super::Scan;

/// The words of the lists that stand in one paragraph, and the phrases.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Everything that each token can be.
    classes: Vec<Classes>,
    /// First token, class, number of tokens: by the first token, the longest first.
    phrases: Vec<(u32, PhraseClass, u32)>,
}

impl Known {
    /// Looks at every token of a paragraph.
    pub fn new(p: &Paragraph, lexicon: &Lexicon) -> Self {
        let words: Vec<&str> = (0..p.tokens.len()).map(|i| p.lower(i)).collect();
        let at =
            |i: usize| lexicon.phrases_at(&words[i..]).map(move |(class, length)| (i as u32, class, length as u32));
        Self {
            classes: words.iter().map(|word| lexicon.word(word)).collect(),
            phrases: (0..words.len()).flat_map(at).collect(),
        }
    }

    /// Everything that token `i` can be; nothing beyond the last one.
    pub fn classes(&self, i: usize) -> Classes {
        self.classes.get(i).copied().unwrap_or_default()
    }

    fn phrases_at(&self, i: usize) -> impl Iterator<Item = (PhraseClass, usize)> + use<'_> {
        let from = self.phrases.partition_point(|(first, ..)| (*first as usize) < i);
        let here = self.phrases[from..].iter().take_while(move |(first, ..)| *first as usize == i);
        here.map(|&(_, class, length)| (class, length as usize))
    }
}

impl<'a> Scan<'a> {
    /// Everything that token `i` can be; nothing beyond the last one. See [`Lexicon::word`].
    pub fn classes(&self, i: usize) -> Classes {
        self.known.classes(i)
    }

    /// Every phrase of the lists that begins at token `i`, the longest first: see [`Lexicon::phrases_at`].
    pub fn phrases_at(&self, i: usize) -> impl Iterator<Item = (PhraseClass, usize)> + use<'a> {
        self.known.phrases_at(i)
    }

    /// How many tokens the longest entry of one class covers at token `i`; single words count. See [`Lexicon::longest`].
    pub fn longest(&self, i: usize, class: PhraseClass) -> Option<usize> {
        let phrase = self.phrases_at(i).find(|&(of, _)| of == class).map(|(_, length)| length);
        phrase.or_else(|| self.classes(i).has_any(class.of_words()).then_some(1))
    }
}
