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
        // By bytes: thousands of lines are read at the start, and a search for a character costs more than these few steps.
        let mut tabs = self.rest.bytes().enumerate().filter(|&(_, byte)| byte == b'\t').map(|(at, _)| at);
        let start = if n == 0 { Some(0) } else { tabs.nth(n - 1).map(|tab| tab + 1) };
        start.map_or("", |start| &self.rest[start..tabs.next().unwrap_or(self.rest.len())])
    }
}

/// The entries of a list, in the order of the file.
pub(super) fn entries(list: &'static str) -> impl Iterator<Item = Entry> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let tab = line.bytes().position(|byte| byte == b'\t');
        let (key, rest) = tab.map_or((line, ""), |tab| (&line[..tab], &line[tab + 1..]));
        Entry { key, rest }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_that_are_not_there_are_empty() {
        let all: Vec<Entry> = entries("# a comment\nsay\tspeech\tqt\n\nadd\n").collect();
        assert_eq!((all[0].key, all[0].column(0), all[0].column(1), all[0].column(2)), ("say", "speech", "qt", ""));
        assert_eq!((all[1].key, all[1].column(0)), ("add", ""));
    }
}
