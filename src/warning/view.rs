//! The linked article as the matchers read it: its paragraphs, its claims, and who stands behind which words.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::attribution::{Act, Cue, Linked, Placed};
use crate::lexicon::{Forms, Lexicon, VerbClass};
use crate::mention::{Head, Phrase, Scan, Source, Tag};
use crate::report::Attribution;
use crate::text::ByteSpan;

use super::seek;

/// Someone says, thinks or judges something: a source phrase with its cue.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    pub(super) paragraph: usize,
    pub(super) source: Source,
    pub(super) cue: Cue,
    /// The attribution, where the claim became one.
    pub(super) attribution: Option<u32>,
    /// Whether the place of the words shows that something is said, thought or judged.
    pub(super) proven: bool,
    /// Who a part of a group is: "one of the workers", "many of them".
    pub(super) part: seek::Part,
}

/// The article.
pub(super) struct View<'a> {
    /// The headline, where it is known apart from the text.
    pub(super) title: Option<&'a str>,
    pub(super) scans: Vec<Scan<'a>>,
    pub(super) linked: &'a Linked,
    pub(super) lexicon: &'a Lexicon,
    /// In the order of the text.
    pub(super) claims: Vec<Claim>,
    starts: Vec<u32>,
    /// For each paragraph the claims that stand in it, as indices.
    claims_of: Vec<Range<usize>>,
    /// For each paragraph its attributions, in their order.
    attributions_of: Vec<Vec<u32>>,
    /// Words that run through the whole article; kept for `rebuttal`, which finds them when it first needs them.
    pub(super) topics: OnceCell<BTreeSet<String>>,
}

impl<'a> View<'a> {
    pub(super) fn new(
        title: Option<&'a str>,
        paragraphs: &[Placed<'a>],
        linked: &'a Linked,
        lexicon: &'a Lexicon,
    ) -> Self {
        let scans: Vec<Scan<'a>> = paragraphs.iter().map(|p| p.reading.mentions.scan(lexicon)).collect();
        let starts = paragraphs.iter().map(|p| p.start).collect();
        let mut attributions_of = vec![Vec::new(); paragraphs.len()];
        for (id, origin) in (0u32..).zip(&linked.origins) {
            attributions_of[origin.paragraph].push(id);
        }
        let (claims, claims_of, topics) = (Vec::new(), Vec::new(), OnceCell::new());
        let mut view = Self { title, scans, linked, lexicon, claims, starts, claims_of, attributions_of, topics };
        for (paragraph, placed) in paragraphs.iter().enumerate() {
            let mut claims = view.stated(paragraph, placed);
            claims.extend(view.unstated(paragraph, &claims));
            for sought in seek::claims(&view.scans[paragraph], paragraph) {
                merge(&view.scans[paragraph], &mut claims, sought);
            }
            claims.sort_by_key(|c| c.cue.tokens.start);
            let first = view.claims.len();
            view.claims.extend(claims);
            view.claims_of.push(first..view.claims.len());
        }
        view
    }

    /// The claims of one paragraph.
    pub(super) fn claims_in(&self, paragraph: usize) -> &[Claim] {
        self.claims_of.get(paragraph).map_or(&[], |range| &self.claims[range.clone()])
    }

    /// The claims before another one, the nearest of them: those of any article.
    pub(super) fn claims_before(&self, claim: &Claim) -> &[Claim] {
        let place = |c: &Claim| (c.paragraph, c.cue.tokens.start);
        let end = self.claims.partition_point(|c| place(c) < place(claim));
        &self.claims[end.saturating_sub(300)..end]
    }

    /// The claims around a paragraph: its own and `reach` on either side.
    pub(super) fn claims_near(&self, paragraph: usize, reach: usize) -> &[Claim] {
        let own = self.claims_of.get(paragraph).cloned().unwrap_or(0..0);
        &self.claims[own.start.saturating_sub(reach)..self.claims.len().min(own.end + reach)]
    }

    /// The attributions of one paragraph. Whatever belongs to them stands in it.
    fn attributions_in(&self, paragraph: usize) -> impl Iterator<Item = &'a Attribution> + Clone {
        let ids = self.attributions_of.get(paragraph).into_iter().flatten();
        let linked = self.linked;
        ids.filter_map(move |&id| linked.attributions.get(id as usize))
    }

    /// The claims that the attribution layer made statements of.
    fn stated(&self, paragraph: usize, placed: &Placed<'_>) -> Vec<Claim> {
        let own = self.attributions_of[paragraph].iter();
        let ids: HashMap<usize, u32> = own.map(|&id| (self.linked.origins[id as usize].statement, id)).collect();
        let statements = placed.reading.statements.iter().enumerate();
        statements
            .filter_map(|(i, s)| {
                let (source, cue) = (s.source.clone()?, s.cue.clone()?);
                Some(Claim { paragraph, source, cue, attribution: ids.get(&i).copied(), proven: false, part: None })
            })
            .collect()
    }

    /// Cues with a source but without content of their own ("echoed the praise", "complained of delays").
    fn unstated(&self, paragraph: usize, stated: &[Claim]) -> Vec<Claim> {
        let scan = &self.scans[paragraph];
        let covered = |cue: &Cue| stated.iter().any(|c| c.cue.tokens.start == cue.tokens.start);
        let mut out = Vec::new();
        for cue in scan.cues() {
            if covered(&cue) {
                continue;
            }
            if let Some(phrase) = Self::source_of(scan, &cue) {
                let source = scan.source(phrase);
                out.push(Claim { paragraph, source, cue, attribution: None, proven: false, part: None });
            }
        }
        for claim in (0..scan.tags.len()).filter_map(|i| pronoun_claim(scan, paragraph, i)) {
            if !covered(&claim.cue) && !out.iter().any(|c| c.cue.tokens.start == claim.cue.tokens.start) {
                out.push(claim);
            }
        }
        out
    }

    fn source_of(scan: &Scan<'_>, cue: &Cue) -> Option<Phrase> {
        let verb = cue.tokens.start;
        let sentence = scan.p.sentences.get(scan.p.sentence_at(verb))?.clone();
        let quoted = |i: &usize| scan.p.quotation_at(*i).is_some();
        let floor = (sentence.start..verb).rev().find(quoted).map_or(sentence.start, |i| i + 1);
        match cue.act {
            Act::Source => scan.phrase_after(cue.tokens.end, sentence.end),
            Act::Content => None,
            Act::Verb { gerund: true, .. } => Self::progressive(scan, verb, floor),
            Act::Verb { .. } => {
                let mut first = verb;
                while first > floor && matches!(scan.tags[first - 1], Tag::Auxiliary | Tag::Adverb | Tag::Negation) {
                    first -= 1;
                }
                if first > floor && scan.tags[first - 1] == Tag::To {
                    return None;
                }
                if first > floor && scan.tags[first - 1] == Tag::Relative {
                    return scan.subject(first - 1, floor);
                }
                scan.subject(verb, floor).or_else(|| Self::inverted(scan, cue, &sentence))
            }
        }
    }

    /// "Advocates are urging": an -ing form behind an auxiliary is finite.
    fn progressive(scan: &Scan<'_>, verb: usize, floor: usize) -> Option<Phrase> {
        let auxiliary = verb > floor && matches!(scan.tags[verb - 1], Tag::Auxiliary | Tag::Adverb | Tag::Negation);
        auxiliary.then(|| scan.subject(verb, floor)).flatten()
    }

    /// "…, say experts."
    fn inverted(scan: &Scan<'_>, cue: &Cue, sentence: &Range<usize>) -> Option<Phrase> {
        let before = cue.tokens.start.checked_sub(1)?;
        let after_content = scan.tags[before] == Tag::Comma || scan.p.quotation_at(before).is_some();
        let phrase = scan.phrase_after(cue.tokens.end, sentence.end)?;
        let closes =
            phrase.tokens.end >= sentence.end || matches!(scan.tags[phrase.tokens.end], Tag::Mark | Tag::Comma);
        (after_content && closes).then_some(phrase)
    }

    /// The words of a range of tokens in the article.
    pub(super) fn place(&self, paragraph: usize, tokens: &Range<usize>) -> ByteSpan {
        self.scans[paragraph].p.span(tokens).shift(self.starts[paragraph])
    }

    /// The tokens of a paragraph that a span of the article covers.
    pub(super) fn tokens(&self, paragraph: usize, span: ByteSpan) -> Range<usize> {
        let (p, start) = (self.scans[paragraph].p, self.starts[paragraph]);
        p.token_at(span.start.saturating_sub(start))..p.token_at(span.end.saturating_sub(start))
    }

    /// The sentence around a token.
    pub(super) fn sentence(&self, paragraph: usize, token: usize) -> Range<usize> {
        let p = self.scans[paragraph].p;
        p.sentences.get(p.sentence_at(token)).cloned().unwrap_or(token..token + 1)
    }

    /// The sentence behind the one around a token, in the same paragraph or at the beginning of the next.
    pub(super) fn next_sentence(&self, paragraph: usize, token: usize) -> Option<(usize, Range<usize>)> {
        let p = self.scans[paragraph].p;
        if let Some(next) = p.sentences.get(p.sentence_at(token) + 1) {
            return Some((paragraph, next.clone()));
        }
        let next = self.scans.get(paragraph + 1)?.p.sentences.first()?;
        Some((paragraph + 1, next.clone()))
    }

    /// Whether one of the words stands in a range of tokens.
    pub(super) fn has_word(&self, paragraph: usize, tokens: &Range<usize>, words: &[&str]) -> bool {
        let p = self.scans[paragraph].p;
        tokens.clone().any(|i| words.contains(&p.lower(i)))
    }

    /// Whether token `i` stands in quotation marks: then it is the speaker's word.
    pub(super) fn is_quoted(&self, paragraph: usize, i: usize) -> bool {
        self.scans[paragraph].p.quotation_at(i).is_some()
    }

    /// The attribution that words stand in or beside: its source or cue, else its content, else the next statement of
    /// the same sentence.
    pub(super) fn attribution_at(&self, paragraph: usize, tokens: &Range<usize>) -> Option<u32> {
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
    pub(super) fn is_attributed(&self, paragraph: usize, i: usize) -> bool {
        let at = self.place(paragraph, &(i..i + 1));
        self.attributions_in(paragraph).any(|a| a.content.iter().any(|s| s.contains(at)))
    }

    /// Whether somebody with a name says the words around a token, so that the writer does not. A denial does not make
    /// the denied claim the speaker's. With `aloud` an attitude is not enough, since it tells no words.
    pub(super) fn has_named_voice(&self, paragraph: usize, i: usize, aloud: bool) -> bool {
        let at = self.place(paragraph, &(i..i + 1));
        self.attributions_in(paragraph).any(|a| {
            let named = a.speaker.and_then(|s| self.linked.speakers.get(s as usize)).is_some_and(|s| s.named);
            let said = a.kind.is_speech() || !aloud;
            named && said && a.content.iter().any(|s| s.contains(at)) && !self.is_denial(a.id)
        })
    }

    /// Whether somebody, named or not, says the words around a token: an attribution of speech other than `own`.
    pub(super) fn is_told_by_another(&self, paragraph: usize, i: usize, own: Option<u32>) -> bool {
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
    pub(super) fn is_denial(&self, attribution: u32) -> bool {
        let Some(origin) = self.linked.origins.get(attribution as usize) else { return false };
        self.claims_in(origin.paragraph)
            .iter()
            .any(|c| c.attribution == Some(attribution) && c.cue.act.class() == VerbClass::Denial)
    }
}

impl Claim {
    /// Whether the phrase is a description; a name or somebody's official voice has a name to answer for it.
    pub(super) fn is_description(&self) -> bool {
        matches!(self.source.head, Head::Description(_))
    }
}

/// Verbs of judgement in the present.
const JUDGES: &[&str] = &["see", "say", "believe", "think", "fear", "argue", "expect", "claim", "suspect", "consider"];

/// "Many believe that …", "another reportedly said": pronouns that a reader of noun phrases takes for determiners.
fn pronoun_claim(scan: &Scan<'_>, paragraph: usize, i: usize) -> Option<Claim> {
    let opens = i == 0
        || scan.p.sentences.iter().any(|s| s.start == i)
        || matches!(scan.tags[i - 1], Tag::Comma | Tag::Coordinator | Tag::Subordinator | Tag::Quote);
    let pronoun = matches!(scan.p.lower(i), "many" | "some" | "most" | "several" | "others" | "another");
    // "most recently defended": no pronoun.
    let most = scan.p.lower(i) == "most" && scan.tags.get(i + 1) == Some(&Tag::Adverb);
    if !opens || !pronoun || most || scan.p.quotation_at(i).is_some() {
        return None;
    }
    let mut at = i + 1;
    // "Many in the industry see": the verb may look like the last noun.
    if matches!(scan.p.lower(at), "in" | "within" | "on" | "around" | "at") {
        let judges = |&k: &usize| JUDGES.contains(&scan.p.lower(k));
        let limit = scan.tags.len().min(at + 7);
        let end = (at + 1..limit).find(|&k| !scan.tags[k].is_nominal()).unwrap_or(limit);
        at = (at + 2..=end).find(judges)?;
    }
    while matches!(scan.tags.get(at), Some(Tag::Adverb | Tag::Auxiliary | Tag::Negation)) {
        at += 1;
    }
    let verb = scan.lexicon.reporting_verb(scan.p.lower(at))?;
    let says = verb.class.is_utterance() || verb.class == VerbClass::Belief || JUDGES.contains(&verb.lemma);
    let finite = verb.forms == Forms::BASE || verb.forms.has(Forms::PAST);
    // "many claim that", "some fear he": a clause follows, not the rest of a noun phrase.
    let next = scan.tags.get(at + 1)?;
    let begins = *next == Tag::Gerund
        || scan.p.lower(at + 1) == "being"
        || matches!(next, Tag::Determiner | Tag::Pronoun | Tag::PossessivePronoun | Tag::Name | Tag::Quote);
    let clause = begins || matches!(scan.p.lower(at + 1), "that" | ":") || scan.p.quotation_at(at + 1).is_some();
    let act = Act::Verb { lemma: verb.lemma, class: verb.class, frames: verb.frames, gerund: false, share: verb.share };
    let phrase = Phrase { tokens: i..i + 1, core: i..i + 1 };
    (says && finite && clause).then(|| Claim {
        paragraph,
        source: Source { head: Head::Description(i..i + 1), phrase },
        cue: Cue { tokens: at..at + 1, act },
        attribution: None,
        proven: false,
        part: None,
    })
}

/// Adds a claim that was found from its phrase. Where the same words are a cue already, it only says better who speaks: a
/// name that the attribution gives stays.
fn merge(scan: &Scan<'_>, claims: &mut Vec<Claim>, sought: Claim) {
    let meets = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    let Some(known) = claims.iter_mut().find(|c| meets(&c.cue.tokens, &sought.cue.tokens)) else {
        claims.push(sought);
        return;
    };
    // A phrase that stands in what describes the people ("witnesses who spoke in the hall") is no subject of its own.
    let described = sought.source.phrase.core.start..sought.source.phrase.tokens.end.max(sought.cue.tokens.start);
    let inside = meets(&known.source.phrase.core, &described);
    let (old, new) = (&known.source.phrase.core, &sought.source.phrase.core);
    let joined = old.start < new.start && scan.tags[new.start - 1] == Tag::Coordinator;
    if known.is_description() && joined && new.end <= old.end.max(known.source.phrase.tokens.end) {
        // "businesses and residents": the known phrase is the longer one.
        known.proven = true;
    } else if inside && matches!(known.source.head, Head::Description(_) | Head::Pronoun(_)) {
        (known.source, known.proven, known.part) = (sought.source, true, sought.part);
        // "hold up as", "are worried that": the place tells more than the list of verbs.
        if sought.cue.act == Act::Content && !matches!(known.cue.act.class(), VerbClass::Naming | VerbClass::Belief) {
            known.cue.act = Act::Content;
        }
    } else if is_nearer(scan, known, &sought) {
        // "Quill endorsed it and two landlords spoke against it": another verb stands between the name and this one.
        (known.source, known.proven, known.part, known.attribution) = (sought.source, true, sought.part, None);
    } else if known.attribution.is_none() && !matches!(known.source.head, Head::Name(_) | Head::Voice(_)) {
        *known = sought;
    }
}

/// Whether the people that were found stand right before the verb, and the verb of another clause between it and the
/// known source.
fn is_nearer(scan: &Scan<'_>, known: &Claim, sought: &Claim) -> bool {
    let (old, new) = (known.source.phrase.tokens.clone(), sought.source.phrase.tokens.clone());
    let joined = new.start > 0 && scan.tags[new.start - 1] == Tag::Coordinator;
    joined
        && new.end == sought.cue.tokens.start
        && (old.end..new.start).any(|i| scan.tags[i] == Tag::Verb)
        && scan.p.sentence_at(old.start) == scan.p.sentence_at(new.start)
}

fn length(spans: &[ByteSpan]) -> u32 {
    spans.iter().map(|s| s.len()).sum()
}
