/** The archive of sources: what is tracked and nothing else, and the same again out of its own contents. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { LIST, sources } from '../../tools/sources.mjs';
import { unzip, zip } from '../../tools/zip.mjs';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-sources-'));
after(() => rmSync(folder, { recursive: true }));

/** @param {string} root @param {Record<string, string | Buffer>} files */
function write(root, files) {
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), contents);
  }
}

/** A tree with two tracked files and one that is not. @param {string} name */
function tree(name) {
  const root = join(folder, name);
  write(root, { 'a.txt': 'one', 'b/ü.txt': 'two', 'notes.txt': 'nobody else’s business' });
  execFileSync('git', ['init', '-q'], { cwd: root });
  execFileSync('git', ['add', 'a.txt', 'b/ü.txt'], { cwd: root });
  return root;
}

test('what git does not track stays out', () => {
  assert.deepEqual(sources(tree('tracked')).map(({ name }) => name), ['a.txt', 'b/ü.txt', LIST]);
});

test('an unpacked archive packs to the same bytes, whatever a build left beside it', () => {
  const first = zip(sources(tree('original')));
  const unpacked = join(folder, 'unpacked');
  write(unpacked, Object.fromEntries(unzip(first).map(({ name, bytes }) => [name, bytes])));
  write(unpacked, { 'dist/left.zip': 'made by a build' });
  assert.ok(zip(sources(unpacked)).equals(first));
});

test('a folder with neither git nor a list is refused in words', () => {
  write(join(folder, 'bare'), { 'a.txt': 'one' });
  assert.throws(() => sources(join(folder, 'bare')), /neither git nor SOURCES/);
});
