/**
 * `node tools/bench.mjs`: measures what Hearsay has set itself, prints one table and writes it to `dist/bench.json`. What is to
 * be built for it, `./build.sh bench` builds. Figures against others are ratios of one run; others depend on the machine
 * and on what else it does.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { table } from './bench/figures.mjs';
import { english } from './engine/english.mjs';
import { EVERYWHERE, small } from './small.mjs';

const root = join(import.meta.dirname, '..');
const at = (/** @type {string} */ path) => join(root, path);
const folder = at('target/bench');
mkdirSync(folder, { recursive: true });

/** What a program prints, lines of JSON. @param {string} program @param {string[]} args @returns {any[]} */
function lines(program, args) {
  if (program.startsWith('/') && !existsSync(program)) return [{}];
  return execFileSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim().split('\n').map((line) => JSON.parse(line));
}

/** @param {string} what @param {string} program @param {string[]} args */
function measure(what, program, args) {
  console.log(`    ${what}`);
  return lines(program, args);
}

/** The seconds that the command line takes for as many articles as make some seconds. @param {string} input @param {number} jobs */
function annotate(input, jobs) {
  const began = performance.now();
  execFileSync(at('target/release/hearsay'), ['annotate', '--input', input, '--output', join(folder, 'reports.ndjson'), '--jobs', String(jobs)]);
  return (performance.now() - began) / 1000;
}

/** One job and two in turn, the middle of the ratios. */
function jobs() {
  console.log('    one job and two');
  const text = readFileSync(at('benches/inputs/story.txt'), 'utf8');
  const input = join(folder, 'articles.ndjson');
  writeFileSync(input, `${JSON.stringify({ text })}\n`.repeat(120));
  const pairs = Array.from({ length: 5 }, () => [annotate(input, 1), annotate(input, 2)]).sort((a, b) => a[0] / a[1] - b[0] / b[1]);
  const [one, two] = pairs[2];
  return { rate: ([...text].length * 120) / one / 1000, ratio: one / two };
}

/**
 * The native engine and the module where readers run it, in turn, since the machine is not always as fast: the middle of the ratios, of
 * the first articles and of those a hundred later, when the module has long been compiled.
 */
function against() {
  console.log('    the module against the native engine');
  const ratios = Array.from({ length: 5 }, () => {
    const [native] = lines(at('target/release/examples/native'), ['story']);
    const found = lines(process.execPath, ['tests/browser/bench/module.mjs']);
    return found.map(({ name, soon, later }) => ({ name, soon: soon / native.thousand, later: later / native.thousand }));
  });
  const middle = (/** @type {number[]} */ values) => values.sort((a, b) => a - b)[2];
  return ratios[0].map(({ name }, n) => ({ name, soon: middle(ratios.map((row) => row[n].soon)), later: middle(ratios.map((row) => row[n].later)) }));
}

const gzipped = (/** @type {string | Buffer} */ bytes) => gzipSync(bytes, { level: 9 }).length / 1000;
const read = (/** @type {string} */ path) => (existsSync(at(path)) ? readFileSync(at(path)) : undefined);
/** @param {Buffer | undefined} bytes */
const size = (bytes) => (bytes ? gzipped(bytes) : undefined);

const [native] = measure('the native engine', at('target/release/examples/native'), []);
const commandLine = jobs();
const engines = Object.fromEntries(measure('the engines for browsers', process.execPath, ['tools/bench/engines.mjs', 'wasm', 'twin']).map((row) => [row.kind, row]));
const moduleAgainstNative = against();
const [peers] = measure('harper-core', at('target/peers/release/peers'), []);
const [tab] = measure('a tab of Chromium', process.execPath, ['tests/browser/bench/tab.mjs']);
const [pages] = measure('the saved pages', process.execPath, ['tests/browser/bench/pages.mjs']);
const zips = existsSync(at('dist')) ? readdirSync(at('dist')).filter((name) => /^hearsay-.*-(?:chromium|firefox)\.zip$/.test(name)) : [];

/** @type {import('./bench/figures.mjs').Row[]} */
const rows = [
  { figure: 'gate on a page that is no article', value: tab.gate, unit: 'ms', most: 1 },
  { figure: 'gate, scripts on every page', value: EVERYWHERE.reduce((sum, name) => sum + Buffer.byteLength(small(name)), 0) / 1024, unit: 'KiB', most: 6 },
  { figure: 'engine ready to first marks, 1,000 words, module', value: tab.module.first, unit: 'ms', most: 120 },
  { figure: 'engine ready to first marks, 1,000 words, twin', value: tab.script.first, unit: 'ms', most: 900 },
  { figure: '  to all marks and badges, module', value: tab.module.all, unit: 'ms' },
  { figure: '  to all marks and badges, twin', value: tab.script.all, unit: 'ms' },
  { figure: '  from the page loaded, module', value: tab.wasm, unit: 'ms' },
  { figure: '  from the page loaded, twin', value: tab.twin, unit: 'ms' },
  { figure: `longest task on ${pages.pages ?? 'the'} saved pages, Chromium${pages.taskAt ? ` (${pages.taskAt})` : ''}`, value: pages.task, unit: 'ms', most: 50 },
  { figure: 'analysis, 1,000 words, native', value: native.thousand, unit: 'ms', most: 30 },
  { figure: 'analysis, 1,000 words, module', value: engines.wasm.median, unit: 'ms', most: 60 },
  ...moduleAgainstNative.flatMap(({ name, soon, later }) => [
    { figure: `analysis, module in ${name} against native`, value: soon, unit: 'times', most: 2 },
    { figure: '  a hundred articles later', value: later, unit: 'times' },
  ]),
  { figure: 'analysis, 1,000 words, twin', value: engines.twin.median, unit: 'ms' },
  { figure: 'one job', value: commandLine.rate, unit: 'thousand characters a second', least: 250 },
  { figure: 'two jobs against one', value: commandLine.ratio, unit: 'times', least: 1.8 },
  { figure: 'time a word, 100,000 words against 1,000', value: native.growth, unit: 'times', most: 1.3 },
  { figure: 'late paragraph, 5,000 words, native', value: native.late, unit: 'ms', most: 5 },
  { figure: 'paragraphs read again for it', value: native.again, unit: '', most: 0 },
  { figure: 'late paragraph, 5,000 words, all scripts in a page', value: tab.late, unit: 'ms' },
  { figure: 'memory added to a tab', value: tab.added / 1e6, unit: 'MB', most: 20 },
  { figure: 'memory left by 1,000 late paragraphs', value: tab.left / 1e6, unit: 'MB', most: 1 },
  { figure: 'module without the model and the lists, gzip', value: size(read('target/engine/wasm/engine_opt.wasm')), unit: 'KB', most: 400 },
  { figure: 'model and lists, gzip', value: gzipped(english()), unit: 'KB', most: 2000 },
  { figure: 'twin without the model and the lists, gzip', value: size(read('dist/chromium/engine.twin.js')), unit: 'KB', most: 500 },
  ...zips.map((name) => ({ figure: name.replace(/^hearsay-[\d.]+-(.*)\.zip$/, 'package for $1'), value: readFileSync(at(`dist/${name}`)).length / 1e6, unit: 'MB', most: 6 })),
  { figure: 'against harper-core, native', value: peers.ratio, unit: 'times', least: 10 },
  { figure: 'article found on the saved pages, F1', value: pages.ours, unit: '', least: pages.theirs },
  { figure: '  @mozilla/readability, F1', value: pages.theirs, unit: '' },
  { figure: 'article found, all pages', value: pages.oursTook, unit: 'ms', most: pages.theirsTook },
  { figure: '  @mozilla/readability, all pages', value: pages.theirsTook, unit: 'ms' },
];
const machine = { processor: cpus()[0]?.model, processors: cpus().length, load: loadavg()[0], node: process.version };
mkdirSync(at('dist'), { recursive: true });
writeFileSync(at('dist/bench.json'), `${JSON.stringify({ machine, rows }, undefined, 2)}\n`);
console.log(`${table(rows)}\n${machine.processors} × ${machine.processor}, load ${machine.load.toFixed(1)}; also in dist/bench.json`);
