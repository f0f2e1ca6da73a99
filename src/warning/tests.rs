//! What must go with every kind: its page in the manual, its texts in each language, its switch, and its examples.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::report::Severity;

use super::{KINDS, Kind, PARTS, definition, definitions, testing};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The kind's name in a report.
fn name(kind: &Kind) -> String {
    serde_json::to_value(kind.definition.kind).unwrap().as_str().unwrap().to_owned()
}

/// The texts of each language of the interface.
fn languages() -> Vec<(String, serde_json::Value)> {
    let folders = fs::read_dir(root().join("extension/_locales")).unwrap();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(path.join("messages.json")).unwrap();
        (path.file_name().unwrap().to_string_lossy().into_owned(), serde_json::from_str(&text).unwrap())
    };
    folders.map(|folder| read(folder.unwrap().path())).collect()
}

#[test]
fn every_kind_keeps_to_its_examples() {
    let faults: String = KINDS.iter().map(|kind| kind.manual.faults(kind.definition.kind)).collect();
    assert!(faults.is_empty(), "{faults}");
}

#[track_caller]
fn weighs(text: &str, due: Severity) {
    let (_, report) = testing::read(text);
    let severities: Vec<Severity> = report.warnings.iter().map(|w| w.severity).collect();
    assert_eq!(severities, [due], "{text}");
}

#[test]
fn severities() {
    // Officials are described by their office, and named by nothing.
    weighs("Officials said the dam held.", Severity::Note);
    weighs("A clerk said the lock leaks. Ada Quill said it was old.", Severity::Note);
    weighs("A senior official accused the board of theft. Ada Quill said it was old.", Severity::Caution);
    weighs(
        "A former clerk, who spoke on condition of anonymity for fear of legal action, said it leaks.",
        Severity::Information,
    );
    // Who "one" is has been described.
    let (_, report) = testing::read("Two clerks said the lock leaks. One said it was old. Ada Quill said it was safe.");
    assert!(report.warnings.iter().all(|w| w.severity == Severity::Note));
    weighs("Vale allegedly told him that the lock leaks.", Severity::Note);
    weighs("Vale allegedly stole nine boats.", Severity::Information);
}

#[test]
fn every_kind_has_examples_enough() {
    for kind in KINDS {
        assert!(kind.manual.warns.len() >= 8, "{}: {} warn", name(kind), kind.manual.warns.len());
        assert!(kind.manual.silent.len() >= 8, "{}: {} are silent", name(kind), kind.manual.silent.len());
    }
}

#[test]
fn every_kind_is_registered_once() {
    for (i, one) in definitions().enumerate() {
        assert_eq!(definition(one.kind), one);
        assert!(definitions().skip(i + 1).all(|other| other.kind != one.kind && other.message != one.message));
        assert!(one.standard.address.starts_with("https://"));
    }
}

#[test]
fn every_kind_has_its_texts_in_every_language() {
    for (language, messages) in languages() {
        for kind in KINDS {
            for part in std::iter::once("").chain(PARTS) {
                let key = format!("{}{part}", kind.definition.message);
                let text = messages[&key]["message"].as_str().unwrap_or_else(|| panic!("{language} has no {key}"));
                assert!(
                    !["fake", "false"].iter().any(|word| text.to_lowercase().contains(word)),
                    "{key} accuses: {text}"
                );
                assert!((part == "Noticed") == text.contains("$1"), "{language}: {key}");
            }
        }
    }
}

/// Generated: the page says what the registry says.
#[test]
fn the_manual_is_what_the_registry_says() {
    written("docs/warnings.md", &page());
}

/// Checks what stands in a file that the registry makes, or writes it where that is asked for.
#[track_caller]
fn written(path: &str, due: &str) {
    let file = root().join(path);
    if std::env::var_os("HEARSAY_UPDATE_DOCS").is_some() {
        fs::write(&file, due).unwrap();
    }
    let stands = fs::read_to_string(&file).unwrap_or_default();
    assert!(stands == due, "{path} is not what the registry says; `HEARSAY_UPDATE_DOCS=1 cargo test` writes it");
}

/// Generated: the switches are those of the registry, in its order.
#[test]
fn every_kind_has_its_switch() {
    written("extension/kinds.js", &switches());
}

fn switches() -> String {
    let mut out = String::from(
        "/** The kinds of warning, in the order of the registry in src/warning/mod.rs. Written by a test from there:\n \
         *  HEARSAY_UPDATE_DOCS=1 cargo test --lib warning::tests */\nexport const KINDS = [\n",
    );
    for kind in KINDS {
        let _ = writeln!(out, "  '{}',", name(kind));
    }
    out.push_str("];\n");
    out
}

fn page() -> String {
    let english = languages().into_iter().find(|(language, _)| language == "en").unwrap().1;
    let mut out = String::from(HEAD);
    for kind in KINDS {
        let (definition, manual) = (&kind.definition, kind.manual);
        let text =
            |part: &str| english[format!("{}{part}", definition.message)]["message"].as_str().unwrap().to_owned();
        let severity = serde_json::to_value(definition.severity).unwrap();
        let _ = write!(out, "\n## `{}`: {}\n\nFlags {}\n\n", name(kind), text(""), manual.flags);
        let _ = writeln!(out, "- **Triggers**: {}", manual.triggers.join("; "));
        let _ = writeln!(out, "- **Severity**: {}. {}", severity.as_str().unwrap(), manual.severity);
        let _ = writeln!(out, "- **Quiet when** {}", manual.quiet.join("; "));
        let _ = writeln!(out, "- **Rests on** [{}]({})", definition.standard.name, definition.standard.address);
        let noticed = text("Noticed").replace("$1", "…");
        let _ = writeln!(out, "- **The card**: {noticed} {} What would settle it: {}", text("Why"), text("Settle"));
        for (title, examples) in [("Warns", manual.warns), ("Stays silent", manual.silent)] {
            let _ = write!(out, "\n{title}:\n\n");
            for example in examples {
                let shown = example.replace("[[", "**").replace("]]", "**");
                let _ = writeln!(out, "- {shown}");
            }
        }
    }
    out
}

const HEAD: &str = "# The kinds of warning

<!-- Written by a test from src/warning/: change the kinds there, then run
     HEARSAY_UPDATE_DOCS=1 cargo test --lib warning::tests -->

A warning is about sourcing. It never says that a claim is false, and every card ends with that sentence. There is no score
of an article, an outlet or a person. What is quoted is the speaker’s: no word inside quotation marks is ever the
trigger of a warning about what the article says, and neither is what somebody with a name reports.

A card says, in this order: what was noticed, with the words; why it matters; which published standard says so; what would
settle it; who in the same article answers the claim; and that this is about sourcing. The severity is `information`, `note`
or `caution`. Where two kinds notice the same words, the one that stands first below keeps them.

A claim that the article itself lets somebody answer (deny, dispute, reject, call false) links to that passage, wherever it
stands, and the passage to the claim. The link needs more than a shared topic: a reference (“these allegations”, “the
report”, “it”) close by, or the same matter in the same words.

In the examples the noticed words are **bold**, ¶ is the border of two paragraphs, and … stands for some 250 words in which
nobody says anything. How to add a kind:
[adding-a-warning.md](adding-a-warning.md).
";
