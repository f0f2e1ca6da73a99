//! What `tools/count.mjs` counts the instructions of: `counted CASE`. Only what happens inside of [`counted`] is counted.

use std::hint::black_box;
use std::process::ExitCode;

use hearsay::{Article, Options, Reader, Report, analyze};

/// A thousand words, kept apart from `samples/` so that a better sample is no change of speed.
const STORY: &str = include_str!("../../benches/inputs/story.txt");
const LATE: &str = "“It holds,” said Ada Quill, an engineer. Nobody else had looked.";

/// The counter is switched on here, by this name.
#[inline(never)]
fn counted<T>(work: impl FnOnce() -> T) -> T {
    black_box(black_box(work)())
}

fn article(text: String) -> Article {
    Article { language: Some("en".into()), ..Article::new(text) }
}

fn run(case: &str) -> Option<Report> {
    let options = Options::default();
    let read = |text: &str| analyze(&article(text.to_owned()), &options);
    if case == "load" {
        // Lists and model are read with the first article, whatever its length.
        return Some(counted(|| read(LATE)));
    }
    read(LATE);
    match case {
        "story" => Some(counted(|| read(STORY))),
        "without quotation marks" => {
            let plain = STORY.replace(['“', '”'], "");
            Some(counted(|| read(&plain)))
        }
        "late paragraph" => {
            let mut reader = Reader::new(options);
            reader.read(&article(STORY.repeat(5)));
            let later = article(STORY.repeat(5) + LATE);
            Some(counted(|| reader.read(&later)))
        }
        _ => None,
    }
}

fn main() -> ExitCode {
    let case = std::env::args().nth(1).unwrap_or_default();
    match run(&case) {
        Some(report) => {
            println!("{} statements", report.attributions.len());
            ExitCode::SUCCESS
        }
        None => ExitCode::from(2),
    }
}
