//! The statements that the trained tagger finds, joined with those of the rules.
//!
//! The tagger is better at where a reported clause begins and ends and at cues that no list has; the rules are better at
//! quotation marks. So a cue with what is linked to it makes a statement, whose quoted pieces are cut to their marks;
//! what the rules found and the tagger did not touch stays where it is quoted.

mod agent;
mod around;
mod claims;
mod content;
mod deed;
mod ends;
mod heading;
mod inserted;
mod join;
mod reported;
mod resumed;
mod ruled;
mod settled;
mod source;
mod term;
mod title;

use std::ops::Range;

use crate::lexicon::{Constructions, Forms, VerbClass};
use crate::mention::{Scan, Tag};
use crate::report::AttributionKind;
use crate::tagger::{Link, Role, Segment, States};
use crate::text::Words;

use super::Statement;
use super::cue::{Act, Cue};
use super::frame::{frame_at, frames};
use settled::untangle;
use source::stands_beside;

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
    pub(super) fn joined(&self, mut rules: Vec<Statement>, states: &States<'_>) -> Vec<Statement> {
        let found = Found::new(states, self.cues());
        let frames = frames(self.p);
        let mut out: Vec<Statement> =
            (0..found.cues.len()).filter_map(|cue| self.tagged(cue, &found, &rules, &frames)).collect();
        let mut deeds = self.end_with_words(&mut out, &frames);
        deed::lay_to_speakers(&deeds, rules.iter_mut().chain(&mut out));
        let mut kept = self.kept(rules, &out, &found, &deeds);
        deeds.extend(self.end_with_words(&mut kept, &frames));
        self.leave_to_rules(&mut out, &kept);
        let kept = self.once_a_cue(&mut out, kept);
        out.extend(kept);
        self.tell_deeds(deeds, &found.known, &mut out);
        self.leave_out_titles(&mut out);
        self.settle_agents(&mut out);
        self.settle_claims(&mut out);
        self.leave_out_asides(&mut out);
        self.resume(&mut out, &frames);
        self.settle_kinds(&mut out, &frames);
        self.leave_out_untold(&mut out);
        self.leave_out_grounds(&mut out);
        self.end_thoughts(&mut out);
        out.extend(self.thoughts(&out));
        self.part(&mut out);
        self.leave_out_dateline(&mut out);
        out.iter_mut().for_each(untangle);
        self.leave_out_reports(&mut out);
        out.retain(|s| !s.content.is_empty());
        self.leave_out_records(&mut out);
        leave_out_frames(&mut out, |cue| {
            let relative = cue.tokens.start.checked_sub(1).filter(|&i| self.p.is(i, "who"));
            relative.is_some_and(|i| i > 0 && self.tags[i - 1] == Tag::Comma)
        });
        self.head_line(&mut out);
        super::statement::in_order(&mut out);
        quoted_once(&mut out);
        out
    }

    /// The statement of one cue; none where nothing is linked to it.
    fn tagged(&self, cue: usize, found: &Found, rules: &[Statement], frames: &[Range<usize>]) -> Option<Statement> {
        let mut tokens = self.citing_verb(&found.cues[cue]).unwrap_or_else(|| found.cues[cue].clone());
        // "Those who stayed | said": the first verb is the clause's.
        let clause = tokens.start > 0 && tokens.len() == 2 && self.tags[tokens.start - 1] == Tag::Relative;
        if clause && tokens.clone().all(|i| self.tags[i] == Tag::Verb) {
            tokens.start += 1;
        }
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
        // "A sign outside warned: “Keep out.”": not whoever spoke in the sentence before.
        let own_frame = &frames[frame_at(frames, tokens.start)];
        let announces = self.p.is(tokens.end - 1, ":") && tokens.start > own_frame.start;
        // "reported the sale, citing two divers. Quill is out": nor of whoever the next one is about.
        let beyond = |seen: &Range<usize>| self.tags[tokens.start] == Tag::Gerund && seen.start >= own_frame.end;
        let seen = seen.filter(|(seen, _)| (!announces || seen.end > own_frame.start) && !beyond(seen));
        let rule = rule.filter(|rule| {
            let source = rule.source.as_ref().map_or(usize::MAX, |source| source.phrase.tokens.end);
            !announces || source > own_frame.start
        });
        let owner = self.owner(&tokens, frames);
        let source = match seen {
            Some((seen, _)) if owner.as_ref().is_some_and(|o| overlap(&o.phrase.tokens, seen) == 0) => owner,
            // Beside quotation marks the rules are the surer ones.
            Some(_) if quoted.is_some() => quoted.and_then(|rule| rule.source.clone()),
            // "Quill said the board backs it, adding that it is good": whoever said the one said the other.
            Some((seen, _)) if self.goes_on_saying(&tokens, seen, rules) => rule.and_then(|rule| rule.source.clone()),
            Some((seen, words)) => {
                let beside = rule.filter(|rule| stands_beside(rule, &tokens, seen));
                let own = beside.and_then(|rule| rule.source.clone());
                let own = own.or_else(|| self.crowd_before(&tokens, &words, &frames[frame_at(frames, tokens.start)]));
                Some(own.unwrap_or_else(|| self.tagged_source(self.speaking(words, &tokens), rule)))
            }
            None => rule
                .and_then(|rule| rule.source.clone())
                .or_else(|| self.nearby_source(&tokens, &found.contents(cue), frames)),
        };
        let source = source.and_then(|source| self.not_cited(source, &tokens, frames));
        let quoted_by = source.as_ref().and_then(|by| self.quoted_by(&tokens, by, own_frame.start));
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
        // "The ferry | reportedly | failed" is one piece.
        let adverbs = |range: Range<usize>| {
            !range.is_empty() && range.len() < 3 && range.into_iter().all(|i| self.tags[i] == Tag::Adverb)
        };
        content.dedup_by(|next, kept| {
            let joins = adverbs(kept.end..next.start);
            kept.end = if joins { next.end } else { kept.end };
            joins
        });
        let as_ruled = rule.filter(|rule| rule.content == content).map(|rule| rule.kind);
        let quotations = self.quotations_in(&content);
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

    /// Whether a participle behind a comma goes on with what a cue before it reports, and the words taken for its source are reported
    /// there.
    fn goes_on_saying(&self, cue: &Range<usize>, seen: &Range<usize>, rules: &[Statement]) -> bool {
        let adds = self.p.is_one(cue.start, &const { Words::new("adding noting stressing") });
        let behind = cue.start > 0 && adds && self.tags[cue.start - 1] == Tag::Comma;
        let reported = |rule: &Statement| rule.content.iter().any(|c| c.start <= seen.start && seen.end <= c.end);
        let own = |rule: &Statement| rule.cue.as_ref().is_some_and(|c| overlap(&c.tokens, cue) > 0);
        let clause = (seen.end..cue.start).any(|i| self.tags[i] == Tag::Relative);
        behind && !clause && rules.iter().any(|rule| !own(rule) && reported(rule))
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
            None => Act::Verb {
                lemma: "",
                class: VerbClass::Assertion,
                takes: Constructions::CLAUSE,
                share: None,
                gerund: false,
            },
        };
        Cue { tokens, act }
    }
}

/// Puts ranges of tokens in the order of the text.
fn in_order(pieces: &mut [Range<usize>]) {
    pieces.sort_by_key(|piece| piece.start);
}

/// Whether both statements stand on one cue.
fn same_cue(a: &Statement, b: &Statement) -> bool {
    a.cue.as_ref().zip(b.cue.as_ref()).is_some_and(|(a, b)| overlap(&a.tokens, &b.tokens) > 0)
}

/// "welcomed the news, tweeting: “At last.”": of two cues with the same quoted words the nearer one has them.
fn quoted_once(statements: &mut Vec<Statement>) {
    let direct = |s: &Statement| s.kind == AttributionKind::Direct;
    let gap = |s: &Statement| {
        let (cue, first) = (s.cue.as_ref().map(|cue| cue.tokens.clone()), s.content.first());
        let gap = cue.zip(first).map_or(usize::MAX, |(cue, first)| {
            first.start.saturating_sub(cue.end).max(cue.start.saturating_sub(first.end))
        });
        (s.source.is_none(), gap)
    };
    statements.dedup_by(|next, kept| {
        let same = direct(next) && direct(kept) && next.quotations == kept.quotations;
        if same && gap(next) < gap(kept) {
            std::mem::swap(next, kept);
        }
        same
    });
}

/// "By then, Quill said, the doctors had called": what has nothing but another's cue and source for its words, or its own source, says
/// nothing.
fn leave_out_frames(statements: &mut Vec<Statement>, adds: impl Fn(&Cue) -> bool) {
    let frame = |s: &Statement| {
        let (cue, source) = (s.cue.as_ref()?, &s.source.as_ref()?.phrase.tokens);
        let beside = source.end == cue.tokens.start || source.start == cue.tokens.end;
        s.group().filter(|_| beside).map(|group| (group, share(cue)))
    };
    let frames: Vec<(Range<usize>, u8)> = statements.iter().filter_map(frame).collect();
    statements.retain(|s| {
        let own = s.cue.as_ref().map_or(0, share);
        let source = s.source.as_ref().map(|source| &source.phrase.tokens);
        let within = |piece: &Range<usize>| {
            let inside = |f: &Range<usize>| f.start <= piece.start && piece.end <= f.end;
            let before = s.cue.as_ref().is_some_and(|cue| piece.end <= cue.tokens.start);
            let around = source.is_some_and(|own| piece.start <= own.start && own.end <= piece.end);
            before && (around || source.is_some_and(inside))
                || frames.iter().any(|(f, share)| *share > own && inside(f))
        };
        // "said Quill, who added that it leaks": words of her own.
        let added = s.cue.as_ref().is_some_and(&adds);
        s.kind == AttributionKind::Direct || added || !s.content.iter().all(within)
    });
}

/// In how many of a hundred places a cue reports something.
fn share(cue: &Cue) -> u8 {
    match cue.act {
        Act::Verb { share, class, .. } if class.is_utterance() => share.unwrap_or(0),
        _ => 0,
    }
}

/// How many tokens two ranges share.
fn overlap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}
