//! Lists that one rule asks for and that are too long for its code: the lines of `data/en/rule-words.txt`.

use std::sync::OnceLock;

use super::load::list;
use crate::text::Words;

/// The words of one line of the file, taken from it when a rule first asks.
///
/// An engine for browsers has the file beside it, so such a list takes no room in the engine.
#[derive(Debug)]
pub struct Listed {
    name: &'static str,
    words: OnceLock<Words>,
}

impl Listed {
    /// The list with this name, `module.list`; the tests see that the file has it.
    pub const fn new(name: &'static str) -> Self {
        Self { name, words: OnceLock::new() }
    }

    /// Its words.
    pub fn words(&self) -> Words {
        *self.words.get_or_init(|| {
            let line = list("rule-words").find(|entry| entry.key == self.name);
            Words::new(line.map_or("", |line| line.column(0)))
        })
    }

    /// Whether this is one of them.
    pub fn contains(&self, word: &str) -> bool {
        self.words().contains(word)
    }

    /// Whether one of them is a word of a lower-case name.
    pub fn is_in(&self, name: &str) -> bool {
        self.words().is_in(name)
    }
}
