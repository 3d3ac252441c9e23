// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/network/mobilenet_spec.h"

namespace zipper {

struct InferenceGraph;

/// What one task of an exported file reads and gives.
struct SnippetTask {
  std::string letter;  ///< "a", as in the file; of the only task empty
  std::string name;    ///< for people; empty: the capital of the letter, or "answer"
  MobileNetSpec spec;
  std::string input;  ///< names in the file; tasks with a trunk have one input in common
  std::string output;
};

/// What a program has to know of an exported file to classify an image with it.
struct SnippetNetwork {
  std::vector<SnippetTask> tasks;
  bool softmax = false;  ///< the outputs are probabilities already
  bool upright = false;  ///< photographs are turned as their EXIF data says: Exif::Apply of the training images
};

/// Of the graph of what is exported. `names`: one a task, for people.
SnippetNetwork snippetNetwork(const InferenceGraph& graph, const std::vector<std::string>& names = {});

}  // namespace zipper
