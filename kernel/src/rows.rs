//! What is multiplied with weights.

use std::ops::Range;

use crate::convolution::Places;
use crate::lanes::Shape;

/// Activations of the tokens of some paragraphs, a row a token, one paragraph after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    count: usize,
    width: usize,
    values: Vec<i16>,
    paragraphs: Vec<Range<usize>>,
}

impl Rows {
    /// Those of one paragraph, all zero.
    pub fn new(count: usize, width: usize) -> Self {
        Self::of(&[count], width)
    }

    /// Those of paragraphs of so many tokens each, all zero. What stands around a token ends with its paragraph.
    pub fn of(counts: &[usize], width: usize) -> Self {
        let (mut count, mut paragraphs) = (0, Vec::with_capacity(counts.len()));
        for tokens in counts {
            paragraphs.push(count..count + tokens);
            count += tokens;
        }
        Self { count, width, values: vec![0; count * width], paragraphs }
    }

    /// Which rows each paragraph has.
    pub fn paragraphs(&self) -> &[Range<usize>] {
        &self.paragraphs
    }

    /// How many rows there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many values a row has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The values of a row.
    pub fn row(&self, row: usize) -> &[i16] {
        &self.values[row * self.width..][..self.width]
    }

    /// The values of a row.
    pub fn row_mut(&mut self, row: usize) -> &mut [i16] {
        &mut self.values[row * self.width..][..self.width]
    }

    /// The values column by column, those of a row at its place in each.
    pub(crate) fn columns(&self, places: &Places) -> Vec<i16> {
        let mut columns = vec![0; places.count * self.width];
        for (values, &place) in self.values.chunks_exact(self.width).zip(&places.of) {
            columns[place..].iter_mut().step_by(places.count).zip(values).for_each(|(to, &value)| *to = value);
        }
        columns
    }

    /// Takes the values from what [`Rows::columns`] gave.
    pub(crate) fn set_columns(&mut self, places: &Places, columns: &[i16]) {
        for (values, &place) in self.values.chunks_exact_mut(self.width).zip(&places.of) {
            values.iter_mut().zip(columns[place..].iter().step_by(places.count)).for_each(|(to, &value)| *to = value);
        }
    }

    /// The rows in tiles. Where the last has no rows, it has zeros.
    pub(crate) fn tiles(&self, shape: Shape) -> Vec<i16> {
        let mut tiles = vec![0; self.count.next_multiple_of(shape.tile) * self.width];
        let whole = shape.tile * self.width;
        for (tile, rows) in tiles.chunks_exact_mut(whole).zip(self.values.chunks(whole)) {
            for (at, row) in rows.chunks_exact(self.width).enumerate() {
                shape.put(tile, shape.tile, at, row);
            }
        }
        tiles
    }
}
