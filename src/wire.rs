//! One line in, one line out: the NDJSON of the command line.
//!
//! In: a JSON object with `text`, where paragraphs are separated by `\n`. `id` may be any JSON value and comes back exactly
//! as it was written (`null` where there is none). `title` and `language` are strings, `null` or absent; anything else
//! there is an error, because passing over it would quietly change the report. All other members are passed over, and
//! where a member stands twice, the last one counts.
//!
//! Out: the [`Report`](crate::Report) with spans in Unicode code points, or `{"id": …, "error": "…", "line": N}`. Never a
//! panic, never nothing, and never more than one line.
//!
//! ```
//! use hearsay::wire::annotate_line;
//! let answer = annotate_line(br#"{"id": 7, "text": 8}"#, 1);
//! assert_eq!(answer.json, r#"{"id":7,"error":"`text` is a number; it must be a string","line":1}"#);
//! ```

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use crate::text::OffsetMap;
use crate::{Article, Options, Report, analyze};

/// What one line of input gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The line to put out, without its end.
    pub json: String,
    /// Why there is no report, where there is none; `json` says the same.
    pub error: Option<String>,
}

/// Annotates the article in one line of NDJSON. `number` is the line's number, from 1, for the error that it may become.
///
/// Takes bytes, because a line that is not UTF-8 is that line's error and no reason to stop reading. A byte order mark
/// in front and white space around the object (so the `\r` of a CRLF) are passed over.
pub fn annotate_line(line: &[u8], number: u64) -> Answer {
    let (text, broken) = match str::from_utf8(line) {
        Ok(text) => (Cow::Borrowed(text), None),
        // Read on all the same, only to find the `id` for the error.
        Err(error) => (String::from_utf8_lossy(line), Some(not_utf8(error.valid_up_to()))),
    };
    let mut members = Members::default();
    let read = members.read(text.trim_start_matches('\u{feff}'));
    let report = match broken {
        Some(error) => {
            members.id.take_if(|id| id.get().contains(char::REPLACEMENT_CHARACTER));
            Err(error)
        }
        None => read.and_then(|()| members.article()).map(|article| report(&article)),
    };
    match report {
        Ok(report) => Answer { json: members.line(&Annotated { id: members.id, report }), error: None },
        Err(error) => {
            let json = members.line(&Failed { id: members.id, error: &error, line: number });
            Answer { json, error: Some(error) }
        }
    }
}

/// The answer to a line that could not be annotated for a reason outside it; carries the line's `id` where it has one.
pub fn refuse_line(line: &[u8], number: u64, error: &str) -> Answer {
    let text = String::from_utf8_lossy(line);
    let mut members = Members::default();
    // What is wrong with the line is not the question here.
    let _ = members.read(text.trim_start_matches('\u{feff}'));
    let json = members.line(&Failed { id: members.id, error, line: number });
    Answer { json, error: Some(error.into()) }
}

fn report(article: &Article) -> Report<crate::text::CharSpan> {
    let map = OffsetMap::new(&article.text);
    analyze(article, &Options::default()).map_spans(|span| map.to_chars(span))
}

fn not_utf8(at: usize) -> String {
    format!("byte {} of the line is not UTF-8; convert the input to UTF-8, for instance with iconv", at + 1)
}

/// A line with its report. The order of the members is that of the output.
#[derive(Serialize)]
struct Annotated<'t, R> {
    id: Option<&'t RawValue>,
    #[serde(flatten)]
    report: R,
}

/// A line that could not be annotated.
#[derive(Serialize)]
struct Failed<'t> {
    id: Option<&'t RawValue>,
    error: &'t str,
    line: u64,
}

/// The members that mean something here, as they stand in the line: reading them comes second, so that the `id` of a line
/// whose `text` is wrong, or that breaks off later, is known.
#[derive(Default)]
struct Members<'t> {
    id: Option<&'t RawValue>,
    text: Option<&'t RawValue>,
    title: Option<&'t RawValue>,
    language: Option<&'t RawValue>,
}

impl<'t> Members<'t> {
    fn read(&mut self, line: &'t str) -> Result<(), String> {
        if line.trim().is_empty() {
            return Err("the line is empty; each line must be one JSON object".into());
        }
        let mut json = serde_json::Deserializer::from_str(line);
        self.deserialize(&mut json).and_then(|()| json.end()).map_err(|error| explain(&error))
    }

    fn article(&self) -> Result<Article, String> {
        let text = string("text", self.text)?.ok_or("the object has no `text`")?;
        if u32::try_from(text.len()).is_err() {
            return Err("`text` is longer than 4 GiB; split the article".into());
        }
        Ok(Article { title: string("title", self.title)?, language: string("language", self.language)?, text })
    }

    /// One line of JSON. An `id` written over several lines has its breaks smoothed:
    /// inside a string they are always escaped, so these are white space.
    fn line(&self, value: &impl Serialize) -> String {
        let json = serde_json::to_string(value).unwrap_or_else(|_| unreachable!("strings, numbers and lists only"));
        match self.id {
            Some(id) if id.get().contains(['\n', '\r']) => json.replace(['\n', '\r'], " "),
            _ => json,
        }
    }
}

fn string(name: &str, value: Option<&RawValue>) -> Result<Option<String>, String> {
    let Some(raw) = value.map(RawValue::get) else { return Ok(None) };
    let kind = match raw.as_bytes().first() {
        Some(b'"') => {
            return serde_json::from_str(raw).map(Some).map_err(|error| format!("`{name}`: {}", explain(&error)));
        }
        Some(b'{') => "an object",
        Some(b'[') => "a list",
        Some(b't' | b'f') => "a boolean",
        _ => "a number",
    };
    Err(format!("`{name}` is {kind}; it must be a string"))
}

/// `serde_json`'s own words, without "line 1", which would be mistaken for the input's.
fn explain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    match text.strip_suffix(&place) {
        Some(reason) if error.column() == 0 => reason.into(),
        Some(reason) => format!("{reason} (column {})", error.column()),
        None => text,
    }
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "lowercase")]
enum Key {
    Id,
    Text,
    Title,
    Language,
    #[serde(other)]
    Other,
}

impl<'t> DeserializeSeed<'t> for &mut Members<'t> {
    type Value = ();
    fn deserialize<D: Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'t> Visitor<'t> for &mut Members<'t> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key()? {
            match key {
                Key::Id => self.id = map.next_value()?,
                Key::Text => self.text = map.next_value()?,
                Key::Title => self.title = map.next_value()?,
                Key::Language => self.language = map.next_value()?,
                Key::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
