//! The forms of English verbs and nouns, by rule and by the list of exceptions.

use std::ops::BitOr;

/// Which forms of a verb a word can be: "put" is base, past and participle at once.
///
/// ```
/// use hearsay::lexicon::{Forms, Lexicon};
/// let said = Lexicon::english().reporting_verb("said").unwrap();
/// assert!(said.forms.has(Forms::PAST) && said.forms.has(Forms::PARTICIPLE) && !said.forms.has(Forms::BASE));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Forms(u8);

impl Forms {
    /// say
    pub const BASE: Self = Self(1);
    /// says
    pub const THIRD: Self = Self(2);
    /// wrote
    pub const PAST: Self = Self(4);
    /// written
    pub const PARTICIPLE: Self = Self(8);
    /// writing
    pub const GERUND: Self = Self(16);
    /// Forms that carry a tense, so that the word can be the clause's verb.
    pub const FINITE: Self = Self(1 | 2 | 4);

    /// Whether the word can be every one of these forms.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether the word can be at least one of these forms.
    pub const fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Forms {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The irregular forms of a verb, as its line in the list gives them: several of a kind stand with a space between.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Irregular {
    pub(super) past: &'static str,
    pub(super) participle: &'static str,
    pub(super) gerund: &'static str,
}

/// Calls `each` with every form of the verb. A lemma in -ize has the forms in -ise too, one in -or those in -our.
pub(super) fn verb_forms(lemma: &str, irregular: Option<Irregular>, each: &mut impl FnMut(&str, Forms)) {
    forms_of_spelling(lemma, irregular, each);
    if irregular.is_none()
        && let Some(other) = other_spelling(lemma)
    {
        forms_of_spelling(&other, None, each);
    }
}

fn other_spelling(lemma: &str) -> Option<String> {
    if let Some(stem) = lemma.strip_suffix("ize").filter(|stem| stem.len() > 2) {
        return Some(format!("{stem}ise"));
    }
    lemma.strip_suffix("yze").map(|stem| format!("{stem}yse")).or_else(|| {
        ["honor", "favor", "labor", "endeavor", "harbor", "color"]
            .contains(&lemma)
            .then(|| format!("{}our", &lemma[..lemma.len() - 2]))
    })
}

fn forms_of_spelling(lemma: &str, irregular: Option<Irregular>, each: &mut impl FnMut(&str, Forms)) {
    each(lemma, Forms::BASE);
    each(&with_s(lemma), Forms::THIRD);
    let known = irregular.unwrap_or_default();
    if known.past.is_empty() {
        each(&past(lemma), Forms::PAST | Forms::PARTICIPLE);
    } else {
        known.past.split(' ').for_each(|form| each(form, Forms::PAST));
        known.participle.split(' ').for_each(|form| each(form, Forms::PARTICIPLE));
    }
    if known.gerund.is_empty() {
        each(&gerund(lemma), Forms::GERUND);
    } else {
        known.gerund.split(' ').for_each(|form| each(form, Forms::GERUND));
    }
}

/// The third person of a verb, and the regular plural of a noun.
pub(super) fn with_s(word: &str) -> String {
    if let Some(stem) = word.strip_suffix('y').filter(|stem| ends_in_consonant(stem)) {
        return format!("{stem}ies");
    }
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    let o = word.strip_suffix('o').is_some_and(ends_in_consonant) && !["photo", "piano", "memo"].contains(&word);
    format!("{word}{}", if hissing || o { "es" } else { "s" })
}

/// The plural of a noun, or of a compound's last word: "chairman" → "chairmen".
pub(super) fn plural(noun: &str) -> String {
    const NOT_MEN: [&str; 3] = ["human", "shaman", "german"];
    match noun.strip_suffix("man") {
        Some(stem) if !NOT_MEN.iter().any(|word| noun.ends_with(word)) => format!("{stem}men"),
        _ => with_s(noun),
    }
}

fn past(lemma: &str) -> String {
    if lemma.ends_with('e') {
        format!("{lemma}d")
    } else if let Some(stem) = lemma.strip_suffix('y').filter(|stem| ends_in_consonant(stem)) {
        format!("{stem}ied")
    } else {
        format!("{}ed", doubled(lemma))
    }
}

fn gerund(lemma: &str) -> String {
    if let Some(stem) = lemma.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    match lemma.strip_suffix('e') {
        Some(stem) if !stem.ends_with(['e', 'o', 'y']) && stem.len() > 1 => format!("{stem}ing"),
        Some(_) => format!("{lemma}ing"),
        None => format!("{}ing", doubled(lemma)),
    }
}

/// The lemma with its last consonant doubled where a one-syllable verb ends in a consonant, a vowel, a consonant ("plan").
/// Longer verbs that double ("admit") stand on the list of exceptions: their stress cannot be seen.
fn doubled(lemma: &str) -> String {
    let bytes = lemma.as_bytes();
    let vowel = |i: usize| is_vowel(bytes[i]) && !(bytes[i] == b'u' && i > 0 && bytes[i - 1] == b'q');
    let n = bytes.len();
    let one_syllable = (0..n).filter(|&i| vowel(i)).count() == 1;
    let closed = n >= 3 && !vowel(n - 3) && vowel(n - 2) && !vowel(n - 1) && !b"wxy".contains(&bytes[n - 1]);
    if one_syllable && closed { format!("{lemma}{}", &lemma[n - 1..]) } else { lemma.to_owned() }
}

const fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn ends_in_consonant(stem: &str) -> bool {
    stem.bytes().last().is_some_and(|byte| byte.is_ascii_lowercase() && !is_vowel(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lemma: &str, expected: &str) {
        let mut forms = Vec::new();
        verb_forms(lemma, None, &mut |form, _| forms.push(form.to_owned()));
        assert_eq!(forms.join(" "), expected);
    }

    #[test]
    fn regular_verbs() {
        check("claim", "claim claims claimed claiming");
        check("note", "note notes noted noting");
        check("deny", "deny denies denied denying");
        check("convey", "convey conveys conveyed conveying");
        check("plan", "plan plans planned planning");
        check("quip", "quip quips quipped quipping");
        check("vow", "vow vows vowed vowing");
        check("stress", "stress stresses stressed stressing");
        check("preach", "preach preaches preached preaching");
        check("veto", "veto vetoes vetoed vetoing");
        check("agree", "agree agrees agreed agreeing");
        check("speak", "speak speaks speaked speaking");
        check("answer", "answer answers answered answering");
        check("fix", "fix fixes fixed fixing");
        check("dye", "dye dyes dyed dyeing");
        check("tie", "tie ties tied tying");
    }

    #[test]
    fn both_spellings() {
        check("criticize", "criticize criticizes criticized criticizing criticise criticises criticised criticising");
        check("favor", "favor favors favored favoring favour favours favoured favouring");
        check("seize", "seize seizes seized seizing");
        check("size", "size sizes sized sizing");
    }

    #[test]
    fn plurals() {
        for (one, many) in [("chairman", "chairmen"), ("human", "humans"), ("study", "studies"), ("boss", "bosses")] {
            assert_eq!(plural(one), many);
        }
    }
}
