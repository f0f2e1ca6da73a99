//! Runs the command line as a user's shell would.

use std::io::Write;
use std::process::{Child, Command, Output, Stdio};
use std::thread;

/// The program, started with all three streams piped.
pub(crate) fn start(args: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_hearsay"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts")
}

/// The program's answer to `input`.
pub(crate) fn run(args: &[&str], input: &[u8]) -> Output {
    let mut child = start(args);
    let mut stdin = child.stdin.take().expect("a pipe");
    thread::scope(|scope| {
        // Beside the reading: with more input than the pipes hold, both sides would wait for each other. A program that
        // ends without reading closes the pipe, which is its right.
        scope.spawn(move || stdin.write_all(input));
        child.wait_with_output().expect("the program ends")
    })
}
