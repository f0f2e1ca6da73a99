/** The popup as the toolbar's button opens it: counts and switches, in the tab that is open and in the others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { FENNIMORE, FRONT, GERMAN, HALE, OTHER, page, STYLE } from './pages.mjs';

const NOTHING = { hosts: 0, marks: [] };
const SITE = /^On page-/;
const EVERYWHERE = /^Everywhere/;

inEachBrowser('switches', (web) => {
  test('the popup counts speakers and names them with their roles', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    const popup = await tab.eyes.popup();
    const text = await popup.until(/Read on your machine/);
    const names = new Set((await tab.eyes.badges()).map(({ name }) => name.split(',')[0]));
    assert.match(text, new RegExp(`Speakers\\s+(?:Speakers\\s+)?${names.size}\\b`), 'as many speakers as in the page');
    for (const name of names) assert.ok(text.includes(name), `${name} is missing`);
    for (const words of [/Morwenna Hale\s+the town’s chief engineer/, /Casper Lindqvist/]) assert.match(text, words);
    assert.ok(await popup.on(SITE) && await popup.on(EVERYWHERE), 'both switches are on at first');
    await popup.close();
  });

  test('the switch for this site works live, is remembered over a reload, and leaves other sites alone', async () => {
    const tab = await web.open(page({ head: STYLE }));
    const before = await tab.page.evaluate(() => document.documentElement.outerHTML);
    await tab.ready();
    const beside = await web.open(page({ head: STYLE, texts: OTHER }));
    await beside.ready();

    let popup = await tab.eyes.popup();
    await popup.press(SITE);
    await popup.until(/Switched off on this site/);
    await popup.close();
    await tab.gone();
    assert.deepEqual(await tab.untouched(), NOTHING);
    assert.equal(await tab.page.evaluate(() => document.documentElement.outerHTML), before.replace(/<hearsay-overlay.*?<\/hearsay-overlay>/, ''));
    await beside.marked(FENNIMORE);

    await tab.page.reload();
    popup = await tab.eyes.popup();
    await popup.until(/Switched off on this site/);
    assert.equal(await popup.on(SITE), false);
    assert.deepEqual(await tab.untouched(), NOTHING);

    await popup.press(SITE);
    await popup.until(/Read on your machine/);
    await popup.close();
    await tab.ready();
    await tab.marked(HALE);
    await tab.page.reload();
    await tab.ready();
    await tab.marked(HALE);
  });

  test('two tabs of one site follow one switch', async () => {
    const first = await web.open(page({ head: STYLE }));
    await first.ready();
    const second = await web.tab();
    await second.page.goto(first.page.url());
    await second.ready();

    const popup = await second.eyes.popup();
    await popup.press(SITE);
    await Promise.all([first.gone(), second.gone()]);
    assert.deepEqual([await first.untouched(), await second.untouched()], [NOTHING, NOTHING]);
    await popup.press(SITE);
    await Promise.all([first.ready(), second.ready()]);
    await popup.close();
  });

  test('the switch for everywhere works live and after a reload', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    const other = await web.open(page({ head: STYLE, texts: OTHER }));
    await other.ready();

    let popup = await other.eyes.popup();
    await popup.press(EVERYWHERE);
    await popup.until(/Switched off everywhere/);
    await popup.close();
    await Promise.all([tab.gone(), other.gone()]);
    await tab.page.reload();
    popup = await tab.eyes.popup();
    await popup.until(/Switched off everywhere/);
    assert.deepEqual([await tab.untouched(), await other.untouched()], [NOTHING, NOTHING]);

    await popup.press(EVERYWHERE);
    await popup.until(/Read on your machine/);
    await popup.close();
    await Promise.all([tab.ready(), other.ready()]);
  });

  test('a background that the browser has stopped wakes up for the next page', async () => {
    const tab = await web.tab();
    await tab.eyes.stopBackground();
    await tab.page.goto(web.site.put(web.site.host(), '/', { body: page({ head: STYLE }) }));
    await tab.ready();
    await tab.marked(HALE);
  });

  test('a page that is no article is left alone, and the popup says so', async () => {
    const tab = await web.open(FRONT);
    const popup = await tab.eyes.popup();
    await popup.until(/not an article/);
    await popup.close();
    assert.deepEqual(await tab.untouched(), NOTHING);
    assert.deepEqual(await tab.eyes.engines(), []);
  });

  test('an article in another language is left alone, and the popup says so', async () => {
    for (const lang of ['de', 'en']) {
      const tab = await web.open(page({ texts: GERMAN, lang, title: 'Niederbucht schließt das Bad' }));
      const popup = await tab.eyes.popup();
      await popup.until(/another language/);
      await popup.close();
      assert.deepEqual(await tab.untouched(), NOTHING, `declared as ${lang}`);
      assert.deepEqual(await tab.eyes.engines(), []);
    }
  });
});
