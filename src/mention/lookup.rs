//! Which entities a name could continue, without comparing it with every one of them.
//!
//! Every way in which [`Chains`](super::Chains) joins two names needs a word in common at a certain place, or an
//! abbreviation; entities are filed under those words, so that an article of ten thousand names costs ten thousand
//! lookups and not a hundred million comparisons.

use rustc_hash::FxHashMap;

use super::chain::EntityId;

/// How many entities that share a word are looked at: the ones named last. No article has as many; in a directory of
/// people called Smith the lone "Smith" could be anybody.
const SAME_WORD: usize = 64;

/// Entities by their words.
#[derive(Debug, Default)]
pub(super) struct Lookup {
    by_name: FxHashMap<String, Vec<EntityId>>,
    by_key: FxHashMap<String, Vec<EntityId>>,
}

impl Lookup {
    /// Files an entity under its words and under the keys that a shorter form of its name can have.
    pub(super) fn file(&mut self, id: EntityId, words: &[String], keys: impl IntoIterator<Item = String>) {
        put(self.by_name.entry(words.join(" ")).or_default(), id);
        for key in keys {
            put(self.by_key.entry(key).or_default(), id);
        }
    }

    /// Entities that have had exactly these words, in the order of their numbers.
    pub(super) fn with_words(&self, words: &[String]) -> impl Iterator<Item = EntityId> {
        self.by_name.get(&words.join(" ")).into_iter().flatten().copied()
    }

    /// Entities filed under one of the keys, in the order of their numbers.
    pub(super) fn with_keys(&self, keys: impl IntoIterator<Item = String>) -> Vec<EntityId> {
        let mut found: Vec<EntityId> = keys
            .into_iter()
            .filter_map(|key| self.by_key.get(&key))
            .flat_map(|ids| ids.iter().rev().take(SAME_WORD).copied())
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Keeps the list sorted; entities mostly come in the order of their numbers.
fn put(ids: &mut Vec<EntityId>, id: EntityId) {
    if let Err(place) = ids.binary_search(&id) {
        ids.insert(place, id);
    }
}
