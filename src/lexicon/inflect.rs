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

/// Calls `each` with every form of the verb, from one buffer: thousands of forms are made at the start. A lemma in -ize has
/// the forms in -ise too, one in -or those in -our.
pub(super) fn verb_forms(lemma: &str, irregular: Option<Irregular>, each: &mut dyn FnMut(&str, Forms)) {
    forms_of_spelling(lemma, irregular, each);
    if irregular.is_some() {
        return;
    }
    let other = |stem: &str, end: &str| [stem, end].concat();
    if let Some(stem) = lemma.strip_suffix("ize").filter(|stem| stem.len() > 2) {
        forms_of_spelling(&other(stem, "ise"), None, each);
    } else if let Some(stem) = lemma.strip_suffix("yze") {
        forms_of_spelling(&other(stem, "yse"), None, each);
    } else if ["honor", "favor", "labor", "endeavor", "harbor", "color"].contains(&lemma) {
        forms_of_spelling(&other(&lemma[..lemma.len() - 2], "our"), None, each);
    }
}

fn forms_of_spelling(lemma: &str, irregular: Option<Irregular>, each: &mut dyn FnMut(&str, Forms)) {
    let mut buffer = String::with_capacity(24);
    let mut made = |push: fn(&str, &mut String), forms| {
        buffer.clear();
        push(lemma, &mut buffer);
        each(&buffer, forms);
    };
    made(|lemma, out| out.push_str(lemma), Forms::BASE);
    made(push_with_s, Forms::THIRD);
    let known = irregular.unwrap_or_default();
    if known.past.is_empty() {
        made(push_past, Forms::PAST | Forms::PARTICIPLE);
    }
    if known.gerund.is_empty() {
        made(push_gerund, Forms::GERUND);
    }
    for (listed, forms) in
        [(known.past, Forms::PAST), (known.participle, Forms::PARTICIPLE), (known.gerund, Forms::GERUND)]
    {
        listed.split(' ').filter(|form| !form.is_empty()).for_each(|form| each(form, forms));
    }
}

/// The third person of a verb, and the regular plural of a noun.
fn push_with_s(word: &str, out: &mut String) {
    if let Some(stem) = word.strip_suffix('y').filter(|stem| ends_in_consonant(stem)) {
        out.push_str(stem);
        out.push_str("ies");
        return;
    }
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    let o = word.strip_suffix('o').is_some_and(ends_in_consonant) && !["photo", "piano", "memo"].contains(&word);
    out.push_str(word);
    out.push_str(if hissing || o { "es" } else { "s" });
}

/// The plural of a noun, or of a compound's last word: "chairman" → "chairmen".
pub(super) fn push_plural(noun: &str, out: &mut String) {
    const NOT_MEN: [&str; 3] = ["human", "shaman", "german"];
    match noun.strip_suffix("man") {
        Some(stem) if !NOT_MEN.iter().any(|word| noun.ends_with(word)) => {
            out.push_str(stem);
            out.push_str("men");
        }
        _ => push_with_s(noun, out),
    }
}

fn push_past(lemma: &str, out: &mut String) {
    if lemma.ends_with('e') {
        out.push_str(lemma);
        out.push('d');
    } else if let Some(stem) = lemma.strip_suffix('y').filter(|stem| ends_in_consonant(stem)) {
        out.push_str(stem);
        out.push_str("ied");
    } else {
        push_doubled(lemma, out);
        out.push_str("ed");
    }
}

fn push_gerund(lemma: &str, out: &mut String) {
    match (lemma.strip_suffix("ie"), lemma.strip_suffix('e')) {
        (Some(stem), _) => {
            out.push_str(stem);
            out.push('y');
        }
        (None, Some(stem)) if !stem.ends_with(['e', 'o', 'y']) && stem.len() > 1 => out.push_str(stem),
        (None, Some(_)) => out.push_str(lemma),
        (None, None) => push_doubled(lemma, out),
    }
    out.push_str("ing");
}

/// The lemma with its last consonant doubled where a one-syllable verb ends in a consonant, a vowel, a consonant ("plan").
/// Longer verbs that double ("admit") stand on the list of exceptions: their stress cannot be seen.
fn push_doubled(lemma: &str, out: &mut String) {
    let bytes = lemma.as_bytes();
    let vowel = |i: usize| is_vowel(bytes[i]) && !(bytes[i] == b'u' && i > 0 && bytes[i - 1] == b'q');
    let n = bytes.len();
    let closed = n >= 3 && !vowel(n - 3) && vowel(n - 2) && !vowel(n - 1) && !b"wxy".contains(&bytes[n - 1]);
    out.push_str(lemma);
    if closed && (0..n).filter(|&i| vowel(i)).count() == 1 {
        out.push_str(&lemma[n - 1..]);
    }
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
            let mut made = String::new();
            push_plural(one, &mut made);
            assert_eq!(made, many);
        }
    }
}
