//! The content script: from the live DOM to an article, and from a report to marks, badges and cards.

use wasm_bindgen::prelude::wasm_bindgen;

/// One line of NDJSON in, one out: exactly what `hearsay annotate` writes for it. `line` is the line's number for the
/// error it may become, 1 where it is left out.
#[wasm_bindgen]
pub fn annotate_line(json: &str, line: Option<u32>) -> String {
    crate::wire::annotate_line(json.as_bytes(), line.unwrap_or(1).into()).json
}
