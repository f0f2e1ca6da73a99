//! What the article calls a speaker, on sentences made up for it.

#[path = "common/role.rs"]
mod role;
#[path = "common/spoken.rs"]
mod spoken;

use role::role;
use spoken::{report, says, speaker};

#[test]
fn what_several_are_tells_less_of_each() {
    let text =
        "Two outsider candidates, Ada Quill and Tom Vale, waited. Senator Ada Quill left. Quill said it was over.";
    role(text, "it was over", "Senator");
    says(
        "Promoter Harv Quill said it was over. He joked: “Good.”",
        &[("it was", "Harv Quill"), ("Good", "Harv Quill")],
    );
}

#[test]
fn a_role_stands_before_behind_or_in_a_sentence_of_its_own() {
    role(
        "A diver with the harbour board, Ada Quill left early. Quill said it was cold.",
        "it was cold",
        "A diver with the harbour board",
    );
    role("Ada Quill, who is chief diver at the board, said it was cold.", "it was cold", "chief diver at the board");
    role(
        "Ada Quill is a diver at the harbour board. Quill said it was cold.",
        "it was cold",
        "a diver at the harbour board",
    );
    role("Shares of umbrella maker Quill Marine fell. Quill Marine said it was calm.", "it was calm", "umbrella maker");
}

#[test]
fn an_office_tells_more_than_a_party_or_the_past() {
    role("Senator Jonas Vale, Republican of Vellmark, said it leaked.", "it leaked", "Senator");
    role("Gov. Ada Quill left.\nMs. Quill, a Democrat, said it leaked.", "it leaked", "Gov.");
    role("Mayor Ada Quill, a former diver, said it leaked.", "it leaked", "Mayor");
    role("Ada Quill, a former diver, said it leaked.", "it leaked", "a former diver");
    role("Senator Ada Quill, a Maine Republican, said it leaked.", "it leaked", "Senator");
}

#[test]
fn a_role_needs_no_article_and_keeps_all_its_words() {
    for title in ["Finance Minister", "Police chief", "State governor"] {
        role(&format!("{title} Ada Quill said it leaked."), "it leaked", title);
    }
    let behind = "associate director of the Center for Harbour Studies";
    role(&format!("Ada Quill, {behind}, said it leaked."), "it leaked", behind);
    role("It leaked, said Ada Quill, research fellow at Quill House.", "It leaked", "research fellow at Quill House");
    role("White House chief of staff Ada Quill said it leaked.", "it leaked", "White House chief of staff");
    role("Ada Quill, of the Vell Institute, said it leaked.", "it leaked", "Vell Institute");
    role(
        "Told by harbour leaders and board chair Ada Quill, he left. Quill said it leaked.",
        "it leaked",
        "board chair",
    );
    let list = "President Ada Quill, rebel leader Jonas Vale and others met. Quill said it leaked.";
    role(list, "it leaked", "President");
}

#[test]
fn a_role_behind_a_name_may_hold_other_names_and_words_that_look_like_verbs() {
    let behind = [
        "managing director",
        "one of the board’s lawyers",
        "once Mr. Vale’s harbour minister",
        "a harbour adjuster based in Vellport",
        "director-general of the Vellish Ferry Agency (VFA)",
        "spokesperson for the United Harbours Secretary-General Vale",
        "president of the boat firm Reed Vale and harbour affairs chair for the council",
    ];
    for expected in behind {
        role(&format!("It leaked, said Ada Quill, {expected}."), "It leaked", expected);
    }
    role("It leaked, said Ada Quill, M.D., a harbour surgeon.", "It leaked", "a harbour surgeon");
    role("Ada Quill – the harbour master – said it leaked.", "it leaked", "the harbour master");
    let clause = "Ada Quill, the harbour official Governor Vale chose to run it, said it leaked.";
    role(clause, "it leaked", "the harbour official");
}

#[test]
fn what_somebody_does_or_whom_they_work_for_stands_in_for_a_role() {
    let deeds = [
        ("who leads the harbour board", "leads the harbour board"),
        ("who has run the yard since 1999", "run the yard since 1999"),
        ("who works at Quill Marine", "works at Quill Marine"),
        ("who owns a bakery on the quay and lives nearby", "owns a bakery on the quay"),
        ("representing the divers", "representing the divers"),
    ];
    for (clause, expected) in deeds {
        role(&format!("Ada Quill, {clause}, said it leaked."), "it leaked", expected);
    }
    role("Diver Ada Quill, who leads the board, said it leaked.", "it leaked", "Diver");
    role("It leaked, said Ada Quill with the Vellport Times.", "It leaked", "Vellport Times");
    role("It leaked, said Ada Quill of the county’s rescue service.", "It leaked", "the county’s rescue service");
    let bakery = "It leaked, said Ada Quill, who owns the bakery. The bakery said that it was old.";
    says(bakery, &[("it was old", "The bakery")]);
}

#[test]
fn words_that_say_who_another_is_are_left_out() {
    role("Harbour chief Jonas Vale and mayor Ada Quill came. Quill said it leaked.", "it leaked", "mayor");
    role("The family of late dictator Ada Quill came. Quill said it leaked.", "it leaked", "late dictator");
    role("Family members of local diver Ada Quill came. Quill said it leaked.", "it leaked", "local diver");
    role("It leaked, said Ada Quill, the author of “The Quay”, a book.", "It leaked", "the author of “The Quay”");
}

#[test]
fn what_only_takes_a_body_up_again_is_no_role() {
    let after = |noun: &str| format!("Brindle & Hart sells boats. The {noun} said it leaked.");
    let role_of = |text: &str| {
        let report = report(text);
        speaker(&report, text, "it leaked").and_then(|s| s.role.clone())
    };
    assert_eq!(role_of(&after("company")), None);
    assert_eq!(role_of(&after("retailer")).as_deref(), Some("The retailer"));
    assert_eq!(role_of("The Vellish Weather Service met. The weather service said it leaked."), None);
}

#[test]
fn a_clause_behind_a_body_or_a_place_is_no_apposition_of_it() {
    let text = "Large retailers are unlikely to bid for Quill Marine Corp, people familiar with the industry said.";
    says(text, &[("are unlikely to bid", "people familiar with the industry")]);
    let text = "The board will help boat builders in Vellmark, an official at the Ministry of Trade said.";
    says(text, &[("will help boat builders", "an official at the Ministry of Trade")]);
}

#[test]
fn a_word_for_a_thing_stands_for_nobody_whose_role_only_has_it() {
    let text =
        "Seaway Authority spokeswoman Gay Quill said the strike was over. The seaway said 1985 was its worst year.";
    says(text, &[("the strike was over", "Gay Quill"), ("1985 was", "The seaway")]);
}

#[test]
fn a_role_holds_nothing_but_who_its_bearer_is() {
    let left = "left. Quill said it leaked.";
    // Not what the sentence says of the office, nor when, nor of which of two the article speaks.
    for (words, expected) in [
        ("It was an example of President Ada Quill, who", "President"),
        ("It was a shared concern of engineer Ada Quill, who", "engineer"),
        ("They ask what President Ada Quill calls the pumps. She", "President"),
        ("This summer Vellcom engineer Ada Quill", "Vellcom engineer"),
        ("At the home of Vellcom CIO Ada Quill, divers sat. She", "Vellcom CIO"),
        ("A spokesman for governor Ada Quill", "governor"),
        ("The mayor has stood behind the harbour master, Ada Quill. She", "the harbour master"),
        (
            "Senior forecaster with the Vellmark Weather Bureau Ada Quill",
            "Senior forecaster with the Vellmark Weather Bureau",
        ),
    ] {
        role(&format!("{words} {left}"), "it leaked", expected);
    }
    for text in [
        "Jonas Vale was named chief of the company Quill founded. Ada Quill said it leaked.",
        "The federal judge Quill was thinking of slept. Ada Quill said it leaked.",
        "Ada Quill left. The elder Quill said it leaked.",
        "VELLPORT, Vellmark (VA) -- The mayor left early. Vellport said it leaked.",
    ] {
        let report = report(text);
        assert_eq!(speaker(&report, text, "it leaked").and_then(|s| s.role.as_deref()), None, "{text}");
    }
}

#[test]
fn a_rank_or_the_past_tells_less_than_the_office_before_the_comma() {
    for (words, expected) in [
        ("The Bishop of Vell, the Rt Rev Ada Quill,", "The Bishop of Vell"),
        ("The leader of the council, Cllr Ada Quill,", "The leader of the council"),
        ("The army’s chief spokesman, Brig Gen Ada Quill,", "The army’s chief spokesman"),
        ("His attorney, former federal prosecutor Ada Quill,", "His attorney"),
        ("The opposition leader, Ada Quill, a former general,", "The opposition leader"),
        ("Another diplomat, former envoy Ada Quill,", "former envoy"),
        ("Headteacher at Mill Lane, Ada Quill,", "Headteacher at Mill Lane"),
        ("His Danish counterpart, Ada Quill,", "His Danish counterpart"),
    ] {
        role(&format!("{words} said it leaked."), "it leaked", expected);
    }
    role("Sgt. Ada Quill left.\nQuill, reached by phone, said it leaked.", "it leaked", "Sgt.");
    let text = "That researcher, Ada Quill, said it leaked.";
    let report = report(text);
    assert_eq!(speaker(&report, text, "it leaked").and_then(|s| s.role.as_deref()), None);
}

#[test]
fn whose_aide_somebody_is_keeps_the_office_to_themselves() {
    for (words, expected) in [
        ("An aide to Prime Minister Ada Quill came.", "Prime Minister"),
        ("A spokesman for former President Ada Quill came.", "former President"),
        ("A lawyer for former Senator Ada Quill came.", "former Senator"),
    ] {
        role(&format!("{words} “It leaked,” Quill said."), "It leaked", expected);
    }
}

#[test]
fn what_a_speaker_says_of_somebody_is_no_role_but_a_title_is() {
    let text = "“I know Ms Quill, who is the victim of a cruel scam,” a friend said.\nMs Quill said it leaked.";
    assert_eq!(speaker(&report(text), text, "it leaked").and_then(|s| s.role.clone()), None);
    role("“I know Mayor Ada Quill,” a friend said.\nMs. Quill said it leaked.", "it leaked", "Mayor");
}

#[test]
fn whom_somebody_works_for_stands_behind_the_name() {
    role("“It leaks,” says Ada Quill at the University of Vell.", "It leaks", "University of Vell");
    role("“It leaks,” said Ada Quill, of the charity Crisis UK.", "It leaks", "the charity Crisis UK");
    role("Ada Quill, who covers boats at Quill Bank, said it leaked.", "it leaked", "covers boats at Quill Bank");
}

#[test]
fn a_trade_can_be_a_surname_or_an_adjective_elsewhere() {
    for trade in ["a potter from Vell", "a junior at Vell College", "a protester"] {
        role(&format!("Ada Quill, {trade}, said it leaked."), "it leaked", trade);
    }
    role("Season-ticket holder Ada Quill said it leaked.", "it leaked", "Season-ticket holder");
    role("A nurse who gave her name only as Ada said it leaked.", "it leaked", "A nurse");
}

#[test]
fn a_role_has_its_board_its_years_and_no_half_of_a_title() {
    role(
        "The board met, a step that board president Ada Quill said was late. Quill said it was cold.",
        "it was cold",
        "board president",
    );
    role(
        "Ada Quill, until Monday a diver in Vellport, said it was cold.",
        "it was cold",
        "until Monday a diver in Vellport",
    );
    role("Ada Quill, author of the “Harbour” books, said it was cold.", "it was cold", "author");
    role(
        "Ada Quill, an inspector with the Harbour and Safety Executive, said it was cold.",
        "it was cold",
        "an inspector with the Harbour and Safety Executive",
    );
    // Where somebody is from is said by turns.
    let text = "Luca Vale left. “I froze,” the Italian said. Vale said it was cold.";
    assert_eq!(speaker(&report(text), text, "it was cold").and_then(|s| s.role.as_deref()), None);
}

#[test]
fn a_town_in_a_role_has_its_state() {
    role("Ada Quill, the mayor of Dunvell, Ohio, said it was cold.", "it was cold", "the mayor of Dunvell, Ohio");
    let text =
        "“It sank,” said the diver, who asked to be identified only by her first name, Ada, because she works there.";
    role(text, "It sank", "the diver");
}

#[test]
fn a_role_keeps_its_first_words_and_its_rank() {
    role("Immediate past chairman Ada Quill said it leaked.", "it leaked", "Immediate past chairman");
    role("Its chair, retired PE teacher Ada Quill, said it leaked.", "it leaked", "Its chair");
    role("Best-selling writer Ada Quill said it leaked.", "it leaked", "Best-selling writer");
    role("Leader of the Opposition Ada Quill said it leaked.", "it leaked", "Leader of the Opposition");
    role("“It leaked,” coach Quill said. Ada Quill left.", "It leaked", "coach");
    role("Harbour Board (HB) engineer Ada Quill said it leaked.", "it leaked", "Harbour Board (HB) engineer");
    let text = "Det Con Ada Quill, of Vellshire Police, said it leaked.";
    role(text, "it leaked", "Det Con");
    says(text, &[("it leaked", "Ada Quill")]);
}

#[test]
fn a_lawyer_has_a_side_and_a_partner_a_firm() {
    role("Prosecuting, Ada Quill said it leaked.", "it leaked", "Prosecuting");
    role("Ada Quill, mitigating, said it leaked.", "it leaked", "mitigating");
    role("Ada Quill, for the defence, said it leaked.", "it leaked", "for the defence");
    role("“It leaked,” said Ada Quill of brokers Vale & Tarn.", "It leaked", "brokers Vale & Tarn");
    role("“It leaked,” said Ada Quill of law firm Vale Tarn.", "It leaked", "law firm Vale Tarn");
    role("Ada Quill at Tarnbank said it leaked.", "it leaked", "Tarnbank");
    let text = "Tom Vale, an engineer at chipmaker Tarnow, left. Tarnow said it leaked.";
    role(text, "it leaked", "chipmaker");
    role("Ada Quill, a clockmaker, said it leaked.", "it leaked", "a clockmaker");
    role("“It leaked,” said Ada Quill, who sat on the board and now runs a yard.", "It leaked", "runs a yard");
}

#[test]
fn a_role_has_whatever_it_is_a_role_of() {
    for before in [
        "Harbour secretary in charge of boats",
        "Union secretary for communications",
        "Head of the clinic",
        "Lawyer for the divers",
        "Barrister for the family",
        "Registered nurse",
    ] {
        role(&format!("{before} Ada Quill said it leaked."), "it leaked", before);
    }
    role("A diver known as Abu Vale said that it leaked.", "it leaked", "A diver");
    let text = "The suspect, identified by the Reeve Court as Tom Vale, left. The Reeve Court said it leaked.";
    assert!(!format!("{:?}", report(text).speakers).contains("suspect"));
    let text = "The board’s spokeswoman, Ada Quill, left. Quill, a vice president, said it leaked. “It was old,” the board spokeswoman said.";
    says(text, &[("It was old", "Ada Quill")]);
}

#[test]
fn a_role_has_all_offices_of_a_list_and_none_of_the_next_name_s() {
    role(
        "“It was good,” chair, founder and president Ada Quill said on Monday.",
        "It was good",
        "chair, founder and president",
    );
    let text = "Guitarist Tom Vale, singer Eva Marsh, and bassist Jon Reed row home.\n“It was good,” Vale said.";
    role(text, "It was good", "Guitarist");
    role("Ada Quill, President Vellcom Norland, says: “It was good.”", "It was good", "President Vellcom Norland");
}
