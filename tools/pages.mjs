/**
 * `node tools/pages.mjs [--browser chromium|firefox] [--width PIXELS] [ID...]`: the engine of `dist/www` on saved news pages.
 *
 * The pages lie in the folder `shared` beside the checkout, or where `HEARSAY_SHARED` says, and are no part of the project;
 * where they are missing this says so and ends well. For each page: how much of the article's text was chosen (F1 over runs of four words), how long choosing
 * and annotating took, what badges were placed how, and how many of them cover text of the page (0, or it is a bug).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { overlap } from './bench/overlap.mjs';
import { launch } from './browsers.mjs';

const root = join(import.meta.dirname, '..');
const folder = join(process.env.HEARSAY_SHARED ?? join(root, '../shared'), 'pages');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'string', default: 'chromium' }, width: { type: 'string', default: '1280' } },
});

/** Runs in the page. @param {string} engine @param {Record<string, {message: string}>} table */
async function annotate(engine, table) {
  /** @type {any} */
  const world = globalThis;
  /** @type {ShadowRoot | undefined} */
  let shadow;
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function attach(/** @type {ShadowRootInit} */ options) {
    const made = attachShadow.call(this, options);
    if (this.localName === 'hearsay-overlay') shadow = made;
    return made;
  };
  const before = document.documentElement.outerHTML;
  (0, eval)(engine);
  const hearsay = await world.hearsayEngine();
  const clock = performance.now();
  const text = hearsay.article_text();
  const chosen = performance.now() - clock;
  /** @param {string} key @param {string[]} args */
  const message = (key, args) => (table[key]?.message ?? '').replace(/\$(\d)/g, (_, n) => args[Number(n) - 1] ?? '');
  const begun = performance.now();
  await new Promise((resolve) => {
    // A long article is read in steps.
    hearsay.start({ message, status: (/** @type {HearsayStatus} */ said) => said.state !== 'loading' && resolve(said) }, {});
  });
  const took = performance.now() - begun;
  const status = hearsay.status();
  /** @type {Record<string, number>} */
  const forms = { full: 0, short: 0, disc: 0, dot: 0, hidden: 0 };
  /** @type {DOMRect[]} */
  const badges = [];
  for (const badge of /** @type {NodeListOf<HTMLElement>} */ (shadow?.querySelectorAll('.n') ?? [])) {
    const form = badge.dataset.form ?? 'hidden';
    forms[form] = (forms[form] ?? 0) + 1;
    if (form !== 'hidden') badges.push(badge.getBoundingClientRect());
  }
  /** @type {DOMRect[]} */
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    if (walker.currentNode.nodeValue?.trim()) lines.push(...range.getClientRects());
  }
  // Half a pixel is what rounding leaves.
  const meet = (/** @type {DOMRect} */ a, /** @type {DOMRect} */ b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
  const covering = badges.filter((badge, i) => lines.some((line) => meet(badge, line)) || badges.some((other, j) => j < i && meet(badge, other))).length;
  hearsay.stop();
  return { text, chosen, took, state: status.state, attributions: status.attributions, forms, covering, same: document.documentElement.outerHTML === before };
}

if (!existsSync(join(folder, 'bodies.jsonl'))) {
  console.log('skipped: there are no saved pages beside the checkout');
  process.exit(0);
}
const engine = readFileSync(join(root, 'dist/www/engine.js'), 'utf8');
const table = JSON.parse(readFileSync(join(root, 'extension/_locales/en/messages.json'), 'utf8'));
const { browser } = await launch(values.browser === 'firefox' ? 'firefox' : 'chromium');
const all = readFileSync(join(folder, 'bodies.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const sums = { precision: 0, recall: 0, f1: 0, count: 0, covering: 0, changed: 0 };
for (const { id, url, body } of all.filter((page) => !positionals.length || positionals.includes(page.id))) {
  // Without its scripts the page stays as it was saved, and without its network nothing is asked of anybody.
  const html = gunzipSync(readFileSync(join(folder, `${id}.html.gz`))).toString('utf8').replace(/<script\b[\s\S]*?<\/script\s*>/gi, '');
  const page = await browser.newPage();
  await page.setViewport({ width: Number(values.width), height: 900 });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const answer = request.url() === url.replace(/#.*/, '') || request.url() === url
      ? request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: html })
      : request.abort();
    answer.catch(() => undefined);
  });
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const got = await page.evaluate(annotate, engine, table);
  const score = overlap(body, got.text);
  sums.precision += score.precision;
  sums.recall += score.recall;
  sums.f1 += score.f1;
  sums.count += 1;
  sums.covering += got.covering;
  sums.changed += got.same ? 0 : 1;
  const { full, short, disc, dot, hidden } = got.forms;
  console.log(
    `${id}  F1 ${score.f1.toFixed(3)}  P ${score.precision.toFixed(3)}  R ${score.recall.toFixed(3)}  `
    + `${got.state} ${got.attributions} statements, badges ${full}+${short}+${disc}+${dot}+${hidden}, ${got.covering} covering, `
    + `${got.same ? 'DOM same' : 'DOM CHANGED'}, ${got.chosen.toFixed(0)} + ${got.took.toFixed(0)} ms`,
  );
  await page.close();
}
await browser.close();
const mean = (/** @type {number} */ sum) => (sum / (sums.count || 1)).toFixed(4);
console.log(`${sums.count} pages: F1 ${mean(sums.f1)}, precision ${mean(sums.precision)}, recall ${mean(sums.recall)}; ${sums.covering} badges cover something, ${sums.changed} pages changed`);
