// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <map>
#include <set>
#include <vector>

#include "widgets/changes/changes_content.h"

namespace zipper {

/// Images with what both networks answer to them: some dozens, then a row that stands for the rest.
class GalleryModel : public QAbstractListModel {
  Q_OBJECT

 public:
  static constexpr int pageSize = 48;  ///< images that are shown at first, and with every "more"
  static constexpr int side = 96;      ///< of a picture, in pixels, at most
  /// Roles beside the usual ones: the three lines below a picture, and whether the row stands for the rest.
  enum Role { LabelRole = Qt::UserRole, TeacherRole, MergedRole, OutcomeRole, IsMoreRole };

  using QAbstractListModel::QAbstractListModel;

  /// `keepsMore`: as many are shown as before, if these are more than at first.
  void setImages(ShownChangesPtr changes, std::vector<ImageAnswers> images, bool keepsMore = false);
  /// Of other data; pictures are kept as long as this isn't called.
  void forgetPictures();
  void setPictures(const std::vector<Thumbnail>& pictures);
  /// The next images whose pictures are needed and weren't asked for, at most so many; they count as asked for now.
  std::vector<qint64> takeWanted(int most);
  /// What was asked for didn't come, and may be asked for again.
  void giveBackWanted() { asked_.clear(); }

  qint64 total() const { return qint64(images_.size()); }
  int imagesShown() const { return shown_; }
  bool isMore(const QModelIndex& index) const { return index.isValid() && index.row() == shown_; }
  void showMore();
  const ImageAnswers& at(int row) const { return images_[std::size_t(row)]; }
  /// Of an image in the data set; -1: it isn't among those that are shown.
  int rowOf(qint64 image) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  ShownChangesPtr changes_;
  std::vector<ImageAnswers> images_;
  int shown_ = 0;
  std::map<qint64, QImage> pictures_;
  std::set<qint64> asked_;
};

}  // namespace zipper
