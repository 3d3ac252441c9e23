// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/models/onnx_chain.h"

namespace zipper {

/// One value of a graph in several arrangements of its axes, one behind the other on the path.
struct OnnxArrangements {
  std::size_t first = 0;             ///< how many nodes have to be taken until the first one is known
  std::vector<std::string> letters;  ///< of the first one, of what the node behind it makes of it, ...

  /// The letters of what is known behind that many nodes; none if that is another value.
  std::string lettersAt(std::size_t place) const {
    return place >= first && place - first < letters.size() ? letters[place - first] : std::string();
  }
};

/// What the axes of a value in a graph are, one letter each: N images, C channels, H rows, W columns, X rows and
/// columns in one, 1 an axis of size 1. "NCHW" at convolutions; "NC" at a linear layer.
class OnnxAxes {
 public:
  explicit OnnxAxes(std::string letters) : letters_(std::move(letters)) {}

  const std::string& letters() const { return letters_; }
  /// Where a letter stands, or -1.
  int place(char letter) const;
  /// True if height and width are averaged out.
  bool isPooled() const { return letters_.find_first_of("HWX") == std::string::npos; }

  /// Passes over nodes that only rearrange or rename axes (Transpose, Reshape, Flatten, Squeeze, Unsqueeze). Error that
  /// names the node if what becomes of the axes can't be told, or is what no MobileNet does.
  void follow(OnnxChain& chain);
  /// The value that the last follow() left, and those that it is only another arrangement of.
  const OnnxArrangements& arrangements() const { return arrangements_; }
  /// Whether a value further on is multiplied by the one that the last follow() left.
  bool isFactor(const OnnxChain& chain) const {
    return chain.isFactor(arrangements_.first, arrangements_.letters.size());
  }
  /// What a Transpose node makes of them.
  void transpose(const OnnxNode& node);
  /// The axes that a node averages over, by its attribute or its second input; all if it has neither.
  void average(OnnxChain& chain, const OnnxNode& node);
  /// A number per channel, or one for all, of a constant that is combined with a value of these axes; Error that names
  /// the node if it is anything else. [1] or [C], float64.
  torch::Tensor perChannel(const OnnxNode& node, const torch::Tensor& values) const;

 private:
  void reshape(OnnxChain& chain, const OnnxNode& node);
  void flatten(const OnnxNode& node);
  void squeeze(OnnxChain& chain, const OnnxNode& node);
  void unsqueeze(OnnxChain& chain, const OnnxNode& node);
  std::size_t checked(const OnnxNode& node, std::int64_t axis, std::size_t rank) const;

  std::string letters_;
  OnnxArrangements arrangements_;
};

/// The axes with which a branch comes to where it meets the path, if it is an arrangement of this value; none if it is
/// another one.
std::string lettersOf(const OnnxArrangements& value, const OnnxBranch& branch);

}  // namespace zipper
