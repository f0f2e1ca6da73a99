/** The wrong moment: the page goes away while the engine loads, the background is stopped, the extension is updated under an open page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extensionPage } from '../../tools/browsers.mjs';
import { inEachBrowser } from './harness.mjs';
import { HALE, page, STYLE } from './pages.mjs';

inEachBrowser('moments', (web) => {
  test('a page that goes away while the engine loads takes it along, and the next one has its own', async () => {
    const host = web.site.host();
    const steps = 12;
    for (let n = 0; n < steps; n += 1) {
      // From before the gate has looked until after the first marks.
      const on = `<script>addEventListener('load', () => setTimeout(() => location.assign('/${n + 1}'), ${n * n * 4}))</script>`;
      web.site.put(host, `/${n}`, { body: page({ head: STYLE + on, title: `Page ${n}` }) });
    }
    web.site.put(host, `/${steps}`, { body: page({ head: STYLE, title: 'The last page' }) });
    const tab = await web.tab();
    await tab.page.goto(`http://${host}/0`);
    while (await tab.page.title().catch(() => '') !== 'The last page') await new Promise(setImmediate);
    await tab.ready();
    await tab.marked(HALE);
    assert.equal(await tab.page.evaluate(() => document.querySelectorAll('hearsay-overlay').length), 1);
    await (await tab.eyes.popup()).until(/Read on your machine/);
    assert.deepEqual(tab.errors, []);
  });

  test('a background that is stopped again and again while pages load loses nothing', async () => {
    const own = await extensionPage(web.browser, web.origin);
    await own.evaluate(() => hearsay.browser.storage.local.set({ settings: { version: 2, quiet: ['headline'] } }));
    await own.close();
    let stopped = 0;
    for (let n = 0; n < 6; n += 1) {
      const tab = await web.tab();
      // The first time before the page is asked for; later ones ever further into its loading.
      const going = tab.page.goto(web.site.put(web.site.host(), '/', { body: page({ head: STYLE }) }));
      if (n > 0) await going;
      for (let frame = 1; frame < n; frame += 1) await tab.frames();
      // One that has just got to work again is let go on by Firefox.
      await tab.eyes.stopBackground().then(() => { stopped += 1; }, (error) => assert.match(String(error), /No target|would not stop/));
      await going;
      await tab.ready();
      await tab.marked(HALE);
      assert.deepEqual(tab.errors, []);
      await tab.close();
      web.tabs.pop();
    }
    assert.ok(stopped > 2, `stopped ${stopped} times`);
    const after = await extensionPage(web.browser, web.origin);
    assert.deepEqual(await after.evaluate(async () => (await hearsay.settings.read()).quiet), ['headline']);
    await after.evaluate(() => hearsay.browser.storage.local.clear());
    await after.close();
  });

  test('an extension that is updated under an open page leaves it as it was, or reads it again', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    const before = await tab.page.evaluate(() => {
      /** @type {HTMLElement} */ (document.querySelector('hearsay-overlay')).dataset.old = '';
      return document.documentElement.outerHTML.replace(/<hearsay-overlay.*?<\/hearsay-overlay>/, '');
    });
    await web.update();
    await tab.page.bringToFront();
    if (web.name === 'firefox') {
      // Firefox puts the new gate into pages that are open.
      await tab.until(() => document.querySelector('hearsay-overlay:not([data-old])')?.getAttribute('data-state') === 'ready');
      assert.equal(await tab.page.evaluate(() => document.querySelectorAll('hearsay-overlay').length), 1);
      await tab.eyes.press(/^Morwenna Hale/);
      await tab.card(/The walls have moved/);
    } else {
      // Chromium does not; the old one notices at the first word that it cannot have.
      await tab.eyes.press(/^Morwenna Hale/);
      await tab.gone();
      assert.deepEqual(await tab.untouched(), { hosts: 0, marks: [] });
      assert.equal(await tab.page.evaluate(() => document.documentElement.outerHTML), before);
    }
    await tab.page.reload();
    await tab.ready();
    await tab.marked(HALE);
    assert.deepEqual(tab.errors, []);
  });
});
