// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>

#include "widgets/explain/explain_subject.h"

namespace zipper {

/// What is said about how a layer's shared weights get their first values; whole sentences.
class StartSentences {
  Q_DECLARE_TR_FUNCTIONS(Explain)

 public:
  /// `subject` is to outlive it.
  explicit StartSentences(const ExplainSubject& subject) : s_(subject) {}

  /// What comes before the weights get their values; empty if the channels aren't aligned.
  QString aligning() const;
  /// Before the step; with shared batch normalization, scale, shift and statistics go the way of the weights.
  QString willStart() const;
  /// While it is done.
  QString startsAs() const;
  QString batchNormalization() const;
  /// What else is fitted; empty if nothing is.
  QString fits() const;

 private:
  QString tasks() const;
  QString others() const;
  int source() const;
  QString allBut(int task) const;
  QString willStartShared() const;
  QString fitsOfBlock() const;
  QString willStartPerTask() const;

  const ExplainSubject& s_;
};

}  // namespace zipper
