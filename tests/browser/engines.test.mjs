/** Which engine a page gets, what a failing one leaves behind, and the popup as a page: for the eye, the keyboard and axe. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { extensionPage, launch, statusOf } from '../../tools/browsers.mjs';

const root = join(import.meta.dirname, '../..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browsers = /** @type {('chromium' | 'firefox')[]} */ ((process.env.HEARSAY_BROWSERS ?? 'chromium,firefox').split(','));

const SAID = '<p>“The gate was shut at noon, and nobody who was there on that day has said otherwise to us since,” said Ada Quill, the warden of the lock, on Monday, when the water had gone down again.</p>';
/** @param {string} head */
const article = (head) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta property="og:type" content="article">${head}<title>Lock</title></head><body><article><h1>The lock</h1>${SAID.repeat(6)}</article></body></html>`;

/** Path to policy: by header, or in the page itself where the path says so. @type {Record<string, string>} */
const POLICIES = { '/none': '', '/allowed': "script-src 'self' 'wasm-unsafe-eval'", '/self': "script-src 'self'", '/sandbox': 'sandbox allow-scripts', '/meta': "script-src 'self'" };

for (const name of browsers) {
  describe(`engines and popup in ${name}`, () => {
    /** @type {import('puppeteer-core').Browser} */ let browser;
    /** @type {import('puppeteer-core').Page} */ let page;
    /** @type {import('puppeteer-core').Page} */ let ours;
    /** @type {import('node:http').Server} */ let server;
    let origin = '';
    let site = '';

    before(async () => {
      server = createServer((request, response) => {
        const path = request.url ?? '/';
        const policy = POLICIES[path];
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...(policy && path !== '/meta' && { 'content-security-policy': policy }) });
        response.end(article(path === '/meta' ? `<meta http-equiv="Content-Security-Policy" content="${policy}">` : ''));
      });
      await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
      site = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
      ({ browser, origin } = await launch(name, { extension: join(root, 'dist', name) }));
      ours = await extensionPage(browser, origin);
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      server?.close();
    });

    for (const [path, form] of Object.entries({ '/none': 'wasm', '/allowed': 'wasm', '/self': 'twin', '/sandbox': 'twin', '/meta': 'twin' })) {
      const expected = name === 'firefox' ? 'wasm' : form;
      test(`a page with the policy of ${path} gets the ${expected}`, async () => {
        await page.goto(site + path);
        const status = await statusOf(ours, site + path);
        assert.deepEqual([status?.state, status?.engine, status?.speakers[0]?.name], ['ready', expected, 'Ada Quill']);
      });
    }

    test('an engine that fails leaves the page as it was, and says so until the page is loaded again', async () => {
      await page.goto(`${site}/none`);
      await statusOf(ours, site);
      await ours.evaluate(async (prefix) => {
        const tab = (await hearsay.browser.tabs.query({})).find(({ url }) => url?.startsWith(prefix));
        // What the guard around the engine does when an exception leaves it.
        await hearsay.browser.scripting.executeScript({ target: { tabId: tab?.id ?? 0 }, func: () => hearsay.attendant.failed(new Error('unreachable')) });
      }, site);
      const status = await statusOf(ours, site, ['failed']);
      assert.deepEqual([status?.state, status?.error], ['failed', 'Error: unreachable']);
      const left = await page.evaluate(() => [document.querySelectorAll('hearsay-overlay').length, [...CSS.highlights.keys()].filter((key) => key.startsWith('hearsay-'))]);
      assert.deepEqual(left, [0, []]);
      // Nothing that the page does now may wake it.
      await page.setViewport({ width: 700, height: 900 });
      await page.evaluate(() => document.querySelector('article')?.append('“More,” said Ada Quill.'));
      assert.equal((await statusOf(ours, site, ['failed']))?.state, 'failed');
      await page.reload();
      assert.equal((await statusOf(ours, site, ['ready']))?.state, 'ready');
    });

    test('the popup holds to the accessibility rules, in light and dark, and its switch works', async () => {
      for (const scheme of name === 'chromium' ? ['light', 'dark'] : ['light']) {
        if (name === 'chromium') await ours.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await ours.evaluate(axe);
        const broken = await ours.evaluate(async () => (await /** @type {any} */ (globalThis).axe.run()).violations.map((/** @type {any} */ found) => `${found.id}: ${found.nodes[0].html}`));
        assert.deepEqual(broken, [], scheme);
      }
      const everywhere = () => ours.evaluate(async () => (await hearsay.settings.read()).everywhere);
      const stored = () => ours.evaluate(() => new Promise((resolve) => {
        hearsay.settings.listen(({ everywhere: value }) => resolve(value));
        /** @type {HTMLElement} */ (document.getElementById('everywhere')).click();
      }));
      await page.goto(`${site}/none`);
      assert.equal((await statusOf(ours, site, ['ready']))?.state, 'ready');
      assert.equal(await everywhere(), true);
      assert.equal(await stored(), false);
      assert.equal((await statusOf(ours, site, ['off']))?.state, 'off');
      assert.equal(await stored(), true);
      assert.equal((await statusOf(ours, site, ['ready']))?.state, 'ready');
    });
  });
}
