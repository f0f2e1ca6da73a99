//! Who is taken up again without a name: by a pronoun, in other words, by an age, in a dialogue, or in a lead that names nobody. On
//! sentences made up for it.

#[path = "common/spoken.rs"]
mod spoken;

use hearsay::report::{AttributionKind, Confidence};
use spoken::{report, says, speaker};

/// Whether nobody is shown as the speaker of the words.
#[track_caller]
fn is_unclear(text: &str, words: &str) {
    let report = report(text);
    let at = text.find(words).expect("the words") as u32;
    let said = report.attributions.iter().rfind(|a| a.content.iter().any(|c| c.start <= at && at < c.end));
    assert!(said.is_some_and(|a| a.confidence < Confidence::CERTAIN || a.speaker.is_none()), "{words:?}");
}

#[test]
fn a_pronoun_stands_for_whom_the_sentence_before_only_describes() {
    says("A lock keeper heard the bang. “It shook the quay,” she said.", &[("It shook", "A lock keeper")]);
    says("Critics are not convinced. They say the pump will leak.", &[("the pump will leak", "Critics")]);
    says("The report came out on Monday. It said the lock was unsafe.", &[("the lock was unsafe", "The report")]);
    is_unclear("Ada Quill is glad. A rower heard it. “It was loud,” she said.", "It was loud");
    let chief = "Mayor Ada Quill said it was closed.\n";
    says(
        &format!("{chief}The woman at the lock disagreed. She said it leaked."),
        &[("it leaked", "The woman at the lock")],
    );
    says(&format!("{chief}A woman in a cap came up. Then she left. “Bye,” she said."), &[("Bye", "A woman in a cap")]);
    let text = "Ada Quill was in tears.\nA pal said it was old.\nThe mum-of-two amazed fans when she said it leaked.";
    says(text, &[("it leaked", "Ada Quill")]);
    let text = "Senator Vale said it was old.\nThere was a man at the lock, and he said it leaked.";
    says(text, &[("it leaked", "a man at the lock")]);
    let text = "Tom Vale said it was old. Guests noticed when a bride slipped. “I fell,” she said.";
    says(text, &[("I fell", "a bride")]);
    let text = "Ada Quill is a diver.\nIt is not the first time Dana Marsh has sunk. “I swam,” she said.";
    says(text, &[("I swam", "Dana Marsh")]);
    says("Tom Vale denied it.\nA dealer said it was dry. “It holds,” he said.", &[("It holds", "A dealer")]);
    let text = "They met when Ada Quill was ill. One clerk said she had told friends that it was “asleep”.";
    is_unclear(text, "it was “asleep");
    let text = "The Vellport Courier has seen a letter to the board. It says that the lock is unsafe.";
    says(text, &[("that the lock is unsafe", "a letter to the board")]);
    let text = "The emails were obtained by the Vellport Courier. They show that it leaked.";
    says(text, &[("that it leaked", "The emails")]);
}

#[test]
fn somebody_new_in_what_is_said_may_say_it() {
    is_unclear("Tom Vale said it was old.\nKarl Quill waited for hours, he said.", "Karl Quill waited");
    let text = "Karl Quill left.\nTom Vale said it was old.\nQuill waited for hours, he said.";
    says(text, &[("Quill waited", "Tom Vale")]);
    let text = "Ada Quill is a diver. “She swims,” Dana Marsh said.\nI met Quill for lunch. “I eat,” she said.";
    says(text, &[("I eat", "Ada Quill")]);
}

#[test]
fn one_of_several_goes_on_speaking() {
    let text = "Ada Quill said it was closed.\nNot all rowers left. One said she was afraid. “It leaks,” she said.";
    says(text, &[("It leaks", "One")]);
    says(
        "Two rowers stayed. One of them said it leaks. “I swim,” she said.",
        &[("it leaks", "One of them"), ("I swim", "One of them")],
    );
    says("“It leaks,” said one of them, Ada Quill, a rower.", &[("It leaks", "Ada Quill")]);
    says("A resident said it was old. “It leaks,” they said.", &[("It leaks", "A resident")]);
    is_unclear("A resident said it was old. They said it leaks.", "it leaks");
}

#[test]
fn the_spokesman_is_whoever_spoke_so_before() {
    let text = "A Quillmark spokesman told the Vellport Courier it was old. “It leaks,” the spokesman said.";
    says(text, &[("It leaks", "Quillmark")]);
    let text = "The Vellport Courier saw it. A spokesman for Tom Vale said it was old. “It leaks,” the spokesman said.";
    says(text, &[("It leaks", "A spokesman for Tom Vale")]);
}

#[test]
fn whoever_is_asked_answers() {
    says("A reporter asked Tom Vale if he would resign. “Never,” he said.", &[("Never", "Tom Vale")]);
    says("Tom Vale sang on.\nWhen a reporter asked if it leaked, he said it was old.", &[("it was old", "Tom Vale")]);
    says("Ada Quill laughs. A lawyer told her to sell. “Never,” she says.", &[("Never", "Ada Quill")]);
    let text =
        "Ada Quill said it was old.\nAs the meeting ended, Dana Marsh was asked if it leaked. “Never,” she said.";
    says(text, &[("Never", "Dana Marsh")]);
    // Whom the clause before is about, but for whom it asks something.
    let asked = "Tom Vale ran the yard.\nWhen police questioned Ada Quill, she said it was old. When Tom Vale met Karl Marsh, he said it leaked.";
    says(asked, &[("it was old", "Ada Quill"), ("it leaked", "Tom Vale")]);
    let text = "Dana Marsh ran the yard.\nAfter Tom Vale confronted Ada Quill, she told him that it was old.";
    says(text, &[("it was old", "Ada Quill")]);
    says("Tom Vale was at sea.\nWhen Karl Quill left, it leaked, he said.", &[("When Karl Quill left", "Tom Vale")]);
    let text = "“Where were you?” asked Ada Quill.\n“At the lock,” said Tom Vale.\n“Alone?”\n“Yes.”";
    says(text, &[("Alone", "Ada Quill"), ("Yes", "Tom Vale")]);
}

#[test]
fn a_speaker_goes_on_in_other_words() {
    let text = "Tom Vale said the pitch was poor.\n“It was a bog,” the former Vellport keeper said.";
    says(text, &[("It was a bog", "Tom Vale")]);
    // Another than who speaks of him.
    says(
        "“Vale trains,” Karl Quill said.\nThe striker himself was glad. “I ran,” he said.",
        &[("I ran", "The striker")],
    );
    says("Ada Quill, 34, said she was tired. The mum-of-two added: “I cried.”", &[("I cried", "Ada Quill")]);
    says("Mats Quill, a young Swede, scored. The Swede said he was happy.", &[("he was happy", "Mats Quill")]);
    let text = "Tom Vale, 51, said it was fine.\nThe board had sounded out Karl Quill.\n“I don’t read it,” said the 51-year-old.";
    says(text, &[("I don’t read", "Tom Vale")]);
    let report = report(text);
    assert_eq!(speaker(&report, text, "I don’t read").and_then(|s| s.role.as_deref()), None);
}

#[test]
fn other_words_are_for_whom_the_article_has_turned_to() {
    for words in ["the 31-year-old", "the midfielder"] {
        let text = format!("Tom Vale, 48, said it was poor.\nKarl Quill apologised. “I’m sorry,” {words} said.");
        says(&text, &[("I’m sorry", "Karl Quill")]);
    }
    says("Ada Quill said she was ill. “I cried,” the mother of two said.", &[("I cried", "Ada Quill")]);
    says("Jon Vale, 16, found it. The teenager said it leaked.", &[("it leaked", "Jon Vale")]);
    says("Gov. Ada Quill was silent. The Norland Republican said it leaked.", &[("it leaked", "Ada Quill")]);
    says("Ada Quill is silent. The Norland Republican said it leaked.", &[("it leaked", "The Norland Republican")]);
    says("Ada Quill lives with her wife, Dana Marsh. Her wife said it leaked.", &[("it leaked", "Dana Marsh")]);
    let text = "The Vellport Sentinel saw it.\nThe Norland Courier reported a leak. The newspaper said it was old.";
    says(text, &[("it was old", "Norland Courier")]);
    let text =
        "“He sank it,” Karl Quill said.\nThe day ended with Tom Vale being sent off. The goalkeeper said it was old.";
    says(text, &[("it was old", "Tom Vale")]);
    let text = "Dana Marsh was away.\nTom’s mum, Bev, came on Monday. The retired teacher said it was old.";
    says(text, &[("it was old", "Bev")]);
    let text = "Vale Rovers want Karl Marsh. Asked about it, Mats Quill laughed. “He is good,” the Swede said.";
    says(text, &[("He is good", "Mats Quill")]);
    says("The Rev. Tom Vale was tired. The priest said it leaked.", &[("it leaked", "Tom Vale")]);
    says("Ada Quill lives here. “It leaks,” the retired librarian said.", &[("It leaks", "Ada Quill")]);
}

#[test]
fn one_of_many_is_not_the_many() {
    let text = "Two envoys said the talks had failed.\nThe rain went on.\n“It is over,” the envoy said.";
    says(text, &[("It is over", "the envoy")]);
}

#[test]
fn a_lead_without_a_name_is_of_whom_the_next_paragraph_names() {
    let text = "A former head of safety at Quill Marine has accused the board of haste.\n\
        Dana Valemarsh, who left the yard in March, said she was ignored.";
    says(text, &[("the board of haste", "Dana Valemarsh"), ("she was ignored", "Dana Valemarsh")]);
    let report = report(text);
    let role = speaker(&report, text, "she was ignored").and_then(|s| s.role.clone());
    assert_eq!(role.as_deref(), Some("A former head of safety"));
}

#[test]
fn an_office_in_a_headline_is_of_whom_the_article_begins_with() {
    let text = "Mayor says quay will close\nMayor Ada Quill was on the quay on Monday.\nShe said that it leaked.";
    says(text, &[("quay will close", "Ada Quill")]);
    says(&text.replace("Mayor says", "Mayors say"), &[("quay will close", "Mayors")]);
}

#[test]
fn kin_tell_who_is_he_and_who_is_she() {
    // Nobody bears these names.
    is_unclear("Zibby Quill said that her husband was old. He joked that it leaked.", "it leaked");
    says("Zibby Quill said that her husband was old. She joked that it leaked.", &[("it leaked", "Zibby Quill")]);
}

#[test]
fn a_spokesman_is_of_the_body_that_his_words_are_about() {
    says("Vellport Ferries is not for sale, a spokesman said.", &[("Vellport Ferries is not", "Vellport Ferries")]);
}

/// Whether nobody is shown to say anything: what there is, is thought or done.
#[track_caller]
fn says_nothing(text: &str) {
    // With enough words to tell the language by.
    let report = report(&format!("{text} It was the first day of the week on which the lock was open to boats."));
    assert_eq!(report.language, "en", "{text:?}");
    let said = report.attributions.iter().rfind(|a| a.kind != AttributionKind::Attitude);
    assert!(said.is_none(), "{text:?}: {said:#?}");
}

#[test]
fn a_deed_is_no_statement() {
    says_nothing("Ada Quill called the harbour office twice. Tom Vale called an ambulance.");
    says_nothing("A boy called Tom Vale found the oar.");
    says_nothing("Ada Quill signed an order that would close the lock. She voted against the levy.");
    says_nothing("The town council rejected a plan for a lock on Monday.");
    says_nothing("The merger, announced that week, ended the row.");
    says_nothing("A man who identified himself as a diver was arrested on Monday.");
    says("Ada Quill called the council cowards.", &[("cowards", "Ada Quill")]);
    says("Ada Quill called Tom Vale unfit for the office that he has.", &[("unfit", "Ada Quill")]);
    says("Ada Quill rejected the plan as a gift to rowers.", &[("a gift", "Ada Quill")]);
}

#[test]
fn what_somebody_sees_or_learns_is_no_statement() {
    says_nothing("Ada Quill saw “smoke” in the lock. She discovered that the gate was open.");
    says_nothing("Tom Vale heard that the shop had closed. He read the letter and left the room.");
    says("The court heard that the gate was open.", &[("the gate was open", "The court")]);
    says("The Vellport Courier has learned that the dock leaks.", &[("the dock leaks", "Vellport Courier")]);
    says("Ada Quill saw it as “a toy”.", &[("a toy", "Ada Quill")]);
}

#[test]
fn what_nobody_says_is_no_statement() {
    says_nothing("Nobody said the lock was safe. Not everyone blamed the board.");
    says_nothing("Tom Vale did not address the claim that the dock leaks.");
    says_nothing("Has Tom Vale told her what he wants? Critics will say that the lock is too small.");
    says_nothing("Asked if he would resign, Tom Vale said no. Asked how he would vote, he shrugged.");
    says_nothing("The Tide Fund is in Vellport. The law it cites does not exist.");
    says("No 10 said the lock was safe.", &[("the lock was safe", "No 10")]);
    says("Tom Vale did not rule out a strike.", &[("a strike", "Tom Vale")]);
}

#[test]
fn a_participle_is_of_whom_the_clause_before_it_is_about() {
    let text = "The rowers are loyal to Ada Quill, who resigned on Monday saying that the lock was “rotten”.";
    says(text, &[("rotten", "Ada Quill")]);
    let text = "Tempers rose at a talk, where Tom Vale was cheered after warning rowers that they were “asleep”.";
    says(text, &[("asleep", "Tom Vale")]);
    let text =
        "The crisis deepened at a talk called by president Karl Quill, who later told rowers there was “no split”.";
    says(text, &[("no split", "Karl Quill")]);
    says("The board dismissed Tom Vale, who had led it for years, saying it was “time”.", &[("time", "The board")]);
}

#[test]
fn a_city_before_a_colon_tells_where() {
    says("LUCKNOW: Ada Quill said there was “no leak” in the lock.", &[("no leak", "Ada Quill")]);
}
