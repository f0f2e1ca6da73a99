//! Texts that are made of what the engine looks for, in any order.

use proptest::prelude::*;

/// Pieces of news: names, cues, pronouns, hedges, marks, and what breaks naive code.
#[rustfmt::skip] // as one piece a line it would fill two screens
const PIECES: &[&str] = &[
    "“", "”", "\"", "‘", "’", "'", "«", "»", "„", "''", "``", "“ ", " ”", "(", ")", "[", "]", "—", "–", "-", "…", ",",
    ".", "?", "!", ":", ";", ", ", ". ", "? ", " ", "  ", "\n", "\n\n", "\r\n", "\t", "\u{a0}", "\u{200b}",
    "\u{feff}", "\u{2028}", "\0", "\u{fffd}", "\u{301}", "é", "𝒂", "👩‍🚒", "ß", "İ", "中", "ﷺ", "\u{202e}", "’s", "'s",
    "s’", "Ada Quill", "Quill", "Mrs. Quill", "Dr. A. J. Marrow", "Marrow", "Port Sallow", "the Bridge Users’ League",
    "Tallow-3", "Mayor Ottoline Marrow", "the mayor", "the engineer", "an engineer", "the model",
    "a spokesman for Tallow", "OSK", "U.S.", "he", "She", "they", "it", "who", "his", "her sister", "I", "we",
    "some users", "Critics", "a senior official", "two people familiar with the matter", "experts", "many",
    "the report", "studies", "the council", "said", "says", "told reporters", "wrote", "added", "according to",
    "asked", "denied", "claimed", "announced", "tweeted", "has said that", "was told", "said to", "is said to",
    "reportedly", "allegedly", "is believed to", "touted as", "without evidence", "unsubstantiated claims", "rumours",
    "debunked", "could not verify", "suggest that", "show", "that", "whether", "because", "but", "and", "or",
    "including", "in a post on X", "in an email", "on Tuesday", "3.5", "No. 10", "the bridge would close",
    "it is safe", "he had no comment", "rates are the least of it", "No", "Yes, it holds",
];

/// Pieces in any order, with some characters between them that nobody thought of.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        20 => proptest::sample::select(PIECES).prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
    ];
    let glue = proptest::sample::select(&["", " ", " ", " ", "\n"][..]);
    prop::collection::vec((piece, glue), 0..60).prop_map(|pieces| {
        let mut text = String::new();
        for (piece, glue) in pieces {
            text += &piece;
            text += glue;
        }
        text
    })
}

/// An article of this project with pieces cut out, doubled and put in: close to what a damaged page gives.
pub(crate) fn damaged_article() -> impl Strategy<Value = String> {
    let article = proptest::sample::select(crate::samples::all()).prop_map(|sample| sample.text);
    let cut = (any::<prop::sample::Index>(), 0usize..40, proptest::option::of(proptest::sample::select(PIECES)));
    (article, prop::collection::vec(cut, 0..12)).prop_map(|(article, cuts)| {
        let mut chars: Vec<char> = article.chars().collect();
        for (place, length, put_in) in cuts {
            if chars.is_empty() {
                break;
            }
            let start = place.index(chars.len());
            let end = (start + length).min(chars.len());
            chars.splice(start..end, put_in.unwrap_or_default().chars());
        }
        chars.into_iter().collect()
    })
}
