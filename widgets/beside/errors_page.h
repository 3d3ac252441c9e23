// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <vector>

#include "widgets/changes/changes_content.h"
#include "widgets/inspector/inspector_page.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace zipper {

class GalleryPage;

/// Which test images the merged network gets right where the session stands ("here") and wrong at the step beside it,
/// and the other way: numbers, the test of the difference, and the images behind each number. It computes no network:
/// whoever owns it listens to its signals and hands the results in.
class ErrorsPage : public InspectorPage {
  Q_OBJECT

 public:
  explicit ErrorsPage(QWidget* parent = nullptr);

  /// The choice stays if the same task is still there. No signal.
  void setTasks(const QStringList& titles);
  int task() const;
  /// In place of everything else: why there is nothing to show, or what goes on.
  void showReason(const QString& reason);
  /// With "here" in the teacher's place and "beside" in that of the merged network.
  void setErrors(const ShownChangesPtr& errors);
  /// Null while a reason is shown.
  const ShownChangesPtr& errors() const { return errors_; }
  void setPictures(const std::vector<Thumbnail>& pictures);
  /// Pictures of before are of other images.
  void forgetImages();

  std::vector<Exportable> exportables() override { return {}; }
  bool canBeSaved() const override { return false; }

 Q_SIGNALS:
  void taskChosen(int task);
  void picturesWanted(int task, const std::vector<qint64>& images);
  void imageOpened(int task, qint64 image);
  /// It came into view, or went.
  void seenChanged(bool seen);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void buildContent();
  void addButtons();
  void ask(Outcome outcome);

  ShownChangesPtr errors_;
  Outcome asked_ = Outcome::Lost;
  QComboBox* tasks_;
  QLabel* text_;
  QWidget* row_;
  std::vector<std::pair<Outcome, QPushButton*>> buttons_;
  GalleryPage* gallery_;
};

/// What the two states have right and wrong, a sentence a line, with intervals and the test of the difference.
QString errorsText(const ShownChanges& shown);

}  // namespace zipper
