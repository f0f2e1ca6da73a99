//! From statement to statement by keyboard.

use super::App;
use crate::page::card::Place;
use crate::page::notes::NoteKind;
use crate::page::overlay::Overlay;

impl App {
    /// Goes to the statement after the one whose card is open, or before it, round at the ends; whether there is one.
    pub(in crate::page) fn walk(&self, forward: bool) -> bool {
        let Some(view) = self.view.borrow().clone() else { return false };
        let open = self.overlay.borrow().as_ref().and_then(Overlay::open_note);
        let all: Vec<usize> = (view.notes.iter().enumerate())
            .filter_map(|(index, note)| match &note.kind {
                NoteKind::Speaker { .. } => Some(index),
                NoteKind::Warning(_) | NoteKind::Rebuttal { .. } => None,
            })
            .collect();
        let next = if forward {
            all.iter().find(|index| open.is_none_or(|open| **index > open)).or(all.first())
        } else {
            all.iter().rev().find(|index| open.is_none_or(|open| **index < open)).or(all.last())
        };
        if let Some(note) = next {
            self.jump(Place::Note(*note));
        }
        next.is_some()
    }
}
