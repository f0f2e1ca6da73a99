//! One cue makes one statement, and its content is what is said and no more, on sentences made up for it.

#[path = "common/cued.rs"]
mod cued;
#[path = "common/spoken.rs"]
mod spoken;

use cued::on;
use hearsay::report::AttributionKind;
use spoken::{report, says};

#[test]
fn a_clause_around_its_cue_is_one_statement_of_two_pieces() {
    let text = "The breaking point, Ada Quill wrote, came on Friday, when the counsel’s office sent out an agenda for this week’s \
                meeting that omits Vale’s proposal.";
    let rest = "came on Friday, when the counsel’s office sent out an agenda for this week’s meeting that omits Vale’s proposal";
    assert_eq!(on(text, "wrote"), [("Ada Quill", vec!["The breaking point", rest])]);
}

#[test]
fn what_nobody_sees_parts_no_word() {
    let text = "“It leaks,” sa\u{ad}id Ada Quill. “It is old,” she said.";
    says(text, &[("It leaks", "Ada Quill"), ("It is old", "Ada Quill")]);
    assert_eq!(on(text, "sa\u{ad}id"), [("Ada Quill", vec!["It leaks,"])]);
}

#[test]
fn a_name_in_marks_is_not_what_the_next_sentence_says() {
    let text = "They built cameras dubbed “Harbour Eye.” According to critics, the aim of this is to look.";
    assert_eq!(on(text, "According to"), [("critics", vec!["the aim of this is to look"])]);
    let text = "The pump is known as “Blue Pump.” It requires divers to pay.";
    assert_eq!(on(text, "requires"), []);
    let text = "“It leaks,” Ada Quill said in an interview on VBC’s “Meet the Mayor.”";
    assert_eq!(on(text, "said"), [("Ada Quill", vec!["It leaks,"])]);
}

#[test]
fn what_bears_a_name_calls_nobody() {
    assert_eq!(on("She has a disease called quay fever and cannot row.", "called"), []);
    assert_eq!(on("He sent money to a company called Vell Analytica, which counts boats.", "called"), []);
    assert_eq!(on("One lawmaker called Quill “the prince of leaks.”", "called").len(), 1);
    assert_eq!(on("The campaign called Quill a liar.", "called").len(), 1);
}

#[test]
fn times_that_go_on_and_points_say_nothing() {
    assert_eq!(on("As time went on, the pumps leaked.", "went on"), []);
    let text = "Ada Quill said at one point, “It leaks.”";
    assert_eq!(on(text, "said"), [("Ada Quill", vec!["It leaks."])]);
}

#[test]
fn what_is_said_ends_where_the_article_goes_on() {
    let said = |text, cue: &str| on(text, cue).into_iter().map(|(_, content)| content).collect::<Vec<_>>();
    // Another sentence, a main verb, a deed of the speaker’s, another’s report, what the article tells of the claim.
    let text = "The clerk, Tom Vale, said: “I am sorry.” He was jailed for two years.";
    assert_eq!(said(text, "said:"), [["I am sorry."]]);
    let text = "Hugo Vale, who told members that he had no tie to the firm, resigned on Monday.";
    assert_eq!(said(text, "told"), [["that he had no tie to the firm"]]);
    let text = "The mayor said the bridge was safe and thanked the crew.";
    assert_eq!(said(text, "said"), [["the bridge was safe"]]);
    for (text, cue, first, second) in [
        (
            "Ada Quill said the boats had sailed and called the race a farce.",
            "called",
            "the boats had sailed",
            "the race a farce",
        ),
        ("Ada Quill said she was sorry and urged divers to stay ashore.", "urged", "she was sorry", "to stay ashore"),
        (
            "Ada Quill said the lock was safe and accused Tom Vale of lying.",
            "accused",
            "the lock was safe",
            "Tom Vale of lying",
        ),
        (
            "Ada Quill said the lock was safe, adding that Tom Vale lied.",
            "adding",
            "the lock was safe",
            "that Tom Vale lied",
        ),
    ] {
        assert_eq!((said(text, "said"), said(text, cue)), (vec![vec![first]], vec![vec![second]]));
    }
    for text in [
        "Ada Quill said the lock was sold but gave no date.",
        "Ada Quill said the lock was sold but would not say when.",
    ] {
        assert_eq!(said(text, "said"), [["the lock was sold"]]);
    }
    for (text, cue, rest) in [
        ("The bridge leaks, Ada Quill said, but has no hole.", "said", "has no hole"),
        ("The bridge leaks, Ada Quill told the board, and the town is broke.", "told", "the town is broke"),
    ] {
        assert_eq!(said(text, cue), [["The bridge leaks", rest]]);
    }
    let text = "The bridge leaks, Ada Quill said, and Tom Vale called it a disgrace.";
    assert_eq!(said(text, "said"), [["The bridge leaks"]]);
    for (text, cue, content) in [
        ("Ada Quill told the board that it leaks, the minutes state.", "told", "that it leaks"),
        ("Tom Vale said the race was “a joy” after the keeper saved the day.", "said", "the race was “a joy”"),
        ("The pool will close, the council has said, two days after divers left.", "has said", "The pool will close"),
        ("Ada Quill lives in a hut where, she says, the pipes leak.", "says", "the pipes leak"),
        ("Ada Quill joined divers on a call from what she described as a bathtub.", "described", "a bathtub"),
        (
            "The Vell Courier reported on Monday, citing two divers, that the lock leaks.",
            "reported",
            "that the lock leaks",
        ),
        ("The report, released in May, found no danger to divers.", "found", "no danger to divers"),
        ("Vell Marine denied wrongdoing. “We are calm,” said Tom Vale.", "denied", "wrongdoing"),
    ] {
        assert_eq!(said(text, cue), [[content]], "{text}");
    }
    for (text, cue, content) in [
        ("“It leaks,” said Ada Quill, who warned that the board had slept.", "warned", "that the board had slept"),
        ("Ada Quill said the sentence was fair and paid tribute to divers.", "said", "the sentence was fair"),
    ] {
        assert_eq!(said(text, cue), [[content]], "{text}");
    }
    let text = "What Ada Quill hates, according to Tom Vale, is the noise.";
    assert_eq!(said(text, "according to"), [["What Ada Quill hates", "is the noise"]]);
    let text = "Ada Quill said a man had come in and called her a liar.";
    assert_eq!(said(text, "said"), [["a man had come in and called her a liar"]]);
    let text = "Ada Quill said the talks had failed while the mayor insisted that they would go on.";
    assert_eq!(
        (said(text, "said"), said(text, "insisted")),
        (vec![vec!["the talks had failed"]], vec![vec!["they would go on"]])
    );
    let text = "Quill told divers that the vote was “stolen in broad daylight,” a claim for which she has offered no evidence.";
    assert_eq!(said(text, "told"), [["that the vote was “stolen in broad daylight,”"]]);
    let text = "Tom Vale said the vote was stolen, without offering evidence.";
    assert_eq!(said(text, "said"), [["the vote was stolen"]]);
    let text = "The pool will close in May, the council has said, in a move that has angered parents.";
    assert_eq!(said(text, "has said"), [["The pool will close in May"]]);
}

#[test]
fn a_clause_around_its_cue_has_its_subject_and_its_verb() {
    let text = "The house, Ada Quill told the court on Monday, had been empty for years.";
    assert_eq!(on(text, "told"), [("Ada Quill", vec!["The house", "had been empty for years"])]);
    let text = "Tom Vale has not, he says, read the letter.";
    assert_eq!(on(text, "says"), [("he", vec!["Tom Vale has not", "read the letter"])]);
}

#[test]
fn the_terms_on_which_somebody_talks_are_no_statement() {
    let text = "Two clerks said that the board had lied. The clerks were granted anonymity to describe private talks.";
    assert_eq!(report(text).attributions.len(), 1);
    let text = "Two clerks, who asked not to be named discussing the case, said the board had lied.";
    assert_eq!(report(text).attributions.len(), 1);
}

#[test]
fn titles_and_nicknames_are_not_what_somebody_says() {
    for text in [
        "Tom Vale, nicknamed “the Hat”, left on Monday.",
        "Ada Quill, whom friends call “Auntie,” left on Monday.",
        "“The Long Night,” a thriller about divers, opens on Friday.",
        "Tom Vale sent money to a man calling himself “Dr Marcus Bell” in May.",
    ] {
        assert_eq!(report(text).attributions.len(), 0, "{text}");
    }
    let text = "“I was afraid,” Ada Quill writes in her memoir, “Needle Down.”";
    assert_eq!(on(text, "writes"), [("Ada Quill", vec!["I was afraid,"])]);
    let text = "In a blog post titled “Why We Left,” the company said the firm was doomed.";
    assert_eq!(on(text, "said"), [("the company", vec!["the firm was doomed"])]);
}

#[test]
fn a_relative_clause_around_its_cue_is_said_whole_and_no_more() {
    let text = "The driver, who police said had been rowing, was held on Monday.";
    assert_eq!(on(text, "said"), [("police", vec!["who", "had been rowing"])]);
    let text = "Ada Quill, a doctor who once said that the ward was unsafe, has resigned.";
    assert_eq!(on(text, "once said")[0].1, ["that the ward was unsafe"]);
    let text = "Vellcom claims that its pump, which came out in May, beats all others, but divers are sceptical.";
    assert_eq!(on(text, "claims")[0].1, ["that its pump, which came out in May, beats all others"]);
}

#[test]
fn a_denial_in_apposition_denies_what_was_said_before_it() {
    let text = "Divers said Vale knew, a claim his office denied.";
    assert_eq!(on(text, "denied"), [("his office", vec!["Vale knew"])]);
    // What he says of it, and another's word for it.
    let text = "Ada Quill said 40 boats sank, a number that doctors say is too low.";
    assert_eq!(on(text, "said"), [("Ada Quill", vec!["40 boats sank"])]);
    assert_eq!(on(text, "say"), [("doctors", vec!["is too low"])]);
    let text = "Ada Quill said the quay would hold, a claim that engineer Tom Vale says is nonsense.";
    assert_eq!(on(text, "says"), [("engineer Tom Vale", vec!["is nonsense"])]);
    let text = "Ada Quill said the quay would hold, a claim mayor Karl Vale denied.";
    assert_eq!(on(text, "denied"), [("mayor Karl Vale", vec!["the quay would hold"])]);
    let text = "The quay will hold, Ada Quill said, a claim engineers say is baseless.";
    assert_eq!(on(text, "said"), [("Ada Quill", vec!["The quay will hold"])]);
    let text = "Ada Quill said the quay would hold, a hope Tom Vale called “a dream.”";
    assert_eq!(on(text, "said"), [("Ada Quill", vec!["the quay would hold"])]);
    assert_eq!(on(text, "called"), [("Tom Vale", vec!["a dream."])]);
    let text = "Ada Quill insisted that the quay would hold, but no engineer was asked.";
    assert_eq!(on(text, "insisted"), [("Ada Quill", vec!["that the quay would hold"])]);
    assert!(on("Divers said Vale knew, a claim his office did not dispute.", "dispute").is_empty());
}

#[test]
fn what_another_does_with_the_speaker_is_not_what_is_said() {
    assert!(on("Ada Quill, asked whether she would return, laughed.", "asked").is_empty());
    let text = "Ada Quill said the town is broke and blamed the board.";
    assert_eq!(on(text, "said"), [("Ada Quill", vec!["the town is broke"])]);
    let text = "Ada Quill claimed, without giving evidence, that a rival had paid for it.";
    assert_eq!(on(text, "claimed"), [("Ada Quill", vec!["that a rival had paid for it"])]);
    let text = "A video claiming that pumps kill has gone viral.";
    assert_eq!(on(text, "claiming"), [("A video", vec!["that pumps kill"])]);
    let text = "“It leaks,” one diver said, per the Courier. “We told them.”";
    says(text, &[("We told them", "one diver")]);
}

#[test]
fn headings_cite_without_articles() {
    let body = "\nThe lock broke on Monday.";
    says(&format!("Lock could break at any time, engineer warns{body}"), &[("Lock could", "engineer")]);
    says(&format!("Hundreds without water, says harbour firm{body}"), &[("Hundreds", "harbour firm")]);
    says(&format!("‘We were asleep’: Ada Quill hits back{body}"), &[("We were asleep", "Ada Quill")]);
    assert!(report(&format!("‘A true friend’: Ada Quill dies at 90{body}")).attributions.is_empty());
}

#[test]
fn a_relative_clause_is_said_by_whoever_stands_in_it() {
    let text = "The yard sold a pump in May, which the company claims is safe.";
    assert_eq!(on(text, "claims"), [("the company", vec!["which", "is safe"])]);
    let text = "Unlike the buoys, which Ada Quill says have failed twice in storms, the pumps cost the town nothing.";
    assert_eq!(on(text, "says"), [("Ada Quill", vec!["which", "have failed twice in storms"])]);
}

#[test]
fn whoever_points_something_out_behind_it_says_it() {
    let text = "The quay is shut, as the harbour board pointed out.";
    assert_eq!(on(text, "pointed out"), [("the harbour board", vec!["The quay is shut"])]);
    assert!(on("The march was broken up, as the last round of talks warned.", "warned").is_empty());
}

#[test]
fn another_s_belief_is_not_what_is_said_against_it() {
    let text = "Quay fever is on the rise, doctors say, despite the belief that it was gone.";
    assert_eq!(on(text, "say")[0].1[0], "Quay fever is on the rise");
}

#[test]
fn a_record_of_what_was_said_says_nothing_of_its_own() {
    let text = "“It leaks,” Ada Quill told the board, according to a transcript.";
    assert_eq!(on(text, "told"), [("Ada Quill", vec!["It leaks,"])]);
    assert!(on(text, "according to").is_empty());
}

#[test]
fn when_something_was_told_is_not_what_was_told() {
    let text = "“It rose, and I thought, ‘Where do I go?’” Ada Quill told the Courier after being pulled from her boat in Tern Bay, Vellmark.";
    assert_eq!(on(text, "told"), [("Ada Quill", vec!["It rose, and I thought, ‘Where do I go?’"])]);
}

#[test]
fn what_is_planned_could_have_been_or_was_made_is_not_said() {
    let shown = |text: &str| report(text).attributions.iter().filter(|a| a.kind != AttributionKind::Attitude).count();
    assert_eq!(
        shown("Vellcom is set to officially announce the sale on Monday, but divers have been told that it is off."),
        0
    );
    assert_eq!(shown("Voters could have shown they were tired of the board."), 0);
    assert_eq!(shown("Ada Quill wrote hundreds of songs that summer."), 0);
    assert_eq!(shown("Vellcom has sold its boats, adding an incentive for divers to move to the pumps."), 0);
    assert_eq!(shown("The quay lies within the Storm Bureau’s forecast “cone” for landfall on Monday."), 0);
    assert_eq!(shown("The pumps take storage of up to two tons per DVR, and have a lid."), 0);
    assert_eq!(shown("Ada Quill wrote that hundreds of songs were lost."), 1);
}

#[test]
fn a_quotation_goes_on_behind_a_post_where_it_was_left_open() {
    let post = "\nClub statement\n— Vellmouth Rowing (@VellRow) May 20, 2019\n";
    says(
        &format!("The club said: “Jonas is the best.{post}“He has won in four towns.”"),
        &[("He has won", "The club")],
    );
}
