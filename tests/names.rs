//! Which words are a name, and which names are one, on sentences made up for it.

#[path = "common/spoken.rs"]
mod spoken;

use spoken::says;

#[test]
fn a_surname_can_be_an_everyday_word() {
    says("TJ King lives by the harbour.\n“It is late,” King said.", &[("It is late", "TJ King")]);
}

#[test]
fn a_surname_can_be_somebody_s_given_name() {
    says(
        "The engineer Rachel Gordon measured it. Gordon said the quay was sinking.",
        &[("the quay was sinking", "Rachel Gordon")],
    );
}

#[test]
fn two_of_one_surname_are_kept_apart() {
    says(
        "Anton Quill rowed home. Quill slept. Quill ate. His wife, Ada Quill, laughed.\nQuill said the race was long.",
        &[("the race was long", "Anton Quill")],
    );
    says(
        "“He rang me,” J. Quill, Jonas’s father, told Harbour Radio. Jonas Quill left school in May.",
        &[("He rang me", "J. Quill")],
    );
}

#[test]
fn a_surname_is_its_bearer_s_before_it_is_a_tower_s_a_firm_s_or_a_son_s() {
    says(
        "Karl Quill is a builder. He owns Quill Tower, Quill Grand Hotel & Spa and the Quill Organization. “It is safe,” Quill said.",
        &[("It is safe", "Karl Quill")],
    );
    // What went by the word before anybody of that name came in keeps it.
    says(
        "Quill Marine Co. lost money. Quill closed a yard. Quill hired a chairman, Ada Quill. Quill said it was sorry.",
        &[("it was sorry", "Quill Marine Co.")],
    );
    says(
        "Seddon Mir Vale kept a blog. Vale met reporters about the leak by his son, Omar Vale. In a video Vale said it was a shame.",
        &[("it was a shame", "Seddon Mir Vale")],
    );
    says(
        "Karl Quill is a builder. Karl Quill Jr., his son, said it leaked. The builder Karl Quill said it did not.",
        &[("it leaked", "Karl Quill Jr."), ("it did not", "Karl Quill")],
    );
}

#[test]
fn a_name_in_capitals_is_told_in_small_letters_where_the_article_does() {
    says(
        "NORVELL, Aug. 20 (VA) -- It rained. Norvell said that the quay was safe.",
        &[("the quay was safe", "Norvell")],
    );
}

#[test]
fn a_surname_has_two_words_stands_behind_an_office_or_is_a_month() {
    says(
        "Vellmark President Adolfo Rodrigue Saar left. Mr Rodrigue Saar said it leaked.",
        &[("it leaked", "Adolfo Rodrigue Saar")],
    );
    says("Ludde Ingvale, a skipper, left. Skipper Ingvale said it leaked.", &[("it leaked", "Ludde Ingvale")]);
    says("The diver Akbar Jan left. Mr Jan said it leaked.", &[("it leaked", "Akbar Jan")]);
    says("Kari Lake, a former diver, left. Lake said it leaked.", &[("it leaked", "Kari Lake")]);
}

#[test]
fn an_office_with_capitals_is_nobody_s_name() {
    says(
        "The Chief of the Navy, Lieutenant-General Peter Cosgrave, said it leaked. Lieutenant-General Cosgrave said it was late.",
        &[("it leaked", "Peter Cosgrave"), ("it was late", "Peter Cosgrave")],
    );
    says("Defence Minister Robert Hill left. Senator Hill said it leaked.", &[("it leaked", "Robert Hill")]);
    says("The Federal Privacy Commissioner, Malcolm Cromptone, said it leaked.", &[("it leaked", "Malcolm Cromptone")]);
    says("The Foreign Minister, Dr Abdullah, said it leaked.", &[("it leaked", "Abdullah")]);
    // Nobody’s role tells which of them it is.
    says("Texas Sen. Ada Quill left. The Ohio Republican said it leaked.", &[("it leaked", "The Ohio Republican")]);
}

#[test]
fn whom_a_title_names_is_not_who_wrote_it() {
    says("“He was tall,” the biography, “The Life of Nikola Quill,” concludes.", &[("He was tall", "the biography")]);
    says("Ada Quill left early. Her Facebook page says she is a diver.", &[("she is a diver", "Her Facebook page")]);
}

#[test]
fn a_nickname_stands_inside_its_name() {
    says("The keeper, Hester “The Net” Marsh, said it was late.", &[("it was late", "Hester “The Net” Marsh")]);
}

#[test]
fn names_are_whole() {
    says("North Vell said it leaked.", &[("it leaked", "North Vell")]);
    says("The People’s Bank of Vellmark said it leaked.", &[("it leaked", "People’s Bank of Vellmark")]);
    says("Ricardo de la Quill said it leaked.", &[("it leaked", "Ricardo de la Quill")]);
    says(
        "It leaked, said Francis M. Vale Jr., a diver. Mr. Vale said it was old.",
        &[("It leaked", "Francis M. Vale Jr."), ("it was old", "Francis M. Vale Jr.")],
    );
    says(
        "It leaked, according to the Vellish Ministry of Boats Thursday.",
        &[("It leaked", "Vellish Ministry of Boats")],
    );
    says(
        "Members of the Quay Commission on Friday said it leaked.",
        &[("it leaked", "Members of the Quay Commission")],
    );
    let whole = [
        "National Development and Harbour Commission",
        "U.S. Securities and Ferry Commission",
        "Fire and Boat Management Agency",
    ];
    for body in whole {
        says(&format!("The {body} said it leaked."), &[("it leaked", body)]);
    }
    says("According to Breaking the Quay, divers were paid.", &[("divers were paid", "Breaking the Quay")]);
    says("Drugmaker Aspine left. Aspine Pharmacare said it was sorry.", &[("it was sorry", "Aspine Pharmacare")]);
    says("State Department officials said it leaked.", &[("it leaked", "State Department")]);
    let two = "The White House and Harbour Department said it leaked.";
    says(two, &[("it leaked", "White House and Harbour Department")]);
    says("The mayor left, the cleric Ada al-Quill said.", &[("The mayor left", "Ada al-Quill")]);
    says("“It leaked,” said spokesman Worth Quill.", &[("It leaked", "Worth Quill")]);
    says("Minister of Finance Quill Vale said it leaked.", &[("it leaked", "Quill Vale")]);
    says("It leaked, Minister of Finance Quill Vale said.", &[("It leaked", "Quill Vale")]);
}

#[test]
fn a_surname_keeps_its_bearer_with_and_without_the_arabic_article() {
    for again in ["Quill", "al-Quill"] {
        let text = format!("Cleric Hamid al-Quill came. “It leaked,” {again} said.");
        says(&text, &[("It leaked", "Hamid al-Quill")]);
    }
}

#[test]
fn may_is_a_surname_a_month_and_a_verb() {
    says(
        "Theresa May said it leaked. May said it was old.",
        &[("it leaked", "Theresa May"), ("it was old", "Theresa May")],
    );
    says("Ada Quill said in May that it leaked.", &[("it leaked", "Ada Quill")]);
    says("Ada Quill may leave. “It leaked,” she said.", &[("It leaked", "Ada Quill")]);
}

#[test]
fn letters_and_nicknames_belong_to_the_name() {
    for letters in ["MP", "KC", "OBE", "MSP"] {
        let name = format!("Ada Quill {letters}");
        says(
            &format!("{name} said it leaked. Ms Quill said it was old."),
            &[("it leaked", &name), ("it was old", &name)],
        );
    }
    for name in ["Tom 'Tommy' Vale", "Tom ‘Big Tom’ Vale", "Tom (Tommy) Vale"] {
        says(
            &format!("Cllr {name} said it leaked. “It was old,” he said."),
            &[("it leaked", name), ("It was old", name)],
        );
    }
    let both = [("it leaked", "Tom “Tommy” Vale"), ("it was old", "Tom “Tommy” Vale")];
    says("Tom “Tommy” Vale, 44, said it leaked. Tommy said it was old.", &both);
}

#[test]
fn particles_and_saints_belong_to_the_name() {
    says(
        "Marco dell’Orto said it leaked. “It was old,” dell’Orto said.",
        &[("it leaked", "Marco dell’Orto"), ("It was old", "Marco dell’Orto")],
    );
    says(
        "Ursula von der Quill said it leaked. Von der Quill said it was old.",
        &[("it leaked", "Ursula von der Quill"), ("it was old", "Ursula von der Quill")],
    );
    says("St. Mary’s Hospital said it leaked.", &[("it leaked", "St. Mary’s Hospital")]);
}

#[test]
fn what_somebody_is_by_age_birth_or_children_is_no_part_of_the_name() {
    for before in ["Mum-of-two", "Cardiff-born", "Seven-year-old", "Retired Adm."] {
        says(&format!("{before} Ada Quill said it leaked."), &[("it leaked", "Ada Quill")]);
    }
    says("Quillow lost money. The San Bruno-based company said it leaked.", &[("it leaked", "Quillow")]);
}

#[test]
fn two_with_one_surname_say_it_both() {
    for (pair, both) in
        [("Brothers Tom and Karl Vale", "Tom Vale and Karl Vale"), ("Mark and Jill Vale", "Mark Vale and Jill Vale")]
    {
        says(&format!("{pair} said it leaked."), &[("it leaked", both)]);
    }
}

#[test]
fn an_age_or_a_trade_tells_that_a_lone_name_is_a_person_s() {
    for told in ["24", "a nurse"] {
        says(&format!("Bexa, {told}, said it leaked. “It was old,” she said."), &[("It was old", "Bexa")]);
    }
}

#[test]
fn a_model_goes_on_without_its_number() {
    says(
        "Quill AI released Lumen 3, its best model. “I will not make light of it,” Lumen replied.",
        &[("I will not make", "Lumen 3")],
    );
}

#[test]
fn a_given_name_can_be_a_verb_or_a_month_elsewhere() {
    for name in ["Will Quill", "Chase Quill", "May Quill"] {
        says(&format!("{name} said it leaked."), &[("it leaked", name)]);
    }
    says("In May Quill said it leaked.", &[("it leaked", "Quill")]);
}

#[test]
fn a_couple_shares_its_surname() {
    says(
        "Tom and Ada Quill said it leaked. Mr Quill said it was old.",
        &[("it leaked", "Tom Quill and Ada Quill"), ("it was old", "Tom Quill")],
    );
    // Of another surname elsewhere.
    let text = "Tom Vale rowed home. Tom and Ada Quill said it leaked.";
    says(text, &[("it leaked", "Tom Vale and Ada Quill")]);
}

#[test]
fn initials_before_an_answer_are_a_name() {
    says(
        "Ada Quill spoke to Zara Voss. This is the interview.\nAQ: Why did you leave?\nZV: It leaked.\nAQ: Was it old?\nZV: Yes.",
        &[("Why did you", "Ada Quill"), ("It leaked", "Zara Voss")],
    );
}

#[test]
fn a_headline_s_verb_ends_its_subject() {
    says(
        "Quillbus Launches Otter Pro to Help Ferries\nQuillbus today announced that it was new.",
        &[("it was new", "Quillbus")],
    );
}

#[test]
fn a_place_behind_a_person_is_no_part_of_the_name() {
    says(
        "Union Chair Ada May Vale of Quillmark has been quiet. Vale said it leaked.",
        &[("it leaked", "Ada May Vale")],
    );
    says("Children’s Hospital said it leaked.", &[("it leaked", "Children’s Hospital")]);
}

#[test]
fn who_gives_a_name_has_it() {
    says("Its editor, who goes by the name Ada Quill, said it was a joke.", &[("it was a joke", "Ada Quill")]);
    says("“It sank,” said a diver, who asked to be identified only as Tom.", &[("It sank", "Tom")]);
}

#[test]
fn a_husband_is_a_person_of_any_name() {
    says("Her husband, Tavor, said it was cold. “I froze,” he said.", &[("I froze", "Tavor")]);
}

#[test]
fn ranks_and_unions_are_told_from_names() {
    says("DSP Ada Quill said it was calm.", &[("it was calm", "Ada Quill")]);
    says("Senate President Pro Tem Ada Quill said it was calm.", &[("it was calm", "Ada Quill")]);
    says("The state Harbour Relations Officer, Ada Quill, said it was calm.", &[("it was calm", "Ada Quill")]);
    says(
        "The Rail and Harbour Workers’ Union said it was calm.",
        &[("it was calm", "Rail and Harbour Workers’ Union")],
    );
}

#[test]
fn a_title_tells_of_two_with_one_surname_which_is_meant() {
    let text = "Tom Quill died in May. His widow, Kerenva, left. Mrs Quill said it was late.";
    says(text, &[("it was late", "Kerenva Quill")]);
    says("Tom Quill died in May. Mrs Quill said it was late.", &[("it was late", "Mrs Quill")]);
}

#[test]
fn a_plus_belongs_to_a_name() {
    says(
        "Vellflix+ says it will sink. Vellflix said it was late.",
        &[("it will sink", "Vellflix+"), ("it was late", "Vellflix")],
    );
}

#[test]
fn whoever_says_something_is_no_month() {
    says("Tavo March told a podcast that it sank. In March the ferry sank.", &[("that it sank", "Tavo March")]);
}

#[test]
fn no_measure_no_compound_and_no_time_is_a_name() {
    let text = "It never passed 33.8°C. Gulls kept above 28°C showed “signs of stress”, Ada Quill said.";
    says(text, &[("signs of stress", "Ada Quill")]);
    says(
        "High-speed video shot by Ada Quill shows that gulls dive.",
        &[("that gulls dive", "High-speed video shot by Ada Quill")],
    );
    says(
        "A report published last week by the board warned that gulls are deaf.",
        &[("that gulls are deaf", "A report published last week by the board")],
    );
}

#[test]
fn a_land_s_officials_are_not_the_land_and_a_duke_s_name_is_his() {
    says("Tarnian officials said it was late.", &[("it was late", "Tarnian officials")]);
    says(
        "Quillcom fell. Quillcom officials said it was late. Shares of Quillcom rose.",
        &[("it was late", "Quillcom")],
    );
    says("The wrestler Duke Quill said it was late.", &[("it was late", "Duke Quill")]);
}

#[test]
fn a_style_and_a_title_in_brackets_stand_before_the_name() {
    for before in ["Her Excellency, Mrs", "His Royal Majesty, King", "The chair, Dr. (Mrs)", "Chief (Dr)"] {
        let name = "Adaeze Quillu";
        says(
            &format!("{before} {name} said it leaked. Quillu said it was old."),
            &[("it leaked", name), ("it was old", name)],
        );
    }
}

#[test]
fn a_name_can_be_given_in_a_clause() {
    for clause in ["known only as", "known by his nom de guerre", "identified simply as"] {
        says(&format!("A spokesman for the Reeves, {clause} Abu Vale, said it “leaked”."), &[("leaked", "Abu Vale")]);
    }
    says("A diver known as Abu Vale said that it leaked.", &[("it leaked", "Abu Vale")]);
    says("Tom Quill, a singer known by his stage name Abu Vale, said it leaked.", &[("it leaked", "Tom Quill")]);
}

#[test]
fn this_and_that_can_be_a_sentence_s_subject() {
    for before in ["That drew a rebuke from", "This prompted a reply from", "That came as news to"] {
        says(&format!("{before} Ada Quill, who said it leaked."), &[("it leaked", "Ada Quill")]);
    }
}

#[test]
fn a_ministry_of_several_matters_and_a_committee_for_a_cause_are_whole() {
    says(
        "Norland’s Ministry of Trade, Industry and Energy (MOTIE) has a plan. The pumps will go, MOTIE said on Monday.",
        &[("The pumps will go", "Norland’s Ministry of Trade, Industry and Energy")],
    );
    says(
        "The quay is safe, the Committee for a Better Harbour said.",
        &[("The quay is safe", "Committee for a Better Harbour")],
    );
}

#[test]
fn an_article_with_a_capital_inside_a_sentence_is_a_part_of_the_name() {
    says("The quay is safe, according to The Vellmouth Reporter.", &[("The quay is safe", "The Vellmouth Reporter")]);
    says("The quay is safe, according to the Lantern.", &[("The quay is safe", "Lantern")]);
}

#[test]
fn what_the_article_names_beside_a_word_for_a_body_goes_on_by_the_word() {
    let text = "The group, Vellworkers Coalition, was formed in May. Vellcom has hired divers.\nThe group said Vellcom had lied.";
    says(text, &[("Vellcom had lied", "Vellworkers Coalition")]);
    let text = "Vellcom will sell its shares in May.\nThe Norlandish e-commerce giant said the price was fair.";
    says(text, &[("the price was fair", "Vellcom")]);
}

#[test]
fn an_apposition_without_its_first_comma_leaves_the_name_whole() {
    says("“It leaks,” said Ada Quill an engineer covering pumps for the yard.", &[("It leaks", "Ada Quill")]);
}

#[test]
fn a_headline_s_participle_ends_its_subject() {
    let text = "Quill Facing Deep Divide Over Pumps at Session\nThe president, Tom Quill, rowed. Mr. Quill said he would stay.";
    says(text, &[("he would stay", "Tom Quill")]);
}
