import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const messages = JSON.parse(readFileSync(join(root, 'extension/_locales/en/messages.json'), 'utf8'));
/** @param {string} folder @param {RegExp} ending */
const texts = (folder, ending) => readdirSync(join(root, folder), { recursive: true })
  .map(String).filter((name) => ending.test(name)).map((name) => readFileSync(join(root, folder, name), 'utf8'));
const files = texts('extension', /\.(?:js|html)$|manifest\.json$/);

test('every message that the popup and the manifest ask for is there', () => {
  const asked = files.flatMap((text) => [
    ...text.matchAll(/data-message="(\w+)"/g), ...text.matchAll(/\b(?:message|getMessage|tell)\('(\w+)'/g),
    ...text.matchAll(/__MSG_(\w+)__/g), ...text.matchAll(/'(popup\w+)'/g),
  ].map(([, key]) => key));
  assert.ok(asked.length > 10);
  assert.deepEqual(asked.filter((key) => !messages[key]), []);
});

test('every message of the popup is asked for', () => {
  const all = files.join('\n');
  assert.deepEqual(Object.keys(messages).filter((key) => key.startsWith('popup') && !all.includes(key)), []);
});

test('every placeholder is declared and used', () => {
  for (const [key, { message, placeholders = {} }] of Object.entries(messages)) {
    const used = [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name.toLowerCase());
    assert.deepEqual([...new Set(used)].sort(), Object.keys(placeholders).sort(), key);
  }
});
