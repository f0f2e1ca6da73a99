//! Looks at the live page once: its blocks of text, and the text nodes behind every character.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element as DomElement, Node, ShadowRoot, Text, Window};

use super::assemble::Assembled;
use super::choose::{Block, choose};
use super::dom;
use super::hints::{Element, words};
use crate::shown::one_line;
use crate::text::Words;

/// The article as it stands in the page.
#[derive(Default)]
pub(super) struct Snapshot {
    /// Its text, and the way back to the nodes.
    pub(super) text: Assembled,
    /// The text nodes that [`Assembled`] numbers.
    pub(super) nodes: Vec<Text>,
    /// The element of each block.
    pub(super) owners: Vec<DomElement>,
    /// The headline.
    pub(super) title: Option<String>,
    /// The language that the page declares.
    pub(super) language: Option<String>,
}

/// After so many nodes the clock is looked at.
const BETWEEN: usize = 16;

/// Never shown as text.
const SILENT: Words = Words::new(
    "script style noscript template head title meta link iframe object embed svg canvas video audio select \
     textarea input button math map datalist progress hearsay-overlay",
);

/// A look at the page that leaves it time in between.
pub(super) struct Glance {
    walk: Walk,
    top: Option<DomElement>,
    /// Whether all text of `top` is wanted, not only the article in it.
    whole: bool,
}

impl Glance {
    /// Begins to look at the document, or at `root`.
    pub(super) fn begin(root: Option<&DomElement>) -> Result<Self, JsValue> {
        let mut walk = Walk::new(dom::window()?);
        let top = match root {
            Some(root) => Some(root.clone()),
            None => dom::document()?.body().map(Into::into),
        };
        if let Some(top) = &top {
            walk.element(top);
            walk.below(top);
        }
        Ok(Self { walk, top, whole: root.is_some() })
    }

    /// Goes on until this moment of the page's clock; whether all has been seen.
    pub(super) fn go_on(&mut self, end: f64) -> bool {
        self.walk.run(end)
    }

    /// The article of the document, or all text of the root, once all has been seen.
    pub(super) fn finish(self) -> Result<Snapshot, JsValue> {
        let Self { walk, top, whole } = self;
        let Some(top) = top else { return Ok(Snapshot::default()) };
        let blocks: Vec<Block> = walk.blocks.iter().map(|b| b.block.clone()).collect();
        let kept = if whole { (0..blocks.len()).collect() } else { choose(&walk.elements, &blocks) };
        let declared = top.closest("[lang]")?.and_then(|e| e.get_attribute("lang")).filter(|l| !l.trim().is_empty());
        let title = dom::document()?.query_selector("h1")?.and_then(|h| h.text_content());
        let title = title.map(|title| one_line(&title)).filter(|t| !t.is_empty());
        Ok(walk.finish(&kept, title.filter(|_| !whole), declared))
    }
}

impl Snapshot {
    /// The page as it is now, without a pause.
    pub(super) fn take(root: Option<&DomElement>) -> Result<Self, JsValue> {
        let mut glance = Glance::begin(root)?;
        glance.go_on(f64::INFINITY);
        glance.finish()
    }

    /// What holds the article's blocks; neighbours in one of them name it once.
    pub(super) fn roots(&self) -> Vec<Node> {
        let mut roots: Vec<Node> = self.owners.iter().filter_map(|owner| owner.parent_node()).collect();
        roots.dedup();
        roots
    }

    /// The shadow trees that hold some of the article; neighbours in one of them name it once.
    pub(super) fn shadows(&self) -> Vec<Node> {
        let mut shadows: Vec<Node> = self
            .owners
            .iter()
            .map(|owner| owner.get_root_node())
            .filter(JsCast::is_instance_of::<ShadowRoot>)
            .collect();
        shadows.dedup();
        shadows
    }

    /// Whether the same nodes say the same.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.text.text() == other.text.text() && self.nodes == other.nodes
    }
}

/// A block and the map of its text.
struct Found {
    block: Block,
    text: Assembled,
}

/// What a walk comes to next.
enum Due {
    Visit(Node),
    /// An element ends: whether it was a block, whether it was a link.
    End((bool, bool)),
}

/// A walk through everything below an element, open shadow trees included, as the browser puts them together. Without recursion:
/// pages nest deeper than a stack may.
struct Walk {
    window: Window,
    due: Vec<Due>,
    elements: Vec<Element>,
    dom: Vec<DomElement>,
    nodes: Vec<Text>,
    blocks: Vec<Found>,
    current: Found,
    /// Enclosing block elements, by index.
    open: Vec<u32>,
    links: usize,
    /// Line breaks since the last visible character.
    breaks: usize,
}

impl Walk {
    fn new(window: Window) -> Self {
        Self {
            window,
            due: Vec::new(),
            elements: Vec::new(),
            dom: Vec::new(),
            nodes: Vec::new(),
            blocks: Vec::new(),
            current: Found { block: Block::default(), text: Assembled::new() },
            open: Vec::new(),
            links: 0,
            breaks: 0,
        }
    }

    fn below(&mut self, element: &DomElement) {
        self.due.extend(dom::flat_children(element).into_iter().rev().map(Due::Visit));
    }

    /// Walks on until this moment of the page's clock; whether it is at its end.
    fn run(&mut self, end: f64) -> bool {
        let mut seen = 0;
        while let Some(next) = self.due.pop() {
            match next {
                Due::End(end) => self.leave(end),
                Due::Visit(node) if node.node_type() == Node::TEXT_NODE => self.text(node.unchecked_ref()),
                Due::Visit(node) if node.node_type() == Node::ELEMENT_NODE => {
                    let element: &DomElement = node.unchecked_ref();
                    if let Some(end) = self.enter(element) {
                        self.due.push(Due::End(end));
                        self.below(element);
                    }
                }
                Due::Visit(_) => {}
            }
            seen += 1;
            if seen % BETWEEN == 0 && dom::now(&self.window) > end {
                return false;
            }
        }
        self.flush();
        true
    }

    /// None where nothing inside is to be read.
    fn enter(&mut self, element: &DomElement) -> Option<(bool, bool)> {
        let name = element.local_name();
        if name == "br" {
            self.line_break();
            return None;
        }
        let silent = SILENT.contains(name.as_str());
        let display = if silent { String::new() } else { dom::computed(&self.window, element, "display") };
        if silent || display == "none" || is_footnote(&name, element) {
            if element.first_child().is_some() {
                self.current.text.push_gap();
            }
            return None;
        }
        let block = !(display.starts_with("inline")
            || display == "contents"
            || display.starts_with("ruby")
            || display.is_empty());
        if block {
            self.flush();
            if !self.element(element) {
                self.open.pop();
                return None;
            }
        } else if (Element { words: attributes(element), ..Element::default() }).is_unseen() {
            self.current.text.push_gap();
            return None;
        }
        let link = name == "a" && element.has_attribute("href");
        self.links += usize::from(link);
        Some((block, link))
    }

    fn leave(&mut self, (block, link): (bool, bool)) {
        self.links -= usize::from(link);
        if block {
            self.flush();
            self.open.pop();
        }
    }

    /// Notes a block element; whether its text can be seen.
    fn element(&mut self, element: &DomElement) -> bool {
        let index = self.elements.len() as u32;
        let parent = self.open.last().copied();
        let noted = Element { parent, name: element.local_name(), words: attributes(element) };
        let seen = !noted.is_unseen();
        self.elements.push(noted);
        self.dom.push(element.clone());
        self.open.push(index);
        seen
    }

    fn text(&mut self, text: &Text) {
        let data = text.data();
        let visible = data.chars().any(|c| !c.is_ascii_whitespace());
        if visible {
            if self.breaks > 1 {
                self.flush();
            }
            self.breaks = 0;
            if self.links > 0 {
                self.current.block.linked += data.split_whitespace().map(|w| w.chars().count() + 1).sum::<usize>();
            }
        }
        self.current.text.push(self.nodes.len() as u32, &data);
        self.nodes.push(text.clone());
    }

    /// One break is a new line of the same paragraph, two are a new paragraph.
    fn line_break(&mut self) {
        self.breaks += 1;
        self.current.text.push_space(self.nodes.len() as u32);
    }

    fn flush(&mut self) {
        self.breaks = 0;
        let Found { mut block, text } =
            std::mem::replace(&mut self.current, Found { block: Block::default(), text: Assembled::new() });
        let Some(&owner) = self.open.last() else { return };
        if text.is_empty() {
            return;
        }
        let visible = self.dom.get(owner as usize).map(|e| dom::computed(&self.window, e, "visibility"));
        if visible.is_some_and(|v| v == "hidden" || v == "collapse") {
            return;
        }
        block.owner = owner;
        text.text().clone_into(&mut block.text);
        block.linked = block.linked.min(block.text.chars().count());
        self.blocks.push(Found { block, text });
    }

    fn finish(self, kept: &[usize], title: Option<String>, language: Option<String>) -> Snapshot {
        let mut text = Assembled::new();
        let mut owners = Vec::new();
        for found in kept.iter().filter_map(|&i| self.blocks.get(i)) {
            text.append(&found.text);
            owners.extend(self.dom.get(found.block.owner as usize).cloned());
        }
        Snapshot { text, nodes: self.nodes, owners, title, language }
    }
}

/// A footnote's mark: superscript without a word in it.
fn is_footnote(name: &str, element: &DomElement) -> bool {
    // "1st" and "m²" belong to the text; "[12]", "*" and "3" are marks.
    name == "sup"
        && element.text_content().is_some_and(|t| {
            let t = t.trim();
            t.starts_with(['[', '*', '†', '‡'])
                || (element.query_selector("a").is_ok_and(|a| a.is_some())
                    && t.chars().all(|c| c.is_ascii_digit() || c == ','))
        })
}

/// Class (of which `className` is no string in SVG) and id in parts, and what the page declares in attributes, as `name=value`.
fn attributes(element: &DomElement) -> String {
    let mut out = format!(" {} {} ", words(&element.get_attribute("class").unwrap_or_default()), words(&element.id()));
    for name in ["role", "itemprop", "property"] {
        if let Some(value) = element.get_attribute(name) {
            out.extend([name, "=", &value.trim().to_lowercase(), " "]);
        }
    }
    out
}
