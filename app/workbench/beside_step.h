// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <memory>

namespace zipper {

class BesideChoice;
class Document;
struct NetworkValues;

/// The step that is shown beside the one where the session stands. It is the step that is remembered, not its place in
/// the session: when the session doesn't have it any more, nothing is beside.
class BesideStep : public QObject {
  Q_OBJECT

 public:
  BesideStep(Document& document, BesideChoice& choice, QObject* parent = nullptr);

  /// Index in Session::steps; -1: there is nothing to compare with, as nothing is chosen or the session stands there.
  int step() const;
  /// What was chosen, also while the session stands there; -1: nothing.
  int chosen() const;
  void choose(int step);
  /// "Run 2, layer 7", with the run's name if it has one; "the teachers" for -1.
  QString titleOf(int step) const;

 Q_SIGNALS:
  /// Another one was chosen, or the one that was is gone.
  void changed();

 private:
  void showChoice();
  void forgetIfGone();
  void showNote();

  Document& document_;
  BesideChoice& choice_;
  bool holds_ = false;
  bool isGone_ = false;                      ///< what was chosen last
  std::weak_ptr<const NetworkValues> held_;  ///< of the step: scores that come later don't change them
};

}  // namespace zipper
