/** One page under test: what a reader, a screen reader and the page itself can see of Hearsay in it. */
import { ChromiumEyes } from './chromium.mjs';
import { FirefoxEyes } from './firefox.mjs';
import { frames } from './node.mjs';

/**
 * @typedef {{name: string, kind: string, slot: number | undefined, text: string, block: string, elsewhere: boolean}} Mark
 * `block`: the text of the paragraph around it; `elsewhere`: it stands in a part of the page that is no article
 */

/** A page that has not come so far by then will not. The longest article takes a minute on two busy processors. */
const PATIENCE_MS = 150_000;

/**
 * Runs in a page: resolves with nothing once `holds` does, which is looked at after every change of the document and
 * never in between; or, when patience ends, with the document's last words.
 * @param {() => unknown} holds @param {number} patience @returns {Promise<string>}
 */
const changed = (holds, patience) => new Promise((resolve) => {
  /** @param {string} how */
  const end = (how) => {
    observer.disconnect();
    clearTimeout(timer);
    resolve(how);
  };
  const look = () => {
    if (holds()) end('');
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const timer = setTimeout(() => end(document.documentElement.outerHTML.slice(-300)), patience);
  look();
});

/**
 * Waits in `page` until `test`, which runs in the page, holds. Handed over as text, which no policy of a page forbids.
 * @param {import('puppeteer-core').Page} page @param {(...args: any[]) => unknown} test @param {unknown[]} args
 */
export async function until(page, test, ...args) {
  const given = args.map((arg) => (arg instanceof RegExp ? String(arg) : JSON.stringify(arg))).join(', ');
  const said = await page.evaluate(`(${changed})(() => (${test})(${given}), ${PATIENCE_MS})`);
  if (said !== '') throw new Error(`it never came true that ${test} with ${given}; the document ends: ${said}`);
}

/**
 * Changes the size of a page's window, and waits until our badges have found their places in it: our host element says so,
 * each time anew, once the page has been told of its size.
 * @param {import('puppeteer-core').Page} page @param {import('puppeteer-core').Viewport} size
 */
export async function resize(page, size) {
  const { width, height } = page.viewport() ?? {};
  if (width === size.width && height === size.height) return;
  await page.evaluate(() => {
    const host = /** @type {HTMLElement} */ (document.querySelector('hearsay-overlay'));
    let told = false;
    addEventListener('resize', () => { told = true; }, { once: true, capture: true });
    globalThis.hearsayPlaced = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!told || host.dataset.state !== 'ready') return;
        observer.disconnect();
        resolve(undefined);
      });
      observer.observe(host, { attributeFilter: ['data-state'] });
    });
  });
  await page.setViewport(size);
  await page.evaluate(() => globalThis.hearsayPlaced);
}

export class Tab {
  /** @param {import('./harness.mjs').Name} name @param {import('puppeteer-core').Page} page */
  constructor(name, page) {
    this.page = page;
    /** @type {string[]} errors of scripts in the page: there must be none */
    this.errors = [];
    page.on('pageerror', (error) => void this.errors.push(String(error)));
    /** The browser's own view: accessible names, the popup, what stands in the closed shadow root. */
    this.eyes = name === 'chromium' ? new ChromiumEyes(page) : new FirefoxEyes(page);
  }

  async close() {
    await this.eyes.opened?.close();
    await this.page.close();
  }

  /** @param {(...args: any[]) => unknown} test @param {unknown[]} args */
  until(test, ...args) {
    return until(this.page, test, ...args);
  }

  /** Waits until marks and badges stand. `silent`: in a page that runs no script. */
  ready(silent = false) {
    const stand = () => document.querySelector('hearsay-overlay')?.getAttribute('data-state') === 'ready';
    return silent && this.eyes instanceof ChromiumEyes ? this.eyes.untilInSilence(stand) : this.until(stand);
  }

  /** Changes the window's size, and waits until the badges have found their places in it. @param {import('puppeteer-core').Viewport} size */
  async resize(size) {
    await resize(this.page, size);
    // What the new size moves besides is told a frame later.
    await this.frames();
    await this.ready();
  }

  /** Waits until the host element is gone. */
  gone() {
    return this.until(() => document.querySelector('hearsay-overlay') === null);
  }

  /** Waits until some words are marked. @param {RegExp} pattern */
  marked(pattern) {
    return this.until(
      (/** @type {RegExp} */ wanted) => [...CSS.highlights].some(([name, ranges]) => name.startsWith('hearsay-') && [...ranges].some((range) => wanted.test(String(range)))),
      pattern,
    );
  }

  /** Everything marked, by highlight and then in the order of the text. @returns {Promise<Mark[]>} */
  marks() {
    return this.page.evaluate(() => [...CSS.highlights].flatMap(([name, ranges]) => {
      const [, kind, slot] = /^hearsay-([a-z]+)(?:-(\d+))?$/.exec(name) ?? [];
      if (!kind) return [];
      return [...ranges].filter((range) => !range.collapsed).map((range) => {
        const around = /** @type {Element} */ (range.startContainer.parentElement);
        return {
          name, kind, slot: slot === undefined ? undefined : Number(slot), text: String(range),
          block: around.closest('p, li, h1, h2, h3, blockquote, div, footer')?.textContent ?? '',
          elsewhere: around.closest('nav, aside, footer, form, figure, header.mast, #respond, button, [role=navigation]') !== null,
        };
      });
    }));
  }

  /** Where marks stand: offsets into the text of their paragraph. @returns {Promise<import('./gold.mjs').Place[]>} */
  places() {
    return this.page.evaluate(() => [...CSS.highlights].flatMap(([name, ranges]) => {
      const [, kind, slot] = /^hearsay-([a-z]+)(?:-(\d+))?$/.exec(name) ?? [];
      if (!kind) return [];
      return [...ranges].filter((range) => !range.collapsed).map((range) => {
        const block = /** @type {Element} */ (range.startContainer.parentElement?.closest('p, li, h1, h2, h3, footer, div'));
        const before = document.createRange();
        before.setStart(block, 0);
        before.setEnd(range.startContainer, range.startOffset);
        const start = before.toString().length;
        return { kind, slot: slot === undefined ? undefined : Number(slot), block: block.textContent ?? '', start, end: start + range.toString().length };
      });
    }));
  }

  /** Waits, frame by frame, until the badges stand so. @param {(boxes: import('./chromium.mjs').Badge[]) => boolean} wanted */
  async stand(wanted) {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const boxes = await this.eyes.boxes('n');
      if (wanted(boxes)) return boxes;
      if (Date.now() > end) throw new Error(`the badges never stood as in ${wanted}: ${JSON.stringify(boxes)}`);
      await this.frames();
    }
  }

  /** Waits, frame by frame, until the open card says this; '' for none open. @param {RegExp | ''} wanted */
  async card(wanted) {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const said = await this.eyes.card();
      if (wanted === '' ? said === '' : wanted.test(said)) return said;
      if (Date.now() > end) throw new Error(`the card never said ${wanted}: ${said}`);
      await this.frames();
    }
  }

  /** Waits, frame by frame, until the open panel says this. @param {RegExp} wanted */
  async panel(wanted) {
    const end = Date.now() + PATIENCE_MS;
    for (let said = ''; !wanted.test(said);) {
      said = await this.eyes.panel();
      if (Date.now() > end) throw new Error(`the panel never said ${wanted}: ${said}`);
      await this.frames();
    }
  }

  /** Lets so much of the page's time go by: for what must not happen in it. @param {number} ms */
  pass(ms) {
    return this.page.evaluate((wait) => new Promise((resolve) => setTimeout(() => resolve(undefined), wait)), ms);
  }

  /** Nothing of ours in the page: no element, no highlight that marks anything. */
  untouched() {
    return this.page.evaluate(() => ({
      hosts: document.querySelectorAll('hearsay-overlay').length,
      marks: [...CSS.highlights].filter(([name, ranges]) => name.startsWith('hearsay') && ranges.size > 0).map(([name]) => name),
    }));
  }

  /** Two frames, after which whatever was put off to the next frame is done. */
  frames() {
    return frames(this.page);
  }
}
