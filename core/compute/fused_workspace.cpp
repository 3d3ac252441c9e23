// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/fused_workspace.h"

namespace zipper {

float* atLeast(MappedFloats& values, std::int64_t size) {
  if (values.size() < std::size_t(size)) values.resize(std::size_t(size));
  return values.data();
}

std::vector<float*> FusedWorkspace::tapsFor(const UnitShapes& shapes, std::int64_t count) {
  taps.resize(std::size_t(shapes.layers()));
  std::vector<float*> places;
  for (int layer = 1; layer <= shapes.layers(); ++layer)
    places.push_back(atLeast(taps[std::size_t(layer) - 1], count * shapes.tapSize(layer)));
  return places;
}

}  // namespace zipper
