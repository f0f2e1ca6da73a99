//! Where badges stand: found before the next frame where that is quick, and in steps on a large page. Until the last step
//! is done badges go along with their paragraphs, and those whose paragraph has taken another shape are not shown.

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::living::RETURNS;
use super::{App, View};
use crate::layout::Rect;
use crate::page::dom;
use crate::page::measure::{Measured, Measuring, box_of, is_dark, rects, stacking_level};
use crate::page::status::Status;

/// After so many milliseconds of measuring the page gets its turn; what took less the last time is done at once.
const SLICE: f64 = 12.0;
/// A page that moves all the time gets its badges placed all the same: so often measuring begins anew.
const BEGINNINGS: u32 = 4;

/// A placing that is not done yet.
pub(super) struct Placing {
    measuring: Measuring,
    measured: Option<Measured>,
    /// What is told when the badges of a new reading stand.
    then: Option<Box<Status>>,
    begun: u32,
    /// Whether something moved that was measured before.
    stale: bool,
    /// Milliseconds that its steps took so far.
    spent: f64,
}

/// What is known of the last placing.
#[derive(Default)]
pub(super) struct Placed {
    /// Milliseconds that it took; none before the first.
    took: Option<f64>,
    /// The element of each badge's paragraph, and where it stood.
    stood: Vec<Option<(Element, Rect)>>,
    bounds: Rect,
}

impl App {
    /// Finds every badge its place; `then` is told when they stand.
    pub(super) fn place(&self, then: Option<Box<Status>>) -> Result<(), JsValue> {
        let Some(view) = self.view.borrow().clone() else { return Ok(()) };
        if let Some(now) = self.placing.borrow_mut().as_mut().filter(|now| now.begun >= BEGINNINGS) {
            now.stale = true;
            return Ok(());
        }
        let (begun, waiting) = self.placing.take().map_or((0, None), |before| (before.begun, before.then));
        self.placing.replace(Some(Placing {
            measuring: Measuring::new(&view.snapshot, &view.notes),
            measured: None,
            then: then.or(waiting),
            begun: begun + 1,
            stale: false,
            spent: 0.0,
        }));
        let quick = self.is_quick();
        if !quick {
            self.follow()?;
        }
        self.place_on(if quick { f64::INFINITY } else { dom::now(&self.window) + SLICE })
    }

    /// Whether the last placing took no longer than a step.
    fn is_quick(&self) -> bool {
        self.placed.borrow().took.is_some_and(|took| took <= SLICE)
    }

    /// Goes on until `end`, and later with the rest.
    fn place_on(&self, end: f64) -> Result<(), JsValue> {
        let (Some(mut placing), Some(view)) = (self.placing.take(), self.view.borrow().clone()) else { return Ok(()) };
        let from = dom::now(&self.window);
        if placing.measured.is_none() {
            placing.measured = placing.measuring.go_on(&view.snapshot, end)?;
            placing.spent += dom::now(&self.window) - from;
            // What follows wants a step of its own where measuring took one.
            if placing.measured.is_none() || dom::now(&self.window) > end - SLICE / 2.0 {
                self.placing.replace(Some(placing));
                self.overlay.borrow().as_ref().map_or(Ok(()), |overlay| overlay.set_state("placing"))?;
                return self.placing_on.soon();
            }
        }
        if let Some(measured) = placing.measured.take() {
            self.stand(&view, measured)?;
        }
        let took = placing.spent + dom::now(&self.window) - from;
        self.placed.borrow_mut().took = Some(took);
        self.settling.done(&self.window, dom::now(&self.window) - took);
        if placing.then.is_some() {
            self.renew_panel()?;
        }
        self.overlay.borrow().as_ref().map_or(Ok(()), |overlay| overlay.set_state("ready"))?;
        if let Some(status) = placing.then {
            self.set_status(match self.returns.get() {
                RETURNS.. => status.with_error("overlay-removed"),
                _ => *status,
            });
        }
        if placing.stale {
            self.place_soon();
        }
        Ok(())
    }

    pub(super) fn resume_placing(&self) {
        // A failure has been told by then.
        let _ = self.tell_failure(self.place_on(dom::now(&self.window) + SLICE));
    }

    /// Forgets a placing: what it measured is not there any more.
    pub(super) fn drop_placing(&self) {
        self.placing.take();
        self.placed.borrow_mut().stood.clear();
        self.placing_on.cancel();
    }

    /// Puts the badges where they belong.
    fn stand(&self, view: &View, measured: Measured) -> Result<(), JsValue> {
        let mut overlay = self.overlay.borrow_mut();
        let Some(overlay) = overlay.as_mut() else { return Ok(()) };
        // What asks for the layout comes before what changes it: each change before a question is a layout more.
        let (dark, level) = (is_dark(&view.snapshot), stacking_level(&view.snapshot));
        let scroll = self.scroll()?;
        let owner = |block| view.snapshot.owners.get(block).cloned();
        let stood = measured.anchors.iter().map(|anchor| {
            let element = owner(anchor.as_ref()?.block)?;
            let rect = box_of(&element, scroll);
            Some((element, rect))
        });
        let (stood, bounds) = (stood.collect(), measured.geometry.bounds);
        overlay.place(measured.geometry, &measured.anchors)?;
        overlay.set_theme(dark, level)?;
        let ringed = self.ringed.get().map_or(Ok(Vec::new()), |span| rects(&view.snapshot, span, (0.0, 0.0)))?;
        overlay.ring(&ringed)?;
        let mut placed = self.placed.borrow_mut();
        (placed.stood, placed.bounds) = (stood, bounds);
        Ok(())
    }

    /// Moves the badges with their paragraphs, which costs a look at each.
    fn follow(&self) -> Result<(), JsValue> {
        let scroll = self.scroll()?;
        let mut placed = self.placed.borrow_mut();
        let same = |a: f64, b: f64| (a - b).abs() < 1.0;
        let mut ways = Vec::new();
        for (index, stood) in placed.stood.iter_mut().enumerate() {
            let Some((element, before)) = stood else { continue };
            let now = box_of(element, scroll);
            let height = |rect: &Rect| rect.bottom - rect.top;
            let kept =
                same(now.left, before.left) && same(now.right, before.right) && same(height(&now), height(before));
            ways.push((index, kept.then_some(now.top - before.top)));
            if kept {
                *before = now;
            }
        }
        self.overlay.borrow_mut().as_mut().map_or(Ok(()), |overlay| overlay.follow(&ways, placed.bounds))
    }

    fn scroll(&self) -> Result<(f64, f64), JsValue> {
        Ok((self.window.page_x_offset()?, self.window.page_y_offset()?))
    }
}
