// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "widgets/style/painted_values.h"
#include "widgets/welcome/lack.h"

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace zipper {

class ElidedLabel;
struct ChosenTask;
struct ClassView;
struct DataSummary;
struct ModelSummary;

/// What is chosen for a task: its name, its model and its data, with buttons to choose them.
class TaskCard : public QWidget, public style::PaintedValues {
  Q_OBJECT

 public:
  explicit TaskCard(int task, QWidget* parent = nullptr);
  void setChosen(const ChosenTask& chosen);
  /// Whether the card offers to take the task away.
  void setRemovable(bool removable);
  Lack lack() const { return lack_; }
  QAccessible::Role paintedRole() const override { return QAccessible::Grouping; }
  QString paintedValues() const override { return {}; }  // its parts say it
  /// Where the keyboard begins in a card that was just added.
  QPushButton* modelButton() const { return model_.button; }

 Q_SIGNALS:
  /// While it is typed; empty: like the model's file.
  void nameChanged(const QString& name);
  void modelRequested();
  void dataRequested();
  void conventionsRequested();
  void imagesRequested();
  void classesRequested();
  /// A network for the task is to be trained: its head alone, or all of it.
  void trainRequested(bool headOnly);
  void removeRequested();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Line {
    ElidedLabel* text = nullptr;
    QPushButton* button = nullptr;
  };
  void addName(QGridLayout* grid, int row);
  Line addLine(QGridLayout* grid, int row, const QString& label, const QString& accessibleName);
  void addReading(QGridLayout* grid, int row);
  void addDataReading(QGridLayout* grid, int row);
  QLabel* addText(const QString& name);
  void addClasses(QGridLayout* grid, int row);
  void addButtons(QGridLayout* grid, int row);
  /// Below all that is said of the task.
  QPushButton* addButton(const QString& text, const QString& name, const QString& accessibleName, const QString& help);
  void showName(const ChosenTask& chosen);
  void showReading(const ModelSummary* summary);
  void showDataReading(const DataSummary* summary);
  void showClasses(const ClassView* classes);
  void showTraining(const ChosenTask& chosen);
  int badgeSide() const;
  void makeRoomForBadge();
  void fitButtons();
  void recolor();
  void fill(const Line& line, const QString& path);

  int task_;
  bool complete_ = false, classesDoubtful_ = false, trainsHead_ = false;
  Lack lack_ = Lack::ModelAndData;
  QLineEdit* name_ = nullptr;
  QPushButton* remove_ = nullptr;
  Line model_, data_;
  QLabel* reading_ = nullptr;
  QLabel* notes_ = nullptr;
  QLabel* classes_ = nullptr;
  QPushButton* matchClasses_ = nullptr;
  QPushButton* conventions_ = nullptr;
  QLabel* dataReading_ = nullptr;
  QLabel* dataNotes_ = nullptr;
  QPushButton* images_ = nullptr;
  QPushButton* train_ = nullptr;
};

}  // namespace zipper
