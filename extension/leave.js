/*
 * How Hearsay leaves a page. Comes with the engine, so that pages without an article do not carry it.
 *
 * An update, or switching the extension off in the browser, takes its interfaces away under open pages. Firefox ends our
 * scripts then and leaves what they put into the page to whoever comes next; in Chromium they go on with a browser that does
 * not answer. What an earlier one left is swept away here before the engine starts, and a page whose extension is gone becomes
 * as it was: at the first sign of it, which is the reader's coming back or the first word that cannot be had.
 */
// A document that came in between has no attendant yet: what was meant for the last one is nothing to it.
if (globalThis.hearsay?.attendant && !hearsay.leave) {
  const { browser } = hearsay;
  /** Of the names of highlights, as in marks.css: a content script in Firefox cannot list the registry. */
  const SUFFIXES = ['', '-dim', ...Array.from({ length: 10 }, (_, slot) => `-${slot}`)];
  const lapse = () => hearsay.attendant.failed('extension-gone');

  hearsay.leave = {
    sweep() {
      for (const host of document.querySelectorAll('hearsay-overlay')) host.remove();
      for (const mark of ['direct', 'mixed', 'indirect', 'warning']) {
        for (const suffix of SUFFIXES) CSS.highlights.delete(`hearsay-${mark}${suffix}`);
      }
      CSS.highlights.delete('hearsay-flash');
    },
    word(key, args) {
      try {
        return browser.i18n.getMessage(key, args);
      } catch {
        // Not at once: it is the engine that asks.
        setTimeout(lapse);
        return '';
      }
    },
  };
  hearsay.leave.sweep();
  document.addEventListener('visibilitychange', () => {
    if (!browser.runtime?.id) lapse();
  });
}
