//! The products of a tile of weights and activations, with vectors as wide as the processor has them, or with none.

#![expect(clippy::inline_always, reason = "what is not inlined is not compiled for the vectors of its caller")]

use std::borrow::Cow;

#[cfg(target_arch = "x86_64")]
use pulp::x86::V3;

/// How weights and activations lie in memory: in tiles of some rows, of whose columns the first few of all rows come first, then the
/// next few.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    /// Rows of activations that are worked on together, each with `out` rows of weights.
    pub(super) tile: usize,
    /// Rows of weights that are worked on together.
    pub(super) out: usize,
    /// Columns that lie side by side.
    pub(super) columns: usize,
}

impl Shape {
    /// Puts a row into a tile of `rows` rows.
    pub(super) fn put(self, tile: &mut [i16], rows: usize, row: usize, values: &[i16]) {
        /// Of a size that is known, or each would be a call.
        fn put<const COLUMNS: usize>(tile: &mut [i16], rows: usize, row: usize, values: &[i16]) {
            let places = tile.as_chunks_mut::<COLUMNS>().0[row..].iter_mut().step_by(rows);
            places.zip(values.as_chunks().0).for_each(|(place, columns)| *place = *columns);
        }
        match self.columns {
            2 => put::<2>(tile, rows, row, values),
            8 => put::<8>(tile, rows, row, values),
            _ => unreachable!("there are no other shapes"),
        }
    }
}

/// A way to multiply a tile of weights and activations.
pub(super) trait Lanes: Copy {
    /// What the tiles must be like.
    const SHAPE: Shape;
    /// How many activations are one value.
    const TOGETHER: usize = 1;
    /// A weight as it is multiplied.
    type Weight: Copy;
    /// An activation, or several in one.
    type Value: Copy;
    /// The sums of products of a tile, perhaps in several parts each.
    type Sums: Copy;
    /// Tiles of activations as they are multiplied.
    fn values(self, tiles: &[i16]) -> Cow<'_, [Self::Value]>;
    /// Tiles of weights as they are multiplied, which is done once for all activations.
    fn weights(self, tiles: &[i16]) -> Cow<'_, [Self::Weight]>;
    fn zero(self) -> Self::Sums;
    fn add(self, one: Self::Sums, other: Self::Sums) -> Self::Sums;
    fn subtract(self, one: Self::Sums, other: Self::Sums) -> Self::Sums;
    fn add_products(self, sums: &mut Self::Sums, weights: &[Self::Weight], values: &[Self::Value]);
    /// The parts of each sum, added up: for each row of weights those of all rows of activations, the first at `place` and each
    /// as long in memory as `row` says.
    fn finish(self, sums: Self::Sums, into: &mut [i32], place: usize, row: usize);
}

/// Part by part. A loop, not a closure for `map`: what is not inlined is not compiled for the vectors of its caller.
#[inline(always)]
pub(super) fn each<T: Copy, const N: usize, const M: usize>(
    one: [[T; N]; M],
    other: [[T; N]; M],
    sum: impl Fn(T, T) -> T,
) -> [[T; N]; M] {
    let mut sums = one;
    for (sums, other) in sums.iter_mut().zip(&other) {
        for (place, &other) in sums.iter_mut().zip(other) {
            *place = sum(*place, other);
        }
    }
    sums
}

/// What is worked on without vectors.
#[cfg(any(test, all(target_arch = "wasm32", not(target_feature = "simd128"))))]
pub(super) const SCALAR: Shape = Shape { tile: 4, out: 8, columns: 2 };

/// Each activation of the first row of a tile with the one in the same column of the second, of the third with the
/// fourth, and so on.
#[cfg(any(test, all(target_arch = "wasm32", not(target_feature = "simd128"))))]
#[inline(always)]
pub(super) fn with_next(tiles: &[i16]) -> impl Iterator<Item = (i16, i16)> {
    let (rows, _) = tiles.as_chunks::<{ 2 * SCALAR.columns }>();
    rows.iter().flat_map(|&[one, two, next_one, next_two]| [(one, next_one), (two, next_two)])
}

/// What the target has without asking.
#[cfg(any(not(target_arch = "wasm32"), target_feature = "simd128"))]
pub(super) type Plain = Vectors;
#[cfg(all(target_arch = "wasm32", not(target_feature = "simd128"), target_feature = "sign-ext"))]
pub(super) type Plain = Integers;
// The first version of WebAssembly, which is translated to JavaScript: 64 bits are slow there.
#[cfg(all(target_arch = "wasm32", not(target_feature = "simd128"), not(target_feature = "sign-ext")))]
pub(super) type Plain = super::doubles::Doubles;

/// Vectors of 128 bits.
#[cfg(any(test, not(target_arch = "wasm32"), target_feature = "simd128"))]
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Vectors;

/// As many columns as there are numbers in a vector, which so has the sums of every fourth of them; 15 registers, which is what
/// browsers use on x86, hold the sums and what is multiplied.
#[cfg(any(test, not(target_arch = "wasm32"), target_feature = "simd128"))]
const VECTORS: Shape = Shape { tile: 4, out: 2, columns: 8 };

#[cfg(any(test, not(target_arch = "wasm32"), target_feature = "simd128"))]
impl Lanes for Vectors {
    const SHAPE: Shape = VECTORS;
    type Weight = i16;
    type Value = i16;
    type Sums = [[wide::i32x4; VECTORS.tile]; VECTORS.out];

    #[inline(always)]
    fn values(self, tiles: &[i16]) -> Cow<'_, [i16]> {
        tiles.into()
    }

    #[inline(always)]
    fn weights(self, tiles: &[i16]) -> Cow<'_, [i16]> {
        tiles.into()
    }

    #[inline(always)]
    fn zero(self) -> Self::Sums {
        [[wide::i32x4::ZERO; VECTORS.tile]; VECTORS.out]
    }

    #[inline(always)]
    fn add(self, one: Self::Sums, other: Self::Sums) -> Self::Sums {
        each(one, other, |a, b| a + b)
    }

    #[inline(always)]
    fn subtract(self, one: Self::Sums, other: Self::Sums) -> Self::Sums {
        each(one, other, |a, b| a - b)
    }

    #[inline(always)]
    fn add_products(self, sums: &mut Self::Sums, weights: &[i16], values: &[i16]) {
        let (weights, _) = weights.as_chunks::<{ VECTORS.columns }>().0.as_chunks::<{ VECTORS.out }>();
        let (values, _) = values.as_chunks::<{ VECTORS.columns }>().0.as_chunks::<{ VECTORS.tile }>();
        for (weights, values) in weights.iter().zip(values) {
            let values = values.map(wide::i16x8::new);
            for (sums, &weights) in sums.iter_mut().zip(weights) {
                let weights = wide::i16x8::new(weights);
                for (sum, values) in sums.iter_mut().zip(values) {
                    *sum += weights.dot(values);
                }
            }
        }
    }

    #[inline(always)]
    fn finish(self, sums: Self::Sums, into: &mut [i32], place: usize, row: usize) {
        /// Of each vector the first number and the third, the second and the fourth.
        fn halves(one: wide::i32x4, other: wide::i32x4) -> [i32; 4] {
            let (one, other) = (one.to_array(), other.to_array());
            let low = wide::i32x4::new([one[0], other[0], one[1], other[1]]);
            (low + wide::i32x4::new([one[2], other[2], one[3], other[3]])).to_array()
        }
        for (at, [a, b, c, d]) in sums.into_iter().enumerate() {
            let (one, other) = (halves(a, b), halves(c, d));
            let even = wide::i32x4::new([one[0], one[1], other[0], other[1]]);
            let all = even + wide::i32x4::new([one[2], one[3], other[2], other[3]]);
            into[at * row + place..][..VECTORS.tile].copy_from_slice(all.as_array());
        }
    }
}

/// Two products with each multiplication of 64 bits: the sum of one row of activations in the lower half, with its
/// carry in the upper half, where that of the next row stands.
#[cfg(any(test, all(target_arch = "wasm32", not(target_feature = "simd128"), target_feature = "sign-ext")))]
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Integers;

#[cfg(any(test, all(target_arch = "wasm32", not(target_feature = "simd128"), target_feature = "sign-ext")))]
impl Lanes for Integers {
    const SHAPE: Shape = SCALAR;
    const TOGETHER: usize = 2;
    type Weight = i16;
    /// Of this row and the next.
    type Value = i64;
    type Sums = [[i64; SCALAR.tile / 2]; SCALAR.out];

    #[inline(always)]
    fn values(self, tiles: &[i16]) -> Cow<'_, [i64]> {
        with_next(tiles).map(|(low, high)| (i64::from(high) << 32).wrapping_add(low.into())).collect()
    }

    #[inline(always)]
    fn weights(self, tiles: &[i16]) -> Cow<'_, [i16]> {
        tiles.into()
    }

    #[inline(always)]
    fn zero(self) -> Self::Sums {
        [[0; SCALAR.tile / 2]; SCALAR.out]
    }

    #[inline(always)]
    fn add(self, one: Self::Sums, other: Self::Sums) -> Self::Sums {
        each(one, other, i64::wrapping_add)
    }

    #[inline(always)]
    fn subtract(self, one: Self::Sums, other: Self::Sums) -> Self::Sums {
        each(one, other, i64::wrapping_sub)
    }

    #[inline(always)]
    fn add_products(self, sums: &mut Self::Sums, weights: &[i16], values: &[i64]) {
        let (weights, _) = weights.as_chunks::<{ SCALAR.columns }>().0.as_chunks::<{ SCALAR.out }>();
        let (values, _) = values.as_chunks::<{ SCALAR.columns }>().0.as_chunks::<{ SCALAR.tile / 2 }>();
        for (weights, values) in weights.iter().zip(values) {
            for (sums, weights) in sums.iter_mut().zip(weights) {
                for (sum, values) in sums.iter_mut().zip(values) {
                    for (value, &weight) in values.iter().zip(weights) {
                        *sum = sum.wrapping_add(value.wrapping_mul(weight.into()));
                    }
                }
            }
        }
    }

    #[inline(always)]
    fn finish(self, sums: Self::Sums, into: &mut [i32], place: usize, row: usize) {
        for (at, sums) in sums.into_iter().enumerate() {
            for (two, sum) in into[at * row + place..].as_chunks_mut::<2>().0.iter_mut().zip(sums) {
                *two = [sum as i32, (sum.wrapping_sub((sum as i32).into()) >> 32) as i32];
            }
        }
    }
}

/// A vector has the sums of a row of weights and eight rows of activations.
#[cfg(target_arch = "x86_64")]
const WIDE: Shape = Shape { tile: 8, out: 8, columns: 2 };

/// AVX2, which takes half the time of what every 64-bit x86 has.
#[cfg(target_arch = "x86_64")]
impl Lanes for V3 {
    const SHAPE: Shape = WIDE;
    type Weight = i16;
    type Value = i16;
    type Sums = [[pulp::i32x8; 1]; WIDE.out];

    #[inline(always)]
    fn values(self, tiles: &[i16]) -> Cow<'_, [i16]> {
        tiles.into()
    }

    #[inline(always)]
    fn weights(self, tiles: &[i16]) -> Cow<'_, [i16]> {
        tiles.into()
    }

    #[inline(always)]
    fn zero(self) -> Self::Sums {
        [[pulp::cast([0_i32; WIDE.tile])]; WIDE.out]
    }

    #[inline(always)]
    fn add(self, one: Self::Sums, other: Self::Sums) -> Self::Sums {
        each(one, other, |a, b| pulp::cast(self.avx2._mm256_add_epi32(pulp::cast(a), pulp::cast(b))))
    }

    #[inline(always)]
    fn subtract(self, one: Self::Sums, other: Self::Sums) -> Self::Sums {
        each(one, other, |a, b| pulp::cast(self.avx2._mm256_sub_epi32(pulp::cast(a), pulp::cast(b))))
    }

    #[inline(always)]
    fn add_products(self, sums: &mut Self::Sums, weights: &[i16], values: &[i16]) {
        let (weights, _) = weights.as_chunks::<{ WIDE.columns }>().0.as_chunks::<{ WIDE.out }>();
        let (values, _) = values.as_chunks::<{ WIDE.columns * WIDE.tile }>();
        for (weights, values) in weights.iter().zip(values) {
            for ([sum], &weights) in sums.iter_mut().zip(weights) {
                let weights = self.avx._mm256_set1_epi32(pulp::cast(weights));
                let products = self.avx2._mm256_madd_epi16(weights, pulp::cast(*values));
                *sum = pulp::cast(self.avx2._mm256_add_epi32(pulp::cast(*sum), products));
            }
        }
    }

    #[inline(always)]
    fn finish(self, sums: Self::Sums, into: &mut [i32], place: usize, row: usize) {
        for (at, [sums]) in sums.into_iter().enumerate() {
            let sums: [i32; WIDE.tile] = pulp::cast(sums);
            into[at * row + place..][..WIDE.tile].copy_from_slice(&sums);
        }
    }
}
