//! Whether a phrase of the lists stands at a place of a text, which is asked hundreds of times at every token.

/// One word of a pattern: its choices, as a range of a list of words.
#[derive(Debug, Clone, Copy)]
pub struct Element {
    /// The first choice.
    pub from: u32,
    /// Behind the last choice.
    pub to: u32,
    /// Whether it may be left out.
    pub optional: bool,
}

/// How many tokens the longest phrase of the pattern covers at the beginning of `tokens`.
pub fn covered(pattern: &[Element], words: &[&str], tokens: &[&str]) -> Option<usize> {
    let Some((element, rest)) = pattern.split_first() else { return Some(0) };
    let choices = &words[element.from as usize..element.to as usize];
    let after = |used: usize| Some(used + covered(rest, words, &tokens[used..])?);
    // Without the optional word the phrase is shorter, so that the other way comes first.
    let taken = choices.iter().find_map(|choice| after(token_count(choice, tokens)?));
    taken.or_else(|| if element.optional { after(0) } else { None })
}

/// How many tokens a word is: one, or two where the text's tokens split its `'s` off.
fn token_count(word: &str, tokens: &[&str]) -> Option<usize> {
    let token = *tokens.first()?;
    // Most words differ from their first letter on.
    if word.as_bytes().first() != token.as_bytes().first() {
        return None;
    }
    if word == token {
        return Some(1);
    }
    let split = word.len() == token.len() + 2 && word.starts_with(token) && word.ends_with("'s");
    (split && tokens.get(1) == Some(&"'s")).then_some(2)
}
