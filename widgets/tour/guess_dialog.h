// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

#include "widgets/tour/guess_content.h"

class QLabel;
class QStackedWidget;

namespace zipper {

class GuessAnswerView;
class GuessForm;

/// Asks before a run which layer will hurt most, and shows the answer after it. Not modal: a layer can be clicked in
/// the zipper meanwhile.
class GuessDialog : public QDialog {
  Q_OBJECT

 public:
  explicit GuessDialog(QWidget* parent);

  /// Asks, with these layers as choices.
  void ask(const std::vector<int>& layers);
  bool asks() const;
  GuessForm* form() const { return form_; }
  void showAnswer(const GuessAnswer& answer);

 private:
  QStackedWidget* pages_;
  GuessForm* form_;
  GuessAnswerView* answer_;
};

}  // namespace zipper
