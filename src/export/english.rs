//! The interface's English texts, for the command line: the extension's own table.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::shown::Words;

/// The table of `extension/_locales/en`.
pub struct English {
    messages: BTreeMap<String, Message>,
}

#[derive(Deserialize)]
struct Message {
    message: String,
}

impl English {
    /// Reads the table, which is a part of the program.
    #[expect(clippy::new_without_default, reason = "it reads a file, which a default should not")]
    pub fn new() -> Self {
        let table = include_str!("../../extension/_locales/en/messages.json");
        Self { messages: serde_json::from_str(table).unwrap_or_default() }
    }
}

impl Words for English {
    fn say(&self, key: &str, args: &[&str]) -> String {
        let Some(entry) = self.messages.get(key) else { return key.to_owned() };
        let mut out = String::new();
        let mut rest = entry.message.as_str();
        while let Some((before, behind)) = rest.split_once('$') {
            out.push_str(before);
            let number = behind.chars().next().and_then(|c| c.to_digit(10)).filter(|n| *n > 0);
            match number {
                Some(number) => out.push_str(args.get(number as usize - 1).unwrap_or(&"")),
                None => out.push('$'),
            }
            rest = if number.is_some() || behind.starts_with('$') { &behind[1..] } else { behind };
        }
        out + rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_stand_where_the_text_has_them() {
        let english = English::new();
        assert_eq!(english.say("badgeDenied", &["Ada $1 Quill"]), "Denied by Ada $1 Quill");
        let missing = "noSuchText";
        assert_eq!(english.say(missing, &[]), missing);
        assert!(english.messages.values().all(|m| !m.message.contains("$$")));
    }
}
