/** Pages that live: they grow at the top, unfold, rebuild themselves, go to sleep and wake up; and what stands in shadow trees. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusOf } from '../../tools/browsers.mjs';
import { inEachBrowser } from './harness.mjs';
import { FENNIMORE, HALE, LATER, OTHER, page, paragraphs, STORY, STYLE, WINSLOW } from './pages.mjs';

/**
 * Goes back; a page out of the browser's memory loads nothing, so no event of loading tells of it.
 * @param {import('./tab.mjs').Tab} tab @param {string} address
 */
async function back(tab, address) {
  await tab.page.evaluate(() => void setTimeout(() => history.back()));
  for (;;) {
    // Between two documents there is nothing to ask.
    const here = await tab.page.evaluate(() => location.href).catch(() => '');
    if (here === address) return;
  }
}

inEachBrowser('living pages', (web) => {
  test('a live blog grows at the top: marks stay on their words, the open card stays open', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    await tab.eyes.press(/^Casper Lindqvist/);
    await tab.card(/Lindqvist/);
    for (const text of [LATER, OTHER[1]]) {
      await tab.page.evaluate((html) => document.querySelector('article h1').insertAdjacentHTML('afterend', html), paragraphs([text]));
      await tab.marked(text === LATER ? WINSLOW : FENNIMORE);
    }
    await tab.frames();
    assert.match(await tab.eyes.card(), /Lindqvist[^]*People come for the soup/);
    assert.ok((await tab.marks()).some(({ text }) => HALE.test(text)));
    const names = (await tab.eyes.badges()).map(({ name }) => name.split(',')[0]);
    assert.deepEqual(names.slice(0, 3), ['Tobias Fennimore', 'Perpetua Winslow', 'Morwenna Hale'], 'badges stand in the order of the text');
    // What the card's buttons point at has other numbers by now.
    await tab.eyes.press(/^Not right\?$/);
    await tab.eyes.press(/^Hide this mark$/);
    assert.ok((await tab.marks()).some(({ text }) => HALE.test(text)) && (await tab.marks()).some(({ text }) => WINSLOW.test(text)));
    assert.deepEqual(tab.errors, []);
  });

  test('choices that are open while the page grows are still about their own statement', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    await tab.eyes.press(/^Casper Lindqvist/);
    await tab.eyes.press(/^Not right\?$/);
    await tab.page.evaluate((html) => document.querySelector('article h1').insertAdjacentHTML('afterend', html), paragraphs([LATER]));
    await tab.marked(WINSLOW);
    await tab.frames();
    await tab.eyes.press(/^Hide this mark$/);
    const texts = (await tab.marks()).map(({ text }) => text);
    const has = (/** @type {RegExp} */ words) => texts.some((text) => words.test(text));
    assert.ok(has(HALE) && has(WINSLOW) && !has(/keep his doors open/), texts.join(' | '));
    assert.deepEqual(tab.errors, []);
  });

  test('“read more” unfolds: what was hidden is read', async () => {
    const hidden = `<style>.rest { display: none } .open .rest { display: block }</style>`;
    const tab = await web.open(page({ head: STYLE + hidden }).replace('</article>', `<div class="rest">${paragraphs([LATER])}</div></article>`));
    await tab.ready();
    assert.ok(!(await tab.marks()).some(({ text }) => WINSLOW.test(text)));
    await tab.page.evaluate(() => document.querySelector('article').classList.add('open'));
    await tab.marked(WINSLOW);
    assert.deepEqual(tab.errors, []);
  });

  test('a mark whose text changes goes at once, and never slides to other words', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    const before = (await tab.marks()).map(({ text }) => text);
    const after = await tab.page.evaluate(async () => {
      const [node] = document.querySelectorAll('article p')[1].childNodes;
      node.insertData(5, 'entirely other ');
      const second = document.querySelectorAll('article p')[3].firstChild;
      second.replaceData(second.length - 60, 20, 'x'.repeat(20));
      // Behind the observers of this change, and before anything else can happen.
      await Promise.resolve();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return [...CSS.highlights].filter(([name]) => name.startsWith('hearsay')).flatMap(([, ranges]) => [...ranges].map(String));
    });
    assert.deepEqual(after.filter((text) => text !== '' && !before.includes(text)), []);
    assert.ok(after.length < before.length);
  });

  test('a page that rebuilds its text all the time keeps its time to itself', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    const { states, rebuilt } = await tab.page.evaluate(() => new Promise((resolve) => {
      let [states, rebuilt] = [0, 0];
      const observer = new MutationObserver((records) => { states += records.length; });
      observer.observe(document.querySelector('hearsay-overlay'), { attributes: true });
      const article = document.querySelector('article');
      const html = article.innerHTML;
      const timer = setInterval(() => {
        article.innerHTML = html;
        rebuilt += 1;
        if (rebuilt < 100) return;
        clearInterval(timer);
        observer.disconnect();
        resolve({ states, rebuilt });
      }, 40);
    }));
    assert.ok(states <= 8, `it was read ${states} times while it was rebuilt ${rebuilt} times`);
    await tab.marked(HALE);
    const marks = (await tab.marks()).map(({ text }) => text);
    assert.equal(new Set(marks).size, marks.length, 'nothing is marked twice');
    assert.deepEqual(tab.errors, []);
  });

  test('an article inside an open shadow root is read, marked in its own place and watched', async () => {
    const tab = await web.open(`<!doctype html><html lang="en"><head><title>In the shade</title><meta property="og:type" content="article">${STYLE}</head><body><main><story-page></story-page></main>
      <script>customElements.define('story-page', class extends HTMLElement {
        connectedCallback() {
          const root = this.attachShadow({ mode: 'open' });
          root.innerHTML = '<style>:host { display: block }</style><article><h1>Netherby closes its tidal baths</h1>' + ${JSON.stringify(paragraphs(STORY))} + '<slot></slot></article>';
          this.insertAdjacentHTML('beforeend', ${JSON.stringify(paragraphs([OTHER[1]]))});
        }
      })</script></body></html>`);
    await tab.ready();
    await tab.marked(HALE);
    await tab.marked(FENNIMORE);
    const names = (await tab.eyes.badges()).map(({ name }) => name);
    assert.ok(names.some((name) => /^Morwenna Hale/.test(name)), names.join(' | '));
    await tab.page.evaluate((html) => document.querySelector('story-page').shadowRoot.querySelector('h1').insertAdjacentHTML('afterend', html), paragraphs([LATER]));
    await tab.marked(WINSLOW);
    assert.deepEqual(tab.errors, []);
  });

  test('several articles on one page are all read', async () => {
    const second = `<article><h1>Eleven apples without a name</h1>${paragraphs(OTHER)}</article>`;
    const tab = await web.open(page({ head: STYLE }).replace('</article>', `</article>${second}`));
    await tab.ready();
    await tab.marked(HALE);
    await tab.marked(FENNIMORE);
  });

  /** Sets whether Hearsay is on. @param {import('./tab.mjs').Tab} own @param {boolean} everywhere */
  const set = (own, everywhere) => own.page.evaluate((on) => hearsay.browser.storage.local.set({ settings: { version: 2, everywhere: on } }), everywhere);

  test('back out of Firefox’s memory: what was switched meanwhile holds', async (t) => {
    if (web.name !== 'firefox') return t.skip('the next test has Chromium');
    const told = '<script>addEventListener("pageshow", ({ persisted }) => { document.title = persisted ? "from memory" : "loaded" })</script>';
    const tab = await web.open(page({ head: STYLE + told }));
    await tab.ready();
    const address = tab.page.url();
    await tab.page.goto(web.site.put(web.site.host(), '/', { body: page({ head: STYLE, texts: OTHER }) }));
    await tab.ready();
    const own = await web.own('options.html');
    await set(own, false);
    await tab.gone();
    // The protocol loses a page that comes out of memory: it is asked through the extension from here on.
    await tab.page.bringToFront();
    await tab.eyes.chrome(() => void gBrowser.goBack());
    assert.equal((await statusOf(own.page, address, ['off']))?.state, 'off');
    const title = await own.page.evaluate(async (url) => (await hearsay.browser.tabs.query({})).find((found) => found.url === url)?.title, address);
    if (title !== 'from memory') t.diagnostic('Firefox loaded the page anew');
    await set(own, true);
    assert.equal((await statusOf(own.page, address, ['ready']))?.state, 'ready');
  });

  test('back out of Chromium’s memory: what was switched meanwhile holds', async (t) => {
    if (web.name === 'firefox') return t.skip('the test before has Firefox');
    const tab = await web.open(page({ head: `${STYLE}<script>addEventListener('pageshow', ({ persisted }) => { globalThis.persisted = persisted; })</script>` }));
    await tab.ready();
    const address = tab.page.url();
    await tab.page.goto(web.site.put(web.site.host(), '/', { body: page({ head: STYLE, texts: OTHER }) }));
    await tab.ready();
    const popup = await tab.eyes.popup();
    await popup.press(/^Everywhere/);
    await tab.gone();
    await popup.close();
    await back(tab, address);
    if (!await tab.page.evaluate(() => globalThis.persisted)) t.diagnostic(`${web.name} loaded the page anew`);
    await tab.gone();
    assert.deepEqual(await tab.untouched(), { hosts: 0, marks: [] });
    const again = await tab.eyes.popup();
    await again.press(/^Everywhere/);
    await tab.ready();
    await again.close();
    await tab.marked(HALE);
    assert.deepEqual(tab.errors, []);
  });

  test('on paper the page is as its makers made it', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    const line = () => tab.page.evaluate(() => getComputedStyle(document.querySelectorAll('article p')[1], '::highlight(hearsay-direct-0)').textDecorationLine);
    const wide = async () => (await tab.eyes.boxes('n')).map(({ right, left }) => right - left).filter((width) => width > 0).length;
    // Firefox does not tell of the style of a highlight: there the badges are looked at alone.
    if (web.name === 'chromium') assert.equal(await line(), 'underline');
    assert.ok(await wide() > 0);
    await tab.eyes.media({ medium: 'print' });
    assert.ok(await tab.page.evaluate(() => matchMedia('print').matches));
    if (web.name === 'chromium') assert.equal(await line(), 'none');
    assert.equal(await wide(), 0);
  });
});
