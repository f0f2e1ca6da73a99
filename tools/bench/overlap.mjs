/** How much of a text was found. */

/** @param {string} text @returns {Map<string, number>} runs of four words with their number */
function runs(text) {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  /** @type {Map<string, number>} */
  const found = new Map();
  const length = Math.min(4, words.length);
  for (let i = 0; i + length <= words.length; i += 1) {
    const run = words.slice(i, i + length).join(' ');
    found.set(run, (found.get(run) ?? 0) + 1);
  }
  return found;
}

/** By runs of four words. @param {string} wanted @param {string} got */
export function overlap(wanted, got) {
  const [a, b] = [runs(wanted), runs(got)];
  const sum = (/** @type {Map<string, number>} */ map) => [...map.values()].reduce((x, y) => x + y, 0);
  const shared = [...a].reduce((n, [run, count]) => n + Math.min(count, b.get(run) ?? 0), 0);
  const precision = shared / (sum(b) || 1);
  const recall = shared / (sum(a) || 1);
  return { precision, recall, f1: shared ? (2 * precision * recall) / (precision + recall) : 0 };
}
