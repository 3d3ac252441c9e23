// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/changes/gallery_delegate.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>

#include "widgets/changes/gallery_model.h"
#include "widgets/style/colors.h"
#include "widgets/style/small_font.h"

namespace zipper {

namespace {

constexpr int cardMargin = 6, linesBelow = 3;

/// Small images are enlarged by whole numbers, so that their pixels stay squares.
QSize shownSize(const QSize& image, int side) {
  const int largest = std::max(image.width(), image.height());
  if (largest <= 0) return {};
  return largest * 2 <= side ? image * (side / largest) : image.scaled(side, side, Qt::KeepAspectRatio);
}

void paintPicture(QPainter& painter, const QRect& room, const QVariant& decoration, const QPalette& palette) {
  painter.fillRect(room, style::cardColor(palette));
  if (!decoration.isValid()) return;  // on its way
  const QImage image = decoration.value<QImage>();
  if (image.isNull()) {
    painter.setPen(style::mutedText(palette));
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, GalleryDelegate::tr("can't be read"));
    return;
  }
  QRect target(QPoint(0, 0), shownSize(image.size(), room.width()));
  target.moveCenter(room.center());
  painter.setRenderHint(QPainter::SmoothPixmapTransform, target.width() < image.width() * 2);
  painter.drawImage(target, image);
}

}  // namespace

QSize GalleryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  const QFontMetrics metrics(style::smallFont(option.font));
  const int width = std::max(GalleryModel::side, metrics.averageCharWidth() * 28);
  return {width + 2 * cardMargin, GalleryModel::side + linesBelow * metrics.height() + 3 * cardMargin};
}

void GalleryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyleOptionViewItem cell = option;
  initStyleOption(&cell, index);
  cell.text.clear();
  cell.showDecorationSelected = true;  // the ground of what is selected, not of its text alone
  cell.icon = {};
  cell.features &= ~QStyleOptionViewItem::ViewItemFeatures(QStyleOptionViewItem::HasDecoration);
  const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
  style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
  const bool selected = (cell.state & QStyle::State_Selected) != 0;
  const QColor text = cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
  painter->save();
  painter->setPen(text);
  const QRect room = cell.rect.adjusted(cardMargin, cardMargin, -cardMargin, -cardMargin);
  if (index.data(GalleryModel::IsMoreRole).toBool()) {
    painter->drawText(room, Qt::AlignCenter | Qt::TextWordWrap, index.data().toString());
    return painter->restore();
  }
  QRect picture(0, room.top(), GalleryModel::side, GalleryModel::side);
  picture.moveLeft(room.center().x() - picture.width() / 2);
  paintPicture(*painter, picture, index.data(Qt::DecorationRole), cell.palette);
  painter->setFont(style::smallFont(cell.font));
  const QFontMetrics metrics = painter->fontMetrics();
  const auto outcome = Outcome(index.data(GalleryModel::OutcomeRole).toInt());
  const bool teacherRight = outcome == Outcome::BothRight || outcome == Outcome::Lost;
  const bool mergedRight = outcome == Outcome::BothRight || outcome == Outcome::Won;
  const auto marked = [](bool right, const QString& line) {
    return (right ? QStringLiteral("\u2713 ") : QStringLiteral("\u2717 ")) + line;
  };
  const QStringList lines{index.data(GalleryModel::LabelRole).toString(),
                          marked(teacherRight, index.data(GalleryModel::TeacherRole).toString()),
                          marked(mergedRight, index.data(GalleryModel::MergedRole).toString())};
  int y = picture.bottom() + cardMargin;
  for (const QString& line : lines) {
    painter->setPen(text);
    painter->drawText(QRect(room.left(), y, room.width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(line, Qt::ElideMiddle, room.width()));
    y += metrics.height();
  }
  painter->restore();
}

}  // namespace zipper
