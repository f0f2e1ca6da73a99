//! What publishers put between the paragraphs of an article.

use crate::text::Words;

/// Sentences that publishers put between paragraphs.
pub(super) fn is_boilerplate(text: &str) -> bool {
    const WHOLE: Words = Words::new(
        "advertisement advertising ad sponsored share share_this loading close more read_more related related_news \
         story_continues_below story_continues continue_reading comments sign_up subscribe",
    );
    const BEGIN: &str = "read more|read also|also read|read next|see also|related:|related stories|watch:|watch now|listen:|\
        more:|more from|more on this|don't miss|don’t miss|follow us|follow @|sign up|subscribe to|\
        click here|get our|share this|story continues below|article continues below|all rights reserved|\
        copyright ©|©|photo:|image:|image credit|photo credit|picture:|image source|getty images|\
        filed under|tags:|posted in|last updated|published:|advertisement|download the|join our|\
        recommended:|up next|enlarge this image|this article was originally|read the full|newsletter";
    let lower = text.trim().to_lowercase();
    let bare = lower.trim_end_matches(['.', ':', '…', '»', '>', ' ']);
    WHOLE.contains(bare) || (lower.chars().count() < 160 && BEGIN.split('|').any(|begin| lower.starts_with(begin)))
}
