//! Which blocks of a page are its article.
//!
//! Every block of text gives points to the elements around it, by its length and commas and against its links; the
//! element with the most points is where the article lies (the idea of Arc90's Readability). Inside of it, and of
//! siblings like it, the blocks are kept that read like the article's text.

use super::hints::Element;
use boilerplate::is_boilerplate;

mod boilerplate;

/// A run of inline content: a paragraph, a heading, a list item.
#[derive(Debug, Clone, Default)]
pub struct Block {
    /// Index of the block element that holds it.
    pub owner: u32,
    /// Its text, whitespace collapsed.
    pub text: String,
    /// How many characters of it stand in links.
    pub linked: usize,
}

/// Fewer characters than this are no article: a teaser, a login page, a player.
const LEAST_ARTICLE: usize = 250;
/// Shorter blocks give no points: labels, dates, buttons.
const LEAST_BLOCK: usize = 25;

/// The indices of the article's blocks in the order of the page; empty where there is no article.
pub fn choose(elements: &[Element], blocks: &[Block]) -> Vec<usize> {
    let page = Page::new(elements, blocks);
    let Some(root) = page.root() else { return Vec::new() };
    let kept = page.keep(root);
    let chars: usize = kept.iter().filter(|&&i| !page.is_heading(i)).map(|&i| page.chars[i]).sum();
    if chars < LEAST_ARTICLE { Vec::new() } else { kept }
}

/// Which elements hold the text that the page itself declares to be its article.
fn holders(elements: &[Element]) -> Vec<bool> {
    let mut holds = vec![false; elements.len()];
    for (i, element) in elements.iter().enumerate().rev() {
        holds[i] |= element.is_declared_body();
        if let Some(parent) = element.parent.filter(|p| holds[i] && (*p as usize) < i) {
            holds[parent as usize] = true;
        }
    }
    holds
}

struct Page<'p> {
    elements: &'p [Element],
    blocks: &'p [Block],
    /// Characters of each block.
    chars: Vec<usize>,
    /// Whether the block stands in something that belongs to no article.
    foreign: Vec<bool>,
    /// Characters and linked characters under each element.
    mass: Vec<(usize, usize)>,
}

impl<'p> Page<'p> {
    fn new(elements: &'p [Element], blocks: &'p [Block]) -> Self {
        let chars: Vec<usize> = blocks.iter().map(|b| b.text.chars().count()).collect();
        let mut own = vec![(0, 0); elements.len()];
        for (block, &chars) in blocks.iter().zip(&chars) {
            if let Some(mass) = own.get_mut(block.owner as usize) {
                *mass = (mass.0 + chars, mass.1 + block.linked);
            }
        }
        // Elements come in document order, so parents stand before their children.
        let mut mass = own;
        for i in (0..elements.len()).rev() {
            if let Some(parent) = elements[i].parent.map(|p| p as usize).filter(|p| *p < i) {
                mass[parent] = (mass[parent].0 + mass[i].0, mass[parent].1 + mass[i].1);
            }
        }
        let own_text = |i: usize| mass.get(i).map_or(0, |&(chars, linked): &(usize, usize)| chars - linked.min(chars));
        let holds_article = holders(elements);
        let mut outside = vec![false; elements.len()];
        for (i, element) in elements.iter().enumerate() {
            let inherited = element.parent.is_some_and(|p| (p as usize) < i && outside[p as usize]);
            // What holds the article or most of the page's text is not foreign, whatever it is called.
            let large = holds_article[i] || own_text(i) * 2 > own_text(0);
            let furniture = element.is_furniture() && !(large && element.is_wrapper());
            outside[i] = inherited || furniture || (!large && element.is_foreign());
        }
        let foreign = blocks.iter().map(|b| outside.get(b.owner as usize).copied().unwrap_or(true)).collect();
        Self { elements, blocks, chars, foreign, mass }
    }

    fn links(&self, element: u32) -> f64 {
        let (chars, linked) = self.mass[element as usize];
        if chars == 0 { 0.0 } else { linked as f64 / chars as f64 }
    }

    fn up(&self, element: u32) -> impl Iterator<Item = u32> + '_ {
        std::iter::successors(Some(element), |&at| self.elements[at as usize].parent.filter(|p| *p < at))
    }

    fn is_heading(&self, block: usize) -> bool {
        matches!(self.owner(block).name.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
    }

    fn owner(&self, block: usize) -> &Element {
        &self.elements[self.blocks[block].owner as usize]
    }

    /// The element that holds the article.
    fn root(&self) -> Option<u32> {
        let mut score = vec![0.0_f64; self.elements.len()];
        for (i, block) in self.blocks.iter().enumerate() {
            if self.foreign[i] || self.is_heading(i) || self.chars[i] < LEAST_BLOCK {
                continue;
            }
            let commas = block.text.matches([',', '،', '、', '，']).count();
            let points = (1.0 + commas as f64 + (self.chars[i] as f64 / 100.0).min(3.0))
                * (1.0 - block.linked as f64 / self.chars[i] as f64).max(0.0);
            // A paragraph is not its own container; a <div> with bare text and line breaks is.
            let skip =
                usize::from(matches!(self.owner(i).name.as_str(), "p" | "li" | "blockquote" | "pre" | "dd" | "td"));
            for (level, at) in self.up(block.owner).skip(skip).take(5).enumerate() {
                score[at as usize] += match level {
                    0 => points,
                    1 => points / 2.0,
                    _ => points / (level as f64 * 3.0),
                };
            }
        }
        for (i, element) in self.elements.iter().enumerate() {
            if score[i] > 0.0 {
                score[i] += f64::from(element.weight().clamp(-2, 2)) * 12.0;
                score[i] += match element.name.as_str() {
                    "article" => 10.0,
                    "main" => 6.0,
                    "div" | "section" => 3.0,
                    _ => 0.0,
                };
                score[i] *= 1.0 - self.links(i as u32);
                if element.is_declared_body() {
                    score[i] = score[i] * 2.0 + 50.0;
                }
            }
        }
        let best = (0..score.len())
            .filter(|&i| score[i] > 0.0)
            .max_by(|a, b| score[*a].total_cmp(&score[*b]).then(b.cmp(a)))?;
        Some(self.widen(best as u32))
    }

    /// Up from the best element, as long as its parent holds clearly more article and little else: paragraphs are often
    /// cut into several sections with pictures or advertisements between them.
    fn widen(&self, best: u32) -> u32 {
        let article = |element: u32| -> usize {
            (0..self.blocks.len())
                .filter(|&i| {
                    !self.foreign[i] && self.reads_like_text(i) && self.up(self.blocks[i].owner).any(|e| e == element)
                })
                .map(|i| self.chars[i])
                .sum()
        };
        let mut root = best;
        let mut inside = article(best);
        for parent in self.up(best).skip(1).take(8) {
            let element = &self.elements[parent as usize];
            if matches!(element.name.as_str(), "body" | "html") || self.elements[root as usize].is_declared_body() {
                break;
            }
            let more = article(parent);
            let (all, linked) = self.own_mass(parent);
            // A fifth more text, and three quarters of what stands there is text of an article.
            if more * 5 > inside * 6 && more * 4 > all * 3 && linked * 4 < all {
                root = parent;
                inside = more;
            }
        }
        root
    }

    /// Characters and linked characters under an element, without what is foreign.
    fn own_mass(&self, element: u32) -> (usize, usize) {
        let blocks = (0..self.blocks.len()).filter(|&i| !self.foreign[i]);
        let inside = blocks.filter(|&i| self.up(self.blocks[i].owner).any(|e| e == element));
        inside.fold((0, 0), |(all, linked), i| (all + self.chars[i], linked + self.blocks[i].linked))
    }

    /// A sentence or more, not a list of links.
    fn reads_like_text(&self, block: usize) -> bool {
        let b = &self.blocks[block];
        self.chars[block] >= 60
            && b.linked * 2 < self.chars[block]
            && b.text.contains(['.', '?', '!', '。', '”', '"', ':'])
    }

    fn keep(&self, root: u32) -> Vec<usize> {
        let mut kept: Vec<usize> = (0..self.blocks.len())
            .filter(|&i| {
                self.up(self.blocks[i].owner).any(|e| e == root) && !self.is_foreign_inside(i, root) && self.belongs(i)
            })
            .collect();
        // A heading without text under it introduces something that was left out.
        let mut has_text = false;
        let mut keep = vec![true; kept.len()];
        for (slot, &block) in kept.iter().enumerate().rev() {
            if self.is_heading(block) {
                keep[slot] = has_text && self.owner(block).name != "h1";
                has_text = false;
            } else {
                has_text = true;
            }
        }
        let mut keep = keep.into_iter();
        kept.retain(|_| keep.next().unwrap_or(true));
        kept
    }

    fn is_foreign_inside(&self, block: usize, root: u32) -> bool {
        // What the root's own ancestors are called no longer matters.
        self.foreign[block]
            && self.up(self.blocks[block].owner).take_while(|e| *e != root).any(|e| {
                let element = &self.elements[e as usize];
                element.is_furniture() || element.is_foreign()
            })
    }

    fn belongs(&self, block: usize) -> bool {
        let b = &self.blocks[block];
        let (chars, linked) = (self.chars[block], b.linked);
        if is_boilerplate(&b.text) {
            return false;
        }
        // A short block that is mostly link leads elsewhere.
        if (linked * 2 > chars && chars < 200) || linked * 5 > chars * 3 {
            return false;
        }
        if self.is_heading(block) {
            return true;
        }
        let list =
            self.up(b.owner).find(|e| matches!(self.elements[*e as usize].name.as_str(), "ul" | "ol" | "table" | "dl"));
        if list.is_some_and(|list| self.links(list) > 0.4) {
            return false;
        }
        match self.owner(block).name.as_str() {
            "p" | "li" | "blockquote" | "pre" | "dd" | "dt" | "td" => chars > 1,
            // Bare text in a <div>: labels, dates and buttons have no sentence in them.
            _ => chars >= 80 || (chars >= LEAST_BLOCK && b.text.ends_with(['.', '?', '!', '”', '"', ':', '…'])),
        }
    }
}

#[cfg(test)]
mod tests;
