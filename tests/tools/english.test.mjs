/** The file of English is what `src/english.rs` reads: a file of tensors that has the model's and every list. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { english } from '../../tools/engine/english.mjs';
import { language } from '../../tools/engine/pack.mjs';

const folder = join(import.meta.dirname, '../../data/en');

/** @param {Buffer} file */
function tensors(file) {
  const start = 8 + Number(file.readBigUInt64LE());
  const header = JSON.parse(file.toString('utf8', 8, start));
  return { header, start, bytes: (/** @type {string} */ name) => file.subarray(start + header[name].data_offsets[0], start + header[name].data_offsets[1]) };
}

test('every list and every tensor of the model is in it, as it is', () => {
  const [whole, model] = [tensors(english()), tensors(readFileSync(join(folder, 'tagger.safetensors')))];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
    assert.deepEqual(whole.bytes(`list.${name.slice(0, -4)}`), readFileSync(join(folder, name)), name);
  }
  for (const name of Object.keys(model.header).filter((key) => key !== '__metadata__')) assert.ok(whole.bytes(name).equals(model.bytes(name)), name);
  assert.deepEqual(whole.header.__metadata__, model.header.__metadata__);
  assert.equal(whole.start % 8, 0);
});

test('its script hands it over where the attendant is, and where it is not yet', () => {
  for (const scope of [{}, { hearsay: { attendant: 1 } }]) {
    new Function('globalThis', language(Buffer.from('tern and quay')))(scope);
    assert.deepEqual(/** @type {any} */ (scope).hearsay, { .../** @type {any} */ (scope).hearsay, english: btoa('tern and quay') });
  }
});
