//! What is occupied already.

use super::Rect;

/// What is occupied, in slices of the document's height, so that a question costs a few comparisons on any page.
#[derive(Debug, Default)]
pub(super) struct Taken {
    slices: Vec<Vec<Rect>>,
}

impl Taken {
    const SLICE: f64 = 128.0;
    /// Beyond this many slices (8 million pixels) everything shares the last one.
    const MOST: usize = 1 << 16;

    #[expect(clippy::cast_sign_loss, reason = "negative places share the first slice")]
    fn slice(y: f64) -> usize {
        ((y / Self::SLICE).max(0.0) as usize).min(Self::MOST)
    }

    pub(super) fn add(&mut self, rect: Rect) {
        if !rect.is_sound() || rect.right <= rect.left || rect.bottom <= rect.top {
            return;
        }
        let last = Self::slice(rect.bottom);
        if self.slices.len() <= last {
            self.slices.resize_with(last + 1, Vec::new);
        }
        for slice in &mut self.slices[Self::slice(rect.top)..=last] {
            slice.push(rect);
        }
    }

    /// Something that `rect` would cover; of several the one that reaches furthest down.
    pub(super) fn hit(&self, rect: &Rect) -> Option<Rect> {
        (Self::slice(rect.top)..=Self::slice(rect.bottom))
            .filter_map(|slice| self.slices.get(slice))
            .flatten()
            .filter(|other| rect.overlaps(other))
            .max_by(|a, b| a.bottom.total_cmp(&b.bottom))
            .copied()
    }
}
