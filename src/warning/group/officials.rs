//! Officials and investigators of whom the article does not say whose they are.

use crate::lexicon::{Listed, VerbClass};
use crate::mention::{Category, has_officials, speaks_for_a_body};
use crate::text::Words;

use super::Sourced;

/// Bodies without a name, for which officials may speak.
static BODIES: Listed = Listed::new("officials-bodies");

/// Those that have investigators; "police" alone does not tell which.
const SEEKERS: Words = Words::new("agency bureau commission council department ministry prosecutors");

impl Sourced<'_> {
    /// "Investigators say", where the article names no body that could have any: nobody can tell whose they are.
    pub(super) fn is_of_no_body(&self) -> bool {
        let head = self.head();
        let bare = self.core().len() == 1 && speaks_for_a_body(head) && self.phrase.tokens.end == self.core().end;
        let stated = self.claim.attribution.is_some() && self.claim.cue.act.class() == VerbClass::Speech;
        bare && stated && !self.is_resolved() && !self.names_a_body(head)
    }

    /// Whether the attribution found out whose they are.
    pub(super) fn is_resolved(&self) -> bool {
        self.stated_by(self.claim).is_some_and(|(_, s)| s.named)
    }

    /// Whether the article names a body that may have such people, or speaks of one close by.
    fn names_a_body(&self, head: &str) -> bool {
        let here = self.claim.paragraph;
        let nouns = if head == "officials" { *BODIES } else { SEEKERS };
        let near = here.saturating_sub(1)..=here;
        let told = near.into_iter().any(|p| self.view.has_word(p, &(0..self.view.scans[p].tags.len()), nouns));
        told || self.view.scans.iter().any(|scan| {
            scan.names.iter().any(|n| {
                let mut words = n.tokens.clone().map(|i| scan.p.lower(i));
                n.category != Category::Person && words.any(|w| has_officials(head, w))
            })
        })
    }
}
