//! Reading the lists under `data/en/`: one entry a line, columns between tabs, comments after `#`.

/// One line of a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// The first column.
    pub(super) key: &'static str,
    rest: &'static str,
}

impl Entry {
    /// The column after the key with this number, from 0; empty where the line has none.
    pub(super) fn column(self, n: usize) -> &'static str {
        self.rest.split('\t').nth(n).unwrap_or("")
    }
}

/// The entries of a list, in the order of the file.
pub(super) fn entries(list: &'static str) -> impl Iterator<Item = Entry> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let (key, rest) = line.split_once('\t').unwrap_or((line, ""));
        Entry { key, rest }
    })
}

/// All phrases that a pattern stands for: `is/are said to` is two, `was (widely) seen as` is two.
pub(super) fn expand(pattern: &str, mut each: impl FnMut(&str)) {
    if !pattern.contains(['/', '(']) {
        return each(pattern);
    }
    let mut done = vec![String::new()];
    for word in pattern.split(' ') {
        let optional = word.strip_prefix('(').and_then(|w| w.strip_suffix(')'));
        let choices = optional.unwrap_or(word);
        let kept = if optional.is_some() { done.clone() } else { Vec::new() };
        done = done.iter().flat_map(|start| choices.split('/').map(move |choice| joined(start, choice))).collect();
        done.extend(kept);
    }
    for phrase in &done {
        each(phrase);
    }
}

fn joined(start: &str, word: &str) -> String {
    if start.is_empty() { word.to_owned() } else { [start, word].join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, expected: &[&str]) {
        let mut all = Vec::new();
        expand(pattern, |phrase| all.push(phrase.to_owned()));
        assert_eq!(all, expected);
    }

    #[test]
    fn patterns_stand_for_all_their_phrases() {
        check("reportedly", &["reportedly"]);
        check("is/are said to", &["is said to", "are said to"]);
        check("was (widely/often) seen", &["was widely seen", "was often seen", "was seen"]);
    }

    #[test]
    fn columns_that_are_not_there_are_empty() {
        let all: Vec<Entry> = entries("# a comment\nsay\tspeech\tqt\n\nadd\n").collect();
        assert_eq!((all[0].key, all[0].column(0), all[0].column(1), all[0].column(2)), ("say", "speech", "qt", ""));
        assert_eq!((all[1].key, all[1].column(0)), ("add", ""));
    }
}
