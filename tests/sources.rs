//! The source of a statement is the words for who says it and no others, on sentences made up for it.

#[path = "common/cued.rs"]
mod cued;
#[path = "common/spoken.rs"]
mod spoken;

use cued::on;
use spoken::{report, says};

#[test]
fn what_stands_before_the_source_is_no_second_statement_of_the_cue_behind_it() {
    let text = "Surrounded by the latest pumps at the Sluice Fair in Port Vell, eastern Vellmark, Ada Quill says she wants to use \
                the power of tides to help transform harbours and discover new docks.";
    let said = "she wants to use the power of tides to help transform harbours and discover new docks";
    assert_eq!(on(text, "says"), [("Ada Quill", vec![said])]);
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
fn whoever_is_accused_without_a_clause_hears_it() {
    let text = "The board arrested members of groups accused of sinking boats.";
    assert_eq!(on(text, "accused"), []);
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
fn the_nearer_of_two_cues_has_the_quoted_words() {
    let text = "Ada Quill welcomed the news, telling reporters: “At last.”";
    assert_eq!((on(text, "welcomed"), on(text, "telling").len()), (vec![], 1));
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
fn what_is_read_is_the_document_that_the_sentence_before_tells_of() {
    let text = "The board was shown a text message that Ada Quill had sent. It read: “Boats booked.”\n\
        A petition against the quay, started by divers, has many names. It claims that the quay “will sink”.\n\
        Tom Vale taped a note to his door. “Gone rowing,” it said.";
    says(
        text,
        &[("Boats booked", "a text message that Ada Quill had sent"), ("that the quay", "A petition against the quay")],
    );
}

#[test]
fn what_a_sentence_ends_with_is_no_apposition_of_the_name_before() {
    says("The board will sell the pumps of Baker Hulls, the source added.", &[("The board will", "the source")]);
    let text = "It would not object if they were sent to the United States, a Home Office minister said on Monday.";
    says(text, &[("It would not", "a Home Office minister")]);
    let text = "According to eyewitnesses, the killer, 23-year-old Ashraf Naal, took a boat to the north.";
    says(text, &[("took a boat", "eyewitnesses")]);
}

#[test]
fn a_party_is_not_its_leader() {
    let text = "The nationalist party’s leader, Tom Vale, rowed.\nThe nationalist party said the quay would be sold.";
    says(text, &[("the quay would be sold", "The nationalist party")]);
}

#[test]
fn the_head_of_one_body_is_not_the_head_of_another() {
    let text =
        "The head of the harbour committee Tom Vale rowed.\n“It leaks,” the head of the largest opposition party said.";
    says(text, &[("It leaks", "the head of the largest opposition party")]);
}

#[test]
fn a_participle_between_commas_parts_no_subject_from_its_verb() {
    let text = "The letter, written by chairman Oscar Quill and members of his board, said the yard was broke.";
    says(text, &[("the yard was broke", "The letter")]);
    let text = "Family members, scattered to Vellmouth, Reed Bay and Port Vell, said the yard was broke.";
    says(text, &[("the yard was broke", "Family members")]);
    let text = "“It’s a failure,” Jonas Quill, who chairs the committee on crimes, tax evasion and tax avoidance, told the Courier.";
    says(text, &[("It’s a failure", "Jonas Quill")]);
    let text =
        "Ada Quill spoke. Tom Vale, who rowed, pleaded guilty in May, and a diver, named Eva Marsh, said it was over.";
    says(text, &[("it was over", "Eva Marsh")]);
}

#[test]
fn whoever_stands_behind_a_quotation_has_said_it() {
    let lead = "Judge Amy Vale asked if the man had understood what he was giving up in the court on Monday.\n";
    says(&format!("{lead}“I understand.” Quill answered, “I plead guilty.”"), &[("I understand", "Quill")]);
    let text = format!("{lead}“It leaks,” a former diver who sold the pump, “so the board must have known.”");
    says(&text, &[("It leaks", "a former diver who sold the pump")]);
    says(&format!("{lead}“Row with us,” was the message from the mayor."), &[("Row with us", "the mayor")]);
    says(
        "“It leaks,” Vell media quoted Tom Quill as saying. “It is old.”",
        &[("It leaks", "Tom Quill"), ("It is old", "Tom Quill")],
    );
}
