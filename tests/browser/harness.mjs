/**
 * What the browser tests share: one browser a file and kind, with the extension as it ships in `dist/`, a fresh page on
 * a fresh site for each test, and after each test the check that nothing but the page's own server was asked.
 * `HEARSAY_BROWSERS=chromium` runs one browser only.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe } from 'node:test';
import { extensionPage, launch } from '../../tools/browsers.mjs';
import { Site } from './site.mjs';
import { Tab } from './tab.mjs';

/** @typedef {import('../../tools/browsers.mjs').Name} Name */

export const root = join(import.meta.dirname, '../..');
export const browsers = /** @type {Name[]} */ ((process.env.HEARSAY_BROWSERS ?? 'chromium,firefox').split(','));

/**
 * What Chromium asks of its makers by itself, on top of what tools/browsers.mjs switches off: the time, what fields
 * of forms mean, whether an account is signed in, and an optional component. The last two have no switch, but they can be
 * pointed at a name that leads nowhere and does not go through the proxy.
 */
const chromiumArgs = (/** @type {number} */ port) => [
  `--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>;nowhere.invalid',
  '--host-resolver-rules=MAP nowhere.invalid ~NOTFOUND', '--gaia-url=https://nowhere.invalid/',
  '--component-updater=url-source=https://nowhere.invalid/', '--disable-features=NetworkTimeServiceQuerying,AutofillServerCommunication',
];

/** Firefox: puppeteer's own preferences silence the rest, and point the settings service at a name of theirs. */
const firefoxPrefs = (/** @type {number} */ port) => ({
  'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': port,
  'network.proxy.allow_hijacking_localhost': true, 'network.proxy.no_proxies_on': '',
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
});

/** Without it a release build of Firefox does not take another settings server. */
process.env.MOZ_REMOTE_SETTINGS_DEVTOOLS = '1';

/** One browser with the extension. */
export class Web {
  /** @type {Name} */ name;
  /** @type {import('puppeteer-core').Browser} */ browser;
  /** @type {Site} */ site;
  /** Where the extension's own pages stand. */ origin = '';
  /** Its folder. */ extension = '';
  /** @type {Tab[]} */
  tabs = [];

  /** @param {Name} name @param {Site} site @param {import('puppeteer-core').Browser} browser */
  constructor(name, site, browser) {
    [this.name, this.site, this.browser] = [name, site, browser];
  }

  /**
   * Starts one. Also outside of tests, for pictures.
   * @param {Name} name @param {string} [extension] @param {Record<string, unknown>} [prefs] of Firefox
   */
  static async start(name, extension = join(root, 'dist', name), prefs = {}) {
    assert.ok(existsSync(join(extension, 'manifest.json')), `${extension} is not built: run ./build.sh first`);
    const site = await new Site().listen();
    const options = name === 'chromium' ? { args: chromiumArgs(site.port) } : { prefs: { ...firefoxPrefs(site.port), ...prefs } };
    const { browser, origin } = await launch(name, { extension, ...options });
    return Object.assign(new Web(name, site, browser), { origin, extension });
  }

  /** A blank page with nothing in it yet. @param {{width?: number, height?: number}} [size] */
  async tab({ width = 1280, height = 900 } = {}) {
    const page = await this.browser.newPage();
    const tab = new Tab(this.name, page);
    this.tabs.push(tab);
    await page.setViewport({ width, height });
    return tab;
  }

  /**
   * A page with this body on a site of its own.
   * @param {string} html @param {Record<string, string | string[]>} [headers]
   */
  async open(html, headers) {
    const tab = await this.tab();
    await tab.page.goto(this.site.put(this.site.host(), '/', { body: html, headers }));
    return tab;
  }

  /** A page of the extension, by the name of its file. @param {string} path @param {{width?: number, height?: number}} [size] */
  async own(path, { width = 1280, height = 900 } = {}) {
    const page = await extensionPage(this.browser, this.origin, path);
    const tab = new Tab(this.name, page);
    this.tabs.push(tab);
    await page.setViewport({ width, height });
    return tab;
  }

  /** Sends what the popup's button and the shortcut send: open the panel, or close it. @param {Tab} tab @returns {Promise<boolean>} whether it is open then */
  async togglePanel(tab) {
    const ours = await extensionPage(this.browser, this.origin);
    const answer = await ours.evaluate(async (address) => {
      const found = (await hearsay.browser.tabs.query({})).find(({ url }) => url === address);
      return hearsay.browser.tabs.sendMessage(found?.id ?? 0, { type: 'panel' }, { frameId: 0 });
    }, tab.page.url());
    await ours.close();
    await tab.page.bringToFront();
    return answer.open;
  }

  /** Installs the extension over itself under its open pages, as an update does. */
  async update() {
    await this.browser.installExtension(this.extension);
  }

  async closeTabs() {
    for (const tab of this.tabs.splice(0)) await tab.close();
  }

  async stop() {
    await this.browser.close();
    this.site.close();
  }
}

/**
 * A group of tests, once in each browser. `web` is filled before the first of them.
 * @param {string} title
 * @param {(web: Web) => void} define
 * @param {{extension?: (name: Name) => string}} [options]
 */
export function inEachBrowser(title, define, { extension } = {}) {
  for (const name of browsers) {
    describe(`${title}, in ${name}`, () => {
      const web = /** @type {Web} */ (Object.create(Web.prototype));
      before(async () => void Object.assign(web, await Web.start(name, extension?.(name))));
      afterEach(async () => {
        await web.closeTabs();
        assert.deepEqual(web.site.foreign.splice(0), [], 'nothing but the page\'s own server is asked');
      });
      after(() => web.stop?.());
      define(web);
    });
  }
}
