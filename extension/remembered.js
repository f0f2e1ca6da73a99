/** All pages of which corrections are remembered, as corrections.js stores them: for the settings, where they are forgotten. */
import './api.js';
import './settings.js';

const { browser, settings: { PAGE } } = hearsay;

/** @returns {Promise<Record<string, unknown>>} by the key under which they are stored */
export async function corrected() {
  const all = Object.entries(await browser.storage.local.get(null));
  return Object.fromEntries(all.filter(([name]) => name.startsWith(PAGE)));
}

/** Forgets them all; what there was, for the way back. */
export async function forget() {
  const all = await corrected();
  await browser.storage.local.remove(Object.keys(all));
  return all;
}

/** Remembers again what was forgotten; what was corrected anew meanwhile stays. @param {Record<string, unknown>} forgotten */
export async function remember(forgotten) {
  await browser.storage.local.set({ ...forgotten, ...(await corrected()) });
}
