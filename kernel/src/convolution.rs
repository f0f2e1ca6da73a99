//! Convolutions of width three in two thirds of the products, by Winograd's minimal filtering F(2, 3); see Lavin and Gray,
//! "Fast Algorithms for Convolutional Neural Networks", CVPR 2016, [arXiv 1509.09308](https://arxiv.org/abs/1509.09308).
//!
//! Two tokens that a convolution's reach lies between are worked on as a pair. What they are to get, 6 products of weights
//! with activations, is made of 4 products of sums of weights with sums of activations. They are integers: the sums that
//! the method halves are left as they are, and the products of a pair come out doubled.

use std::ops::Range;

use crate::lanes::Shape;
use crate::rows::Rows;

/// Products for a pair of tokens.
pub(crate) const PLANES: usize = 4;

/// The greatest activation. The sum of two has its place in 16 bits, and twice the sum of all their products with 8-bit
/// weights, up to [`WIDEST`] channels, in 32: so the halves are exact.
const LIMIT: i32 = (1 << 13) - 1;

/// The most channels that a convolution may have: three taps of each, with weights as low as -128, doubled.
pub const WIDEST: usize = (i32::MAX / (2 * 3 * 128 * LIMIT)) as usize;

/// The nearest number that may be an activation of a convolution.
#[inline]
pub fn bounded(value: i32) -> i16 {
    value.clamp(-LIMIT, LIMIT) as i16
}

/// The weights of the three taps as those of the planes. In their products, `a + b + c` is twice what the first token gets,
/// and `b - c + d` what the second gets.
pub(crate) fn weights([before, at, after]: [i16; 3]) -> [i16; PLANES] {
    [2 * before, before + at + after, before - at + after, -2 * after]
}

/// The first tokens of all pairs, each with its paragraph. The second stand `reach` behind them, perhaps behind the last token.
fn firsts(rows: &Rows, reach: usize) -> impl Iterator<Item = (usize, &Range<usize>)> {
    rows.paragraphs().iter().flat_map(move |paragraph| {
        let starts = paragraph.clone().step_by(2 * reach);
        starts.flat_map(move |start| (start..(start + reach).min(paragraph.end)).map(move |first| (first, paragraph)))
    })
}

/// In which order the sums of all tiles stand.
pub(crate) struct Places {
    /// Where that of each token stands.
    pub(crate) of: Vec<usize>,
    /// How many there are. Some are no token's.
    pub(crate) count: usize,
}

/// Each tile has the sums of the first tokens of its pairs, then those of the second.
pub(crate) fn places(rows: &Rows, reach: usize, shape: Shape) -> Places {
    let mut of = vec![0; rows.count()];
    let mut pairs = 0;
    for (pair, (first, paragraph)) in firsts(rows, reach).enumerate() {
        let place = pair / shape.tile * 2 * shape.tile + pair % shape.tile;
        of[first] = place;
        if first + reach < paragraph.end {
            of[first + reach] = place + shape.tile;
        }
        pairs = pair + 1;
    }
    Places { of, count: pairs.next_multiple_of(shape.tile) * 2 }
}

/// The activations around each pair in tiles, of which each has one plane after the other. Outside of the paragraph all
/// activations are zero, and where the last tile has no pairs.
pub(crate) fn tiles(rows: &Rows, reach: usize, shape: Shape) -> Vec<i16> {
    let firsts: Vec<(usize, &Range<usize>)> = firsts(rows, reach).collect();
    let (width, nothing) = (rows.width(), vec![0; rows.width()]);
    let plane = shape.tile * width;
    let mut tiles = vec![0; firsts.len().next_multiple_of(shape.tile) * PLANES * width];
    let (mut sums, mut differences) = (vec![0; width], vec![0; width]);
    for (tile, firsts) in tiles.chunks_exact_mut(PLANES * plane).zip(firsts.chunks(shape.tile)) {
        for (at, &(first, paragraph)) in firsts.iter().enumerate() {
            let row = |token: Option<usize>| {
                token.filter(|token| paragraph.contains(token)).map_or(&nothing[..], |token| rows.row(token))
            };
            let around = [first.checked_sub(reach), Some(first), Some(first + reach), Some(first + 2 * reach)];
            let [before, middle, after, beyond] = around.map(row);
            let mut put =
                |of: usize, values: &[i16]| shape.put(&mut tile[of * plane..][..plane], shape.tile, at, values);
            put(0, subtract(&mut differences, before, after));
            put(1, add(&mut sums, middle, after));
            put(2, subtract(&mut differences, after, middle));
            put(3, subtract(&mut differences, middle, beyond));
        }
    }
    tiles
}

fn add<'s>(sums: &'s mut [i16], one: &[i16], other: &[i16]) -> &'s [i16] {
    sums.iter_mut().zip(one).zip(other).for_each(|((sum, one), other)| *sum = one.wrapping_add(*other));
    sums
}

fn subtract<'s>(differences: &'s mut [i16], one: &[i16], other: &[i16]) -> &'s [i16] {
    differences
        .iter_mut()
        .zip(one)
        .zip(other)
        .for_each(|((difference, one), other)| *difference = one.wrapping_sub(*other));
    differences
}
