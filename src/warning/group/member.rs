//! Sources that are no longer unnamed once the next sentence is read, or that somebody else tells of.

use std::ops::Range;

use crate::attribution::Act;
use crate::lexicon::{Classes, VerbClass};
use crate::mention::{Category, Name, Tag};
use crate::report::SourceKind;
use crate::text::{TokenKind, Words};
use crate::warning::view::Claim;

use super::Sourced;

/// Groups whose members are known by what they know.
const VERSED: Words = Words::new(
    "experts analysts economists academics researchers scientists specialists scholars observers historians lawyers \
     watchers strategists doctors",
);

/// What such members are called, and where they work.
const SCHOLARS: Words = Words::new(
    "analyst economist professor prof researcher scientist lecturer historian strategist expert fellow scholar \
     specialist director barrister attorney lawyer teaches institute university college doctor surgeon",
);

/// Groups that are bodies or act for some.
const BODIES: Words =
    Words::new("groups organisations organizations charities unions campaigners advocates activists companies");

/// Words in the names of bodies, and for those who lead one.
const BODY: Words = Words::new(
    "association confederation federation alliance union coalition society network institute centre center foundation \
     trust watch international campaign council group",
);
const LEADERS: Words =
    Words::new("director head founder chair president chairman chairwoman activist campaigner advocate");

/// People who are members by where they live or whom they lost.
const NEIGHBOURS: Words = Words::new(
    "residents locals neighbours neighbors villagers relatives families parents patients survivors friends workers tenants \
     shopkeepers farmers mourners voters",
);

impl Sourced<'_> {
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
            let outer = c.attribution.filter(|id| Some(*id) != self.claim.attribution);
            let Some(a) = outer.and_then(|id| self.view.linked.attributions.get(id as usize)) else { return false };
            let speaker = a.speaker.and_then(|s| self.view.linked.speakers.get(s as usize));
            let tells = speaker.is_some_and(|s| !s.named || s.kind != SourceKind::Organization)
                && matches!(
                    c.cue.act.class(),
                    VerbClass::Speech | VerbClass::Assertion | VerbClass::Show | VerbClass::Manner
                );
            tells
                && a.kind.is_speech()
                && sentence.contains(&c.cue.tokens.start)
                && c.cue.tokens.end <= first
                && a.content.iter().any(|s| s.contains(at))
        })
    }

    /// "a former engineer, Ada Quill, who said"; "An executive wrote it. The executive, Ada Quill, …".
    pub(super) fn is_named_right_behind(&self) -> bool {
        let end = self.phrase.core.end;
        let apposed = |i: usize, name: &&Name| {
            name.category == Category::Person
                && name.tokens.start == i + 1
                && self.scan.tags.get(i) == Some(&Tag::Comma)
        };
        if self.scan.names.iter().any(|n| apposed(end, &n) && self.scan.tags.get(n.tokens.end) == Some(&Tag::Comma)) {
            return true;
        }
        // "A mother has said she was ignored. ¶ Ada Quill, 44, said": the article opens with somebody whom it names at once.
        let at = self.phrase.core.start;
        let opens = self.claim.paragraph < 2 && self.scan.p.begins_sentence(at) && matches!(self.first(), "a" | "an");
        let next = self.view.next_sentence(self.claim.paragraph, at);
        let speaks = next.as_ref().is_some_and(|(paragraph, sentence)| {
            let says = |c: &Claim| {
                c.source.phrase.tokens.start <= sentence.start + 1 && sentence.contains(&c.cue.tokens.start)
            };
            self.view.claims_in(*paragraph).iter().any(|c| c.attribution.is_some() && says(c))
        });
        self.next(|sentence, scan| {
            let named = opens
                && speaks
                && scan.names.iter().any(|n| {
                    let told = |k: usize| {
                        scan.p.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Number) || scan.p.lower(k) == "who"
                    };
                    n.category == Category::Person
                        && n.tokens.start <= sentence.start + 1
                        && sentence.contains(&n.tokens.start)
                        && scan.tags.get(n.tokens.end) == Some(&Tag::Comma)
                        && told(n.tokens.end + 1)
                });
            if named {
                return true;
            }
            let the = scan.p.lower(sentence.start) == "the" && scan.p.lower(sentence.start + 1) == self.head();
            let comma = sentence.start + 2;
            the && scan.names.iter().any(|n| n.category == Category::Person && n.tokens.start == comma + 1)
                && scan.tags.get(comma) == Some(&Tag::Comma)
        })
    }

    /// "Analysts say so. “There is no plan B,” said Ada Quill, an analyst": one of them goes on by name.
    pub(super) fn is_joined_by_a_member(&self) -> bool {
        let (paragraph, at) = (self.claim.paragraph, self.phrase.core.start);
        let Some((there, sentence)) = self.view.next_sentence(paragraph, at) else { return false };
        let scan = &self.view.scans[there];
        let turns = const { Words::new("but however yet still while although instead nevertheless") };
        if turns.contains(scan.p.lower(sentence.start)) {
            return false;
        }
        self.view.claims_in(there).iter().any(|c| {
            let cue = &c.cue.tokens;
            // The cue may stand behind a quotation of several sentences.
            let near = sentence.contains(&cue.start)
                || scan.p.quotation_at(sentence.start).is_some_and(|q| {
                    scan.p.sentence_around(cue.start).start > sentence.start
                        && (sentence.start..cue.start)
                            .rev()
                            .find(|&i| scan.p.quotation_at(i).is_some())
                            .and_then(|i| scan.p.quotation_at(i))
                            == Some(q)
                });
            near && c.cue.act.class() != VerbClass::Denial && self.is_member(c)
        })
    }

    /// Whether a claim is one of somebody named who belongs to the group.
    fn is_member(&self, claim: &Claim) -> bool {
        let scan = &self.view.scans[claim.paragraph];
        let attribution = claim.attribution.and_then(|id| self.view.linked.attributions.get(id as usize));
        let Some(a) = attribution.filter(|a| a.kind.is_speech()) else { return false };
        let Some(speaker) = a.speaker.and_then(|s| self.view.linked.speakers.get(s as usize)).filter(|s| s.named)
        else {
            return false;
        };
        let source = claim.source.phrase.tokens.clone();
        let Some(name) = scan.names.iter().find(|n| n.tokens.start < source.end && source.start < n.tokens.end) else {
            return false;
        };
        // From the words before the name to those that tell who it is.
        let sentence = scan.p.sentence_around(name.tokens.start);
        let around = name.tokens.start.saturating_sub(6).max(sentence.start)..sentence.end.min(name.tokens.end + 16);
        let has = |words: Words| self.view.has_word(claim.paragraph, &around, words);
        let head = self.head();
        if speaker.kind == SourceKind::Organization {
            return BODIES.contains(head) && name.tokens.clone().any(|i| BODY.contains(scan.p.lower(i)));
        }
        let singular = scan.lexicon.singular(head).unwrap_or(head);
        let same = around.clone().any(|i| scan.p.lower(i) == singular || scan.p.lower(i) == head);
        let first =
            speaker.mentions.first().is_none_or(|m| m.start >= self.view.place(claim.paragraph, &sentence).start);
        let fits = if BODIES.contains(head) {
            has(LEADERS) && (has(BODY) || has(const { Words::new("activist campaigner advocate") }))
        } else if VERSED.contains(head) {
            has(SCHOLARS) || self.is_ologist(claim, &around)
        } else {
            NEIGHBOURS.contains(head) && self.lives_there(claim, name, &around)
        };
        same || first && fits
    }

    /// "the marine biologist Ada Quill".
    fn is_ologist(&self, claim: &Claim, around: &Range<usize>) -> bool {
        let p = self.view.scans[claim.paragraph].p;
        around.clone().any(|i| p.lower(i).ends_with("ologist") || p.lower(i).ends_with("ologists"))
    }

    /// "Ada Quill, 44", "Tom Vale, who lives by the dock", "whose husband was the cook".
    fn lives_there(&self, claim: &Claim, name: &Name, around: &Range<usize>) -> bool {
        let scan = &self.view.scans[claim.paragraph];
        let aged = scan.tags.get(name.tokens.end) == Some(&Tag::Comma)
            && scan.p.tokens.get(name.tokens.end + 1).is_some_and(|t| t.kind == TokenKind::Number);
        aged || (name.tokens.end..around.end).any(|i| {
            const { Words::new("lives lived whose mother father owner runs owns") }.contains(scan.p.lower(i))
                || scan.classes(i).has_any(Classes::RELATION)
        })
    }

    /// What the next sentence says, where there is one.
    fn next(&self, says: impl Fn(&Range<usize>, &crate::mention::Scan<'_>) -> bool) -> bool {
        let next = self.view.next_sentence(self.claim.paragraph, self.phrase.core.start);
        next.is_some_and(|(paragraph, sentence)| says(&sentence, &self.view.scans[paragraph]))
    }
}
