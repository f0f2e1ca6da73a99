/** Functions change their places, and nothing else: neither which there are nor what they do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import binaryen from 'binaryen';
import { alike, named, sorted } from '../../tools/engine/order.mjs';

/** @param {string} text */
const bytes = (text) => Buffer.from(text);

test('what is alike stands together, and everything once', () => {
  const functions = ['the harbour is closed', 'twelve pilots', 'the harbour is open', 'twelve pilots waited', 'nothing'].map(bytes);
  const order = alike(functions, 6);
  assert.deepEqual([...order].sort(), [0, 1, 2, 3, 4]);
  assert.equal(order[0], 0);
  assert.equal(order[1], 2);
  assert.equal(Math.abs(order.indexOf(1) - order.indexOf(3)), 1);
});

test('a script does the same with its functions in another order', () => {
  const script = 'var m=Math.imul;function a(){return m(b(),3)}function b(){{return 14}}function c(){return m(b(),5)}return[a(),b(),c()]';
  const other = sorted(script);
  assert.notEqual(other, script);
  assert.deepEqual(new Function(other)(), [42, 14, 70]);
});

test('names stand for all functions but imported ones, in place of those that were there', () => {
  const module = binaryen.parseText(`(module
    (import "host" "seven" (func $seven (result i32)))
    (func $first (export "first") (result i32) (call $seven))
    (func $second (export "second") (result i32) (i32.const 9)))`);
  binaryen.setDebugInfo(true);
  const renamed = binaryen.readBinary(named(Buffer.from(module.emitBinary())));
  module.dispose();
  const names = Array.from({ length: renamed.getNumFunctions() }, (_, at) => binaryen.getFunctionInfo(renamed.getFunctionByIndex(at)).name);
  renamed.dispose();
  assert.deepEqual(names.filter((name) => /^\d+$/.test(name)).sort(), ['000000', '000001']);
  assert.ok(!names.includes('first') && !names.includes('$first'), names.join());
});
