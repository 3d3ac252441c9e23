// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QWidget>
#include <string>
#include <vector>

#include "core/zippering/session_export.h"
#include "widgets/export/export_subject.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QGroupBox;
class QLabel;
class QPushButton;

namespace zipper {

class NamesEditor;
struct ExportChoice;
struct ExportTarget;

/// What is exported: for which target, in which format and precision, which tasks, and what inputs and outputs are
/// called. Targets and what they can take are those of export_targets.h.
class ExportForm : public QWidget {
  Q_OBJECT

 public:
  explicit ExportForm(QWidget* parent = nullptr);

  /// Choices stay as far as they fit. Says that it changed.
  void setSubject(const ExportSubject& subject);
  /// A data set in place of the tasks' training images, where these aren't open. Says that it changed.
  void setImages(const QString& folder);
  /// By its name; one that isn't known changes nothing.
  void setTarget(const std::string& name);

  const ExportTarget& target() const;
  ExportChoice choice() const;
  /// "all", "a", "b", ...
  std::string task() const;
  ExportRequest request() const;
  /// What keeps it from being exported, a sentence; empty if nothing does.
  const QString& problem() const { return problem_; }
  /// Whether it can be measured, which takes no images.
  bool isMeasurable() const;
  /// What is wrong with the names alone; empty if they can be, or can't be chosen.
  QString namesProblem() const;
  /// What setImages() was told if the export at hand needs it; empty otherwise.
  QString images() const;
  /// Where it says which images integers need, and takes them: from top to bottom, as far as it is seen.
  QList<QWidget*> imagesPlaces() const;

 Q_SIGNALS:
  void changed();
  /// A data set for setImages() is to be asked for.
  void imagesWanted();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QGroupBox* buildTargets();
  QGroupBox* buildChoices();
  QGroupBox* buildNames();
  void fillFormats();
  void fillPrecisions();
  void fillTasks();
  /// After any change: names, notes, what is wrong; and tells it.
  void refresh();
  /// Ranges of integers have to be found on images that aren't those of the tasks.
  bool needsImages() const;
  QString findNote() const;
  QString findProblem() const;
  void recolor();

  ExportSubject subject_;
  QButtonGroup* targets_;
  QComboBox *format_, *precision_, *task_;
  QCheckBox* softmax_;
  QGroupBox* namesBox_ = nullptr;
  NamesEditor* names_;
  QLabel *note_, *imagesProblem_, *problemText_;
  QPushButton* chooseImages_;
  QString problem_, images_;
};

}  // namespace zipper
