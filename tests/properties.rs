//! What must hold for any text whatever.

#[path = "common/nasty.rs"]
mod nasty;
#[path = "common/samples.rs"]
mod samples;
#[path = "common/valid.rs"]
mod valid;

use hearsay::text::OffsetMap;
use hearsay::wire::annotate_line;
use hearsay::{Article, Options, Reader, analyze};
use proptest::prelude::*;

/// Most texts here are too odd for their language to be told; declared as English they are analysed all the same.
fn article(text: String, declared: bool) -> Article {
    Article { language: declared.then(|| "en".into()), ..Article::new(text) }
}

fn check(text: String, declared: bool) {
    let article = article(text, declared);
    let report = analyze(&article, &Options::default());
    valid::check(&article.text, &report);
    assert_eq!(analyze(&article, &Options::default()), report, "the same text, another report");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_valid_report(text in nasty::text(), declared in any::<bool>()) {
        check(text, declared);
    }

    #[test]
    fn any_characters_give_a_valid_report(text in "(\\PC|\\s|[“”‘’\"'«».,]){0,300}") {
        check(text, true);
    }

    #[test]
    fn the_same_in_every_unit(text in nasty::text()) {
        let article = article(text, true);
        let report = analyze(&article, &Options::default());
        let map = OffsetMap::new(&article.text);
        let units: Vec<u16> = article.text.encode_utf16().collect();
        for span in report.attributions.iter().flat_map(|a| &a.content) {
            let there = map.to_utf16(*span);
            let words = String::from_utf16(&units[there.start as usize..there.end as usize]);
            prop_assert_eq!(words.expect("whole characters"), span.of(&article.text));
        }
        // And on the wire, in code points.
        let line = serde_json::json!({"text": &article.text, "language": "en"}).to_string();
        let answer: serde_json::Value = serde_json::from_str(&annotate_line(line.as_bytes(), 1).json).unwrap();
        let points: Vec<char> = article.text.chars().collect();
        for (a, out) in report.attributions.iter().zip(answer["attributions"].as_array().unwrap()) {
            for (span, out) in a.content.iter().zip(out["content"].as_array().unwrap()) {
                let at = |i: usize| out[i].as_u64().unwrap() as usize;
                let words: String = points[at(0)..at(1)].iter().collect();
                prop_assert_eq!(words, span.of(&article.text));
            }
        }
    }

    /// A page's reader sees the article again and again; its memory must not show.
    #[test]
    fn a_reader_that_remembers_finds_the_same(versions in prop::collection::vec(nasty::text(), 1..5), pick in any::<u64>()) {
        let mut reader = Reader::new(Options::default());
        // Each version keeps some of the paragraphs of the ones before, in their order.
        let mut lines: Vec<String> = Vec::new();
        for (n, version) in versions.iter().enumerate() {
            let kept = |i: usize| (pick >> ((i + n * 7) % 64)) & 1 == 1;
            lines = lines.into_iter().enumerate().filter(|(i, _)| kept(*i)).map(|(_, line)| line).collect();
            lines.extend(version.split('\n').map(String::from));
            let article = article(lines.join("\n"), true);
            prop_assert_eq!(reader.read(&article), analyze(&article, &Options::default()));
        }
    }
}

proptest! {
    // Whole articles take longer; there are fewer ways in which they differ.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn a_damaged_article_gives_a_valid_report(text in nasty::damaged_article()) {
        check(text, true);
    }
}

#[test]
fn an_article_that_grows_is_not_read_again() {
    for sample in samples::all() {
        let mut reader = Reader::new(Options::default());
        let lines: Vec<&str> = sample.text.lines().collect();
        let mut reads = Vec::new();
        for end in 1..=lines.len() {
            let before = reader.paragraphs_read();
            let article = article(lines[..end].join("\n"), true);
            let report = reader.read(&article);
            valid::check(&article.text, &report);
            reads.push(reader.paragraphs_read() - before);
        }
        assert!(reads.iter().all(|&n| n <= 1), "{}: paragraphs read at each step: {reads:?}", sample.name);

        let whole = reader.paragraphs_read();
        for end in (1..lines.len()).rev().step_by(5) {
            reader.read(&article(lines[..end].join("\n"), true));
        }
        let again = reader.paragraphs_read() - whole;
        assert_eq!(again, 0, "{}: paragraphs read again while it shrank", sample.name);
    }
}
