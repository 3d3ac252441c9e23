// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "core/session/kept_comparison.h"
#include "core/session/session.h"

namespace zipper {

/// Appends a comparison of the session's networks. Error if there are mostComparisons already, or checkComparison()
/// refuses it. With `place` it takes the place of the one that is there.
void keepComparison(Session& session, std::shared_ptr<const KeptComparison> comparison,
                    std::optional<std::size_t> place = {});
/// Error if the name is too long or has several lines; empty: none.
void renameComparison(Session& session, std::size_t place, const std::string& name);

}  // namespace zipper
