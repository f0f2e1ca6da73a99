//! Whose words a place of the article is: the attributions around it.

use std::ops::Range;

use crate::lexicon::VerbClass;
use crate::report::Attribution;
use crate::text::ByteSpan;

use super::View;

impl View<'_> {
    /// The attribution that words stand in or beside: its source or cue, else its content, else the next statement of
    /// the same sentence.
    pub(in crate::warning) fn attribution_at(&self, paragraph: usize, tokens: &Range<usize>) -> Option<u32> {
        let trigger = self.place(paragraph, tokens);
        let sentence = self.place(paragraph, &self.sentence(paragraph, tokens.start));
        let all = self.attributions_in(paragraph);
        let touches = |spans: &[ByteSpan]| spans.iter().any(|s| s.overlaps(trigger));
        let near = all
            .clone()
            .find(|a| touches(&a.source) || touches(&a.cue))
            .or_else(|| all.clone().filter(|a| touches(&a.content)).min_by_key(|a| length(&a.content)))
            .or_else(|| {
                let begins = |a: &&Attribution| a.content.first().map_or(u32::MAX, |s| s.start);
                all.clone().filter(|a| a.content.iter().any(|s| sentence.overlaps(*s))).min_by_key(|a| {
                    // Behind the trigger first, then before it.
                    (begins(a) < trigger.start, begins(a).abs_diff(trigger.start))
                })
            });
        near.map(|a| a.id)
    }

    /// Whether token `i` is content of anybody's statement.
    pub(in crate::warning) fn is_attributed(&self, paragraph: usize, i: usize) -> bool {
        let at = self.place(paragraph, &(i..i + 1));
        self.attributions_in(paragraph).any(|a| a.content.iter().any(|s| s.contains(at)))
    }

    /// Whether somebody with a name says the words around a token, so that the writer does not. A denial does not make
    /// the denied claim the speaker's. With `aloud` an attitude is not enough, since it tells no words.
    pub(in crate::warning) fn has_named_voice(&self, paragraph: usize, i: usize, aloud: bool) -> bool {
        let at = self.place(paragraph, &(i..i + 1));
        self.attributions_in(paragraph).any(|a| {
            let named = a.speaker.and_then(|s| self.linked.speakers.get(s as usize)).is_some_and(|s| s.named);
            let said = a.kind.is_speech() || !aloud;
            named && said && a.content.iter().any(|s| s.contains(at)) && !self.is_denial(a.id)
        })
    }

    /// Whether somebody, named or not, says the words around a token: an attribution of speech other than `own`.
    pub(in crate::warning) fn is_told_by_another(&self, paragraph: usize, i: usize, own: Option<u32>) -> bool {
        let at = self.place(paragraph, &(i..i + 1));
        self.attributions_in(paragraph).any(|a| {
            Some(a.id) != own
                && a.kind.is_speech()
                && !a.source.is_empty()
                && !a.source.iter().any(|s| s.overlaps(at))
                && a.content.iter().any(|s| s.contains(at))
                && !self.is_denial(a.id)
        })
    }

    /// Whether an attribution denies its content.
    pub(in crate::warning) fn is_denial(&self, attribution: u32) -> bool {
        let Some(origin) = self.linked.origins.get(attribution as usize) else { return false };
        self.claims_in(origin.paragraph)
            .iter()
            .any(|c| c.attribution == Some(attribution) && c.cue.act.class() == VerbClass::Denial)
    }
}

fn length(spans: &[ByteSpan]) -> u32 {
    spans.iter().map(|s| s.len()).sum()
}
