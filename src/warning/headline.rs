//! `headline`: the headline asserts what the body only attributes.
//!
//! Quiet where the headline says whose word it is, quotes, asks or hedges, and where the article states the same in its own
//! words anywhere.

use std::ops::Range;

use crate::lexicon::{Listed, VerbClass};
use crate::mention::{Mentions, Tag};
use crate::report::{Attribution, AttributionKind, Severity, WarningKind};

use super::view::View;
use super::words::{cut, in_order, stem};
use super::{Definition, Finding, Standard};

/// What stands fixed.
pub(super) const DEFINITION: Definition = Definition {
    kind: WarningKind::Headline,
    severity: Severity::Note,
    standard: Standard {
        name: "Credibility Coalition: Indicators in news articles",
        address: "https://doi.org/10.1145/3184558.3188731",
    },
    message: "warningHeadline",
};

/// Fewer content words could be shared by chance.
const FEWEST_WORDS: usize = 4;

/// A headline is no longer than this many words.
const LONGEST: usize = 22;

/// Words with which a headline attributes, asks or hedges.
static ATTRIBUTES: Listed = Listed::new("headline-attributes");

pub(super) fn find(view: &View<'_>) -> Vec<Finding> {
    let Some(headline) = Headline::of(view) else { return Vec::new() };
    if headline.words.len() < FEWEST_WORDS || headline.attributes || headline.is_stated(view) {
        return Vec::new();
    }
    // The first statement that says what the headline says.
    let carries = view.linked.attributions.iter().zip(&view.linked.origins).find(|(a, origin)| {
        a.kind == AttributionKind::Indirect
            && is_disputable(view, a.id, origin.paragraph)
            && headline.is_said_by(view, a, origin.paragraph)
    });
    let Some((attribution, origin)) = carries else { return Vec::new() };
    let (paragraph, trigger) = match headline.place {
        Some(place) => place,
        None => match attribution.source.first().or(attribution.cue.first()) {
            Some(span) => (origin.paragraph, view.tokens(origin.paragraph, *span)),
            None => return Vec::new(),
        },
    };
    let id = Some(attribution.id);
    vec![Finding { paragraph, trigger, severity: DEFINITION.severity, confidence: 66, attribution: id }]
}

/// The headline, in the text or beside it.
struct Headline {
    /// Where it stands in the text.
    place: Option<(usize, Range<usize>)>,
    /// Its stems, in order.
    words: Vec<String>,
    attributes: bool,
}

impl Headline {
    fn of(view: &View<'_>) -> Option<Self> {
        let first = view.scans.first()?;
        let (text, place) = match view.title.map(str::trim).filter(|t| !t.is_empty()) {
            Some(title) if title != first.p.text().trim() => (title, None),
            _ => {
                let text = first.p.text().trim_end();
                let line = !text.ends_with(['.', ':', ',', ';', '”', '"']) && view.scans.len() > 2;
                let end = first.p.tokens.len();
                (line && end <= LONGEST).then_some((text, Some((0, 0..end))))?
            }
        };
        let lexicon = view.lexicon;
        let mentions = Mentions::new(text, lexicon);
        let scan = mentions.scan(lexicon);
        let n = scan.p.tokens.len();
        let attributes = (0..n).any(|i| {
            let word = scan.p.lower(i);
            let verb = scan.lexicon.reporting_verb(word);
            ATTRIBUTES.contains(word)
                || verb.is_some_and(|v| matches!(v.class, VerbClass::Speech | VerbClass::Assertion | VerbClass::Denial))
                || scan.tags[i] == Tag::To
                || matches!(word, ":" | "?" | "-" | "–" | "—" | "'" | "‘" | "\"" | "“" | "|")
        }) || !scan.p.quotations.is_empty()
            || !scan.statements().is_empty();
        let words = in_order((0..n).filter_map(|i| stem(&scan, i)).map(small));
        Some(Self { place, words, attributes })
    }

    /// The share of the headline's words among some words, in per cent.
    fn share(&self, words: &[String]) -> usize {
        words.iter().filter(|word| self.words.binary_search(word).is_ok()).count() * 100 / self.words.len().max(1)
    }

    fn is_said_by(&self, view: &View<'_>, attribution: &Attribution, paragraph: usize) -> bool {
        let content = attribution.content.iter().flat_map(|s| view.tokens(paragraph, *s));
        self.share(&stems(view, paragraph, content)) >= 75
    }

    /// Whether the article says the same in its own words.
    fn is_stated(&self, view: &View<'_>) -> bool {
        let first = usize::from(self.place.is_some());
        (first..view.scans.len()).any(|paragraph| {
            let p = view.scans[paragraph].p;
            p.sentences.iter().any(|sentence| {
                let own = sentence.clone().filter(|i| !is_said(view, paragraph, *i));
                self.share(&stems(view, paragraph, own)) >= 50
            })
        })
    }
}

/// Whether a statement is rather a claim than news: somebody claims or thinks it, or nobody with a name stands behind it.
/// What an office tells ("the road is closed, the council said") an outlet may take as its own.
fn is_disputable(view: &View<'_>, attribution: u32, paragraph: usize) -> bool {
    view.claims_in(paragraph)
        .iter()
        .filter(|c| c.attribution == Some(attribution))
        .any(|c| matches!(c.cue.act.class(), VerbClass::Assertion | VerbClass::Belief) || view.kept(c).is_some())
}

fn stems(view: &View<'_>, paragraph: usize, tokens: impl Iterator<Item = usize>) -> Vec<String> {
    let scan = &view.scans[paragraph];
    in_order(tokens.filter(|&i| i < scan.tags.len()).filter_map(|i| stem(scan, i)).map(small))
}

/// A stem as it is compared: headlines are often set in capitals.
fn small(stem: &str) -> String {
    cut(&stem.to_lowercase()).to_owned()
}

/// Whether a token belongs to somebody's statement.
fn is_said(view: &View<'_>, paragraph: usize, i: usize) -> bool {
    view.is_quoted(paragraph, i) || view.is_attributed(paragraph, i)
}

#[cfg(test)]
pub(super) const MANUAL: super::testing::Manual = super::testing::Manual {
    flags: "a headline that asserts what the body only attributes.",
    triggers: &["nearly all content words of the headline stand in one reported statement, and nowhere in the \
            article’s own words"],
    severity: "Always the same.",
    quiet: &[
        "the headline says whose word it is, quotes, asks or hedges",
        "the article states the same in its own words anywhere",
        "it is news rather than a claim: an office or a named person tells it, and nothing in the wording doubts it",
        "the headline is short, or no headline",
    ],
    warns: &[
        "[[Harbour board ignored dangerous crack in ferry terminal]] ¶ Ada Quill claimed that the harbour board had \
            ignored a dangerous crack in the ferry terminal. ¶ The board meets again in May.",
        "[[New lamps drove swallows from Vellmouth bridge]] ¶ The bridge has forty lamps. ¶ Tom Vale argued the \
            new lamps drove the swallows from Vellmouth bridge.",
        "[[Tunnel budget was spent on empty offices]] ¶ Critics say the tunnel budget was spent on empty \
            offices. ¶ The tunnel is eleven kilometres long.",
        "[[Rotten pier endangers children of Port Vell]] ¶ A former engineer claimed that the rotten pier \
            endangers the children of Port Vell. ¶ It was built in 1902.",
        "[[Mayor sold market square to cousin]] ¶ The square has nine stalls. ¶ Ada Quill alleged that the \
            mayor had sold the market square to a cousin.",
        "[[Cold summer ruined cherry harvest along river]] ¶ Tom Vale argued that the cold summer had ruined \
            the cherry harvest along the river. ¶ Prices rose in June.",
        "[[Ferry company ignored storm warnings for hours]] ¶ Ada Quill claimed that the ferry company \
            ignored storm warnings for hours. ¶ The ship came home on Tuesday.",
        "[[Secret treaty opened island fishery for rivals]] ¶ Opponents argue that the secret treaty gave the \
            island fishery to rivals. ¶ The treaty has twelve pages.",
    ],
    silent: &[
        "Harbour board hid crack in ferry terminal, says engineer ¶ Ada Quill said that the harbour board had \
            hidden a crack in the ferry terminal. ¶ The board meets in May.",
        "Did the harbour board hide a crack in the ferry terminal? ¶ Ada Quill said that the harbour board had \
            hidden a crack in the ferry terminal. ¶ The board meets in May.",
        "Harbour board ‘ignored dangerous crack’ in ferry terminal ¶ Ada Quill said that the harbour board had \
            ignored a dangerous crack in the ferry terminal. ¶ The board meets in May.",
        "Harbour board ignored dangerous crack in ferry terminal ¶ The harbour board ignored a dangerous crack in the \
            ferry terminal, as the photographs show. ¶ Ada Quill said that the harbour board had hidden a \
            dangerous crack in the ferry terminal.",
        "Crack in terminal ¶ Ada Quill said that there was a crack in the terminal. ¶ The board meets in May.",
        "Ferry terminal opens new hall after long repair ¶ Ada Quill said that the harbour board had hidden a \
            dangerous crack. ¶ The board meets in May.",
        "Quill: harbour board ignored dangerous crack in ferry terminal ¶ Ada Quill said that the harbour board \
            had ignored a dangerous crack in the ferry terminal. ¶ The board meets in May.",
        "Harbour board may have hidden crack in ferry terminal ¶ Ada Quill said that the harbour board had \
            hidden a crack in the ferry terminal. ¶ The board meets in May.",
    ],
};
