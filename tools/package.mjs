/**
 * `node tools/package.mjs`: the packages that stores take, and an archive of the sources that they were built from.
 * Names sorted, one fixed time, no extra fields: same input, same bytes. `tools/again.mjs` holds it to that.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sources } from './sources.mjs';
import { zip } from './zip.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'extension/manifest.json'), 'utf8'));

/** @param {string} folder @returns {{name: string, bytes: Buffer}[]} */
const filesIn = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ name: path.slice(folder.length + 1).replaceAll('\\', '/'), bytes: readFileSync(path) }));

/** @returns {Map<string, Buffer>} */
const packages = () => new Map(
  Object.entries({
    chromium: filesIn(join(dist, 'chromium')),
    firefox: filesIn(join(dist, 'firefox')),
    source: sources(root).map(({ name, bytes }) => ({ name: `hearsay-${version}/${name}`, bytes })),
  })
    .map(([name, files]) => [`hearsay-${version}-${name}.zip`, zip(files)]),
);

/** @param {number} bytes */
const kib = (bytes) => `${(bytes / 1024).toFixed(0)} KiB`;

const made = packages();
for (const old of readdirSync(dist)) {
  if (/^hearsay-.*\.zip$/.test(old)) rmSync(join(dist, old));
}
const sums = [...made].map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}`);
for (const [name, bytes] of made) writeFileSync(join(dist, name), bytes);
writeFileSync(join(dist, 'SHA256SUMS'), `${sums.join('\n')}\n`);
for (const [at, bytes] of [...made.values()].entries()) console.log(`${sums[at]}  ${kib(bytes.length)}`);
for (const engine of ['wasm', 'twin']) {
  const bytes = readFileSync(join(dist, 'chromium', `engine.${engine}.js`));
  console.log(`engine.${engine}.js: ${kib(bytes.length)}, gzip ${kib(gzipSync(bytes, { level: 9 }).length)}`);
}
