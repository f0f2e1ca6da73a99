//! The colours of speakers, and the shapes that tell apart who shares one.
//!
//! Lightness differs as hue does: to a reader who sees two colours where others see three, hues of one lightness are the
//! same. Discs carry white letters on a light page, and are lighter and carry dark ones on a dark page.

use serde::Serialize;

/// How many speakers get a colour of their own; `extension/marks.css` has as many.
pub const COLOURS: usize = 10;

/// A colour in OKLCH: that of the disc on a light page.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Colour {
    /// From 0, black, to 1, white.
    pub lightness: f64,
    /// From 0, grey.
    pub chroma: f64,
    /// In degrees.
    pub hue: u16,
}

/// In the order in which speakers get them. Found by a search for the largest least distance, as the tests below measure
/// it, between neighbours and between any two, away from the amber of warnings.
pub const PALETTE: [Colour; COLOURS] = [
    Colour { lightness: 0.5, chroma: 0.155, hue: 253 },
    Colour { lightness: 0.39, chroma: 0.123, hue: 26 },
    Colour { lightness: 0.54, chroma: 0.11, hue: 131 },
    Colour { lightness: 0.39, chroma: 0.169, hue: 301 },
    Colour { lightness: 0.42, chroma: 0.083, hue: 168 },
    Colour { lightness: 0.56, chroma: 0.079, hue: 353 },
    Colour { lightness: 0.43, chroma: 0.071, hue: 282 },
    Colour { lightness: 0.46, chroma: 0.093, hue: 107 },
    Colour { lightness: 0.56, chroma: 0.078, hue: 274 },
    Colour { lightness: 0.41, chroma: 0.083, hue: 344 },
];

/// So much lighter is a line under words than the speaker's disc: 3:1 on white and on black alike.
pub const LINE_LIGHTER: f64 = 0.1;

/// The shape of a badge's disc.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// The first ten speakers'.
    Round,
    /// Square with soft corners.
    Square,
    /// Round with one corner.
    Drop,
    /// Round with two corners, opposite each other.
    Leaf,
}

const SHAPES: [Shape; 4] = [Shape::Round, Shape::Square, Shape::Drop, Shape::Leaf];

/// How a speaker is shown.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Look {
    /// The colour of disc and lines.
    #[serde(flatten)]
    pub colour: Colour,
    /// The shape of the disc: colours come round again after ten speakers, each time in another one.
    pub shape: Shape,
}

/// How the speaker is shown who was the `nth` to speak, counted from 0.
pub fn look(nth: usize) -> Look {
    Look { colour: PALETTE[nth % COLOURS], shape: SHAPES[nth / COLOURS % SHAPES.len()] }
}

impl Shape {
    /// As the style sheets call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Round => "round",
            Self::Square => "square",
            Self::Drop => "drop",
            Self::Leaf => "leaf",
        }
    }
}

#[cfg(test)]
mod tests;
