import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holds, table } from '../../tools/bench/figures.mjs';

test('a figure holds within its bounds, and one that was not measured does neither', () => {
  const row = { figure: 'late paragraph', unit: 'ms' };
  assert.equal(holds({ ...row, value: 5, most: 5 }), true);
  assert.equal(holds({ ...row, value: 5.1, most: 5 }), false);
  assert.equal(holds({ ...row, value: 9, least: 10 }), false);
  assert.equal(holds({ ...row, value: undefined, most: 5 }), undefined);
});

test('the table names what was missed and what was not measured', () => {
  const lines = table([
    { figure: 'gate', value: 1234.5, unit: 'ms', most: 1 }, { figure: 'rate', value: 2, unit: 'times', least: 1.8 }, { figure: 'pages', value: undefined, unit: 'ms', most: 1 },
  ]).split('\n');
  assert.match(lines[0], /^gate +1,235 ms +≤ 1 +MISSED$/);
  assert.match(lines[1], /^rate +2 times +≥ 1\.8 +holds$/);
  assert.match(lines[2], /^pages +not measured +≤ 1$/);
});
