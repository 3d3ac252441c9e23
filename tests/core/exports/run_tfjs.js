// Runs layers models in TensorFlow.js, in JavaScript alone: node run_tfjs.js MODULES FOLDER
// FOLDER holds jobs.json: [{"name": "x", "model": "/folder/model.json", "images": [{"file": "a.bin", "shape": [n,h,w,c]}]},
// ...]; output i goes to "x.i.bin" (float32, little-endian), and what the model is made of to "x.json": {"inputs": names,
// "outputs": names, "parameters": number}.
const fs = require("fs");
const path = require("path");
const [modules, folder] = process.argv.slice(2);
const tf = require(path.join(modules, "node_modules", "@tensorflow", "tfjs"));

function artifactsOf(file) {
  const {modelTopology, weightsManifest, format} = JSON.parse(fs.readFileSync(file));
  const paths = weightsManifest.flatMap((group) => group.paths);
  const bytes = Buffer.concat(paths.map((name) => fs.readFileSync(path.join(path.dirname(file), name))));
  const weightData = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  return {modelTopology, format, weightSpecs: weightsManifest.flatMap((group) => group.weights), weightData};
}

function tensorOf({file, shape}) {
  const bytes = fs.readFileSync(path.join(folder, file));
  return tf.tensor(new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)), shape);
}

async function run(job) {
  const model = await tf.loadLayersModel({load: async () => artifactsOf(job.model)});
  const images = job.images.map(tensorOf);
  const outputs = [].concat(model.predict(images.length === 1 ? images[0] : images));
  outputs.forEach((output, i) =>
    fs.writeFileSync(path.join(folder, `${job.name}.${i}.bin`), Buffer.from(output.dataSync().slice().buffer)));
  const description = {inputs: model.inputNames, outputs: model.outputNames, parameters: model.countParams()};
  fs.writeFileSync(path.join(folder, `${job.name}.json`), JSON.stringify(description));
}

(async () => {
  await tf.setBackend("cpu");
  for (const job of JSON.parse(fs.readFileSync(path.join(folder, "jobs.json")))) await run(job);
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
