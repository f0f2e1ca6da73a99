//! The linked article as the matchers read it: its paragraphs, its claims, and who stands behind which words.

mod claim;
mod groundwork;
mod voice;

use std::cell::OnceCell;
use std::ops::Range;

use crate::attribution::{Linked, Placed};
use crate::lexicon::{Classes, Lexicon};
use crate::mention::{Head, Scan};
use crate::report::{Attribution, AttributionKind, WarningKind};
use crate::text::{ByteSpan, Words};

use super::anonymity::Reason;
pub(super) use claim::Claim;
pub use groundwork::Groundwork;

/// The article.
pub(super) struct View<'a> {
    /// The headline, where it is known apart from the text.
    pub(super) title: Option<&'a str>,
    pub(super) scans: Vec<Scan<'a>>,
    /// What each paragraph tells by itself.
    groundwork: Vec<&'a Groundwork>,
    pub(super) linked: &'a Linked,
    pub(super) lexicon: &'a Lexicon,
    /// In the order of the text.
    pub(super) claims: Vec<Claim>,
    starts: Vec<u32>,
    /// For each paragraph the claims that stand in it, as indices.
    claims_of: Vec<Range<usize>>,
    /// For each paragraph its attributions, in their order.
    attributions_of: Vec<Vec<u32>>,
    /// Words that run through the whole article; kept for `rebuttal`, which finds them when it first needs them.
    pub(super) topics: OnceCell<Vec<String>>,
}

impl<'a> View<'a> {
    pub(super) fn new(
        title: Option<&'a str>,
        paragraphs: &[(Placed<'a>, &'a Groundwork)],
        linked: &'a Linked,
        lexicon: &'a Lexicon,
    ) -> Self {
        let scans: Vec<Scan<'a>> = paragraphs.iter().map(|(p, _)| p.reading.mentions.scan(lexicon)).collect();
        let starts = paragraphs.iter().map(|(p, _)| p.start).collect();
        let mut attributions_of = vec![Vec::new(); paragraphs.len()];
        for (id, origin) in (0u32..).zip(&linked.origins) {
            attributions_of[origin.paragraph].push(id);
        }
        let groundwork = paragraphs.iter().map(|(_, groundwork)| *groundwork).collect();
        let (claims, claims_of, topics) = (Vec::new(), Vec::new(), OnceCell::new());
        let mut view =
            Self { title, scans, groundwork, linked, lexicon, claims, starts, claims_of, attributions_of, topics };
        for (paragraph, (placed, groundwork)) in paragraphs.iter().enumerate() {
            let mut attributions = vec![None; placed.reading.statements.len()];
            for &id in &view.attributions_of[paragraph] {
                attributions[linked.origins[id as usize].statement] = Some(id);
            }
            let mut claims = groundwork.claims(&view.scans[paragraph], paragraph, &attributions);
            view.give_descriptions(&mut claims);
            let first = view.claims.len();
            view.claims.extend(claims);
            view.claims_of.push(first..view.claims.len());
        }
        view
    }

    /// "Critics are not convinced. They say …": whom a pronoun stands for is described in the sentence before, and says nothing there.
    fn give_descriptions(&self, claims: &mut [Claim]) {
        for i in 0..claims.len() {
            let claim = &claims[i];
            let (scan, cue) = (&self.scans[claim.paragraph], claim.cue.tokens.start);
            let Some(attribution) = claim.attribution.filter(|_| matches!(claim.source.head, Head::Pronoun(_))) else {
                continue;
            };
            let attribution = &self.linked.attributions[attribution as usize];
            let said = attribution.speaker.filter(|_| attribution.kind != AttributionKind::Attitude);
            let speaker = said.map(|id| &self.linked.speakers[id as usize]).filter(|speaker| !speaker.named);
            let Some(first) = speaker.and_then(|speaker| speaker.mentions.first()) else { continue };
            let words = self.tokens(claim.paragraph, *first);
            let here = self.place(claim.paragraph, &words) == *first && words.end <= cue;
            let before = here && scan.p.sentence_at(words.start) < scan.p.sentence_at(cue);
            let silent = claims.iter().all(|c| c.source.phrase.core.start != words.start);
            // "A man was arrested. He told …": who is only told of is no source of the article's.
            let done = scan.classes(words.end).has_any(Classes::BE) && scan.p.lower(words.end + 1).ends_with(['d', 'n']);
            if let Some(phrase) = scan.phrase_after(words.start, words.end).filter(|_| before && silent && !done) {
                claims[i].source = scan.source(phrase);
            }
        }
    }

    /// The claims of one paragraph.
    pub(super) fn claims_in(&self, paragraph: usize) -> &[Claim] {
        self.claims_of.get(paragraph).map_or(&[], |range| &self.claims[range.clone()])
    }

    /// The claims before another one, the nearest of them: those of any article.
    pub(super) fn claims_before(&self, claim: &Claim) -> &[Claim] {
        let place = |c: &Claim| (c.paragraph, c.cue.tokens.start);
        let end = self.claims.partition_point(|c| place(c) < place(claim));
        &self.claims[end.saturating_sub(300)..end]
    }

    /// The claims around a paragraph, as indices: its own and `reach` on either side.
    pub(super) fn claims_near(&self, paragraph: usize, reach: usize) -> Range<usize> {
        let own = self.claims_of.get(paragraph).cloned().unwrap_or(0..0);
        own.start.saturating_sub(reach)..self.claims.len().min(own.end + reach)
    }

    /// Where the words stand that a kind of warning begins with: paragraph and tokens, in the order of the text.
    pub(super) fn spots(&self, kind: WarningKind) -> impl Iterator<Item = (usize, &'a Range<usize>)> {
        let all = self.groundwork.iter().copied().enumerate();
        all.flat_map(move |(paragraph, groundwork)| groundwork.spots(kind).map(move |tokens| (paragraph, tokens)))
    }

    /// The sentences that say once for all why sources have no name, each with its paragraph.
    pub(super) fn reasons(&self) -> impl Iterator<Item = (usize, &'a Reason)> {
        let all = self.groundwork.iter().copied().enumerate();
        all.flat_map(|(paragraph, groundwork)| groundwork.reasons.iter().map(move |reason| (paragraph, reason)))
    }

    /// The stems of all sentences, those of one sentence once.
    pub(super) fn stems(&self) -> impl Iterator<Item = &'a str> {
        self.scans.iter().zip(&self.groundwork).flat_map(|(scan, groundwork)| groundwork.stems(scan))
    }

    /// The attributions of one paragraph. Whatever belongs to them stands in it.
    fn attributions_in(&self, paragraph: usize) -> impl Iterator<Item = &'a Attribution> + Clone {
        let ids = self.attributions_of.get(paragraph).into_iter().flatten();
        let linked = self.linked;
        ids.filter_map(move |&id| linked.attributions.get(id as usize))
    }

    /// The words of a range of tokens in the article.
    pub(super) fn place(&self, paragraph: usize, tokens: &Range<usize>) -> ByteSpan {
        self.scans[paragraph].p.span(tokens).shift(self.starts[paragraph])
    }

    /// The tokens of a paragraph that a span of the article covers.
    pub(super) fn tokens(&self, paragraph: usize, span: ByteSpan) -> Range<usize> {
        let (p, start) = (self.scans[paragraph].p, self.starts[paragraph]);
        p.token_at(span.start.saturating_sub(start))..p.token_at(span.end.saturating_sub(start))
    }

    /// The sentence around a token.
    pub(super) fn sentence(&self, paragraph: usize, token: usize) -> Range<usize> {
        self.scans[paragraph].p.sentence_around(token)
    }

    /// The sentence behind the one around a token, in the same paragraph or at the beginning of the next.
    pub(super) fn next_sentence(&self, paragraph: usize, token: usize) -> Option<(usize, Range<usize>)> {
        let p = self.scans[paragraph].p;
        if let Some(next) = p.sentences.get(p.sentence_at(token) + 1) {
            return Some((paragraph, next.clone()));
        }
        let next = self.scans.get(paragraph + 1)?.p.sentences.first()?;
        Some((paragraph + 1, next.clone()))
    }

    /// Whether one of the words stands in a range of tokens.
    pub(super) fn has_word(&self, paragraph: usize, tokens: &Range<usize>, words: Words) -> bool {
        let p = self.scans[paragraph].p;
        tokens.clone().any(|i| words.contains(p.lower(i)))
    }

    /// Whether token `i` stands in quotation marks: then it is the speaker's word.
    pub(super) fn is_quoted(&self, paragraph: usize, i: usize) -> bool {
        self.scans[paragraph].p.quotation_at(i).is_some()
    }
}
