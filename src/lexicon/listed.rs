//! Lists that one rule asks for and that are too long for its code: the lines of `data/en/rule-words.txt`.

use std::ops::Deref;
use std::sync::OnceLock;

use super::load::list;
use crate::text::Words;

/// The words of one line of the file, taken from it when a rule first asks.
///
/// It stands wherever [`Words`] do. An engine for browsers has the file beside it, so such a list takes no room in the engine.
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
}

impl Deref for Listed {
    type Target = Words;

    fn deref(&self) -> &Words {
        self.words.get_or_init(|| {
            let line = list("rule-words").find(|entry| entry.key == self.name);
            Words::new(line.map_or("", |line| line.column(0)))
        })
    }
}
