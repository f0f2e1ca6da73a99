//! What the page does meanwhile: its text changes, it moves, it takes our element away.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::App;
use crate::page::dom;
use crate::page::overlay::Overlay;
use crate::page::watch::{concerns, of_nodes};

/// At the third time that the page removes the host element it has its way.
pub(super) const RETURNS: u32 = 3;

impl App {
    /// The page changed: marks whose words are gone go at once, the rest is read again when the page rests.
    pub(in crate::page) fn mutated(&self, records: &Array) {
        let view = self.view.borrow().clone();
        let roots = view.as_ref().map(|view| view.snapshot.roots()).unwrap_or_default();
        let records = of_nodes(records);
        if records.length() == 0 || !concerns(&records, &roots) {
            self.place_when_quiet();
            return;
        }
        if self.marks.borrow_mut().drop_changed() {
            self.changed.set(true);
        }
        self.touched.set(true);
        self.look_again_soon();
    }

    /// The page has another size: something unfolded perhaps, which no observer of nodes tells.
    pub(in crate::page) fn resized(&self) {
        self.place_soon();
        let height = dom::document().and_then(|document| dom::root(&document)).map_or(0, |root| root.scroll_height());
        let before = self.height.replace(height);
        if before != 0 && before != height {
            self.look_again_soon();
        }
    }

    fn look_again_soon(&self) {
        self.later.soon(&self.window);
    }

    /// Something changed that is not the article's: it may want the room where badges stand.
    pub(in crate::page) fn place_when_quiet(&self) {
        if self.view.borrow().is_none() {
            return;
        }
        self.settling.soon(&self.window);
    }

    /// Puts the host element back where the page has removed or moved it; a page that insists has its way.
    pub(in crate::page) fn check_host(&self) {
        let found = self.overlay.borrow().as_ref().map(|overlay| (overlay.stands(), overlay.is_whole()));
        let Some((stands, whole)) = found else { return };
        if stands && whole || self.returns.get() >= RETURNS {
            return;
        }
        self.returns.set(self.returns.get() + 1);
        if self.returns.get() < RETURNS && !whole {
            self.clear();
            // A failure has been told by then.
            let _ = self.refresh();
        } else if self.returns.get() < RETURNS {
            let put = self.overlay.borrow().as_ref().map_or(Ok(()), Overlay::attach);
            if put.is_ok() {
                self.place_soon();
            }
        } else {
            // Wherever the page has put it. Its going may call a listener of ours that wants the overlay.
            let host = self.overlay.borrow().as_ref().map(|overlay| overlay.host.clone());
            if let Some(host) = host {
                host.remove();
            }
            let status = self.status();
            self.set_status(status.with_error("overlay-removed"));
        }
    }

    pub(in crate::page) fn keep_marks(&self) {
        self.marks.borrow().keep();
    }

    /// Lays the badges out again before the next frame.
    pub(in crate::page) fn place_soon(&self) {
        if self.view.borrow().is_none() || self.framed.get().is_some() {
            return;
        }
        if self.frame.borrow().is_none() {
            let me = self.me.clone();
            let frame = Closure::<dyn FnMut()>::new(move || {
                let Some(app) = me.upgrade() else { return };
                app.framed.set(None);
                app.keep_marks();
                // The next change tries again; the badges stand where they stood.
                let _ = app.place(None);
            });
            self.frame.replace(Some(frame));
        }
        let frame = self.frame.borrow();
        let asked = frame.as_ref().map(|frame| self.window.request_animation_frame(frame.as_ref().unchecked_ref()));
        self.framed.set(asked.and_then(Result::ok));
    }
}
