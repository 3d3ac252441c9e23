// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

// Computes the page's network. Maps lie in one block of memory as rows of positions, each with its channels
// side by side, made up to a multiple of 8 by channels that no weight reads (an image keeps its own number); rows are
// made up to a multiple of 4. A value's memory is used again behind the last node that reads it.

const upTo = (n, multiple) => Math.ceil(n / multiple) * multiple;

/// Gives out addresses, and takes blocks back to give them out again.
class Arena {
  bytes = 0;
  #free = [];
  takeNew(numbers) {
    const at = this.bytes, bytes = upTo(numbers * 4, 64);
    this.bytes += bytes;
    return {at, bytes};
  }
  take(numbers) {
    const fits = this.#free.filter((block) => block.bytes >= numbers * 4).sort((a, b) => a.bytes - b.bytes)[0];
    return fits ? this.#free.splice(this.#free.indexOf(fits), 1)[0] : this.takeNew(numbers);
  }
  give(block) {
    this.#free.push(block);
  }
}

class Runtime {
  #arena = new Arena();
  #later = [];  // what is put into the memory once its size is known
  #packed = new Map();
  #steps = [];

  constructor(network, constants, plain = false) {
    this.network = network;
    this.constants = constants;
    this.values = [];
    this.groups = groupsOf(network);
    const width = Math.max(...network.values.map((value) => upTo(value.channels, 8)));
    this.ones = this.#put(new Float32Array(width).fill(1));
    this.zeros = this.#put(new Float32Array(width));
    this.scratch = this.#arena.take(this.#scratchNumbers()).at;
    this.#plan();
    const pages = Math.ceil(this.#arena.bytes / 65536);
    const hasWasm = !plain && typeof WebAssembly === "object";
    const memory = hasWasm ? new WebAssembly.Memory({initial: pages, maximum: pages}) : null;
    this.kernels = memory && wasmKernels(memory);
    const buffer = this.kernels ? memory.buffer : new ArrayBuffer(pages * 65536);
    this.kernels ??= plainKernels(buffer);
    this.f = new Float32Array(buffer);
    for (const {at, numbers} of this.#later) this.f.set(numbers, at >> 2);
    this.#later = [];
    this.constants = null;
  }

  /// `images`: per task its normalized image, CHW; of tasks with one input in common the first one's is taken. Returns
  /// {outputs: per task, times: milliseconds per task, shared: milliseconds of what several tasks need}.
  run(images) {
    const {tasks} = this.network;
    tasks.forEach((task, t) => {
      if (tasks.findIndex((other) => other.input === task.input) === t) this.#setInput(task.input, images[t]);
    });
    const times = tasks.map(() => 0);
    let shared = 0, start = performance.now();
    this.#steps.forEach((step, i) => {
      step();
      if (this.groups[i] === this.groups[i + 1]) return;
      const end = performance.now();
      if (this.groups[i] < 0) shared += end - start; else times[this.groups[i]] += end - start;
      start = end;
    });
    const outputs = tasks.map(({output}) => {
      const {at, channels} = this.values[output];
      return this.f.slice(at >> 2, (at >> 2) + channels);
    });
    return {outputs, times, shared};
  }

  #put(numbers) {
    const {at} = this.#arena.takeNew(numbers.length);
    this.#later.push({at, numbers});
    return at;
  }

  #takeValue(index, isInput) {
    const {channels, size} = this.network.values[index];
    const stride = isInput ? channels : upTo(channels, 8), rows = size * size || 1;
    const block = this.#arena.take(upTo(rows, 4) * stride);
    this.values[index] = {at: block.at, block, channels, stride, rows, size};
  }

  #plan() {
    const {nodes, tasks} = this.network;
    const last = new Map(nodes.flatMap((node, i) => node.inputs.map((input) => [input, i])));
    for (const {input} of tasks) if (!this.values[input]) this.#takeValue(input, true);
    for (const {output} of tasks) last.set(output, nodes.length);
    nodes.forEach((node, i) => {
      this.#takeValue(node.output, false);
      this.#steps.push(this.#step(node));
      for (const input of new Set(node.inputs)) if (last.get(input) === i) this.#arena.give(this.values[input].block);
    });
  }

  /// The largest map with zeros around it, or the patches of as many positions as are multiplied at a time.
  #scratchNumbers() {
    const {nodes, values, constants} = this.network;
    return Math.max(1, ...nodes.map((node) => {
      const x = values[node.inputs[0]], side = x.size + node.pads[0] + node.pads[2];
      if (node.op === "depthwise") return side * side * upTo(x.channels, 8);
      if (node.op !== "convolution") return 1;
      const inner = constants[node.weight].shape[2] ** 2 * upTo(x.channels, 8);
      return blockNumbers + 4 * inner;
    }));
  }

  #setInput(index, image) {
    const {at, channels, rows} = this.values[index];
    if (image?.length !== channels * rows) throw new Error(`an image of ${channels * rows} numbers expected`);
    for (let c = 0, i = at >> 2; c < channels; ++c, ++i)
      for (let p = 0; p < rows; ++p) this.f[i + p * channels] = image[c * rows + p];
  }

  #step(node) {
    const [x, second] = node.inputs.map((input) => this.values[input]), y = this.values[node.output];
    switch (node.op) {
      case "convolution": return this.#convolution(node, x, y);
      case "depthwise": return this.#depthwise(node, x, y);
      case "linear": {
        const weights = this.#matrix(node.weight, 1, x, y, x.stride), rest = this.#rest(node, y);
        return () =>
          this.kernels.product(x.at, x.stride * 4, 4, x.stride, weights, y.stride, y.at, y.stride * 4, ...rest);
      }
      case "pool": return () => averagePool(this.f, x, y);
      case "multiply": return () => multiplyMaps(this.f, x, second, y);
      case "add": return () => addMaps(this.f, x, second, y);
      case "softmax": return () => this.f.set(softmax(this.f.subarray(x.at >> 2, (x.at >> 2) + x.channels)), y.at >> 2);
    }
    throw new Error("unknown operation " + node.op);
  }

  /// Factor, bias and activation as the kernels take them.
  #rest(node, y) {
    const vector = (index, otherwise) => {
      if (index < 0) return otherwise;
      const key = `${index} vector`;
      if (!this.#packed.has(key)) {
        const numbers = new Float32Array(y.stride);
        numbers.set(this.constants[index]);
        this.#packed.set(key, this.#put(numbers));
      }
      return this.#packed.get(key);
    };
    const limits = {none: [-Infinity, Infinity, 0], relu: [0, Infinity, 0], relu6: [0, 6, 0], "hard-swish": [0, 0, 1],
      "hard-sigmoid": [0, 0, 2]}[node.activation];
    return [vector(node.factor, this.ones), vector(node.bias, this.zeros), ...limits];
  }

  /// Weights [out,in,taps] as product() takes them, the inner index being tap * stride of x + input channel.
  #matrix(constant, taps, x, y, inner) {
    const key = `${constant} ${inner}`;
    if (this.#packed.has(key)) return this.#packed.get(key);
    const weights = this.constants[constant], packed = new Float32Array(inner * y.stride);
    for (let o = 0, w = 0; o < y.channels; ++o)
      for (let c = 0; c < x.channels; ++c)
        for (let tap = 0; tap < taps; ++tap, ++w)
          packed[((o >> 3) * inner + tap * x.stride + c) * 8 + (o & 7)] = weights[w];
    this.#packed.set(key, this.#put(packed));
    return this.#packed.get(key);
  }

  #convolution(node, x, y) {
    const kernel = this.network.constants[node.weight].shape[2];
    const direct = kernel === 1 && node.stride === 1 && !node.pads.some((pad) => pad) && x.stride % 4 === 0;
    const inner = upTo(kernel * kernel * x.stride, 4), block = blockRows(inner), rows = upTo(y.rows, 4);
    const weights = this.#matrix(node.weight, kernel * kernel, x, y, inner), rest = this.#rest(node, y);
    return () => {
      for (let r = 0; r < rows; r += block) {
        const count = Math.min(block, rows - r);
        if (!direct) gatherPatches(this.f, this.scratch >> 2, inner, x, y, node, kernel, r, count);
        this.kernels.product(direct ? x.at + r * inner * 4 : this.scratch, inner * 4, count, inner, weights, y.stride,
          y.at + r * y.stride * 4, y.stride * 4, ...rest);
      }
    };
  }

  #depthwise(node, x, y) {
    const kernel = this.network.constants[node.weight].shape[2], taps = kernel * kernel;
    const weights = this.constants[node.weight], packed = new Float32Array(taps * x.stride);
    for (let c = 0, w = 0; c < x.channels; ++c)
      for (let tap = 0; tap < taps; ++tap, ++w) packed[((c >> 2) * taps + tap) * 4 + (c & 3)] = weights[w];
    const at = this.#put(packed), rest = this.#rest(node, y), side = x.size + node.pads[1] + node.pads[3];
    return () => {
      surroundByZeros(this.f, x, this.scratch >> 2, node.pads);
      this.kernels["depthwise" + kernel](this.scratch, side * x.stride * 4, x.stride * 4, y.size, node.stride, at, y.at,
        ...rest);
    };
  }
}

/// How many rows of so many numbers are multiplied at a time: they stay in a processor's cache for all columns.
const blockNumbers = 16384;
const blockRows = (inner) => Math.max(4, upTo(blockNumbers / inner, 4));

/// Of each node the task that alone needs it, or -1.
function groupsOf({nodes, tasks}) {
  const needs = tasks.map(({output}) => {
    const needed = new Set([output]);
    for (const node of [...nodes].reverse())
      if (needed.has(node.output)) node.inputs.forEach((input) => needed.add(input));
    return needed;
  });
  return nodes.map(({output}) => {
    const by = [...tasks.keys()].filter((t) => needs[t].has(output));
    return by.length === 1 ? by[0] : -1;
  });
}
