/** The popup: what was found on this tab's page, in words, and the switches. */
import './api.js';
import './settings.js';
import { pauseKey, statusOf } from './attend.js';
import { change, switchSite } from './choices.js';
import { localize, message } from './words.js';

const { browser, settings } = hearsay;

/** @type {Record<HearsayState, string>} */
const WORDS = {
  loading: 'popupStateLoading',
  ready: 'popupStateReady',
  'no-article': 'popupStateNoArticle',
  'other-language': 'popupStateOtherLanguage',
  off: 'popupStateOffHere',
  paused: 'popupStatePaused',
  failed: 'popupStateFailed',
};

/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const site = /** @type {HTMLInputElement} */ (part('site'));
const everywhere = /** @type {HTMLInputElement} */ (part('everywhere'));
const pause = /** @type {HTMLInputElement} */ (part('pause'));
const density = /** @type {HTMLSelectElement} */ (part('density'));

/** Text of a page reaches the popup as text and never as markup. @param {string} tag @param {string} text @param {string} [kind] */
function make(tag, text, kind) {
  const element = document.createElement(tag);
  element.textContent = text;
  if (kind) element.className = kind;
  return element;
}

/** @param {HearsaySpeaker} speaker */
function speakerRow(speaker) {
  // Who has no badge in the page has no colour there.
  const { look } = speaker;
  const disc = make('span', speaker.letters, look ? 'disc' : 'disc grey');
  disc.ariaHidden = 'true';
  if (look) {
    disc.dataset.shape = look.shape;
    for (const [name, value] of [['--l', look.lightness], ['--c', look.chroma], ['--h', look.hue]]) disc.style.setProperty(String(name), String(value));
  }
  const words = make('span', '');
  words.append(make('b', speaker.name));
  const about = [speaker.role, speaker.nameless && message(speaker.nameless)].filter(Boolean).join(', ');
  if (about) words.append(make('small', about));
  const number = make('span', String(speaker.statements), 'number');
  number.role = 'img';
  number.ariaLabel = message('popupStatements', [String(speaker.statements)]);
  const row = document.createElement('li');
  row.append(disc, words, number);
  return row;
}

/** @param {HearsayWarning} warning */
function warningRow(warning) {
  const sign = make('span', warning.sign, warning.severity === 'caution' ? 'disc sign caution' : 'disc sign');
  sign.ariaHidden = 'true';
  const words = make('span', '', 'warning');
  words.append(make('b', message(warning.message)), make('small', message('wordsQuoted', [warning.trigger])));
  const row = document.createElement('li');
  row.append(sign, words);
  return row;
}

/** @param {string} key @param {string} [state] */
function tell(key, state = '') {
  part('state').textContent = message(key);
  part('state').dataset.state = state;
}

/** @param {HearsayStatus} status @param {HearsaySettings} chosen */
function show(status, chosen) {
  const nothing = status.state === 'ready' && status.speakers.length + status.warnings.length === 0;
  const off = status.state === 'off' && !chosen.everywhere;
  const unchosen = status.state === 'off' && chosen.everywhere && !chosen.onByDefault && !Object.hasOwn(chosen.sites, settings.site(host));
  tell(nothing ? 'popupStateNothing' : off ? 'popupStateOffEverywhere' : unchosen ? 'popupStateNotChosen' : status.state === 'ready' && status.changed ? 'popupChanged' : WORDS[status.state], status.state);
  // Also where nothing is shown: what the reader hid is taken back there.
  part('panel').hidden = status.state !== 'ready';
  pause.checked = status.state === 'paused';
  pause.disabled = status.state === 'off' || status.state === 'failed';
  part('found').hidden = part('figures').hidden = status.state !== 'ready' || nothing;
  part('speakers').replaceChildren(...status.speakers.map(speakerRow));
  part('speakers-count').textContent = String(status.speakers.length);
  part('speakers-part').hidden = status.speakers.length === 0;
  part('warnings').replaceChildren(...status.warnings.map(warningRow));
  part('warnings-count').textContent = String(status.warnings.length);
  part('warnings-part').hidden = status.warnings.length === 0;
}

/** @param {HearsaySettings} chosen @param {string} host */
function showSwitches(chosen, host) {
  everywhere.checked = chosen.everywhere;
  density.value = chosen.density;
  site.disabled = host === '' || !chosen.everywhere;
  site.checked = host !== '' && settings.isOn(chosen, host);
}

localize();

const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
const address = URL.parse(tab?.url ?? '');
const host = address && /^https?:$/.test(address.protocol) ? address.hostname : '';
if (host) part('site-name').textContent = message('popupSite', [settings.site(host)]);

async function refresh() {
  const chosen = await settings.read();
  showSwitches(chosen, host);
  pause.disabled = true;
  if (!host || tab?.id === undefined) {
    tell('popupStateNowhere');
    return;
  }
  try {
    show(await statusOf(tab.id), chosen);
  } catch {
    // Nobody answers: it is not allowed here, or the page was there before the extension.
    const allowed = await browser.permissions.contains({ origins: [`${address?.origin}/*`] });
    tell(allowed ? 'popupStateReload' : 'popupStateNotAllowed');
  }
}

site.addEventListener('change', () => void switchSite(host, site.checked));
everywhere.addEventListener('change', () => void change(() => ({ everywhere: everywhere.checked })));
density.addEventListener('change', () => void change(() => ({ density: /** @type {HearsaySettings['density']} */ (density.value) })));

/** Remembered for the tab's next pages, until it is closed: the background asks for it there. */
pause.addEventListener('change', async () => {
  if (tab?.id === undefined) return;
  const [key, paused] = [pauseKey(tab.id), pause.checked];
  await (paused ? browser.storage.session.set({ [key]: true }) : browser.storage.session.remove(key));
  await browser.tabs.sendMessage(tab.id, { type: 'pause', paused }, { frameId: 0 });
  await refresh();
});

part('panel').addEventListener('click', async () => {
  if (tab?.id === undefined) return;
  await browser.tabs.sendMessage(tab.id, { type: 'panel' }, { frameId: 0 });
  // The panel stands in the page: the popup would cover it.
  window.close();
});

settings.listen(() => void refresh());
browser.runtime.onMessage.addListener((told, sender) => {
  if (sender.id === browser.runtime.id && sender.tab?.id === tab?.id && told?.type === 'state') void refresh();
});
await refresh();
