// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/containers/onnx_graph.h"

namespace zipper {

/// The attributes of a node, or what stands for one that it lacks.
inline std::vector<std::int64_t> integersOf(const OnnxNode& node, const char* attribute,
                                            const std::vector<std::int64_t>& otherwise) {
  const auto found = node.attributes.find(attribute);
  return found == node.attributes.end() || found->second.integers.empty() ? otherwise : found->second.integers;
}

inline std::int64_t integerOf(const OnnxNode& node, const char* attribute, std::int64_t otherwise) {
  const auto found = node.attributes.find(attribute);
  return found == node.attributes.end() ? otherwise : found->second.integer.value_or(otherwise);
}

inline double realOf(const OnnxNode& node, const char* attribute, double otherwise) {
  const auto found = node.attributes.find(attribute);
  return found == node.attributes.end() || !found->second.real ? otherwise : double(*found->second.real);
}

inline std::string textOf(const OnnxNode& node, const char* attribute) {
  const auto found = node.attributes.find(attribute);
  return found == node.attributes.end() ? std::string() : found->second.text;
}

}  // namespace zipper
