/**
 * An engine that traps: when it is put into the page, when it starts, and later in a call of the browser's. Each time the
 * page stays as it was, the popup says so, and the next load is another try.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inEachBrowser, root } from './harness.mjs';
import { HALE, LATER, page, paragraphs, STORY, STYLE } from './pages.mjs';

/** A module whose one function, `f`, is `unreachable`: a real trap, as a panic of the engine ends in. */
const TRAP = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];

/** Stands around the real exports. The page's title says when to trap. @param {Record<string, any>} exports @param {number[]} bytes */
function rigged(exports, bytes) {
  const wasm = globalThis.WebAssembly;
  const trap = new wasm.Instance(new wasm.Module(new Uint8Array(bytes))).exports.f;
  return Object.fromEntries(Object.entries(exports).map(([name, value]) => [name, typeof value !== 'function' ? value : (...args) => {
    if (document.title === 'Trap now' || (document.title === 'Trap at start' && name === 'start')) trap();
    return value(...args);
  }]));
}

const OWN = 'not even loaded';
const INSTANTIATED = 'guard(instantiate(imports))';
const folder = mkdtempSync(join(tmpdir(), 'hearsay-trap-'));
after(() => rmSync(folder, { recursive: true }));

/** The extension as it ships, but for the lines above. @param {import('./harness.mjs').Name} name */
function extension(name) {
  const copy = join(folder, name);
  cpSync(join(root, 'dist', name), copy, { recursive: true });
  const file = join(copy, 'engine.wasm.js');
  const text = readFileSync(file, 'utf8');
  assert.equal(text.split(INSTANTIATED).length, 2, 'the engine is instantiated in one place');
  const parts = text.replace(INSTANTIATED, `guard((${rigged})(instantiate(imports), ${JSON.stringify(TRAP)}))`);
  writeFileSync(file, `if (document.title === 'Throw at once') throw new Error('${OWN}');\n${parts}`);
  return copy;
}

inEachBrowser('an engine that traps', (web) => {
  /** @param {import('./tab.mjs').Tab} tab @param {string} before */
  async function asItWas(tab, before) {
    const popup = await tab.eyes.popup();
    await popup.until(/Hearsay stopped on this page/);
    await popup.close();
    assert.deepEqual(await tab.untouched(), { hosts: 0, marks: [] });
    assert.equal(await tab.page.evaluate(() => document.documentElement.outerHTML), before);
    // Chromium's protocol also tells of errors in our own world; no page hears of them.
    assert.deepEqual(tab.errors.filter((error) => !error.includes(OWN)), []);
  }

  /** The document as it was parsed. */
  const witness = '<script>addEventListener("DOMContentLoaded", () => { globalThis.before = document.documentElement.outerHTML })</script>';

  for (const title of ['Throw at once', 'Trap at start']) {
    test(title, async () => {
      const tab = await web.open(page({ head: witness + STYLE, title }));
      await asItWas(tab, await tab.page.evaluate(() => globalThis.before));
    });
  }

  test('later, while the page changes', async () => {
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    await tab.marked(HALE);
    const without = await tab.page.evaluate((html) => {
      document.title = 'Trap now';
      document.querySelector('article').insertAdjacentHTML('beforeend', html);
      return document.documentElement.outerHTML.replace(/<hearsay-overlay.*?<\/hearsay-overlay>/, '');
    }, paragraphs([LATER]));
    await tab.gone();
    await asItWas(tab, without);

    await tab.page.reload();
    await tab.ready();
    await tab.marked(HALE);
  });

  test('switching a stopped page off and on does no harm', async () => {
    const tab = await web.open(page({ head: STYLE, title: 'Trap at start', texts: STORY }));
    const popup = await tab.eyes.popup();
    await popup.until(/Hearsay stopped on this page/);
    await popup.press(/^On page-/);
    await popup.press(/^On page-/);
    await popup.until(/Hearsay stopped on this page/);
    await popup.close();
    assert.deepEqual(await tab.untouched(), { hosts: 0, marks: [] });
  });
}, { extension });
