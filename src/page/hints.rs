//! What an element's name, class, id and role give away about the text in it.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// An element as far as choosing the article needs it.
#[derive(Debug, Clone, Default)]
pub struct Element {
    /// Index of the parent element; none for the root.
    pub parent: Option<u32>,
    /// Local name, lower case.
    pub name: String,
    /// Class, id, role, `itemprop` and the like in lower case, with a space before and after each.
    pub words: String,
}

/// What stands on every page and belongs to no article, by the element's name.
const FURNITURE: &str = "\
    nav footer aside form button select option textarea figcaption dialog menu label iframe address legend \
    fieldset video audio canvas svg math object";

/// Roles of furniture.
const ROLES: &str = "\
    navigation complementary contentinfo search dialog alertdialog menu menubar banner toolbar tablist form \
    alert status button note";

/// Furniture by name, though on some sites the whole page stands in it.
const WRAPPERS: &str = "form fieldset";

/// Words in class and id of what is not the article, which is asked at every element. Matched as whole parts (`share-bar`,
/// `ShareBar`, `share_bar`).
static FOREIGN: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    ad ads advert advertisement advertising adslot adbox admiral sponsor sponsored promo promoted promotion \
    outbrain taboola recommended recommendation recommendations related readmore seealso trending popular \
    mostread mostpopular newsletter subscribe subscription signup share sharing sharebar sharetools social \
    socialbar comment comments commentlist respond disqus discussion livefyre breadcrumb breadcrumbs nav \
    navigation navbar menu footer masthead sidebar rail widget widgets pagination pager paging cookie cookies \
    consent gdpr banner modal popup overlay toolbar tags taglist tagcloud byline author authors bio authorbio \
    dateline timestamp caption captions credit credits copyright disclaimer legal login signin register paywall \
    regwall rating ratings gallery slideshow carousel teaser teasers more next previous prev jump skip hidden \
    print noprint infobox toc meta metadata callout pullquote correction feedback survey poll shoutbox \
    syndication upsell cta donate donation shop shopping product products offer offers coupon video player \
    audio topics zergnet revcontent nativo spotim coral yarpp addtoany sociable inread dfp gpt mpu leaderboard \
    skyscraper interstitial printonly dropdown tooltip accessibility topbar weather stocks ticker crosslinks \
    crosslink follow breaking marquee")
});

/// Words of what is the article, or holds it.
static OWN: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    set("\
    article articlebody body content entry hentry main page post text blog story storybody column paragraph \
    prose richtext blogposting newsarticle lede posttext")
});

/// Text that only a screen reader is meant to get, or nobody: a class, or what one ends with ("title__visually-hidden").
const UNSEEN: &str = "\
    sr-only visually-hidden visuallyhidden screen-reader-text screenreader offscreen";

impl Element {
    /// Whether text in here can be no part of the article, whatever stands around it.
    pub fn is_furniture(&self) -> bool {
        has(FURNITURE, &self.name) || self.said("role=").any(|role| has(ROLES, role))
    }

    /// Whether it is furniture only as long as it does not hold the page's text.
    pub fn is_wrapper(&self) -> bool {
        has(WRAPPERS, &self.name)
    }

    /// Whether its text shows to nobody although it is laid out.
    pub fn is_unseen(&self) -> bool {
        let unseen = |class: &str| {
            // Classes for the pointer's and the keyboard's sake: "sr-only-focusable".
            let class = class.strip_suffix("-focusable").unwrap_or(class);
            let ends =
                |word| class.strip_suffix(word).is_some_and(|before| before.is_empty() || before.ends_with(['-', '_']));
            UNSEEN.split_whitespace().any(ends)
        };
        self.words.split_whitespace().any(unseen)
    }

    /// Whether its class and id speak against it, and nothing in them for it.
    pub fn is_foreign(&self) -> bool {
        // The page's root elements carry words about the whole page ("no-sidebar", "has-comments").
        !matches!(self.name.as_str(), "html" | "body" | "main" | "article" | "p") && self.weight() < 0
    }

    /// Whether the page itself says that this is the article's text.
    pub fn is_declared_body(&self) -> bool {
        self.says("itemprop=articlebody") || self.says("property=articlebody")
    }

    /// For (positive) or against (negative), by the words of class and id.
    pub fn weight(&self) -> i32 {
        let mut weight = 0;
        for word in self.words.split_whitespace().filter(|word| !word.contains('=')) {
            let (mut own, mut foreign) = (false, false);
            for part in word.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()) {
                own |= OWN.contains(part);
                foreign |= FOREIGN.contains(part);
            }
            // "post-comments", "article-share": the foreign word is the head, the other says where.
            weight += match (own, foreign) {
                (_, true) => -1,
                (true, false) => 1,
                _ => 0,
            };
        }
        weight
    }

    fn says(&self, word: &str) -> bool {
        has(&self.words, word)
    }

    /// The values of one attribute.
    fn said<'e>(&'e self, attribute: &'static str) -> impl Iterator<Item = &'e str> {
        self.words.split_whitespace().filter_map(move |word| word.strip_prefix(attribute))
    }
}

/// The words of a list that is too long to be searched every time.
fn set(list: &'static str) -> FxHashSet<&'static str> {
    list.split_ascii_whitespace().collect()
}

/// Whether `word` is one of the words of `list`.
fn has(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|w| w == word)
}

/// Class and id as separate words: `ShareBar` becomes `share-bar`, everything in lower case.
pub fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut lower = false;
    for c in text.chars() {
        if c.is_uppercase() && lower {
            out.push('-');
        }
        lower = c.is_lowercase();
        out.extend(c.to_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(name: &str, class: &str) -> Element {
        Element { name: name.into(), words: words(class), ..Element::default() }
    }

    #[test]
    fn class_names_are_read_in_parts() {
        assert!(element("div", "ShareBar").is_foreign());
        assert!(element("div", "article__related-links").is_foreign());
        assert!(element("section", "post-comments").is_foreign());
        assert!(!element("div", "entry-content").is_foreign());
        assert!(!element("div", "shared-ownership-story").is_foreign());
        assert!(!element("body", "has-sidebar no-comments").is_foreign());
    }

    #[test]
    fn a_class_hides_its_element_only_if_it_says_so_of_it() {
        for class in ["sr-only", "visually-hidden-focusable", "title__visuallyHidden", "u-offscreen"] {
            assert!(element("span", class).is_unseen(), "{class}");
        }
        for class in ["has-offscreen-menu", "js-visually-hidden-on-print", "screenreaders"] {
            assert!(!element("div", class).is_unseen(), "{class}");
        }
    }

    #[test]
    fn the_page_may_declare_its_article() {
        let declared = Element { words: " itemprop=articlebody ".into(), ..Element::default() };
        assert!(declared.is_declared_body() && !declared.is_furniture());
        let nav = Element { words: " role=navigation ".into(), ..Element::default() };
        assert!(nav.is_furniture());
    }
}
