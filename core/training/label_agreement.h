// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

#include "core/data/dataset.h"
#include "core/network/folded_network.h"
#include "core/support/work.h"

namespace zipper {

/// How often two networks give the same answer; no labels are needed, so that any pictures will do.
struct LabelAgreement {
  std::int64_t images = 0;
  double same = 0;       ///< share of the images, 0 to 1, that both take for the same class
  double confident = 0;  ///< the same among the images whose class gets at least 0.5 from the first network
  std::int64_t confidentImages = 0;
};

/// Of two networks that read the same images, in evaluation mode. Images that can't be read are left out, with a
/// warning. Tells progress in batches. Throws Cancelled, and Error if they have other classes.
LabelAgreement agreementOn(const FoldedNetwork& first, const FoldedNetwork& second, const DatasetPtr& dataset,
                           const Work& work = {});

}  // namespace zipper
