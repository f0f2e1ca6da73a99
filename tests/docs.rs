//! What the documents show is what the program does.

use std::fs;
use std::path::Path;

use serde_json::Value;

/// The JSON blocks of a document, in its order.
fn json_blocks(document: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(document);
    let text = fs::read_to_string(path).expect("the document");
    let blocks = text.split("```json\n").skip(1).map(|rest| rest.split("```").next().expect("a block ends"));
    blocks.map(|block| serde_json::from_str(block).expect("a block is JSON")).collect()
}

fn annotated(line: &Value) -> Value {
    let line = serde_json::to_vec(line).expect("JSON");
    serde_json::from_str(&hearsay::wire::annotate_line(&line, 1).json).expect("JSON")
}

#[test]
fn the_example_of_a_report_is_what_comes_out() {
    let blocks = json_blocks("docs/report.md");
    let [_error, article, report] = &blocks[..] else { panic!("docs/report.md has three blocks of JSON") };
    let now = annotated(article);
    assert_eq!(&now, report, "put this into docs/report.md:\n{}", serde_json::to_string_pretty(&now).expect("JSON"));
}

#[test]
fn the_example_of_an_error_is_what_comes_out() {
    let wrong = serde_json::json!({"id": 7, "text": 8});
    assert_eq!(annotated(&wrong), json_blocks("docs/report.md")[0]);
}
