/** What a survey says: rows, faults, sums. */

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {string} browser
 * @property {string} state what the extension says of the page
 * @property {boolean} found the article was found, or a teaser passed over
 * @property {number} marks
 * @property {number} badges
 * @property {number} warnings
 * @property {number} inside share of the marked words that stand in the article
 * @property {string[]} collisions badges over words, over one another or beyond the page
 * @property {Record<string, string>} forms by width: badges that have a place, of how many
 * @property {string[]} errors of scripts
 * @property {string[]} changes of the page's DOM
 * @property {number} moved elements that stand elsewhere without us
 * @property {number} shift of the layout since we came; Chromium
 * @property {number} task the longest task after loading, in ms; Chromium
 * @property {boolean} gone nothing of ours is left after the switch
 * @property {number} seconds
 */

/** What must not be. @param {Row} row @returns {string[]} */
export function faults(row) {
  return [
    !row.found && `${row.state}, ${Math.round(row.inside * 100)} % of the marked words in the article`,
    row.collisions.length > 0 && `${row.collisions.length} collisions (${row.collisions[0]})`,
    row.changes.length > 0 && `the DOM changed (${row.changes[0]})`,
    row.errors.length > 0 && `errors (${row.errors[0]})`,
    row.moved > 0 && `${row.moved} elements moved`,
    row.shift > 0 && `layout shift ${row.shift.toFixed(4)}`,
    !row.gone && 'something stays after the switch',
  ].filter((fault) => fault !== false);
}

/** @param {Row[]} rows one line a page and browser */
export function markdown(rows) {
  const heads = ['page', 'browser', 'article', 'marks', 'badges', 'warnings', 'badges with a place, by width', 'collisions', 'DOM', 'script errors', 'elements moved', 'layout shift', 'longest task (ms)', 'after the switch'];
  const lines = [...rows].sort((a, b) => a.id.localeCompare(b.id) || a.browser.localeCompare(b.browser)).map((row) => [
    row.id, row.browser, row.found ? (row.state === 'ready' ? 'found' : 'passed over') : `NOT FOUND (${row.state})`, row.marks, row.badges, row.warnings,
    Object.entries(row.forms).map(([width, share]) => `${width}: ${share}`).join(', '), row.collisions.length,
    row.changes.length > 0 ? 'CHANGED' : 'same', row.errors.length, row.moved,
    row.browser === 'chromium' ? row.shift.toFixed(3) : '–', row.browser === 'chromium' ? Math.round(row.task) : '–', row.gone ? 'gone' : 'STAYS',
  ]);
  return [heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @param {Row[]} rows */
export function summary(rows) {
  const count = (/** @type {(row: Row) => boolean} */ test) => rows.filter(test).length;
  const sum = (/** @type {(row: Row) => number} */ of) => rows.reduce((total, row) => total + of(row), 0);
  return [
    `${rows.length} rows: ${count((row) => row.found)} articles found or rightly passed over, ${sum((row) => row.marks)} marks, ${sum((row) => row.badges)} badges, ${sum((row) => row.warnings)} warnings;`,
    `${sum((row) => row.collisions.length)} collisions, ${count((row) => row.changes.length > 0)} pages changed, ${sum((row) => row.errors.length)} script errors, ${sum((row) => row.moved)} elements moved,`,
    `${count((row) => row.shift > 0)} pages with a layout shift, ${count((row) => !row.gone)} where something stays;`,
    `longest task ${Math.round(Math.max(0, ...rows.map(({ task }) => task)))} ms, ${count(({ task }) => task > 50)} pages over 50 ms; ${count((row) => faults(row).length > 0)} rows with a fault.`,
  ].join('\n');
}
