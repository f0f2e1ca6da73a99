//! The model's file: trained weights in the `safetensors` format, checked once when they are read.
//!
//! | tensor | type, shape | what |
//! |---|---|---|
//! | `vocabulary` | u32 \[V\] | sorted hashes of the words that have a row of their own |
//! | `word` | i8 \[V + 1, D1\] | row 0 for any other word |
//! | `suffix`, `prefix` | i8 \[S, D2\], \[P, D3\] | by bucket |
//! | `input.weight`, `.bias`, `.shift` | i8 \[W, D1 + D2 + D3\], i32 \[W\], u8 \[W\] | embeddings to activations |
//! | `feature` | i16 \[F, W\] | added to the activations for each feature of a token |
//! | `block{k}.weight`, `.bias`, `.shift` | i8 \[2W, 3W\], i32 \[2W\], u8 \[2W\] | a gated convolution: values, then gates |
//! | `label.weight`, `.bias`, `.shift` | i8 \[3R, W\], i32 \[3R\], u8 \[3R\] | scores of outside, begin, inside for each role |
//! | `transitions` | i32 \[R, 3, 3\] | from, to |
//! | `link.content_cue.*`, `link.cue_source.*` | | see below |
//!
//! A link has `query`, `key` i8 \[K, 2W\], `query.shift`, `key.shift` u8 \[K\], `scale` u8 \[1\], `distance` i32 \[32\]
//! and `none` i32 \[1\]. The metadata hold `version`, `layout` (the
//! [`LAYOUT`](super::LAYOUT) of the features that it was trained with) and `dilations`, one number a block. W is a multiple of 8 and at most [`WIDEST`](hearsay_kernel::WIDEST).

use std::fmt;
use std::sync::OnceLock;

use hearsay_kernel::{Matrix, STEP, WIDEST};

use super::input::LAYOUT;
use super::link::{BUCKETS, Linker};
use super::viterbi::STATES;
use crate::english;
use crate::tensors::{Dtype, Tensor, Tensors};

/// The furthest that a convolution may look, in tokens.
const FURTHEST: usize = 1024;

/// Why a file is no model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ModelError {
    /// It is no file of tensors.
    Format(String),
    /// A tensor is missing, or has another type or shape than the others ask for.
    Tensor(String),
    /// An entry of the metadata is missing or not of its form.
    Metadata(&'static str),
    /// It has so many channels that the sums of its convolutions might not fit 32 bits.
    Width(usize),
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format(why) => write!(f, "no file of tensors: {why}"),
            Self::Tensor(name) => write!(f, "the tensor `{name}` is missing or not as the others ask for"),
            Self::Width(width) => write!(f, "{width} channels are too many: sums are exact up to {WIDEST}"),
            Self::Metadata(key) => write!(f, "the metadata's `{key}` is missing or not of its form"),
        }
    }
}

impl std::error::Error for ModelError {}

/// A trained tagger. The tables are read where they stand in the file; the weights of the network are copied.
#[derive(Debug, Clone)]
pub struct Model<'a> {
    version: String,
    layout: u32,
    vocabulary: &'a [[u8; 4]],
    pub(super) word: Table<'a>,
    pub(super) suffix: Table<'a>,
    pub(super) prefix: Table<'a>,
    pub(super) feature: Table<'a>,
    pub(super) input: Matrix,
    pub(super) blocks: Vec<Block>,
    pub(super) label: Matrix,
    pub(super) transitions: Vec<[[i32; STATES]; STATES]>,
    pub(super) content_cue: Linker,
    pub(super) cue_source: Linker,
    pub(super) width: usize,
}

/// Rows of numbers, as bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table<'a> {
    bytes: &'a [u8],
    width: usize,
}

impl<'a> Table<'a> {
    /// In bytes.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// None where there is no such row.
    pub(super) fn row(&self, row: usize) -> Option<&'a [u8]> {
        self.bytes.get(row.checked_mul(self.width)?..)?.get(..self.width)
    }
}

/// A gated convolution.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Gives a channel's values and their gates as one pair of rows.
    pub(super) matrix: Matrix,
    pub(super) dilation: usize,
}

impl Model<'static> {
    /// The English model, which `training/` made; read at the first call and kept.
    ///
    /// # Panics
    /// Never: natively the file is a part of the program, and a test reads it; elsewhere [`load`](Self::load) comes first.
    pub fn english() -> &'static Self {
        Self::load().expect("the program's own model is well-formed")
    }

    /// The same, where the file may be another than it should be.
    ///
    /// # Errors
    /// As for [`parse`](Model::parse).
    pub fn load() -> Result<&'static Self, &'static ModelError> {
        static ENGLISH: OnceLock<Result<Model<'static>, ModelError>> = OnceLock::new();
        ENGLISH.get_or_init(|| Self::parse(english::model())).as_ref()
    }
}

impl<'a> Model<'a> {
    /// Reads a model's file.
    ///
    /// # Errors
    /// When a tensor or an entry of the metadata is missing, when their shapes do not fit each other, or when there are more channels
    /// than the sums have room for.
    pub fn parse(file: &'a [u8]) -> Result<Self, ModelError> {
        let tensors = Parts(Tensors::read(file).map_err(ModelError::Format)?);
        let (word, d1) = tensors.table("word", Dtype::I8)?;
        let (suffix, d2) = tensors.table("suffix", Dtype::I8)?;
        let (prefix, d3) = tensors.table("prefix", Dtype::I8)?;
        let width = tensors.rows("input.weight")?;
        ensure(width > 0 && width.is_multiple_of(STEP), "input.weight")?;
        if width > WIDEST {
            return Err(ModelError::Width(width));
        }
        let (feature, columns) = tensors.table("feature", Dtype::I16)?;
        ensure(columns == width, "feature")?;
        let (vocabulary, _) = tensors.bytes("vocabulary", Dtype::U32)?.as_chunks::<4>();
        ensure(vocabulary.is_sorted_by_key(|hash| u32::from_le_bytes(*hash)), "vocabulary")?;
        ensure(word.bytes.len() == (vocabulary.len() + 1) * word.width, "word")?;
        let mut blocks = Vec::new();
        for (k, dilation) in tensors.dilations()?.into_iter().enumerate() {
            // A channel's value and its gate side by side.
            let order = (0..width).flat_map(|channel| [channel, width + channel]);
            let matrix = Matrix::convolution(tensors.scaled(&format!("block{k}"), [2 * width, 3 * width], order)?);
            blocks.push(Block { matrix, dilation });
        }
        let roles = tensors.rows("label.weight")? / STATES;
        let layout = tensors.entry("layout")?.parse().map_err(|_| ModelError::Metadata("layout"))?;
        if layout != LAYOUT {
            return Err(ModelError::Metadata("layout"));
        }
        Ok(Self {
            version: tensors.entry("version")?.to_owned(),
            layout,
            vocabulary,
            input: Matrix::new(tensors.scaled("input", [width, d1 + d2 + d3], 0..width)?),
            label: Matrix::new(tensors.scaled("label", [roles * STATES, width], 0..roles * STATES)?),
            transitions: tensors.transitions(roles)?,
            content_cue: tensors.linker("content_cue", width)?,
            cue_source: tensors.linker("cue_source", width)?,
            word,
            suffix,
            prefix,
            feature,
            blocks,
            width,
        })
    }

    /// The version that the model's file names.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The layout of the features that it was trained with: an [`Input`](super::Input) of another would mislead it.
    pub fn layout(&self) -> u32 {
        self.layout
    }

    /// The row of a word by its hash: 0 for one that was too rare to be learnt.
    pub(super) fn word_row(&self, hash: u32) -> usize {
        self.vocabulary.binary_search_by_key(&hash, |known| u32::from_le_bytes(*known)).map_or(0, |at| at + 1)
    }
}

fn ensure(holds: bool, name: &str) -> Result<(), ModelError> {
    if holds { Ok(()) } else { Err(ModelError::Tensor(name.into())) }
}

/// What a model's file holds; each reader checks the type and the shape.
struct Parts<'a>(Tensors<'a>);

impl<'a> Parts<'a> {
    fn entry(&self, key: &'static str) -> Result<&str, ModelError> {
        self.0.metadata(key).ok_or(ModelError::Metadata(key))
    }

    fn dilations(&self) -> Result<Vec<usize>, ModelError> {
        let numbers = self.entry("dilations")?.split(' ').map(|number| number.parse().ok());
        let fits = |number: Option<usize>| number.filter(|number| (1..=FURTHEST).contains(number));
        numbers.map(fits).collect::<Option<_>>().ok_or(ModelError::Metadata("dilations"))
    }

    fn tensor(&self, name: &str, dtype: Dtype) -> Result<Tensor<'_, 'a>, ModelError> {
        let tensor = self.0.tensor(name).filter(|tensor| tensor.dtype == dtype);
        tensor.ok_or_else(|| ModelError::Tensor(name.into()))
    }

    fn bytes(&self, name: &str, dtype: Dtype) -> Result<&'a [u8], ModelError> {
        Ok(self.tensor(name, dtype)?.data)
    }

    /// How many rows it has, if it is a matrix.
    fn rows(&self, name: &str) -> Result<usize, ModelError> {
        match self.tensor(name, Dtype::I8)?.shape {
            [rows, _] => Ok(*rows),
            _ => Err(ModelError::Tensor(name.into())),
        }
    }

    /// A matrix as a table, and its columns.
    fn table(&self, name: &str, dtype: Dtype) -> Result<(Table<'a>, usize), ModelError> {
        let tensor = self.tensor(name, dtype)?;
        match *tensor.shape {
            [rows, columns] if rows > 0 && columns > 0 => {
                Ok((Table { bytes: tensor.data, width: tensor.data.len() / rows }, columns))
            }
            _ => Err(ModelError::Tensor(name.into())),
        }
    }

    fn weights(&self, name: &str, shape: [usize; 2]) -> Result<&'a [u8], ModelError> {
        let tensor = self.tensor(name, Dtype::I8)?;
        ensure(tensor.shape == shape && !shape.contains(&0), name)?;
        Ok(tensor.data)
    }

    fn shifts(&self, name: &str, count: usize) -> Result<&'a [u8], ModelError> {
        let shifts = self.bytes(name, Dtype::U8)?;
        ensure(shifts.len() == count && shifts.iter().all(|&shift| shift < 32), name)?;
        Ok(shifts)
    }

    fn integers(&self, name: &str, count: usize) -> Result<Vec<i32>, ModelError> {
        let (chunks, rest) = self.bytes(name, Dtype::I32)?.as_chunks::<4>();
        ensure(chunks.len() == count && rest.is_empty(), name)?;
        Ok(chunks.iter().map(|chunk| i32::from_le_bytes(*chunk)).collect())
    }

    /// Rows of weights in another order, each with its bias and its shift.
    fn scaled(
        &self,
        name: &str,
        shape: [usize; 2],
        order: impl Iterator<Item = usize>,
    ) -> Result<impl Iterator<Item = (&'a [u8], i32, u8)>, ModelError> {
        let weights = self.weights(&format!("{name}.weight"), shape)?;
        let bias = self.integers(&format!("{name}.bias"), shape[0])?;
        let shift = self.shifts(&format!("{name}.shift"), shape[0])?;
        Ok(order.map(move |row| (&weights[row * shape[1]..][..shape[1]], bias[row], shift[row])))
    }

    fn transitions(&self, roles: usize) -> Result<Vec<[[i32; STATES]; STATES]>, ModelError> {
        let flat = self.integers("transitions", roles * STATES * STATES)?;
        Ok(flat.as_chunks::<STATES>().0.as_chunks::<STATES>().0.to_vec())
    }

    fn linker(&self, kind: &str, width: usize) -> Result<Linker, ModelError> {
        let name = |part: &str| format!("link.{kind}.{part}");
        let rows = self.rows(&name("query"))?;
        let matrix = |part: &str| {
            let weights = self.weights(&name(part), [rows, 2 * width])?.chunks_exact(2 * width);
            let shifts = self.shifts(&name(&format!("{part}.shift")), rows)?;
            Ok(Matrix::new(weights.zip(shifts).map(|(weights, &shift)| (weights, 0, shift))))
        };
        let distance = self.integers(&name("distance"), BUCKETS)?;
        Ok(Linker {
            query: matrix("query")?,
            key: matrix("key")?,
            scale: self.shifts(&name("scale"), 1)?[0],
            distance: std::array::from_fn(|bucket| distance[bucket]),
            none: self.integers(&name("none"), 1)?[0],
        })
    }
}
