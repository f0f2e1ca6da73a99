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

/**
 * @param {string} source as wasm2js wrote it
 * @returns {string} a script that defines `instantiateTwin(imports)`, which gives the exports
 */
export function twin(source) {
  const imported = source.match(/^import \* as \S+ from '([^']+)';\s*$/gm) ?? [];
  const end = source.indexOf('\nvar retasmFunc = asmFunc(');
  if (imported.length > 1 || end < 0) throw new Error('wasm2js wrote something else than expected: see tools/engine/twin.mjs');
  let body = source.slice(0, end).replace(imported[0] ?? '', '');
  if (!GROW.test(body)) throw new Error('wasm2js writes memory.grow in another way than expected: see tools/engine/twin.mjs');
  body = body.replace(GROW, () => GROW_WITH_CARE);
  return `function instantiateTwin(imports) {\n${body}\nreturn asmFunc(imports);\n}\n`;
}
