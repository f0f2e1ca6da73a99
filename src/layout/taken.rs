//! What is occupied already.

use super::Rect;

/// What is occupied, in slices of the document's height, so that a question costs a few comparisons on any page.
#[derive(Debug, Default)]
pub(super) struct Taken {
    slices: Vec<Vec<Rect>>,
    /// Those of it that are badges.
    badges: Vec<Rect>,
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

    /// Adds a badge that has found its place.
    pub(super) fn add_badge(&mut self, rect: Rect) {
        self.add(rect);
        self.badges.push(rect);
    }

    /// Whether this is a badge.
    pub(super) fn is_badge(&self, rect: &Rect) -> bool {
        self.badges.iter().rev().any(|badge| badge == rect)
    }

    /// Something other than a badge that stands nearer to `rect` than this.
    pub(super) fn near(&self, rect: &Rect, distance: f64) -> Option<Rect> {
        let wide = Rect {
            left: rect.left - distance,
            top: rect.top - distance,
            right: rect.right + distance,
            bottom: rect.bottom + distance,
        };
        self.hits(&wide).filter(|other| !self.is_badge(other)).max_by(|a, b| a.bottom.total_cmp(&b.bottom))
    }

    /// Something that `rect` would cover; of several the one that reaches furthest down.
    pub(super) fn hit(&self, rect: &Rect) -> Option<Rect> {
        self.hits(rect).max_by(|a, b| a.bottom.total_cmp(&b.bottom))
    }

    fn hits(&self, rect: &Rect) -> impl Iterator<Item = Rect> {
        (Self::slice(rect.top)..=Self::slice(rect.bottom))
            .filter_map(|slice| self.slices.get(slice))
            .flatten()
            .filter(|other| rect.overlaps(other))
            .copied()
    }
}
