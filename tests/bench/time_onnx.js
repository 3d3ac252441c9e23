// Times the ONNX files of `zipper bench --onnx-folder` in ONNX Runtime: node time_onnx.js MODULES OPTIONS
// OPTIONS: {"folder": ..., "input_size": 224, "batch": 8, "threads": 1, "repetitions": 7}. Prints medians in the form of
// `zipper bench --json`: {"inference_ms": {"separate": ..., "merged": ..., "trunk": ...}, "inference_batch_ms": {...}}
const path = require("path");
const [modules, text] = process.argv.slice(2);
const options = JSON.parse(text);
const ort = require(path.join(modules, "node_modules", "onnxruntime-node"));
const warmUps = 2;

function noise(images) {
  const shape = [images, 3, options.input_size, options.input_size];
  const values = Float32Array.from({length: shape.reduce((a, b) => a * b)}, () => 4 * Math.random() - 2);
  return new ort.Tensor("float32", values, shape);
}

// What is measured with batches of that many images: functions by name.
async function contestants(images) {
  const load = (name) =>
    ort.InferenceSession.create(path.join(options.folder, `${name}.onnx`),
                                {intraOpNumThreads: options.threads, interOpNumThreads: 1});
  const [a, b, merged, trunk] = await Promise.all(["a", "b", "merged", "trunk"].map(load));
  const [one, other] = [noise(images), noise(images)];
  return {
    separate: async () => {
      await a.run({image: one});
      await b.run({image: other});
    },
    merged: () => merged.run({image_a: one, image_b: other}),
    trunk: () => trunk.run({image: one}),
  };
}

function median(times) {
  times.sort((a, b) => a - b);
  const half = times.length >> 1;
  return times.length % 2 ? times[half] : (times[half - 1] + times[half]) / 2;
}

(async () => {
  const works = [];
  for (const [key, images] of [["inference_ms", 1], ["inference_batch_ms", options.batch]])
    for (const [name, run] of Object.entries(await contestants(images))) works.push({key, name, run, times: []});
  for (let round = 0; round < warmUps + options.repetitions; ++round) {
    for (let i = 0; i < works.length; ++i) {
      const work = works[(i + round) % works.length];
      const start = process.hrtime.bigint();
      await work.run();
      if (round >= warmUps) work.times.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  const result = {};
  for (const {key, name, times} of works) (result[key] ??= {})[name] = median(times);
  console.log(JSON.stringify(result));
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
