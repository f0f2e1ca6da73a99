/** Compares what is marked in a page with an article that was labelled by hand. */
import assert from 'node:assert/strict';

/**
 * @typedef {{start: number, end: number, kind: string, speaker?: string, named?: boolean}} Label offsets in code points
 * @typedef {{text: string, speakers: {name: string, role: string}[], quotes: Label[], indirect: Label[], warnings: Label[]}} Gold
 * @typedef {{kind: string, slot: number | undefined, block: string, start: number, end: number}} Place in UTF-16 units of the block's text
 * @typedef {{start: number, end: number, kind: string, slot: number | undefined}} Stretch in UTF-16 units of the gold text
 */

const LETTER = /[\p{L}\p{N}]/u;

/** Where in the labelled text each mark stands. @param {string} text @param {Place[]} places @returns {Stretch[]} */
function aligned(text, places) {
  const starts = new Map();
  let at = 0;
  for (const line of text.split('\n')) {
    starts.set(line.trim(), at);
    at += line.length + 1;
  }
  return places.map(({ kind, slot, block, start, end }) => {
    const lead = block.length - block.trimStart().length;
    const from = starts.get(block.trim());
    assert.notEqual(from, undefined, `a mark stands outside the article: ${JSON.stringify(block.slice(0, 80))}`);
    return { kind, slot, start: from + start - lead, end: from + end - lead };
  });
}

/**
 * @param {Gold} gold @param {Place[]} places of marks @param {string[]} badges their accessible names
 */
export function check(gold, places, badges) {
  const points = [...gold.text];
  const units = [0];
  for (const point of points) units.push(units[units.length - 1] + point.length);
  const marks = aligned(gold.text, places);
  /** @param {Label} label */
  const words = ({ start, end }) => points.slice(start, end).join('');
  /** Share of a label's letters under marks of these kinds. @param {Label} label @param {string[]} kinds */
  const covered = (label, kinds) => {
    const letters = Array.from({ length: label.end - label.start }, (_, n) => label.start + n).filter((n) => LETTER.test(points[n]));
    const under = letters.filter((n) => marks.some(({ kind, start, end }) => kinds.includes(kind) && start <= units[n] && units[n] < end));
    return under.length / letters.length;
  };
  /** The colours under a label. @param {Label} label */
  const slots = (label) => new Set(marks.filter(({ kind, start, end }) => kind !== 'warning' && start < units[label.end] && units[label.start] < end).map(({ slot }) => slot));

  /** @type {string[]} */
  const wrong = [];
  for (const quote of gold.quotes) {
    if (covered(quote, ['direct', 'mixed', 'indirect']) < 1) wrong.push(`not marked in full: ${words(quote)}`);
  }
  for (const report of gold.indirect) {
    if (covered(report, ['direct', 'mixed', 'indirect']) < 0.8) wrong.push(`not marked as reported: ${words(report)}`);
  }
  for (const warning of gold.warnings) {
    if (covered(warning, ['warning']) === 0) wrong.push(`no warning at: ${words(warning)}`);
  }
  const warned = gold.warnings.map(({ start, end }) => [units[start], units[end]]);
  for (const { kind, start, end } of marks) {
    if (kind === 'warning' && !warned.some(([from, to]) => start < to && from < end)) wrong.push(`a warning too many: ${gold.text.slice(start, end)}`);
  }

  // One colour a speaker, and no colour for two: so the page shows who says what as the labels do.
  /** @type {Map<number, string>} */
  const owners = new Map();
  for (const label of [...gold.quotes, ...gold.indirect].filter(({ named }) => named)) {
    const [slot, ...more] = slots(label);
    if (slot === undefined || more.length > 0) {
      wrong.push(`not one speaker: ${words(label)}`);
      continue;
    }
    const owner = owners.get(slot) ?? label.speaker ?? '';
    owners.set(slot, owner);
    if (owner !== label.speaker) wrong.push(`${label.speaker} has the colour of ${owner}: ${words(label)}`);
  }
  const speakers = new Set([...gold.quotes, ...gold.indirect].filter(({ named }) => named).map(({ speaker }) => speaker));
  if (owners.size !== speakers.size) wrong.push(`${owners.size} colours for ${speakers.size} speakers`);

  // A badge's name begins with the speaker's, then a comma and the role.
  for (const { name, role } of gold.speakers) {
    const own = badges.find((badge) => badge === name || badge.startsWith(`${name},`));
    if (!own) wrong.push(`no badge for ${name}`);
    else if (role && !own.includes(role)) wrong.push(`the badge "${own}" does not give the role "${role}"`);
  }
  assert.deepEqual(wrong, [], `${wrong.length} differences; badges: ${badges.join(' | ')}`);
}
