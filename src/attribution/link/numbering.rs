//! Speakers with their numbers: from drafts to the report's own types.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::lexicon::{Classes, Listed};
use crate::mention::{Category, Chains, Discourse, EntityId, Head, Mentions, Referent, is_spokesperson, is_staff};
use crate::report::{Attribution, Confidence, SourceKind, Speaker};
use crate::text::{ByteSpan, Paragraph, Words};

use super::{Draft, Linked, Origin, Placed};
use crate::attribution::Statement;

/// Gives speakers their numbers and builds the report's own types.
pub(super) struct Numbering<'a> {
    paragraphs: &'a [Placed<'a>],
    chains: &'a Chains,
    discourse: &'a Discourse<'a>,
    /// Who speaks, in the order of first mention.
    order: Vec<Referent>,
    /// The place of each in `order`.
    ids: FxHashMap<Referent, u32>,
    /// What the article called those of whom it tells nothing else: "the brokerage".
    described: FxHashMap<Referent, String>,
}

impl<'a> Numbering<'a> {
    pub(super) fn new(
        paragraphs: &'a [Placed<'a>],
        chains: &'a Chains,
        discourse: &'a Discourse<'a>,
        drafts: &[Draft],
    ) -> Self {
        let mut numbering = Self {
            paragraphs,
            chains,
            discourse,
            order: Vec::new(),
            ids: FxHashMap::default(),
            described: FxHashMap::default(),
        };
        for draft in drafts {
            numbering.describe(draft);
            let candidates = draft.resolution.candidates.iter().map(|&id| Referent::Named(id));
            for who in draft.resolution.who.clone().into_iter().chain(candidates) {
                if numbering.ids.insert(who.clone(), 0).is_none() {
                    numbering.order.push(who);
                }
            }
        }
        let mut order = std::mem::take(&mut numbering.order);
        order.sort_by_cached_key(|who| {
            numbering.mentions(who).first().copied().unwrap_or(ByteSpan::new(u32::MAX, u32::MAX))
        });
        numbering.ids = order.iter().cloned().zip(0..).collect();
        numbering.order = order;
        numbering
    }

    /// "the brokerage said": where nothing beside the name says what its bearer is, the description does.
    fn describe(&mut self, draft: &Draft) {
        let (mentions, statement) = draft.origin.of(self.paragraphs);
        let source = statement.source.as_ref();
        let (Some(who), Some(words)) = (&draft.resolution.who, &draft.resolved_from) else { return };
        // "the former secretary of state".
        let whole = source.filter(|_| matches!(who, Referent::Named(_))).map(|source| {
            let mut end = source.phrase.core.end;
            while mentions.paragraph.is(end, "of") && end < source.phrase.tokens.end {
                end = (end + 1..source.phrase.tokens.end)
                    .find(|&i| !mentions.tags[i].is_nominal())
                    .unwrap_or(source.phrase.tokens.end);
            }
            mentions.paragraph.span(&(source.phrase.core.start..end)).of(mentions.paragraph.text())
        });
        let sure = draft.resolution.confidence >= Confidence::CERTAIN;
        let words = whole.map_or_else(|| words.clone(), str::to_owned);
        if source.is_some_and(|s| matches!(s.head, Head::Description(_)))
            && self.tells(who, &words.to_lowercase(), sure)
        {
            self.described.entry(who.clone()).or_insert(words);
        }
    }

    /// Whether a description says something of somebody that the name does not.
    fn tells(&self, who: &Referent, words: &str, sure: bool) -> bool {
        // "officials" and "the spokesman" are no description of the body, but of the people who speak for it.
        let head = words.rsplit(' ').next().unwrap_or_default();
        // "the 47-year-old", "the mum-of-two", "the man": by turns, and not what she is in this story.
        if head.contains("-of-")
            || head.ends_with("-year-old")
            || self.discourse.lexicon().word(head).has(Classes::DEMONYM)
            || matches!(words, "a woman" | "a man" | "the man" | "the woman")
        {
            return false;
        }
        let Referent::Named(id) = who else { return !is_staff(words) };
        let entity = &self.chains.entities[*id];
        // "the midfielder" may be either of two: it says nothing of one of them.
        if entity.category == Category::Person && !sure {
            return false;
        }
        let speaks = is_staff(words) || entity.category != Category::Person && is_spokesperson(head);
        // "the service" of the "National Harbour Service".
        let name = entity.name.to_lowercase();
        let idle = |word: &str| matches!(word, "the" | "its") || name.split(' ').any(|own| own == word);
        !speaks && !words.split(' ').all(idle)
    }

    fn id(&self, who: &Referent) -> Option<u32> {
        self.ids.get(who).copied()
    }

    fn place(&self, paragraph: usize, span: ByteSpan) -> ByteSpan {
        span.shift(self.paragraphs[paragraph].start)
    }

    fn mentions(&self, who: &Referent) -> Vec<ByteSpan> {
        let p = |paragraph: usize| &self.paragraphs[paragraph].reading.mentions;
        match who {
            Referent::Named(id) => self.chains.entities[*id]
                .mentions
                .iter()
                .map(|&(para, n)| self.place(para, p(para).paragraph.span(&p(para).names[n].tokens)))
                .collect(),
            Referent::Unnamed(u) => self.discourse.unnamed[*u]
                .mentions
                .iter()
                .map(|(para, tokens)| self.place(*para, p(*para).paragraph.span(tokens)))
                .collect(),
        }
    }

    fn speaker(&self, id: u32, who: &Referent, resolved: Vec<ByteSpan>) -> Speaker {
        let mut mentions = self.mentions(who);
        mentions.extend(resolved);
        mentions.sort_unstable();
        mentions.dedup();
        match who {
            Referent::Named(e) => self.named(id, *e, mentions),
            Referent::Unnamed(u) => {
                let source = &self.discourse.unnamed[*u];
                Speaker { id, name: source.name.clone(), role: None, kind: source.kind, named: source.proper, mentions }
            }
        }
    }

    fn named(&self, id: u32, entity: EntityId, mentions: Vec<ByteSpan>) -> Speaker {
        let id_of = entity;
        let entity = &self.chains.entities[entity];
        let kind = match entity.category {
            Category::Person => SourceKind::Person,
            Category::AiModel => SourceKind::AiModel,
            Category::Organization | Category::Place | Category::Unknown => SourceKind::Organization,
        };
        let role = entity.role.clone().or_else(|| self.described.get(&Referent::Named(id_of)).cloned());
        let role = role.filter(|role| kind == SourceKind::Person || !takes_up(role));
        let name = format!("{}{}", entity.article, entity.name);
        Speaker { id, name, role, kind, named: true, mentions }
    }

    pub(super) fn finish(self, drafts: Vec<Draft>) -> Linked {
        let mut rows: Vec<(Attribution, Origin)> = drafts
            .into_iter()
            .map(|d| (self.attribution(&d), d.origin))
            .filter(|(a, _)| !a.content.is_empty())
            .collect();
        rows.sort_by_key(|(a, _)| a.content.first().copied().unwrap_or(ByteSpan::new(0, 0)));
        let mut linked = Linked::default();
        for (id, (mut attribution, origin)) in (0u32..).zip(rows) {
            attribution.id = id;
            linked.attributions.push(attribution);
            linked.origins.push(origin);
        }
        let resolved = resolved_mentions(self.order.len(), &linked.attributions);
        linked.speakers = (0u32..)
            .zip(self.order.iter().zip(resolved))
            .map(|(id, (who, resolved))| self.speaker(id, who, resolved))
            .collect();
        linked
    }

    fn attribution(&self, draft: &Draft) -> Attribution {
        let (Mentions { paragraph: p, .. }, statement) = draft.origin.of(self.paragraphs);
        let place = |span| self.place(draft.origin.paragraph, span);
        let (mut cue, mut source): (Vec<_>, Vec<_>) = (
            statement.cue.iter().map(|c| place(p.span(&c.tokens))).collect(),
            statement.source.iter().map(|s| place(p.span(&beside(p, statement, &s.phrase.tokens)))).collect(),
        );
        if let Some(announced) = &draft.announced {
            let p = &self.paragraphs[announced.paragraph].reading.mentions.paragraph;
            let place = |tokens| self.place(announced.paragraph, p.span(tokens));
            cue.push(place(&announced.cue));
            source.push(place(&announced.source));
        }
        Attribution {
            id: 0,
            kind: statement.kind,
            content: statement.pieces(p).into_iter().map(place).collect(),
            cue,
            source,
            speaker: draft.resolution.who.as_ref().and_then(|w| self.id(w)),
            medium: statement.medium.map(|m| m.of(p.text()).to_owned()),
            confidence: draft.resolution.confidence,
            resolved_from: draft.resolved_from.clone(),
            candidates: draft.resolution.candidates.iter().filter_map(|&id| self.id(&Referent::Named(id))).collect(),
            answers: Vec::new(),
        }
    }
}

/// For each speaker where it is referred to by something other than the name: the sources of its attributions.
fn resolved_mentions(speakers: usize, attributions: &[Attribution]) -> Vec<Vec<ByteSpan>> {
    let mut all = vec![Vec::new(); speakers];
    for a in attributions.iter().filter(|a| a.resolved_from.is_some()) {
        if let Some(of_speaker) = a.speaker.and_then(|id| all.get_mut(id as usize)) {
            of_speaker.extend_from_slice(&a.source);
        }
    }
    all
}

/// "the police, who": the pronoun is what the clause of a cue behind it has, and who it stands for the speaker tells. Behind a cue, "said the
/// police, who", it is none of the source. "those who" are one.
fn beside(p: &Paragraph, statement: &Statement, source: &Range<usize>) -> Range<usize> {
    let last = source.end.saturating_sub(1).max(source.start);
    let relative = matches!(p.lower(last), "who" | "which");
    if !relative || p.is_one(source.start, &OPEN_PRONOUNS) {
        return source.clone();
    }
    if last == source.start || statement.cue.as_ref().is_none_or(|cue| cue.tokens.start >= source.end) {
        return last..source.end;
    }
    source.start..last - usize::from(last > source.start + 1 && p.is(last - 1, ","))
}

/// Pronouns that are nobody without the clause behind them.
const OPEN_PRONOUNS: Words =
    Words::new("anybody anyone both everybody everyone many most one others some somebody someone those");

/// Words for a body that say nothing of what it does.
static PLAIN_BODIES: Listed = Listed::new("numbering-plain-bodies");

/// "the company", "the new agency": says of a body that it was named before, and not what it is, as "the brokerage" does.
fn takes_up(role: &str) -> bool {
    let role = role.to_lowercase();
    let bare = role.strip_prefix("the ").map(|role| role.strip_prefix("new ").unwrap_or(role));
    PLAIN_BODIES.contains(bare.unwrap_or(&role))
}
