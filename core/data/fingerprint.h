// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/data/dataset.h"

namespace zipper {

/// A short fingerprint of a data set for recipes: SHA-256 over sizes, labels, class names and the bytes of up to 64
/// evenly spaced images.
std::string fingerprint(const Dataset& dataset);

}  // namespace zipper
