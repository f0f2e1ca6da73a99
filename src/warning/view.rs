//! The linked article as the matchers read it: its paragraphs, its claims, and who stands behind which words.

mod claim;
mod voice;

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::attribution::{Act, Cue, Linked, Placed};
use crate::lexicon::Lexicon;
use crate::mention::{Phrase, Scan, Tag};
use crate::report::Attribution;
use crate::text::{ByteSpan, Words};

use super::anonymity::Reason;
use super::seek;

pub(super) use claim::Claim;
use claim::{merge, pronoun_claim};

/// The article.
pub(super) struct View<'a> {
    /// The headline, where it is known apart from the text.
    pub(super) title: Option<&'a str>,
    pub(super) scans: Vec<Scan<'a>>,
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
    pub(super) topics: OnceCell<BTreeSet<String>>,
    /// The sentences that say once for all why sources have no name; kept for `anonymity` likewise.
    pub(super) reasons: OnceCell<Vec<Reason>>,
}

impl<'a> View<'a> {
    pub(super) fn new(
        title: Option<&'a str>,
        paragraphs: &[Placed<'a>],
        linked: &'a Linked,
        lexicon: &'a Lexicon,
    ) -> Self {
        let scans: Vec<Scan<'a>> = paragraphs.iter().map(|p| p.reading.mentions.scan(lexicon)).collect();
        let starts = paragraphs.iter().map(|p| p.start).collect();
        let mut attributions_of = vec![Vec::new(); paragraphs.len()];
        for (id, origin) in (0u32..).zip(&linked.origins) {
            attributions_of[origin.paragraph].push(id);
        }
        let (claims, claims_of, topics, reasons) = (Vec::new(), Vec::new(), OnceCell::new(), OnceCell::new());
        let mut view =
            Self { title, scans, linked, lexicon, claims, starts, claims_of, attributions_of, topics, reasons };
        for (paragraph, placed) in paragraphs.iter().enumerate() {
            let mut claims = view.stated(paragraph, placed);
            claims.extend(view.unstated(paragraph, &claims));
            for sought in seek::claims(&view.scans[paragraph], paragraph) {
                merge(&view.scans[paragraph], &mut claims, sought);
            }
            claims.sort_by_key(|c| c.cue.tokens.start);
            let first = view.claims.len();
            view.claims.extend(claims);
            view.claims_of.push(first..view.claims.len());
        }
        view
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

    /// The attributions of one paragraph. Whatever belongs to them stands in it.
    fn attributions_in(&self, paragraph: usize) -> impl Iterator<Item = &'a Attribution> + Clone {
        let ids = self.attributions_of.get(paragraph).into_iter().flatten();
        let linked = self.linked;
        ids.filter_map(move |&id| linked.attributions.get(id as usize))
    }

    /// The claims that the attribution layer made statements of.
    fn stated(&self, paragraph: usize, placed: &Placed<'_>) -> Vec<Claim> {
        let own = self.attributions_of[paragraph].iter();
        let ids: HashMap<usize, u32> = own.map(|&id| (self.linked.origins[id as usize].statement, id)).collect();
        let statements = placed.reading.statements.iter().enumerate();
        statements
            .filter_map(|(i, s)| {
                let (source, cue) = (s.source.clone()?, s.cue.clone()?);
                Some(Claim { paragraph, source, cue, attribution: ids.get(&i).copied(), proven: false, part: None })
            })
            .collect()
    }

    /// Cues with a source but without content of their own ("echoed the praise", "complained of delays").
    fn unstated(&self, paragraph: usize, stated: &[Claim]) -> Vec<Claim> {
        let scan = &self.scans[paragraph];
        let covered = |cue: &Cue| stated.iter().any(|c| c.cue.tokens.start == cue.tokens.start);
        let mut out = Vec::new();
        for cue in scan.cues() {
            if covered(&cue) {
                continue;
            }
            if let Some(phrase) = Self::source_of(scan, &cue) {
                let source = scan.source(phrase);
                out.push(Claim { paragraph, source, cue, attribution: None, proven: false, part: None });
            }
        }
        for claim in (0..scan.tags.len()).filter_map(|i| pronoun_claim(scan, paragraph, i)) {
            if !covered(&claim.cue) && !out.iter().any(|c| c.cue.tokens.start == claim.cue.tokens.start) {
                out.push(claim);
            }
        }
        out
    }

    fn source_of(scan: &Scan<'_>, cue: &Cue) -> Option<Phrase> {
        let verb = cue.tokens.start;
        let sentence = scan.p.sentences.get(scan.p.sentence_at(verb))?.clone();
        let quoted = |i: &usize| scan.p.quotation_at(*i).is_some();
        let floor = (sentence.start..verb).rev().find(quoted).map_or(sentence.start, |i| i + 1);
        match cue.act {
            Act::Source => scan.phrase_after(cue.tokens.end, sentence.end),
            Act::Content => None,
            Act::Verb { gerund: true, .. } => Self::progressive(scan, verb, floor),
            Act::Verb { .. } => {
                let mut first = verb;
                while first > floor && matches!(scan.tags[first - 1], Tag::Auxiliary | Tag::Adverb | Tag::Negation) {
                    first -= 1;
                }
                if first > floor && scan.tags[first - 1] == Tag::To {
                    return None;
                }
                if first > floor && scan.tags[first - 1] == Tag::Relative {
                    return scan.subject(first - 1, floor);
                }
                scan.subject(verb, floor).or_else(|| Self::inverted(scan, cue, &sentence))
            }
        }
    }

    /// "Advocates are urging": an -ing form behind an auxiliary is finite.
    fn progressive(scan: &Scan<'_>, verb: usize, floor: usize) -> Option<Phrase> {
        let auxiliary = verb > floor && matches!(scan.tags[verb - 1], Tag::Auxiliary | Tag::Adverb | Tag::Negation);
        auxiliary.then(|| scan.subject(verb, floor)).flatten()
    }

    /// "…, say experts."
    fn inverted(scan: &Scan<'_>, cue: &Cue, sentence: &Range<usize>) -> Option<Phrase> {
        let before = cue.tokens.start.checked_sub(1)?;
        let after_content = scan.tags[before] == Tag::Comma || scan.p.quotation_at(before).is_some();
        let phrase = scan.phrase_after(cue.tokens.end, sentence.end)?;
        let closes =
            phrase.tokens.end >= sentence.end || matches!(scan.tags[phrase.tokens.end], Tag::Mark | Tag::Comma);
        (after_content && closes).then_some(phrase)
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
        let p = self.scans[paragraph].p;
        p.sentences.get(p.sentence_at(token)).cloned().unwrap_or(token..token + 1)
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
