//! Whether readers can tell the colours apart: all who see colours, and those who miss one kind of cone.

use super::*;

type Triple = [f64; 3];
type Matrix = [Triple; 3];

/// What is left of light without one kind of cone, in linear sRGB. Machado, Oliveira and Fernandes, "A
/// Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, table 1 at severity 1.0.
const SIGHTS: [(&str, Matrix); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deuteranopia",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritanopia",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

/// Who speaks after one another must differ by so much, and any two by the other: by CIEDE2000, in which a difference of 1
/// is what is just seen side by side, and 5 is seen by whoever does not look for it.
const NEIGHBOURS: f64 = 13.0;
const ANY_TWO: f64 = 7.0;

fn times(matrix: &Matrix, by: Triple) -> Triple {
    matrix.map(|row| row.iter().zip(by).map(|(a, b)| a * b).sum())
}

/// Linear sRGB. Ottosson, "A perceptual color space for image processing", 2020.
fn linear(Colour { lightness, chroma, hue }: Colour) -> Triple {
    let (b, a) = f64::from(hue).to_radians().sin_cos();
    let cones = times(
        &[
            [1.0, 0.396_337_777_4, 0.215_803_757_3],
            [1.0, -0.105_561_345_8, -0.063_854_172_8],
            [1.0, -0.089_484_177_5, -1.291_485_548_0],
        ],
        [lightness, a * chroma, b * chroma],
    );
    times(
        &[
            [4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2],
            [-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5],
            [-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701_0],
        ],
        cones.map(|cone| cone.powi(3)),
    )
}

fn seen(colour: Colour, sight: &Matrix) -> Triple {
    times(sight, linear(colour)).map(|part| part.clamp(0.0, 1.0))
}

/// CIELAB under D65.
fn lab(rgb: Triple) -> Triple {
    let xyz = times(
        &[
            [0.412_456_4, 0.357_576_1, 0.180_437_5],
            [0.212_672_9, 0.715_152_2, 0.072_175_0],
            [0.019_333_9, 0.119_192_0, 0.950_304_1],
        ],
        rgb,
    );
    let part = |t: f64| if t > 216.0 / 24_389.0 { t.cbrt() } else { (24_389.0 / 27.0 * t + 16.0) / 116.0 };
    let (x, y, z) = (part(xyz[0] / 0.950_47), part(xyz[1]), part(xyz[2] / 1.088_83));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIEDE2000. Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula", 2005.
fn difference([l1, a1, b1]: Triple, [l2, a2, b2]: Triple) -> f64 {
    let seventh = |c: f64| (c.powi(7) / (c.powi(7) + 25_f64.powi(7))).sqrt();
    let stretch = 1.0 + 0.5 * (1.0 - seventh(f64::midpoint(a1.hypot(b1), a2.hypot(b2))));
    let polar = |a: f64, b: f64| ((a * stretch).hypot(b), b.atan2(a * stretch).to_degrees().rem_euclid(360.0));
    let ((c1, h1), (c2, h2)) = (polar(a1, b1), polar(a2, b2));
    let grey = c1 * c2 == 0.0;
    let turn = if grey { 0.0 } else { (h2 - h1 + 180.0).rem_euclid(360.0) - 180.0 };
    let (light, chroma) = (l2 - l1, c2 - c1);
    let hue = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin();
    let (l, c) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2));
    let h = if grey { h1 + h2 } else { (h1 + turn / 2.0).rem_euclid(360.0) };
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0) - 0.2 * cos(4.0 * h - 63.0);
    let light = light / (1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt());
    let chroma = chroma / (1.0 + 0.045 * c);
    let hue = hue / (1.0 + 0.015 * c * t);
    let turned = -(60.0 * (-((h - 275.0) / 25.0).powi(2)).exp()).to_radians().sin() * 2.0 * seventh(c);
    (light.powi(2) + chroma.powi(2) + hue.powi(2) + turned * chroma * hue).sqrt()
}

/// Relative luminance, as the Web Content Accessibility Guidelines have it.
fn luminance([r, g, b]: Triple) -> f64 {
    let [r, g, b] = [r, g, b].map(|part| part.clamp(0.0, 1.0));
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(one: Triple, other: Triple) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A colour as style sheets write it, `#rgb` or `#rrggbb`.
fn hex(text: &str) -> Triple {
    let digits = text.trim_start_matches('#');
    let wide = if digits.len() == 3 { digits.chars().flat_map(|c| [c, c]).collect() } else { digits.to_owned() };
    [0, 2, 4].map(|at| {
        let part = f64::from(u8::from_str_radix(&wide[at..at + 2], 16).expect("two digits")) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

const OVERLAY: &str = include_str!("../overlay.css");

/// The value of a property of the overlay's frame, light or dark.
fn value(dark: bool, name: &str) -> &'static str {
    let frame = if dark { ".frame[data-theme=\"dark\"] {" } else { ".frame {" };
    let (_, rules) = OVERLAY.split_once(frame).expect("a frame");
    let (_, value) = rules.split_once(&format!("{name}: ")).unwrap_or_else(|| panic!("no {name}"));
    value.split_once(';').expect("an end").0
}

fn number(dark: bool, name: &str) -> f64 {
    value(dark, name).parse().expect("a number")
}

/// The discs' colours, as the overlay's style sheet makes them.
fn discs(dark: bool) -> [Colour; COLOURS] {
    PALETTE.map(|colour| Colour {
        lightness: colour.lightness + number(dark, "--lighter"),
        chroma: colour.chroma * number(dark, "--paler"),
        ..colour
    })
}

/// The least differences, between neighbours in a round and between any two, in any sight; and where they are.
fn least(colours: &[Colour]) -> [(f64, String); 2] {
    let mut least = [(f64::MAX, String::new()), (f64::MAX, String::new())];
    for (name, sight) in &SIGHTS {
        let labs: Vec<Triple> = colours.iter().map(|colour| lab(seen(*colour, sight))).collect();
        for (i, one) in labs.iter().enumerate() {
            for (j, other) in labs.iter().enumerate().skip(i + 1) {
                let far = difference(*one, *other);
                let near = j == i + 1 || (i == 0 && j == labs.len() - 1);
                for least in least.iter_mut().skip(usize::from(!near)) {
                    if far < least.0 {
                        *least = (far, format!("{i} and {j}, {name}"));
                    }
                }
            }
        }
    }
    least
}

#[test]
fn the_difference_is_the_published_one() {
    // From the table of test data of Sharma, Wu and Dalal.
    let cases = [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0009], 7.1792),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
        ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ];
    for (one, other, expected) in cases {
        assert!((difference(one, other) - expected).abs() < 0.0001, "{one:?} {other:?}: {}", difference(one, other));
    }
}

#[test]
fn hues_of_one_lightness_are_the_same_to_some() {
    let hues = [250, 25, 150, 310, 195, 345, 275, 125, 220, 5];
    let [near, any] = least(&hues.map(|hue| Colour { lightness: 0.52, chroma: 0.13, hue }));
    assert!(near.0 < 2.0 && any.0 < 1.0, "{near:?} {any:?}");
}

#[test]
fn colours_can_be_told_apart_in_every_sight_and_theme() {
    for dark in [false, true] {
        let [near, any] = least(&discs(dark));
        assert!(near.0 >= NEIGHBOURS && any.0 >= ANY_TWO, "dark: {dark}; {near:?} {any:?}");
    }
    let [near, any] = least(&PALETTE.map(line));
    assert!(near.0 >= NEIGHBOURS && any.0 >= ANY_TWO, "lines; {near:?} {any:?}");
}

#[test]
fn letters_have_their_contrast_and_discs_stand_out() {
    for dark in [false, true] {
        for disc in discs(dark).map(linear) {
            let letters = contrast(disc, hex(value(dark, "--on-disc")));
            assert!(letters >= 4.5, "dark: {dark}; letters {letters}");
            let ground = contrast(disc, hex(value(dark, "--paper")));
            assert!(ground >= 3.0, "dark: {dark}; ground {ground}");
        }
        for colour in PALETTE {
            let title = Colour { lightness: number(dark, "--tint-l"), ..colour };
            for ground in ["--card", "--hover", "--paper"] {
                let letters = contrast(linear(title), hex(value(dark, ground)));
                assert!(letters >= 4.5, "dark: {dark}; {colour:?} on {ground}: {letters}");
            }
        }
    }
}

#[test]
fn lines_stand_out_on_white_and_on_black() {
    for colour in PALETTE {
        for ground in [[1.0; 3], [0.0; 3]] {
            let found = contrast(linear(line(colour)), ground);
            assert!(found >= 3.0, "{colour:?} on {ground:?}: {found}");
        }
    }
}

#[test]
fn the_style_sheet_has_every_line() {
    let css = include_str!("../../../extension/marks.css");
    for (slot, colour) in PALETTE.into_iter().enumerate() {
        let Colour { lightness, chroma, hue } = line(colour);
        for (kind, style) in [("direct", "solid"), ("mixed", "dashed"), ("indirect", "dotted")] {
            let name = format!("::highlight(hearsay-{kind}-{slot}) {{");
            let (_, rule) = css.split_once(&name).unwrap_or_else(|| panic!("no {name}"));
            let wanted = format!("underline {style} 2px oklch({lightness:.2} {chroma} {hue});");
            assert!(rule.split_once('}').is_some_and(|(rule, _)| rule.contains(&wanted)), "{name} {wanted}");
        }
    }
}

#[test]
fn the_extension_s_own_pages_show_the_same_colours() {
    for (css, count) in
        [(include_str!("../../../extension/options.css"), 3), (include_str!("../../../extension/welcome.css"), 1)]
    {
        for Colour { lightness, chroma, hue } in PALETTE.into_iter().map(line).take(count) {
            let wanted = format!("oklch({lightness:.2} {chroma} {hue});");
            assert!(css.contains(&wanted), "{wanted}");
        }
    }
    let dark = format!(
        "oklch(calc(var(--l, 0.52) + {}) calc(var(--c, 0) * {}) var(--h, 0))",
        value(true, "--lighter"),
        value(true, "--paler")
    );
    assert!(include_str!("../../../extension/popup.css").contains(&dark), "{dark}");
}

#[test]
fn who_shares_a_colour_has_another_shape() {
    let looks: Vec<Look> = (0..COLOURS * SHAPES.len()).map(look).collect();
    for (i, one) in looks.iter().enumerate() {
        assert!(looks[..i].iter().all(|other| one != other), "{i}: {one:?}");
    }
    assert_eq!((look(0).shape, look(COLOURS).shape), (Shape::Round, Shape::Square));
    assert_eq!(look(0).colour, look(COLOURS).colour);
}

#[test]
fn every_shape_is_drawn_in_page_and_popup() {
    for css in [OVERLAY, include_str!("../../../extension/popup.css")] {
        assert!(css.contains("border-radius: var(--corners, 50%);"));
        let corners = SHAPES.map(|shape| {
            let (_, rule) = css.split_once(&format!("[data-shape=\"{}\"] {{ --corners: ", shape.name()))?;
            Some(rule.split_once(';')?.0)
        });
        let [round, drawn @ ..] = corners;
        assert_eq!(round, None, "round is the rule");
        assert!(drawn.iter().all(Option::is_some), "{drawn:?}");
        assert!(drawn[0] != drawn[1] && drawn[1] != drawn[2] && drawn[0] != drawn[2], "{drawn:?}");
    }
}

#[test]
fn a_page_is_left_without_a_highlight_of_any_colour() {
    let leave = include_str!("../../../extension/leave.js");
    assert!(leave.contains(&format!("Array.from({{ length: {COLOURS} }}")), "{COLOURS} colours");
}

fn line(colour: Colour) -> Colour {
    Colour { lightness: colour.lightness + LINE_LIGHTER, ..colour }
}
