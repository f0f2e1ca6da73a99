/**
 * `node tests/browser/store.mjs`: the pictures that the stores show, in their sizes, into `dist/store`: of the invented article in
 * `www/sample.html`, with the extension as it ships. They are made again for each release, never drawn over.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, Web } from './harness.mjs';

/** @typedef {import('./tab.mjs').Tab} Tab */

/** Both stores take it; the Chrome Web Store takes no other but half of it. */
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 412, height: 732 };
const TILE = { width: 440, height: 280 };
const out = join(root, 'dist/store');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

/** @param {import('puppeteer-core').Page} page @param {string} name @param {{width: number, height: number}} size */
async function take(page, name, { width, height }) {
  const png = await page.screenshot({ captureBeyondViewport: false });
  const header = Buffer.from(png);
  const [wide, high] = [header.readUInt32BE(16), header.readUInt32BE(20)];
  if (wide !== width || high !== height) throw new Error(`${name} is ${wide} × ${high}, and the stores take ${width} × ${height}`);
  writeFileSync(join(out, `${name}.png`), png);
  console.log(`dist/store/${name}.png: ${width} × ${height}, ${Math.round(png.length / 1024)} KiB`);
}

/** The sample article, once its marks stand. @param {Web} web @param {{width: number, height: number}} size */
async function sample(web, size) {
  const host = web.site.host();
  const tab = await web.tab(size);
  web.site.putFile(host, '/sample.css', join(root, 'www/sample.css'));
  await tab.page.goto(web.site.putFile(host, '/', join(root, 'www/sample.html')));
  await tab.ready();
  // To the first quotation: what is above it is the page's own.
  await tab.page.evaluate(() => scrollTo(0, document.querySelectorAll('article p')[2].getBoundingClientRect().top - 60));
  await tab.frames();
  return tab;
}

const web = await Web.start('chromium');
try {
  /** @type {[string, (tab: Tab) => Promise<unknown>][]} */
  const views = [
    ['1-names-beside-the-text', async () => undefined],
    ['2-who-says-it', (tab) => tab.eyes.press(/^Ada Quill/)],
    ['3-what-nobody-stands-behind', (tab) => tab.eyes.press(/^Vague source/)],
    ['4-the-article-as-a-whole', (tab) => web.togglePanel(tab)],
  ];
  for (const [name, act] of views) {
    const tab = await sample(web, DESK);
    await act(tab);
    await tab.frames();
    await take(tab.page, name, DESK);
    await web.closeTabs();
  }
  const options = await web.own('options.html', DESK);
  await options.until(() => document.documentElement.dataset.state === 'ready');
  await take(options.page, '5-your-choices', DESK);
  await web.closeTabs();
  const tile = await web.tab(TILE);
  await tile.page.setContent(`<style>body{margin:0}svg{display:block;width:${TILE.width}px;height:${TILE.height}px}</style>${readFileSync(join(root, 'docs/store/tile.svg'), 'utf8')}`);
  await take(tile.page, 'tile', TILE);
} finally {
  await web.stop();
}

const android = await Web.start('firefox');
try {
  await take((await sample(android, PHONE)).page, 'phone', PHONE);
} finally {
  await android.stop();
}
