// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/exports/export_targets.h"
#include "core/exports/snippet.h"
#include "core/exports/snippet_network.h"

namespace zipper {

/// What exportSnippet() was asked for.
struct SnippetRequest {
  const ExportTarget& target;
  const ExportChoice& choice;
  const std::string& model;  ///< the exported file
  const SnippetNetwork& network;
};

/// Programs that classify an image. Each task has a head.
ExportSnippet snippetInPython(const SnippetRequest& request);  ///< ONNX, TorchScript, torchvision, TFLite
ExportSnippet snippetInCpp(const SnippetRequest& request);     ///< ONNX by OpenCV, TorchScript by LibTorch
ExportSnippet snippetInKotlin(const SnippetRequest& request);  ///< TFLite, an Android app
ExportSnippet snippetInHtml(const SnippetRequest& request);    ///< tfjs, ONNX: a page
ExportSnippet snippetInNode(const SnippetRequest& request);    ///< ONNX

/// A program that lists the tensors of a state dict: "pytorch" or "safetensors".
ExportSnippet tensorListInPython(const SnippetRequest& request);

}  // namespace zipper
