/** The text as it is read: one element a paragraph, kept where the paragraph did not change, as on a page that grows. */

/**
 * The paragraphs of a pasted text. Their join is the text that the report's offsets count in.
 * @param {string} text
 */
export function paragraphs(text) {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.trim()).filter(Boolean);
}

/** @param {string} text @param {boolean} first */
function element(text, first) {
  // A first line without a full stop is a headline.
  const made = document.createElement(first && !/[.!?…”"’')]$/.test(text) ? 'h2' : 'p');
  made.textContent = text;
  return made;
}

/**
 * Makes `root` hold `next`, and touches only what differs.
 * @param {Element} root
 * @param {string[]} next
 */
export function show(root, next) {
  const old = [...root.children];
  let start = 0;
  while (start < old.length && start < next.length && old[start]?.textContent === next[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < next.length - start && old[old.length - 1 - end]?.textContent === next[next.length - 1 - end]) end += 1;
  // The first line may change between headline and paragraph only together with its text, so kept elements stay right,
  // unless a line was put before or taken from before them.
  if (start === 0) end = Math.max(0, Math.min(end, old.length - 1, next.length - 1));
  const after = old[old.length - end] ?? null;
  for (const gone of old.slice(start, old.length - end)) gone.remove();
  for (const [i, text] of next.slice(start, next.length - end).entries()) root.insertBefore(element(text, start + i === 0), after);
}

/**
 * Brings the paragraph into view in which something begins.
 * @param {Element} root
 * @param {string[]} shown
 * @param {number} begin in UTF-16 units of the joined text
 */
export function jump(root, shown, begin) {
  let start = 0;
  let at = 0;
  while (at < shown.length - 1 && start + (shown[at] ?? '').length < begin) {
    start += (shown[at] ?? '').length + 1;
    at += 1;
  }
  const target = root.children[at];
  for (const was of root.querySelectorAll('.here')) was.removeAttribute('class');
  if (!(target instanceof HTMLElement)) return;
  target.className = 'here';
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}
