//! A report as people are shown it: the words of spans on one line, and the texts of the interface that say the rest.
//!
//! Cards, panel, popup, exports and the command line's tables take it from here, so that each of these rules stands once.
//! Whose name may be shown is the report's own: [`Report::speaker_of`](crate::Report::speaker_of).

use crate::report::{AttributionKind, SourceKind, Speaker, WarningKind};
use crate::summary::Sources;
use crate::text::ByteSpan;
use crate::warning::definition;

/// Texts of the interface, by the keys of `extension/_locales`.
pub trait Words {
    /// The text of this key with these arguments.
    fn say(&self, key: &str, args: &[&str]) -> String;

    /// The name of whoever speaks; where none is sure enough, that it is unclear.
    fn name(&self, name: Option<&str>) -> String {
        name.map_or_else(|| self.say("badgeUnclear", &[]), str::to_owned)
    }

    /// That a claim is denied, and by whom.
    fn denied(&self, by: Option<&str>) -> String {
        self.say("badgeDenied", &[&self.name(by)])
    }

    /// What is said: in quotation marks where all of it is quoted. A partly quoted clause has the article's own marks in it.
    fn said(&self, kind: AttributionKind, words: String) -> String {
        if kind == AttributionKind::Direct { self.say("wordsQuoted", &[&words]) } else { words }
    }

    /// A text of this kind of warning: its name, or with a `part` (`Noticed`, `Why`, `Standard`, `Settle`) one of the others.
    fn of_warning(&self, kind: WarningKind, part: &str, args: &[&str]) -> String {
        self.say(&format!("{}{part}", definition(kind).message), args)
    }
}

/// The words in `spans`, on one line.
pub fn words(text: &str, spans: &[ByteSpan]) -> String {
    let pieces: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
    one_line(&pieces.join(" … "))
}

/// A text whose white space, line breaks too, is a single blank wherever there is any, and none at its ends.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The key of the text for what kind of source it is.
pub const fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Person => "sourcePerson",
        SourceKind::Organization => "sourceOrganization",
        SourceKind::Group => "sourceGroup",
        SourceKind::Document => "sourceDocument",
        SourceKind::AiModel => "sourceAiModel",
    }
}

/// The key of the text for what a source without a name is, as sources are counted: a document, which has a title or has none, or
/// somebody who is not named. None where there is a name.
pub fn nameless<S>(speaker: &Speaker<S>) -> Option<&'static str> {
    let key = if speaker.kind == SourceKind::Document { source_kind(speaker.kind) } else { "sourceUnnamed" };
    (!speaker.named).then_some(key)
}

/// The key of the text for how the words of a statement stand in the article.
pub const fn statement_kind(kind: AttributionKind) -> &'static str {
    match kind {
        AttributionKind::Direct => "cardDirect",
        AttributionKind::Mixed => "cardMixed",
        AttributionKind::Indirect | AttributionKind::Attitude => "cardIndirect",
    }
}

/// How many sources have a name, have none, and are documents, each with the key of its text.
pub const fn figures(sources: Sources) -> [(&'static str, u32); 3] {
    [("panelNamed", sources.named), ("panelUnnamed", sources.unnamed), ("panelDocuments", sources.documents)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::testing::Keys;

    #[test]
    fn words_stand_on_one_line_and_between_pieces_is_something_left_out() {
        let text = "“The pier\n holds,” she said, “and \u{a0}will.” ";
        let piece = |words: &str| {
            let at = text.find(words).expect("the words stand in the text") as u32;
            ByteSpan::new(at, at + words.len() as u32)
        };
        let spans = [piece("The pier\n holds,"), piece("and \u{a0}will.")];
        assert_eq!(words(text, &spans), "The pier holds, … and will.");
        assert_eq!((words(text, &[]), one_line(" \n")), (String::new(), String::new()));
    }

    #[test]
    fn no_name_is_said_to_be_unclear() {
        assert_eq!(Keys.denied(Some("Ada Quill")), "badgeDenied(Ada Quill)");
        assert_eq!(Keys.denied(None), "badgeDenied(badgeUnclear)");
    }

    #[test]
    fn only_what_is_quoted_throughout_gets_marks() {
        let said = |kind| Keys.said(kind, "it holds".into());
        assert_eq!(said(AttributionKind::Direct), "wordsQuoted(it holds)");
        assert_eq!([AttributionKind::Mixed, AttributionKind::Indirect].map(said), ["it holds"; 2]);
    }

    #[test]
    fn a_document_without_a_title_is_a_document() {
        let told = |kind, named| {
            nameless::<ByteSpan>(&Speaker { id: 0, name: String::new(), role: None, kind, named, mentions: Vec::new() })
        };
        assert_eq!(told(SourceKind::Document, false), Some("sourceDocument"));
        assert_eq!(told(SourceKind::Group, false), Some("sourceUnnamed"));
        assert_eq!(told(SourceKind::Document, true), None);
    }
}
