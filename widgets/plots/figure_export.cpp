// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/figure_export.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <algorithm>
#include <filesystem>

#include "core/support/error.h"
#include "core/support/files.h"
#include "widgets/plots/crosshair.h"
#include "widgets/plots/custom_plot.h"

namespace zipper::plots {

namespace {

constexpr double imageScale = 2;
constexpr int vectorResolution = 96;  ///< of screens, so that texts have the size that the layout expects
constexpr double margin = 10;

/// Figures go into papers and slides: dark text on white, whatever the theme.
QPalette paperPalette() {
  QPalette palette;
  for (const QPalette::ColorRole role : {QPalette::Base, QPalette::Window, QPalette::AlternateBase, QPalette::Button})
    palette.setColor(role, Qt::white);
  for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
    palette.setColor(role, QColor("#1b1b1b"));
  return palette;
}

QSize sizeOf(const Figure& figure) { return figure.plot.size().expandedTo(QSize(640, 400)); }

void paint(const Figure& figure, QCPPainter& painter, const QSize& size) {
  const QPalette paper = paperPalette();
  const std::vector<LegendEntry> entries = figure.legend(paper);
  const QRectF room(margin, margin, size.width() - 2 * margin, size.height());
  const double legend = drawLegend(nullptr, entries, room, figure.plot.font(), paper);
  const double top = legend > 0 ? legend + margin : 0;
  painter.fillRect(QRectF(QPointF(), QSizeF(size)), Qt::white);
  drawLegend(&painter, entries, room, figure.plot.font(), paper);
  figure.recolor(paper);
  QCPLayer* crosshair = figure.plot.layer(crosshairLayer);
  if (crosshair != nullptr) crosshair->setVisible(false);
  painter.save();
  painter.translate(0, top);
  figure.plot.toPainter(&painter, size.width(), size.height() - int(std::lround(top)));
  painter.restore();
  if (crosshair != nullptr) crosshair->setVisible(true);
  figure.recolor(figure.plot.palette());
}

/// Paints on a device that writes into memory, then writes the file.
template <typename Device>
void paintVectors(const Figure& figure, Device& device) {
  QCPPainter painter;
  if (!painter.begin(&device)) fail("the drawing could not be begun");
  painter.setModes(QCPPainter::pmVectorized | QCPPainter::pmNoCaching | QCPPainter::pmNonCosmetic);
  paint(figure, painter, sizeOf(figure));
  painter.end();
}

void write(const QByteArray& bytes, const QString& path) {
  writeFileAtomically(std::filesystem::path(path.toStdString()), bytes.toStdString());
}

}  // namespace

QImage imageOf(const Figure& figure) {
  const QSize size = sizeOf(figure);
  QImage image(size * imageScale, QImage::Format_RGB32);
  image.setDevicePixelRatio(imageScale);
  QCPPainter painter(&image);
  painter.setMode(QCPPainter::pmNoCaching);
  paint(figure, painter, size);
  painter.end();
  image.setDevicePixelRatio(1);
  return image;
}

WriteFigure drawnPng(const Figure& figure) {
  return [image = imageOf(figure)](const QString& path) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!image.save(&buffer, "PNG")) fail(path.toStdString(), ": the image could not be encoded as PNG");
    write(bytes, path);
  };
}

void savePng(const Figure& figure, const QString& path) { drawnPng(figure)(path); }

void savePdf(const Figure& figure, const QString& path) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setTitle(figure.title);
    writer.setCreator(QCoreApplication::applicationName());
    writer.setResolution(vectorResolution);
    const QSizeF points = QSizeF(sizeOf(figure)) * 72.0 / 96.0;
    writer.setPageSize(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    paintVectors(figure, writer);
  }
  write(bytes, path);
}

WriteFigure drawnSvg(const Figure& figure) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setTitle(figure.title);
  generator.setResolution(vectorResolution);
  generator.setSize(sizeOf(figure));
  generator.setViewBox(QRect(QPoint(), sizeOf(figure)));
  paintVectors(figure, generator);
  return [bytes](const QString& path) { write(bytes, path); };
}

void saveSvg(const Figure& figure, const QString& path) { drawnSvg(figure)(path); }

void saveText(const std::function<std::string()>& text, const QString& path) {
  QGuiApplication::setOverrideCursor(Qt::WaitCursor);
  try {
    writeFileAtomically(std::filesystem::path(path.toStdString()), text());
  } catch (...) {
    QGuiApplication::restoreOverrideCursor();
    throw;
  }
  QGuiApplication::restoreOverrideCursor();
}

}  // namespace zipper::plots
