// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <vector>

#include "widgets/try_it/try_picture.h"

class QLabel;
class QMimeData;
class QPushButton;
class QStackedWidget;

namespace zipper {

class CameraSource;
class DrawingCanvas;
class PictureWell;

/// Where a picture comes from: a file, the clipboard, the test images, a drawing, the camera. Shows the one that was
/// chosen.
class PictureSources : public QWidget {
  Q_OBJECT

 public:
  explicit PictureSources(QWidget* parent = nullptr);

  /// How many test images each task has. A chosen one that isn't there any more is forgotten; no signal.
  void setTestImages(const std::vector<qint64>& counts);
  bool hasTestImages() const;
  const TryPicture& picture() const { return picture_; }

  /// As if the user had chosen it.
  void choose(const TryPicture& picture);
  /// One of all tasks' test images by chance; nothing if there are none.
  void chooseTestImage();
  void paste();
  /// Takes what is dropped; says so if that is no picture.
  void takeOffer(const QMimeData& offer, TryPicture::From from);
  void setInviting(bool inviting);
  /// Pictures of the camera are passed over meanwhile: the networks are still busy with the last one.
  void setAwaiting(bool awaiting) { awaiting_ = awaiting; }
  /// The picture that was asked about, and what it is.
  void showPicture(const QImage& picture, const QString& description);

 Q_SIGNALS:
  /// Another picture, or none.
  void chosen();

 protected:
  void hideEvent(QHideEvent* event) override;

 private:
  QPushButton* addButton(const char* name, const QString& text, const QString& tip);
  void buildLayout();
  void connectParts();
  void openFile();
  void setDraws(bool draws);
  void setFilms(bool films);
  void takeDrawing();
  void say(const QString& note);

  TryPicture picture_;
  std::vector<qint64> testImages_;
  bool awaiting_ = false;
  QStackedWidget* stack_;
  PictureWell* well_;
  DrawingCanvas* canvas_;
  QWidget* buttons_;
  QPushButton *open_, *paste_, *testImage_, *draw_, *clear_, *film_;
  QLabel* description_;
  QLabel* note_;
  CameraSource* camera_;
};

}  // namespace zipper
