//! A model's file is refused in words, or it is one that runs on a text without a fault.
#![no_main]

use arbitrary::Arbitrary;
use hearsay::tagger::{Input, Link, Model, Role};
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/common/model.rs"]
#[expect(dead_code, reason = "models of the usual size are too slow for this")]
mod random;

/// Most random bytes are no model in their first eight already, hence a second way: a model, and what became of it.
#[derive(Debug, Arbitrary)]
enum File<'a> {
    Bytes(&'a [u8]),
    Damaged { seed: u8, sizes: [u8; 9], without: Option<u8>, changes: Vec<(u16, u8)>, length: Option<u16> },
}

fn small(sizes: [u8; 9]) -> random::Sizes {
    let one = |at: usize, most: u8| usize::from(sizes[at] % most) + 1;
    random::Sizes {
        words: one(0, 40),
        suffixes: one(1, 12) as u16,
        prefixes: one(2, 12) as u16,
        columns: [one(3, 12), one(4, 6), one(5, 6)],
        features: one(6, 30) as u16,
        width: 16 * one(7, 2),
        dilations: vec![1, one(8, 7)],
        roles: one(7, 4),
        link: one(8, 5),
    }
}

/// A text as long as two of the network's windows would be too slow here; as long as its furthest look is enough.
fn text() -> Input {
    let mut input = Input::default();
    for n in 0..24u16 {
        input.words.push(u32::from(n).wrapping_mul(0x9e37_79b9));
        input.suffixes.push(n % 14);
        input.prefixes.push(n % 13);
        input.features.extend([n, n + 7]);
        input.ends.push(input.features.len() as u32);
    }
    input
}

fn read(file: &[u8]) {
    match Model::parse(file) {
        Err(error) => assert!(!error.to_string().is_empty()),
        Ok(model) => {
            // Two paragraphs, with an empty one between them, are read as each would be alone.
            let together = model.run(&[text(), Input::default(), text()]);
            for role in [Role::Cue, Role::Source, Role::Content] {
                assert_eq!(together[0].segments(role), together[2].segments(role));
            }
            for kind in [Link::ContentCue, Link::CueSource] {
                let scores = together[2].links(kind, &[0..1, 2..5], &[1..2, 5..24]);
                let _ = (scores.best(0), scores.best(1));
            }
        }
    }
}

fuzz_target!(|file: File| match file {
    File::Bytes(bytes) => read(bytes),
    File::Damaged { seed, sizes, without, changes, length } => {
        let sizes = small(sizes);
        let mut tensors = random::tensors(&sizes, seed.into());
        if let Some(one) = without {
            tensors.remove(usize::from(one) % tensors.len());
        }
        let mut file = random::file(&sizes, &tensors);
        for (at, byte) in changes {
            let at = usize::from(at) % file.len();
            file[at] = byte;
        }
        file.truncate(length.map_or(file.len(), usize::from));
        read(&file);
    }
});
