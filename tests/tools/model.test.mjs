/** The model's card speaks of the model that is here. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');

test('docs/model.md has the size and the checksum of the tagger’s model', () => {
  const model = readFileSync(join(root, 'data/en/tagger.safetensors'));
  const card = readFileSync(join(root, 'docs/model.md'), 'utf8');
  assert.ok(card.includes(createHash('sha256').update(model).digest('hex')), 'another checksum');
  assert.ok(card.includes(`${model.length.toLocaleString('en')} bytes`), 'another size');
});
