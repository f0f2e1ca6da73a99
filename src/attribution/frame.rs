//! Frames: sentences as an attribution sees them, where a quotation is one opaque piece.

use std::ops::Range;

use crate::text::Paragraph;

/// The frames of a paragraph as ranges of tokens: its sentences, joined where a border lies inside a quotation.
pub(crate) fn frames(p: &Paragraph) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::with_capacity(p.sentences.len());
    for sentence in &p.sentences {
        let inside = sentence.start > 0
            && p.quotation_at(sentence.start).is_some_and(|q| p.quotation_at(sentence.start - 1) == Some(q));
        match out.last_mut() {
            Some(last) if inside => last.end = sentence.end,
            _ => out.push(sentence.clone()),
        }
    }
    out
}

/// Which frame a token stands in, or the next one behind it; as many as there are behind the last.
pub(crate) fn frame_at(frames: &[Range<usize>], token: usize) -> usize {
    frames.partition_point(|frame| frame.end <= token)
}
