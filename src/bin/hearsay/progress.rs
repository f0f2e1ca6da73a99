//! How far it is, on standard error, for a user who waits at a terminal.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Nothing is shown before this: most inputs are done by then.
const PATIENCE: Duration = Duration::from_secs(2);
/// And then no more often than this, which reads as steady and costs nothing.
const PACE: Duration = Duration::from_millis(250);

/// Counts lines and shows them.
pub(crate) struct Progress {
    length: Option<u64>,
    bytes: u64,
    skipped: u64,
    began: Instant,
    due: Option<Instant>,
    shown: bool,
}

impl Progress {
    /// `length`: the input's, in bytes, where it is known. Shows nothing unless `wanted` and standard error is a terminal.
    pub(crate) fn new(length: Option<u64>, wanted: bool) -> Self {
        let began = Instant::now();
        let due = (wanted && io::stderr().is_terminal()).then_some(began + PATIENCE);
        Self { length, bytes: 0, skipped: 0, began, due, shown: false }
    }

    /// A line was done in an earlier run.
    pub(crate) fn skip(&mut self, number: u64, bytes: u64) {
        self.skipped = number;
        self.line(number, bytes);
    }

    /// Another line is done.
    pub(crate) fn line(&mut self, number: u64, bytes: u64) {
        self.bytes += bytes;
        let now = Instant::now();
        if self.due.is_none_or(|due| now < due) {
            return;
        }
        self.due = Some(now + PACE);
        self.shown = true;
        let rate = (number - self.skipped) as f64 / now.duration_since(self.began).as_secs_f64();
        let share = match self.length {
            Some(length) if length > 0 => format!("{} % of the input, ", self.bytes * 100 / length),
            _ => String::new(),
        };
        let _ = write!(io::stderr(), "\r\x1b[K{share}{number} articles, {rate:.0} a second");
    }

    /// Makes room for a message, or for the prompt at the end.
    pub(crate) fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
