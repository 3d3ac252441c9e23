// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/export_formats.h"

#include "core/exports/onnx_writer.h"
#include "core/exports/state_dict_writer.h"
#include "core/exports/torch_script_writer.h"
#include "core/exports/torchvision_writer.h"
#include "core/support/error.h"

namespace zipper {

const std::vector<ExportFormat>& exportFormats() {
  static const std::vector<ExportFormat> formats{
      {"safetensors", "safetensors", "safetensors", &writeMergedSafetensors, &writeTaskSafetensors, &runSafetensors},
      {"onnx", "ONNX", "onnx", &writeMergedOnnx, &writeTaskOnnx, &runOnnx},
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

}  // namespace zipper
