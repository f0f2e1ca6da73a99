/** Cards: what they say, how they open and close, and what a reader can put right in them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { HALE, page, STORY, STYLE } from './pages.mjs';

/** Longer than the rest that opens a card, and than the grace that a card gives. */
const LONG_MS = 900;

inEachBrowser('cards', (web) => {
  const open = async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    return tab;
  };
  /** @param {import('./tab.mjs').Tab} tab */
  const names = async (tab) => (await tab.eyes.badges()).map(({ name }) => name);

  test('a card says who, what the words are, and why they are attributed to this name', async () => {
    const tab = await open();
    await tab.eyes.press(/^Morwenna Hale/);
    assert.match(await tab.card(/Hale/), /Morwenna Hale\s+the town’s chief engineer · person\s+Quoted\s+“The walls[^]*Attributed by “said”[^]*Hearsay is[^]*1 of 2/);
    await tab.page.keyboard.press('Escape');
    await tab.eyes.press(/^Casper Lindqvist/);
    const card = await tab.card(/Lindqvist/);
    assert.match(card, /Reported, not quoted\s[^]*Quoted\s/);
    assert.match(card, /Resolved from “he” in this sentence/i);
    assert.deepEqual(tab.errors, []);
  });

  test('a card points at the word that it resolved, and the page is as it was', async () => {
    const tab = await open();
    const before = await tab.page.evaluate(() => document.body.outerHTML);
    await tab.eyes.press(/^Casper Lindqvist/);
    await tab.eyes.press(/^Resolved from/);
    await tab.frames();
    await tab.frames();
    const [ring] = await tab.eyes.boxes('ring');
    assert.ok(ring, 'a ring is drawn');
    // The word under it, as the page has it.
    const said = await tab.page.evaluate(({ left, right, top, bottom }) => {
      const paragraph = document.querySelectorAll('article p')[3];
      const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      let found = '';
      while (texts.nextNode()) {
        for (let at = 0; at < texts.currentNode.nodeValue.length; at += 1) {
          const range = document.createRange();
          range.setStart(texts.currentNode, at);
          range.setEnd(texts.currentNode, at + 1);
          const box = range.getBoundingClientRect();
          const [x, y] = [(box.left + box.right) / 2 + scrollX, (box.top + box.bottom) / 2 + scrollY];
          if (x > left + 3 && x < right - 3 && y > top && y < bottom) found += String(range);
        }
      }
      return found;
    }, ring);
    assert.match(said, /^he$/i);
    await tab.page.keyboard.press('Escape');
    assert.deepEqual(await tab.eyes.boxes('ring'), []);
    assert.equal(await tab.page.evaluate(() => document.body.outerHTML), before);
  });

  test('on a phone a card is a sheet, and leaves the line in sight that it is about', async () => {
    const tab = await web.open(page({ head: `${STYLE}<style>article { padding: 600px 0 }</style>` }));
    await tab.ready();
    // Low enough that no card has room on either side of the middle.
    await tab.resize({ width: 360, height: 560 });
    for (const [at, where] of /** @type {const} */ ([[0.15, 'high'], [0.5, 'in the middle'], [0.85, 'low']])) {
      const badge = (await tab.eyes.boxes('n')).find(({ form }) => form !== 'hidden');
      assert.ok(badge);
      const [x, y] = await tab.page.evaluate((left, top) => {
        scrollTo({ top, behavior: 'instant' });
        return [left - scrollX, -scrollY];
      }, (badge.left + badge.right) / 2, badge.top - 560 * at);
      await tab.page.mouse.click(x, y + (badge.top + badge.bottom) / 2);
      await tab.card(/Hale/);
      const [card] = await tab.eyes.boxes('card');
      assert.ok(card.right - card.left > 300, 'as wide as the screen');
      assert.ok(card.top >= badge.bottom + 8 || card.bottom <= badge.top - 8, `${where}: ${JSON.stringify({ card, badge })}`);
      await tab.page.keyboard.press('Escape');
    }
  });

  test('the pointer has to rest, can cross over into the card, and closes it by leaving', async () => {
    const tab = await open();
    await tab.eyes.rest(/^Morwenna Hale/);
    await tab.page.mouse.move(5, 5, { steps: 3 });
    await tab.pass(LONG_MS);
    assert.equal(await tab.eyes.card(), '', 'passing by opens nothing');

    await tab.eyes.rest(/^Morwenna Hale/);
    await tab.card(/Morwenna Hale/);
    const [card] = await tab.eyes.boxes('card');
    const scroll = await tab.page.evaluate(() => [scrollX, scrollY]);
    await tab.page.mouse.move(card.left + 60 - scroll[0], card.top + 40 - scroll[1], { steps: 12 });
    await tab.pass(LONG_MS);
    assert.match(await tab.eyes.card(), /Morwenna Hale/, 'the card stays while the pointer is in it');

    await tab.page.mouse.move(5, 5, { steps: 3 });
    await tab.card('');

    await tab.eyes.rest(/^Morwenna Hale/);
    await tab.card(/Morwenna Hale/);
    await tab.eyes.press(/^Morwenna Hale/);
    await tab.page.mouse.move(5, 5, { steps: 3 });
    await tab.pass(LONG_MS);
    assert.match(await tab.eyes.card(), /Morwenna Hale/, 'a click holds it');
    assert.deepEqual(tab.errors, []);
  });

  test('by keyboard: focus opens, Enter goes in, Escape goes back', async () => {
    const tab = await open();
    for (let presses = 0; presses < 12 && !/^Morwenna Hale/.test(await tab.eyes.focused()); presses += 1) await tab.page.keyboard.press('Tab');
    await tab.card(/Morwenna Hale/);
    await tab.page.keyboard.press('Enter');
    assert.equal(await tab.eyes.focused(), 'Not right?');
    await tab.page.keyboard.press('Escape');
    assert.equal(await tab.eyes.card(), '');
    assert.match(await tab.eyes.focused(), /^Morwenna Hale/);
    assert.deepEqual(tab.errors, []);
  });

  test('to the same speaker’s next words and back', async () => {
    const tab = await open();
    await tab.eyes.press(/^Morwenna Hale/);
    await tab.eyes.press(/^Next$/);
    await tab.card(/2 of 2/);
    assert.match(await tab.eyes.focused(), /^Morwenna Hale/);
    await tab.eyes.press(/^Previous$/);
    await tab.card(/1 of 2/);
  });

  test('what is not right is hidden, stays so on this page, and comes back', async () => {
    const tab = await open();
    await tab.eyes.press(/^Morwenna Hale/);
    await tab.eyes.press(/^Not right\?$/);
    await tab.eyes.press(/^Hide this mark$/);
    assert.match(await tab.eyes.notice(), /Hidden on this page/);
    assert.equal(await tab.eyes.focused(), 'Undo');
    assert.ok(!(await tab.marks()).some(({ text }) => HALE.test(text)));

    await tab.page.reload();
    await tab.ready();
    assert.ok(!(await tab.marks()).some(({ text }) => HALE.test(text)), 'it is remembered');
    const other = await open();
    assert.ok((await other.marks()).some(({ text }) => HALE.test(text)), 'for this page alone');

    await tab.page.bringToFront();
    await tab.eyes.press(/^Casper Lindqvist/);
    await tab.eyes.press(/^Not right\?$/);
    await tab.eyes.press(/^Undo all changes on this page/);
    await tab.marked(HALE);
    await tab.page.reload();
    await tab.ready();
    assert.ok((await tab.marks()).some(({ text }) => HALE.test(text)));
    assert.deepEqual(tab.errors, []);
  });

  test('a reader who knows better names another speaker, and takes it back', async () => {
    const tab = await open();
    const before = await names(tab);
    await tab.eyes.press(/^Casper Lindqvist/);
    await tab.eyes.press(/^Not right\?$/);
    await tab.eyes.press(/^Morwenna Hale$/);
    assert.match(await tab.eyes.notice(), /Now attributed to Morwenna Hale/);
    assert.equal((await names(tab)).filter((name) => /^Morwenna Hale/.test(name)).length, 3);
    await tab.eyes.press(/^Undo$/);
    assert.deepEqual(await names(tab), before);
    assert.equal(await tab.eyes.notice(), '');
    assert.deepEqual(tab.errors, []);
  });

  test('a warning’s card leads to who answers it', async () => {
    const denied = '“That is simply untrue. Nobody has offered me a penny for the baths,” said Casper Lindqvist, denying the claims.';
    const tab = await web.open(page({ head: STYLE, texts: [...STORY.slice(0, 3), 'Critics claimed without evidence that the café owner had been offered money for the baths.', denied, ...STORY.slice(4)] }));
    await tab.ready();
    await tab.eyes.press(/^(?:Vague source|Called unproven)/);
    const card = await tab.card(/about sourcing/);
    assert.match(card, /Why it matters:[^]*The standard:[^]*What would settle it:[^]*Denied by Casper Lindqvist · next paragraph[^]*This is about sourcing, not about whether it is true/);
  });
});
