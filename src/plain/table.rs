//! A table in plain text.

use std::fmt;

/// Rows of cells under a head; as wide as they are.
pub(super) struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new<const N: usize>(head: [&str; N]) -> Self {
        Self { head: head.map(String::from).into(), rows: Vec::new() }
    }

    pub(super) fn row<const N: usize>(&mut self, cells: [String; N]) {
        debug_assert_eq!(N, self.head.len(), "a cell for each column");
        self.rows.push(cells.into());
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }
}

impl fmt::Display for Table {
    /// Columns in which every cell is empty are left out; so is the head of a table without rows.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let used: Vec<usize> =
            (0..self.head.len()).filter(|&c| self.rows.iter().any(|row| !row[c].is_empty())).collect();
        let lines = || self.rows.iter().take(1).map(|_| &self.head).chain(&self.rows);
        let width = |c: usize| lines().map(|row| row[c].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = used.iter().map(|&c| width(c)).collect();
        for row in lines() {
            let mut line = String::new();
            for (&c, &width) in used.iter().zip(&widths) {
                line.push_str("  ");
                line.push_str(&row[c]);
                line.extend(std::iter::repeat_n(' ', width - row[c].chars().count()));
            }
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}
