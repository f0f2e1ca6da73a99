//! The figures on hand-labelled articles, as the scorer beside the checkout counts them.
//!
//! Articles and scorer are no part of the project. They lie in the folder `shared` beside the checkout, or where
//! `HEARSAY_SHARED` says; without them these tests say so and pass.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is wanted of a figure.
enum Wanted {
    AtLeast(f64),
    AtMost(f64),
}
use Wanted::{AtLeast, AtMost};

/// Says on the terminal, past the test harness, which keeps back what a test prints.
fn say(message: &str) {
    let _ = writeln!(std::io::stderr(), "{message}");
}

fn shared() -> PathBuf {
    std::env::var_os("HEARSAY_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from)
}

/// The figures of the program's reports on `gold`, a path inside the shared folder; none where that is not there.
fn figures(gold: &str) -> Option<BTreeMap<String, f64>> {
    let shared = shared();
    let (gold, scorer) = (shared.join(gold), shared.join("tools/score_gold.py"));
    if let Some(missing) = [&gold, &scorer].into_iter().find(|path| !path.exists()) {
        say(&format!("skipped: there is no {}", missing.display()));
        return None;
    }
    // Tests run side by side, and two may ask for the same set: each has a file of its own.
    let test = std::thread::current().name().unwrap_or_default().replace("::", "-");
    let reports = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}-reports.ndjson"));
    let status = Command::new(env!("CARGO_BIN_EXE_hearsay"))
        .args(["annotate", "--input"])
        .arg(&gold)
        .arg("--output")
        .arg(&reports)
        .status()
        .expect("the program starts");
    assert!(status.success(), "hearsay annotate ended with {status}");
    let Ok(output) = Command::new("python3").arg(&scorer).arg(&gold).arg(&reports).output() else {
        say("skipped: the scorer needs python3, and there is none");
        return None;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let rows = String::from_utf8(output.stdout).expect("UTF-8");
    say(&format!("{}\n{rows}", gold.display()));
    Some(
        rows.lines()
            .filter_map(|row| row.split_once(' '))
            .filter_map(|(k, v)| Some((k.into(), v.trim().parse().ok()?)))
            .collect(),
    )
}

#[track_caller]
fn check(gold: &str, wanted: &[(&str, Wanted)]) {
    let Some(figures) = figures(gold) else { return };
    let mut missed = Vec::new();
    for (name, wanted) in wanted {
        let figure = figures[*name];
        match wanted {
            AtLeast(least) if figure < *least => missed.push(format!("{name} is {figure}, at least {least} is wanted")),
            AtMost(most) if figure > *most => missed.push(format!("{name} is {figure}, at most {most} is wanted")),
            _ => {}
        }
    }
    assert!(missed.is_empty(), "{gold}: {}", missed.join("; "));
}

#[test]
fn the_founding_article_s_speakers_come_out_right() {
    check(
        "seed/gold.jsonl",
        &[("quote.found", AtLeast(100.0)), ("quote.speaker", AtLeast(100.0)), ("quote.wrong_name", AtMost(0.0))],
    );
}

#[test]
fn the_founding_article_s_warnings_come_out_right() {
    check("seed/gold.jsonl", &[("warning.f1", AtLeast(100.0))]);
}

#[test]
fn the_labelled_articles_reach_their_figures() {
    check(
        "gold/dev.jsonl",
        &[
            ("quote.found", AtLeast(98.0)),
            ("quote.speaker", AtLeast(96.0)),
            ("quote.wrong_name", AtMost(2.0)),
            ("quote.false", AtMost(8.0)),
            ("indirect.found", AtLeast(76.0)),
            ("role", AtLeast(90.0)),
        ],
    );
}

#[test]
fn the_labelled_articles_warnings_reach_their_figures() {
    check(
        "gold/dev.jsonl",
        &[("warning.precision", AtLeast(85.0)), ("warning.f1", AtLeast(75.0)), ("warning.any", AtLeast(80.0))],
    );
}
