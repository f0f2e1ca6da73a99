//! Interviews: questions and answers without a name before them. "I" is whoever answers.

use crate::text::{Paragraph, Words};

use super::category::Category;
use super::chain::{Chains, EntityId};
use super::mentions::Mentions;

/// From so many paragraphs with a question on, an article is an interview.
const QUESTIONS: usize = 3;

/// In so many paragraphs at its beginning an article tells what it is.
const OPENING: usize = 3;

/// Who answers in an interview, and where.
#[derive(Debug)]
pub(super) struct Interview {
    who: EntityId,
    /// For each paragraph whether it answers.
    answers: Vec<bool>,
}

impl Interview {
    /// Recognises an interview: the article says that somebody was talked to, and paragraph after paragraph is a question.
    /// Whoever is named most before the first of them answers.
    pub(super) fn find(readings: &[&Mentions], chains: &Chains) -> Option<Self> {
        let questions: Vec<bool> = readings.iter().map(|r| is_question(&r.paragraph)).collect();
        let first = questions.iter().position(|&q| q)?;
        let asked = questions.iter().filter(|&&q| q).count();
        if asked < QUESTIONS || !readings.iter().take(first.max(OPENING)).any(|r| announces(&r.paragraph)) {
            return None;
        }
        let named = |id: &EntityId| chains.entities[*id].mentions.iter().filter(|(p, _)| *p < first.max(1)).count();
        let person = |id: &EntityId| chains.entities[*id].category == Category::Person && named(id) > 0;
        let who = (0..chains.entities.len()).filter(person).max_by_key(|id| (named(id), std::cmp::Reverse(*id)))?;
        let answers = questions.iter().enumerate().map(|(p, question)| p > first && !question).collect();
        Some(Self { who, answers })
    }

    /// Who "I" is in a paragraph.
    pub(super) fn answers(&self, paragraph: usize) -> Option<EntityId> {
        self.answers.get(paragraph).is_some_and(|&answers| answers).then_some(self.who)
    }
}

fn is_question(p: &Paragraph) -> bool {
    let last = p.tokens.len().saturating_sub(1);
    p.is(last, "?") && p.quotation_at(last).is_none() && p.sentences.len() < 5
}

/// "The Courier spoke to Quill", "an interview with Quill".
fn announces(p: &Paragraph) -> bool {
    (0..p.tokens.len()).any(|i| {
        let talk = p.is_one(i, &const { Words::new("spoke speaks talked talks chatted") });
        is_interview(p, i) || talk && matches!(p.lower(i + 1), "to" | "with")
    })
}

/// "interview", "Q&A": whether the words at `i` call something one.
fn is_interview(p: &Paragraph, i: usize) -> bool {
    p.lower(i).starts_with("interview") || [p.lower(i), p.lower(i + 1), p.lower(i + 2)] == ["q", "&", "a"]
}

/// "Q: …", "A. …": whether a paragraph is labelled as a question or as its answer.
fn is_labelled(p: &Paragraph) -> bool {
    matches!(p.lower(0), "q" | "question" | "a") && matches!(p.word(1), ":" | ".")
}

/// Whether an article is made of questions and answers: it calls itself an interview at its beginning, or paragraph after paragraph
/// asks.
pub(crate) fn asks_and_answers<'p>(paragraphs: impl Iterator<Item = &'p Paragraph> + Clone) -> bool {
    let called = |p: &Paragraph| (0..p.tokens.len()).any(|i| is_interview(p, i));
    paragraphs.clone().take(OPENING).any(called)
        || paragraphs.filter(|p| is_question(p) || is_labelled(p)).count() >= QUESTIONS
}
