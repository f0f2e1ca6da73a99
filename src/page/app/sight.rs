//! Brings words of the article into sight, without motion for whoever wants none.

use wasm_bindgen::JsValue;
use web_sys::{Element, Range, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{App, View};
use crate::page::marks;
use crate::text::Utf16Span;

/// Where some words stand in the page.
pub(super) struct Sight {
    range: Range,
    /// What holds their beginning.
    element: Element,
}

impl Sight {
    /// The place of the first piece of these words; none where it has left the page.
    pub(super) fn of(view: &View, span: Utf16Span) -> Option<Self> {
        let (from, to) = view.snapshot.text.locate(span).into_iter().next()?;
        let range = marks::range(&view.snapshot, from, to).ok()??;
        let element = range.start_container().ok()?.parent_element()?;
        Some(Self { range, element })
    }

    /// How far under the upper edge of the window they begin, in CSS pixels.
    pub(super) fn top(&self) -> f64 {
        self.range.get_bounding_client_rect().top()
    }
}

impl App {
    /// Brings words to the middle of the window: as `motion` says, but at once for whoever wants no motion.
    ///
    /// # Errors
    /// Where the browser cannot tell what is wanted.
    pub(super) fn scroll_to(&self, sight: &Sight, motion: ScrollBehavior) -> Result<(), JsValue> {
        let calm = self.window.match_media("(prefers-reduced-motion: reduce)")?.is_none_or(|media| media.matches());
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        options.set_behavior(if calm { ScrollBehavior::Instant } else { motion });
        sight.element.scroll_into_view_with_scroll_into_view_options(&options);
        Ok(())
    }
}
