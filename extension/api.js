/*
 * The one file that knows under which name the browser offers its extension interfaces. A plain script: content scripts
 * cannot import. `browser` may also be an element of the page with that id, hence the look at what it holds.
 */
globalThis.hearsay ??= /** @type {any} */ ({});
hearsay.browser = typeof globalThis.browser?.runtime?.id === 'string' ? globalThis.browser : globalThis.chrome;
