// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

// Assembles WebAssembly (2.0, with SIMD and relaxed SIMD): each function returns the bytes of instructions.

const INT = 0x7f, FLOAT = 0x7d, VECTOR = 0x7b;
const unsigned = (n) => (n < 128 ? [n] : [(n & 127) | 128, ...unsigned(n >>> 7)]);
const signed = (n) => (n >= -64 && n < 64 ? [n & 127] : [(n & 127) | 128, ...signed(n >> 7)]);
const get = (local) => [0x20, ...unsigned(local)];
const set = (local) => [0x21, ...unsigned(local)];
const int = (n) => [0x41, ...signed(n)];
const add = [0x6a], subtract = [0x6b], multiply = [0x6c];
const simd = (code, ...operands) => [0xfd, ...unsigned(code), ...operands];
const load = (offset) => simd(0x00, 2, ...unsigned(offset));
const loadToAllLanes = (offset) => simd(0x09, 2, ...unsigned(offset));
const store = (offset) => simd(0x0b, 2, ...unsigned(offset));
const toAllLanes = simd(0x13), plus = simd(0xe4), times = simd(0xe6), smaller = simd(0xea), larger = simd(0xeb);
const multiplyAdd = simd(0x105);
const number = (x) => [0x43, ...new Uint8Array(new Float32Array([x]).buffer), ...toAllLanes];
const move = (local, by) => [...get(local), ...by, ...add, ...set(local)];
const choose = (yes, no) => [0x04, 0x40, ...yes, 0x05, ...no, 0x0b];
/// Repeats `body` as long as `left`, which it makes smaller by `by`, is more than 0.
const repeat = (left, by, body) =>
  [0x03, 0x40, ...body, ...get(left), ...int(by), ...subtract, 0x22, ...unsigned(left), ...int(0), 0x4a, 0x0d, 0, 0x0b];

function section(id, entries) {
  const content = [...unsigned(entries.length), ...entries.flat()];
  return [id, ...unsigned(content.length), ...content];
}

const text = (name) => [name.length, ...new TextEncoder().encode(name)];

/// A module of functions {name, parameters, locals: [[count, type], ...], body} on an imported memory.
function assemble(functions) {
  const types = functions.map((f) => [0x60, ...unsigned(f.parameters.length), ...f.parameters, 0]);
  const codes = functions.map((f) => {
    const code = [f.locals.length, ...f.locals.flatMap(([count, type]) => [...unsigned(count), type]), ...f.body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...section(1, types),
    ...section(2, [[...text("page"), ...text("memory"), 2, 0, 1]]),
    ...section(3, functions.map((f, i) => [i])),
    ...section(7, functions.map((f, i) => [...text(f.name), 0, i])),
    ...section(10, codes)]);
}
