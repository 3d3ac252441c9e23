// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <vector>

#include "core/models/export_metadata.h"

namespace at {
class Tensor;
}

namespace zipper {

/// TorchScript files: torch.jit.load(path) in Python, torch::jit::load(path) in C++, without this program.
///
/// One task: forward(x: [N,C,H,W], normalized) -> logits [N,classes]. The module tree has the names of
/// MobileNet::state(): `stem`, `layers.1.depthwise`, ..., `hidden.1`, ..., `head`, each unit with `conv` and `bn`,
/// those of squeeze-and-excite with `conv` and a `bias`; so state_dict() has canonical keys, train() and fine-tuning
/// work, and loadModel() opens the file again. All tasks: the modules `a`, `b`, ... as above; merged layers have one
/// `conv` object in all of them (and one `bn`, or one unit with a bias, if it is shared); methods forward_a(x),
/// forward_b(x), ..., and forward(a, b, ...) -> tuple; with a trunk forward(x) -> tuple, which computes the trunk once.
/// The metadata are extra files of the archive: torch.jit.load(path, _extra_files={"zipper.spec": ""}).
///
/// Frozen: weights are constants and batch normalization is folded, also in merged layers, where each task so gets its
/// own weights; state_dict() is empty. Networks with a trunk are refused.
void writeMergedTorchScript(const std::filesystem::path& path, MergedNetwork& network, const ExportMetadata& metadata);
void writeTaskTorchScript(const std::filesystem::path& path, MobileNet& network, const ExportMetadata& metadata);
void writeMergedFrozenTorchScript(const std::filesystem::path& path, MergedNetwork& network,
                                  const ExportMetadata& metadata);
void writeTaskFrozenTorchScript(const std::filesystem::path& path, MobileNet& network, const ExportMetadata& metadata);

/// Loads and runs a file written by one of these, code and all: never to be called with a file of somebody else.
std::vector<at::Tensor> runTorchScript(const std::filesystem::path& path, const std::vector<at::Tensor>& images);

}  // namespace zipper
