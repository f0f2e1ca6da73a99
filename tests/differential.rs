//! One report for one text: the native program, the WebAssembly engine and its JavaScript twin give the same bytes.
//!
//! Needs Node and both engines built, so it waits to be asked for: `./build.sh test` builds them and runs
//! `cargo test --test differential -- --ignored`. `HEARSAY_CASES` sets how many texts are made up (default 300).

#[path = "common/nasty.rs"]
mod nasty;
#[path = "common/samples.rs"]
mod samples;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::json;

fn lines() -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for sample in samples::all() {
        let (title, _) = sample.text.split_once('\n').unwrap_or_default();
        lines.push(
            json!({"id": format!("{} with title", sample.name), "title": title, "text": sample.text}).to_string(),
        );
        lines.push(json!({"id": sample.name, "text": sample.text}).to_string());
    }
    // The same texts on every run: a difference that shows only sometimes would be hard to find again.
    let mut runner = TestRunner::deterministic();
    let cases = std::env::var("HEARSAY_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(300);
    let text = prop_oneof![4 => nasty::text(), 1 => nasty::damaged_article()];
    let language = prop_oneof![4 => Just(Some("en")), 1 => Just(None), 1 => Just(Some("de"))];
    let case = (text, language);
    for id in 0..cases {
        let (text, language) = case.new_tree(&mut runner).expect("these strategies reject nothing").current();
        lines.push(json!({"id": id, "text": text, "language": language}).to_string());
    }
    lines
}

/// What `command` gives for the file `input`, line by line. Over files, not pipes: no side ever waits for the other.
fn output_of(command: &mut Command, input: &Path, name: &str) -> Vec<String> {
    let path = input.with_file_name(format!("{name}.ndjson"));
    let done = command
        .stdin(File::open(input).expect("the input just written"))
        .stdout(File::create(&path).expect("a file in target/tmp"))
        .output()
        .unwrap_or_else(|error| panic!("{name}: cannot start {}: {error}", command.get_program().display()));
    let messages = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{name} ended with {}:\n{messages}", done.status);
    fs::read_to_string(path).expect("UTF-8").lines().map(String::from).collect()
}

#[test]
#[ignore = "needs both engines built; ./build.sh test does that and runs it"]
fn native_wasm_and_twin_give_the_same_bytes() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("differential");
    fs::create_dir_all(&folder).unwrap();
    let input = folder.join("in.ndjson");
    let lines = lines();
    fs::write(&input, lines.join("\n") + "\n").unwrap();
    let native = output_of(Command::new(env!("CARGO_BIN_EXE_hearsay")).arg("annotate"), &input, "native");
    assert_eq!(native.len(), lines.len(), "a line out for each line in");
    let found = native.iter().filter(|line| line.contains("\"cue\":")).count();
    assert!(found * 4 > lines.len(), "only {found} of {} texts hold anything to compare", lines.len());
    for kind in ["wasm", "twin"] {
        let engine = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/engine.mjs");
        let other = output_of(Command::new("node").arg(engine).arg(kind), &input, kind);
        assert_eq!(other.len(), native.len(), "{kind}: a line out for each line in");
        for ((line, native), other) in lines.iter().zip(&native).zip(&other) {
            if native != other {
                let at = native.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
                panic!("{kind} differs from native at byte {at} on\n{line}\nnative: {native}\n{kind}:   {other}");
            }
        }
    }
}
