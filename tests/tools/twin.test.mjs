import assert from 'node:assert/strict';
import { test } from 'node:test';
import binaryen from 'binaryen';
import { twin } from '../../tools/engine/twin.mjs';

/** A module with a memory, as wasm2js writes it. @param {string} wat */
function instantiate(wat) {
  const module = binaryen.parseText(wat);
  const source = module.emitAsmjs();
  module.dispose();
  const { code, data } = twin(source);
  return new Function('data', `${code}; return instantiateTwin({}, data);`)(data);
}

const GROWING = `(module
  (memory (export "memory") 1 200)
  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
  (func (export "size") (result i32) (memory.size))
  (func (export "put") (param i32 i32) (i32.store (local.get 0) (local.get 1)))
  (func (export "get") (param i32) (result i32) (i32.load (local.get 0))))`;

test('a memory that moves detaches the old buffer and keeps what it held', () => {
  const exports = instantiate(GROWING);
  exports.put(65532, 7);
  const before = exports.memory.buffer;
  assert.equal(exports.grow(1), 1);
  assert.equal(exports.size(), 2);
  assert.equal(before.byteLength, 0);
  assert.equal(exports.get(65532), 7);
  exports.put(131068, 9);
  assert.equal(new DataView(exports.memory.buffer).getInt32(131068, true), 9);
});

test('pages that were reserved by doubling are given out without moving', () => {
  const exports = instantiate(GROWING);
  assert.equal(exports.grow(2), 1);
  assert.equal(exports.grow(3), 3);
  const buffer = exports.memory.buffer;
  assert.equal(buffer.byteLength, 6 * 65536);
  assert.equal(exports.grow(2), 6);
  assert.equal(exports.memory.buffer.byteLength, 12 * 65536);
  const reserved = exports.memory.buffer;
  assert.equal(exports.grow(4), 8);
  assert.equal(exports.memory.buffer, reserved);
  assert.equal(exports.size(), 12);
});

test('data stand where they belong, with what is zero between them', () => {
  const exports = instantiate(GROWING.replace(/\)$/, `(data (i32.const 8) "ab") (data (i32.const 4096) "${'c'.repeat(99)}") (data (i32.const 65532) "\\ff\\00\\00\\80"))`));
  const bytes = Buffer.from(exports.memory.buffer);
  assert.equal(bytes.subarray(0, 12).toString('latin1'), '\0'.repeat(8) + 'ab\0\0');
  assert.equal(bytes.subarray(4095, 4196).toString('latin1'), `\0${'c'.repeat(99)}\0`);
  assert.equal(exports.get(65532), 0x800000ff | 0);
  assert.equal(bytes.filter((byte) => byte !== 0).length, 103);
});

test('a memory beyond reason is refused', () => {
  const exports = instantiate(GROWING);
  assert.equal(exports.grow(0x7fff), -1);
  assert.equal(exports.grow(-1), -1);
  assert.equal(exports.size(), 1);
});

test('a text that is not as expected is refused, not guessed at', () => {
  assert.throws(() => twin('var a = 1;'), /something else than expected/);
  assert.throws(() => twin('function asmFunc() {}\nvar retasmFunc = asmFunc({});'), /memory\.grow/);
});
