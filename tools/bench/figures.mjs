/** What Hearsay has set itself, and what was measured: the rows of the table of `./build.sh bench`. */

/** @typedef {{figure: string, value: number | undefined, unit: string, least?: number, most?: number}} Row `value` is missing where it could not be measured here */

/** What one bound says of it. @param {Row} row */
export const holds = ({ value, least = -Infinity, most = Infinity }) => value === undefined ? undefined : value >= least && value <= most;

/** @param {number} value */
const number = (value) => (Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(3)).toString());

/** @param {Row[]} rows */
export function table(rows) {
  const cells = rows.map((row) => {
    const { figure, value, unit, least, most } = row;
    const bound = least === undefined ? (most === undefined ? '' : `≤ ${number(most)}`) : `≥ ${number(least)}`;
    const verdict = { true: 'holds', false: 'MISSED' }[String(holds(row))] ?? '';
    return [figure, value === undefined ? 'not measured' : `${number(value)} ${unit}`.trim(), bound, bound ? verdict : ''];
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((cell) => cell[column].length)));
  return cells.map((cell) => cell.map((text, column) => (column === 1 || column === 2 ? text.padStart(widths[column]) : text.padEnd(widths[column]))).join('  ').trimEnd()).join('\n');
}
