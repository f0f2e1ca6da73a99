//! Entries of several words, found at a place in a text.

use super::hash::Map;

/// What a phrase says about the words around it.
///
/// ```
/// use hearsay::lexicon::{Lexicon, PhraseClass};
/// let lexicon = Lexicon::english();
/// assert_eq!(lexicon.phrase_at(&["according", "to", "the", "mayor"]), Some((PhraseClass::Source, 2)));
/// assert_eq!(lexicon.phrase_at(&["is", "widely", "believed", "to", "be"]), Some((PhraseClass::EvidentialBelief, 4)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PhraseClass {
    /// The source follows: "according to", "in the words of".
    Source,
    /// The content follows, the source stands before: "as saying", "was quoted as saying".
    Content,
    /// What prompted the words: "when asked about".
    Prompt,
    /// Somebody said nothing: "declined to comment".
    NoComment,
    /// The terms on which somebody talked: "on condition of anonymity".
    AnonymityTerms,
    /// Why somebody is not named: "for fear of reprisals".
    AnonymityReason,
    /// How a source would know: "familiar with the matter".
    AnonymityKnowledge,
    /// A source with no description: "a source".
    AnonymityBare,
    /// Reported by nobody: "is said to".
    EvidentialClaim,
    /// A charge or suspicion: "allegedly".
    EvidentialLegal,
    /// An appearance: "appears to".
    EvidentialSeem,
    /// A general belief: "is thought to".
    EvidentialBelief,
    /// "unsubstantiated claims", "without evidence".
    Unproven,
    /// "baseless", "debunked".
    False,
    /// "disputed".
    Disputed,
    /// "studies show".
    EvidenceStudy,
    /// "data suggest", "polls show".
    EvidenceData,
    /// "local media reported".
    EvidenceMedia,
    /// "documents seen by".
    EvidenceDocument,
    /// "experts say".
    EvidenceExpert,
    /// "conventional wisdom".
    EvidenceAuthority,
    /// Makes a source unidentified: "a number of", "some".
    Vague,
    /// Answers a claim: "pushed back on", "no truth to".
    Rebuttal,
    /// Softens a claim: "it is unclear".
    Hedge,
    /// "Prime Minister".
    Title,
    /// "chief executive officer".
    Role,
    /// "twin brother".
    Relation,
    /// "health officials".
    Group,
    /// "press conference".
    MediaNoun,
    /// "court filing".
    DocumentNoun,
    /// "point of view".
    ReportingNoun,
    /// "Truth Social".
    Platform,
    /// "New York".
    Place,
    /// "Associated Press".
    Organization,
    /// "language model".
    AiNoun,
}

impl PhraseClass {
    /// Hearsay of any kind.
    pub const fn is_evidential(self) -> bool {
        matches!(self, Self::EvidentialClaim | Self::EvidentialLegal | Self::EvidentialSeem | Self::EvidentialBelief)
    }

    /// The article calls a claim unproven, false or disputed.
    pub const fn is_unverified(self) -> bool {
        matches!(self, Self::Unproven | Self::False | Self::Disputed)
    }

    /// Any sign of a source that is known and not named.
    pub const fn is_anonymity(self) -> bool {
        matches!(self, Self::AnonymityTerms | Self::AnonymityReason | Self::AnonymityKnowledge | Self::AnonymityBare)
    }

    /// Evidence that is pointed at without being named.
    pub const fn is_evidence(self) -> bool {
        matches!(
            self,
            Self::EvidenceStudy
                | Self::EvidenceData
                | Self::EvidenceMedia
                | Self::EvidenceDocument
                | Self::EvidenceExpert
                | Self::EvidenceAuthority
        )
    }

    /// A name or noun phrase, not a turn of speech: these are found by their own look-ups.
    pub(super) const fn is_nominal(self) -> bool {
        self as u8 >= Self::Title as u8
    }
}

/// Patterns by the words that they can begin with. In a pattern a word with `/` is each of its parts, one in brackets may be
/// left out: `is/are (widely) seen as` is four phrases.
#[derive(Debug)]
pub(super) struct PhraseIndex<V> {
    by_first: Map<Vec<u32>>,
    patterns: Vec<(&'static str, V)>,
}

impl<V: Copy + Ord> PhraseIndex<V> {
    pub(super) fn new(patterns: Vec<(&'static str, V)>) -> Self {
        let mut by_first: Map<Vec<u32>> = Map::with_capacity_and_hasher(patterns.len(), super::hash::Build);
        for (i, (pattern, _)) in (0u32..).zip(&patterns) {
            for first in first_words(pattern) {
                by_first.entry(first).or_default().push(i);
            }
        }
        Self { by_first, patterns }
    }

    /// What begins at the first token, longest first, with the number of tokens that it covers.
    pub(super) fn matches(&self, tokens: &[&str]) -> Vec<(V, usize)> {
        let mut found = Vec::new();
        let Some(first) = tokens.first() else { return found };
        self.collect(first, tokens, &mut found);
        if tokens.get(1).is_some_and(|next| is_ending(next)) {
            self.collect(&format!("{first}{}", tokens[1]), tokens, &mut found);
        }
        found.sort_unstable_by_key(|&(value, covered)| (usize::MAX - covered, value));
        found.dedup();
        found
    }

    fn collect(&self, first: &str, tokens: &[&str], found: &mut Vec<(V, usize)>) {
        for &i in self.by_first.get(normal(first).as_ref()).into_iter().flatten() {
            let (pattern, value) = self.patterns[i as usize];
            found.extend(covered(pattern, tokens).map(|covered| (value, covered)));
        }
    }
}

/// The choices of one word of a pattern, and whether it may be left out.
fn choices(word: &'static str) -> (impl Iterator<Item = &'static str>, bool) {
    let optional = word.strip_prefix('(').and_then(|word| word.strip_suffix(')'));
    (optional.unwrap_or(word).split('/'), optional.is_some())
}

/// The words that a pattern's phrases can begin with.
pub(super) fn first_words(pattern: &'static str) -> Vec<&'static str> {
    let mut first = Vec::with_capacity(1);
    for word in pattern.split(' ') {
        let (choices, optional) = choices(word);
        first.extend(choices);
        if !optional {
            break;
        }
    }
    first
}

/// How many tokens the longest phrase of the pattern covers at the beginning of `tokens`.
fn covered(pattern: &'static str, tokens: &[&str]) -> Option<usize> {
    let (word, rest) = pattern.split_once(' ').unwrap_or((pattern, ""));
    let after = |used: usize| if rest.is_empty() { Some(used) } else { Some(used + covered(rest, &tokens[used..])?) };
    let (mut choices, optional) = choices(word);
    let taken = choices.find_map(|choice| after(token_count(choice, tokens)?));
    // Without the optional word the phrase is shorter, so that the other way comes first.
    taken.or_else(|| if optional { after(0) } else { None })
}

/// How many tokens a word is: one, or two where the text's tokens split its `'s` off.
fn token_count(word: &str, tokens: &[&str]) -> Option<usize> {
    let token = tokens.first()?;
    if same(word, token) {
        return Some(1);
    }
    let stem = word.strip_suffix("'s")?;
    (same(stem, token) && tokens.get(1).is_some_and(|next| is_ending(next))).then_some(2)
}

fn is_ending(token: &str) -> bool {
    matches!(token, "'s" | "’s")
}

fn same(word: &str, token: &str) -> bool {
    word == token || (token.contains('’') && word == normal(token))
}

/// The word with the apostrophe that the lists use.
pub(super) fn normal(word: &str) -> std::borrow::Cow<'_, str> {
    if word.contains('’') { word.replace('’', "'").into() } else { word.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tokens: &[&str], expected: &[(u8, usize)]) {
        let index = PhraseIndex::new(vec![
            ("is said", 1),
            ("is/are (widely/often) said to", 2),
            ("it's said", 3),
            ("it", 4),
            ("(some/many) studies show", 5),
        ]);
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
