// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/containers/onnx_graph.h"
#include "core/containers/tflite_graph.h"

namespace zipper {

/// An OnnxGraph that is put together from the tensors of a TfliteGraph, whose names need not be different ones.
class TfliteOnnx {
 public:
  /// The graph has to outlive this.
  explicit TfliteOnnx(const TfliteGraph& graph);

  const TfliteTensor& tensor(int index) const { return graph_.tensors[std::size_t(index)]; }
  /// Its name as messages have it: printable, of at most 100 bytes.
  const std::string& nameOf(int tensor) const { return shownNames_[std::size_t(tensor)]; }
  /// The name of what a tensor holds. A constant becomes one of the graph, with its real values.
  std::string valueOf(int tensor);
  /// What a tensor holds has this name from now on.
  void setValue(int tensor, const std::string& name) { values_[std::size_t(tensor)] = name; }
  /// What a tensor holds is what another one does: a constant that is only stored in another type.
  void setSame(int tensor, int other) { sources_[std::size_t(tensor)] = sources_[std::size_t(other)]; }
  /// Makes what a tensor holds an output of the graph, under the tensor's name.
  void addOutput(int tensor);

  bool isConstant(int tensor) const;
  /// The real values of a constant. Error that names it if they are 8-bit integers without a scale, or the constants
  /// take more memory than those of any MobileNet in a file of this size.
  torch::Tensor constant(int tensor);
  /// A few integers, as stored; nothing if the tensor holds none, or more than 16.
  std::optional<std::vector<std::int64_t>> integersOf(int tensor) const;

  /// A name that is no value's yet.
  std::string newName(const std::string& like);
  /// A constant that is no tensor of the file.
  std::string addConstant(const std::string& like, const torch::Tensor& values);
  /// `name` is for messages.
  OnnxNode& addNode(const std::string& op, const std::string& name, std::vector<std::string> inputs,
                    const std::string& output);
  OnnxGraph& graph() { return made_; }

  bool usesBytes() const { return usesBytes_; }    ///< some constants are 8-bit integers in the file
  bool usesHalves() const { return usesHalves_; }  ///< some are floating-point numbers of 16 bits

 private:
  const TfliteGraph& graph_;
  OnnxGraph made_;
  std::vector<std::string> shownNames_;  ///< per tensor
  std::vector<std::string> ownNames_;    ///< per tensor: no other value's
  std::vector<std::string> values_;      ///< per tensor
  std::vector<int> sources_;             ///< per tensor: itself, or the constant that it is the same as
  std::unordered_set<std::string> names_;
  std::size_t numbered_ = 0;  ///< names that got a number
  std::unordered_map<int, torch::Tensor> constants_;
  std::int64_t taken_ = 0;  ///< bytes of constants that aren't views of the file
  bool usesBytes_ = false, usesHalves_ = false;
};

/// An attribute of a node.
void setInteger(OnnxNode& node, const char* name, std::int64_t value);
void setIntegers(OnnxNode& node, const char* name, std::vector<std::int64_t> values);
void setReal(OnnxNode& node, const char* name, float value);
void setText(OnnxNode& node, const char* name, const std::string& value);

}  // namespace zipper
