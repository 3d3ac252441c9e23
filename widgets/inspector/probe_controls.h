// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "widgets/inspector/probe_choice.h"

class QBoxLayout;
class QComboBox;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace zipper {

/// Chooses the task and the image that feature maps are shown of.
class ProbeControls : public QWidget {
  Q_OBJECT

 public:
  explicit ProbeControls(QWidget* parent = nullptr);

  /// One entry per task; no tasks: everything is disabled. The choice stays where it is possible; no signal.
  void setTasks(const QStringList& titles, const std::vector<qint64>& imageCounts);
  ProbeChoice choice() const { return choice_; }
  /// As if the user had chosen it.
  void choose(const ProbeChoice& choice) { setChoice(choice); }
  /// Whether the choice is an image: a file, or one of a test set that isn't empty.
  bool hasImage() const { return !choice_.file.isEmpty() || imagesOf(choice_.task) > 0; }

  /// That of the two-line form: one line never keeps a panel from getting narrower.
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void changed();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  /// Limits the index to what there is; emits changed() if it is another choice.
  void setChoice(const ProbeChoice& choice);
  void addWidgets();
  void showChoice();
  void step(int by);
  void openImage();
  qint64 imagesOf(int task) const;
  ProbeChoice possible(ProbeChoice choice) const;

  std::vector<qint64> imageCounts_;
  ProbeChoice choice_;
  QComboBox* task_;
  QToolButton* previous_;
  QSpinBox* index_;
  QToolButton* next_;
  QPushButton* open_;
  QBoxLayout* rows_;
};

}  // namespace zipper
