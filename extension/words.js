/** The texts of the extension's own pages: each element names its message, the table names its language and direction. */
import './api.js';

const { browser } = hearsay;

/** @param {string} key @param {readonly string[]} [args] */
export const message = (key, args) => browser.i18n.getMessage(key, args && [...args]);

/**
 * Fills `data-message` with text, and each attribute that `data-labels` names: `data-labels="aria-label:key"`.
 * @param {ParentNode} [part]
 */
export function fill(part = document) {
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll('[data-message]'))) {
    element.textContent = message(element.dataset.message ?? '');
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll('[data-labels]'))) {
    for (const pair of (element.dataset.labels ?? '').split(' ')) {
      const [attribute, key] = pair.split(':');
      if (attribute && key) element.setAttribute(attribute, message(key));
    }
  }
}

/** The language is the table's, not the browser's: where there is no table for the browser's, the words are English. */
export function localize() {
  document.documentElement.lang = message('localeCode');
  document.documentElement.dir = message('localeDirection');
  fill();
}
