//! Entries of several words, found at a place in a text.

use rustc_hash::{FxBuildHasher, FxHashMap};

use hearsay_kernel::phrase::{Element, covered};

/// More tokens than any entry has.
const LONGEST: usize = 16;

/// Patterns by the words that they can begin with. In a pattern a word with `/` is each of its parts, one in brackets may be
/// left out: `is/are (widely) seen as` is four phrases.
#[derive(Debug)]
pub(super) struct PhraseIndex<V> {
    /// The last of the patterns that begin with a word, as an index into `starts`.
    by_first: FxHashMap<&'static str, u32>,
    /// A pattern, and the one before it that begins with the same word.
    starts: Vec<(u32, Option<u32>)>,
    patterns: Vec<Pattern<V>>,
    elements: Vec<Element>,
    words: Vec<&'static str>,
}

#[derive(Debug, Clone, Copy)]
struct Pattern<V> {
    value: V,
    /// Its words in `elements`.
    from: u32,
    to: u32,
}

impl<V: Copy + Ord> PhraseIndex<V> {
    /// An empty index with room for so many patterns.
    pub(super) fn with_capacity(patterns: usize) -> Self {
        Self {
            by_first: FxHashMap::with_capacity_and_hasher(patterns, FxBuildHasher),
            starts: Vec::with_capacity(patterns),
            patterns: Vec::with_capacity(patterns),
            elements: Vec::with_capacity(patterns * 2),
            words: Vec::with_capacity(patterns * 2),
        }
    }

    /// Adds a pattern.
    pub(super) fn add(&mut self, pattern: &'static str, value: V) {
        self.add_after(None, pattern, value);
    }

    /// Adds a pattern whose first word stands apart from the rest.
    pub(super) fn add_after(&mut self, first: Option<&'static str>, rest: &'static str, value: V) {
        let from = self.elements.len();
        if let Some(word) = first {
            self.push_element(word);
        }
        let mut start = 0;
        for end in rest.bytes().enumerate().filter(|&(_, byte)| byte == b' ').map(|(at, _)| at) {
            self.push_element(&rest[start..end]);
            start = end + 1;
        }
        self.push_element(&rest[start..]);
        let number = self.patterns.len() as u32;
        self.patterns.push(Pattern { value, from: from as u32, to: self.elements.len() as u32 });
        for at in from..self.elements.len() {
            let element = self.elements[at];
            for word in element.from..element.to {
                self.begin(self.words[word as usize], number);
            }
            if !element.optional {
                break;
            }
        }
    }

    fn push_element(&mut self, word: &'static str) {
        let from = self.words.len() as u32;
        let optional = word.starts_with('(');
        let inner = if optional { &word[1..word.len() - 1] } else { word };
        let mut start = 0;
        for end in inner.bytes().enumerate().filter(|&(_, byte)| byte == b'/').map(|(at, _)| at) {
            self.words.push(&inner[start..end]);
            start = end + 1;
        }
        self.words.push(&inner[start..]);
        self.elements.push(Element { from, to: self.words.len() as u32, optional });
    }

    fn begin(&mut self, word: &'static str, pattern: u32) {
        let before = self.by_first.insert(word, self.starts.len() as u32);
        self.starts.push((pattern, before));
    }

    /// What begins at the first token, longest first, with the number of tokens that it covers.
    pub(super) fn matches(&self, tokens: &[&str]) -> Vec<(V, usize)> {
        let mut found = Vec::new();
        self.each(tokens, None, &mut |value, covered| found.push((value, covered)));
        found.sort_unstable_by_key(|&(value, covered)| (usize::MAX - covered, value));
        found.dedup();
        found
    }

    /// How many tokens the longest pattern of one value covers at the first token. The others are not even tried.
    pub(super) fn longest(&self, tokens: &[&str], value: V) -> Option<usize> {
        let mut most = None;
        self.each(tokens, Some(value), &mut |_, covered| most = most.max(Some(covered)));
        most
    }

    /// Calls `found` with each pattern, of one value or of all, that begins at the first token.
    fn each(&self, tokens: &[&str], only: Option<V>, found: &mut impl FnMut(V, usize)) {
        // At most places nothing begins.
        let Some(first) = tokens.first() else { return };
        let ending = tokens.get(1).is_some_and(|second| matches!(*second, "'s" | "’s"));
        if !ending && !self.by_first.contains_key(normal(first).as_ref()) {
            return;
        }
        let near = &tokens[..tokens.len().min(LONGEST)];
        if near.iter().all(|token| token.is_ascii()) {
            self.collect_both(near, only, found);
        } else {
            let normal: Vec<_> = near.iter().map(|token| normal(token)).collect();
            self.collect_both(&normal.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), only, found);
        }
    }

    /// The patterns of the first token, and those of the first two where the second is an ending.
    fn collect_both(&self, tokens: &[&str], only: Option<V>, found: &mut impl FnMut(V, usize)) {
        let Some(first) = tokens.first() else { return };
        self.collect(first, tokens, only, found);
        if tokens.get(1) == Some(&"'s") {
            self.collect(&[first, "'s"].concat(), tokens, only, found);
        }
    }

    fn collect(&self, first: &str, tokens: &[&str], only: Option<V>, found: &mut impl FnMut(V, usize)) {
        let mut start = self.by_first.get(first).copied();
        while let Some((number, before)) = start.map(|start| self.starts[start as usize]) {
            let Pattern { value, from, to } = self.patterns[number as usize];
            start = before;
            if only.is_some_and(|only| only != value) {
                continue;
            }
            if let Some(covered) = covered(&self.elements[from as usize..to as usize], &self.words, tokens) {
                found(value, covered);
            }
        }
    }
}

/// The word with the apostrophe that the lists use.
pub(super) fn normal(word: &str) -> std::borrow::Cow<'_, str> {
    if !word.is_ascii() && word.contains('’') { word.replace('’', "'").into() } else { word.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tokens: &[&str], expected: &[(u8, usize)]) {
        let mut index = PhraseIndex::with_capacity(8);
        index.add("is said", 1);
        index.add("is/are (widely/often) said to", 2);
        index.add("it's said", 3);
        index.add("it", 4);
        index.add("(some/many) studies show", 5);
        assert_eq!(index.matches(tokens), expected);
    }

    #[test]
    fn longest_first() {
        check(&["is", "said", "to", "be"], &[(2, 3), (1, 2)]);
        check(&["is", "sad"], &[]);
        check(&[], &[]);
    }

    #[test]
    fn choices_and_optional_words() {
        check(&["are", "often", "said", "to"], &[(2, 4)]);
        check(&["are", "seldom", "said", "to"], &[]);
        check(&["studies", "show"], &[(5, 2)]);
        check(&["many", "studies", "show"], &[(5, 3)]);
        check(&["many", "show"], &[]);
    }

    #[test]
    fn a_contraction_is_one_token_or_two() {
        check(&["it’s", "said"], &[(3, 2)]);
        check(&["it", "’s", "said"], &[(3, 3), (4, 1)]);
    }
}
