// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <optional>

#include "core/lesson/lesson_images.h"
#include "widgets/lesson/page_editor.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QSpinBox;

namespace zipper {

/// What a lesson is to hold: title, pages, how many images, whether the panels stand as they do now; and about how
/// large the file will be. It writes nothing.
class LessonDialog : public QDialog {
  Q_OBJECT

 public:
  explicit LessonDialog(QWidget* parent = nullptr);
  /// `lesson`: what the fields hold at first. `hasImages`: the images of the tasks are there.
  void setSubject(const Lesson& lesson, const LessonChoices& choices, bool hasImages);
  void setSizes(const LessonSizes& sizes);
  /// They couldn't be told.
  void setSizesError(const QString& message);

  /// Title and pages.
  Lesson lesson() const;
  ImagesPerClass imagesPerClass() const;
  bool keepsPanels() const;
  /// Why nothing can be saved, a sentence; empty if it can.
  QString problem() const;

 Q_SIGNALS:
  void saveRequested();

 private:
  QWidget* buildImages();
  void update();
  QString sizeText() const;

  QLineEdit* title_;
  PageEditor* pages_;
  QRadioButton *part_, *all_, *none_;
  QSpinBox* perClass_;
  QCheckBox* panels_;
  QLabel *size_, *licences_, *problem_;
  QPushButton* save_;
  bool chosen_ = false;  ///< which images go along: by the user, or by their sizes
  std::optional<LessonSizes> sizes_;
  QString sizesError_;
};

}  // namespace zipper
