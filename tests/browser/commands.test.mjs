/** What is done from outside of the page: the keys of the commands, files that are saved, corrections that are forgotten. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { HALE, page, STYLE } from './pages.mjs';

/**
 * The file that an act has the browser save: its name and its text.
 * @param {string} folder @param {RegExp} ending @param {() => Promise<unknown>} act
 */
async function saved(folder, ending, act) {
  const found = () => readdirSync(folder).find((name) => ending.test(name) && readFileSync(join(folder, name)).length > 0);
  const watcher = watch(folder);
  try {
    await act();
    while (!found()) await new Promise((resolve) => watcher.once('change', resolve));
  } finally {
    watcher.close();
  }
  const name = /** @type {string} */ (found());
  return { name, text: readFileSync(join(folder, name), 'utf8') };
}

inEachBrowser('from outside of the page', (web) => {
  test('the keys of the commands: panel, next and previous statement, site', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    await tab.eyes.command('h');
    await tab.panel(/Who speaks/);
    await tab.eyes.command('h');
    await tab.panel(/^$/);
    await tab.eyes.command('j');
    await tab.card(/^Morwenna Hale/);
    await tab.eyes.command('j');
    await tab.eyes.command('j');
    await tab.card(/^Casper Lindqvist/);
    await tab.eyes.command('k');
    await tab.card(/^Morwenna Hale/);
    await tab.eyes.command('s');
    await tab.gone();
    assert.deepEqual(await tab.untouched(), { hosts: 0, marks: [] });
    await tab.eyes.command('s');
    await tab.ready();
    await tab.marked(HALE);
  });

  test('the findings are saved as files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-saved-'));
    try {
      const tab = await web.open(page({ head: STYLE }));
      await tab.ready();
      await tab.eyes.downloadInto(folder);
      await web.togglePanel(tab);
      const report = await saved(folder, /\.md$/, () => tab.eyes.press(/^Save.*Markdown/));
      assert.equal(report.name, 'hearsay-Netherby-closes-its-tidal-baths.md');
      assert.match(report.text, /\*\*Morwenna Hale\*\*, the town’s chief engineer/);
      const table = await saved(folder, /\.csv$/, () => tab.eyes.press(/^Save.*CSV/));
      assert.match(table.text, /^\ufeff.*\r\n/);
      const annotations = await saved(folder, /\.jsonld$/, () => tab.eyes.press(/^Save.*JSON-LD/));
      assert.match(JSON.stringify(JSON.parse(annotations.text)), /TextQuoteSelector/);
      assert.deepEqual(tab.errors, []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('a card leads to the panel, and the panel back to the badge', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    await tab.eyes.press(/^Morwenna Hale/);
    await tab.card(/Hale/);
    await tab.page.keyboard.press('Enter');
    await tab.eyes.press(/^All speakers and warnings$/);
    await tab.panel(/Who speaks/);
    assert.deepEqual(await tab.eyes.boxes('card'), [], 'one thing at a time');
    await tab.page.keyboard.press('Escape');
    await tab.panel(/^$/);
    assert.match(await tab.eyes.focused(), /^Morwenna Hale/);
  });

  test('all that was put right on a page is taken back from the panel, and that too', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    for (const _ of [1, 2]) {
      await tab.eyes.press(/^Morwenna Hale/);
      await tab.eyes.press(/^Not right\?$/);
      await tab.eyes.press(/^Hide this mark$/);
      await tab.frames();
    }
    await web.togglePanel(tab);
    await tab.panel(/Your changes\s+Undo all changes on this page \(2\)/);
    await tab.eyes.press(/^Undo all changes/);
    await tab.marked(HALE);
    assert.equal((await tab.eyes.boxes('toast')).length, 1, 'a notice offers the way back');
    assert.doesNotMatch(await tab.eyes.panel(), /Your changes/);
    await tab.eyes.press(/^Undo$/);
    await tab.panel(/Your changes/);
    assert.ok(!(await tab.marks()).some(({ text }) => HALE.test(text)));
  });

  test('the settings forget the corrections of all pages, at once in those that are open, and remember them again', async () => {
    // Those of the tests before are of other pages.
    const before = await web.own('options.html');
    await before.page.evaluate(() => hearsay.browser.storage.local.clear());
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    await tab.eyes.press(/^Morwenna Hale/);
    await tab.eyes.press(/^Not right\?$/);
    await tab.eyes.press(/^Hide this mark$/);
    assert.ok(!(await tab.marks()).some(({ text }) => HALE.test(text)));
    const own = await web.own('options.html');
    const count = (/** @type {string} */ number) => own.until((/** @type {string} */ wanted) => document.getElementById('corrections-count')?.textContent?.endsWith(`: ${wanted}`), number);
    await count('1');
    await own.page.$eval('#forget', (/** @type {any} */ button) => button.click());
    await count('0');
    await tab.marked(HALE);
    assert.equal(await own.page.evaluate(() => document.activeElement?.id), 'unforget');
    await own.page.$eval('#unforget', (/** @type {any} */ button) => button.click());
    await count('1');
    await tab.until(() => ![...CSS.highlights].some(([name, ranges]) => /direct/.test(name) && [...ranges].some((range) => /^The walls/.test(String(range)))));
    await own.page.evaluate(() => hearsay.browser.storage.local.clear());
  });
});
