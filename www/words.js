/**
 * The words of this page and of the engine in it: the extension's own tables and the playground's, in the language that
 * the address asks for (`?lang=de`), else in the first of the browser's that there is.
 */
import ar from '../extension/_locales/ar/messages.json' with { type: 'json' };
import de from '../extension/_locales/de/messages.json' with { type: 'json' };
import en from '../extension/_locales/en/messages.json' with { type: 'json' };
import es from '../extension/_locales/es/messages.json' with { type: 'json' };
import fr from '../extension/_locales/fr/messages.json' with { type: 'json' };
import zh from '../extension/_locales/zh_CN/messages.json' with { type: 'json' };
import playAr from './_locales/ar/messages.json' with { type: 'json' };
import playDe from './_locales/de/messages.json' with { type: 'json' };
import playEn from './_locales/en/messages.json' with { type: 'json' };
import playEs from './_locales/es/messages.json' with { type: 'json' };
import playFr from './_locales/fr/messages.json' with { type: 'json' };
import playZh from './_locales/zh_CN/messages.json' with { type: 'json' };
import { lookup } from './host.js';

/** @type {Record<string, Record<string, import('./host.js').Entry>>} */
const tables = {
  en: { ...en, ...playEn }, zh: { ...zh, ...playZh }, es: { ...es, ...playEs },
  de: { ...de, ...playDe }, fr: { ...fr, ...playFr }, ar: { ...ar, ...playAr },
};

/** The languages with their own names for themselves. */
export const languages = Object.keys(tables).map((code) => ({ code, name: new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code }));

const asked = [new URLSearchParams(location.search).get('lang') ?? '', ...navigator.languages].map((tag) => tag.split('-')[0] ?? '');

/** The language of this page. */
export const language = asked.find((code) => Object.hasOwn(tables, code)) ?? 'en';

/** @param {string} key @param {readonly string[]} [args] */
export const message = (key, args) => lookup(tables[language] ?? tables.en ?? {}, key, args);

/** Writes the words into the page. */
export function localize() {
  document.documentElement.lang = message('localeCode');
  document.documentElement.dir = message('localeDirection');
  document.title = message('playTitle');
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-message]'))) {
    element.textContent = message(element.dataset.message ?? '');
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-label]'))) {
    element.setAttribute('aria-label', message(element.dataset.label ?? ''));
  }
}
