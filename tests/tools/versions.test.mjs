/** The oldest browsers that the manifest admits have what the extension cannot do without, by MDN's table of what came when. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import bcd from '@mdn/browser-compat-data' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const { minimum_chrome_version: chrome, browser_specific_settings: { gecko, gecko_android: android } } = JSON.parse(readFileSync(join(root, 'extension/manifest.json'), 'utf8'));
const OLDEST = { chrome: Number.parseFloat(chrome), firefox: Number.parseFloat(gecko.strict_min_version), firefox_android: Number.parseFloat(android.strict_min_version) };

/** What is used, where it is seen in the sources, and its entry in the table. What only one browser is asked for names that one. */
const USED = /** @type {[RegExp, string, (keyof typeof OLDEST)[]?][]} */ ([
  [/::highlight\(/, 'css.selectors.highlight'],
  [/CSS\.highlights/, 'api.HighlightRegistry'],
  [/URL\.parse\(/, 'api.URL.parse_static'],
  [/light-dark\(/, 'css.types.color.light-dark'],
  [/oklch\(/, 'css.types.color.oklch'],
  [/:has\(/, 'css.selectors.has'],
  [/scrollbar-width:/, 'css.properties.scrollbar-width'],
  [/adoptedStyleSheets/, 'api.ShadowRoot.adoptedStyleSheets'],
  [/\.ariaLabel =/, 'api.Element.ariaLabel'],
  [/\.role =/, 'api.Element.role'],
  [/navigator\.locks/, 'api.LockManager.request'],
  [/Object\.hasOwn\(/, 'javascript.builtins.Object.hasOwn'],
  [/simd128/, 'webassembly.fixed-width-SIMD'],
  [/storage\.session/, 'webextensions.api.storage.session'],
  [/storage\.local\.onChanged/, 'webextensions.api.storage.StorageArea.onChanged'],
  [/scripting\.executeScript/, 'webextensions.api.scripting.executeScript'],
  [/documentId/, 'webextensions.api.runtime.MessageSender.documentId', ['chrome']],
  [/"service_worker"/, 'webextensions.manifest.background.service_worker', ['chrome']],
  [/"preferred_environment"/, 'webextensions.manifest.background.preferred_environment', ['firefox', 'firefox_android']],
  [/"data_collection_permissions"/, 'webextensions.manifest.browser_specific_settings.gecko.data_collection_permissions', ['firefox', 'firefox_android']],
]);

const sources = ['extension', 'src/page', 'tools/engine'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:js|mjs|css|json|rs|html)$/.test(name)).map((name) => readFileSync(join(root, folder, name), 'utf8'))).join('\n');

/** The statements of a browser on a feature, the newest first. @param {string} feature @param {string} browser @returns {any[]} */
const statements = (feature, browser) => [feature.split('.').reduce((/** @type {any} */ at, name) => at?.[name], bcd)?.__compat?.support[browser] ?? []].flat();

for (const [seen, feature, browsers = /** @type {const} */ (['chrome', 'firefox', 'firefox_android'])] of USED) {
  test(`${feature} is there from the first admitted version on`, () => {
    assert.match(sources, seen, 'it is used no longer: take it off the list');
    for (const browser of browsers) {
      const since = statements(feature, browser).filter(({ flags }) => !flags).map(({ version_added: added }) => Number.parseFloat(String(added).replace('≤', '')));
      assert.ok(since.some((version) => version <= OLDEST[browser]), `${browser} ${OLDEST[browser]}: it came with ${since}`);
    }
  });
}

test('marks are underlined from the first admitted version on: Firefox had highlights earlier than lines under them', () => {
  assert.match(sources, /::highlight\([^{]*\{[^}]*text-decoration/);
  for (const browser of /** @type {const} */ (['firefox', 'firefox_android'])) {
    const notes = statements('css.selectors.highlight', browser).flatMap(({ notes: all = [] }) => all);
    const [, since] = notes.map((note) => /^Before Firefox[\w ]* (\d+),.*<code>text-decoration/.exec(note)).find(Boolean) ?? [];
    assert.ok(Number(since ?? 0) <= OLDEST[browser], `${browser} ${OLDEST[browser]}: lines came with ${since}`);
  }
});
