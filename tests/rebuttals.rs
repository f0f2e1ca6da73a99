//! Claims and what answers them: pairs that belong together, and pairs that only look so (`tests/rebuttals/`): sixty of
//! either sort that the rules were written with, and thirty written before anybody had looked at what the rules make of them.
//!
//! One text a line, ` ¶ ` the border of two paragraphs. `[[…]]` is the trigger of the warning that is answered, `{{…}}` the
//! cue of the answer; a near miss has none. Prints every difference: `cargo test --test rebuttals -- --nocapture`.

use hearsay::report::{Report, Warning};
use hearsay::text::ByteSpan;
use hearsay::{Article, Options, analyze};

/// What must hold, in per cent. Raise it with the engine; never lower it to pass.
const RIGHT_LINKS: usize = 85;
const WRONG_LINKS: usize = 5;

/// The text, and where the first pair of marks stood in it.
fn unmark(text: &str, open: &str, close: &str) -> (String, Option<ByteSpan>) {
    let place = text.find(open).zip(text.find(close));
    let place = place.map(|(start, end)| ByteSpan::new(start as u32, (end - open.len()) as u32));
    (text.replace(open, "").replace(close, ""), place)
}

/// An example without its marks, with the places of the trigger and of the answer's cue.
fn example(line: &str) -> (String, ByteSpan, Option<ByteSpan>) {
    let line = line.replace(" ¶ ", "\n");
    let (without_answer, _) = unmark(&line, "{{", "}}");
    let (without_claim, _) = unmark(&line, "[[", "]]");
    let (text, claim) = unmark(&without_answer, "[[", "]]");
    let (_, answer) = unmark(&without_claim, "{{", "}}");
    (text, claim.expect("every example marks a claim"), answer)
}

fn at(report: &Report, claim: ByteSpan) -> Vec<&Warning> {
    report.warnings.iter().filter(|w| w.trigger.iter().any(|t| t.start < claim.end && claim.start < t.end)).collect()
}

/// The line of a place: each claim and each answer stands on one of its own, or the claim's has only that claim.
fn line_of(text: &str, byte: u32) -> usize {
    text[..byte as usize].matches('\n').count()
}

#[test]
fn claims_are_linked_to_what_answers_them() {
    check(include_str!("rebuttals/pairs.txt"), include_str!("rebuttals/near-misses.txt"));
}

#[test]
fn claims_written_apart_are_linked_to_what_answers_them() {
    check(include_str!("rebuttals/fresh-pairs.txt"), include_str!("rebuttals/fresh-near-misses.txt"));
}

#[track_caller]
fn check(pairs: &str, misses: &str) {
    let (mut right, mut wrong, mut all) = (0, 0, 0);
    for line in pairs.lines().chain(misses.lines()) {
        let (text, claim, answer) = example(line);
        let report = analyze(&Article::new(text.as_str()), &Options::default());
        let cue = |id: u32| report.attributions[id as usize].cue.first().copied();
        let place = |id: u32| cue(id).or(report.attributions[id as usize].content.first().copied());
        let warnings = at(&report, claim);
        let links = warnings.iter().flat_map(|w| &w.rebuttals).filter_map(|r| place(r.attribution));
        let same = |span: ByteSpan| answer.is_some_and(|a| line_of(&text, a.start) == line_of(&text, span.start));
        let (good, bad): (Vec<_>, Vec<_>) = links.partition(|span| same(*span));
        right += usize::from(!good.is_empty());
        wrong += usize::from(!bad.is_empty());
        all += usize::from(answer.is_some());
        if good.is_empty() && answer.is_some() {
            println!("{}: {line}", if warnings.is_empty() { "no warning" } else { "no link" });
        }
        if !bad.is_empty() {
            println!("wrong link: {line}");
        }
    }
    // A wrong link in a pair counts like one in a near miss.
    let near = misses.lines().count();
    let (links, faults) = (right * 100 / all, wrong * 100 / near);
    println!("right links: {right} of {all} ({links} %); wrong links: {wrong}, of {near} near misses ({faults} %)");
    assert!(links >= RIGHT_LINKS, "{links} % of the claims are linked to their answers, {RIGHT_LINKS} are wanted");
    assert!(faults <= WRONG_LINKS, "{faults} % of the examples have a wrong link, {WRONG_LINKS} are allowed");
}
