/**
 * What only Firefox's own protocol can see. Accessible names: WebDriver BiDi hands out closed shadow roots, and finds
 * elements in them by role and name. Keys, media and downloads: the browser's own window.
 */

import { FirefoxPopup, ID, openPopup } from './firefox-popup.mjs';
import { focus, middle, rectangle, still, words } from './node.mjs';

/** @typedef {import('./chromium.mjs').Badge} Badge */
/** @typedef {import('./chromium.mjs').Media} Media */

export class FirefoxEyes {
  /** @param {import('puppeteer-core').Page} page */
  constructor(page) {
    this.page = page;
    /** @type {FirefoxPopup | undefined} */
    this.opened = undefined;
  }

  /** @param {string} method @param {Record<string, unknown>} params */
  async #send(method, params) {
    const { connection } = /** @type {any} */ (this.page.browser());
    return (await connection.send(method, params)).result;
  }

  get #context() {
    return /** @type {any} */ (this.page.mainFrame())._id;
  }

  /** Calls a function on a node, or on nodes. @param {{sharedId: string}} node @param {(this: any) => unknown} action */
  async #on({ sharedId }, action) {
    const said = await this.#send('script.callFunction', {
      functionDeclaration: `function () { return JSON.stringify((${action}).call(this) ?? null); }`, this: { sharedId }, target: { context: this.#context }, awaitPromise: false,
    });
    if (said.type !== 'success') throw new Error(said.exceptionDetails.text);
    return JSON.parse(said.result.value);
  }

  async #shadow() {
    const said = await this.#send('script.evaluate', {
      expression: 'document.querySelector("hearsay-overlay")', target: { context: this.#context }, awaitPromise: false,
      serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
    });
    return said.result.value?.shadowRoot;
  }

  /** @param {string} selector @returns {Promise<any[]>} */
  async #find(selector) {
    const shadow = await this.#shadow();
    if (!shadow) return [];
    const locator = { type: 'css', value: selector };
    return (await this.#send('browsingContext.locateNodes', { context: this.#context, startNodes: [{ sharedId: shadow.sharedId }], locator })).nodes;
  }

  /** Buttons with the names that assistive technology is given: the browser must find each by its role and that name. */
  async #buttons(selector = 'button:not([hidden], [hidden] *)') {
    const [shadow, nodes] = [await this.#shadow(), await this.#find(selector)];
    // What is folded away has no accessible name yet.
    const shown = await Promise.all(nodes.map((node) => this.#on(node, visible)));
    return Promise.all(nodes.filter((_, index) => shown[index]).map(async (node) => {
      const name = node.value.attributes['aria-label'] ?? String(await this.#on(node, words));
      const locator = { type: 'accessibility', value: { role: 'button', name } };
      const found = await this.#send('browsingContext.locateNodes', { context: this.#context, startNodes: [{ sharedId: shadow.sharedId }], locator });
      if (!found.nodes.some((/** @type {any} */ other) => other.sharedId === node.sharedId)) throw new Error(`the button "${name}" has another accessible name`);
      return { node, name };
    }));
  }

  /** The badges, by their accessible names, and where they stand. @returns {Promise<Badge[]>} */
  async badges() {
    const badges = await this.#buttons('[data-note]');
    return Promise.all(badges.map(async ({ node, name }) => ({ name, ...await this.#on(node, rectangle) })));
  }

  /** Rests the mouse on a button of the overlay. @param {RegExp} name */
  async rest(name) {
    const { x, y } = await this.#middle(name);
    await this.page.mouse.move(x, y, { steps: 4 });
  }

  /** Clicks a button of the overlay with the mouse. @param {RegExp} name */
  async press(name) {
    const { x, y } = await this.#middle(name);
    await this.page.mouse.click(x, y);
  }

  /** @param {RegExp} name @returns {Promise<{x: number, y: number}>} */
  async #middle(name) {
    const all = await this.#buttons();
    const button = all.find((found) => name.test(found.name));
    if (!button) throw new Error(`no button is named ${name}: ${all.map((found) => found.name).join(' | ')}`);
    return still(this.page, () => this.#on(button.node, middle));
  }

  /** What of ours has the focus: its name. */
  async focused() {
    const shadow = await this.#shadow();
    return shadow ? String(await this.#on(shadow, focus)) : '';
  }

  /** The boxes of the elements of this class. @param {string} name @returns {Promise<Badge[]>} */
  async boxes(name) {
    return Promise.all((await this.#find(`.${name}`)).map((node) => this.#on(node, rectangle)));
  }

  /** The words of the notice after a change; nothing where there is none. */
  async notice() {
    const [status] = await this.#find('[role=status]');
    return status ? String(await this.#on(status, words)) : '';
  }

  /** The words of the card that is open; nothing where none is. */
  async card() {
    const [dialog] = await this.#find('[role=dialog]');
    return dialog ? String(await this.#on(dialog, words)) : '';
  }

  /** The words of the panel; nothing where it is not open. */
  async panel() {
    const [panel] = await this.#find('.panel');
    return panel ? String(await this.#on(panel, words)) : '';
  }

  /**
   * Calls a function in the browser's own window.
   * @param {(...args: any[]) => unknown} action @param {unknown[]} args
   */
  async chrome(action, ...args) {
    const { contexts } = await this.#send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    // Windows that pages open come later: ours is the first.
    const { context } = contexts.find((/** @type {any} */ { url }) => url.endsWith('/browser.xhtml'));
    const said = await this.#send('script.callFunction', {
      functionDeclaration: `async (given) => JSON.stringify(await (${action})(...JSON.parse(given)) ?? null)`,
      arguments: [{ type: 'string', value: JSON.stringify(args) }], target: { context }, awaitPromise: true,
    });
    if (said.type !== 'success') throw new Error(said.exceptionDetails.text);
    return JSON.parse(said.result.value);
  }

  /** Presses the keys of one of the extension's commands, as the browser's window hears them. @param {string} key of it, with Alt and Shift */
  async command(key) {
    await this.page.bringToFront();
    await this.chrome(pressKeys, this.page.url(), key);
  }

  /** What the page is told of the reader's screen, paper and wishes. @param {Media} media */
  async media({ scheme, medium, forced, still }) {
    await this.page.bringToFront();
    await this.chrome((/** @type {string} */ address, /** @type {Record<string, string>} */ overrides, /** @type {number} */ motion) => {
      Services.prefs.setIntPref('ui.prefersReducedMotion', motion);
      const { browsingContext } = /** @type {any} */ ([...gBrowser.browsers].find(({ currentURI }) => currentURI.spec === address));
      for (const [name, value] of Object.entries(overrides)) {
        if (!(name in browsingContext)) throw new Error(`this Firefox has no ${name}`);
        browsingContext[name] = value;
      }
    }, this.page.url(), {
      prefersColorSchemeOverride: scheme ?? 'none', mediumOverride: medium ?? '', forcedColorsOverride: forced ? 'active' : 'none',
    }, still ? 1 : 0);
  }

  /** Has files saved into this folder without a question. @param {string} folder */
  async downloadInto(folder) {
    await this.chrome((/** @type {string} */ path) => {
      Services.prefs.setIntPref('browser.download.folderList', 2);
      Services.prefs.setStringPref('browser.download.dir', path);
      Services.prefs.setBoolPref('browser.download.alwaysOpenPanel', false);
    }, folder);
  }

  /** Firefox's protocol does not tell of the scripts in a page: nothing is known. @returns {Promise<string[]>} */
  async engines() {
    return [];
  }

  /** Stops the extension's background page, as the browser does when it has been idle. */
  async stopBackground() {
    const stopped = await this.chrome(async (/** @type {string} */ id) => {
      const { extension } = WebExtensionPolicy.getByID(id);
      // What happens in a tab may have started it again by the time that it is asked.
      let stops = extension.backgroundState === 'stopped';
      extension.once('shutdown-background-script', () => { stops = true; });
      await extension.terminateBackground({ disableResetIdleForTest: true });
      return stops;
    }, ID);
    if (!stopped) throw new Error('the background would not stop');
  }

  /** The popup over this page, as the toolbar's button opens it. */
  async popup() {
    await this.page.bringToFront();
    await this.chrome(openPopup, ID, this.page.url());
    this.opened = new FirefoxPopup(this);
    await this.opened.until(/\S/);
    return this.opened;
  }
}

/** @this {HTMLElement} */
function visible() {
  return this.checkVisibility();
}

/**
 * In the browser's window: the keys of an extension's command, pressed once the page's tab is the one that is shown.
 * @param {string} address of the page @param {string} letter
 */
async function pressKeys(address, letter) {
  const shown = () => gBrowser.selectedBrowser.currentURI.spec === address;
  while (!shown()) await new Promise((resolve) => gBrowser.addEventListener('TabSwitchDone', resolve, { once: true }));
  const all = [...document.querySelectorAll('keyset[id^=ext-keyset-id] key')];
  const key = all.find((found) => found.getAttribute('key')?.toLowerCase() === letter && /alt.*shift|shift.*alt/.test(found.getAttribute('modifiers') ?? ''));
  if (!key) throw new Error(`no command has the key ${letter}: ${all.map(({ outerHTML }) => outerHTML)}`);
  /** @type {any} */ (key).doCommand();
}
