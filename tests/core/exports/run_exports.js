// Runs ONNX files in ONNX Runtime: node run_exports.js MODULES FOLDER
// FOLDER holds jobs.json: [{"model": "x.onnx", "inputs": {"image": {"file": "a.bin", "shape": [n,c,h,w]}}}, ...]; each
// output goes to "<model>.<output>.bin" (float32, little-endian).
const fs = require("fs");
const path = require("path");
const [modules, folder] = process.argv.slice(2);
const ort = require(path.join(modules, "node_modules", "onnxruntime-node"));

async function run(job) {
  const session = await ort.InferenceSession.create(path.join(folder, job.model), {intraOpNumThreads: 1});
  const feeds = {};
  for (const [name, input] of Object.entries(job.inputs)) {
    const bytes = fs.readFileSync(path.join(folder, input.file));
    const values = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    feeds[name] = new ort.Tensor("float32", values.slice(), input.shape);
  }
  for (const [name, tensor] of Object.entries(await session.run(feeds)))
    fs.writeFileSync(path.join(folder, `${job.model}.${name}.bin`), Buffer.from(tensor.data.buffer));
}

(async () => {
  for (const job of JSON.parse(fs.readFileSync(path.join(folder, "jobs.json")))) await run(job);
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
