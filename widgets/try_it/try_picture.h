// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QString>

namespace zipper {

/// The picture that the networks are asked about.
struct TryPicture {
  enum class From { Nothing, File, Pasted, Dropped, Drawing, Camera, TestImage };

  From from = From::Nothing;
  QString file;      ///< From::File
  QImage image;      ///< From::Pasted, Dropped, Drawing, Camera; grey images stay grey
  int task = 0;      ///< From::TestImage
  qint64 index = 0;  ///< of the task's test set, from 0 on

  bool isThere() const { return from != From::Nothing; }

  static TryPicture ofFile(const QString& file);
  static TryPicture ofImage(From from, const QImage& image);
  static TryPicture ofTestSet(int task, qint64 index);
};

inline TryPicture TryPicture::ofFile(const QString& file) {
  TryPicture picture;
  picture.from = From::File;
  picture.file = file;
  return picture;
}

inline TryPicture TryPicture::ofImage(From from, const QImage& image) {
  TryPicture picture;
  picture.from = from;
  picture.image = image;
  return picture;
}

inline TryPicture TryPicture::ofTestSet(int task, qint64 index) {
  TryPicture picture;
  picture.from = From::TestImage;
  picture.task = task;
  picture.index = index;
  return picture;
}

}  // namespace zipper
