// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/random.h"

namespace zipper {

std::uint64_t Random::next() {
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

std::uint64_t mixSeed(std::initializer_list<std::uint64_t> parts) {
  std::uint64_t seed = 0x5A17E9B3C0FFEE01ULL;
  for (std::uint64_t part : parts) seed = Random(seed ^ (part * 0xD6E8FEB86659FD93ULL)).next();
  return seed;
}

}  // namespace zipper
