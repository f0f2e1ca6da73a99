/*
 * What the reader has chosen. One object in `storage.local` under the key `settings`:
 *
 *   version      2
 *   everywhere   false: Hearsay runs nowhere.
 *   onByDefault  false: it runs on chosen sites only.
 *   sites        host names (without "www.") that the reader decided on: true for on, false for off.
 *   density      what shows in a page: "off", "warnings", "badges" (and warnings), "everything" (and underlines).
 *   quiet        kinds of warning that are switched off, by their names in reports.
 *   colours      "speakers": each has a colour; "one": marks differ by their form alone.
 *
 * Version 1 had `offSites` (a list), `warnings` and `badges` (false: not shown). It is read as what comes nearest. Anything
 * else that may stand there is read as the default of that member. Pages of the extension write with `choices.js`.
 */
// A document that came in between may lack what was put into the last one.
if (globalThis.hearsay?.browser) {
  const { browser } = hearsay;
  const KEY = 'settings';
  /** What was put right on a page stands beside it, under this and the page's address: corrections.js. */
  const PAGE = 'page:';

  /** What version 1 switched off with one switch. */
  const OLD_KINDS = [
    'second-hand', 'anonymous-source', 'vague-source', 'unverified', 'agentless', 'unnamed-evidence',
    'orphan-quote', 'late-attribution', 'single-source', 'headline',
  ];

  /** @param {any} stored @returns {HearsaySettings} */
  const normal = (stored) => {
    let { everywhere, onByDefault, sites, density, quiet, colours } = stored ?? {};
    if (stored?.version === 1) {
      const { offSites, warnings, badges } = stored;
      sites = Object.fromEntries(Array.isArray(offSites) ? offSites.map((site) => [site, false]) : []);
      density = badges !== false ? 'everything' : warnings !== false ? 'warnings' : 'off';
      quiet = warnings !== false ? [] : OLD_KINDS;
    }
    return {
      version: 2,
      everywhere: everywhere !== false,
      onByDefault: onByDefault !== false,
      sites: Object.fromEntries(Object.entries(sites ?? {}).filter(([, on]) => typeof on === 'boolean')),
      density: ['off', 'warnings', 'badges'].includes(density) ? density : 'everything',
      quiet: Array.isArray(quiet) ? quiet.filter((kind) => typeof kind === 'string') : [],
      colours: colours === 'one' ? 'one' : 'speakers',
    };
  };

  /** @param {string} host */
  const site = (host) => host.replace(/^www\./, '');

  hearsay.settings = {
    KEY,
    PAGE,
    normal,
    site,
    async read() {
      return normal((await browser.storage.local.get(KEY))[KEY]);
    },
    isOn({ everywhere, onByDefault, sites }, host) {
      return everywhere && (Object.hasOwn(sites, site(host)) ? sites[site(host)] : onByDefault);
    },
    listen(listener) {
      browser.storage.local.onChanged.addListener((changes) => {
        if (KEY in changes) listener(normal(changes[KEY].newValue));
      });
    },
  };
}
