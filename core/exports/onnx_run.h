// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <memory>
#include <vector>

namespace at {
class Tensor;
}

namespace zipper {

/// A file that was written by onnx_writer.h, loaded in OpenCV's DNN module to be run several times. Uses as many
/// threads as cv::setNumThreads() says. Every function throws Error if OpenCV can't.
class OnnxRunner {
 public:
  explicit OnnxRunner(const std::filesystem::path& path);
  ~OnnxRunner();
  OnnxRunner(OnnxRunner&&) noexcept;

  bool hasOneInput() const;
  /// The logits of each task, [N,classes]. `images`: [N,C,H,W] per input of the graph.
  std::vector<at::Tensor> run(const std::vector<at::Tensor>& images);

 private:
  struct Net;
  std::unique_ptr<Net> net_;
};

}  // namespace zipper
