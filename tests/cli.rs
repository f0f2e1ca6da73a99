//! `hearsay` from outside: arguments, files, streams, messages, exit status.

#[path = "common/run.rs"]
mod run;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::Output;

use run::{run, start};

/// A fresh place for one test's files.
fn folder(test: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

#[track_caller]
fn check(output: &Output, status: i32, stdout: &str, stderr: &str) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert_eq!((text(&output.stdout), text(&output.stderr)), (stdout.into(), stderr.into()));
    assert_eq!(output.status.code(), Some(status));
}

/// What stands in the output for an article in which nothing can be found.
fn nothing(id: &str) -> String {
    format!("{{\"id\":{id},\"language\":\"und\",\"speakers\":[],\"attributions\":[],\"warnings\":[]}}\n")
}

#[test]
fn the_help_shows_the_commands_with_examples_and_exit_status() {
    let help = run(&["--help"], b"");
    let text = String::from_utf8(help.stdout).unwrap();
    for part in ["annotate", "read", "Examples:", "hearsay annotate --input", "Exit status:"] {
        assert!(text.contains(part), "no `{part}` in:\n{text}");
    }
    assert_eq!(help.status.code(), Some(0));
    let help = String::from_utf8(run(&["annotate", "--help"], b"").stdout).unwrap();
    for part in ["--input <FILE>", "--output <FILE>", "--jobs <N>", "code points"] {
        assert!(help.contains(part), "no `{part}` in:\n{help}");
    }
    check(&run(&["--version"], b""), 0, concat!("hearsay ", env!("CARGO_PKG_VERSION"), "\n"), "");
}

#[test]
fn a_command_that_cannot_be_run_as_given_ends_with_2() {
    for args in [&[][..], &["annotat"], &["annotate", "--jobs", "0"], &["annotate", "--jobs", "x"], &["read"]] {
        let output = run(args, b"");
        assert_eq!((output.status.code(), &output.stdout[..]), (Some(2), &b""[..]), "{args:?}");
        assert!(!output.stderr.is_empty(), "{args:?} says why");
    }
}

#[test]
fn an_article_is_exported_in_each_form() {
    let text = "“It holds,” said Ada Quill, an engineer.".as_bytes();
    let written = |args: &[&str]| String::from_utf8(run(args, text).stdout).unwrap();
    let json = written(&["export", "--format", "annotations", "--source", "https://news.example/1", "-"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let target = &json["first"]["items"][0]["target"][0];
    assert_eq!((&target["source"], &target["selector"][1]["start"]), (&"https://news.example/1".into(), &1.into()));
    let markdown = written(&["export", "-f", "markdown", "--title", "The bridge", "-"]);
    assert!(markdown.starts_with("# The bridge\n") && markdown.contains("**Ada Quill**, an engineer"), "{markdown}");
    assert!(!markdown.contains("panel"), "every text is there: {markdown}");
    assert!(
        written(&["export", "-f", "csv", "-"])
            .contains("\r\nstatement,0,direct,Ada Quill,an engineer,person,true,\"It holds,\"")
    );

    let folder = folder("export");
    let (article, table) = (folder.join("my article.txt"), folder.join("table.csv"));
    fs::write(&article, text).unwrap();
    let article = article.to_str().unwrap();
    check(&run(&["export", "-f", "csv", "-o", table.to_str().unwrap(), article], b""), 0, "", "");
    assert!(fs::read_to_string(table).unwrap().starts_with("record,id,kind"));
    assert!(written(&["export", "-f", "annotations", article]).contains("\"source\": \"my%20article.txt\""));
    assert_eq!(run(&["export", "-f", "pdf", article], b"").status.code(), Some(2));
}

#[test]
fn every_line_has_its_answer_and_a_broken_one_stops_nothing() {
    let input =
        b"{\"id\": \"a\", \"text\": \"\"}\r\n\n{\"id\": 3}\n{\"id\": \"\xff\"}\nnull\n{\"id\": [6], \"text\": \"\"}";
    let errors = [
        (2, "null", "the line is empty; each line must be one JSON object"),
        (3, "3", "the object has no `text`"),
        (4, "null", "byte 9 of the line is not UTF-8; convert the input to UTF-8, for instance with iconv"),
        (5, "null", "invalid type: null, expected a JSON object (column 4)"),
    ];
    let lines: String = errors.map(|(n, id, e)| format!("{{\"id\":{id},\"error\":\"{e}\",\"line\":{n}}}\n")).concat();
    let messages = errors.map(|(n, _, error)| format!("hearsay: line {n}: {error}\n")).concat();
    check(&run(&["annotate"], input), 1, &(nothing("\"a\"") + &lines + &nothing("[6]")), &messages);
}

#[test]
fn nothing_in_gives_nothing_out() {
    check(&run(&["annotate"], b""), 0, "", "");
}

#[test]
fn the_number_of_jobs_changes_no_byte() {
    let input: Vec<u8> = (0..300)
        .flat_map(|id| {
            let text = "“It holds,” said Ada Quill, an engineer. Some doubt it.\n".repeat(id % 7);
            serde_json::json!({"id": id, "text": text}).to_string().into_bytes().into_iter().chain([b'\n'])
        })
        .collect();
    let one = run(&["annotate", "--jobs", "1"], &input);
    assert_eq!(one.stdout.split_inclusive(|&b| b == b'\n').count(), 300);
    for jobs in ["2", "9"] {
        assert!(run(&["annotate", "--jobs", jobs], &input).stdout == one.stdout, "--jobs {jobs} gives other bytes");
    }
    assert!(run(&["annotate"], &input).stdout == one.stdout, "the default gives other bytes");
}

#[test]
fn files_are_read_and_written() {
    let folder = folder("files");
    let (input, output) = (folder.join("in.ndjson"), folder.join("out.ndjson"));
    fs::write(&input, "{\"id\": 1, \"text\": \"\"}\n").unwrap();
    let (input, output) = (input.to_str().unwrap(), output.to_str().unwrap());
    check(&run(&["annotate", "--input", input, "--output", output], b""), 0, "", "");
    assert_eq!(fs::read_to_string(output).unwrap(), nothing("1"));
    check(&run(&["annotate", "-i", "-", "-o", "-"], b"{\"text\":\"\"}"), 0, &nothing("null"), "");

    let same = format!("hearsay: {input} is the input too; name another output\n");
    check(&run(&["annotate", "--input", input, "--output", input], b""), 2, "", &same);
    assert_eq!(fs::read_to_string(input).unwrap().len(), 22, "the input is whole");
}

#[test]
fn a_file_that_cannot_be_opened_is_named_with_the_remedy() {
    let folder = folder("missing");
    let missing = folder.join("missing.ndjson");
    for args in [["annotate", "--input", missing.to_str().unwrap()], ["read", "--marks", missing.to_str().unwrap()]] {
        let output = run(&args, b"");
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{message}");
        assert!(message.contains("missing.ndjson") && message.contains("check the path"), "{message}");
    }
    let path = folder.to_str().unwrap();
    let message = format!("hearsay: {path} is a folder; name a file in it\n");
    check(&run(&["annotate", "--input", path], b""), 2, "", &message);
    let output = run(&["annotate", "--output", folder.join("no/out.ndjson").to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("check that its folder exists"));
}

#[test]
fn an_answer_comes_while_the_input_is_still_open() {
    let mut child = start(&["annotate"]);
    let (mut stdin, stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let mut answers = BufReader::new(stdout).lines();
    for id in ["1", "2", "3"] {
        writeln!(stdin, "{{\"id\": {id}, \"text\": \"\"}}").unwrap();
        assert_eq!(answers.next().unwrap().unwrap() + "\n", nothing(id));
    }
    drop(stdin);
    assert!(answers.next().is_none());
    assert!(child.wait().unwrap().success());
}

/// Also with input that would never end: the program waits for no more of it once nobody reads.
#[test]
fn a_reader_that_has_gone_ends_it_quietly() {
    let mut child = start(&["annotate"]);
    let (mut stdin, stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let mut lines = BufReader::new(stdout).lines();
    writeln!(stdin, "{{\"id\": 1, \"text\": \"\"}}").unwrap();
    assert_eq!(lines.next().unwrap().unwrap() + "\n", nothing("1"));
    drop(lines);
    // The pipe's own buffers may take some more lines before the program notices; the input stays open throughout.
    while child.try_wait().unwrap().is_none() {
        let _ = writeln!(stdin, "{{\"text\": \"\"}}");
    }
    let mut message = String::new();
    child.stderr.take().unwrap().read_to_string(&mut message).unwrap();
    assert_eq!((child.wait().unwrap().code(), message.as_str()), (Some(141), ""));
}

#[test]
fn reading_a_text_file_prints_tables() {
    let folder = folder("read");
    let path = folder.join("article.txt");
    fs::write(&path, "\u{feff}“It holds,” said Ada Quill, an engineer.\n").unwrap();
    let output = run(&["read", path.to_str().unwrap()], b"");
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    for title in ["Language: ", "\nSpeakers (", "\nStatements (", "\nWarnings ("] {
        assert!(text.contains(title), "no {title:?} in:\n{text}");
    }
    let output = run(&["read", "--marks", "-"], b"caf\xe9");
    check(
        &output,
        0,
        "caf\u{fffd}\n\nLanguage: und\n\nSpeakers (0)\n\nStatements (0)\n\nWarnings (0)\n",
        "hearsay: standard input is not UTF-8; \u{fffd} stands for what could not be read\n",
    );
}
