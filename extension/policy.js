/**
 * Whether a page's Content Security Policy lets a content script run WebAssembly, and stays silent about it.
 *
 * Chromium applies the page's policy to WebAssembly in content scripts, and a policy in report-only mode tells the
 * publisher of the attempt. So report-only policies count like enforced ones here.
 */

/** Keywords of `script-src` that allow WebAssembly. */
const ALLOWING = ["'unsafe-eval'", "'wasm-unsafe-eval'"];

/** @param {string} policy one policy, without commas between policies @returns {boolean} */
function forbids(policy) {
  /** @type {Map<string, string[]>} */
  const directives = new Map();
  for (const directive of policy.split(';')) {
    const [name, ...values] = directive.trim().toLowerCase().split(/[\t\n\f\r ]+/);
    // The first of a name counts, as in browsers.
    if (name && !directives.has(name)) directives.set(name, values);
  }
  if (directives.has('sandbox')) return true;
  const sources = directives.get('script-src') ?? directives.get('default-src');
  return sources !== undefined && !sources.some((source) => ALLOWING.includes(source));
}

/** @param {string[]} policies values of headers or of `<meta>` elements; one value may hold several, with commas */
export function forbidsWebAssembly(policies) {
  return policies.flatMap((value) => value.split(',')).some(forbids);
}
