//! An output file as its own journal: each whole line in it answers one line of the input.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Seek, SeekFrom};
use std::path::Path;

/// The output of a run that was broken off, or of none yet.
pub(crate) struct Journal {
    file: File,
    /// How many whole lines it has.
    pub(crate) lines: u64,
    /// Where the last of them ends, in bytes.
    end: u64,
}

impl Journal {
    /// Counts what is there; a file that is not there begins empty. Nothing of an old file is changed yet: it may turn
    /// out not to belong to the input.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
        if !file.metadata()?.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no file that can be read again"));
        }
        let (mut lines, mut end, mut at, mut reader) = (0, 0, 0, BufReader::new(&file));
        loop {
            // In pieces as they come: a line may be longer than the memory that is to be used.
            let piece = reader.fill_buf()?;
            if piece.is_empty() {
                return Ok(Self { file, lines, end });
            }
            let length = piece.len();
            lines += piece.iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
            if let Some(last) = piece.iter().rposition(|byte| *byte == b'\n') {
                end = at + last as u64 + 1;
            }
            at += length as u64;
            reader.consume(length);
        }
    }

    /// The file, to be written on after its last whole line; what a kill has left of the next one is cut off.
    pub(crate) fn go_on(mut self) -> io::Result<File> {
        self.file.set_len(self.end)?;
        self.file.seek(SeekFrom::End(0))?;
        Ok(self.file)
    }
}
