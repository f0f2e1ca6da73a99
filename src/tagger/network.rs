//! The tagger's way from the features of a paragraph's tokens to scores: embeddings, gated dilated convolutions, scores.
//!
//! All of it is integer arithmetic with a stated rounding, so that every build gives the same bytes and the training can
//! repeat it exactly.

use std::ops::Range;

use hearsay_kernel::{Rows, add, bounded, gated, widen};

use super::link::{Link, Scores};
use super::model::{Block, Model};
use super::viterbi::{Chain, STATES, Segment};
use super::{Input, Label, Role};

/// How many tokens are worked on together, beside those around them that they depend on. Nearly every paragraph is shorter;
/// of one that is not, the memory for what stands between input and output stays small.
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

impl Model<'_> {
    /// Runs the network over the tokens of one paragraph. A row that the model does not have says nothing.
    pub fn run(&self, input: &Input) -> States<'_> {
        let mut rows = Rows::new(input.len(), self.width);
        let mut emissions = vec![Vec::with_capacity(input.len()); self.transitions.len()];
        // What a token can depend on ends after the sum of what the blocks look at.
        let reach: usize = self.blocks.iter().map(|block| block.dilation).sum();
        for start in (0..input.len()).step_by(WINDOW) {
            let inner = start..(start + WINDOW).min(input.len());
            let outer = start.saturating_sub(reach)..(inner.end + reach).min(input.len());
            let window = self.window(input, outer.clone());
            let found = self.emissions(&window);
            let place = inner.start - outer.start..inner.end - outer.start;
            emissions.iter_mut().zip(found).for_each(|(all, found)| all.extend_from_slice(&found[place.clone()]));
            place.zip(inner).for_each(|(from, to)| rows.row_mut(to).copy_from_slice(window.row(from)));
        }
        States { model: self, emissions, rows }
    }

    /// The activations of some tokens after the last block, as if no others were there.
    fn window(&self, input: &Input, tokens: Range<usize>) -> Rows {
        let mut rows = Rows::new(tokens.len(), self.width);
        self.embed(input, tokens, &mut rows);
        let mut columns = rows.columns();
        for block in &self.blocks {
            block.apply(&rows, &mut columns);
            rows.set_columns(&columns);
        }
        rows
    }

    /// The first activations: what the embeddings make together, and what each feature adds.
    fn embed(&self, input: &Input, tokens: Range<usize>, rows: &mut Rows) {
        let mut embeddings = Rows::new(tokens.len(), self.input.width());
        for (at, token) in tokens.clone().enumerate() {
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
        self.input.apply(&embeddings, 0, &mut |row, above, below| {
            for (token, sums) in sums.chunks_exact_mut(self.width).enumerate() {
                // The width is even: there is always a row below.
                (sums[row], sums[row + 1]) = (above[token], below[token]);
            }
        });
        for (at, (token, sums)) in tokens.zip(sums.chunks_exact_mut(self.width)).enumerate() {
            for &feature in input.of(token) {
                add(sums, self.feature.row(feature.into()).unwrap_or_default());
            }
            rows.row_mut(at).iter_mut().zip(sums).for_each(|(x, &mut sum)| *x = bounded(sum));
        }
    }

    /// The scores of the labels, role by role.
    fn emissions(&self, rows: &Rows) -> Vec<Vec<[i32; STATES]>> {
        let mut out = vec![vec![[0; STATES]; rows.count()]; self.transitions.len()];
        self.label.apply(rows, 0, &mut |row, above, below| {
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

impl Block {
    /// Adds to each activation what the convolution makes of its surroundings, as far as the gate lets it through.
    /// `columns` holds the activations of `rows` channel by channel, so that the loop over a channel needs no branch.
    fn apply(&self, rows: &Rows, columns: &mut [i16]) {
        self.matrix.apply(rows, self.dilation, &mut |row, values, gates| {
            let channel = &mut columns[row / 2 * rows.count()..][..rows.count()];
            gated(channel, values, gates);
        });
    }
}
