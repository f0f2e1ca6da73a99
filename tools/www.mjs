/**
 * `node tools/www.mjs GLUE WASM OUT`: the playground as a folder of static files. GLUE is the no-modules script that
 * wasm-bindgen made for the module WASM.
 *
 * The module's bytes stand in the script, and the page's own modules become one script: browsers load neither modules nor
 * WebAssembly from a folder on disk, and there is one way for disk and server alike.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const [glue, wasm, out] = process.argv.slice(2);
if (!glue || !wasm || !out) {
  console.error('usage: node tools/www.mjs GLUE WASM OUT');
  process.exit(2);
}
const www = fileURLToPath(new URL('../www/', import.meta.url));
await mkdir(out, { recursive: true });

for (const file of ['index.html', 'playground.css', 'sample.html', 'sample.css']) await copyFile(join(www, file), join(out, file));

await build({
  entryPoints: [join(www, 'main.js')],
  outfile: join(out, 'playground.js'),
  bundle: true,
  format: 'iife',
  charset: 'utf8',
  loader: { '.txt': 'text' },
  target: ['chrome125', 'firefox140'],
  logLevel: 'warning',
});

const bytes = (await readFile(wasm)).toString('base64');
const tail = `
globalThis.hearsayEngine = async () => {
  const bytes = Uint8Array.from(atob(${JSON.stringify(bytes)}), (c) => c.charCodeAt(0));
  await wasm_bindgen({ module_or_path: bytes });
  return wasm_bindgen;
};
`;
await writeFile(join(out, 'engine.js'), (await readFile(glue, 'utf8')) + tail);
