// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace zipper {

/// What becomes of transparency. Drop: the colours as they are stored, as PIL's convert("RGB") and TensorFlow's
/// decoders with three channels have it, and so most networks were trained. White: laid over white, as versions of this
/// program before this choice did.
enum class Alpha { Drop, White };

/// What becomes of the orientation in EXIF data. Ignore: pixels as they are stored, as PyTorch's ImageFolder and
/// TensorFlow's decoders have it. Apply: turned upright.
enum class Exif { Ignore, Apply };

/// How image files become pixels, where one can differ about it.
struct ImageReading {
  Alpha alpha = Alpha::Drop;
  Exif exif = Exif::Ignore;
};

inline bool operator==(const ImageReading& a, const ImageReading& b) { return a.alpha == b.alpha && a.exif == b.exif; }
inline bool operator!=(const ImageReading& a, const ImageReading& b) { return !(a == b); }

std::string toString(Alpha value);
std::string toString(Exif value);
/// "drop" or "white" / "ignore" or "apply"; Error otherwise.
Alpha alphaFromString(const std::string& text);
Exif exifFromString(const std::string& text);

}  // namespace zipper
