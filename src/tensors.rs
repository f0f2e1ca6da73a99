//! Files of tensors, in the [safetensors format](https://huggingface.co/docs/safetensors#format): the length of a header in eight
//! bytes, the header in JSON, and the tensors' bytes in one row without gaps.
//!
//! The `safetensors` crate, which reads any such file, is 4 KB of an engine with gzip; this reader knows what a model has. In the
//! tests that crate writes the files and says what is to be refused.

use crate::json::{self, Value};

/// What a tensor's numbers are, little-endian.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dtype {
    U8,
    I8,
    I16,
    I32,
    U32,
}

impl Dtype {
    fn bytes(self) -> usize {
        match self {
            Self::U8 | Self::I8 => 1,
            Self::I16 => 2,
            Self::I32 | Self::U32 => 4,
        }
    }
}

/// One tensor of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tensor<'f, 'a> {
    pub(crate) dtype: Dtype,
    pub(crate) shape: &'f [usize],
    pub(crate) data: &'a [u8],
}

#[derive(Debug)]
struct Entry {
    dtype: Dtype,
    shape: Vec<usize>,
    /// From the first byte behind the header.
    data_offsets: (usize, usize),
}

impl Entry {
    /// What a header says of one tensor.
    fn read(value: &Value) -> Option<Self> {
        let numbers = |key: &str| value.get(key)?.as_list()?.iter().map(Value::as_usize).collect::<Option<Vec<_>>>();
        let dtype = match value.get("dtype")?.as_str()? {
            "U8" => Dtype::U8,
            "I8" => Dtype::I8,
            "I16" => Dtype::I16,
            "I32" => Dtype::I32,
            "U32" => Dtype::U32,
            _ => return None,
        };
        let [start, end] = numbers("data_offsets")?[..] else { return None };
        Some(Self { dtype, shape: numbers("shape")?, data_offsets: (start, end) })
    }
}

/// A file whose tensors lie where its header says.
#[derive(Debug)]
pub(crate) struct Tensors<'a> {
    metadata: Value,
    /// In the order of their bytes.
    entries: Vec<(String, Entry)>,
    data: &'a [u8],
}

impl<'a> Tensors<'a> {
    /// Reads the header.
    ///
    /// # Errors
    /// When the file is not of the format, or is cut off; in words.
    pub(crate) fn read(file: &'a [u8]) -> Result<Self, String> {
        let cut_off = || "its header is cut off".to_owned();
        let (length, rest) = file.split_first_chunk().ok_or_else(cut_off)?;
        let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| cut_off())?;
        let (header, data) = rest.split_at_checked(length).ok_or_else(cut_off)?;
        let header = std::str::from_utf8(header).map_err(|error| format!("its header: {error}"))?;
        let header = json::read(header).map_err(|error| format!("its header: {error}"))?;
        let Value::Object(header) = header else { return Err("its header: it is no object".into()) };
        let (mut metadata, mut entries) = (Value::default(), Vec::new());
        for (name, value) in header {
            match value {
                Value::Object(texts)
                    if name == "__metadata__" && texts.iter().all(|(_, text)| text.as_str().is_some()) =>
                {
                    metadata = Value::Object(texts);
                }
                _ if name == "__metadata__" => return Err("its metadata are no texts".into()),
                value => match Entry::read(&value) {
                    Some(entry) => entries.push((name, entry)),
                    None => return Err(format!("its tensor `{name}` has no type, shape and place that a model has")),
                },
            }
        }
        entries.sort_by_key(|(_, entry)| entry.data_offsets);
        check(&entries, data.len())?;
        Ok(Self { metadata, entries, data })
    }

    /// A text of the header.
    pub(crate) fn metadata(&self, key: &str) -> Option<&str> {
        self.metadata.get(key)?.as_str()
    }

    pub(crate) fn tensor(&self, name: &str) -> Option<Tensor<'_, 'a>> {
        let (_, Entry { dtype, shape, data_offsets: (start, end) }) =
            self.entries.iter().find(|(known, _)| known == name)?;
        Some(Tensor { dtype: *dtype, shape, data: self.data.get(*start..*end)? })
    }
}

/// Whether the tensors fill so many bytes, one behind the other.
fn check(entries: &[(String, Entry)], length: usize) -> Result<(), String> {
    let mut at = 0;
    for (name, Entry { dtype, shape, data_offsets: (start, end) }) in entries {
        let bytes = shape.iter().try_fold(dtype.bytes(), |bytes, side| bytes.checked_mul(*side));
        if *start != at || bytes.and_then(|bytes| at.checked_add(bytes)) != Some(*end) {
            return Err(format!("its tensor `{name}` is not where or as long as its header says"));
        }
        at = *end;
    }
    if at == length { Ok(()) } else { Err(format!("{length} bytes of tensors instead of {at}")) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use safetensors::tensor::TensorView;
    use safetensors::{Dtype as Theirs, SafeTensors};

    use super::*;

    const TYPES: [(Theirs, Dtype); 5] = [
        (Theirs::U8, Dtype::U8),
        (Theirs::I8, Dtype::I8),
        (Theirs::I16, Dtype::I16),
        (Theirs::I32, Dtype::I32),
        (Theirs::U32, Dtype::U32),
    ];

    /// Tensors of these types and shapes, named by their place, as the crate writes them.
    fn written(tensors: &[(usize, Vec<usize>)]) -> Vec<u8> {
        let data: Vec<Vec<u8>> = tensors.iter().map(|(kind, shape)| bytes(*kind, shape)).collect();
        let views = tensors.iter().zip(&data).enumerate().map(|(at, ((kind, shape), data))| {
            (format!("t{at}"), TensorView::new(TYPES[*kind].0, shape.clone(), data).expect("a tensor"))
        });
        let metadata = [("version".to_owned(), "3 “tern”".to_owned())];
        safetensors::serialize(views, Some(metadata.into_iter().collect())).expect("a file")
    }

    fn bytes(kind: usize, shape: &[usize]) -> Vec<u8> {
        let count = shape.iter().product::<usize>() * TYPES[kind].1.bytes();
        (0..count).map(|at| (at * 7 + kind) as u8).collect()
    }

    fn file(header: &str, data: &[u8]) -> Vec<u8> {
        [&(header.len() as u64).to_le_bytes(), header.as_bytes(), data].concat()
    }

    fn refused(file: &[u8]) -> String {
        Tensors::read(file).expect_err("it is damaged")
    }

    fn tensors() -> impl Strategy<Value = Vec<(usize, Vec<usize>)>> {
        proptest::collection::vec((0..TYPES.len(), proptest::collection::vec(0..4_usize, 0..4)), 0..6)
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(all in tensors()) {
            let file = written(&all);
            let read = Tensors::read(&file).expect("it is whole");
            prop_assert_eq!(read.metadata("version"), Some("3 “tern”"));
            prop_assert_eq!(read.metadata("layout"), None);
            prop_assert_eq!(read.tensor("u0"), None);
            for (at, (kind, shape)) in all.iter().enumerate() {
                let data = bytes(*kind, shape);
                prop_assert_eq!(read.tensor(&format!("t{at}")), Some(Tensor { dtype: TYPES[*kind].1, shape, data: &data }));
            }
        }

        #[test]
        fn what_the_crate_refuses_is_refused(all in tensors(), at: prop::sample::Index, byte: u8, cut: prop::sample::Index) {
            let mut file = written(&all);
            let place = at.index(file.len());
            file[place] = byte;
            for file in [&file[..], &file[..cut.index(file.len())]] {
                prop_assert!(SafeTensors::deserialize(file).is_ok() || Tensors::read(file).is_err());
            }
        }
    }

    #[test]
    fn a_damaged_file_is_refused_in_words() {
        let one = r#"{"t":{"dtype":"I8","shape":[2],"data_offsets":[0,2]}}"#;
        assert!(Tensors::read(&file(one, b"ab")).is_ok());
        assert_eq!(refused(b"1234567"), "its header is cut off");
        assert_eq!(refused(&[255; 20]), "its header is cut off");
        assert_eq!(refused(&file(one, b"a")), "1 bytes of tensors instead of 2");
        assert_eq!(refused(&file("[]", b"")), "its header: it is no object");
        assert!(refused(&file("{", b"")).starts_with("its header: EOF"));
        assert_eq!(refused(&file(r#"{"__metadata__":{"version":3}}"#, b"")), "its metadata are no texts");
        assert!(refused(&file(&one.replace("I8", "F8"), b"ab")).starts_with("its tensor `t` has no type"));
        for wrong in [
            one.replace("[0,2]", "[1,2]"),
            one.replace("[0,2]", "[0,1]"),
            one.replace("[2]", "[4294967296,4294967296,4294967296]"),
            r#"{"t":{"dtype":"I8","shape":[2],"data_offsets":[0,2]},"u":{"dtype":"I8","shape":[2],"data_offsets":[1,3]}}"#.into(),
        ] {
            assert!(refused(&file(&wrong, b"abc")).ends_with("is not where or as long as its header says"), "{wrong}");
        }
    }
}
