//! The native engine's figures for `./build.sh bench`, as one line of JSON; with `story` as its argument, the first of them
//! alone. Criterion's benchmarks beside it say more of fewer things; here are those that the project has set itself.

use std::hint::black_box;
use std::time::Instant;

use hearsay::{Article, Options, Reader, analyze};

const STORY: &str = include_str!("../../benches/inputs/story.txt");
const LATE: &str = "“It holds,” said Ada Quill, an engineer. Nobody else had looked.";
const ROUNDS: usize = 15;

fn article(text: String) -> Article {
    Article { language: Some("en".into()), ..Article::new(text) }
}

/// The middle of several times, in milliseconds.
fn median<I>(rounds: usize, mut before: impl FnMut() -> I, mut work: impl FnMut(I)) -> f64 {
    let mut times: Vec<f64> = (0..rounds)
        .map(|_| {
            let input = before();
            let began = Instant::now();
            work(input);
            began.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[rounds / 2]
}

/// The story again and again, each time with a sentence more to each paragraph, so that no paragraph is there twice: what was read is remembered.
fn long(times: usize) -> String {
    let other = |n: usize| STORY.lines().map(move |line| format!("{line} It was day {n}."));
    (0..times).flat_map(other).collect::<Vec<_>>().join("\n")
}

fn main() {
    let options = Options::default();
    let words = |text: &str| text.split_whitespace().count() as f64;
    let read = |text: &str, rounds| {
        let article = article(text.to_owned());
        analyze(&article, &options);
        median(rounds, || (), |()| drop(black_box(analyze(black_box(&article), &options))))
    };
    let story = read(STORY, ROUNDS);
    let thousand = story * 1000.0 / words(STORY);
    if std::env::args().nth(1).is_some_and(|what| what == "story") {
        return println!("{{\"thousand\":{thousand:.2}}}");
    }
    let short = read(&long(1), ROUNDS) / words(&long(1));
    let long_text = long(100);
    let growth = read(&long_text, 3) / words(&long_text) / short;

    let page = long(5);
    let (after, before) = (article(format!("{page}\n{LATE}")), article(page));
    let mut again = 0;
    let late = median(
        ROUNDS,
        || {
            let mut reader = Reader::new(options);
            reader.read(&before);
            reader
        },
        |mut reader| {
            let known = reader.paragraphs_read();
            black_box(reader.read(&after));
            again = reader.paragraphs_read() - known - 1;
        },
    );
    let rate = STORY.chars().count() as f64 / story;
    println!(
        "{{\"thousand\":{thousand:.2},\"growth\":{growth:.2},\"late\":{late:.2},\"again\":{again},\"rate\":{rate:.0}}}"
    );
}
