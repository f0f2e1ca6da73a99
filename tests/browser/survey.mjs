/**
 * `./build.sh survey [--browser chromium|firefox] [--pages N..M] [--widths 360,1280] [--out DIR]`: every saved news page in
 * both browsers with the extension as it ships, one row a page. Ends with 1 where a page shows something that must not be.
 *
 * The pages lie in the folder `shared` beside the checkout, or where `HEARSAY_SHARED` says, and are no part of the project;
 * where they are missing this says so and ends well. `--pages` counts from 0 in the order of their list. The table goes
 * to `survey.md`, everything behind it to `survey.json`, both in `dist/survey` or where `--out` says.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extensionPage, statusOf } from '../../tools/browsers.mjs';
import { root, Web } from './harness.mjs';
import { collisions } from './survey/geometry.mjs';
import { faults, markdown, summary } from './survey/report.mjs';
import { folder, markup, pages } from './survey/saved.mjs';
import { witness } from './survey/witness.mjs';

/** @typedef {import('./survey/report.mjs').Row} Row */

const USAGE = 'Use: ./build.sh survey [--browser chromium|firefox] [--pages N..M] [--widths 360,1280] [--out DIR]';
/** Shorter texts are teasers, which are rightly passed over: the gate's own least length. */
const TEASER = 500;
/** Firefox tells of fonts that it may not load, which none can here, as it tells of errors. */
const NETWORK = /Cross-Origin Request Blocked|downloadable font/;
/** Our words on a page must come from its article; so much of them may be headline, byline or a caption. */
const LEAST_INSIDE = 0.8;
/** So many looks without a change, two frames and more apart. */
const REST = 12;

/** @param {string} message @returns {never} */
function refuse(message) {
  console.error(`survey: ${message}. ${USAGE}`);
  process.exit(2);
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'string' }, pages: { type: 'string' }, help: { type: 'boolean', short: 'h' },
        widths: { type: 'string', default: '360,768,1280,1920' }, out: { type: 'string', default: join(root, 'dist/survey') },
      },
    });
    return values;
  } catch (error) {
    return refuse(/** @type {Error} */ (error).message);
  }
}

const { browser: only, pages: wanted, help, widths: list, out } = options();
if (help) {
  console.log(USAGE);
  process.exit(0);
}
if (only && only !== 'chromium' && only !== 'firefox') refuse(`"${only}" is no browser that Hearsay knows`);
const range = /^(\d+)(?:\.\.(\d+))?$/.exec(wanted ?? '0..9999');
if (!range) refuse(`"${wanted}" is no range of pages like 0..9`);
const widths = list.split(',').map(Number);
if (!widths.every((width) => Number.isInteger(width) && width >= 200)) refuse(`"${list}" are no widths in pixels like 360,1280`);
const all = pages();
if (all.length === 0) {
  console.log(`skipped: there are no saved pages in ${folder}; HEARSAY_SHARED may say where they are`);
  process.exit(0);
}
const chosen = all.slice(Number(range[1]), Number(range[2] ?? range[1]) + 1);
if (chosen.length === 0) refuse(`there are ${all.length} pages, and none of them is in ${wanted}`);

/** Whether a text is in English prose: its small words tell. Menus and lists of things to eat have too few, and nobody speaks in them. @param {string} text */
const english = (text) => (text.match(/\b(?:the|of|and|to|that|with|from|this|which|their|have|has|said|or|your?|into|each|are)\b/gi)?.length ?? 0) * 25 > (text.match(/\p{L}+/gu)?.length ?? 0);

/** How much of what is marked stands in the article. @param {string} body @param {string[]} texts */
function inside(body, texts) {
  const plain = (/** @type {string} */ text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const article = plain(body);
  const sum = (/** @type {string[]} */ found) => found.reduce((length, text) => length + text.length, 0);
  return sum(texts) === 0 ? 1 : sum(texts.filter((text) => article.includes(plain(text)))) / sum(texts);
}

/**
 * Waits until badges have stood still for some frames: a page that moves its text into a new width with a transition of its own
 * tells nobody, and is followed when it has come to rest.
 * @param {import('./tab.mjs').Tab} tab
 */
async function rested(tab) {
  for (let [still, before] = [0, '']; still < REST;) {
    await tab.frames();
    await tab.ready();
    const now = JSON.stringify(await tab.eyes.boxes('n'));
    [still, before] = [now === before ? still + 1 : 0, now];
  }
}

/**
 * One page in one browser.
 * @param {Web} web @param {import('puppeteer-core').Page} ours a page of the extension @param {{id: string, body: string}} page
 * @returns {Promise<Row>}
 */
async function survey(web, ours, { id, body }) {
  const began = Date.now();
  const tab = await web.tab({ width: 1280, height: 900 });
  const host = web.site.host();
  await tab.page.evaluateOnNewDocument(witness);
  await tab.page.goto(web.site.put(host, '/story', { body: markup(id) }), { waitUntil: 'load' });
  const status = await statusOf(ours, `http://${host}/`);
  /** @type {Row} */
  const row = {
    id, browser: web.name, state: status?.state ?? 'no answer', found: false, marks: 0, badges: 0, warnings: status?.warnings.length ?? 0,
    inside: 1, collisions: [], forms: {}, errors: [], changes: [], moved: 0, shift: 0, task: 0, gone: true, seconds: 0,
  };
  row.found = row.state === 'ready' || (body.length < TEASER && row.state === 'no-article') || (!english(body) && row.state === 'other-language');
  if (row.state === 'ready') {
    await tab.ready();
    await tab.frames();
  }
  // Before the width changes, which moves and lays out the page by itself.
  const first = await tab.page.evaluate(() => globalThis.hearsayWitness.report());
  [row.shift, row.task] = [first.shift, first.task];
  if (row.state === 'ready') {
    const marks = await tab.marks();
    row.marks = marks.length;
    row.inside = inside(body, marks.map(({ text }) => text));
    row.found &&= row.inside >= LEAST_INSIDE;
    for (const width of widths) {
      await tab.resize({ width, height: width < 600 ? 800 : 900 });
      await rested(tab);
      const badges = await tab.eyes.boxes('n');
      row.badges = badges.length;
      row.collisions.push(...(await tab.page.evaluate(collisions, badges)).map((what) => `${width} px: ${what}`));
      const dots = badges.filter(({ form }) => form === 'hidden').length;
      row.forms[width] = `${badges.length - dots}/${badges.length}`;
    }
    await tab.resize({ width: 1280, height: 900 });
  }
  const seen = await tab.page.evaluate(() => globalThis.hearsayWitness.report());
  await ours.evaluate(async (site) => hearsay.browser.storage.local.set({ settings: { version: 2, sites: { [site]: false } } }), host);
  await tab.gone().catch(() => {
    row.gone = false;
  });
  await tab.frames();
  const { hosts, marks } = await tab.untouched();
  row.gone &&= hosts === 0 && marks.length === 0;
  row.moved = await tab.page.evaluate((before) => globalThis.hearsayWitness.moved(before), seen.boxes);
  row.changes = [...seen.changes, ...(await tab.page.evaluate(() => globalThis.hearsayWitness.same())) ? [] : ['the markup afterwards']];
  row.errors = [...tab.errors, ...seen.errors].filter((error) => !NETWORK.test(error));
  await tab.close();
  web.tabs = [];
  row.seconds = (Date.now() - began) / 1000;
  return row;
}

/** @type {Row[]} */
const rows = [];
for (const name of /** @type {import('../../tools/browsers.mjs').Name[]} */ (only ? [only] : ['chromium', 'firefox'])) {
  const web = await Web.start(name);
  const ours = await extensionPage(web.browser, web.origin);
  try {
    for (const [index, page] of chosen.entries()) {
      const row = await survey(web, ours, page);
      rows.push(row);
      console.log(`${name} ${index + 1} of ${chosen.length}: ${row.id}, ${row.seconds.toFixed(1)} s, ${faults(row).join('; ') || 'well'}`);
    }
  } finally {
    await web.stop();
  }
}
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'survey.md'), `${markdown(rows)}\n\n${summary(rows)}\n`);
writeFileSync(join(out, 'survey.json'), `${JSON.stringify(rows, undefined, 2)}\n`);
console.log(`\n${markdown(rows)}\n\n${summary(rows)}\n${join(out, 'survey.md')}, ${join(out, 'survey.json')}`);
process.exitCode = rows.some((row) => faults(row).length > 0) ? 1 : 0;
