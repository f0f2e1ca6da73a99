//! Any text gives a report whose every span lies in it, and the same report again when the article grew to it line by line.
#![no_main]

use hearsay::{Article, Options, Reader, analyze};
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/common/valid.rs"]
mod valid;

fuzz_target!(|data: &[u8]| {
    // Most texts here are too odd for their language to be told; declared as English they are analysed all the same.
    let article = Article { language: Some("en".into()), ..Article::new(String::from_utf8_lossy(data)) };
    let report = analyze(&article, &Options::default());
    valid::check(&article.text, &report);
    let mut reader = Reader::new(Options::default());
    let lines: Vec<&str> = article.text.split('\n').collect();
    for end in [lines.len() / 2, lines.len()] {
        let part = Article { text: lines[..end].join("\n"), ..article.clone() };
        let read = reader.read(&part);
        valid::check(&part.text, &read);
        if end == lines.len() {
            assert_eq!(read, report, "grown to it, the same text has another report");
        }
    }
});
