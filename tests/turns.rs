//! Who speaks where no clause says it: turns, interviews, signatures, words in a paragraph of their own. On sentences made up for it.

#[path = "common/spoken.rs"]
mod spoken;

use spoken::{report, says, speaker};

#[test]
fn headings_and_repeated_words_have_the_speaker_of_the_words() {
    let text = "3. “The crane problem”\nAda Quill called it “the crane problem” in May.\n\
        Quill says, “We gave plenty of honest answers on the crane.”\n\
        By her own account there were “plenty of honest answers on the crane.”\n\
        4. “Who pays for it”";
    let report = report(text);
    let speakers: Vec<_> = ["The crane", "the crane problem”", "plenty of honest answers on the crane.”\n4"]
        .iter()
        .map(|words| speaker(&report, text, words).map(|s| s.name.as_str()))
        .collect();
    assert_eq!(speakers, [Some("Ada Quill"); 3]);
    assert!(
        report.attributions.iter().all(|a| a.content.iter().all(|c| !text[c.start as usize..].starts_with("Who pays")))
    );
}

#[test]
fn a_transcript_s_turns_are_their_speakers() {
    let text = "Mike Vale, the mayor, came in.\nQUILL: Let us start with the quay. Is it safe?\nVALE: I think it is.\n\
        QUILL: Really?\n“VALE: It is.”\nUPDATE: It is not.";
    says(text, &[("I think it is", "Mike Vale"), ("Let us start", "QUILL"), ("It is.”", "Mike Vale")]);
    let report = report(text);
    assert_eq!(report.attributions.iter().filter(|a| a.kind.is_speech()).count(), 4);
    let list = "SIZE: It has four rooms.\nPRICE: It is 40 crowns.\nHEATING: It has none.";
    assert_eq!(self::report(list).attributions, []);
}

#[test]
fn answers_of_one_who_alone_is_named_are_turns() {
    says(
        "The Courier spoke with Ada Quill.\nWhat is new?\nQuill: Nothing leaks.\nAnd the pumps?\nQuill:They hold.\nAnd the quay?\n\
         Quill: It stands.",
        &[("Nothing leaks", "Ada Quill"), ("They hold", "Ada Quill"), ("It stands", "Ada Quill")],
    );
    // A list of places, and counts of votes, are nobody's words.
    for text in [
        "Rules of the states\nOregon: Employers cannot ask for a password.\nOhio: Boats must have a bell.\nOregon: Divers pay.",
        "Ada Quill and Jonas Vale ran.\nQuill: 547.\nVale: 46.\nQuill: 2,316.\nVale: 1,547.",
    ] {
        assert_eq!(report(text).attributions, [], "{text}");
    }
}

#[test]
fn whoever_was_asked_answers() {
    says(
        "Ada Quill and Jonas Vale argued.\n“But,” Vale said, “do pumps leak?”\n“They can,” Quill said.\n\
         “There is a risk,” Vale said. “Do you deny that?”\n“It is a small one, and they are the best pumps.”",
        &[("It is a small one", "Ada Quill")],
    );
}

#[test]
fn a_name_behind_a_dash_signs_the_quotation() {
    says(
        "“The tide is in and we must go.” ― Pamela Quill\n“Let us stay,” — Ada Vale, a diver",
        &[("The tide is in", "Pamela Quill"), ("Let us stay", "Ada Vale")],
    );
}

#[test]
fn words_follow_in_a_paragraph_of_their_own() {
    says(
        "Ada Quill met Mr Marsh.\nMr Marsh said after the meeting:\n“We have a leak.”",
        &[("We have a leak", "Marsh")],
    );
}

#[test]
fn in_an_interview_i_is_whoever_answers() {
    let text = "The Courier spoke to Zenobia Rusk in her workshop.\nIs this time different?\nI believe that it is the last one.\n\
        What is the worst clock?\nThe one in the tower. I believe that it was never wound.\nAnd the best?\nThis one.";
    says(text, &[("it is the last one", "Zenobia Rusk"), ("it was never wound", "Zenobia Rusk")]);
    let no_interview = "Ada Quill left.\nI believe that it is the last one.";
    assert!(report(no_interview).attributions.iter().all(|a| a.speaker.is_none() && !a.kind.is_speech()));
}

#[test]
fn whoever_spoke_last_behind_her_words_goes_on() {
    let text = "“It leaks,” Addie Marsh said.\nThe quay is old and costly, Rep. Saudia Vale, a diver, said.\n“We row,” she said.";
    says(text, &[("We row", "Saudia Vale")]);
}

#[test]
fn what_stands_behind_a_colon_is_announced_by_the_subject() {
    says(
        "The mayor of the port, Ada Quill, has sent this to all: “Stay in and stay dry.”",
        &[("Stay in", "Ada Quill")],
    );
}
