// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/export_targets.h"

#include <algorithm>

#include "core/exports/export_formats.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

bool isWritten(const ExportChoice& choice) {
  const std::vector<ExportFormat>& formats = exportFormats();
  return std::any_of(formats.begin(), formats.end(), [&](const ExportFormat& known) {
    return known.name == choice.format && known.has(choice.precision);
  });
}

std::vector<ExportTarget> plannedTargets() {
  constexpr ExportPrecision f32 = ExportPrecision::Float32, f16 = ExportPrecision::Float16,
                            int8 = ExportPrecision::Int8;
  return {
      {"phone",
       "Phone",
       "An app on a phone or a small board, which runs the file with LiteRT (TensorFlow Lite).",
       {{"tflite", f16}, {"tflite", int8}, {"tflite", f32}}},
      {"browser",
       "Browser",
       "A page that computes in the visitor's browser, so that no picture leaves the visitor's computer.",
       {{"web-page", f16}, {"web-page", f32}, {"tfjs", f32}, {"tfjs", f16}, {"onnx", f32}, {"onnx", int8}}},
      {"python",
       "Python",
       "A script or a server in Python, with ONNX Runtime, PyTorch or LiteRT.",
       {{"onnx", f32},
        {"torchscript", f32},
        {"torchscript-frozen", f32},
        {"torchvision", f32},
        {"onnx", int8},
        {"tflite", f32},
        {"tflite", f16},
        {"tflite", int8},
        {"pytorch", f32},
        {"safetensors", f32}}},
      {"cpp",
       "C++",
       "A program in C++, with the DNN module of OpenCV or with LibTorch.",
       {{"onnx", f32}, {"torchscript", f32}, {"torchscript-frozen", f32}}},
      {"program",
       "Another program",
       "A program in another language, or one that opens the file by itself.",
       {{"onnx", f32}, {"onnx", int8}, {"safetensors", f32}, {"pytorch", f32}}},
  };
}

}  // namespace

const std::vector<ExportTarget>& exportTargets() {
  static const std::vector<ExportTarget> targets = [] {
    std::vector<ExportTarget> all;
    for (ExportTarget& target : plannedTargets()) {
      auto& choices = target.choices;
      choices.erase(
          std::remove_if(choices.begin(), choices.end(), [](const ExportChoice& choice) { return !isWritten(choice); }),
          choices.end());
      if (!choices.empty()) all.push_back(std::move(target));
    }
    return all;
  }();
  return targets;
}

const ExportTarget& exportTarget(const std::string& name) {
  std::string known;
  for (const ExportTarget& target : exportTargets()) {
    if (target.name == name) return target;
    known += (known.empty() ? "" : ", ") + target.name;
  }
  fail("export target '", printable(name), "' found, expected one of ", known);
}

std::vector<const ExportTarget*> targetsOf(const ExportChoice& choice) {
  std::vector<std::pair<std::ptrdiff_t, const ExportTarget*>> found;
  for (const ExportTarget& target : exportTargets()) {
    const auto place = std::find(target.choices.begin(), target.choices.end(), choice);
    if (place != target.choices.end()) found.emplace_back(place - target.choices.begin(), &target);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const ExportTarget*> targets;
  for (const auto& [rank, target] : found) targets.push_back(target);
  return targets;
}

}  // namespace zipper
