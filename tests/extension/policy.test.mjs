import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forbidsWebAssembly } from '../../extension/policy.js';

/** @param {string} policy @param {boolean} forbidden */
const check = (policy, forbidden) => test(`${forbidden ? 'forbids' : 'allows'}: ${policy || 'no policy'}`, () => {
  assert.equal(forbidsWebAssembly(policy ? [policy] : []), forbidden);
});

check('', false);
check("frame-ancestors 'none'", false);
check("require-trusted-types-for 'script'; trusted-types default", false);
check("img-src 'self'; style-src 'none'", false);
check("script-src 'self' 'unsafe-eval'", false);
check("default-src 'none'; script-src 'wasm-unsafe-eval'", false);
check("default-src 'self' 'unsafe-eval'", false);
check('upgrade-insecure-requests;', false);

check("script-src 'self'", true);
check("script-src 'nonce-r4nd0m' 'strict-dynamic'", true);
check("script-src 'none'", true);
check("default-src 'self'", true);
check('script-src', true);
check('sandbox allow-scripts', true);
check('SCRIPT-SRC https:', true);
check("\tscript-src\thttps:\n'self' ; img-src *", true);
// The first of two counts, as in browsers.
check("script-src 'self'; script-src 'unsafe-eval'", true);
// Scripts fall back to default-src only where script-src is absent.
check("default-src 'unsafe-eval'; script-src 'self'", true);
// script-src-elem is not about WebAssembly.
check("script-src-elem 'self'", false);
// Every policy of a list has to allow it.
check("script-src 'unsafe-eval', script-src 'self'", true);

test('every header has to allow it', () => {
  assert.equal(forbidsWebAssembly(["script-src 'unsafe-eval'", "default-src 'none'"]), true);
  assert.equal(forbidsWebAssembly(["script-src 'unsafe-eval'", "default-src 'unsafe-eval'"]), false);
});
