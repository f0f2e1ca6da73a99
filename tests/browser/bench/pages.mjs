/**
 * `node tests/browser/bench/pages.mjs`: on the saved news pages, in Chromium: how much of the article is chosen and how long that
 * takes, ours and @mozilla/readability's on the same document; and the longest task while the extension is at work.
 * A line of JSON; `{}` where there are no pages.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { statusOf, extensionPage } from '../../../tools/browsers.mjs';
import { root, Web } from '../harness.mjs';
import { markup, pages } from '../survey/saved.mjs';
import { witness } from '../survey/witness.mjs';
import { overlap } from '../../../tools/bench/overlap.mjs';

const peer = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');
const engine = readFileSync(join(root, 'dist/www/engine.js'), 'utf8');

/** Runs in the page. @param {string} ours @param {string} theirs @param {boolean} first whose turn is first */
async function choose(ours, theirs, first) {
  /** @type {any} */
  const world = globalThis;
  (0, eval)(ours);
  (0, eval)(`${theirs}\nglobalThis.Readability = Readability;`);
  const hearsay = await world.hearsayEngine();
  const clock = (/** @type {() => string} */ work) => {
    const began = performance.now();
    const text = work();
    return { text, took: performance.now() - began };
  };
  // It takes the document apart, so it is given a copy; making that is not counted.
  const copy = document.cloneNode(true);
  const read = () => clock(() => {
    const holder = document.createElement('div');
    // Blocks end a word, which its plain text forgets.
    holder.innerHTML = (new world.Readability(copy).parse()?.content ?? '').replace(/</g, ' <');
    return holder.textContent ?? '';
  });
  const chosen = () => clock(() => hearsay.article_text());
  const [a, b] = first ? [chosen(), read()] : [read(), chosen()];
  return first ? { ours: a, theirs: b } : { ours: b, theirs: a };
}

const all = pages();
if (all.length === 0) {
  console.log('{}');
  process.exit(0);
}
const sums = { pages: all.length, ours: 0, oursTook: 0, theirs: 0, theirsTook: 0, task: 0, taskAt: '' };
const plain = await Web.start('chromium', join(root, 'dist/chromium'));
const ours = await extensionPage(plain.browser, plain.origin);
for (const [at, { id, body }] of all.entries()) {
  const tab = await plain.tab();
  const host = plain.site.host();
  await tab.page.evaluateOnNewDocument(witness);
  await tab.page.goto(plain.site.put(host, '/story', { body: markup(id) }), { waitUntil: 'load' });
  const status = await statusOf(ours, `http://${host}/`);
  if (status?.state === 'ready') await tab.ready();
  await tab.frames();
  const { task } = await tab.page.evaluate(() => globalThis.hearsayWitness.report());
  if (task > sums.task) [sums.task, sums.taskAt] = [task, id];
  const got = await tab.page.evaluate(choose, engine, peer, at % 2 === 0);
  sums.ours += overlap(body, got.ours.text).f1 / all.length;
  sums.theirs += overlap(body, got.theirs.text).f1 / all.length;
  sums.oursTook += got.ours.took;
  sums.theirsTook += got.theirs.took;
  await tab.close();
  plain.tabs = [];
}
await plain.stop();
console.log(JSON.stringify(sums));
