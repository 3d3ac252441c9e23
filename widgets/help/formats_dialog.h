// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

namespace zipper {

/// The page on file formats in a window of its own, which may stay open beside the work.
class FormatsDialog : public QDialog {
  Q_OBJECT

 public:
  explicit FormatsDialog(QWidget* parent = nullptr);
};

}  // namespace zipper
