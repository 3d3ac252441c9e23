// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/fused_workspace.h"

namespace zipper {

float* atLeast(MappedFloats& values, std::int64_t size) {
  if (values.size() < std::size_t(size)) values.resize(std::size_t(size));
  return values.data();
}

TeacherTaps teacherTaps(const UnitShapes& shapes, const std::vector<float*>& places, std::int64_t count) {
  TeacherTaps taps(places.size());
  for (std::size_t i = 0; i < places.size(); ++i)
    for (std::int64_t n = 0; n < count; ++n) taps[i].push_back(places[i] + n * shapes.tapSize(int(i) + 1));
  return taps;
}

std::vector<float*> FusedWorkspace::tapsFor(const UnitShapes& shapes, std::int64_t count) {
  taps.resize(std::size_t(shapes.layers()));
  std::vector<float*> places;
  for (int layer = 1; layer <= shapes.layers(); ++layer)
    places.push_back(atLeast(taps[std::size_t(layer) - 1], count * shapes.tapSize(layer)));
  return places;
}

}  // namespace zipper
