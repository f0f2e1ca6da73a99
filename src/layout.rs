//! Where badges go: text lines and badge sizes in, places out. Pure geometry in CSS pixels of the document.
//!
//! A badge stands, in this order, in the margin beside the column, at the free end of its paragraph's last line, as a disc
//! in the gutter beside the column, or in the gap below the paragraph, or as a dot behind any of its lines. On a narrow
//! screen the disc comes first. Where nothing is free the badge is [`Spot::Hidden`]: it stays reachable by keyboard and in lists, and covers nothing.
//!
//! The invariant, property-tested below: no badge overlaps a line of text, an obstacle or another badge, and none
//! reaches beyond the document's width.

mod taken;

use taken::Taken;

/// An axis-parallel rectangle in document coordinates.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Rect {
    /// The rectangle of this size with its upper left corner at `x`, `y`.
    pub fn at(x: f64, y: f64, size: Size) -> Self {
        Self { left: x, top: y, right: x + size.width, bottom: y + size.height }
    }

    /// Whether the two share any area.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn is_sound(&self) -> bool {
        [self.left, self.top, self.right, self.bottom].iter().all(|v| v.is_finite())
    }
}

/// Width and height.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// What is to be laid out.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    /// Width of the document: no badge reaches beyond it.
    pub width: f64,
    /// The article's column; only its left and right edge count.
    pub column: Rect,
    /// Each paragraph's lines of text, top to bottom. A paragraph without lines holds no badge.
    pub blocks: Vec<Vec<Rect>>,
    /// Whatever else must stay free: text of other columns, pictures, controls.
    pub obstacles: Vec<Rect>,
    /// The badges, in the order of the text.
    pub badges: Vec<Badge>,
}

/// One badge in its three sizes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Badge {
    /// Index in [`Scene::blocks`].
    pub block: usize,
    /// Upper edge of the line that the badge belongs to.
    pub anchor: f64,
    /// Disc, name and role, for the margin.
    pub full: Size,
    /// Disc and name on one line.
    pub short: Size,
    /// The disc alone.
    pub disc: Size,
}

/// How much of a badge is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Disc, name and role.
    Full,
    /// Disc and name.
    Short,
    /// The disc alone.
    Disc,
    /// A small disc without letters, for the narrowest side padding.
    Dot,
}

/// The place of one badge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spot {
    /// Its upper left corner and what is shown there.
    At(Form, f64, f64),
    /// Nowhere on the page; in lists only.
    Hidden,
}

/// At this width or below a screen is a phone's: discs in the side padding before anything that needs a line's end.
pub const NARROW: f64 = 600.0;
/// The widest note in the margin: the text stays the widest thing on the page.
pub const NOTE: f64 = 236.0;
/// A note narrower than this wraps every other word: a disc says more.
const LEAST_NOTE: f64 = 120.0;
/// The small disc: what fits into the side padding of most phone pages.
pub const DOT: Size = Size { width: 11.0, height: 11.0 };
/// Between the column and the notes in its margin; as wide as a text column's own gutters usually are.
const GUTTER: f64 = 24.0;
/// Between two badges, and between a badge and the end of a line.
const GAP: f64 = 6.0;
/// Between a note and whatever else stands in the margin: closer to it a note would seem to belong there.
const CLEAR: f64 = 10.0;
/// How far a note may slide down from its line before it no longer belongs to it: some five lines.
const DRIFT: f64 = 150.0;
/// So many lines are searched for a free end: further away a mark no longer belongs to its words.
const LINES: usize = 12;
/// How far below its paragraph's last line a note may begin: less than a line of the next paragraph away.
const BELOW: f64 = 30.0;

/// How wide a note in the margin may be on the better side, for measuring badges before they are placed.
pub fn note_width(width: f64, column: &Rect) -> f64 {
    let right = width - column.right - GUTTER - GAP;
    let left = column.left - GUTTER - GAP;
    right.max(left).clamp(LEAST_NOTE, NOTE)
}

/// The edges that most of the text shares: one picture caption or full-width heading does not move the column.
pub fn column_of(boxes: &[(Rect, usize)]) -> Rect {
    let most = |edge: fn(&Rect) -> f64| {
        let mut weight: Vec<(i64, usize, f64)> = Vec::new();
        for (rect, chars) in boxes.iter().filter(|(rect, _)| rect.is_sound()) {
            let key = edge(rect).round() as i64;
            match weight.iter_mut().find(|(k, ..)| *k == key) {
                Some(entry) => entry.1 += chars,
                None => weight.push((key, *chars, edge(rect))),
            }
        }
        weight.into_iter().max_by_key(|(_, chars, _)| *chars).map_or(0.0, |(.., at)| at)
    };
    Rect { left: most(|r| r.left), right: most(|r| r.right), ..Rect::default() }
}

/// Joins the rectangles of text runs into lines: those that share more than half of their height stand in one line if
/// no wide gap parts them. Runs may come in any order.
pub fn lines(runs: &[Rect]) -> Vec<Rect> {
    let mut runs: Vec<Rect> = runs.iter().copied().filter(|r| r.is_sound() && r.right > r.left).collect();
    runs.sort_by(|a, b| a.top.total_cmp(&b.top).then(a.left.total_cmp(&b.left)));
    let mut lines: Vec<Rect> = Vec::new();
    for run in runs {
        let height = run.bottom - run.top;
        let same = |line: &&mut Rect| {
            let shared = line.bottom.min(run.bottom) - line.top.max(run.top);
            shared > height.min(line.bottom - line.top) / 2.0
                && run.left < line.right + 2.0 * height
                && line.left < run.right + 2.0 * height
        };
        // Only the last few lines can be meant: runs are sorted by their upper edge.
        match lines.iter_mut().rev().take(8).find(same) {
            Some(line) => {
                line.left = line.left.min(run.left);
                line.top = line.top.min(run.top);
                line.right = line.right.max(run.right);
                line.bottom = line.bottom.max(run.bottom);
            }
            None => lines.push(run),
        }
    }
    lines
}

/// A place for every badge, in their order.
pub fn place(scene: &Scene) -> Vec<Spot> {
    let mut taken = Taken::default();
    for rect in scene.blocks.iter().flatten().chain(&scene.obstacles) {
        taken.add(*rect);
    }
    let side = better_side(scene, &taken);
    let mut spots = Vec::with_capacity(scene.badges.len());
    for badge in &scene.badges {
        let spot = find(scene, &taken, badge, side);
        if let Spot::At(form, x, y) = spot {
            taken.add_badge(Rect::at(x, y, badge.size(form)));
        }
        spots.push(spot);
    }
    spots
}

impl Badge {
    fn size(&self, form: Form) -> Size {
        match form {
            Form::Full => self.full,
            Form::Short => self.short,
            Form::Disc => self.disc,
            Form::Dot => DOT,
        }
    }
}

/// Which margin holds the notes: one side for the whole article, the right one unless the left one has room for more.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Side {
    Left,
    Right,
}

fn better_side(scene: &Scene, taken: &Taken) -> Side {
    let fitting = |side| scene.badges.iter().filter(|b| margin(scene, taken, b, Form::Full, side).is_some()).count();
    let right = fitting(Side::Right);
    // Half of them beside their lines is enough: text is read from the left, and notes on its right disturb least.
    if right * 2 >= scene.badges.len() || right >= fitting(Side::Left) { Side::Right } else { Side::Left }
}

fn find(scene: &Scene, taken: &Taken, badge: &Badge, side: Side) -> Spot {
    let Some(lines) = scene.blocks.get(badge.block).filter(|lines| !lines.is_empty()) else { return Spot::Hidden };
    let other = if side == Side::Right { Side::Left } else { Side::Right };
    let gutter = |form| margin(scene, taken, badge, form, side).or_else(|| margin(scene, taken, badge, form, other));
    let end = |form| line_end(scene, taken, badge, lines, form);
    let below = |form| gap_below(scene, taken, badge, lines, form);
    let found = if scene.width <= NARROW {
        gutter(Form::Disc)
            .or_else(|| end(Form::Disc))
            .or_else(|| gutter(Form::Dot))
            .or_else(|| below(Form::Disc))
            .or_else(|| end(Form::Dot))
            .or_else(|| below(Form::Dot))
    } else {
        margin(scene, taken, badge, Form::Full, side)
            .or_else(|| end(Form::Short))
            .or_else(|| gutter(Form::Disc))
            .or_else(|| end(Form::Disc))
            .or_else(|| below(Form::Short))
            .or_else(|| below(Form::Disc))
            .or_else(|| gutter(Form::Dot))
            .or_else(|| end(Form::Dot))
            .or_else(|| below(Form::Dot))
    };
    found.or_else(|| any_end(scene, taken, badge, lines)).unwrap_or(Spot::Hidden)
}

/// Beside the column, at the badge's line or a little below it.
fn margin(scene: &Scene, taken: &Taken, badge: &Badge, form: Form, side: Side) -> Option<Spot> {
    let needed = badge.size(form);
    // A disc may stand close to the text: it is the last thing before nothing.
    let small = matches!(form, Form::Disc | Form::Dot);
    let gutter = if small { 2.0 } else { GUTTER };
    let x = match side {
        Side::Right => {
            let room = scene.width - scene.column.right;
            scene.column.right + if small { ((room - needed.width) / 2.0).clamp(gutter, 8.0) } else { gutter }
        }
        Side::Left => {
            let room = scene.column.left;
            room - needed.width - if small { ((room - needed.width) / 2.0).clamp(gutter, 8.0) } else { gutter }
        }
    };
    let end = scene.blocks.get(badge.block)?.iter().fold(badge.anchor, |end, line| end.max(line.bottom));
    let last = (badge.anchor + DRIFT).min(end + BELOW);
    let mut y = badge.anchor;
    while y <= last {
        let rect = Rect::at(x, y, needed);
        if rect.left < 0.0 || rect.right > scene.width {
            return None;
        }
        match taken.hit(&rect).or_else(|| taken.near(&rect, CLEAR).filter(|_| form == Form::Full)) {
            None => return Some(Spot::At(form, x, y)),
            // Always further down, so the loop ends.
            Some(hit) => y = (hit.bottom + GAP).max(y + 1.0),
        }
    }
    None
}

/// On the last line of the paragraph, behind its last word and behind other badges that stand there.
fn line_end(scene: &Scene, taken: &Taken, badge: &Badge, lines: &[Rect], form: Form) -> Option<Spot> {
    let size = badge.size(form);
    let line = lines.iter().max_by(|a, b| a.bottom.total_cmp(&b.bottom))?;
    let y = f64::midpoint(line.top, line.bottom) - size.height / 2.0;
    along(scene, taken, size, form, line.right + GAP + 2.0, y)
}

/// A dot behind the words of any of the paragraph's lines: at the badge's own line, or else at the nearest.
fn any_end(scene: &Scene, taken: &Taken, badge: &Badge, lines: &[Rect]) -> Option<Spot> {
    let mut nearest: Vec<&Rect> = lines.iter().collect();
    nearest.sort_by(|a, b| (a.top - badge.anchor).abs().total_cmp(&(b.top - badge.anchor).abs()));
    nearest.into_iter().take(LINES).find_map(|line| {
        let y = f64::midpoint(line.top, line.bottom) - DOT.height / 2.0;
        along(scene, taken, DOT, Form::Dot, line.right + 3.0, y)
    })
}

/// Between the paragraph's last line and whatever follows.
fn gap_below(scene: &Scene, taken: &Taken, badge: &Badge, lines: &[Rect], form: Form) -> Option<Spot> {
    let size = badge.size(form);
    let line = lines.iter().max_by(|a, b| a.bottom.total_cmp(&b.bottom))?;
    let (mut x, y) = (line.left.max(scene.column.left), line.bottom + 2.0);
    while x + size.width <= scene.column.right.min(scene.width) && x >= 0.0 {
        match taken.hit(&Rect::at(x, y, size)) {
            None => return Some(Spot::At(form, x, y)),
            Some(hit) if taken.is_badge(&hit) => x = (hit.right + GAP).max(x + 1.0),
            // Behind the next paragraph's words it would be that paragraph's.
            Some(_) => return None,
        }
    }
    None
}

/// The first free place to the right of `x`, inside the column.
fn along(scene: &Scene, taken: &Taken, size: Size, form: Form, mut x: f64, y: f64) -> Option<Spot> {
    let limit = scene.column.right.min(scene.width);
    while x + size.width <= limit && x >= 0.0 {
        match taken.hit(&Rect::at(x, y, size)) {
            None => return Some(Spot::At(form, x, y)),
            Some(hit) => x = (hit.right + GAP).max(x + 1.0),
        }
    }
    None
}

#[cfg(test)]
mod tests;
