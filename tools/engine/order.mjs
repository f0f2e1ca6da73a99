/**
 * An order for the functions of an engine. What a browser loads is packed by gzip or its like, which looks back on 32 KB only: a function is
 * short beside those that it resembles. Of what runs nothing changes, for a function is called by its name or its number, wherever it stands.
 */

/** What gzip looks back on, and a little less, for it looks from within a function. */
const WINDOW = 30_000;
/** What more functions than so many have in common says little about any of them. */
const COMMON = 60;

/**
 * Which runs of bytes each function shares with others, as numbers.
 * @param {Uint8Array[]} functions @param {number} length of a run
 */
function shared(functions, length) {
  /** @type {Map<number, number[]>} in which functions a run stands, by its hash */
  const places = new Map();
  for (const [at, bytes] of functions.entries()) {
    for (let start = 0; start + length <= bytes.length; start += 1) {
      let hash = 0;
      for (let i = start; i < start + length; i += 1) hash = Math.imul(hash, 0x01000193) ^ bytes[i];
      const those = places.get(hash);
      if (!those) places.set(hash, [at]);
      else if (those.at(-1) !== at) those.push(at);
    }
  }
  const runs = [...places.values()].filter((those) => those.length > 1 && those.length <= COMMON);
  /** @type {number[][]} */
  const own = functions.map(() => []);
  for (const [run, those] of runs.entries()) for (const at of those) own[at].push(run);
  return { runs, own };
}

/**
 * From the first function on, always the one that has the most in common, for its length, with those that gzip still sees.
 * @param {Uint8Array[]} functions @param {number} length how many bytes make a likeness
 * @returns {number[]} their numbers in the new order
 */
export function alike(functions, length) {
  const { runs, own } = shared(functions, length);
  const seen = new Uint16Array(runs.length);
  const common = new Uint32Array(functions.length);
  const left = new Set(functions.keys());
  /** @type {number[]} */
  const order = [];
  let [oldest, width] = [0, 0];
  for (let next = 0; left.size > 0;) {
    left.delete(next);
    order.push(next);
    for (const run of own[next]) {
      seen[run] += 1;
      if (seen[run] === 1) for (const at of runs[run]) common[at] += 1;
    }
    for (width += functions[next].length; width > WINDOW && oldest < order.length - 1; oldest += 1) {
      const gone = order[oldest];
      width -= functions[gone].length;
      for (const run of own[gone]) {
        seen[run] -= 1;
        if (seen[run] === 0) for (const at of runs[run]) common[at] -= 1;
      }
    }
    let most = -1;
    for (const at of left) {
      // Not quite by the byte: otherwise the shortest come first, and the long ones among what they do not resemble. By square roots, which
      // are the same on every machine.
      const likeness = common[at] / Math.sqrt(functions[at].length * Math.sqrt(functions[at].length));
      if (likeness > most) [next, most] = [at, likeness];
    }
  }
  return order;
}

/**
 * The twin with its functions in their order. A script may call what it declares further below.
 * @param {string} script without spaces, in which the functions stand in a row
 */
export function sorted(script) {
  const start = script.indexOf('function ', script.indexOf('Math.imul'));
  /** @type {string[]} */
  const texts = [];
  let end = start;
  while (script.startsWith('function ', end)) {
    const from = end;
    let depth = 0;
    do {
      end = 1 + Math.min(...['{', '}'].map((brace) => script.indexOf(brace, end)).filter((at) => at >= 0));
      depth += script[end - 1] === '{' ? 1 : -1;
    } while (depth > 0);
    texts.push(script.slice(from, end));
  }
  const order = alike(texts.map((text) => Buffer.from(text)), 8);
  return script.slice(0, start) + order.map((at) => texts[at]).join('') + script.slice(end);
}

/** A number in LEB128, and where it ends. @param {Buffer} bytes @param {number} at @returns {[number, number]} */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at];
    at += 1;
    value |= (byte & 127) << shift;
    if (byte < 128) return [value, at];
  }
}

/** @param {number} value @returns {number[]} */
const leb = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)]);
/** @param {number[] | Buffer} bytes */
const counted = (bytes) => Buffer.from([...leb(bytes.length), ...bytes]);

/** The parts of a module. @param {Buffer} module */
function sections(module) {
  const all = [];
  for (let at = 8; at < module.length;) {
    const [length, start] = number(module, at + 1);
    all.push({ kind: module[at], content: module.subarray(start, start + length), whole: module.subarray(at, start + length) });
    at = start + length;
  }
  return all;
}

/** The functions in the part that holds them. @param {Buffer} code */
function bodies(code) {
  let [count, at] = number(code, 0);
  return Array.from({ length: count }, () => {
    const [length, start] = number(code, at);
    at = start + length;
    return code.subarray(start, at);
  });
}

/** The kinds of parts that matter here. */
const [CUSTOM, CODE] = [0, 10];

/**
 * The module with names for its functions, in place of those that it has, by which they sort into their order: `wasm-opt
 * --reorder-functions-by-name` does the rest.
 * @param {Buffer} module
 */
export function named(module) {
  const parts = sections(module);
  const name = counted(Buffer.from('name'));
  const kept = parts.filter(({ kind, content }) => kind !== CUSTOM || !content.subarray(0, name.length).equals(name));
  const imported = WebAssembly.Module.imports(new WebAssembly.Module(new Uint8Array(module))).filter(({ kind }) => kind === 'function').length;
  const order = alike(bodies(parts.find(({ kind }) => kind === CODE)?.content ?? Buffer.of(0)), 6);
  const places = new Map(order.map((at, place) => [at, String(place).padStart(6, '0')]));
  const entries = [...order.keys()].flatMap((at) => [...leb(imported + at), ...counted(Buffer.from(places.get(at) ?? ''))]);
  const ofFunctions = [1, ...counted([...leb(order.length), ...entries])];
  return Buffer.concat([module.subarray(0, 8), ...kept.map(({ whole }) => whole), Buffer.of(CUSTOM), counted([...name, ...ofFunctions])]);
}
