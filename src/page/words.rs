//! Every string that a reader sees: asked for by key from the host, which has the browser's own tables.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::shown::Words;

/// The host that JavaScript handed in.
#[derive(Clone)]
pub(super) struct Host {
    host: JsValue,
}

impl Host {
    pub(super) const fn new(host: JsValue) -> Self {
        Self { host }
    }

    /// The message of this key; the key itself where the host has none, so that a gap is seen and nothing breaks.
    pub(super) fn say(&self, key: &str, args: &[&str]) -> String {
        let args: Array = args.iter().map(|arg| JsValue::from_str(arg)).collect();
        let said = self.call("message", &[JsValue::from_str(key), args.into()]).and_then(|value| value.as_string());
        said.filter(|said| !said.is_empty()).unwrap_or_else(|| key.to_owned())
    }

    /// Tells the host how things stand.
    pub(super) fn tell(&self, status: &JsValue) {
        self.call("status", std::slice::from_ref(status));
    }

    /// What the host remembers of this page; none where the host remembers nothing.
    pub(super) fn recall(&self) -> Option<String> {
        self.call("recall", &[]).and_then(|value| value.as_string())
    }

    /// Hands the host what it is to remember of this page.
    pub(super) fn remember(&self, text: &str) {
        self.call("remember", &[JsValue::from_str(text)]);
    }

    fn call(&self, name: &str, args: &[JsValue]) -> Option<JsValue> {
        let function: Function = Reflect::get(&self.host, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
        function.apply(&self.host, &args.iter().collect::<Array>()).ok()
    }
}

impl Words for Host {
    fn say(&self, key: &str, args: &[&str]) -> String {
        Self::say(self, key, args)
    }
}
