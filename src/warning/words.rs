//! Words as two passages share them: content words without their endings.

use rustc_hash::FxHashMap;

use crate::lexicon::{Classes, VerbClass};
use crate::mention::{Scan, Tag};
use crate::text::Words;

use super::unverified::CLAIMS;
use super::view::View;

/// Words that stand alone for people and leave open who is meant: "many said".
pub(super) const PRONOUNS: Words = Words::new("some many others most several few");

/// Words in order, each once, so that one can be looked up among them.
pub(super) fn in_order<W: Ord>(words: impl Iterator<Item = W>) -> Vec<W> {
    let mut all: Vec<W> = words.collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// A content word without its endings; names keep their capital.
pub(super) fn stem<'a>(scan: &Scan<'a>, i: usize) -> Option<&'a str> {
    let (tag, word) = (scan.tags[i], scan.p.lower(i));
    if tag == Tag::Name {
        return Some(scan.p.word(i));
    }
    if !matches!(tag, Tag::Noun | Tag::Verb | Tag::Gerund | Tag::Participle | Tag::Adjective) || word.len() < 3 {
        return None;
    }
    let light =
        scan.classes(i).has_any(Classes::QUANTIFIER | Classes::BE | Classes::HAVE | Classes::WEEKDAY | Classes::MONTH)
            || CLAIMS.contains(word)
            || scan.lexicon.reporting_verb(word).is_some_and(|v| {
                // "sign" and "publish" tell what was done.
                matches!(v.class, VerbClass::Speech | VerbClass::Denial) && v.share.is_some_and(|s| s >= 40)
            });
    (!light).then(|| cut(word))
}

/// The same for all forms of a verb: "sold" and "selling", "lost" and "losing".
pub(super) fn lemma_stem<'a>(scan: &Scan<'a>, i: usize) -> Option<&'a str> {
    let word = scan.p.lower(i);
    match scan.lexicon.irregular_base(word).filter(|_| scan.tags[i] != Tag::Name) {
        Some(base) if base.len() >= 2 && !scan.lexicon.word(word).has_any(Classes::BE | Classes::HAVE) => {
            (!matches!(base, "do" | "say" | "tell" | "get")).then(|| cut(base))
        }
        _ if word == "go" => Some("go"),
        _ => stem(scan, i),
    }
}

/// A word without the ending of its form.
pub(super) fn cut(word: &str) -> &str {
    ["ings", "ing", "ions", "ion", "ies", "ied", "es", "ed", "s", "y", "e"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.len() >= 3))
        .unwrap_or(word)
}

/// The words that more than a quarter of an article's sentences share; none in an article of a few sentences.
pub(super) fn topics(view: &View<'_>) -> Vec<String> {
    let sentences: usize = view.scans.iter().map(|scan| scan.p.sentences.len()).sum();
    if sentences <= 8 {
        return Vec::new();
    }
    let mut with: FxHashMap<&str, usize> = FxHashMap::default();
    for word in view.stems() {
        *with.entry(word).or_default() += 1;
    }
    with.into_iter().filter(|(_, count)| count * 4 > sentences).map(|(word, _)| word.to_owned()).collect()
}
