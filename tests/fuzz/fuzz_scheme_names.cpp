// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include "core/models/scheme_matching.h"
#include "core/support/error.h"

/// The input is a text: in each line the name of a tensor, and behind spaces the sizes of its axes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t mostTensors = 1000, mostAxes = 8;
  std::istringstream lines(std::string(reinterpret_cast<const char*>(data), size));
  std::vector<zipper::NamedShape> tensors;
  for (std::string line; tensors.size() < mostTensors && std::getline(lines, line);) {
    std::istringstream words(line);
    zipper::NamedShape tensor;
    words >> tensor.name;
    for (std::uint16_t axis = 0; tensor.shape.size() < mostAxes && words >> axis;) tensor.shape.push_back(axis);
    tensors.push_back(tensor);
  }
  for (const bool useEma : {false, true}) {
    try {
      zipper::matchScheme(tensors, {useEma, "", nullptr});
    } catch (const zipper::Error&) {
      // The one answer to names that aren't right.
    }
  }
  return 0;
}
