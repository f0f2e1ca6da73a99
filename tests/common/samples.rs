//! The articles written for this project.

use std::fs;
use std::path::Path;

/// One of them.
#[derive(Debug, Clone)]
pub(crate) struct Sample {
    /// Its file's name without `.txt`.
    pub(crate) name: String,
    /// What stands in it, without the line end that ends the file.
    pub(crate) text: String,
}

/// All of them, by name.
pub(crate) fn all() -> Vec<Sample> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut samples: Vec<Sample> = fs::read_dir(folder)
        .expect("the folder samples/")
        .filter_map(|entry| entry.expect("an entry of samples/").file_name().into_string().ok())
        .filter_map(|file| {
            let name = file.strip_suffix(".txt")?.to_owned();
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(file);
            let text = fs::read_to_string(path).expect("samples are UTF-8").trim_end().to_owned();
            Some(Sample { name, text })
        })
        .collect();
    samples.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(!samples.is_empty(), "samples/ holds articles");
    samples
}
