//! Linking: from the statements of single paragraphs to the attributions and speakers of the article.

mod stands;

use std::collections::HashMap;
use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::mention::{Category, Chains, Discourse, EntityId, Head, Mentions, Referent, Resolution, is_staff};
use crate::report::{Attribution, AttributionKind, Confidence, SourceKind, Speaker};
use crate::text::ByteSpan;

use super::thought::is_speaker_or_hearer;
use super::{Reading, Statement};

use stands::{is_echo, is_outer, is_transcript, is_work};

/// A paragraph's reading with the byte at which the paragraph begins in the article.
#[derive(Debug, Clone, Copy)]
pub struct Placed<'a> {
    /// First byte of the paragraph in the article.
    pub start: u32,
    /// What was read.
    pub reading: &'a Reading,
}

/// Which statement an attribution came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// The paragraph.
    pub paragraph: usize,
    /// Index among the paragraph's statements.
    pub statement: usize,
}

/// The linked article.
#[derive(Debug, Default)]
pub struct Linked {
    /// Who speaks, in the order of first mention.
    pub speakers: Vec<Speaker>,
    /// Who says what, in the order of the text.
    pub attributions: Vec<Attribution>,
    /// For each attribution where it came from.
    pub origins: Vec<Origin>,
}

/// A statement with its speaker, before speakers have their final numbers.
struct Draft {
    origin: Origin,
    resolution: Resolution,
    resolved_from: Option<String>,
}

/// Links all statements of an article.
pub fn link(paragraphs: &[Placed<'_>], lexicon: &Lexicon) -> Linked {
    let mentions: Vec<&Mentions> = paragraphs.iter().map(|p| &p.reading.mentions).collect();
    let mut chains = Chains::new(&mentions, lexicon);
    // Read once to learn from clear pronouns who is he and who is she, then again with that knowledge.
    let mut first = Discourse::new(&mentions, &chains, lexicon);
    walk(paragraphs, &mut first);
    let genders = first.genders();
    for (id, gender) in genders {
        chains.learn_gender(id, gender);
    }
    let mut discourse = Discourse::new(&mentions, &chains, lexicon);
    let mut drafts = walk(paragraphs, &mut discourse);
    repeat(paragraphs, &mut drafts);
    drafts.retain(|draft| {
        let reading = paragraphs[draft.origin.paragraph].reading;
        let statement = &reading.statements[draft.origin.statement];
        draft.resolution.who.is_some() || !is_echo(&reading.mentions, statement, lexicon)
    });
    Numbering::new(paragraphs, &chains, &discourse, &drafts).finish(drafts)
}

/// Resolves all statements in reading order.
fn walk(paragraphs: &[Placed<'_>], discourse: &mut Discourse<'_>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let transcript = is_transcript(paragraphs, discourse.lexicon());
    for (paragraph, placed) in paragraphs.iter().enumerate() {
        let scan = placed.reading.mentions.scan(discourse.lexicon());
        let turns = transcript && placed.reading.statements.iter().any(|s| s.is_turn(&scan));
        for (index, statement) in placed.reading.statements.iter().enumerate() {
            // In a transcript the turn is the statement, and a quotation mark around it quotes nothing else; elsewhere the
            // words before the colon are a heading.
            let loose = statement.cue.is_none() && statement.source.is_none();
            if statement.is_turn(&scan) != turns && (statement.is_turn(&scan) || loose) {
                continue;
            }
            // In a headline whoever stands before the colon says what follows, if it is a sentence.
            let told = paragraph == 0 && statement.is_told(&scan);
            if statement.is_label(&scan)
                && (turns || !told && placed.reading.statements.iter().any(|s| s.is_turn(&scan)))
            {
                continue;
            }
            if is_outer(statement, &placed.reading.statements) || is_work(statement, &scan) {
                continue;
            }
            let Some((resolution, resolved_from)) = resolve(paragraphs, &drafts, discourse, paragraph, statement)
            else {
                continue;
            };
            let token =
                statement.cue.as_ref().map(|c| c.tokens.start).or_else(|| statement.content.last().map(|c| c.start));
            if let (Some(who), Some(token)) = (&resolution.who, token) {
                discourse.note(paragraph, token, who.clone());
                if let Some(medium) = statement.medium {
                    discourse.note_medium(medium.of(placed.reading.mentions.paragraph.text()), who);
                }
            }
            drafts.push(Draft { origin: Origin { paragraph, statement: index }, resolution, resolved_from });
        }
    }
    drafts
}

/// Who says a statement; none where it is no attribution after all.
fn resolve(
    paragraphs: &[Placed<'_>],
    drafts: &[Draft],
    discourse: &mut Discourse<'_>,
    paragraph: usize,
    statement: &Statement,
) -> Option<(Resolution, Option<String>)> {
    let mentions = &paragraphs[paragraph].reading.mentions;
    if let Some(source) = &statement.source {
        let resolution = discourse.resolve(paragraph, source);
        // "Do you think it holds?" stays with its "you", whoever that is.
        let speech = statement.kind == AttributionKind::Indirect;
        let attitude = statement.kind == AttributionKind::Attitude
            && !is_speaker_or_hearer(&mentions.paragraph, &source.phrase.core);
        if resolution.who.is_none() && (speech || attitude) {
            return None;
        }
        let words = mentions.paragraph.span(&source.phrase.core);
        let from = resolution.indirect.then(|| words.of(mentions.paragraph.text()).to_owned());
        return Some((resolution, from));
    }
    // A quotation without a cue: its neighbours tell, or nobody does.
    let nobody = Resolution { who: None, confidence: Confidence::percent(0), candidates: Vec::new(), indirect: true };
    // "is expected to": nobody does it whom a neighbour could tell.
    let thought = statement.kind == AttributionKind::Attitude;
    if thought || is_echo(mentions, statement, discourse.lexicon()) {
        return Some((nobody, None));
    }
    Some((from_discourse(paragraphs, drafts, discourse, paragraph, statement).unwrap_or(nobody), None))
}

fn from_discourse(
    paragraphs: &[Placed<'_>],
    drafts: &[Draft],
    discourse: &mut Discourse<'_>,
    paragraph: usize,
    statement: &Statement,
) -> Option<Resolution> {
    let sure = |who: Referent, percent| Resolution {
        who: Some(who),
        confidence: Confidence::percent(percent),
        candidates: Vec::new(),
        indirect: true,
    };
    let quotation = &paragraphs[paragraph].reading.mentions.paragraph.quotations[*statement.quotations.first()?];
    let real = |d: &&Draft| {
        let reading = paragraphs[d.origin.paragraph].reading;
        let before = &reading.statements[d.origin.statement];
        let own = before.kind == AttributionKind::Attitude && d.resolution.who.is_none();
        !own && !is_echo(&reading.mentions, before, discourse.lexicon())
    };
    let last = drafts.iter().rev().find(real).filter(|d| d.origin.paragraph + 1 >= paragraph);
    let last_who = last.and_then(|d| d.resolution.who.clone());
    // "Quill said:", and then a paragraph of her words.
    if let Some(before) = paragraph.checked_sub(1).filter(|_| quotation.opened && statement.content[0].start < 2) {
        let announced = paragraphs[before].reading.mentions.scan(discourse.lexicon()).announced();
        if let Some(source) = announced {
            let resolution = discourse.resolve(before, &source);
            let percent = resolution.confidence.as_percent().min(85);
            return Some(Resolution { confidence: Confidence::percent(percent), indirect: true, ..resolution });
        }
    }
    if let (Some(last), Some(who)) = (last, &last_who) {
        let before = &paragraphs[last.origin.paragraph].reading;
        let said = &before.statements[last.origin.statement];
        let open = said.quotations.last().is_some_and(|&q| !before.mentions.paragraph.quotations[q].closed);
        if open && quotation.opened {
            return Some(sure(who.clone(), 92));
        }
        if said.kind == AttributionKind::Direct || said.kind == AttributionKind::Mixed {
            return Some(sure(who.clone(), 78));
        }
    }
    // "… says Ada Quill, a harbour engineer." and then her words: the paragraph before ends with her.
    let person = discourse.last_person(paragraph, quotation.tokens.0);
    match (last_who, person) {
        (Some(Referent::Named(who)), Some(person)) if who != person => {
            let mut thin = sure(Referent::Named(who), 66);
            thin.candidates = vec![person];
            Some(thin)
        }
        (Some(who), _) => Some(sure(who, 72)),
        (None, Some(person)) => Some(sure(Referent::Named(person), 64)),
        (None, None) => None,
    }
}

/// How many statements away a pull quotation can stand from the one that it repeats.
const REPEAT_REACH: usize = 200;

/// A pull quotation or heading repeats words that are attributed elsewhere.
fn repeat(paragraphs: &[Placed<'_>], drafts: &mut [Draft]) {
    let statement = |draft: &Draft| &paragraphs[draft.origin.paragraph].reading.statements[draft.origin.statement];
    let words = |draft: &Draft| -> String {
        let p = &paragraphs[draft.origin.paragraph].reading.mentions.paragraph;
        let words = statement(draft).content.iter().flat_map(Clone::clone).map(|i| p.lower(i));
        words.filter(|w| w.chars().all(char::is_alphanumeric)).collect::<Vec<_>>().join(" ")
    };
    let orphan = |draft: &Draft| draft.resolution.who.is_none() || statement(draft).source.is_none();
    let orphans: Vec<usize> = (0..drafts.len()).filter(|&i| orphan(&drafts[i])).collect();
    if orphans.is_empty() {
        return;
    }
    let said: Vec<String> = drafts.iter().map(words).collect();
    // A heading of three words is somebody's; as many within a sentence may be a name for a thing.
    let alone = |draft: &Draft| {
        let p = &paragraphs[draft.origin.paragraph].reading.mentions.paragraph;
        let inside: usize = statement(draft).content.iter().map(Range::len).sum();
        inside + 6 > p.tokens.len()
    };
    for orphan in orphans {
        if said[orphan].split(' ').count() < if alone(&drafts[orphan]) { 3 } else { 5 } {
            continue;
        }
        let near = orphan.saturating_sub(REPEAT_REACH)..drafts.len().min(orphan + REPEAT_REACH);
        // Of a report and the statement inside it the smaller one has the words from their speaker.
        let twin = near
            .into_iter()
            .filter(|&i| {
                i != orphan
                    && drafts[i].resolution.who.is_some()
                    && statement(&drafts[i]).source.is_some()
                    && matches!(statement(&drafts[i]).kind, AttributionKind::Direct | AttributionKind::Mixed)
                    && said[i].contains(&said[orphan])
            })
            .min_by_key(|&i| said[i].len());
        if let Some(twin) = twin {
            let twin = drafts[twin].resolution.clone();
            drafts[orphan].resolution = Resolution { confidence: Confidence::percent(80), indirect: true, ..twin };
        }
    }
}

/// Gives speakers their numbers and builds the report's own types.
struct Numbering<'a> {
    paragraphs: &'a [Placed<'a>],
    chains: &'a Chains,
    discourse: &'a Discourse<'a>,
    /// Who speaks, in the order of first mention.
    order: Vec<Referent>,
    /// The place of each in `order`.
    ids: HashMap<Referent, u32>,
    /// What the article called those of whom it tells nothing else: "the brokerage".
    described: HashMap<Referent, String>,
}

impl<'a> Numbering<'a> {
    fn new(paragraphs: &'a [Placed<'a>], chains: &'a Chains, discourse: &'a Discourse<'a>, drafts: &[Draft]) -> Self {
        let mut numbering =
            Self { paragraphs, chains, discourse, order: Vec::new(), ids: HashMap::new(), described: HashMap::new() };
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
        let Origin { paragraph, statement } = draft.origin;
        let source = self.paragraphs[paragraph].reading.statements[statement].source.as_ref();
        let described = source.is_some_and(|s| matches!(s.head, Head::Description(_)));
        // "officials" are no description of the body, but of the people who speak for it.
        let described = described && !draft.resolved_from.as_deref().is_some_and(is_staff);
        if let (true, Some(who), Some(words)) = (described, &draft.resolution.who, &draft.resolved_from) {
            self.described.entry(who.clone()).or_insert_with(|| words.clone());
        }
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
        Speaker { id, name: entity.name.clone(), role, kind, named: true, mentions }
    }

    fn finish(self, drafts: Vec<Draft>) -> Linked {
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
        let Origin { paragraph, statement } = draft.origin;
        let reading = self.paragraphs[paragraph].reading;
        let statement = &reading.statements[statement];
        let p = &reading.mentions.paragraph;
        let place = |span| self.place(paragraph, span);
        Attribution {
            id: 0,
            kind: statement.kind,
            content: statement.pieces(p).into_iter().map(place).collect(),
            cue: statement.cue.iter().map(|c| place(p.span(&c.tokens))).collect(),
            source: statement.source.iter().map(|s| place(p.span(&s.phrase.tokens))).collect(),
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
