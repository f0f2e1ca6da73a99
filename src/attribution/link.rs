//! Linking: from the statements of single paragraphs to the attributions and speakers of the article.

mod numbering;
mod stands;

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::mention::{Chains, Discourse, Mentions, Referent, Resolution, Source};
use crate::report::{Attribution, AttributionKind, Confidence, Speaker};
use crate::text::TokenKind;

use super::thought::is_speaker_or_hearer;
use super::{Reading, Statement};

use numbering::Numbering;
use stands::{is_echo, is_other_reading, is_outer, is_transcript, is_work};

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

impl Origin {
    fn of<'a>(self, paragraphs: &[Placed<'a>]) -> (&'a Mentions, &'a Statement) {
        let reading = paragraphs[self.paragraph].reading;
        (&reading.mentions, &reading.statements[self.statement])
    }
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
    /// The words that were resolved to a name.
    resolved_from: Option<String>,
    announced: Option<Announced>,
}

impl Draft {
    fn new(origin: Origin, resolution: Resolution) -> Self {
        Self { origin, resolution, resolved_from: None, announced: None }
    }
}

/// "Quill said:" at the end of a paragraph, whose words stand in the next one.
struct Announced {
    paragraph: usize,
    cue: Range<usize>,
    source: Range<usize>,
}

/// Links all statements of an article.
pub fn link(paragraphs: &[Placed<'_>], lexicon: &Lexicon) -> Linked {
    let mentions: Vec<&Mentions> = paragraphs.iter().map(|p| &p.reading.mentions).collect();
    let mut chains = Chains::new(&mentions, lexicon);
    let mut discourse = Discourse::new(&mentions, &chains, lexicon);
    let mut drafts = walk(paragraphs, &chains, &mut discourse);
    // Where clear pronouns have told who is he and who is she, the article is read again with that knowledge.
    let genders = discourse.genders();
    if !genders.is_empty() {
        drop(discourse);
        for (id, gender) in genders {
            chains.learn_gender(id, gender);
        }
        discourse = Discourse::new(&mentions, &chains, lexicon);
        drafts = walk(paragraphs, &chains, &mut discourse);
    }
    repeat(paragraphs, &mut drafts);
    drafts.retain(|draft| {
        let (mentions, statement) = draft.origin.of(paragraphs);
        draft.resolution.who.is_some() || !is_echo(mentions, statement, lexicon)
    });
    Numbering::new(paragraphs, &chains, &discourse, &drafts).finish(drafts)
}

/// Resolves all statements in reading order.
fn walk(paragraphs: &[Placed<'_>], chains: &Chains, discourse: &mut Discourse<'_>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let transcript = is_transcript(paragraphs, chains, discourse.lexicon());
    for (paragraph, placed) in paragraphs.iter().enumerate() {
        let scan = placed.reading.mentions.scan(discourse.lexicon());
        let turns = transcript && placed.reading.statements.iter().any(|s| s.is_turn(&scan));
        for (index, statement) in placed.reading.statements.iter().enumerate() {
            if is_other_reading(statement, &placed.reading.statements, &scan, turns, paragraph == 0) {
                continue;
            }
            if is_outer(statement, &placed.reading.statements) || is_work(statement, &scan) {
                continue;
            }
            let origin = Origin { paragraph, statement: index };
            let Some(draft) = resolve(paragraphs, &drafts, discourse, origin) else { continue };
            let token =
                statement.cue.as_ref().map(|c| c.tokens.start).or_else(|| statement.content.last().map(|c| c.start));
            if let (Some(who), Some(token)) = (&draft.resolution.who, token) {
                discourse.note(paragraph, token, who.clone());
                if let Some(medium) = statement.medium {
                    discourse.note_medium(medium.of(placed.reading.mentions.paragraph.text()), who);
                }
            }
            drafts.push(draft);
        }
    }
    drafts
}

/// Who says a statement; none where it is no attribution after all.
fn resolve(
    paragraphs: &[Placed<'_>],
    drafts: &[Draft],
    discourse: &mut Discourse<'_>,
    origin: Origin,
) -> Option<Draft> {
    let (mentions, statement) = origin.of(paragraphs);
    if let Some(source) = &statement.source {
        let resolution = discourse.resolve(origin.paragraph, source);
        // "Do you think it holds?" stays with its "you", whoever that is.
        let attitude = statement.kind == AttributionKind::Attitude
            && !is_speaker_or_hearer(&mentions.paragraph, &source.phrase.core);
        // Of reported words who says them is unclear; what nobody is known to think is nothing.
        if resolution.who.is_none() && attitude {
            return None;
        }
        let resolved_from = resolved_from(&resolution, mentions, source);
        return Some(Draft { resolved_from, ..Draft::new(origin, resolution) });
    }
    // A quotation without a cue: its neighbours tell, or nobody does.
    let nobody = Resolution::nobody();
    // "is expected to": nobody does it whom a neighbour could tell.
    let thought = statement.kind == AttributionKind::Attitude;
    // "A sign outside warned:": somebody else, who is not seen.
    let elsewhere = statement.cue.as_ref().is_some_and(|cue| mentions.paragraph.is(cue.tokens.end - 1, ":"));
    if thought || elsewhere || is_echo(mentions, statement, discourse.lexicon()) {
        return Some(Draft::new(origin, nobody));
    }
    let told = announced(paragraphs, discourse, origin);
    told.or_else(|| signed_below(paragraphs, discourse, origin)).or_else(|| {
        let resolution = from_discourse(paragraphs, drafts, discourse, origin).unwrap_or(nobody);
        Some(Draft::new(origin, resolution))
    })
}

/// The words of a source that led to somebody whom they do not name.
fn resolved_from(resolution: &Resolution, mentions: &Mentions, source: &Source) -> Option<String> {
    let words = mentions.paragraph.span(&source.phrase.core);
    resolution.indirect.then(|| words.of(mentions.paragraph.text()).to_owned())
}

/// "Quill said:", and then a paragraph of her words.
fn announced(paragraphs: &[Placed<'_>], discourse: &mut Discourse<'_>, origin: Origin) -> Option<Draft> {
    let (here, statement) = origin.of(paragraphs);
    let quotation = &here.paragraph.quotations[*statement.quotations.first()?];
    let opens = quotation.opened && statement.content[0].start < 2;
    let paragraph = origin.paragraph.checked_sub(1).filter(|_| opens)?;
    let mentions = &paragraphs[paragraph].reading.mentions;
    let (source, cue) = mentions.scan(discourse.lexicon()).announced()?;
    let resolution = discourse.resolve(paragraph, &source);
    let resolved_from = resolved_from(&resolution, mentions, &source);
    let percent = resolution.confidence.as_percent().min(85);
    let resolution = Resolution { confidence: Confidence::percent(percent), indirect: true, ..resolution };
    let announced = Some(Announced { paragraph, cue, source: source.phrase.tokens });
    Some(Draft { resolved_from, announced, ..Draft::new(origin, resolution) })
}

/// A quotation that fills its paragraph, and below it "— Ada Quill, a diver".
fn signed_below(paragraphs: &[Placed<'_>], discourse: &mut Discourse<'_>, origin: Origin) -> Option<Draft> {
    let (here, statement) = origin.of(paragraphs);
    let words = statement.content.first()?;
    let below = paragraphs.get(origin.paragraph + 1).filter(|_| words.start < 2)?;
    let alone = here.paragraph.tokens.len() < words.end + 2;
    let source = alone.then(|| below.reading.mentions.scan(discourse.lexicon()).signature(0)).flatten()?;
    let resolution = discourse.resolve(origin.paragraph + 1, &source);
    Some(Draft::new(origin, resolution))
}

/// The longest line of a post inside an article, in tokens.
const POSTED: usize = 14;

/// So many paragraphs back somebody is still being talked with.
const DIALOGUE: usize = 3;

fn from_discourse(
    paragraphs: &[Placed<'_>],
    drafts: &[Draft],
    discourse: &Discourse<'_>,
    origin: Origin,
) -> Option<Resolution> {
    let paragraph = origin.paragraph;
    let (mentions, statement) = origin.of(paragraphs);
    let sure = |who: Referent, percent| Resolution::of(who, percent, true);
    let quotation = &mentions.paragraph.quotations[*statement.quotations.first()?];
    let real = |d: &&Draft| {
        let (mentions, before) = d.origin.of(paragraphs);
        let own = before.kind == AttributionKind::Attitude && d.resolution.who.is_none();
        !own && !is_echo(mentions, before, discourse.lexicon())
    };
    let last = drafts.iter().rev().find(real);
    // "“It leaks. / Club statement / — Vell Rowing (@vell) May 2 / “It is old.”": where a quotation was left open, what somebody posted
    // may stand between.
    let posted = |between: usize| {
        let p = &paragraphs[between].reading.mentions.paragraph;
        let line = p.tokens.last().is_none_or(|last| matches!(last.kind, TokenKind::Word | TokenKind::Number));
        line && p.quotations.is_empty() && p.tokens.len() <= POSTED
    };
    let open = |last: &&Draft| {
        let (before, said) = last.origin.of(paragraphs);
        let open = said.quotations.last().is_some_and(|&q| !before.paragraph.quotations[q].closed);
        open && quotation.opened && (last.origin.paragraph + 1..paragraph).all(posted)
    };
    if let Some(last) = last.filter(open)
        && let Some(who) = &last.resolution.who
    {
        return Some(sure(who.clone(), if last.origin.paragraph + 1 < paragraph { 80 } else { 92 }));
    }
    let last = last.filter(|d| d.origin.paragraph + 1 >= paragraph);
    let last_who = last.and_then(|d| d.resolution.who.clone());
    if let (Some(last), Some(who)) = (last, &last_who) {
        let (_, said) = last.origin.of(paragraphs);
        if said.kind == AttributionKind::Direct || said.kind == AttributionKind::Mixed {
            let told = answer(paragraphs, drafts, last, who);
            let told = told.or_else(|| asks_again(paragraphs, drafts, origin));
            return Some(told.unwrap_or_else(|| sure(who.clone(), 78)));
        }
    }
    // "… says Ada Quill, a harbour engineer." and then her words: the paragraph before ends with her.
    let person = discourse.last_person(paragraph, quotation.tokens.0).filter(|&id| !discourse.is_unsure(id));
    match (last_who, person) {
        (Some(Referent::Named(who)), Some(person)) if who != person => {
            Some(Resolution { candidates: vec![person], ..sure(Referent::Named(who), 66) })
        }
        (Some(who), _) => Some(sure(who, 72)),
        (None, Some(person)) => Some(sure(Referent::Named(person), 64)),
        (None, None) => None,
    }
}

/// "“Does it leak?” Vale asked. / “No,” said Quill. / “Never?”": who asked before, asks again.
fn asks_again(paragraphs: &[Placed<'_>], drafts: &[Draft], origin: Origin) -> Option<Resolution> {
    let asks = |origin: Origin| {
        let (mentions, statement) = origin.of(paragraphs);
        let end = statement.content.last().map_or(0, |c| c.end);
        let said = statement.quotations.last().map(|&q| mentions.paragraph.quotations[q].tokens.1);
        said.is_some_and(|inner| inner <= end + 1 && inner > 0 && mentions.paragraph.is(inner - 1, "?"))
    };
    let [.., before, last] = drafts else { return None };
    let near = before.origin.paragraph + 2 == origin.paragraph && last.origin.paragraph + 1 == origin.paragraph;
    let (asker, other) = (before.resolution.who.as_ref()?, last.resolution.who.as_ref()?);
    let turn = near && asker != other && asks(before.origin) && !asks(last.origin) && asks(origin);
    turn.then(|| Resolution::of(asker.clone(), 66, true))
}

/// "“Do you dispute that?” Vale asked." and then words of their own: whoever he has been talking with answers.
fn answer(paragraphs: &[Placed<'_>], drafts: &[Draft], last: &Draft, asker: &Referent) -> Option<Resolution> {
    let (mentions, said) = last.origin.of(paragraphs);
    let end = said.content.last()?.end;
    let last_mark =
        (0..end).rev().find(|&i| mentions.paragraph.quotation_at(i).is_some() && mentions.paragraph.lower(i) != "”");
    let asks = last_mark.is_some_and(|i| mentions.paragraph.is(i, "?"));
    // The asker, the other, the asker again, and nobody else.
    let (mut other, mut turns, mut speaker) = (None, 0, asker);
    for draft in drafts.iter().rev().take_while(|d| d.origin.paragraph + DIALOGUE >= last.origin.paragraph) {
        let Some(who) = &draft.resolution.who else { continue };
        turns += usize::from(who != speaker);
        speaker = who;
        if who != asker && *other.get_or_insert(who) != who {
            return None;
        }
    }
    let other = other.filter(|_| asks && turns > 1)?;
    Some(Resolution::of(other.clone(), 66, true))
}

/// How many statements away a pull quotation can stand from the one that it repeats.
const REPEAT_REACH: usize = 200;

/// A pull quotation or heading repeats words that are attributed elsewhere.
fn repeat(paragraphs: &[Placed<'_>], drafts: &mut [Draft]) {
    let statement = |draft: &Draft| draft.origin.of(paragraphs).1;
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
