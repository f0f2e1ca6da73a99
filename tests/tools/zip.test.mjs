import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { zip } from '../../tools/zip.mjs';

const files = [{ name: 'b/ä.txt', bytes: Buffer.from('second') }, { name: 'a.txt', bytes: Buffer.from('first '.repeat(50)) }];

test('the order of the files does not matter', () => {
  assert.deepEqual(zip(files), zip([...files].reverse()));
});

test('names and contents come back, sorted', () => {
  const bytes = zip(files);
  const found = [];
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const packed = bytes.readUInt32LE(at + 18);
    const name = bytes.readUInt16LE(at + 26);
    const start = at + 30 + name + bytes.readUInt16LE(at + 28);
    found.push([bytes.toString('utf8', at + 30, at + 30 + name), inflateRawSync(bytes.subarray(start, start + packed)).toString()]);
    at = start + packed;
  }
  assert.deepEqual(found, [['a.txt', 'first '.repeat(50)], ['b/ä.txt', 'second']]);
});
