// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace zipper {

class ElidedLabel;
struct DataSummary;
struct ClassView;
struct ModelSummary;

/// What is chosen for a task: its model and its data, with buttons to choose them.
class TaskCard : public QWidget {
  Q_OBJECT

 public:
  explicit TaskCard(int task, QWidget* parent = nullptr);
  /// Empty paths: not chosen yet.
  void setPaths(const QString& model, const QString& data);
  /// What was read of the model; null: nothing yet.
  void setReading(const ModelSummary* summary);
  /// What was found in the data folder; null: nothing yet.
  void setDataReading(const DataSummary* summary);
  /// How the classes are matched; null: model and data weren't looked at together.
  void setClasses(const ClassView* classes);
  bool isComplete() const { return complete_ && hasHead_; }
  /// False for a model without a head: nothing can be merged with it.
  bool hasHead() const { return hasHead_; }

 Q_SIGNALS:
  void modelRequested();
  void dataRequested();
  void conventionsRequested();
  void imagesRequested();
  void classesRequested();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Line {
    ElidedLabel* text = nullptr;
    QPushButton* button = nullptr;
  };
  Line addLine(QGridLayout* grid, int row, const QString& label, const QString& accessibleName);
  void addReading(QGridLayout* grid, int row);
  void addDataReading(QGridLayout* grid, int row);
  QLabel* addText(const QString& name);
  void addClasses(QGridLayout* grid, int row);
  int badgeSide() const;
  void makeRoomForBadge();
  void fitButtons();
  void recolor();
  void fill(const Line& line, const QString& path);

  int task_;
  bool complete_ = false, hasHead_ = true, classesDoubtful_ = false;
  Line model_, data_;
  QLabel* reading_ = nullptr;
  QLabel* notes_ = nullptr;
  QLabel* classes_ = nullptr;
  QPushButton* matchClasses_ = nullptr;
  QPushButton* conventions_ = nullptr;
  QLabel* dataReading_ = nullptr;
  QLabel* dataNotes_ = nullptr;
  QPushButton* images_ = nullptr;
};

}  // namespace zipper
