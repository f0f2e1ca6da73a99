/**
 * One self-contained script from the glue and the engine's bytes, and its ending for each place that it runs in.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;

/** In the page: hand the engine to the gate, which asked for it. */
const EXTENSION = `
const gate = globalThis.hearsay?.gate;
if (gate?.wants()) {
  failed = (error) => gate.failed(error);
  load().then((instantiate) => {
    wasm_bindgen.initSync({ module: instantiate });
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

/** @param {Buffer} bytes of the module */
export function wasmLoader(bytes) {
  return `const ENGINE = 'wasm';
const load = async () => {
  const text = atob('${bytes.toString('base64')}');
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  const module = await globalThis.WebAssembly.compile(bytes);
  return (imports) => new globalThis.WebAssembly.Instance(module, imports).exports;
};
`;
}

/** @param {string} twin from {@link import('./twin.mjs').twin} */
export function twinLoader(twin) {
  return `const ENGINE = 'twin';\n${twin}\nconst load = async () => instantiateTwin;\n`;
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
