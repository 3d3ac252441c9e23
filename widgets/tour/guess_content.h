// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <vector>

#include "core/analysis/layer_drops.h"

namespace zipper {

/// A guess which layer hurts most, and what was measured since.
struct GuessAnswer {
  int guess = 0;                 ///< layer
  std::vector<LayerDrop> drops;  ///< of the layers that were merged, in the order of merging
};

enum class GuessVerdict {
  Unknown,       ///< fewer than two layers were measured, or the guessed one wasn't
  Right,         ///< the largest drop, and no other reaches it
  CannotTell,    ///< the guess is among those that can't be told apart
  Wrong,         ///< another one hurt more, beyond the noise
  NothingHurts,  ///< not even the largest drop can be told from none
};

GuessVerdict verdictOf(const GuessAnswer& answer);
/// The verdict in sentences, with the figures of the guess and of the worst layer.
QString verdictText(const GuessAnswer& answer);
/// How it was measured, and how far the figures can be believed.
QString measuringText(const GuessAnswer& answer);
/// "−0.40 points (95 %: −1.20 to 0.35)": the change of accuracy, so that a loss is negative.
QString changeText(const ShareDifference& drop);

}  // namespace zipper
