/**
 * Puts the attendant into a page where its gate saw an article, chooses the engine's form and puts it there when the attendant asks for
 * it, and shows the state in the icon.
 * A worker that may be stopped at any time: what it must remember lies in `storage.session`.
 */
import './api.js';
import './settings.js';
import { attend, pauseKey } from './attend.js';
import { switchSite } from './choices.js';
import { forbidsWebAssembly } from './policy.js';

const { browser, settings } = hearsay;

/** Firefox exempts content scripts from the page's policy; its packages carry no twin. */
const FIREFOX = browser.runtime.getURL('').startsWith('moz-extension:');

/** @param {number} tab */
const policyKey = (tab) => `policy:${tab}`;

/** @param {number} tab @returns {Promise<boolean>} */
const isPaused = async (tab) => (await browser.storage.session.get(pauseKey(tab)))[pauseKey(tab)] === true;

/** @param {string} address */
const withoutFragment = (address) => address.split('#')[0];

if (!FIREFOX) {
  browser.webRequest.onHeadersReceived.addListener(
    (details) => {
      if (details.tabId < 0) return;
      const policies = (details.responseHeaders ?? [])
        .filter(({ name }) => /^content-security-policy(-report-only)?$/i.test(name))
        .map(({ value }) => value ?? '');
      const seen = { address: withoutFragment(details.url), at: details.timeStamp, forbids: forbidsWebAssembly(policies) };
      void browser.storage.session.set({ [policyKey(details.tabId)]: seen });
    },
    { urls: ['http://*/*', 'https://*/*'], types: ['main_frame'] },
    ['responseHeaders'],
  );
}
browser.tabs.onRemoved.addListener((tab) => void browser.storage.session.remove([policyKey(tab), pauseKey(tab)]));

/**
 * The module where it is sure that no policy forbids it; the twin where one does, or where nothing is known of the
 * document: its headers were not seen (a service worker answered), or what was seen is older than its navigation.
 * @param {number} tab
 * @param {EngineMessage} asked
 */
async function engineFile(tab, asked) {
  if (FIREFOX) return 'engine.wasm.js';
  const seen = (await browser.storage.session.get(policyKey(tab)))[policyKey(tab)];
  const known = seen?.address === withoutFragment(asked.address) && seen.at >= asked.began;
  return known && !seen.forbids && !forbidsWebAssembly(asked.policies) ? 'engine.wasm.js' : 'engine.twin.js';
}

/** By document where the browser can: the tab may have moved on to a page with another policy. @param {browser.runtime.MessageSender} sender */
function document(sender) {
  const tabId = /** @type {number} */ (sender.tab?.id);
  const { documentId } = /** @type {{documentId?: string}} */ (sender);
  return FIREFOX || !documentId ? { tabId, frameIds: [0] } : { tabId, documentIds: [documentId] };
}

/** @param {EngineMessage} asked @param {browser.runtime.MessageSender} sender */
async function inject(asked, sender) {
  const tabId = /** @type {number} */ (sender.tab?.id);
  if (await isPaused(tabId)) return { paused: true };
  await browser.scripting.executeScript({ target: document(sender), files: ['leave.js', 'corrections.js', 'english.js', await engineFile(tabId, asked)] });
  return {};
}

/** @param {boolean} on */
const icon = (on) => Object.fromEntries([16, 24, 32].map((size) => [size, `icons/${on ? 'on' : 'off'}-${size}.png`]));

/** @param {StateMessage} message @param {number} tabId */
async function show({ state, speakers, warnings }, tabId) {
  const title = state === 'ready' ? browser.i18n.getMessage('actionTitle', [String(speakers), String(warnings)]) : browser.i18n.getMessage('extensionName');
  await browser.action.setIcon({ tabId, path: icon(state !== 'off' && state !== 'paused') });
  await browser.action.setTitle({ tabId, title });
}

/** @param {any} message @returns {message is EngineMessage} */
const isEngineMessage = (message) =>
  message?.type === 'engine' && typeof message.address === 'string' && typeof message.began === 'number' &&
  Array.isArray(message.policies) && message.policies.every((/** @type {unknown} */ policy) => typeof policy === 'string');

/** @param {any} message @returns {message is StateMessage} */
const isStateMessage = (message) =>
  message?.type === 'state' && typeof message.state === 'string' && Number.isInteger(message.speakers) && Number.isInteger(message.warnings);

browser.runtime.onMessage.addListener((message, sender, respond) => {
  // Only our own scripts, in the page itself and not in a frame.
  if (sender.id !== browser.runtime.id || sender.tab?.id === undefined || sender.frameId !== 0) return undefined;
  if (isStateMessage(message)) {
    // The tab may be gone by now: then there is no icon left to change.
    show(message, sender.tab.id).catch(() => undefined);
    return undefined;
  }
  if (message?.type === 'paused') {
    isPaused(sender.tab.id).then(respond, () => respond(false));
    return true;
  }
  if (message?.type === 'article') {
    attend(document(sender)).then(respond, () => respond());
    return true;
  }
  if (!isEngineMessage(message)) return undefined;
  inject(message, sender).then(respond, (error) => respond({ error: String(error) }));
  return true;
});

/** Shortcuts, for the tab that is shown. A tab without an attendant takes no message: then there is nothing to do. */
browser.commands.onCommand.addListener(async (command, shown) => {
  const tab = shown ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  const address = URL.parse(tab?.url ?? '');
  if (tab?.id === undefined || !address || !/^https?:$/.test(address.protocol)) return;
  const tell = (/** @type {HearsayMessage} */ message) => browser.tabs.sendMessage(/** @type {number} */ (tab.id), message, { frameId: 0 }).catch(() => undefined);
  if (command === 'panel') await tell({ type: 'panel' });
  if (command === 'next' || command === 'previous') await tell({ type: 'step', forward: command === 'next' });
  if (command === 'site') await switchSite(address.hostname, !settings.isOn(await settings.read(), address.hostname));
});

browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
});

/** What the switches say, for a tab that nobody may attend to. @param {browser.tabs.Tab} tab @param {HearsaySettings} chosen */
async function showSwitches({ id, url }, chosen) {
  const address = URL.parse(url ?? '');
  if (id === undefined || !address || !/^https?:$/.test(address.protocol)) return;
  await browser.action.setIcon({ tabId: id, path: icon(settings.isOn(chosen, address.hostname) && !(await isPaused(id))) });
}
browser.tabs.onUpdated.addListener(async (_id, { status }, tab) => {
  // The tab may be gone by now, here and below: then there is no icon left to change.
  if (status === 'complete') await showSwitches(tab, await settings.read()).catch(() => undefined);
});

/** In all tabs, and where no page is. */
async function showAll() {
  const chosen = await settings.read();
  await browser.action.setIcon({ path: icon(chosen.everywhere) });
  for (const tab of await browser.tabs.query({})) await showSwitches(tab, chosen).catch(() => undefined);
}
browser.runtime.onInstalled.addListener(showAll);
browser.runtime.onStartup.addListener(showAll);
settings.listen(showAll);
