/*
 * The lines between the generated glue and the extension: tools/engine/pack.mjs puts this text around the glue, inside
 * one function. `ENGINE`, `load` and `wasm_bindgen` stand in the same function.
 *
 * A trap must not leave a broken engine running on somebody's page. Every export is called through a guard, also when
 * the browser calls back into the engine: the first exception that leaves the engine ends it, `failed` hears of it once,
 * and from then on the exports do nothing.
 */

/** @type {((error: unknown) => void) | undefined} set before the engine starts */
let failed;
let dead = false;
let depth = 0;

/**
 * @param {Record<string, any>} exports of the instance: functions, the memory, tables, globals
 * @returns {Record<string, any>}
 */
function guard(exports) {
  /** @type {Record<string, any>} */
  const guarded = {};
  for (const [name, value] of Object.entries(exports)) {
    if (typeof value !== 'function') {
      guarded[name] = value;
      continue;
    }
    guarded[name] = (/** @type {unknown[]} */ ...args) => {
      if (dead) return undefined;
      depth += 1;
      try {
        return value(...args);
      } catch (error) {
        // An import that calls back in stands between two exports: the outer one decides.
        if (depth > 1) throw error;
        dead = true;
        if (!failed) throw error;
        failed(error);
        return undefined;
      } finally {
        depth -= 1;
      }
    };
  }
  return guarded;
}

/** What a form or a document is, whatever it holds. In Node there are none. */
const form = globalThis.HTMLFormElement?.prototype;
const page = globalThis.HTMLDocument?.prototype;

/**
 * An object as its interface has it. A form answers with its field where that has the name of what it is asked for, and a document with
 * its picture: `<input name="id">` in a form around the page would be the form's id. Nothing is ever written to either.
 * @param {any} object
 */
// @ts-expect-error Called only by the glue.
function bare(object) {
  const of = Object.getPrototypeOf(object);
  return of === form || of === page ? new Proxy(object, { get: inherited }) : object;
}

/** @param {any} object @param {PropertyKey} name */
function inherited(object, name) {
  let of = object;
  let own;
  while (!own && (of = Object.getPrototypeOf(of))) own = Object.getOwnPropertyDescriptor(of, name);
  return own?.get ? own.get.call(object) : own?.value?.bind?.(object) ?? object[name];
}

/** What the glue sees under the name WebAssembly: the same for the module and for the twin. */
// @ts-expect-error Read only by the glue.
const WebAssembly = {
  /** Only ever asked whether something is one. */
  Module: Object,
  /** @this {{exports: Record<string, any>}} */
  Instance: function (/** @type {any} */ instantiate, /** @type {any} */ imports) {
    this.exports = guard(instantiate(imports));
  },
};
