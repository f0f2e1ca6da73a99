//! The statements that the trained tagger finds, joined with those of the rules.
//!
//! The tagger is better at where a reported clause begins and ends and at cues that no list has; the rules are better at
//! quotation marks. So a cue with what is linked to it makes a statement, whose quoted pieces are cut to their marks;
//! what the rules found and the tagger did not touch stays where it is quoted.

use std::ops::Range;

use crate::lexicon::{Classes, Forms, Frames, PhraseClass, VerbClass};
use crate::mention::{Category, Head, Phrase, Scan, Source, Tag};
use crate::report::AttributionKind;
use crate::tagger::{Link, Role, Segment, States};
use crate::text::TokenKind;

use super::Statement;
use super::cue::{Act, Cue};
use super::frame::frames;

/// From this share on (see [`ReportingVerb`](crate::lexicon::ReportingVerb)) a verb needs no tagger to make a statement.
const SURE: u8 = 60;

/// Below this share a verb with nothing but a noun behind it reports no words: "raised the matter".
const REPORTS: u8 = 75;

/// Whoever is asked "about" something is told in so many words at most.
const ADDRESSED: usize = 6;

/// So many words can stand between two quotations of one statement beside its cue and source.
const ASIDE: usize = 8;

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
        // A rule's quotation on the cue of a tagged statement has been looked at with that one.
        let keep = |rule: &Statement| match rule.kind {
            AttributionKind::Direct => {
                let own = rule.cue.is_some() || rule.source.is_some();
                !out.iter().any(|tagged| same_cue(tagged, rule)) && (own || !is_taken(rule))
            }
            AttributionKind::Mixed => {
                !is_taken(rule) || utters(rule) && out.iter().any(|tagged| is_within(rule, tagged))
            }
            AttributionKind::Indirect | AttributionKind::Attitude => {
                !is_taken(rule) && (is_sure(rule) || self.is_parenthetic(rule))
            }
        };
        let kept: Vec<Statement> = rules.into_iter().filter(keep).collect();
        // Words in quotation marks that the rules gave to somebody are not given to another cue as well, but to one inside them.
        let quoted: Vec<&Statement> = kept.iter().filter(|rule| rule.kind != AttributionKind::Indirect).collect();
        for statement in &mut out {
            let others: Vec<&Statement> = quoted.iter().filter(|rule| !is_within(statement, rule)).copied().collect();
            statement.content.retain(|c| {
                let whole = |rule: &&Statement| rule.content.iter().any(|r| r.start <= c.start && c.end <= r.end);
                !others.iter().any(whole)
            });
        }
        out.retain(|s| !s.content.is_empty());
        out.extend(kept);
        // "is expected to": nobody says it, so there is nobody to name.
        out.retain(|s| {
            s.kind == AttributionKind::Direct && s.cue.is_none() || s.source.is_some() || self.is_utterance_of(s)
        });
        for statement in &mut out {
            if statement.kind == AttributionKind::Indirect && (self.is_own(statement) || self.is_attitude(statement)) {
                statement.kind = AttributionKind::Attitude;
            }
        }
        out.retain(|s| !self.is_own_deed(s) && !self.is_silence(s));
        out.extend(self.thoughts(&out));
        out.iter_mut().for_each(untangle);
        out.retain(|s| !s.content.is_empty());
        out.sort_by_key(|s| s.content.first().map_or(0, |c| c.start));
        out
    }

    /// "said nothing", "would say nothing more".
    fn is_silence(&self, statement: &Statement) -> bool {
        let mut words = statement.content.iter().flat_map(Clone::clone);
        let clause = |i: usize| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary);
        statement.quotations.is_empty()
            && words.next().is_some_and(|i| self.p.lower(i) == "nothing")
            && !words.any(clause)
    }

    /// Whether quoted words without a source are somebody's all the same.
    fn is_utterance_of(&self, statement: &Statement) -> bool {
        statement.kind != AttributionKind::Indirect && statement.quotations.iter().any(|&q| self.is_utterance(q))
    }

    /// Whether a statement tells what somebody thinks, wants or feels, or what was talked of, rather than what was said.
    fn is_attitude(&self, statement: &Statement) -> bool {
        let Some(cue) = &statement.cue else { return false };
        let Act::Verb { lemma, class, share, .. } = cue.act else { return false };
        // "declined to comment": nothing was said.
        let ahead = self.lower_from(cue.tokens.start, 6);
        if self.lexicon.phrases_at(&ahead).any(|(class, _)| class == PhraseClass::NoComment) {
            return true;
        }
        let clause = || {
            let mut tokens = statement.content.iter().flat_map(Clone::clone);
            let that = |c: &Range<usize>| {
                self.p.lower(c.start) == "that" || c.start > 0 && self.p.lower(c.start - 1) == "that"
            };
            statement.content.iter().any(that)
                || tokens.any(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary | Tag::To | Tag::Gerund))
        };
        if self.is_topic(statement, cue) {
            return true;
        }
        match class {
            VerbClass::Belief | VerbClass::Intention | VerbClass::Stance => true,
            VerbClass::Denial | VerbClass::Naming | VerbClass::Request => lemma.is_empty(),
            _ => lemma.is_empty() || share.unwrap_or(0) < REPORTS && !clause(),
        }
    }

    /// "raised questions about the delay", "asked Quill about the quay": what was talked of, and not what was said of it.
    fn is_topic(&self, statement: &Statement, cue: &Cue) -> bool {
        let Some(content) = statement.content.iter().find(|c| c.start >= cue.tokens.end) else { return false };
        let asks = |i: usize| {
            matches!(self.p.lower(i), "what" | "how" | "why" | "whether" | "where" | "who" | "when" | "which" | "if")
        };
        let about = |i: &usize| self.p.lower(*i) == "about";
        let told = (cue.tokens.start..content.start).rfind(about).is_some_and(|i| i + 1 == content.start);
        let asked = (content.start..content.end.min(content.start + ADDRESSED))
            .take_while(|&i| self.tags[i].is_nominal() || matches!(self.tags[i], Tag::Pronoun) || about(&i))
            .find(about);
        let start = if told { Some(content.start) } else { asked.map(|i| i + 1) };
        start.is_some_and(|start| start < content.end && !asks(start))
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
        let source = match found.cue_source[cue] {
            // Beside quotation marks the rules are the surer ones.
            Some(_) if quoted.is_some() => quoted.and_then(|rule| rule.source.clone()),
            Some(source) => {
                let beside = rule.filter(|rule| stands_beside(rule, &tokens, &found.sources[source]));
                beside
                    .and_then(|rule| rule.source.clone())
                    .or_else(|| self.words(&found.sources[source]).map(|t| self.tagged_source(self.speaking(t), rule)))
            }
            None => rule.and_then(|rule| rule.source.clone()).or_else(|| {
                let quoted = found.contents(cue).iter().any(|c| c.clone().any(|i| self.p.quotation_at(i).is_some()));
                self.nearby_source(&tokens, frames, quoted)
            }),
        };
        let mut own = vec![tokens.clone()];
        own.extend(source.iter().map(|s| s.phrase.tokens.clone()));
        let linked = self.adjoining(found.contents(cue), own);
        let mut content: Vec<Range<usize>> = linked.into_iter().filter_map(|c| self.cut(c)).collect();
        content.retain(|piece| !self.is_anothers(piece, &tokens, rules));
        self.keep_to_frame(&mut content, &frames[frames.partition_point(|f| f.end <= tokens.start)]);
        // The rules know where quotation marks are missing, and where a quotation goes on.
        if let Some(rule) = rule.filter(|r| r.kind == AttributionKind::Direct) {
            let damaged = rule.quotations.iter().any(|&q| !self.p.quotations[q].opened);
            if damaged || content.iter().any(|c| rule.content.iter().all(|r| overlap(r, c) == 0)) {
                content.clone_from(&rule.content);
            }
            for piece in &rule.content {
                if content.iter().all(|c| overlap(c, piece) == 0) {
                    content.push(piece.clone());
                }
            }
        }
        // "While Quill said it was safe, he left": the rules know where the main clause begins.
        if let (Some(rule), [only]) = (rule, content.as_slice()) {
            let opens = rule.source.as_ref().is_some_and(|s| self.follows_subordinator(s.phrase.tokens.start));
            let shorter = |c: &&Range<usize>| c.start.abs_diff(only.start) <= 1 && c.end < only.end;
            if let Some(clause) = rule.content.first().filter(|c| opens && shorter(c)) {
                content = std::iter::once(only.start..clause.end).collect();
            }
        }
        if content.is_empty() {
            return None;
        }
        content.sort_by_key(|c| c.start);
        let as_ruled = rule.filter(|rule| rule.content == content).map(|rule| rule.kind);
        let quotations: Vec<usize> =
            (0..self.p.quotations.len()).filter(|&q| content.iter().any(|c| self.covers(c, q))).collect();
        let frame = frames.partition_point(|f| f.end <= tokens.start);
        Some(Statement {
            kind: as_ruled.unwrap_or_else(|| self.kind(&content, &quotations)),
            content,
            quotations,
            cue: Some(self.tagged_cue(tokens, &found.known)),
            source,
            medium: rule.and_then(|rule| rule.medium),
            frame,
        })
    }

    /// Where a cue reports words of its own sentence, plain words of another one are not reported with them.
    fn keep_to_frame(&self, content: &mut Vec<Range<usize>>, frame: &Range<usize>) {
        if content.iter().any(|piece| overlap(piece, frame) > 0) {
            content.retain(|piece| overlap(piece, frame) > 0 || self.p.quotation_at(piece.start).is_some());
        }
    }

    /// Whether the rules gave the quoted words of a piece to somebody by another cue, or saw that nobody says them.
    fn is_anothers(&self, piece: &Range<usize>, cue: &Range<usize>, rules: &[Statement]) -> bool {
        let claimed = |rule: &&Statement| rule.content.iter().any(|c| c.start <= piece.start && piece.end <= c.end);
        let quoted = rules.iter().filter(|rule| rule.kind != AttributionKind::Indirect);
        let other =
            |rule: &Statement| rule.source.is_some() && rule.cue.as_ref().is_some_and(|c| overlap(&c.tokens, cue) == 0);
        let claims: Vec<&Statement> = quoted.filter(claimed).collect();
        // The nearest claim decides: "“It leaks,” she said, the lawyers said."
        if let Some(least) = claims.iter().map(|rule| length(rule)).min() {
            return claims.iter().filter(|rule| length(rule) == least).all(|rule| other(rule));
        }
        (0..self.p.quotations.len()).any(|q| {
            let (start, end) = self.p.quotations[q].tokens;
            let words = |range: &Range<usize>| range.clone().filter(|&i| self.is_word(i)).count();
            let both = start.max(piece.start)..end.min(piece.end);
            words(&both) > 0 && words(&both) * 3 >= words(piece) && self.is_label(q)
        })
    }

    /// The pieces that can be one content: quoted ones, and of the others the nearest to the cue with those from which
    /// nothing but the cue, its source and marks part it. A further one belongs to a cue that was not found.
    fn adjoining(&self, mut pieces: Vec<Range<usize>>, mut kept: Vec<Range<usize>>) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        while !pieces.is_empty() {
            let gap = |piece: &Range<usize>| {
                let gaps = kept.iter().map(|k| {
                    let between = if k.end <= piece.start { k.end..piece.start } else { piece.end..k.start };
                    between.filter(|&i| self.is_word(i) && !kept.iter().any(|k| k.contains(&i))).count()
                });
                gaps.min().unwrap_or(0)
            };
            let (nearest, distance) =
                pieces.iter().map(gap).enumerate().min_by_key(|&(_, gap)| gap).unwrap_or_default();
            let piece = pieces.remove(nearest);
            // "“It holds,” she told the crew on Monday. “We sail.”"
            let goes_on = self.p.quotation_at(piece.start).is_some()
                && distance <= ASIDE
                && out.iter().all(|before: &Range<usize>| before.end <= piece.start);
            if out.is_empty() || goes_on || distance == 0 {
                kept.push(piece.clone());
                out.push(piece);
            }
        }
        out.sort_by_key(|piece| piece.start);
        out
    }

    /// A source that the tagger did not see: whose claim it is, or the subject that the rules find for the cue.
    fn nearby_source(&self, cue: &Range<usize>, frames: &[Range<usize>], quoted: bool) -> Option<Source> {
        let frame = frames.partition_point(|f| f.end <= cue.start);
        let range = frames.get(frame)?.clone();
        let first = (cue.start..cue.end).find(|&i| matches!(self.tags[i], Tag::Verb | Tag::Gerund | Tag::Auxiliary));
        let Some(verb) = first else {
            // "his claim", "the mayor’s bold claim".
            let start = (range.start..cue.end)
                .rev()
                .take(4)
                .find(|&i| matches!(self.tags[i], Tag::PossessivePronoun | Tag::Possessive))?;
            if self.tags[start] == Tag::PossessivePronoun {
                return Some(self.source(Phrase { tokens: start..start + 1, core: start..start + 1 }));
            }
            return self.subject(start, range.start).map(|phrase| self.source(phrase));
        };
        if !quoted || cue.clone().any(|i| self.lexicon.word(self.p.lower(i)).has_any(Classes::BE)) {
            return None;
        }
        let floor =
            (range.start..verb).rev().find(|&i| self.p.quotation_at(i).is_some()).map_or(range.start, |i| i + 1);
        self.subject_of(verb, floor).or_else(|| self.shared_source(verb, self.tags[verb] == Tag::Gerund, &range, None))
    }

    /// A content that is one quotation, give or take its marks, is cut to these; empty ones go.
    fn cut(&self, content: Range<usize>) -> Option<Range<usize>> {
        let content = self.trim(content);
        for quotation in &self.p.quotations {
            let inner = quotation.tokens.0..quotation.tokens.1;
            let both = overlap(&inner, &content);
            let outside = content.clone().filter(|i| !inner.contains(i)).filter(|&i| self.is_word(i)).count();
            let missed = inner.clone().filter(|i| !content.contains(i)).filter(|&i| self.is_word(i)).count();
            if both > 0 && outside == 0 && missed * 4 <= inner.len() {
                return Some(inner);
            }
        }
        content.clone().any(|i| self.is_word(i)).then_some(content)
    }

    fn is_word(&self, i: usize) -> bool {
        matches!(self.p.tokens[i].kind, TokenKind::Word | TokenKind::Number)
    }

    /// A range from its first word to its last; none where there is no word.
    fn words(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let first = range.clone().find(|&i| self.is_word(i))?;
        let last = range.clone().rev().find(|&i| self.is_word(i))?;
        Some(first..last + 1)
    }

    /// "As Quill reports, …", "…, as Quill reports".
    fn is_parenthetic(&self, rule: &Statement) -> bool {
        let start = rule.source.as_ref().map(|source| source.phrase.tokens.start);
        start.and_then(|i| i.checked_sub(1)).is_some_and(|i| self.p.lower(i) == "as")
    }

    /// Whether a sentence begins with a conjunction that puts its first clause under a later one, right before these words.
    fn follows_subordinator(&self, i: usize) -> bool {
        let opener = i.checked_sub(1).filter(|&k| matches!(self.p.lower(k), "while" | "although" | "though"));
        opener.is_some_and(|k| self.p.sentences.iter().any(|s| s.start == k))
    }

    /// "a man who police": of the words before a cue those behind a relative pronoun, where these have no verb but the cue.
    fn speaking(&self, tokens: Range<usize>) -> Range<usize> {
        let relative = tokens.clone().rev().find(|&i| !self.tags[i].is_nominal());
        match relative.filter(|&i| i + 1 < tokens.end && self.tags[i] == Tag::Relative) {
            Some(relative) => relative + 1..tokens.end,
            None => tokens,
        }
    }

    /// A source of these tokens. Where the rules saw the same words they know its parts better.
    fn tagged_source(&self, tokens: Range<usize>, rule: Option<&Statement>) -> Source {
        let same = rule.and_then(|rule| rule.source.as_ref()).filter(|s| overlap(&s.phrase.tokens, &tokens) > 0);
        if let Some(source) = same {
            let phrase = Phrase { tokens, core: source.phrase.core.clone() };
            if phrase.tokens.start <= phrase.core.start && phrase.core.end <= phrase.tokens.end {
                return Source { phrase, head: source.head.clone() };
            }
            return source.clone();
        }
        // "residents of the quay, who believe": who it is stands before the relative.
        if matches!(self.p.lower(tokens.start), "who" | "which" | "that") {
            let floor = self.p.sentences[self.p.sentence_at(tokens.start)].start;
            if let Some(antecedent) = self.subject(tokens.start, floor) {
                let tokens = antecedent.tokens.start..tokens.end.max(antecedent.tokens.end);
                return self.source(Phrase { tokens, core: antecedent.core });
            }
        }
        let core = self.named_at_end(&tokens).unwrap_or_else(|| self.core(&tokens));
        self.source(Phrase { tokens, core })
    }

    /// "another diplomat, the former envoy Ada Quill,": the person whom the phrase names last, where it begins with no name.
    fn named_at_end(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let named = |at: &Range<usize>| self.names.iter().any(|n| overlap(&n.tokens, at) > 0);
        let end = (tokens.clone()).rev().find(|&i| self.is_word(i))? + 1;
        let name = self.names.iter().find(|n| n.tokens.end == end && n.category == Category::Person)?;
        let comma = (tokens.start..name.tokens.start).rev().find(|&i| self.tags[i] == Tag::Comma)?;
        let plain = !named(&(tokens.start..comma)) && (tokens.start..comma).all(|i| self.tags[i].is_nominal());
        plain.then(|| name.tokens.clone())
    }

    /// The base of a noun phrase: up to the first border of it.
    fn core(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = tokens.start;
        let mut end = start;
        while end < tokens.end {
            let name = self.names.iter().find(|n| n.tokens.contains(&end));
            end = match name {
                Some(name) => name.tokens.end.min(tokens.end),
                None if self.tags[end].is_nominal() => end + 1,
                None if end == start => end + 1,
                None => break,
            };
            if self.tags[start] == Tag::Pronoun {
                break;
            }
        }
        start..end.max(start + 1).min(tokens.end)
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

/// "…, reports Quill": whether the rules saw a name right behind the cue, where the tagger went for words further off.
fn stands_beside(rule: &Statement, cue: &Range<usize>, tagged: &Range<usize>) -> bool {
    let beside = |source: &&Source| {
        matches!(source.head, Head::Name(_))
            && source.phrase.tokens.start == cue.end
            && overlap(&source.phrase.tokens, tagged) == 0
    };
    rule.source.iter().any(|source| beside(&source)) && tagged.start != cue.end && tagged.end != cue.start
}

/// Whether a statement with its cue and source stands inside the words of another: "Quill testified that Vale had called the
/// quay “a toy”".
fn is_within(inner: &Statement, outer: &Statement) -> bool {
    let holds = |tokens: &Range<usize>| outer.content.iter().any(|c| c.start <= tokens.start && tokens.end <= c.end);
    let cue = inner.cue.as_ref().is_some_and(|cue| holds(&cue.tokens));
    let source = inner.source.as_ref().is_some_and(|source| holds(&source.phrase.tokens));
    cue && source && inner.content.iter().all(holds)
}

/// How many tokens a statement's content has.
fn length(statement: &Statement) -> usize {
    statement.content.iter().map(ExactSizeIterator::len).sum()
}

/// Puts the pieces of a statement in order and apart. Damaged marks can bring two pieces over each other, or a cue into quoted
/// words.
fn untangle(statement: &mut Statement) {
    let mut pieces = std::mem::take(&mut statement.content);
    if let Some(cue) = statement.cue.as_ref().filter(|_| statement.kind == AttributionKind::Direct) {
        pieces.retain(|piece| overlap(piece, &cue.tokens) == 0);
    }
    pieces.sort_by_key(|piece| piece.start);
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
