// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSize>
#include <array>
#include <optional>
#include <vector>

class QDockWidget;
class QMainWindow;

namespace zipper {

/// A window that is made small takes room from its docks, and QMainWindow doesn't give that back when the window is
/// large again. This does: in a window that is as large as before, the docks of each side are as wide, or at the bottom
/// as high, as before, and in between in proportion. What the user drags meanwhile stays as it was dragged.
class DockSizes : public QObject {
 public:
  /// A child of the window, of all docks that it has.
  DockSizes(QMainWindow& window, const std::vector<QDockWidget*>& docks);

  /// Sizes were set on purpose: none of before come back.
  void forget() { squeezed_ = {}; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  static constexpr std::size_t sides = 4;
  using Extents = std::array<int, sides>;  ///< of the docks of each side: width or height; 0: there are none
  /// What a side had in a window that was so wide or high.
  struct Squeezed {
    int extent = 0, window = 0;  ///< 0: it has what it had
  };

  std::vector<QDockWidget*> seenAt(std::size_t side) const;
  Extents measured() const;
  void followWindow();
  void giveBack(std::size_t side);
  void takeDrag();

  QMainWindow& window_;
  const std::vector<QDockWidget*> docks_;
  QSize size_;       ///< of the window, for which `extents_` are
  Extents extents_;  ///< as they were seen last
  std::array<Squeezed, sides> squeezed_{};
  std::optional<Extents> pressed_;  ///< when the mouse was pressed on what separates docks
};

}  // namespace zipper
