/**
 * `node tests/browser/bench/tab.mjs`: what the extension costs a tab, in Chromium: the gate on a page that is no article, the time from
 * the page's end of loading to the first marks, and from the compiled engine to them, a late paragraph, and the memory, before and after
 * 1,000 late paragraphs. A line of JSON.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionPage, statusOf } from '../../../tools/browsers.mjs';
import { root, Web } from '../harness.mjs';
import { FRONT, page as news } from '../pages.mjs';

const ROUNDS = 7;
const story = readFileSync(join(root, 'benches/inputs/story.txt'), 'utf8').trim().split('\n').filter(Boolean);
const html = news({ texts: story });
const median = (/** @type {number[]} */ values) => values.sort((a, b) => a - b)[values.length >> 1];
const web = await Web.start('chromium');

/**
 * Time of the processor that the scripts of the extension take in a page during some work, in milliseconds: when they are evaluated
 * or called, and what they have put off until a promise of the browser's is kept. The page has no promises of its own.
 * @param {import('../tab.mjs').Tab} tab @param {() => Promise<unknown>} work
 */
async function scripts(tab, work) {
  // No more than is read: what is recorded takes time of the scripts'.
  await tab.page.tracing.start({ categories: ['devtools.timeline', 'toplevel', 'v8.execute'] });
  await work();
  await tab.frames();
  const trace = JSON.parse(Buffer.from(await tab.page.tracing.stop() ?? '').toString('utf8'));
  await tab.close();
  web.tabs = [];
  /** @type {{name: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args: {data?: {url?: string}}}[]} */
  const events = trace.traceEvents;
  const within = (/** @type {typeof events[0]} */ inner, /** @type {typeof events[0]} */ outer) =>
    inner !== outer && inner.pid === outer.pid && inner.tid === outer.tid && outer.ts <= inner.ts && inner.ts <= outer.ts + (outer.dur ?? 0);
  const calls = events.filter(({ name }) => /^(?:EvaluateScript|FunctionCall)$/.test(name));
  const ours = calls.filter(({ args }) => args.data?.url?.startsWith(web.origin));
  // The browser asks a hundred times while a page loads whether anything waits, page of ours or not: only where something did.
  const kept = events.filter(({ name }) => name === 'RunMicrotasks');
  const promised = events.filter((event) => event.name === 'BlinkScheduler_PerformMicrotaskCheckpoint' && kept.some((run) => within(run, event)) &&
    ours.some(({ pid, tid }) => pid === event.pid && tid === event.tid) && !ours.some((call) => within(event, call)));
  // Calls in between are told of by themselves: ours are counted already, and what watches for us is not ours.
  const rest = promised.map((event) => ({ tdur: (event.tdur ?? 0) - sum(calls.filter((call) => within(call, event))) }));
  return (sum(ours) + sum(rest)) / 1000;
}
const sum = (/** @type {{tdur?: number}[]} */ events) => events.reduce((all, { tdur }) => all + (tdur ?? 0), 0);

/** On a page that is no article. */
async function gateAlone() {
  const tab = await web.tab();
  return scripts(tab, () => tab.page.goto(web.site.put(web.site.host(), '/', { body: FRONT }), { waitUntil: 'load' }));
}

/** For a paragraph that comes late to an article of 5,000 words: reading it, linking it with the rest, marks and badges. */
async function newcomer() {
  const long = Array.from({ length: 5 }, (_, part) => story.map((text, n) => `${text} That is point ${part * story.length + n} of the account.`)).flat();
  const tab = await web.open(news({ texts: long }));
  await tab.ready();
  await tab.frames();
  return scripts(tab, async () => {
    await tab.page.evaluate(() => {
      const text = document.createElement('p');
      text.textContent = '“The last boat was there,” said Perpetua Winslow, the harbour warden, on Wednesday morning.';
      document.querySelector('article')?.append(text);
    });
    await tab.marked(/The last boat/);
  });
}

/** From when the page has loaded until marks stand: asking for the engine, reading and compiling it are in it. @param {Record<string, string>} headers */
async function marks(headers) {
  const tab = await web.tab();
  await tab.page.evaluateOnNewDocument(() => {
    let [loaded, stood] = [0, 0];
    addEventListener('load', () => (loaded = performance.now()));
    new MutationObserver(() => {
      if (document.querySelector('hearsay-overlay')?.getAttribute('data-state') === 'ready') stood ||= performance.now();
    }).observe(document, { subtree: true, childList: true, attributes: true });
    globalThis.firstMarks = () => stood - loaded;
  });
  await tab.page.goto(web.site.put(web.site.host(), '/', { body: html, headers }), { waitUntil: 'load' });
  await tab.ready();
  const took = await tab.page.evaluate(() => globalThis.firstMarks());
  await tab.close();
  web.tabs = [];
  return took;
}

/**
 * From when the engine is compiled until the first quotation is marked, and until all marks and badges stand, on the same page,
 * without an extension around it. @param {'wasm' | 'twin'} kind
 */
async function started(kind) {
  const tab = await web.tab();
  await tab.page.goto(web.site.put(web.site.host(), '/', { body: html }), { waitUntil: 'load' });
  const took = await tab.page.evaluate(async (script) => {
    (0, eval)(script);
    const engine = await /** @type {any} */ (globalThis).hearsayEngine();
    const stands = new Promise((resolve) => {
      new MutationObserver(() => {
        if (document.querySelector('hearsay-overlay')?.getAttribute('data-state') === 'ready') resolve(performance.now());
      }).observe(document, { subtree: true, childList: true, attributes: true });
    });
    const registry = /** @type {Map<string, Highlight>} */ (CSS.highlights);
    const { set } = registry;
    let first = 0;
    registry.set = (name, highlight) => {
      first ||= performance.now();
      return set.call(registry, name, highlight);
    };
    const began = performance.now();
    engine.start({ message: (/** @type {string} */ key) => key, status() {} }, {}, undefined);
    const stood = await stands;
    return { first: first - began, all: stood - began };
  }, readFileSync(join(root, `target/engine/standalone.${kind}.js`), 'utf8'));
  await tab.close();
  web.tabs = [];
  return took;
}

/** What the tab holds once nothing more can be thrown away, in bytes. @param {import('puppeteer-core').CDPSession} session */
async function holds(session) {
  for (let n = 0; n < 3; n += 1) await session.send('HeapProfiler.collectGarbage');
  /** @type {any} Newer members than the types know: what a WebAssembly memory holds, and the document's nodes. */
  const { usedSize, backingStorageSize = 0, embedderHeapUsedSize = 0 } = await session.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize + embedderHeapUsedSize;
}

async function memory() {
  const measure = async (/** @type {string} */ body, /** @type {boolean} */ marked) => {
    const tab = await web.tab();
    await tab.page.goto(web.site.put(web.site.host(), '/', { body }), { waitUntil: 'load' });
    if (marked) await tab.ready();
    await tab.frames();
    return { tab, session: await tab.page.createCDPSession() };
  };
  // Before the tabs that are measured: one that is not in front paints nothing.
  const own = await extensionPage(web.browser, web.origin);
  // The same text in a language that is passed over: everything but the engine.
  const without = await measure(html.replaceAll(/\b(the|of|and|to|that|with|from|this|which|their|have|has|said)\b/gi, 'zzz'), false);
  const alone = await holds(without.session);
  await without.tab.close();
  const { tab, session } = await measure(html, true);
  const start = await holds(session);
  /** @param {number} count @param {boolean} gone */
  const late = (count, gone) => tab.page.evaluate(async (many, remove) => {
    const article = /** @type {Element} */ (document.querySelector('article'));
    const marked = (/** @type {string} */ what) => [...CSS.highlights.values()].some((ranges) => [...ranges].some((range) => String(range).includes(what)));
    const added = [];
    for (let n = 0; n < many; n += 1) {
      const text = document.createElement('p');
      text.textContent = `“Boat number ${n} was there,” said Perpetua Winslow, the harbour warden, on Wednesday morning.`;
      article.append(text);
      added.push(text);
      if (n % 20 === 19) await new Promise((resolve) => setTimeout(resolve, 60));
    }
    while (many > 0 && !marked(`Boat number ${many - 1} was`)) await new Promise(requestAnimationFrame);
    if (!remove) return;
    for (const text of added) text.remove();
    while (marked('Boat number')) await new Promise(requestAnimationFrame);
  }, count, gone);
  const speakers = async () => JSON.stringify((await statusOf(own, tab.page.url())).speakers);
  const before = await speakers();
  await late(1000, true);
  // The page is read again when it rests; until then what was read of the paragraphs is kept.
  while (await speakers() !== before) await tab.frames();
  await own.close();
  await tab.frames();
  const after = await holds(session);
  await tab.close();
  web.tabs = [];
  return { added: start - alone, left: after - start };
}

/** @template T @param {() => Promise<T>} work */
async function rounds(work, count = ROUNDS) {
  /** @type {T[]} */
  const all = [];
  // The first round warms the browser up.
  for (let round = 0; round <= count; round += 1) {
    const took = await work();
    if (round > 0) all.push(took);
  }
  return all;
}

const times = async (/** @type {() => Promise<number>} */ work) => median(await rounds(work));
const gate = await times(gateAlone);
const late = await times(newcomer);
const wasm = await times(() => marks({}));
const twin = await times(() => marks({ 'content-security-policy': "script-src 'self'" }));
const held = await rounds(memory, 3);
// The engine comes to these pages without the extension, which stays away.
const own = await extensionPage(web.browser, web.origin);
await own.evaluate(() => chrome.storage.local.set({ settings: { version: 2, everywhere: false } }));
await own.close();
const [module, script] = [await rounds(() => started('wasm')), await rounds(() => started('twin'))];
/** @param {{first: number, all: number}[]} all */
const medians = (all) => ({ first: median(all.map(({ first }) => first)), all: median(all.map(({ all }) => all)) });
const [added, left] = [median(held.map(({ added }) => added)), median(held.map(({ left }) => left))];
console.log(JSON.stringify({ gate, late, wasm, twin, module: medians(module), script: medians(script), added, left }));
await web.stop();
