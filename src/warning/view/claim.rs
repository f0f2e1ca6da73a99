//! Claims: who says, thinks or judges something, with which cue.

use std::cell::OnceCell;
use std::ops::Range;

use crate::attribution::{Act, Cue};
use crate::lexicon::{Forms, VerbClass};
use crate::mention::{Head, Phrase, Scan, Source, Tag};
use crate::text::Words;
use crate::warning::group::Kept;
use crate::warning::seek;

/// Someone says, thinks or judges something: a source phrase with its cue.
#[derive(Debug, Clone)]
pub(in crate::warning) struct Claim {
    /// The number of its paragraph in the article.
    pub(in crate::warning) paragraph: usize,
    pub(in crate::warning) source: Source,
    pub(in crate::warning) cue: Cue,
    /// The attribution, where the claim became one.
    pub(in crate::warning) attribution: Option<u32>,
    /// Whether the place of the words shows that something is said, thought or judged.
    pub(in crate::warning) proven: bool,
    /// Who a part of a group is: "one of the workers", "many of them".
    pub(in crate::warning) part: seek::Part,
    /// Who stands behind it, with the words that say so; kept for `group`, which several kinds ask.
    pub(in crate::warning) kept: OnceCell<Option<(Kept, Range<usize>)>>,
}

impl Claim {
    /// A claim of a paragraph that has no place in an article yet.
    pub(in crate::warning) const fn new(source: Source, cue: Cue) -> Self {
        Self { paragraph: 0, source, cue, attribution: None, proven: false, part: None, kept: OnceCell::new() }
    }

    /// Whether the phrase is a description; a name or somebody's official voice has a name to answer for it.
    pub(in crate::warning) fn is_description(&self) -> bool {
        matches!(self.source.head, Head::Description(_))
    }
}

/// Verbs of judgement in the present.
const JUDGES: Words = Words::new("see say believe think fear argue expect claim suspect consider");

/// "Many believe that …", "another reportedly said": pronouns that a reader of noun phrases takes for determiners.
pub(super) fn pronoun_claim(scan: &Scan<'_>, i: usize) -> Option<Claim> {
    let opens = i == 0
        || scan.p.begins_sentence(i)
        || matches!(scan.tags[i - 1], Tag::Comma | Tag::Coordinator | Tag::Subordinator | Tag::Quote);
    let pronoun = scan.p.is_one(i, &const { Words::new("many some most several others another") });
    // "most recently defended": no pronoun.
    let most = scan.p.is(i, "most") && scan.tags.get(i + 1) == Some(&Tag::Adverb);
    if !opens || !pronoun || most || scan.p.quotation_at(i).is_some() {
        return None;
    }
    let mut at = i + 1;
    // "Many in the industry see": the verb may look like the last noun.
    if scan.p.is_one(at, &const { Words::new("in within on around at") }) {
        let judges = |&k: &usize| scan.p.is_one(k, &JUDGES);
        let limit = scan.tags.len().min(at + 7);
        let end = (at + 1..limit).find(|&k| !scan.tags[k].is_nominal()).unwrap_or(limit);
        at = (at + 2..=end).find(judges)?;
    }
    while matches!(scan.tags.get(at), Some(Tag::Adverb | Tag::Auxiliary | Tag::Negation)) {
        at += 1;
    }
    let verb = scan.lexicon.reporting_verb(scan.p.lower(at))?;
    let says = verb.class.is_utterance() || verb.class == VerbClass::Belief || JUDGES.contains(verb.lemma);
    let finite = verb.forms == Forms::BASE || verb.forms.has(Forms::PAST);
    // "many claim that", "some fear he": a clause follows, not the rest of a noun phrase.
    let next = scan.tags.get(at + 1)?;
    let begins = *next == Tag::Gerund
        || scan.p.is(at + 1, "being")
        || matches!(next, Tag::Determiner | Tag::Pronoun | Tag::PossessivePronoun | Tag::Name | Tag::Quote);
    let clause = begins || matches!(scan.p.lower(at + 1), "that" | ":") || scan.p.quotation_at(at + 1).is_some();
    let act = Act::Verb { lemma: verb.lemma, class: verb.class, takes: verb.takes, gerund: false, share: verb.share };
    let phrase = Phrase { tokens: i..i + 1, core: i..i + 1 };
    let source = Source { head: Head::Description(i..i + 1), phrase };
    (says && finite && clause).then(|| Claim::new(source, Cue { tokens: at..at + 1, act }))
}

/// Adds a claim that was found from its phrase. Where the same words are a cue already, it only says better who speaks: a
/// name that the attribution gives stays.
pub(super) fn merge(scan: &Scan<'_>, claims: &mut Vec<Claim>, sought: Claim) {
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
    } else if inside
        && (matches!(known.source.head, Head::Description(_) | Head::Pronoun(_)) || scan.p.is(new.start, "one"))
    {
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
