/**
 * How the extension's own pages and its background change what settings.js describes. Every change is made under one
 * lock, from what stands in the store at that moment: two windows that change different things lose neither.
 */
import './api.js';
import './settings.js';
import { KINDS } from './kinds.js';

export { KINDS };

const { browser, settings } = hearsay;
const { KEY, normal, site } = settings;

/** The message of a kind's name; `Noticed`, `Why`, `Standard` and `Settle` behind it have its other texts. @param {string} kind */
export const kindKey = (kind) => `warning-${kind}`.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** @param {(now: HearsaySettings) => Partial<HearsaySettings>} alter */
export async function change(alter) {
  await navigator.locks.request('hearsay-settings', async () => {
    const now = await settings.read();
    await browser.storage.local.set({ [KEY]: { ...now, ...alter(now) } });
  });
}

/** @param {string} host @param {boolean} on */
export const switchSite = (host, on) => change(({ sites }) => ({ sites: sorted({ ...sites, [site(host)]: on }) }));

/** What the general choice says holds for it again. @param {string} host */
export const forgetSite = (host) => change(({ sites }) => ({ sites: Object.fromEntries(Object.entries(sites).filter(([other]) => other !== host)) }));

/** @param {string} kind @param {boolean} on */
export const switchKind = (kind, on) => change(({ quiet }) => ({ quiet: on ? quiet.filter((other) => other !== kind) : [...new Set([...quiet, kind])].sort() }));

/** @param {Record<string, boolean>} sites */
const sorted = (sites) => Object.fromEntries(Object.entries(sites).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A host as a reader may type it: a name, or an address to take it from; empty where it is neither. @param {string} typed */
export function hostOf(typed) {
  const address = URL.parse(/^\w+:\/\//.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`);
  // One browser takes spaces for part of a name.
  return address && /^https?:$/.test(address.protocol) && /^(?:[\w.-]+|\[[\da-f:.]+\])$/.test(address.hostname) ? site(address.hostname) : '';
}

/** The settings as a file. @param {HearsaySettings} chosen */
export const toFile = (chosen) => `${JSON.stringify({ hearsay: 'settings', ...chosen }, null, 2)}\n`;

/** Longer files are not ours. */
const LONGEST = 1_000_000;

/** What each member of a file must be. @type {Record<string, (value: any) => boolean>} */
const SHAPE = {
  hearsay: (value) => value === 'settings',
  version: (value) => value === 2,
  everywhere: (value) => typeof value === 'boolean',
  onByDefault: (value) => typeof value === 'boolean',
  sites: (value) => plain(value) && Object.entries(value).every(([host, on]) => typeof on === 'boolean' && host !== '' && hostOf(host) === host),
  density: (value) => ['off', 'warnings', 'badges', 'everything'].includes(value),
  quiet: (value) => Array.isArray(value) && value.every((kind) => KINDS.includes(kind)),
  colours: (value) => ['speakers', 'one'].includes(value),
};

/** @param {unknown} value */
const plain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a file that `toFile` wrote. Anything else is refused as a whole, with the message that says why.
 * @param {string} text
 * @returns {{chosen: HearsaySettings, error?: undefined} | {error: string, args?: string[]}}
 */
export function fromFile(text) {
  /** @type {any} */
  let read;
  try {
    read = JSON.parse(text.length > LONGEST ? '' : text);
  } catch {
    return { error: 'optionsImportUnreadable' };
  }
  if (!plain(read) || read.hearsay !== 'settings') return { error: 'optionsImportForeign' };
  if (Number.isInteger(read.version) && read.version > 2) return { error: 'optionsImportNewer' };
  const wrong = Object.keys(SHAPE).find((name) => !Object.hasOwn(read, name) || !SHAPE[name]?.(read[name])) ?? Object.keys(read).find((name) => !Object.hasOwn(SHAPE, name));
  if (wrong !== undefined) return { error: 'optionsImportDamaged', args: [wrong] };
  return { chosen: normal(read) };
}
