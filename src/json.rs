//! JSON as text, by whoever is there: a browser reads and writes it itself, and `serde_json` does so natively.
//!
//! In a browser `serde_json` would be 14 KB of an engine with gzip, and what `serde` makes to take values apart another 14: so what is read
//! is a [`Value`]. The text that is written is the same, as long as no fraction is a whole number: 1.0 is 1 in JavaScript.

use serde::Serialize;

/// So deep an object may stand in others; what is deeper is nothing.
const DEEPEST: usize = 100;

/// A whole number up to which a double tells all apart.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A value of whatever shape.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum Value {
    /// Nothing, true, or false: nobody asks.
    #[default]
    Nothing,
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// Values in a row.
    List(Vec<Self>),
    /// Values with names, in the order of the text or of their names.
    Object(Vec<(String, Self)>),
}

impl Value {
    /// The member of an object.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// A text.
    pub(crate) fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The values of a list.
    pub(crate) fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(values) = self { Some(values) } else { None }
    }

    /// A whole number that is not negative.
    #[expect(clippy::cast_sign_loss, reason = "it has no sign")]
    pub(crate) fn as_usize(&self) -> Option<usize> {
        let Self::Number(number) = *self else { return None };
        let whole = (0.0..EXACT).contains(&number) && number.fract() == 0.0;
        whole.then(|| usize::try_from(number as u64).ok()).flatten()
    }
}

/// The value that a text stands for.
///
/// # Errors
/// When it is no JSON; in words.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn read(text: &str) -> Result<Value, String> {
    let value: serde_json::Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    Ok(value.into())
}

#[cfg(not(target_arch = "wasm32"))]
impl From<serde_json::Value> for Value {
    fn from(value: serde_json::Value) -> Self {
        fn read(value: serde_json::Value, depth: usize) -> Value {
            match value {
                _ if depth > DEEPEST => Value::Nothing,
                serde_json::Value::Null | serde_json::Value::Bool(_) => Value::Nothing,
                serde_json::Value::Number(number) => number.as_f64().map_or(Value::Nothing, Value::Number),
                serde_json::Value::String(text) => Value::Text(text),
                serde_json::Value::Array(values) => {
                    Value::List(values.into_iter().map(|value| read(value, depth + 1)).collect())
                }
                serde_json::Value::Object(members) => {
                    Value::Object(members.into_iter().map(|(name, value)| (name, read(value, depth + 1))).collect())
                }
            }
        }
        read(value, 0)
    }
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
/// When it is no JSON; in words.
#[cfg(target_arch = "wasm32")]
pub(crate) fn read(text: &str) -> Result<Value, String> {
    js_sys::JSON::parse(text).map(|value| taken(&value, 0)).map_err(|_| "it is no JSON".to_owned())
}

/// A value of JavaScript as one of ours.
#[cfg(target_arch = "wasm32")]
pub(crate) fn taken(value: &wasm_bindgen::JsValue, depth: usize) -> Value {
    use wasm_bindgen::JsCast;
    if depth > DEEPEST {
        return Value::Nothing;
    }
    if let Some(text) = value.as_string() {
        return Value::Text(text);
    }
    if let Some(number) = value.as_f64() {
        return Value::Number(number);
    }
    if let Some(list) = value.dyn_ref::<js_sys::Array>() {
        return Value::List(list.iter().map(|value| taken(&value, depth + 1)).collect());
    }
    let Some(object) = value.dyn_ref::<js_sys::Object>() else { return Value::Nothing };
    let entries = js_sys::Object::entries(object);
    let members = entries.iter().map(|member| {
        let member: js_sys::Array = member.unchecked_into();
        (member.get(0).as_string().unwrap_or_default(), taken(&member.get(1), depth + 1))
    });
    Value::Object(members.collect())
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
