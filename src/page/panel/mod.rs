//! The drawer with the whole article's speakers, statements and warnings.

use super::app::App;

impl App {
    /// Opens the panel, or closes it; whether it is open then.
    #[expect(clippy::unused_self, reason = "the panel is not built yet")]
    pub(super) fn toggle_panel(&self) -> bool {
        false
    }
}
