// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

// The worker: reads the weights, checks the runtime, and answers requests.

function halfToFloat(half) {
  const exponent = (half >> 10) & 31, fraction = half & 1023;
  const size = exponent ? (1 + fraction / 1024) * 2 ** (exponent - 15) : fraction * 2 ** -24;
  return half & 0x8000 ? -size : size;
}

/// A Float32Array for each constant, out of the page's base64.
function readConstants(network, base64) {
  const bytes = Uint8Array.from(atob(base64.replace(/\s+/g, "")), (c) => c.charCodeAt(0));
  let values;
  if (network.precision === "float16") {
    const table = Float32Array.from({length: 65536}, (_, half) => halfToFloat(half));
    values = Float32Array.from(new Uint16Array(bytes.buffer), (half) => table[half]);
  } else {
    values = new Float32Array(bytes.buffer);
  }
  let at = 0;
  return network.constants.map(({shape}) => values.subarray(at, at += shape.reduce((a, b) => a * b, 1)));
}

/// The numbers in -1 ... 1 that the program computed its answers to as well, see web_page_writer.h.
function checkImage(numbers) {
  let state = 1;
  return Float32Array.from({length: numbers}, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 8388608 - 1;
  });
}

/// How far the answers are from the program's, relative to the largest of each task.
function differenceFromProgram(runtime) {
  const {tasks, values, check} = runtime.network;
  const images = tasks.map(({input}) => checkImage(values[input].channels * values[input].size ** 2));
  const {outputs} = runtime.run(images);
  return Math.max(...outputs.map((found, t) => {
    const scale = Math.max(1e-12, ...check[t].map(Math.abs));
    const most = Math.max(...check[t].map((expected, i) => Math.abs(found[i] - expected)));
    return found.length === check[t].length && !Number.isNaN(most) ? most / scale : Infinity;
  }));
}

/// A picture of the task's size, RGBA bytes, as the network takes it: CHW.
function normalized(spec, pixels) {
  const {input_channels: channels, mean, std, channel_order: order} = spec, count = pixels.length / 4;
  const result = new Float32Array(channels * count), of = (list, c) => list[list.length === 1 ? 0 : c];
  for (let c = 0; c < channels; ++c) {
    const source = order === "bgr" ? 2 - c : c, m = of(mean, c), s = of(std, c);
    for (let p = 0, i = 0; p < count; ++p, i += 4) {
      const grey = (9798 * pixels[i] + 19235 * pixels[i + 1] + 3735 * pixels[i + 2] + 16384) >> 15;  // rounded, BT.601
      result[c * count + p] = ((channels === 1 ? grey : pixels[i + source]) / 255 - m) / s;
    }
  }
  return result;
}

/// Requests {id, network, weights}, then {id, images} with an entry per task, a Float32Array or RGBA bytes; the answer
/// has the same id, and either what was asked for or an error.
function serve(request) {
  if (request.network) {
    const constants = readConstants(request.network, request.weights);
    serve.runtime = new Runtime(request.network, constants, request.plain);
    let difference = differenceFromProgram(serve.runtime);
    if (!(difference < 1e-4)) {
      serve.runtime = new Runtime(request.network, constants, true);
      difference = differenceFromProgram(serve.runtime);
    }
    return {engine: serve.runtime.kernels.name, difference};
  }
  const {tasks} = serve.runtime.network;
  const numbers = (image, t) => (image instanceof Float32Array ? image : normalized(tasks[t].spec, image));
  return serve.runtime.run(request.images.map(numbers));
}

if (typeof WorkerGlobalScope !== "undefined")
  onmessage = ({data}) => {
    try {
      postMessage({id: data.id, ...serve(data)});
    } catch (error) {
      postMessage({id: data.id, error: error.message});
    }
  };
