//! Any line gives one line of JSON: a report, or an error that says what is wrong with it.
#![no_main]

use std::collections::BTreeMap;

use hearsay::wire::annotate_line;
use libfuzzer_sys::fuzz_target;
use serde_json::value::RawValue;

fuzz_target!(|data: &[u8]| {
    let answer = annotate_line(data, 7);
    assert!(!answer.json.contains('\n'), "more than one line");
    // Members as they are written: an `id` may be a number that no reader of numbers has room for.
    let object: BTreeMap<&str, &RawValue> = serde_json::from_str(&answer.json).expect("an object");
    assert!(object.contains_key("id"));
    match &answer.error {
        Some(error) => {
            let said: String = serde_json::from_str(object["error"].get()).expect("a string");
            assert_eq!(said, *error, "said in the answer, too");
        }
        None => assert!(object.contains_key("attributions")),
    }
});
