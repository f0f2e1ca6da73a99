/** What comes in from outside: licences, versions and sources of the locked packages, by the lists in deny.toml. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const deny = readFileSync(join(root, 'deny.toml'), 'utf8');

/** The strings of a list in deny.toml. @param {string} name */
const listed = (name) => [...(new RegExp(`^${name} = \\[(.*)\\]$`, 'm').exec(deny)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map(([, word]) => word);

/** @type {{name: string, version: string, license: string | null, source: string | null}[]} */
const crates = JSON.parse(execFileSync('cargo', ['metadata', '--locked', '--format-version', '1'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 }))
  .packages.filter((/** @type {{source: string | null}} */ { source }) => source !== null);

test('every crate can be had under a licence that is allowed', () => {
  const allowed = new Set(listed('allow'));
  assert.ok(allowed.has('MIT'));
  const refused = crates.filter(({ license }) => !license?.replaceAll('/', ' OR ').split(' AND ')
    .every((part) => part.replace(/[()]/g, '').split(' OR ').some((name) => allowed.has(name.trim()))));
  assert.deepEqual(refused.map(({ name, license }) => `${name}: ${license}`), []);
});

test('no crate is there in two versions but those that are named', () => {
  const named = listed('skip');
  const twice = crates.filter(({ name }, at) => crates.findIndex((crate) => crate.name === name) !== at && !named.includes(name));
  assert.deepEqual(twice.map(({ name }) => name), []);
});

test('every crate comes from the public registry', () => {
  assert.deepEqual(crates.filter(({ source }) => source !== 'registry+https://github.com/rust-lang/crates.io-index').map(({ name }) => name), []);
});

test('development tools are pinned to one version each, with their hashes', () => {
  const { devDependencies, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.equal(dependencies, undefined);
  for (const [name, version] of Object.entries(devDependencies)) assert.match(version, /^\d+\.\d+\.\d+$/, name);
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  for (const [path, { integrity, link, inBundle }] of Object.entries(packages)) {
    if (path && !link && !inBundle) assert.match(integrity ?? '', /^sha512-/, path);
  }
});
