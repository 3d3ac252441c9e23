// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QString>
#include <QStringList>
#include <vector>

namespace zipper {

/// The field's words that the window uses, each explained in one place: tool tips, links in texts and the handbook's
/// glossary take it from here. In the order of the table in glossary.cpp.
enum class Word {
  Activation,
  Alignment,
  Backbone,
  Baseline,
  Batch,
  BatchNormalization,
  Calibration,
  Channel,
  Compression,
  Confidence,
  Confusion,
  CosineOfWeights,
  CrossEntropy,
  Depthwise,
  Distillation,
  Epoch,
  Expand,
  FeatureMap,
  FineTuning,
  FisherWeights,
  GradCam,
  Head,
  HeldOut,
  InitializationWord,
  Int8,
  IterationWord,
  Kernel,
  L1,
  LayerWord,
  LearningRate,
  LeastSquares,
  Logit,
  Loss,
  Macs,
  McNemar,
  MergeEstimate,
  MergedNetwork,
  Mismatch,
  Moments,
  Optimizer,
  Parameters,
  Pointwise,
  PresetWord,
  Project,
  RecipeWord,
  Ridge,
  Run,
  Seed,
  SessionWord,
  SqueezeExcite,
  Statistics,
  Stem,
  StepWord,
  StrideWord,
  TaskWord,
  Teacher,
  TestImages,
  Top1,
  Trunk,
  Weights,
  Width,
  Zippering,
};

struct GlossaryEntry {
  Word word = Word::Activation;
  QString key;        ///< of its anchor on the glossary's page: "batch-normalization"
  QString title;      ///< "Batch normalization (BN)"
  QStringList forms;  ///< as it stands in texts; case doesn't matter
  QString text;       ///< one or two plain sentences
  QString page;       ///< of the handbook, where more is said
};

/// All words in the language of the program, by their titles.
std::vector<GlossaryEntry> glossary();
GlossaryEntry glossaryEntry(Word word);

/// A tool tip of plain text in lines of a readable length: "Title: what it means".
QString wordTip(Word word);
/// A tool tip with the explanation of a word below.
QString withWordTip(const QString& tip, Word word);

/// The place of a word in the handbook, as links and HandbookWindow::open() take it: "glossary.html#l1".
QString wordLink(const QString& key);
/// Markup of the program's own in which each known word that stands in it is a link to its explanation, the first time
/// that it stands there, and shows it as a tool tip; words of nearly every sentence ("layer", "step") are left out.
/// Links have the colour of the text around them.
QString linkWords(const QString& html, const QColor& text);

}  // namespace zipper
