/** How the extension reaches a tab's page: puts the attendant there, where a gate is that it can work with. */
import './api.js';

const { browser } = hearsay;

/** Where `storage.session` has that a tab is paused: the popup writes it, the background reads it. @param {number} tab */
export const pauseKey = (tab) => `paused:${tab}`;

/** Resolves when it has looked at the page. One that is there stays. @param {browser.scripting.InjectionTarget} target */
export async function attend(target) {
  await browser.scripting.executeScript({ target, files: ['api.js', 'settings.js', 'attendant.js'], injectImmediately: true });
  await browser.scripting.executeScript({ target, func: () => globalThis.hearsay?.attendant?.ready, injectImmediately: true });
}

/** What is known of a tab's page. Rejects where no gate is. @param {number} tabId @returns {Promise<HearsayStatus>} */
export async function statusOf(tabId) {
  const ask = () => browser.tabs.sendMessage(tabId, { type: 'status' }, { frameId: 0 });
  try {
    return await ask();
  } catch {
    // Nobody attends to a page without an article until somebody wants to know.
    await attend({ tabId, frameIds: [0] });
    return ask();
  }
}
