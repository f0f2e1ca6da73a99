//! Many lines in, many lines out: [`annotate_line`] over a stream, on several threads, in constant memory.
//!
//! One thread reads, `jobs` threads annotate, the calling thread writes. Every line draws a ticket, and the tickets wait
//! in one bounded queue in the order of the input: so the output keeps that order however long a line takes, the reader
//! stops reading when the writer is behind, and never more than a few lines are in memory.

use std::io::{self, BufRead, Write};
use std::num::NonZero;
use std::panic::catch_unwind;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::wire::{Answer, annotate_line, refuse_line};

/// How many lines may be on their way for each job: one being annotated, one read ahead, two waiting for their turn.
const LINES_A_JOB: usize = 4;

/// What stands in place of a report that a fault of this program has prevented.
const FAULT: &str = "Hearsay failed on this article; please report it with the text";

/// A line that has been written.
#[derive(Debug)]
pub struct Done<'a> {
    /// The line's number, from 1.
    pub number: u64,
    /// Its length in bytes, with the end of the line.
    pub bytes: u64,
    /// Why there is an error in place of a report, where there is one.
    pub error: Option<&'a str>,
}

/// Why not all lines were done.
#[derive(Debug)]
pub enum Stopped {
    /// The input could not be read on. All lines before have been written.
    Reading(io::Error),
    /// The output could not be written; also a reader at the other end of a pipe that has gone.
    Writing(io::Error),
    /// The threads that annotate have gone before this line was done.
    Annotating(u64),
}

struct Line {
    number: u64,
    bytes: Vec<u8>,
    answer: SyncSender<Answer>,
}

struct Ticket {
    number: u64,
    bytes: u64,
    answer: Receiver<Answer>,
}

/// Annotates every line of `input` and calls `done` after each line written.
///
/// A line ends with `\n` or with the input. What is ready is flushed whenever the next line is not, so that a program at
/// the other end of a pipe gets each answer as soon as there is one.
///
/// # Errors
/// See [`Stopped`]. A line that is no article is none of them: it has an answer of its own.
pub fn annotate_lines(
    input: impl BufRead + Send + 'static,
    output: &mut impl Write,
    jobs: NonZero<usize>,
    done: impl FnMut(&Done),
) -> Result<(), Stopped> {
    annotate_lines_from(1, input, output, jobs, done)
}

/// [`annotate_lines`] of an input whose next line is number `first`: those before it were done by an earlier run.
///
/// # Errors
/// See [`Stopped`].
pub fn annotate_lines_from(
    first: u64,
    input: impl BufRead + Send + 'static,
    output: &mut impl Write,
    jobs: NonZero<usize>,
    done: impl FnMut(&Done),
) -> Result<(), Stopped> {
    annotate_lines_with(annotate_line, first, input, output, jobs, done)
}

fn annotate_lines_with(
    engine: fn(&[u8], u64) -> Answer,
    first: u64,
    input: impl BufRead + Send + 'static,
    output: &mut impl Write,
    jobs: NonZero<usize>,
    mut done: impl FnMut(&Done),
) -> Result<(), Stopped> {
    let (work, lines) = sync_channel(jobs.get());
    let (queue, tickets) = sync_channel(jobs.get() * LINES_A_JOB);
    let lines = Arc::new(Mutex::new(lines));
    // The threads are not joined: each ends when a channel of its own is closed, and one that waits for input that never
    // comes must not keep the program alive after its output has gone.
    thread::spawn(move || read(first, input, &queue, &work));
    for _ in 0..jobs.get() {
        let lines = Arc::clone(&lines);
        thread::spawn(move || annotate(&lines, engine));
    }
    while let Some(ticket) = next(&tickets, output)? {
        let ticket: Ticket = ticket.map_err(Stopped::Reading)?;
        let answer = next(&ticket.answer, output)?.ok_or(Stopped::Annotating(ticket.number))?;
        writeln!(output, "{}", answer.json).map_err(Stopped::Writing)?;
        done(&Done { number: ticket.number, bytes: ticket.bytes, error: answer.error.as_deref() });
    }
    output.flush().map_err(Stopped::Writing)
}

/// The next thing from `channel`; `output` is flushed before waiting for it. None when nothing more will come.
fn next<T>(channel: &Receiver<T>, output: &mut impl Write) -> Result<Option<T>, Stopped> {
    match channel.try_recv() {
        Ok(next) => Ok(Some(next)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            output.flush().map_err(Stopped::Writing)?;
            Ok(channel.recv().ok())
        }
    }
}

/// Hands out lines until the input ends or nobody wants any.
fn read(first: u64, mut input: impl BufRead, queue: &SyncSender<io::Result<Ticket>>, work: &SyncSender<Line>) {
    for number in first.. {
        let mut bytes = Vec::new();
        match input.read_until(b'\n', &mut bytes) {
            Ok(0) => return,
            Ok(_) => {}
            Err(error) => {
                // If the writer has gone as well, there is nobody left to tell.
                let _ = queue.send(Err(error));
                return;
            }
        }
        let (answer, ticket) = sync_channel(1);
        let ticket = Ticket { number, bytes: bytes.len() as u64, answer: ticket };
        bytes.pop_if(|last| *last == b'\n');
        if queue.send(Ok(ticket)).is_err() || work.send(Line { number, bytes, answer }).is_err() {
            return;
        }
    }
}

/// Annotates lines until there are no more. The engine promises not to panic; should it break that, it costs the line.
fn annotate(lines: &Mutex<Receiver<Line>>, engine: fn(&[u8], u64) -> Answer) {
    loop {
        // In a statement of its own, so that the lock is open again while this thread works.
        let line = lines.lock().map(|lines| lines.recv());
        let Ok(Ok(Line { number, bytes, answer })) = line else { return };
        let done = catch_unwind(|| engine(&bytes, number)).unwrap_or_else(|_| refuse_line(&bytes, number, FAULT));
        // The writer may have gone; then the queue is closed too and the reader stops.
        let _ = answer.send(done);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(input: &'static [u8], jobs: usize) -> (String, Vec<u64>) {
        let (mut output, mut failed) = (Vec::new(), Vec::new());
        let jobs = NonZero::new(jobs).unwrap();
        annotate_lines(input, &mut output, jobs, |done| failed.extend(done.error.map(|_| done.number))).unwrap();
        (String::from_utf8(output).unwrap(), failed)
    }

    #[test]
    fn lines_end_with_a_line_feed_a_crlf_or_the_input() {
        let (output, failed) = run(b"{\"text\":\"\",\"id\":1}\r\n\n{\"text\":\"\",\"id\":3}", 2);
        let ids: Vec<_> = output.lines().map(|line| &line[..7]).collect();
        assert_eq!((ids, failed), (vec!["{\"id\":1", "{\"id\":n", "{\"id\":3"], vec![2]));
        assert_eq!(run(b"", 1), (String::new(), vec![]));
    }

    #[test]
    fn the_output_keeps_the_order_of_the_input_whatever_the_number_of_jobs() {
        let line = |id: usize| format!("{{\"id\":{id},\"text\":\"{}\"}}", "“No,” she said. ".repeat(id * 7 % 50));
        let input = (0..500).map(line).collect::<Vec<_>>().join("\n");
        let input: &'static [u8] = input.leak().as_bytes();
        let one = run(input, 1);
        assert_eq!(one.0.lines().count(), 500);
        assert_eq!(run(input, 7), one);
    }

    #[test]
    fn a_fault_of_the_engine_costs_one_line() {
        let engine: fn(&[u8], u64) -> Answer = |line, number| {
            assert_ne!(number, 2, "this panic is part of the test");
            annotate_line(line, number)
        };
        let input = &b"{\"id\":1,\"text\":\"\"}\n{\"id\":2,\"text\":\"\"}\n{\"id\":3,\"text\":\"\"}\n"[..];
        let mut output = Vec::new();
        annotate_lines_with(engine, 1, input, &mut output, NonZero::<usize>::MIN, |_| ()).unwrap();
        let output = String::from_utf8(output).unwrap();
        let lines: Vec<&str> = output.lines().collect();
        assert_eq!(lines.len(), 3);
        assert_eq!(lines[1], format!("{{\"id\":2,\"error\":\"{FAULT}\",\"line\":2}}"));
    }

    #[test]
    fn an_input_that_breaks_off_is_told_from_one_that_ends() {
        struct Broken;
        impl io::Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("the disk has gone"))
            }
        }
        let input = io::BufReader::new(io::Read::chain(&b"{\"text\":\"\"}\n{"[..], Broken));
        let mut output = Vec::new();
        let result = annotate_lines(input, &mut output, NonZero::<usize>::MIN, |_| ());
        assert!(matches!(result, Err(Stopped::Reading(_))), "{result:?}");
        assert_eq!(output.split(|&b| b == b'\n').count(), 2, "the line before is written");
    }
}
