/** What the reader has chosen: lifted from older versions, changed side by side, saved to a file and loaded again. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

/** @type {Record<string, any>} */
let store = {};
/** A store as slow as a real one: what is read is a copy, and others may write before it is written back. */
const browser = {
  runtime: { id: 'x' },
  storage: { local: {
    async get(/** @type {string} */ key) {
      const found = structuredClone(store[key]);
      await new Promise(setImmediate);
      return { [key]: found };
    },
    async set(/** @type {object} */ values) {
      await new Promise(setImmediate);
      Object.assign(store, structuredClone(values));
    },
  } },
};
/** As browsers have it: one at a time, in the order of asking. */
let last = Promise.resolve();
const locks = { request: (/** @type {string} */ _, /** @type {() => Promise<any>} */ held) => (last = last.then(held)) };
Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true });
Object.assign(globalThis, { browser });
URL.parse ??= (address) => (URL.canParse(address) ? new URL(address) : null);

const { KINDS, change, forgetSite, fromFile, hostOf, switchKind, switchSite, toFile } = await import('../../extension/choices.js');
const { settings } = /** @type {any} */ (globalThis).hearsay;
const DEFAULT = { version: 2, everywhere: true, onByDefault: true, sites: {}, density: 'everything', quiet: [], colours: 'speakers' };

beforeEach(() => { store = {}; });

test('nothing stored, or anything else, is the default', async () => {
  for (const stored of [undefined, null, 7, 'on', [], { version: 2, sites: 3, density: 'loud', quiet: 'all', colours: [] }]) {
    store = { settings: stored };
    assert.deepEqual(await settings.read(), DEFAULT);
  }
});

test('version 1 is read as what comes nearest', () => {
  const old = { version: 1, everywhere: false, offSites: ['a.example', 'b.example'], warnings: true, badges: true };
  assert.deepEqual(settings.normal(old), { ...DEFAULT, everywhere: false, sites: { 'a.example': false, 'b.example': false } });
  assert.deepEqual(settings.normal({ ...old, warnings: false }).quiet, KINDS);
  assert.equal(settings.normal({ ...old, badges: false }).density, 'warnings');
  assert.equal(settings.normal({ ...old, warnings: false, badges: false }).density, 'off');
  assert.deepEqual(settings.normal({ version: 1, offSites: 'x' }), DEFAULT);
});

test('a change lifts what is stored, once', async () => {
  store = { settings: { version: 1, everywhere: true, offSites: ['a.example'], warnings: true, badges: true } };
  await switchSite('www.b.example', false);
  assert.deepEqual(store.settings, { ...DEFAULT, sites: { 'a.example': false, 'b.example': false } });
});

test('changes at the same time lose nothing', async () => {
  await Promise.all([
    switchSite('a.example', false), switchSite('b.example', false), switchKind('headline', false), switchKind('agentless', false),
    change(() => ({ density: 'badges' })), change(() => ({ onByDefault: false })), switchKind('headline', true), forgetSite('a.example'),
  ]);
  assert.deepEqual(store.settings, { ...DEFAULT, onByDefault: false, density: 'badges', quiet: ['agentless'], sites: { 'b.example': false } });
});

test('a site is on as its own choice says, else as the general one', () => {
  const chosen = { ...DEFAULT, sites: { 'off.example': false, 'on.example': true } };
  const on = (/** @type {object} */ part) => ['off.example', 'www.on.example', 'other.example', 'constructor'].map((host) => settings.isOn({ ...chosen, ...part }, host));
  assert.deepEqual(on({}), [false, true, true, true]);
  assert.deepEqual(on({ onByDefault: false }), [false, true, false, false]);
  assert.deepEqual(on({ everywhere: false }), [false, false, false, false]);
});

test('a site may be typed as a name or an address', () => {
  const typed = ['Example.org', ' www.example.org ', 'https://news.example.org/a?b', 'localhost:8080', 'grün.example', '', 'two words', 'ftp://example.org'];
  assert.deepEqual(typed.map(hostOf), ['example.org', 'example.org', 'news.example.org', 'localhost', 'xn--grn-ioa.example', '', '', '']);
});

test('what is saved is loaded as it was', () => {
  const chosen = { ...DEFAULT, onByDefault: false, sites: { 'a.example': true, '[::1]': false }, quiet: ['headline'], density: 'off', colours: 'one' };
  assert.deepEqual(fromFile(toFile(/** @type {any} */ (chosen))), { chosen });
});

test('a file that is not whole is refused, and says where', () => {
  const good = JSON.parse(toFile(/** @type {any} */ (DEFAULT)));
  const said = (/** @type {unknown} */ file) => {
    const { error, args } = /** @type {any} */ (fromFile(typeof file === 'string' ? file : JSON.stringify(file)));
    return args ? `${error} ${args}` : error;
  };
  assert.equal(said(''), 'optionsImportUnreadable');
  assert.equal(said(toFile(/** @type {any} */ (DEFAULT)).slice(0, -5)), 'optionsImportUnreadable');
  assert.equal(said(JSON.stringify(good).padEnd(1_000_001)), 'optionsImportUnreadable');
  for (const foreign of ['null', '[]', '"settings"', '{}', { ...good, hearsay: 'report' }]) assert.equal(said(foreign), 'optionsImportForeign');
  assert.equal(said({ ...good, version: 3 }), 'optionsImportNewer');
  const wrong = {
    version: 'two', everywhere: 'yes', onByDefault: 1, density: 'loud', quiet: ['headline', 'no-such-kind'], colours: null,
    sites: { 'a.example': 'off' }, extra: 1,
  };
  for (const [name, value] of Object.entries(wrong)) assert.equal(said({ ...good, [name]: value }), `optionsImportDamaged ${name}`);
  for (const sites of [[], null, { '': true }, { 'two words': true }, { 'www.a.example': true }, { 'https://a.example': true }]) {
    assert.equal(said({ ...good, sites }), 'optionsImportDamaged sites');
  }
  for (const name of ['everywhere', 'sites', 'quiet']) assert.equal(said({ ...good, [name]: undefined }), `optionsImportDamaged ${name}`);
  assert.equal(said(`{"__proto__": {"everywhere": true}, ${JSON.stringify(good).slice(1)}`), 'optionsImportDamaged __proto__');
});

test('what version 1 switched off with one switch are kinds still', () => {
  const old = settings.normal({ version: 1, warnings: false }).quiet;
  assert.deepEqual(old, KINDS.filter((kind) => old.includes(kind)));
  assert.ok(old.length >= 10);
});
