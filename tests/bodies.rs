//! Which words are a body's name: firms, ministries, unions, on sentences made up for it.

#[path = "common/spoken.rs"]
mod spoken;

use spoken::says;

#[test]
fn what_a_firm_makes_is_not_the_firm() {
    says("Apple lost money. It built the Apple II in 1977. Apple said it was sorry.", &[("it was sorry", "Apple")]);
}

#[test]
fn a_body_is_known_by_its_initials() {
    says(
        "Vell Gas & Electric Co. has warned the north. VG&E said that the lines were safe.",
        &[("the lines were safe", "Vell Gas & Electric Co.")],
    );
    says(
        "The Norlandic Centre for Harbour Safety and Prevention began. The Norlandic CHS said that it was done.",
        &[("it was done", "Norlandic Centre for Harbour Safety and Prevention")],
    );
}

#[test]
fn a_firm_can_be_called_by_somebody_s_name_with_its_ending() {
    says(
        "Rating agency Moodley’s said it would sink. Moodley’s analysts left. “It leaked,” Moodley’s said.",
        &[("it would sink", "Moodley’s"), ("It leaked", "Moodley’s")],
    );
}

#[test]
fn where_a_body_is_based_and_what_people_are_is_no_part_of_their_name() {
    says("Vellport-based Quillow said it leaked.", &[("it leaked", "Quillow")]);
    says(
        "Neighbors Mary and John Vale said it leaked. “It was old,” Mary Vale said.",
        &[("it leaked", "Mary Vale and John Vale"), ("It was old", "Mary Vale")],
    );
    says("The Divers Union of Vellmark said it leaked.", &[("it leaked", "Divers Union of Vellmark")]);
}

#[test]
fn initials_that_never_act_are_no_company() {
    let text = "Brindle Labs tests a drug for AIDS. The drug slows AIDS, which spreads.\nThe company said it worked.";
    says(text, &[("it worked", "Brindle Labs")]);
    let text = "Quill left BLT in May. BLT announced that it would hire.\nThe company said it was sorry.";
    says(text, &[("it was sorry", "BLT")]);
}

#[test]
fn the_commas_of_an_official_name_part_nothing() {
    for name in [
        "Department for Levelling Up",
        "Department for Environment, Food and Rural Affairs",
        "Ministry of Housing, Communities and Local Government",
        "Foreign, Commonwealth and Development Office",
    ] {
        says(&format!("The {name} said it leaked."), &[("it leaked", name)]);
    }
}

#[test]
fn a_body_is_whole_before_its_chief_s_name() {
    says("CEO of the Divers Council Ada Vale said it leaked.", &[("it leaked", "Ada Vale")]);
}

#[test]
fn a_body_of_two_places_or_two_matters_is_one() {
    for name in ["Avon and Quillshire Police", "Vell and Quillshire Fire and Rescue Service", "Marks and Spencer"] {
        says(&format!("{name} said it leaked."), &[("it leaked", name)]);
    }
    let two = "Ada Quill and Vellshire Police";
    says(&format!("{two} said it leaked."), &[("it leaked", two)]);
}

#[test]
fn a_body_s_words_can_be_small_ones_or_somebody_s() {
    for name in [
        "Committee to Protect Journalists",
        "Vellish Observatory for Human Rights",
        "Vellish Panel on Harbour Safety",
        "Alzheimer’s Association",
    ] {
        says(&format!("The {name} said it leaked."), &[("it leaked", name)]);
    }
    says("Quillova sells it. It finds Alzheimer’s early. The company said it was new.", &[("it was new", "Quillova")]);
}

#[test]
fn a_firm_is_known_by_what_it_does() {
    for firm in ["Vellmark Homes", "Quillhane Construction", "National Grid"] {
        let text = format!("The Nurses Union said it was cold.\n{firm} said it was owed money. It said it would sue.");
        says(&text, &[("it would sue", firm)]);
    }
    says(
        "Pan-Vellish Airways lost money. Pan-Nordic Ferries closed. Pan-Nordic said it was sad.",
        &[("it was sad", "Pan-Nordic Ferries")],
    );
}

#[test]
fn a_spokesman_in_passing_speaks_for_the_sentence_s_body() {
    says("Vellmark Holdings is not for sale, a spokesman said.", &[("Vellmark Holdings is", "Vellmark Holdings")]);
    says("Great Vell Railway was late. The railroad said it was sorry.", &[("it was sorry", "Great Vell Railway")]);
    says("In a post titled “Why We Left,” the company said it leaked.", &[("it leaked", "the company")]);
    says("Writing in the journal Deep Quill, the team say it leaked.", &[("it leaked", "the team")]);
}

#[test]
fn a_name_stands_before_its_body_between_the_commas() {
    says("The chair, Ada Quill of Quill Marine, said it was over.", &[("it was over", "Ada Quill")]);
    says("Their lawyer, Tom Vale from the Vell Institute, said it was over.", &[("it was over", "Tom Vale")]);
    says("An officer, Tom Vale of Vell University, said it was over.", &[("it was over", "Tom Vale")]);
}

#[test]
fn ministries_of_two_countries_are_two() {
    let text = "Vellmark’s Defense Ministry said it sank. Norland’s Defense Ministry called it a lie. “It sank,” Vellmark’s Defense \
        Ministry added. The ministry said it was sure.";
    let (one, other) = ("Vellmark’s Defense Ministry", "Norland’s Defense Ministry");
    says(text, &[("it sank", one), ("it a lie", other), ("It sank", one)]);
    says(
        "The Defense Ministry said it sank. Japan’s Defense Ministry said it was sure.",
        &[("it sank", "Japan’s Defense Ministry"), ("it was sure", "Japan’s Defense Ministry")],
    );
}
