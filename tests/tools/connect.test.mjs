import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pack } from '../../tools/engine/pack.mjs';

/** A stand-in for the generated glue: enough of its shape to be packed. */
const GLUE = `
let wasm;
const wasm_bindgen = {
  prepare() {},
  furnish(bytes) { if (bytes.length === 0) throw new Error('the file of English is damaged'); },
  initSync({ module }) { wasm = new WebAssembly.Instance(module, { again: () => wasm.trap() }).exports; },
  start() { return wasm.start(); },
  trap() { return wasm.trap(); },
  nested() { return wasm.nested(); },
};`;
const LOADER = `
const ENGINE = 'twin';
const load = async () => (imports) => ({
  memory: {}, start: () => 'started', trap: () => { throw new Error('unreachable'); }, nested: () => { imports.again(); return 'went on'; },
});`;

/** @param {boolean} wants @param {string} [english] */
async function inPage(wants, english = btoa('English')) {
  /** @type {any[]} */
  const told = [];
  /** @type {any} */
  let engine;
  const attached = new Promise((resolve) => {
    const attach = (/** @type {any} */ exports) => resolve(engine = exports);
    const attendant = { wants: () => wants, attach, failed: (/** @type {Error} */ error) => told.push(error.message) };
    new Function('globalThis', pack(LOADER, GLUE))({ hearsay: { attendant, english } });
  });
  // What nobody wants has no end to wait for; the engine's own wait for its turn is over by then.
  await (wants ? attached : new Promise((resolve) => setTimeout(() => setTimeout(resolve, 2), 2)));
  return { engine, told };
}

test('an engine that nobody asked for does nothing', async () => {
  assert.equal((await inPage(false)).engine, undefined);
});

test('a trap ends the engine, is told once, and reaches nobody else', async () => {
  const { engine, told } = await inPage(true);
  assert.equal(engine.start(), 'started');
  assert.equal(engine.trap(), undefined);
  assert.deepEqual(told, ['unreachable']);
  assert.equal(engine.start(), undefined);
  assert.equal(engine.trap(), undefined);
  assert.equal(told.length, 1);
});

test('without English there is no engine, and why is told', async () => {
  /** @type {Error} */
  const told = await new Promise((resolve, reject) => {
    const attendant = { wants: () => true, attach: () => reject(new Error('it was attached')), failed: resolve };
    new Function('globalThis', pack(LOADER, GLUE))({ hearsay: { attendant } });
  });
  assert.equal(told.message, 'the file of English is damaged');
});

test('English is let go of once it is taken', async () => {
  const hearsay = { english: btoa('English'), attendant: { wants: () => true, attach() {}, failed() {} } };
  new Function('globalThis', pack(LOADER, GLUE))({ hearsay });
  assert.equal(hearsay.english, undefined);
});

test('a killed engine does nothing and tells nobody', async () => {
  const { engine, told } = await inPage(true);
  engine.kill();
  assert.equal(engine.start(), undefined);
  assert.equal(engine.trap(), undefined);
  assert.deepEqual(told, []);
});

test('a trap below an import ends the call that it was made from', async () => {
  const { engine, told } = await inPage(true);
  assert.equal(engine.nested(), undefined);
  assert.deepEqual(told, ['unreachable']);
});

test('standalone, a listener hears of the failure', async () => {
  /** @type {any} */
  const scope = {};
  new Function('globalThis', pack(LOADER, GLUE, Buffer.from('English')))(scope);
  const engine = await scope.hearsayEngine();
  assert.equal(engine.engine, 'twin');
  /** @type {string[]} */
  const told = [];
  engine.onFailure((/** @type {Error} */ error) => told.push(error.message));
  assert.equal(engine.trap(), undefined);
  assert.deepEqual(told, ['unreachable']);
});
