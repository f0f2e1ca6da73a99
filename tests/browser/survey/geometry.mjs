/** Which badges lie over words of the page, over one another or beyond its edge. */

/**
 * Runs in the page; self-contained.
 * @param {import('../chromium.mjs').Badge[]} badges in document coordinates @returns {string[]} what must not be
 */
export function collisions(badges) {
  const shown = badges.filter(({ form, left, right }) => form !== 'hidden' && right > left);
  /** @param {{left: number, top: number, right: number, bottom: number}} a @param {typeof a} b */
  // Half a pixel is what rounding leaves.
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
  const place = (/** @type {any} */ { left, top, right, bottom }) => [left, top, right, bottom].map(Math.round).join(' ');
  const found = [];
  for (const [index, badge] of shown.entries()) {
    const other = shown.slice(index + 1).find((rival) => meet(badge, rival));
    if (other) found.push(`${badge.form} badge at ${place(badge)} over the badge at ${place(other)}`);
    if (badge.left < -0.5 || badge.right > document.documentElement.clientWidth + 0.5) found.push(`${badge.form} badge at ${place(badge)} beyond the page`);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.nodeValue?.trim()) continue;
    // What is fixed to the window moves over everything anyway; what cannot be seen covers nothing and cannot be covered.
    if (!node.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
    range.selectNodeContents(node);
    for (const { left, top, right, bottom } of range.getClientRects()) {
      const line = { left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY };
      const badge = shown.find((rival) => meet(rival, line));
      if (badge) found.push(`${badge.form} badge at ${place(badge)} over "${node.nodeValue.trim().slice(0, 40)}" at ${place(line)}`);
    }
  }
  return found;
}
