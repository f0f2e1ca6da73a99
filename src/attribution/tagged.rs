//! The statements that the trained tagger finds, joined with those of the rules.
//!
//! The tagger is better at where a reported clause begins and ends and at cues that no list has; the rules are better at
//! quotation marks. So a cue with what is linked to it makes a statement, whose quoted pieces are cut to their marks;
//! what the rules found and the tagger did not touch stays where it is quoted.

mod content;
mod reported;
mod resumed;
mod ruled;
mod source;
mod term;

use std::ops::Range;

use crate::lexicon::{Classes, Forms, Frames, VerbClass};
use crate::mention::{Scan, Tag};
use crate::report::AttributionKind;
use crate::tagger::{Link, Role, Segment, States};

use super::Statement;
use super::cue::{Act, Cue};
use super::frame::{frame_at, frames};
use source::stands_beside;

/// From this share on (see [`ReportingVerb`](crate::lexicon::ReportingVerb)) a verb needs no tagger to make a statement.
const SURE: u8 = 60;

/// What the tagger found in a paragraph, linked.
struct Found {
    cues: Vec<Range<usize>>,
    sources: Vec<Range<usize>>,
    contents: Vec<Range<usize>>,
    /// For each content its cue.
    content_cue: Vec<Option<usize>>,
    /// For each cue its source.
    cue_source: Vec<Option<usize>>,
    /// The words that the lists know as cues.
    known: Vec<Cue>,
}

impl Found {
    fn new(states: &States<'_>, known: Vec<Cue>) -> Self {
        let ranges = |role| states.segments(role).into_iter().map(|s: Segment| s.tokens).collect::<Vec<_>>();
        let (cues, sources, contents) = (ranges(Role::Cue), ranges(Role::Source), ranges(Role::Content));
        let scores = states.links(Link::ContentCue, &contents, &cues);
        let content_cue = (0..contents.len()).map(|i| scores.best(i)).collect();
        let scores = states.links(Link::CueSource, &cues, &sources);
        let cue_source = (0..cues.len()).map(|i| scores.best(i)).collect();
        Self { cues, sources, contents, content_cue, cue_source, known }
    }

    /// The contents of a cue.
    fn contents(&self, cue: usize) -> Vec<Range<usize>> {
        let linked = self.contents.iter().zip(&self.content_cue).filter(|(_, c)| **c == Some(cue));
        linked.map(|(range, _)| range.clone()).collect()
    }
}

impl Scan<'_> {
    /// The statements of the paragraph by the tagger and the rules together, in the order of their content.
    pub(super) fn joined(&self, rules: Vec<Statement>, states: &States<'_>) -> Vec<Statement> {
        let found = Found::new(states, self.cues());
        let frames = frames(self.p);
        let mut out: Vec<Statement> =
            (0..found.cues.len()).filter_map(|cue| self.tagged(cue, &found, &rules, &frames)).collect();
        // Words that nobody is seen to say, and what is reported inside a report, leave these to the rules.
        let takes = |tagged: &Statement, rule: &Statement| {
            let shared = rule.content.iter().any(|c| tagged.content.iter().any(|t| overlap(c, t) > 0));
            shared && tagged.source.is_some() && !(rule.content.len() == 1 && is_within(tagged, rule))
        };
        let is_taken = |rule: &Statement| out.iter().any(|tagged| takes(tagged, rule));
        let is_seen = |rule: &Statement| {
            rule.cue.as_ref().is_some_and(|own| found.cues.iter().any(|c| overlap(c, &own.tokens) > 0))
        };
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
                    && (is_sure(rule) || self.is_found(rule) || self.is_parenthetic(rule))
            }
        };
        let kept: Vec<Statement> = rules.into_iter().filter(keep).collect();
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
        let kept = self.once_a_cue(&mut out, kept);
        out.extend(kept);
        self.resume(&mut out);
        for statement in &mut out {
            let said = statement.kind == AttributionKind::Direct && statement.cue.is_none();
            let addressed = statement.kind != AttributionKind::Direct && self.is_addressed(statement);
            if addressed {
                statement.source = None;
            }
            if !said && statement.source.is_none() && !self.is_utterance_of(statement) {
                statement.kind = AttributionKind::Attitude;
            }
            if statement.kind == AttributionKind::Mixed && self.is_term(statement) {
                statement.kind = AttributionKind::Indirect;
            }
            if statement.kind == AttributionKind::Indirect && (self.is_own(statement) || self.is_attitude(statement)) {
                statement.kind = AttributionKind::Attitude;
            }
        }
        for statement in out.iter_mut().filter(|s| s.kind == AttributionKind::Attitude && s.source.is_none()) {
            statement.source = self.doer(statement, &frames);
        }
        let own_voice = self.is_own_voice();
        out.retain(|s| {
            let own = self.is_own_deed(s) || own_voice && self.is_story(s);
            !(own || self.is_silence(s) || self.is_passive_aside(s) || self.is_called(s))
        });
        out.retain_mut(|s| !self.is_ground(s));
        out.extend(self.thoughts(&out));
        self.part(&mut out);
        self.leave_out_dateline(&mut out);
        out.iter_mut().for_each(untangle);
        out.retain(|s| !s.content.is_empty());
        super::statement::in_order(&mut out);
        out
    }

    /// One cue makes one statement. What the rules have of the cue of a tagged statement goes, but where that stands ahead of the
    /// source and theirs behind the cue: of "Pointing to the gale, Quill said that it leaks" the rest is what was said, and of "The quay,
    /// Quill said, leaks" all.
    fn once_a_cue(&self, tagged: &mut [Statement], rules: Vec<Statement>) -> Vec<Statement> {
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

    /// "I think that it holds, but we know why it leaks": what is coordinated with a report and reported itself is no part of it.
    fn part(&self, statements: &mut [Statement]) {
        let starts: Vec<(usize, usize)> = statements
            .iter()
            .filter_map(|s| Some((s.source.as_ref()?.phrase.tokens.start, s.cue.as_ref()?.tokens.end)))
            .filter(|&(start, _)| {
                let joined = start >= 2 && matches!(self.p.lower(start - 1), "and" | "but" | "or" | "so" | "yet");
                joined && self.tags[start - 2] == Tag::Comma && self.p.quotation_at(start).is_none()
            })
            .collect();
        for statement in statements.iter_mut().filter(|s| s.kind != AttributionKind::Direct) {
            for piece in &mut statement.content {
                let second =
                    starts.iter().find(|&&(start, end)| piece.start + 2 < start && start < end && end < piece.end);
                piece.end = second.map_or(piece.end, |&(start, _)| start - 2);
            }
        }
    }

    /// "closed the dock, citing lower revenues", "citing the quay as an example": no words of what is cited, and none said of it.
    /// "The Courier reported, citing two engineers, that it leaked" tells the clause.
    fn is_ground(&self, statement: &mut Statement) -> bool {
        let (Some(cue), Some(source)) = (&statement.cue, &statement.source) else { return false };
        let cites = cue.tokens.clone().any(|i| matches!(self.p.lower(i), "citing" | "echoing"));
        if !cites || !statement.quotations.is_empty() {
            return false;
        }
        if source.phrase.tokens.start >= cue.tokens.end {
            return !self.can_speak(&source.phrase);
        }
        statement.content.retain(|piece| piece.start != cue.tokens.end);
        statement.content.is_empty()
    }

    /// Whether quoted words without a source are somebody's all the same.
    fn is_utterance_of(&self, statement: &Statement) -> bool {
        statement.kind != AttributionKind::Indirect && statement.quotations.iter().any(|&q| self.is_utterance(q))
    }

    /// The statement of one cue; none where nothing is linked to it.
    fn tagged(&self, cue: usize, found: &Found, rules: &[Statement], frames: &[Range<usize>]) -> Option<Statement> {
        let tokens = found.cues[cue].clone();
        // What stands in quotation marks is the speaker's, not the article's.
        if tokens.clone().any(|i| self.p.quotation_at(i).is_some()) {
            return None;
        }
        let rule = rules
            .iter()
            .find(|rule| rule.cue.as_ref().is_some_and(|c| overlap(&c.tokens, &tokens) > 0))
            .filter(|rule| rule.source.is_some());
        let quoted = rule.filter(|rule| rule.kind != AttributionKind::Indirect);
        let seen = found.cue_source[cue].and_then(|source| {
            let seen = &found.sources[source];
            Some((seen, self.source_words(seen, &tokens)?))
        });
        let owner = self.owner(&tokens, frames);
        let source = match seen {
            Some((seen, _)) if owner.as_ref().is_some_and(|o| overlap(&o.phrase.tokens, seen) == 0) => owner,
            // Beside quotation marks the rules are the surer ones.
            Some(_) if quoted.is_some() => quoted.and_then(|rule| rule.source.clone()),
            Some((seen, words)) => {
                let beside = rule.filter(|rule| stands_beside(rule, &tokens, seen));
                let own = beside.and_then(|rule| rule.source.clone());
                Some(own.unwrap_or_else(|| self.tagged_source(self.speaking(words), rule)))
            }
            None => rule
                .and_then(|rule| rule.source.clone())
                .or_else(|| self.nearby_source(&tokens, &found.contents(cue), frames)),
        };
        let quoted_by = source.as_ref().and_then(|by| self.quoted_by(&tokens, by, frames));
        let source = quoted_by.clone().or(source);
        let mut own = vec![tokens.clone()];
        own.extend(source.iter().map(|s| s.phrase.tokens.clone()));
        let linked = self.adjoining(found.contents(cue), own);
        let mut content: Vec<Range<usize>> = linked.into_iter().filter_map(|c| self.cut(c)).collect();
        content.retain(|piece| !self.is_anothers(piece, &tokens, rules));
        let frame = frame_at(frames, tokens.start);
        self.keep_to_frame(&mut content, &frames[frame]);
        if let Some(rule) = rule {
            self.as_ruled(&mut content, rule);
        }
        let tagged_cue = self.tagged_cue(tokens.clone(), &found.known);
        if let (true, Some(source)) = (content.is_empty(), &source) {
            content.extend(self.whole_sentence(&tagged_cue, source, frames, frame));
        }
        self.leave_out_setting(&mut content, &tokens, source.as_ref());
        // "her widow, who, according to Quill, died": what is reported is the clause around the cue.
        if let Some(relative) = self.clause_around(tokens.start) {
            for piece in content.iter_mut().filter(|c| c.end <= tokens.start && c.end > relative) {
                piece.start = piece.start.max(relative);
            }
            // The pronoun alone says nothing.
            if content.len() == 1 {
                content.retain(|c| c.end > tokens.start || c.len() > 1);
            }
        }
        if let Some(start) = quoted_by.map(|who| who.phrase.tokens.start) {
            content.iter_mut().filter(|c| c.contains(&start)).for_each(|c| c.end = start);
            content.retain(|c| !c.is_empty());
        }
        if content.is_empty() {
            return None;
        }
        // Not before: of two pieces a quoted one at the beginning of the sentence may look like the name of a place.
        if let Some(rule) = rule {
            self.go_on(&mut content, rule);
        }
        in_order(&mut content);
        let as_ruled = rule.filter(|rule| rule.content == content).map(|rule| rule.kind);
        let quotations: Vec<usize> =
            (0..self.p.quotations.len()).filter(|&q| content.iter().any(|c| self.covers(c, q))).collect();
        Some(Statement {
            kind: as_ruled.unwrap_or_else(|| self.kind(&content, &quotations)),
            content,
            quotations,
            cue: Some(tagged_cue),
            source,
            medium: rule.and_then(|rule| rule.medium),
            frame,
        })
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
        start.and_then(|i| i.checked_sub(1)).is_some_and(|i| self.p.lower(i) == "as")
    }

    /// A cue of these tokens: what the lists know of its verb, else plain speech.
    fn tagged_cue(&self, tokens: Range<usize>, known: &[Cue]) -> Cue {
        // They stand in order and apart.
        let nearest = known.partition_point(|c| c.tokens.end <= tokens.start);
        if let Some(known) = known.get(nearest).filter(|c| overlap(&c.tokens, &tokens) > 0) {
            return Cue { tokens, act: known.act };
        }
        let verb = tokens.clone().rev().find_map(|i| self.lexicon.reporting_verb(self.p.lower(i)));
        let act = match verb {
            Some(verb) => Act::of(verb, verb.forms.has(Forms::GERUND)),
            None => {
                Act::Verb { lemma: "", class: VerbClass::Assertion, frames: Frames::CLAUSE, share: None, gerund: false }
            }
        };
        Cue { tokens, act }
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

/// Puts ranges of tokens in the order of the text.
fn in_order(pieces: &mut [Range<usize>]) {
    pieces.sort_by_key(|piece| piece.start);
}

/// Puts the pieces of a statement in order and apart. Damaged marks can bring two pieces over each other, or a cue into quoted
/// words.
fn untangle(statement: &mut Statement) {
    let mut pieces = std::mem::take(&mut statement.content);
    if let Some(cue) = statement.cue.as_ref().filter(|_| statement.kind == AttributionKind::Direct) {
        pieces.retain(|piece| overlap(piece, &cue.tokens) == 0);
    }
    in_order(&mut pieces);
    for piece in pieces {
        match statement.content.last_mut().filter(|last| piece.start < last.end) {
            Some(last) => last.end = last.end.max(piece.end),
            None => statement.content.push(piece),
        }
    }
}

/// Whether both statements stand on one cue.
fn same_cue(a: &Statement, b: &Statement) -> bool {
    a.cue.as_ref().zip(b.cue.as_ref()).is_some_and(|(a, b)| overlap(&a.tokens, &b.tokens) > 0)
}

/// How many tokens two ranges share.
fn overlap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}
