// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>
#include <QLabel>
#include <QPushButton>

#include "widgets/export/export_choices.h"
#include "widgets/export/export_dialog.h"
#include "widgets/export/export_form.h"

namespace zipper::test {

/// The page of exports as it is seen with two tasks.
struct ShownPage {
  ShownPage() {
    dialog.setSubject(twoTasks());
    dialog.show();
  }
  QPushButton* button(const char* name) { return dialog.findChild<QPushButton*>(name); }
  QComboBox* box(const char* name) { return dialog.findChild<QComboBox*>(name); }
  QString text(const char* name) { return dialog.findChild<QLabel*>(name)->text().replace(QChar(0xa0), ' '); }
  QStringList entries(const char* name) {
    QStringList all;
    for (int i = 0; i < box(name)->count(); ++i) all << box(name)->itemData(i).toString();
    return all;
  }
  void choose(const char* name, const QVariant& data) { box(name)->setCurrentIndex(box(name)->findData(data)); }

  ExportDialog dialog;
};

}  // namespace zipper::test
