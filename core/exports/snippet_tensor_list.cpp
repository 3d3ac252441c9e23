// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/snippet_languages.h"
#include "core/exports/snippet_text.h"

namespace zipper {

namespace {

const char* const tensorListPattern = R"(#!/usr/bin/env python3
"""Lists the tensors of the file: python3 list_tensors.py

Needs: python3 -m pip install @PACKAGES@

These are weights and the statistics of batch normalization, no program: a module that computes with them has to be
there. What runs by itself is the same network as ONNX or TorchScript.
@NAMES@
stem, layers.1, layers.2, ... stand in the order in which they are computed, then come hidden.*, if any, and head.
Weights of convolutions are [outputs, inputs, height, width], those of linear layers [outputs, inputs].
"""
from pathlib import Path

@IMPORTS@

MODEL = Path(__file__).resolve().parent / @MODEL@

@LOAD@
for name, tensor in tensors.items():
    print(f"{name}: {tuple(tensor.shape)} {tensor.dtype}")
print(f"{len(tensors)} tensors, {sum(tensor.numel() for tensor in tensors.values())} numbers")
)";

const char* const safetensorsLoad = R"(tensors = load_file(MODEL)
with safe_open(MODEL, framework="pt") as file:
    for key, text in file.metadata().items():
        print(f"{key} = {text}")
)";

/// What the first part of each name tells.
const char* const severalOwners = R"(
A name begins with the letter of the task that the tensor belongs to, or with "shared" where several tasks have it in
common: a task's network is made of what is its own and what is shared.)";

}  // namespace

ExportSnippet tensorListInPython(const SnippetRequest& request) {
  const bool isSafetensors = request.choice.format == "safetensors";
  const std::string text =
      filled(tensorListPattern,
             {{"PACKAGES", isSafetensors ? "safetensors torch" : "torch"},
              {"NAMES", request.network.tasks.size() > 1 ? severalOwners : ""},
              {"IMPORTS", isSafetensors ? "from safetensors import safe_open\nfrom safetensors.torch import load_file"
                                        : "import torch"},
              {"MODEL", pythonLiteral(request.model)},
              {"LOAD", isSafetensors ? safetensorsLoad : "tensors = torch.load(MODEL, weights_only=True)\n"}});
  return {"Python", "list_tensors.py", text, {}};
}

}  // namespace zipper
