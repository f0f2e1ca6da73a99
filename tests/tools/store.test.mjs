/** What the stores are told: within their limits, and the same as the manifest. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const read = (/** @type {string} */ name) => readFileSync(join(root, name), 'utf8');
const manifest = JSON.parse(read('extension/manifest.json'));
/** The part under a heading, up to the next of its rank. @param {string} text @param {string} heading */
const under = (text, heading) => text.split(`\n${heading}\n`)[1]?.split(/^#{1,3} /m)[0]?.trim() ?? '';
const listing = read('docs/store/listing.md');
const answers = read('docs/store/answers.md');

test('name, summary and description are there and no longer than the stores take', () => {
  const names = readdirSync(join(root, 'extension/_locales'));
  assert.equal(names.length, 6);
  for (const language of names) {
    const { extensionName, extensionDescription } = JSON.parse(read(`extension/_locales/${language}/messages.json`));
    // Chrome: 75 and 132 characters; Firefox: 50 and 250.
    assert.ok(extensionName.message.length <= 50, language);
    assert.ok(extensionDescription.message.length > 30 && extensionDescription.message.length <= 132, `${language}: ${extensionDescription.message.length}`);
  }
  const { extensionName, extensionDescription } = JSON.parse(read('extension/_locales/en/messages.json'));
  assert.equal(under(listing, '## Name'), extensionName.message);
  assert.equal(under(listing, '## Summary'), extensionDescription.message);
  const description = under(listing, '## Description');
  assert.ok(description.length > 1000 && description.length <= 15_000, String(description.length));
});

test('every permission has a reason, for the stores and for readers, and no other is named', () => {
  const asked = [manifest.host_permissions.join(', '), ...manifest.permissions].sort();
  const section = answers.split('\n## Permissions\n')[1].split('\n## ')[0];
  assert.deepEqual([...section.matchAll(/^### (.*)$/gm)].map(([, name]) => name).sort(), asked);
  // The Chrome Web Store takes 1,000 characters for each.
  for (const name of asked) assert.ok(under(answers, `### ${name}`).length > 100 && under(answers, `### ${name}`).length <= 1000, name);
  const told = read('docs/permissions.md');
  for (const name of asked.flatMap((names) => names.split(', '))) assert.ok(told.includes(`\`${name}\``), name);
});

test('the data that is collected is none, in both manifests’ words and in the answers', () => {
  assert.deepEqual(manifest.browser_specific_settings.gecko.data_collection_permissions, { required: ['none'] });
  assert.match(answers, /`data_collection_permissions` is `none`/);
});

test('reviewers are told of every file that is made and of what the build needs', () => {
  const told = read('docs/store/reviewers.md');
  for (const name of [...manifest.content_scripts[0].js, 'english.js', 'engine.wasm.js', 'engine.twin.js', 'sample.txt', 'licences.html', 'bom.json']) assert.ok(told.includes(`\`${name}\``), name);
  assert.match(told, /bash build\.sh package/);
});
