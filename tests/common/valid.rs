//! What must hold for the report on any text.

use hearsay::Report;
use hearsay::report::AttributionKind;
use hearsay::text::{ByteSpan, OffsetMap};

/// Panics, with the reason, unless `report` could be a report on `text`.
#[track_caller]
pub(crate) fn check(text: &str, report: &Report) {
    let problems = problems(text, report);
    assert!(problems.is_empty(), "{}\nin {report:#?}\non {text:?}", problems.join("\n"));
}

/// Every way in which `report` cannot be one on `text`.
fn problems(text: &str, report: &Report) -> Vec<String> {
    let mut all = Problems { text, map: OffsetMap::new(text), found: Vec::new() };
    if report.language != "en" && !report.language.starts_with("en-") {
        let empty = report.speakers.is_empty() && report.attributions.is_empty() && report.warnings.is_empty();
        all.unless(empty, || format!("something was found in a text in {:?}", report.language));
    }
    for (index, s) in report.speakers.iter().enumerate() {
        let here = format!("speaker {index}");
        all.unless(s.id as usize == index, || format!("{here}: its id is {}", s.id));
        all.words(&here, "name", Some(&s.name));
        all.words(&here, "role", s.role.as_deref());
        // A mention may lie in another: "a review by the University" and "the University" inside it.
        let (mut before, mentions) = (None, s.mentions.iter());
        for mention in mentions {
            all.spans(&here, "mentions", &[*mention]);
            all.unless(before < Some(mention), || format!("{here}: mentions {:?} are not in order", s.mentions));
            before = Some(mention);
        }
        all.unless(!s.mentions.is_empty(), || format!("{here}: nowhere mentioned"));
    }
    let speakers = report.speakers.len();
    for (index, a) in report.attributions.iter().enumerate() {
        let here = format!("attribution {index}");
        all.unless(a.id as usize == index, || format!("{here}: its id is {}", a.id));
        all.unless(!a.content.is_empty(), || format!("{here}: nothing is said"));
        for (name, spans) in [("content", &a.content), ("cue", &a.cue), ("source", &a.source)] {
            all.spans(&here, name, spans);
        }
        all.words(&here, "medium", a.medium.as_deref());
        all.words(&here, "resolved_from", a.resolved_from.as_deref());
        for id in a.speaker.iter().chain(&a.candidates) {
            all.unless((*id as usize) < speakers, || format!("{here}: there is no speaker {id}"));
        }
        let mut candidates = a.candidates.clone();
        candidates.sort_unstable();
        candidates.dedup();
        all.unless(candidates.len() == a.candidates.len(), || format!("{here}: a candidate stands twice"));
        if a.kind == AttributionKind::Direct {
            all.apart(&here, &a.content, &a.cue);
        }
    }
    all.ordered("attributions", report.attributions.iter().filter_map(|a| a.content.first()));
    let attributions = report.attributions.len();
    for (index, w) in report.warnings.iter().enumerate() {
        let here = format!("warning {index}");
        all.unless(w.id as usize == index, || format!("{here}: its id is {}", w.id));
        all.unless(!w.trigger.is_empty(), || format!("{here}: nothing was noticed"));
        all.spans(&here, "trigger", &w.trigger);
        all.spans(&here, "sentence", &[w.sentence]);
        let inside = w.trigger.iter().all(|t| w.sentence.contains(*t));
        all.unless(inside, || format!("{here}: {:?} stands outside its sentence {:?}", w.trigger, w.sentence));
        for id in w.attribution.iter().chain(w.rebuttals.iter().map(|r| &r.attribution)) {
            all.unless((*id as usize) < attributions, || format!("{here}: there is no attribution {id}"));
        }
    }
    // What answers a claim says so, and the other way round.
    let answers = |w: u32, a: u32| report.attributions[a as usize].answers.iter().any(|answer| answer.warning == w);
    let answered = |w: u32, a: u32| report.warnings[w as usize].rebuttals.iter().any(|r| r.attribution == a);
    for w in &report.warnings {
        let mutual = w.rebuttals.iter().all(|r| answers(w.id, r.attribution));
        all.unless(mutual, || format!("warning {}: a statement that answers it does not say so", w.id));
    }
    for a in &report.attributions {
        let mutual = a.answers.iter().all(|answer| answered(answer.warning, a.id));
        all.unless(mutual, || format!("attribution {}: it answers a warning that does not say so", a.id));
    }
    all.ordered("warnings", report.warnings.iter().filter_map(|w| w.trigger.first()));
    all.found
}

struct Problems<'t> {
    text: &'t str,
    map: OffsetMap<'t>,
    found: Vec<String>,
}

impl Problems<'_> {
    fn unless(&mut self, right: bool, problem: impl FnOnce() -> String) {
        if !right {
            self.found.push(problem());
        }
    }

    /// Words for a reader are not empty, and trimmed, and on one line.
    fn words(&mut self, here: &str, name: &str, words: Option<&str>) {
        let right = words.is_none_or(|w| !w.is_empty() && w.trim() == w && !w.contains('\n'));
        self.unless(right, || format!("{here}: its {name} is {words:?}"));
    }

    /// Spans lie inside the text on character borders, hold something, come one after the other, and are the same after
    /// a journey through the page's units and the command line's.
    fn spans(&mut self, here: &str, name: &str, spans: &[ByteSpan]) {
        for span in spans {
            let right = span.start < span.end && self.text.get(span.range()).is_some_and(|w| !w.trim().is_empty());
            self.unless(right, || format!("{here}: {name} {span:?} holds nothing of the text"));
            let through = self.map.from_utf16(self.map.to_utf16(*span));
            self.unless(through == *span, || format!("{here}: {name} {span:?} is {through:?} after UTF-16"));
            let through = self.map.from_chars(self.map.to_chars(*span));
            self.unless(through == *span, || format!("{here}: {name} {span:?} is {through:?} after code points"));
        }
        let ordered = spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
        self.unless(ordered, || format!("{here}: {name} {spans:?} do not come one after the other"));
    }

    fn apart(&mut self, here: &str, content: &[ByteSpan], cue: &[ByteSpan]) {
        let apart = content.iter().all(|c| !cue.iter().any(|d| c.overlaps(*d)));
        self.unless(apart, || format!("{here}: the cue {cue:?} stands inside the quotation {content:?}"));
    }

    fn ordered<'s>(&mut self, name: &str, spans: impl Iterator<Item = &'s ByteSpan>) {
        let starts: Vec<u32> = spans.map(|span| span.start).collect();
        self.unless(starts.is_sorted(), || format!("{name} are not in the order of the text: {starts:?}"));
    }
}
