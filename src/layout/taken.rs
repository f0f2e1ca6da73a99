//! What is occupied already.

use super::Rect;

/// What is occupied, by slices of the document's height, so that a question costs a few comparisons on any page.
///
/// There are levels of slices, each twice as high as those of the level before. A rectangle stands on the level where it
/// crosses three slices at most, however tall it is: an obstacle as high as the page costs no more than a line of text.
#[derive(Debug, Default)]
pub(super) struct Taken {
    all: Vec<Rect>,
    /// Level by level and slice by slice, the places in `all`.
    levels: Vec<Vec<Vec<u32>>>,
    /// Those of it that are badges.
    badges: Vec<Rect>,
}

impl Taken {
    const SLICE: f64 = 128.0;
    /// Beyond this many of the smallest slices (8 million pixels) everything shares the last one.
    const MOST: usize = 1 << 16;

    /// On the first level.
    #[expect(clippy::cast_sign_loss, reason = "negative places share the first slice")]
    fn slice(y: f64) -> usize {
        ((y / Self::SLICE).max(0.0) as usize).min(Self::MOST)
    }

    pub(super) fn add(&mut self, rect: Rect) {
        if !rect.is_sound() || rect.right <= rect.left || rect.bottom <= rect.top {
            return;
        }
        let (first, last) = (Self::slice(rect.top), Self::slice(rect.bottom));
        let level = (last - first).max(1).ilog2() as usize;
        if self.levels.len() <= level {
            self.levels.resize_with(level + 1, Vec::new);
        }
        let slices = &mut self.levels[level];
        if slices.len() <= last >> level {
            slices.resize_with((last >> level) + 1, Vec::new);
        }
        for slice in &mut slices[first >> level..=last >> level] {
            slice.push(self.all.len() as u32);
        }
        self.all.push(rect);
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
        self.lowest(&wide, |other| !self.is_badge(other))
    }

    /// Something that `rect` would cover; of several the one that reaches furthest down, and of those the one added last.
    pub(super) fn hit(&self, rect: &Rect) -> Option<Rect> {
        self.lowest(rect, |_| true)
    }

    fn lowest(&self, rect: &Rect, wanted: impl Fn(&Rect) -> bool) -> Option<Rect> {
        let (first, last) = (Self::slice(rect.top), Self::slice(rect.bottom));
        let near = self.levels.iter().enumerate().flat_map(|(level, slices)| {
            let end = slices.len().min((last >> level) + 1);
            slices.get(first >> level..end).unwrap_or_default().iter().flatten()
        });
        near.map(|&at| (at, &self.all[at as usize]))
            .filter(|(_, other)| rect.overlaps(other) && wanted(other))
            .max_by(|(a, one), (b, other)| one.bottom.total_cmp(&other.bottom).then(a.cmp(b)))
            .map(|(_, other)| *other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_rect() -> impl Strategy<Value = Rect> {
        // Round numbers touch and tie; some rectangles are as high as the document, and some lie beyond the last slice.
        let height = prop_oneof![4 => 0i32..40, 1 => 0i32..400, 1 => 0i32..1_000_000];
        let top = prop_oneof![8 => -10i32..400, 1 => -10i32..1_000_000];
        (0i32..40, top, 0i32..40, height).prop_map(|(left, top, width, height)| {
            let [left, top, right, bottom] = [left, top, left + width, top + height].map(|n| f64::from(n) * 16.0);
            Rect { left, top, right, bottom }
        })
    }

    proptest! {
        #[test]
        fn the_answers_are_those_of_a_plain_list(
            rects in prop::collection::vec((any_rect(), any::<bool>()), 0..40),
            asked in prop::collection::vec(any_rect(), 1..20),
        ) {
            let (mut taken, mut plain) = (Taken::default(), Vec::new());
            for (rect, badge) in rects {
                if badge { taken.add_badge(rect) } else { taken.add(rect) }
                if rect.left < rect.right && rect.top < rect.bottom {
                    plain.push(rect);
                }
            }
            let lowest = |rect: &Rect, found: &dyn Fn(&Rect) -> bool| {
                plain.iter().filter(|other| rect.overlaps(other) && found(other)).max_by(|a, b| a.bottom.total_cmp(&b.bottom)).copied()
            };
            for rect in asked {
                prop_assert_eq!(taken.hit(&rect), lowest(&rect, &|_| true));
                let Rect { left, top, right, bottom } = rect;
                let wide = Rect { left: left - 10.0, top: top - 10.0, right: right + 10.0, bottom: bottom + 10.0 };
                prop_assert_eq!(taken.near(&rect, 10.0), lowest(&wide, &|other| !taken.is_badge(other)));
            }
        }

        #[test]
        fn no_rectangle_is_kept_in_more_than_three_slices(rects in prop::collection::vec(any_rect(), 1..40)) {
            let mut taken = Taken::default();
            for rect in rects {
                taken.add(rect);
            }
            let kept: usize = taken.levels.iter().flatten().map(Vec::len).sum();
            prop_assert!(kept <= 3 * taken.all.len(), "{kept} for {}", taken.all.len());
        }
    }
}
