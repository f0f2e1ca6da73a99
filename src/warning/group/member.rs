//! Sources that are no longer unnamed once the next sentence is read, or that somebody else tells of.

use crate::attribution::Act;
use crate::lexicon::{Classes, Listed, VerbClass};
use crate::mention::{Category, Tag, is_spokesperson};
use crate::report::{Attribution, SourceKind, Speaker};
use crate::text::{TokenKind, Words};
use crate::warning::view::Claim;
use crate::warning::words::PRONOUNS;

use super::Sourced;
use super::crowd::SIDES;

/// Groups whose members are known by what they know or stand up for.
static VERSED: Listed = Listed::new("member-versed");

/// What such members are called, and where they work.
static SCHOLARS: Listed = Listed::new("member-scholars");

impl Sourced<'_> {
    /// The statement that a claim became, with who makes it.
    pub(super) fn stated_by(&self, claim: &Claim) -> Option<(&Attribution, &Speaker)> {
        let attribution = self.view.linked.attributions.get(claim.attribution? as usize)?;
        Some((attribution, self.view.linked.speakers.get(attribution.speaker? as usize)?))
    }

    /// "Two officials had recommended it, Quill said": told by somebody else, who stands behind it or has a warning already. What an
    /// outlet tells is its own reporting.
    pub(super) fn is_in_anothers_words(&self) -> bool {
        let (paragraph, first) = (self.claim.paragraph, self.phrase.core.start);
        if self.claim.cue.act == Act::Source || self.knowledge().is_some() {
            return false;
        }
        let at = self.view.place(paragraph, &(first..first + 1));
        let sentence = self.view.sentence(paragraph, first);
        self.view.claims_in(paragraph).iter().any(|c| {
            c.attribution != self.claim.attribution
                && (sentence.start..first).contains(&c.cue.tokens.start)
                && self.stated_by(c).is_some_and(|(a, speaker)| {
                    a.kind.is_speech()
                        && (!speaker.named || speaker.kind != SourceKind::Organization)
                        && a.content.iter().any(|s| s.contains(at))
                })
        })
    }

    /// "a former engineer, Ada Quill, who said"; "An executive wrote it. The executive, Ada Quill, …"; and at the beginning of an
    /// article "A mother has said so. ¶ Ada Quill, 44, said".
    pub(super) fn is_named_right_behind(&self) -> bool {
        let (here, at) = (self.claim.paragraph, self.phrase.core.start);
        let named = |paragraph: usize, first: usize| {
            let scan = &self.view.scans[paragraph];
            let comma = |i: usize| matches!(scan.p.lower(i), "," | "." | "of");
            let person = |n: &&crate::mention::Name| n.category == Category::Person && n.tokens.start == first;
            scan.names.iter().find(person).is_some_and(|n| comma(n.tokens.end))
        };
        // "Another clerk, Ada Quill of Quill Marine, said", "one clerk supporting Vale, Ada Quill of Vellmouth, said".
        let border = |i: usize| self.scan.tags.get(i) == Some(&Tag::Comma) && named(here, i + 1);
        let end = self.phrase.core.end;
        if (end..self.claim.cue.tokens.start.max(end + 1)).any(border) {
            return true;
        }
        let Some((there, next)) = self.view.next_sentence(here, at) else { return false };
        let p = self.view.scans[there].p;
        let opens = here < 2 && self.scan.p.begins_sentence(at) && self.first().starts_with('a');
        p.lower(next.start + 1) == self.head() && named(there, next.start + 3)
            || opens && (named(there, next.start) || self.head() != "source" && self.is_named_later())
    }

    /// "Analysts say so. “There is no plan B,” said Ada Quill, an analyst": one of them goes on by name.
    pub(super) fn is_joined_by_a_member(&self) -> bool {
        let Some((there, next)) = self.view.next_sentence(self.claim.paragraph, self.phrase.core.start) else {
            return false;
        };
        let p = self.view.scans[there].p;
        // The cue may stand behind a quotation of several sentences.
        let to = if p.quotation_at(next.start).is_some() { next.end + 60 } else { next.end };
        let turns = const { Words::new("but however yet while although") };
        let mut behind = self.view.claims_in(there).iter().filter(|c| (next.start..to).contains(&c.cue.tokens.start));
        !turns.contains(p.lower(next.start))
            && behind.next().is_some_and(|c| c.cue.act.class() != VerbClass::Denial && self.is_member(c))
    }

    /// Whether a claim is one of somebody named who belongs to the group.
    fn is_member(&self, claim: &Claim) -> bool {
        let scan = &self.view.scans[claim.paragraph];
        let Some((a, speaker)) = self.stated_by(claim) else { return false };
        let source = claim.source.phrase.tokens.clone();
        let name = scan.names.iter().find(|n| n.tokens.start < source.end && source.start < n.tokens.end);
        let Some(name) = name.filter(|_| speaker.named && a.kind.is_speech()) else { return false };
        // From the words before the name to those that tell who it is.
        let (start, end) = (name.tokens.start, name.tokens.end);
        let sentence = scan.p.sentence_around(start);
        let mut around = start.saturating_sub(6).max(sentence.start)..sentence.end.min(end + 16);
        let head = self.head();
        let singular = scan.lexicon.singular(head).unwrap_or(head);
        let begins = self.view.place(claim.paragraph, &sentence).start;
        let new = speaker.mentions.first().is_none_or(|m| m.start >= begins);
        // "Rights groups say so. The Quill Trust said"; "Others say so. Ada Quill, an engineer, said".
        let groups = matches!(head, "groups" | "organisations" | "organizations" | "charities");
        if new && groups && speaker.kind == SourceKind::Organization {
            return true;
        }
        let first = new && speaker.kind == SourceKind::Person;
        let set_off = scan.tags.get(end) == Some(&Tag::Comma) || scan.p.is(end, "of");
        // "Others in the trade" are more than whoever comes next.
        let bare = self.phrase.tokens.end == self.phrase.core.end;
        if first && bare && head == "others" && set_off {
            return true;
        }
        let versed = first && VERSED.contains(head);
        // "Ada Quill, 44, said", "Ada Quill, a baker, said": one of many who saw it; not one who speaks for a body.
        let plain_trade = || {
            let told = speaker.role.as_deref().unwrap_or_default();
            scan.p.is_one(end + 1, &const { Words::new("a an") })
                && !scan.p.sentence_around(end).any(|i| is_spokesperson(scan.p.lower(i)))
                && !told.contains(" for ")
        };
        let aged = scan.tags.get(end) == Some(&Tag::Comma)
            && (scan.p.tokens.get(end + 1).is_some_and(|t| t.kind == TokenKind::Number) || plain_trade());
        // "Supporters say so. “It is time,” said Ada Quill, who sponsored the bill".
        let sides = match head {
            "supporters" | "backers" | "proponents" => {
                const { Words::new("sponsored sponsors sponsor co-sponsored introduced authored drafted supports backs") }
            }
            _ => const { Words::new("opposes opposed") },
        };
        let beside = first && !versed && !SIDES.contains(head);
        // "Locals say so. “It took the shed,” says Ada Quill": with nothing else that would tell why she is asked.
        let plain = if PRONOUNS.contains(head) { bare && head != "few" } else { speaker.role.is_none() };
        let quoted = scan.tags[sentence.start] == Tag::Quote;
        let kin = |i: usize| scan.classes(i).has_any(Classes::RELATION);
        beside && (aged || plain && quoted)
            || around.any(|i| {
                let word = scan.p.lower(i);
                word == singular
                    || word == head
                    || versed && (SCHOLARS.contains(word) || word.ends_with("ologist"))
                    || first && (head == "relatives" && kin(i) || SIDES.contains(head) && sides.contains(word))
                    || beside && matches!(word, "lives" | "whose")
            })
    }
}
