//! The products of a tile of weights and activations, with vectors as wide as the processor has them, or with none.

#![expect(clippy::inline_always, reason = "what is not inlined is not compiled for the vectors of its caller")]

use std::borrow::Cow;

#[cfg(target_arch = "x86_64")]
use pulp::x86::V3;

/// Rows of activations that are worked on together, each with [`OUT`] rows of weights.
pub(super) const TILE: usize = 4;
/// Rows of weights that are worked on together.
pub(super) const OUT: usize = 2;

/// A way to multiply `N` weights or activations of each row of a tile at a time.
pub(super) trait Lanes<const N: usize>: Copy {
    /// A weight as it is multiplied.
    type Weight: Copy;
    /// An activation, or several in one.
    type Value: Copy;
    /// The sums of products of a tile, perhaps in several parts each.
    type Sums: Copy;
    /// Rows of activations as they are multiplied.
    fn prepare(self, rows: &[i16], width: usize) -> Cow<'_, [Self::Value]>;
    /// Rows of weights as they are multiplied, which is done once for all activations.
    fn weights(self, rows: &[i16]) -> Cow<'_, [Self::Weight]>;
    fn zero(self) -> Self::Sums;
    fn add_products(self, sums: &mut Self::Sums, weights: [&[Self::Weight; N]; OUT], values: [&[Self::Value; N]; TILE]);
    /// The parts of each sum, added up.
    fn finish(self, sums: Self::Sums) -> [[i32; TILE]; OUT];
}

/// Each activation with the one in the same column of the next row.
#[cfg(any(test, all(target_arch = "wasm32", not(target_feature = "simd128"))))]
#[inline(always)]
pub(super) fn with_next(rows: &[i16], width: usize) -> impl Iterator<Item = (i16, i16)> {
    let next = rows[width.min(rows.len())..].iter().copied().chain(std::iter::repeat(0));
    rows.iter().copied().zip(next)
}

/// What the target has without asking.
#[cfg(any(not(target_arch = "wasm32"), target_feature = "simd128"))]
pub(super) type Plain = Vectors;
#[cfg(all(target_arch = "wasm32", not(target_feature = "simd128"), target_feature = "sign-ext"))]
pub(super) type Plain = Pairs;
// The first version of WebAssembly, which is translated to JavaScript: 64 bits are slow there.
#[cfg(all(target_arch = "wasm32", not(target_feature = "simd128"), not(target_feature = "sign-ext")))]
pub(super) type Plain = super::doubles::Doubles;

/// Vectors of 128 bits.
#[cfg(any(test, not(target_arch = "wasm32"), target_feature = "simd128"))]
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Vectors;

#[cfg(any(test, not(target_arch = "wasm32"), target_feature = "simd128"))]
impl Lanes<8> for Vectors {
    type Weight = i16;
    type Value = i16;
    type Sums = [[wide::i32x4; TILE]; OUT];

    #[inline(always)]
    fn prepare(self, rows: &[i16], _width: usize) -> Cow<'_, [i16]> {
        rows.into()
    }

    #[inline(always)]
    fn weights(self, rows: &[i16]) -> Cow<'_, [i16]> {
        rows.into()
    }

    #[inline(always)]
    fn zero(self) -> Self::Sums {
        [[wide::i32x4::ZERO; TILE]; OUT]
    }

    #[inline(always)]
    fn add_products(self, sums: &mut Self::Sums, weights: [&[i16; 8]; OUT], values: [&[i16; 8]; TILE]) {
        let (weights, values) = (weights.map(|&w| wide::i16x8::new(w)), values.map(|&v| wide::i16x8::new(v)));
        for (sums, weights) in sums.iter_mut().zip(weights) {
            for (sum, values) in sums.iter_mut().zip(values) {
                *sum += weights.dot(values);
            }
        }
    }

    #[inline(always)]
    fn finish(self, sums: Self::Sums) -> [[i32; TILE]; OUT] {
        sums.map(|sums| {
            let [a, b, c, d] = wide::i32x4::transpose(sums);
            (a + b + c + d).to_array()
        })
    }
}

/// Two products with each multiplication of 64 bits: the sum of one row of activations in the lower half, with its
/// carry in the upper half, where that of the next row stands.
#[cfg(any(test, all(target_arch = "wasm32", not(target_feature = "simd128"), target_feature = "sign-ext")))]
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Pairs;

#[cfg(any(test, all(target_arch = "wasm32", not(target_feature = "simd128"), target_feature = "sign-ext")))]
impl Lanes<4> for Pairs {
    type Weight = i16;
    /// Of this row and the next.
    type Value = i64;
    type Sums = [[i64; TILE / 2]; OUT];

    #[inline(always)]
    fn prepare(self, rows: &[i16], width: usize) -> Cow<'_, [i64]> {
        with_next(rows, width).map(|(low, high)| (i64::from(high) << 32).wrapping_add(low.into())).collect()
    }

    #[inline(always)]
    fn weights(self, rows: &[i16]) -> Cow<'_, [i16]> {
        rows.into()
    }

    #[inline(always)]
    fn zero(self) -> Self::Sums {
        [[0; TILE / 2]; OUT]
    }

    #[inline(always)]
    fn add_products(self, sums: &mut Self::Sums, weights: [&[i16; 4]; OUT], values: [&[i64; 4]; TILE]) {
        for at in 0..4 {
            for pair in 0..TILE / 2 {
                for (sums, weights) in sums.iter_mut().zip(weights) {
                    sums[pair] = sums[pair].wrapping_add(values[2 * pair][at].wrapping_mul(weights[at].into()));
                }
            }
        }
    }

    #[inline(always)]
    fn finish(self, sums: Self::Sums) -> [[i32; TILE]; OUT] {
        let halves = |sum: i64| [sum as i32, (sum.wrapping_sub((sum as i32).into()) >> 32) as i32];
        sums.map(|[a, b]| {
            let ([a, b], [c, d]) = (halves(a), halves(b));
            [a, b, c, d]
        })
    }
}

/// AVX2, which takes half the time of what every 64-bit x86 has.
#[cfg(target_arch = "x86_64")]
impl Lanes<16> for V3 {
    type Weight = i16;
    type Value = i16;
    type Sums = [[pulp::i32x8; TILE]; OUT];

    #[inline(always)]
    fn prepare(self, rows: &[i16], _width: usize) -> Cow<'_, [i16]> {
        rows.into()
    }

    #[inline(always)]
    fn weights(self, rows: &[i16]) -> Cow<'_, [i16]> {
        rows.into()
    }

    #[inline(always)]
    fn zero(self) -> Self::Sums {
        [[pulp::cast([0_i32; 8]); TILE]; OUT]
    }

    #[inline(always)]
    fn add_products(self, sums: &mut Self::Sums, weights: [&[i16; 16]; OUT], values: [&[i16; 16]; TILE]) {
        for (sums, weights) in sums.iter_mut().zip(weights) {
            for (sum, values) in sums.iter_mut().zip(values) {
                let products = self.avx2._mm256_madd_epi16(pulp::cast(*weights), pulp::cast(*values));
                *sum = pulp::cast(self.avx2._mm256_add_epi32(pulp::cast(*sum), products));
            }
        }
    }

    #[inline(always)]
    fn finish(self, sums: Self::Sums) -> [[i32; TILE]; OUT] {
        sums.map(|sums| {
            let [a, b, c, d] = sums.map(pulp::cast);
            let pairs = [self.avx2._mm256_hadd_epi32(a, b), self.avx2._mm256_hadd_epi32(c, d)];
            let [low, high]: [[i32; TILE]; 2] = pulp::cast(self.avx2._mm256_hadd_epi32(pairs[0], pairs[1]));
            std::array::from_fn(|at| low[at].wrapping_add(high[at]))
        })
    }
}
