/** The manifest of each package: one source, without what the other browser wants and this one would warn of. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} Name */

/** @param {string} root @param {Name} browser @returns {string} */
export function manifest(root, browser) {
  const all = JSON.parse(readFileSync(join(root, 'extension/manifest.json'), 'utf8'));
  if (browser === 'chromium') {
    // It knows a worker alone, and says so at every installation of anything else.
    const { service_worker: worker, type } = all.background;
    all.background = { service_worker: worker, type };
    delete all.browser_specific_settings;
  } else {
    delete all.minimum_chrome_version;
  }
  return `${JSON.stringify(all, null, 2)}\n`;
}
