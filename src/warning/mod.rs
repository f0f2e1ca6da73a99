//! Warnings: what nobody stands behind.
//!
//! A warning is about sourcing, never about truth. Each kind has a file of its own with its [`Definition`], its matcher,
//! what keeps it quiet, and examples of both as tests. Matchers read the linked article through one view of it, in which
//! every claim (who, with which cue, saying what) is already found; `rebuttal` then links a claim to the passage
//! that answers it.

mod agentless;
mod anonymity;
mod anonymous_source;
mod group;
mod headline;
mod late_attribution;
mod orphan_quote;
mod rebuttal;
mod second_hand;
mod seek;
mod single_source;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod unnamed_evidence;
mod unverified;
mod vague_source;
mod view;
mod words;

use std::ops::Range;

use crate::attribution::{Linked, Placed};
use crate::lexicon::Lexicon;
use crate::mention::Scan;
use crate::report::{Confidence, Severity, Warning, WarningKind};

use rebuttal::Answer;
pub use view::Groundwork;
use view::View;

/// What stands fixed about a kind of warning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definition {
    /// The kind.
    pub kind: WarningKind,
    /// Its severity where nothing in the article raises or lowers it.
    pub severity: Severity,
    /// The published standard that it rests on.
    pub standard: Standard,
    /// Where its texts stand in the message table: this key is its name, and each of [`PARTS`] behind it one text.
    pub message: &'static str,
}

/// A published standard of journalism.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standard {
    /// Its name.
    pub name: &'static str,
    /// Its public address.
    pub address: &'static str,
}

/// The texts of a card: what was noticed (with the words as `$1`), why it matters, the standard's name, what would
/// settle it.
pub const PARTS: [&str; 4] = ["Noticed", "Why", "Standard", "Settle"];

/// One kind: what is fixed about it, and its matcher.
struct Kind {
    definition: Definition,
    /// The words that it begins with, where such stand at a token, whatever the rest of the article says; for the kinds that
    /// begin with words. It is asked once for each token of a paragraph, and `find` gets the outcome from [`View::spots`].
    spot: Option<Spot>,
    find: fn(&View<'_>) -> Vec<Finding>,
    /// What it is about, for `docs/warnings.md`, with the examples that it is tested with.
    #[cfg(test)]
    manual: &'static testing::Manual,
}

type Spot = fn(&Scan<'_>, usize) -> Option<Range<usize>>;

/// The registry, a line a kind: its module, in which everything of it stands, its name in reports, and the function that spots its
/// words, for the kinds that begin with some.
macro_rules! kinds {
    ($($module:ident $name:ident $($spot:ident)?,)*) => {
        /// All kinds. Where two of them notice the same words, the earlier one keeps them.
        const KINDS: &[Kind] = &[$(Kind {
            definition: $module::DEFINITION,
            spot: kinds!(in $module $($spot)?),
            find: $module::find,
            #[cfg(test)]
            manual: &$module::MANUAL,
        }),*];

        /// The definition of one kind.
        ///
        /// ```
        /// use hearsay::report::WarningKind;
        /// let vague = hearsay::warning::definition(WarningKind::VagueSource);
        /// assert_eq!(vague.message, "warningVagueSource");
        /// ```
        pub const fn definition(kind: WarningKind) -> &'static Definition {
            match kind {
                $(WarningKind::$name => &$module::DEFINITION,)*
            }
        }
    };
    (in $module:ident) => {
        None
    };
    (in $module:ident $spot:ident) => {
        Some($module::$spot)
    };
}

kinds! {
    second_hand SecondHand spot,
    anonymous_source AnonymousSource,
    vague_source VagueSource,
    unverified Unverified spot,
    agentless Agentless spot,
    unnamed_evidence UnnamedEvidence spot,
    orphan_quote OrphanQuote,
    late_attribution LateAttribution,
    single_source SingleSource,
    headline Headline,
}

/// The words of a paragraph with which kinds begin, apart from what is quoted, kind by kind and in the order of the text; of one kind
/// none begin within others.
fn spots(scan: &Scan<'_>) -> Vec<(WarningKind, Range<usize>)> {
    let mut out = Vec::new();
    for kind in KINDS {
        let Some(spot) = kind.spot else { continue };
        let mut i = 0;
        while i < scan.tags.len() {
            // What stands in quotation marks is the speaker's word.
            if let Some(tokens) = spot(scan, i).filter(|_| scan.p.quotation_at(i).is_none()) {
                i = tokens.end.max(i + 1);
                out.push((kind.definition.kind, tokens));
            } else {
                i += 1;
            }
        }
    }
    out
}

/// What words at a paragraph and range of tokens are worth: the severity, and how sure it is in per cent.
type Judge<'a> = dyn Fn(usize, &Range<usize>) -> Option<(Severity, u8)> + 'a;

/// The words of a kind that are worth a warning, in the order of the text.
fn judged(view: &View<'_>, kind: WarningKind, judge: &Judge<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (paragraph, trigger) in view.spots(kind) {
        if let Some((severity, confidence)) = judge(paragraph, trigger) {
            out.push(Finding { paragraph, trigger: trigger.clone(), severity, confidence, attribution: None });
        }
    }
    out
}

/// The definitions of all kinds.
pub fn definitions() -> impl Iterator<Item = &'static Definition> {
    KINDS.iter().map(|k| &k.definition)
}

/// What a matcher saw.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Finding {
    paragraph: usize,
    /// The words, as tokens of the paragraph.
    trigger: Range<usize>,
    severity: Severity,
    /// In per cent.
    confidence: u8,
    /// The attribution that it is about, where the matcher knows it.
    attribution: Option<u32>,
}

/// The warnings of an article, in the order of the text. `title` is its headline, where that is known apart from the text.
pub fn find(
    title: Option<&str>,
    paragraphs: &[(Placed<'_>, &Groundwork)],
    linked: &Linked,
    lexicon: &Lexicon,
) -> Vec<Warning> {
    let view = View::new(title, paragraphs, linked, lexicon);
    let mut kept: Vec<(WarningKind, Finding)> = Vec::new();
    for kind in KINDS {
        for finding in (kind.find)(&view) {
            let taken = kept.iter().any(|(_, k)| {
                k.paragraph == finding.paragraph
                    && k.trigger.start < finding.trigger.end
                    && finding.trigger.start < k.trigger.end
            });
            if !taken {
                kept.push((kind.definition.kind, finding));
            }
        }
    }
    kept.sort_by_key(|(_, f)| (f.paragraph, f.trigger.start));
    let answers = if kept.is_empty() { Vec::new() } else { rebuttal::answers(&view) };
    (0u32..).zip(kept).map(|(id, (kind, finding))| warning(&view, &answers, id, kind, &finding)).collect()
}

fn warning(view: &View<'_>, answers: &[Option<Answer<'_>>], id: u32, kind: WarningKind, finding: &Finding) -> Warning {
    // In damaged text a phrase may go on over what looks like the end of a sentence.
    let first = view.sentence(finding.paragraph, finding.trigger.start);
    let last = view.sentence(finding.paragraph, finding.trigger.end.saturating_sub(1).max(finding.trigger.start));
    let sentence = first.start..last.end.max(first.end);
    let attribution = finding.attribution.or_else(|| view.attribution_at(finding.paragraph, &finding.trigger));
    Warning {
        id,
        kind,
        severity: finding.severity,
        trigger: vec![view.place(finding.paragraph, &finding.trigger)],
        sentence: view.place(finding.paragraph, &sentence),
        attribution,
        anonymity: (kind == WarningKind::AnonymousSource).then(|| anonymity::of(view, finding)),
        rebuttals: rebuttal::find(view, answers, kind, finding, attribution),
        confidence: Confidence::percent(finding.confidence),
    }
}
