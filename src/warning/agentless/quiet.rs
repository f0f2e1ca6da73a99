//! Who stands behind hearsay after all, and how much it weighs where nobody does.

use std::ops::Range;

use crate::lexicon::{Classes, Listed, VerbClass};
use crate::mention::Tag;
use crate::report::Severity;
use crate::text::Words;
use crate::warning::view::View;

use super::DEFINITION;

/// What a forecast speaks of.
static WEATHER: Listed = Listed::new("quiet-weather");

/// Words of the law: the charge has somebody behind it.
static LAW: Listed = Listed::new("quiet-law");

/// How much it weighs; none where somebody stands behind it.
pub(super) fn weigh(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> Option<Severity> {
    let scan = &view.scans[paragraph];
    let told = view.is_told_by_another(paragraph, trigger.start, None);
    if told || view.has_named_voice(paragraph, trigger.start, false) || has_agent(view, paragraph, trigger) {
        return None;
    }
    if goes_on(view, paragraph, trigger) || is_signed(view, paragraph, trigger) || is_weather(view, paragraph, trigger)
    {
        return None;
    }
    let legal = trigger.clone().any(|i| {
        scan.p.is_one(i, &const { Words::new("alleged allegedly accused suspected allegations accusations") })
    });
    // "Vale allegedly told him": no crime.
    let says = scan.lexicon.reporting_verb(scan.p.lower(trigger.end)).is_some_and(|v| v.class == VerbClass::Speech);
    if !legal || says {
        return Some(DEFINITION.severity);
    }
    let sentence = view.sentence(paragraph, trigger.start);
    let before = scan.p.sentence_at(trigger.start).checked_sub(1).and_then(|s| scan.p.sentences.get(s));
    let from = before.map_or(sentence.start, |s| s.start);
    let to = scan.p.sentences.get(scan.p.sentence_at(trigger.start) + 1).map_or(sentence.end, |s| s.end);
    let at_law = view.has_word(paragraph, &(from..to), *LAW)
        || paragraph.checked_sub(1).is_some_and(|p| view.has_word(p, &(0..view.scans[p].tags.len()), *LAW));
    (!at_law).then_some(Severity::Information)
}

/// "…, the harbour office said": whoever closes the sentence says it.
fn is_signed(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> bool {
    let scan = &view.scans[paragraph];
    let sentence = view.sentence(paragraph, trigger.start);
    view.claims_in(paragraph).iter().any(|c| {
        let (cue, source) = (&c.cue.tokens, &c.source.phrase.tokens);
        let first = cue.start.min(source.start);
        first > trigger.end
            && !scan.p.is(trigger.start, "asked")
            && sentence.contains(&cue.start)
            && scan.tags[first - 1] == Tag::Comma
            && matches!(c.cue.act.class(), VerbClass::Speech)
            // Nothing but a day or a place may follow.
            && sentence.end.saturating_sub(cue.end.max(source.end)) <= 6
    })
}

/// "The storm is expected to weaken": a forecast, and everybody knows whose.
fn is_weather(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> bool {
    let scan = &view.scans[paragraph];
    // "It is expected to weaken": the storm was named in the sentence before.
    let before = view.sentence(paragraph, view.sentence(paragraph, trigger.start).start.saturating_sub(1));
    trigger.clone().any(|i| scan.p.is(i, "expected"))
        && view.has_word(paragraph, &(before.start..trigger.start), *WEATHER)
}

/// "Quill said the price was fair, adding that the sale is expected to close": one who is named says this too.
fn goes_on(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> bool {
    let scan = &view.scans[paragraph];
    let sentence = view.sentence(paragraph, trigger.start);
    let adds = |i: usize| scan.p.is_one(i, &const { Words::new("adding saying noting explaining stressing") });
    let told = (sentence.start..trigger.start).find(|&i| adds(i));
    told.is_some_and(|i| scan.names.iter().any(|n| sentence.contains(&n.tokens.start) && n.tokens.end <= i))
}

/// Whether the clause names who says it: "by analysts at Quill Bank", "according to Vale", "Quill reported".
fn has_agent(view: &View<'_>, paragraph: usize, trigger: &Range<usize>) -> bool {
    let scan = &view.scans[paragraph];
    let sentence = view.sentence(paragraph, trigger.start);
    // An agent stands behind its participle, before the next clause.
    let end = (trigger.end..sentence.end)
        .find(|&i| {
            matches!(scan.tags[i], Tag::Comma | Tag::Mark | Tag::Relative)
                || scan.p.is_one(i, &const { Words::new("but while although after as because when") })
        })
        .unwrap_or(sentence.end);
    // "reportedly dug by convicts", "is said to have been dug by convicts", "it is said that convicts": the by-phrase tells who did
    // it, not who says so. What is expected of somebody is mostly his own plan.
    let (first, last) = (scan.p.lower(trigger.start), scan.p.lower(trigger.end - 1));
    let plan = trigger.clone().any(|i| scan.p.is(i, "expected"));
    let outer =
        plan || matches!(first, "widely" | "appear" | "appears") || matches!(last, "as" | "of" | "for" | "considered");
    // "It has been suggested to the board by critics that".
    let told = first == "it" && !matches!(last, "that");
    let end = (trigger.end..end).find(|&i| told && scan.p.is(i, "that")).unwrap_or(end);
    let by = (outer || told)
        && (trigger.end..end).any(|i| {
            scan.p.is(i, "by")
                && (scan.tags.get(i + 1) == Some(&Tag::Name)
                    || (i + 1..end).take_while(|&k| scan.tags[k].is_nominal()).last().is_some_and(|noun| {
                        scan.classes(noun)
                            .has_any(Classes::GROUP | Classes::ROLE | Classes::RELATION | Classes::ORG_HEAD)
                            || scan.p.is_one(noun, &const { Words::new("woman man people women men") })
                    }))
        });
    // "according to reports from the Courier".
    let relayed = scan.p.is(trigger.start, "according")
        && scan.p.is_one(trigger.end, &const { Words::new("from by in on") })
        // "according to reports in Vellmark": a land is no paper.
        && (trigger.end + 1..end.min(trigger.end + 5)).any(|i| {
            let land = scan.p.is(trigger.end, "in") && scan.classes(i).has_any(Classes::PLACE | Classes::DEMONYM);
            scan.tags[i] == Tag::Name && !land
        });
    let inside = scan.p.lower(trigger.start) != "according";
    let according = inside
        && sentence.clone().any(|i| {
            // "per cent", "per head".
            let rate = scan.tags.get(i + 1) == Some(&Tag::Noun) && !scan.p.lower(i + 1).ends_with('s');
            matches!(scan.p.lower(i), "according" | "per") && !rate && i + 1 < scan.tags.len()
        });
    by || relayed || according || view.is_in_a_record(paragraph, sentence.start..trigger.start)
}
