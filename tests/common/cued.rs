//! The statements on one cue of a text.

use hearsay::text::ByteSpan;

use super::spoken::report;

/// The statements on one cue, in order: the source and the pieces of content.
pub(crate) fn on<'t>(text: &'t str, cue: &str) -> Vec<(&'t str, Vec<&'t str>)> {
    let words = |spans: &[ByteSpan]| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>();
    let report = report(text);
    let own = report.attributions.iter().filter(|a| words(&a.cue) == [cue]);
    own.map(|a| (words(&a.source).first().copied().unwrap_or_default(), words(&a.content))).collect()
}
