/*
 * Runs on every page and must cost next to nothing: is Hearsay on here, is this an article, is it in English? Only then
 * does it ask the background for the engine. It also keeps what the engine last said, for the popup.
 */
{
  const { browser, settings } = hearsay;

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
  /** Frequent in English and rare in its neighbours; more than a twelfth of most English texts, under a fortieth of others. */
  const ENGLISH = /\b(?:the|of|and|to|that|with|from|this|which|their|have|has|said|or|your?|into|each|are)\b/gi;
  /** Pages that build themselves are looked at again after changes: at most so often, each time after a pause. */
  const LOOKS = 20;
  const PAUSE_MS = 400;
  /** Not the article's text. Classes of whole pages and articles say whether comments are open, hence the exception. */
  const ASIDE = 'nav, aside, footer, header, dialog, [hidden], [aria-hidden=true], :is([class*=comment i], [id*=comment i]):not(html, body, main, article)';
  const ARTICLE_TYPE = /"@type"\s*:\s*(?:\[[^\]]*)?"(?:\w*Article|BlogPosting|Report|LiveBlogPosting)"/;

  /** @type {HearsaySettings | undefined} */
  let chosen;
  /** @type {HearsayEngine | undefined} */
  let engine;
  /** @type {'wasm' | 'twin' | undefined} */
  let kind;
  let running = false;
  /** Whether the background was told a state: it need not hear of pages that are no articles. */
  let told = false;
  let asked = false;
  /** Whether the engine's file got as far as asking for us: where it breaks off before, its browser may tell nobody. */
  let arrived = false;
  let paused = false;
  let looks = LOOKS;
  /** After a navigation within the document the text may be replaced at any moment. */
  let moving = false;
  /** @type {Element | undefined} where the running text stood when the engine began */
  let place;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pending;
  /** @type {HearsayStatus} */
  let status = { state: 'loading', attributions: 0, speakers: [], warnings: [] };

  const observer = new MutationObserver(() => later());

  /** Rejects, and never throws, where the extension is gone. @param {object} message */
  const send = async (message) => browser.runtime.sendMessage(message);

  /** @param {Partial<HearsayStatus> & {state: HearsayState}} next */
  function report(next) {
    status = { attributions: 0, speakers: [], warnings: [], ...next, engine: kind };
    if (status.state === 'no-article') watch();
    told ||= /^(?:loading|off|paused)$/.test(status.state);
    if (!told) return;
    // Rejects only when the extension was just reloaded or removed: then nobody is left to tell.
    send({ type: 'state', state: status.state, speakers: status.speakers.length, warnings: status.warnings.length }).catch(() => undefined);
  }

  /** Waits for the page to become something else, with an end. */
  function watch() {
    if (looks > 0 && document.body) observer.observe(document.body, { childList: true, subtree: true });
  }

  /** Once for all that happens until then: a page that never rests is looked at all the same. */
  function later() {
    pending ??= setTimeout(look, PAUSE_MS);
  }

  const declared = () =>
    document.querySelector('meta[property="og:type"][content^="article" i], [itemtype*="schema.org/"][itemtype$="Article"]') !== null ||
    document.querySelectorAll('article').length === 1 ||
    [...document.querySelectorAll('script[type="application/ld+json"]')].some((script) => ARTICLE_TYPE.test(script.textContent.slice(0, 50_000)));

  /** All text below a node, in open shadow trees too. @param {Node} root @returns {Generator<Node>} */
  function* texts(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) yield node;
      else if (/** @type {Element} */ (node).shadowRoot) yield* texts(/** @type {ShadowRoot} */ (/** @type {Element} */ (node).shadowRoot));
    }
  }

  /** The element around another, also out of a shadow tree. @param {Element | null | undefined} element @returns {Element | null} */
  const above = (element) => element?.parentElement ?? /** @type {Partial<ShadowRoot> | undefined} */ (element?.getRootNode())?.host ?? null;

  /** The element that holds most running text, and that text. Not every site writes `<p>`: blocks are told by their text. */
  function bulk() {
    /** @type {Map<Element, string[]>} */
    const blocks = new Map();
    for (const node of texts(document.body ?? document)) {
      if (blocks.size >= BLOCKS) break;
      const text = node.nodeValue?.trim() ?? '';
      const block = text.length < PIECE ? null : node.parentElement?.closest('p, div, li, td, section, article, pre, blockquote, script, style, noscript, textarea');
      if (!block || /^(?:pre|script|style|noscript|textarea)$/i.test(block.tagName)) continue;
      const pieces = blocks.get(block);
      if (pieces) pieces.push(text);
      else blocks.set(block, [text]);
    }
    /** @type {Map<Element, string[]>} */
    const holders = new Map();
    for (const [block, pieces] of blocks) {
      const text = pieces.join(' ');
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
    const words = text.match(/\p{L}+/gu)?.length ?? 0;
    if (words < 40) return /^en\b/i.test(document.documentElement.lang || 'en');
    // Recipes and scores have few such words, so what the page declares shifts the balance.
    const share = /^(?!en\b)./i.test(document.documentElement.lang) ? 12 : 25;
    return (text.match(ENGLISH)?.length ?? 0) * share > words;
  }

  /** Looks at the page as it is now and does what follows. */
  function look() {
    pending = undefined;
    observer.disconnect();
    looks -= 1;
    if (!chosen) return;
    if (!settings.isOn(chosen, location.hostname)) {
      halt();
      report({ state: 'off' });
      return;
    }
    if (paused) {
      halt();
      report({ state: 'paused' });
      return;
    }
    const { most, text, size } = bulk();
    if (size < UNDECLARED_TEXT && !(size >= DECLARED_TEXT && declared())) {
      halt();
      report({ state: 'no-article' });
    } else if (!english(text)) {
      halt();
      report({ state: 'other-language', language: document.documentElement.lang || 'und' });
    } else if (!running) {
      place = most;
      begin();
    } else if (place !== most) {
      // Another article under the same document: the engine saw it come, unless nothing but styles changed.
      place = most;
      safely(() => engine?.reconsider());
    }
    if (moving) watch();
  }

  function begin() {
    if (engine) {
      running = true;
      safely(() => engine?.start({ message: hearsay.leave.word, status: hear, recall, remember: hearsay.corrections.remember }, { ...chosen }));
      return;
    }
    report({ state: 'loading' });
    if (asked) return;
    asked = true;
    const [navigation] = performance.getEntriesByType('navigation');
    const policies = [...document.querySelectorAll('meta[http-equiv="content-security-policy" i]')].map((meta) => meta.getAttribute('content') ?? '');
    const message = { type: 'engine', address: navigation?.name ?? '', began: performance.timeOrigin, policies };
    const ask = (/** @type {boolean} */ again) => {
      send(message).then((answer) => {
        if (answer?.paused) pause(true);
        else if (answer?.error || !arrived) failed(answer?.error ?? 'the engine did not load');
      }, (error) => {
        // The browser stopped the background in the middle of it: asked anew, it starts anew. The engine may be here all the same.
        if (again && !arrived) ask(false);
        else if (!arrived) failed(error);
      });
    };
    ask(true);
  }

  const recall = () => hearsay.corrections.recall(() => {
    if (running) safely(() => engine?.reconsider());
  });

  /** @param {HearsayStatus} said by the engine */
  function hear(said) {
    if (running) report(said);
  }

  function halt() {
    place = undefined;
    if (!running) return;
    running = false;
    safely(() => engine?.stop());
  }

  /** @param {() => void} call of the engine */
  function safely(call) {
    try {
      call();
    } catch (error) {
      failed(error);
    }
  }

  /** The page goes on as if nothing of ours had been there. @param {unknown} error */
  function failed(error) {
    // The first error is the cause; what follows from it says less.
    if (status.state === 'failed') return;
    running = false;
    // Its observers must not put back what is taken away here.
    engine?.kill();
    engine = undefined;
    // Missing where it failed before anything of ours was in the page.
    hearsay.leave?.sweep();
    report({ state: 'failed', error: String(error) });
  }

  hearsay.gate = {
    wants() {
      arrived = true;
      return asked && !engine && status.state !== 'failed';
    },
    attach(exports, form) {
      // Asked for twice, it may come twice.
      if (engine) return;
      [engine, kind] = [exports, form];
      // It came with the engine: pages without an article have nothing to remember.
      hearsay.corrections.load().catch(() => undefined).then(look);
    },
    failed,
  };

  browser.runtime.onMessage.addListener((message, sender, respond) => {
    // Only pages of the extension can send here: the popup asks, the background passes a shortcut on.
    if (sender.id !== browser.runtime.id) return;
    if (message?.type === 'status') respond(status);
    if (message?.type === 'pause') pause(message.paused === true);
    if (message?.type === 'step') safely(() => running && engine?.step(message.forward === true));
    if (message?.type === 'panel') safely(() => respond({ open: running && engine?.panel() === true }));
  });

  /** @param {HearsaySettings} next */
  function take(next) {
    chosen = next;
    if (status.state === 'failed') return;
    if (running && settings.isOn(next, location.hostname)) safely(() => engine?.configure({ ...next }));
    else look();
  }
  settings.listen(take);

  /** Until this tab goes on. The engine stays where it is loaded, and does nothing. @param {boolean} stop */
  function pause(stop) {
    if (paused === stop) return;
    paused = stop;
    asked &&= engine !== undefined;
    look();
  }

  /** Another article under the same document. The text comes after the address, so the page is watched for a while. */
  function moved() {
    if (status.state === 'failed') return;
    looks = LOOKS;
    moving = true;
    watch();
    later();
  }
  globalThis.navigation?.addEventListener('navigatesuccess', moved);
  addEventListener('popstate', moved);
  // A page that comes back from the cache was told of nothing meanwhile: neither of settings nor of a pause.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted || !told) return;
    report(status);
    settings.read().then(take, failed);
    send({ type: 'paused' }).then((answer) => pause(answer === true), () => undefined);
  });

  // What cannot be read back is forgotten; the page is annotated all the same.
  settings.read().then((read) => {
    chosen = read;
    look();
  });
}
