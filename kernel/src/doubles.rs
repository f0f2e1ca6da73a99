//! Products without vectors and without integers of 64 bits.

#![expect(clippy::inline_always, reason = "what is not inlined is not compiled for the vectors of its caller")]

use std::borrow::Cow;

use super::lanes::{Lanes, OUT, TILE, with_next};

/// Two products with each multiplication of floating point numbers, which JavaScript does twice as fast as one of integers. All of
/// it is exact: eight products of a weight with two activations, one of them [`NEXT`] times greater, stay below 2⁵³.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Doubles;

/// Twice as much as eight products of 8 and 16 bits can sum up to, and their sign.
const NEXT: f64 = (1 << 27) as f64;

/// A number that is so great that what is added to it is rounded to a multiple of [`NEXT`].
const ROUND: f64 = NEXT * (3_u64 << 51) as f64;

/// As integers of 32 bits wrap.
#[inline(always)]
#[expect(clippy::cast_sign_loss, reason = "what is left of a number after whole turns is none below zero")]
fn wrapped(sum: f64) -> i32 {
    const TURN: f64 = (1_u64 << 32) as f64;
    ((sum - (sum / TURN).floor() * TURN) as u32).cast_signed()
}

impl Lanes<8> for Doubles {
    type Weight = f64;
    /// Of this row, and of the next as a multiple of [`NEXT`].
    type Value = f64;
    /// The sums of the one row, and of the next as multiples of [`NEXT`].
    type Sums = [[[f64; 2]; TILE / 2]; OUT];

    #[inline(always)]
    fn prepare(self, rows: &[i16], width: usize) -> Cow<'_, [f64]> {
        with_next(rows, width).map(|(one, next)| f64::from(one) + f64::from(next) * NEXT).collect()
    }

    #[inline(always)]
    fn weights(self, rows: &[i16]) -> Cow<'_, [f64]> {
        rows.iter().map(|&weight| weight.into()).collect()
    }

    #[inline(always)]
    fn zero(self) -> Self::Sums {
        [[[0.0; 2]; TILE / 2]; OUT]
    }

    #[inline(always)]
    fn add_products(self, sums: &mut Self::Sums, weights: [&[f64; 8]; OUT], values: [&[f64; 8]; TILE]) {
        let mut both = [[0.0; TILE / 2]; OUT];
        for at in 0..8 {
            for row in 0..OUT {
                for pair in 0..TILE / 2 {
                    both[row][pair] += weights[row][at] * values[2 * pair][at];
                }
            }
        }
        for row in 0..OUT {
            for pair in 0..TILE / 2 {
                let next = (both[row][pair] + ROUND) - ROUND;
                sums[row][pair][0] += both[row][pair] - next;
                sums[row][pair][1] += next;
            }
        }
    }

    #[inline(always)]
    fn finish(self, sums: Self::Sums) -> [[i32; TILE]; OUT] {
        sums.map(|[[a, b], [c, d]]| [wrapped(a), wrapped(b / NEXT), wrapped(c), wrapped(d / NEXT)])
    }
}
