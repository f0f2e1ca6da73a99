/**
 * `node tests/browser/bench/module.mjs [BROWSER...]`: how long the module takes for an article of a thousand words where readers run it,
 * in an empty page of each browser: the first article, the middle of the twenty after it, and of twenty a hundred articles later, in
 * milliseconds by the clock. What `tools/bench/engines.mjs` measures in Node.js is an older compiler's work, and has the
 * compiler's own time in it. A line of JSON for each browser.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../../../tools/browsers.mjs';
import { browsers, root } from '../harness.mjs';

const engine = readFileSync(join(root, 'target/engine/standalone.wasm.js'), 'utf8');
const story = readFileSync(join(root, 'benches/inputs/story.txt'), 'utf8');

/** Runs in the page. @param {string} script @param {string} text */
async function read(script, text) {
  (0, eval)(script);
  /** @type {any} */
  const { annotate } = await /** @type {any} */ (globalThis).hearsayEngine();
  const article = () => {
    const began = performance.now();
    annotate(text, undefined, 'en');
    return performance.now() - began;
  };
  const middle = () => Array.from({ length: 20 }, article).sort((a, b) => a - b)[10];
  const [first, soon] = [article(), middle()];
  for (let n = 0; n < 80; n += 1) article();
  return { first, soon, later: middle() };
}

const named = /** @type {import('../../../tools/browsers.mjs').Name[]} */ (process.argv.slice(2));
for (const name of named.length > 0 ? named : browsers) {
  // Firefox tells pages whole milliseconds.
  const { browser } = await launch(name, { prefs: { 'privacy.reduceTimerPrecision': false } });
  const page = await browser.newPage();
  console.log(JSON.stringify({ name, ...(await page.evaluate(read, engine, story)) }));
  await browser.close();
}
