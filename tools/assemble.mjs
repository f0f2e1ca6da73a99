/** `node tools/assemble.mjs`: dist/chromium, dist/firefox and dist/www from extension/, www/ and target/engine/. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { writeLegal } from './legal.mjs';
import { manifest } from './manifest.mjs';
import { EVERYWHERE, small } from './small.mjs';

const root = join(import.meta.dirname, '..');
const at = (/** @type {string[]} */ ...parts) => join(root, ...parts);

/** Sources that do not travel: types, and the drawings that the icons are made from. */
const travels = (/** @type {string} */ path) => !/\.d\.ts$|\.svg$/.test(path);

for (const [browser, engines] of /** @type {const} */ ([['chromium', ['wasm', 'twin']], ['firefox', ['wasm']]])) {
  const dist = at('dist', browser);
  rmSync(dist, { recursive: true, force: true });
  cpSync(at('extension'), dist, { recursive: true, filter: travels });
  writeFileSync(join(dist, 'manifest.json'), manifest(root, browser));
  for (const name of EVERYWHERE) writeFileSync(join(dist, name), small(name));
  if (!existsSync(join(dist, 'marks.css'))) writeFileSync(join(dist, 'marks.css'), '');
  // What the first page after installing shows: some lines of a sample article.
  writeFileSync(join(dist, 'sample.txt'), `${readFileSync(at('samples/bridge.txt'), 'utf8').split('\n').filter((_, line) => [0, 2, 4, 6].includes(line)).join('\n')}\n`);
  cpSync(at('target/engine/english.js'), join(dist, 'english.js'));
  for (const engine of engines) cpSync(at('target/engine', `engine.${engine}.js`), join(dist, `engine.${engine}.js`));
}

writeLegal(root, ['chromium', 'firefox'].map((browser) => at('dist', browser)));

const www = at('dist/www');
rmSync(www, { recursive: true, force: true });
mkdirSync(www, { recursive: true });
// Modules are bundled into one plain script, so that the page also works from a folder on disk.
for (const name of readdirSync(at('www')).filter((file) => file !== '_locales')) {
  if (!/\.(?:js|d\.ts)$/.test(name)) cpSync(at('www', name), join(www, name), { recursive: true });
}
if (existsSync(at('www/main.js'))) {
  buildSync({
    entryPoints: [at('www/main.js')], outfile: join(www, 'playground.js'), bundle: true, format: 'iife', target: 'es2022',
    loader: { '.txt': 'text' }, charset: 'utf8', logLevel: 'warning',
  });
}
if (existsSync(at('extension/marks.css'))) cpSync(at('extension/marks.css'), join(www, 'marks.css'));
cpSync(at('target/engine/standalone.wasm.js'), join(www, 'engine.js'));
