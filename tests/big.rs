//! Work is proportional to the text: no input makes the engine slow out of proportion.
//!
//! Each test times one shape of text at two sizes and compares. Ratios only, so how fast a machine is does not matter;
//! and processor time where the system tells it, so what else the machine does matters little.

#[path = "common/samples.rs"]
mod samples;
#[path = "common/valid.rs"]
mod valid;

use std::fs;
use std::time::{Duration, Instant};

use hearsay::{Article, Options, Reader, analyze};

/// How much longer the long text is.
const GROWTH: usize = 8;

/// How much longer it may take. Twice the growth leaves room for caches and logarithms; quadratic work would be 64.
const PATIENCE: f64 = 20.0;

/// Without optimisation texts are an eighth as long: the ratio shows just the same.
const FULL: usize = if cfg!(debug_assertions) { 1 } else { 8 };

fn article(text: String) -> Article {
    Article { language: Some("en".into()), ..Article::new(text) }
}

/// The time that this thread has spent on a processor, where the system tells (Linux).
fn processor_time() -> Option<Duration> {
    let nanoseconds = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    nanoseconds.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

fn time(article: &Article) -> Duration {
    let (start, start_here) = (Instant::now(), processor_time());
    let report = analyze(article, &Options::default());
    let time = match (start_here, processor_time()) {
        (Some(start), Some(end)) => end.saturating_sub(start),
        _ => start.elapsed(),
    };
    drop(report);
    time
}

/// `shape(n)` is a text of about n units.
#[track_caller]
fn check_growth(units: usize, shape: impl Fn(usize) -> String) {
    let long = article(shape(units));
    let short = article(shape(units / GROWTH));
    let short_time = (0..3).map(|_| time(&short)).min().unwrap_or_default();
    let long_time = time(&long);
    // A run of less than a millisecond says nothing of the engine.
    let ratio = long_time.as_secs_f64() / short_time.as_secs_f64().max(0.001);
    let (long, short) = (long.text.len(), short.text.len());
    assert!(
        ratio < PATIENCE,
        "{short} bytes took {short_time:?}, {long} bytes {long_time:?}: {ratio:.1} times as long"
    );
}

#[test]
fn five_megabytes_in_one_paragraph() {
    let words = samples::all().iter().map(|s| s.text.replace('\n', " ")).collect::<Vec<_>>().join(" ");
    check_growth(640_000 * FULL, |bytes| words.chars().cycle().take(bytes).collect());
}

#[test]
fn twenty_thousand_paragraphs() {
    let lines: Vec<String> =
        samples::all().iter().flat_map(|s| s.text.lines().map(String::from).collect::<Vec<_>>()).collect();
    check_growth(2_500 * FULL, |count| {
        lines.iter().cycle().take(count).map(String::as_str).collect::<Vec<_>>().join("\n")
    });
}

#[test]
fn a_hundred_thousand_quotation_marks() {
    for piece in ["“a ", "“a” ", "\"a ", "\" ", "‘a’ “b” ", "'a' "] {
        check_growth(12_500 * FULL, |count| piece.repeat(count));
    }
}

#[test]
fn a_hundred_thousand_names_cues_and_pronouns() {
    let name = |n: usize| format!("Ada{} Quill{} said she would. ", "ab".repeat(n % 5), "cd".repeat(n % 7));
    for piece in [|_| String::from("he said that "), |n: usize| format!("Ada{n} Quill{n}, a mayor, ")] {
        check_growth(2_000 * FULL, |count| (0..count).map(piece).collect());
    }
    check_growth(2_000 * FULL, |count| (0..count).map(name).collect());
}

#[test]
fn a_long_text_without_spaces_or_ends() {
    for piece in ["a", "A.", "é", ",", "((", "-", "\u{301}", "A ", "Aa ", "! ", "a. "] {
        check_growth(80_000 * FULL, |count| piece.repeat(count));
    }
}

/// The page hands the article in again after each late paragraph.
#[test]
fn a_late_paragraph_costs_its_own_reading() {
    let lines: Vec<String> =
        samples::all().iter().flat_map(|s| s.text.lines().map(String::from).collect::<Vec<_>>()).collect();
    let whole = article(lines.join("\n"));
    let mut reader = Reader::new(Options::default());
    valid::check(&whole.text, &reader.read(&whole));
    let before = reader.paragraphs_read();
    reader.read(&article(whole.text.clone() + "\n“It holds,” said Ada Quill, an engineer."));
    let read = reader.paragraphs_read() - before;
    assert!(read <= 1, "one paragraph arrived, {read} were read");
}
