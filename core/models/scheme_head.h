// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/network/activation.h"

namespace zipper {

/// What follows the features of a network in a file: linear layers, the last of which gives the logits.
struct MatchedHead {
  /// Canonical name and index in the file: "hidden.1.weight", ..., "head.bias"; of batch normalization that lies before
  /// a linear layer "hidden.1.before.weight", "….bias", "….running_mean", "….running_var", of one between it and its
  /// activation "hidden.1.behind.weight", ...
  std::vector<std::pair<std::string, std::size_t>> tensors;
  std::vector<std::optional<Activation>> hidden;  ///< behind each hidden layer; nothing: the file doesn't tell
  std::map<std::string, double> epsilons;         ///< of "hidden.1.before" and the like, where the file tells
  int pooledSize = 0;                             ///< height and width of what is averaged, where the file tells
  std::vector<std::string> notes;
};

/// Puts a head together, from the features on.
class HeadBuilder {
 public:
  /// What stands for a tensor that isn't there.
  static constexpr std::size_t none = std::size_t(-1);
  struct Norm {
    std::string name;  ///< in the file, for messages
    std::size_t weight = none, bias = none, mean = none, variance = none;
    std::optional<double> epsilon;
  };

  /// Error if there are 64 of them.
  void linear(const std::string& name, std::size_t weight, std::size_t bias);
  /// Belongs to the linear layer before it, or to the next one if an activation or nothing but features came before.
  /// Error if there is a second one.
  void norm(const Norm& norm);
  /// Of the linear layer before, also with batch normalization between, if that follows the linear layer directly.
  /// Error if that has another one, or if batch normalization lies between two activations or before the first layer.
  void activate(Activation activation);
  bool isEmpty() const { return layers_.empty(); }
  /// `tells`: the source of all this names every activation, so that a layer without one has none. Error if batch
  /// normalization or an activation is left at the end.
  MatchedHead finish(bool tells);

 private:
  struct Layer {
    std::string name;
    std::size_t weight = none, bias = none;
    std::optional<Activation> activation;
    std::optional<Norm> before, behind;
  };

  std::vector<Layer> layers_;
  std::optional<Norm> pending_;
};

}  // namespace zipper
