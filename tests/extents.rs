//! Where what is said begins and ends, and what is nobody's statement, on sentences made up for it.

#[path = "common/spoken.rs"]
mod spoken;

use hearsay::report::AttributionKind;
use spoken::{report, says};

#[test]
fn slogans_titles_and_names_for_things_are_nobody_s_words() {
    let text = "Mayor Ada Quill opened the quay.\nThe slogan? “Boats. We’re on them.”\n\
        The door bears it in tall letters: ‘NO BOATS.’\n‘We never sleep’: how the harbour works at night\n\
        It stands in what the yard calls “the slow lane.”";
    assert_eq!(report(text).attributions, []);
}

#[test]
fn a_clause_goes_on_behind_a_cue_between_commas() {
    let text = "The quay, Ada Quill said, was safe because it was “built on rock.”";
    says(text, &[("built on rock", "Ada Quill")]);
}

#[test]
fn what_stands_between_a_cue_and_its_quotation_is_none_of_it() {
    let text = "The yard owner Ada Quill says of the mayor, “If she can, she will sell it.”\n\
        Asked to describe the leak, Vale said, “I would rather not.”";
    says(text, &[("If she can", "Ada Quill"), ("I would rather", "Vale")]);
    let report = report(text);
    assert!(report.attributions.iter().all(|a| a.content.len() == 1), "{:#?}", report.attributions);
}

#[test]
fn what_i_and_you_think_is_told_but_is_nobody_else_s_report() {
    let text = "The Pelican spoke to Ada Quill.\n\nDo you think that the bridge will hold?\n\n\
                I think that’s a fair question, but we know why it leaks. We called it Bessie. I say stone is better.";
    let report = report(text);
    let told: Vec<_> =
        report.attributions.iter().map(|a| (a.source[0].of(text), a.content[0].of(text), a.kind)).collect();
    let attitude = hearsay::report::AttributionKind::Attitude;
    let expected = [
        ("you", "that the bridge will hold", attitude),
        ("I", "that’s a fair question", attitude),
        ("we", "why it leaks", attitude),
        ("I", "stone is better", attitude),
    ];
    assert_eq!(told, expected);
}

#[test]
fn whoever_says_nothing_and_what_is_only_talked_about_are_not_reported() {
    let kinds = |text: &str| report(text).attributions.iter().map(|a| a.kind).collect::<Vec<_>>();
    assert_eq!(kinds("Three sailors charged with the theft said nothing."), []);
    let asked = kinds("The board asked Ada Quill about the quay.");
    assert!(asked.iter().all(|kind| *kind == AttributionKind::Attitude), "{asked:?}");
}

#[test]
fn in_somebody_s_own_story_wishes_and_plans_are_no_statements() {
    let told = |text: &str| report(text).attributions.len();
    assert_eq!(told("Her brother hoped to row home. The board plans to close the quay."), 2);
    assert_eq!(told("My brother hoped to row home. The board plans to close the quay."), 0);
    assert_eq!(told("My brother hoped that the quay would hold."), 1);
}

/// Checks the pieces of the only statement.
#[track_caller]
fn pieces(text: &str, expected: &[&str]) {
    let report = report(text);
    assert_eq!(report.attributions.len(), 1, "{:#?}", report.attributions);
    let found: Vec<&str> = report.attributions[0].content.iter().map(|span| span.of(text)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_dateline_is_no_part_of_what_is_said() {
    pieces(
        "CAPE VELL, Sept. 11 (Vell News) -- The harbour burned for two days, the police minister said.",
        &["The harbour burned for two days"],
    );
    pieces(
        "PORT VELL, May 7 (Tern) - The council said on Tuesday the ferry would be sold.",
        &["the ferry would be sold"],
    );
}

#[test]
fn what_is_quoted_from_its_verb_on_begins_with_its_subject() {
    pieces("The quay’s crane, Ada Quill told the board, “is a toy.”", &["The quay’s crane", "is a toy."]);
    pieces("That, according to Quill, “will help nobody.”", &["That", "will help nobody."]);
    pieces("Hours later, Quill sent a message saying, “done.”", &["done."]);
    pieces("On Monday, Quill said it was “not a toy.”", &["it was “not a toy.”"]);
}

#[test]
fn a_quotation_behind_a_report_goes_on_with_it() {
    pieces(
        "The quay was “quite safe,” another diver, Ada Quill, told the board. “We have looked at it twice this year.”",
        &["The quay was “quite safe,”", "We have looked at it twice this year."],
    );
    pieces(
        "“She is also a mother of three,” another friend, Ada Quill, told Tern Radio. “She used to give long talks.”",
        &["She is also a mother of three,", "She used to give long talks."],
    );
}

#[test]
fn whoever_took_a_picture_says_nothing() {
    says(
        "Bram Lotter sells boats.\nFile Photo: A man walks past a quay. VELLNEWS/Jonas Vale/File Photo\n“It leaked,” he said.",
        &[("It leaked", "Bram Lotter")],
    );
}

#[test]
fn what_is_cited_says_nothing() {
    let told = |text: &str| report(text).attributions.len();
    assert_eq!(told("The board cut its forecast on Monday, citing lower revenues."), 0);
    assert_eq!(told("Ada Quill said the port grew, citing the Vell project as an example."), 1);
}

#[test]
fn where_a_firm_has_its_seat_says_nothing() {
    for seat in ["based in Austin, Texas", "headquartered in Dublin, Ireland", "located in Vellport, Norlandia"] {
        says(&format!("Quillow, {seat}, said it leaked."), &[("it leaked", "Quillow")]);
    }
}
