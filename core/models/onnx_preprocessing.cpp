// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_preprocessing.h"

#include <algorithm>
#include <cmath>

#include "core/containers/onnx_attributes.h"
#include "core/models/spec_overrides.h"
#include "core/support/decimal.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::int64_t byteType = 2;  ///< uint8 among the types of TensorProto
constexpr double largestByte = 255;

/// The axes that an input must have so that those of the first convolution are NCHW.
std::string lettersBefore(const OnnxChain& chain) {
  std::string letters = "NCHW";
  const auto nodes = chain.before("Conv");
  for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
    if ((*node)->op == "Reshape" && chain.input().shape.size() == 4 && chain.input().shape[3] == 1) letters = "NHWC";
    if ((*node)->op != "Transpose") continue;
    const auto order = integersOf(**node, "perm", {3, 2, 1, 0});
    std::string from(4, '?');
    for (std::size_t i = 0; i < std::min<std::size_t>(order.size(), 4); ++i)
      if (order[i] >= 0 && order[i] < 4) from[std::size_t(order[i])] = letters[i];
    letters = from;
  }
  return letters;
}

class Preprocessing {
 public:
  Preprocessing(OnnxChain& chain, OnnxAxes& axes) : chain_(chain), axes_(axes) {
    axes = OnnxAxes(lettersBefore(chain));
  }

  OnnxPreprocessing read() {
    readShape();
    axes_.follow(chain_);
    while (const OnnxNode* node = chain_.take({"Sub", "Add", "Mul", "Div", "BatchNormalization", "Gather"})) {
      if (node->op == "Gather")
        reverse(*node);
      else if (node->op == "BatchNormalization")
        normalize(*node);
      else
        change(*node);
      axes_.follow(chain_);
    }
    settle();
    return std::move(found_);
  }

 private:
  void readShape() {
    const OnnxValue& input = chain_.input();
    const std::string& letters = axes_.letters();
    if (letters != "NCHW" && letters != "NHWC")
      fail("the axes of its input '", printable(input.name), "' are neither [N,C,H,W] nor [N,H,W,C]");
    if (input.shape.empty()) return;
    if (input.shape.size() != 4)
      fail("its input '", printable(input.name), "' has ", input.shape.size(), " axes, four were expected");
    const auto sizeOf = [&](char letter) { return input.shape[std::size_t(axes_.place(letter))]; };
    const std::int64_t height = sizeOf('H'), width = sizeOf('W'), channels = sizeOf('C');
    if (height > 0 && width > 0 && height != width)
      fail("its input is ", height, " pixels high and ", width,
           " wide; only networks with square images can be used: export it with a square input");
    const std::int64_t size = height > 0 ? height : width;
    if (size > 0 && (size < 32 || size > 4096))
      fail("its input is ", size, "x", size, " pixels, 32x32 to 4096x4096 were expected");
    if (channels > 0 && channels != 1 && channels != 3)
      fail("its input has ", channels, " channels, 1 or 3 were expected");
    found_.size = int(std::max<std::int64_t>(size, 0));
    found_.channels = int(std::max<std::int64_t>(channels, 0));
    if (letters == "NHWC") found_.notes.push_back("its input is in NHWC layout, which only matters to its users");
  }

  /// values: [1] or [C].
  void widenTo(const torch::Tensor& values) {
    if (values.numel() == scale_.numel() || values.numel() == 1) return;
    if (scale_.numel() != 1) fail("constants of ", scale_.numel(), " and ", values.numel(), " channels meet");
    scale_ = scale_.expand_as(values).clone();
    shift_ = shift_.expand_as(values).clone();
  }

  void change(const OnnxNode& node) {
    const std::size_t place = chain_.constantInput(node);
    const torch::Tensor values = axes_.perChannel(node, chain_.values(node, place));
    widenTo(values);
    any_ = true;
    if (node.op == "Add") shift_ = shift_ + values;
    if (node.op == "Sub") shift_ = shift_ - values;
    if (node.op == "Sub" && place == 0) {
      scale_ = -scale_;
      shift_ = -shift_;
    }
    if (node.op == "Div" && place == 0) fail(describeNode(node), " divides by its input");
    if (node.op != "Mul" && node.op != "Div") return;
    const torch::Tensor factor = node.op == "Mul" ? values : torch::reciprocal(values);
    scale_ = scale_ * factor;
    shift_ = shift_ * factor;
  }

  void normalize(const OnnxNode& node) {
    if (axes_.letters() != "NCHW") fail(describeNode(node), " gets axes in the order ", axes_.letters());
    const auto values = [&](std::size_t input) { return chain_.values(node, input).to(torch::kDouble).reshape({-1}); };
    const torch::Tensor factor = values(1) / torch::sqrt(values(4) + realOf(node, "epsilon", 1e-5));
    const torch::Tensor offset = values(2) - values(3) * factor;
    if (factor.dim() != 1 || offset.sizes() != factor.sizes()) fail(describeNode(node), ": its constants don't fit");
    widenTo(factor);
    any_ = true;
    scale_ = scale_ * factor;
    shift_ = shift_ * factor + offset;
  }

  /// RGB to BGR, or back.
  void reverse(const OnnxNode& node) {
    const std::int64_t axis = integerOf(node, "axis", 0), channels = axes_.place('C');
    if ((axis < 0 ? axis + 4 : axis) != channels || chain_.integers(node, 1) != std::vector<std::int64_t>{2, 1, 0})
      fail(describeNode(node), " picks something out of an image that is not its channels in the order 2, 1, 0");
    found_.reversed = !found_.reversed;
    scale_ = scale_.flip(0);
    shift_ = shift_.flip(0);
  }

  void settle() {
    if (found_.reversed)
      found_.notes.push_back(
          "read from the graph: the order of channels is turned round; that its input is RGB is a guess");
    const bool bytes = chain_.input().elementType == byteType;
    if (!any_ && !bytes) return;
    const bool fine = torch::isfinite(scale_).all().item<bool>() && torch::isfinite(shift_).all().item<bool>();
    if (!fine || !(scale_ > 0).all().item<bool>()) fail("its input is multiplied by something that is not positive");
    found_.normalization = normalizationOf(-shift_ / scale_, 1.0 / scale_, bytes);
  }

  /// (pixel - mean) / std with pixels in [0,1]; whether a graph takes these or bytes is told by their type, or by what
  /// it subtracts and divides by.
  Normalization normalizationOf(torch::Tensor mean, torch::Tensor std, bool bytes) {
    const bool large = mean.abs().max().item<double>() > 2 || std.max().item<double>() > 16;
    if (bytes || large) {
      mean = mean / largestByte;
      std = std / largestByte;
    }
    Normalization result{{}, {}, found_.reversed ? ChannelOrder::BGR : ChannelOrder::RGB};
    for (std::int64_t i = 0; i < scale_.numel(); ++i) {
      result.mean.push_back(decimalOf(mean[i].item<float>()) + 0.0);  // not -0
      result.std.push_back(decimalOf(std[i].item<float>()));
    }
    const char* range = bytes   ? "its input is bytes"
                        : large ? "by their size these numbers are for pixels from 0 to 255"
                                : "by their size these numbers are for pixels from 0 to 1";
    found_.notes.push_back(concat("read from the graph: normalization mean ", numbersText(result.mean), ", std ",
                                  numbersText(result.std), " (", range, ")"));
    return result;
  }

  OnnxChain& chain_;
  OnnxAxes& axes_;
  OnnxPreprocessing found_;
  torch::Tensor scale_ = torch::ones({1}, torch::kDouble), shift_ = torch::zeros({1}, torch::kDouble);
  bool any_ = false;
};

}  // namespace

OnnxPreprocessing takePreprocessing(OnnxChain& chain, OnnxAxes& axes) { return Preprocessing(chain, axes).read(); }

}  // namespace zipper
