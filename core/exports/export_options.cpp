// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/export_options.h"

#include <array>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::array<const char*, 3> precisionNames{"float32", "float16", "int8"};

}  // namespace

std::string toString(ExportPrecision precision) { return precisionNames[std::size_t(precision)]; }

ExportPrecision exportPrecisionFromString(const std::string& text) {
  for (std::size_t i = 0; i < precisionNames.size(); ++i)
    if (text == precisionNames[i]) return ExportPrecision(i);
  fail("precision: '", printable(text, 100), "' found, expected one of float32, float16, int8");
}

}  // namespace zipper
