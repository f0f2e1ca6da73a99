//! The report's own words for kinds, as `docs/report.md` has them.

use serde::Serialize;

/// A unit variant as it stands in a report: `vague-source`, `direct`.
pub(super) fn name(variant: impl Serialize) -> String {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}
