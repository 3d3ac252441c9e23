// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/exports/export_options.h"

namespace zipper {

/// What is to be written.
struct ExportRequest {
  std::string format;        ///< the name of one of exportFormats()
  std::string task = "all";  ///< or the letter of one task ("a"), for a network of its own
  ExportOptions options;
};

}  // namespace zipper
