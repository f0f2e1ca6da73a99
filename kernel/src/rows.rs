//! What is multiplied with weights.

use crate::lanes::Shape;

/// Activations of the tokens of a paragraph, a row a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    count: usize,
    width: usize,
    values: Vec<i16>,
}

impl Rows {
    /// All zero.
    pub fn new(count: usize, width: usize) -> Self {
        Self { count, width, values: vec![0; count * width] }
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
