//! The loops that take most of the engine's time: the tagger's products of weights with activations, and what else runs for
//! every activation; and the matching of [`phrase`]s.
//!
//! Both are 16 bits wide and their products are summed in 32: processors have one instruction for just that (`pmaddwd`,
//! `i32x4.dot_i16x8_s`, `smlal`). Sums wrap, so their order does not matter and every kind of vector gives the same
//! bytes. A tile of four rows of activations and two rows of weights is held in registers at a time: each value that is
//! loaded is used in several products.

#![expect(clippy::inline_always, reason = "what is not inlined is not compiled for the vectors of its caller")]

#[cfg(target_arch = "x86_64")]
use pulp::x86::V3;

#[cfg(any(test, all(target_arch = "wasm32", not(target_feature = "simd128"), not(target_feature = "sign-ext"))))]
mod doubles;
mod lanes;
pub mod phrase;

use lanes::{Lanes, OUT, Plain, TILE};

/// What the width of a row is a multiple of: the most that any kind of vector takes at once.
pub const STEP: usize = 16;

/// Activations of the tokens of a paragraph, a row a token, with rows of zeros before and after them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    count: usize,
    width: usize,
    margin: usize,
    values: Vec<i16>,
}

impl Rows {
    /// All zero. `margin` rows before and as many after can be read but not written.
    pub fn new(count: usize, width: usize, margin: usize) -> Self {
        Self { count, width, margin, values: vec![0; (count.next_multiple_of(TILE) + 2 * margin) * width] }
    }

    /// How many rows can be written.
    pub fn count(&self) -> usize {
        self.count
    }

    fn start(&self, row: usize) -> usize {
        debug_assert!(row < self.count, "row {row} of {}", self.count);
        (self.margin + row) * self.width
    }

    /// The values of a row.
    pub fn row(&self, row: usize) -> &[i16] {
        &self.values[self.start(row)..][..self.width]
    }

    /// The values of a row.
    pub fn row_mut(&mut self, row: usize) -> &mut [i16] {
        let start = self.start(row);
        &mut self.values[start..][..self.width]
    }

    /// The values column by column, each column from the first row to the last.
    pub fn columns(&self) -> Vec<i16> {
        let mut columns = vec![0; self.count * self.width];
        for row in 0..self.count {
            for (place, &value) in columns.iter_mut().skip(row).step_by(self.count).zip(self.row(row)) {
                *place = value;
            }
        }
        columns
    }

    /// Takes the values from what [`Rows::columns`] gave.
    pub fn set_columns(&mut self, columns: &[i16]) {
        for row in 0..self.count {
            let values = columns.iter().skip(row).step_by(self.count);
            self.row_mut(row).iter_mut().zip(values).for_each(|(place, &value)| *place = value);
        }
    }
}

/// Takes two rows of a product: which the first is, its values, the values of the next.
pub type Sink<'a> = dyn FnMut(usize, &[i32], &[i32]) + 'a;

/// Weights with what brings their sums back to the scale of activations.
#[derive(Debug, Clone)]
pub struct Matrix {
    /// Row by row; in each, tap by tap.
    weights: Vec<i16>,
    /// With the half that makes the shift round.
    bias: Vec<i32>,
    shift: Vec<u32>,
    taps: usize,
    /// Of one tap, a multiple of [`STEP`].
    width: usize,
}

impl Matrix {
    /// `rows` in the order in which [`Matrix::apply`] is to give them: the weights of all taps, the bias, the shift.
    /// Each tap's columns are filled up with zeros to a multiple of [`STEP`].
    pub fn new<'a>(rows: impl IntoIterator<Item = (&'a [u8], i32, u8)>, taps: usize) -> Self {
        let mut matrix = Self { weights: Vec::new(), bias: Vec::new(), shift: Vec::new(), taps, width: 0 };
        for (weights, bias, shift) in rows {
            let columns = weights.len() / taps;
            matrix.width = columns.next_multiple_of(STEP);
            for tap in weights.chunks_exact(columns) {
                let filled = matrix.weights.len() + matrix.width;
                matrix.weights.extend(tap.iter().map(|&byte| i16::from(byte.cast_signed())));
                matrix.weights.resize(filled, 0);
            }
            matrix.bias.push(bias.wrapping_add(half(shift)));
            matrix.shift.push(shift.into());
        }
        // An even number of rows: the last pair's second sums are not given on.
        let whole = matrix.bias.len().next_multiple_of(2);
        matrix.weights.resize(whole * taps * matrix.width, 0);
        matrix
    }

    /// The width that rows of activations must have.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Multiplies each row of weights with each row of activations and gives `sink` two rows of the product at a time,
    /// a value a token; where there is no next row, no values stand for it. A matrix of three taps reads the rows at
    /// `reach` before the token, at the token and at `reach` after it.
    ///
    /// # Panics
    /// When the rows are not as wide as the matrix, or have less margin than it reaches.
    pub fn apply(&self, rows: &Rows, reach: usize, sink: &mut Sink<'_>) {
        assert!(rows.width == self.width && reach <= rows.margin, "rows that fit the matrix");
        #[cfg(target_arch = "x86_64")]
        if let Some(lanes) = V3::try_new() {
            return lanes.vectorize(Vectorized { matrix: self, rows, reach, sink, lanes });
        }
        self.apply_with(Plain::default(), rows, reach, sink);
    }

    #[inline(always)]
    fn apply_with<L: Lanes<N>, const N: usize>(&self, lanes: L, rows: &Rows, reach: usize, sink: &mut Sink<'_>) {
        let mut sums = [vec![0; rows.count.next_multiple_of(TILE)], vec![0; rows.count.next_multiple_of(TILE)]];
        let values = lanes.prepare(&rows.values, self.width);
        let first = if self.taps == 1 { rows.margin } else { rows.margin - reach };
        for (pair, weights) in self.weights.chunks_exact(OUT * self.taps * self.width).enumerate() {
            let weights = lanes.weights(weights);
            let (above, below) = weights.split_at(self.taps * self.width);
            for token in (0..rows.count).step_by(TILE) {
                let mut tile = lanes.zero();
                let taps = above.chunks_exact(self.width).zip(below.chunks_exact(self.width));
                for (tap, (above, below)) in taps.enumerate() {
                    let start = (first + token + tap * reach) * self.width;
                    let values = &values[start..][..TILE * self.width];
                    multiply(lanes, [above, below], values, &mut tile);
                }
                for (sums, tile) in sums.iter_mut().zip(lanes.finish(tile)) {
                    sums[token..token + TILE].copy_from_slice(&tile);
                }
            }
            let row = 2 * pair;
            let [above, below] = &mut sums;
            self.scale(row, above);
            if row + 1 < self.bias.len() {
                self.scale(row + 1, below);
                sink(row, &above[..rows.count], &below[..rows.count]);
            } else {
                sink(row, &above[..rows.count], &[]);
            }
        }
    }

    #[inline(always)]
    fn scale(&self, row: usize, sums: &mut [i32]) {
        let (bias, shift) = (self.bias[row], self.shift[row]);
        for sum in sums {
            *sum = sum.wrapping_add(bias).wrapping_shr(shift);
        }
    }
}

/// A gate that lets everything through: gates are fractions of this.
const OPEN: i32 = 512;

/// Adds to each activation its value, as far as the gate lets it through.
pub fn gated(activations: &mut [i16], values: &[i32], gates: &[i32]) {
    for ((x, &value), &gate) in activations.iter_mut().zip(values).zip(gates) {
        let gate = ((gate >> 2) + OPEN / 2).clamp(0, OPEN);
        let change = (i32::from(saturate(value)) * gate + OPEN / 2) >> OPEN.ilog2();
        *x = saturate(i32::from(*x) + change);
    }
}

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

/// Adds to each sum of a tile the products of one tap.
#[inline(always)]
fn multiply<L: Lanes<N>, const N: usize>(
    lanes: L,
    weights: [&[L::Weight]; OUT],
    values: &[L::Value],
    sums: &mut L::Sums,
) {
    let [above, below] = weights.map(|row| row.as_chunks::<N>().0);
    let (values, _) = values.as_chunks::<N>();
    let width = above.len();
    let below = &below[..width];
    let rows: [&[[L::Value; N]]; TILE] = std::array::from_fn(|row| &values[row * width..][..width]);
    for at in 0..width {
        lanes.add_products(sums, [&above[at], &below[at]], rows.map(|row| &row[at]));
    }
}

/// [`Matrix::apply_with`] as `pulp` wants it, so that it is compiled for the wider vectors.
#[cfg(target_arch = "x86_64")]
struct Vectorized<'a> {
    matrix: &'a Matrix,
    rows: &'a Rows,
    reach: usize,
    sink: &'a mut Sink<'a>,
    lanes: V3,
}

#[cfg(target_arch = "x86_64")]
impl pulp::NullaryFnOnce for Vectorized<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        self.matrix.apply_with(self.lanes, self.rows, self.reach, self.sink);
    }
}

#[cfg(test)]
mod tests {
    use super::doubles::Doubles;
    use super::lanes::{Pairs, Vectors};
    use super::*;

    type Product = Vec<(usize, Vec<i32>, Vec<i32>)>;

    fn product<L: Lanes<N>, const N: usize>(matrix: &Matrix, lanes: L, rows: &Rows) -> Product {
        let mut out = Product::new();
        matrix.apply_with(lanes, rows, 4, &mut |row, above, below| out.push((row, above.to_vec(), below.to_vec())));
        out
    }

    /// The machine that tests has the widest vectors; the others are what most builds use.
    #[test]
    fn all_ways_give_the_same() {
        let mut random = fastrand::Rng::with_seed(5);
        // Sums of the greatest products, which wrap, and of any.
        for extreme in [true, false] {
            let weights: Vec<u8> = (0..5 * 3 * 192).map(|_| if extreme { 0x80 } else { random.u8(..) }).collect();
            let matrix = Matrix::new(weights.chunks(3 * 192).map(|row| (row, random.i32(..), random.u8(..32))), 3);
            let mut rows = Rows::new(7, 192, 4);
            for row in 0..7 {
                rows.row_mut(row).fill_with(|| if extreme { i16::MIN } else { random.i16(..) });
            }
            let mut best = Product::new();
            matrix.apply(&rows, 4, &mut |row, above, below| best.push((row, above.to_vec(), below.to_vec())));
            let shape: Vec<_> = best.iter().map(|(row, above, below)| (*row, above.len(), below.len())).collect();
            assert_eq!(shape, [(0, 7, 7), (2, 7, 7), (4, 7, 0)]);
            assert_eq!(best, product(&matrix, Vectors, &rows));
            assert_eq!(best, product(&matrix, Pairs, &rows));
            assert_eq!(best, product(&matrix, Doubles, &rows));
        }
    }
}
