// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

#include "widgets/explain/explain_subject.h"

namespace zipper {

/// What is said about the layer that a step merges, and about those that are merged; whole sentences. Those about
/// blocks are empty where the layer is none.
class LayerSentences {
  Q_DECLARE_TR_FUNCTIONS(Explain)

 public:
  /// `subject` is to outlive it.
  explicit LayerSentences(const ExplainSubject& subject) : s_(subject) {}

  /// Before the step.
  QString willBeShared() const;
  /// While it is done.
  QString areShared() const;
  /// After it, of all layers that are merged. One or two sentences.
  QString nowShared() const;
  /// "1–4, 7"
  QString mergedLayers() const;

  /// What the parts of a block are for.
  QString parts() const;
  /// Of a block that has it: what squeeze-and-excite is; and that it has biases, whose they are.
  QString squeezeExcite() const;
  QString biases() const;
  /// That a block ends without one; of any layer, which one it has if that is the hard swish.
  QString activation() const;
  QString addition() const;
  /// Of networks with blocks: what the output of one is.
  QString outputs() const;

 private:
  QString tasks() const;
  int layer() const { return s_.target->layerNumber(); }
  /// What merging a layer shares; none if the plan isn't known.
  std::vector<UnitPlan> mergedUnits(int layer) const;
  std::vector<UnitPlan> mergedUnits() const { return mergedUnits(layer()); }
  bool isBlock() const;
  bool squeezes(int layer) const;
  bool hasHardSwish() const;
  QString sharedInOneLayer(int layer) const;
  QString sharedInLayers() const;

  const ExplainSubject& s_;
};

}  // namespace zipper
