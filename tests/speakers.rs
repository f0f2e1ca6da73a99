//! Who is meant: chains of names, pronouns and descriptions, on sentences made up for it.

#[path = "common/spoken.rs"]
mod spoken;

use hearsay::report::SourceKind;
use spoken::{report, says, speaker};

#[test]
fn a_pronoun_follows_the_article_to_its_next_subject() {
    let text = "“It shows,” said Josie Vale, a harbour clerk.\n\
        Hazel Marsh, who plans to come in May, is worried about the tide.\n\
        “Nothing will stop me,” she said.";
    says(text, &[("Nothing will stop me", "Hazel Marsh")]);
}

#[test]
fn members_speak_for_their_association() {
    let text = "The doctors, members of a group called Doctors for the Harbour, wrote a letter.\n\
        “We are worried,” the physicians said in the letter.\n\
        “Nobody sleeps,” says the letter.";
    says(text, &[("We are worried", "Doctors for the Harbour"), ("Nobody sleeps", "Doctors for the Harbour")]);
}

#[test]
fn a_vice_president_is_not_the_president() {
    let text = "Vice President Ada Quill met the union.\n“We will see,” the president said.";
    let report = report(text);
    assert!(speaker(&report, text, "We will see").is_some_and(|s| !s.named));
}

#[test]
fn words_inside_a_report_are_their_speaker_s() {
    let text = "Ada Quill rang the yard. She called it a “sieve” and said, “Somebody should sink it,” the yard’s lawyers said.";
    let report = report(text);
    let inner = report
        .attributions
        .iter()
        .rfind(|a| a.content.iter().any(|c| text[c.start as usize..].starts_with("Somebody")));
    let name = inner.and_then(|a| a.speaker).map(|id| report.speakers[id as usize].name.as_str());
    assert_eq!(name, Some("Ada Quill"));
}

#[test]
fn brackets_lists_of_roles_and_ages_stand_before_a_verb() {
    says("“It leaks,” Rep. Ada Quill (D-N.Y.), head of the yard, said.", &[("It leaks", "Ada Quill")]);
    says("“It leaks,” said Rep. Ada Quill (D-Vell), a leader.", &[("It leaks", "Ada Quill")]);
    says("“It leaks,” Harbour Leader Ada Quill, R-Ky., said.", &[("It leaks", "Ada Quill")]);
    says("“It leaks,” chairman, founder and president Ada Quill said.", &[("It leaks", "Ada Quill")]);
    says("Ada Quill left.\nThe 56-year-old said after the vote: “It leaks.”", &[("It leaks", "Ada Quill")]);
    says("It was late. Said Quill: “It leaks.”", &[("It leaks", "Quill")]);
}

#[test]
fn a_model_with_a_number_speaks_for_itself() {
    let text = "Vale Labs released Ember 3, an artificial intelligence model, in May.\nAda Quill asked it for a name. \
        Ember 3 replied: “I have found none.” The model said that it was “not sure yet.”";
    says(text, &[("I have found none", "Ember 3"), ("not sure yet", "Ember 3")]);
}

#[test]
fn a_body_s_officials_speak_for_it() {
    says(
        "The Vell Ferry Authority has three boats. Agency officials said that a fourth would follow.",
        &[("a fourth would follow", "Vell Ferry Authority")],
    );
    says(
        "The police chief, Ada Quill, came. The city’s police say that the quay is shut.",
        &[("the quay is shut", "The city’s police")],
    );
}

#[test]
fn officials_are_of_the_public_body_right_before_them() {
    says(
        "The Vellmouth Harbour Board met on Monday. Officials said the lock would be sold.",
        &[("the lock would be sold", "Vellmouth Harbour Board")],
    );
    says(
        "The ferry is late again. The Vellmouth Health Department has four nurses. The Harbour Board has two boats.\nThe \
         water is clean.\nHealth officials said the well was safe.",
        &[("the well was safe", "Vellmouth Health Department")],
    );
    // Of two, of none, or of another place.
    says(
        "The Vellmouth Harbour Board met the Orrin Housing Board. Officials said the lock would be sold.",
        &[("the lock would be sold", "Officials")],
    );
    says("The lock is old. Officials said it would be sold.", &[("it would be sold", "Officials")]);
    says(
        "The Vellmouth Harbour Board met on Monday. Officials in Orrin said the lock would be sold.",
        &[("the lock would be sold", "Officials in Orrin")],
    );
    // The storm's forecasters are not those who clear the streets.
    says(
        "The National Hurricane Center warned of rain. Officials urged people to stay at home.",
        &[("to stay at home", "Officials")],
    );
}

/// Checks who says the words according to the innermost of the statements that hold them.
#[track_caller]
fn last_says(text: &str, words: &str, name: &str) {
    let (report, at) = (report(text), text.find(words).unwrap() as u32);
    let holds = |c: &hearsay::text::ByteSpan| c.start <= at && at < c.end;
    let inner = report.attributions.iter().rfind(|a| a.content.iter().any(holds)).expect("somebody says it");
    assert_eq!(inner.speaker.map(|id| report.speakers[id as usize].name.as_str()), Some(name), "{words:?}");
}

#[test]
fn words_reported_within_a_report_are_the_inner_speaker_s() {
    let text = "Ada Quill and Orla Hale ran the yard. Quill said that Hale had dubbed the crane “the widow.”";
    last_says(text, "the widow", "Orla Hale");
    last_says(text, "Hale had dubbed", "Ada Quill");
}

#[test]
fn a_noun_phrase_that_ends_the_sentence_behind_said_is_who_speaks() {
    says(
        "Ossery ran the harbour without asking anybody, said another witness in the inquiry, former adviser Orla Hale.",
        &[("Ossery ran the harbour", "Orla Hale")],
    );
    says(
        "Jobs will go this week in yards that the firm does not need, said Tide Marine’s recently named chair Marcel Quill.",
        &[("Jobs will go", "Marcel Quill")],
    );
}

#[test]
fn officials_do_not_speak_for_a_person_or_a_newspaper() {
    let text = "Donald Ossery landed. Melina Ossery waved. Ossery officials said that the visit was short.\n\
                Vellmouth Radio told of it. Vellmouth officials said that the square was full.";
    let report = report(text);
    for words in ["the visit was short", "the square was full"] {
        let found = speaker(&report, text, words);
        assert!(found.is_none_or(|s| !s.named), "{words:?}: {found:?}");
    }
}

#[test]
fn a_relative_pronoun_stands_for_whom_it_follows() {
    says("The men were shot by the police, who have denied that they aimed.", &[("they aimed", "the police")]);
    says(
        "There was criticism from the board, which accused the mayor of theft.",
        &[("the mayor of theft", "the board")],
    );
    says(
        "Jonas Vale, who heads the ministry of land and harbours, which oversees flood projects, said it leaked.",
        &[("it leaked", "Jonas Vale")],
    );
}

#[test]
fn bodies_and_groups_without_a_name_are_no_persons() {
    use hearsay::report::SourceKind::{Group, Organization, Person};
    let kind = |source: &str| {
        let text = format!("{source} said it leaked.");
        speaker(&report(&text), &text, "it leaked").map(|s| s.kind)
    };
    for body in ["Police", "Local media", "The relief headquarters"] {
        assert_eq!(kind(body), Some(Organization), "{body}");
    }
    for group in ["Both", "Some 22 percent of respondents", "Two engineers"] {
        assert_eq!(kind(group), Some(Group), "{group}");
    }
    assert_eq!(kind("One engineer"), Some(Person));
}

#[test]
fn who_is_quoted_by_a_newspaper_has_said_it() {
    says("“It leaked,” Vale was quoted by the Courier as saying.", &[("It leaked", "Vale")]);
    says(
        "Ada Quill was cited by state media as saying that the quay leaked.",
        &[("that the quay leaked", "Ada Quill")],
    );
}

#[test]
fn a_spokesman_of_a_body_goes_on_as_he() {
    says(
        "The fee will rise in May, a Vellmark Harbour Commission spokesman said.\nHe said it was needed.",
        &[("it was needed", "Vellmark Harbour Commission")],
    );
}

#[track_caller]
fn nobody_named(text: &str, words: &str) {
    let report = report(text);
    let found = speaker(&report, text, words);
    assert!(found.is_none_or(|s| !s.named), "{text:?}: {found:#?}");
}

#[test]
fn friends_critics_and_advisers_are_not_whom_they_speak_of() {
    for group in [
        "Sources close to him",
        "Friends of his",
        "People who know her",
        "Critics of Mr. Vale",
        "Two advisers to Mr. Vale",
        "Opponents of Ms. Prado",
        "A lawyer for him",
    ] {
        nobody_named(&format!("Tom Vale resigned. {group} say it leaked."), "it leaked");
    }
}

#[test]
fn what_a_trade_is_about_and_letters_for_an_office_are_no_names() {
    for group in
        ["Antitrust lawyers", "Congressional aides", "Probation officers", "A GP", "One Tory MP", "A Labour MP"]
    {
        nobody_named(&format!("{group} said it leaked."), "it leaked");
    }
    let report = report("In a survey by the pollster Gauge, 64% said it leaked.");
    assert_eq!(report.speakers[0].kind, SourceKind::Group);
}

#[test]
fn an_expletive_stands_for_nobody_named_before() {
    for passive in ["It has been claimed", "It is understood", "It is alleged"] {
        let text = format!("Quill Marine said it had no record. {passive} that the quay was moved.");
        let report = report(&text);
        let at = text.find("the quay was moved").unwrap_or_default() as u32;
        let told = report.attributions.iter().find(|a| a.content.iter().any(|c| c.start <= at && at < c.end));
        assert!(told.is_none_or(|a| a.speaker.is_none()), "{report:#?}");
    }
}

#[test]
fn of_ministries_and_ministers_there_is_one_for_each_field() {
    nobody_named("The Interior Ministry met. The transport ministry said it leaked.", "it leaked");
    nobody_named("Finance Minister Ada Quill left. The health minister said it leaked.", "it leaked");
    says("Finance Minister Ada Quill left. The finance minister said it leaked.", &[("it leaked", "Ada Quill")]);
    let text = "The education ministry said it leaked. The health ministry said it was old.";
    says(text, &[("it leaked", "The education ministry"), ("it was old", "The health ministry")]);
}

#[test]
fn a_union_is_no_employer_and_a_dateline_no_company() {
    let text = "The United Auto Workers struck Quill Motors. The union said it leaked. The automaker said it was old.";
    says(text, &[("it leaked", "United Auto Workers"), ("it was old", "Quill Motors")]);
    says(
        "VELL CITY, Norlandia (VA) — Quill Aerial Systems closed on Friday. The company said it leaked.",
        &[("it leaked", "Quill Aerial Systems")],
    );
}

#[test]
fn a_spokeswoman_right_behind_a_body_is_that_body_s() {
    says("Quill Bank denied it. A spokeswoman said it leaked.", &[("it leaked", "Quill Bank")]);
    nobody_named("Quill Bank sued Vale Bank. A spokeswoman said it leaked.", "it leaked");
}

#[test]
fn a_kin_s_noun_tells_more_than_a_given_name() {
    says(
        "Devontae Marsh was held. His mother, Patrice Marsh, said he was ill. “He is no monster,” she said.",
        &[("He is no monster", "Patrice Marsh")],
    );
}

#[test]
fn what_two_say_together_neither_says_alone() {
    let text = "Mayor Ada Quill and Tom Vale said it was cold. “We froze,” they said. “I froze,” she said. “Not I,” Vale said.";
    let both = "Mayor Ada Quill and Tom Vale";
    says(text, &[("it was cold", both), ("We froze", both), ("I froze", "Ada Quill"), ("Not I", "Tom Vale")]);
    assert!(speaker(&report(text), text, "it was cold").is_some_and(|s| s.named && s.kind == SourceKind::Group));
    let text = "Ada Quill, the mayor, and Tom Vale, a diver, said it was cold.\nQuill and Vale said it was late.";
    says(text, &[("it was cold", "Ada Quill and Tom Vale"), ("it was late", "Ada Quill and Tom Vale")]);
    // Not whose clause begins behind the first.
    says("“It is cold,” said Ada Quill and Tom Vale agreed.", &[("It is cold", "Ada Quill")]);
    says("Ada Quill, analyst at Vale, Marsh and Strand, said it was cold.", &[("it was cold", "Ada Quill")]);
}

#[test]
fn an_unnamed_speaker_is_called_without_what_is_told_of_them() {
    says("The harbour union, which has 80 members, said it was cold.", &[("it was cold", "The harbour union")]);
    says("Last night a spokesman for the mayor said it was cold.", &[("it was cold", "a spokesman for the mayor")]);
    says("Ada Quill last week said it was cold.", &[("it was cold", "Ada Quill")]);
    says("Some of those who stayed said that it was cold.", &[("it was cold", "Some of those who stayed")]);
    says(
        "It was praised by Vell Council, whose leader called it a “triumph”.",
        &[("triumph", "leader of Vell Council")],
    );
}

#[test]
fn an_hour_and_a_firm_can_end_a_sentence() {
    let text = "The ferry left at 3 a.m. Mayor Ada Quill said it was cold.";
    says(text, &[("it was cold", "Ada Quill")]);
    assert_eq!(speaker(&report(text), text, "it was cold").and_then(|s| s.role.as_deref()), Some("Mayor"));
    let text = "It belongs to Quill Marine Inc. Mayor Ada Vale said it was cold.";
    assert_eq!(speaker(&report(text), text, "it was cold").and_then(|s| s.role.as_deref()), Some("Mayor"));
    let text = "According to the filing, the ferry left at 9:42 p.m. The council votes on Monday.";
    let report = report(text);
    assert!(text[..report.attributions[0].content[0].end as usize].ends_with("p.m."));
}

#[test]
fn a_subject_with_its_apposition_begins_behind_a_conjunction() {
    says("Tom Vale left when Ada Quill, his lawyer, told him that it was cold.", &[("that it was cold", "Ada Quill")]);
}

#[test]
fn whoever_is_where_somebody_lived_or_worked_speaks_for_themselves() {
    let text = "Neighbours in Vellport, where Tom Vale grew up, said he was quiet.";
    says(text, &[("he was quiet", "Neighbours in Vellport")]);
    let text = "Police in Vellport, where Tom Vale lives, said he was no suspect.";
    says(text, &[("he was no suspect", "Police in Vellport")]);
    let text = "The talks were held in Vellport, where Tom Vale, the mayor, said the lock was safe.";
    says(text, &[("the lock was safe", "Tom Vale")]);
}

#[test]
fn whoever_is_written_to_does_not_write() {
    says("In a letter to the governor, Tom Vale, Ada Quill said the lock leaks.", &[("the lock leaks", "Ada Quill")]);
    let text = "In a letter sent by his agent, Tom Vale, Karl Quill’s wife said he was ill.";
    says(text, &[("he was ill", "Karl Quill’s wife")]);
    says("In a letter, the governor, Tom Vale, said the lock leaks.", &[("the lock leaks", "Tom Vale")]);
}

#[test]
fn a_town_or_a_hospital_is_not_who_speaks_there() {
    let text = "Residents of the nearest town, Marle, said they heard a blast.";
    says(text, &[("they heard a blast", "Residents of the nearest town, Marle")]);
    let text = "Teachers at the village school, Vale Lane Primary, said the roof leaked.";
    says(text, &[("the roof leaked", "Teachers at the village school, Vale Lane Primary")]);
    says("The mayor of the nearest town, Tom Vale, said so: “Run.”", &[("Run", "Tom Vale")]);
}
