// SPDX-License-Identifier: GPL-3.0-or-later

// render_icons SVG SIZE OUTPUT.png [SIZE OUTPUT.png ...]: the icon in those sizes. Runs while building, with the Qt
// that the window needs anyway, and needs no display.

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <cstdio>

int main(int argc, char** argv) {
  if (argc < 4 || argc % 2 != 0) {
    std::fputs("usage: render_icons SVG SIZE OUTPUT.png [SIZE OUTPUT.png ...]\n", stderr);
    return 2;
  }
  QSvgRenderer renderer(QString::fromLocal8Bit(argv[1]));
  for (int i = 2; i + 1 < argc; i += 2) {
    const int size = QString::fromLocal8Bit(argv[i]).toInt();
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    if (renderer.isValid() && size > 0 && image.save(QString::fromLocal8Bit(argv[i + 1]), "PNG")) continue;
    std::fprintf(stderr, "render_icons: %s can't be made from %s\n", argv[i + 1], argv[1]);
    return 1;
  }
  return 0;
}
