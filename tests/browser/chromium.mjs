/** What only Chromium's own protocol can see: the closed shadow root, accessible names, the real popup. */
import { focus, middle, rectangle, still, words } from './node.mjs';
import { until } from './tab.mjs';

/** @typedef {import('puppeteer-core').Protocol.DOM.Node} Node */
/** @typedef {{scheme?: 'light' | 'dark', medium?: 'print', forced?: boolean, still?: boolean}} Media forced colours, no motion */
/** @typedef {{name: string, form: string, left: number, top: number, right: number, bottom: number}} Badge in document coordinates */

/** @param {Node} node @returns {Node[]} */
const within = (node) => [node, ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(within)];

/** @param {import('puppeteer-core').SerializedAXNode} node @returns {import('puppeteer-core').SerializedAXNode[]} */
const flat = (node) => [node, ...(node.children ?? []).flatMap(flat)];

export class ChromiumEyes {
  /** @param {import('puppeteer-core').Page} page */
  constructor(page) {
    this.page = page;
    /** @type {ChromiumPopup | undefined} */
    this.opened = undefined;
    this.session = page.createCDPSession();
  }

  /**
   * Waits until `test` holds in a page that runs no script, so that nothing in it can observe: it is asked again after each
   * change of the document that the browser tells of.
   * @param {() => unknown} test
   */
  async untilInSilence(test) {
    const session = await this.session;
    /** @type {(value?: unknown) => void} */
    let wake = () => undefined;
    const heard = () => wake();
    const events = /** @type {const} */ (['DOM.childNodeInserted', 'DOM.attributeModified', 'DOM.documentUpdated']);
    for (const event of events) session.on(event, heard);
    await session.send('DOM.enable');
    // Of nodes that it was never asked for the browser tells nothing.
    await session.send('DOM.getDocument', { depth: -1 });
    for (;;) {
      const change = new Promise((resolve) => { wake = resolve; });
      if (await this.page.evaluate(test)) break;
      await change;
    }
    for (const event of events) session.off(event, heard);
    await session.send('DOM.disable');
  }

  /** The nodes of our shadow root. */
  async #shadow() {
    const session = await this.session;
    const { result } = await session.send('Runtime.evaluate', { expression: 'document.querySelector("hearsay-overlay")' });
    if (!result.objectId) return [];
    const { node } = await session.send('DOM.describeNode', { objectId: result.objectId, depth: -1, pierce: true });
    return (node.shadowRoots ?? []).flatMap(within);
  }

  /**
   * Calls a function on a node.
   * @param {Node} node @param {(this: any) => unknown} action
   */
  async #on({ backendNodeId }, action) {
    const session = await this.session;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    const { result } = await session.send('Runtime.callFunctionOn', { objectId: object.objectId, functionDeclaration: String(action), returnByValue: true });
    return result.value;
  }

  async #buttons() {
    const session = await this.session;
    const all = (await this.#shadow()).filter((node) => node.localName === 'button' && !node.attributes?.includes('hidden'));
    return Promise.all(all.map(async (node) => {
      const { nodes } = await session.send('Accessibility.getPartialAXTree', { backendNodeId: node.backendNodeId, fetchRelatives: false });
      return { node, name: String(nodes[0]?.name?.value ?? ''), badge: node.attributes?.includes('data-note') ?? false };
    }));
  }

  /** The badges, by their accessible names, and where they stand. @returns {Promise<Badge[]>} */
  async badges() {
    const badges = (await this.#buttons()).filter(({ badge }) => badge);
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
    const [root] = await this.#shadow();
    return root ? String(await this.#on(root, focus)) : '';
  }

  /** The boxes of the elements of this class. @param {string} name @returns {Promise<Badge[]>} */
  async boxes(name) {
    const all = (await this.#shadow()).filter(({ attributes = [] }) => (attributes[attributes.indexOf('class') + 1] ?? '').split(' ').includes(name));
    return Promise.all(all.map((node) => this.#on(node, rectangle)));
  }

  /** The words of the notice after a change; nothing where there is none. */
  async notice() {
    const status = (await this.#shadow()).find(({ attributes = [] }) => attributes[attributes.indexOf('role') + 1] === 'status');
    return status ? String(await this.#on(status, words)) : '';
  }

  /** The words of the card that is open; nothing where none is. */
  async card() {
    const dialog = (await this.#shadow()).find(({ attributes = [] }) => attributes[attributes.indexOf('role') + 1] === 'dialog');
    return dialog ? String(await this.#on(dialog, words)) : '';
  }

  /** The words of the panel; nothing where it is not open. */
  async panel() {
    const panel = (await this.#shadow()).find(({ attributes = [] }) => attributes[attributes.indexOf('class') + 1] === 'panel');
    return panel ? String(await this.#on(panel, words)) : '';
  }

  /** The names of our engines' files that run in this page. */
  async engines() {
    const session = await this.session;
    /** @type {string[]} */
    const scripts = [];
    session.on('Debugger.scriptParsed', ({ url }) => void scripts.push(url));
    // Tells of all scripts that are there already.
    await session.send('Debugger.enable');
    await session.send('Debugger.disable');
    return scripts.filter((url) => url.startsWith('chrome-extension:')).map((url) => url.split('/').pop() ?? '').filter((file) => file.startsWith('engine'));
  }

  /** Has the browser tell the extension that the keys of one of its commands were pressed. @param {string} key of it, with Alt and Shift */
  async command(key) {
    await this.page.bringToFront();
    const browser = this.page.browser();
    const target = await browser.waitForTarget((found) => found.type() === 'service_worker');
    // Keys of a headless browser reach its pages and not its own window.
    await (await target.worker())?.evaluate(async (letter) => {
      const { commands, tabs } = /** @type {any} */ (globalThis).chrome;
      const all = await commands.getAll();
      const command = all.find((/** @type {any} */ { shortcut }) => new RegExp(`Alt\\+Shift\\+${letter}$`, 'i').test(shortcut));
      if (!command) throw new Error(`no command has the key ${letter}: ${JSON.stringify(all)}`);
      const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
      commands.onCommand.dispatch(command.name, tab);
    }, key);
  }

  /** What the page is told of the reader's screen, paper and wishes. @param {Media} media */
  async media({ scheme, medium, forced, still }) {
    await (await this.session).send('Emulation.setEmulatedMedia', {
      media: medium ?? '',
      features: [
        { name: 'prefers-color-scheme', value: scheme ?? '' }, { name: 'forced-colors', value: forced ? 'active' : '' },
        { name: 'prefers-reduced-motion', value: still ? 'reduce' : '' },
      ],
    });
  }

  /** Has files saved into this folder without a question. @param {string} folder */
  async downloadInto(folder) {
    const browser = await this.page.browser().target().createCDPSession();
    await browser.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  }

  /** Stops the extension's worker, as the browser does when it has been idle. */
  async stopBackground() {
    const browser = this.page.browser();
    const target = await browser.waitForTarget((found) => found.type() === 'service_worker');
    const gone = new Promise((resolve) => browser.once('targetdestroyed', resolve));
    await (await target.worker())?.close();
    await gone;
  }

  /** The popup over this page, as the toolbar's button opens it. */
  async popup() {
    const browser = this.page.browser();
    const [extension] = (await browser.extensions()).values();
    await this.page.bringToFront();
    const opened = browser.waitForTarget((target) => target.url().endsWith('/popup.html'));
    await this.page.triggerExtensionAction(extension);
    this.opened = new ChromiumPopup(await (await opened).asPage());
    await this.opened.until(/\S/);
    return this.opened;
  }
}

class ChromiumPopup {
  /** @param {import('puppeteer-core').Page} page */
  constructor(page) {
    this.page = page;
  }

  text() {
    return this.page.evaluate(() => document.body.innerText);
  }

  /** Waits until the popup's state says so. @param {RegExp} pattern */
  async until(pattern) {
    await until(this.page, (/** @type {RegExp} */ wanted) => wanted.test(document.getElementById('state')?.textContent ?? ''), pattern);
    return this.text();
  }

  /** Whether the switch of this name is on. @param {RegExp} label */
  async on(label) {
    return (await this.#switch(label)).checked === true;
  }

  /** @param {RegExp} label */
  async press(label) {
    const handle = await (await this.#switch(label)).elementHandle();
    await handle?.click();
  }

  /** @param {RegExp} label */
  async #switch(label) {
    const tree = await this.page.accessibility.snapshot();
    const all = (tree ? flat(tree) : []).filter(({ role }) => role === 'switch');
    const found = all.find(({ name }) => label.test(name ?? ''));
    if (!found) throw new Error(`no switch is named ${label}: ${all.map(({ name }) => name)}`);
    return found;
  }

  async close() {
    if (!this.page.isClosed()) await this.page.close();
  }
}
