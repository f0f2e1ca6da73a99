/*
 * What the reader put right on a page ("Not right?" in a card), as the engine wrote it down. In `storage.local`, one entry
 * a page under `page:` and its address without the fragment: `{text, at}`, `at` in milliseconds, so that the oldest can
 * go. In a private window it is kept no longer than the page. It is never sent anywhere.
 */
// None in a document that came in between: see leave.js.
if (globalThis.hearsay?.attendant) {
  const { browser, settings: { PAGE } } = hearsay;
  /** More pages than that are not remembered. */
  const PAGES = 300;

  const key = () => PAGE + location.href.replace(/#.*/, '');

  /** @type {{key: string, text: string} | undefined} what is known of the page as it is now */
  let known;
  /** @type {(() => void) | undefined} whoever asked last what is remembered */
  let asked;

  /** @param {string} of */
  async function read(of) {
    const stored = (await browser.storage.local.get(of))[of];
    return typeof stored?.text === 'string' ? stored.text : '';
  }

  async function forgetOldest() {
    const all = Object.entries(await browser.storage.local.get(null)).filter(([name]) => name.startsWith(PAGE));
    const oldest = all.sort(([, a], [, b]) => (a?.at ?? 0) - (b?.at ?? 0)).slice(0, Math.max(0, all.length - PAGES));
    await browser.storage.local.remove(oldest.map(([name]) => name));
  }

  hearsay.corrections = {
    /** Learns what is remembered of this page, so that `recall` has it at once. */
    async load() {
      const of = key();
      if (known?.key !== of) known = { key: of, text: await read(of) };
    },
    recall(changed) {
      asked = changed;
      const of = key();
      if (known?.key === of) return known.text;
      // Another page under the same document.
      const here = known = { key: of, text: '' };
      read(of).then((text) => {
        if (known !== here || !text) return;
        here.text = text;
        changed();
      }, () => undefined);
      return '';
    },
    remember(text) {
      const of = key();
      known = { key: of, text };
      if (browser.extension.inIncognitoContext) return;
      const done = text ? browser.storage.local.set({ [of]: { text, at: Date.now() } }).then(forgetOldest) : browser.storage.local.remove(of);
      // Where nothing can be stored, the page remembers as long as it stands.
      done.catch(() => undefined);
    },
  };

  // Another tab with this page, or the settings, where everything can be forgotten.
  browser.storage.local.onChanged.addListener((changes) => {
    if (!known || !(known.key in changes)) return;
    const text = changes[known.key].newValue?.text ?? '';
    if (typeof text !== 'string' || text === known.text) return;
    known.text = text;
    asked?.();
  });
}
