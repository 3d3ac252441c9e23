// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/exports/export_options.h"

namespace zipper {

/// A format, by its name in exportFormats(), and what its numbers are.
struct ExportChoice {
  std::string format;
  ExportPrecision precision = ExportPrecision::Float32;

  friend bool operator==(const ExportChoice& a, const ExportChoice& b) {
    return a.format == b.format && a.precision == b.precision;
  }
};

/// Where an exported network is to run.
struct ExportTarget {
  std::string name;                   ///< as on the command line: "phone"
  std::string title;                  ///< for people: "Phone"
  std::string purpose;                ///< a sentence for people: what it is for
  std::vector<ExportChoice> choices;  ///< the recommended one first
};

/// All targets: "phone", "browser", "python", "cpp" and "program". Choices that exportFormats() can't write
/// are left out, and so is a target without any.
const std::vector<ExportTarget>& exportTargets();

/// The target of that name; Error that lists the known ones.
const ExportTarget& exportTarget(const std::string& name);

/// The targets that have this choice, the one that recommends it most first. For "zipper export", where a format may be
/// given without a target.
std::vector<const ExportTarget*> targetsOf(const ExportChoice& choice);

}  // namespace zipper
