// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <vector>

#include "widgets/tour/guess_content.h"

class QWidget;

namespace zipper {

class Document;
class GuessDialog;
class RunController;
class ZipperView;

/// The question which layer hurts most, asked before a run, and its answer after it. Asked only where somebody wants
/// it: by the command, or by the guided tour.
class GuessLink : public QObject {
  Q_OBJECT

 public:
  /// `window`: the parent of the dialog.
  GuessLink(Document& document, RunController& run, ZipperView& zipper, QWidget& window);

  /// Asks in a dialog; where no layer is left to merge, shows the answer.
  void open();
  /// Layers that the plan will merge, in its order.
  std::vector<int> layersAhead() const;
  /// 0: none.
  int guess() const { return guess_; }
  /// `answers`: the answer opens by itself when nothing is left to merge.
  void setGuess(int layer, bool answers);
  /// The guess beside what was measured so far.
  GuessAnswer answer() const;
  /// There is a guess, and layers were measured that it can be compared with.
  bool hasAnswer() const;

 Q_SIGNALS:
  void changed();

 private:
  void build();
  void answerIfDone();

  Document& document_;
  RunController& run_;
  ZipperView& zipper_;
  QWidget& window_;
  GuessDialog* dialog_ = nullptr;  ///< belongs to the window; null until it is asked for
  int guess_ = 0;
  bool answers_ = false;
};

}  // namespace zipper
