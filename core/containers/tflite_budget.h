// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <flatbuffers/flatbuffers.h>

#include <cstddef>
#include <string>

#include "core/support/error.h"

namespace zipper {

/// Counts what is kept of a TensorFlow Lite file besides its constants: in a FlatBuffer, one text may be that of a
/// thousand tensors.
class TfliteBudget {
 public:
  /// Error if it becomes more than 16 MiB.
  void keep(std::size_t bytes) {
    constexpr std::size_t most = std::size_t(16) << 20;
    if (bytes > most - kept_) fail("describes more than any MobileNet has (over 16 MiB besides the weights)");
    kept_ += bytes;
  }
  /// Empty if there is none.
  std::string text(const flatbuffers::String* text) {
    if (text == nullptr) return {};
    keep(text->size());
    return text->str();
  }

 private:
  std::size_t kept_ = 0;
};

}  // namespace zipper
