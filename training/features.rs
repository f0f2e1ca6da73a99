//! Writes what the tagger's network sees of the articles on standard input, for training.
//!
//! One JSON object a line in (`id`, `text`; other members are passed over), one line a paragraph out:
//! `{"id", "tokens": [[start, end], …], "lower": [word, …], "words": [hash, …], "suffixes", "prefixes", "features": [[…], …],
//! "ends": [token, …]}`; offsets count code points of the article, `ends` tells where the sentences end.

use std::io::{self, BufRead, Write};

use hearsay::attribution::{Reading, tagger_input};
use hearsay::lexicon::Lexicon;
use hearsay::text::OffsetMap;
use hearsay::{Article, tagger};
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let lexicon = Lexicon::english();
    let mut out = io::BufWriter::new(io::stdout().lock());
    writeln!(out, "{}", json!({"layout": tagger::LAYOUT, "features": tagger::FEATURES}))?;
    for line in io::stdin().lock().lines() {
        let document: Value = serde_json::from_str(&line?)?;
        let article = Article::new(document["text"].as_str().unwrap_or_default());
        let map = OffsetMap::new(&article.text);
        for (start, text) in article.paragraphs() {
            let reading = Reading::by_rules(text, lexicon);
            let input = tagger_input(&reading.mentions, &reading.statements, lexicon);
            let p = &reading.mentions.paragraph;
            let spans = p.tokens.iter().map(|t| map.to_chars(t.span.shift(start)));
            let tokens: Vec<[u32; 2]> = spans.map(|span| [span.start, span.end]).collect();
            let lower: Vec<&str> = (0..input.len()).map(|i| p.lower(i)).collect();
            let features: Vec<&[u16]> = (0..input.len()).map(|i| input.of(i)).collect();
            let row = json!({
                "id": document["id"], "tokens": tokens, "lower": lower, "words": input.words,
                "suffixes": input.suffixes, "prefixes": input.prefixes, "features": features,
                "ends": p.sentences.iter().map(|s| s.end).collect::<Vec<_>>(),
            });
            writeln!(out, "{row}")?;
        }
    }
    Ok(())
}
