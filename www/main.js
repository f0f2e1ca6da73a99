/**
 * The playground: a field, the text as the extension would show it, and the report. The marks come from the same `start`
 * that the extension calls in a page; the lists and the JSON from the same function as the command line's.
 */
import { KINDS } from '../extension/kinds.js';
import { sweep } from '../extension/sweep.js';
import { readFile } from './file.js';
import { listSpeakers, listWarnings } from './lists.js';
import { jump, paragraphs, show } from './reading.js';
import { samples } from './samples.js';
import { language, languages, localize, message } from './words.js';

/** @typedef {{state: string, language?: string, error?: string}} Status */
/** @typedef {Awaited<ReturnType<typeof hearsayEngine>>} Engine what `engine.js`, which the build makes, leaves for this page */

/** @template {HTMLElement} T @param {string} id @param {new () => T} type @returns {T} */
function part(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no ${type.name} #${id}`);
  return found;
}

const field = part('text', HTMLTextAreaElement);
const choice = part('sample', HTMLSelectElement);
const reading = part('reading', HTMLElement);
const state = part('state', HTMLElement);
const empty = part('empty', HTMLElement);
const download = part('download', HTMLButtonElement);
const badges = part('badges', HTMLInputElement);
const warnings = part('warnings', HTMLInputElement);

/** @type {Engine | null} */
let engine = null;
/** @type {string[]} */
let shown = [];
let json = '';
/** The idle callback that is to read the text, if one is due. */
let due = 0;

/** As in the extension's settings: names without warnings are all kinds of warning switched off. */
const settings = () => ({ density: badges.checked ? 'everything' : warnings.checked ? 'warnings' : 'off', quiet: warnings.checked ? [] : KINDS });

/** @param {string} name @param {string} text */
function tell(name, text) {
  state.dataset.state = name;
  if (state.textContent !== text) state.textContent = text;
}

/** A broken engine leaves nothing behind: as the extension does it. @param {unknown} error */
function failed(error) {
  engine = null;
  sweep();
  const said = error instanceof Error ? error.message : String(error);
  tell('failed', message('playFailed', [said]));
}

/** What the engine reports of its own accord. @param {Status} status */
function heard(status) {
  if (status.state === 'failed') failed(status.error ?? '');
}

/** Reads the text as it stands and shows what was found. */
function read() {
  due = 0;
  const next = paragraphs(field.value);
  const text = next.join('\n');
  show(reading, next);
  shown = next;
  empty.hidden = next.length > 0;
  if (!engine) return;
  try {
    const before = performance.now();
    const told = engine.annotate_and_list(text);
    const took = performance.now() - before;
    if (!engine) return;
    const [report, found] = told;
    json = `${JSON.stringify(JSON.parse(report), null, 2)}\n`;
    const go = (/** @type {number} */ at) => jump(reading, shown, at);
    listSpeakers(part('speakers', HTMLElement), found, go);
    listWarnings(part('warning-list', HTMLElement), found, go);
    part('json', HTMLElement).textContent = json;
    download.disabled = next.length === 0;
    summary(found, next, took);
  } catch (error) {
    failed(error);
  }
}

/** @param {HearsayStatus} found @param {string[]} next @param {number} took in milliseconds */
function summary(found, next, took) {
  if (next.length === 0) return tell('empty', message('playNoText'));
  if (found.state !== 'ready') return tell(found.state, message('playOtherLanguage'));
  const counts = [found.attributions, found.speakers.length, found.warnings.length, Math.max(1, Math.round(took))];
  return tell(found.state, message('playFound', counts.map(String)));
}

/** Reads soon, when the browser has time; typing goes first. What was said of the text before no longer holds. */
function soon() {
  if (engine) state.dataset.state = 'reading';
  if ('requestIdleCallback' in globalThis) {
    cancelIdleCallback(due);
    due = requestIdleCallback(read, { timeout: 500 });
  } else {
    // Safari: not supported by the extension, but the playground is a page like any other.
    read();
  }
}

/** @param {string} id */
function pick(id) {
  const sample = samples.find((s) => s.id === id);
  if (!sample) return;
  choice.value = id;
  field.value = sample.text;
  read();
}

function save() {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  link.download = 'report.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** @param {File} given */
async function open(given) {
  const file = await readFile(given);
  if ('error' in file) return tell('failed', message(file.error, [given.name]));
  field.value = file.text;
  choice.value = '';
  return read();
}

async function begin() {
  localize();
  const tongue = part('language', HTMLSelectElement);
  for (const { code, name } of languages) tongue.add(new Option(name, code, false, code === language));
  tongue.addEventListener('change', () => location.assign(`?lang=${tongue.value}${location.hash}`));
  tell('loading', message('playLoading'));
  for (const { id, label } of samples) choice.add(new Option(label, id));
  const wanted = location.hash.slice(1);
  pick(samples.some((s) => s.id === wanted) ? wanted : 'bridge');

  field.addEventListener('input', () => {
    choice.value = '';
    soon();
  });
  choice.addEventListener('change', () => pick(choice.value));
  part('clear', HTMLButtonElement).addEventListener('click', () => {
    field.value = '';
    choice.value = '';
    read();
    field.focus();
  });
  const file = part('file', HTMLInputElement);
  part('open', HTMLButtonElement).addEventListener('click', () => file.click());
  file.addEventListener('change', async () => {
    if (file.files?.[0]) await open(file.files[0]);
    file.value = '';
  });
  part('panel', HTMLButtonElement).addEventListener('click', () => engine?.panel());
  download.addEventListener('click', save);
  for (const box of [badges, warnings]) box.addEventListener('change', () => engine?.configure(settings()));
  addEventListener('hashchange', () => pick(location.hash.slice(1)));

  try {
    if (typeof hearsayEngine !== 'function') throw new Error('engine.js is missing: ./build.sh makes it');
    engine = await hearsayEngine();
    engine.onFailure(failed);
    engine.start({ message, status: heard }, settings(), reading);
    read();
  } catch (error) {
    failed(error);
  }
}

begin();
