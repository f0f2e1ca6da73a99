/** What the browser itself has to say of the extension: nothing, neither of its manifest, nor when it is installed, nor while it runs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { page, STYLE } from './pages.mjs';

inEachBrowser('warnings', (web) => {
  test('Chromium’s own page of extensions shows no warning and no error', async (t) => {
    if (web.name === 'firefox') return t.skip('Firefox’s warnings of a manifest are those of web-ext lint');
    const id = new URL(web.origin).hostname;
    const own = await web.browser.newPage();
    await own.goto('chrome://extensions/');
    const look = () => own.evaluate(async (extension) => {
      /** @type {any} What that page itself calls. */
      const { developerPrivate } = globalThis.chrome;
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.updateExtensionConfiguration({ extensionId: extension, errorCollection: true });
      const { manifestErrors, runtimeErrors, runtimeWarnings, installWarnings = [], state } = await developerPrivate.getExtensionInfo(extension);
      const words = (/** @type {any[]} */ all) => all.map((one) => one.message ?? String(one));
      return { state, said: [manifestErrors, runtimeErrors, runtimeWarnings, installWarnings].flatMap(words) };
    }, id);
    assert.deepEqual(await look(), { state: 'ENABLED', said: [] });
    // Errors are collected from here on: an article, a page that is none, and the extension's own pages.
    const tab = await web.open(page({ head: STYLE }));
    await tab.ready();
    await (await tab.eyes.popup()).until(/Read on your machine/);
    await web.open('<!doctype html><title>Nothing</title>');
    for (const name of ['options.html', 'welcome.html']) await web.own(name);
    assert.deepEqual(await look(), { state: 'ENABLED', said: [] });
    await own.close();
  });
});
