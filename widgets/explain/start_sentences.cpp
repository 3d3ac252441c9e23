// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/explain/start_sentences.h"

#include "widgets/style/terms.h"

namespace zipper {

QString StartSentences::tasks() const { return taskLetters(0, s_.tasks); }

/// All but A.
QString StartSentences::others() const { return taskLetters(1, s_.tasks); }

QString StartSentences::aligning() const {
  switch (s_.alignment) {
    case Alignment::None:
      break;
    case Alignment::Weights:
      return tr("First the channels of %1 are matched to those of A with the closest weights.").arg(others());
    case Alignment::Activations:
      return tr("First the channels of %1 are matched to those of A that respond most alike to the same images.")
          .arg(others());
    case Alignment::Mergeability:
      return tr("First the channels of %1 are matched to those of A with which sharing weights costs least.")
          .arg(others());
  }
  return {};
}

/// The task whose weights are taken over.
int StartSentences::source() const { return s_.initialization == Initialization::FromB ? 1 : 0; }

QString StartSentences::allBut(int task) const {
  if (task == 0) return others();
  return s_.tasks > 2 ? tr("the other tasks") : taskLetter(0);
}

QString StartSentences::willStart() const {
  if (s_.exact) return tr("What it shares is the same in all networks and stays as it is.");
  return s_.bnPolicy == BnPolicy::Shared ? willStartShared() : willStartPerTask();
}

QString StartSentences::willStartShared() const {
  switch (s_.initialization) {
    case Initialization::FromA:
    case Initialization::FromB:
      return tr("Its shared weights and batch normalization will start as those of %1.").arg(taskLetter(source()));
    case Initialization::Random:
      return tr("Its shared weights will start as random numbers and its batch normalization as neutral.");
    case Initialization::Mean:
      return tr("Its shared weights and batch normalization will start as the mean of those of %1.").arg(tasks());
    case Initialization::LeastSquares:
      return tr(
          "Its shared weights and batch normalization will be computed as those whose outputs come closest to "
          "what the teachers put out.");
  }
  return {};
}

QString StartSentences::willStartPerTask() const {
  switch (s_.initialization) {
    case Initialization::FromA:
    case Initialization::FromB:
      return tr("Its shared weights will start as those of %1, while each task keeps its own batch normalization.")
          .arg(taskLetter(source()));
    case Initialization::Random:
      return tr(
          "Its shared weights will start as random numbers, while each task keeps its own batch "
          "normalization.");
    case Initialization::Mean:
      return tr("Its shared weights will start as the mean of those of %1, while each task keeps its own batch "
                "normalization.")
          .arg(tasks());
    case Initialization::LeastSquares:
      return tr(
          "Its shared weights will be computed as those whose outputs come closest to what the teachers put "
          "out, with a batch normalization fitted to each task.");
  }
  return {};
}

QString StartSentences::startsAs() const {
  if (s_.exact) return tr("The shared weights stay as they are: they are the same in all networks.");
  switch (s_.initialization) {
    case Initialization::FromA:
    case Initialization::FromB:
      return tr("The shared weights start as a copy of those of %1, so that %1 loses nothing by them at first, at "
                "the expense of %2.")
          .arg(taskLetter(source()), allBut(source()));
    case Initialization::Random:
      return tr(
          "The shared weights start as He-normal random numbers, so that nothing is left of what the networks "
          "have learnt in this layer.");
    case Initialization::Mean:
      return tr("The shared weights start as the mean of those of %1, which keeps something of each if their "
                "channels correspond.")
          .arg(tasks());
    case Initialization::LeastSquares:
      return tr(
          "The shared weights are computed in one go: the ones whose outputs differ least, in the sum of "
          "squares, from what the teachers put out for the same images.");
  }
  return {};
}

QString StartSentences::batchNormalization() const {
  if (s_.initialization == Initialization::LeastSquares)
    return s_.bnPolicy == BnPolicy::PerTask
               ? tr("Batch normalization stays separate and is computed as well, so that each task gets back the "
                    "mean and the variance that its teacher has.")
               : tr("Batch normalization is shared as well and is computed, too: it gives the outputs the mean and "
                    "the variance that the teachers have together.");
  if (s_.bnPolicy == BnPolicy::PerTask)
    return tr("Batch normalization stays separate, so that each task scales and shifts the shared output for itself.");
  if (s_.initialization == Initialization::Random)
    return tr("Batch normalization is shared as well and starts neutral: scale 1, shift 0, mean 0, variance 1.");
  return tr("Batch normalization is shared as well: scale, shift and statistics are taken over in the same way.");
}

QString StartSentences::fitsOfBlock() const {
  if (s_.fitKernels && s_.fitHeads)
    return tr(
        "The depthwise kernels of the block and the heads, which every task keeps, are fitted to the teachers as "
        "well.");
  return tr("The depthwise kernels of the block, which every task keeps, are fitted to the teachers as well.");
}

QString StartSentences::fits() const {
  if (s_.fitKernels && areBlocks(s_.plan.units)) return fitsOfBlock();
  if (s_.fitKernels && s_.fitHeads)
    return tr(
        "The depthwise kernels in front of it and the heads, which every task keeps, are fitted to the "
        "teachers as well.");
  if (s_.fitKernels)
    return tr("The depthwise kernels in front of it, which every task keeps, are fitted to the teachers as well.");
  if (s_.fitHeads) return tr("The heads, which every task keeps, are fitted to the teachers as well.");
  return {};
}

}  // namespace zipper
