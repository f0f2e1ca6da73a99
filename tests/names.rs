//! Where a name begins and ends, and what leads to it, on sentences made up for it.

#[path = "common/named.rs"]
mod named;

use named::{named, unnamed};

#[test]
fn a_firm_bears_a_name_and_those_of_its_partners() {
    let text =
        "Vale and Co manager Ada Quill said it leaks. She said it was old. Jonas Vale came. Vale said it was new.";
    named(text, &[("it leaks", "Ada Quill"), ("it was old", "Ada Quill"), ("it was new", "Jonas Vale")]);
}

#[test]
fn an_office_with_its_complement_leads_to_the_name_behind_it() {
    for office in [
        "Secretary of State",
        "Vellmark’s Secretary of State",
        "Vellish Chancellor of the Exchequer",
        "Bank of Vellmark Governor",
        "U.S. Department of Energy Secretary",
        "President of the Bar Association of Vellmark",
        "The other candidate on the stage, former Secretary of State",
    ] {
        let text = format!("{office} Nigel Quillson told reporters the quay is safe. He said it was old.");
        named(&text, &[("the quay is safe", "Nigel Quillson"), ("it was old", "Nigel Quillson")]);
    }
    unnamed("The Vellish Observatory for Human Rights said the quay is safe.", "the quay is safe");
}

#[test]
fn an_everyday_word_opens_a_name_whose_bearer_is_introduced() {
    named(
        "Win Quill, a member of the board, told the Courier that it leaks. Pan Vale, 60, a doctor, said it was old.",
        &[("it leaks", "Win Quill"), ("it was old", "Pan Vale")],
    );
}

#[test]
fn a_headline_names_whom_the_article_names() {
    let text = "Ada Quill Refuses To Leave The Quay.\n\nMayor Ada Quill said on Monday that she would stay.";
    named(text, &[("Leave The Quay", "Ada Quill"), ("she would stay", "Ada Quill")]);
}

#[test]
fn the_name_that_opens_a_source_is_who_speaks_whatever_its_apposition_names() {
    let text = "Ada Quill, editor of the Vellport-based newsletter Boat World, said the quay leaks. She said it was old.\n\
                Jonas Vale, executive director of Boatmen United, a union that has seen it, said that it was new.";
    named(text, &[("the quay leaks", "Ada Quill"), ("it was old", "Ada Quill"), ("it was new", "Jonas Vale")]);
    named("“It leaks,” said a worker named Antonio Quill.", &[("It leaks", "Antonio Quill")]);
}

#[test]
fn a_courtesy_makes_a_surname_of_an_everyday_word_and_a_calling_leads_to_its_bearer() {
    let text = "“It leaks,” Ms. Boxer said. Real estate mogul and reality television star Donald Quill tweeted that it was old.";
    named(text, &[("It leaks", "Boxer"), ("it was old", "Donald Quill")]);
    let text = "Rush Quill, the radio host, has said that it leaks. Former secretary of state Madeleine Vale, a supporter, said that it \
                was old.";
    named(text, &[("it leaks", "Rush Quill"), ("it was old", "Madeleine Vale")]);
}
