// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/try_it/offered_picture.h"

#include <QMimeData>
#include <QUrl>
#include <algorithm>

#include "core/data/decode_image.h"

namespace zipper {

namespace {

QStringList localFiles(const QMimeData& offer) {
  QStringList files;
  for (const QUrl& url : offer.urls())
    if (url.isLocalFile()) files << url.toLocalFile();
  return files;
}

}  // namespace

bool offersPicture(const QMimeData& offer) { return offer.hasImage() || !localFiles(offer).isEmpty(); }

TryPicture offeredPicture(const QMimeData& offer, TryPicture::From from) {
  const QStringList files = localFiles(offer);
  if (!files.isEmpty()) {
    const auto image = std::find_if(files.begin(), files.end(),
                                    [](const QString& file) { return hasImageExtension(file.toStdString()); });
    return TryPicture::ofFile(image == files.end() ? files.front() : *image);
  }
  const auto image = qvariant_cast<QImage>(offer.imageData());
  return image.isNull() ? TryPicture() : TryPicture::ofImage(from, image);
}

}  // namespace zipper
