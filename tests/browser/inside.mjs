/** The engine in a page of ours, whose shadow root is open to the test: what no tool sees from outside, seen from inside. */
import { createReadStream, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { launch } from '../../tools/browsers.mjs';
import { root } from './harness.mjs';
import { resize, until } from './tab.mjs';

export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const STYLE = ':root { color-scheme: light dark } html.dark { background: #141416; color: #eee } main { max-width: 640px }';

/** @param {string} article */
const html = (article) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Inside</title>
<link rel="icon" href="data:,"><style>${STYLE}</style><script src="/engine.js"></script></head>
<body><main><h1>Netherby</h1><article id="reading">
${article}</article></main></body></html>`;

/**
 * A page with this article; the engine is there and not started yet.
 * @param {import('../../tools/browsers.mjs').Name} name @param {string} article
 * @param {{args?: string[], prefs?: Record<string, unknown>}} [options] of the browser
 */
export async function inside(name, article, options) {
  const server = createServer((request, response) => {
    if (request.url === '/engine.js') return createReadStream(join(root, 'dist/www/engine.js')).pipe(response);
    return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html(article));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { browser } = await launch(name, options);
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`);
  const table = JSON.parse(readFileSync(join(root, 'extension/_locales/en/messages.json'), 'utf8'));
  await page.evaluate(async (messages) => {
    const attach = Element.prototype.attachShadow;
    const here = /** @type {any} */ (globalThis);
    Element.prototype.attachShadow = function open(options) { return (here.ours = attach.call(this, { ...options, mode: 'open' })); };
    URL.createObjectURL = (blob) => { here.saved = /** @type {Blob} */ (blob).text(); return '#'; };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (/** @type {string} */ text) => { here.copied = text; } } });
    here.engine = await hearsayEngine();
    const message = (/** @type {string} */ key, /** @type {string[]} */ args) => messages[key]?.message.replace(/\$(\d)/g, (/** @type {string} */ _, /** @type {string} */ n) => args[Number(n) - 1] ?? '') ?? '';
    here.begin = () => here.engine.start({ message, status() {} }, {}, document.getElementById('reading'));
  }, table);
  return {
    page,
    /** Starts the engine, and waits until badges stand. */
    async begin() {
      await page.evaluate(() => /** @type {any} */ (globalThis).begin());
      await until(page, () => document.querySelector('hearsay-overlay')?.getAttribute('data-state') === 'ready');
    },
    /** Changes the window's size, and waits until badges have found their places in it. @param {{width: number, height: number}} size */
    resize: (size) => resize(page, size),
    /** The badges, in document coordinates. @returns {Promise<import('./chromium.mjs').Badge[]>} */
    badges: () => page.evaluate(() => [...(/** @type {any} */ (globalThis).ours).querySelectorAll('.n')].map((badge) => {
      const { left, top, right, bottom } = badge.getBoundingClientRect();
      return { name: badge.ariaLabel ?? '', form: badge.dataset.form, left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY };
    })),
    /** Opens the panel, or closes it. */
    panel: () => page.evaluate(() => void /** @type {any} */ (globalThis).engine.panel()),
    /** Clicks an element of ours. @param {string} selector */
    press: (selector) => page.evaluate((wanted) => /** @type {any} */ (globalThis).ours.querySelector(wanted).click(), selector),
    /** Light or dark, as the page has it; waits until ours is so too. @param {boolean} dark */
    async dark(dark) {
      await page.evaluate((on) => {
        document.documentElement.className = on ? 'dark' : '';
        document.documentElement.style.colorScheme = on ? 'dark' : 'light';
      }, dark);
      await page.waitForFunction((theme) => /** @type {any} */ (globalThis).ours.querySelector('.frame').dataset.theme === theme, {}, dark ? 'dark' : 'light');
    },
    /** What the accessibility rules find. @returns {Promise<string[]>} */
    async broken() {
      if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axe);
      return page.evaluate(async () => (await /** @type {any} */ (globalThis).axe.run()).violations.map((/** @type {any} */ found) => `${found.id}: ${found.nodes.map((/** @type {any} */ node) => node.html).join(' ')}`));
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
