/**
 * The engine without WebAssembly: the text that binaryen's wasm2js wrote, made into one function with a memory that
 * behaves as WebAssembly's does.
 */

/** What wasm2js writes for `memory.grow`, and what must stand there instead. */
const GROW = /function __wasm_memory_size\(\) \{[^]*?\n \}\s*function __wasm_memory_grow\(pagesToAdd\) \{[^]*?\n \}\n/;

/**
 * - A grown memory detaches its old buffer, as WebAssembly's does: wasm-bindgen takes a length of 0 as the sign that its
 *   cached views are stale. Without it results are silently wrong.
 * - The buffer at least doubles when it moves. Rust asks for single pages, and a copy for each would cost the square.
 */
const GROW_WITH_CARE = `var pages = buffer.byteLength >>> 16;
 function __wasm_memory_size() {
  return pages;
 }

 function __wasm_memory_grow(pagesToAdd) {
  pagesToAdd = pagesToAdd >>> 0;
  var oldPages = pages;
  var newPages = oldPages + pagesToAdd;
  // 1 GiB: far beyond any page, well under what a typed array can address everywhere.
  if (newPages > 16384) return -1;
  pages = newPages;
  if ((newPages << 16) <= buffer.byteLength) return oldPages;
  var old = buffer;
  buffer = new ArrayBuffer(Math.min(Math.max(newPages, oldPages * 2), 16384) * 65536);
  HEAPU8 = new Uint8Array(buffer);
  HEAPU8.set(new Uint8Array(old));
  HEAP8 = new Int8Array(buffer);
  HEAP16 = new Int16Array(buffer);
  HEAP32 = new Int32Array(buffer);
  HEAPU16 = new Uint16Array(buffer);
  HEAPU32 = new Uint32Array(buffer);
  HEAPF32 = new Float32Array(buffer);
  HEAPF64 = new Float64Array(buffer);
  bufferView = HEAPU8;
  structuredClone(old, { transfer: [old] });
  return oldPages;
 }
`;

/** What wasm2js writes for the module's data: pieces in base64, each with its place. */
const DECODE = /  var base64ReverseLookup = [^]*?\n  function base64DecodeToExistingUint8Array\([^]*?\n  \}\n/;
const SEGMENTS = /^( *)base64DecodeToExistingUint8Array\(bufferView, (\d+), "([^"]*)"\);\n/gm;

/**
 * The data as one piece, from the first byte on that is not zero: numbers and words hardly get smaller once they are base64.
 * @param {string} body @returns {{body: string, data: Buffer}}
 */
function apart(body) {
  const pieces = [...body.matchAll(SEGMENTS)].map(([, , at, text]) => ({ at: Number(at), bytes: Buffer.from(text, 'base64') }));
  if (pieces.length === 0) return { body, data: Buffer.alloc(0) };
  const start = Math.min(...pieces.map(({ at }) => at));
  const data = Buffer.alloc(Math.max(...pieces.map(({ at, bytes }) => at + bytes.length)) - start);
  for (const { at, bytes } of pieces) bytes.copy(data, at - start);
  let first = true;
  const put = body.replace(SEGMENTS, (/** @type {string} */ _, /** @type {string} */ indent) => {
    const once = first ? `${indent}bufferView.set(data, ${start});\n` : '';
    first = false;
    return once;
  });
  return { body: put.replace(DECODE, ''), data };
}

/**
 * @param {string} source as wasm2js wrote it
 * @returns {{code: string, data: Buffer}} a script that defines `instantiateTwin(imports, data)`, which gives the exports
 */
export function twin(source) {
  const imported = source.match(/^import \* as \S+ from '([^']+)';\s*$/gm) ?? [];
  const end = source.indexOf('\nvar retasmFunc = asmFunc(');
  if (imported.length > 1 || end < 0) throw new Error('wasm2js wrote something else than expected: see tools/engine/twin.mjs');
  const { body, data } = apart(source.slice(0, end).replace(imported[0] ?? '', ''));
  if (!GROW.test(body)) throw new Error('wasm2js writes memory.grow in another way than expected: see tools/engine/twin.mjs');
  if (body.includes('base64')) throw new Error('wasm2js writes data in another way than expected: see tools/engine/twin.mjs');
  const code = body.replace(GROW, () => GROW_WITH_CARE);
  return { code: `function instantiateTwin(imports, data) {\n${code}\nreturn asmFunc(imports);\n}\n`, data };
}
