// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QWidget>
#include <memory>

#include "widgets/changes/changes_content.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace zipper {

struct GradCam;
class ColorBar;
class GradCamView;

/// One image: what both networks answer to it, how sure they are, and where they look to find a class in it. Escape
/// goes back.
class ImageDetail : public QWidget {
  Q_OBJECT

 public:
  explicit ImageDetail(QWidget* parent = nullptr);

  /// Offers the classes that matter for it: its label and both answers; the one that is chosen stays if it is among
  /// them. Asks for the maps of the chosen one.
  void setImage(const ShownChangesPtr& changes, const ImageAnswers& image);
  const ImageAnswers& image() const { return image_; }
  /// The class whose maps are wanted; -1: none.
  int output() const;
  /// Those of another class or task are ignored: they come from a question that is superseded.
  void setMaps(const std::shared_ptr<const GradCam>& maps, const QImage& fitted);
  void setError(const QString& message);
  void setNeighbours(bool before, bool after);

 Q_SIGNALS:
  void mapsWanted(qint64 image, int output);
  void backRequested();
  /// The image before (-1) or after (1) is wanted.
  void stepRequested(int by);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void buildLayout();
  void fillClasses();
  void askForMaps();
  void say(const QString& text);

  ShownChangesPtr changes_;
  ImageAnswers image_;
  QToolButton* back_;
  QToolButton* before_;
  QToolButton* after_;
  QLabel* title_;
  QLabel* reason_;
  QComboBox* classes_;
  GradCamView* view_;
  ColorBar* colorBar_;
  QLabel* note_;
};

}  // namespace zipper
