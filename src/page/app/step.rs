//! From statement to statement by keyboard.

use super::App;
use crate::page::notes::NoteKind;
use crate::page::overlay::Overlay;

impl App {
    /// Goes to the statement after the one whose card is open, or before it, round at the ends; whether there is one.
    pub(in crate::page) fn step(&self, forward: bool) -> bool {
        let Some(view) = self.view.borrow().clone() else { return false };
        let open = self.overlay.borrow().as_ref().and_then(Overlay::open_note);
        let all: Vec<(usize, u32)> = (view.notes.iter().enumerate())
            .filter_map(|(index, note)| match &note.kind {
                NoteKind::Speaker { statements, .. } => Some((index, *statements.first()?)),
                NoteKind::Warning(_) | NoteKind::Rebuttal { .. } => None,
            })
            .collect();
        let next = if forward {
            all.iter().find(|(index, _)| open.is_none_or(|open| *index > open)).or(all.first())
        } else {
            all.iter().rev().find(|(index, _)| open.is_none_or(|open| *index < open)).or(all.last())
        };
        if let Some((_, statement)) = next {
            self.jump(*statement);
        }
        next.is_some()
    }
}
