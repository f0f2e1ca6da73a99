/** What the packages say of the libraries in them. */
import assert from 'node:assert/strict';
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bill, page } from '../../tools/legal.mjs';
import { legal, libraries, standard } from '../../tools/libraries.mjs';

const root = join(import.meta.dirname, '../..');
const all = libraries(root);
const names = all.map(({ name }) => name);

test('what the engine is built from is named, and what only compiles or serves the command line is not', () => {
  for (const inside of ['serde_json', 'wasm-bindgen', 'web-sys', 'memchr']) assert.ok(names.includes(inside), inside);
  for (const outside of ['hearsay', 'syn', 'serde_derive', 'clap', 'pulp', 'criterion', 'proptest']) assert.ok(!names.includes(outside), outside);
});

test('every library brings the text of its licence', () => {
  for (const library of all) assert.ok(legal(library).every(({ text }) => text.trim().length > 100), library.name);
  assert.match(readFileSync(standard(root).notices, 'utf8'), /Rust Standard Library/);
});

test('a text that two libraries share stands once, under both names, and cannot become markup', () => {
  const one = { version: '1.0.0', license: 'MIT', texts: [{ file: 'LICENSE', text: 'Use it <freely> & well.\r\n' }] };
  const html = page([{ ...one, name: 'first' }, { ...one, name: 'second', texts: [{ file: 'COPYING', text: 'Use it <freely> & well.\n' }] }]);
  assert.equal(html.split('Use it &lt;freely&gt; &amp; well.').length, 2);
  assert.match(html, /first 1\.0\.0, second 1\.0\.0/);
  assert.doesNotMatch(html, /<freely>/);
});

test('the bill of materials has each library with version, hash, licence and address in the registry', () => {
  const { bomFormat, specVersion, components } = bill('1.2.3', all, '1.95.0');
  assert.deepEqual([bomFormat, specVersion], ['CycloneDX', '1.6']);
  assert.deepEqual(components.map(({ name }) => name), [...names, 'rust-std']);
  for (const part of components.slice(0, -1)) {
    assert.match(JSON.stringify(part), new RegExp(`"alg":"SHA-256","content":"[0-9a-f]{64}".*"purl":"pkg:cargo/${part.name}@${part.version.replaceAll('+', '\\+')}"`));
    assert.ok(part.licenses[0].expression);
  }
  assert.equal(new Set(components.map((part) => part['bom-ref'])).size, components.length);
});

test('no path of the machine and no time gets into either', () => {
  const text = JSON.stringify(bill('1.2.3', all, '1.95.0')) + page(all.map((library) => ({ ...library, texts: legal(library) })));
  assert.ok(!text.includes(process.env.HOME ?? '/root/'));
  assert.doesNotMatch(text, /"timestamp"|"serialNumber"/);
});

test('the page of the settings leads to the licences, and the build puts them there', () => {
  assert.match(readFileSync(join(root, 'extension/options.html'), 'utf8'), /href="licences\.html"/);
  for (const browser of ['chromium', 'firefox']) {
    const folder = join(root, 'dist', browser);
    assert.ok(existsSync(folder), 'run ./build.sh first');
    for (const name of ['licences.html', 'licences-rust.html', 'bom.json']) assert.ok(existsSync(join(folder, name)), `${browser}/${name}`);
  }
});
