// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

class QComboBox;
class QStackedWidget;
class QTabBar;

namespace zipper {

/// Pages with tabs that become a combo box where the tabs don't fit.
class NarrowTabs : public QWidget {
  Q_OBJECT

 public:
  explicit NarrowTabs(const QString& name, QWidget* parent = nullptr);

  void addPage(QWidget* page, const QString& title, const QString& toolTip);
  void setCurrentIndex(int index);
  void setCurrentPage(QWidget* page);
  QWidget* currentPage() const;

 Q_SIGNALS:
  void currentChanged(int index);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void chooseSwitch();

  QTabBar* tabs_;
  QComboBox* combo_;
  QStackedWidget* pages_;
};

}  // namespace zipper
