/**
 * `node tools/package.mjs`: the packages that stores take, and an archive of the sources that they were built from.
 * `--check` makes them twice and compares. Names sorted, one fixed time, no extra fields: same input, same bytes.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zip } from './zip.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'extension/manifest.json'), 'utf8'));

/** @param {string} folder @returns {{name: string, bytes: Buffer}[]} */
const filesIn = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ name: path.slice(folder.length + 1).replaceAll('\\', '/'), bytes: readFileSync(path) }));

/** Every file that git knows or would add: what a reviewer needs to build the same. @returns {{name: string, bytes: Buffer}[]} */
function sources() {
  // Inside such an archive there is no git, and the archive itself is the sources.
  if (!existsSync(join(root, '.git'))) return [];
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  const names = [...new Set(listed.split('\0').filter(Boolean))];
  return names.map((name) => ({ name: `hearsay-${version}/${name}`, bytes: readFileSync(join(root, name)) }));
}

/** @returns {Map<string, Buffer>} */
const packages = () => new Map(
  Object.entries({ chromium: filesIn(join(dist, 'chromium')), firefox: filesIn(join(dist, 'firefox')), source: sources() })
    .filter(([, files]) => files.length > 0)
    .map(([name, files]) => [`hearsay-${version}-${name}.zip`, zip(files)]),
);

/** @param {number} bytes */
const kib = (bytes) => `${(bytes / 1024).toFixed(0)} KiB`;

const made = packages();
if (process.argv.includes('--check')) {
  const again = packages();
  for (const [name, bytes] of made) {
    if (!again.get(name)?.equals(bytes)) throw new Error(`${name} came out differently the second time`);
  }
}
for (const old of readdirSync(dist)) {
  if (/^hearsay-.*\.zip$/.test(old)) rmSync(join(dist, old));
}
for (const [name, bytes] of made) {
  writeFileSync(join(dist, name), bytes);
  console.log(`${createHash('sha256').update(bytes).digest('hex')}  dist/${name}  ${kib(bytes.length)}`);
}
for (const engine of ['wasm', 'twin']) {
  const bytes = readFileSync(join(dist, 'chromium', `engine.${engine}.js`));
  console.log(`engine.${engine}.js: ${kib(bytes.length)}, gzip ${kib(gzipSync(bytes, { level: 9 }).length)}`);
}
