/**
 * `node tools/count.mjs [--update WHY]`: the instructions that the engine takes for fixed articles, counted by valgrind and
 * held against `benches/instructions.json`. Unlike times they are the same on a busy machine. `--update` writes what was
 * counted, with the reason; without it, a growth beyond `TOLERANCE` fails.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, TOLERANCE } from './count/compare.mjs';

const root = join(import.meta.dirname, '..');
const kept = join(root, 'benches/instructions.json');
const CASES = ['load', 'story', 'without quotation marks', 'late paragraph'];

if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.log(`not counted: the counts are those of x86-64 Linux, and this is ${process.arch} ${process.platform}`);
  process.exit(0);
}

execFileSync('cargo', ['build', '--locked', '--release', '--example', 'counted'], { cwd: root, stdio: 'inherit' });
const folder = join(root, 'target/count');
mkdirSync(folder, { recursive: true });

/** @param {string} name */
function count(name) {
  const out = join(folder, `${name.replaceAll(' ', '-')}.out`);
  execFileSync('valgrind', [
    '--tool=callgrind', `--callgrind-out-file=${out}`, '--collect-atstart=no', '--toggle-collect=*counted::counted*', '--error-exitcode=3',
    join(root, 'target/release/examples/counted'), name,
  ], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const counted = Number(/^(?:totals|summary): (\d+)/m.exec(readFileSync(out, 'utf8'))?.[1]);
  if (!(counted > 0)) throw new Error(`nothing was counted of "${name}": the function counted() was not met`);
  return counted;
}

const now = Object.fromEntries(CASES.map((name) => [name, count(name)]));
const [flag, why] = process.argv.slice(2);
if (flag === '--update') {
  if (!why) throw new Error('--update needs the reason, in quotation marks');
  writeFileSync(kept, `${JSON.stringify({ why, instructions: now }, undefined, 2)}\n`);
}
const { rows, grown } = compare(JSON.parse(readFileSync(kept, 'utf8')).instructions, now);
console.log(rows.join('\n'));
if (grown.length > 0) {
  console.error(`more than ${TOLERANCE * 100} % more instructions than kept: ${grown.join(', ')}. Where that is the price of something good: ./build.sh count --update "WHY"`);
  process.exit(1);
}
