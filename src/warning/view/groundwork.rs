//! What warnings need of a paragraph by itself: who says something there, and what its sentences are about.
//!
//! It depends on nothing outside the paragraph, so it can be kept while the article around it changes.

use std::ops::Range;

use crate::attribution::{Act, Cue, Reading, Statement};
use crate::lexicon::Lexicon;
use crate::mention::{Scan, Tag};
use crate::report::WarningKind;
use crate::warning::anonymity::{Reason, reasons};
use crate::warning::words::stem;
use crate::warning::{seek, spots};

use super::claim::{Claim, merge, pronoun_claim};

/// The groundwork of one paragraph.
#[derive(Debug, Clone)]
pub struct Groundwork {
    /// The claims that the attribution layer made statements of, each with the number of its statement.
    stated: Vec<(usize, Claim)>,
    /// The cues that it left out.
    unstated: Vec<Claim>,
    /// The claims that were found from their phrases.
    sought: Vec<Claim>,
    /// The words that some kinds of warnings begin with.
    spots: Vec<(WarningKind, Range<usize>)>,
    /// The sentences that say once for all why sources have no name.
    pub(super) reasons: Vec<Reason>,
    /// For each sentence its different stems: a token that has it, and its length in bytes.
    stems: Vec<(u32, u32)>,
}

impl Groundwork {
    /// Looks at one paragraph.
    pub fn new(reading: &Reading, lexicon: &Lexicon) -> Self {
        let scan = reading.mentions.scan(lexicon);
        let statements = reading.statements.iter().enumerate();
        let stated: Vec<(usize, Claim)> = statements.filter_map(|(i, s)| Some((i, stated(s)?))).collect();
        let unstated = unstated(&scan, &stated);
        let (sought, spots, reasons) = (seek::claims(&scan), spots(&scan), reasons(&scan));
        Self { stated, unstated, sought, spots, reasons, stems: stems(&scan) }
    }

    /// The claims of the paragraph as number `paragraph` of an article, in the order of the text; `attributions` has for each
    /// of its statements the attribution that it became there.
    pub(super) fn claims(&self, scan: &Scan<'_>, paragraph: usize, attributions: &[Option<u32>]) -> Vec<Claim> {
        let placed = |claim: &Claim| Claim { paragraph, ..claim.clone() };
        let stated = self.stated.iter().map(|(i, claim)| Claim { attribution: attributions[*i], ..placed(claim) });
        let mut claims: Vec<Claim> = stated.chain(self.unstated.iter().map(placed)).collect();
        for sought in &self.sought {
            merge(scan, &mut claims, placed(sought));
        }
        claims.sort_by_key(|c| c.cue.tokens.start);
        claims
    }

    /// The words that a kind of warning begins with.
    pub(super) fn spots(&self, kind: WarningKind) -> impl Iterator<Item = &Range<usize>> {
        self.spots.iter().filter(move |(of, _)| *of == kind).map(|(_, tokens)| tokens)
    }

    /// The stems of all sentences, those of one sentence once.
    pub(super) fn stems<'a>(&self, scan: &Scan<'a>) -> impl Iterator<Item = &'a str> {
        self.stems.iter().map(|&(token, length)| {
            let i = token as usize;
            if scan.tags[i] == Tag::Name { scan.p.word(i) } else { &scan.p.lower(i)[..length as usize] }
        })
    }
}

/// A statement whose source and cue are known.
fn stated(statement: &Statement) -> Option<Claim> {
    Some(Claim::new(statement.source.clone()?, statement.cue.clone()?))
}

/// Cues with a source but without content of their own ("echoed the praise", "complained of delays").
fn unstated(scan: &Scan<'_>, stated: &[(usize, Claim)]) -> Vec<Claim> {
    let covered = |cue: &Cue| stated.iter().any(|(_, c)| c.cue.tokens.start == cue.tokens.start);
    let mut out = Vec::new();
    for cue in scan.cues() {
        // "is confident that": `seek` looks at what people feel from their side, and knows more of it.
        let feels = cue.act == Act::Content && scan.p.is(cue.tokens.end - 1, "that");
        if feels || covered(&cue) {
            continue;
        }
        let Some(sentence) = scan.p.sentences.get(scan.p.sentence_at(cue.tokens.start)) else { continue };
        if let Some(own) = scan.source_of(&cue, sentence) {
            out.push(Claim::new(own.source, cue));
        }
    }
    for claim in (0..scan.tags.len()).filter_map(|i| pronoun_claim(scan, i)) {
        if !covered(&claim.cue) && !out.iter().any(|c| c.cue.tokens.start == claim.cue.tokens.start) {
            out.push(claim);
        }
    }
    out
}

fn stems(scan: &Scan<'_>) -> Vec<(u32, u32)> {
    let mut out = Vec::new();
    for sentence in &scan.p.sentences {
        let mut own: Vec<(&str, usize)> = sentence.clone().filter_map(|i| Some((stem(scan, i)?, i))).collect();
        own.sort_unstable();
        own.dedup_by_key(|(stem, _)| *stem);
        out.extend(own.into_iter().map(|(stem, i)| (i as u32, stem.len() as u32)));
    }
    out
}
