// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/analysis/answers.h"
#include "core/data/dataset.h"
#include "core/network/folded_network.h"
#include "core/support/compute_device.h"
#include "core/support/work.h"

namespace zipper {

/// What each of these networks answers, computed where it is, in one pass over the images. All must read images in the
/// same way (those of a task do). Images that can't be read are left out, with a warning. Done by one process alone;
/// tells progress in batches. Throws Cancelled, and Error for a network without a head.
std::vector<NetworkAnswers> answersOf(const std::vector<FoldedNetwork>& networks, const DatasetPtr& images,
                                      const Work& work = {});
/// The same on a device, of networks that are on the CPU. Throws Error as withNetworksOn(), too.
std::vector<NetworkAnswers> answersOf(const ComputeDevice& device, std::vector<MobileNet> networks,
                                      const DatasetPtr& images, const Work& work = {});

}  // namespace zipper
