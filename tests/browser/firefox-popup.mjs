/**
 * Firefox's popup: the browser's own window, where the toolbar's button can be pressed and the accessibility tree, which
 * spans all processes, can be read.
 */

/** @typedef {{role: string, name: string, on: boolean}} Accessible */

export const ID = 'hearsay@hearsay.example';
const PATIENCE_MS = 60_000;

/**
 * In the browser's window: presses the toolbar's button once the page's tab is the one that is shown (the change of tabs
 * would close the popup again), and waits until the popup is there.
 * @param {string} id of the extension @param {string} address of the page
 */
export async function openPopup(id, address) {
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

export class FirefoxPopup {
  /** @param {import('./firefox.mjs').FirefoxEyes} eyes */
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
