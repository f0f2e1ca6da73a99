//! Whom the article has spoken of lately, seen from one place of it.

use std::cell::OnceCell;

use super::chain::EntityId;
use super::resolve::{Discourse, NAME_REACH, Referent};

/// Named entities before a place, the last named first; speakers count as named where they spoke. They are looked for when
/// they are first asked for: of most descriptions nobody asks.
pub(super) struct Recent<'a> {
    discourse: &'a Discourse<'a>,
    /// Paragraph and token.
    pub(super) before: (usize, usize),
    all: OnceCell<Vec<EntityId>>,
    outside: OnceCell<Vec<EntityId>>,
}

impl<'a> Recent<'a> {
    pub(super) const fn new(discourse: &'a Discourse<'a>, before: (usize, usize)) -> Self {
        Self { discourse, before, all: OnceCell::new(), outside: OnceCell::new() }
    }

    /// All of them.
    pub(super) fn all(&self) -> &[EntityId] {
        self.all.get_or_init(|| self.find(true))
    }

    /// The same without names inside of quotation marks: whom a speaker names is not whom the article goes on with.
    pub(super) fn outside(&self) -> &[EntityId] {
        self.outside.get_or_init(|| self.find(false))
    }

    fn find(&self, quoted: bool) -> Vec<EntityId> {
        let d = self.discourse;
        // Each with the last place where it was named or spoke, and for each entity its index there.
        let mut last: Vec<((usize, usize), EntityId)> = Vec::new();
        let mut at = vec![usize::MAX; d.chains.entities.len()];
        let mut note = |place: (usize, usize), id: EntityId| {
            if let Some((known, _)) = last.get_mut(at[id]) {
                *known = place.max(*known);
            } else {
                at[id] = last.len();
                last.push((place, id));
            }
        };
        let mut names = 0;
        for p in (0..=self.before.0).rev() {
            for n in d.names_before(p, self.before).rev() {
                let start = d.readings[p].names[n].tokens.start;
                if quoted || d.readings[p].paragraph.quotation_at(start).is_none() {
                    note((p, start), d.chains.entity_of((p, n)));
                    names += 1;
                }
            }
            if names >= NAME_REACH {
                break;
            }
        }
        for (p, t, who) in d.spoke.iter().rev().take(NAME_REACH) {
            if let Referent::Named(id) = who {
                note((*p, *t + 1), *id);
            }
        }
        last.sort_unstable_by(|a, b| b.cmp(a));
        last.into_iter().map(|(_, id)| id).collect()
    }
}
