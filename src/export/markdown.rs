//! A report for people, as Markdown. What comes from the page is escaped: it reads as the page's words, and is never markup.

use std::fmt::Write as _;

use super::Document;
use crate::report::{Attribution, Speaker, Warning};
use crate::shown::{figures, one_line, statement_kind};
use crate::summary::{Summary, statements};
use crate::warning::definition;

/// The whole report: sources, speakers, warnings, statements.
pub(super) fn markdown(document: &Document<'_>) -> String {
    let (words, summary) = (document.words, Summary::new(document.text, document.report));
    let say = |key: &str| words.say(key, &[]);
    let title = document.title.map_or_else(|| say("panelTitle"), escape);
    let mut out = format!("# {title}\n\n{}\n", link(document.source));
    section(&mut out, &say("panelSources"));
    for (key, count) in figures(summary.sources) {
        let _ = writeln!(out, "- {}", words.say("panelNamedText", &[&say(key), &count.to_string()]));
    }
    section(&mut out, &say("panelSpeakers"));
    for voice in &summary.voices {
        if let Some(speaker) = document.report.speakers.get(voice.speaker as usize) {
            let share = words.say("panelShare", &[&voice.statements.to_string(), &voice.share.to_string()]);
            let _ = writeln!(out, "- {} ({})", who(document, Some(speaker)), escape(&share));
        }
    }
    if summary.voices.is_empty() {
        let _ = writeln!(out, "{}", say("panelNoSpeakers"));
    }
    section(&mut out, &say("popupWarnings"));
    for warning in &document.report.warnings {
        warn(&mut out, document, warning);
    }
    let none = document.report.warnings.is_empty();
    let _ = writeln!(out, "{}", say(if none { "panelNoWarnings" } else { "popupTruth" }));
    section(&mut out, &say("panelStatements"));
    for attribution in statements(document.report) {
        statement(&mut out, document, attribution);
    }
    out
}

fn section(out: &mut String, title: &str) {
    let _ = writeln!(out, "\n## {}\n", escape(title));
}

fn statement(out: &mut String, document: &Document<'_>, a: &Attribution) {
    let (words, kind) = (document.words, statement_kind(a.kind));
    let said = words.said(a.kind, document.words_of(&a.content));
    let who = who(document, document.report.speaker_of(a.id));
    let _ = writeln!(out, "- {who} ({})\n  > {}\n", escape(&words.say(kind, &[])), escape(&said));
}

fn warn(out: &mut String, document: &Document<'_>, w: &Warning) {
    let words = document.words;
    let say = |part: &str, args: &[&str]| words.of_warning(w.kind, part, args);
    let noticed = say("Noticed", &[&document.words_of(&w.trigger)]);
    let _ = writeln!(out, "- **{}** {}", escape(&say("", &[])), escape(&noticed));
    let _ = writeln!(out, "  > {}\n", escape(&document.words_of(&[w.sentence])));
    for rebuttal in &w.rebuttals {
        let denied = words.denied(document.report.speaker_name(rebuttal.attribution));
        let _ = writeln!(out, "  {}\n", escape(&denied));
    }
    let standard = escape(&words.say("cardStandard", &[]));
    let _ =
        writeln!(out, "  {standard} [{}](<{}>)\n", escape(&say("Standard", &[])), definition(w.kind).standard.address);
}

/// Name and role.
fn who(document: &Document<'_>, speaker: Option<&Speaker>) -> String {
    let name = document.words.name(speaker.map(|speaker| speaker.name.as_str()));
    let mut out = format!("**{}**", escape(&name));
    let Some(speaker) = speaker else { return out };
    if let Some(role) = &speaker.role {
        let _ = write!(out, ", {}", escape(role));
    }
    if !speaker.named {
        let _ = write!(out, ", {}", escape(&document.words.say("sourceUnnamed", &[])));
    }
    out
}

/// A web address as a link, anything else as text.
fn link(address: &str) -> String {
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '\\');
    let web = address.starts_with("https://") || address.starts_with("http://");
    if web && address.chars().all(plain) { format!("<{address}>") } else { escape(address) }
}

/// Text on one line that means itself. ASCII punctuation may be escaped anywhere in `CommonMark`; what begins a block is
/// only where it stands first, but a heading may end with `#` too.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let line = one_line(text);
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (at, c) in line.char_indices() {
        let begins_block = (at == 0 && matches!(c, '+' | '-' | '=')) || (at == digits && matches!(c, '.' | ')'));
        if begins_block || matches!(c, '\\' | '`' | '#' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::testing::{Keys, TEXT, report};
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Parser, Tag};

    fn written(text: &str, title: Option<&str>) -> String {
        let report = report(text);
        markdown(&Document { title, ..Document::alone(text, &report, "https://news.example/pier?a=1&b=2", &Keys) })
    }

    /// What a reader of the Markdown reads, and every address that it links to.
    fn read(markdown: &str) -> (String, Vec<String>) {
        let (mut text, mut links) = (String::new(), Vec::new());
        for event in Parser::new(markdown) {
            match event {
                Event::Text(words) | Event::Code(words) => text.push_str(&words),
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    links.push(dest_url.to_string());
                }
                Event::Html(html) | Event::InlineHtml(html) => panic!("markup: {html}"),
                Event::SoftBreak | Event::HardBreak | Event::Start(_) | Event::End(_) => text.push(' '),
                _ => {}
            }
        }
        (text.split_whitespace().collect::<Vec<_>>().join(" "), links)
    }

    #[test]
    fn everything_is_in_it() {
        let (text, links) = read(&written(TEXT, Some("The *pier*")));
        for part in [
            "The *pier*",
            "panelNamedText(panelNamed; 2",
            "Ada Quill , the mayor of Port Vell (panelShare(",
            "wordsQuoted(The boats 😀 are safe,)",
            "some users",
            "badgeDenied(Ada Quill)",
            "popupTruth",
        ] {
            assert!(text.to_lowercase().contains(&part.to_lowercase()), "no `{part}` in:\n{text}");
        }
        assert_eq!(links[0], "https://news.example/pier?a=1&b=2");
        assert!(links.len() > 1 && links.iter().all(|link| link.starts_with("https://")));
    }

    #[test]
    fn an_article_without_anything_says_so() {
        let (text, _) = read(&written("Rain fell.", None));
        assert!(text.contains("panelNoSpeakers") && text.contains("panelNoWarnings"));
    }

    #[test]
    fn only_a_web_address_is_a_link() {
        assert_eq!(link("javascript:alert(1)"), "javascript:alert(1)");
        assert_eq!(link("https://a.example/<b>"), "https://a.example/\\<b\\>");
    }

    proptest! {
        #[test]
        fn what_the_page_says_is_never_markup(words in "[-#*_`~<>&|!+=.()\\[\\]\\\\0-9a-z:/ “”\"\n]{1,60}") {
            let (text, links) = read(&format!("# {}\n\n- {}\n  > {}\n", escape(&words), escape(&words), escape(&words)));
            let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let expected = [line.as_str(); 3].join(" ");
            prop_assert_eq!(text, expected.trim());
            prop_assert_eq!(links, Vec::<String>::new());
        }
    }
}
