/** The panel: opened by message, read, filtered, jumped from, exported, closed; by mouse and by keyboard. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { browsers, inEachBrowser } from './harness.mjs';
import { inside } from './inside.mjs';
import { page, STYLE } from './pages.mjs';

const POLICY = '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"@type": "NewsMediaOrganization", "unnamedSourcesPolicy": "https://post.example/sources", "ethicsPolicy": "javascript:alert(1)"}}</script>';
const NEWS = page({ head: `${STYLE}<style>p { margin-bottom: 300px }</style>${POLICY}`, after: '<button id="own">Ours</button>' });

/** The words under the highlights whose name matches. @param {import('puppeteer-core').Page} tab @param {RegExp} name */
const lit = (tab, name) => tab.evaluate(
  (source) => [...CSS.highlights].filter(([key]) => new RegExp(source).test(key)).flatMap(([, ranges]) => [...ranges].map(String)), name.source,
);

inEachBrowser('panel', (web) => {
  test('a message opens it with every statement in it, and closes it without a trace', async () => {
    const tab = await web.open(NEWS);
    await tab.ready();
    const before = await tab.marks();
    assert.equal(await web.togglePanel(tab), true);
    const text = await tab.eyes.panel();
    for (const { kind, text: words } of before) {
      if (kind !== 'warning') assert.ok(text.includes(words), `no “${words}” in ${text}`);
    }
    assert.match(text, /On unnamed sources\s+post\.example/);
    assert.doesNotMatch(text, /On ethics/);
    assert.equal(await web.togglePanel(tab), false);
    assert.equal(await tab.eyes.panel(), '');
    assert.deepEqual(await tab.marks(), before);
    assert.deepEqual(tab.errors, []);
  });

  test('a speaker alone: the others dim in the page, and everything comes back', async () => {
    const tab = await web.open(NEWS);
    await tab.ready();
    const before = await tab.marks();
    await web.togglePanel(tab);
    await tab.eyes.press(/^Morwenna Hale.*statements: 2/);
    const bright = await lit(tab.page, /^hearsay-(?:direct|mixed|indirect)-\d+$/);
    assert.ok(bright.length > 0 && bright.every((words) => !words.includes('soup')), bright.join(' | '));
    assert.ok((await lit(tab.page, /-dim$/)).some((words) => words.includes('soup')));
    const shown = await tab.eyes.panel();
    assert.ok(shown.includes('The walls have moved') && !shown.includes('soup'));
    await tab.eyes.press(/^Show everyone$/);
    assert.deepEqual(await tab.marks(), before);
    assert.deepEqual((await lit(tab.page, /-dim$/)), []);
  });

  test('a jump brings the words into view and lights them for a moment', async () => {
    const tab = await web.open(NEWS);
    await tab.ready();
    await web.togglePanel(tab);
    await tab.eyes.press(/^Casper Lindqvist, Quoted/);
    assert.deepEqual(await lit(tab.page, /^hearsay-flash$/), ['People come for the soup as much as for the water,']);
    // Scrolling changes nothing in the document: it is looked at in every frame.
    await tab.page.waitForFunction(() => {
      const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) => textContent?.includes('Casper Lindqvist'))?.getBoundingClientRect();
      return paragraph !== undefined && paragraph.top > 0 && paragraph.bottom < innerHeight;
    });
    await tab.page.waitForFunction(() => !CSS.highlights.has('hearsay-flash'));
    assert.notEqual(await tab.eyes.panel(), '', 'it stays for the next');
  });

  test('Escape closes it, and the focus returns to where it was', async () => {
    const tab = await web.open(NEWS);
    await tab.ready();
    await tab.page.focus('#own');
    await web.togglePanel(tab);
    assert.equal(await tab.page.evaluate(() => document.activeElement?.localName), 'hearsay-overlay');
    await tab.page.keyboard.press('Tab');
    await tab.page.keyboard.press('Escape');
    assert.equal(await tab.eyes.panel(), '');
    assert.equal(await tab.page.evaluate(() => document.activeElement?.id), 'own');
  });

  test('on a phone it is a sheet that a jump closes', async () => {
    const tab = await web.open(NEWS);
    await tab.page.setViewport({ width: 360, height: 700 });
    await tab.ready();
    await web.togglePanel(tab);
    assert.ok(await tab.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no sideways scrolling');
    await tab.eyes.press(/^Casper Lindqvist, Quoted/);
    assert.equal(await tab.eyes.panel(), '');
  });
});

const ARTICLE = `<p>“The walls 😀 have moved
  more in one year than in fifty,” said <b>Morwenna</b> Hale, the town’s chief engineer.</p>
<p>Critics say the pier is a disgrace. Hale denied these claims.</p>`;

for (const name of browsers) {
  describe(`panel, from inside, in ${name}`, () => {
    /** @type {Awaited<ReturnType<typeof inside>>} */ let view;
    /** @type {import('puppeteer-core').Page} */ let tab;

    before(async () => {
      view = await inside(name, ARTICLE);
      tab = view.page;
      await view.begin();
      await tab.evaluate(() => /** @type {any} */ (globalThis).engine.panel());
    });
    after(() => view?.close());

    const press = (/** @type {string} */ selector) => view.press(selector);

    test('axe finds nothing in light or dark, chosen speaker or not', async () => {
      for (const dark of [false, true]) {
        await view.dark(dark);
        assert.deepEqual(await view.broken(), [], dark ? 'dark' : 'light');
      }
      await press('.voice');
      assert.equal(await tab.evaluate(() => /** @type {any} */ (globalThis).ours.querySelector('.voice').ariaPressed), 'true');
      await press('.everyone');
    });

    test('each selector of the annotations finds exactly its words in the page', async () => {
      await press('[data-save=jsonld]');
      const { first, total } = JSON.parse(await tab.evaluate(() => /** @type {any} */ (globalThis).saved));
      assert.ok(total >= 3 && first.items.length === total);
      const body = await tab.evaluate(() => document.body.textContent ?? '');
      const points = [...body];
      for (const { target } of first.items) {
        for (const { selector: [quote, position], source } of target) {
          assert.match(source, /^http:\/\/127\.0\.0\.1:\d+\/$/);
          assert.equal(points.slice(position.start, position.end).join(''), quote.exact);
          assert.equal(body.split(quote.prefix + quote.exact + quote.suffix).length, 2, 'once and no more');
        }
      }
      assert.match(first.items[0].target[0].selector[0].exact, /^The walls 😀 have moved\s+more/);
    });

    test('the table and the report say the same, and can be copied', async () => {
      await press('[data-save=csv]');
      const table = await tab.evaluate(() => /** @type {any} */ (globalThis).saved);
      assert.match(table, /\r\nstatement,0,direct,Morwenna Hale,the town’s chief engineer,person,true,/);
      await press('[data-copy=md]');
      await tab.waitForFunction(() => /** @type {any} */ (globalThis).ours.querySelector('.done').textContent === 'Copied.');
      const copied = await tab.evaluate(() => /** @type {any} */ (globalThis).copied);
      assert.match(copied, /\*\*Morwenna Hale\*\*, the town’s chief engineer \(statements: 2, share of the quoted words: 100 %\)/);
      assert.match(copied, /\*\*Vague source\*\*/);
      assert.doesNotMatch(copied, /score|rating/i);
    });

    test('a keyboard reaches everything in the order of the panel', async () => {
      const all = await tab.evaluate(() => {
        const { ours } = /** @type {any} */ (globalThis);
        ours.querySelector('.panel').focus();
        return [...ours.querySelectorAll('.panel :is(button, a):not([hidden], [hidden] *)')].map(({ dataset }) => dataset.key);
      });
      const reached = [];
      for (const _ of all) {
        await tab.keyboard.press('Tab');
        reached.push(await tab.evaluate(() => /** @type {any} */ (globalThis).ours.activeElement?.dataset.key));
      }
      assert.deepEqual(reached, all);
    });
  });
}
