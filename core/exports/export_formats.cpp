// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/export_formats.h"

#include <algorithm>

#include "core/exports/onnx_quantized_run.h"
#include "core/exports/onnx_quantized_writer.h"
#include "core/exports/onnx_writer.h"
#include "core/exports/state_dict_writer.h"
#include "core/exports/tfjs_run.h"
#include "core/exports/tfjs_writer.h"
#include "core/exports/tflite_run.h"
#include "core/exports/tflite_writer.h"
#include "core/exports/torch_script_writer.h"
#include "core/exports/torchvision_writer.h"
#include "core/exports/web_page_run.h"
#include "core/exports/web_page_writer.h"
#include "core/support/error.h"

namespace zipper {

namespace {

ExportFormat onnxFormat() {
  ExportFormat format{"onnx", "ONNX", "onnx", &writeMergedOnnx, &writeTaskOnnx, &runOnnx};
  format.precisions = {ExportPrecision::Float32, ExportPrecision::Int8};
  format.writeQuantized = &writeQuantizedOnnx;
  format.runQuantized = &runQuantizedOnnx;
  return format;
}

ExportFormat tfliteFormat() {
  ExportFormat format{"tflite", "TensorFlow Lite", "tflite", nullptr, nullptr, &runTflite};
  format.precisions = {ExportPrecision::Float32, ExportPrecision::Float16, ExportPrecision::Int8};
  format.choosesNames = format.hasLabelFiles = true;
  format.writeGraph = &writeTflite;
  format.writeQuantized = &writeQuantizedTflite;
  format.runQuantized = &runTflite;
  return format;
}

ExportFormat tfjsFormat() {
  ExportFormat format{"tfjs", "TensorFlow.js", "json", nullptr, nullptr, &runTfjs};
  format.precisions = {ExportPrecision::Float32, ExportPrecision::Float16};
  format.choosesNames = true;
  format.writeGraph = &writeTfjs;
  return format;
}

ExportFormat webPageFormat() {
  ExportFormat format{"web-page", "Web page", "html", nullptr, nullptr, &runWebPage};
  format.precisions = {ExportPrecision::Float16, ExportPrecision::Float32};
  format.writeGraph = &writeWebPage;
  return format;
}

}  // namespace

bool ExportFormat::has(ExportPrecision precision) const {
  return std::find(precisions.begin(), precisions.end(), precision) != precisions.end();
}

const std::vector<ExportFormat>& exportFormats() {
  static const std::vector<ExportFormat> formats{
      {"safetensors", "safetensors", "safetensors", &writeMergedSafetensors, &writeTaskSafetensors, &runSafetensors},
      onnxFormat(),
      tfliteFormat(),
      tfjsFormat(),
      webPageFormat(),
      {"pytorch", "PyTorch state dict", "pt", &writeMergedPyTorch, &writeTaskPyTorch, &runPyTorch},
      {"torchscript", "TorchScript", "pt", &writeMergedTorchScript, &writeTaskTorchScript, &runTorchScript},
      {"torchscript-frozen", "TorchScript, frozen", "pt", &writeMergedFrozenTorchScript, &writeTaskFrozenTorchScript,
       &runTorchScript},
      {"torchvision", "PyTorch state dict for torchvision", "pt", &writeMergedTorchvision, &writeTaskTorchvision,
       &runTorchvision, &torchvisionNotes},
  };
  return formats;
}

const ExportFormat& exportFormat(const std::string& name) {
  std::string known;
  for (const ExportFormat& format : exportFormats()) {
    if (format.name == name) return format;
    known += (known.empty() ? "" : ", ") + format.name;
  }
  fail("export format '", name, "' found, expected one of ", known);
}

void checkOptions(const ExportFormat& format, const ExportOptions& options) {
  if (!format.has(options.precision)) {
    std::string known;
    for (const ExportPrecision precision : format.precisions)
      known += (known.empty() ? "" : ", ") + toString(precision);
    fail("export format ", format.name, " can't have ", toString(options.precision), " numbers, only ", known);
  }
  const GraphNames& names = options.names;
  if (!format.choosesNames && (names.softmax || !names.inputs.empty() || !names.outputs.empty()))
    fail("export format ", format.name, " has inputs and outputs of its own: neither names nor softmax can be chosen");
}

}  // namespace zipper
