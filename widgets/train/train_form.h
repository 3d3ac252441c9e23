// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "core/training/training_choice.h"
#include "widgets/train/training_look.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGroupBox;
class QLabel;
class QPushButton;
class QRadioButton;
class QSpinBox;

namespace zipper {

class FileLine;
class TrainSettings;

/// What is trained, on which images, how, and where the result goes. It reads nothing: whoever owns it listens to its
/// wishes and hands in what was found.
class TrainForm : public QWidget {
  Q_OBJECT

 public:
  explicit TrainForm(QWidget* parent = nullptr);

  void setChoice(const TrainingChoice& choice);
  TrainingChoice choice() const;
  void setNetwork(const QString& path, const SpecOverrides& overrides = {});
  void setImages(const QString& folder, const ImageReading& reading);
  void setOut(const QString& path);
  /// What was found of the choice as it is; before, nothing is known of it.
  void setLook(const TrainingLook& look);
  const TrainingLook& look() const { return look_; }
  /// Whether there is enough to look at.
  bool isEmpty() const;
  /// What keeps it from being started, a sentence; empty if nothing does.
  QString problem() const;

 Q_SIGNALS:
  void changed();
  void networkWanted();
  void imagesWanted();
  void outWanted();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QGroupBox* buildKind();
  QGroupBox* buildNetwork();
  QWidget* buildFresh();
  QGroupBox* buildImages();
  QGroupBox* buildResult();
  bool isFresh() const;
  void kindChosen();
  void editConventions();
  void editReading();
  void change();
  void show();
  void showNetwork();
  void showImages();
  void recolor();

  SpecOverrides overrides_;
  ImageReading reading_;
  TrainingLook look_;
  QRadioButton *head_, *all_;
  QComboBox *start_, *headKind_, *architecture_;
  FileLine *network_, *images_, *out_;
  QLabel *networkText_, *networkNotes_, *imagesText_, *imagesNotes_;
  QPushButton *conventions_, *readingButton_;
  QWidget* fresh_ = nullptr;
  QDoubleSpinBox* width_;
  QSpinBox *inputSize_, *stemStride_;
  QCheckBox* minimalistic_;
  TrainSettings* settings_;
};

}  // namespace zipper
