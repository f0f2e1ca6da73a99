/*
 * Runs on every page and must cost next to nothing: is this an article, and in English? Only then does it call the attendant, which
 * knows what the reader has chosen and asks for the engine. Until then no interface of the extension is touched: a browser builds those
 * for a page when they are first used, which takes longer than the look at most pages.
 */
'use strict';
globalThis.hearsay ??= /** @type {any} */ ({});
{
  /** Fewer characters of running text than this are a teaser or a notice, even where the page calls itself an article. */
  const DECLARED_TEXT = 500;
  /** Undeclared, a page has to look like an article by its text alone. */
  const UNDECLARED_TEXT = 1500;
  /** Shorter paragraphs are captions, bylines, menus. */
  const PARAGRAPH = 60;
  /** Shorter pieces of text are words in a sentence or a menu. */
  const PIECE = 25;
  /** What the first so many blocks of a page do not tell, the rest will not. */
  const BLOCKS = 4000;
  /** Pages that build themselves are looked at again after changes: at most so often, each time after a pause. */
  const LOOKS = 20;
  const PAUSE_MS = 400;
  /** So often a background that is stopped meanwhile is told of an article. */
  const TRIES = 3;
  /** Not the article's text. Classes of whole pages and articles say whether comments are open, hence the exception. */
  const ASIDE = 'nav, aside, footer, header, dialog, [hidden], [aria-hidden=true], :is([class*=comment i], [id*=comment i]):not(html, body, main, article)';
  /** Code, and what is not shown as text. */
  const APART = ['pre', 'script', 'style', 'noscript', 'textarea'];

  /** The numbers that the document's standard gives them: a name of the browser's is looked up each time. */
  const SHOW_ELEMENT = 1;
  const SHOW_TEXT = 4;
  const ELEMENT_NODE = 1;
  const BOOLEAN_TYPE = 3;

  let looks = LOOKS;
  /** After a navigation within the document the text may be replaced at any moment. */
  let moving = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pending;
  /** What was seen when the attendant was called: it need not look again. @type {HearsayView | undefined} */
  let seen;

  const observer = new MutationObserver(() => later());

  /** Waits for the page to become something else, with an end. The document stays when a page exchanges its body. */
  function watch() {
    if (looks > 0) observer.observe(document, { childList: true, subtree: true });
  }

  /** Once for all that happens until then: a page that never rests is looked at all the same. */
  function later() {
    pending ??= setTimeout(look, PAUSE_MS);
  }

  /** What is done at a look; the attendant puts its own in this place. @type {(seen?: HearsayView) => void} */
  let act = () => {
    const view = judge();
    if (view.found === 'article') void call(view, TRIES);
    else if (view.found === 'no-article') watch();
  };

  function look() {
    pending = undefined;
    observer.disconnect();
    looks -= 1;
    const view = seen;
    seen = undefined;
    act(view);
    // Not before: a page at rest need not wait for what a browser builds for this. The same listener is added once.
    globalThis.navigation?.addEventListener('navigatesuccess', moved);
    addEventListener('popstate', moved);
    if (moving) watch();
  }

  /** The browser may stop the background in the middle of it: called anew, it starts anew. @param {HearsayView} view @param {number} tries */
  async function call(view, tries) {
    seen = view;
    try {
      await chrome.runtime.sendMessage({ type: 'article' });
    } catch {
      // The extension is gone, or its background: whether somebody came shows it.
    }
    if (tries > 1 && !hearsay.attendant) void call(view, tries - 1);
  }

  const declared = () => {
    const type = /"@type"\s*:\s*(?:\[[^\]]*)?"(?:\w*Article|BlogPosting|Report|LiveBlogPosting)"/;
    return (
      document.querySelector('meta[property="og:type"][content^="article" i], [itemtype*="schema.org/"][itemtype$="Article"]') !== null ||
      document.querySelectorAll('article').length === 1 ||
      [...document.querySelectorAll('script[type="application/ld+json"]')].some((script) => type.test(script.textContent.slice(0, 50_000)))
    );
  };

  /**
   * Too little text for any article, even with that of scripts. Asked first, because it touches nothing but texts: what a browser
   * builds for elements when they are first used takes longer than all the rest. Elements of the page's own making hide their text.
   */
  function little() {
    const walker = document.createTreeWalker(document, SHOW_TEXT);
    let size = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = /** @type {Text} */ (node);
      if (length >= PIECE) size += length;
      if (size >= DECLARED_TEXT) return false;
    }
    return !document.evaluate('//*[contains(local-name(), "-")]', document, null, BOOLEAN_TYPE).booleanValue;
  }

  /** Adds the text below a node to the blocks that it stands in, in open shadow trees too. @param {Node} root @param {Map<Element, string>} blocks */
  function gather(root, blocks) {
    const walker = document.createTreeWalker(root, SHOW_ELEMENT + SHOW_TEXT);
    for (let node = walker.nextNode(); node && blocks.size < BLOCKS; node = walker.nextNode()) {
      if (node.nodeType === ELEMENT_NODE) {
        const { shadowRoot } = /** @type {Element} */ (node);
        if (shadowRoot) gather(shadowRoot, blocks);
        continue;
      }
      // Its length is known before it is read, which takes long for the texts of scripts.
      if (/** @type {Text} */ (node).length < PIECE) continue;
      const block = node.parentElement?.closest('p, div, li, td, section, article, pre, blockquote, script, style, noscript, textarea');
      if (!block || APART.includes(block.localName)) continue;
      const text = /** @type {string} */ (node.nodeValue).trim();
      if (text.length < PIECE) continue;
      const before = blocks.get(block);
      blocks.set(block, before ? `${before} ${text}` : text);
    }
  }

  /** The element around another, also out of a shadow tree. @param {Element | null | undefined} element @returns {Element | null} */
  const above = (element) => element?.parentElement ?? /** @type {Partial<ShadowRoot> | undefined} */ (element?.getRootNode())?.host ?? null;

  /** The element that holds most running text, and that text. Not every site writes `<p>`: blocks are told by their text. */
  function bulk() {
    /** @type {Map<Element, string>} */
    const blocks = new Map();
    gather(document.body ?? document, blocks);
    /** @type {Map<Element, string[]>} */
    const holders = new Map();
    for (const [block, text] of blocks) {
      if (text.length < PARAGRAPH || block.closest(ASIDE)) continue;
      // Some sites wrap every paragraph: the grandparent collects those. Others set everything into one block.
      const parent = above(block);
      for (const holder of text.length > DECLARED_TEXT ? [block, parent, above(parent)] : [parent, above(parent)]) {
        if (!holder || holder === document.documentElement) continue;
        const list = holders.get(holder);
        if (list) list.push(text);
        else holders.set(holder, [text]);
      }
    }
    let [most, found, size] = [/** @type {Element | undefined} */ (undefined), '', 0];
    for (const [holder, list] of holders) {
      const length = list.reduce((sum, text) => sum + text.length, 0);
      // The first of two is the inner one, since a parent is entered before a grandparent.
      if (length > size) [most, found, size] = [holder, list.slice(0, 40).join(' ').slice(0, 8000), length];
    }
    return { most, text: found, size };
  }

  /** The text decides; the declared language only where there is too little of it. @param {string} text */
  function english(text) {
    // No literal: a browser reads that along with the script, and looks up what a letter is.
    const words = text.match(new RegExp('\\p{L}+', 'gu'))?.length ?? 0;
    if (words < 40) return /^en\b/i.test(document.documentElement.lang || 'en');
    // Frequent in English and rare in its neighbours; more than a twelfth of most English texts, under a fortieth of others.
    const frequent = text.match(/\b(?:the|of|and|to|that|with|from|this|which|their|have|has|said|or|your?|into|each|are)\b/gi);
    // Recipes and scores have few such words, so what the page declares shifts the balance.
    const share = /^(?!en\b)./i.test(document.documentElement.lang) ? 12 : 25;
    return (frequent?.length ?? 0) * share > words;
  }

  /** @returns {HearsayView} */
  function judge() {
    if (little()) return { found: 'no-article' };
    const { most, text, size } = bulk();
    if (size < UNDECLARED_TEXT && !(size >= DECLARED_TEXT && declared())) return { found: 'no-article' };
    return english(text) ? { found: 'article', most } : { found: 'other-language' };
  }

  /** Another article under the same document. The text comes after the address, so the page is watched for a while. */
  function moved() {
    looks = LOOKS;
    moving = true;
    watch();
    later();
  }

  hearsay.gate = {
    judge,
    watch,
    attend(its) {
      act = its;
      return look;
    },
  };
  if (little()) watch();
  else look();
}
