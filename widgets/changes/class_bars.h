// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>
#include <vector>

#include "widgets/changes/shown_changes.h"

namespace zipper {

/// The classes that are some image's label, those that changed most first.
class ClassModel : public QAbstractListModel {
  Q_OBJECT

 public:
  using QAbstractListModel::QAbstractListModel;

  void setChanges(ShownChangesPtr changes);
  const ClassChange& at(int row) const { return rows_[std::size_t(row)]; }
  QString nameAt(int row) const;
  int task() const { return changes_ ? changes_->answers.task : 0; }
  /// The longest text that stands behind a bar, of all rows.
  const QString& longestNumbers() const { return longestNumbers_; }

  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(rows_.size()); }
  /// The name as the text, a sentence for those who don't see the bars, and as a tool tip.
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  ShownChangesPtr changes_;
  std::vector<ClassChange> rows_;
  QString longestNumbers_;
};

/// A class: its name, a bar for the teacher's accuracy and one for the merged network's, and what was lost and won.
class ClassDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  ClassDelegate(const ClassModel& model, QObject* parent) : QStyledItemDelegate(parent), model_(model) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  void paintTight(QPainter& painter, const QRect& room, const QFontMetrics& metrics, int row) const;
  const ClassModel& model_;
};

/// A row per class; Enter or a click chooses one.
class ClassBars : public QListView {
  Q_OBJECT

 public:
  explicit ClassBars(QWidget* parent = nullptr);

  /// The row that is current stays at its class.
  void setChanges(ShownChangesPtr changes);
  const ClassModel& classes() const { return *model_; }

  QSize minimumSizeHint() const override { return {120, 80}; }

 Q_SIGNALS:
  /// All images of a class are wanted.
  void chosen(int label);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  ClassModel* model_;
};

}  // namespace zipper
