/*
 * What the reader has chosen. One object in `storage.local` under the key `settings`:
 *
 *   version     1. A later shape gets a higher number, and `read` learns to lift the older one.
 *   everywhere  false: Hearsay runs nowhere.
 *   offSites    host names (without "www.") where it does not run, sorted.
 *   warnings    false: no warnings are shown.
 *   badges      false: no names are shown beside the text; marks and cards stay.
 *
 * Anything else that may stand there (an older version, a broken value) is read as the default of that member.
 */
{
  const { browser } = hearsay;
  const KEY = 'settings';

  /** @param {unknown} value @param {boolean} otherwise */
  const boolean = (value, otherwise) => (typeof value === 'boolean' ? value : otherwise);

  /** @param {any} stored @returns {HearsaySettings} */
  const normal = (stored) => ({
    version: 1,
    everywhere: boolean(stored?.everywhere, true),
    offSites: Array.isArray(stored?.offSites) ? stored.offSites.filter((/** @type {unknown} */ site) => typeof site === 'string') : [],
    warnings: boolean(stored?.warnings, true),
    badges: boolean(stored?.badges, true),
  });

  /** @param {string} host */
  const site = (host) => host.replace(/^www\./, '');

  hearsay.settings = {
    site,
    async read() {
      return normal((await browser.storage.local.get(KEY))[KEY]);
    },
    async change(part) {
      await browser.storage.local.set({ [KEY]: { ...(await this.read()), ...part } });
    },
    async switchSite(host, on) {
      const { offSites } = await this.read();
      const others = offSites.filter((other) => other !== site(host));
      await this.change({ offSites: on ? others : [...others, site(host)].sort() });
    },
    isOn: (settings, host) => settings.everywhere && !settings.offSites.includes(site(host)),
    listen(listener) {
      browser.storage.local.onChanged.addListener((changes) => {
        if (KEY in changes) listener(normal(changes[KEY].newValue));
      });
    },
  };
}
