/**
 * `node tools/again.mjs`: makes the packages, unpacks the archive of sources into another folder, makes them there with what the
 * archive alone brings, as somebody who reviews the extension would, and compares the bytes.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzip } from './zip.mjs';

const root = join(import.meta.dirname, '..');

/** @param {string} tree @returns {{name: string, bytes: Buffer}[]} the packages, and the archive of sources, that were made there */
const made = (tree) => readdirSync(join(tree, 'dist')).filter((name) => name.endsWith('.zip')).sort()
  .map((name) => ({ name, bytes: readFileSync(join(tree, 'dist', name)) }));

/** Where two archives part, for whoever must find out why. @param {Buffer} one @param {Buffer} other */
function difference(one, other) {
  const [a, b] = [one, other].map((bytes) => new Map(unzip(bytes).map((file) => [file.name, file.bytes])));
  const names = [...new Set([...a.keys(), ...b.keys()])];
  return names.filter((name) => !(a.has(name) && b.has(name) && a.get(name)?.equals(/** @type {Buffer} */ (b.get(name)))));
}

execFileSync(process.execPath, [join(root, 'tools/package.mjs')], { stdio: 'inherit' });
const first = made(root);
const sources = first.find(({ name }) => name.endsWith('-source.zip'));
if (!sources || first.length !== 3) throw new Error(`expected two packages and an archive of sources: ${first.map(({ name }) => name)}`);

const folder = mkdtempSync(join(tmpdir(), 'hearsay-again-'));
try {
  for (const { name, bytes } of unzip(sources.bytes)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  const [name] = readdirSync(folder);
  const tree = join(folder, name);
  // Nothing that points back at this tree.
  const env = { ...process.env };
  for (const own of ['CARGO_TARGET_DIR', 'CARGO_BUILD_TARGET_DIR', 'RUSTFLAGS', 'NODE_PATH']) delete env[own];
  execFileSync('bash', ['build.sh', 'package'], { cwd: tree, stdio: 'inherit', env });
  const second = made(tree);
  for (const [at, { name: file, bytes }] of first.entries()) {
    const other = second[at];
    if (other?.name !== file) throw new Error(`${file} was not made again: there is ${second.map((one) => one.name)}`);
    if (!other.bytes.equals(bytes)) throw new Error(`${file} came out differently in another folder: ${difference(bytes, other.bytes).join(', ') || 'the order of its files'}`);
    console.log(`${file}: the same ${bytes.length} bytes`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
