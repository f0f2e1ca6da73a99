//! From a line of the panel to its place in the article.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, ScrollBehavior};

use super::super::gestures::number;
use super::super::sight::Sight;
use super::super::{App, View};
use crate::layout::NARROW;
use crate::page::notes::NoteKind;
use crate::text::Utf16Span;

/// How long the words stay lit that a jump leads to, in milliseconds.
const FLASH: i32 = 1600;

impl App {
    /// Brings a place of the article into view, lights its words for a moment, and gives its badge the focus. The panel
    /// stays for the mouse; it makes room where it would cover what has the focus, and on a narrow screen.
    pub(super) fn go_to(&self, place: &Element, by_keyboard: bool) -> Result<(), JsValue> {
        let Some(view) = self.view.borrow().clone() else { return Ok(()) };
        let (statement, warning) = (number(place, "data-statement"), number(place, "data-warning"));
        let said = statement.and_then(|id| view.report.attributions.get(id)).map(|a| &a.content);
        let Some(spans) = said.or_else(|| warning.and_then(|id| view.report.warnings.get(id)).map(|w| &w.trigger))
        else {
            return Ok(());
        };
        if let Some(sight) = spans.first().and_then(|span| Sight::of(&view, *span)) {
            self.scroll_to(&sight, ScrollBehavior::Smooth)?;
        }
        self.flash(&view, spans)?;
        let its = |kind: &NoteKind| match kind {
            NoteKind::Speaker { statements, .. } => statement.is_some_and(|id| statements.contains(&(id as u32))),
            NoteKind::Warning(id) => warning == Some(*id as usize),
            NoteKind::Rebuttal { .. } => false,
        };
        let index = view.notes.iter().position(|note| its(&note.kind));
        let badge = index.and_then(|index| self.overlay.borrow().as_ref()?.badge(index));
        let panel = self.panel.borrow().as_ref().map(|panel| panel.element.get_bounding_client_rect());
        let narrow = self.window.inner_width()?.as_f64().is_some_and(|width| width <= NARROW);
        let covered = badge.as_ref().zip(panel).is_some_and(|(badge, panel)| {
            let badge = badge.get_bounding_client_rect();
            badge.right() > panel.left() && badge.left() < panel.right()
        });
        if narrow || (covered && by_keyboard) {
            self.close_panel(false);
        }
        if narrow || by_keyboard {
            self.focus(badge);
        }
        Ok(())
    }

    /// Lights words for a moment: a still background, which moves for nobody.
    fn flash(&self, view: &View, spans: &[Utf16Span]) -> Result<(), JsValue> {
        self.marks.borrow_mut().flash(&view.snapshot, spans)?;
        let me = self.me.clone();
        let out = Closure::once_into_js(move || {
            if let Some(app) = me.upgrade() {
                app.marks.borrow_mut().unflash();
            }
        });
        if let Some(timer) = self.flashing.take() {
            self.window.clear_timeout_with_handle(timer);
        }
        let timer = self.window.set_timeout_with_callback_and_timeout_and_arguments_0(out.unchecked_ref(), FLASH)?;
        self.flashing.set(Some(timer));
        Ok(())
    }
}
