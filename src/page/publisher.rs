//! What the page's publisher says of its own rules: addresses from the page's JSON-LD (schema.org's `NewsMediaOrganization`).

use crate::json::{self, Value};

/// Longer scripts are data of an application, not a description of an article.
const LONGEST: usize = 500_000;

/// The addresses, each checked to be one of the web.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Policies {
    /// The policy on unnamed sources.
    pub unnamed_sources: Option<String>,
    /// The ethics policy.
    pub ethics: Option<String>,
    /// The publishing principles.
    pub principles: Option<String>,
}

/// Reads the page's `application/ld+json` scripts; what is no JSON is passed over.
pub fn policies<'s>(scripts: impl IntoIterator<Item = &'s str>) -> Policies {
    let short = scripts.into_iter().filter(|script| script.len() <= LONGEST);
    let read: Vec<Value> = short.filter_map(|script| json::read(script).ok()).collect();
    let mut objects = Vec::new();
    for value in &read {
        collect(value, &mut objects);
    }
    let mut found = Policies::default();
    for publisher in publishers(&objects) {
        let Policies { unnamed_sources, ethics, principles } = &mut found;
        for (place, name) in
            [(unnamed_sources, "unnamedSourcesPolicy"), (ethics, "ethicsPolicy"), (principles, "publishingPrinciples")]
        {
            if place.is_none() {
                *place = publisher.get(name).and_then(address);
            }
        }
    }
    found
}

/// The host of a checked address, which says whose page a link leads to.
pub fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Every object, in the order of the page.
fn collect<'v>(value: &'v Value, objects: &mut Vec<&'v Value>) {
    match value {
        Value::List(all) => all.iter().for_each(|value| collect(value, objects)),
        Value::Object(members) => {
            objects.push(value);
            for (_, value) in members {
                collect(value, objects);
            }
        }
        _ => {}
    }
}

/// Whoever something is published by, and every news organisation that describes itself. A publisher may be named by its
/// identifier alone and described elsewhere.
fn publishers<'v>(objects: &[&'v Value]) -> Vec<&'v Value> {
    let named: Vec<&Value> = objects.iter().filter_map(|object| object.get("publisher")).flat_map(each).collect();
    let ids: Vec<&str> = named.iter().filter_map(|publisher| publisher.get("@id")?.as_str()).collect();
    let described = objects.iter().copied().filter(|object| {
        let id = object.get("@id").and_then(Value::as_str);
        let types = object.get("@type").into_iter().flat_map(each);
        id.is_some_and(|id| ids.contains(&id)) || types.into_iter().any(|t| t.as_str() == Some("NewsMediaOrganization"))
    });
    named.iter().copied().chain(described).collect()
}

fn each(value: &Value) -> Vec<&Value> {
    value.as_list().map_or_else(|| vec![value], |all| all.iter().collect())
}

/// An address as it is, or that of a work.
fn address(value: &Value) -> Option<String> {
    each(value).into_iter().find_map(|value| {
        let text = value.as_str().or_else(|| value.get("url")?.as_str()).or_else(|| value.get("@id")?.as_str())?.trim();
        is_web(text).then(|| text.to_owned())
    })
}

/// `http` or `https`, a host without a user before it, nothing that is not shown.
fn is_web(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let named = lower.starts_with("https://") || lower.starts_with("http://");
    let host = host(text);
    named
        && text.len() <= 2000
        && host.contains('.')
        && !host.contains(['@', '\\'])
        && !text.contains(|c: char| {
            c.is_whitespace()
                || c.is_control()
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(script: &str, expected: [Option<&str>; 3]) {
        let Policies { unnamed_sources, ethics, principles } = policies([script]);
        let found = [&unnamed_sources, &ethics, &principles].map(|found| found.as_deref());
        assert_eq!(found, expected);
    }

    #[test]
    fn the_publisher_of_an_article_links_its_rules() {
        check(
            r#"{"@type": "NewsArticle", "publisher": {"@type": "NewsMediaOrganization",
                "unnamedSourcesPolicy": "https://post.example/sources", "ethicsPolicy": {"@type": "CreativeWork", "url": "https://post.example/ethics"},
                "publishingPrinciples": ["https://post.example/how"]}}"#,
            [
                Some("https://post.example/sources"),
                Some("https://post.example/ethics"),
                Some("https://post.example/how"),
            ],
        );
    }

    #[test]
    fn a_publisher_may_be_described_elsewhere() {
        check(
            r##"{"@graph": [{"@type": "Article", "publisher": {"@id": "#us"}},
                {"@type": "Organization", "@id": "#us", "ethicsPolicy": "http://post.example/ethics"},
                {"@type": "Organization", "@id": "#them", "publishingPrinciples": "https://other.example/"}]}"##,
            [None, Some("http://post.example/ethics"), None],
        );
        check(
            r#"[{"@type": ["Thing", "NewsMediaOrganization"], "publishingPrinciples": "https://post.example/how"}]"#,
            [None, None, Some("https://post.example/how")],
        );
    }

    #[test]
    fn only_addresses_of_the_web_count() {
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "/ethics",
            "https://",
            "https://post.example@evil.example/",
            "https://post.example/a b",
            "https://post.example/\u{202e}gpj",
            "ftp://post.example/",
            "https://localhost/",
        ] {
            let script = serde_json::json!({"publisher": {"ethicsPolicy": bad}}).to_string();
            check(&script, [None, None, None]);
        }
        check("{ broken", [None, None, None]);
        assert_eq!(host("https://www.post.example/ethics?a#b"), "www.post.example");
    }
}
