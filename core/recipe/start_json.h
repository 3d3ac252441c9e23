// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/recipe/recipe.h"
#include "core/support/json_reader.h"

namespace zipper {

/// The keys by which recipes and reports name how shared weights start, in this order: initialization, alignment,
/// fisher_weights, fit_kernels, fit_heads.
Json toJson(const Start& start);

/// Takes those keys out of an object where they are; an initialization other than that of `start` first changes what
/// belongs to it (see setInitialization()). Throws Error as JsonReader::read().
void readStart(JsonReader& reader, Start& start);

}  // namespace zipper
