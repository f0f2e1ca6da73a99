/** The page is not ours: its DOM, its layout, its selection and its scripts are as they would be without Hearsay. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { page, STORY, STYLE } from './pages.mjs';

/**
 * Runs in the page before anything of ours: notes every change of the document from the moment it was parsed, errors,
 * and shifts of the layout.
 */
function witness() {
  globalThis.seen = { changes: [], errors: [], shifts: [] };
  addEventListener('error', ({ message }) => globalThis.seen.errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => globalThis.seen.errors.push(String(reason)));
  new PerformanceObserver((list) => globalThis.seen.shifts.push(...list.getEntries().map((entry) => entry.value)))
    .observe({ type: 'layout-shift', buffered: true });
  addEventListener('DOMContentLoaded', () => {
    globalThis.before = document.documentElement.outerHTML;
    globalThis.boxes = globalThis.measure();
    const describe = (record) => {
      const nodes = [...record.addedNodes, ...record.removedNodes].map((node) => node.nodeName.toLowerCase());
      return [record.target.nodeName.toLowerCase(), record.type, record.attributeName, ...nodes].filter(Boolean).join(' ');
    };
    new MutationObserver((records) => globalThis.seen.changes.push(...records.map(describe)))
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  globalThis.measure = () => [
    document.documentElement.scrollWidth, document.documentElement.scrollHeight,
    ...[...document.querySelectorAll('body *')].flatMap((element) => Object.values(element.getBoundingClientRect().toJSON())),
  ];
}

/** Our host element comes, goes and says its state; that is all that a page may ever see. */
const OURS = /^(?:html childList hearsay-overlay|hearsay-overlay attributes data-state)$/;

inEachBrowser('the page untouched', (web) => {
  /** @param {string} [more] */
  async function witnessed(more = '') {
    const tab = await web.open(page({ head: `<script>(${witness})()</script>${STYLE}`, after: more }));
    await tab.ready();
    return tab;
  }

  test('its DOM is the same, before, with and after us', async () => {
    const tab = await witnessed();
    assert.ok((await tab.marks()).length > 3 && (await tab.eyes.badges()).length >= 3);
    await tab.eyes.press(/^Morwenna Hale/);
    assert.match(await tab.eyes.card(), /Morwenna Hale/);
    const during = await tab.page.evaluate(() => ({ before: globalThis.before, now: document.documentElement.outerHTML, seen: globalThis.seen }));
    const { before, now, seen } = during;
    assert.equal(now.replace('</body><hearsay-overlay data-state="ready"></hearsay-overlay></html>', '</body></html>'), before);
    assert.deepEqual(seen.changes.filter((change) => !OURS.test(change)), []);
    assert.deepEqual(seen.errors, []);
    assert.equal(await tab.page.evaluate(() => document.querySelector('hearsay-overlay').shadowRoot), null, 'the shadow root is closed');
    assert.equal(await tab.page.evaluate(() => document.adoptedStyleSheets.length + document.styleSheets.length), 1, 'only the page\'s own style sheet');

    const popup = await tab.eyes.popup();
    await popup.press(/^On page-/);
    await tab.gone();
    await popup.close();
    assert.equal(await tab.page.evaluate(() => document.documentElement.outerHTML), before);
    assert.deepEqual(await tab.page.evaluate(() => [...CSS.highlights.keys()]), []);
    assert.deepEqual(await tab.page.evaluate(() => globalThis.seen.changes.filter((change) => !/hearsay-overlay/.test(change))), []);
  });

  test('its layout does not move', async () => {
    const tab = await witnessed();
    await tab.frames();
    const { boxes, now, shifts } = await tab.page.evaluate(() => ({ boxes: globalThis.boxes, now: globalThis.measure(), shifts: globalThis.seen.shifts }));
    assert.deepEqual(now, boxes, 'every element stands where it stood when the page was parsed');
    // Firefox has no entries of this type and never reports one; there the comparison above has to do.
    assert.deepEqual(shifts, []);
  });

  test('selecting and copying give the page\'s own words', async () => {
    const tab = await witnessed('<p><textarea aria-label="Notes"></textarea></p>');
    const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';
    /** @param {string} key */
    const stroke = async (key) => {
      await tab.page.keyboard.down(modifier);
      await tab.page.keyboard.press(key);
      await tab.page.keyboard.up(modifier);
    };
    /** What a reader gets who copies all of the page and pastes it. */
    const copied = async () => {
      await tab.page.evaluate(() => {
        document.querySelector('textarea').value = '';
        document.activeElement.blur();
        getSelection().removeAllRanges();
        globalThis.selected = new Promise((resolve) => document.addEventListener('selectionchange', () => {
          if (!getSelection().isCollapsed) resolve(getSelection().toString());
        }));
      });
      await stroke('a');
      const selected = await tab.page.evaluate(() => globalThis.selected);
      await stroke('c');
      await tab.page.focus('textarea');
      await stroke('v');
      return { selected, pasted: await tab.page.evaluate(() => document.querySelector('textarea').value) };
    };
    const withUs = await copied();
    assert.match(withUs.pasted, /“The walls have moved more in one year than in the fifty before it,” said Morwenna Hale/);
    const popup = await tab.eyes.popup();
    await popup.press(/^On page-/);
    await tab.gone();
    await popup.close();
    await tab.page.reload();
    await tab.page.bringToFront();
    assert.deepEqual(await tab.untouched(), { hosts: 0, marks: [] });
    assert.deepEqual(withUs, await copied());
  });

  test('words of the page that look like markup stay words', async () => {
    const texts = [...STORY, '“Put <img src=/planted onerror=planted()> and <b>bold</b> on the plaque,” said Otto Brandt, the <i>keeper</i> of the baths.'];
    const tab = await web.open(page({ head: STYLE, texts }));
    await tab.ready();
    await tab.marked(/^Put <img/);
    await tab.eyes.press(/^Otto Brandt/);
    assert.match(await tab.eyes.card(), /Put <img src=\/planted onerror=planted\(\)> and <b>bold<\/b>/);
    const popup = await tab.eyes.popup();
    assert.match(await popup.text(), /Otto Brandt/);
    await popup.close();
    assert.deepEqual(web.site.asked.filter(({ url }) => url.endsWith('/planted')), []);
    assert.deepEqual(tab.errors, []);
  });

  test('finding in the page finds the page\'s own words only', async () => {
    const tab = await witnessed();
    // The name stands once in the text, and on badges.
    const places = await tab.page.evaluate(() => {
      const found = [];
      getSelection().removeAllRanges();
      while (found.length < 9 && window.find('Morwenna Hale', true)) found.push(getSelection().anchorNode?.parentElement?.tagName ?? 'elsewhere');
      return found;
    });
    assert.deepEqual(places, ['P']);
  });
});
