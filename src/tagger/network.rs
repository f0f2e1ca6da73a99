//! The tagger's way from the features of a paragraph's tokens to scores: embeddings, gated dilated convolutions, scores.
//!
//! All of it is integer arithmetic with a stated rounding, so that every build gives the same bytes and the training can
//! repeat it exactly.

use std::ops::Range;

use hearsay_kernel::{Rows, add, bounded, widen};

use super::link::{Link, Scores};
use super::model::Model;
use super::viterbi::{Chain, STATES, Segment};
use super::{Input, Label, Role};

/// How many tokens are worked on together, beside those around them that they depend on. Nearly every paragraph is shorter;
/// of one that is not, and of many, the memory for what stands between input and output stays small.
const WINDOW: usize = 512;

/// What the network makes of a paragraph.
#[derive(Debug, Clone)]
pub struct States<'m> {
    model: &'m Model<'m>,
    rows: Rows,
    /// Role by role.
    emissions: Vec<Vec<[i32; STATES]>>,
}

impl States<'_> {
    /// The activations of a token after the last block.
    ///
    /// # Panics
    /// When there is no such token.
    pub fn row(&self, token: usize) -> &[i16] {
        self.rows.row(token)
    }

    /// The scores of outside, begin and inside at each token, for one role: none if the model does not know the role.
    pub fn emissions(&self, role: Role) -> &[[i32; 3]] {
        self.emissions.get(role as usize).map_or(&[], Vec::as_slice)
    }

    /// The best labels of one role, a label a token. A role that the model does not know has none.
    pub fn labels(&self, role: Role) -> Vec<Label> {
        self.chain(role).map_or_else(Vec::new, |chain| chain.labels())
    }

    /// The segments that those labels make, each with how sure it is.
    pub fn segments(&self, role: Role) -> Vec<Segment> {
        self.chain(role).map_or_else(Vec::new, |chain| chain.segments())
    }

    fn chain(&self, role: Role) -> Option<Chain<'_>> {
        let (emissions, transitions) =
            self.emissions.get(role as usize).zip(self.model.transitions.get(role as usize))?;
        Some(Chain { emissions, transitions })
    }

    /// The scores of pairs of segments, given as ranges of tokens: contents with cues, or cues with sources.
    ///
    /// # Panics
    /// When a segment is empty or ends after the last token.
    pub fn links(&self, kind: Link, queries: &[Range<usize>], keys: &[Range<usize>]) -> Scores {
        let linker = match kind {
            Link::ContentCue => &self.model.content_cue,
            Link::CueSource => &self.model.cue_source,
        };
        linker.scores(&self.rows, queries, keys)
    }
}

/// A part of a paragraph, nearly always all of it.
struct Window<'i> {
    /// Which paragraph it is of.
    at: usize,
    input: &'i Input,
    /// The tokens whose states are asked for.
    inner: Range<usize>,
    /// With those around them that they depend on.
    outer: Range<usize>,
}

impl Model<'_> {
    /// Runs the network over the tokens of some paragraphs, each by itself: together, which costs less than one after the
    /// other. A row that the model does not have says nothing.
    pub fn run(&self, inputs: &[Input]) -> Vec<States<'_>> {
        let states = |input: &Input| States {
            model: self,
            rows: Rows::new(input.len(), self.width),
            emissions: vec![vec![[0; STATES]; input.len()]; self.transitions.len()],
        };
        let mut out: Vec<States<'_>> = inputs.iter().map(states).collect();
        // What a token can depend on ends after the sum of what the blocks look at.
        let reach: usize = self.blocks.iter().map(|block| block.dilation).sum();
        let (mut together, mut tokens) = (Vec::new(), 0);
        for (at, input) in inputs.iter().enumerate() {
            for start in (0..input.len()).step_by(WINDOW) {
                let inner = start..(start + WINDOW).min(input.len());
                let outer = start.saturating_sub(reach)..(inner.end + reach).min(input.len());
                if tokens + outer.len() > WINDOW {
                    self.run_together(&together, &mut out);
                    (together, tokens) = (Vec::new(), 0);
                }
                tokens += outer.len();
                together.push(Window { at, input, inner, outer });
            }
        }
        self.run_together(&together, &mut out);
        out
    }

    fn run_together(&self, windows: &[Window<'_>], out: &mut [States<'_>]) {
        let counts: Vec<usize> = windows.iter().map(|window| window.outer.len()).collect();
        let mut rows = Rows::of(&counts, self.width);
        self.embed(windows, &mut rows);
        for block in &self.blocks {
            block.matrix.gate(&mut rows, block.dilation);
        }
        let found = self.emissions(&rows);
        for (Window { at, inner, outer, .. }, own) in windows.iter().zip(rows.paragraphs()) {
            let from = own.start + inner.start - outer.start;
            let states = &mut out[*at];
            for (all, found) in states.emissions.iter_mut().zip(&found) {
                all[inner.clone()].copy_from_slice(&found[from..][..inner.len()]);
            }
            for (to, from) in inner.clone().zip(from..) {
                states.rows.row_mut(to).copy_from_slice(rows.row(from));
            }
        }
    }

    /// The first activations: what the embeddings make together, and what each feature adds.
    fn embed(&self, windows: &[Window<'_>], rows: &mut Rows) {
        let mut tokens: Vec<(&Input, usize)> = Vec::with_capacity(rows.count());
        for window in windows {
            tokens.extend(window.outer.clone().map(|token| (window.input, token)));
        }
        let mut embeddings = Rows::new(tokens.len(), self.input.width());
        for (at, &(input, token)) in tokens.iter().enumerate() {
            let tables = [
                (self.word, input.words.get(token).map(|&word| self.word_row(word))),
                (self.suffix, input.suffixes.get(token).map(|&bucket| bucket.into())),
                (self.prefix, input.prefixes.get(token).map(|&bucket| bucket.into())),
            ];
            let mut rest = embeddings.row_mut(at);
            for (table, row) in tables {
                let (place, after) = rest.split_at_mut(table.width());
                let values = row.and_then(|row| table.row(row)).unwrap_or_default();
                widen(place, values);
                rest = after;
            }
        }
        let mut sums = vec![0; tokens.len() * self.width];
        self.input.apply(&embeddings, &mut |row, above, below| {
            for (token, sums) in sums.chunks_exact_mut(self.width).enumerate() {
                // The width is even: there is always a row below.
                (sums[row], sums[row + 1]) = (above[token], below[token]);
            }
        });
        for (at, (&(input, token), sums)) in tokens.iter().zip(sums.chunks_exact_mut(self.width)).enumerate() {
            for &feature in input.of(token) {
                add(sums, self.feature.row(feature.into()).unwrap_or_default());
            }
            rows.row_mut(at).iter_mut().zip(sums).for_each(|(x, &mut sum)| *x = bounded(sum));
        }
    }

    /// The scores of the labels, role by role.
    fn emissions(&self, rows: &Rows) -> Vec<Vec<[i32; STATES]>> {
        let mut out = vec![vec![[0; STATES]; rows.count()]; self.transitions.len()];
        self.label.apply(rows, &mut |row, above, below| {
            for (row, values) in [(row, above), (row + 1, below)] {
                // The last row may stand alone; then nothing stands below it.
                for (token, &value) in values.iter().enumerate() {
                    out[row / STATES][token][row % STATES] = value;
                }
            }
        });
        out
    }
}
