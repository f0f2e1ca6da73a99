//! `orphan-quote`: a quotation that no reader could give to anyone.
//!
//! Quiet for scare quotes, titles, slogans and terms, and wherever somebody speaks close by: an engine that is unsure who
//! is meant is no fault of the article's.

use std::ops::Range;

use crate::lexicon::Listed;
use crate::mention::{Category, Tag};
use crate::report::{AttributionKind, Severity, WarningKind};
use crate::text::Quotation;

use super::view::View;
use super::{Definition, Finding, Standard};

/// What stands fixed.
pub(super) const DEFINITION: Definition = Definition {
    kind: WarningKind::OrphanQuote,
    severity: Severity::Caution,
    standard: Standard {
        name: "AP: Attribution and anonymous sources",
        address: "https://blog.ap.org/behind-the-news/when-is-it-ok-to-use-anonymous-sources",
    },
    message: "warningOrphanQuote",
};

/// Fewer words are a slogan, a title or a term.
const SHORTEST: usize = 6;

/// Words that lay a sentence to no particular speaker: it is a saying, a rule or an inscription.
static MOTTOES: Listed = Listed::new("orphan-quote-mottoes");

pub(super) fn find(view: &View<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (attribution, origin) in view.linked.attributions.iter().zip(&view.linked.origins) {
        let bare = attribution.speaker.is_none() && attribution.cue.is_empty() && attribution.source.is_empty();
        if !bare || attribution.kind != AttributionKind::Direct || !attribution.candidates.is_empty() {
            continue;
        }
        let paragraph = origin.paragraph;
        let Some(content) = attribution.content.first().map(|s| view.tokens(paragraph, *s)) else { continue };
        let quotation = view.scans[paragraph].p.quotation_at(content.start);
        let Some(quotation) = quotation.map(|q| &view.scans[paragraph].p.quotations[q]) else { continue };
        if is_sentence(view, paragraph, quotation) && !has_voice(view, paragraph, &content) {
            out.push(Finding {
                paragraph,
                trigger: content,
                severity: DEFINITION.severity,
                confidence: 72,
                attribution: Some(attribution.id),
            });
        }
    }
    out
}

/// Whether somebody's sentence is quoted, from its first word to its full stop.
fn is_sentence(view: &View<'_>, paragraph: usize, quotation: &Quotation) -> bool {
    let p = view.scans[paragraph].p;
    let (first, end) = quotation.tokens;
    let words = (first..end).filter(|&i| p.word(i).chars().any(char::is_alphanumeric)).count();
    let capital = p.word(first).chars().next().is_some_and(char::is_uppercase);
    let stop = |i: usize| matches!(p.word(i), "." | "!" | "?" | "…");
    let stops = end > first && (stop(end - 1) || stop(end) || stop(end + 1) || end + 2 >= p.tokens.len());
    let verb = (first..end).any(|i| matches!(view.scans[paragraph].tags[i], Tag::Verb | Tag::Auxiliary));
    quotation.opened && quotation.closed && words >= SHORTEST && capital && stops && verb
}

/// Whether somebody stands near enough to be meant: in this paragraph, at the end of the one before, or at the beginning
/// of the next.
fn has_voice(view: &View<'_>, paragraph: usize, content: &Range<usize>) -> bool {
    let scan = &view.scans[paragraph];
    let outside = |i: &usize| !content.contains(i);
    let here = 0..scan.tags.len();
    let person = |paragraph: usize, range: &Range<usize>| {
        let scan = &view.scans[paragraph];
        let named = scan.names.iter().any(|n| range.contains(&n.tokens.start) && n.category != Category::Place);
        let pronoun = range.clone().any(|i| scan.tags[i] == Tag::Pronoun);
        let said = view.claims_in(paragraph).iter().any(|c| range.contains(&c.cue.tokens.start));
        named || pronoun || said || view.has_word(paragraph, range, *MOTTOES)
    };
    let around = person(paragraph, &(0..content.start)) || person(paragraph, &(content.end..here.end));
    // Words of the paragraph that are not the quotation's: at least a cue is looked for in all of them.
    let cue = here.clone().filter(outside).any(|i| scan.lexicon.reporting_verb(scan.p.lower(i)).is_some());
    let before = paragraph.checked_sub(1).is_some_and(|p| person(p, &(0..view.scans[p].tags.len())));
    let after = view.scans.get(paragraph + 1).is_some_and(|next| {
        let first = next.p.sentences.first().cloned().unwrap_or(0..0);
        next.p.quotation_at(0).is_none() && person(paragraph + 1, &first)
    });
    around || cue || before || after
}

#[cfg(test)]
pub(super) const MANUAL: super::testing::Manual = super::testing::Manual {
    flags: "a quotation that no reader could give to anyone: a quoted sentence with no cue and no antecedent.",
    triggers: &["a quoted sentence in a paragraph of its own, with nobody near it who could have said it"],
    severity: "Always the same.",
    quiet: &[
        "scare quotes, titles, slogans, signs and terms are quoted",
        "anybody is named, spoken of or heard in the paragraph, the one before, or at the beginning of the \
            next",
        "only a part of a sentence is quoted",
    ],
    warns: &[
        "The old pier closed last winter. ¶ “[[We knew that the wood was rotten.]]” ¶ The work will cost four \
            million.",
        "The bridge will stay closed until June. ¶ “[[It should never have come to this point.]]” ¶ Buses run \
            every ten minutes.",
        "The lights went out at nine. ¶ “[[We sat in the dark for three hours and waited.]]” ¶ Power came \
            back at midnight.",
        "The tunnel is dry again. ¶ “[[Nothing like this has happened here in forty years!]]” ¶ Trains run \
            from Monday.",
        "Rents in the old town have doubled. ¶ “[[My children will have to leave this street.]]” ¶ New flats \
            are planned for the yard.",
        "The square was empty by noon. ¶ The mood was poor. “[[You cannot run a market like this.]]” ¶ The \
            next market is in May.",
        "The pool stays shut this summer. ¶ “[[Where are the children supposed to swim now?]]” ¶ The repair \
            will take until autumn.",
        "The vote took an hour. ¶ “[[This is the worst decision in a long time.]]” ¶ The plan goes back to \
            the board.",
    ],
    silent: &[
        "The old pier closed last winter. ¶ “We knew that the wood was rotten,” Ada Quill said.",
        "Ada Quill walked along the pier. ¶ “We knew that the wood was rotten.”",
        "“We knew that the wood was rotten.” ¶ Ada Quill, who kept the pier for ten years, is angry.",
        "The sign on the gate was new. ¶ “Nobody may enter the pier at night.”",
        "The plan is called “A Harbour for All of Us”.",
        "The pier was “rotten”. ¶ Work begins in May.",
        "A resident walked past with her dog. She was angry. ¶ “We knew that the wood was rotten.”",
        "The old song began again. ¶ “We are all going down to the river.” ¶ The crowd sang.",
        "The engineers said the wood had been tested. ¶ “We knew that it was rotten.”",
    ],
};
