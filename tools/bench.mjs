/**
 * `node tools/bench.mjs [KIND...]`: how long the engine takes for an article of a thousand words, as a WebAssembly module,
 * as one without vectors (`plain`) and as the twin; built by `node tools/engine/build.mjs --plain`. Time of the processor,
 * so that a busy machine does not show.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';

const root = join(import.meta.dirname, '..');
const samples = readdirSync(join(root, 'samples')).filter((name) => name.endsWith('.txt')).sort();

/** The samples' first thousand words, in whole paragraphs. */
function thousandWords() {
  const lines = samples.flatMap((name) => readFileSync(join(root, 'samples', name), 'utf8').trimEnd().split('\n'));
  let words = 0;
  return lines.filter((line) => (words += line.split(/\s+/).filter(Boolean).length) <= 1000).join('\n');
}

/** @param {() => void} work @returns {number} milliseconds */
function timed(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const line = JSON.stringify({ text: thousandWords(), language: 'en' });
const kinds = process.argv.length > 2 ? process.argv.slice(2) : ['wasm', 'plain', 'twin'];
for (const kind of kinds) {
  const file = join(root, `target/engine/standalone.${kind}.js`);
  runInThisContext(readFileSync(file, 'utf8'), { filename: file });
  const engine = await globalThis.hearsayEngine();
  const first = timed(() => engine.annotate_line(line, 1));
  const times = Array.from({ length: 20 }, () => timed(() => engine.annotate_line(line, 1))).sort((a, b) => a - b);
  console.log(`${kind.padEnd(5)}  1,000 words: first ${first.toFixed(1)} ms, then ${times[10].toFixed(1)} ms (fastest ${times[0].toFixed(1)})`);
}
