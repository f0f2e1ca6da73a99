import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stamps = join(import.meta.dirname, '../../target/engine/stamps');

/**
 * Does a step unless its outputs stand and its inputs have the bytes that they had when it was done.
 * @param {string} name of the step
 * @param {string[]} inputs
 * @param {string[]} outputs
 * @param {() => void} step
 */
export function once(name, inputs, outputs, step) {
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(readFileSync(input)).update('\0');
  const stamp = hash.digest('hex');
  const file = join(stamps, name);
  if (outputs.every(existsSync) && existsSync(file) && readFileSync(file, 'utf8') === stamp) return;
  step();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(file, stamp);
}
