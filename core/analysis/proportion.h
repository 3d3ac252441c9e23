// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include "core/session/scores.h"

namespace zipper {

/// A share of images, 0 ... 1, and how far it is known.
struct Proportion {
  std::int64_t hits = 0;
  std::int64_t images = 0;
  double share = 0;  ///< hits / images; 0 without images
  double low = 0;    ///< the 95 % interval; 0 ... 1 without images
  double high = 1;
};

/// With Wilson's score interval for a confidence of 95 %: unlike the textbook interval it stays within 0 ... 1 and has
/// a width where all or none are hits. Source: E. B. Wilson, "Probable inference, the law of succession, and
/// statistical inference", Journal of the American Statistical Association 22 (1927), 209-212. Throws Error unless
/// 0 <= hits <= images.
Proportion proportionOf(std::int64_t hits, std::int64_t images);

/// Of the test images whose class is the network's first choice. A score that is none, as a session file may say
/// anything, has no images.
Proportion top1Of(const Score& score);

}  // namespace zipper
