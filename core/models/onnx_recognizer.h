// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/models/onnx_architecture.h"
#include "core/models/onnx_axes.h"
#include "core/models/onnx_epsilon.h"
#include "core/models/onnx_head.h"
#include "core/models/onnx_network.h"
#include "core/models/onnx_padding.h"
#include "core/models/onnx_preprocessing.h"
#include "core/network/plan.h"

namespace zipper {

/// Follows a graph from an input to one of its outputs, unit by unit of the architecture that its convolutions look
/// like. To be used once.
class OnnxRecognizer {
 public:
  /// Throws Error unless there is one path to the output (see OnnxChain).
  OnnxRecognizer(const OnnxGraph& graph, const OnnxValue& output);

  /// Throws Error that names the node where it stops being a MobileNet, or what the graph states that can't be used.
  OnnxMobileNet recognize();
  /// How many nodes fitted.
  std::size_t place() const { return chain_.place(); }
  /// What it looks like.
  const OnnxLikeness& likeness() const { return likeness_; }

 private:
  void addUnits();
  void addUnit(const UnitPlan& planned);
  void noteStride(const UnitPlan& planned, const OnnxUnit& unit);
  void noteActivation(const UnitPlan& planned, const OnnxUnit& unit);
  void addTensors(const std::string& key, const OnnxUnit& unit);
  void takeSqueezeExcite(int layer);
  void takeBlockAddition(int layer);
  void readHead();
  void completeSpec(const OnnxPreprocessing& input);
  int sizeOfPooled() const;
  void describeFindings();

  OnnxChain chain_;
  OnnxAxes axes_{"NCHW"};
  OnnxLikeness likeness_;
  MobileNetSpec likely_;  ///< completed unit by unit with what their shapes don't tell
  bool knowsActivation_ = false;
  std::vector<int> rows_;     ///< the layers that may have a stride of their own
  std::vector<int> strides_;  ///< of these layers
  bool ownStrides_ = false;   ///< they aren't as usual
  OnnxArrangements blockInput_;
  std::int64_t blockChannels_ = 0, channels_ = 0;  ///< of what the block and the next unit read
  int blockStride_ = 1;
  OnnxMobileNet found_;
  OnnxPadding padding_;
  std::vector<OnnxEpsilon> epsilons_;
  OnnxTakenWeights taken_;        ///< by linear layers
  int size_ = 0, firstSize_ = 0;  ///< of the feature map and of the input; 0: unknown
  int pooledSize_ = 0;            ///< what the pooling averages over, where the graph states it
};

}  // namespace zipper
