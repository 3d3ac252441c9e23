// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/changes/gallery_model.h"

#include <algorithm>

namespace zipper {

void GalleryModel::setImages(ShownChangesPtr changes, std::vector<ImageAnswers> images, bool keepsMore) {
  beginResetModel();
  changes_ = std::move(changes);
  images_ = std::move(images);
  const int wanted = keepsMore ? std::max(shown_, pageSize) : pageSize;
  shown_ = int(std::min<std::size_t>(images_.size(), std::size_t(wanted)));
  endResetModel();
}

void GalleryModel::forgetPictures() {
  pictures_.clear();
  asked_.clear();
}

void GalleryModel::setPictures(const std::vector<Thumbnail>& pictures) {
  for (const Thumbnail& one : pictures) pictures_[one.image] = one.picture;
  if (shown_ > 0) Q_EMIT dataChanged(index(0), index(shown_ - 1), {Qt::DecorationRole});
}

std::vector<qint64> GalleryModel::takeWanted(int most) {
  std::vector<qint64> wanted;
  for (int row = 0; row < shown_ && int(wanted.size()) < most; ++row) {
    const qint64 image = at(row).image;
    if (pictures_.count(image) == 0 && asked_.insert(image).second) wanted.push_back(image);
  }
  return wanted;
}

void GalleryModel::showMore() {
  const int shown = int(std::min<std::size_t>(images_.size(), std::size_t(shown_) + pageSize));
  if (shown == shown_) return;
  const bool rest = shown < int(images_.size());
  // The row that stands for the rest becomes an image.
  beginInsertRows({}, shown_ + 1, rest ? shown : shown - 1);
  shown_ = shown;
  endInsertRows();
  Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int GalleryModel::rowOf(qint64 image) const {
  for (int row = 0; row < shown_; ++row)
    if (at(row).image == image) return row;
  return -1;
}

int GalleryModel::rowCount(const QModelIndex& parent) const {
  if (parent.isValid()) return 0;
  return shown_ + (shown_ < int(images_.size()) ? 1 : 0);
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  if (isMore(index)) {
    if (role == IsMoreRole) return true;
    const bool speaks = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    return speaks ? QVariant(tr("%Ln more", nullptr, int(images_.size()) - shown_)) : QVariant();
  }
  const ImageAnswers& image = at(index.row());
  const TaskAnswers& answers = changes_->answers;
  switch (role) {
    case Qt::DisplayRole:
    case LabelRole:
      return nameOfOutput(answers, image.label);
    case TeacherRole:
      return answerText(AnsweredBy::Teacher, *changes_, image);
    case MergedRole:
      return answerText(AnsweredBy::Merged, *changes_, image);
    case OutcomeRole:
      return int(outcomeOf(image));
    case IsMoreRole:
      return false;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
      return imageSentence(*changes_, image);
    case Qt::DecorationRole: {
      const auto found = pictures_.find(image.image);
      return found == pictures_.end() ? QVariant() : QVariant(found->second);
    }
    default:
      return {};
  }
}

}  // namespace zipper
