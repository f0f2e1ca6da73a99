/** Speakers and warnings as lists: what the marks show, for reading without them. */
import { message } from './words.js';

/**
 * The report as `docs/report.md` describes it; only what is shown here.
 * @typedef {[number, number]} Span
 * @typedef {{id: number, name: string, role?: string, kind: string, named: boolean, mentions: Span[]}} Speaker
 * @typedef {{id: number, kind: string, content: Span[], speaker: number | null, confidence: number}} Attribution
 * @typedef {{id: number, kind: string, severity: string, trigger: Span[], sentence: Span, rebuttals?: {attribution: number}[]}} Warning
 * @typedef {{language: string, speakers: Speaker[], attributions: Attribution[], warnings: Warning[], error?: string}} Report
 */

/** The kinds of speaker. @type {Record<string, string>} */
const kinds = {
  person: 'sourcePerson', organization: 'sourceOrganization', group: 'sourceGroup', document: 'sourceDocument', 'ai-model': 'sourceAiModel',
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

/** What is said, and not only thought or wanted: that has no mark. @param {Report} report */
export const statements = (report) => report.attributions.filter((a) => a.kind !== 'attitude');

/**
 * A wrong name is worse than none: statements whose speaker is not sure stand together at the end.
 * @param {Element} list @param {Report} report @param {number} certain below this no name is shown
 * @param {(offset: number) => void} go
 */
export function listSpeakers(list, report, certain, go) {
  const said = Map.groupBy(statements(report), (a) => (a.confidence < certain ? null : a.speaker));
  const rows = report.speakers.flatMap((speaker) => {
    const statements = said.get(speaker.id) ?? [];
    const first = statements[0];
    if (!first) return [];
    const about = speaker.role ?? message(kinds[speaker.kind] ?? '');
    const count = statements.length;
    const number = make('span', String(count), 'count');
    number.role = 'img';
    number.ariaLabel = message('playCount', [String(count)]);
    const parts = [make('b', speaker.name), number, make('small', speaker.named ? about : message('playNotNamed', [about]))];
    return [row(parts, () => go(first.content[0]?.[0] ?? 0), speaker.named ? '' : 'unnamed')];
  });
  const unclear = said.get(null) ?? [];
  if (unclear[0]) {
    const number = make('span', String(unclear.length), 'count');
    const at = unclear[0].content[0]?.[0] ?? 0;
    rows.push(row([make('b', message('badgeUnclear')), number, make('small', message('playUnclear'))], () => go(at), 'unnamed'));
  }
  if (rows.length) list.replaceChildren(...rows);
  else nothing(list, message('playNobody'));
}

/**
 * @param {Element} list @param {Report} report @param {string[]} points the text's code points
 * @param {number} certain below this no name is shown
 * @param {(offset: number) => void} go
 */
export function listWarnings(list, report, points, certain, go) {
  const words = (/** @type {Span[]} */ spans) => spans.map(([s, e]) => points.slice(s, e).join('')).join(' … ');
  const rows = report.warnings.map((warning) => {
    const title = message(`warning${pascal(warning.kind)}`) || warning.kind;
    const parts = [make('b', title), make('small', message('wordsQuoted', [words(warning.trigger)]))];
    for (const { attribution } of warning.rebuttals ?? []) {
      const answer = report.attributions[attribution];
      const sure = answer && answer.confidence >= certain && answer.speaker !== null;
      const name = !answer || answer.speaker === null ? message('playArticle') : sure ? report.speakers[answer.speaker]?.name ?? '' : message('badgeUnclear');
      parts.push(make('small', message('playAnswered', [name])));
    }
    return row(parts, () => go(warning.trigger[0]?.[0] ?? warning.sentence[0]));
  });
  if (rows.length) list.replaceChildren(...rows);
  else nothing(list, message('playNothing'));
}
