/**
 * `node tools/bench/engines.mjs [KIND...]`: how long the engine takes for an article of a thousand words, as a WebAssembly module,
 * as one without vectors (`plain`) and as the twin; built by `node tools/engine/build.mjs --plain`. Time of the processor,
 * so that a busy machine does not show; with it that of the compiler, which in the first rounds still works beside the engine. A line of
 * JSON for each: the first article, the middle and the fastest of the twenty after it, and the middle of twenty a hundred articles later.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';

const root = join(import.meta.dirname, '../..');
const story = readFileSync(join(root, 'benches/inputs/story.txt'), 'utf8');

/** @param {() => void} work @returns {number} milliseconds */
function timed(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const round = (/** @type {number} */ ms) => Number(ms.toFixed(1));
const kinds = process.argv.length > 2 ? process.argv.slice(2) : ['wasm', 'plain', 'twin'];
for (const kind of kinds) {
  const file = join(root, `target/engine/standalone.${kind}.js`);
  runInThisContext(readFileSync(file, 'utf8'), { filename: file });
  const engine = await globalThis.hearsayEngine();
  const first = timed(() => engine.annotate(story, undefined, 'en'));
  const rounds = (/** @type {number} */ length) =>
    Array.from({ length }, () => timed(() => engine.annotate(story, undefined, 'en'))).sort((a, b) => a - b);
  const times = rounds(20);
  const row = { kind, first: round(first), median: round(times[10]), fastest: round(times[0]) };
  const later = () => (rounds(80), round(rounds(20)[10]));
  // The twin would take a minute for that.
  console.log(JSON.stringify(kind === 'twin' ? row : { ...row, later: later() }));
}
