// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace zipper {

/// What computes: the processor, or a card that LibTorch computes on through CUDA.
struct ComputeDevice {
  int card = -1;  ///< its number, from 0 on; -1: the processor
  bool isCard() const { return card >= 0; }
};

/// What it may be called, as messages say it.
inline constexpr const char* computeDeviceChoices = "cpu, cuda, or the number of a card as in cuda:1";

/// Whether computeDeviceFromString() takes the text. The card need not be there.
bool isComputeDevice(const std::string& text);
/// "cpu", "cuda" (the first card), "cuda:0", "cuda:1" ... Throws Error for anything else.
ComputeDevice computeDeviceFromString(const std::string& text);
/// The reverse: "cpu" or "cuda:0".
std::string toString(const ComputeDevice& device);

/// A card that can be computed on.
struct ComputeCard {
  int number = 0;
  std::string name;              ///< as its maker calls it; empty if the driver doesn't say
  std::uint64_t freeBytes = 0;   ///< of its memory, at the moment
  std::uint64_t totalBytes = 0;  ///< 0 if the driver doesn't say
};

/// Those that are there, by number; none where LibTorch was built without CUDA. Asking each how much of its memory is
/// free may take a part of a second.
std::vector<ComputeCard> computeCards();
/// How many there are.
int computeCardCount();

/// Throws Error, in one sentence, if it can't be computed on: LibTorch has no CUDA, or there is no such card.
void requireDevice(const ComputeDevice& device);

}  // namespace zipper
