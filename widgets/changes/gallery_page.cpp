// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/changes/gallery_page.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

#include "widgets/changes/gallery_delegate.h"
#include "widgets/changes/gallery_model.h"

namespace zipper {

namespace {

constexpr int picturesAtOnce = 12;

/// Enter chooses, whatever the platform thinks of it.
class GalleryView : public QListView {
 public:
  using QListView::QListView;
  QSize minimumSizeHint() const override { return {120, 80}; }

 protected:
  void keyPressEvent(QKeyEvent* event) override {
    const int key = event->key();
    const bool enters = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
    if (enters && currentIndex().isValid()) return Q_EMIT clicked(currentIndex());
    QListView::keyPressEvent(event);
  }
};

}  // namespace

GalleryPage::GalleryPage(QWidget* parent)
    : QWidget(parent), title_(new QLabel), view_(new GalleryView), model_(new GalleryModel(this)) {
  title_->setTextFormat(Qt::PlainText);
  title_->setWordWrap(true);
  title_->setObjectName(QStringLiteral("galleryTitle"));
  view_->setObjectName(QStringLiteral("gallery"));
  view_->setAccessibleName(tr("Images"));
  view_->setViewMode(QListView::IconMode);
  view_->setResizeMode(QListView::Adjust);
  view_->setMovement(QListView::Static);
  view_->setUniformItemSizes(true);
  view_->setSpacing(2);
  view_->setFrameShape(QFrame::NoFrame);
  view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  view_->setModel(model_);
  view_->setItemDelegate(new GalleryDelegate(view_));
  connect(view_, &QListView::clicked, this, &GalleryPage::choose);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addWidget(title_);
  layout->addWidget(view_, 1);
}

void GalleryPage::setImages(ShownChangesPtr changes, const ImagesAsked& asked) {
  std::vector<ImageAnswers> images = imagesFor(changes->answers, asked);
  title_->setText(tr("%1: %2", "what is shown: how many")
                      .arg(titleOf(*changes, asked), tr("%Ln image(s)", nullptr, int(images.size()))));
  const bool same = asked_ && *asked_ == asked;
  asked_ = asked;
  const QModelIndex current = view_->currentIndex();
  const qint64 image = current.isValid() && !model_->isMore(current) ? model_->at(current.row()).image : -1;
  const int scrolled = view_->verticalScrollBar()->value();
  model_->setImages(std::move(changes), std::move(images), same);
  if (same) {
    if (const int row = model_->rowOf(image); row >= 0)
      view_->selectionModel()->setCurrentIndex(model_->index(row), QItemSelectionModel::ClearAndSelect);
    view_->doItemsLayout();  // now, so that there is something to scroll
    view_->verticalScrollBar()->setValue(scrolled);
  }
  model_->giveBackWanted();
  waiting_ = false;  // the next question takes the place of the one before
  askForPictures();
}

void GalleryPage::clear() {
  title_->clear();
  asked_.reset();
  model_->setImages(nullptr, {});
  model_->forgetPictures();
  waiting_ = false;
}

void GalleryPage::setPictures(const std::vector<Thumbnail>& pictures) {
  model_->setPictures(pictures);
  waiting_ = false;
  askForPictures();
}

void GalleryPage::askForPictures() {
  if (waiting_) return;
  const std::vector<qint64> wanted = model_->takeWanted(picturesAtOnce);
  waiting_ = !wanted.empty();
  if (waiting_) Q_EMIT picturesWanted(wanted);
}

void GalleryPage::focusImages() {
  if (model_->rowCount() == 0) return;
  if (!view_->currentIndex().isValid()) view_->setCurrentIndex(model_->index(0));
  view_->setFocus();
}

void GalleryPage::choose(const QModelIndex& index) {
  if (!model_->isMore(index)) return Q_EMIT imageChosen(model_->at(index.row()));
  model_->showMore();
  askForPictures();
}

std::optional<ImageAnswers> GalleryPage::beside(qint64 image, int by) const {
  const int row = model_->rowOf(image);
  if (row < 0 || row + by < 0 || row + by >= model_->imagesShown()) return {};
  return model_->at(row + by);
}

QString GalleryPage::title() const { return title_->text(); }

qint64 GalleryPage::total() const { return model_->total(); }

}  // namespace zipper
