// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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
  /// By its name; one that isn't known changes nothing.
  void setTarget(const std::string& name);

  const ExportTarget& target() const;
  ExportChoice choice() const;
  /// "all", "a", "b", ...
  std::string task() const;
  /// The names that inputs and outputs will have, all of them, and whether softmax is at the end. The usual ones where
  /// the format has no others.
  GraphNames names() const;
  ExportRequest request() const;
  /// What keeps it from being exported, a sentence; empty if nothing does.
  const QString& problem() const { return problem_; }

 Q_SIGNALS:
  void changed();

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
  QString findProblem() const;
  void recolor();

  ExportSubject subject_;
  QButtonGroup* targets_;
  QComboBox *format_, *precision_, *task_;
  QCheckBox* softmax_;
  QGroupBox* namesBox_ = nullptr;
  NamesEditor* names_;
  QLabel *note_, *problemText_;
  QString problem_;
};

}  // namespace zipper
