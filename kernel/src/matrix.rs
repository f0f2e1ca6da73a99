//! The products themselves.
//!
//! Weights and activations are 16 bits wide and their products are summed in 32: processors have one instruction for just that
//! (`pmaddwd`, `i32x4.dot_i16x8_s`, `smlal`). Sums wrap, so their order does not matter and every kind of vector gives the
//! same bytes. The sums of a tile of rows of activations and rows of weights are held in registers. Both lie in memory in the order
//! in which they are read.

#![expect(clippy::inline_always, reason = "what is not inlined is not compiled for the vectors of its caller")]

#[cfg(target_arch = "x86_64")]
use pulp::x86::V3;

use crate::convolution::{self, PLANES};
use crate::lanes::{Lanes, Plain, Shape};
use crate::rows::Rows;
use crate::{STEP, bounded, half, saturate};

/// Takes two rows of a product: which the first is, its values, the values of the next.
pub type Sink<'a> = dyn FnMut(usize, &[i32], &[i32]) + 'a;

/// Weights with what brings their sums back to the scale of activations.
#[derive(Debug, Clone)]
pub struct Matrix {
    /// In tiles, of which each has one plane after the other.
    weights: Vec<i16>,
    /// The best for the processor.
    shape: Shape,
    /// With the half that makes the shift round.
    bias: Vec<i32>,
    shift: Vec<u32>,
    /// 1, or those of a convolution.
    planes: usize,
    /// A multiple of [`STEP`].
    width: usize,
}

impl Matrix {
    /// `rows` in the order in which [`Matrix::apply`] is to give them: weights, bias, shift.
    /// The columns are filled up with zeros to a multiple of [`STEP`].
    pub fn new<'a>(rows: impl IntoIterator<Item = (&'a [u8], i32, u8)>) -> Self {
        Self::with(1, best(), rows)
    }

    /// The same for a convolution: each row has its weights for what stands before a token, at it and after it.
    pub fn convolution<'a>(rows: impl IntoIterator<Item = (&'a [u8], i32, u8)>) -> Self {
        Self::with(PLANES, best(), rows)
    }

    fn with<'a>(planes: usize, shape: Shape, rows: impl IntoIterator<Item = (&'a [u8], i32, u8)>) -> Self {
        let mut matrix = Self { weights: Vec::new(), shape, bias: Vec::new(), shift: Vec::new(), planes, width: 0 };
        rows.into_iter().for_each(|(weights, bias, shift)| matrix.push(weights, bias, shift));
        matrix
    }

    fn push(&mut self, weights: &[u8], bias: i32, shift: u8) {
        let columns = if self.planes == 1 { weights.len() } else { weights.len() / 3 };
        self.width = columns.next_multiple_of(STEP);
        let (row, out) = (self.bias.len(), self.shape.out);
        let plane = out * self.width;
        // Whole tiles: of the last, the sums of what is filled up are not given on.
        self.weights.resize((row / out + 1) * self.planes * plane, 0);
        let numbers =
            |tap: usize| weights[tap * columns..][..columns].iter().map(|&byte| i16::from(byte.cast_signed()));
        let mut values = vec![0; self.planes * self.width];
        if self.planes == 1 {
            values.iter_mut().zip(numbers(0)).for_each(|(value, number)| *value = number);
        } else {
            for (column, ((before, at), after)) in numbers(0).zip(numbers(1)).zip(numbers(2)).enumerate() {
                for (plane, weight) in convolution::weights([before, at, after]).into_iter().enumerate() {
                    values[plane * self.width + column] = weight;
                }
            }
        }
        let tile = &mut self.weights[row / out * self.planes * plane..];
        for (tile, values) in tile.chunks_exact_mut(plane).zip(values.chunks_exact(self.width)) {
            self.shape.put(tile, out, row % out, values);
        }
        self.bias.push(bias.wrapping_add(half(shift)));
        self.shift.push(shift.into());
    }

    /// The width that rows of activations must have.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Multiplies each row of weights with each row of activations and gives `sink` two rows of the product at a time,
    /// a value a token; where there is no next row, no values stand for it. Without tokens it gives nothing.
    ///
    /// # Panics
    /// When the rows are not as wide as the matrix, or the matrix is a convolution.
    pub fn apply(&self, rows: &Rows, sink: &mut Sink<'_>) {
        assert!(self.planes == 1, "a matrix of one tap");
        let tokens = |sums: &[i32]| rows.count().min(sums.len());
        self.products(rows, 0, &mut |row, above, below| sink(row, &above[..tokens(above)], &below[..tokens(below)]));
    }

    /// A gated convolution, whose rows are a value and a gate for each channel: adds to each activation its value, as far as
    /// the gate lets it through. It reads the activations at `reach` before a token, at the token and at `reach` after it, all of
    /// them [`bounded`](crate::bounded).
    ///
    /// # Panics
    /// When the rows are not as wide as the matrix, it is no convolution, or it reaches nowhere.
    pub fn gate(&self, rows: &mut Rows, reach: usize) {
        assert!(self.planes == PLANES && reach > 0, "a convolution");
        let places = convolution::places(rows, reach, self.shape);
        let mut columns = rows.columns(&places);
        self.products(rows, reach, &mut |row, values, gates| {
            gated(&mut columns[row / 2 * values.len()..][..values.len()], values, gates);
        });
        rows.set_columns(&places, &columns);
    }

    /// The sums of all tiles: of a convolution as [`places`](convolution::places) has them, else those of the tokens first.
    fn products(&self, rows: &Rows, reach: usize, sink: &mut Sink<'_>) {
        assert_eq!(rows.width(), self.width, "rows that fit the matrix");
        if rows.count() == 0 {
            return;
        }
        #[cfg(target_arch = "x86_64")]
        if let Some(lanes) = V3::try_new() {
            return lanes.vectorize(Vectorized { matrix: self, rows, reach, sink, lanes });
        }
        self.products_with(Plain::default(), rows, reach, sink);
    }

    #[inline(always)]
    fn products_with<L: Lanes>(&self, lanes: L, rows: &Rows, reach: usize, sink: &mut Sink<'_>) {
        debug_assert_eq!(self.shape, L::SHAPE, "weights that lie as they are read");
        if self.planes == 1 {
            self.multiply(lanes, &rows.tiles(L::SHAPE), 1, sink, |[plane], into, place, row| {
                let mut sums = lanes.zero();
                plane.add_to(&mut sums, lanes);
                lanes.finish(sums, into, place, row);
            });
        } else {
            let tiles = convolution::tiles(rows, reach, L::SHAPE);
            self.multiply(lanes, &tiles, 2, sink, |[before, sum, difference, after], into, place, row| {
                let (mut one, mut other) = (lanes.zero(), lanes.zero());
                sum.add_to(&mut one, lanes);
                difference.add_to(&mut other, lanes);
                let (mut first, mut second) = (lanes.add(one, other), lanes.subtract(one, other));
                before.add_to(&mut first, lanes);
                lanes.finish(first, into, place, row);
                after.add_to(&mut second, lanes);
                lanes.finish(second, into, place + L::SHAPE.tile, row);
            });
        }
    }

    /// `products` makes of the planes of a tile `tokens` sums for each row of both, and puts them where [`Lanes::finish`] is told.
    #[inline(always)]
    fn multiply<L: Lanes, const P: usize>(
        &self,
        lanes: L,
        tiles: &[i16],
        tokens: usize,
        sink: &mut Sink<'_>,
        products: impl Fn([Plane<'_, L>; P], &mut [i32], usize, usize),
    ) {
        let Shape { tile, out, .. } = L::SHAPE;
        let (weights_of_plane, values_of_plane) = (out * self.width, tile * self.width / L::TOGETHER);
        let values = lanes.values(tiles);
        let row = values.len() / (P * values_of_plane) * tokens * tile;
        let mut sums = vec![0; out * row];
        let mut scaled = [vec![0; row], vec![0; row]];
        for (at, weights) in self.weights.chunks_exact(P * weights_of_plane).enumerate() {
            let weights = lanes.weights(weights);
            all_tiles(&weights, &values, [weights_of_plane, values_of_plane], |planes, at| {
                products(planes, &mut sums, at * tokens * tile, row);
            });
            for (at, sums) in (at * out..self.bias.len()).zip(sums.chunks_exact(row)) {
                self.scale(at, sums, &mut scaled[at % 2]);
                let [above, below] = &scaled;
                if at % 2 == 1 {
                    sink(at - 1, above, below);
                } else if at + 1 == self.bias.len() {
                    sink(at, above, &[]);
                }
            }
        }
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn scale(&self, row: usize, sums: &[i32], scaled: &mut [i32]) {
        let (bias, shift, doubled) = (self.bias[row], self.shift[row], u32::from(self.planes > 1));
        for (scaled, &sum) in scaled.iter_mut().zip(sums) {
            *scaled = (sum >> doubled).wrapping_add(bias).wrapping_shr(shift);
        }
    }
}

/// A gate that lets everything through: gates are fractions of this.
const OPEN: i32 = 512;

/// Adds to each activation its value, as far as the gate lets it through.
fn gated(activations: &mut [i16], values: &[i32], gates: &[i32]) {
    for ((x, &value), &gate) in activations.iter_mut().zip(values).zip(gates) {
        let gate = ((gate >> 2) + OPEN / 2).clamp(0, OPEN);
        let change = (i32::from(saturate(value)) * gate + OPEN / 2) >> OPEN.ilog2();
        *x = bounded(i32::from(*x) + change);
    }
}

/// Gives `products` a tile of weights with each of activations, and which that is. In a browser this and what is inlined into it is a
/// function of its own, as is whatever else is hot: those are compiled well in a moment,
/// and until then all is slow.
#[cfg_attr(target_arch = "wasm32", inline(never))]
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
fn all_tiles<L: Lanes, const P: usize>(
    weights: &[L::Weight],
    values: &[L::Value],
    [weights_of_plane, values_of_plane]: [usize; 2],
    mut products: impl FnMut([Plane<'_, L>; P], usize),
) {
    for (at, values) in values.chunks_exact(P * values_of_plane).enumerate() {
        let plane = |at: usize| Plane {
            weights: &weights[at * weights_of_plane..][..weights_of_plane],
            values: &values[at * values_of_plane..][..values_of_plane],
        };
        products(std::array::from_fn(plane), at);
    }
}

/// What the best way of the processor wants.
fn best() -> Shape {
    #[cfg(target_arch = "x86_64")]
    if V3::try_new().is_some() {
        return V3::SHAPE;
    }
    Plain::SHAPE
}

/// Weights and activations of a tile.
struct Plane<'a, L: Lanes> {
    weights: &'a [L::Weight],
    values: &'a [L::Value],
}

impl<L: Lanes> Plane<'_, L> {
    #[inline(always)]
    fn add_to(&self, sums: &mut L::Sums, lanes: L) {
        lanes.add_products(sums, self.weights, self.values);
    }
}

/// [`Matrix::products_with`] as `pulp` wants it, so that it is compiled for the wider vectors.
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
        self.matrix.products_with(self.lanes, self.rows, self.reach, self.sink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doubles::Doubles;
    use crate::lanes::{Integers, Vectors};

    type Product = Vec<(usize, Vec<i32>, Vec<i32>)>;
    type Line<'a> = (&'a [u8], i32, u8);

    const LIMIT: i16 = 8191;

    fn product<L: Lanes>(taps: usize, given: &[Line<'_>], lanes: L, rows: &Rows, reach: usize) -> Product {
        let matrix = Matrix::with(if taps == 1 { 1 } else { PLANES }, L::SHAPE, given.iter().copied());
        collected(&matrix, rows, reach, |sink| matrix.products_with(lanes, rows, reach, sink))
    }

    /// What a product gives, token by token.
    fn collected(matrix: &Matrix, rows: &Rows, reach: usize, product: impl FnOnce(&mut Sink<'_>)) -> Product {
        let tokens = |row: &[i32]| match matrix.planes {
            1 => row[..rows.count().min(row.len())].to_vec(),
            _ if row.is_empty() => Vec::new(),
            _ => convolution::places(rows, reach, matrix.shape).of.iter().map(|&place| row[place]).collect(),
        };
        let mut out = Product::new();
        product(&mut |row, above, below| out.push((row, tokens(above), tokens(below))));
        out
    }

    /// As it is defined.
    fn expected(taps: &[isize], weights: &[Vec<u8>], bias: &[i32], shift: &[u8], rows: &Rows) -> Product {
        let sum = |row: usize, token: usize| {
            let mut sum = bias[row].wrapping_add(half(shift[row]));
            let paragraph = rows.paragraphs().iter().find(|paragraph| paragraph.contains(&token)).unwrap();
            for (tap, weights) in taps.iter().zip(weights[row].chunks(weights[row].len() / taps.len())) {
                let Some(token) = token.checked_add_signed(*tap).filter(|token| paragraph.contains(token)) else {
                    continue;
                };
                for (&weight, &value) in weights.iter().zip(rows.row(token)) {
                    sum = sum.wrapping_add(i32::from(weight.cast_signed()) * i32::from(value));
                }
            }
            sum.wrapping_shr(shift[row].into())
        };
        let sums =
            |row| if row < weights.len() { (0..rows.count()).map(|token| sum(row, token)).collect() } else { vec![] };
        (0..weights.len()).step_by(2).map(|row| (row, sums(row), sums(row + 1))).collect()
    }

    #[test]
    fn nothing_is_made_of_nothing() {
        let matrix = Matrix::new([(&[1_u8; 16][..], 0, 0)]);
        matrix.apply(&Rows::new(0, matrix.width()), &mut |_, _, _| panic!("there are no tokens"));
    }

    /// The machine that tests has the widest vectors; the others are what most builds use.
    #[test]
    fn all_ways_give_what_is_defined() {
        let mut random = fastrand::Rng::with_seed(5);
        for case in 0..60 {
            // Sums of the greatest numbers, in products of one tap such that wrap, and of any.
            let extreme = case % 4 == 0;
            let (reach, columns) = (random.usize(1..20), 16 * random.usize(1..13) - case % 3);
            let paragraphs = [random.usize(1..45), random.usize(0..45), random.usize(0..10)];
            let paragraphs = &paragraphs[..random.usize(1..=3)];
            let taps = if case % 2 == 0 { vec![-reach.cast_signed(), 0, reach.cast_signed()] } else { vec![0] };
            let limit = if taps.len() == 1 { i16::MAX } else { LIMIT };
            let weights: Vec<Vec<u8>> = (0..5)
                .map(|_| (0..taps.len() * columns).map(|_| if extreme { 0x80 } else { random.u8(..) }).collect())
                .collect();
            let (bias, shift): (Vec<i32>, Vec<u8>) = (0..5).map(|_| (random.i32(..), random.u8(..32))).unzip();
            let lines: Vec<Line<'_>> = (0..5).map(|row| (&weights[row][..], bias[row], shift[row])).collect();
            let new = if taps.len() == 1 { Matrix::new } else { Matrix::convolution };
            let matrix = new(lines.iter().copied());
            let mut rows = Rows::of(paragraphs, matrix.width());
            for row in 0..rows.count() {
                rows.row_mut(row)[..columns].fill_with(|| if extreme { -limit } else { random.i16(-limit..=limit) });
            }
            let expected = expected(&taps, &weights, &bias, &shift, &rows);
            let best = collected(&matrix, &rows, reach, |sink| matrix.products(&rows, reach, sink));
            assert_eq!(best, expected, "{taps:?} {paragraphs:?} {columns}");
            assert_eq!(product(taps.len(), &lines, Vectors, &rows, reach), expected);
            assert_eq!(product(taps.len(), &lines, Integers, &rows, reach), expected);
            assert_eq!(product(taps.len(), &lines, Doubles, &rows, reach), expected);
        }
    }
}
