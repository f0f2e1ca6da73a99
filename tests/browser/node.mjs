/** What is asked of an element of the overlay, by a function that runs in the page, in either browser. */

/** @this {HTMLElement} */
export function rectangle() {
  const { left, top, right, bottom } = this.getBoundingClientRect();
  return { form: this.dataset.form, left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY };
}

/** @this {HTMLElement} */
export function middle() {
  this.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = this.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** @this {ShadowRoot} */
export function focus() {
  const active = this.activeElement;
  return active?.getAttribute('aria-label') ?? active?.textContent ?? '';
}

/** @this {HTMLElement} */
export function words() {
  return this.innerText;
}

/**
 * Two frames of a page, after which whatever was put off to the next frame is done. A document in a sandbox calls nobody back.
 * @param {import('puppeteer-core').Page} page
 */
export function frames(page) {
  return page.evaluate(() => origin === 'null' || new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))));
}

/**
 * Where something is once it stands still: what was pressed before may have moved it.
 * @param {import('puppeteer-core').Page} page @param {() => Promise<{x: number, y: number}>} measure
 */
export async function still(page, measure) {
  for (let at = await measure(); ;) {
    await frames(page);
    const next = await measure();
    if (next.x === at.x && next.y === at.y) return at;
    at = next;
  }
}
