/** The extension's own pages: the settings as they are stored and as they work, the first page, and their accessibility. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { HALE, page, STORY, STYLE } from './pages.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ready = () => document.documentElement.dataset.state === 'ready';
const WARNED = [...STORY, 'Some residents said the baths had been loved to death. The walls were reportedly built without a plan.'];

/** Clicks the switch or the choice of this name. @param {import('./tab.mjs').Tab} tab @param {string} selector */
const click = (tab, selector) => tab.page.$eval(selector, (/** @type {any} */ input) => input.click());

/** @param {import('./tab.mjs').Tab} tab @param {string} name @param {string} text */
const give = (tab, name, text) => tab.page.evaluate((called, content) => {
  const input = /** @type {HTMLInputElement} */ (document.getElementById('file'));
  const given = new DataTransfer();
  given.items.add(new File([content], called, { type: 'application/json' }));
  input.files = given.files;
  input.dispatchEvent(new Event('change'));
}, name, text);

/** What is stored once something has been done that changes it. @param {import('./tab.mjs').Tab} tab @param {() => Promise<unknown>} act */
async function after(tab, act) {
  const heard = tab.page.evaluate(() => new Promise((resolve) => hearsay.settings.listen(resolve)));
  await act();
  return /** @type {Promise<HearsaySettings>} */ (heard);
}

/** @param {import('./tab.mjs').Tab} tab */
const stored = (tab) => tab.page.evaluate(() => hearsay.settings.read());

inEachBrowser('the extension\'s own pages', (web) => {
  const options = async () => {
    const tab = await web.own('options.html');
    await tab.until(ready);
    return tab;
  };
  const reset = async () => {
    const tab = await options();
    await tab.page.evaluate(() => hearsay.browser.storage.local.clear());
    await tab.close();
    web.tabs.splice(web.tabs.indexOf(tab), 1);
  };

  test('kinds of warning and density work in an open page, and survive a reload', async () => {
    const tab = await web.open(page({ head: STYLE, texts: WARNED }));
    await tab.ready();
    const warned = async () => (await tab.marks()).filter(({ kind }) => kind === 'warning').map(({ text }) => text);
    assert.deepEqual(await warned(), ['Some residents', 'reportedly']);
    const own = await options();
    await click(own, '#kinds li:nth-child(3) input');
    await tab.until(() => [...(CSS.highlights.get('hearsay-warning') ?? [])].map(String).join() === 'reportedly');
    await click(own, '[name=density][value=warnings]');
    await tab.until(() => ![...CSS.highlights.keys()].some((name) => /direct|mixed/.test(name)));
    assert.deepEqual((await tab.eyes.badges()).map(({ name }) => name), ['Nobody says it: reportedly']);
    await tab.page.reload();
    await tab.ready();
    assert.deepEqual(await warned(), ['reportedly']);
    await click(own, '[name=density][value=everything]');
    await click(own, '[name=colours][value=one]');
    await tab.until(() => CSS.highlights.get('hearsay-direct')?.size && ![...CSS.highlights.keys()].some((name) => /direct-\d/.test(name)));
    await reset();
  });

  test('only chosen sites, the list of sites and its search', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    const own = await options();
    await click(own, '[name=onByDefault][value=false]');
    await tab.gone();
    await own.page.type('#host', new URL(tab.page.url()).origin);
    await own.page.keyboard.press('Enter');
    await tab.ready();
    await tab.marked(HALE);
    await own.page.type('#host', 'two words');
    await own.page.keyboard.press('Enter');
    await own.until(() => /two words/.test(document.getElementById('add-wrong')?.textContent ?? ''));
    await own.page.type('#search', 'no such site');
    await own.until(() => /no such site/.test(document.getElementById('sites-none')?.textContent ?? ''));
    await click(own, '#sites .forget');
    await tab.gone();
    assert.deepEqual((await stored(own)).sites, {});
    await reset();
  });

  test('two windows that change settings at once lose neither change', async () => {
    const [one, two] = [await options(), await options()];
    const flip = (/** @type {import('./tab.mjs').Tab} */ tab, /** @type {number} */ from) => tab.page.evaluate((first) => {
      const all = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('#kinds input'));
      for (let at = first; at < all.length; at += 2) all[at]?.click();
    }, from);
    await Promise.all([flip(one, 0), flip(two, 1)]);
    for (const tab of [one, two]) await tab.until(() => [...document.querySelectorAll('#kinds input')].every((input) => !(/** @type {HTMLInputElement} */ (input).checked)));
    assert.equal((await stored(one)).quiet.length, 10);
    await reset();
  });

  test('settings of the first version are lifted', async () => {
    const own = await options();
    await own.page.evaluate(() => hearsay.browser.storage.local.set({ settings: { version: 1, everywhere: true, offSites: ['a.example'], warnings: true, badges: false } }));
    await own.until(() => document.querySelector('#sites bdi')?.textContent === 'a.example');
    assert.equal(await own.page.$eval('[name=density]:checked', (input) => /** @type {HTMLInputElement} */ (input).value), 'warnings');
    await after(own, () => click(own, '#sites input'));
    const { version, sites } = await own.page.evaluate(async () => (await hearsay.browser.storage.local.get('settings')).settings);
    assert.deepEqual({ version, sites }, { version: 2, sites: { 'a.example': true } });
    await reset();
  });

  test('a file is loaded; a damaged one changes nothing and says why', async () => {
    const own = await options();
    const file = { hearsay: 'settings', version: 2, everywhere: true, onByDefault: false, sites: { 'a.example': true }, density: 'badges', quiet: ['headline'], colours: 'one' };
    await give(own, 'settings.json', JSON.stringify(file));
    await own.until(() => /are in use/.test(document.getElementById('file-said')?.textContent ?? ''));
    const { hearsay: _, ...chosen } = file;
    assert.deepEqual(await stored(own), chosen);
    for (const [text, said] of /** @type {[string, string][]} */ ([
      ['{"hearsay": "settings"', 'cannot be read'], ['{"id": "report"}', 'not a file of Hearsay’s settings'],
      [JSON.stringify({ ...file, density: 'loud' }), 'damaged at “density”'], [JSON.stringify({ ...file, version: 9 }), 'newer version'],
    ])) {
      await give(own, 'broken.json', text);
      await own.until((/** @type {string} */ words) => document.getElementById('file-said')?.textContent?.includes(words), said);
      assert.deepEqual(await stored(own), chosen);
    }
    await reset();
  });

  test('a pause holds for the tab alone, over its next pages and a stopped background, until it is ended', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    const beside = await web.open(page({ head: STYLE }));
    await beside.ready();
    let popup = await tab.eyes.popup();
    await popup.press(/^Pause/);
    await popup.until(/Paused on this tab/);
    await popup.close();
    await tab.gone();
    await tab.eyes.stopBackground();
    await tab.page.reload();
    popup = await tab.eyes.popup();
    await popup.until(/Paused on this tab/);
    assert.ok(await popup.on(/^Pause/));
    assert.equal((await beside.untouched()).hosts, 1, 'the other tab goes on');
    await popup.press(/^Pause/);
    await popup.until(/Read on your machine/);
    await popup.close();
    await tab.ready();
    await tab.marked(HALE);
  });

  test('the popup says that a page changed under its marks', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    await tab.page.evaluate(() => {
      const words = [...document.querySelectorAll('article p')].find((p) => p.textContent?.startsWith('“The walls'));
      if (words) words.textContent = 'The town has nothing to add to what it said on Monday, and nobody will speak for it before the spring.';
    });
    await tab.until(() => ![...CSS.highlights].some(([name, ranges]) => /direct/.test(name) && [...ranges].some((range) => /The walls/.test(String(range)))));
    const popup = await tab.eyes.popup();
    await popup.until(/This page changed while you were reading/);
    await popup.close();
  });

  test('the shortcuts go from statement to statement, round at the ends', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    const own = await options();
    const names = (await tab.eyes.badges()).map(({ name }) => name.split(',')[0] ?? '');
    const step = async (/** @type {boolean} */ forward) => {
      await own.page.evaluate(async (ahead, address) => {
        const found = (await hearsay.browser.tabs.query({})).find(({ url }) => url === address);
        await hearsay.browser.tabs.sendMessage(/** @type {number} */ (found?.id), { type: 'step', forward: ahead }, { frameId: 0 });
      }, forward, tab.page.url());
      await tab.page.bringToFront();
      await tab.frames();
      return (await tab.eyes.card()).trim();
    };
    assert.ok((await step(true)).startsWith(names[0] ?? '-'));
    assert.ok((await step(true)).startsWith(names[1] ?? '-'));
    await step(false);
    assert.ok((await step(false)).startsWith(names.at(-1) ?? '-'));
  });

  test('the shortcuts are listed with their keys', async () => {
    const own = await options();
    assert.match(await own.page.$eval('#commands', (list) => list.textContent ?? ''), /site.*panel.*next statement.*statement before/is);
    assert.equal(await own.page.$$eval('#commands kbd', (all) => all.length), 4);
  });

  test('the first page teaches the marks on a sample that the engine reads', async () => {
    const tab = await web.own('welcome.html');
    await tab.ready();
    const kinds = async () => [...new Set((await tab.marks()).map(({ kind }) => kind))].sort();
    assert.deepEqual((await kinds()).includes('warning'), false);
    assert.ok((await tab.eyes.badges()).some(({ name }) => /^Ada Quill/.test(name)));
    await click(tab, '#next');
    await tab.until(() => CSS.highlights.get('hearsay-warning')?.size);
    assert.deepEqual(await kinds(), ['warning']);
    assert.equal(await tab.page.evaluate(() => document.activeElement?.id), 'warning');
    await click(tab, '#next');
    await tab.until(() => [...CSS.highlights.keys()].some((name) => /direct/.test(name)));
    assert.equal(await tab.page.$$eval('.permissions li', (all) => all.length), 4);
  });

  test('the accessibility rules find nothing, light and dark, wide and narrow', async () => {
    for (const path of ['options.html', 'welcome.html', 'popup.html']) {
      const tab = await web.own(path);
      if (path === 'options.html') await tab.until(ready);
      if (path === 'welcome.html') await tab.ready();
      await tab.page.evaluate(axe);
      for (const [scheme, width] of /** @type {const} */ ([['light', 1280], ['dark', 360]])) {
        // Firefox takes no emulated scheme over this protocol: it is checked in the scheme that it has.
        if (web.name === 'chromium') await tab.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await tab.page.setViewport({ width, height: 900 });
        await tab.frames();
        const found = await tab.page.evaluate(async () => (await /** @type {any} */ (globalThis).axe.run(document)).violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => n.html).join(' ')}`));
        assert.deepEqual(found, [], `${path}, ${scheme}, ${width} px`);
        assert.ok(await tab.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path}: no sideways scrolling at ${width} px`);
      }
    }
  });
});
