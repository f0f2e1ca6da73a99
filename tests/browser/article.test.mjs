/**
 * Two real pages: the sample that travels with the playground, and `../shared/seed/article.html`, which lies beside some
 * checkouts (or where HEARSAY_SHARED says) and was labelled by hand.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inEachBrowser, root } from './harness.mjs';
import { check } from './gold.mjs';

const seed = join(process.env.HEARSAY_SHARED ?? join(root, '../shared'), 'seed');
const missing = existsSync(join(seed, 'article.html')) ? false : `${seed} is missing; HEARSAY_SHARED may say where it is`;

/** From the smallest phone to a wide desk. */
const WIDTHS = [320, 390, 600, 768, 1024, 1280, 1920, 2560];

/** @typedef {import('./chromium.mjs').Badge} Badge */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

/** @param {Box} a @param {Box} b more than a hair of a common area */
const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;

/** Boxes of the article's lines, in document coordinates: of the words, not of the space around them. @param {import('puppeteer-core').Page} page @returns {Promise<Box[]>} */
const lines = (page) => page.evaluate(() => [...document.querySelectorAll('article h1, article p')].flatMap((block) => {
  const range = document.createRange();
  range.selectNodeContents(block);
  return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({ left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY }));
}));

/** @param {import('./tab.mjs').Tab} tab */
async function nothingCovered(tab) {
  for (const width of WIDTHS) {
    await tab.page.setViewport({ width, height: 900 });
    await tab.frames();
    const shown = (await tab.eyes.badges()).filter(({ form }) => form !== 'hidden');
    const text = await lines(tab.page);
    for (const [index, badge] of shown.entries()) {
      const line = text.find((box) => overlap(badge, box));
      assert.equal(line, undefined, `${width} px: the badge "${badge.name}" covers text: ${JSON.stringify([badge, line])}`);
      const other = shown.slice(index + 1).find((box) => overlap(badge, box));
      assert.equal(other, undefined, `${width} px: two badges overlap: ${JSON.stringify([badge, other])}`);
      assert.ok(badge.left >= 0 && badge.right <= width, `${width} px: the badge "${badge.name}" stands outside the page`);
    }
    const [wide, own] = await tab.page.evaluate(() => {
      const host = /** @type {HTMLElement} */ (document.querySelector('hearsay-overlay'));
      const width = () => document.documentElement.scrollWidth;
      const shown = width();
      host.style.setProperty('display', 'none', 'important');
      const hidden = width();
      host.style.removeProperty('display');
      return [shown, hidden];
    });
    assert.equal(wide, own, `${width} px: the page is no wider for the badges`);
  }
}

inEachBrowser('articles', (web) => {
  test('the sample article', async () => {
    const tab = await web.tab();
    const host = web.site.host();
    web.site.putFile(host, '/sample.css', join(root, 'www/sample.css'));
    await tab.page.goto(web.site.putFile(host, '/', join(root, 'www/sample.html')));
    await tab.ready();
    const marks = await tab.marks();
    assert.ok(marks.some(({ kind, text }) => kind === 'direct' && text.startsWith('We looked at every way of keeping one lane open')));
    for (const kind of ['direct', 'mixed', 'indirect', 'warning']) assert.ok(marks.some((mark) => mark.kind === kind), `something is marked as ${kind}`);
    assert.deepEqual(marks.filter(({ elsewhere }) => elsewhere), [], 'only the article is marked');
    const names = (await tab.eyes.badges()).map(({ name }) => name);
    for (const name of [/^Ada Quill(,|$)/, /^Ottoline Marrow, /, /^Bram Oyelle, /]) assert.ok(names.some((found) => name.test(found)), `${name} among ${names.join(' | ')}`);
    assert.ok(names.some((name) => /^Vague source\b.*“?Critics”?$/.test(name)), `a warning about "Critics" among ${names.join(' | ')}`);

    await tab.eyes.press(/^Ada Quill/);
    assert.match(await tab.eyes.card(), /Ada Quill[^]*“(said|wrote|told)/, 'the card says why');
    await tab.page.keyboard.press('Escape');
    assert.equal(await tab.eyes.card(), '');
    assert.deepEqual(tab.errors, []);
  });

  test('the sample article: no badge covers anything from 320 to 2560 pixels', async () => {
    const tab = await web.tab();
    const host = web.site.host();
    web.site.putFile(host, '/sample.css', join(root, 'www/sample.css'));
    await tab.page.goto(web.site.putFile(host, '/', join(root, 'www/sample.html')));
    await tab.ready();
    await nothingCovered(tab);
  });

  test('the founding article', { skip: missing }, async () => {
    const tab = await web.tab();
    await tab.page.goto(web.site.putFile(web.site.host(), '/', join(seed, 'article.html')));
    await tab.ready();
    const gold = JSON.parse(readFileSync(join(seed, 'gold.jsonl'), 'utf8'));
    check(gold, await tab.places(), (await tab.eyes.badges()).map(({ name }) => name));
    await nothingCovered(tab);
    assert.deepEqual(tab.errors, []);
  });
});
