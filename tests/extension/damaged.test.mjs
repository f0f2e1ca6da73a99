/**
 * The readers of settings, on what nobody wrote by hand: files cut, changed and made up, and anything that may stand in the store.
 * `HEARSAY_FUZZ_RUNS=1000000` looks for longer. What Rust reads of the settings is in fuzz/targets/settings.rs.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

Object.assign(globalThis, { browser: { runtime: { id: 'x' } } });
URL.parse ??= (address) => (URL.canParse(address) ? new URL(address) : null);
const { KINDS, fromFile, hostOf, toFile } = await import('../../extension/choices.js');
const { settings } = /** @type {any} */ (globalThis).hearsay;

const numRuns = Number(process.env.HEARSAY_FUZZ_RUNS ?? 3000);
const MEMBERS = ['hearsay', 'version', 'everywhere', 'onByDefault', 'sites', 'density', 'quiet', 'colours', 'offSites', 'warnings', 'badges', '__proto__', 'constructor'];

/** Settings as the extension itself could have them. */
const chosen = fc.record({
  version: fc.constant(2), everywhere: fc.boolean(), onByDefault: fc.boolean(),
  sites: fc.dictionary(fc.domain().map(hostOf).filter(Boolean), fc.boolean(), { maxKeys: 5, noNullPrototype: true }),
  density: fc.constantFrom('off', 'warnings', 'badges', 'everything'), quiet: fc.uniqueArray(fc.constantFrom(...KINDS)),
  colours: fc.constantFrom('one', 'speakers'),
}, { noNullPrototype: true });

/** What may stand where settings should: anything, and objects with the right names and the wrong things in them. */
const anything = fc.oneof(
  fc.anything(),
  fc.dictionary(fc.constantFrom(...MEMBERS), fc.oneof(fc.anything(), fc.constantFrom(1, 2, 3, '2', true, [], ['headline'], { 'a.example': false }))),
);

/** @param {any} read */
function assertWhole(read) {
  assert.deepEqual(Object.keys(read).sort(), ['colours', 'density', 'everywhere', 'onByDefault', 'quiet', 'sites', 'version']);
  assert.equal(read.version, 2);
  for (const name of ['everywhere', 'onByDefault']) assert.equal(typeof read[name], 'boolean');
  assert.ok(['off', 'warnings', 'badges', 'everything'].includes(read.density) && ['one', 'speakers'].includes(read.colours));
  assert.ok(Array.isArray(read.quiet) && read.quiet.every((/** @type {any} */ kind) => typeof kind === 'string'));
  assert.ok(Object.values(read.sites).every((on) => typeof on === 'boolean'));
  assert.equal(Object.getPrototypeOf(read.sites), Object.prototype);
}

test('whatever is stored, settings are whole, and reading them again changes nothing', () => {
  fc.assert(fc.property(anything, (stored) => {
    const read = settings.normal(stored);
    assertWhole(read);
    assert.deepEqual(settings.normal(structuredClone(read)), read);
    settings.isOn(read, 'www.a.example');
  }), { numRuns });
});

test('what was saved is loaded as it was', () => {
  fc.assert(fc.property(chosen, (given) => {
    assert.deepEqual(fromFile(toFile(/** @type {any} */ (given))), { chosen: given });
  }), { numRuns });
});

test('a file that was cut or changed is refused with a message, or is still whole settings', () => {
  const cut = fc.record({ at: fc.nat(), length: fc.nat({ max: 12 }), put: fc.oneof(fc.string(), fc.constantFrom(',', '"', '{', '}', 'null', '7', '[]', '\\u0000', '"__proto__":')) });
  fc.assert(fc.property(chosen, fc.array(cut, { minLength: 1, maxLength: 3 }), (given, cuts) => {
    let text = toFile(/** @type {any} */ (given));
    for (const { at, length, put } of cuts) {
      const start = at % (text.length + 1);
      text = text.slice(0, start) + put + text.slice(start + length);
    }
    judge(text);
  }), { numRuns });
});

test('any text and any JSON is refused with a message', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), anything.map((value) => String(JSON.stringify(value)))), judge), { numRuns });
});

/** @param {string} text */
function judge(text) {
  const read = fromFile(text);
  if (read.error === undefined) assertWhole(read.chosen);
  else assert.match(read.error, /^optionsImport(?:Unreadable|Foreign|Newer|Damaged)$/);
  assert.equal(/** @type {any} */ ({}).everywhere, undefined, 'no prototype is touched');
}
