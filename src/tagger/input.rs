//! What the network is told of a token: its word, the beginning and the end of it, and a set of features.
//!
//! The features come from what is known before the network runs: the word lists, the coarse part of speech, the quotation
//! marks, and what the rules found ([`Hint`]). Training reads them through this same code, so both sides always agree;
//! a change of anything here asks for a new model, which [`FEATURES`] and [`LAYOUT`] let the model's reader check.

use std::ops::Range;

use crate::lexicon::{Constructions, Lexicon, NAMED, VerbClass};
use crate::text::{Case, Paragraph, TokenKind};

/// Raised whenever a feature changes its meaning or number.
pub const LAYOUT: u32 = 1;

/// In how many buckets the endings of words fall, and the beginnings.
const AFFIXES: u32 = 2048;

/// What the rules found, over a range of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hint {
    /// The name of a person.
    Person,
    /// The name of an organisation.
    Organization,
    /// The name of a place.
    Place,
    /// The name of an AI model.
    AiModel,
    /// Any other name.
    Name,
    /// Words that could be a cue.
    Candidate,
    /// The cue of a statement.
    Cue,
    /// The source of a statement.
    Source,
    /// What is said, all of it inside quotation marks.
    Direct,
    /// What is said, a part of it inside quotation marks.
    Mixed,
    /// What is said, without quotation marks.
    Indirect,
}

const HINTS: u16 = 11;
const VERB_CLASSES: u16 = 11;
/// The coarse parts of speech; some to spare.
const TAGS: u16 = 24;

// Where each group of features begins.
const CLASS: u16 = 0;
const TAG: u16 = CLASS + 64;
const SHAPE: u16 = TAG + TAGS;
const VERB: u16 = SHAPE + 16;
const FRAME: u16 = VERB + VERB_CLASSES;
const SHARE: u16 = FRAME + 7;
const QUOTE: u16 = SHARE + 6;
const PLACE: u16 = QUOTE + 6;
const PHRASE: u16 = PLACE + 6;
/// Two for each hint: at the first token, and further inside.
const HINT: u16 = PHRASE + 2;

/// How many features there are.
pub const FEATURES: u16 = HINT + 2 * HINTS;

/// A paragraph as the network sees it. Flat, one entry a token.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    /// FNV-1a hashes of the lower-case words.
    pub words: Vec<u32>,
    /// The bucket of each word's last three letters.
    pub suffixes: Vec<u16>,
    /// The bucket of each word's first three letters.
    pub prefixes: Vec<u16>,
    /// The features of all tokens, one token's behind the other's.
    pub features: Vec<u16>,
    /// Where each token's features end in `features`.
    pub ends: Vec<u32>,
}

impl Input {
    /// Describes the tokens of a paragraph. `tags` holds a small number for each token's part of speech, `hints` what was
    /// found in the paragraph so far.
    pub fn new(p: &Paragraph, tags: impl Fn(usize) -> u8, hints: &[(Hint, Range<usize>)], lexicon: &Lexicon) -> Self {
        let n = p.tokens.len();
        let mut sets: Vec<Vec<u16>> = (0..n).map(|i| of_word(p, i, u16::from(tags(i)), lexicon)).collect();
        let mut put = |i: usize, feature: u16| {
            if let Some(set) = sets.get_mut(i) {
                set.push(feature);
            }
        };
        places(p, &mut put);
        quotations(p, &mut put);
        phrases(p, lexicon, &mut put);
        for (hint, range) in hints {
            for i in range.clone() {
                put(i, HINT + 2 * *hint as u16 + u16::from(i > range.start));
            }
        }
        let mut input = Self::default();
        for (i, mut set) in sets.into_iter().enumerate() {
            set.sort_unstable();
            set.dedup();
            let word = p.lower(i);
            input.words.push(fnv(word.bytes()));
            input.suffixes.push(bucket(word.chars().rev().take(3)));
            input.prefixes.push(bucket(word.chars().take(3)));
            input.features.extend(set);
            input.ends.push(input.features.len() as u32);
        }
        input
    }

    /// How many tokens there are.
    pub const fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The features of token `i`, sorted; none beyond the last token.
    pub fn of(&self, i: usize) -> &[u16] {
        let end = self.ends.get(i).map_or(0, |&end| end as usize);
        let start = i.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&start| start as usize);
        self.features.get(start..end).unwrap_or_default()
    }
}

/// What a word is by itself.
fn of_word(p: &Paragraph, i: usize, tag: u16, lexicon: &Lexicon) -> Vec<u16> {
    let (token, word) = (p.tokens[i], p.lower(i));
    let mut set = Vec::with_capacity(16);
    let classes = lexicon.word(word);
    set.extend((CLASS..).zip(NAMED).filter(|(_, (_, class))| classes.has(*class)).map(|(feature, _)| feature));
    set.push(TAG + tag.min(TAGS - 1));
    let case = match token.case {
        Case::Lower => 0,
        Case::Title => 1,
        Case::Upper => 2,
    };
    let kind = match token.kind {
        TokenKind::Word => 0,
        TokenKind::Number => 1,
        TokenKind::Possessive => 2,
        TokenKind::Quote => 3,
        TokenKind::Mark => 4,
    };
    set.push(SHAPE + 3 * kind + case);
    if !token.spaced {
        set.push(SHAPE + 15);
    }
    if let Some(verb) = lexicon.reporting_verb(word) {
        set.push(VERB + class_of(verb.class));
        let all = [
            Constructions::CLAUSE,
            Constructions::QUOTATION,
            Constructions::PERSON,
            Constructions::INFINITIVE,
            Constructions::NOUN,
            Constructions::QUESTION,
            Constructions::DOCUMENT,
        ];
        set.extend((FRAME..).zip(all).filter(|(_, one)| verb.takes.has(*one)).map(|(feature, _)| feature));
        set.push(SHARE + verb.share.map_or(5, |share| u16::from(share / 20).min(4)));
    }
    set
}

const fn class_of(class: VerbClass) -> u16 {
    match class {
        VerbClass::Speech => 0,
        VerbClass::Manner => 1,
        VerbClass::Assertion => 2,
        VerbClass::Belief => 3,
        VerbClass::Intention => 4,
        VerbClass::Perception => 5,
        VerbClass::Denial => 6,
        VerbClass::Request => 7,
        VerbClass::Naming => 8,
        VerbClass::Stance => 9,
        VerbClass::Show => 10,
    }
}

/// Borders of sentences, and paragraphs that look like headings.
fn places(p: &Paragraph, put: &mut impl FnMut(usize, u16)) {
    for sentence in &p.sentences {
        put(sentence.start, PLACE);
        put(sentence.end.saturating_sub(1), PLACE + 1);
    }
    let n = p.tokens.len();
    let ends = p.text().trim_end().ends_with(['.', '!', '?', '”', '"', '’', ':']);
    let heading = n <= 16 && !ends;
    for i in 0..n {
        if heading {
            put(i, PLACE + 2);
        }
        if p.quotations.is_empty() {
            put(i, PLACE + 3);
        }
    }
    put(0, PLACE + 4);
    put(n.saturating_sub(1), PLACE + 5);
}

/// Marks of quotations and what stands between them.
fn quotations(p: &Paragraph, put: &mut impl FnMut(usize, u16)) {
    for quotation in &p.quotations {
        let (start, end) = quotation.tokens;
        let inside = match (quotation.opened, quotation.closed) {
            (true, true) => 1,
            (true, false) => 3,
            (false, _) => 4,
        };
        for i in start..end {
            put(i, QUOTE + inside);
        }
        if quotation.opened && start > 0 {
            put(start - 1, QUOTE);
        }
        if quotation.closed {
            put(end, QUOTE + 2);
        }
    }
    for (i, token) in p.tokens.iter().enumerate() {
        if token.kind == TokenKind::Quote && p.quotation_at(i).is_none() {
            put(i, QUOTE + 5);
        }
    }
}

/// Reporting verbs of several words.
fn phrases(p: &Paragraph, lexicon: &Lexicon, put: &mut impl FnMut(usize, u16)) {
    for i in 0..p.tokens.len() {
        let words: Vec<&str> = (i..(i + 5).min(p.tokens.len())).map(|i| p.lower(i)).collect();
        if let Some((_, length)) = lexicon.reporting_phrase(&words) {
            for k in i..i + length {
                put(k, PHRASE + u16::from(k > i));
            }
        }
    }
}

/// The FNV-1a hash, 32 bits.
fn fnv(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The bucket of a few letters; digits count as one.
fn bucket(letters: impl Iterator<Item = char>) -> u16 {
    let bytes = letters.map(|c| if c.is_numeric() { '0' } else { c }).flat_map(|c| {
        let mut buffer = [0; 4];
        let length = c.encode_utf8(&mut buffer).len();
        buffer.into_iter().take(length)
    });
    (fnv(bytes) % AFFIXES) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(text: &str, hints: &[(Hint, Range<usize>)]) -> Input {
        Input::new(&Paragraph::new(text), |_| 3, hints, Lexicon::english())
    }

    #[test]
    fn every_token_has_its_features_and_none_beyond_the_last() {
        let input = input("“It holds,” said Ada Quill.", &[(Hint::Source, 6..8)]);
        assert_eq!(input.len(), 9);
        assert!(input.of(6).contains(&(HINT + 2 * Hint::Source as u16)));
        assert!(input.of(7).contains(&(HINT + 2 * Hint::Source as u16 + 1)));
        assert!(input.of(5).contains(&(VERB + class_of(VerbClass::Speech))));
        assert!(input.of(1).contains(&(QUOTE + 1)) && !input.of(5).contains(&(QUOTE + 1)));
        assert!(input.of(9).is_empty());
        assert!(input.features.iter().all(|&f| f < FEATURES));
    }

    #[test]
    fn an_empty_paragraph_is_no_special_case() {
        assert!(input("", &[]).is_empty());
        assert!(input("", &[]).of(0).is_empty());
    }

    #[test]
    fn the_hash_is_the_published_one() {
        // From the test vectors of FNV-1a, 32 bits.
        assert_eq!(fnv(b"a".iter().copied()), 0xe40c_292c);
        assert_eq!(fnv(b"foobar".iter().copied()), 0xbf9c_f968);
    }
}
