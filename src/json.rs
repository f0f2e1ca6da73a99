//! JSON as text, by whoever is there: a browser reads and writes it itself, and `serde_json` does so natively.
//!
//! In a browser `serde_json` would be 14 KB of an engine with gzip. The text is the same, as long as no fraction is a whole number: 1.0 is 1 in
//! JavaScript.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The value that a text stands for.
///
/// # Errors
/// When it is no JSON, or JSON of something else; in words.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// The text for a value: strings, numbers and lists of such.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn write(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The same in lines, for people.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn write_in_lines(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// The value that a text stands for.
///
/// # Errors
/// When it is no JSON, or JSON of something else; in words.
#[cfg(target_arch = "wasm32")]
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let value = js_sys::JSON::parse(text).map_err(|_| "it is no JSON".to_owned())?;
    serde_wasm_bindgen::from_value(value).map_err(|error| error.to_string())
}

/// The text for a value: strings, numbers and lists of such.
#[cfg(target_arch = "wasm32")]
pub(crate) fn write(value: &impl Serialize) -> String {
    written(value, 0)
}

/// The same in lines, for people.
#[cfg(target_arch = "wasm32")]
pub(crate) fn write_in_lines(value: &impl Serialize) -> String {
    written(value, 2)
}

#[cfg(target_arch = "wasm32")]
fn written(value: &impl Serialize, indent: u32) -> String {
    let object = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible());
    let written = object.ok().and_then(|object| {
        js_sys::JSON::stringify_with_replacer_and_space(&object, &wasm_bindgen::JsValue::NULL, &indent.into()).ok()
    });
    written.map(String::from).unwrap_or_default()
}
