/** Counts of instructions against those that were kept. */

/** Growth beyond this is a change that somebody has to answer for; below it are other compilers and other lists. */
export const TOLERANCE = 0.05;

/**
 * @param {Record<string, number>} kept @param {Record<string, number>} now
 * @returns {{rows: string[], grown: string[]}} a line a case, and the cases that grew too much or were never kept
 */
export function compare(kept, now) {
  const share = (/** @type {string} */ name) => now[name] / (kept[name] ?? 0) - 1;
  const rows = Object.entries(now).map(([name, count]) => {
    const change = Number.isFinite(share(name)) ? `${share(name) < 0 ? '' : '+'}${(share(name) * 100).toFixed(1)} %` : 'new';
    return `${name.padEnd(26)} ${(count / 1e6).toFixed(2).padStart(10)} million instructions  ${change.padStart(8)}`;
  });
  return { rows, grown: Object.keys(now).filter((name) => now[name] > (kept[name] ?? 0) * (1 + TOLERANCE)) };
}
