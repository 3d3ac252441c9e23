// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/recent_delegate.h"

#include <QDir>
#include <QFileInfo>
#include <QPainter>

#include "widgets/style/colors.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/small_font.h"

namespace zipper {

namespace {

constexpr int padding = 8;

QString folderOf(const QString& path) {
  const QString folder = QFileInfo(path).absolutePath(), home = QDir::homePath();
  return folder == home || folder.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + folder.mid(home.size())
                                                                      : folder;
}

}  // namespace

QSize RecentDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  const int height = QFontMetrics(option.font).height() + QFontMetrics(style::smallFont(option.font)).height();
  return {80, height + 2 * padding};
}

void RecentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const QPalette& palette = option.palette;
  const bool missing = index.data(RecentMissing).toBool(), selected = option.state & QStyle::State_Selected;
  const QRectF frame = QRectF(option.rect).adjusted(2, 1, -2, -1);
  if (selected || (option.state & QStyle::State_MouseOver)) {
    QColor fill = palette.color(QPalette::Highlight);
    fill.setAlphaF(selected ? 0.25F : 0.10F);
    painter->setPen(selected && (option.state & QStyle::State_HasFocus) ? QPen(palette.color(QPalette::Highlight))
                                                                        : QPen(Qt::NoPen));
    painter->setBrush(fill);
    painter->drawRoundedRect(frame, 6, 6);
  }
  const QFontMetrics metrics(option.font), small(style::smallFont(option.font));
  QRect line = option.rect.adjusted(padding + 4, padding, -padding - 4, 0);
  line.setHeight(metrics.height());
  painter->setFont(option.font);
  painter->setPen(missing ? style::mutedText(palette) : palette.color(QPalette::WindowText));
  painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                    metrics.elidedText(index.data().toString(), Qt::ElideMiddle, line.width()));
  line.translate(0, metrics.height());
  line.setHeight(small.height());
  painter->setFont(style::smallFont(option.font));
  painter->setPen(style::mutedText(palette));
  const QString folder = style::shown(folderOf(index.data(RecentPath).toString()));
  const QString text = missing ? tr("missing: %1").arg(folder) : folder;
  painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, small.elidedText(text, Qt::ElideMiddle, line.width()));
  painter->restore();
}

}  // namespace zipper
