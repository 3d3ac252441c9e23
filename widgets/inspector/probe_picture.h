// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QWidget>

namespace zipper {

/// A small image, enlarged without smoothing; pixels are squares at any device pixel ratio.
class ProbePicture : public QWidget {
  Q_OBJECT

 public:
  explicit ProbePicture(QWidget* parent = nullptr);
  void setImage(const QImage& image);
  const QImage& image() const { return image_; }
  QSize sizeHint() const override { return {104, 104}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QImage image_;
};

}  // namespace zipper
