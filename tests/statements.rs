//! One cue makes one statement, and its source is the words for who says it and no others, on sentences made up for it.

#[path = "common/spoken.rs"]
mod spoken;

use hearsay::text::ByteSpan;
use spoken::{report, says};

/// The statements on one cue, in order: the source and the pieces of content.
fn on<'t>(text: &'t str, cue: &str) -> Vec<(&'t str, Vec<&'t str>)> {
    let words = |spans: &[ByteSpan]| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>();
    let report = report(text);
    let own = report.attributions.iter().filter(|a| words(&a.cue) == [cue]);
    own.map(|a| (words(&a.source).first().copied().unwrap_or_default(), words(&a.content))).collect()
}

#[test]
fn what_stands_before_the_source_is_no_second_statement_of_the_cue_behind_it() {
    let text = "Surrounded by the latest pumps at the Sluice Fair in Port Vell, eastern Vellmark, Ada Quill says she wants to use \
                the power of tides to help transform harbours and discover new docks.";
    let said = "she wants to use the power of tides to help transform harbours and discover new docks";
    assert_eq!(on(text, "says"), [("Ada Quill", vec![said])]);
}

#[test]
fn a_clause_around_its_cue_is_one_statement_of_two_pieces() {
    let text = "The breaking point, Ada Quill wrote, came on Friday, when the counsel’s office sent out an agenda for this week’s \
                meeting that omits Vale’s proposal.";
    let rest = "came on Friday, when the counsel’s office sent out an agenda for this week’s meeting that omits Vale’s proposal";
    assert_eq!(on(text, "wrote"), [("Ada Quill", vec!["The breaking point", rest])]);
}

#[test]
fn what_tells_of_a_cited_poll_is_not_said_by_those_who_were_asked() {
    let text = "According to a survey taken by polling firm Quill/Vale last weekend, 75 percent of respondents said they would not \
                support a government request for assistance from the fund.";
    let said = "they would not support a government request for assistance from the fund";
    assert_eq!(on(text, "said"), [("75 percent of respondents", vec![said])]);
}

#[test]
fn a_source_behind_its_cue_ends_before_the_clause_that_tells_of_it() {
    let text = "Some 40 percent of residents want the dock closed, according to two polls which say the noise is as bad as ever.";
    assert_eq!(on(text, "according to")[0].0, "two polls");
    let text = "“The best performance is coming from the largest boats,” said Ada Quill, who oversees the fleet of the Vellmark \
                Retirement System, which, like a lot of funds, is moving out.";
    assert!(on(text, "said")[0].0.starts_with("Ada Quill"));
}

#[test]
fn whoever_is_cited_and_the_subject_behind_the_comma_are_two_sources() {
    let text = "According to the Port Vell Courier, Professor Arno Vale, the chairman of the panel, said the flag had never been open \
                to choice.";
    assert_eq!(on(text, "According to")[0].0, "the Port Vell Courier");
    let said = "the flag had never been open to choice";
    assert_eq!(on(text, "said"), [("Professor Arno Vale, the chairman of the panel", vec![said])]);
}

#[test]
fn a_source_holds_no_adverb_and_no_year() {
    assert_eq!(on("The union no longer says that the lock is safe.", "no longer says")[0].0, "The union");
    let text =
        "On Thursday, May 7, 2015 the Vellmark government announced the start of a public process to suggest designs.";
    assert_eq!(on(text, "announced")[0].0, "the Vellmark government");
}

#[test]
fn a_quotation_that_belongs_to_the_source_is_not_what_it_says() {
    let text = "The \"History\" page of the site explains that the lock was built by hand.";
    let contents: Vec<_> = on(text, "explains").into_iter().map(|(_, content)| content).collect();
    assert_eq!(contents, [["that the lock was built by hand"]]);
}

#[test]
fn a_name_behind_a_quotation_speaks_where_its_apposition_lacks_a_comma() {
    says(
        "“I don’t know much about him,” Arno Quillmark, a Vellport office worker said. “But I’m hoping for the best.”",
        &[("I don’t know", "Arno Quillmark"), ("But I’m hoping", "Arno Quillmark")],
    );
    says(
        "\"Apparently a rumour is floating around,\" Lowell Quill, director of relations at Vellhaeuser Co said.",
        &[("Apparently a rumour", "Lowell Quill")],
    );
}

#[test]
fn a_name_that_opens_a_sentence_speaks_where_its_apposition_lacks_a_comma() {
    says(
        "Tony Quill, an aide to Harbour Master Bob Vale said, \"Vale is opposed to a tax, but has warned the board.\"",
        &[("Vale is opposed", "Tony Quill")],
    );
    says("Ada Quill, a Vellport engineer said the dock leaks.", &[("the dock leaks", "Ada Quill")]);
    says("In testimony today, Ada Quill, director of the fleet said it leaks.", &[("it leaks", "Ada Quill")]);
    // The friend says it of the name; a second name, and whoever stands behind an aside, say it themselves.
    says("After talks with Ada Quill, the minister said it leaks.", &[("it leaks", "the minister")]);
    says("In May, with Ada Quill, Jonas Vale said it leaks.", &[("it leaks", "Jonas Vale")]);
    says("Ada Quill, a friend said, has left the port.", &[("has left the port", "a friend")]);
    says("Karl Vale left. “It is late.” Vellians, he said, were free.", &[("were free", "Karl Vale")]);
}

#[test]
fn whoever_is_introduced_by_age_and_calling_is_nobody_named_before_by_that_given_name() {
    let text =
        "Karl Vale fished there. Karl, 27, a student who rowed by, said the lock was loud. Vale said it was not.";
    says(text, &[("the lock was loud", "Karl"), ("it was not", "Karl Vale")]);
    let text = "Karl Vale fished there. Vale, 27, a student who rowed by, said the lock was loud.";
    says(text, &[("the lock was loud", "Karl Vale")]);
}

#[test]
fn a_relative_pronoun_stands_for_the_name_before_its_bracket() {
    let text = "The resolution was opposed by Quill Marine (QUIL.N), which said it was too dear.";
    says(text, &[("it was too dear", "Quill Marine")]);
}

#[test]
fn a_claim_is_that_of_its_possessor_and_not_of_whoever_takes_it_up() {
    let text = "Ada Quill won the seat in May. The Vellport Courier seized on Quill’s claim that there had been “hundreds of leaks” in \
                the dock this year alone.";
    says(text, &[("there had been", "Ada Quill")]);
}

#[test]
fn official_figures_are_a_document_and_no_he() {
    let text = "Karl Vale runs the bank. About 95 percent of the surplus was from trade, according to official figures.\n\
                But he said that easing the controls would help.";
    says(text, &[("About 95 percent", "official figures"), ("easing the controls", "Karl Vale")]);
}

#[test]
fn a_spokesman_is_no_role_of_the_body() {
    let text =
        "The Vellish Wheat Board has advised the government to cut prices. The spokesman said that it would wait.";
    let report = report(text);
    let board = report.speakers.iter().find(|s| s.name == "Vellish Wheat Board").expect("the board speaks");
    assert_eq!(board.role, None);
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
fn whoever_is_accused_without_a_clause_hears_it() {
    let text = "The board arrested members of groups accused of sinking boats.";
    assert_eq!(on(text, "accused"), []);
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
fn the_words_of_a_passive_are_those_of_whom_by_names() {
    says(
        "Tom Vale, accused by Ada Quill of “lying to everyone”, resigned on Monday.",
        &[("lying to everyone", "Ada Quill")],
    );
    says("The mayor, once called “a clown” by Ada Quill, will stay.", &[("a clown", "Ada Quill")]);
    says("“The plan is dead,” Tom Vale was told by Ada Quill.", &[("The plan is dead", "Ada Quill")]);
    says("“The deal is close,” the Harbour Post quoted Tom Vale as saying.", &[("The deal is close", "Tom Vale")]);
    // Who is quoted by somebody speaks himself.
    says("“It leaks,” Ada Quill was quoted by the Harbour Post as saying.", &[("It leaks", "Ada Quill")]);
}

#[test]
fn the_subject_of_a_participle_behind_with_speaks() {
    says("The talks failed, with Ada Quill saying: “It is lost.”", &[("It is lost", "Ada Quill")]);
    says("The council split, with Tom Vale saying that the quay was lost.", &[("that the quay was lost", "Tom Vale")]);
}

#[test]
fn what_is_said_of_somebody_by_nobody_has_no_speaker() {
    let text = "The bank has failed. Its former chairman, Ulrich Vale, is alleged to have approved loans to friends. It is claimed that he fled.";
    let report = report(text);
    assert!(report.attributions.iter().all(|a| a.speaker.is_none()), "{:#?}", report.attributions);
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
fn the_nearer_of_two_cues_has_the_quoted_words() {
    let text = "Ada Quill welcomed the news, telling reporters: “At last.”";
    assert_eq!((on(text, "welcomed"), on(text, "telling").len()), (vec![], 1));
}

#[test]
fn a_relative_clause_around_its_cue_is_said_whole_and_no_more() {
    let text = "The driver, who police said had been rowing, was held on Monday.";
    assert_eq!(on(text, "said"), [("police", vec!["The driver", "had been rowing"])]);
    let text = "Ada Quill, a doctor who once said that the ward was unsafe, has resigned.";
    assert_eq!(on(text, "once said")[0].1, ["that the ward was unsafe"]);
    let text = "Vellcom claims that its pump, which came out in May, beats all others, but divers are sceptical.";
    assert_eq!(on(text, "claims")[0].1, ["that its pump, which came out in May, beats all others"]);
}

#[test]
fn whoever_stands_behind_the_verb_speaks_and_is_none_of_the_words() {
    let text = "That matters, says the diver Ada Quill, because pumping changes which boats survive.";
    let said = vec!["That matters", "because pumping changes which boats survive"];
    assert_eq!(on(text, "says"), [("the diver Ada Quill", said)]);
    let text = "Vellmark could face a crisis if the mayor loses the vote, says academic";
    assert_eq!(on(text, "says")[0].0, "academic");
    assert_eq!(on("“They are burning oars,” one post read.", "read")[0].0, "one post");
}

#[test]
fn reported_words_stay_where_nobody_can_be_meant() {
    let report = report("The quay will close in May, they said.");
    assert_eq!((report.attributions.len(), report.attributions[0].speaker), (1, None));
}

#[test]
fn a_name_below_a_quotation_has_spoken_it() {
    says(
        "The mayor, Tom Vale, spoke on Monday.\n“This is the worst day of my life.”\n— Ada Quill, resident\nThe council meets in May.",
        &[("This is the worst day", "Ada Quill")],
    );
}

#[test]
fn words_behind_a_sentence_about_somebody_else_are_theirs() {
    let text = "The dog was old.\n“It is fine,” said Ada Quill. Another diver was less sure: “It leaks.”";
    says(text, &[("It is fine", "Ada Quill"), ("It leaks", "Another diver")]);
    let text = "The dog was old.\n“It is fine,” said Ada Quill. Tom Vale was scathing. “It is over.”";
    says(text, &[("It is over", "Tom Vale")]);
    let text = "The dog was old.\n“It was fun,” Ada Quill told the Courier. “We laughed.” Tom Vale agreed.";
    says(text, &[("We laughed", "Ada Quill")]);
    let report = report("The dog was old.\n“It is fine,” said Ada Quill. A sign outside warned: “Keep off.”");
    assert_eq!(report.attributions.last().and_then(|a| a.speaker), None);
}

#[test]
fn the_subject_of_a_cue_is_not_whoever_acts_in_what_is_told_of_it() {
    says("Ada Quill, whom the board accuses of fraud, called for a new vote.", &[("a new vote", "Ada Quill")]);
    says("The plan angered Ada Quill, who lives nearby and has called it “cruel.”", &[("it “cruel", "Ada Quill")]);
    says("Critics attacked the plan, with one diver calling it “a joke.”", &[("it “a joke", "one diver")]);
    says(
        "A clerk struck off by a regulator said it was unfair.",
        &[("it was unfair", "A clerk struck off by a regulator")],
    );
    says("State media, citing a diver, said it was over.", &[("it was over", "State media")]);
    says(
        "Emails obtained by the Courier show that the lock leaked.",
        &[("that the lock leaked", "Emails obtained by the Courier")],
    );
    says(
        "The lock leaked, according to records obtained by the Courier.",
        &[("The lock", "records obtained by the Courier")],
    );
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
fn a_report_with_its_ground_is_of_whoever_reports_it() {
    let text = "The talks began when the Courier reported that Vale Marine was for sale, citing unnamed bankers. Ada Quill is in town.";
    assert_eq!(on(text, "reported"), [("the Courier", vec!["that Vale Marine was for sale"])]);
    assert!(on(text, "citing").is_empty());
    let text = "It began when the Courier wrote that the yard was for sale, quoting a banker. Ada Quill is in town.";
    assert!(on(text, "quoting").is_empty());
    let text = "Tom Vale called it a “fairy tale” written by a junior clerk.";
    assert_eq!(on(text, "called")[0].0, "Tom Vale");
    assert!(on(text, "written").is_empty());
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
