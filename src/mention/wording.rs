//! How roles and names are worded: whether a word is a role's own noun, a name's own, or of something else.

use crate::text::Words;

use super::description::{EMPLOYERS, SEATS};

/// What may follow a role's noun and leaves it as it is: "ambassador | to New Vell".
pub(super) const COMPLEMENT: Words = Words::new("of for to at in with from who on and &");

/// Whether a role's own noun is `word`: "a Texas senator" and "senator for the coast" are a senator, "aide to the senator" is not. A word
/// that is no `bearer` of a role can only be the last.
pub(super) fn is_role_head(role: &str, word: &str, bearer: bool) -> bool {
    let own = role.split([',', ';']).next().unwrap_or(role);
    let words: Vec<&str> = own.split(' ').take_while(|w| !COMPLEMENT.contains(w)).collect();
    // The vice president is not the president.
    let lesser = |i: usize| i > 0 && matches!(words[i - 1], "prime" | "vice" | "deputy" | "assistant" | "associate");
    // "police chief" is no police, "city attorney" no city.
    let last = |i: usize| words.get(i + 1).is_none_or(|next| !next.chars().all(char::is_alphabetic));
    // A co-founder is a founder.
    let is = |own: &str| own == word || own.strip_prefix("co-") == Some(word);
    let body = || word == "police" || SEATS.contains(word) || EMPLOYERS.contains(word);
    (0..words.len()).any(|i| is(words[i]) && !lesser(i) && (last(i) || bearer && !body()))
}

/// "the head of the opposition party" beside "the head of the harbour committee": both say of what, in other words.
pub(super) fn is_of_another(words: &str, role: &str) -> bool {
    let (Some((_, own)), Some((_, other))) = (words.split_once(" of "), role.split_once(" of ")) else { return false };
    let small = |word: &&str| word.len() < 4;
    !own.split(' ').filter(|word| !small(word)).any(|word| has_word(other, word))
}

/// Whether the words behind a part of a role leave its noun as it is.
pub(super) fn ends_role(rest: &str) -> bool {
    let next = rest.trim_start().split(' ').next().unwrap_or_default();
    COMPLEMENT.contains(next)
}

/// Whether a name's own noun is `word`: "Port Vell Harbour Committee", "Committee of the Vell", not "Committee Room Two".
pub(super) fn is_named_for(name: &str, word: &str) -> bool {
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.is_empty()).collect();
    let own = |i: usize| {
        words.get(i + 1).is_none_or(|next| const { Words::new("of for on at in to and against") }.contains(next))
    };
    words.len() > 1 && (0..words.len()).any(|i| words[i] == word && own(i))
}

pub(super) fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').any(|w| w == word)
}
