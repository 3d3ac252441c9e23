#include <torch/torch.h>

#include <opencv2/dnn.hpp>

#include "core/formats/input_file.h"
#include "core/formats/onnx_graph.h"
#include "core/formats/onnx_writer.h"
#include "core/network/mobilenet_spec.h"
#include "core/support/error.h"

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

bool hasOneInput(const std::filesystem::path& path) {
  const InputFile file(path, "an ONNX model");
  return parseOnnx(file).inputs.size() == 1;
}

}  // namespace

std::vector<torch::Tensor> runOnnx(const std::filesystem::path& path, const std::vector<torch::Tensor>& images) {
  const bool oneInput = hasOneInput(path);
  try {
    cv::dnn::Net net = cv::dnn::readNetFromONNX(path.string());
    net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
    std::vector<torch::Tensor> logits;
    for (std::size_t t = 0; t < images.size(); ++t) {
      setImages(net, oneInput ? "image" : "image_" + taskName(int(t)), images[t]);
      if (oneInput) logits.push_back(outputsOf(net).at(t));
    }
    return oneInput ? logits : outputsOf(net);
  } catch (const cv::Exception& error) {
    fail("OpenCV's DNN module can't run it: ", error.err);
  }
}

}  // namespace zipper
