/**
 * `node tools/engine.mjs wasm|plain|twin < articles.ndjson > reports.ndjson`: the engine as the extension carries it, or
 * without vectors, fed as the command line is, with articles only. The differential test compares what comes out with the native program's output.
 */
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';

const [kind] = process.argv.slice(2);
if (!['wasm', 'plain', 'twin'].includes(kind)) {
  console.error('usage: node tools/engine.mjs wasm|plain|twin < articles.ndjson > reports.ndjson');
  process.exit(2);
}

const file = join(import.meta.dirname, `../target/engine/standalone.${kind}.js`);
runInThisContext(readFileSync(file, 'utf8'), { filename: file });
const engine = await globalThis.hearsayEngine();

// Split at line feeds alone: readline would also split at U+2028, which may stand unescaped inside a JSON string.
let rest = '';
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** @param {string} line */
function annotate(line) {
  const { id = null, text, title, language } = JSON.parse(line);
  writeSync(1, `{"id":${JSON.stringify(id)},${engine.annotate(text, title, language).slice(1)}\n`);
}
for await (const chunk of process.stdin) {
  const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
  rest = lines.pop() ?? '';
  lines.forEach(annotate);
}
rest += decoder.decode();
if (rest) annotate(rest);
