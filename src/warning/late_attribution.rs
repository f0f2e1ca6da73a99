//! `late-attribution`: a quotation whose speaker is named only sentences later.
//!
//! Quiet where the speaker was there before, or where the quotation goes on from the paragraph before.

use crate::report::{AttributionKind, Confidence, Severity, WarningKind};

use super::view::View;
use super::{Definition, Finding, Standard};

/// What stands fixed.
pub(super) const DEFINITION: Definition = Definition {
    kind: WarningKind::LateAttribution,
    severity: Severity::Information,
    standard: Standard {
        name: "AP: Attribution and anonymous sources",
        address: "https://blog.ap.org/behind-the-news/when-is-it-ok-to-use-anonymous-sources",
    },
    message: "warningLateAttribution",
};

/// How many sentences end between a quotation's beginning and its speaker before a reader loses patience: the quotation's
/// own sentence and one more are how most quotations are written.
const PATIENCE: usize = 3;

pub(super) fn find(view: &View<'_>) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    for (attribution, origin) in view.linked.attributions.iter().zip(&view.linked.origins) {
        let named = attribution.speaker.and_then(|s| view.linked.speakers.get(s as usize)).filter(|s| s.named);
        let sure = attribution.confidence >= Confidence::CERTAIN;
        let (Some(speaker), true, Some(content)) = (named, sure, attribution.content.first()) else { continue };
        let Some(first) = speaker.mentions.iter().map(|m| m.start).min() else { continue };
        // Who has been mentioned before, in whatever words, is known to the reader.
        if attribution.kind != AttributionKind::Direct || first < content.start {
            continue;
        }
        let paragraph = origin.paragraph;
        let known = attribution.source.first().map_or(first, |s| s.start.min(first));
        let goes_on = out.iter().any(|f| f.paragraph == paragraph) || follows_quotation(view, paragraph, content.start);
        if goes_on || sentences_between(view, paragraph, content.start, known) < PATIENCE {
            continue;
        }
        let tokens = view.tokens(paragraph, *content);
        // A headline's quotation, or a cry within a sentence, makes nobody wait.
        if paragraph == 0 && view.scans.len() > 3 || tokens.end <= view.sentence(paragraph, tokens.start).end {
            continue;
        }
        out.push(Finding {
            paragraph,
            // It is the quotation's beginning that has no speaker yet.
            trigger: tokens.start..tokens.end.min(view.sentence(paragraph, tokens.start).end),
            severity: DEFINITION.severity,
            confidence: 70,
            attribution: Some(attribution.id),
        });
    }
    out
}

/// How many sentences end between two places of the article.
fn sentences_between(view: &View<'_>, paragraph: usize, from: u32, to: u32) -> usize {
    let mut count = 0;
    for at in paragraph..view.scans.len() {
        let ends = view.scans[at].p.sentences.iter().filter(|s| !s.is_empty()).map(|s| view.place(at, s).end);
        let before = count;
        let mut all = 0;
        for end in ends {
            all += 1;
            count += usize::from(end > from && end <= to);
        }
        if all > 0 && count == before {
            break;
        }
    }
    count
}

/// Whether the paragraph before ends in somebody's quotation, so that this one goes on with it.
fn follows_quotation(view: &View<'_>, paragraph: usize, start: u32) -> bool {
    let opens = view.place(paragraph, &(0..1)).start + 3 >= start;
    let before = paragraph.checked_sub(1).map(|p| view.scans[p].p);
    opens && before.is_some_and(|p| p.quotations.last().is_some_and(|q| q.tokens.1 + 1 >= p.tokens.len()))
}

#[cfg(test)]
pub(super) const MANUAL: super::testing::Manual = super::testing::Manual {
    flags: "a quotation whose speaker is named only sentences later.",
    triggers: &["a quoted paragraph whose speaker first appears three or more sentences after its beginning"],
    severity: "Always the same.",
    quiet: &[
        "the quotation goes on from the paragraph before",
        "the speaker was mentioned before",
        "the speaker is named in the sentence of the quotation or the next one",
    ],
    warns: &[
        "“[[The water came in at night.]] We heard it on the stairs. We ran. By morning the whole street was \
            a lake and nobody knew where to go,” said Ada Quill.",
        "“[[Nobody asked us.]] Nobody came to the door. Nobody wrote. In the end we read it in the paper,” \
            Tom Vale said.",
        "“[[It was dark.]] The engine had stopped. I counted the lamps on the shore. There were nine of \
            them,” said Ada Quill, the pilot.",
        "The gate was open. ¶ “[[I saw the light first.]] Then I heard the bell. Then there was smoke. I have \
            never run so fast,” said Tom Vale.",
        "“[[We have waited for ten years.]] The plans were drawn twice. The money was spent twice. Now they \
            begin again,” said Ada Quill, who lives by the lock.",
        "“[[The harvest was poor.]] The wells are dry. The young ones leave. I stay because somebody has to \
            stay,” Tom Vale said.",
        "“[[They came with two vans.]] They took the chairs. They took the piano. They left the bill on the \
            floor,” said Ada Quill.",
        "“[[It began with a cough.]] Then came the fever. Then the ward was full. We slept in the corridor,” \
            said Tom Vale, a nurse.",
    ],
    silent: &[
        "“The water came in at night,” said Ada Quill. “We heard it on the stairs. We ran. It was a lake.”",
        "“The water came in at night. We heard it on the stairs,” said Ada Quill.",
        "Ada Quill was asleep. “The water came in at night. We heard it on the stairs. We ran. It was a \
            lake,” she said.",
        "Ada Quill said: “The water came in at night. We heard it. We ran. It was a lake.”",
        "“Nobody asked us,” Tom Vale said. ¶ “Nobody came. Nobody wrote. Nobody called. We read it in the \
            paper.”",
        "The ferry is late. It was late on Monday. It was late on Tuesday. Ada Quill is tired of it.",
        "“Wait,” said Ada Quill.",
        "Tom Vale keeps the lamp. ¶ “It was dark. The engine had stopped. I counted the lamps. There were \
            nine,” Vale said.",
    ],
};
