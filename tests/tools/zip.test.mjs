import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzip, zip } from '../../tools/zip.mjs';

const files = [{ name: 'b/ä.txt', bytes: Buffer.from('second') }, { name: 'a.txt', bytes: Buffer.from('first '.repeat(50)) }];

test('the order of the files does not matter', () => {
  assert.deepEqual(zip(files), zip([...files].reverse()));
});

test('names and contents come back, sorted', () => {
  assert.deepEqual(unzip(zip(files)), [files[1], files[0]]);
});
