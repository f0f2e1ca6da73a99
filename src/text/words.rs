//! Lists of words that the rules know by heart.

/// Words of one kind, with a space between two, and a line in place of one inside: `Words::new("bank brewer call_for")`.
///
/// In an engine that is a third smaller than a slice of as many strings, and shorter to read. Looking goes through all of them, but
/// for most words that differ from all of them in a letter at an end or in length.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    all: &'static str,
    /// What the letters and lengths of the words come to, in two ways: a bit for each.
    marks: (u64, u64),
}

impl Words {
    /// The words of a list, in lower case, with one space between two.
    ///
    /// # Panics
    /// Where a space stands beside another or at an end. Lists are constants, so the compiler tells.
    pub const fn new(all: &'static str) -> Self {
        let bytes = all.as_bytes();
        let mut marks = (0, 0);
        let (mut start, mut at) = (0, 0);
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b' ' {
                assert!(at > start, "one space between two words, and none around them");
                let second = if at - start > 1 { bytes[start + 1] } else { 0 };
                let own = mark(bytes[start], second, bytes[at - 1], at - start);
                marks = (marks.0 | own.0, marks.1 | own.1);
                start = at + 1;
            }
            at += 1;
        }
        Self { all, marks }
    }

    /// Whether this is one of them.
    pub fn contains(self, word: &str) -> bool {
        let word = word.as_bytes();
        let (Some(&first), Some(&last)) = (word.first(), word.last()) else { return false };
        let second = word.get(1).copied().unwrap_or_default();
        let own = mark(first, second, last, word.len());
        if self.marks.0 & own.0 == 0 || self.marks.1 & own.1 == 0 {
            return false;
        }
        let mut rest = self.all.as_bytes();
        while rest.len() >= word.len() {
            let same = |(own, other): (&u8, &u8)| own == other || (*own, *other) == (b'_', b' ');
            let ends = rest.get(word.len()).is_none_or(|&b| b == b' ');
            if rest[0] == first && ends && rest.iter().zip(word).all(same) {
                return true;
            }
            let Some(space) = rest.iter().position(|&b| b == b' ') else { return false };
            rest = &rest[space + 1..];
        }
        false
    }

    /// Whether one of them is a word of a lower-case name.
    pub fn is_in(self, name: &str) -> bool {
        name.split(|c: char| !c.is_alphanumeric()).any(|word| self.contains(word))
    }
}

/// Two bits for a word with these letters, first, second and last, and of this length.
const fn mark(first: u8, second: u8, last: u8, len: usize) -> (u64, u64) {
    let (first, second, last) = (first as usize, second as usize, last as usize);
    (
        1 << ((2 * first + 5 * second + 11 * last + 23 * len) % 64),
        1 << ((7 * first + second + 3 * last + 13 * len) % 64),
    )
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn whole_words_are_found() {
        let words = Words::new(
            "bank \
             brewer firm call_for",
        );
        assert!(["bank", "brewer", "firm", "call for"].iter().all(|word| words.contains(word)));
        let others = ["", " ", "bank brewer", "brew", "ewer", "firms", "fir", "irm", "form", "call", "call at"];
        assert!(!others.iter().any(|word| words.contains(word)));
        assert!(words.is_in("the north-bank union") && !words.is_in("banks of the vell"));
    }
}
