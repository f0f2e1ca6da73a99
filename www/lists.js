/** Speakers and warnings as lists: what the marks show, for reading without them. */
import { message } from './host.js';

/**
 * The report as `docs/report.md` describes it; only what is shown here.
 * @typedef {[number, number]} Span
 * @typedef {{id: number, name: string, role?: string, kind: string, named: boolean, mentions: Span[]}} Speaker
 * @typedef {{id: number, kind: string, content: Span[], speaker: number | null, confidence: number}} Attribution
 * @typedef {{id: number, kind: string, severity: string, trigger: Span[], sentence: Span, rebuttals?: {attribution: number}[]}} Warning
 * @typedef {{language: string, speakers: Speaker[], attributions: Attribution[], warnings: Warning[], error?: string}} Report
 */

/** Below this no name is shown: `Confidence::CERTAIN` in `src/report.rs`. */
export const CERTAIN = 0.6;

/** Words of this page for the kinds of speaker. @type {Record<string, string>} */
const kinds = {
  person: 'a person',
  organization: 'an organisation',
  group: 'a group',
  document: 'a document',
  'ai-model': 'an AI model',
};

/** `vague-source` to `VagueSource`, as the extension's messages are named. @param {string} kind */
const pascal = (kind) => kind.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/**
 * @param {keyof HTMLElementTagNameMap} tag @param {string} text @param {string} [className]
 */
function make(tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** @param {Element} list @param {string} text */
function nothing(list, text) {
  list.replaceChildren(make('li', text, 'none'));
}

/** @param {HTMLElement[]} parts @param {() => void} go @param {string} [className] */
function row(parts, go, className) {
  const item = document.createElement('li');
  if (className) item.className = className;
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...parts);
  button.addEventListener('click', go);
  item.append(button);
  return item;
}

/**
 * A wrong name is worse than none: statements whose speaker is not sure stand together at the end.
 * @param {Element} list @param {Report} report @param {(offset: number) => void} go
 */
export function listSpeakers(list, report, go) {
  const said = Map.groupBy(report.attributions, (a) => (a.confidence < CERTAIN ? null : a.speaker));
  const rows = report.speakers.flatMap((speaker) => {
    const statements = said.get(speaker.id) ?? [];
    const first = statements[0];
    if (!first) return [];
    const about = speaker.role ?? kinds[speaker.kind] ?? speaker.kind;
    const count = statements.length;
    const number = make('span', String(count), 'count');
    number.setAttribute('aria-label', `${count} ${count === 1 ? 'statement' : 'statements'}`);
    const parts = [make('b', speaker.name), number, make('small', speaker.named ? about : `${about}, not named`)];
    return [row(parts, () => go(first.content[0]?.[0] ?? 0), speaker.named ? '' : 'unnamed')];
  });
  const unclear = said.get(null) ?? [];
  if (unclear[0]) {
    const number = make('span', String(unclear.length), 'count');
    const at = unclear[0].content[0]?.[0] ?? 0;
    rows.push(row([make('b', 'Unclear who'), number, make('small', 'no name is sure enough to be shown')], () => go(at), 'unnamed'));
  }
  if (rows.length) list.replaceChildren(...rows);
  else nothing(list, 'Nobody, as far as Hearsay can tell.');
}

/**
 * @param {Element} list @param {Report} report @param {string[]} points the text's code points
 * @param {(offset: number) => void} go
 */
export function listWarnings(list, report, points, go) {
  const words = (/** @type {Span[]} */ spans) => spans.map(([s, e]) => points.slice(s, e).join('')).join(' … ');
  const rows = report.warnings.map((warning) => {
    const title = message(`warning${pascal(warning.kind)}`) || warning.kind;
    const parts = [make('b', title), make('small', `“${words(warning.trigger)}”`)];
    for (const { attribution } of warning.rebuttals ?? []) {
      const who = report.attributions[attribution]?.speaker;
      const name = who === null || who === undefined ? 'the article' : report.speakers[who]?.name;
      parts.push(make('small', `answered by ${name}`));
    }
    return row(parts, () => go(warning.trigger[0]?.[0] ?? warning.sentence[0]));
  });
  if (rows.length) list.replaceChildren(...rows);
  else nothing(list, 'Nothing was noticed. That is no proof that all is well sourced.');
}
