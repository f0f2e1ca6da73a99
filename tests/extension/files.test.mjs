import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EVERYWHERE, small } from '../../tools/small.mjs';

const folder = join(import.meta.dirname, '../../extension');
/** @param {string} name */
const read = (name) => readFileSync(join(folder, name), 'utf8');
const manifest = JSON.parse(read('manifest.json'));

test('every file that the manifest names is there', () => {
  const [content] = manifest.content_scripts;
  const named = [
    ...Object.values(manifest.icons), ...Object.values(manifest.action.default_icon), manifest.action.default_popup,
    ...manifest.background.scripts, ...content.js, ...content.css,
  ];
  assert.deepEqual(named.filter((name) => !existsSync(join(folder, name))), []);
});

test('every icon has the size that it is named for, in the toolbar on and off', () => {
  const { icons, action } = manifest;
  const off = Object.fromEntries(Object.entries(action.default_icon).map(([size, name]) => [size, name.replace('/on-', '/off-')]));
  for (const [size, name] of [icons, action.default_icon, off].flatMap(Object.entries)) {
    const png = readFileSync(join(folder, name));
    assert.deepEqual([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)], ['PNG', Number(size), Number(size)], name);
    assert.ok(existsSync(join(folder, name.replace(/-\d+\.png$/, '.svg'))), `${name} is drawn somewhere`);
  }
});

test('no page can ask for a file of the extension', () => {
  assert.equal(manifest.web_accessible_resources, undefined);
  assert.equal(manifest.externally_connectable, undefined);
});

test('what runs on every page stays small', () => {
  const bytes = EVERYWHERE.map((name) => Buffer.byteLength(small(name)));
  assert.ok(bytes.reduce((sum, length) => sum + length) <= 6 * 1024, `${EVERYWHERE}: ${bytes} bytes`);
});

test('the crate and the extension have the same version', () => {
  const [, version] = /^version = "(.*)"/m.exec(readFileSync(join(folder, '../Cargo.toml'), 'utf8')) ?? [];
  assert.equal(manifest.version, version);
});
