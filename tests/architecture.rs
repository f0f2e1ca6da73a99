//! Who may know whom. The rooms of the crate and the direction of their imports, as `docs/architecture.md` has them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room with what it may use beside itself and other people's crates. A room that is not here may not exist.
const ROOMS: &[(&str, &[&str])] = &[
    ("json", &[]),
    ("tensors", &["json"]),
    ("english", &["tensors"]),
    ("text", &[]),
    ("lexicon", &["english", "text"]),
    ("tagger", &["tensors", "english", "text", "lexicon"]),
    ("mention", &["text", "lexicon"]),
    ("attribution", &["text", "lexicon", "tagger", "mention"]),
    ("warning", &["text", "lexicon", "tagger", "mention", "attribution"]),
    ("article", &[]),
    ("report", &["text"]),
    ("layout", &[]),
    ("reader", &["text", "lexicon", "tagger", "mention", "attribution", "warning", "article", "report"]),
    // Ways in and out: over the crate's front door, like anybody else.
    ("wire", &["lib", "text"]),
    ("stream", &["wire"]),
    ("plain", &["lib", "report", "text", "shown"]),
    ("summary", &["text", "report"]),
    ("shown", &["text", "report", "summary", "warning"]),
    ("export", &["lib", "json", "text", "report", "summary", "warning", "shown"]),
    (
        "page",
        &[
            "lib", "text", "mention", "article", "report", "reader", "layout", "json", "warning", "summary", "shown",
            "export",
        ],
    ),
];

/// The rooms between an article and its report may also name what goes in and what comes out.
const PURE: &[&str] = &[
    "tensors",
    "english",
    "text",
    "lexicon",
    "tagger",
    "mention",
    "attribution",
    "warning",
    "reader",
    "layout",
    "article",
    "report",
    "summary",
    "shown",
];

/// Names that re-exports give to things of other rooms.
const FRONT_DOOR: &[&str] = &["Article", "Options", "Reader", "Report", "analyze", "furnish", "prepare"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files under `folder` whose name ends so, with their path from the project's root.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        // A part of the project that is not there breaks no rule.
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push((relative(&path), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn relative(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/")
}

/// `src/text/span.rs` stands in the room `text`; `src/lib.rs` in `lib`.
fn room(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap();
    inside.split_once('/').map_or_else(|| inside.trim_end_matches(".rs"), |(room, _)| room)
}

/// A file's code without its comments and without its tests, which may use what they like.
fn code(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    let comment = |line: &str| line.match_indices("//").map(|(at, _)| at).find(|at| !line[..*at].ends_with(':'));
    let lines = text[..end].lines().map(|line| &line[..comment(line).unwrap_or(line.len())]);
    lines.collect::<Vec<_>>().join("\n")
}

/// The rooms that a file's code names: `crate::text::…`, and each in `crate::{text::…, report::…}`.
fn used(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for (at, found) in code.match_indices("crate::") {
        // `$crate`, `some_crate::`: not ours.
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$') {
            continue;
        }
        let rest = &code[at + found.len()..];
        let paths: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => top_level(group),
            None => vec![rest],
        };
        for path in paths {
            let name: String = path.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if FRONT_DOOR.contains(&name.as_str()) {
                used.insert("lib".into());
            } else if !name.is_empty() {
                used.insert(name);
            }
        }
    }
    used
}

/// The members of a group of imports, without those of groups inside it.
fn top_level(group: &str) -> Vec<&str> {
    let (mut members, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                members.push(&group[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                members.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    members
}

#[test]
fn imports_go_one_way() {
    let mut wrong = Vec::new();
    for (path, text) in files("src", ".rs") {
        let here = room(&path);
        if path.starts_with("src/bin/") || here == "lib" || path.ends_with("/tests.rs") {
            continue;
        }
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == here) else {
            wrong
                .push(format!("{path}: `{here}` is no room of the architecture; add it to the tables if it should be"));
            continue;
        };
        for used in used(&code(&text)) {
            let pure = PURE.contains(&here) && ["article", "report"].contains(&used.as_str()) && here != "text";
            if used != here && !pure && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{path}: `{here}` may not use `{used}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Fails for each file that holds one of the words, outside comments and tests.
#[track_caller]
fn forbid(words: &[&str], files: impl IntoIterator<Item = (String, String)>, why: &str) {
    let mut wrong = Vec::new();
    for (path, text) in files {
        let code = code(&text);
        wrong.extend(words.iter().filter(|word| code.contains(**word)).map(|word| format!("{path}: `{word}`")));
    }
    assert!(wrong.is_empty(), "{why}:\n{}", wrong.join("\n"));
}

#[test]
fn the_dom_stays_in_its_room() {
    let core = || files("src", ".rs").into_iter().filter(|(path, _)| room(path) != "page");
    forbid(&["web_sys"], core(), "only src/page may know the DOM");
    let pure = core().filter(|(path, _)| room(path) != "json");
    forbid(&["js_sys", "wasm_bindgen"], pure, "only src/page may know a browser, and src/json.rs its JSON");
}

#[test]
fn the_engine_depends_on_the_text_alone() {
    let engine = files("src", ".rs").into_iter().filter(|(path, _)| PURE.contains(&room(path)));
    let engine = engine.filter(|(path, _)| !path.ends_with("/tests.rs"));
    let outside =
        ["std::time", "std::env", "std::fs", "std::net", "std::thread", "std::process", "Instant::now", "rand::"];
    forbid(&outside, engine, "the same text must give the same report, everywhere and always");
}

#[test]
fn text_from_the_page_never_becomes_markup() {
    let page = files("src/page", ".rs").into_iter();
    // A file of the reader's own is parsed into a document that is never shown and runs nothing; only its text is taken.
    let inert = |(path, text): (String, String)| {
        let text = if path == "www/file.js" { text.replace("new DOMParser()", "") } else { text };
        (path, text)
    };
    let scripts = files("extension", ".js").into_iter().chain(files("www", ".js")).map(inert);
    let markup = [
        "innerHTML",
        "set_inner_html",
        "outerHTML",
        "set_outer_html",
        "insertAdjacentHTML",
        "insert_adjacent_html",
        "document.write",
        "createContextualFragment",
        "DOMParser",
        "DomParser",
        "eval(",
        "new Function",
    ];
    forbid(&markup, page.chain(scripts), "text from the page goes through textContent and nodes");
}

#[test]
fn the_extension_asks_nobody_anything() {
    let scripts = files("extension", ".js").into_iter().chain(files("src/page", ".rs"));
    let network = ["XMLHttpRequest", "WebSocket", "sendBeacon", "EventSource", "setInterval", "set_interval"];
    forbid(&network, scripts, "no network, no polling");
    // The first page after installing gets its sample, a file of the extension.
    let others = files("extension", ".js").into_iter().filter(|(path, _)| path != "extension/welcome.js");
    forbid(&["fetch(", "import("], others, "nothing is fetched");
}

#[test]
fn the_reading_of_imports_sees_groups() {
    let code = code(
        "use crate::{Article, text::{ByteSpan, x::Y}, report::Report};\nfn f() { g(\"https://x\", crate::wire::g()) } // crate::page",
    );
    assert_eq!(used(&code).into_iter().collect::<Vec<_>>(), ["lib", "report", "text", "wire"]);
}
