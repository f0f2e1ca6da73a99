//! Offices and other roles that stand before a name, on sentences made up for it.

#[path = "common/role.rs"]
mod role;
#[path = "common/spoken.rs"]
mod spoken;

use role::role;
use spoken::{report, says, speaker};

/// Checks that an office before a name is the role of its bearer.
#[track_caller]
fn called(office: &str, name: &str) {
    let text = format!("{office} {name} said it was over.");
    says(&text, &[("it was over", name)]);
    role(&text, "it was over", office);
}

#[test]
fn a_role_takes_its_complement_along() {
    let text = "New Vell’s ambassador to Port Vell Ada Quill said it was over.";
    says(text, &[("it was over", "Ada Quill")]);
    role(text, "it was over", "New Vell’s ambassador to Port Vell");
    called("Vellmark Ambassador to China", "Ettor Quill");
    called("Vellmark Ambassador to the United Nations", "Jarn Quill");
    called("Deputy Secretary of State for Political Affairs", "Wendy Quill");
    called("Vice President for Student Affairs", "Ada Quill");
    called("Port Vell Committeeman", "Tom Vale");
    says("Osman Sheikh Vale said it was over.", &[("it was over", "Osman Sheikh Vale")]);
}

#[test]
fn a_role_with_its_body_stands_right_before_the_name() {
    let text = "Spokesman of the country's harbour and information ministry Jonas Vale said it leaked. The spokesman said \
        the quay was old.";
    says(text, &[("it leaked", "Jonas Vale"), ("the quay was old", "Jonas Vale")]);
    role(text, "it leaked", "Spokesman of the country's harbour and information ministry");
    role(
        "The president of the Vellish Business Association Ada Quill said it leaked.",
        "it leaked",
        "The president of the Vellish Business Association",
    );
    role("Free Harbour Party (FHP) leader Ada Quill said it leaked.", "it leaked", "Free Harbour Party (FHP) leader");
    says("The wife of senator Ada Quill said it leaked.", &[("it leaked", "The wife of senator Ada Quill")]);
}

#[test]
fn an_office_stands_before_its_comma_wherever_in_the_sentence() {
    let in_front = [
        ("They left after the resignation of his harbour minister, Ada Quill, who was tired.", "his harbour minister"),
        ("On Saturday Vellmark’s envoy to Port Reed, Ada Quill, opened it.", "Vellmark’s envoy to Port Reed"),
        ("Many came, including the Vellish leader, Ada Quill, and left.", "the Vellish leader"),
        ("Vellmark’s prime minister, Ada Quill said so.", "Vellmark’s prime minister"),
        ("He quit after his chief of staff and aide, Janka Quill, left.", "his chief of staff and aide"),
        ("The mayor, Democrat Ada Quill, came.", "The mayor"),
    ];
    for (text, expected) in in_front {
        role(&format!("{text} Quill said it leaked."), "it leaked", expected);
    }
    let list = "He thanked the harbour master, Ada Quill, Jonas Vale and others. Quill said it leaked.";
    let report = report(list);
    assert_eq!(speaker(&report, list, "it leaked").and_then(|s| s.role.clone()), None, "a list of three");
}

#[test]
fn a_role_keeps_its_first_word() {
    for title in ["Pop star", "Lead author", "Study co-author", "Nimbus engineer", "Then-Mayor"] {
        role(&format!("{title} Ada Quill said it leaked."), "it leaked", title);
    }
}

#[test]
fn a_seat_or_an_office_with_capitals_is_a_role_and_no_part_of_the_name() {
    for (text, name, told) in [
        ("VHP MLA Arun Vale", "Arun Vale", "VHP MLA"),
        ("Fine Gael TD Tom Vale", "Tom Vale", "Fine Gael TD"),
        ("Additional Advocate-General P. Vale", "P. Vale", "Additional Advocate-General"),
        ("Labour MP and former diver Ada Quill", "Ada Quill", "Labour MP and former diver"),
        ("Its Publicity Secretary, Obi Quill,", "Obi Quill", "Its Publicity Secretary"),
        ("The club’s Media Director, Tom Quill,", "Tom Quill", "The club’s Media Director"),
        ("The chairman, Barr. Emeka Quill,", "Emeka Quill", "The chairman"),
        ("Sophomore Ada Quill", "Ada Quill", "Sophomore"),
    ] {
        let text = format!("“It is old,” said Karl Vale.\n{text} said it leaked.");
        says(&text, &[("it leaked", name)]);
        role(&text, "it leaked", told);
    }
    role("Ada Quill, of Vell Fire and Rescue Service, said it leaked.", "it leaked", "Vell Fire and Rescue Service");
}

#[test]
fn an_office_held_now_tells_more_than_one_that_was_held() {
    role("“It is old,” CEO Ada Quill said. Quill, a former Vellcom manager, left.", "It is old", "CEO");
    role(
        "Tom Vale, the chief executive of rival lab Quill Systems, left. Quill Systems said it leaked.",
        "it leaked",
        "rival lab",
    );
}

#[test]
fn what_stands_before_a_name_can_be_another_phrase_s() {
    let report = report("Ada Quill lost in a state Karl Vale won by 30 points in May.\n“It was good,” Vale said.");
    assert!(report.speakers.iter().all(|s| s.role.is_none()));
}

#[test]
fn an_office_of_two_matters_and_an_initial_are_told_from_the_name() {
    called("Commerce and Planning Minister", "Mahbul Quill");
    called("Vellcom president", "M. Ada Quill");
    called("Moody's Vice President", "Tom W. Quill");
    role("He dislikes the way Sen. Ada Quill rows. “It is over,” Quill said.", "It is over", "Sen.");
}
