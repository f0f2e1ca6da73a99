//! [Web Annotations](https://www.w3.org/TR/annotation-model/) as JSON-LD: one a statement, one a warning.

use serde::Serialize;

use super::Document;
use super::selector::{Selector, Selectors};
use crate::json;
use crate::report::{Attribution, Warning, name_of};
use crate::shown::Words;
use crate::summary::statements;
use crate::text::ByteSpan;
use crate::warning::definition;

/// All of them, as a collection with its one page inside. Identifiers are relative: they become full where the file lies.
pub(super) fn annotations(document: &Document<'_>) -> String {
    let selectors = Selectors::new(document.text, document.target);
    let mut items: Vec<Annotation<'_>> =
        statements(document.report).map(|a| statement(document, &selectors, a)).collect();
    items.extend(document.report.warnings.iter().map(|w| warning(document, &selectors, w)));
    let collection = Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: "#annotations",
        kind: "AnnotationCollection",
        label: document.title,
        generator: Agent { kind: "Software", name: concat!("Hearsay ", env!("CARGO_PKG_VERSION")) },
        total: items.len(),
        first: Page { id: "#page", kind: "AnnotationPage", part_of: "#annotations", start_index: 0, items },
    };
    json::write_in_lines(&collection) + "\n"
}

fn statement<'a>(document: &Document<'a>, selectors: &Selectors<'_>, a: &Attribution) -> Annotation<'a> {
    let mut body = Vec::new();
    let speaker = document.report.speaker_of(a.id);
    if let Some(speaker) = speaker {
        let language = &document.report.language;
        body.push(Body::text("identifying", speaker.name.clone(), language));
        body.extend(speaker.role.iter().map(|role| Body::text("describing", role.clone(), language)));
        body.push(Body::tag(&name_of(speaker.kind)));
        body.extend((!speaker.named).then(|| Body::tag("unnamed")));
    }
    body.push(Body::tag(&name_of(a.kind)));
    Annotation {
        id: format!("#statement-{}", a.id),
        kind: "Annotation",
        motivation: if speaker.is_some() { "identifying" } else { "classifying" },
        body,
        target: targets(document.source, selectors, &a.content),
    }
}

fn warning<'a>(document: &Document<'a>, selectors: &Selectors<'_>, w: &Warning) -> Annotation<'a> {
    let words = document.words;
    let noticed = words.of_warning(w.kind, "Noticed", &[&document.words_of(&w.trigger)]);
    let comment = words.say("panelNamedText", &[&words.of_warning(w.kind, "", &[]), &noticed]);
    let mut body = vec![
        Body::text("commenting", comment, &language(words)),
        Body::tag(&name_of(w.kind)),
        Body::tag(&name_of(w.severity)),
        Body::link("describing", definition(w.kind).standard.address.into()),
    ];
    body.extend(w.rebuttals.iter().map(|r| Body::link("linking", format!("#statement-{}", r.attribution))));
    Annotation {
        id: format!("#warning-{}", w.id),
        kind: "Annotation",
        motivation: "commenting",
        body,
        target: targets(document.source, selectors, &w.trigger),
    }
}

/// The language of the interface's texts.
fn language(words: &dyn Words) -> String {
    words.say("localeCode", &[])
}

fn targets<'a>(source: &'a str, selectors: &Selectors<'_>, spans: &[ByteSpan]) -> Vec<Place<'a>> {
    let places = spans.iter().flat_map(|span| selectors.of(*span));
    places.map(|selector| Place { source, selector }).collect()
}

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    generator: Agent,
    total: usize,
    first: Page<'a>,
}

#[derive(Serialize)]
struct Agent {
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    id: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    part_of: &'static str,
    start_index: u32,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body>,
    target: Vec<Place<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Body {
    TextualBody {
        purpose: &'static str,
        value: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        language: Option<String>,
    },
    SpecificResource {
        purpose: &'static str,
        source: String,
    },
}

impl Body {
    fn text(purpose: &'static str, value: String, language: &str) -> Self {
        Self::TextualBody { purpose, value, language: Some(language.to_owned()) }
    }

    /// One of the report's own words for kinds.
    fn tag(word: &str) -> Self {
        Self::TextualBody { purpose: "classifying", value: word.to_owned(), language: None }
    }

    fn link(purpose: &'static str, source: String) -> Self {
        Self::SpecificResource { purpose, source }
    }
}

#[derive(Serialize)]
struct Place<'a> {
    source: &'a str,
    selector: Vec<Selector>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::testing::{Keys, TEXT, report};
    use serde_json::{Value, json};

    fn exported() -> Value {
        let report = report(TEXT);
        let document = Document::alone(TEXT, &report, "https://news.example/pier", &Keys);
        serde_json::from_str(&annotations(&document)).expect("it is JSON")
    }

    #[test]
    fn a_statement_has_its_speaker_and_its_place() {
        let all = exported();
        assert_eq!(
            (&all["@context"], &all["type"]),
            (&json!("http://www.w3.org/ns/anno.jsonld"), &json!("AnnotationCollection"))
        );
        assert_eq!(all["total"], all["first"]["items"].as_array().map_or(0, Vec::len));
        let first = &all["first"]["items"][0];
        assert_eq!(first["id"], "#statement-0");
        assert_eq!(
            first["body"][0],
            json!({"type": "TextualBody", "purpose": "identifying", "value": "Ada Quill", "language": "en"})
        );
        assert_eq!(
            first["target"],
            json!([{"source": "https://news.example/pier", "selector": [
                {"type": "TextQuoteSelector", "exact": "The boats 😀 are safe,", "prefix": "“", "suffix": "” said Ada Quill, the mayor of P"},
                {"type": "TextPositionSelector", "start": 1, "end": 22},
            ]}])
        );
    }

    #[test]
    fn a_warning_links_to_who_answers_it() {
        let all = exported();
        let items = all["first"]["items"].as_array().expect("a list");
        let warning = items.iter().find(|i| i["id"] == "#warning-0").expect("a warning");
        assert_eq!(warning["motivation"], "commenting");
        let linked = warning["body"].as_array().expect("a list").iter().find(|b| b["purpose"] == "linking");
        let to = linked.expect("an answer")["source"].clone();
        assert!(items.iter().any(|i| i["id"] == to && i["body"][0]["value"] == "Ada Quill"));
    }
}
