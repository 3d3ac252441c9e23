// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "core/exports/class_labels.h"
#include "core/exports/snippet_languages.h"
#include "core/exports/snippet_text.h"
#include "core/exports/torchvision_fit.h"
#include "core/support/error.h"

namespace zipper {

namespace {

/// What a format needs in the pattern below.
struct PythonParts {
  std::string packages;  ///< for pip
  std::string imports;   ///< beside NumPy and Pillow; a line each
  std::string helpers;   ///< functions
  std::string load;      ///< lines of main() that set `model`
  std::string metadata;  ///< lines of main() that set `metadata`, where many classes are to be read from there
  std::string run;       ///< lines of main() from `image` to `outputs`, one vector a task
};

const char* const pythonPattern = R"(#!/usr/bin/env python3
"""Says what is on an image: python3 classify.py photo.jpg

Needs: python3 -m pip install @PACKAGES@
"""
@IMPORTS@

MODEL = Path(__file__).resolve().parent / @MODEL@
TASKS = [
@TASKS@]


def weights(length, count):
    """What each of `length` pixels adds to each of the `count` that take their place: by area where these are
    fewer, linear where they are more."""
    step, pixel = length / count, np.arange(length)
    begin = np.arange(count)[:, None] * step
    if step >= 1:
        return np.maximum(np.minimum(begin + step, pixel + 1) - np.maximum(begin, pixel), 0) / step
    centre = np.clip(begin + step / 2 - 0.5, 0, length - 1)
    return np.maximum(1 - abs(centre - pixel), 0)


def network_input(image, task):
    """What the network reads of an image, [height, width, channels]: its shorter side becomes the network's size,
    then the middle is cut out and each channel normalized."""
    size = task["size"]
    image = image.convert("RGB" if task["channels"] == 3 else "L")
    values = np.asarray(image, np.float32).reshape(image.height, image.width, task["channels"])
    for axis in (0, 1):
        count = int(values.shape[axis] * size / min(image.size) + 0.5)
        first = (count - size) // 2
        matrix = weights(values.shape[axis], count)[first : first + size].astype(np.float32)
        values = np.moveaxis(np.tensordot(matrix, values, (1, axis)), 0, axis)
    values = np.floor(values + 0.5)
    if task["bgr"]:
        values = values[:, :, ::-1]
    return ((values / 255 - np.array(task["mean"])) / np.array(task["std"])).astype(np.float32)
@HELPERS@

def print_answer(task, output):
@SOFTMAX@    best = int(output.argmax())
    name = task["classes"][best] if task["classes"] else f"output {best}"
    print(f"{task['name']}: {name} {100 * output[best]:.1f} %")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: python3 classify.py IMAGE")
@LOAD@@METADATA@@READ@@RUN@    for task, output in zip(TASKS, outputs):
        print_answer(task, output)


if __name__ == "__main__":
    main()
)";

const char* const pythonSoftmax = R"(    output = np.exp(output - output.max())  # the network's outputs are logits
    output /= output.sum()
)";

const char* const pythonReadUpright = R"(    image = ImageOps.exif_transpose(Image.open(sys.argv[1]))
)";

const char* const pythonReadAsStored =
    R"(    # Pixels as they are stored, as in training; ImageOps.exif_transpose(image) turns photographs upright.
    image = Image.open(sys.argv[1])
)";

/// [channels, height, width] in a batch of one. Tasks that read the same image have one entry.
const char* const pythonBatches =
    R"(    inputs = {}
    for task in TASKS:
        inputs[task["input"]] = np.ascontiguousarray(network_input(image, task).transpose(2, 0, 1)[None])
)";

const char* const onnxRun = R"(    outputs = model.run([task["output"] for task in TASKS], inputs)
    outputs = [output[0] for output in outputs]
)";

PythonParts onnxParts() {
  return {"onnxruntime pillow numpy",
          "import onnxruntime\n",
          "",
          "    model = onnxruntime.InferenceSession(str(MODEL), providers=[\"CPUExecutionProvider\"])\n",
          "    metadata = model.get_modelmeta().custom_metadata_map\n",
          std::string(pythonBatches) + onnxRun};
}

std::string torchRun(bool hasSeveralTasks) {
  return std::string(pythonBatches) +
         "    batches = [torch.from_numpy(batch) for batch in inputs.values()]\n"
         "    with torch.no_grad():\n" +
         (hasSeveralTasks ? "        outputs = model(*batches)\n" : "        outputs = [model(*batches)]\n") +
         "    outputs = [output[0].numpy() for output in outputs]\n";
}

PythonParts torchScriptParts(const SnippetNetwork& network, const std::string& key, bool readsClasses) {
  const std::string extra = readsClasses ? ", _extra_files=metadata" : "";
  return {"torch pillow numpy",
          "import torch\n",
          "",
          (readsClasses ? "    metadata = {\"" + key + "\": \"\"}\n" : "") + "    model = torch.jit.load(str(MODEL)" +
              extra + ").eval()\n",
          "",
          torchRun(network.tasks.size() > 1)};
}

const char* const archiveMetadata = R"(    with zipfile.ZipFile(MODEL) as archive:
        metadata = {name.split("/")[-1]: archive.read(name) for name in archive.namelist() if "/extra/" in name}
)";

PythonParts torchvisionParts(const SnippetNetwork& network) {
  if (network.tasks.size() > 1)
    fail("torchvision: a file of several tasks is none of its networks; write one task, or all of them as pytorch");
  const std::string reason = whyNotTorchvision(network.tasks.front().spec);
  if (!reason.empty()) throw Error(reason);
  return {"torch torchvision pillow numpy",
          "import torch\nimport torchvision\n",
          "",
          "    model = " + torchvisionCall(network.tasks.front().spec) +
              "\n    model.load_state_dict(torch.load(MODEL, weights_only=True))\n    model.eval()\n",
          archiveMetadata,
          torchRun(false)};
}

const char* const tfliteImport = R"(

try:
    from ai_edge_litert.interpreter import Interpreter
except ImportError:  # its older name
    from tflite_runtime.interpreter import Interpreter)";

const char* const tfliteLabels = R"(    with zipfile.ZipFile(MODEL) as archive:  # behind the model
        for task in TASKS:
            if isinstance(task["classes"], str):
                task["classes"] = archive.read(task["classes"]).decode().split("\n")[:-1]
)";

const char* const tfliteQuantization = R"(

def as_stored(values, detail):
    """Numbers as the input has them: value = scale * (stored - zero point)."""
    scale, zero_point = detail["quantization"]
    if detail["dtype"] == np.float32:
        return values
    limits = np.iinfo(detail["dtype"])
    return np.clip(np.rint(values / scale) + zero_point, limits.min, limits.max).astype(detail["dtype"])


def as_real(stored, detail):
    """The reverse, of an output."""
    scale, zero_point = detail["quantization"]
    return stored if detail["dtype"] == np.float32 else scale * (stored.astype(np.float32) - zero_point)
)";

const char* const tfliteRun =
    R"(    details = {detail["name"]: detail for detail in model.get_input_details() + model.get_output_details()}
    for task in TASKS:
        detail, values = details[task["input"]], network_input(image, task)[None]
        model.set_tensor(detail["index"], @PUT@)
    model.invoke()
    outputs = []
    for task in TASKS:
        detail = details[task["output"]]
        outputs.append(@GOT@[0])
)";

PythonParts tfliteParts(ExportPrecision precision) {
  const bool isInt8 = precision == ExportPrecision::Int8;
  const std::string got = "model.get_tensor(detail[\"index\"])";
  return {"ai-edge-litert pillow numpy",
          "",
          isInt8 ? tfliteQuantization : "",
          "    model = Interpreter(model_path=str(MODEL))\n    model.allocate_tensors()\n",
          tfliteLabels,
          filled(tfliteRun, {{"PUT", isInt8 ? "as_stored(values, detail)" : "values"},
                             {"GOT", isInt8 ? "as_real(" + got + ", detail)" : got}})};
}

/// Too many classes for the text are filled in when the program runs: those of a file in the model, or of the metadata.
std::string pythonTask(const SnippetTask& task, bool fromArchive) {
  const MobileNetSpec& spec = task.spec;
  const std::string classes =
      !hasManyClasses(task) ? "[" + listed(literals(labelsOf(spec), pythonLiteral), std::string(20, ' '), 20) + "]"
      : fromArchive         ? pythonLiteral(labelFileName(task.letter))
                            : "None";
  const bool needsLetter = hasManyClasses(task) && !fromArchive;  // to find its entry of the metadata
  const std::string letter = needsLetter ? "        \"letter\": " + pythonLiteral(task.letter) + ",\n" : "";
  return concat(
      "    {\n", letter, "        \"name\": ", pythonLiteral(task.name),
      ",\n        \"input\": ", pythonLiteral(task.input), ",\n        \"output\": ", pythonLiteral(task.output),
      ",\n        \"size\": ", spec.inputSize, ",\n        \"channels\": ", spec.inputChannels,
      ",\n        \"bgr\": ", spec.normalization.order == ChannelOrder::BGR ? "True" : "False",
      ",\n        \"mean\": [", perChannel(spec.normalization.mean, spec.inputChannels), "],\n        \"std\": [",
      perChannel(spec.normalization.std, spec.inputChannels), "],\n        \"classes\": ", classes, ",\n    },\n");
}

/// Class names out of what the file says about its tasks: see core/models/export_metadata.h.
std::string classesOfMetadata(bool hasSeveralTasks) {
  return concat(
      "    specs = ",
      hasSeveralTasks ? "json.loads(metadata[\"zipper.specs\"])" : "{\"\": json.loads(metadata[\"zipper.spec\"])}",
      "\n    for task in TASKS:\n        if task[\"classes\"] is None:\n"
      "            task[\"classes\"] = specs[task[\"letter\"]][\"class_names\"]\n");
}

PythonParts pythonParts(const SnippetRequest& request, const std::string& key, bool readsClasses) {
  const std::string& format = request.choice.format;
  if (format == "onnx") return onnxParts();
  if (format == "tflite") return tfliteParts(request.choice.precision);
  if (format == "torchvision") return torchvisionParts(request.network);
  return torchScriptParts(request.network, key, readsClasses);
}

}  // namespace

ExportSnippet snippetInPython(const SnippetRequest& request) {
  const SnippetNetwork& network = request.network;
  const std::string& format = request.choice.format;
  const bool hasSeveralTasks = network.tasks.size() > 1, isTflite = format == "tflite";
  const bool readsClasses = std::any_of(network.tasks.begin(), network.tasks.end(), &hasManyClasses);
  const PythonParts parts = pythonParts(request, hasSeveralTasks ? "zipper.specs" : "zipper.spec", readsClasses);
  std::string tasks;
  for (const SnippetTask& task : network.tasks) tasks += pythonTask(task, isTflite);
  const std::string imports = std::string(readsClasses && !isTflite ? "import json\n" : "") + "import sys\n" +
                              (readsClasses && (isTflite || format == "torchvision") ? "import zipfile\n" : "") +
                              "from pathlib import Path\n\nimport numpy as np\n" + parts.imports +
                              "from PIL import Image" + (network.upright ? ", ImageOps" : "") +
                              (isTflite ? tfliteImport : "");
  const std::string metadata =
      !readsClasses ? "" : parts.metadata + (isTflite ? "" : classesOfMetadata(hasSeveralTasks));
  const std::string text = filled(pythonPattern, {{"PACKAGES", parts.packages},
                                                  {"IMPORTS", imports},
                                                  {"MODEL", pythonLiteral(request.model)},
                                                  {"TASKS", tasks},
                                                  {"HELPERS", parts.helpers},
                                                  {"SOFTMAX", network.softmax ? "" : pythonSoftmax},
                                                  {"LOAD", parts.load},
                                                  {"METADATA", metadata},
                                                  {"READ", network.upright ? pythonReadUpright : pythonReadAsStored},
                                                  {"RUN", parts.run}});
  return {"Python", "classify.py", text, {}};
}

}  // namespace zipper
