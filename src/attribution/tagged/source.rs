//! The source of a tagged cue: the tagger's words, read as a phrase, or what the rules see beside the cue.

use std::ops::Range;

use crate::lexicon::{Classes, VerbClass};
use crate::mention::{Category, Head, Phrase, Scan, Source, Tag};
use crate::text::{Case, TokenKind, Words};

use super::super::Statement;
use super::super::frame::frame_at;
use super::overlap;

/// Adverbs between a subject and its verb.
const TRAILING: Words = Words::new("also longer never no still");

impl Scan<'_> {
    /// A source that the tagger did not see: whose claim it is, or the subject that the rules find for the cue.
    pub(super) fn nearby_source(
        &self,
        cue: &Range<usize>,
        contents: &[Range<usize>],
        frames: &[Range<usize>],
    ) -> Option<Source> {
        let quoted = contents.iter().any(|c| c.clone().any(|i| self.p.quotation_at(i).is_some()));
        let frame = frame_at(frames, cue.start);
        let range = frames.get(frame)?.clone();
        let first = (cue.start..cue.end).find(|&i| matches!(self.tags[i], Tag::Verb | Tag::Gerund | Tag::Auxiliary));
        if let Some(source) = first.and_then(|verb| self.subject_behind(verb, contents, &range)) {
            return Some(source);
        }
        let Some(verb) = first else {
            return self.possessor(cue.end.saturating_sub(4).max(range.start)..cue.end, range.start);
        };
        if !quoted || cue.clone().any(|i| self.is_copula(i)) {
            return None;
        }
        let floor = self.behind_quotation(range.start, verb);
        // "marched through Vellport chanting": of a participle it is the marchers, of "with Quill saying" Quill.
        let shared = |gerund| self.shared_source(verb, gerund, &range, None);
        match self.tags[verb] {
            Tag::Gerund => self.subject_behind_with(verb, floor).or_else(|| shared(true)),
            _ => self.subject_of(verb, floor).or_else(|| shared(false)),
        }
    }

    /// "marched through Vellport chanting": not Vellport.
    pub(super) fn crowd_before(&self, cue: &Range<usize>, seen: &Range<usize>, range: &Range<usize>) -> Option<Source> {
        let before =
            seen.start.checked_sub(1).filter(|_| seen.end == cue.start && self.tags[cue.start] == Tag::Gerund)?;
        let place = self.p.is_one(before, &const { Words::new("across around at in into near outside through to") });
        place.then(|| self.shared_source(cue.start, true, range, None)).flatten()
    }

    /// "the Courier seized on the mayor’s claim": of a noun it is whose claim it is, and not whoever the sentence is about.
    pub(super) fn owner(&self, cue: &Range<usize>, frames: &[Range<usize>]) -> Option<Source> {
        let verb =
            |i: usize| matches!(self.tags[i], Tag::Verb | Tag::Gerund | Tag::Auxiliary | Tag::Participle | Tag::To);
        let frame = frames.get(frame_at(frames, cue.start))?;
        if cue.clone().any(verb) || !cue.clone().any(|i| self.tags[i] == Tag::Noun) {
            return None;
        }
        self.possessor(cue.start.saturating_sub(2).max(frame.start)..cue.start, frame.start)
    }

    /// "his claim", "the mayor’s bold claim": whose the words are that these tokens hold.
    fn possessor(&self, tokens: Range<usize>, floor: usize) -> Option<Source> {
        let at = tokens.rev().find(|&i| matches!(self.tags[i], Tag::PossessivePronoun | Tag::Possessive))?;
        if self.tags[at] == Tag::PossessivePronoun {
            return Some(self.source(Phrase { tokens: at..at + 1, core: at..at + 1 }));
        }
        // "The Courier seized on the mayor’s claim": only what the mark of possession stands at.
        let border = |&i: &usize| {
            let of = self.p.is(i, "of");
            let joins =
                matches!(self.tags[i], Tag::Possessive | Tag::PossessivePronoun | Tag::Determiner | Tag::Adjective);
            !(of || joins || self.tags[i].is_nominal())
        };
        let start = (floor..at).rev().find(border).map_or(floor, |i| i + 1);
        self.subject(at, start).map(|phrase| self.source(phrase))
    }

    /// "After saying that it leaks, she rowed home": of a participle that opens the sentence the subject stands behind its words.
    fn subject_behind(&self, verb: usize, contents: &[Range<usize>], range: &Range<usize>) -> Option<Source> {
        let leads = |i: usize| matches!(self.tags[i], Tag::Preposition | Tag::Subordinator | Tag::Adverb | Tag::Mark);
        let content = contents.iter().find(|c| c.start > verb)?;
        if self.tags[verb] != Tag::Gerund || !(range.start..verb).all(leads) {
            return None;
        }
        // The comma stands inside or outside of a quotation mark.
        let around = content.end.saturating_sub(2)..range.end.min(content.end + 2);
        let comma = around.rev().find(|&i| self.tags[i] == Tag::Comma)?;
        let start = (comma + 1..range.end).find(|&i| !matches!(self.tags[i], Tag::Quote | Tag::Mark))?;
        let subject = self.phrase_after(start, range.end).filter(|phrase| phrase.tokens.start == start)?;
        let verb = (subject.tokens.end..range.end).find(|&i| self.tags[i] != Tag::Adverb)?;
        matches!(self.tags[verb], Tag::Verb | Tag::Auxiliary).then(|| self.source(subject))
    }

    /// Who thinks or wants what a cue tells whose source the tagger missed. Of "is expected to", "were accused of" and "seems
    /// to" the subject does not, and nobody else is named.
    pub(super) fn doer(&self, statement: &Statement, frames: &[Range<usize>]) -> Option<Source> {
        let cue = &statement.cue.as_ref()?.tokens;
        let verb = cue.clone().find(|&i| matches!(self.tags[i], Tag::Verb | Tag::Gerund | Tag::Auxiliary))?;
        let seems = self.p.is_one(verb, &const { Words::new("appear appeared appears seem seemed seems") });
        // "marched during a protest against the lock": they may have said nothing.
        let known = self.lexicon.reporting_verb(self.p.lower(verb)).is_some();
        if seems || !known || cue.clone().any(|i| self.is_copula(i)) {
            return None;
        }
        let frame = frames.get(statement.frame)?;
        let gerund = self.tags[verb] == Tag::Gerund;
        let source = self.subject_of(verb, frame.start).or_else(|| self.shared_source(verb, gerund, frame, None))?;
        let apart = statement.content.iter().all(|c| overlap(c, &source.phrase.tokens) == 0);
        (apart && !self.hears(statement, cue, &source)).then_some(source)
    }

    /// "is called the slow lane", "are known as tenders", "what the yard calls “the slow lane”": what a thing is called, and
    /// nobody says more of it.
    pub(super) fn is_called(&self, statement: &Statement) -> bool {
        let Some(cue) = &statement.cue else { return false };
        if let Some(source) = &statement.source {
            let before = source.phrase.tokens.start.checked_sub(1);
            let always = |i: usize| self.p.is_one(i, &const { Words::new("call calls dub dubs term terms") });
            // "the new company, called Vell Books,": its name. "The union, Common Thread, called it a disgrace" is no such thing.
            let after = cue.tokens.start.checked_sub(1).filter(|&i| self.tags[i] == Tag::Comma);
            let comma = source.phrase.tokens.clone().any(|i| self.tags[i] == Tag::Comma);
            if self.bears_name(source, &cue.tokens) {
                return true;
            }
            let naming = self.p.is_one(cue.tokens.start, &const { Words::new("called dubbed named nicknamed") })
                && matches!(self.tags.get(cue.tokens.end), Some(Tag::Name | Tag::Quote));
            let title = naming && !comma && after == Some(source.phrase.tokens.end);
            return title
                || before.is_some_and(|i| matches!(self.p.lower(i), "what" | "whom"))
                    && cue.tokens.clone().any(always);
        }
        let name = |i: usize| self.p.is_one(i, &const { Words::new("called dubbed known named") });
        let passive = cue.tokens.clone().any(|i| self.is_copula(i));
        if passive { cue.tokens.clone().any(name) } else { cue.act.class() == VerbClass::Naming }
    }

    /// "a disease called quay fever", "a group called “Boats First”": a participle, for no disease calls anybody.
    pub(in crate::attribution) fn bears_name(&self, source: &Source, cue: &Range<usize>) -> bool {
        let participle = self.p.is_one(cue.start, &const { Words::new("called dubbed labeled labelled named titled") });
        let Some(head) = cue.start.checked_sub(1) else { return false };
        let beside = source.phrase.tokens.end == cue.start && matches!(source.head, Head::Description(_));
        if !participle || !beside || cue.len() > 1 || self.p.tokens[head].case != Case::Lower {
            return false;
        }
        let speaks = Classes::ORGANIZATION_NOUN | Classes::ORG_HEAD | Classes::REPORTING_NOUN | Classes::MEDIA_NOUN;
        let thing = source.phrase.core.end == cue.start
            && !self.can_speak(&source.phrase)
            && !self.classes(head).has_any(speaks)
            && self.tags.get(cue.end) != Some(&Tag::Preposition);
        // "the campaign called Quill a liar" says so of her; of a campaign without a name it is the name.
        let start = (0..cue.start).rev().find(|&i| !matches!(self.tags[i], Tag::Noun | Tag::Adjective));
        let indefinite = start.is_some_and(|i| self.p.is_one(i, &const { Words::new("a an another one") }));
        let next = cue.end + usize::from(self.p.is(cue.end, "the"));
        let named = self.tags.get(next) == Some(&Tag::Name) || self.p.quotation_at(next).is_some();
        // "one lawmaker called Quill a liar".
        let named = named && !(self.p.is(cue.start, "called") && self.classes(head).has_any(Classes::PERSON_NOUN));
        thing || indefinite && named
    }

    /// The words of a source that the tagger found for a cue, without what is none of it; none where it took a clause for the source.
    pub(super) fn source_words(&self, source: &Range<usize>, cue: &Range<usize>) -> Option<Range<usize>> {
        let mut words = self.words(source)?;
        // "according to the Courier, which first reported it": what is told of the source is not who it is.
        let cites = self.p.is(cue.start, "according");
        if cites && words.len() == 1 && words.start >= cue.end && self.tags[words.start] == Tag::Relative {
            return None;
        }
        // "According to the Courier, Ada Quill, the mayor, said so": two sources, of which the second is the subject.
        if let Some(comma) = self.parting_comma(&words) {
            words = if cue.end == words.start { words.start..comma } else { comma + 1..words.end };
        }
        // "Police arrested and questioned him", "Quill no longer wants it", "in 2015 the board said so".
        if words.start < cue.start {
            words.end = words.end.min(cue.start);
        }
        while words.len() > 1 && self.trails(&words, cue) {
            words.end -= 1;
        }
        words.start = self.behind_object(&words).unwrap_or(words.start);
        // "In a letter to the governor, Tom Vale, Ada Quill said".
        let comma = words.clone().rev().find(|&i| words.end == cue.start && self.tags[i] == Tag::Comma);
        let another = comma.filter(|&comma| self.names.iter().any(|n| n.tokens.end == comma && self.tells_who(n)));
        words.start = another.map_or(words.start, |comma| comma + 1);
        // "An inspection two years earlier had rated it": when, and not who.
        let time = |i: usize| {
            let unit = const {
                Words::new("ago day days earlier hours later month months week weeks year years yesterday today")
            };
            unit.contains(self.p.lower(i))
        };
        if words.end <= cue.start && words.len() > 2 && time(words.end - 1) {
            let led = |i: usize| {
                time(i)
                    || self.tags[i] == Tag::Number
                    || self.classes(i).has_any(Classes::NUMBER)
                    || self.p.is_one(i, &const { Words::new("last this next a an") })
            };
            let start = (words.start..words.end).rev().take_while(|&i| led(i)).last().unwrap_or(words.end);
            let noun = start > words.start && matches!(self.tags[start - 1], Tag::Noun | Tag::Name | Tag::Mark);
            words.end = if noun && words.end - start > 1 { start } else { words.end };
        }
        let opens = |i: usize| self.tags[i] == Tag::Number && self.tags.get(i + 1) == Some(&Tag::Determiner);
        words.start += usize::from(words.len() > 2 && opens(words.start));
        Some(words)
    }

    /// The first comma of a source that stands behind "according to" and before a verb.
    fn parting_comma(&self, source: &Range<usize>) -> Option<usize> {
        let cited = source.start > 1 && self.p.is(source.start - 1, "to") && self.p.is(source.start - 2, "according");
        let behind = (source.end..self.tags.len()).find(|&i| !matches!(self.tags[i], Tag::Comma | Tag::Adverb))?;
        let subject = matches!(self.tags[behind], Tag::Verb | Tag::Auxiliary);
        source.clone().find(|&i| cited && subject && self.tags[i] == Tag::Comma)
    }

    /// Whether the last word of a source belongs to the verbs behind it.
    fn trails(&self, source: &Range<usize>, cue: &Range<usize>) -> bool {
        let last = source.end - 1;
        let relative = || source.clone().any(|i| self.tags[i] == Tag::Relative);
        let joined = source.end + 1 == cue.start && self.tags[source.end] == Tag::Coordinator;
        match self.tags[last] {
            _ if source.end > cue.start => false,
            Tag::Coordinator | Tag::Negation => true,
            Tag::Verb | Tag::Participle => joined && self.tags[last - 1].is_nominal() && !relative(),
            _ => self.p.is_one(last, &TRAILING) && source.end <= cue.start && !relative(),
        }
    }

    /// "a man who police": of the words before a cue those behind a relative pronoun, where these have no verb but the cue.
    pub(super) fn speaking(&self, tokens: Range<usize>, cue: &Range<usize>) -> Range<usize> {
        // "Quill, whom the board accuses of fraud, called": another verb has them.
        if (tokens.end..cue.start).any(|i| matches!(self.tags[i], Tag::Verb)) {
            let relative = (tokens.start + 1..tokens.end).find(|&i| self.tags[i] == Tag::Relative);
            return tokens.start..relative.map_or(tokens.end, |i| i - usize::from(self.tags[i - 1] == Tag::Comma));
        }
        let relative = tokens.clone().rev().find(|&i| !self.tags[i].is_nominal());
        match relative.filter(|&i| i + 1 < tokens.end && self.tags[i] == Tag::Relative) {
            Some(relative) => relative + 1..tokens.end,
            None => tokens,
        }
    }

    /// A source of these tokens. Where the rules saw the same words they know its parts better.
    pub(super) fn tagged_source(&self, tokens: Range<usize>, rule: Option<&Statement>) -> Source {
        let same = rule.and_then(|rule| rule.source.as_ref()).filter(|s| overlap(&s.phrase.tokens, &tokens) > 0);
        // "Ada Quill, who heads the board, which owns the flood gates, said": the name that opens the phrase has the clauses.
        let opening = self.names.iter().find(|n| n.prefix == tokens.start && self.p.is(n.tokens.end, ","));
        let opening = opening.filter(|n| {
            let relative = matches!(self.p.lower(n.tokens.end + 1), "who" | "which");
            // "Vellcom, a provider focused on pumps, said".
            let told = self.p.is_one(n.tokens.end + 1, &const { Words::new("a an the") });
            let told =
                told && self.is_body_noun(self.core_end(&(n.tokens.end + 1..tokens.end.max(n.tokens.end + 2))) - 1);
            (relative || told || n.category == Category::Person)
                && n.category != Category::Place
                && n.tokens.end < tokens.end
        });
        if let Some(core) = opening.map(|n| n.tokens.clone()) {
            return self.source(Phrase { tokens, core });
        }
        if let Some(source) = same {
            let phrase = Phrase { tokens, core: source.phrase.core.clone() };
            if phrase.tokens.start <= phrase.core.start && phrase.core.end <= phrase.tokens.end {
                return Source { phrase, head: source.head.clone() };
            }
            return source.clone();
        }
        // "Quill was one of many to deny it": of these it is the one before the copula who is named.
        if let Some(copula) = tokens.start.checked_sub(1).filter(|&i| self.is_copula(i))
            && matches!(self.p.lower(tokens.start), "one" | "among")
        {
            let floor = self.p.sentences[self.p.sentence_at(copula)].start;
            if let Some(subject) = self.subject_of(copula, floor) {
                return subject;
            }
        }
        // "residents of the quay, who believe": who it is stands before the relative.
        if matches!(self.p.lower(tokens.start), "who" | "which" | "that") {
            let floor = self.p.sentences[self.p.sentence_at(tokens.start)].start;
            let antecedent = self.subject(tokens.start, floor).or_else(|| self.antecedent(tokens.start, floor));
            // "a law of 2015, which banned": a year bans nothing.
            let says = |a: &Phrase| a.core.clone().any(|i| self.p.tokens[i].kind != TokenKind::Number);
            // "arrested Quill, a farmer, who said": her name stands before what she is.
            let comma = antecedent.as_ref().and_then(|a| a.tokens.start.checked_sub(1));
            let name = comma.and_then(|comma| self.names.iter().find(|n| n.tokens.end == comma));
            let name = name.filter(|n| {
                let described =
                    antecedent.as_ref().is_some_and(|a| matches!(self.p.lower(a.tokens.start), "a" | "an" | "the"));
                n.category == Category::Person && described && self.tags[n.tokens.end] == Tag::Comma
            });
            if let Some(name) = name {
                return self.source(Phrase { tokens: name.prefix..tokens.end, core: name.tokens.clone() });
            }
            // "said in a statement posted on Chirper, which also accused": whoever said the one.
            let platform =
                antecedent.as_ref().map(|a| a.core.start).filter(|&i| self.classes(i).has_any(Classes::PLATFORM));
            let said = platform
                .and_then(|i| (floor..i).find(|&i| self.tags[i] == Tag::Verb && self.p.quotation_at(i).is_none()));
            if let Some(own) = said.and_then(|verb| self.subject_of(verb, self.behind_quotation(floor, verb))) {
                return own;
            }
            if let Some(antecedent) = antecedent.filter(says) {
                let tokens = antecedent.tokens.start..tokens.end.max(antecedent.tokens.end);
                return self.source(Phrase { tokens, core: antecedent.core });
            }
        }
        let core = self.named_at_end(&tokens).unwrap_or_else(|| self.core(&tokens));
        self.source(Phrase { tokens, core })
    }

    /// "“It leaks,” Quill was quoted by the Courier as saying": the words are those of the subject.
    pub(in crate::attribution) fn quoted_by(&self, cue: &Range<usize>, by: &Source, floor: usize) -> Option<Source> {
        let near = if self.p.is(cue.start, "as") { cue.start.saturating_sub(8) } else { cue.start };
        let verb = (near..cue.end).find(|&i| matches!(self.p.lower(i), "quoted" | "cited"))?;
        let copula = verb.checked_sub(1).filter(|&i| self.is_copula(i))?;
        let behind = by.phrase.tokens.start;
        if behind <= verb || self.p.lower(behind - 1) != "by" {
            return None;
        }
        self.subject_of(copula, self.behind_quotation(floor, copula))
    }

    /// Where the words before `end` begin of which none is quoted.
    fn behind_quotation(&self, start: usize, end: usize) -> usize {
        (start..end).rev().find(|&i| self.p.quotation_at(i).is_some()).map_or(start, |i| i + 1)
    }

    pub(super) fn is_copula(&self, i: usize) -> bool {
        self.classes(i).has_any(Classes::BE)
    }

    /// "another diplomat, the former envoy Ada Quill,": the person whom the phrase names last, where it begins with no name.
    pub(super) fn named_at_end(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let named = |at: &Range<usize>| self.names.iter().any(|n| overlap(&n.tokens, at) > 0);
        let end = (tokens.clone()).rev().find(|&i| self.is_word(i))? + 1;
        let name = self.names.iter().find(|n| n.tokens.end == end && n.category == Category::Person)?;
        // "the biography, “The Life of Ada Quill”".
        if self.p.quotation_at(name.tokens.start) != self.p.quotation_at(tokens.start) {
            return None;
        }
        let comma = (tokens.start..name.tokens.start).rev().find(|&i| self.tags[i] == Tag::Comma)?;
        let plain = !named(&(tokens.start..comma)) && (tokens.start..comma).all(|i| self.tags[i].is_nominal());
        plain.then(|| name.tokens.clone())
    }

    /// The base of a noun phrase: up to the first border of it.
    pub(super) fn core(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = tokens.start;
        let mut end = start;
        while end < tokens.end {
            let name = self.names.iter().find(|n| n.tokens.contains(&end));
            // "early results": what opens a source is no adverb, and no verb follows it.
            let opens = end == start || end == start + 1 && self.tags[start] == Tag::Adverb;
            end = match name {
                // "Ada Quill an engineer at the yard": the comma behind the name was forgotten.
                Some(name)
                    if name.category == Category::Person
                        && self.p.is_one(name.tokens.end, &const { Words::new("a an") }) =>
                {
                    end = name.tokens.end;
                    break;
                }
                Some(name) => name.tokens.end.min(tokens.end),
                None if opens || self.tags[end].is_nominal() => end + 1,
                None => break,
            };
            if self.tags[start] == Tag::Pronoun {
                break;
            }
        }
        start..end.max(start + 1).min(tokens.end)
    }
}

/// "…, reports Quill": whether the rules saw a name right behind the cue, where the tagger went for words further off.
pub(super) fn stands_beside(rule: &Statement, cue: &Range<usize>, tagged: &Range<usize>) -> bool {
    let beside = |source: &&Source| {
        matches!(source.head, Head::Name(_))
            && source.phrase.tokens.start == cue.end
            && overlap(&source.phrase.tokens, tagged) == 0
    };
    rule.source.iter().any(|source| beside(&source)) && tagged.start != cue.end && tagged.end != cue.start
}
