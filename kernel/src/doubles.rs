//! Products without vectors and without integers of 64 bits.

#![expect(clippy::inline_always, reason = "what is not inlined is not compiled for the vectors of its caller")]

use std::borrow::Cow;

use super::STEP;
use super::lanes::{Lanes, SCALAR, Shape, each, with_next};

/// Two products with each multiplication of floating point numbers, which JavaScript does twice as fast as one of integers. All of
/// it is exact: eight products of a weight with two activations, one of them [`NEXT`] times greater, stay below 2⁵³. The greatest
/// products are those of [`convolution`](super::convolution), 2⁸·⁶ times 2¹⁴.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Doubles;

/// More than twice what eight products can sum up to.
const NEXT: f64 = (1 << 27) as f64;

/// A number that is so great that what is added to it is rounded to a multiple of [`NEXT`].
const ROUND: f64 = NEXT * (3_u64 << 51) as f64;

/// Where in a tile of `rows` rows the value of a row and column lies.
#[inline(always)]
fn place(rows: usize, row: usize, column: usize) -> usize {
    (column / SCALAR.columns * rows + row) * SCALAR.columns + column % SCALAR.columns
}

/// As integers of 32 bits wrap.
#[inline(always)]
#[expect(clippy::cast_sign_loss, reason = "what is left of a number after whole turns is none below zero")]
fn wrapped(sum: f64) -> i32 {
    const TURN: f64 = (1_u64 << 32) as f64;
    ((sum - (sum / TURN).floor() * TURN) as u32).cast_signed()
}

impl Lanes for Doubles {
    const SHAPE: Shape = SCALAR;
    const TOGETHER: usize = 2;
    type Weight = f64;
    /// Of this row, and of the next as a multiple of [`NEXT`].
    type Value = f64;
    /// The sums of the one row, and of the next as multiples of [`NEXT`].
    type Sums = [[[f64; 2]; SCALAR.tile / 2]; SCALAR.out];

    #[inline(always)]
    fn values(self, tiles: &[i16]) -> Cow<'_, [f64]> {
        with_next(tiles).map(|(one, next)| f64::from(one) + f64::from(next) * NEXT).collect()
    }

    #[inline(always)]
    fn weights(self, tiles: &[i16]) -> Cow<'_, [f64]> {
        tiles.iter().map(|&weight| weight.into()).collect()
    }

    #[inline(always)]
    fn zero(self) -> Self::Sums {
        [[[0.0; 2]; SCALAR.tile / 2]; SCALAR.out]
    }

    #[inline(always)]
    fn add(self, one: Self::Sums, other: Self::Sums) -> Self::Sums {
        each(one, other, |[a, b], [c, d]| [a + c, b + d])
    }

    #[inline(always)]
    fn subtract(self, one: Self::Sums, other: Self::Sums) -> Self::Sums {
        each(one, other, |[a, b], [c, d]| [a - c, b - d])
    }

    // A browser compiles a small function sooner, and until then all of this is slow.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn add_products(self, sums: &mut Self::Sums, weights: &[f64], values: &[f64]) {
        // Of more than eight columns the products would not be exact.
        let (weights, _) = weights.as_chunks::<{ SCALAR.out * STEP }>();
        let (values, _) = values.as_chunks::<{ SCALAR.tile / 2 * STEP }>();
        for (weights, values) in weights.iter().zip(values) {
            for (row, sums) in sums.iter_mut().enumerate() {
                let mut both = [0.0; SCALAR.tile / 2];
                for column in 0..STEP {
                    let weight = weights[place(SCALAR.out, row, column)];
                    for (pair, both) in both.iter_mut().enumerate() {
                        *both += weight * values[place(SCALAR.tile / 2, pair, column)];
                    }
                }
                for (sums, both) in sums.iter_mut().zip(both) {
                    let next = (both + ROUND) - ROUND;
                    sums[0] += both - next;
                    sums[1] += next;
                }
            }
        }
    }

    #[inline(always)]
    fn finish(self, sums: Self::Sums, into: &mut [i32], place: usize, row: usize) {
        for (at, sums) in sums.into_iter().enumerate() {
            for (two, [one, next]) in into[at * row + place..].as_chunks_mut::<2>().0.iter_mut().zip(sums) {
                *two = [wrapped(one), wrapped(next / NEXT)];
            }
        }
    }
}
