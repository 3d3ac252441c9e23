// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_head.h"

#include "core/models/onnx_activation.h"
#include "core/models/onnx_pooling.h"
#include "core/models/onnx_scale.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

class HeadReader {
 public:
  HeadReader(OnnxChain& chain, OnnxAxes& axes, int size, OnnxTakenWeights& taken)
      : chain_(chain), axes_(axes), size_(size), taken_(taken) {}

  OnnxHead read() {
    axes_.follow(chain_);
    if (chain_.atEnd()) fail("average pooling was expected after the last layer, found its end");
    found_.pooledSize = takePooling(chain_, axes_, size_, "the last layer");
    readLayers();
    readRest();
    return std::move(found_);
  }

 private:
  /// An activation, and a scale in front of a layer, only make sense if a layer follows.
  void readLayers() {
    std::string unexpected;
    bool isScaled = false;
    for (;;) {
      const OnnxScale before = takeScale(chain_, axes_);
      if (unexpected.empty()) unexpected = before.first;
      std::optional<OnnxLinear> taken =
          takeLinear(chain_, axes_, "the head", found_.layers.empty() ? nullptr : &found_.layers.back(), taken_);
      if (!taken) break;
      OnnxLinear& layer = found_.layers.emplace_back(std::move(*taken));
      if (!before.first.empty()) putBefore(layer, before);
      const OnnxScale behind = takeScale(chain_, axes_);
      if (!behind.first.empty()) putBehind(layer, behind);
      isScaled = behind.isScaled;
      unexpected = chain_.describeNext();
      const std::optional<Activation> activation = takeActivation(chain_, axes_);
      if (!activation) unexpected.clear();
      layer.activation = activation.value_or(Activation::None);
    }
    if (!unexpected.empty()) fail("the end of the network was expected, found ", unexpected);
    if (isScaled) found_.notes.push_back("the scale behind the head is put into its weights");
  }

  void readRest() {
    axes_.follow(chain_);
    while (const OnnxNode* node = chain_.take({"Softmax", "LogSoftmax", "Sigmoid", "ArgMax", "TopK", "Cast", "Squeeze",
                                               "Unsqueeze", "Reshape", "Flatten", "Transpose"}))
      if (node->op != "Cast" && node->op.find("queeze") == std::string::npos && node->op != "Reshape" &&
          node->op != "Flatten" && node->op != "Transpose")
        found_.notes.push_back(concat("the ", printable(node->op, 20), " at its end is left out"));
    if (!chain_.atEnd()) fail("the end of the network was expected, found ", chain_.describeNext());
  }

  OnnxChain& chain_;
  OnnxAxes& axes_;
  int size_;
  OnnxTakenWeights& taken_;
  OnnxHead found_;
};

}  // namespace

OnnxHead takeHead(OnnxChain& chain, OnnxAxes& axes, int size, OnnxTakenWeights& taken) {
  return HeadReader(chain, axes, size, taken).read();
}

}  // namespace zipper
