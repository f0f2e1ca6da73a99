//! The loops that take most of the engine's time: the tagger's products of weights with activations, and what else runs for
//! every activation; and the matching of [`phrase`]s.
//!
//! An article goes this way: the activations of some paragraphs are [`Rows`], which `tiles` lays out in the order in which they are
//! read, as `convolution` wants them; [`Matrix`] multiplies them tile by tile, with what `lanes` has for the processor.

mod convolution;
#[cfg(any(test, all(target_arch = "wasm32", not(target_feature = "simd128"), not(target_feature = "sign-ext"))))]
mod doubles;
mod lanes;
mod matrix;
pub mod phrase;
mod rows;

pub use convolution::{WIDEST, bounded};
pub use matrix::{Matrix, Sink};
pub use rows::Rows;

/// What the width of a row is a multiple of.
pub const STEP: usize = 8;

/// Adds to each sum a number of 16 bits; `values` holds them in bytes, the lower one first.
pub fn add(sums: &mut [i32], values: &[u8]) {
    for (sum, value) in sums.iter_mut().zip(values.as_chunks::<2>().0) {
        *sum = sum.wrapping_add(i16::from_le_bytes(*value).into());
    }
}

/// Takes over numbers of 8 bits.
pub fn widen(activations: &mut [i16], values: &[u8]) {
    activations.iter_mut().zip(values).for_each(|(x, &value)| *x = value.cast_signed().into());
}

/// The nearest number of 16 bits.
#[inline]
pub fn saturate(value: i32) -> i16 {
    value.clamp(i16::MIN.into(), i16::MAX.into()) as i16
}

/// What is added before a shift so that it rounds.
pub fn half(shift: u8) -> i32 {
    if shift == 0 { 0 } else { 1 << (shift - 1) }
}
