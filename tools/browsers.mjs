/**
 * Where the browsers are, and how they are started here: for tests, `run` and the drawing of icons.
 * `node tools/browsers.mjs chromium|firefox` prints the program's path.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer-core';

/** @typedef {'chromium' | 'firefox'} Name */

/** Programs by name or path, the best first. Debian's `chromium` is a wrapper that adds arguments of its own. */
const PROGRAMS = {
  chromium: [
    '/usr/lib/chromium/chromium', '/usr/lib/chromium-browser/chromium-browser', 'chromium', 'chromium-browser',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  firefox: [
    'firefox-esr', 'firefox', 'firefox-developer-edition', '/Applications/Firefox.app/Contents/MacOS/firefox',
    '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  ],
};

/** @param {Name} name @returns {string | undefined} */
export function program(name) {
  const told = process.env[name.toUpperCase()];
  if (told) return told;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = PROGRAMS[name].flatMap((found) => (found.startsWith('/') ? [found] : folders.map((folder) => join(folder, found))));
  return paths.find(existsSync);
}

/** Firefox gives an extension a random address; a fixed one lets a test open its pages. */
const FIREFOX_ID = 'hearsay@hearsay.example';
const FIREFOX_UUID = '6b1d4b57-5d41-4c7e-9d2c-9d7f1c8f5a10';

/**
 * A browser with nothing in it but the extension.
 * @param {Name} name
 * @param {{extension?: string, headless?: boolean, args?: string[], prefs?: Record<string, unknown>}} [options]
 */
export async function launch(name, { extension, headless = true, args = [], prefs = {} } = {}) {
  const executablePath = program(name);
  if (!executablePath) throw new Error(`${name} is missing: install it or set ${name.toUpperCase()} to its path`);
  const common = /** @type {const} */ ({ executablePath, headless, defaultViewport: null });
  const browser = await (name === 'chromium'
    ? puppeteer.launch({
      ...common,
      pipe: true,
      enableExtensions: true,
      args: [
        // The sandbox needs rights that containers and root do not have; what is opened here is our own page.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
        '--window-size=1280,900', ...args,
      ],
    })
    : puppeteer.launch({
      ...common,
      browser: 'firefox',
      args: ['--remote-allow-system-access', '--width=1280', '--height=900', ...args],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
        'extensions.webextOptionalPermissionPrompts': false,
        ...prefs,
      },
    }));
  const id = extension ? await browser.installExtension(extension) : undefined;
  // Only once the worker has run does it see the headers of pages.
  if (id && name === 'chromium') {
    const target = await browser.waitForTarget((found) => found.type() === 'service_worker' && found.url().includes(id));
    await (await target.worker())?.evaluate(`(async () => {
      while (self.serviceWorker.state !== 'activated') await new Promise((next) => self.serviceWorker.addEventListener('statechange', next, { once: true }));
    })()`);
  }
  const origin = name === 'chromium' ? `chrome-extension://${id}` : `moz-extension://${FIREFOX_UUID}`;
  return { browser, origin };
}

/**
 * A page of the extension, from which its own interfaces can be called. Firefox never says that such a page has loaded,
 * so it is asked until its script has run.
 * @param {import('puppeteer-core').Browser} browser @param {string} origin @param {string} [path]
 */
export async function extensionPage(browser, origin, path = 'popup.html') {
  const page = await browser.newPage();
  const going = page.goto(`${origin}/${path}`);
  if (origin.startsWith('chrome-')) await going;
  else going.catch(() => undefined);
  const deadline = Date.now() + 30_000;
  while (!(await page.evaluate(() => Boolean(globalThis.hearsay?.settings)).catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`${path} of the extension does not open`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return page;
}

/**
 * What the attendant of the tab at `address` says, once it is one of `states`, or when patience ends.
 * @param {import('puppeteer-core').Page} ours a page of the extension
 * @param {string} address how the tab's address begins
 * @param {HearsayState[]} states
 * @returns {Promise<HearsayStatus | undefined>}
 */
export function statusOf(ours, address, states = ['ready', 'no-article', 'other-language', 'off', 'failed']) {
  return ours.evaluate(async (prefix, wanted) => {
    const { browser } = hearsay;
    const attend = await import(browser.runtime.getURL('attend.js'));
    const deadline = Date.now() + 30_000;
    let status;
    do {
      const tab = (await browser.tabs.query({})).find(({ url }) => url?.startsWith(prefix));
      // No answer yet: the page's content scripts have not run.
      status = tab?.id === undefined ? undefined : await attend.statusOf(tab.id).catch(() => undefined);
      if (status && wanted.includes(status.state)) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } while (Date.now() < deadline);
    return status;
  }, address, states);
}

if (process.argv[1] === import.meta.filename) {
  const found = program(/** @type {Name} */ (process.argv[2]));
  if (!found) process.exit(1);
  console.log(found);
}
