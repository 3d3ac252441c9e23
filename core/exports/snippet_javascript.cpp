// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/class_labels.h"
#include "core/exports/snippet_languages.h"
#include "core/exports/snippet_text.h"
#include "core/support/error.h"

namespace zipper {

namespace {

/// Constants and functions that pages and Node programs have in common.
const char* const scriptPattern = R"(const MODEL = @MODEL@;
const TASKS = [
@TASKS@];

// What each of `length` pixels adds to each of the `count` that take their place, as lists of [pixel, weight]: by
// area where these are fewer, linear where they are more.
function weights(length, count) {
  const step = length / count;
  return Array.from({length: count}, (_, i) => {
    const begin = i * step, list = [];
    if (step >= 1) {
      for (let pixel = Math.floor(begin); pixel < Math.min(length, begin + step); ++pixel)
        list.push([pixel, (Math.min(begin + step, pixel + 1) - Math.max(begin, pixel)) / step]);
      return list;
    }
    const centre = Math.min(Math.max(begin + step / 2 - 0.5, 0), length - 1), pixel = Math.floor(centre);
    list.push([pixel, pixel + 1 - centre]);
    if (centre > pixel) list.push([pixel + 1, centre - pixel]);
    return list;
  });
}

// What the network reads of an image {width, height, data: RGBA}: its shorter side becomes the network's size, then
// the middle is cut out and each channel normalized. @LAYOUT@
function networkInput(image, task) {
  const {size, channels, bgr, mean, std} = task;
  const middle = (length) => {
    const count = Math.floor(length * size / Math.min(image.width, image.height) + 0.5);
    const first = (count - size) >> 1;
    return weights(length, count).slice(first, first + size);
  };
  const rows = middle(image.height), columns = middle(image.width);
  const colour = (at, c) => channels === 3 ? image.data[at + (bgr ? 2 - c : c)] :
      Math.round(0.299 * image.data[at] + 0.587 * image.data[at + 1] + 0.114 * image.data[at + 2]);
  const values = new Float32Array(size * size * channels);
  for (let c = 0; c < channels; ++c)
    for (let y = 0; y < size; ++y)
      for (let x = 0; x < size; ++x) {
        let sum = 0;
        for (const [row, share] of rows[y])
          for (const [column, part] of columns[x]) sum += share * part * colour(4 * (row * image.width + column), c);
        values[@INDEX@] = (Math.round(sum) / 255 - mean[c]) / std[c];
      }
  return values;
}

// A line that says what the output of a task means.
function answer(task, output) {
@SOFTMAX@  const best = output.indexOf(Math.max(...output));
  const name = task.classes.length > 0 ? task.classes[best] : `output ${best}`;
  return `${task.name}: ${name} ${(100 * output[best]).toFixed(1)} %`;
}
)";

const char* const scriptSoftmax = R"(  const largest = Math.max(...output);  // the network's outputs are logits
  output = output.map((value) => Math.exp(value - largest));
  const sum = output.reduce((a, b) => a + b, 0);
  output = output.map((value) => value / sum);
)";

const char* const pagePattern = R"(<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>What is on the image?</title>
<!-- A server has to give out this page and the model ("python3 -m http.server" in their folder, for a try): a page
that is opened as a file may read no others. classify.html?image=photo.jpg classifies an image of the server. -->
<p><input type="file" id="file" accept="image/*"></p>
<pre id="answers">Choose an image.</pre>
<script src="@LIBRARY@"></script>
<script type="module">
@SCRIPT@
async function pixelsOf(blob) {
@READ@  const {width, height} = bitmap;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, width, height);
}

const place = (name) => name.split("/").map(encodeURIComponent).join("/");
@LABELS@@LOAD@
async function show(blob) {
  const answers = document.getElementById("answers");
  try {
    const image = await pixelsOf(blob);
@RUN@    answers.textContent = TASKS.map((task, t) => answer(task, outputs[t])).join("\n");
  } catch (error) {
    answers.textContent = error.message;
  }
}

document.getElementById("file").addEventListener("change", (event) => show(event.target.files[0]));
const given = new URLSearchParams(location.search).get("image");
if (given) await show(await (await fetch(place(given))).blob());
</script>
</html>
)";

const char* const pageReadUpright =
    R"(  const bitmap = await createImageBitmap(blob, {colorSpaceConversion: "none", premultiplyAlpha: "none"});
)";

const char* const pageReadAsStored =
    R"(  // Pixels as they are stored, as in training; imageOrientation: "from-image" turns photographs upright.
  const bitmap = await createImageBitmap(
      blob, {imageOrientation: "none", colorSpaceConversion: "none", premultiplyAlpha: "none"});
)";

const char* const pageLabels = R"(for (const task of TASKS)
  if (typeof task.classes === "string")  // the name of a file
    task.classes = (await (await fetch(place(task.classes))).text()).split("\n").slice(0, -1);
)";

/// Tasks that read the same image have one input.
const char* const tensorsOfTf = R"(    const inputs = new Map(TASKS.map((task) => [
      task.input, tf.tensor(networkInput(image, task), [1, task.size, task.size, task.channels])
    ]));
    const results = [].concat(model.predict(inputs.size > 1 ? [...inputs.values()] : [...inputs.values()][0]));
    const outputs = await Promise.all(results.map((result) => result.data()));
    tf.dispose([...inputs.values(), ...results]);
)";

const char* const tensorsOfOrt = R"(const feeds = {};
for (const task of TASKS)
  feeds[task.input] = new ort.Tensor(
      "float32", networkInput(image, task), [1, task.channels, task.size, task.size]);
const results = await model.run(feeds);
const outputs = TASKS.map((task) => results[task.output].data);
)";

const char* const nodePattern = R"(// Says what is on an image: node classify.js photo.jpg
// Needs: npm install onnxruntime-node sharp
const fs = require("fs");
const path = require("path");
const ort = require("onnxruntime-node");
const sharp = require("sharp");

@SCRIPT@
async function main(file) {
@READ@  const {data, info} = await stored.toColourspace("srgb").ensureAlpha().raw().toBuffer({resolveWithObject: true});
  const image = {width: info.width, height: info.height, data};
@LABELS@  const model = await ort.InferenceSession.create(path.resolve(__dirname, MODEL));
@RUN@  TASKS.forEach((task, t) => console.log(answer(task, outputs[t])));
}

if (process.argv.length !== 3) {
  console.error("usage: node classify.js IMAGE");
  process.exit(2);
}
main(process.argv[2]).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
)";

const char* const nodeReadUpright = R"(  const stored = sharp(file).rotate();  // upright
)";

const char* const nodeReadAsStored =
    R"(  // Pixels as they are stored, as in training; sharp(file).rotate() turns photographs upright.
  const stored = sharp(file);
)";

const char* const nodeLabels = R"(  for (const task of TASKS)
    if (typeof task.classes === "string")  // the name of a file
      task.classes = fs.readFileSync(path.resolve(__dirname, task.classes), "utf8").split("\n").slice(0, -1);
)";

std::string indented(const std::string& lines, const std::string& by) {
  std::string result;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = lines.find('\n', begin) + 1;
    result += by + lines.substr(begin, end - begin);
    begin = end;
  }
  return result;
}

std::string scriptTask(const SnippetTask& task, const std::string& model) {
  const MobileNetSpec& spec = task.spec;
  const std::string classes =
      hasManyClasses(task) ? javaScriptLiteral(labelsFileOf(task, model))
                           : "[" + listed(literals(labelsOf(spec), javaScriptLiteral), std::string(6, ' '), 14) + "]";
  return concat("  {\n    name: ", javaScriptLiteral(task.name), ",\n    input: ", javaScriptLiteral(task.input),
                ",\n    output: ", javaScriptLiteral(task.output), ",\n    size: ", spec.inputSize,
                ",\n    channels: ", spec.inputChannels,
                ",\n    bgr: ", spec.normalization.order == ChannelOrder::BGR ? "true" : "false", ",\n    mean: [",
                perChannel(spec.normalization.mean, spec.inputChannels), "],\n    std: [",
                perChannel(spec.normalization.std, spec.inputChannels), "],\n    classes: ", classes, ",\n  },\n");
}

std::string scriptOf(const SnippetRequest& request, bool channelsLast) {
  std::string tasks;
  for (const SnippetTask& task : request.network.tasks) tasks += scriptTask(task, request.model);
  return filled(scriptPattern, {{"MODEL", javaScriptLiteral(request.model)},
                                {"TASKS", tasks},
                                {"LAYOUT", channelsLast ? "Channels last." : "Channels first."},
                                {"INDEX", channelsLast ? "(y * size + x) * channels + c" : "(c * size + y) * size + x"},
                                {"SOFTMAX", request.network.softmax ? "" : scriptSoftmax}});
}

}  // namespace

ExportSnippet snippetInHtml(const SnippetRequest& request) {
  const bool isOnnx = request.choice.format == "onnx";
  const std::string library = isOnnx ? "https://cdn.jsdelivr.net/npm/onnxruntime-web@1.16.3/dist/ort.min.js"
                                     : "https://cdn.jsdelivr.net/npm/@tensorflow/tfjs@4.22.0/dist/tf.min.js";
  const std::string load = isOnnx ? "const model = await ort.InferenceSession.create(place(MODEL));\n"
                                  // What belongs to a name without a slash is looked for in the root of the server.
                                  : "const model = await tf.loadLayersModel(\"./\" + place(MODEL));\n";
  const std::vector<SnippetFile> files = labelsFiles(request.network, request.model);
  const std::string text = filled(pagePattern, {{"LIBRARY", library},
                                                {"SCRIPT", scriptOf(request, !isOnnx)},
                                                {"READ", request.network.upright ? pageReadUpright : pageReadAsStored},
                                                {"LABELS", files.empty() ? "" : pageLabels},
                                                {"LOAD", load},
                                                {"RUN", isOnnx ? indented(tensorsOfOrt, "    ") : tensorsOfTf}});
  return {"HTML", "classify.html", text, files};
}

ExportSnippet snippetInNode(const SnippetRequest& request) {
  const std::vector<SnippetFile> files = labelsFiles(request.network, request.model);
  std::string text = filled(nodePattern, {{"SCRIPT", scriptOf(request, false)},
                                          {"READ", request.network.upright ? nodeReadUpright : nodeReadAsStored},
                                          {"LABELS", files.empty() ? "" : nodeLabels},
                                          {"RUN", indented(tensorsOfOrt, "  ")}});
  const std::string unused = "const fs = require(\"fs\");\n";
  if (files.empty()) text.erase(text.find(unused), unused.size());
  return {"JavaScript", "classify.js", text, files};
}

}  // namespace zipper
