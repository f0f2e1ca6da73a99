//! The memory that `hearsay annotate` needs is that of a few lines, not of the input.

#[path = "common/run.rs"]
mod run;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::thread;

/// A line of this size, most of it in a member that is passed over: the test is about the stream, not about the engine.
const LINE: usize = 50_000;

/// The most memory that the process has had so far, in KiB; none where the system does not tell.
fn peak(process: u32) -> Option<usize> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok())
}

#[test]
fn memory_does_not_grow_with_the_input() {
    if peak(std::process::id()).is_none() {
        // Past the test harness, which keeps back what a test prints.
        let _ = writeln!(std::io::stderr(), "skipped: no peak of memory in /proc on this system");
        return;
    }
    let mut child = run::start(&["annotate", "--jobs", "2"]);
    let (mut stdin, stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let mut answers = BufReader::new(stdout).lines();
    let line = format!("{{\"text\": \"No one said so.\", \"html\": \"{}\"}}\n", "x".repeat(LINE));
    let mut feed = |lines: usize| {
        thread::scope(|scope| {
            scope.spawn(|| (0..lines).for_each(|_| stdin.write_all(line.as_bytes()).unwrap()));
            for _ in 0..lines {
                answers.next().unwrap().unwrap();
            }
        });
        peak(child.id()).unwrap()
    };
    let (few, many) = (feed(50), feed(2_000));
    // 100 MB have gone through; what may come on top is the allocator's own.
    assert!(many < few + 4_096, "{few} KiB after 50 lines, {many} KiB after 2,050");
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_line_of_eight_megabytes_is_a_line() {
    let text = "word ".repeat(1_600_000);
    let output = run::run(&["annotate"], format!("{{\"id\": 1, \"text\": \"\", \"html\": \"{text}\"}}\n").as_bytes());
    assert!(output.stdout.starts_with(b"{\"id\":1,\"language\":"));
    assert!(output.status.success());
}
