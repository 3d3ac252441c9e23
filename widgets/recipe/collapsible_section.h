// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace zipper {

/// A heading with an arrow that folds and unfolds what is below it.
class CollapsibleSection : public QWidget {
  Q_OBJECT

 public:
  explicit CollapsibleSection(const QString& title, QWidget* parent = nullptr);
  QVBoxLayout* contentLayout() const { return content_; }
  /// Stands behind the title, for what is folded away; nothing if empty.
  void setNote(const QString& note);
  bool isExpanded() const { return expanded_; }
  void setExpanded(bool expanded);

 private:
  bool expanded_ = false;
  QString title_;
  QToolButton* header_;
  QWidget* body_;
  QVBoxLayout* content_;
};

}  // namespace zipper
