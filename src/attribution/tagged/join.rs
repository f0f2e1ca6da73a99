//! Which of the rules' statements stay beside the tagger's, and which words of the tagger's are left to the rules.

use crate::lexicon::{Classes, VerbClass};
use crate::mention::{Scan, Tag};
use crate::report::AttributionKind;

use super::super::Statement;
use super::super::cue::Act;
use super::deed::Deed;
use super::{Found, overlap, same_cue};
use std::ops::Range;

/// From this share on (see [`ReportingVerb`](crate::lexicon::ReportingVerb)) a verb needs no tagger to make a statement.
const SURE: u8 = 60;

impl Scan<'_> {
    /// What stays of the rules' statements beside the tagger's, `out`.
    pub(super) fn kept(
        &self,
        rules: Vec<Statement>,
        out: &[Statement],
        found: &Found,
        deeds: &[Deed],
    ) -> Vec<Statement> {
        // Words that nobody is seen to say, and what is reported inside a report, leave these to the rules.
        let takes = |tagged: &Statement, rule: &Statement| {
            let shared = rule.content.iter().any(|c| tagged.content.iter().any(|t| overlap(c, t) > 0));
            shared && tagged.source.is_some() && !(rule.content.len() == 1 && is_within(tagged, rule))
        };
        let is_taken = |rule: &Statement| out.iter().any(|tagged| takes(tagged, rule));
        let is_seen = |rule: &Statement| {
            rule.cue.as_ref().is_some_and(|own| found.cues.iter().any(|c| overlap(c, &own.tokens) > 0))
        };
        // "said it was over and blamed the board": the tagger took it for part of what was said.
        let is_deed = |rule: &Statement| deeds.iter().any(|deed| rule.is_cued(deed.verb));
        // A rule's quotation on the cue of a tagged statement has been looked at with that one.
        let keep = |rule: &Statement| match rule.kind {
            AttributionKind::Direct => {
                // "said the board is to blame for focusing on “the quay”": of two cues the one that mostly reports words.
                let own = if rule.cue.is_some() { utters(rule) } else { rule.source.is_some() };
                !out.iter().any(|tagged| same_cue(tagged, rule)) && (own || !is_taken(rule))
            }
            AttributionKind::Mixed => {
                // Whether there is a clause with a few quoted words the tagger knows better, but for verbs that mostly report.
                (is_seen(rule) || utters(rule))
                    && !self.is_setting(rule)
                    && (!is_taken(rule) || utters(rule) && out.iter().any(|tagged| is_within(rule, tagged)))
            }
            AttributionKind::Indirect | AttributionKind::Attitude => {
                // "Quill said it leaks, according to the Courier": both have said so.
                let told = |tagged: &Statement| {
                    tagged.cue.as_ref().is_some_and(|cue| cue.act == Act::Source) && is_within(rule, tagged)
                };
                // "It leaks, said one diver.": the diver is not what the first words say.
                let says_it = |tagged: &Statement| {
                    let source = tagged.source.iter().map(|source| &source.phrase.tokens);
                    same_cue(tagged, rule) && source.into_iter().any(|s| rule.content.iter().any(|c| overlap(c, s) > 0))
                };
                !out.iter().any(says_it)
                    && (!is_taken(rule) || utters(rule) && out.iter().any(told))
                    && (is_sure(rule)
                        || is_deed(rule)
                        || self.is_found(rule)
                        || self.is_parenthetic(rule)
                        || self.is_gapped(rule))
            }
        };
        rules.into_iter().filter(keep).collect()
    }

    /// Takes from the tagger's statements the quoted words that the rules gave to somebody; a statement without words goes.
    pub(super) fn leave_to_rules(&self, out: &mut Vec<Statement>, kept: &[Statement]) {
        // Words in quotation marks that the rules gave to somebody are not given to another cue as well, but to one inside them.
        let quoted: Vec<&Statement> = kept.iter().filter(|rule| rule.kind != AttributionKind::Indirect).collect();
        // Whether a name before a colon opens a turn or a headline only the article tells: both readings stay.
        for statement in out.iter_mut().filter(|s| !s.is_label(self)) {
            let others: Vec<&Statement> = quoted.iter().filter(|rule| !is_within(statement, rule)).copied().collect();
            statement.content.retain(|c| {
                let whole = |rule: &&Statement| rule.content.iter().any(|r| r.start <= c.start && c.end <= r.end);
                !others.iter().any(whole)
            });
        }
        out.retain(|s| !s.content.is_empty());
    }

    /// One cue makes one statement. What the rules have of the cue of a tagged statement goes, but where that stands ahead of the
    /// source and theirs behind the cue: of "Pointing to the gale, Quill said that it leaks" the rest is what was said, and of "The quay,
    /// Quill said, leaks" all.
    pub(super) fn once_a_cue(&self, tagged: &mut [Statement], rules: Vec<Statement>) -> Vec<Statement> {
        let mut apart = Vec::with_capacity(rules.len());
        for rule in rules {
            let same = tagged.iter_mut().find(|s| rule.kind != AttributionKind::Direct && same_cue(s, &rule));
            let (Some(same), Some(cue)) = (same, &rule.cue) else {
                apart.push(rule);
                continue;
            };
            let behind = rule.content.iter().all(|c| c.start >= cue.tokens.end);
            if behind && same.content.iter().all(|c| c.end <= cue.tokens.start) {
                if rule.content.first().is_none_or(|c| self.tags[c.start - 1] != Tag::Comma) {
                    same.content.clear();
                }
                same.content.extend(rule.content);
                same.quotations.extend(rule.quotations);
                same.kind = rule.kind;
            }
        }
        apart
    }

    /// "The report found boats had no sails": a document shows nothing but what it says.
    fn is_found(&self, rule: &Statement) -> bool {
        let shows = rule.cue.as_ref().is_some_and(|cue| cue.act.class() == VerbClass::Show);
        let head = rule.source.as_ref().map(|source| source.phrase.core.end - 1);
        shows && head.is_some_and(|i| self.classes(i).has_any(Classes::DOCUMENT_NOUN))
    }

    /// "As Quill reports, …", "…, as Quill reports".
    fn is_parenthetic(&self, rule: &Statement) -> bool {
        let start = rule.source.as_ref().map(|source| source.phrase.tokens.start);
        start.and_then(|i| i.checked_sub(1)).is_some_and(|i| self.p.is(i, "as"))
    }
}

/// Whether the rules alone are enough for a statement without quotation marks: its verb hardly ever does anything but
/// report, or it denies something, which a claim elsewhere may be waiting for.
fn is_sure(rule: &Statement) -> bool {
    rule.cue.as_ref().is_some_and(|cue| match cue.act {
        Act::Verb { class: VerbClass::Denial, .. } | Act::Source => true,
        Act::Verb { share, class, .. } => class.is_utterance() && share.is_some_and(|share| share >= SURE),
        Act::Content => false,
    })
}

/// Whether the cue is a finite verb that mostly reports words or names something.
fn utters(statement: &Statement) -> bool {
    statement.cue.as_ref().is_some_and(|cue| match cue.act {
        Act::Verb { class, share, gerund: false, .. } => {
            class == VerbClass::Naming || class.is_utterance() && share.is_some_and(|share| share >= SURE)
        }
        _ => false,
    })
}

/// Whether a statement with its cue and source stands inside the words of another: "Quill testified that Vale had called the
/// quay “a toy”".
fn is_within(inner: &Statement, outer: &Statement) -> bool {
    let holds = |tokens: &Range<usize>| outer.content.iter().any(|c| c.start <= tokens.start && tokens.end <= c.end);
    let cue = inner.cue.as_ref().is_some_and(|cue| holds(&cue.tokens));
    let source = inner.source.as_ref().is_some_and(|source| holds(&source.phrase.tokens));
    cue && source && inner.content.iter().all(holds)
}
