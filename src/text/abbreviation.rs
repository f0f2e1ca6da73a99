//! Words whose dot is their own: it ends no sentence by itself.

use super::Words;

/// Whether a dot right after `word` belongs to it.
pub(super) fn takes_dot(word: &str) -> bool {
    // "R-Ky.", "D-N.Y.": party and state.
    let word = word.split_once('-').filter(|(party, _)| party.len() == 1).map_or(word, |(_, state)| state);
    let single = is_initial(word);
    // "U.S", "p.m", "D.C": UAX 29 keeps the inner dots and leaves the last one outside.
    let dotted = word.split('.').count() > 1
        && word.split('.').all(|part| (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic));
    single || dotted || is_listed(word)
}

/// Whether a sentence goes on after this abbreviation, whatever the next letter: a title wants its name.
pub(super) fn wants_more(token: &str) -> bool {
    let word = token.trim_end_matches('.');
    TITLES.contains(word) || is_initial(word)
}

/// Whether a sentence may end after this abbreviation only where `next` is a word that begins sentences: "U.S. Senate" and
/// "Inc. executives" go on, "in the U.S. The" does not.
pub(super) fn may_go_on(token: &str, next: &str) -> bool {
    let abbreviated = token.len() > 1 && token.ends_with('.') && takes_dot(token.trim_end_matches('.'));
    let next_word = next.to_lowercase();
    // "at 3 p.m. Mayor Quill left": behind the hour goes on a day, a date or a zone.
    let hour = matches!(token, "a.m." | "p.m.") && next.ends_with(char::is_lowercase) && !WHEN.contains(&next_word);
    // "of Quill Corp. Mr. Vale left": no firm's name goes on with these.
    let firm = matches!(token, "Corp." | "Inc." | "Jr." | "Ltd." | "Sr.")
        && const { Words::new("dr mayor mr mrs ms police prosecutors sheriff") }
            .contains(next_word.trim_end_matches('.'));
    abbreviated && !hour && !firm && !STARTERS.contains(&next_word)
}

/// One capital letter; "X" ends far more sentences as a service's name than it stands for a given name.
fn is_initial(word: &str) -> bool {
    word.chars().count() == 1 && !matches!(word, "I" | "X") && word.chars().all(char::is_uppercase)
}

fn is_listed(word: &str) -> bool {
    TITLES.contains(word) || OTHERS.contains(word)
}

/// Abbreviations that stand before a name or a number.
const TITLES: Words = Words::new(
    "Adm Asst Atty Barr Brig Capt Cmdr Col Comdr Cpl Det Dr Fr Ft Gen Gov Govs Hon Engr Insp Lt Maj Messrs Mme Mr Mrs Ms Msgr Mt Mx Pfc Prof Pvt \
     Rep Reps Rev Sen Sens Sgt Spc Sr St Ste Supt Vol Fig v vs",
);

/// Abbreviations that may also end a sentence.
const OTHERS: Words = Words::new(
    "Ala Apr Ariz Ark Assn Aug Ave Blvd Bros Calif Co Colo Conn Corp Ctr Dec Del Dept Dist Esq Est Feb Fla Fri Ga Ill Inc Ind Jan \
     Jr Jul Jun Kan Ky La Ltd Mar Mass Md Mich Minn Miss Mo Mon Mont Neb Nev Nov Oct Okla Ore Pa Pty Rd Ret Sep Sept Tenn Thu Thurs \
     Tue Tues Univ Va Vt Wash Wed Wis Wyo",
);

/// What goes on behind the hour.
const WHEN: Words = Words::new(
    "april august central daily december eastern february friday greenwich january july june local march may monday mountain november \
     october pacific saturday september sunday thursday tuesday wednesday",
);

/// Words that begin a sentence far more often than they go on after an abbreviation.
const STARTERS: Words = Words::new(
    "a after all although an and as at but by for from he her his how however i if in it its no on one she since some \
     that the their they this we what when",
);
