//! Is this English? Nothing more is asked, so the commonest English words suffice.

use unicode_segmentation::UnicodeSegmentation;

use super::Words;

/// How many words are looked at.
const SAMPLE: usize = 400;

/// Of a hundred words of English prose some 40 are among these; of other languages in Latin script under 10.
const COMMON: Words = Words::new(
    "a about after and are as at be but by for from had has have he her his in is it its not of on or said she that \
     the their they this to was were who will with would",
);

/// `en` for English, `und` for anything else: which other language it is does not matter here.
pub fn language(text: &str) -> &'static str {
    let (mut words, mut common) = (0u32, 0u32);
    for word in text.unicode_words().take(SAMPLE) {
        words += 1;
        common += u32::from(COMMON.contains(&word.to_lowercase()));
    }
    // A short text may be one sentence of names: one common word in eight is enough, and more than chance.
    if words > 0 && common * 8 >= words { "en" } else { "und" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_told_from_others() {
        assert_eq!(language("The mayor of Port Vell said that the bridge would open in May."), "en");
        assert_eq!(language("Le maire a dit que le pont ouvrirait en mai, malgré les retards."), "und");
        assert_eq!(language("Der Bürgermeister sagte, die Brücke werde im Mai eröffnet."), "und");
        assert_eq!(language("市长说大桥将在五月开放。"), "und");
        assert_eq!(language(""), "und");
    }
}
