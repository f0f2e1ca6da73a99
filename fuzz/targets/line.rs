//! Any line gives one line of JSON: a report, or an error that says what is wrong with it.
#![no_main]

use hearsay::wire::annotate_line;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let answer = annotate_line(data, 7);
    assert!(!answer.json.contains('\n'), "more than one line");
    let read: serde_json::Value = serde_json::from_str(&answer.json).expect("JSON");
    let object = read.as_object().expect("an object");
    assert!(object.contains_key("id"));
    match &answer.error {
        Some(error) => assert_eq!(object["error"], *error, "said in the answer, too"),
        None => assert!(object.contains_key("attributions")),
    }
});
