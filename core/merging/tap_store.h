// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <vector>

#include "core/compute/folded_pass.h"
#include "core/data/dataset.h"
#include "core/support/work.h"

namespace zipper {

/// Images of a task, drawn by the seed: the first `images` of them are the draw of so many.
struct ImageDraw {
  DatasetPtr dataset;
  int images = 512;
  std::uint64_t seed = 0;
};

/// What a network hands on behind a layer for drawn images. Immutable.
struct KnownTaps {
  ImageDraw draw;
  int layer = 0;                        ///< as in PassStart
  std::vector<std::int64_t> positions;  ///< of the images in the draw, rising; those that can't be read aren't there
  torch::Tensor maps;                   ///< [positions,C,H,W], channels last
  std::vector<torch::Tensor> before;    ///< folded weights and biases of the units up to the tap
};

/// Keeps what networks hand on from one pass over the same images to the next, and from one layer to the next: no pass
/// begins at the images where a network is the same, bit for bit, up to a layer that is known. Of one task, whose
/// networks are worked on by one thread at a time.
class TapStore {
 public:
  /// For two networks and for features of one of them.
  explicit TapStore(std::size_t bytes = std::size_t(512) << 20);

  /// What the network of `pass` hands on behind a layer (numbered as in PassStart) for the draw: known, or computed
  /// from the deepest layer that is, or else from the images, and known from now on. Null where that takes more memory
  /// than there is, and for networks that aren't float32. Tells no progress; throws Cancelled, and Error if none of the
  /// images can be read.
  std::shared_ptr<const KnownTaps> require(FoldedPass& pass, int layer, const ImageDraw& draw, const Work& work);

 private:
  using Entry = std::shared_ptr<const KnownTaps>;

  Entry deepest(const FoldedPass& pass, int layer, const ImageDraw& draw) const;
  void keep(Entry taps, const Entry& instead);

  std::size_t bytesOfEach_;
  std::list<Entry> known_;  ///< what was used last is first
};

}  // namespace zipper
