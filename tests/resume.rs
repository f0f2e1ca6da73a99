//! `hearsay annotate --resume`: after a kill the output becomes what a run in one go would have written.

#[path = "common/run.rs"]
mod run;

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Output;
use std::thread;

/// An empty folder for one test.
fn folder(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("resume").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Articles of different lengths; every tenth line is none, so that the numbers of lines show too.
fn articles(count: usize) -> String {
    let line = |id: usize| match id % 10 {
        3 => "no article\n".to_owned(),
        _ => format!("{{\"id\":{id},\"text\":\"{}\"}}\n", "“It holds,” said Ada Quill, an engineer. ".repeat(id % 7)),
    };
    (0..count).map(line).collect()
}

fn in_one_go(input: &str) -> String {
    String::from_utf8(run::run(&["annotate", "--jobs", "1"], input.as_bytes()).stdout).unwrap()
}

fn resume(output: &str, input: &str, jobs: &str) -> Output {
    run::run(&["annotate", "--resume", "--output", output, "--jobs", jobs], input.as_bytes())
}

#[test]
fn a_killed_run_goes_on_and_ends_as_if_it_had_not_been() {
    let path = folder("killed").join("out.ndjson");
    let out = path.to_str().unwrap();
    let input = articles(3_000);
    let mut child = run::start(&["annotate", "--output", out, "--jobs", "2"]);
    let mut stdin = child.stdin.take().unwrap();
    thread::scope(|scope| {
        // All but the end, so that the run cannot be over before it is killed; the pipe breaks in the middle.
        scope.spawn(|| stdin.write_all(&input.as_bytes()[..input.len() - 10]));
        while fs::metadata(&path).map_or(0, |about| about.len()) < 50_000 {
            assert!(child.try_wait().unwrap().is_none(), "it ended by itself");
            thread::yield_now();
        }
        child.kill().unwrap();
        child.wait().unwrap();
    });
    let whole = in_one_go(&input);
    let broken = fs::read_to_string(&path).unwrap();
    assert!(broken.len() < whole.len() && whole.starts_with(&broken));
    resume(out, &input, "2");
    assert!(fs::read_to_string(&path).unwrap() == whole, "not as in one go");
}

#[test]
fn wherever_the_output_breaks_off_nothing_is_lost_and_nothing_is_there_twice() {
    let path = folder("cut").join("out.ndjson");
    let out = path.to_str().unwrap();
    let input = articles(12);
    let whole = in_one_go(&input);
    let first = whole.find('\n').unwrap();
    for end in [0, 1, first, first + 1, first + 2, whole.len() / 2, whole.len() - 1, whole.len()] {
        fs::write(&path, &whole[..end]).unwrap();
        resume(out, &input, "1");
        assert_eq!(fs::read_to_string(&path).unwrap(), whole, "broken off after {end} bytes");
    }
}

#[test]
fn without_an_output_it_begins_and_after_a_whole_one_it_does_nothing() {
    let path = folder("ends").join("out.ndjson");
    let out = path.to_str().unwrap();
    // The last line of the input has no end of its own.
    let input = articles(3).trim_end().to_owned();
    let first = resume(out, &input, "1");
    let whole = fs::read_to_string(&path).unwrap();
    assert!(first.status.success() && first.stderr.is_empty());
    assert_eq!(whole, in_one_go(&input));
    assert!(resume(out, &input, "1").status.success());
    assert_eq!(fs::read_to_string(&path).unwrap(), whole);
}

#[test]
fn an_output_of_another_input_is_left_as_it_is() {
    let path = folder("foreign").join("out.ndjson");
    fs::write(&path, "{}\n{}\n{}\n{").unwrap();
    let answer = resume(path.to_str().unwrap(), &articles(2), "1");
    assert_eq!(answer.status.code(), Some(2));
    let told = String::from_utf8(answer.stderr).unwrap();
    assert!(told.contains("has 3 lines, more than standard input") && told.contains("leave out --resume"), "{told}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "{}\n{}\n{}\n{");
}

#[test]
fn standard_output_cannot_be_gone_on_with() {
    let answer = run::run(&["annotate", "--resume"], b"");
    assert_eq!(answer.status.code(), Some(2));
    assert!(String::from_utf8(answer.stderr).unwrap().contains("name the file with --output"));
}
