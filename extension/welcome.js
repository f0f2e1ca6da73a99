/**
 * The first page after installing: three screens that teach the marks on a sample article, which the engine reads here
 * as it reads any page. Nothing is remembered: the page can be opened again from the settings.
 */
import './api.js';
import { KINDS } from './choices.js';
import { sweep } from './sweep.js';
import { localize, message } from './words.js';

const { browser } = hearsay;

/** What of the sample shows on each screen: statements, warnings, both. */
const SHOWN = [
  { density: 'everything', quiet: KINDS },
  { density: 'warnings', quiet: [] },
  { density: 'everything', quiet: [] },
];

/** @type {HTMLElement[]} */
const steps = [...document.querySelectorAll('.step')].map((step) => /** @type {HTMLElement} */ (step));
const sample = /** @type {HTMLElement} */ (document.getElementById('sample'));
const back = /** @type {HTMLButtonElement} */ (document.getElementById('back'));
const next = /** @type {HTMLButtonElement} */ (document.getElementById('next'));
let at = 0;
/** @type {HearsayEngine | undefined} */
let engine;

/** @param {number} to */
function go(to) {
  at = to;
  for (const [index, step] of steps.entries()) step.hidden = index !== at;
  back.disabled = at === 0;
  next.textContent = message(at === steps.length - 1 ? 'firstDone' : 'firstNext');
  engine?.configure(SHOWN[at] ?? {});
}

async function leave() {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

/** @param {string} text the first line is the headline */
function write(text) {
  for (const [index, line] of text.trim().split('\n').entries()) {
    const element = document.createElement(index === 0 ? 'h2' : 'p');
    element.textContent = line;
    sample.append(element);
  }
}

/** The engine's file asks for this, as for the attendant in a page. Without an engine the sample stands there unmarked. */
hearsay.attendant = {
  wants: () => true,
  attach(exports) {
    engine = exports;
    engine.start({ message, status: () => undefined }, SHOWN[at] ?? {}, sample);
  },
  failed: sweep,
};

localize();
document.title = message('firstTitle');
for (const [index, step] of steps.entries()) {
  const count = step.querySelector('.count');
  if (count) count.textContent = message('firstStep', [String(index + 1), String(steps.length)]);
}
back.addEventListener('click', () => {
  go(at - 1);
  steps[at]?.querySelector('h2')?.focus();
});
next.addEventListener('click', () => {
  if (at === steps.length - 1) return void leave();
  go(at + 1);
  return steps[at]?.querySelector('h2')?.focus();
});
write(await (await fetch('sample.txt')).text());
go(0);
for (const src of ['english.js', 'engine.wasm.js']) {
  const script = document.createElement('script');
  // In this order.
  script.async = false;
  script.src = src;
  document.head.append(script);
}
