// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "widgets/changes/changes_content.h"

class QLabel;
class QListView;

namespace zipper {

class GalleryModel;

/// The images behind a number, a bar or a cell. It asks for their pictures, a dozen at a time; Enter or a click opens
/// an image, or shows more of them.
class GalleryPage : public QWidget {
  Q_OBJECT

 public:
  explicit GalleryPage(QWidget* parent = nullptr);

  /// If the same was asked before, of other answers, the place and the current image stay as far as they can.
  void setImages(ShownChangesPtr changes, const ImagesAsked& asked);
  /// Of another task or other data.
  void clear();
  void setPictures(const std::vector<Thumbnail>& pictures);
  void focusImages();

  /// The image before or after one in the order of the page; none at the ends.
  std::optional<ImageAnswers> beside(qint64 image, int by) const;
  QString title() const;
  qint64 total() const;

 Q_SIGNALS:
  void picturesWanted(const std::vector<qint64>& images);
  void imageChosen(const zipper::ImageAnswers& image);

 private:
  void choose(const QModelIndex& index);
  void askForPictures();

  QLabel* title_;
  QListView* view_;
  GalleryModel* model_;
  std::optional<ImagesAsked> asked_;
  bool waiting_ = false;  ///< for pictures
};

}  // namespace zipper
