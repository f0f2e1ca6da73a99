//! Vectors of weights and activations, as wide as the processor has them.

#![expect(clippy::inline_always, reason = "what is not inlined is not compiled for the vectors of its caller")]

#[cfg(target_arch = "x86_64")]
use pulp::x86::V3;

/// Rows of activations that are worked on together.
pub(super) const TILE: usize = 4;

/// Vectors of `N` weights or activations.
pub(super) trait Lanes<const N: usize>: Copy {
    /// Sums of products, in as many parts as the vector has lanes.
    type Sum: Copy;
    fn zero(self) -> Self::Sum;
    fn add_products(self, sum: Self::Sum, weights: &[i16; N], values: &[i16; N]) -> Self::Sum;
    /// The parts of each of four sums, added up.
    fn sums(self, four: [Self::Sum; TILE]) -> [i32; TILE];
}

/// What the target has without asking: vectors of 128 bits, or none.
#[derive(Clone, Copy)]
pub(super) struct Plain;

#[cfg(any(not(target_arch = "wasm32"), target_feature = "simd128"))]
impl Lanes<8> for Plain {
    type Sum = wide::i32x4;

    #[inline(always)]
    fn zero(self) -> wide::i32x4 {
        wide::i32x4::ZERO
    }

    #[inline(always)]
    fn add_products(self, sum: wide::i32x4, weights: &[i16; 8], values: &[i16; 8]) -> wide::i32x4 {
        sum + wide::i16x8::new(*weights).dot(wide::i16x8::new(*values))
    }

    #[inline(always)]
    fn sums(self, four: [wide::i32x4; TILE]) -> [i32; TILE] {
        let [a, b, c, d] = wide::i32x4::transpose(four);
        (a + b + c + d).to_array()
    }
}

#[cfg(not(any(not(target_arch = "wasm32"), target_feature = "simd128")))]
impl Lanes<4> for Plain {
    type Sum = i32;

    #[inline(always)]
    fn zero(self) -> i32 {
        0
    }

    #[inline(always)]
    fn add_products(self, sum: i32, weights: &[i16; 4], values: &[i16; 4]) -> i32 {
        weights.iter().zip(values).fold(sum, |sum, (&w, &v)| sum.wrapping_add(i32::from(w) * i32::from(v)))
    }

    #[inline(always)]
    fn sums(self, four: [i32; TILE]) -> [i32; TILE] {
        four
    }
}

/// AVX2, which takes half the time of what every 64-bit x86 has.
#[cfg(target_arch = "x86_64")]
impl Lanes<16> for V3 {
    type Sum = pulp::i32x8;

    #[inline(always)]
    fn zero(self) -> pulp::i32x8 {
        pulp::cast([0_i32; 8])
    }

    #[inline(always)]
    fn add_products(self, sum: pulp::i32x8, weights: &[i16; 16], values: &[i16; 16]) -> pulp::i32x8 {
        let products = self.avx2._mm256_madd_epi16(pulp::cast(*weights), pulp::cast(*values));
        pulp::cast(self.avx2._mm256_add_epi32(pulp::cast(sum), products))
    }

    #[inline(always)]
    fn sums(self, four: [pulp::i32x8; TILE]) -> [i32; TILE] {
        let [a, b, c, d] = four.map(pulp::cast);
        let halves = self.avx2._mm256_hadd_epi32(self.avx2._mm256_hadd_epi32(a, b), self.avx2._mm256_hadd_epi32(c, d));
        let [low, high]: [[i32; TILE]; 2] = pulp::cast(halves);
        std::array::from_fn(|at| low[at].wrapping_add(high[at]))
    }
}
