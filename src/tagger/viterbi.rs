//! The best sequence of labels under a linear chain, and how sure it is.

use std::ops::Range;

use super::Label;

/// The labels as states of the chain.
pub(super) const STATES: usize = 3;
const LABELS: [Label; STATES] = [Label::Outside, Label::Begin, Label::Inside];
const OUTSIDE: usize = 0;
const INSIDE: usize = 2;

/// Less than any path has: what may not be is never best. Far enough from the least number that sums stay in order.
const NEVER: i32 = i32::MIN / 2;

/// A run of tokens that the best path takes for one segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Indices into the paragraph's tokens.
    pub tokens: Range<usize>,
    /// By how much the best path beats the best one that leaves out the least sure token of the segment: 0 and up, in
    /// the unit of the scores.
    pub margin: i32,
}

/// The score of each label at each token, and that of each step from one label to the next, in the same unit.
#[derive(Debug)]
pub(super) struct Chain<'a> {
    pub(super) emissions: &'a [[i32; STATES]],
    /// From, to.
    pub(super) transitions: &'a [[i32; STATES]; STATES],
}

impl Chain<'_> {
    /// The step from one label to the next. Nothing is inside that did not begin.
    fn step(&self, from: usize, to: usize) -> i32 {
        if (from, to) == (OUTSIDE, INSIDE) { NEVER } else { self.transitions[from][to] }
    }

    /// For each token and label the best score of a path up to there, with both.
    fn forward(&self) -> Vec<[i32; STATES]> {
        let mut out: Vec<[i32; STATES]> = Vec::with_capacity(self.emissions.len());
        for emission in self.emissions {
            let before = out.last().copied();
            out.push(std::array::from_fn(|to| match before {
                None if to == INSIDE => NEVER,
                None => emission[to],
                Some(before) => self.best_before(&before, to).1.saturating_add(emission[to]).max(NEVER),
            }));
        }
        out
    }

    /// For each token and label the best score of a path from there on, without the label's own.
    fn backward(&self) -> Vec<[i32; STATES]> {
        let mut out = vec![[0_i32; STATES]; self.emissions.len()];
        for at in (1..out.len()).rev() {
            let after: [i32; STATES] = std::array::from_fn(|to| out[at][to].saturating_add(self.emissions[at][to]));
            out[at - 1] = std::array::from_fn(|from| {
                (0..STATES).map(|to| self.step(from, to).saturating_add(after[to])).fold(NEVER, i32::max)
            });
        }
        out
    }

    /// The best label before `to`, the lowest among equals, and its score with the step.
    fn best_before(&self, before: &[i32; STATES], to: usize) -> (usize, i32) {
        first_best((0..STATES).map(|from| before[from].saturating_add(self.step(from, to))))
    }

    /// The best path's labels.
    pub(super) fn labels(&self) -> Vec<Label> {
        self.trace(&self.forward())
    }

    fn trace(&self, forward: &[[i32; STATES]]) -> Vec<Label> {
        let Some(last) = forward.last() else { return Vec::new() };
        let mut state = first_best(last.iter().copied()).0;
        let mut out = vec![LABELS[state]];
        for before in forward[..forward.len() - 1].iter().rev() {
            state = self.best_before(before, state).0;
            out.push(LABELS[state]);
        }
        out.reverse();
        out
    }

    /// The best path's segments, each with its margin.
    pub(super) fn segments(&self) -> Vec<Segment> {
        let forward = self.forward();
        let Some(best) = forward.last().map(|last| first_best(last.iter().copied()).1) else { return Vec::new() };
        let backward = self.backward();
        let without = |at: usize| forward[at][OUTSIDE].saturating_add(backward[at][OUTSIDE]);
        let segment = |tokens: Range<usize>| {
            let margin = tokens.clone().map(|at| best.saturating_sub(without(at))).min().unwrap_or_default();
            Segment { tokens, margin }
        };
        super::ranges(&self.trace(&forward)).into_iter().map(segment).collect()
    }
}

/// The first of the best of some scores, with its place.
fn first_best(scores: impl Iterator<Item = i32>) -> (usize, i32) {
    scores.enumerate().fold((0, i32::MIN), |best, (at, score)| if score > best.1 { (at, score) } else { best })
}
