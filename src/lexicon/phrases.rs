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

/// Phrases by their first word, longest first.
#[derive(Debug)]
pub(super) struct PhraseIndex<V> {
    by_first: Map<(u32, u32)>,
    phrases: Vec<(&'static str, V)>,
}

impl<V: Copy + Ord> PhraseIndex<V> {
    pub(super) fn new(mut phrases: Vec<(&'static str, V)>) -> Self {
        let words = |phrase: &str| phrase.bytes().filter(|&b| b == b' ').count();
        let first = |phrase: &'static str| phrase.split(' ').next().unwrap_or(phrase);
        phrases.sort_by_cached_key(|&(phrase, value)| (first(phrase), usize::MAX - words(phrase), phrase, value));
        phrases.dedup();
        let mut by_first = Map::with_capacity_and_hasher(phrases.len() / 2, super::hash::Build);
        for (i, &(phrase, _)) in (0u32..).zip(&phrases) {
            by_first.entry(first(phrase)).or_insert((i, i)).1 = i + 1;
        }
        Self { by_first, phrases }
    }

    /// Every entry that begins at the first token, longest first, with the number of tokens that it covers.
    pub(super) fn matches<'a>(&'a self, tokens: &'a [&str]) -> impl Iterator<Item = (&'static str, V, usize)> + 'a {
        let first = tokens.first().map_or("", |token| token);
        let with_ending = tokens.get(1).filter(|next| is_ending(next)).map(|next| format!("{first}{next}"));
        let bucket = |word: &str| match self.by_first.get(normal(word).as_ref()) {
            Some(&(start, end)) => &self.phrases[start as usize..end as usize],
            None => &[],
        };
        let longer = with_ending.map_or(&[][..], |word| bucket(&word));
        bucket(first)
            .iter()
            .chain(longer)
            .filter_map(|&(phrase, value)| matched(phrase, tokens).map(|covered| (phrase, value, covered)))
    }
}

fn is_ending(token: &str) -> bool {
    matches!(token, "'s" | "’s")
}

/// How many tokens `phrase` covers at the beginning of `tokens`; a word with `'s` may be one token or two.
fn matched(phrase: &str, tokens: &[&str]) -> Option<usize> {
    let mut at = 0;
    for word in phrase.split(' ') {
        let token = tokens.get(at)?;
        if same(word, token) {
            at += 1;
        } else if word.strip_suffix("'s").is_some_and(|stem| same(stem, token))
            && tokens.get(at + 1).is_some_and(|next| is_ending(next))
        {
            at += 2;
        } else {
            return None;
        }
    }
    Some(at)
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

    fn index() -> PhraseIndex<u8> {
        PhraseIndex::new(vec![("is said", 1), ("is said to", 2), ("it's said", 3), ("it", 4), ("is said to", 2)])
    }

    #[track_caller]
    fn check(tokens: &[&str], expected: &[(&str, u8, usize)]) {
        assert_eq!(index().matches(tokens).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn longest_first() {
        check(&["is", "said", "to", "be"], &[("is said to", 2, 3), ("is said", 1, 2)]);
        check(&["is", "sad"], &[]);
        check(&[], &[]);
    }

    #[test]
    fn a_contraction_is_one_token_or_two() {
        check(&["it’s", "said"], &[("it's said", 3, 2)]);
        check(&["it", "’s", "said"], &[("it", 4, 1), ("it's said", 3, 3)]);
    }
}
