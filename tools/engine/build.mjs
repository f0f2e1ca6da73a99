/**
 * `node tools/engine/build.mjs [--plain]`: Rust to `target/engine/`: the engine as a module and as its twin without
 * WebAssembly, packed for the extension and for standalone use. Steps whose inputs are unchanged are passed over.
 * `--plain` builds a third one for standalone use: the module without vectors, so that it can be measured.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { english, files } from './english.mjs';
import { language, pack, twinLoader, wasmLoader } from './pack.mjs';
import { once } from './once.mjs';
import { named, sorted } from './order.mjs';
import { twin } from './twin.mjs';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'target/engine');
const TARGET = 'wasm32-unknown-unknown';
/** Vectors of 128 bits, for the tagger. */
const VECTORS = '-Ctarget-feature=+simd128';
/** How much longer each function may become by one that it calls; 5 where all is made small. See docs/building.md. */
const JOINED = '-Cllvm-args=-inline-threshold=20';
/** What rustc uses for this target by default, and nothing beyond but vectors: see the table in docs/building.md. */
const FEATURES = [
  '--enable-bulk-memory', '--enable-bulk-memory-opt', '--enable-call-indirect-overlong', '--enable-multivalue',
  '--enable-mutable-globals', '--enable-nontrapping-float-to-int', '--enable-reference-types', '--enable-sign-ext',
];

/** @param {string} text */
const say = (text) => console.log(`    ${text}`);

/** What the programs of the packages do, and which version of them. */
const PACKAGES = join(root, 'package-lock.json');

/** @param {string} program @param {string[]} args @param {Record<string, string>} [env] */
function call(program, args, env = {}) {
  execFileSync(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
}

/** Source paths end up in the module (in messages of panics): they must be the same on every machine. */
function remapped() {
  const cargo = process.env.CARGO_HOME ?? join(homedir(), '.cargo');
  const sysroot = execFileSync('rustc', ['--print', 'sysroot'], { cwd: root, encoding: 'utf8' }).trim();
  const registry = join(cargo, 'registry/src');
  const crates = execFileSync('cargo', ['fetch', '--locked', '--quiet'], { cwd: root }) && readdirSync(registry).map((dir) => [join(registry, dir), 'crates']);
  return [[root, ''], [sysroot, 'rust'], ...crates].map(([from, to]) => `--remap-path-prefix=${from}=/${to}`);
}

/** @typedef {'wasm' | 'plain' | 'twin'} Kind */

/**
 * The engine travels with every installation, so all of it is made small but the loops of `kernel/`. The standard library is
 * built along with it, because what comes with the compiler was made fast and has a message for every panic; of a panic
 * nobody here sees more than that there was one (tools/engine/connect.js). `{:?}` writes nothing, which the suite `clippy` takes
 * care of: nothing in an engine may use it.
 */
const SMALL = ['-Zunstable-options', '-Cpanic=immediate-abort', '-Zlocation-detail=none', '-Zfmt-debug=none'];
const STANDARD = ['-Z', 'build-std=std,panic_abort', '-Z', 'build-std-features=optimize_for_size'];
/** The pinned compiler keeps these flags for nightly ones. */
const ENVIRONMENT = { RUSTC_BOOTSTRAP: '1', CARGO_PROFILE_RELEASE_OPT_LEVEL: 'z' };

/** @param {Kind} kind @param {string[]} flags */
function cargo(kind, flags) {
  const rustflags = [...remapped(), ...SMALL, ...flags].map((flag) => JSON.stringify(flag)).join(', ');
  call('cargo', [
    'build', '--locked', '--release', '--package', 'hearsay', '--lib', '--no-default-features', '--target', TARGET,
    '--target-dir', `target/${kind}`, '--config', `target.${TARGET}.rustflags=[${rustflags}]`, ...STANDARD,
  ], ENVIRONMENT);
  return join(root, `target/${kind}/${TARGET}/release/hearsay.wasm`);
}

/** @param {Kind} kind @param {string} module @returns {{glue: string, bytes: string}} paths */
function bindgen(kind, module) {
  const dir = join(out, kind);
  const glue = join(dir, 'engine.js');
  const bytes = join(dir, 'engine_bg.wasm');
  once(`bindgen-${kind}`, [module, join(root, 'Cargo.lock')], [glue, bytes], () => {
    call(join(root, 'target/release/bindgen'), [module, dir, 'engine']);
  });
  return { glue, bytes };
}

/** A function with one caller stays one: see docs/building.md. */
const APART = '--one-caller-inline-max-function-size=0';

/**
 * What terser does to the twin before esbuild shortens its names: values used once are put where they are used, branches become
 * expressions, expressions follow on each other, and what nobody uses goes. Nothing else of its, for that is shorter and yet longer once
 * it is packed: see docs/building.md.
 */
const REWRITTEN = ['--compress', 'defaults=false,collapse_vars,conditionals,if_return,sequences,unused'];

/** What the functions' order depends on. */
const ORDER = join(import.meta.dirname, 'order.mjs');

/** @param {string} name */
const binaryen = (name) => join(root, 'node_modules/binaryen/bin', name);

mkdirSync(out, { recursive: true });

say('wasm-bindgen');
call('cargo', ['build', '--locked', '--release', '-p', 'bindgen']);

/** @param {'wasm' | 'plain'} kind @param {string[]} flags @param {string[]} features @returns {{glue: string, small: string}} paths */
function compile(kind, flags, features) {
  const { glue, bytes } = bindgen(kind, cargo(kind, flags));
  const small = join(out, kind, 'engine_opt.wasm');
  const numbered = join(out, kind, 'engine_named.wasm');
  once(`wasm-opt-${kind}`, [bytes, import.meta.filename, ORDER, PACKAGES], [small], () => {
    say('wasm-opt');
    writeFileSync(numbered, named(readFileSync(bytes)));
    call('node', [
      binaryen('wasm-opt'), APART, '-O3', '--reorder-functions-by-name', '--low-memory-unused', '--strip-producers', ...features, numbered, '-o', small,
    ]);
  });
  return { glue, small };
}

say('the engine as a WebAssembly module');
const wasm = compile('wasm', [VECTORS, JOINED], [...FEATURES, '--enable-simd']);

say('the engine as its twin in JavaScript');
const mvp = bindgen('twin', cargo('twin', ['-Ctarget-cpu=mvp']));
const js = join(out, 'twin/engine_bg.js');
once('wasm2js', [mvp.bytes, import.meta.filename, PACKAGES], [js], () => {
  say('wasm2js');
  call('node', [binaryen('wasm2js'), APART, '-Os', '--mvp-features', mvp.bytes, '-o', js]);
});

const DEFLATE = join(root, 'target/release/deflate');
const parts = ['connect.js', 'english.mjs', 'order.mjs', 'pack.mjs', 'twin.mjs', 'build.mjs'].map((name) => join(import.meta.dirname, name));
const packed = ['engine.wasm.js', 'engine.twin.js', 'standalone.wasm.js', 'standalone.twin.js', 'english.js'].map((name) => join(out, name));
once('pack', [wasm.small, wasm.glue, js, mvp.glue, ...files(), ...parts, PACKAGES, DEFLATE], packed, () => {
  say('packing');
  const wasmText = [wasmLoader(readFileSync(wasm.small)), readFileSync(wasm.glue, 'utf8')];
  const { code: written, data } = twin(readFileSync(js, 'utf8'));
  const rewritten = execFileSync('node', [join(root, 'node_modules/terser/bin/terser'), ...REWRITTEN], { input: written, encoding: 'utf8', maxBuffer: 1 << 26 });
  const deflated = execFileSync(DEFLATE, { input: data });
  const minify = (/** @type {string} */ code) => transformSync(code, { minify: true, target: 'es2022', legalComments: 'none' }).code;
  const twinText = [twinLoader(sorted(minify(rewritten)), deflated), readFileSync(mvp.glue, 'utf8')];
  const file = english();
  writeFileSync(packed[0], pack(wasmText[0], wasmText[1]));
  writeFileSync(packed[1], minify(pack(twinText[0], twinText[1])));
  writeFileSync(packed[2], pack(wasmText[0], wasmText[1], file));
  writeFileSync(packed[3], minify(pack(twinText[0], twinText[1], file)));
  writeFileSync(packed[4], language(file));
});

if (process.argv.includes('--plain')) {
  say('the module without vectors');
  const plain = compile('plain', [JOINED], FEATURES);
  writeFileSync(join(out, 'standalone.plain.js'), pack(wasmLoader(readFileSync(plain.small)), readFileSync(plain.glue, 'utf8'), english()));
}
