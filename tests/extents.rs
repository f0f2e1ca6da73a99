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
fn what_i_think_ends_where_i_think_on() {
    let told = |text: &str| -> Vec<String> {
        let of = |a: &hearsay::report::Attribution| format!("{} | {}", a.cue[0].of(text), a.content[0].of(text));
        report(text).attributions.iter().map(of).collect()
    };
    assert_eq!(
        told("I don't see why it should, I mean there is no other quay."),
        ["don't see | why it should", "mean | there is no other quay"]
    );
    assert_eq!(told("I think to wait is wrong, so we row."), ["think | to wait is wrong"]);
    assert_eq!(told("It is a lovely boat I think."), ["think | It is a lovely boat"]);
    assert_eq!(told("I'm sure that in time, it will hold - we all row."), ["sure | that in time, it will hold"]);
    assert_eq!(
        told("I was young then, and I had a boat. I remember signing my first lease for the yard by the quay."),
        ["remember | signing my first lease for the yard by the quay"]
    );
    // What is done to things is the teller's story.
    assert_eq!(told("I compared the things I saw in the hull. I remember “Nets and Ropes”."), [] as [&str; 0]);
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

/// The pieces of each statement that is no attitude, in order.
fn said(text: &str) -> Vec<Vec<&str>> {
    let own = report(text).attributions;
    let own = own.iter().filter(|a| a.kind != AttributionKind::Attitude);
    own.map(|a| a.content.iter().map(|span| span.of(text)).collect()).collect()
}

#[test]
fn what_is_told_of_the_subject_does_not_end_the_clause() {
    for clause in [
        "the pump, known as Old Tom, would drain the quay by May",
        "its survey, published in June, found no leaks",
        "the dock, which opened in May, must close",
    ] {
        assert_eq!(said(&format!("Ada Quill said {clause}.")), [[clause]]);
    }
    let text = "Any diver making a case, as Ada Quill often does, faces the board.";
    assert!(said(text).iter().flatten().all(|piece| !piece.contains("faces")));
}

#[test]
fn a_clause_goes_on_behind_where_it_was_said() {
    for (text, pieces) in [
        (
            "The lock failed at noon, Ada Quill told reporters on the quay, but was back in use by night.",
            ["The lock failed at noon", "was back in use by night"],
        ),
        (
            "Divers shouted at the crew to turn, Ada Quill said from her boat, but were told to row on.",
            ["Divers shouted at the crew to turn", "were told to row on"],
        ),
        ("The lock, Ada Quill said (though she gave no figures), had failed twice.", ["The lock", "had failed twice"]),
    ] {
        assert_eq!(said(text), [pieces]);
    }
    let text = "The lock, praised by Ada Quill, has failed.";
    assert!(said(text).iter().flatten().all(|piece| !piece.contains("failed")));
}

#[test]
fn when_and_where_words_fell_is_none_of_them() {
    for (text, words) in [
        ("Divers accused the yard of “hiding the leak” when the pump failed in May.", "the yard of “hiding the leak”"),
        ("The crowd sang “sink the boat” long before the race was lost.", "sink the boat"),
        ("Tom Vale called the loss “a blip” on a call with divers.", "the loss “a blip”"),
        ("The council said last week that the pool would close.", "that the pool would close"),
    ] {
        assert_eq!(said(text), [[words]]);
    }
    // What the speaker tells, and when, is one clause.
    let text = "Tom Vale said he was “shocked” when he saw the quay.";
    assert_eq!(said(text), [["he was “shocked” when he saw the quay"]]);
}

#[test]
fn what_the_speaker_did_next_is_not_said() {
    for (text, words) in [
        ("Ada Quill replied in the negative and handed over a letter to the mayor.", "in the negative"),
        ("Ada Quill said the race would go ahead and left the room.", "the race would go ahead"),
        ("Doctors said the diver was awake and are treating his burns.", "the diver was awake"),
        (
            "Divers at the yard estimate that the pump will cost £4m, and have sold theirs.",
            "that the pump will cost £4m",
        ),
    ] {
        assert_eq!(said(text)[0], [words]);
    }
    for words in [
        "the fund would pay for broken oars and lost income",
        "the boat could be raised and returned to the yard",
        "two divers were missing and have called for help",
    ] {
        assert_eq!(said(&format!("Ada Quill said {words}.")), [[words]]);
    }
}

#[test]
fn whoever_puts_something_at_a_number_says_so() {
    let text = "Officials put the losses at $4 billion. The bureau estimated the cost of the pump at £2m.";
    assert_eq!(said(text), [["the losses at $4 billion"], ["the cost of the pump at £2m"]]);
    for nothing in
        ["Ada Quill put Tom Vale at ease.", "Ada Quill put the boat to sea at 5 p.m.", "The sale puts the yard at £4m."]
    {
        assert_eq!(said(nothing), [[""; 0]; 0], "{nothing}");
    }
}

#[test]
fn what_is_called_off_or_offered_is_no_statement() {
    let text = "Ada Quill was to marry in May, but called it off after he sailed. Tom Vale offered to row. The crew called it a day.";
    assert_eq!(said(text), [[""; 0]; 0]);
}
