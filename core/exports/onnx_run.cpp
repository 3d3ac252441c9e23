// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/onnx_run.h"

#include <opencv2/dnn.hpp>

#include "core/containers/input_file.h"
#include "core/containers/onnx_graph.h"
#include "core/exports/onnx_for_opencv.h"
#include "core/exports/onnx_writer.h"
#include "core/network/mobilenet_spec.h"
#include "core/network/task_names.h"
#include "core/support/error.h"
#include "core/support/libtorch.h"
#include "core/support/out_of_memory.h"

namespace zipper {

namespace {

torch::Tensor tensorOf(const cv::Mat& mat) {
  std::vector<std::int64_t> shape(mat.size.p, mat.size.p + mat.dims);
  return torch::from_blob(mat.data, shape, torch::kFloat).clone();
}

void setImages(cv::dnn::Net& net, const std::string& input, const torch::Tensor& images) {
  const torch::Tensor batch = images.cpu().contiguous();
  const std::vector<int> shape(batch.sizes().begin(), batch.sizes().end());
  net.setInput(cv::Mat(shape, CV_32F, batch.data_ptr<float>()).clone(), input);
}

std::vector<torch::Tensor> outputsOf(cv::dnn::Net& net) {
  std::vector<cv::Mat> outputs;
  net.forward(outputs, net.getUnconnectedOutLayersNames());
  std::vector<torch::Tensor> logits;
  for (const cv::Mat& output : outputs) logits.push_back(tensorOf(output));
  return logits;
}

/// To be called inside a catch block.
[[noreturn]] void refused(const cv::Exception& error) {
  failIfMemoryIsShort("OpenCV's DNN module");
  fail("OpenCV's DNN module can't run it: ", error.err);
}

}  // namespace

struct OnnxRunner::Net {
  cv::dnn::Net net;
  bool oneInput = false;
};

OnnxRunner::OnnxRunner(const std::filesystem::path& path) : net_(std::make_unique<Net>()) {
  net_->oneInput = parseOnnx(InputFile(path, "an ONNX model"), path.parent_path()).inputs.size() == 1;
  try {
    const std::string bytes = onnxForOpenCv(path);
    net_->net = cv::dnn::readNetFromONNX(bytes.data(), bytes.size());
    net_->net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    net_->net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
  } catch (const cv::Exception& error) {
    refused(error);
  }
}

OnnxRunner::~OnnxRunner() = default;
OnnxRunner::OnnxRunner(OnnxRunner&&) noexcept = default;

bool OnnxRunner::hasOneInput() const { return net_->oneInput; }

std::vector<torch::Tensor> OnnxRunner::run(const std::vector<torch::Tensor>& images) {
  try {
    for (std::size_t i = 0; i < images.size(); ++i)
      setImages(net_->net, net_->oneInput ? "image" : "image_" + taskName(int(i)), images[i]);
    return outputsOf(net_->net);
  } catch (const cv::Exception& error) {
    refused(error);
  }
}

std::vector<torch::Tensor> runOnnx(const std::filesystem::path& path, const std::vector<torch::Tensor>& images) {
  OnnxRunner runner(path);
  if (!runner.hasOneInput()) return runner.run(images);
  std::vector<torch::Tensor> logits;
  for (std::size_t t = 0; t < images.size(); ++t) logits.push_back(runner.run({images[t]}).at(t));
  return logits;
}

}  // namespace zipper
