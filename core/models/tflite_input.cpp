// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/tflite_input.h"

#include <algorithm>
#include <cmath>

namespace zipper {

namespace {

/// Among the types of TensorProto.
constexpr std::int64_t onnxFloat = 1, onnxByte = 2;

/// Signed bytes are those of an image minus 128.
constexpr double middleByte = 128;

class InputReader {
 public:
  InputReader(TfliteOnnx& onnx, const TflitePort& port)
      : onnx_(onnx), port_(port), tensor_(onnx.tensor(port.tensor)), value_(onnx.valueOf(port.tensor)) {}

  std::string read(bool isPrepared) {
    OnnxValue input;
    input.name = value_;
    input.shape = tensor_.signature.empty() ? tensor_.shape : tensor_.signature;
    input.elementType = onnxFloat;
    if (input.shape.size() == 4) {
      input.shape = {-1, input.shape[3], input.shape[1], input.shape[2]};
      follow("Transpose", {});
      setIntegers(onnx_.graph().nodes.back(), "perm", {0, 2, 3, 1});
    }
    std::string source;
    if (!isPrepared) source = prepare(input);
    onnx_.graph().inputs.push_back(input);
    onnx_.setValue(port_.tensor, value_);
    return source;
  }

 private:
  std::string prepare(OnnxValue& input) {
    const auto& scales = tensor_.quantization.scales;
    const bool isSigned = tensor_.type == torch::kChar;
    if (isSigned || tensor_.type == torch::kByte) {
      input.elementType = onnxByte;
      const double zero = scales.empty() ? 0 : double(tensor_.quantization.zeroPoints.front());
      if (isSigned || zero != 0) follow("Sub", {float(zero + (isSigned ? middleByte : 0))});
      if (!scales.empty()) follow("Mul", {scales.front()});
      return "the quantization of its input";
    }
    if (!hasNormalization()) return "";
    const auto largest = [](const std::vector<float>& numbers) {
      return *std::max_element(numbers.begin(), numbers.end());
    };
    const bool changesNothing =
        port_.mean == std::vector<float>(port_.mean.size(), 0) && port_.std == std::vector<float>(port_.std.size(), 1);
    if (changesNothing || largest(port_.mean) > 2 || largest(port_.std) > 2) input.elementType = onnxByte;
    follow("Sub", port_.mean);
    follow("Div", port_.std);
    return "its metadata";
  }

  /// One pair, or one for each channel.
  bool hasNormalization() const {
    const auto fits = [&](std::size_t count) {
      return count == 1 || (tensor_.shape.size() == 4 && std::int64_t(count) == tensor_.shape[3]);
    };
    const auto isFinite = [](float number) { return std::isfinite(number); };
    return fits(port_.mean.size()) && fits(port_.std.size()) &&
           std::all_of(port_.mean.begin(), port_.mean.end(), isFinite) &&
           std::all_of(port_.std.begin(), port_.std.end(), [&](float s) { return isFinite(s) && s > 0; });
  }

  /// A node behind what there is, with a constant as its second input.
  void follow(const std::string& op, const std::vector<float>& numbers) {
    const std::string before = value_;
    value_ = onnx_.newName(onnx_.nameOf(port_.tensor));
    std::vector<std::string> inputs{before};
    if (!numbers.empty())
      inputs.push_back(onnx_.addConstant(onnx_.nameOf(port_.tensor), torch::tensor(numbers, torch::kFloat)));
    onnx_.addNode(op, onnx_.nameOf(port_.tensor), inputs, value_);
  }

  TfliteOnnx& onnx_;
  const TflitePort& port_;
  const TfliteTensor& tensor_;
  std::string value_;  ///< what the tensor holds after all that was added
};

}  // namespace

std::string addTfliteInput(TfliteOnnx& onnx, const TflitePort& port, bool isPrepared) {
  return InputReader(onnx, port).read(isPrepared);
}

}  // namespace zipper
