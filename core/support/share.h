// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper {

/// One of `count` contiguous parts of something that several processes divide among themselves.
struct Share {
  int index = 0;  ///< 0 ... count - 1
  int count = 1;

  bool isWhole() const { return count == 1; }
  /// Where the part with this number begins among so many things; that with number `count` would begin at the end.
  template <typename Number>
  Number begin(Number things, int part) const {
    return things * Number(part) / Number(count);
  }
  template <typename Number>
  Number begin(Number things) const {
    return begin(things, index);
  }
  template <typename Number>
  Number end(Number things) const {
    return begin(things, index + 1);
  }
};

}  // namespace zipper
