/**
 * Runs in a page before anything else: what becomes of it while Hearsay is there. Self-contained, for it is handed over as text.
 */
export function witness() {
  // Our host element comes, goes and says its state; that is all that a page may ever see.
  const OURS = /^(?:html childList hearsay-overlay|hearsay-overlay attributes data-state)$/;
  /** @type {{changes: string[], errors: string[], shifts: {at: number, value: number}[], tasks: {at: number, length: number}[]}} */
  const seen = { changes: [], errors: [], shifts: [], tasks: [] };
  let [before, arrived, loaded] = ['', Infinity, Infinity];

  addEventListener('error', ({ message }) => message && seen.errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => seen.errors.push(String(reason)));
  /** Chromium alone has either. @param {string} type @param {(entry: any) => void} take */
  const observe = (type, take) => {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) return;
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  };
  observe('layout-shift', ({ startTime, value }) => seen.shifts.push({ at: startTime, value }));
  observe('longtask', ({ startTime, duration }) => seen.tasks.push({ at: startTime, length: duration }));

  /** @param {MutationRecord} record */
  const describe = (record) => {
    const nodes = [...record.addedNodes, ...record.removedNodes].map((node) => node.nodeName.toLowerCase());
    return [record.target.nodeName.toLowerCase(), record.type, record.attributeName, ...nodes].filter(Boolean).join(' ');
  };
  const boxes = () => {
    // What the page itself moves would stand elsewhere a moment later, with us or without: it stops, or comes to its end.
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime === Infinity) animation.cancel();
      else animation.finish();
    }
    return [...document.querySelectorAll('body, body *')].map(box);
  };
  const box = (/** @type {Element} */ element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + scrollX, top + scrollY, width, height].map(Math.round).join(' ');
  };
  addEventListener('load', () => (loaded = performance.now()));
  addEventListener('DOMContentLoaded', () => {
    before = document.documentElement.outerHTML;
    new MutationObserver((records) => {
      for (const record of records) {
        const change = describe(record);
        if (/hearsay-overlay/.test(change)) arrived = Math.min(arrived, performance.now());
        if (!OURS.test(change)) seen.changes.push(change);
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });

  globalThis.hearsayWitness = {
    /** What was seen until now. Shifts count from when we came. */
    report: () => ({
      changes: seen.changes, errors: seen.errors, boxes: boxes(),
      shift: seen.shifts.filter(({ at }) => at >= arrived).reduce((sum, { value }) => sum + value, 0),
      // Before the page has loaded the long tasks are its own: parsing and laying out.
      task: Math.max(0, ...seen.tasks.filter(({ at }) => at >= loaded).map(({ length }) => length)),
    }),
    /** How many elements stand elsewhere than they did. @param {string[]} then */
    moved: (then) => {
      const now = boxes();
      return then.length === now.length ? now.filter((box, index) => box !== then[index]).length : Math.abs(then.length - now.length);
    },
    same: () => document.documentElement.outerHTML === before,
  };
}
