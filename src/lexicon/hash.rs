//! A hash map whose order nobody sees and whose hash is the same everywhere: no random seed, so that the same text gives
//! the same report, and so that nothing asks the host for randomness.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher};

/// From a word to what is known of it.
pub(super) type Map<V> = HashMap<&'static str, V, Build>;

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Build;

impl BuildHasher for Build {
    type Hasher = Mix;
    fn build_hasher(&self) -> Mix {
        Mix(0)
    }
}

/// Multiply and rotate, eight bytes at a time. The keys are our own lists: nobody can aim collisions at them.
#[derive(Debug)]
pub(super) struct Mix(u64);

impl Mix {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Mix {
    fn write(&mut self, bytes: &[u8]) {
        let (chunks, rest) = bytes.as_chunks::<8>();
        for chunk in chunks {
            self.mix(u64::from_le_bytes(*chunk));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.mix(u64::from_le_bytes(last));
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        // The map takes its bucket from the low bits and its tag from the top ones: both must depend on every byte.
        self.0 ^ (self.0 >> 32)
    }
}
