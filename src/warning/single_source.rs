//! `single-source`: the whole article rests on one speaker.
//!
//! Quiet for short articles, for interviews, and wherever anybody else, named or not, is heard at all.

use crate::mention::{Head, Tag, asks_and_answers};
use crate::report::{Severity, SourceKind, WarningKind};

use super::view::View;
use super::{Definition, Finding, Standard};

/// What stands fixed.
pub(super) const DEFINITION: Definition = Definition {
    kind: WarningKind::SingleSource,
    severity: Severity::Note,
    standard: Standard {
        name: "BBC Editorial Guidelines: Accuracy",
        address: "https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy",
    },
    message: "warningSingleSource",
};

/// A shorter article is a notice of what somebody said.
const FEWEST_WORDS: usize = 200;

/// Fewer statements are no foundation.
const FEWEST_STATEMENTS: usize = 3;

pub(super) fn find(view: &View<'_>) -> Vec<Finding> {
    let all = &view.linked.attributions;
    let Some(speaker) = all.first().and_then(|a| a.speaker) else { return Vec::new() };
    let one = all.iter().all(|a| a.speaker == Some(speaker));
    let words: usize = view.scans.iter().map(|s| s.tags.iter().filter(|t| is_word(**t)).count()).sum();
    if !one
        || all.len() < FEWEST_STATEMENTS
        || words < FEWEST_WORDS
        // Questions and answers have one speaker by design.
        || asks_and_answers(view.scans.iter().map(|scan| scan.p))
        || has_other(view, speaker)
    {
        return Vec::new();
    }
    // What it is about is a person or a body; a study that a whole article presents is one source by design.
    let kind = view.linked.speakers.get(speaker as usize).map(|s| s.kind);
    if !matches!(kind, Some(SourceKind::Person | SourceKind::Organization | SourceKind::Group)) {
        return Vec::new();
    }
    let first =
        all.iter().zip(&view.linked.origins).find_map(|(a, origin)| Some((a, a.source.first()?, origin.paragraph)));
    let Some((attribution, source, paragraph)) = first else { return Vec::new() };
    let trigger = view.tokens(paragraph, *source);
    let id = Some(attribution.id);
    vec![Finding { paragraph, trigger, severity: DEFINITION.severity, confidence: 70, attribution: id }]
}

fn is_word(tag: Tag) -> bool {
    !matches!(tag, Tag::Comma | Tag::Mark | Tag::Quote | Tag::Possessive)
}

/// Whether anybody beside the speaker says, thinks or shows anything that the attributions leave out: another name, an
/// unnamed source, a document, an outlet that is cited.
fn has_other(view: &View<'_>, speaker: u32) -> bool {
    let named = view.linked.speakers.get(speaker as usize).map_or("", |s| s.name.as_str());
    view.claims.iter().filter(|c| c.attribution.is_none()).any(|c| {
        let p = view.scans[c.paragraph].p;
        match &c.source.head {
            Head::Pronoun(_) => false,
            Head::Name(n) | Head::Voice(n) => {
                let name = &view.scans[c.paragraph].names[*n].tokens;
                !name.clone().any(|i| named.split(' ').any(|part| part == p.word(i)))
            }
            Head::Description(_) => c.cue.act.class().is_utterance() || c.cue.act == crate::attribution::Act::Source,
        }
    })
}

#[cfg(test)]
pub(super) const MANUAL: super::testing::Manual = super::testing::Manual {
    flags: "an article that rests on one speaker as a whole.",
    triggers: &["all statements of an article of 200 words or more come from one person or body"],
    severity: "Always the same.",
    quiet: &[
        "the article has fewer than 200 words",
        "it is an interview",
        "anybody else, named or not, is heard or cited at all",
        "the one source is a document that the article presents",
    ],
    warns: &[
        "The lock is too old to be saved, [[Ada Quill]] said. ¶ … ¶ Quill said the gates would fail within a \
            year. ¶ “Nobody listens,” Quill said.",
        "[[Tom Vale]] said that the lock would close for good. ¶ … ¶ The cost would be four million, Vale \
            said. ¶ Vale said the council knew.",
        "The lock will be sold, [[Quill Marine]] said on Monday. ¶ … ¶ Quill Marine said the price was fair. \
            ¶ Quill Marine added that the keeper would stay.",
        "The lock lets in water, said [[Ada Quill]]. ¶ … ¶ Quill said the leak was small. ¶ Quill said it had \
            grown in spring.",
        "[[Tom Vale]] argued that the lock is worth saving. ¶ … ¶ Vale said the oak was sound. ¶ Vale said \
            the hinges were new.",
        "[[Ada Quill]] told the board that the crane must go. ¶ … ¶ The crane was dangerous, Quill said. ¶ \
            “It fell once,” Quill said.",
        "“The lock is finished,” [[Tom Vale]] said. ¶ … ¶ “It cannot be repaired,” Vale said. ¶ “It should \
            not be repaired,” he said.",
        "[[Ada Quill]] warned that the weir would break. ¶ … ¶ Quill said it had moved by an inch. ¶ Quill \
            said the path must close.",
    ],
    silent: &[
        "The lock is too old to be saved, Ada Quill said. Quill said the gates would fail within a year. \
            “Nobody listens,” Quill said.",
        "The lock is too old to be saved, Ada Quill said. ¶ … ¶ Tom Vale said the gates would hold. ¶ “Nobody \
            listens,” Quill said.",
        "Interview: the keeper of the lock ¶ … ¶ The gates would fail within a year, Ada Quill said. ¶ \
            “Nobody listens,” Quill said. ¶ Quill said she would leave.",
        "Ada Quill said that the lock would close. ¶ … ¶ Residents said they would protest. ¶ Quill said the \
            council knew. ¶ Quill said it was too late.",
        "Ada Quill said that the lock would close. ¶ … ¶ The engineers have rejected her figures. ¶ Quill \
            said the council knew. ¶ Quill said it was too late.",
        "Is the lock safe? ¶ … ¶ “It is not,” said Ada Quill. ¶ What can be done? ¶ “Nothing can be done,” \
            Quill said. ¶ What will it cost? ¶ “A lot,” Quill said.",
        "The lock closed on Monday. ¶ … ¶ Ada Quill said it would stay closed.",
        "The lock closed on Monday. ¶ … ¶ It was a cold day, and the gates were shut at noon.",
    ],
};
