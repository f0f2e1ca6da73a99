//! Thousand characters a second of Hearsay and of harper-core's linting on the same text, in turn on one thread.
//! Prints one line of JSON.

use std::time::Instant;

use harper_core::linting::{LintGroup, Linter};
use harper_core::spell::FstDictionary;
use harper_core::{Dialect, Document};
use hearsay::{Article, Options, analyze};

const ROUNDS: usize = 7;

/// The middle of the times of seven rounds, and of the same for the other one: taken in turn, so that a machine that is
/// busy with other things slows down both.
fn main() {
    let text = include_str!("../../inputs/story.txt");
    let article = Article { language: Some("en".into()), ..Article::new(text) };
    let dictionary = FstDictionary::curated();
    let mut linter = LintGroup::new_curated(dictionary.clone(), Dialect::British);
    let ours = || analyze(&article, &Options::default()).attributions.len();
    let mut theirs = || {
        // Its linter remembers sentences that it has seen; a text that is read for the first time has none of those.
        linter = LintGroup::new_curated(dictionary.clone(), Dialect::British);
        let began = Instant::now();
        let found = linter.lint(&Document::new_plain_english(text, &dictionary)).len();
        (found, began.elapsed().as_secs_f64())
    };
    let (mut hearsay, mut harper) = (Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        let began = Instant::now();
        assert!(ours() > 0);
        let time = began.elapsed().as_secs_f64();
        let (_, other) = theirs();
        // The first round reads dictionaries and lists.
        if round > 0 {
            hearsay.push(time);
            harper.push(other);
        }
    }
    let rate = |times: &mut Vec<f64>| {
        times.sort_by(f64::total_cmp);
        text.chars().count() as f64 / times[ROUNDS / 2]
    };
    let (hearsay, harper) = (rate(&mut hearsay), rate(&mut harper));
    println!("{{\"hearsay\":{hearsay:.0},\"harper\":{harper:.0},\"ratio\":{:.1}}}", hearsay / harper);
}
