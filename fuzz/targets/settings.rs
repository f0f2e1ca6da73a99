//! What is stored may be anything: settings are read with what they lack at its default, corrections as none.
//! (The files that a reader saves and loads are read by JavaScript: tests/extension/damaged.test.mjs.)
#![no_main]

use hearsay::page::corrections::Corrections;
use hearsay::page::notes::NoteKind;
use hearsay::page::settings::Settings;
use hearsay::text::OffsetMap;
use hearsay::{Article, Options, Report, analyze};
use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

const TEXT: &str = "“We will not wait,” said Morwenna Hale, the engineer. Some residents said the baths had been loved to death. \
                    The walls were reportedly built without a plan.";

fn report() -> &'static Report<hearsay::text::Utf16Span> {
    static REPORT: OnceLock<Report<hearsay::text::Utf16Span>> = OnceLock::new();
    REPORT.get_or_init(|| {
        let article = Article { language: Some("en".into()), ..Article::new(TEXT) };
        let map = OffsetMap::new(TEXT);
        analyze(&article, &Options::default()).map_spans(|span| map.to_utf16(span))
    })
}

fuzz_target!(|data: &[u8]| {
    let json = String::from_utf8_lossy(data);
    if let Ok(stored) = serde_json::from_str::<serde_json::Value>(&json) {
        let settings = Settings::from(&stored);
        let wanted = settings.wanted(report().clone());
        assert!(wanted.warnings.iter().all(|w| settings.wants(w.kind)));
        assert!(wanted.warnings.iter().zip(0..).all(|(w, id)| w.id == id));
        assert!(!settings.marks_statements() || settings.marks_warnings());
        settings.shows(&NoteKind::Warning(0));
    }
    let corrections = Corrections::read(&json);
    assert_eq!(Corrections::read(&corrections.write()), corrections);
    let corrected = corrections.apply(report().clone(), TEXT).report;
    assert!(corrected.attributions.iter().zip(0..).all(|(a, id)| a.id == id));
    let count = corrected.attributions.len() as u32;
    assert!(corrected.warnings.iter().zip(0..).all(|(w, id)| w.id == id && w.attribution.is_none_or(|a| a < count)));
});
