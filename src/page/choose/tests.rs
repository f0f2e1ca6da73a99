//! Pages in a few lines, and what is chosen of them.

use super::*;
use crate::page::hints::words;

const LONG: &str = "The harbour office, which had closed the quay in March, said on Monday that the cranes were safe, \
    that the road would open, and that the ferries, all three of them, would sail again before the end of the week.";

/// A page of one line an element: indented under its parent, `name.class`, then its own text. `*` before the text
/// makes all of it a link, `LONG` stands for a paragraph.
fn page(lines: &str) -> (Vec<Element>, Vec<Block>) {
    let (mut elements, mut blocks) = (Vec::new(), Vec::new());
    let mut open: Vec<(usize, u32)> = Vec::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let depth = line.len() - line.trim_start().len();
        let (head, text) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
        let (name, class) = head.split_once('.').unwrap_or((head, ""));
        open.retain(|(d, _)| *d < depth);
        let owner = elements.len() as u32;
        let words = format!(" {} ", words(&class.replace('.', " ")));
        elements.push(Element { parent: open.last().map(|(_, e)| *e), name: name.into(), words });
        open.push((depth, owner));
        let bare = text.trim_start_matches('*');
        let text_of = if bare == "LONG" { LONG.to_owned() } else { bare.to_owned() };
        let linked = if bare.len() < text.len() { text_of.chars().count() } else { 0 };
        if !text_of.is_empty() {
            blocks.push(Block { owner, text: text_of, linked });
        }
    }
    (elements, blocks)
}

/// What is chosen, each block by its first two words.
#[track_caller]
fn check(lines: &str, expected: &[&str]) {
    let (elements, blocks) = page(lines);
    let begin = |i: usize| blocks[i].text.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let chosen: Vec<String> = choose(&elements, &blocks).into_iter().map(begin).collect();
    assert_eq!(chosen, expected);
}

#[test]
fn an_article_among_the_furniture_of_a_news_page() {
    check(
        "body
           nav
             a *Home and abroad, weather, sport, letters to the editor
           div.content
             article.story
               h1 The quay opens
               p LONG
               div.related-links
                 p LONG
               h2 What comes next
               p LONG
               figure
                 figcaption A crane at work on the quay, seen from the lighthouse, last Monday.
               p Read more: the harbour in pictures
               h2 More from this section
             section.comments
               p LONG
           footer
             p LONG",
        &["The harbour", "What comes", "The harbour"],
    );
}

#[test]
fn a_form_around_the_whole_page_is_no_furniture() {
    check(
        "body
           form
             div
               p LONG
               p LONG
             div.comments
               form
                 p LONG",
        &["The harbour", "The harbour"],
    );
}

#[test]
fn what_the_page_declares_wins_over_its_class_names() {
    check(
        "body
           div.widget-overlay
             div.sidebar.itemprop=articlebody
               p LONG
               p LONG",
        &["The harbour", "The harbour"],
    );
}

#[test]
fn sections_of_one_article_are_joined() {
    check(
        "body
           div.wrapper
             section
               p LONG
               p LONG
             div.ad-slot
               p Advertisement
             section
               p LONG
               p LONG",
        &["The harbour"; 4],
    );
}

#[test]
fn lists_of_links_are_left_out_and_lists_of_text_are_kept() {
    check(
        "body
           article
             p LONG
             ul
               li The first crane was built in the year of the flood.
               li The second one came by sea.
             ul
               li *Ten harbours that you should see
               li *Why cranes never sleep
             p LONG",
        &["The harbour", "The first", "The second", "The harbour"],
    );
}

#[test]
fn a_page_without_an_article_gives_nothing() {
    check("", &[]);
    check("body\n  p Log in", &[]);
    check("body\n  div\n    p *LONG\n    p *LONG\n    p *LONG", &[]);
}
