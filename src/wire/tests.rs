use proptest::prelude::*;
use serde_json::Value;

use super::*;

/// Annotates line 3 and expects this error, with this `id` (as JSON).
#[track_caller]
fn check_error(line: impl AsRef<[u8]>, id: &str, error: &str) {
    let answer = annotate_line(line.as_ref(), 3);
    let json = format!(r#"{{"id":{id},"error":{},"line":3}}"#, Value::from(error));
    assert_eq!(answer, Answer { json, error: Some(error.into()) });
}

/// Annotates a line and expects a report that carries this `id` (as JSON).
#[track_caller]
fn check_report(line: impl AsRef<[u8]>, id: &str) {
    let answer = annotate_line(line.as_ref(), 3);
    assert_eq!(answer.error, None);
    let start = format!(r#"{{"id":{id},"language":""#);
    assert!(answer.json.starts_with(&start), "{} does not start with {start}", answer.json);
    let report: Value = serde_json::from_str(&answer.json).unwrap();
    for list in ["speakers", "attributions", "warnings"] {
        assert!(report[list].is_array(), "no list `{list}` in {}", answer.json);
    }
}

#[test]
fn any_json_value_may_be_the_id_and_comes_back_as_written() {
    check_report(r#"{"id": "a", "text": "x"}"#, r#""a""#);
    check_report(r#"{"text": "x"}"#, "null");
    check_report(r#"{"id": null, "text": "x"}"#, "null");
    check_report(r#"{"id": 123456789012345678901234567890, "text": "x"}"#, "123456789012345678901234567890");
    check_report(r#"{"id": 1.50, "text": "x"}"#, "1.50");
    check_report(r#"{"id": {"a": [1, "\u00e9"]}, "text": "x"}"#, r#"{"a": [1, "\u00e9"]}"#);
    check_report("{\"id\": [1,\r\n2],\n\"text\": \"x\"}", "[1,  2]");
}

#[test]
fn other_members_and_white_space_are_passed_over() {
    check_report("\u{feff} {\"text\": \"x\", \"url\": {\"deep\": [[[]]]}, \"id\": 1, \"title\": null} \r", "1");
    check_report(r#"{"id": 1, "id": 2, "text": 3, "text": ""}"#, "2");
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    check_report(format!(r#"{{"id": 1, "deep": {deep}, "text": ""}}"#), "1");
}

#[test]
fn what_is_no_article_says_why_and_keeps_its_id() {
    check_error("", "null", "the line is empty; each line must be one JSON object");
    check_error(" \r", "null", "the line is empty; each line must be one JSON object");
    check_error(r#"{"id": "a"}"#, r#""a""#, "the object has no `text`");
    check_error(r#"{"id": "a", "text": null}"#, r#""a""#, "the object has no `text`");
    check_error(r#"{"text": ["x"], "id": "a"}"#, r#""a""#, "`text` is a list; it must be a string");
    check_error(r#"{"id": 1, "text": "x", "title": false}"#, "1", "`title` is a boolean; it must be a string");
    check_error(r#"{"id": 1, "text": "x", "language": {}}"#, "1", "`language` is an object; it must be a string");
    check_error("[1, 2]", "null", "invalid type: sequence, expected a JSON object");
    check_error(r#""text""#, "null", "invalid type: string \"text\", expected a JSON object (column 6)");
    check_error(r#"{"id": "a", "text": "x"#, r#""a""#, "EOF while parsing a string (column 22)");
    check_error(r#"{"id": "a", "text": "x"} {}"#, r#""a""#, "trailing characters (column 26)");
    check_error(r#"{"id": 1, "text": "\ud800"}"#, "1", "`text`: unexpected end of hex escape (column 8)");
}

#[test]
fn a_line_that_is_not_utf8_is_that_line_s_error() {
    let error = "byte 20 of the line is not UTF-8; convert the input to UTF-8, for instance with iconv";
    check_error(b"{\"id\": 1, \"text\": \"\xff\"}", "1", error);
    let error = "byte 10 of the line is not UTF-8; convert the input to UTF-8, for instance with iconv";
    check_error(b"{\"id\": \"a\xe2\x80\", \"text\": \"\"}", "null", error);
}

proptest! {
    #[test]
    fn any_bytes_give_one_line_of_json(line in prop::collection::vec(any::<u8>(), 0..200)) {
        let answer = annotate_line(&line, 1);
        prop_assert!(!answer.json.contains(['\n', '\r']));
        let value: Value = serde_json::from_str(&answer.json).unwrap();
        prop_assert_eq!(value.get("error").is_some(), answer.error.is_some());
    }

    #[test]
    fn any_text_gives_a_report(text in "(\\PC|\n|“|”|\"| said ){0,200}", title in proptest::option::of("\\PC*")) {
        let line = serde_json::json!({"id": &text, "text": text, "title": title}).to_string();
        let answer = annotate_line(line.as_bytes(), 1);
        let value: Value = serde_json::from_str(&answer.json).unwrap();
        prop_assert_eq!(&value["id"], &Value::from(text));
        prop_assert!(value["speakers"].is_array());
    }
}
