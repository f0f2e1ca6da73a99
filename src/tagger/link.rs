//! How well two segments go together: a content with its cue, a cue with its source.

use std::ops::Range;

use hearsay_kernel::{Matrix, Rows, half, saturate};

/// The kinds of distance between two segments.
pub(super) const BUCKETS: usize = 32;

/// Which segments are linked with which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Link {
    /// A content with its cue.
    ContentCue,
    /// A cue with its source.
    CueSource,
}

/// What scores one kind of link.
#[derive(Debug, Clone)]
pub(super) struct Linker {
    pub(super) query: Matrix,
    pub(super) key: Matrix,
    pub(super) scale: u8,
    pub(super) distance: [i32; BUCKETS],
    pub(super) none: i32,
}

/// The scores of segments with the segments that they may be linked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scores {
    keys: usize,
    /// Query by query.
    pairs: Vec<i32>,
    /// What a link must beat to be one.
    pub none: i32,
}

impl Scores {
    /// The score of each key as the partner of a query.
    ///
    /// # Panics
    /// When there is no such query.
    pub fn of(&self, query: usize) -> &[i32] {
        &self.pairs[query * self.keys..][..self.keys]
    }

    /// The best partner of a query, the first among equals; none where no score is above that of having none.
    ///
    /// # Panics
    /// When there is no such query.
    pub fn best(&self, query: usize) -> Option<usize> {
        let better = |best: (Option<usize>, i32), (key, &score): (usize, &i32)| {
            if score > best.1 { (Some(key), score) } else { best }
        };
        self.of(query).iter().enumerate().fold((None, self.none), better).0
    }
}

impl Linker {
    /// `states` holds a row a token; the segments are ranges of its tokens.
    pub(super) fn scores(&self, states: &Rows, queries: &[Range<usize>], keys: &[Range<usize>]) -> Scores {
        let (asking, answering) = (project(&self.query, states, queries), project(&self.key, states, keys));
        let mut pairs = Vec::with_capacity(queries.len() * keys.len());
        for (query, asking) in queries.iter().zip(&asking) {
            for (key, answering) in keys.iter().zip(&answering) {
                let product: i64 = asking.iter().zip(answering).map(|(&q, &k)| i64::from(q) * i64::from(k)).sum();
                let score = (product + i64::from(half(self.scale))) >> self.scale;
                let score = score.clamp(i32::MIN.into(), i32::MAX.into()) as i32;
                pairs.push(score.saturating_add(self.distance[bucket(query, key)]));
            }
        }
        Scores { keys: keys.len(), pairs, none: self.none }
    }
}

/// For each segment what `matrix` makes of its first and its last token.
fn project(matrix: &Matrix, states: &Rows, segments: &[Range<usize>]) -> Vec<Vec<i16>> {
    let mut ends = Rows::new(segments.len(), matrix.width());
    for (at, segment) in segments.iter().enumerate() {
        let both = [segment.start, segment.end.max(segment.start + 1) - 1];
        let values = both.into_iter().flat_map(|token| states.row(token));
        ends.row_mut(at).iter_mut().zip(values).for_each(|(end, &value)| *end = value);
    }
    let mut out = vec![Vec::new(); segments.len()];
    matrix.apply(&ends, &mut |_, above, below| {
        for row in [above, below] {
            for (out, &value) in out.iter_mut().zip(row) {
                out.push(saturate(value));
            }
        }
    });
    out
}

/// The kind of distance from a query to a key. 0: they overlap. 1 to 15: the key stands after the query, by so many
/// half steps of the binary logarithm (adjacent 1, then one for each of 2, 3, 4–5, 6–7, 8–11, 12–15, … tokens, 15 for
/// 192 and more). 17 to 31: before it, likewise. 16 is not used.
///
/// In other words, with `gap` 1 for adjacent segments: `e = gap.bit_length() - 1`, and the half steps are
/// `1 if gap == 1 else min(15, 2 * e + (gap >> (e - 1) & 1))`.
fn bucket(query: &Range<usize>, key: &Range<usize>) -> usize {
    if key.start >= query.end {
        half_steps(key.start - query.end + 1)
    } else if query.start >= key.end {
        16 + half_steps(query.start - key.end + 1)
    } else {
        0
    }
}

fn half_steps(gap: usize) -> usize {
    let exponent = gap.max(1).ilog2() as usize;
    if exponent == 0 { 1 } else { 15.min(2 * exponent + (gap >> (exponent - 1) & 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_fall_into_half_steps_of_the_logarithm() {
        let steps: Vec<usize> =
            [1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 15, 16, 127, 128, 191, 192, 5000].map(half_steps).into();
        assert_eq!(steps, [1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 13, 14, 14, 15, 15]);
        assert_eq!(bucket(&(3..5), &(5..6)), 1, "adjacent, after");
        assert_eq!(bucket(&(3..5), &(6..7)), 2);
        assert_eq!(bucket(&(3..5), &(2..3)), 17, "adjacent, before");
        assert_eq!(bucket(&(9..12), &(0..1)), 16 + 6, "nine tokens further");
        assert_eq!(bucket(&(3..5), &(4..9)), 0, "overlap");
    }

    #[test]
    fn no_partner_is_better_than_one_that_does_not_beat_it() {
        let scores = Scores { keys: 3, pairs: vec![5, 9, 9, 4, 5, 3], none: 5 };
        assert_eq!((scores.best(0), scores.best(1)), (Some(1), None));
    }
}
