/** Pages that mean no good, or that broke what everybody relies on. They go on working, nothing of theirs is believed, and the article is read all the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { HALE, LATER, page, paragraphs, STORY, STYLE, WINSLOW } from './pages.mjs';

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

  test('fields and pictures that bear the names of what a form and a document are asked for hide neither', async () => {
    const asked = ['id', 'className', 'localName', 'nodeName', 'nodeType', 'parentNode', 'firstChild', 'nextSibling', 'childNodes', 'textContent', 'title',
      'style', 'hidden', 'lang', 'isConnected', 'closest', 'matches', 'contains', 'getAttribute', 'hasAttribute', 'getClientRects', 'getBoundingClientRect',
      'getRootNode', 'parentElement', 'children', 'firstElementChild', 'append', 'remove', 'querySelector', 'querySelectorAll', 'clientWidth', 'clientHeight', 'scrollTop', 'scrollHeight', 'addEventListener'];
    const fields = asked.map((name) => `<input name="${name}" type="hidden">`).join('');
    const pictures = ['createElement', 'createTreeWalker', 'evaluate', 'addEventListener', 'hidden', 'createRange', 'createTextNode', 'activeElement'].map((name) => `<img name="${name}" alt="">`).join('');
    const tab = await web.open(page({ head: STYLE }).replace('<main>', `<form>${fields}${pictures}<main>`).replace('</main>', '</main></form>'));
    await tab.ready();
    assert.ok((await tab.marks()).some(({ text }) => HALE.test(text)));
    await tab.eyes.press(/^Morwenna Hale, /);
    assert.match(await tab.eyes.card(), /Morwenna Hale/);
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

  test('markup in names, roles and quotations is read as words in badge, card, panel and popup', async () => {
    const texts = [
      ...STORY,
      '“Put <script>planted()</script> and <svg onload=planted()> on the plaque,” said Otto <img src=/planted onerror=planted()> Brandt, the <iframe srcdoc="<script>parent.planted()</script>"> keeper of the baths.',
      '“</hearsay-overlay><style>*{display:none}</style> It stays open,” said Ines Falk, the javascript:planted() of the “baths".',
    ];
    const tab = await web.open(page({ head: `${STYLE}<script>globalThis.planted = () => { throw new Error('executed') }</script>`, texts }));
    await tab.ready();
    await tab.marked(/^Put <script>/);
    assert.equal(await web.togglePanel(tab), true);
    assert.match(await tab.eyes.panel(), /Put <script>planted\(\)<\/script> and <svg onload=planted\(\)>/);
    assert.equal(await web.togglePanel(tab), false);
    await tab.eyes.press(/^Ines Falk/);
    assert.match(await tab.eyes.card(), /<\/hearsay-overlay><style>/);
    await (await tab.eyes.popup()).until(/Read on your machine/);
    assert.deepEqual(web.site.asked.filter(({ url }) => url.endsWith('/planted')), []);
    assert.deepEqual(tab.errors, []);
  });

  test('characters without width part no name, and letters that look alike make no one of two people', async () => {
    const texts = [
      ...STORY.with(1, STORY[1].replace('Morwenna Hale', 'Mor\u200bwen\u2060na\ufeff Hale')),
      // The first letters of both names are Cyrillic.
      '“The walls are sound,” said \u0421asper \u041bindqvist, a builder. “I would swim there tomorrow.”',
    ];
    const tab = await web.open(page({ head: STYLE, texts }));
    await tab.ready();
    const names = (await tab.eyes.badges()).map(({ name }) => name);
    assert.ok(names.includes('Morwenna Hale, the town’s chief engineer'), names.map((name) => JSON.stringify(name)).join(' | '));
    assert.ok(names.every((name) => !/[\u200b-\u200f\u2060\ufeff]/.test(name)), names.map((name) => JSON.stringify(name)).join(' | '));
    const [latin, cyrillic] = [/^Casper Lindqvist/, /^\u0421asper/].map((wanted) => names.filter((name) => wanted.test(name)));
    assert.ok(latin.length > 0 && latin.every((name) => !/builder/.test(name)), names.join(' | '));
    assert.ok(cyrillic.every((name) => !/café/.test(name)), names.join(' | '));
    assert.deepEqual(tab.errors, []);
  });

  test('a word of a megabyte', async () => {
    const tab = await web.open(page({ head: STYLE, texts: [...STORY, `“${'a'.repeat(1 << 20)}” said Otto Brandt.`, LATER] }));
    await tab.ready();
    await tab.marked(HALE);
    await tab.marked(WINSLOW);
    assert.deepEqual(tab.errors, []);
  });

  test('a hundred thousand quotation marks, and an article two thousand elements deep', async () => {
    const marks = await web.open(page({ head: STYLE, after: '', texts: [...STORY, '“”'.repeat(50_000)] }));
    await marks.ready();
    assert.ok((await marks.marks()).some(({ text }) => HALE.test(text)));
    const deep = `${'<div>'.repeat(2000)}<article><h1>Netherby closes its tidal baths</h1>${paragraphs(STORY)}</article>${'</div>'.repeat(2000)}`;
    const tab = await web.open(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Deep</title><meta property="og:type" content="article"></head><body><main>${deep}</main></body></html>`);
    await tab.ready();
    assert.ok((await tab.marks()).some(({ text }) => HALE.test(text)));
    // Firefox itself tells that it flattens such a tree.
    assert.deepEqual([...marks.errors, ...tab.errors].filter((error) => !/tree is too deep/.test(error)), []);
  });
});
