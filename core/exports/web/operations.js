// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

// What is no product of matrices. `f`: the memory as numbers; x, y: values as runtime.js places them.

/// What the kernel sees at `count` positions from `first` on, a row each.
function gatherPatches(f, scratch, inner, x, y, {stride, pads}, kernel, first, count) {
  for (let r = first; r < Math.min(first + count, y.rows); ++r) {
    let to = scratch + (r - first) * inner;
    const top = Math.floor(r / y.size) * stride - pads[0], left = (r % y.size) * stride - pads[1];
    for (let ty = top; ty < top + kernel; ++ty) {
      for (let tx = left; tx < left + kernel; ++tx) {
        const inside = ty >= 0 && ty < x.size && tx >= 0 && tx < x.size;
        const from = (x.at >> 2) + (ty * x.size + tx) * x.stride;
        for (let c = 0; c < x.stride; ++c) f[to++] = inside ? f[from + c] : 0;
      }
    }
    while (to < scratch + (r - first + 1) * inner) f[to++] = 0;
  }
}

function surroundByZeros(f, x, scratch, [top, left, bottom, right]) {
  const row = (x.size + left + right) * x.stride, width = x.size * x.stride;
  f.fill(0, scratch, scratch + top * row);
  let to = scratch + top * row, from = x.at >> 2;
  for (let y = 0; y < x.size; ++y, to += row, from += width) {
    f.fill(0, to, to + left * x.stride);
    f.copyWithin(to + left * x.stride, from, from + width);
    f.fill(0, to + left * x.stride + width, to + row);
  }
  f.fill(0, to, to + bottom * row);
}

function averagePool(f, x, y) {
  const sums = new Float64Array(x.stride);
  for (let r = 0, i = x.at >> 2; r < x.rows; ++r) for (let c = 0; c < x.stride; ++c) sums[c] += f[i++];
  for (let c = 0; c < x.stride; ++c) f[(y.at >> 2) + c] = sums[c] / x.rows;
}

function multiplyMaps(f, x, by, y) {
  for (let r = 0, i = x.at >> 2, o = y.at >> 2; r < x.rows; ++r)
    for (let c = 0, b = by.at >> 2; c < x.stride; ++c) f[o++] = f[i++] * f[b++];
}

function addMaps(f, a, b, y) {
  for (let n = a.rows * a.stride, i = a.at >> 2, j = b.at >> 2, o = y.at >> 2; n > 0; --n) f[o++] = f[i++] + f[j++];
}

function softmax(logits) {
  const largest = Math.max(...logits);
  const powers = Array.from(logits, (x) => Math.exp(x - largest)), sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((x) => x / sum);
}
