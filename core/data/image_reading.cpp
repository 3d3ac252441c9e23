// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/image_reading.h"

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

std::string toString(Alpha value) { return value == Alpha::Drop ? "drop" : "white"; }

std::string toString(Exif value) { return value == Exif::Ignore ? "ignore" : "apply"; }

Alpha alphaFromString(const std::string& text) {
  if (text == "drop") return Alpha::Drop;
  if (text == "white") return Alpha::White;
  fail("alpha: \"", printable(text), "\" found, drop or white expected");
}

Exif exifFromString(const std::string& text) {
  if (text == "ignore") return Exif::Ignore;
  if (text == "apply") return Exif::Apply;
  fail("exif: \"", printable(text), "\" found, ignore or apply expected");
}

}  // namespace zipper
