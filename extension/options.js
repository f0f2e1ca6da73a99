/** The settings: every choice there is, each stored at once, each shown as it stands in the store. */
import './api.js';
import './settings.js';
import { KINDS, change, forgetSite, fromFile, hostOf, kindKey, switchKind, switchSite, toFile } from './choices.js';
import { corrected, forget, remember } from './remembered.js';
import { localize, message } from './words.js';

const { browser, settings } = hearsay;

/** @template {HTMLElement} [T=HTMLElement] @param {string} id */
const part = (id) => /** @type {T} */ (document.getElementById(id));
const everywhere = /** @type {HTMLInputElement} */ (part('everywhere'));
const search = /** @type {HTMLInputElement} */ (part('search'));
const host = /** @type {HTMLInputElement} */ (part('host'));
const file = /** @type {HTMLInputElement} */ (part('file'));
/** @type {NodeListOf<HTMLInputElement>} */
const radios = document.querySelectorAll('[type=radio]');

/** @param {keyof HTMLElementTagNameMap} tag @param {string} text */
function make(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/** A line with a switch. @param {HTMLElement[]} words @param {(on: boolean) => void} flip */
function switchRow(words, flip) {
  const [row, span, input] = [make('label', ''), make('span', ''), document.createElement('input')];
  row.className = 'row';
  [input.type, input.role] = ['checkbox', 'switch'];
  input.addEventListener('change', () => flip(input.checked));
  span.append(...words);
  row.append(span, input);
  return { row, input };
}

/** The lines of the sites that are listed now. @type {Map<string, {item: HTMLElement, input: HTMLInputElement}>} */
const listed = new Map();

/** @param {string} site */
function siteRow(site) {
  const name = make('bdi', site);
  const { row, input } = switchRow([name], (on) => void switchSite(site, on));
  const forget = /** @type {HTMLButtonElement} */ (make('button', '×'));
  [forget.type, forget.className, forget.ariaLabel] = ['button', 'forget', message('optionsSiteForget', [site])];
  forget.addEventListener('click', () => {
    search.focus();
    void forgetSite(site);
  });
  const item = make('li', '');
  item.append(row, forget);
  return { item, input };
}

/** Lines that stay are kept as they are, and with them the focus. @param {HearsaySettings} chosen */
function showSites({ sites }) {
  for (const [site, { item }] of listed) {
    if (Object.hasOwn(sites, site)) continue;
    item.remove();
    listed.delete(site);
  }
  const list = part('sites');
  for (const [at, [site, on]] of Object.entries(sites).entries()) {
    const line = listed.get(site) ?? siteRow(site);
    listed.set(site, line);
    line.input.checked = on;
    if (list.children[at] !== line.item) list.insertBefore(line.item, list.children[at] ?? null);
  }
  filter();
}

function filter() {
  const wanted = search.value.trim().toLowerCase();
  let shown = 0;
  for (const [site, { item }] of listed) {
    item.hidden = !site.includes(wanted);
    shown += item.hidden ? 0 : 1;
  }
  part('sites-none').textContent = listed.size === 0 ? message('optionsSitesNone') : shown === 0 ? message('optionsSitesNotFound', [search.value.trim()]) : '';
}

const kinds = KINDS.map((kind) => {
  const key = kindKey(kind);
  const about = make('small', message(`${key}Why`));
  const standard = make('small', message('optionsStandard', [message(`${key}Standard`)]));
  const { row, input } = switchRow([make('b', message(key)), about, standard], (on) => void switchKind(kind, on));
  const item = make('li', '');
  item.append(row);
  return { kind, item, input };
});

/** @param {HearsaySettings} chosen */
function show(chosen) {
  everywhere.checked = chosen.everywhere;
  for (const radio of radios) radio.checked = String(chosen[/** @type {keyof HearsaySettings} */ (radio.name)]) === radio.value;
  for (const { kind, input } of kinds) input.checked = !chosen.quiet.includes(kind);
  showSites(chosen);
  document.documentElement.dataset.state = 'ready';
}

async function showCommands() {
  const known = await browser.commands.getAll();
  const all = ['site', 'panel', 'next', 'previous'].flatMap((name) => known.filter((command) => command.name === name));
  part('commands').replaceChildren(...all.map(({ description, shortcut }) => {
    const [line, keys] = [make('div', ''), make('dd', '')];
    keys.append(shortcut ? make('kbd', shortcut) : make('span', message('optionsKeyboardNone')));
    line.append(make('dt', description ?? ''), keys);
    return line;
  }));
}

/** Each browser lets its own page be opened in its own way; older Firefox in none. */
function offerKeys() {
  const { openShortcutSettings } = /** @type {{openShortcutSettings?: () => Promise<void>}} */ (browser.commands);
  const chromium = browser.runtime.getURL('').startsWith('chrome-extension:');
  const open = openShortcutSettings ?? (chromium ? () => browser.tabs.create({ url: 'chrome://extensions/shortcuts' }) : undefined);
  part('keys').hidden = !open;
  part('keys-how').hidden = Boolean(open);
  if (open) part('keys').addEventListener('click', () => void open());
}

/** What was forgotten last, for as long as this page is open. @type {Record<string, unknown> | undefined} */
let forgotten;

async function showCorrections() {
  const pages = Object.keys(await corrected()).length;
  part('corrections-count').textContent = message('optionsCorrectionsCount', [String(pages)]);
  /** @type {HTMLButtonElement} */ (part('forget')).disabled = pages === 0;
  part('forgotten').textContent = forgotten ? message('optionsCorrectionsForgotten') : '';
  part('unforget').hidden = !forgotten;
}

async function forgetAll() {
  forgotten = await forget();
  await showCorrections();
  part('unforget').focus();
}

async function takeBack() {
  await remember(forgotten ?? {});
  forgotten = undefined;
  await showCorrections();
  part('forget').focus();
}

async function save() {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([toFile(await settings.read())], { type: 'application/json' }));
  link.download = 'hearsay-settings.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

async function load() {
  const [given] = file.files ?? [];
  if (!given) return;
  const read = fromFile(await given.text());
  // The same file again is a change again.
  file.value = '';
  if (read.error === undefined) await change(() => read.chosen);
  part('file-said').textContent = read.error === undefined ? message('optionsImported') : message(read.error, read.args);
  part('file-said').className = read.error === undefined ? '' : 'wrong';
}

localize();
document.title = message('optionsTitle');
part('kinds').replaceChildren(...kinds.map(({ item }) => item));
offerKeys();

everywhere.addEventListener('change', () => void change(() => ({ everywhere: everywhere.checked })));
for (const radio of radios) {
  radio.addEventListener('change', () => void change(() => ({ [radio.name]: radio.name === 'onByDefault' ? radio.value === 'true' : radio.value })));
}
search.addEventListener('input', filter);
part('add').addEventListener('submit', async (event) => {
  event.preventDefault();
  const [typed, site] = [host.value.trim(), hostOf(host.value)];
  part('add-wrong').textContent = site ? '' : message('optionsSiteWrong', [typed]);
  host.ariaInvalid = String(!site);
  if (!site) return;
  host.value = search.value = '';
  // What the list is for: the exceptions from the general choice.
  await switchSite(site, !(await settings.read()).onByDefault);
});
part('forget').addEventListener('click', () => void forgetAll());
part('unforget').addEventListener('click', () => void takeBack());
browser.storage.local.onChanged.addListener(() => void showCorrections());
part('export').addEventListener('click', () => void save());
part('import').addEventListener('click', () => file.click());
file.addEventListener('change', () => void load());
settings.listen(show);
await showCommands();
await showCorrections();
show(await settings.read());
