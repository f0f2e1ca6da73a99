/**
 * What only Firefox's own protocol can see. Accessible names: WebDriver BiDi hands out closed shadow roots, and finds
 * elements in them by role and name. The popup: the browser's own window, where the toolbar's button can be pressed and
 * the accessibility tree, which spans all processes, can be read.
 */

/** @typedef {import('./chromium.mjs').Badge} Badge */
/** @typedef {{role: string, name: string, on: boolean}} Accessible */

const ID = 'hearsay@hearsay.example';
const PATIENCE_MS = 60_000;

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
    return this.#on(button.node, middle);
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

  /** Firefox's protocol does not tell of the scripts in a page: nothing is known. @returns {Promise<string[]>} */
  async engines() {
    return [];
  }

  /** Stops the extension's background page, as the browser does when it has been idle. */
  async stopBackground() {
    const state = await this.chrome(async (/** @type {string} */ id) => {
      const { extension } = WebExtensionPolicy.getByID(id);
      await extension.terminateBackground();
      return extension.backgroundState;
    }, ID);
    if (state !== 'stopped') throw new Error(`the background is ${state}`);
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
function rectangle() {
  const { left, top, right, bottom } = this.getBoundingClientRect();
  return { form: this.dataset.form, left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY };
}

/** @this {HTMLElement} */
function middle() {
  this.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = this.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** @this {ShadowRoot} */
function focus() {
  const active = this.activeElement;
  return active?.getAttribute('aria-label') ?? active?.textContent ?? '';
}

/** @this {HTMLElement} */
function visible() {
  return this.checkVisibility();
}

/** @this {HTMLElement} */
function words() {
  return this.innerText;
}

/**
 * In the browser's window: presses the toolbar's button once the page's tab is the one that is shown (the change of tabs
 * would close the popup again), and waits until the popup is there.
 * @param {string} id of the extension @param {string} address of the page
 */
async function openPopup(id, address) {
  const shown = () => gBrowser.selectedBrowser.currentURI.spec === address && gBrowser.selectedBrowser.docShellIsActive;
  await new Promise((resolve) => {
    const look = () => {
      if (!shown()) return;
      gBrowser.removeEventListener('TabSwitchDone', look);
      resolve(undefined);
    };
    gBrowser.addEventListener('TabSwitchDone', look);
    look();
  });
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(id);
  const open = new Promise((resolve) => addEventListener('popupshown', resolve, { once: true, capture: true }));
  ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
  await open;
}

/**
 * In the browser's window: the popup's accessibility tree as a list, once its state (or, with a label, a switch) is there
 * and matches. Looked at whenever the tree changes. With `press`, the matching switch is pressed.
 * @param {string} source @param {string} flags @param {'status' | 'switch'} role @param {boolean} press @param {number} patience
 */
function readPopup(source, flags, role, press, patience) {
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const pattern = new RegExp(source, flags);
  /** @param {any} accessible @returns {any[]} */
  const within = (accessible) => {
    const all = [accessible];
    for (let child = accessible.firstChild; child; child = child.nextSibling) all.push(...within(child));
    return all;
  };
  const list = () => {
    const browser = document.querySelector('browser.webextension-popup-browser');
    const top = browser && service.getAccessibleFor(browser);
    return top ? within(top) : [];
  };
  /** @param {any} accessible @param {string} kind */
  const is = (accessible, kind) => service.getStringRole(accessible.role) === (kind === 'status' ? 'statusbar' : kind);
  /** @param {any} accessible */
  const text = (accessible) => (accessible.name ? accessible.name : within(accessible).slice(1).map(({ name }) => name ?? '').join(' '));
  const read = () => {
    try {
      const all = list();
      const found = all.find((accessible) => is(accessible, role) && pattern.test(text(accessible)));
      if (!found) return undefined;
      if (press) found.doAction(0);
      return all.map((accessible) => {
        const [state, extra] = [{}, {}];
        accessible.getState(state, extra);
        return { role: service.getStringRole(accessible.role), name: accessible.name ?? '', on: Boolean(state.value & Ci.nsIAccessibleStates.STATE_CHECKED) };
      });
    } catch {
      // The tree changed under us; it says so itself in a moment.
      return undefined;
    }
  };
  return new Promise((resolve, reject) => {
    const look = () => {
      const tree = read();
      if (tree) end(() => resolve(tree));
    };
    const observer = { observe: look };
    const timer = setTimeout(() => end(() => reject(new Error(`the popup never showed a ${role} like ${pattern}: ${list().map(({ name }) => name)}`))), patience);
    /** @param {() => void} how */
    const end = (how) => {
      Services.obs.removeObserver(observer, 'accessible-event');
      clearTimeout(timer);
      how();
    };
    Services.obs.addObserver(observer, 'accessible-event');
    look();
  });
}

class FirefoxPopup {
  /** @param {FirefoxEyes} eyes */
  constructor(eyes) {
    this.eyes = eyes;
  }

  /** @param {RegExp} pattern @param {'status' | 'switch'} role @returns {Promise<Accessible[]>} */
  #read(pattern, role, press = false) {
    return this.eyes.chrome(readPopup, pattern.source, pattern.flags, role, press, PATIENCE_MS);
  }

  text() {
    return this.until(/(?:)/);
  }

  /** Waits until the popup's state says so. @param {RegExp} pattern */
  async until(pattern) {
    return (await this.#read(pattern, 'status')).map(({ name }) => name).join('\n');
  }

  /** What it looks like: a PNG in base64. @returns {Promise<string>} */
  picture() {
    return this.eyes.chrome(async () => {
      const { currentWindowGlobal } = /** @type {any} */ (document.querySelector('browser.webextension-popup-browser')).browsingContext;
      const bitmap = await currentWindowGlobal.drawSnapshot(null, 1, 'white');
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      return btoa(String.fromCharCode(...bytes));
    });
  }

  /** Whether the switch of this name is on. @param {RegExp} label */
  async on(label) {
    const all = await this.#read(label, 'switch');
    return all.find(({ role, name }) => role === 'switch' && label.test(name))?.on ?? false;
  }

  /** @param {RegExp} label */
  async press(label) {
    await this.#read(label, 'switch', true);
  }

  async close() {
    await this.eyes.chrome(() => new Promise((resolve) => {
      const panel = /** @type {any} */ ([...document.querySelectorAll('panel')].find((found) => found.state === 'open'));
      if (!panel) return resolve(undefined);
      panel.addEventListener('popuphidden', () => resolve(undefined), { once: true });
      return panel.hidePopup();
    }));
  }
}
