//! Model files with random weights: right in form, senseless in what they say.

use safetensors::Dtype;
use safetensors::tensor::TensorView;

/// The sizes of a model.
#[derive(Debug, Clone)]
pub(crate) struct Sizes {
    pub(crate) words: usize,
    pub(crate) suffixes: u16,
    pub(crate) prefixes: u16,
    /// The columns of the embeddings of words, suffixes and prefixes.
    pub(crate) columns: [usize; 3],
    pub(crate) features: u16,
    pub(crate) width: usize,
    pub(crate) dilations: Vec<usize>,
    pub(crate) roles: usize,
    pub(crate) link: usize,
}

impl Sizes {
    /// About those of the model in use, which a test may not depend on.
    pub(crate) fn usual() -> Self {
        Self {
            words: 20_000,
            suffixes: 2048,
            prefixes: 2048,
            columns: [48, 24, 16],
            features: 200,
            width: 128,
            dilations: vec![1, 2, 4, 8, 16, 2, 1],
            roles: 3,
            link: 24,
        }
    }
}

/// A tensor's name, type, shape and bytes.
type Tensor = (String, Dtype, Vec<usize>, Vec<u8>);

/// The tensors of a random model; the same for the same seed.
pub(crate) fn tensors(sizes: &Sizes, seed: u64) -> Vec<Tensor> {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut out: Vec<Tensor> = Vec::new();
    let Sizes { width, roles, link, .. } = *sizes;
    let mut vocabulary: Vec<u32> = (0..sizes.words).map(|_| random.u32(..)).collect();
    vocabulary.sort_unstable();
    out.push(("vocabulary".into(), Dtype::U32, vec![sizes.words], bytes(vocabulary, u32::to_le_bytes)));
    let mut add = |name: &str, dtype: Dtype, shape: &[usize]| {
        let count = shape.iter().product();
        let data = match dtype {
            Dtype::I8 => (0..count).map(|_| random.i8(-127..=127).cast_unsigned()).collect(),
            Dtype::U8 => (0..count).map(|_| random.u8(8..12)).collect(),
            Dtype::I16 => bytes((0..count).map(|_| random.i16(-2000..2000)), i16::to_le_bytes),
            _ => bytes((0..count).map(|_| random.i32(-20_000..20_000)), i32::to_le_bytes),
        };
        out.push((name.into(), dtype, shape.to_vec(), data));
    };
    let [d1, d2, d3] = sizes.columns;
    add("word", Dtype::I8, &[sizes.words + 1, d1]);
    add("suffix", Dtype::I8, &[sizes.suffixes.into(), d2]);
    add("prefix", Dtype::I8, &[sizes.prefixes.into(), d3]);
    add("feature", Dtype::I16, &[sizes.features.into(), width]);
    let mut matrices = vec![("input".to_owned(), width, d1 + d2 + d3), ("label".into(), 3 * roles, width)];
    matrices.extend((0..sizes.dilations.len()).map(|k| (format!("block{k}"), 2 * width, 3 * width)));
    for (name, rows, columns) in matrices {
        add(&format!("{name}.weight"), Dtype::I8, &[rows, columns]);
        add(&format!("{name}.bias"), Dtype::I32, &[rows]);
        add(&format!("{name}.shift"), Dtype::U8, &[rows]);
    }
    add("transitions", Dtype::I32, &[roles, 3, 3]);
    for kind in ["content_cue", "cue_source"] {
        for part in ["query", "key"] {
            add(&format!("link.{kind}.{part}"), Dtype::I8, &[link, 2 * width]);
            add(&format!("link.{kind}.{part}.shift"), Dtype::U8, &[link]);
        }
        add(&format!("link.{kind}.scale"), Dtype::U8, &[1]);
        add(&format!("link.{kind}.distance"), Dtype::I32, &[32]);
        add(&format!("link.{kind}.none"), Dtype::I32, &[1]);
    }
    out
}

/// The file that holds these tensors.
pub(crate) fn file(sizes: &Sizes, tensors: &[Tensor]) -> Vec<u8> {
    let views = tensors.iter().map(|(name, dtype, shape, data)| {
        (name, TensorView::new(*dtype, shape.clone(), data).expect("as many bytes as the shape says"))
    });
    let dilations: Vec<String> = sizes.dilations.iter().map(usize::to_string).collect();
    let metadata = [
        ("version".to_owned(), "random".to_owned()),
        ("layout".into(), "1".into()),
        ("dilations".into(), dilations.join(" ")),
    ];
    safetensors::serialize(views, Some(metadata.into_iter().collect())).expect("a header that can be written")
}

fn bytes<T, const N: usize>(values: impl IntoIterator<Item = T>, to: fn(T) -> [u8; N]) -> Vec<u8> {
    values.into_iter().flat_map(to).collect()
}
