// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace zipper {

namespace {

QPixmap rendered(const QByteArray& svg, int pixels) {
  QSvgRenderer renderer(svg);
  QPixmap pixmap(pixels, pixels);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  renderer.render(&painter);
  return pixmap;
}

QByteArray colored(QByteArray svg, const QColor& color) {
  svg.replace("fill=\"#000\"", "fill=\"" + color.name().toLatin1() + "\"");
  svg.replace("stroke=\"#000\"", "stroke=\"" + color.name().toLatin1() + "\"");
  return svg;
}

}  // namespace

QIcon themedIcon(const QString& name, const QColor& color) {
  QFile file(":/icons/" + name + ".svg");
  if (!file.open(QIODevice::ReadOnly)) return {};
  const QByteArray svg = file.readAll();
  QColor dimmed = color;
  dimmed.setHslF(color.hslHueF() < 0 ? 0 : color.hslHueF(), color.hslSaturationF(), 0.55f);
  QIcon icon;
  for (int pixels : {16, 24, 32, 48, 64}) {
    icon.addPixmap(rendered(colored(svg, color), pixels), QIcon::Normal);
    icon.addPixmap(rendered(colored(svg, dimmed), pixels), QIcon::Disabled);
  }
  return icon;
}

}  // namespace zipper
