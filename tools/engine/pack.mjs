/**
 * One script from the glue and the engine's bytes, and its ending for each place that it runs in. The file of English stands in a
 * script of its own in the extension, since two engines share it, and in the same one elsewhere.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;

/** In the page: hand the engine to the attendant, which asked for it. */
const EXTENSION = `
const { attendant, english = '' } = globalThis.hearsay ?? {};
// It is long, and needed once.
if (english) delete globalThis.hearsay.english;
if (attendant?.wants()) {
  failed = (error) => attendant.failed(error);
  ready(english).then(() => attendant.attach({ ...wasm_bindgen, kill() { dead = true; } }, ENGINE)).catch((error) => attendant.failed(error));
}
`;

/** In the playground and in tools/engine.mjs: a function that promises the engine. */
const STANDALONE = `
globalThis.hearsayEngine = async () => {
  await ready(ENGLISH);
  return { ...wasm_bindgen, engine: ENGINE, onFailure(listener) { failed = listener; } };
};
`;

/** From texts to an engine that knows English. */
const READY = `/** Where the browser is older than fromBase64. */
const each = (text) => {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
};
const decoded = (text) => Uint8Array.fromBase64?.(text) ?? each(atob(text));
/** A page has its turn between our steps. A timer that follows on others would wait for milliseconds. */
const turn = () => new Promise((next) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    next();
  };
  port2.postMessage(0);
});
const ready = async (english) => {
  await turn();
  wasm_bindgen.initSync({ module: await load() });
  await turn();
  const bytes = decoded(english);
  await turn();
  wasm_bindgen.furnish(bytes);
  do await turn(); while (wasm_bindgen.prepare());
  await turn();
};
`;

/** @param {Buffer} bytes */
const base64 = (bytes) => `'${bytes.toString('base64')}'`;

/** The file of English as a script of the extension. @param {Buffer} english */
export const language = (english) => `(globalThis.hearsay ??= {}).english = ${base64(english)};\n`;

/** @param {Buffer} bytes of the module */
export function wasmLoader(bytes) {
  // The text stands outside of functions: a browser reads those twice, once before they are called.
  return `const ENGINE = 'wasm';
const TEXT = ${base64(bytes)};
const load = async () => {
  const bytes = decoded(TEXT);
  const module = await globalThis.WebAssembly.compile(bytes);
  return (imports) => new globalThis.WebAssembly.Instance(module, imports).exports;
};
`;
}

/**
 * @param {string} code of {@link import('./twin.mjs').twin}
 * @param {Buffer} deflated its data, made small before they are base64: afterwards a package can do little more
 */
export function twinLoader(code, deflated) {
  return `const ENGINE = 'twin';
const TEXT = ${base64(deflated)};
${code}
const load = async () => {
  const bytes = decoded(TEXT);
  const inflated = new Response(bytes).body.pipeThrough(new DecompressionStream('deflate-raw'));
  const data = new Uint8Array(await new Response(inflated).arrayBuffer());
  return (imports) => instantiateTwin(imports, data);
};
`;
}

/** What is asked of functions, lists, events, ranges, rectangles and the window, but of no form and no document. */
const OTHERS = /^(?:add|addedNodes|apply|behavior|block|bottom|call|cancelAnimationFrame|capture|clearTimeout|data|delete|detail|disconnect|done|get|getPropertyValue|has|height|href|innerHeight|innerWidth|item|key|left|length|matchMedia|next|nextNode|now|observe|onmessage|page[XY]Offset|passive|performance|pointerType|port[12]|postMessage|preventDefault|preventScroll|print|push|removedNodes|removeProperty|replaceSync|requestAnimationFrame|right|screen[XY]|selectNodeContents|set|setEnd|setProperty|setStart|setTimeout|startContainer|stopPropagation|subtree|target|toFixed|toString|top|type|value|width)$/;

/** Whatever the glue reads from an object or calls on it, it does so past what a page can put in its way. @param {string} glue */
const wary = (glue) => glue.replace(/\b(arg[01])\.([a-zA-Z]\w*)/g, (all, object, name) => (OTHERS.test(name) ? all : `bare(${object}).${name}`));

/**
 * @param {string} loader
 * @param {string} glue no-modules, as wasm-bindgen wrote it
 * @param {Buffer} [english] for standalone use; in the extension it is at hand
 */
export function pack(loader, glue, english) {
  const connect = readFileSync(join(here, 'connect.js'), 'utf8');
  const ending = english ? `const ENGLISH = ${base64(english)};\n${STANDALONE}` : EXTENSION;
  return `// Hearsay's engine. Built from Rust by ./build.sh: do not edit.\n(() => {\n'use strict';\n${connect}\n${READY}\n${loader}\n${wary(glue)}\n${ending}})();\n`;
}
