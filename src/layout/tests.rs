//! Examples, and the invariant over any scene.

use super::*;
use proptest::prelude::*;

const LINE: f64 = 28.0;

/// Paragraphs of the given line counts in one column, the last line of each `end` wide.
fn column(left: f64, right: f64, paragraphs: &[(usize, f64)], gap: f64) -> Vec<Vec<Rect>> {
    let mut y = 100.0;
    paragraphs
        .iter()
        .map(|&(count, end)| {
            let lines = (0..count)
                .map(|i| {
                    let right = if i + 1 == count { left + (right - left) * end } else { right };
                    let line = Rect { left, top: y + 4.0, right, bottom: y + LINE - 4.0 };
                    y += LINE;
                    line
                })
                .collect();
            y += gap;
            lines
        })
        .collect()
}

fn badge(block: usize, anchor: f64, name: f64) -> Badge {
    let size = |width, height| Size { width, height };
    Badge { block, anchor, full: size(name + 60.0, 44.0), short: size(name + 28.0, 20.0), disc: size(18.0, 18.0) }
}

fn scene(width: f64, left: f64, right: f64, paragraphs: &[(usize, f64)]) -> Scene {
    let blocks = column(left, right, paragraphs, 18.0);
    let badges = blocks.iter().enumerate().map(|(i, lines)| badge(i, lines[0].top, 80.0)).collect();
    Scene { width, column: Rect { left, right, ..Rect::default() }, blocks, obstacles: Vec::new(), badges }
}

#[track_caller]
fn forms(scene: &Scene) -> Vec<Option<Form>> {
    place(scene).iter().map(|spot| if let Spot::At(form, ..) = spot { Some(*form) } else { None }).collect()
}

#[test]
fn notes_stand_in_the_margin_at_their_line() {
    let scene = scene(1280.0, 200.0, 860.0, &[(4, 0.5), (3, 1.0)]);
    assert_eq!(place(&scene)[0], Spot::At(Form::Full, 884.0, 104.0));
    assert_eq!(forms(&scene), [Some(Form::Full), Some(Form::Full)]);
}

#[test]
fn without_a_margin_the_last_line_holds_the_name() {
    assert_eq!(forms(&scene(768.0, 30.0, 738.0, &[(3, 0.4)])), [Some(Form::Short)]);
}

#[test]
fn a_full_last_line_leaves_the_gutter() {
    assert_eq!(forms(&scene(768.0, 30.0, 738.0, &[(3, 1.0)])), [Some(Form::Disc)]);
}

#[test]
fn a_phone_shows_discs_in_its_padding() {
    let scene = scene(390.0, 22.0, 366.0, &[(6, 0.4), (5, 0.8)]);
    assert_eq!(place(&scene), [Spot::At(Form::Disc, 369.0, 104.0), Spot::At(Form::Disc, 369.0, 290.0)]);
}

#[test]
fn nothing_free_hides_the_badge() {
    let mut scene = scene(330.0, 2.0, 328.0, &[(3, 1.0), (3, 1.0)]);
    scene.blocks = column(2.0, 328.0, &[(3, 1.0), (3, 1.0)], 0.0);
    // Below the last paragraph there is always room.
    assert_eq!(forms(&scene), [None, Some(Form::Disc)]);
}

#[test]
fn a_rail_on_the_right_sends_the_notes_to_the_left() {
    let mut scene = scene(1400.0, 400.0, 1000.0, &[(4, 1.0), (4, 1.0)]);
    scene.obstacles.push(Rect { left: 1020.0, top: 0.0, right: 1400.0, bottom: 2000.0 });
    assert!(place(&scene).iter().all(|spot| matches!(spot, Spot::At(Form::Full, x, _) if *x < 400.0)));
}

#[test]
fn what_has_no_room_below_does_not_go_to_the_next_paragraph() {
    let mut scene = scene(768.0, 4.0, 764.0, &[(2, 1.0), (1, 0.3)]);
    scene.blocks = column(4.0, 764.0, &[(2, 1.0), (1, 0.3)], 0.0);
    scene.badges.truncate(1);
    assert_eq!(forms(&scene), [None]);
}

#[test]
fn a_note_keeps_clear_of_what_else_stands_in_the_margin() {
    let mut scene = scene(1280.0, 20.0, 860.0, &[(2, 0.2)]);
    let picture = |top: f64, bottom: f64| Rect { left: 900.0, top, right: 1200.0, bottom };
    scene.obstacles = vec![picture(0.0, 95.0), picture(155.0, 400.0)];
    assert_eq!(forms(&scene), [Some(Form::Short)], "44 of 60 pixels are free");
    scene.obstacles = vec![picture(0.0, 90.0), picture(180.0, 400.0)];
    assert_eq!(forms(&scene), [Some(Form::Full)]);
}

#[test]
fn runs_of_one_line_are_joined_and_columns_are_not() {
    let run = |left: f64, top: f64, right: f64| Rect { left, top, right, bottom: top + 20.0 };
    assert_eq!(lines(&[run(0.0, 0.0, 90.0), run(90.0, 1.0, 200.0), run(0.0, 30.0, 50.0)]).len(), 2);
    assert_eq!(lines(&[run(0.0, 0.0, 90.0), run(400.0, 0.0, 500.0)]).len(), 2);
}

#[test]
fn the_column_is_where_most_of_the_text_stands() {
    let rect = |left, right| Rect { left, right, top: 0.0, bottom: 1.0 };
    let column = column_of(&[(rect(0.0, 1200.0), 60), (rect(100.0, 700.0), 400), (rect(120.4, 700.2), 90)]);
    assert_eq!((column.left, column.right), (100.0, 700.0));
    assert_eq!(column_of(&[]), Rect::default());
}

prop_compose! {
    fn any_scene()(
        width in 320.0f64..2560.0,
        left in 0.0f64..0.5,
        share in 0.2f64..1.0,
        gap in 0.0f64..40.0,
        paragraphs in prop::collection::vec((1usize..9, 0.02f64..1.0), 1..24),
        wanted in prop::collection::vec((0usize..24, 0usize..9, 20.0f64..180.0), 0..60),
        rails in prop::collection::vec((0.0f64..2560.0, 0.0f64..6000.0, 10.0f64..400.0, 10.0f64..900.0), 0..6),
    ) -> Scene {
        let left = width * left;
        let right = left + (width - left) * share;
        let blocks = column(left, right, &paragraphs, gap);
        let mut badges: Vec<Badge> = wanted.into_iter().map(|(block, line, name)| {
            let block = block % blocks.len();
            badge(block, blocks[block][line % blocks[block].len()].top, name)
        }).collect();
        badges.sort_by(|a, b| a.anchor.total_cmp(&b.anchor));
        let obstacles = rails.into_iter()
            .map(|(x, y, w, h)| Rect { left: x, top: y, right: x + w, bottom: y + h }).collect();
        Scene { width, column: Rect { left, right, ..Rect::default() }, blocks, obstacles, badges }
    }
}

proptest! {
    #[test]
    fn no_badge_covers_anything(scene in any_scene()) {
        let spots = place(&scene);
        prop_assert_eq!(spots.len(), scene.badges.len());
        let mut placed: Vec<Rect> = Vec::new();
        for (badge, spot) in scene.badges.iter().zip(&spots) {
            let Spot::At(form, x, y) = *spot else { continue };
            let rect = Rect::at(x, y, badge.size(form));
            prop_assert!(rect.left >= 0.0 && rect.right <= scene.width);
            for other in scene.blocks.iter().flatten().chain(&scene.obstacles).chain(&placed) {
                prop_assert!(!rect.overlaps(other), "{:?} covers {:?}", rect, other);
            }
            placed.push(rect);
        }
    }

    #[test]
    fn a_wide_margin_hides_nothing(paragraphs in prop::collection::vec((2usize..9, 0.02f64..1.0), 1..24)) {
        prop_assert!(forms(&scene(1600.0, 300.0, 960.0, &paragraphs)).iter().all(|f| *f == Some(Form::Full)));
    }

    #[test]
    fn any_numbers_at_all_end(values in prop::collection::vec(any::<f64>(), 12)) {
        let rect = |i: usize| Rect { left: values[i], top: values[i + 1], right: values[i + 2], bottom: values[i + 3] };
        let badge = Badge { anchor: values[8].clamp(-1e9, 1e9), ..badge(0, 0.0, 50.0) };
        let scene = Scene { width: 800.0, column: rect(0), blocks: vec![lines(&[rect(4)])],
            obstacles: vec![rect(2)], badges: vec![badge] };
        prop_assert_eq!(place(&scene).len(), 1);
    }
}

#[test]
fn a_full_phone_keeps_a_dot_at_any_line_with_room() {
    let mut full = scene(360.0, 0.0, 360.0, &[(4, 1.0)]);
    full.obstacles.push(Rect { left: 0.0, top: full.blocks[0][3].bottom, right: 360.0, bottom: 900.0 });
    assert_eq!(forms(&full), [None]);
    full.blocks[0][2].right = 330.0;
    let [Spot::At(Form::Dot, x, y)] = place(&full)[..] else { panic!("a dot: {:?}", place(&full)) };
    assert!(x > 330.0 && x + DOT.width <= 360.0);
    assert!(y > full.blocks[0][2].top && y < full.blocks[0][2].bottom, "on the line that has room");
}
