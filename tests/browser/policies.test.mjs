/**
 * Thirteen policies that a publisher may set. Under each the marks stand, and nothing tells the publisher that they do:
 * no report is sent, no event is fired. Chromium applies them to WebAssembly in content scripts, Firefox does not.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './harness.mjs';
import { HALE, page } from './pages.mjs';

/**
 * `csp` and `only` (report-only) are headers, `meta` stands in the page; what else a page has itself is allowed to it.
 * `module`: a content script may run WebAssembly there, also in Chromium. `silent`: the page's own scripts do not run.
 */
const POLICIES = /** @type {{name: string, csp?: string, only?: string, meta?: string, silent?: boolean, module?: true}[]} */ ([
  { name: 'none', module: true },
  { name: 'frame-ancestors', csp: 'frame-ancestors \'none\'', module: true },
  { name: 'Trusted Types', csp: 'require-trusted-types-for \'script\'', module: true },
  { name: 'unsafe-eval', csp: 'script-src \'self\' \'unsafe-eval\'', module: true },
  { name: 'wasm-unsafe-eval', csp: 'script-src \'self\' \'wasm-unsafe-eval\'', module: true },
  { name: 'report-only script-src', only: 'script-src \'self\'' },
  { name: 'script-src self', csp: 'script-src \'self\'' },
  { name: 'nonce and strict-dynamic', csp: 'script-src \'nonce-c2VhbHM\' \'strict-dynamic\'; object-src \'none\'; base-uri \'none\'' },
  { name: 'script-src none', csp: 'script-src \'none\'' },
  { name: 'meta script-src self', meta: 'script-src \'self\'' },
  { name: 'default-src none', csp: 'default-src \'none\'; img-src \'self\'' },
  { name: 'sandbox with scripts', csp: 'sandbox allow-scripts; script-src \'self\'' },
  { name: 'sandbox, default-src none and Trusted Types', csp: 'sandbox; default-src \'none\'; img-src \'self\'; require-trusted-types-for \'script\'; trusted-types \'none\'', silent: true },
]);

inEachBrowser('policies', (web) => {
  for (const { name, csp, only, meta, silent, module } of POLICIES) {
    test(name, async () => {
      const host = web.site.host();
      web.site.put(host, '/report', { body: '' });
      const collected = (/** @type {string} */ policy) => `${policy}; report-uri http://${host}/report`;
      const head = meta ? `<meta http-equiv="Content-Security-Policy" content="${meta}">` : '';
      const headers = {
        ...(csp && { 'content-security-policy': collected(csp) }),
        ...(only && { 'content-security-policy-report-only': collected(only) }),
      };
      const tab = await web.tab();
      // A page that may not run scripts hears no event; its reports are sent all the same.
      await tab.page.evaluateOnNewDocument(() => {
        globalThis.violations = [];
        document.addEventListener('securitypolicyviolation', (event) => globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
      });
      await tab.page.goto(web.site.put(host, '/', { body: page({ head }), headers }));
      await tab.ready(silent);
      const marks = await tab.marks();
      assert.ok(marks.some(({ kind, text }) => kind === 'direct' && HALE.test(text)), JSON.stringify(marks));
      assert.ok((await tab.eyes.badges()).some((badge) => /^Morwenna Hale, /.test(badge.name)));
      // The module wherever it may run, since it is faster; its twin elsewhere.
      if (web.name === 'chromium' && !silent) assert.deepEqual(await tab.eyes.engines(), [module ? 'engine.wasm.js' : 'engine.twin.js']);
      await tab.eyes.press(/^Morwenna Hale/);
      assert.match(await tab.eyes.card(), /Morwenna Hale/);
      if (!silent) assert.deepEqual(await tab.page.evaluate(() => globalThis.violations), []);
      // What the page would send has been sent once it has loaded something else.
      await tab.page.goto(web.site.put(host, '/other', { body: 'Done.' }));
      assert.deepEqual(web.site.reports.splice(0), []);
      assert.deepEqual(tab.errors, []);
    });
  }

  test('the collecting itself works: a page that breaks its policy is reported', async () => {
    const host = web.site.host();
    web.site.put(host, '/report', { body: '' });
    const headers = { 'content-security-policy': `img-src 'none'; report-uri http://${host}/report` };
    const tab = await web.tab();
    const sent = web.site.report();
    await tab.page.goto(web.site.put(host, '/', { body: page({ after: '<img src="/seal.png" alt="">' }), headers }));
    await sent;
    assert.match(web.site.reports.splice(0).join(), /seal\.png/);
  });
});
