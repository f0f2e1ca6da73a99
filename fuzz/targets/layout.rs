//! Whatever the rectangles: every badge has an answer, and one that has a place covers no text, no obstacle and no other
//! badge, and stays within the document.
#![no_main]

use arbitrary::Arbitrary;
use hearsay::layout::{Badge, DOT, Form, Rect, Scene, Size, Spot, column_of, lines, note_width, place};
use libfuzzer_sys::fuzz_target;

/// Quarters of a pixel up to 8,000 pixels, as pages have them, and now and then what no page should have.
#[derive(Debug, Clone, Copy, Arbitrary)]
enum Number {
    Usual(i16),
    Short(u8),
    Odd(u8),
}

impl Number {
    fn get(self) -> f64 {
        match self {
            Self::Usual(n) => f64::from(n) / 4.0,
            Self::Short(n) => f64::from(n) / 2.0,
            Self::Odd(n) => {
                [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0, 1e-300, 1e5, -1e5, f64::EPSILON][usize::from(n % 8)]
            }
        }
    }
}

#[derive(Debug, Clone, Copy, Arbitrary)]
struct Edges(Number, Number, Number, Number);

impl Edges {
    /// A corner and a size, as browsers give them: only an odd size turns it inside out.
    fn rect(self) -> Rect {
        let (left, top) = (self.0.get(), self.1.get());
        Rect { left, top, right: left + self.2.get().abs(), bottom: top + self.3.get().abs() }
    }
}

#[derive(Debug, Arbitrary)]
struct Drawn {
    width: Number,
    column: Edges,
    runs: Vec<Vec<Edges>>,
    obstacles: Vec<Edges>,
    badges: Vec<(u8, Number, [u8; 5])>,
}

fn badge(&(block, anchor, [a, b, c, d, e]): &(u8, Number, [u8; 5])) -> Badge {
    let size = |width: u8, height: u8| Size { width: f64::from(width) + 1.0, height: f64::from(height % 64) + 1.0 };
    // Lines that stand nowhere are left out before; a badge's own line is one of the others.
    let anchor = Some(anchor.get()).filter(|at| at.is_finite()).unwrap_or_default();
    Badge { block: block.into(), anchor, full: size(a, b), short: size(c, d), disc: size(e % 32, e % 32) }
}

fuzz_target!(|drawn: Drawn| {
    let rects = |edges: &Vec<Edges>| edges.iter().take(40).map(|e| e.rect()).collect::<Vec<_>>();
    let blocks: Vec<Vec<Rect>> = drawn.runs.iter().take(24).map(|runs| lines(&rects(runs))).collect();
    let column = column_of(&blocks.iter().flatten().map(|rect| (*rect, 60)).collect::<Vec<_>>());
    let column = if blocks.is_empty() { drawn.column.rect() } else { column };
    let obstacles = rects(&drawn.obstacles);
    let badges: Vec<Badge> = drawn.badges.iter().take(40).map(badge).collect();
    let scene = Scene { width: drawn.width.get(), column, blocks, obstacles, badges };
    note_width(scene.width, &scene.column);

    let spots = place(&scene);
    // A document always has a width; without one there is no place outside of it.
    if scene.width.is_nan() {
        return;
    }
    assert_eq!(spots.len(), scene.badges.len());
    let mut taken: Vec<Rect> = scene.blocks.iter().flatten().chain(&scene.obstacles).copied().collect();
    taken.retain(|r| {
        [r.left, r.top, r.right, r.bottom].iter().all(|v| v.is_finite()) && r.right > r.left && r.bottom > r.top
    });
    for (badge, spot) in scene.badges.iter().zip(spots) {
        let Spot::At(form, x, y) = spot else { continue };
        let size = match form {
            Form::Full => badge.full,
            Form::Short => badge.short,
            Form::Disc => badge.disc,
            Form::Dot => DOT,
        };
        let rect = Rect::at(x, y, size);
        assert!(rect.left >= 0.0 && rect.right <= scene.width, "{rect:?} stands outside of {}", scene.width);
        assert!(rect.top.is_finite(), "{rect:?} stands nowhere");
        let covered = taken.iter().find(|other| rect.overlaps(other));
        assert!(covered.is_none(), "{rect:?} covers {covered:?}");
        taken.push(rect);
    }
});
