/** Speakers and warnings as lists: what the marks show, for reading without them. */
import { message } from './words.js';

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
 * @param {string} title @param {number} count @param {string} about @param {() => void} go @param {boolean} named
 */
function speakerRow(title, count, about, go, named) {
  const number = make('span', String(count), 'count');
  number.role = 'img';
  number.ariaLabel = message('playCount', [String(count)]);
  return row([make('b', title), number, make('small', about)], go, named ? '' : 'unnamed');
}

/** Statements whose speaker is not sure stand together at the end. @param {Element} list @param {HearsayStatus} found @param {(at: number) => void} go */
export function listSpeakers(list, { speakers, unclear = 0, unclear_at: first = 0 }, go) {
  const rows = speakers.map(({ name, role, source, named, statements, at }) => {
    const about = role ?? message(source);
    return speakerRow(name, statements, named ? about : message('playNotNamed', [about]), () => go(at), named);
  });
  if (unclear) rows.push(speakerRow(message('badgeUnclear'), unclear, message('playUnclear'), () => go(first), false));
  if (rows.length) list.replaceChildren(...rows);
  else nothing(list, message('playNobody'));
}

/** @param {Element} list @param {HearsayStatus} found @param {(at: number) => void} go */
export function listWarnings(list, { warnings }, go) {
  const rows = warnings.map((warning) => {
    const answers = warning.answers.map((name) => (name === null ? message('playArticle') : name || message('badgeUnclear')));
    const lines = [message('wordsQuoted', [warning.trigger]), ...answers.map((name) => message('playAnswered', [name]))];
    return row([make('b', message(warning.message)), ...lines.map((line) => make('small', line))], () => go(warning.at));
  });
  if (rows.length) list.replaceChildren(...rows);
  else nothing(list, message('playNothing'));
}
