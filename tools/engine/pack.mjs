/**
 * One self-contained script from the glue and the engine's bytes, and its ending for each place that it runs in.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

const here = import.meta.dirname;

/** In the page: hand the engine to the gate, which asked for it. */
const EXTENSION = `
const gate = globalThis.hearsay?.gate;
if (gate?.wants()) {
  failed = (error) => gate.failed(error);
  load().then(async (instantiate) => {
    wasm_bindgen.initSync({ module: instantiate });
    // A page has its turn between our steps.
    await new Promise((next) => setTimeout(next));
    gate.attach({ ...wasm_bindgen, kill() { dead = true; } }, ENGINE);
  }).catch((error) => gate.failed(error));
}
`;

/** In the playground and in tools/engine.mjs: a function that promises the engine. */
const STANDALONE = `
globalThis.hearsayEngine = async () => {
  wasm_bindgen.initSync({ module: await load() });
  return { ...wasm_bindgen, engine: ENGINE, onFailure(listener) { failed = listener; } };
};
`;

/** Bytes that stand in the script as `TEXT`. */
const DECODED = `/** Where the browser is older than fromBase64. */
const decoded = (text) => {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
};
const load = async () => {
  // Reading this script took its time already: the page gets its turn.
  await new Promise((next) => setTimeout(next));
  const bytes = Uint8Array.fromBase64?.(TEXT) ?? decoded(atob(TEXT));
`;

/** @param {Buffer} bytes of the module */
export function wasmLoader(bytes) {
  // The text stands outside of functions: a browser reads those twice, once before they are called.
  return `const ENGINE = 'wasm';
const TEXT = '${bytes.toString('base64')}';
${DECODED}  const module = await globalThis.WebAssembly.compile(bytes);
  return (imports) => new globalThis.WebAssembly.Instance(module, imports).exports;
};
`;
}

/** @param {{code: string, data: Buffer}} twin from {@link import('./twin.mjs').twin} */
export function twinLoader({ code, data }) {
  // Deflated before it is base64: afterwards a package could no longer make it smaller.
  return `const ENGINE = 'twin';
const TEXT = '${deflateRawSync(data, { level: 9 }).toString('base64')}';
${code}
${DECODED}  const inflated = new Response(bytes).body.pipeThrough(new DecompressionStream('deflate-raw'));
  const data = new Uint8Array(await new Response(inflated).arrayBuffer());
  return (imports) => instantiateTwin(imports, data);
};
`;
}

/**
 * @param {string} loader
 * @param {string} glue no-modules, as wasm-bindgen wrote it
 * @param {'extension' | 'standalone'} place
 */
export function pack(loader, glue, place) {
  const connect = readFileSync(join(here, 'connect.js'), 'utf8');
  const ending = place === 'extension' ? EXTENSION : STANDALONE;
  return `// Hearsay's engine. Built from Rust by ./build.sh: do not edit.\n(() => {\n'use strict';\n${connect}\n${loader}\n${glue}\n${ending}})();\n`;
}
