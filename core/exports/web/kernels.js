// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

// The two inner loops, over one block of memory: in WebAssembly with SIMD, or in plain JavaScript where the browser has
// none. Addresses and distances ("...Row") are in bytes, counts in numbers of 4 bytes.
//
//   product(from, fromRow, rows, inner, weights, columns, to, toRow, factor, bias, low, high, kind)
//     to[r][c] = activation(factor[c] * sum over i of from[r][i] * weights[c / 8][i][c % 8] + bias[c])
//     rows and inner are multiples of 4, columns of 8.
//   depthwise(from, fromRow, step, size, stride, weights, to, factor, bias, low, high, kind)
//     maps with `step` bytes (a multiple of 16) a position and zeros around them; weights[c / 4][tap][c % 4].
//
// The activation is a clamp to low ... high (kind 0), the hard swish (1) or the hard sigmoid (2).

// ---- WebAssembly. ----

/// acc + a * b, with one rounding where the processor's instruction for it may be used.
const accumulate = (acc, a, b, fuse) =>
  [...a, ...b, ...(fuse ? [] : times), ...get(acc), ...(fuse ? multiplyAdd : plus), ...set(acc)];

/// What comes behind the sums, in vector locals; sums[i] has the factor and bias at 16 * (i % vectors) bytes.
function finish(sums, vectors, {factor, bias, low, high, kind, scratch}) {
  const at = (i) => 16 * (i % vectors);
  const each = (code) => sums.flatMap((sum, i) => [...code(sum, i), ...set(sum)]);
  const sixth = (sum) => [...get(sum), ...number(3), ...plus, ...number(0), ...larger, ...number(6), ...smaller,
    ...number(1 / 6), ...times];
  return [
    ...each((sum, i) => [...get(sum), ...get(factor), ...load(at(i)), ...times, ...get(bias), ...load(at(i)), ...plus]),
    ...get(kind), 0x45, ...choose(
      [...get(low), ...toAllLanes, ...set(scratch), ...each((sum) => [...get(sum), ...get(scratch), ...larger]),
        ...get(high), ...toAllLanes, ...set(scratch), ...each((sum) => [...get(sum), ...get(scratch), ...smaller])],
      [...get(kind), ...int(1), 0x46, ...choose(each((sum) => [...sixth(sum), ...get(sum), ...times]), each(sixth))])];
}

/// 4 rows and 8 columns at a time: 8 sums stay in registers.
function productFunction(fuse) {
  const [from, fromRow, rows, inner, weights, columns, to, toRow, factor, bias, low, high, kind] = Array(13).keys();
  const [row, left, out, weight, innerLeft] = [13, 14, 15, 16, 17], pointers = [18, 19, 20, 21];
  const sums = [22, 23, 24, 25, 26, 27, 28, 29], [first, second, value] = [30, 31, 32];
  const four = [0, 1, 2, 3];
  const term = (i) => [
    ...get(weight), ...load(32 * i), ...set(first), ...get(weight), ...load(32 * i + 16), ...set(second),
    ...four.flatMap((r) => [...get(pointers[r]), ...loadToAllLanes(4 * i), ...set(value),
      ...accumulate(sums[2 * r], get(value), get(first), fuse),
      ...accumulate(sums[2 * r + 1], get(value), get(second), fuse)])];
  const block = [
    ...get(weights), ...set(weight), ...get(inner), ...set(innerLeft),
    ...get(row), ...set(pointers[0]),
    ...[1, 2, 3].flatMap((r) => [...get(pointers[r - 1]), ...get(fromRow), ...add, ...set(pointers[r])]),
    ...sums.flatMap((sum) => [...number(0), ...set(sum)]),
    ...repeat(innerLeft, 4, [...four.flatMap(term), ...move(weight, int(128)),
      ...pointers.flatMap((pointer) => move(pointer, int(16)))]),
    ...move(row, [...get(fromRow), ...int(4), ...multiply]),
    ...finish(sums, 2, {factor, bias, low, high, kind, scratch: value}),
    ...four.flatMap((r) => [...get(out), ...get(sums[2 * r]), ...store(0), ...get(out), ...get(sums[2 * r + 1]),
      ...store(16), ...move(out, get(toRow))])];
  const body = repeat(columns, 8, [
    ...get(from), ...set(row), ...get(to), ...set(out), ...get(rows), ...set(left),
    ...repeat(left, 4, block),
    ...move(weights, [...get(inner), ...int(32), ...multiply]),
    ...[factor, bias, to].flatMap((pointer) => move(pointer, int(32)))]);
  return {name: "product", parameters: [...Array(10).fill(INT), FLOAT, FLOAT, INT],
    locals: [[9, INT], [11, VECTOR]], body};
}

/// 4 channels of one row at a time, whose weights stay in registers.
function depthwiseFunction(kernel, fuse) {
  const [from, fromRow, step, size, stride, weights, to, factor, bias, low, high, kind] = Array(12).keys();
  const [rowsLeft, channelsLeft, left, channel, out] = [12, 13, 14, 15, 16];
  const taps = [...Array(kernel * kernel).keys()], range = [...Array(kernel).keys()];
  const pointers = range.map((i) => 17 + i), offsets = range.map((i) => 17 + kernel + i);
  const [weight, factors, biases] = [0, 1, 2].map((i) => 17 + 2 * kernel + i);
  const kernels = taps.map((i) => 20 + 2 * kernel + i), sum = 20 + 2 * kernel + taps.length, scratch = sum + 1;
  const position = [
    ...number(0), ...set(sum),
    ...taps.flatMap((tap) => accumulate(sum, [...get(pointers[Math.floor(tap / kernel)]), ...get(offsets[tap % kernel]),
      ...add, ...load(0)], get(kernels[tap]), fuse)),
    ...finish([sum], 1, {factor: factors, bias: biases, low, high, kind, scratch}),
    ...get(out), ...get(sum), ...store(0), ...move(out, get(step)),
    ...pointers.flatMap((pointer) => move(pointer, [...get(step), ...get(stride), ...multiply]))];
  const row = [
    ...range.flatMap((i) =>
      [...get(i ? pointers[i - 1] : from), ...get(i ? fromRow : channel), ...add, ...set(pointers[i])]),
    ...get(to), ...get(channel), ...add, ...set(out), ...get(size), ...set(left),
    ...taps.flatMap((tap) => [...get(weight), ...load(16 * tap), ...set(kernels[tap])]),
    ...repeat(left, 1, position),
    ...move(weight, int(16 * taps.length)), ...[factors, biases, channel].flatMap((pointer) => move(pointer, int(16)))];
  const body = [
    ...range.flatMap((i) => [...get(step), ...int(i), ...multiply, ...set(offsets[i])]),
    ...get(size), ...set(rowsLeft),
    ...repeat(rowsLeft, 1, [
      ...get(weights), ...set(weight), ...get(factor), ...set(factors), ...get(bias), ...set(biases),
      ...int(0), ...set(channel), ...get(step), ...set(channelsLeft),
      ...repeat(channelsLeft, 16, row),
      ...move(from, [...get(fromRow), ...get(stride), ...multiply]),
      ...move(to, [...get(step), ...get(size), ...multiply])])];
  return {name: "depthwise" + kernel, parameters: [...Array(9).fill(INT), FLOAT, FLOAT, INT],
    locals: [[8 + 2 * kernel, INT], [taps.length + 2, VECTOR]], body};
}

/// Null where the browser has no SIMD, or doesn't let pages compile.
function wasmKernels(memory) {
  for (const fuse of [true, false]) {
    const bytes = assemble([productFunction(fuse), depthwiseFunction(3, fuse), depthwiseFunction(5, fuse)]);
    try {
      const {exports} = new WebAssembly.Instance(new WebAssembly.Module(bytes), {page: {memory}});
      return {...exports, name: fuse ? "WebAssembly SIMD, FMA" : "WebAssembly SIMD"};
    } catch (error) {
      if (!fuse) console.info("without WebAssembly: " + error.message);
    }
  }
  return null;
}

// ---- The same in plain JavaScript. ----

function activated(x, low, high, kind) {
  if (kind === 0) return Math.min(Math.max(x, low), high);
  const sixth = Math.min(Math.max(x + 3, 0), 6) / 6;
  return kind === 1 ? x * sixth : sixth;
}

function plainKernels(memory) {
  const f = new Float32Array(memory);
  const product = (from, fromRow, rows, inner, weights, columns, to, toRow, factor, bias, low, high, kind) => {
    for (let c = 0; c < columns; c += 8) {
      for (let r = 0; r < rows; ++r) {
        let a = (from + r * fromRow) >> 2, w = (weights >> 2) + c * inner;
        let s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        for (const end = a + inner; a < end; ++a, w += 8) {
          const x = f[a];
          s0 += x * f[w], s1 += x * f[w + 1], s2 += x * f[w + 2], s3 += x * f[w + 3];
          s4 += x * f[w + 4], s5 += x * f[w + 5], s6 += x * f[w + 6], s7 += x * f[w + 7];
        }
        const at = ((to + r * toRow) >> 2) + c, scale = (factor >> 2) + c, shift = (bias >> 2) + c;
        f[at] = s0, f[at + 1] = s1, f[at + 2] = s2, f[at + 3] = s3;
        f[at + 4] = s4, f[at + 5] = s5, f[at + 6] = s6, f[at + 7] = s7;
        for (let i = 0; i < 8; ++i) f[at + i] = activated(f[at + i] * f[scale + i] + f[shift + i], low, high, kind);
      }
    }
  };
  const depthwise = (kernel) => (from, fromRow, step, size, stride, weights, to, factor, bias, low, high, kind) => {
    const channels = step >> 2, row = fromRow >> 2, taps = kernel * kernel;
    for (let y = 0; y < size; ++y) {
      for (let x = 0; x < size; ++x) {
        const at = (from >> 2) + y * stride * row + x * stride * channels, out = (to >> 2) + (y * size + x) * channels;
        for (let c = 0; c < channels; ++c) {
          let sum = 0, w = (weights >> 2) + (c >> 2) * taps * 4 + (c & 3);
          for (let ty = 0; ty < kernel; ++ty)
            for (let tx = 0; tx < kernel; ++tx, w += 4) sum += f[at + ty * row + tx * channels + c] * f[w];
          f[out + c] = activated(sum * f[(factor >> 2) + c] + f[(bias >> 2) + c], low, high, kind);
        }
      }
    }
  };
  return {product, depthwise3: depthwise(3), depthwise5: depthwise(5), name: "JavaScript"};
}
