// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/data/class_matching.h"
#include "core/data/dataset.h"
#include "core/network/mobilenet_spec.h"

namespace zipper {

/// The images under the labels of the network: label() counts outputs from the first behind the background,
/// classNames() names those. Images whose class has no output are left out; if labels can't be scored on, label()
/// throws the problem. Where nothing changes, the data set itself.
DatasetPtr relabelled(const DatasetPtr& base, const ClassMatching& matching, const MobileNetSpec& spec);

/// The data set as it was before relabelled(): what fingerprint() is of.
DatasetPtr asOpened(const DatasetPtr& dataset);
const Dataset& asOpened(const Dataset& dataset);
/// ClassMatching::problem of a relabelled data set; empty for others.
std::string whyNotTrainable(const Dataset& dataset);
/// The same if labels can't even be scored on, so that label() throws it; empty if they can.
std::string whyNotScorable(const Dataset& dataset);

}  // namespace zipper
