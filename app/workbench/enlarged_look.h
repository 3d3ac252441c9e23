// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <utility>
#include <vector>

namespace zipper {

/// As long as it lives, the fonts of the application and the lines of plots are larger; then they are as before.
/// Needs a QApplication.
class EnlargedLook {
 public:
  explicit EnlargedLook(double factor);
  ~EnlargedLook();
  EnlargedLook(const EnlargedLook&) = delete;
  EnlargedLook& operator=(const EnlargedLook&) = delete;

 private:
  QFont font_;
  std::vector<std::pair<const char*, QFont>> ofClasses_;  ///< that the desktop has other fonts for
  double strokes_;
};

}  // namespace zipper
