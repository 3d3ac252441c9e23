// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/help/handbook_view.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QSvgRenderer>
#include <QTextBlock>
#include <QTextCursor>
#include <algorithm>

#include "widgets/style/colors.h"

namespace zipper {

namespace {

/// Pages have a scheme of their own, so that no address of a page means a file.
const char* const pageScheme = "handbook";

QString nameIn(const QUrl& url) { return url.fileName().section(u'.', 0, 0); }

/// A drawing in the colours of the text around it and of the house.
QImage drawing(const QString& file, const QPalette& palette, qreal pixelRatio) {
  QFile source(":/handbook/images/" + file);
  if (!source.open(QIODevice::ReadOnly)) return {};
  QByteArray svg = source.readAll();
  svg.replace("#000000", palette.color(QPalette::Text).name().toLatin1());
  svg.replace("#0000aa", style::taskColor(0, palette).name().toLatin1());
  svg.replace("#0000bb", style::taskColor(1, palette).name().toLatin1());
  svg.replace("#0000cc", style::mergedColor(palette).name().toLatin1());
  QSvgRenderer renderer(svg);
  QImage image(renderer.defaultSize() * pixelRatio, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  renderer.render(&painter);
  painter.end();
  image.setDevicePixelRatio(pixelRatio);
  return image;
}

}  // namespace

HandbookView::HandbookView(const Handbook& handbook, QWidget* parent) : QTextBrowser(parent), handbook_(handbook) {
  setOpenLinks(false);
  document()->setDocumentMargin(16);
  connect(this, &QTextBrowser::anchorClicked, this, &HandbookView::follow);
  applyColors();
}

QString HandbookView::page() const { return pageOf(source()); }

QString HandbookView::pageOf(const QUrl& url) { return nameIn(url); }

void HandbookView::showPage(const QString& page, const QString& anchor) {
  QUrl url(QStringLiteral("%1:/%2.html").arg(QLatin1String(pageScheme), page));
  if (!anchor.isEmpty()) url.setFragment(anchor);
  setExtraSelections({});
  setSource(url);
  if (anchor.isEmpty()) return;
  layOutAll();
  scrollToAnchor(anchor);
}

void HandbookView::follow(const QUrl& url) {
  if (url.scheme() == QLatin1String(pageScheme)) return showPage(nameIn(url), url.fragment());
  Q_EMIT outsideRequested(url);
}

QVariant HandbookView::loadResource(int, const QUrl& name) {
  if (name.fileName().endsWith(QLatin1String(".svg"))) return drawing(name.fileName(), palette(), devicePixelRatioF());
  return name.scheme() == QLatin1String(pageScheme) ? handbook_.html(nameIn(name)) : QString();
}

void HandbookView::mark(const QStringList& words) {
  QList<QTextEdit::ExtraSelection> marks;
  QTextEdit::ExtraSelection one;
  one.format.setBackground(palette().brush(QPalette::Highlight));
  one.format.setForeground(palette().brush(QPalette::HighlightedText));
  for (const QString& word : words) {
    for (one.cursor = document()->find(word); !one.cursor.isNull(); one.cursor = document()->find(word, one.cursor))
      marks.append(one);
  }
  setExtraSelections(marks);
}

void HandbookView::showFirstMark(const QString& anchor) {
  const int from = positionOf(anchor);
  int first = document()->characterCount();
  for (const QTextEdit::ExtraSelection& one : extraSelections())
    if (one.cursor.selectionStart() >= from) first = std::min(first, one.cursor.selectionStart());
  if (first == document()->characterCount()) return;
  QTextCursor place(document());
  place.setPosition(first);
  layOutAll();
  const QRect word = cursorRect(place);
  QScrollBar* bar = verticalScrollBar();
  if (word.bottom() >= viewport()->height()) bar->setValue(bar->value() + word.top() - viewport()->height() / 3);
}

/// A page is laid out bit by bit after it was set: until then it can't be scrolled as far as somewhere near its end.
/// Twice: the first time may bring a scroll bar, which makes the lines shorter.
void HandbookView::layOutAll() {
  for (int i = 0; i < 2; ++i) (void)document()->documentLayout()->documentSize();
}

/// 0: the page has none of that name.
int HandbookView::positionOf(const QString& anchor) const {
  for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
    for (auto part = block.begin(); !part.atEnd(); ++part)
      if (part.fragment().charFormat().anchorNames().contains(anchor)) return part.fragment().position();
  return 0;
}

void HandbookView::applyColors() {
  document()->setDefaultStyleSheet(
      QStringLiteral("a { color: %1 } code, pre { background-color: %2 }")
          .arg(palette().color(QPalette::Link).name(), style::cardColor(palette()).name()));
}

void HandbookView::changeEvent(QEvent* event) {
  QTextBrowser::changeEvent(event);
  if (event->type() != QEvent::PaletteChange) return;
  applyColors();
  if (!source().isEmpty()) reload();
}

}  // namespace zipper
