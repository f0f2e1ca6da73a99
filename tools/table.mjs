/** What the extension found, as text for a terminal. */

/** @type {Record<HearsayState, string>} */
const WORDS = {
  ready: '',
  loading: 'Hearsay had nothing to say after a long wait.',
  'no-article': 'Not an article, as far as Hearsay can tell: nothing was done.',
  'other-language': 'The article is not in English: nothing was done.',
  off: 'Hearsay is switched off on this site.',
  paused: 'Hearsay is paused in this tab.',
  failed: 'Hearsay stopped on this page',
};

/** @param {string} text @param {number} width */
function cut(text, width) {
  const points = [...text.replace(/\s+/g, ' ')];
  return points.length > width ? `${points.slice(0, width - 1).join('')}…` : points.join('').padEnd(width);
}

/** @param {string[]} heads @param {string[][]} rows @param {number[]} limits the widest that each column may be */
function columns(heads, rows, limits) {
  const widths = heads.map((head, i) => Math.min(limits[i], Math.max(head.length, ...rows.map((row) => [...row[i]].length))));
  const line = (/** @type {string[]} */ row) => row.map((cell, i) => cut(cell, widths[i])).join('  ').trimEnd();
  return [line(heads), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** The report's word for a kind, from the key of its text. @param {string} key */
const kindOf = (key) => key.replace(/^[a-z]+/, '').replace(/\B[A-Z]/g, '-$&').toLowerCase();

/** @param {HearsayStatus | undefined} status */
export function table(status) {
  if (!status) return 'The extension does not answer on this page.';
  if (status.state !== 'ready') return `${WORDS[status.state]}${status.error ? `: ${status.error}` : ''}`;
  const { speakers } = status;
  const parts = [`${status.attributions} statements by ${speakers.length} speakers, ${status.warnings.length} warnings (engine: ${status.engine})`];
  if (speakers.length) {
    const rows = speakers.map(({ name, role = '', source, named, statements }) => [name, role, named ? kindOf(source) : `${kindOf(source)}, not named`, String(statements)]);
    parts.push(columns(['Speaker', 'Role', 'Kind', 'Statements'], rows, [32, 48, 24, 10]));
  }
  if (status.warnings.length) {
    const rows = status.warnings.map(({ message, severity, trigger, sentence }) => [kindOf(message), severity, trigger, sentence]);
    parts.push(columns(['Warning', 'Severity', 'Words', 'Sentence'], rows, [18, 11, 32, 60]));
  }
  return parts.join('\n\n');
}
