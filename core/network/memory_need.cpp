// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/memory_need.h"

#include <unistd.h>

#include <algorithm>
#include <iomanip>

#include "core/network/plan.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr std::uint64_t floatBytes = 4;
/// Between a convolution and what the next one reads: batch normalization and activation.
constexpr std::uint64_t mapsPerLayer = 2;

std::uint64_t numbersOf(int channels, int size) {
  return std::uint64_t(channels) * std::uint64_t(size) * std::uint64_t(size);
}

/// What later units still multiply or add to what they put out, while a unit is computed.
std::uint64_t numbersKept(const std::vector<UnitPlan>& units, std::size_t index) {
  std::uint64_t numbers = 0;
  for (std::size_t i = index; i < units.size(); ++i) {
    for (const int read : {units[i].gated, units[i].addend}) {
      if (read < 0 || read >= int(index) || read == units[index].input) continue;
      const UnitPlan& kept = units[std::size_t(read)];
      numbers += numbersOf(kept.outputChannels, kept.outputSize);
    }
  }
  return numbers;
}

std::string gibibytes(std::uint64_t bytes) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(1) << double(bytes) / double(std::uint64_t(1) << 30) << " GiB";
  return text.str();
}

}  // namespace

std::uint64_t inferenceBytes(const MobileNetSpec& spec, std::int64_t images) {
  std::uint64_t most = 0;
  const std::vector<UnitPlan> units = unitsOf(spec);
  for (std::size_t i = 0; i < units.size(); ++i)
    most = std::max(most, numbersOf(units[i].inputChannels, units[i].inputSize) +
                              mapsPerLayer * numbersOf(units[i].outputChannels, units[i].outputSize) +
                              numbersKept(units, i));
  return std::uint64_t(images) * most * floatBytes;
}

int imagesWithinBudget(const MobileNetSpec& spec, int wanted) {
  const std::uint64_t fitting = featureMapBudget / std::max<std::uint64_t>(inferenceBytes(spec, 1), 1);
  return int(std::clamp<std::uint64_t>(fitting, 1, std::uint64_t(std::max(wanted, 1))));
}

std::uint64_t trainingBytes(const MobileNetSpec& spec, std::int64_t images) {
  std::uint64_t all = numbersOf(spec.inputChannels, spec.inputSize);
  for (const UnitPlan& layer : unitsOf(spec)) all += mapsPerLayer * numbersOf(layer.outputChannels, layer.outputSize);
  return std::uint64_t(images) * all * floatBytes;
}

void checkMemory(const std::string& what, std::uint64_t bytes) {
  const long pages = ::sysconf(_SC_PHYS_PAGES), page = ::sysconf(_SC_PAGE_SIZE);
  if (pages <= 0 || page <= 0) return;
  const std::uint64_t available = std::uint64_t(pages) * std::uint64_t(page);
  if (bytes > available)
    fail(what, " takes about ", gibibytes(bytes), " of memory, but this machine has ", gibibytes(available));
}

std::string imagesText(const MobileNetSpec& spec, std::int64_t images) {
  return concat(images, images == 1 ? " image of " : " images of ", spec.inputSize, "x", spec.inputSize, " pixels");
}

}  // namespace zipper
