/** What the background takes from whom: every message of the wrong shape or sender is dropped, and the browser is asked for nothing. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

/** @type {string[]} */
let asked = [];
/** @type {Record<string, ((...args: any[]) => any)[]>} */
const listeners = {};
/** @param {string} name */
const event = (name) => ({ addListener: (/** @type {(...args: any[]) => any} */ listener) => void (listeners[name] ??= []).push(listener) });
/** @param {string} name @param {unknown} [answer] */
const call = (name, answer) => async () => {
  asked.push(name);
  return answer;
};
const browser = {
  runtime: { id: 'ours', getURL: () => 'chrome-extension://ours/', onMessage: event('message'), onInstalled: event('installed'), onStartup: event('startup') },
  storage: { local: { get: async () => ({}), onChanged: event('changed') }, session: { get: async () => ({}), set: async () => undefined, remove: async () => undefined } },
  webRequest: { onHeadersReceived: event('headers') },
  tabs: { onRemoved: event('removed'), onUpdated: event('updated'), create: call('tabs.create'), query: call('tabs.query', []), sendMessage: call('tabs.sendMessage') },
  scripting: { executeScript: call('executeScript') },
  action: { setIcon: call('setIcon'), setTitle: call('setTitle') },
  commands: { onCommand: event('command') },
  i18n: { getMessage: (/** @type {string} */ key) => key },
};
Object.assign(globalThis, { browser });
URL.parse ??= (address) => (URL.canParse(address) ? new URL(address) : null);
await import('../../extension/background.js');
const [hear] = listeners.message;

const PAGE = { id: 'ours', tab: { id: 7 }, frameId: 0, documentId: 'd' };
const ARTICLE = { type: 'article' };
const ENGINE = { type: 'engine', address: 'https://a.example/', began: 1, policies: [] };
const STATE = { type: 'state', state: 'ready', speakers: 1, warnings: 0 };

/** What becomes of a message: what the browser was asked for, and whether an answer is promised. @param {unknown} message @param {object} sender */
async function sent(message, sender) {
  /** @type {unknown} */
  let answer;
  const promised = hear(message, sender, (/** @type {unknown} */ said) => { answer = said; }) === true;
  await new Promise(setImmediate);
  return { promised, answer, asked };
}
const DROPPED = { promised: false, answer: undefined, asked: [] };

beforeEach(() => { asked = []; });

test('one listener hears of messages, and none of those from elsewhere', () => {
  assert.equal(listeners.message.length, 1);
  assert.equal(/** @type {any} */ (browser.runtime).onMessageExternal, undefined, 'had it been asked for, the import would have failed');
});

test('a gate and an attendant are heard', async () => {
  assert.deepEqual(await sent(ARTICLE, PAGE), { promised: true, answer: undefined, asked: ['executeScript', 'executeScript'] });
  asked = [];
  assert.deepEqual(await sent(ENGINE, PAGE), { promised: true, answer: {}, asked: ['executeScript'] });
  asked = [];
  assert.deepEqual((await sent(STATE, PAGE)).asked, ['setIcon', 'setTitle']);
  asked = [];
  assert.deepEqual(await sent({ type: 'paused' }, PAGE), { promised: true, answer: false, asked: [] });
});

test('the icon of a page that nobody attends to shows its switch', async () => {
  /** @type {any[]} */
  const icons = [];
  const { setIcon } = browser.action;
  browser.action.setIcon = /** @type {any} */ (async (/** @type {any} */ given) => void icons.push([given.tabId, given.path[16]]));
  browser.storage.local.get = async () => ({ settings: { version: 2, sites: { 'b.example': false } } });
  const [updated] = listeners.updated;
  await updated(7, { status: 'complete' }, { id: 7, url: 'https://a.example/' });
  await updated(8, { status: 'complete' }, { id: 8, url: 'https://www.b.example/' });
  await updated(8, { status: 'loading' }, { id: 8, url: 'https://www.b.example/' });
  await updated(9, { status: 'complete' }, { id: 9, url: 'about:blank' });
  browser.action.setIcon = setIcon;
  browser.storage.local.get = async () => ({});
  assert.deepEqual(icons, [[7, 'icons/on-16.png'], [8, 'icons/off-16.png']]);
});

test('another sender is not: another extension, a frame, a page without a tab, nobody', async () => {
  const senders = [{}, { ...PAGE, id: 'theirs' }, { ...PAGE, id: undefined }, { ...PAGE, frameId: 3 }, { ...PAGE, frameId: undefined }, { ...PAGE, tab: undefined }, { ...PAGE, tab: {} }];
  for (const sender of senders) {
    for (const message of [ARTICLE, ENGINE, STATE, { type: 'paused' }]) assert.deepEqual(await sent(message, sender), DROPPED, JSON.stringify([message, sender]));
  }
});

test('another shape is not, whatever the sender', async () => {
  const shapes = [
    undefined, null, 7, 'engine', [], {}, { type: 'install' }, { type: ['engine'] }, { type: ['article'] }, { ...ENGINE, address: undefined }, { ...ENGINE, address: {} }, { ...ENGINE, began: '1' },
    { ...ENGINE, policies: 'none' }, { ...ENGINE, policies: [7] }, { ...ENGINE, policies: { length: 0 } }, { ...STATE, state: 7 }, { ...STATE, speakers: '1' }, { ...STATE, warnings: 0.5 }, { ...STATE, speakers: NaN },
  ];
  for (const message of shapes) assert.deepEqual(await sent(message, PAGE), DROPPED, JSON.stringify(message));
});

test('what cannot be done is said, and nothing is thrown', async () => {
  browser.scripting.executeScript = async () => { throw new Error('the document is gone'); };
  browser.action.setIcon = async () => { throw new Error('the tab is gone'); };
  assert.deepEqual(await sent(ARTICLE, PAGE), { promised: true, answer: undefined, asked: [] });
  assert.deepEqual((await sent(ENGINE, PAGE)).answer, { error: 'Error: the document is gone' });
  assert.deepEqual((await sent(STATE, PAGE)).promised, false);
});

test('files and frames are ours to choose: nothing of the message gets into the call but the tab that it came from', async () => {
  /** @type {any} */
  let call;
  browser.scripting.executeScript = /** @type {any} */ (async (/** @type {any} */ given) => { call = given; });
  await sent({ ...ENGINE, files: ['evil.js'], target: { tabId: 1 }, tabId: 1 }, PAGE);
  assert.deepEqual(call, { target: { tabId: 7, documentIds: ['d'] }, files: ['leave.js', 'corrections.js', 'english.js', 'engine.twin.js'] });
});
