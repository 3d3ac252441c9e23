// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <functional>
#include <memory>

#include "widgets/help/handbook.h"
#include "widgets/help/handbook_search.h"

class QLayout;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QToolButton;

namespace zipper {

class HandbookView;

/// The handbook in a window of its own, which may stay open beside the work: contents or what a search found on the
/// left, the page on the right. Links out of the program ask before they open anything.
class HandbookWindow : public QDialog {
  Q_OBJECT

 public:
  /// `commands`: see Handbook.
  explicit HandbookWindow(std::function<QString()> commands, QWidget* parent = nullptr);
  ~HandbookWindow() override;

  /// Shows a page, made anew, and brings the window to the front. "curves.html#loss", "curves.html" or "curves"; a page
  /// that there isn't is the first one.
  void open(const QString& link);
  using QDialog::open;

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QLayout* buildBar();
  void addKeys();
  void showContents();
  /// What the search field asks for, or the contents if it is empty.
  void search();
  void follow(const QListWidgetItem* item);
  void select(const QString& page);
  void askBeforeLeaving(const QUrl& url);

  Handbook handbook_;
  std::unique_ptr<HandbookSearch> searched_;  ///< of the pages as they are since the window was opened; null: not yet
  QToolButton *back_, *forward_;
  QLineEdit* field_;
  QListWidget* list_;
  HandbookView* view_;
};

}  // namespace zipper
