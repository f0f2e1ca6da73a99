/**
 * Pictures to be looked at, in both browsers, light and dark:
 *
 *   ./build.sh shots [--browser chromium|firefox] [--only PART,…] [--widths 360,768] [--schemes light,dark]
 *     [--language de] [--out DIR] [--full]
 *
 * PART is one of: sample, founding, pages (ten saved ones), cards (with a quotation, with a warning), panel, own (popup,
 * options, first page), playground. The founding article and the saved pages lie in the folder `shared` beside the checkout, or where
 * `HEARSAY_SHARED` says; where they are missing this says so. `--full` takes the whole page instead of the first screen;
 * `--language` is that of the interface.
 */
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root, Web } from './harness.mjs';
import { markup, pages, shared } from './survey/saved.mjs';

/** @typedef {import('./tab.mjs').Tab} Tab */

const USAGE = 'Use: ./build.sh shots [--browser chromium|firefox] [--only sample,founding,pages,cards,panel,own,playground] [--widths 360,1280] [--schemes light,dark] [--language de] [--out DIR] [--full]';
const PARTS = ['sample', 'founding', 'pages', 'cards', 'panel', 'own', 'playground'];
const PAGES = 10;
/** The width of a card, or the panel, beside the article, and as a sheet over it. */
const DESK_AND_PHONE = [360, 1280];

/** @param {string} message @returns {never} */
function refuse(message) {
  console.error(`shots: ${message}. ${USAGE}`);
  process.exit(2);
}

function options() {
  try {
    return parseArgs({
      options: {
        browser: { type: 'string' }, only: { type: 'string', default: PARTS.join(',') }, help: { type: 'boolean', short: 'h', default: false },
        widths: { type: 'string', default: '360,768,1280,1920' }, schemes: { type: 'string', default: 'light,dark' },
        language: { type: 'string', default: 'en' }, out: { type: 'string', default: join(root, 'dist/shots') }, full: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return refuse(/** @type {Error} */ (error).message);
  }
}

const chosen = options();
if (chosen.help) {
  console.log(USAGE);
  process.exit(0);
}
if (chosen.browser && !['chromium', 'firefox'].includes(chosen.browser)) refuse(`"${chosen.browser}" is no browser that Hearsay knows`);
const parts = chosen.only.split(',');
for (const part of parts) if (!PARTS.includes(part)) refuse(`there is no part "${part}"`);
const widths = chosen.widths.split(',').map(Number);
const sample = join(root, 'www/sample.html');
const founding = join(shared, 'seed/article.html');
if (parts.includes('founding') && !existsSync(founding)) console.log(`no founding article: ${founding} is missing`);
const all = parts.includes('pages') ? pages() : [];
/** Of those that are long enough for an article, in English. */
const articles = all.filter(({ body }) => body.length > 1500 && /\bthe\b[^]*\bthe\b[^]*\bsaid\b/i.test(body));
const chosenPages = Array.from({ length: Math.min(PAGES, articles.length) }, (_, n) => articles[Math.floor((n * articles.length) / Math.min(PAGES, articles.length))]);
if (parts.includes('pages') && all.length === 0) console.log(`no saved pages: there are none in ${shared}`);
mkdirSync(chosen.out, { recursive: true });

/** The extension with one language alone, whatever the browser's own is. @param {string} name of the browser @param {string} folder */
function speaking(name, folder) {
  const [copy, tables] = [join(folder, name), join(folder, name, '_locales')];
  cpSync(join(root, 'dist', name), copy, { recursive: true });
  const table = join(tables, chosen.language.replace('-', '_'), 'messages.json');
  if (!existsSync(table)) refuse(`the interface does not speak "${chosen.language}"`);
  copyFileSync(table, join(tables, 'en/messages.json'));
  return copy;
}

/** One browser in one colour scheme. */
class Album {
  /** @param {Web} web @param {string} scheme */
  constructor(web, scheme) {
    [this.web, this.scheme] = [web, scheme];
  }

  /** @param {Tab} tab @param {string} name */
  async take(tab, name) {
    await tab.frames();
    const path = /** @type {`${string}.png`} */ (join(chosen.out, `${name}-${this.web.name}-${this.scheme}.png`));
    await tab.page.screenshot({ path, fullPage: chosen.full });
    console.log(path);
  }

  /** A page begins with its menus, headline and picture: to where there is something to see. @param {Tab} tab */
  async goToBadge(tab) {
    const first = (await tab.eyes.boxes('n')).find(({ form }) => form !== 'hidden');
    await tab.page.evaluate((top) => scrollTo({ top: top - 160, behavior: 'instant' }), first?.top ?? 0);
  }

  /** @param {Tab} tab */
  async dress(tab) {
    if (this.web.name === 'chromium') await tab.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: this.scheme }]);
    return tab;
  }

  /** A page once its marks stand. @param {(host: string) => string} put @param {number} width */
  async open(put, width) {
    const tab = await this.dress(await this.web.tab({ width, height: width < 600 ? 800 : 1000 }));
    await tab.page.goto(put(this.web.site.host()));
    await tab.ready();
    return tab;
  }

  /** @param {string} file */
  file(file) {
    return (/** @type {string} */ host) => {
      // The sample's style sheet stands beside it.
      if (basename(file) === 'sample.html') this.web.site.putFile(host, '/sample.css', join(dirname(file), 'sample.css'));
      return this.web.site.putFile(host, '/', file);
    };
  }

  /** @param {string} name @param {(host: string) => string} put @param {number[]} at @param {(tab: Tab) => Promise<unknown>} [then] */
  async each(name, put, at, then) {
    for (const width of at) {
      const tab = await this.open(put, width);
      await then?.(tab);
      await this.take(tab, `${name}-${width}`);
      await this.web.closeTabs();
    }
  }

  /** From its folder, with the first of its samples. @param {number[]} at */
  async playground(at) {
    for (const width of at) {
      const tab = await this.dress(await this.web.tab({ width, height: width < 600 ? 800 : 1000 }));
      await tab.page.goto(String(pathToFileURL(join(root, 'dist/www/index.html'))));
      await tab.until(() => !/loading|reading/.test(document.getElementById('state')?.dataset.state ?? 'loading'));
      await tab.page.evaluate(() => {
        const list = /** @type {HTMLSelectElement} */ (document.getElementById('sample'));
        list.selectedIndex = 1;
        list.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await tab.ready();
      await this.take(tab, `playground-${width}`);
      await this.web.closeTabs();
    }
  }

  async own() {
    for (const width of DESK_AND_PHONE) {
      for (const name of ['options', 'welcome']) {
        const tab = await this.dress(await this.web.own(`${name}.html`, { width, height: 1000 }));
        if (name === 'welcome') await tab.ready();
        else await tab.until(() => document.documentElement.dataset.state === 'ready');
        await this.take(tab, `${name}-${width}`);
        await this.web.closeTabs();
      }
    }
    const tab = await this.open(this.file(sample), 1280);
    const popup = await tab.eyes.popup();
    if ('page' in popup) await (await this.dress(/** @type {any} */ ({ page: popup.page }))).page.screenshot({ path: /** @type {`${string}.png`} */ (join(chosen.out, `popup-chromium-${this.scheme}.png`)) });
    else writeFileSync(join(chosen.out, `popup-firefox-${this.scheme}.png`), Buffer.from(await popup.picture(), 'base64'));
    await this.web.closeTabs();
  }
}

const copies = mkdtempSync(join(tmpdir(), 'hearsay-'));
for (const name of /** @type {import('../../tools/browsers.mjs').Name[]} */ (chosen.browser ? [chosen.browser] : ['chromium', 'firefox'])) {
  const extension = speaking(name, copies);
  for (const scheme of chosen.schemes.split(',')) {
    // Firefox takes no emulated scheme over this protocol, but a preference.
    const web = await Web.start(name, extension, { 'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1, 'ui.systemUsesDarkTheme': scheme === 'dark' ? 1 : 0 });
    const album = new Album(web, scheme);
    try {
      if (parts.includes('sample')) await album.each('sample', album.file(sample), widths, (tab) => album.goToBadge(tab));
      if (parts.includes('founding') && existsSync(founding)) await album.each('founding', album.file(founding), widths, (tab) => album.goToBadge(tab));
      for (const { id } of chosenPages) await album.each(id, (host) => web.site.put(host, '/story', { body: markup(id) }), widths, (tab) => album.goToBadge(tab));
      if (parts.includes('cards')) {
        await album.each('card-quotation', album.file(sample), DESK_AND_PHONE, (tab) => tab.eyes.press(/^Ada Quill/));
        await album.each('card-warning', album.file(sample), DESK_AND_PHONE, (tab) => tab.eyes.press(/Critics/));
      }
      if (parts.includes('panel')) await album.each('panel', album.file(sample), DESK_AND_PHONE, (tab) => web.togglePanel(tab));
      if (parts.includes('own')) await album.own();
      if (parts.includes('playground')) await album.playground(widths);
    } finally {
      await web.stop();
    }
  }
}
rmSync(copies, { recursive: true });
