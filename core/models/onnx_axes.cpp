// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_axes.h"

#include <algorithm>
#include <set>

#include "core/containers/onnx_attributes.h"
#include "core/network/named_tensors.h"
#include "core/support/error.h"

namespace zipper {

namespace {

using Integers = std::vector<std::int64_t>;

constexpr std::size_t mostAxes = 8;

/// The integers of a node's second input, or of its attribute in older versions of the operator; empty if there are
/// neither.
Integers axesOf(OnnxChain& chain, const OnnxNode& node, const char* attribute = "axes") {
  return chain.hasInput(node, 1) ? chain.integers(node, 1) : integersOf(node, attribute, {});
}

std::string withoutOnes(std::string letters) {
  letters.erase(std::remove(letters.begin(), letters.end(), '1'), letters.end());
  return letters;
}

}  // namespace

int OnnxAxes::place(char letter) const {
  const auto at = letters_.find(letter);
  return at == std::string::npos ? -1 : int(at);
}

std::size_t OnnxAxes::checked(const OnnxNode& node, std::int64_t axis, std::size_t rank) const {
  const std::int64_t size = std::int64_t(rank);
  if (axis < -size || axis >= size) fail(describeNode(node), ": there is no axis ", axis, " of ", size);
  return std::size_t(axis < 0 ? axis + size : axis);
}

void OnnxAxes::follow(OnnxChain& chain) {
  OnnxArrangements& known = arrangements_;
  if (known.letters.empty() || chain.place() + 1 != known.first + known.letters.size())
    known = {chain.place(), {letters_}};
  while (const OnnxNode* node = chain.take({"Transpose", "Reshape", "Flatten", "Squeeze", "Unsqueeze"})) {
    if (node->op == "Transpose") transpose(*node);
    if (node->op == "Reshape") reshape(chain, *node);
    if (node->op == "Flatten") flatten(*node);
    if (node->op == "Squeeze") squeeze(chain, *node);
    if (node->op == "Unsqueeze") unsqueeze(chain, *node);
    known.letters.push_back(letters_);
  }
}

void OnnxAxes::transpose(const OnnxNode& node) {
  Integers order;
  for (std::size_t i = letters_.size(); i > 0; --i) order.push_back(std::int64_t(i) - 1);
  order = integersOf(node, "perm", order);
  Integers sorted = order;
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t i = 0; i < sorted.size(); ++i)
    if (sorted.size() != letters_.size() || sorted[i] != std::int64_t(i))
      fail(describeNode(node), " does not order ", letters_.size(), " axes");
  std::string turned;
  for (const std::int64_t from : order) turned += letters_[std::size_t(from)];
  letters_ = turned;
}

/// A batch [N,C,1,1] as [N,C] or the other way round; [N,C,H,W] as [N,C,H*W]; a grey image [N,H,W,1] as [N,1,H,W]. The
/// shape that is asked for may depend on the number of images, so that it isn't always known.
void OnnxAxes::reshape(OnnxChain& chain, const OnnxNode& node) {
  Integers shape;
  if (!isPooled() || chain.hasKnownIntegers(node, 1) || !chain.hasInput(node, 1))
    shape = axesOf(chain, node, "shape");
  else
    shape = chain.sizes(node, 1);
  if (isPooled()) {
    std::string wide = withoutOnes(letters_);
    if (wide.size() != 2 || wide[0] != 'N') fail(describeNode(node), " changes axes in a way that isn't known here");
    if (shape.size() > mostAxes) fail(describeNode(node), " has more than ", mostAxes, " axes");
    if (shape.size() <= 2) {
      letters_ = wide;
      return;
    }
    std::string turned = "N";
    for (std::size_t i = 1; i < shape.size(); ++i)
      turned += shape[i] == 0 && i < letters_.size() ? letters_[i] : shape[i] == 1 ? '1' : wide[1];
    if (withoutOnes(turned) != wide) fail(describeNode(node), " changes axes in a way that isn't known here");
    letters_ = turned;
    return;
  }
  if (letters_ == "NHWC" && shape.size() == 4 && shape[1] == 1) {
    letters_ = "NCHW";
    return;
  }
  if (letters_ == "NCHW" && shape.size() == 3 && (shape[1] == 0 || shape[1] > 1)) {
    letters_ = "NCX";
    return;
  }
  fail(describeNode(node),
       " takes the pixels of a feature map apart; average pooling over all of them was expected before");
}

void OnnxAxes::flatten(const OnnxNode& node) {
  if (!isPooled())
    fail(describeNode(node),
         " makes every pixel of the feature map an input of the head; average pooling over all of them was expected");
  const std::string wide = withoutOnes(letters_);
  if (checked(node, integerOf(node, "axis", 1), letters_.size() + 1) != 1 || wide.size() != 2 || letters_[0] != 'N')
    fail(describeNode(node), " changes axes in a way that isn't known here");
  letters_ = wide;
}

void OnnxAxes::squeeze(OnnxChain& chain, const OnnxNode& node) {
  const Integers axes = axesOf(chain, node);
  std::set<std::size_t> places;
  for (const std::int64_t axis : axes) places.insert(checked(node, axis, letters_.size()));
  std::string left;
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    const bool removed = axes.empty() ? letters_[i] == '1' : places.count(i) > 0;
    if (removed && letters_[i] != '1') fail(describeNode(node), " removes an axis that is not of size 1");
    if (!removed) left += letters_[i];
  }
  letters_ = left;
}

void OnnxAxes::unsqueeze(OnnxChain& chain, const OnnxNode& node) {
  const Integers axes = axesOf(chain, node);
  const std::size_t rank = letters_.size() + axes.size();
  if (rank > mostAxes) fail(describeNode(node), " has more than ", mostAxes, " axes");
  std::set<std::size_t> places;
  for (const std::int64_t axis : axes) places.insert(checked(node, axis, rank));
  std::string all;
  for (std::size_t i = 0, next = 0; i < rank; ++i)
    all += places.count(i) > 0 || next >= letters_.size() ? '1' : letters_[next++];
  letters_ = all;
}

void OnnxAxes::average(OnnxChain& chain, const OnnxNode& node) {
  const Integers axes = axesOf(chain, node);
  const bool keep = integerOf(node, "keepdims", 1) != 0;
  std::set<std::size_t> places;
  for (const std::int64_t axis : axes) places.insert(checked(node, axis, letters_.size()));
  std::string left;
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    const bool averaged = axes.empty() || places.count(i) > 0;
    if (averaged && (letters_[i] == 'N' || letters_[i] == 'C'))
      fail(describeNode(node), " does not average over height and width alone");
    if (!averaged)
      left += letters_[i];
    else if (keep)
      left += '1';
  }
  letters_ = left;
}

torch::Tensor OnnxAxes::perChannel(const OnnxNode& node, const torch::Tensor& values) const {
  if (values.numel() == 1) return values.reshape({1}).to(torch::kDouble);
  const int channels = place('C'), rank = int(letters_.size());
  for (int i = 0; i < int(values.dim()); ++i) {
    const int axis = rank - int(values.dim()) + i;  // constants are aligned at their last axis
    if (values.size(i) != 1 && (channels < 0 || axis != channels))
      fail(describeNode(node), ": its constant of shape ", shapeText(values), " is not one number per channel");
  }
  return values.reshape({-1}).to(torch::kDouble);
}

std::string lettersOf(const OnnxArrangements& value, const OnnxBranch& branch) {
  OnnxAxes axes(branch.place ? value.lettersAt(*branch.place) : std::string());
  if (axes.letters().empty()) return {};
  for (const OnnxNode* turn : branch.turns) axes.transpose(*turn);
  return axes.letters();
}

}  // namespace zipper
