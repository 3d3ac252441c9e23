// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

#include "core/data/image_reading.h"

class QComboBox;

namespace zipper {

/// How the image files of a task become pixels, where one can differ about it.
class ImagesDialog : public QDialog {
  Q_OBJECT

 public:
  ImagesDialog(int task, const ImageReading& reading, QWidget* parent = nullptr);
  /// What is chosen; to be asked when the dialog was accepted.
  ImageReading reading() const;

 private:
  QComboBox *alpha_, *exif_;
};

}  // namespace zipper
