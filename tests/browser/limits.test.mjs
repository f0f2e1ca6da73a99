/** Pages of no size and of every size: each is dealt with, and the page goes on answering meanwhile. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { HALE, page, STORY, STYLE } from './pages.mjs';

/** Runs in the page from its start: the longest time for which it could not do anything else. */
function pulse() {
  globalThis.longest = 0;
  let last = performance.now();
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    globalThis.longest = Math.max(globalThis.longest, now - last);
    last = now;
    channel.port2.postMessage(0);
  };
  // From when the page stands: what the browser needs to parse it is not ours.
  addEventListener('load', () => {
    last = performance.now();
    channel.port2.postMessage(0);
  });
}
/** Runs in the page from its start: what stood there when the first quotation was marked. */
function firstMark() {
  const look = () => {
    const marks = CSS.highlights.get('hearsay-direct')?.size ?? 0;
    const host = document.querySelector('hearsay-overlay');
    if (marks > 0 || host) globalThis.first = { marks, overlay: host !== null, finished: host?.getAttribute('data-state') === 'ready' };
    else requestAnimationFrame(look);
  };
  look();
}

const PULSE = `<script>(${pulse})()</script>${STYLE}`;

/**
 * Beyond this a reader would think that the page has crashed. Seconds are what the browser itself needs to lay out such
 * pages; the bound leaves room for a machine that is busy with other things, and none for work that grows faster than the page.
 */
const LONGEST_MS = 30_000;

inEachBrowser('limits', (web) => {
  test('a page of 5 MB', async (t) => {
    // A long article around which most of the page is other markup, as on real pages.
    const filler = '<div><span class="ad slot x-1 y-2"></span><a href="/x">More</a></div>\n'.repeat(80_000);
    const html = page({ head: PULSE, texts: Array.from({ length: 60 }, () => STORY).flat(), after: `<section hidden>${filler}</section>` });
    assert.ok(html.length > 5_000_000);
    await answers(t, html);
  });

  test('an article of 5 MB', async (t) => {
    const texts = Array.from({ length: 2000 }, (_, n) => [...STORY, `This is the paragraph number ${n}, ${'and it goes on and on '.repeat(75)}.`]).flat();
    const html = page({ head: PULSE, texts });
    assert.ok(html.length > 5_000_000);
    await answers(t, html);
  });

  test('a page of 20,000 paragraphs', async (t) => {
    await answers(t, page({ head: PULSE, texts: Array.from({ length: 20_000 }, (_, n) => STORY[n % STORY.length]) }));
  });

  test('an article that takes long to read shows where somebody speaks before it shows who', async () => {
    const texts = Array.from({ length: 600 }, (_, n) => `“Boat number ${n} was there,” said Perpetua Winslow, the harbour warden, on Wednesday morning.`);
    const tab = await web.open(page({ head: `<script>(${firstMark})()</script>${STYLE}`, texts }));
    await tab.ready();
    const { marks, overlay, finished } = await tab.page.evaluate(() => globalThis.first);
    assert.ok(marks > 0 && marks < 600, `${marks} of the quotations were marked first`);
    assert.equal(overlay, false, 'badges come when all is read');
    assert.equal(finished, false);
    const direct = (await tab.marks()).filter(({ kind }) => kind === 'direct');
    assert.equal(direct.length, 600);
    assert.ok(direct.every(({ slot }) => slot !== undefined), 'afterwards each is in its speaker’s colour');
    assert.deepEqual(tab.errors, []);
  });

  // The last: reading the popup wakes Firefox's accessibility service, which makes big pages slow by itself.
  test('an empty page', async () => {
    for (const html of ['', '<!doctype html><title></title><body></body>', '<!doctype html><article></article>']) {
      const tab = await web.open(html);
      const popup = await tab.eyes.popup();
      await popup.until(/not an article/);
      await popup.close();
      assert.deepEqual(await tab.untouched(), { hosts: 0, marks: [] });
      assert.deepEqual(tab.errors, []);
    }
  });

  /** @param {import('node:test').TestContext} t @param {string} html */
  async function answers(t, html) {
    const tab = await web.open(html);
    await tab.ready();
    await tab.frames();
    const longest = await tab.page.evaluate(() => globalThis.longest);
    t.diagnostic(`${web.name}: ${(html.length / 1e6).toFixed(1)} MB, the page stood still for ${Math.round(longest)} ms at most`);
    assert.ok(longest < LONGEST_MS, `the page stood still for ${longest} ms`);
    await tab.marked(HALE);
    assert.deepEqual(tab.errors, []);
  }
});
