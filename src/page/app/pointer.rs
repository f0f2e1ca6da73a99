//! Hovering with intent: a card opens where the pointer rests, waits while it crosses over to the card, and no flicker
//! comes of passing by.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, PointerEvent, Window};

use super::App;
use super::gestures::number;
use crate::page::overlay::Overlay;

/// So long the pointer rests on a badge before its card opens, in milliseconds: passing by takes less.
const REST: i32 = 220;
/// So long the card waits for a pointer that has left: enough to cross over from the badge, or to overshoot.
const GRACE: i32 = 320;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    Open(usize),
    Close,
}

/// What happens if the pointer stays where it is.
#[derive(Default)]
pub(super) struct Intent {
    wish: Cell<Option<Wish>>,
    timer: Cell<Option<i32>>,
    closure: RefCell<Option<Closure<dyn FnMut()>>>,
    /// Whether the open card came by hovering, and goes the same way.
    by_hover: Cell<bool>,
    /// Where on the screen the pointer was last.
    last: Cell<(i32, i32)>,
    /// Whether it left something of ours by moving.
    left: Cell<bool>,
}

impl Intent {
    /// Forgets what was about to happen.
    pub(super) fn drop_it(&self, window: &Window) {
        self.wish.set(None);
        if let Some(timer) = self.timer.take() {
            window.clear_timeout_with_handle(timer);
        }
    }

    /// The card stays until it is closed.
    pub(super) fn pin(&self, window: &Window) {
        self.drop_it(window);
        self.by_hover.set(false);
    }

    /// Whether the card goes when the pointer does; asks once, and pins it.
    pub(super) fn was_hovering(&self) -> bool {
        self.by_hover.replace(false)
    }
}

impl App {
    /// The pointer came over something of ours. Fingers do not hover, and a badge that moves under a pointer at rest was
    /// not meant.
    pub(in crate::page) fn pointed(&self, target: &Element, event: &PointerEvent) {
        // Both events of one move tell of the same place.
        let moved = self.moved(event) | self.intent.left.take();
        if event.pointer_type() == "touch" || !moved {
            return;
        }
        let closest = |selector: &str| target.closest(selector).ok().flatten();
        if closest(".card").is_some() {
            self.intent.drop_it(&self.window);
        } else if let Some(index) = closest(".n").and_then(|badge| number(&badge, "data-note")) {
            let (open, inside) = {
                let overlay = self.overlay.borrow();
                let overlay = overlay.as_ref();
                (overlay.and_then(Overlay::open_note), overlay.is_some_and(Overlay::card_has_focus))
            };
            if open == Some(index) {
                self.intent.drop_it(&self.window);
            } else if !inside {
                // Somebody is at work in the open card otherwise.
                self.intend(Wish::Open(index), REST);
            }
        }
    }

    /// Notes where the pointer is; whether that is somewhere else than before.
    pub(in crate::page) fn moved(&self, event: &PointerEvent) -> bool {
        let at = (event.screen_x() as i32, event.screen_y() as i32);
        self.intent.last.replace(at) != at
    }

    /// The pointer left something of ours; if it came over something else of ours, [`App::pointed`] follows at once.
    pub(in crate::page) fn unpointed(&self, event: &PointerEvent) {
        self.intent.left.set(self.moved(event));
        self.intent.drop_it(&self.window);
        if self.intent.by_hover.get() {
            self.intend(Wish::Close, GRACE);
        }
    }

    fn intend(&self, wish: Wish, after: i32) {
        self.intent.drop_it(&self.window);
        if self.intent.closure.borrow().is_none() {
            let me = self.me.clone();
            self.intent.closure.replace(Some(Closure::new(move || {
                if let Some(app) = me.upgrade() {
                    app.intent.timer.set(None);
                    app.carry_out();
                }
            })));
        }
        self.intent.wish.set(Some(wish));
        let closure = self.intent.closure.borrow();
        let Some(function) = closure.as_ref().map(|closure| closure.as_ref().unchecked_ref()) else { return };
        let timer = self.window.set_timeout_with_callback_and_timeout_and_arguments_0(function, after);
        self.intent.timer.set(timer.ok());
    }

    fn carry_out(&self) {
        match self.intent.wish.take() {
            Some(Wish::Open(index)) => {
                self.open_card(index);
                self.intent.by_hover.set(true);
            }
            Some(Wish::Close) if self.intent.was_hovering() => self.close_card(),
            Some(Wish::Close) | None => {}
        }
    }
}
