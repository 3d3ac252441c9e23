// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/zipper_export.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <cmath>

#include "core/support/error.h"
#include "core/support/files.h"
#include "widgets/zipper_view/zipper_scene.h"
#include "widgets/zipper_view/zipper_texts.h"

namespace zipper {

namespace {

/// Takes the marks of the pointer, the keyboard and the zoom off the scene while it is drawn for a file.
class WithoutMarks {
 public:
  explicit WithoutMarks(ZipperScene& scene)
      : scene_(scene),
        selected_(scene.picture().selected),
        hovered_(scene.picture().hovered),
        numbered_(scene.picture().numbered) {
    scene_.setNumbered(false);
    scene_.setSelected(-1);
    scene_.setHovered(-1);
  }
  ~WithoutMarks() {
    scene_.setSelected(selected_);
    scene_.setHovered(hovered_);
    scene_.setNumbered(numbered_);
  }
  WithoutMarks(const WithoutMarks&) = delete;
  WithoutMarks& operator=(const WithoutMarks&) = delete;

 private:
  ZipperScene& scene_;
  int selected_, hovered_;
  bool numbered_;
};

void render(ZipperScene& scene, QPaintDevice& device, const QSizeF& size) {
  const WithoutMarks marks(scene);
  QPainter painter(&device);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  scene.render(&painter, QRectF(QPointF(), size), scene.sceneRect());
}

/// In pixels; Error, which begins with `name`, if there is no such image.
QSizeF imageSize(const ZipperScene& scene, double scale, const std::string& name) {
  constexpr double largest = 16384;
  const QSizeF size = scene.sceneRect().size() * scale;
  if (!(scale > 0) || size.width() < 1 || size.height() < 1 || size.width() > largest)
    fail(name, ": an image ", size.width(), " pixels wide was asked for, 1 to ", largest,
         " were expected; choose another scale");
  return size;
}

void writeBytes(const QString& path, const QByteArray& bytes) {
  writeFileAtomically(QFile::encodeName(path).toStdString(), bytes.toStdString());
}

}  // namespace

std::function<void(const QString&)> drawnPng(ZipperScene& scene, double scale) {
  const QSizeF size = imageSize(scene, scale, "zipper.png");
  QImage image(int(std::ceil(size.width())), int(std::ceil(size.height())), QImage::Format_RGB32);
  if (image.isNull()) fail("zipper.png: there isn't enough memory for the image; choose a smaller scale");
  image.fill(scene.picture().theme.background);
  render(scene, image, size);
  return [image](const QString& path) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG")) fail(path.toStdString(), ": the image couldn't be encoded as PNG");
    writeBytes(path, bytes);
  };
}

std::function<void(const QString&)> drawnSvg(ZipperScene& scene) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setResolution(96);  // pixels of the file are scene units
  generator.setSize(scene.sceneRect().size().toSize());
  generator.setViewBox(QRectF(QPointF(), scene.sceneRect().size()));
  generator.setTitle(ZipperTexts::tr("Zipper"));
  generator.setDescription(ZipperTexts::tr("Merge of %n network(s), layer by layer", nullptr, scene.picture().tasks()));
  render(scene, generator, scene.sceneRect().size());
  return [bytes](const QString& path) { writeBytes(path, bytes); };
}

void exportPng(ZipperScene& scene, const QString& path, double scale) {
  imageSize(scene, scale, path.toStdString());
  drawnPng(scene, scale)(path);
}

void exportSvg(ZipperScene& scene, const QString& path) { drawnSvg(scene)(path); }

}  // namespace zipper
