//! What counts as a name, and which reports lay words to nobody, on sentences made up for it.

#[path = "common/named.rs"]
mod named;

use hearsay::report::{Attribution, AttributionKind};
use named::{named, report, statement, unnamed};

#[track_caller]
fn kind(text: &str, words: &str, expected: AttributionKind) {
    assert_eq!(statement(&report(text), text, words).kind, expected, "{words:?}");
}

#[test]
fn the_one_police_of_a_place_is_a_name_and_police_goes_on_with_it() {
    named(
        "Police said that the quay was shut.\nSan Antonio police have fenced it. The city’s police say that it is safe.",
        &[("the quay was shut", "San Antonio police"), ("it is safe", "San Antonio police")],
    );
    named(
        "Dutch police said that the lock was full. The Vellish government left, and the Dutch government said that it would stay.",
        &[("the lock was full", "Dutch police"), ("it would stay", "Dutch government")],
    );
    // Two forces, their officers, one of many.
    unnamed("Dutch police came. German police left. Police said that the quay was shut.", "the quay was shut");
    unnamed("Two San Antonio police officers left. Police said that the quay was shut.", "the quay was shut");
    unnamed("A Dutch ministry said that the quay was shut.", "the quay was shut");
}

#[test]
fn a_campaign_is_a_body_and_not_its_manager() {
    named(
        "Ada Quill ran. Quill campaign manager Otto Vale said that it was late. The Quill campaign said that it was early. \
         The campaign said that it was over.",
        &[("it was late", "Otto Vale"), ("it was early", "Quill campaign"), ("it was over", "Quill campaign")],
    );
    unnamed("Ada Quill ran. A campaign said that it was over.", "it was over");
}

#[test]
fn the_city_is_not_its_attorney() {
    unnamed("Ada Quill, the city attorney, left. The city said that it was over.", "it was over");
    named("Ada Quill, the city attorney, left. The attorney said that it was over.", &[("it was over", "Ada Quill")]);
}

#[test]
fn whose_website_it_is_tells_that_it_is_none_of_those_named() {
    unnamed("The Harbour Museum has a show. The state’s finances website says that it is free.", "it is free");
    named(
        "Quill Marine Holdings is old. The oil company says that it is free.",
        &[("it is free", "Quill Marine Holdings")],
    );
}

#[test]
fn a_name_stands_behind_its_role_s_complement() {
    named(
        "The director of the Harbour Council Enoch Solveig said that it was late. Undersecretary for Harbours Mr. Quillani \
         said that it was early.",
        &[("it was late", "Enoch Solveig"), ("it was early", "Quillani")],
    );
    named(
        "American academic and professor Marc Otto Hill said that it was late.",
        &[("it was late", "Marc Otto Hill")],
    );
    // A body that ends in its members is nobody else.
    unnamed("The president of the International Brotherhood of Ferrymen said that it was late.", "it was late");
}

#[test]
fn a_noun_behind_a_body_s_name_explains_it() {
    named("Yonvell news agency said that it was late.", &[("it was late", "Yonvell")]);
    unnamed("A Reuters reporter and a company said that it was late.", "it was late");
}

#[test]
fn a_place_that_stands_for_a_trade_has_no_name() {
    unnamed("The quay is no problem, according to Wall Street.", "The quay is no problem");
    named("The quay is no problem, according to Iceland.", &[("The quay is no problem", "Iceland")]);
}

#[test]
fn a_capital_common_noun_and_a_body_are_one_name() {
    named(
        "The manual of the Navigation and Ferry Services says that it is late.",
        &[("it is late", "Navigation and Ferry Services")],
    );
}

#[test]
fn a_co_founder_is_a_founder() {
    named(
        "Tideleaks co-founder Ada Quill left. The Tideleaks founder said that it was late.",
        &[("it was late", "Ada Quill")],
    );
}

#[test]
fn a_report_that_is_told_in_another_keeps_its_speaker() {
    named(
        "The Harbour Board said the quay was shut, according to Ada Quill of the Courier.",
        &[("the quay was shut", "Harbour Board")],
    );
    named(
        "There is no leak, the Harbour Board said, according to Ada Quill.",
        &[("There is no leak", "Harbour Board")],
    );
}

#[test]
fn whoever_is_accused_or_told_says_nothing() {
    let silent = |text: &str| {
        let report = report(text);
        assert!(report.attributions.iter().all(|a| !a.kind.is_speech()), "{text:?}: {report:#?}");
    };
    silent("Ada Quill is accused of taking part in the largest leak of the year.");
    silent("The clerks were told that the quay would close.");
    silent("Fares to rise as quay closes, passengers told");
    named(
        "The court heard that Tom Vale had rung the widow, telling her that the lock was closed.",
        &[("the lock was closed", "Tom Vale")],
    );
    named("Ada Quill accused the yard of hiding the leak.", &[("hiding the leak", "Ada Quill")]);
}

#[test]
fn a_matter_that_is_judged_is_no_report() {
    let attitude = AttributionKind::Attitude;
    kind("Ada Quill welcomed the sale of the quay and its cranes.", "the sale", attitude);
    kind("A judge rejected Quill’s attempt to delay the hearing.", "Quill’s attempt", attitude);
    kind("Ada Quill denied that the quay had been sold.", "the quay had", AttributionKind::Indirect);
}

#[test]
fn what_a_thing_shows_is_nobody_s_report_and_what_a_document_shows_is_its_own() {
    let text = "The report found boats in the yard had no sails.";
    kind(text, "boats in the yard", AttributionKind::Indirect);
    let report = report("Her blood work showed that she had been ill.");
    assert!(report.attributions.iter().all(|a| !a.kind.is_speech()), "{report:#?}");
}

#[test]
fn a_name_for_a_thing_in_marks_makes_no_quotation() {
    kind(
        "The Harbour Board said that it was committed to the “one quay, two cranes” policy.",
        "it was committed",
        AttributionKind::Indirect,
    );
    kind("Ada Quill said that the leak was “very bad” for boats.", "the leak was", AttributionKind::Mixed);
}

#[test]
fn one_of_many_is_whoever_stands_before_the_copula() {
    named(
        "Some clerks claimed that the quay was a toy.\nAda Quill, a co-founder of the yard, was one of many to deny these claims this weekend.",
        &[("these claims", "Ada Quill")],
    );
}

#[test]
fn a_participle_behind_a_comma_lays_its_words_to_nobody() {
    let text = "Quill Marine announced the launch of its new ferry, touted as comparable to the best.";
    let report = report(text);
    let at = text.find("comparable").unwrap_or_default() as u32;
    let told = |a: &Attribution| a.cue.iter().any(|c| &text[c.start as usize..c.end as usize] == "touted");
    assert!(!report.attributions.iter().any(|a| told(a) && a.content.iter().any(|c| c.start <= at)), "{report:#?}");
}

#[test]
fn a_quotation_goes_on_behind_a_long_sentence_and_behind_an_aside() {
    let text = "\"Tugs are not optional,\" panel Chairman Jason Quill (R-Vell) said after Vale failed to show up at the second hearing \
        he was formally called to in the past two weeks. \"Mr. Vale is a crucial witness.\"";
    named(text, &[("Tugs", "Jason Quill"), ("Mr. Vale is", "Jason Quill")]);
    assert_eq!(report(text).attributions.len(), 1, "when it was said is not what was said");
    let text = "“Every time you say that,” Ada Tern said, referring to the share of one percent, “you help those who would break it up.”";
    let report = report(text);
    assert_eq!(statement(&report, text, "Every").id, statement(&report, text, "you help").id);
}

#[test]
fn a_participle_that_opens_the_sentence_has_its_speaker_behind_it() {
    named(
        "After saying her foot was “so swollen I could barely row,” Ada Quill was taken home.",
        &[("so swollen", "Ada Quill")],
    );
}

#[test]
fn whom_and_when_it_was_told_are_not_quoted_with_it() {
    let text = "Ada Quill told one of her young friends on a regular basis that \"rowing is the answer.\"";
    let report = report(text);
    let words = statement(&report, text, "rowing").content.iter().map(|c| &text[c.start as usize..c.end as usize]);
    assert_eq!(words.collect::<Vec<_>>(), ["that \"rowing is the answer.\""]);
    kind("Ada Quill repeatedly says, \"Don't you row,\" until the boats are heard.", "Don't", AttributionKind::Direct);
}

#[test]
fn the_title_of_a_programme_is_no_piece_of_what_was_said_in_it() {
    let text = "On this weekend’s edition of “Harbour Talk Sunday,” Ada Quill said the quay would open in May.";
    let report = report(text);
    assert_eq!(statement(&report, text, "the quay would").content.len(), 1);
}

#[test]
fn doubled_single_marks_quote_and_hold_single_ones() {
    let text = "''I was too young,'' Ada Quill said. ''Now I tell people, 'You've got to love the tide.' ''";
    named(text, &[("I was too", "Ada Quill"), ("You've got", "Ada Quill")]);
    assert_eq!(report(text).attributions.len(), 1);
}

#[test]
fn a_name_before_a_colon_says_what_a_headline_states() {
    named(
        "Ben Vale: Rowers Are Worried About the Quay’s Health\nMayor Ben Vale said on Monday that he was worried.",
        &[("Rowers Are", "Ben Vale")],
    );
    let text =
        "Ada Quill: what we know about the missing mayor\nPolice said that Ada Quill has been missing since Monday.";
    assert_eq!(report(text).attributions.len(), 1, "a headline about her is none of her words");
}

#[test]
fn who_ends_a_sentence_by_saying_it_has_said_all_of_it() {
    let text = "Pat Quill, 55, of Addon, a village southwest of Port Vell, pleaded guilty to threatening to assault and rob a rower, and \
        being in possession of oars, Harbour Attorney Ben Vale said.";
    let report = report(text);
    let outer = report.attributions.iter().find(|a| a.content[0].start == 0).expect("the whole sentence is said");
    assert_eq!(report.speakers[outer.speaker.unwrap() as usize].name, "Ben Vale");
}

#[test]
fn the_time_of_an_entry_is_none_of_its_words() {
    let text = "16:48 - The quay will stay shut, the harbour board has announced.";
    let report = report(text);
    assert_eq!(report.attributions[0].content[0].start as usize, text.find("The quay").unwrap());
}

#[test]
fn words_announced_by_the_paragraph_before_have_its_cue_and_source() {
    let text = "Ada Quill rowed home on Monday. She then made the following statement:\n“The quay will stay open for all of us this summer.”";
    let report = report(text);
    let said = statement(&report, text, "The quay will");
    let source: Vec<&str> = said.source.iter().map(|s| &text[s.start as usize..s.end as usize]).collect();
    assert_eq!((source, said.resolved_from.as_deref()), (vec!["She"], Some("She")));
    assert_eq!(report.speakers[said.speaker.unwrap() as usize].name, "Ada Quill");
}

#[test]
fn what_tells_of_a_document_is_none_of_its_words() {
    let text = "According to the study, published in Tern Case Reports, the man had suffered months of dizziness.";
    let report = report(text);
    assert_eq!(report.attributions[0].content[0].start as usize, text.find("the man").unwrap());
    kind("According to a survey held in May, most rowers want a new quay.", "most rowers", AttributionKind::Indirect);
}

#[test]
fn a_title_alone_in_its_paragraph_is_nobodys_words() {
    let text = "“I do not see where the quay is going,” said Ada Quill.\n“The Quay and Its Cranes.”\nThe yard was built in May.";
    assert_eq!(report(text).attributions.len(), 1);
    let text =
        "“I do not see where the quay is going,” said Ada Quill.\n“The quay is gone.”\nThe yard was built in May.";
    assert_eq!(report(text).attributions.len(), 2);
}

#[test]
fn what_a_thing_is_called_is_nobodys_statement() {
    let text =
        "Ada Quill said the yard has two berths. The outer berth is called the long arm, and ships rarely use it.";
    assert_eq!(report(text).attributions.len(), 1);
}

#[test]
fn brackets_in_what_stands_between_a_name_and_its_verb_part_nothing() {
    named(
        "The harbour office said the quay was gone.\n“I was asleep when it fell,” Guan Xiang, who lives 7 km (4 miles) away from it, told \
        the Courier by telephone.",
        &[("I was asleep", "Guan Xiang")],
    );
    named("“It leaks,” Ada Quill, whose boat (a ketch) sank, said.", &[("It leaks", "Ada Quill")]);
}

#[test]
fn who_is_named_in_a_relative_clause_says_that_clause() {
    let text = "“It leaks,” Ada Quill said of the quay, which, according to Tom Vale, was built in 1911.";
    named(text, &[("It leaks", "Ada Quill"), ("was built", "Tom Vale")]);
    let report = report(text);
    assert!(
        statement(&report, text, "was built").content.iter().all(|c| !text[c.start as usize..].starts_with("It leaks"))
    );
}

#[test]
fn a_word_for_one_kind_of_body_stands_for_no_other() {
    // The council is the body named last and most.
    let text = "The Port Vell Harbour Council met. The Port Vell Harbour Council voted. The jury said that it was right.\n\
        The newspaper said the vote was close. The administration said that it would answer.";
    for words in ["it was right", "the vote was close", "it would answer"] {
        unnamed(text, words);
    }
    named(
        "The Port Vell Harbour Council met, wrote the Vell Courier. The newspaper said the vote was close.",
        &[("the vote was close", "Vell Courier")],
    );
}

#[test]
fn between_two_companies_named_alike_often_it_is_unclear_which_is_meant() {
    let text = "Quill Cranes Inc met Vale Shipping Inc on Monday. Quill Cranes Inc then signed with Vale Shipping Inc and left. The company said that it had no comment.";
    let report = report(text);
    let certain = hearsay::report::Confidence::CERTAIN;
    assert!(statement(&report, text, "it had no comment").confidence < certain, "{:#?}", report.attributions);
    named(
        "Quill Cranes Inc met its bank. Quill Cranes Inc signed, and Quill Cranes Inc paid. The company said that it had no comment.",
        &[("it had no comment", "Quill Cranes Inc")],
    );
}

#[test]
fn where_a_company_is_listed_names_no_other() {
    for group in ["FTSE 250 group", "Vellport-listed producer", "family-owned firm"] {
        let text = format!("Quill Industries has closed two yards.\nThe {group} said that it had no comment.");
        named(&text, &[("it had no comment", "Quill Industries")]);
    }
}

#[test]
fn what_a_post_stands_on_is_no_club_and_who_reads_it_says_nothing() {
    for post in ["In a Facebook post", "In a clip on YouTube"] {
        unnamed(&format!("{post}, Tom Hale thanked his fans. The club said that it was late."), "it was late");
    }
    named("Facebook was fined on Monday. The company said that it was late.", &[("it was late", "Facebook")]);
    for deed in ["liked a post", "received a letter"] {
        unnamed(&format!("Ada Quill {deed} saying that the lock was late."), "the lock was late");
    }
    named("Ada Quill issued a statement saying that the lock was late.", &[("the lock was late", "Ada Quill")]);
}

#[test]
fn a_spokeswoman_is_of_the_body_that_she_speaks_for() {
    let text = "Quill Marine built the lock. The spokeswoman for the prosecutor’s office said that it leaks.";
    unnamed(text, "it leaks");
}

#[test]
fn a_headline_in_capitals_names_nobody() {
    let text = "FERRY OWNER IS SAID TO SELL THE COMPANY\nA buyer was near. The company said that it had no comment.";
    unnamed(text, "it had no comment");
}

#[test]
fn of_what_land_somebody_is_is_no_name() {
    unnamed("South Korean lawmakers said that the quay was shut. The South Korean boat left.", "the quay was shut");
}

#[test]
fn whom_a_speaker_names_is_not_the_one_whose_office_the_article_goes_on_with() {
    named(
        "President Ada Quill met President Tom Vale at the lock. Vale left, and it was Quill who spoke of it first. President Quill was glad. \
        “I get along with President Vale,” the president wrote.",
        &[("I get along", "Ada Quill")],
    );
}

#[test]
fn a_sentence_behind_a_comma_is_no_role() {
    let report =
        report("At the Vell Admiralty, officials stressed that it leaks. The Vell Admiralty said that it knew.");
    assert!(report.speakers.iter().all(|s| s.role.is_none()), "{:#?}", report.speakers);
}

#[test]
fn what_is_not_said_and_what_is_not_granted_are_no_reports() {
    let attitude = AttributionKind::Attitude;
    kind("The sources did not say how they believed he left.", "how they believed", attitude);
    kind("A judge denied him bail on Friday.", "bail", attitude);
    kind("The mayor denied that it leaked.", "that it leaked", AttributionKind::Indirect);
    assert!(report("The new company, called Vell Books, will grow.").attributions.is_empty());
    assert_eq!(report("The quay will be closed, said one state banker.").attributions.len(), 1);
}

#[test]
fn a_spokeswoman_for_the_police_of_a_place_speaks_for_them() {
    named("A spokeswoman for Thornley police said that it was shut.", &[("it was shut", "Thornley police")]);
    named("A spokesman for the Port Vell fire service said it was out.", &[("it was out", "Port Vell fire service")]);
    unnamed("A report by the Commons harbour committee found that it was shut.", "it was shut");
}

#[test]
fn whose_party_it_is_names_nobody() {
    named("Kettering MP Tom Vale said that it was old.\n“It leaks,” the Labour MP said.", &[("It leaks", "Tom Vale")]);
    unnamed("“It leaks,” the Tory MP said.", "It leaks");
    unnamed("The Conservative said that it leaked.", "it leaked");
}
