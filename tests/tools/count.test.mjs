import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../tools/count/compare.mjs';

test('growth of instructions beyond five in a hundred is named, and so is a case without a kept count', () => {
  assert.deepEqual(compare({ a: 1000, b: 1000, c: 1000 }, { a: 1050, b: 1051, c: 10, d: 1 }).grown, ['b', 'd']);
});

test('every case has a row with its change', () => {
  const { rows } = compare({ a: 1_000_000 }, { a: 900_000, b: 5 });
  assert.match(rows[0], /^a .* 0\.90 million instructions +-10\.0 %$/);
  assert.match(rows[1], /^b .* new$/);
});
