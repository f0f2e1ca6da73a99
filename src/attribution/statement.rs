//! Statements: what one paragraph says about who says what, before anything outside it is looked at.

use std::ops::Range;

use crate::lexicon::{Classes, Frames, VerbClass};
use crate::mention::{Phrase, Scan, Source, Tag};
use crate::report::AttributionKind;
use crate::text::{ByteSpan, Paragraph, TokenKind};

use super::cue::{Act, Cue};
use super::frame::frames;

/// Of a hundred places of a verb so many must attribute something for a bare complement to count.
const LIKELY: u8 = 45;

/// One attribution inside its paragraph. Spans count bytes of the paragraph, ranges its tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Whether the words are quoted.
    pub kind: AttributionKind,
    /// What is said, as ranges of tokens; quotation marks at the borders are cut off by [`Statement::pieces`].
    pub content: Vec<Range<usize>>,
    /// The quotations that belong to it.
    pub quotations: Vec<usize>,
    /// The cue; none where only the discourse tells the speaker.
    pub cue: Option<Cue>,
    /// The source beside the cue.
    pub source: Option<Source>,
    /// Where or through what it was said.
    pub medium: Option<ByteSpan>,
    /// The frame in which the cue stands, or the quotation begins.
    pub frame: usize,
}

/// A cue with what stands around it.
#[derive(Debug, Clone)]
struct Group {
    cue: Cue,
    source: Option<Source>,
    /// From the source, or the cue where it stands first, to what belongs to the cue behind it.
    tokens: Range<usize>,
    frame: usize,
    medium: Option<ByteSpan>,
    /// Whether the source was taken over from the cue before ("and added").
    elliptic: bool,
    /// Whether the source stands behind the verb ("said Quill").
    inverted: bool,
}

impl Scan<'_> {
    /// All statements of the paragraph, in the order of their content.
    pub fn statements(&self) -> Vec<Statement> {
        let frames = frames(self.p);
        let groups = self.groups(&frames);
        let mut out: Vec<Statement> = Vec::new();
        for (index, group) in groups.iter().enumerate() {
            // What stands inside words whose opening mark was lost is the speaker's, not the article's.
            let inside = out.iter().any(|s: &Statement| {
                s.quotations.iter().any(|&q| !self.p.quotations[q].opened)
                    && s.content.iter().any(|c| c.contains(&group.cue.tokens.start))
            });
            if !inside {
                out.extend(self.statement(group, &groups, index, &frames));
            }
        }
        self.claim_quotations(&mut out, &frames);
        out.sort_by_key(|s| s.content.first().map_or(0, |c| c.start));
        out
    }

    fn groups(&self, frames: &[Range<usize>]) -> Vec<Group> {
        let mut out: Vec<Group> = Vec::new();
        for cue in self.cues() {
            let frame = frames.partition_point(|f| f.end <= cue.tokens.start);
            let Some(range) = frames.get(frame).cloned() else { continue };
            let before = out.last().filter(|g| g.frame == frame);
            if before.is_some_and(|g| g.tokens.end > cue.tokens.start && g.inverted) {
                continue;
            }
            if let Some(group) = self.group(cue, frame, &range, before) {
                out.push(group);
            }
        }
        out
    }

    fn group(&self, cue: Cue, frame: usize, range: &Range<usize>, before: Option<&Group>) -> Option<Group> {
        let verb = cue.tokens.start;
        // Nothing left of the last quotation or of the last cue's own words can be this cue's subject.
        let floor =
            (range.start..verb).rev().find(|&i| self.p.quotation_at(i).is_some()).map_or(range.start, |i| i + 1);
        let act = cue.act;
        match act {
            Act::Source => {
                let phrase = self.phrase_after(cue.tokens.end, self.source_ceiling(cue.tokens.end, range.end))?;
                let source = self.source(phrase);
                let tokens = verb..source.phrase.tokens.end;
                Some(Group { cue, source: Some(source), tokens, frame, medium: None, elliptic: false, inverted: true })
            }
            Act::Content => {
                let source = self
                    .subject(verb, floor)
                    .map(|p| self.source(p))
                    .or_else(|| before.and_then(|g| g.source.clone()))?;
                let tokens = verb..cue.tokens.end;
                Some(Group { cue, source: Some(source), tokens, frame, medium: None, elliptic: true, inverted: false })
            }
            Act::Verb { gerund, .. } => {
                if let Some(source) = self.inverted_source(&cue, range) {
                    let end = self.group_end(source.phrase.tokens.end, &cue, range);
                    let medium = self.medium(source.phrase.tokens.end, end, &cue);
                    return Some(Group {
                        tokens: verb..end,
                        cue,
                        source: Some(source),
                        frame,
                        medium,
                        elliptic: false,
                        inverted: true,
                    });
                }
                let own = if gerund { None } else { self.subject_of(verb, floor) };
                let elliptic = own.is_none();
                let source = own.or_else(|| self.shared_source(verb, gerund, range, before))?;
                let start = if elliptic { verb } else { source.phrase.tokens.start };
                let end = self.group_end(cue.tokens.end, &cue, range);
                let medium = self.medium(cue.tokens.end, end, &cue).or_else(|| self.medium_before(start, range.start));
                Some(Group { tokens: start..end, cue, source: Some(source), frame, medium, elliptic, inverted: false })
            }
        }
    }

    /// The subject of a finite verb: beside it, or the noun that a relative clause hangs on.
    fn subject_of(&self, verb: usize, floor: usize) -> Option<Source> {
        let mut first = verb;
        while first > floor && matches!(self.tags[first - 1], Tag::Auxiliary | Tag::Adverb | Tag::Negation) {
            first -= 1;
        }
        if first > floor && self.tags[first - 1] == Tag::To {
            // "was one of many to deny": the subject of the verb that governs the infinitive.
            let governor = (floor..first - 1).rev().find(|&i| matches!(self.tags[i], Tag::Auxiliary | Tag::Verb))?;
            return self.subject(governor, floor).map(|p| self.source(p));
        }
        if first > floor && self.tags[first - 1] == Tag::Relative {
            let relative = first - 1;
            return self.subject(relative, floor).map(|p| self.source(p));
        }
        self.subject(verb, floor).map(|p| self.source(p))
    }

    /// "…, and added", "…, saying": the source of the cue before, else the subject of the frame's first verb.
    fn shared_source(&self, verb: usize, gerund: bool, range: &Range<usize>, before: Option<&Group>) -> Option<Source> {
        let mut left = verb;
        while left > range.start && matches!(self.tags[left - 1], Tag::Auxiliary | Tag::Adverb | Tag::Negation) {
            left -= 1;
        }
        let joined = left > range.start
            && (matches!(self.tags[left - 1], Tag::Coordinator | Tag::Comma | Tag::Quote)
                || gerund
                || self.tags[left - 1] == Tag::Preposition
                || self.p.quotation_at(left - 1).is_some());
        if !joined {
            return None;
        }
        if let Some(group) = before.filter(|g| g.source.is_some() && g.cue.tokens.start < verb) {
            return group.source.clone();
        }
        let first = (range.start..left)
            .find(|&i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary) && self.p.quotation_at(i).is_none())?;
        self.subject(first, range.start).map(|p| self.source(p))
    }

    /// "said Ada Quill": only behind content, and only where a noun phrase follows that ends the clause.
    fn inverted_source(&self, cue: &Cue, range: &Range<usize>) -> Option<Source> {
        let Act::Verb { frames, gerund: false, lemma, class, .. } = cue.act else { return None };
        if lemma == "tell"
            || matches!(class, VerbClass::Naming | VerbClass::Denial | VerbClass::Intention | VerbClass::Stance)
        {
            return None;
        }
        let (first, end) = (cue.tokens.start, cue.tokens.end);
        if !frames.has_any(Frames::QUOTATION.with(Frames::CLAUSE)) || first <= range.start || end >= range.end {
            return None;
        }
        let left = self.tags[first - 1];
        let after_content = matches!(left, Tag::Comma | Tag::Quote)
            || matches!(self.p.lower(first - 1), "–" | "—" | "-" | "--" | "?" | "!");
        if !after_content || self.p.quotation_at(end).is_some() {
            return None;
        }
        // "the mayor, who had left, said the harbour was safe": content behind, so the noun phrase is its subject.
        let quoted =
            self.p.quotation_at(first - 1).is_some() || (first > 1 && self.p.quotation_at(first - 2).is_some());
        if !quoted && self.subject(first, range.start).is_some_and(|p| p.tokens.end + 1 == first) {
            return None;
        }
        let phrase = self.phrase_after(end, self.clause_ceiling(end, range.end))?;
        let stop = phrase.tokens.end;
        let closes = stop >= range.end
            || matches!(
                self.tags[stop],
                Tag::Comma
                    | Tag::Quote
                    | Tag::Mark
                    | Tag::Preposition
                    | Tag::Adverb
                    | Tag::Gerund
                    | Tag::Subordinator
                    | Tag::Coordinator
                    | Tag::Relative
                    | Tag::Noun
            );
        let clause_follows = (stop..self.clause_ceiling(stop, range.end))
            .next()
            .is_some_and(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary | Tag::Negation));
        (closes && !clause_follows && (quoted || self.can_speak(&phrase))).then(|| self.source(phrase))
    }

    /// Whether a phrase behind a verb is somebody rather than the verb's object: a name, or a noun for people or documents.
    fn can_speak(&self, phrase: &Phrase) -> bool {
        let classes = self.lexicon.word(self.p.lower(phrase.core.end - 1));
        self.names.iter().any(|n| n.tokens.end == phrase.core.end)
            || classes.has_any(Classes::PERSON_NOUN | Classes::GROUP | Classes::OFFICIAL | Classes::DOCUMENT_NOUN)
    }

    /// Where a source behind "according to" ends at the latest.
    fn source_ceiling(&self, start: usize, end: usize) -> usize {
        (start..end)
            .find(|&i| {
                matches!(self.tags[i], Tag::Quote)
                    || matches!(self.p.lower(i), ";" | "—" | "–" | "." | "?" | "!")
                    || self.p.quotation_at(i).is_some()
            })
            .unwrap_or(end)
    }

    fn clause_ceiling(&self, start: usize, end: usize) -> usize {
        (start..end)
            .find(|&i| {
                self.tags[i] == Tag::Quote
                    || self.p.quotation_at(i).is_some()
                    || matches!(self.p.lower(i), ";" | "." | "?" | "!" | ":")
            })
            .unwrap_or(end)
    }

    /// Where the cue’s own words end: the person addressed ("told reporters"), time and medium ("in a statement on Monday").
    fn group_end(&self, start: usize, cue: &Cue, range: &Range<usize>) -> usize {
        let ceiling = self.clause_ceiling(start, range.end);
        let mut end = start;
        let addressed = cue.act.takes(Frames::PERSON) && end == cue.tokens.end;
        if addressed {
            end = self.addressee_end(end, ceiling, cue);
        }
        loop {
            let next = match self.tags.get(end).filter(|_| end < ceiling) {
                Some(Tag::Adverb) => end + 1,
                Some(Tag::Preposition) => self.adverbial_end(end, ceiling),
                _ if self.is_date(end) && end < ceiling => {
                    end + 1 + usize::from(self.tags.get(end + 1) == Some(&Tag::Number))
                }
                _ => end,
            };
            if next == end {
                return end;
            }
            end = next;
        }
    }

    fn is_date(&self, i: usize) -> bool {
        let classes = self.lexicon.word(self.p.lower(i));
        classes.has_any(Classes::WEEKDAY | Classes::MONTH)
            || matches!(self.p.lower(i), "yesterday" | "today" | "earlier" | "tonight" | "last")
    }

    /// The end of "reporters" in "told reporters that".
    fn addressee_end(&self, start: usize, ceiling: usize, cue: &Cue) -> usize {
        if start >= ceiling || matches!(self.tags[start], Tag::Subordinator | Tag::Comma) {
            return start;
        }
        if self.tags[start] == Tag::Pronoun {
            return start + 1;
        }
        let Act::Verb { lemma, .. } = cue.act else { return start };
        let Some(phrase) = self.phrase_after(start, ceiling) else { return start };
        // A complement clause must follow, else the noun phrase may be the clause's own subject ("warned ships could sink").
        let core = self.addressee_core(&phrase.core, lemma);
        let next = self.tags.get(core).copied();
        let follows = core >= ceiling
            || matches!(
                next,
                Some(
                    Tag::Subordinator
                        | Tag::Comma
                        | Tag::To
                        | Tag::Pronoun
                        | Tag::Determiner
                        | Tag::PossessivePronoun
                        | Tag::Preposition
                        | Tag::Relative
                )
            )
            || self.p.quotation_at(core).is_some()
            || (lemma == "tell" && !matches!(next, Some(Tag::Verb | Tag::Auxiliary)));
        if follows { core } else { start }
    }

    /// "told lawmakers the harbour": the first noun ends the addressee where a new phrase begins behind it.
    fn addressee_core(&self, core: &Range<usize>, lemma: &str) -> usize {
        if let Some(name) = self.names.iter().find(|n| n.prefix == core.start || n.tokens.start == core.start) {
            if name.tokens.end < core.end && self.tags[name.tokens.end] != Tag::Possessive {
                return name.tokens.end;
            }
        }
        let second = (core.start + 1..core.end).find(|&i| {
            matches!(self.tags[i], Tag::Determiner | Tag::PossessivePronoun)
                && matches!(self.tags[i - 1], Tag::Noun | Tag::Name)
        });
        if lemma == "tell" { second.unwrap_or(core.end) } else { second.unwrap_or(core.end) }
    }

    /// The end of "in a statement", "on Monday", "during an interview with Quill Radio"; `start` where it is none of these.
    fn adverbial_end(&self, start: usize, ceiling: usize) -> usize {
        let mut end = start + 1;
        while end < ceiling && self.tags[end].is_nominal() {
            end += 1;
            // "on Saturday the launch": a new phrase begins behind the date.
            if self.is_date(end - 1)
                && self.tags.get(end) != Some(&Tag::Number)
                && !self.is_date(end)
                && !matches!(self.p.lower(end), "morning" | "evening" | "afternoon" | "night")
            {
                break;
            }
        }
        let says_when_or_where = (start + 1..end).any(|i| {
            let classes = self.lexicon.word(self.p.lower(i));
            classes.has_any(
                Classes::WEEKDAY | Classes::MONTH | Classes::MEDIA_NOUN | Classes::DOCUMENT_NOUN | Classes::PLATFORM,
            ) || matches!(
                self.p.lower(i),
                "week"
                    | "month"
                    | "year"
                    | "morning"
                    | "evening"
                    | "afternoon"
                    | "night"
                    | "time"
                    | "reporters"
                    | "phone"
                    | "email"
                    | "condition"
                    | "hearing"
                    | "court"
            ) || (self.tags[i] == Tag::Number && i == start + 1)
        });
        if !says_when_or_where {
            return start;
        }
        // "in an interview with Quill Radio", "in a post on X".
        while end + 1 < ceiling
            && matches!(self.p.lower(end), "with" | "on" | "to" | "of" | "from" | "by" | "at" | "for")
            && self.tags[end] == Tag::Preposition
            && self.tags[end + 1].is_nominal()
        {
            end += 1;
            while end < ceiling && self.tags[end].is_nominal() {
                end += 1;
            }
        }
        end
    }

    /// The medium among the tokens behind a cue: "a Threads post", "X", "Reuters" for "told Reuters".
    fn medium(&self, start: usize, end: usize, cue: &Cue) -> Option<ByteSpan> {
        let mut i = start;
        while i < end {
            if self.tags[i] == Tag::Preposition {
                let stop = (i + 1..end).find(|&k| !self.tags[k].is_nominal()).unwrap_or(end);
                let medium = (i + 1..stop).any(|k| {
                    let classes = self.lexicon.word(self.p.lower(k));
                    classes.has_any(Classes::MEDIA_NOUN)
                        || (classes.has_any(Classes::PLATFORM) && self.tags[k] == Tag::Name)
                });
                if medium {
                    return Some(self.p.span(&(i + 1..stop)));
                }
            }
            i += 1;
        }
        let Act::Verb { lemma: "tell", .. } = cue.act else { return None };
        let outlet = self.names.iter().find(|n| n.tokens.start >= start && n.tokens.end <= end)?;
        let classes = outlet.tokens.clone().map(|k| self.lexicon.word(self.p.lower(k)));
        classes.into_iter().any(|c| c.has_any(Classes::OUTLET)).then(|| self.p.span(&outlet.tokens))
    }

    /// "In a Tumblr post, she described".
    fn medium_before(&self, source: usize, floor: usize) -> Option<ByteSpan> {
        let i = (floor..source)
            .rev()
            .take(10)
            .find(|&i| self.tags[i] == Tag::Preposition && matches!(self.p.lower(i), "in" | "on" | "during" | "via"))?;
        let stop = (i + 1..source).find(|&k| !self.tags[k].is_nominal()).unwrap_or(source);
        let medium = (i + 1..stop).any(|k| self.lexicon.word(self.p.lower(k)).has_any(Classes::MEDIA_NOUN));
        medium.then(|| self.p.span(&(i + 1..stop)))
    }

    /// Builds the statement of one cue.
    fn statement(&self, group: &Group, groups: &[Group], index: usize, frames: &[Range<usize>]) -> Option<Statement> {
        let range = frames[group.frame].clone();
        if let Some(statement) = self.damaged(group, &range) {
            return Some(statement);
        }
        let mut content: Vec<Range<usize>> = Vec::new();
        let ahead = self.content_ahead(group, groups, index, &range);
        let behind = self.content_behind(group, groups, index, frames, ahead.as_ref());
        if let Some(behind) = behind {
            let resumes = self.resumes(group, &range);
            content.push(behind);
            // "“One,” she said, “two.”"
            content.extend(resumes);
        } else {
            content.push(ahead?);
        }
        let quotations: Vec<usize> =
            (0..self.p.quotations.len()).filter(|&q| content.iter().any(|c| self.covers(c, q))).collect();
        let kind = self.kind(&content, &quotations);
        Some(Statement {
            kind,
            content,
            quotations,
            cue: Some(group.cue.clone()),
            source: group.source.clone(),
            medium: group.medium,
            frame: group.frame,
        })
    }

    /// "Quill wrote on I don’t know.”": the opening mark was lost behind the cue, and whatever named the medium with it.
    fn damaged(&self, group: &Group, range: &Range<usize>) -> Option<Statement> {
        let cue = &group.cue;
        let utters = matches!(
            cue.act,
            Act::Verb { class: VerbClass::Speech | VerbClass::Manner | VerbClass::Assertion, gerund: false, .. }
        );
        let q = self.p.quotations.iter().position(|q| {
            !q.opened && (q.tokens.0..q.tokens.1).contains(&cue.tokens.start) && q.tokens.0 >= range.start
        })?;
        let end = self.p.quotations[q].tokens.1;
        let mut start = group.tokens.end;
        while start < end && matches!(self.tags[start], Tag::Preposition | Tag::Comma | Tag::Mark) {
            start += 1;
        }
        let words = start < end && utters && !group.inverted;
        words.then(|| Statement {
            kind: AttributionKind::Direct,
            content: vec![start..end],
            quotations: vec![q],
            cue: Some(cue.clone()),
            source: group.source.clone(),
            medium: None,
            frame: group.frame,
        })
    }

    fn covers(&self, content: &Range<usize>, quotation: usize) -> bool {
        let (start, end) = self.p.quotations[quotation].tokens;
        start < content.end && content.start < end
    }

    fn kind(&self, content: &[Range<usize>], quotations: &[usize]) -> AttributionKind {
        if quotations.is_empty() {
            return AttributionKind::Indirect;
        }
        let outside = content.iter().flat_map(Clone::clone).any(|i| {
            self.p.quotation_at(i).is_none()
                && !matches!(self.tags[i], Tag::Comma | Tag::Mark | Tag::Quote | Tag::Coordinator)
        });
        if outside { AttributionKind::Mixed } else { AttributionKind::Direct }
    }

    /// Content behind the group: from its end to the end of the clause.
    fn content_ahead(
        &self,
        group: &Group,
        groups: &[Group],
        index: usize,
        range: &Range<usize>,
    ) -> Option<Range<usize>> {
        if group.cue.act == Act::Source {
            // "According to Quill, the harbour is safe."
            let start = group.tokens.end;
            if let Some(content) = self.around(group, range) {
                return Some(content);
            }
            let leads = (range.start..group.tokens.start)
                .all(|i| matches!(self.tags[i], Tag::Coordinator | Tag::Adverb | Tag::Comma | Tag::Mark));
            return (leads && self.tags.get(start) == Some(&Tag::Comma))
                .then(|| self.trim(start + 1..range.end))
                .filter(|c| c.len() > 1);
        }
        if group.inverted {
            return None;
        }
        if let Some(content) = self.as_clause(group, range) {
            return Some(content);
        }
        let (start, explicit) = self.complement(group, range)?;
        let end = self.clause_end(start, group, groups, index, range);
        let content = self.trim(start..end);
        if content.is_empty() || (content.len() == 1 && self.p.quotation_at(content.start).is_none()) {
            return None;
        }
        self.is_complement(group, &content, explicit).then_some(content)
    }

    /// "The plant, per the board, is safe": what stands before the parenthesis is no clause, so the content follows.
    fn around(&self, group: &Group, range: &Range<usize>) -> Option<Range<usize>> {
        let (start, end) = (group.tokens.start, group.tokens.end);
        let enclosed =
            start > range.start && self.tags[start - 1] == Tag::Comma && self.tags.get(end) == Some(&Tag::Comma);
        let verb = |i: usize| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary);
        let bare = (range.start..start).all(|i| !verb(i)) || (start > 1 && self.tags[start - 2] == Tag::Auxiliary);
        (enclosed && bare && (end..range.end).any(verb)).then(|| self.trim(end + 1..range.end))
    }

    /// "As Quill reports, the harbour is safe", "the harbour, as Quill said, is safe".
    fn as_clause(&self, group: &Group, range: &Range<usize>) -> Option<Range<usize>> {
        let before = group.tokens.start.checked_sub(1).filter(|&i| i >= range.start && self.p.lower(i) == "as")?;
        let opens = before == range.start || matches!(self.tags[before - 1], Tag::Comma | Tag::Mark);
        let comma = (group.tokens.end..range.end.min(group.tokens.end + 12))
            .find(|&i| self.tags[i] == Tag::Comma && self.p.quotation_at(i).is_none())?;
        let clause = (comma..range.end).any(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary));
        (opens && clause && !group.elliptic).then(|| self.trim(comma + 1..range.end))
    }

    /// Where the content begins, and whether "that", a colon or a quotation mark announces it.
    fn complement(&self, group: &Group, range: &Range<usize>) -> Option<(usize, bool)> {
        let mut start = group.tokens.end;
        let that = (start..range.end.min(start + 16))
            .take_while(|&i| {
                !matches!(self.tags[i], Tag::Verb | Tag::Quote | Tag::Mark | Tag::Relative)
                    || i == start
                    || self.p.lower(i) == "that"
            })
            .find(|&i| self.p.lower(i) == "that" && self.p.quotation_at(i).is_none());
        // "circulated claims that": the noun takes the clause where the verb does not.
        let noun =
            |that: usize| (start..that).any(|i| self.lexicon.word(self.p.lower(i)).has_any(Classes::REPORTING_NOUN));
        if let Some(that) = that.filter(|&t| t + 1 < range.end && (group.cue.act.takes(Frames::CLAUSE) || noun(t))) {
            let plain = (start..that).all(|i| {
                self.tags[i].is_nominal()
                    || matches!(self.tags[i], Tag::Preposition | Tag::Adverb | Tag::Comma | Tag::Pronoun | Tag::Gerund)
            });
            // Between verb and "that" stands when, where or to whom; a noun phrase alone would be the object.
            let object = that > start
                && (self.tags[start].is_nominal() || self.tags[start] == Tag::Pronoun)
                && !group.cue.act.takes(Frames::PERSON)
                && !self.is_date(start)
                && !noun(that);
            let plain = plain && !object;
            let demonstrative = matches!(self.tags.get(that + 1), Some(Tag::Verb | Tag::Auxiliary | Tag::Comma));
            if plain && !(demonstrative && that == start) {
                return Some((that + 1, true));
            }
        }
        if self.p.lower(start) == ":" {
            return Some((start + 1, true));
        }
        if self.tags.get(start) == Some(&Tag::Comma) && start + 1 < range.end {
            // "said, “…”"; "said on Monday, the harbour" is left to the clause before it.
            let quoted = self.p.quotation_at(start + 1).is_some();
            return quoted.then_some((start + 1, true));
        }
        while matches!(self.tags.get(start), Some(Tag::Adverb)) && start + 1 < range.end {
            start += 1;
        }
        let quoted = self.p.quotation_at(start).is_some();
        (start < range.end).then_some((start, quoted))
    }

    /// Whether what stands behind the cue can be its content, given what the verb takes.
    fn is_complement(&self, group: &Group, content: &Range<usize>, explicit: bool) -> bool {
        let Act::Verb { class, frames, lemma, share, .. } = group.cue.act else { return true };
        // Verbs that attribute in few of their places need more than a noun behind them.
        let speech = matches!(class, VerbClass::Speech | VerbClass::Manner | VerbClass::Assertion | VerbClass::Denial);
        let likely = speech || share.is_none_or(|s| s >= LIKELY);
        if explicit {
            return likely || !matches!(class, VerbClass::Intention | VerbClass::Stance);
        }
        if !likely || matches!(class, VerbClass::Perception) {
            return false;
        }
        let has = |wanted| frames.has_any(wanted);
        let first = self.tags[content.start];
        let quoted = content.clone().any(|i| self.p.quotation_at(i).is_some());
        let clause = (content.start..content.end)
            .any(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary) && self.p.quotation_at(i).is_none());
        let subject_first = first.is_nominal()
            || matches!(first, Tag::Pronoun | Tag::Preposition | Tag::Subordinator | Tag::Gerund | Tag::Adverb);
        if has(Frames::CLAUSE)
            && clause
            && subject_first
            && !matches!(self.p.lower(content.start), "of" | "by" | "for" | "to" | "at" | "into" | "over")
        {
            return true;
        }
        if has(Frames::INFINITIVE)
            && (first == Tag::To
                || content.clone().any(|i| self.tags[i] == Tag::To) && matches!(class, VerbClass::Request))
        {
            return true;
        }
        if has(Frames::QUESTION)
            && matches!(
                self.p.lower(content.start),
                "whether" | "if" | "why" | "how" | "what" | "who" | "when" | "where"
            )
        {
            return true;
        }
        let object = first.is_nominal() || first == Tag::Gerund || first == Tag::Pronoun && class == VerbClass::Naming;
        match class {
            // "denied the allegations", "denied being unfair"; "denied them visas" reports nothing.
            VerbClass::Denial => {
                first == Tag::Gerund || (object && has(Frames::NOUN) && (quoted || self.is_claim(content)))
            }
            VerbClass::Naming => object || quoted,
            VerbClass::Speech | VerbClass::Manner | VerbClass::Assertion => {
                has(Frames::NOUN)
                    && object
                    && (quoted
                        || matches!(
                            lemma,
                            "announce"
                                | "claim"
                                | "allege"
                                | "confirm"
                                | "acknowledge"
                                | "admit"
                                | "note"
                                | "cite"
                                | "report"
                                | "describe"
                                | "stress"
                                | "highlight"
                                | "emphasise"
                                | "emphasize"
                                | "recommend"
                        ))
            }
            _ => has(Frames::NOUN) && quoted,
        }
    }

    /// Whether a noun phrase is something said: its head is a claim, an allegation, a report.
    fn is_claim(&self, content: &Range<usize>) -> bool {
        self.phrase_after(content.start, content.end).is_some_and(|phrase| {
            let head = self.lexicon.word(self.p.lower(phrase.core.end - 1));
            head.has_any(Classes::REPORTING_NOUN | Classes::DOCUMENT_NOUN | Classes::REBUTTAL | Classes::UNVERIFIED)
                || matches!(self.p.lower(phrase.core.start), "any" | "wrongdoing" | "that" | "it")
        })
    }

    /// Where the clause that begins at `start` ends: at the frame's end, or where another cue joins in.
    fn clause_end(&self, start: usize, group: &Group, groups: &[Group], index: usize, range: &Range<usize>) -> usize {
        let next = groups.iter().skip(index + 1).filter(|g| g.frame == group.frame && g.tokens.start > start);
        let mut end = range.end;
        for other in next {
            let at = other.tokens.start;
            let mut left = at;
            while left > start && matches!(self.tags[left - 1], Tag::Auxiliary | Tag::Adverb | Tag::Negation) {
                left -= 1;
            }
            let joined = left > start && matches!(self.tags[left - 1], Tag::Coordinator | Tag::Comma);
            // "and added that", ", warning that": the same speaker goes on in a statement of its own.
            let same = other.elliptic && other.source == group.source && joined;
            // ", but the mayor said": another speaker in a clause of its own.
            let contrast = !other.elliptic
                && left > start + 1
                && matches!(self.tags[left - 1], Tag::Coordinator)
                && matches!(self.p.lower(left - 1), "but" | "while" | "and")
                && (self.tags[left - 2] == Tag::Comma || self.p.quotation_at(left - 2).is_some());
            let source_phrase = other.cue.act == Act::Source && joined;
            if same || contrast || source_phrase {
                end = left;
                break;
            }
        }
        // "said, “One.” The": a quotation right behind the cue is all of the content where it ends like a sentence.
        if let Some(q) = self.p.quotation_at(start) {
            let quotation = &self.p.quotations[q];
            let stop = self.p.token_at(quotation.outer.end);
            let last = self.p.lower(quotation.tokens.1.saturating_sub(1));
            let closed = matches!(last, "." | "?" | "!" | "," | "…") && quotation.tokens.0 <= start + 1;
            if closed && stop < end {
                return stop;
            }
        }
        // "While Quill said it was safe, he left": the main clause follows the comma.
        let opener = group.tokens.start.checked_sub(1).filter(|&i| i >= range.start);
        let subordinate = opener.is_some_and(|i| {
            (range.start..i).all(|k| self.tags[k] == Tag::Mark)
                && matches!(self.p.lower(i), "while" | "although" | "though" | "when" | "once" | "if" | "after")
        });
        let infinitive = self.tags.get(start) == Some(&Tag::To);
        if subordinate || infinitive {
            let comma = (start..end).find(|&i| self.tags[i] == Tag::Comma && self.p.quotation_at(i).is_none());
            if let Some(comma) = comma {
                return comma;
            }
        }
        // ", while …", "; …"
        let cut = (start..end).find(|&i| {
            self.p.quotation_at(i).is_none()
                && (self.p.lower(i) == ";"
                    || (self.tags[i] == Tag::Comma
                        && matches!(self.p.lower(i + 1), "while" | "whereas" | "although" | "though" | "but")))
        });
        cut.unwrap_or(end)
    }

    /// Content before the group: "The harbour is safe, Quill said."
    fn content_behind(
        &self,
        group: &Group,
        groups: &[Group],
        index: usize,
        frames: &[Range<usize>],
        ahead: Option<&Range<usize>>,
    ) -> Option<Range<usize>> {
        let range = &frames[group.frame];
        let at = group.tokens.start;
        if group.cue.act == Act::Content || group.elliptic && ahead.is_some() {
            return None;
        }
        if group.cue.act != Act::Source
            && !group.cue.act.takes(Frames::CLAUSE)
            && !group.cue.act.takes(Frames::QUOTATION)
        {
            return None;
        }
        if at <= range.start {
            // "“Never!” Quill said.": the segmenter ends a sentence behind the mark.
            let quoted = at > 0 && ahead.is_none() && self.p.quotation_at(at - 1).is_some();
            let before = group.frame.checked_sub(1)?;
            let q = quoted.then(|| self.p.quotation_at(at - 1)).flatten()?;
            let start = self.p.token_at(self.p.quotations[q].outer.start).max(frames[before].start);
            return Some(self.trim(start..at));
        }
        let left = at - 1;
        let quote_before = self.p.quotation_at(left).is_some();
        let dash = matches!(self.p.lower(left), "–" | "—" | "--" | "-");
        if !(quote_before || self.tags[left] == Tag::Comma || dash) && group.cue.act != Act::Source {
            return None;
        }
        let start = self.behind_start(group, groups, index, range);
        let content = self.trim(start..at);
        if content.is_empty() {
            return None;
        }
        let has_quote = content.clone().any(|i| self.p.quotation_at(i).is_some());
        let clause = content.clone().any(|i| matches!(self.tags[i], Tag::Verb | Tag::Auxiliary));
        // "When asked about it, she said …", "In March, officials said …": an adverbial, and the content follows.
        let adverbial = matches!(
            self.tags[content.start],
            Tag::Subordinator | Tag::Preposition | Tag::Gerund | Tag::Adverb | Tag::Participle
        ) && !has_quote
            && ahead.is_some();
        let quoted_behind = quote_before || (has_quote && self.p.quotation_at(left.saturating_sub(1)).is_some());
        let ahead_is_strong =
            ahead.is_some_and(|a| !quoted_behind && self.p.lower(a.start.saturating_sub(1)) == "that");
        if adverbial || ahead_is_strong || (!clause && !quoted_behind) {
            return None;
        }
        Some(content)
    }

    /// Where content before a group begins: at the frame's start, or behind another cue's own clause.
    fn behind_start(&self, group: &Group, groups: &[Group], index: usize, range: &Range<usize>) -> usize {
        let floor = groups[..index]
            .iter()
            .rev()
            .filter(|g| g.frame == group.frame)
            .map(|g| g.tokens.end)
            .next()
            .unwrap_or(range.start);
        let before = groups[..index].iter().rev().find(|g| g.frame == group.frame);
        let mut start = range.start;
        if let Some(other) = before {
            // "Quill said X, and Y, Vale said": X is Quill's; a quotation is its own border.
            let border = (floor..group.tokens.start).rev().find(|&i| {
                (self.tags[i] == Tag::Coordinator && i > 0 && self.tags[i - 1] == Tag::Comma || self.p.lower(i) == ";")
                    && self.p.quotation_at(i).is_none()
            });
            let quotation = self
                .p
                .quotation_at(group.tokens.start - 1)
                .or_else(|| group.tokens.start.checked_sub(2).and_then(|i| self.p.quotation_at(i)));
            start = match (border, quotation) {
                (Some(border), _) => border + 1,
                (None, Some(q)) => self.p.token_at(self.p.quotations[q].outer.start).max(floor),
                (None, None) if other.inverted => floor,
                (None, None) => other.tokens.start,
            };
        }
        while start < group.tokens.start && matches!(self.tags[start], Tag::Coordinator | Tag::Comma) {
            start += 1;
        }
        start
    }

    /// Content that goes on behind a group in the middle: "“One,” she said, “two.”"
    fn resumes(&self, group: &Group, range: &Range<usize>) -> Option<Range<usize>> {
        let start = group.tokens.end;
        let mut at = start;
        while at < range.end
            && matches!(self.tags[at], Tag::Comma | Tag::Mark | Tag::Coordinator)
            && !matches!(self.p.lower(at), ".")
            && self.p.quotation_at(at).is_none()
        {
            at += 1;
        }
        let quoted = at < range.end && self.p.quotation_at(at).is_some();
        let tail = quoted.then(|| {
            let q = self.p.quotation_at(at)?;
            Some(at..self.p.token_at(self.p.quotations[q].outer.end))
        });
        tail.flatten().map(|r| self.trim(r)).filter(|r| !r.is_empty())
    }

    /// Cuts marks and conjunctions off both ends of a content.
    fn trim(&self, range: Range<usize>) -> Range<usize> {
        let (mut start, mut end) = (range.start, range.end.min(self.tags.len()));
        while start < end
            && matches!(self.tags[start], Tag::Comma | Tag::Mark | Tag::Coordinator)
            && !matches!(self.p.lower(start), "(" | "[" | "$" | "€" | "£")
            && self.p.quotation_at(start).is_none()
        {
            start += 1;
        }
        while end > start
            && (matches!(self.tags[end - 1], Tag::Comma)
                || (self.tags[end - 1] == Tag::Mark && !matches!(self.p.lower(end - 1), ")" | "]" | "%"))
                || self.tags[end - 1] == Tag::Coordinator)
            && self.p.quotation_at(end - 1).is_none()
        {
            end -= 1;
        }
        // A bracket that opens outside the content.
        let opened = (start..end).filter(|&i| self.p.lower(i) == "(").count();
        let closed = (start..end).filter(|&i| self.p.lower(i) == ")").count();
        if closed > opened && end > start && self.p.lower(end - 1) == ")" {
            end -= 1;
            while end > start && matches!(self.tags[end - 1], Tag::Comma | Tag::Mark) {
                end -= 1;
            }
        }
        start..end
    }

    /// Gives every quotation that no cue reached a statement of its own, or adds it to the one before.
    fn claim_quotations(&self, statements: &mut Vec<Statement>, frames: &[Range<usize>]) {
        for q in 0..self.p.quotations.len() {
            if statements.iter().any(|s| s.quotations.contains(&q)) {
                continue;
            }
            let quotation = &self.p.quotations[q];
            let tokens = quotation.tokens.0..quotation.tokens.1;
            // Its opening mark was lost in a sentence that has a cue: no telling what the mark closes.
            if !quotation.opened
                && statements.iter().any(|s| s.cue.as_ref().is_some_and(|c| tokens.contains(&c.tokens.start)))
            {
                continue;
            }
            // Opened twice: what stands before the second mark belongs to what stands behind it.
            if let Some(next) = self.reopened(q)
                && let Some(s) = statements.iter_mut().find(|s| s.quotations.contains(&next))
            {
                s.content.insert(0, tokens);
                s.quotations.insert(0, q);
                continue;
            }
            if tokens.is_empty() || !self.is_utterance(q) {
                continue;
            }
            let outer = self.p.token_at(quotation.outer.start);
            let frame = frames.partition_point(|f| f.end <= outer).min(frames.len().saturating_sub(1));
            // "“One,” she said. “Two.”": goes on where the statement before it in this paragraph was quoted too.
            let before = statements
                .iter_mut()
                .filter(|s| s.content.iter().all(|c| c.end <= outer + 1))
                .max_by_key(|s| s.content.last().map_or(0, |c| c.end).max(s.cue.as_ref().map_or(0, |c| c.tokens.end)));
            match before {
                Some(s) if s.kind == AttributionKind::Direct && self.adjoins(s, outer, frames) => {
                    s.content.push(tokens);
                    s.quotations.push(q);
                }
                Some(s) => {
                    let (source, medium) = (s.source.clone(), s.medium);
                    statements.push(Statement {
                        kind: AttributionKind::Direct,
                        content: vec![tokens],
                        quotations: vec![q],
                        cue: None,
                        source,
                        medium,
                        frame,
                    });
                }
                None => statements.push(Statement {
                    kind: AttributionKind::Direct,
                    content: vec![tokens],
                    quotations: vec![q],
                    cue: None,
                    source: None,
                    medium: None,
                    frame,
                }),
            }
        }
    }

    /// The quotation that opens right where this one was left unclosed.
    fn reopened(&self, q: usize) -> Option<usize> {
        let here = &self.p.quotations[q];
        let next = self.p.quotations.get(q + 1)?;
        (!here.closed && self.p.token_at(next.outer.start) == here.tokens.1).then_some(q + 1)
    }

    /// Whether nothing but the cue's own sentence stands between a statement and a quotation at token `outer`.
    fn adjoins(&self, statement: &Statement, outer: usize, frames: &[Range<usize>]) -> bool {
        let end = statement.content.last().map_or(0, |c| c.end).max(statement.cue.as_ref().map_or(0, |c| c.tokens.end));
        let frame_of = |i: usize| frames.partition_point(|f| f.end <= i);
        frame_of(outer) <= frame_of(end.saturating_sub(1)) + 1
    }

    /// Whether a quotation without a cue is somebody's words: it fills a sentence of its own.
    fn is_utterance(&self, q: usize) -> bool {
        let quotation = &self.p.quotations[q];
        let (start, end) = quotation.tokens;
        let outer_start = self.p.token_at(quotation.outer.start);
        let opens_sentence = outer_start == 0
            || matches!(self.p.lower(outer_start - 1), "." | "?" | "!" | ":" | "—" | "–")
            || self.p.quotation_at(outer_start - 1).is_some_and(|o| o != q)
            || self.p.sentences.iter().any(|s| s.start == outer_start)
            || !quotation.opened;
        let last = self.p.lower(end.saturating_sub(1));
        let full = matches!(last, "." | "?" | "!" | "…" | "..." | "," | "—") || !quotation.closed;
        let whole_paragraph =
            outer_start == 0 && (!quotation.closed || self.p.token_at(quotation.outer.end) >= self.tags.len());
        opens_sentence && (full || whole_paragraph) && end - start >= 2
    }
}

impl Statement {
    /// The spans of the content in its paragraph, quotation marks and white space at their borders cut off.
    pub fn pieces(&self, p: &Paragraph) -> Vec<ByteSpan> {
        let is_quote = |i: usize| p.tokens[i].kind == TokenKind::Quote;
        let piece = |range: &Range<usize>| {
            let mut range = range.clone();
            while range.start < range.end && is_quote(range.start) {
                range.start += 1;
            }
            while range.start < range.end && is_quote(range.end - 1) && !opens_inside(p, &range) {
                range.end -= 1;
            }
            let span = p.span(&range);
            (!span.of(p.text()).trim().is_empty()).then_some(span)
        };
        self.content.iter().filter_map(piece).collect()
    }
}

/// Whether the quotation that ends a content began inside it, so that its closing mark stays.
fn opens_inside(p: &Paragraph, range: &Range<usize>) -> bool {
    p.quotation_at(range.end - 1).is_some_and(|q| p.token_at(p.quotations[q].outer.start) > range.start)
}
