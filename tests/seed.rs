//! The founding article, row by row: what must stand in the report on it beyond what the scorer counts.
//!
//! The article is no part of the project. It lies in the folder `shared` beside the checkout, or where `HEARSAY_SHARED`
//! says; without it these tests say so and pass. Rows are told by their number in the labels, not by the article's words.

use std::io::Write;
use std::path::{Path, PathBuf};

use hearsay::wire::annotate_line;
use serde_json::Value;

/// The labels and the report.
struct Seed {
    gold: Value,
    report: Value,
    text: Vec<char>,
}

fn seed() -> Option<Seed> {
    let shared = std::env::var_os("HEARSAY_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let path = shared.join("seed/gold.jsonl");
    let Ok(line) = std::fs::read_to_string(&path) else {
        // Past the test harness, which keeps back what a test prints.
        let _ = writeln!(std::io::stderr(), "skipped: there is no {}", path.display());
        return None;
    };
    let gold: Value = serde_json::from_str(line.trim()).expect("labels");
    let text = gold["text"].as_str().expect("the article").chars().collect();
    let report = serde_json::from_str(&annotate_line(line.trim().as_bytes(), 1).json).expect("a report");
    Some(Seed { gold, report, text })
}

type Span = (usize, usize);

fn spans(value: &Value) -> Vec<Span> {
    let at = |v: &Value, i: usize| v[i].as_u64().expect("an offset") as usize;
    value.as_array().into_iter().flatten().map(|v| (at(v, 0), at(v, 1))).collect()
}

impl Seed {
    fn label(&self, list: &str, n: usize) -> Span {
        let label = &self.gold[list][n];
        (label["start"].as_u64().expect("a start") as usize, label["end"].as_u64().expect("an end") as usize)
    }

    /// The attribution that says most of a labelled passage.
    #[track_caller]
    fn attribution(&self, list: &str, n: usize) -> &Value {
        let (start, end) = self.label(list, n);
        let shared = |a: &Value| -> usize {
            spans(&a["content"]).iter().map(|&(s, e)| e.min(end).saturating_sub(s.max(start))).sum()
        };
        let best = self.list("attributions").iter().max_by_key(|a| shared(a));
        best.filter(|a| shared(a) * 2 >= end - start).unwrap_or_else(|| panic!("{list} {n}: nobody says it"))
    }

    fn list(&self, name: &str) -> &[Value] {
        self.report[name].as_array().expect("a list")
    }

    fn speaker(&self, attribution: &Value) -> &Value {
        attribution["speaker"].as_u64().map_or(&Value::Null, |id| &self.list("speakers")[id as usize])
    }

    fn words(&self, value: &Value) -> String {
        let words: Vec<String> = spans(value).iter().map(|&(s, e)| self.text[s..e].iter().collect()).collect();
        words.join(" … ")
    }

    /// The labelled passage has this kind and this speaker, with this role; unnamed where the labels say so.
    #[track_caller]
    fn check(&self, list: &str, n: usize, kind: &str, role: Option<&str>) -> &Value {
        let attribution = self.attribution(list, n);
        let speaker = self.speaker(attribution);
        let (wanted, name) = (self.gold[list][n]["speaker"].as_str().unwrap(), speaker["name"].as_str());
        assert_eq!(attribution["kind"], kind, "{list} {n}");
        match wanted.strip_prefix("unnamed: ") {
            Some(description) => {
                assert_eq!(speaker["named"], false, "{list} {n} is {name:?}");
                let first = |words: &str| words.split(',').next().unwrap_or_default().to_lowercase();
                assert_eq!(name.map(first), Some(first(description)), "{list} {n}");
            }
            None => assert_eq!(name, Some(wanted), "{list} {n}"),
        }
        if let Some(role) = role {
            assert_eq!(speaker["role"], role, "{list} {n}");
        }
        attribution
    }

    /// As `check`, and the passage is one piece of the content exactly.
    #[track_caller]
    fn check_quotation(&self, n: usize, role: Option<&str>) -> &Value {
        let attribution = self.check("quotes", n, "direct", role);
        let pieces = spans(&attribution["content"]);
        assert!(pieces.contains(&self.label("quotes", n)), "quotes {n}: {:?}", self.words(&attribution["content"]));
        attribution
    }

    #[track_caller]
    fn warning(&self, n: usize) -> &Value {
        let (start, end) = self.label("warnings", n);
        let kind = &self.gold["warnings"][n]["kind"];
        let there = |w: &&Value| w["kind"] == *kind && spans(&w["trigger"]).iter().any(|&(s, e)| s < end && start < e);
        self.list("warnings").iter().find(there).unwrap_or_else(|| panic!("warning {n}, {kind}, is not given"))
    }
}

#[test]
fn mixed_quotations_and_the_pronoun_after_them() {
    let Some(seed) = seed() else { return };
    for n in [0, 1] {
        let statement = seed.check("quotes", n, "mixed", Some("Meta’s chief AI scientist"));
        assert_eq!(statement["medium"], "a Threads post");
    }
    let added = seed.check("indirect", 0, "indirect", None);
    assert_eq!(added["resolved_from"], "He");
}

#[test]
fn a_quotation_that_its_cue_cuts_in_two_is_one() {
    let Some(seed) = seed() else { return };
    assert_eq!(seed.check_quotation(2, None)["id"], seed.check_quotation(3, None)["id"]);
    let (first, second) = (seed.check_quotation(7, Some("co-founder of PyTorch")), seed.check_quotation(8, None));
    assert_eq!((&first["id"], &first["medium"]), (&second["id"], &"X".into()));
}

#[test]
fn a_group_keeps_its_description_and_gives_no_member_s_name() {
    let Some(seed) = seed() else { return };
    seed.check("indirect", 2, "indirect", None);
    seed.check("indirect", 1, "indirect", None);
}

#[test]
fn damaged_marks_take_nothing_with_them() {
    let Some(seed) = seed() else { return };
    seed.check("quotes", 4, "direct", Some("OpenAI CEO"));
    seed.check("quotes", 9, "direct", Some("macroeconomist"));
    seed.check_quotation(10, Some("the former CEO of Github"));
}

#[test]
fn a_rumour_carries_both_warnings_and_its_rebuttal() {
    let Some(seed) = seed() else { return };
    let claim = seed.check("quotes", 5, "mixed", None);
    let (vague, unverified) = (seed.warning(1), seed.warning(2));
    assert_eq!((&vague["attribution"], &unverified["attribution"]), (&claim["id"], &claim["id"]));
    let answers = unverified["rebuttals"].as_array().expect("a rebuttal");
    let answer = &seed.list("attributions")[answers[0]["attribution"].as_u64().unwrap() as usize];
    assert_eq!(seed.speaker(answer)["name"], seed.gold["warnings"][2]["rebuttal"]["speaker"]);
    // An infinitive may bring its "to".
    let cue = seed.words(&answer["cue"]);
    assert_eq!(cue.strip_prefix("to ").unwrap_or(&cue), seed.gold["warnings"][2]["rebuttal"]["cue"].as_str().unwrap());
}

#[test]
fn the_warnings_are_these_and_no_others() {
    let Some(seed) = seed() else { return };
    let count = seed.gold["warnings"].as_array().unwrap().len();
    for n in 0..count {
        seed.warning(n);
    }
    let given: Vec<String> = seed.list("warnings").iter().map(|w| seed.words(&w["trigger"])).collect();
    assert_eq!(given.len(), count, "{given:?}");
}

#[test]
fn a_model_speaks_and_a_company_announces() {
    let Some(seed) = seed() else { return };
    for n in [11, 12] {
        let statement = seed.check("quotes", n, "mixed", None);
        assert_eq!(seed.speaker(statement)["kind"], "ai-model");
    }
    assert_eq!(seed.check("quotes", 12, "mixed", None)["resolved_from"], "the model");
    seed.check_quotation(13, None);
    seed.check("indirect", 4, "indirect", None);
}
