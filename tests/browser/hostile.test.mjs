/** Pages that mean no good, or that broke what everybody relies on. They go on working, nothing of theirs is believed, and the article is read all the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { HALE, page, paragraphs, STORY, STYLE } from './pages.mjs';

inEachBrowser('hostile pages', (web) => {
  test('built-in functions that the page has replaced are not ours', async () => {
    const tab = await web.tab();
    await tab.page.evaluateOnNewDocument(() => {
      const broken = () => { throw new Error('replaced'); };
      Object.assign(Range.prototype, { getClientRects: broken, getBoundingClientRect: broken, setStart: broken });
      Object.assign(Map.prototype, { get: broken, set: broken });
      Object.assign(JSON, { parse: broken });
      Object.assign(Document.prototype, { createElement: broken, createTreeWalker: broken });
      EventTarget.prototype.addEventListener = broken;
      globalThis.getComputedStyle = broken;
      Element.prototype.attachShadow = broken;
    });
    await tab.page.goto(web.site.put(web.site.host(), '/', { body: page({ head: STYLE }) }));
    await tab.ready();
    assert.ok((await tab.marks()).some(({ text }) => HALE.test(text)));
    assert.ok((await tab.eyes.badges()).some(({ name }) => /^Morwenna Hale, /.test(name)));
    assert.deepEqual(tab.errors, []);
  });

  test('events and messages that the page makes up open nothing and change nothing', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    const before = await tab.marks();
    await tab.page.evaluate(() => {
      const host = /** @type {Element} */ (document.querySelector('hearsay-overlay'));
      for (const type of ['click', 'pointerdown', 'pointerover', 'focusin', 'hearsay', 'panel']) {
        host.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
        host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail: { type: 'panel', page: '{}' } }));
      }
      for (const message of [{ type: 'panel' }, { type: 'engine', kind: 'twin' }, { hearsay: true, type: 'state' }, 'panel']) {
        window.postMessage(message, '*');
      }
    });
    await tab.frames();
    assert.equal(await tab.eyes.card(), '');
    assert.equal(await tab.eyes.panel(), '');
    assert.deepEqual(await tab.marks(), before);
    assert.deepEqual(tab.errors, []);
  });

  test('characters that turn or hide text do neither in a badge', async () => {
    const texts = STORY.with(1, '“The walls have moved more in one year than in the fifty before it,” said \u202eMorwenna Hale\u202c, the town’s chief\u2066 engineer.');
    const tab = await web.open(page({ head: STYLE, texts }));
    await tab.ready();
    const names = (await tab.eyes.badges()).map(({ name }) => name);
    assert.equal(names.filter((name) => name === 'Morwenna Hale, the town’s chief engineer').length, 2, names.join(' | '));
    assert.ok(names.every((name) => !/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(name)), names.map((name) => JSON.stringify(name)).join(' | '));
  });

  test('a hundred thousand quotation marks, and an article two thousand elements deep', async () => {
    const marks = await web.open(page({ head: STYLE, after: '', texts: [...STORY, '“”'.repeat(50_000)] }));
    await marks.ready();
    assert.ok((await marks.marks()).some(({ text }) => HALE.test(text)));
    const deep = `${'<div>'.repeat(2000)}<article><h1>Netherby closes its tidal baths</h1>${paragraphs(STORY)}</article>${'</div>'.repeat(2000)}`;
    const tab = await web.open(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Deep</title><meta property="og:type" content="article"></head><body><main>${deep}</main></body></html>`);
    assert.match(await (await tab.eyes.popup()).until(/Read on your machine|not an article/), /Hearsay|Read/);
    // Firefox itself tells that it flattens such a tree.
    assert.deepEqual([...marks.errors, ...tab.errors].filter((error) => !/tree is too deep/.test(error)), []);
  });
});
